package citation

import (
	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/internal/latex"
	"github.com/factcite/factcite/internal/text"
)

// earlierKeys are the citation keys of an earlier bibliography.
type earlierKeys struct {
	of   map[int]string // by Index
	keys []string       // of all its entries
}

// KeepKeys gives works the keys that they have in an earlier bibliography, in whatever
// format it was written, and gives no other work a key of its entries. An entry and a work
// are the same work as [UpdateBib] has it; opts say how it was written, and may be nil.
// What is added after that forgets the earlier bibliography.
func (b *Bibliography) KeepKeys(earlier *bib.File, opts *WriteOptions) {
	written := WriteOptions{}
	if opts != nil {
		written = *opts
	}
	if written.Format != BibLaTeX {
		written.Format = BibTeX
	}
	works := b.Works()
	found := newMatcher(earlier, works, &written, latex.Encoding(written.UTF8))
	b.keys, b.earlier = nil, earlierKeys{of: map[int]string{}}
	used := map[string]bool{}
	for _, e := range earlier.Entries {
		b.earlier.keys = append(b.earlier.keys, e.Key)
	}
	for i, w := range works {
		entry := found.matches[i]
		if entry < 0 {
			continue
		}
		if key := earlier.Entries[entry].Key; bib.IsKey(key) && !used[text.LowerASCII(key)] {
			used[text.LowerASCII(key)] = true
			b.earlier.of[w.Index] = key
		}
	}
}
