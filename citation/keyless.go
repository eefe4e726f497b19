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
	for i := range f.Entries {
		if e := &f.Entries[i]; !e.Keyless {
			taken[text.LowerASCII(e.Key)] = true
		}
	}
	for i := range f.Entries {
		if e := &f.Entries[i]; e.Keyless {
			r, _ := BibReference(f, e)
			e.Key = takeFreeKey(&Publication{Reference: r}, taken)
		}
	}
}

// takeFreeKey takes the shortest key of a work that nobody has.
func takeFreeKey(w *Publication, taken map[string]bool) string {
	take := func(key string) bool {
		isFree := !taken[key]
		taken[key] = true
		return isFree
	}
	parts := w.keyParts(maxKeyWords + 2)
	key, ok := parts.grow(take, func(string) bool { return false })
	longest := key
	for n := 0; !ok; n++ {
		key = longest + letters(n)
		ok = take(key)
	}
	return key
}
