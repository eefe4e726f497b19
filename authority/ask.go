package authority

import (
	"context"
	"errors"

	"github.com/factcite/factcite/authority/internal/compare"
	"github.com/factcite/factcite/citation"
)

// asked is what authorities answered.
type asked struct {
	records  []*known
	answered []*Coverage
	services []*service
	failures []string
	denied   map[string]string   // identifiers, by field, that a registry answers for and has not, and its name
	lacked   map[string][]string // those that registries have not, though others may
	nobody   bool
}

// service is an authority that costs somebody else each question, and what it answered.
type service struct {
	Authority
	coverage *Coverage
	records  []*known
	answered bool
	titled   bool // it answered for the title
	failed   bool
}

func queryFor(r *citation.Reference) *Query {
	return &Query{DOI: r.DOI, ArXiv: r.ArXiv, ISBN: r.ISBN, PMID: r.PMID, Title: r.Title, Authors: r.Authors, Year: r.Year}
}

// ask asks every authority, services for what is left to confirm, and keeps the records
// that may be of the work. Services are asked for identifiers before any is asked for the
// title: an identifier leads to one work, and many are asked for in one request.
func (s *stated) ask(ctx context.Context, authorities []Authority, q *Query) *asked {
	a := &asked{nobody: len(authorities) == 0, denied: map[string]string{}, lacked: map[string][]string{}}
	for _, authority := range authorities {
		coverage := authority.Coverage()
		if coverage != nil && coverage.Service {
			a.services = append(a.services, &service{Authority: authority, coverage: coverage})
			continue
		}
		if records, err := a.find(ctx, authority, coverage, s, q); err == nil {
			a.answered, a.records = append(a.answered, coverage), append(a.records, records...)
		}
	}
	for _, left := range [...]func(*Query, *service, *asked) *Query{s.identifiersLeft, s.titleLeft} {
		for _, service := range a.services {
			if asking := left(q, service, a); asking != nil && !service.failed {
				service.ask(ctx, a, s, asking)
			}
		}
	}
	for _, service := range a.services {
		if service.answered && !service.failed {
			a.answered = append(a.answered, service.coverage)
		}
	}
	return a
}

func (v *service) ask(ctx context.Context, a *asked, s *stated, q *Query) {
	records, err := a.find(ctx, v.Authority, v.coverage, s, q)
	if err != nil {
		v.failed = true
		return
	}
	v.answered, v.titled = true, v.titled || q.Title != ""
	v.records, a.records = append(v.records, records...), append(a.records, records...)
}

// find asks an authority, keeps of what it has which identifiers it answers for and has
// not, and why it failed, and returns the records that may be of the work.
func (a *asked) find(ctx context.Context, authority Authority, coverage *Coverage, s *stated, q *Query) (records []*known, err error) {
	works, none, err := find(ctx, authority, q)
	name := ""
	if coverage != nil {
		name = coverage.Name
	}
	for _, field := range none.Fields {
		a.denied[field] = name
	}
	for _, field := range none.Lacked {
		a.lacked[field] = append(a.lacked[field], name)
	}
	if err != nil {
		a.failures = append(a.failures, failure(coverage, err))
		return nil, err
	}
	for _, w := range works[:min(len(works), mostRecords)] {
		if w == nil {
			continue
		}
		if k := foldWork(w); k.mayBe(s) {
			k.foldRest()
			records = append(records, k)
		}
	}
	return records, nil
}

// find asks an authority, and says which identifiers it has not.
func find(ctx context.Context, authority Authority, q *Query) (works []*Work, none *UnregisteredError, err error) {
	works, err = authority.Find(ctx, q)
	if errors.As(err, &none) {
		return works, none, nil
	}
	return works, new(UnregisteredError), err
}

func failure(c *Coverage, err error) string {
	if c == nil || c.Name == "" {
		return err.Error()
	}
	return c.Name + ": " + err.Error()
}

// ofServices returns the records that services have given.
func (a *asked) ofServices() (records []*known) {
	for _, service := range a.services {
		records = append(records, service.records...)
	}
	return records
}

// lackedBy names the services that were asked for the title and gave no work.
func (a *asked) lackedBy() (names []string) {
	for _, service := range a.services {
		if service.titled && !service.failed {
			names = append(names, service.coverage.Name)
		}
	}
	return names
}

// haveTitle reports whether one of the records has the stated title.
func (s *stated) haveTitle(records []*known) bool {
	for _, k := range records {
		if near, _ := s.closestTitle(k); near >= compare.PartTitle {
			return true
		}
	}
	return false
}
