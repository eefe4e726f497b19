package authority

import (
	"slices"
	"strings"

	"github.com/factcite/factcite/internal/fold"
)

// identifiersLeft returns the identifiers of a query that are left to ask a service for,
// nil if none are. One that a service has is not asked for again, since it is registered
// in one place, unless it may know what was published of a preprint.
func (s *stated) identifiersLeft(q *Query, of *service, a *asked) *Query {
	records := a.ofServices()
	confirmed, preprint := s.confirmed(records)
	further := preprint && a.mayKnowPublished(of)
	if confirmed && !further {
		return nil
	}
	left := Query{DOI: q.DOI, ArXiv: q.ArXiv, ISBN: q.ISBN, PMID: q.PMID}
	for _, id := range [...]struct {
		field  string
		value  *string
		folded string
		of     func(*known) string
	}{
		{"doi", &left.DOI, fold.DOI(q.DOI), func(k *known) string { return k.doi }},
		{"arxiv", &left.ArXiv, fold.ArXiv(q.ArXiv), func(k *known) string { return k.arxiv }},
		{"isbn", &left.ISBN, "", nil}, // of a book, which chapters have too
		{"pmid", &left.PMID, strings.TrimSpace(q.PMID), func(k *known) string { return k.pmid }},
	} {
		isKnown := func() bool { return slices.ContainsFunc(records, func(k *known) bool { return id.of(k) == id.folded }) }
		if asked := of.coverage.AskedFor; asked != nil && !slices.Contains(asked, id.field) || id.folded != "" && !further && isKnown() {
			*id.value = ""
		}
	}
	if left.DOI+left.ArXiv+left.ISBN+left.PMID == "" {
		return nil
	}
	return &left
}

// titleLeft returns the title of a query if it is left to ask a service for, else nil.
// A service that has a work of that title by its identifier is not asked again.
func (s *stated) titleLeft(q *Query, of *service, a *asked) *Query {
	if q.Title == "" || of.coverage.IdentifiersAlone || s.haveTitle(of.records) {
		return nil
	}
	if confirmed, preprint := s.confirmed(a.ofServices()); confirmed && !(preprint && a.mayKnowPublished(of)) {
		return nil
	}
	return &Query{Title: q.Title, Authors: q.Authors, Year: q.Year}
}

// mayKnowPublished reports whether a service is to be asked what was published of a
// preprint: it is the first aggregator, which has both versions in one record, that
// answers for the reference.
func (a *asked) mayKnowPublished(of *service) bool {
	return aggregators[of.coverage.Name] && !slices.ContainsFunc(a.services, func(v *service) bool { return v.answered && aggregators[v.coverage.Name] })
}

// confirmed reports whether records confirm all that a reference states of what is
// compared, and whether what they are of is known as a preprint only.
func (s *stated) confirmed(records []*known) (all, preprint bool) {
	meant, others, elsewhere := s.choose(records)
	if meant == nil {
		return false, false
	}
	answer := s.answer(meant, others)
	preprint = answer.Work.Status == Preprint
	all = s.title.Full != "" && len(elsewhere) == 0 && len(answer.Differences) == 0 && len(s.incomparableFields(meant)) == 0
	return all, preprint
}
