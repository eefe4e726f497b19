package citation

import "github.com/nickng/bibtex"

// Entry returns the reference as a BibTeX entry of nickng/bibtex, with LaTeX's
// special characters escaped; key is its citation key.
func (r *Reference) Entry(key string) *bibtex.BibEntry {
	return bibtex.NewBibEntry(string(r.Type), key)
}
