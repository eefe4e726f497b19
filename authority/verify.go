package authority

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/factcite/factcite/authority/internal/compare"
	"github.com/factcite/factcite/citation"
)

// VerifyOptions says how [Verify] reads a reference. The zero value is for a
// reference that a sentence states.
type VerifyOptions struct {
	// CompleteAuthors says that the reference names all authors of the work unless
	// it says "et al.", as an entry of a .bib does. Then a missing author is
	// contradicted too.
	CompleteAuthors bool
}

// Verify asks every authority for the work that a reference means, and compares
// the two field by field. The options may be nil. See docs/verification.md for how
// the verdict is reached.
func Verify(ctx context.Context, authorities []Authority, r *citation.Reference, opts *VerifyOptions) Answer {
	if opts == nil {
		opts = &VerifyOptions{}
	}
	s := foldReference(r, opts.CompleteAuthors)
	if s.title.Full == "" && s.doi == "" && s.arxiv == "" && s.pmid == "" && s.isbn == "" {
		return Answer{Verdict: NotChecked, Reason: "the reference states neither a title nor an identifier"}
	}
	asked := s.ask(ctx, authorities, queryFor(r))
	if s.title.Full == "" {
		titled := slices.IndexFunc(asked.records, func(k *known) bool { return len(k.titles) > 0 })
		if titled >= 0 {
			asked = s.ask(ctx, authorities, queryFor(&asked.records[titled].work.Record)) // other records of the work have other identifiers
		}
	}
	s.covered = asked.covers(s)
	meant, others, elsewhere := s.choose(asked.records)
	if meant != nil {
		if joining := meant.work.joining(ctx, authorities); len(joining) > 0 {
			asked.records = append(asked.records, joining...)
			meant, others, elsewhere = s.choose(asked.records)
		}
	}
	answer := Answer{}
	if meant != nil {
		answer = s.answer(meant, others)
	} else {
		answer.LackedBy = asked.lackedBy()
	}
	for _, m := range elsewhere {
		d := s.strayIdentifier(m)
		answer.Differences = slices.DeleteFunc(answer.Differences, func(o Difference) bool { return o.Field == d.Field })
		answer.Differences = append(answer.Differences, d)
		if answer.Other == nil {
			answer.Other = s.merged(m.work)
		}
	}
	for _, d := range asked.unknownIdentifiers(s, meant) {
		answer.addUnknown(d)
	}
	answer.Differences = append(answer.Differences, asked.yearOfDOI(s, meant)...)
	slices.SortStableFunc(answer.Differences, func(a, b Difference) int { return cmp.Compare(fieldOrder(a.Field), fieldOrder(b.Field)) })
	if meant != nil {
		answer.NotConfirmed = s.notConfirmedFields(&answer)
	}
	switch {
	case len(answer.Differences) > 0:
		answer.Verdict = Contradicted
	case meant != nil:
		answer.Verdict = Agree
	default:
		answer.Verdict, answer.Reason = asked.absence(s)
		if answer.Verdict == NotFound {
			answer.Held = asked.held(s)
		}
	}
	return answer
}

// addUnknown adds that an identifier is nobody's. What the work has instead is said along
// with it, and not once more.
func (a *Answer) addUnknown(d Difference) {
	if at := slices.IndexFunc(a.Differences, func(o Difference) bool { return o.Field == d.Field }); at >= 0 {
		d.Known += "; " + a.Differences[at].Origin.String() + " has " + strconv.Quote(a.Differences[at].Known)
		a.Differences = slices.Delete(a.Differences, at, at+1)
	}
	a.Differences = append(a.Differences, d)
}

func fieldOrder(field string) int {
	return slices.Index([]string{"title", "authors", "year", "container", "doi", "arxiv", "isbn", "pmid"}, field)
}

// joining returns further records of a work: those that have an identifier of its
// records, such as a DOI that was retracted. Only authorities that can tell what
// they hold are asked; the services were asked, and join what they know.
func (c candidate) joining(ctx context.Context, authorities []Authority) (found []*known) {
	for _, authority := range authorities {
		if coverage := authority.Coverage(); coverage == nil || coverage.Holds == nil {
			continue
		}
		asked := map[[3]string]bool{{}: true}
		for _, k := range slices.Clone(c) {
			identifiers := [3]string{k.doi, k.arxiv, k.pmid}
			if asked[identifiers] {
				continue
			}
			asked[identifiers] = true
			works, _, err := find(ctx, authority, &Query{DOI: k.doi, ArXiv: k.arxiv, PMID: k.pmid})
			if err != nil {
				continue // what is known of the work stands without it
			}
			for _, w := range works[:min(len(works), mostRecords)] {
				if w == nil || slices.ContainsFunc(c, func(k *known) bool { return isSameRecord(k.work, w) }) {
					continue
				}
				joined := foldWork(w)
				joined.foldRest()
				c, found = append(c, joined), append(found, joined)
			}
		}
	}
	return found
}

// isSameRecord reports whether two works were read from one record.
func isSameRecord(a, b *Work) bool {
	return a.Origin == b.Origin && a.Record.Title == b.Record.Title && a.Record.DOI == b.Record.DOI
}

// covers reports whether one of the authorities that answered covers the stated
// venue in the stated year. A workshop is not covered by its meeting.
func (a *asked) covers(s *stated) bool {
	if s.venue.Name == "" || s.venue.Workshop {
		return false
	}
	return slices.ContainsFunc(a.answered, func(c *Coverage) bool { return c.covers(s.venue.Name, s.year) })
}

// held is the most works of the stated venue and year that an authority has which
// covers them.
func (a *asked) held(s *stated) (most int) {
	for _, c := range a.answered {
		if c.covers(s.venue.Name, s.year) {
			most = max(most, c.Holds(s.venue.Name, s.year))
		}
	}
	return most
}

