package index

import (
	"slices"
	"strconv"
	"strings"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/compare"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/fold"
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
	byTitlePart // what is before a sub-title, and the sub-title
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

// termsOf returns everything that a work is found by, each once.
func termsOf(w *authority.Work) []term {
	r := &w.Record
	terms := make([]term, 0, 32)
	terms = append(terms, identifierTerms(r.DOI, r.ArXiv, r.ISBN, r.PMID)...)
	for _, title := range titlesOf(w) {
		t := fold.NewTitle(title)
		if t.Full == "" {
			continue
		}
		terms = append(terms, newTerm(byTitle, t.Full))
		if t.Sub != "" {
			terms = append(terms, newTerm(byTitlePart, t.Main), newTerm(byTitlePart, t.Sub))
		}
		for _, word := range t.Words[:min(len(t.Words), compare.MaxTitleWords)] {
			terms = append(terms, newTerm(byWord, word))
		}
	}
	for _, year := range w.Years {
		for _, family := range compare.FamilyKeys(firstAuthor(r)) {
			terms = append(terms, newTerm(byAuthor, family, strconv.Itoa(year)))
		}
	}
	slices.Sort(terms)
	return slices.Compact(terms)
}

// titlesOf returns the title of the record and the other ones.
func titlesOf(w *authority.Work) []string { return slices.Concat([]string{w.Record.Title}, w.Titles) }

// identifierTerms returns the terms of the identifiers that are there.
func identifierTerms(doi, arXiv, isbn, pmid string) []term {
	var terms []term
	if doi = fold.DOI(doi); doi != "" {
		if id, ok := strings.CutPrefix(doi, fold.ArXivDOI); ok {
			terms = append(terms, newTerm(byArXiv, fold.ArXiv(id)))
		} else {
			terms = append(terms, newTerm(byDOI, doi))
		}
	}
	if arXiv = fold.ArXiv(arXiv); arXiv != "" {
		terms = append(terms, newTerm(byArXiv, arXiv))
	}
	if isbn = fold.ISBN(isbn); isbn != "" {
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

// familyKey folds a family name to its letters, so that spaces, hyphens and
// apostrophes in it make no difference.
func familyKey(name string) string { return strings.ReplaceAll(fold.Text(name), " ", "") }

// recordTerm tells a record from all others: a later one with the same term takes
// its place. The keys of files that people keep may stand twice in one of them.
func recordTerm(w *authority.Work) (t term, ok bool) {
	switch w.Origin.Source {
	case "", "bib", "csl":
		return 0, false
	}
	return newTerm(byRecord, w.Origin.Source, w.Origin.Key), w.Origin.Key != ""
}
