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
			e.Key = freeKey(&Publication{Reference: r}, taken)
		}
	}
}

// freeKey returns the shortest key of a work that is not taken, and takes it.
func freeKey(w *Publication, taken map[string]bool) string {
	parts := w.keyParts(maxKeyWords + 2)
	key := parts.key(0)
	for more := 1; taken[key] && parts.grows(more-1); more++ {
		key = parts.key(more)
	}
	free := key
	for n := 0; taken[free]; n++ {
		free = key + letters(n)
	}
	taken[free] = true
	return free
}
