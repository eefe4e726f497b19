package authority

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/factcite/factcite/citation"
)

// term is what a work is found by: a hash of a kind and its text. Its values are
// part of the format of an index.
type term uint64

// termKind tells terms of equal text apart.
type termKind byte

const (
	byDOI termKind = iota + 1
	byArXiv
	byISBN
	byPMID
	byTitle     // the whole title
	byTitlePart // what stands before a sub-title, and the sub-title
	byWord      // a word of the title
	byAuthor    // the family name of the first author, and a year
	byRecord    // the source and its key
	byVenue     // a venue and a year
)

// newTerm hashes texts with FNV-1a and spreads the result over all bits, as the
// first ones choose the place in the index.
func newTerm(kind termKind, texts ...string) term {
	hash := uint64(14695981039346656037)
	mix := func(c byte) { hash = (hash ^ uint64(c)) * 1099511628211 }
	mix(byte(kind))
	for _, text := range texts {
		for i := range len(text) {
			mix(text[i])
		}
		mix(0)
	}
	hash ^= hash >> 33
	hash *= 0xff51afd7ed558ccd
	hash ^= hash >> 33
	return term(hash * 0xc4ceb9fe1a85ec53)
}

// terms returns everything that a work is found by, each once.
func (w *Work) terms() []term {
	r := &w.Record
	terms := make([]term, 0, 32)
	terms = append(terms, identifierTerms(r.DOI, r.ArXiv, r.ISBN, r.PMID)...)
	for title := range w.allTitles() {
		t := citation.FoldTitle(title)
		if t.Full == "" {
			continue
		}
		terms = append(terms, newTerm(byTitle, t.Full))
		if t.Sub != "" {
			terms = append(terms, newTerm(byTitlePart, t.Main), newTerm(byTitlePart, t.Sub))
		}
		for _, word := range t.Words[:min(len(t.Words), maxTitleWords)] {
			terms = append(terms, newTerm(byWord, word))
		}
	}
	for _, year := range w.Years {
		for _, family := range familyKeys(firstAuthor(r)) {
			terms = append(terms, newTerm(byAuthor, family, strconv.Itoa(year)))
		}
	}
	slices.Sort(terms)
	return slices.Compact(terms)
}

// allTitles yields the title of the record and its other ones.
func (w *Work) allTitles() iter.Seq[string] {
	return func(yield func(string) bool) {
		if !yield(w.Record.Title) {
			return
		}
		for _, title := range w.Titles {
			if !yield(title) {
				return
			}
		}
	}
}

// identifierTerms returns the terms of the identifiers that are there.
func identifierTerms(doi, arXiv, isbn, pmid string) []term {
	var terms []term
	if doi = citation.FoldDOI(doi); doi != "" {
		if id, ok := strings.CutPrefix(doi, "10.48550/arxiv."); ok {
			terms = append(terms, newTerm(byArXiv, citation.FoldArXiv(id)))
		} else {
			terms = append(terms, newTerm(byDOI, doi))
		}
	}
	if arXiv = citation.FoldArXiv(arXiv); arXiv != "" {
		terms = append(terms, newTerm(byArXiv, arXiv))
	}
	if isbn = foldISBN(isbn); isbn != "" {
		terms = append(terms, newTerm(byISBN, isbn))
	}
	if pmid = strings.TrimSpace(pmid); pmid != "" {
		terms = append(terms, newTerm(byPMID, pmid))
	}
	return terms
}

// firstAuthor returns who a work is cited by: its first author or else editor.
func firstAuthor(r *citation.Reference) citation.Name {
	switch {
	case len(r.Authors) > 0:
		return r.Authors[0]
	case len(r.Editors) > 0:
		return r.Editors[0]
	}
	return citation.Name{}
}

// familyKeys returns the folded names that citations may call a person or a body
// by: the family name with and without its particle.
func familyKeys(n citation.Name) []string {
	p := foldPerson(n)
	if p.key == "" {
		return nil
	}
	if whole := strings.Join(p.family, ""); whole != p.key {
		return []string{p.key, whole}
	}
	return []string{p.key}
}

// familyKey folds a family name to its letters, so that spaces, hyphens and
// apostrophes in it make no difference.
func familyKey(name string) string { return strings.ReplaceAll(citation.Fold(name), " ", "") }

// recordTerm tells a record from all others: a later one with the same term takes
// its place. The keys of files that people keep may stand twice in one of them.
func (w *Work) recordTerm() (t term, ok bool) {
	switch w.Origin.Source {
	case "", "bib", "csl":
		return 0, false
	}
	return newTerm(byRecord, w.Origin.Source, w.Origin.Key), w.Origin.Key != ""
}
