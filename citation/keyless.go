package citation

import (
	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/internal/text"
)

// NameKeyless gives entries that have no key of their own, as those of RIS without an ID
// have not, one that is made of the work, as a bibliography makes them. It depends on the
// entry and on those before it with the same words.
func NameKeyless(f *bib.File) {
	taken := map[string]bool{}
	tried := map[string]int{}
	for i := range f.Entries {
		if e := &f.Entries[i]; !e.Keyless {
			taken[text.LowerASCII(e.Key)] = true
		}
	}
	for i := range f.Entries {
		if e := &f.Entries[i]; e.Keyless {
			r, _ := BibReference(f, e)
			e.Key = takeFreeKey(&Publication{Reference: r}, taken, tried)
		}
	}
}

// takeFreeKey takes the shortest key of a work that nobody has. It notes how many letters were
// tried after the longest key of a work: of very many works with one key none is tried again.
func takeFreeKey(w *Publication, taken map[string]bool, tried map[string]int) string {
	take := func(key string) bool {
		isFree := !taken[key]
		taken[key] = true
		return isFree
	}
	parts := w.keyParts(maxKeyWords + 2)
	key, ok := parts.grow(take, func(string) bool { return false })
	longest := key
	for !ok {
		key = longest + letters(tried[longest])
		tried[longest]++
		ok = take(key)
	}
	return key
}
