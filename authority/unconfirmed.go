package authority

import (
	"slices"
	"strings"

	"github.com/factcite/factcite/internal/fold"
)

// unconfirmed returns what is left to ask of a query once services have given records,
// nil if nothing is. An identifier that one of them has is not asked for again, since it
// is registered in one place. A work that is known as a preprint only may be published
// elsewhere, and is looked for further.
func (s *stated) unconfirmed(q *Query, records []*known) *Query {
	if s.isConfirmed(records) {
		return nil
	}
	left := *q
	for _, id := range [...]struct {
		value  *string
		folded string
		of     func(*known) string
	}{
		{&left.DOI, fold.DOI(q.DOI), func(k *known) string { return k.doi }},
		{&left.ArXiv, fold.ArXiv(q.ArXiv), func(k *known) string { return k.arxiv }},
		{&left.PMID, strings.TrimSpace(q.PMID), func(k *known) string { return k.pmid }},
	} {
		if id.folded != "" && slices.ContainsFunc(records, func(k *known) bool { return id.of(k) == id.folded }) {
			*id.value = ""
		}
	}
	return &left
}

// isConfirmed reports whether records confirm all that a reference states.
func (s *stated) isConfirmed(records []*known) bool {
	if s.title.Full == "" {
		return false // its title is yet to be asked for
	}
	meant, others, elsewhere := s.choose(records)
	if meant == nil || len(elsewhere) > 0 {
		return false
	}
	answer := s.answer(meant, others)
	return len(answer.Differences) == 0 && len(answer.NotConfirmed) == 0 && answer.Work.Status != Preprint
}