// absence says what it means that no work was found.
func (a *asked) absence(s *stated) (verdict Verdict, reason string) {
	switch {
	case a.nobody:
		return NotChecked, "there is no authority to ask"
	case s.covered && !s.notice && s.title.Full != "" && !s.title.Truncated && !s.title.Generic:
		return NotFound, ""
	case len(a.failures) > 0:
		return NotChecked, a.failures[0]
	case s.notice:
		return NotCovered, "it is the notice of a retraction"
	case s.title.Full == "":
		return NotCovered, "the reference states no title"
	case s.title.Truncated:
		return NotCovered, "the title is cut short"
	case s.title.Generic:
		return NotCovered, fmt.Sprintf("%q is the title of many works", s.reference.Title)
	case s.venue.Name == "" && s.reference.Container != "":
		return NotCovered, fmt.Sprintf("%q is a preprint server or no venue", s.reference.Container)
	case s.venue.Name == "" && s.year == 0:
		return NotCovered, "the reference states neither venue nor year"
	case s.venue.Name == "":
		return NotCovered, "the reference states no venue"
	case s.year == 0:
		return NotCovered, "the reference states no year"
	}
	return NotCovered, fmt.Sprintf("nothing asked covers %q in %d", s.venue.Name, s.year)
}

// choose finds the work that a reference means, others that fit it too, and those
// that it does not mean although they have an identifier that it states.
func (s *stated) choose(records []*known) (meant *match, others, elsewhere []*match) {
	var fitting []*match
	for _, c := range group(slices.SortedStableFunc(slices.Values(records), compareRecords)) {
		if slices.ContainsFunc(c, func(k *known) bool { return isNoticeOf(s.doi, k) }) {
			s.notice = true
			continue
		}
		m := s.compare(c)
		switch {
		case s.isMeant(&m):
			fitting = append(fitting, &m)
		case m.byID != "":
			elsewhere = append(elsewhere, &m)
		}
	}
	slices.SortStableFunc(fitting, func(a, b *match) int { return cmp.Compare(b.rank(), a.rank()) })
	if len(fitting) == 0 {
		return nil, nil, elsewhere
	}
	meant = fitting[0]
	for _, m := range fitting[1:] {
		switch {
		case m.bare:
			if meant.agreementOf(m.byID) == compare.Incomparable {
				joined := s.compare(slices.Concat(meant.work, m.work))
				meant = &joined
			}
		case m.byID == "arxiv" && m.title < compare.PartTitle && m.authors.Agreement == compare.Agrees:
			// The preprint had another title.
		case m.byID != "" && m.title < meant.title && meant.byID == "":
			elsewhere = append(elsewhere, m)
		case m.title >= compare.PartTitle && m.authors.Agreement != compare.Differs:
			others = append(others, m)
		}
	}
	return meant, others, elsewhere
}

// strayIdentifier says that an identifier resolves to a work that is not meant. It
// is certain where title and authors are stated and both are other ones.
func (s *stated) strayIdentifier(m *match) Difference {
	w := s.merged(m.work)
	d := Difference{Field: m.byID, Known: describe(&w.Record), Leads: true, Origin: w.Origin}
	d.Certain = !m.preprintOf && m.work.isSure() && m.title == compare.OtherTitle && m.authors.Agreement == compare.Differs && m.authors.Shared == 0
	switch m.byID {
	case "doi":
		d.Stated = s.reference.DOI
	case "arxiv":
		d.Stated = s.reference.ArXiv
	case "isbn":
		d.Stated = s.reference.ISBN
	case "pmid":
		d.Stated = s.reference.PMID
	}
	return d
}

// isSure reports whether records are good enough to call a reference wrong: one of them
// is of a registry or of somebody's own, or two aggregators agree.
func (c candidate) isSure() bool {
	first := c[0].work.Origin.Source
	return slices.ContainsFunc(c, func(k *known) bool { return !aggregators[k.work.Origin.Source] || k.work.Origin.Source != first })
}

// aggregators gather records from registries and the web, and err more often.
var aggregators = map[string]bool{"openalex": true, "semanticscholar": true}

// answer says what is known of a reference that means a work. What other works
// that fit as well do not contradict is not contradicted, and where one of them
// contradicts no more, nothing is filled, and only an identifier reports whether the
// work was retracted or published since.
func (s *stated) answer(meant *match, others []*match) Answer {
	w := s.merged(meant.work)
	a := Answer{Work: w, Agreed: s.agreedFields(meant)}
	fields := s.differingFields(meant)
	second := false
	for _, other := range others {
		theirs := s.differingFields(other)
		second = second || len(theirs) <= len(fields)
		fields = slices.DeleteFunc(fields, func(f string) bool { return !slices.Contains(theirs, f) })
	}
	for _, field := range fields {
		a.Differences = append(a.Differences, s.difference(field, meant, w))
	}
	fits := !second && s.mayFill(meant)
	if fits {
		a.Fillable = s.fillableFields(meant, w)
	}
	if fits || meant.byID != "" {
		a.Published = s.preprint && len(w.Venues) > 0
		switch w.Status {
		case Retracted:
			a.Retraction = w.Retraction
		case Questioned:
			a.Concern = w.Retraction
		}
	}
	return a
}

// mayFill reports whether title and stated authors agree, so that the record may
// fill what is not stated.
func (s *stated) mayFill(m *match) bool {
	title := s.judgeTitle(m)
	return (title == compare.Agrees || s.title.Full == "" && m.byID != "") && (s.authors.IsEmpty() || m.authors.Agreement == compare.Agrees)
}
