package authority

import (
	"slices"
	"strconv"
	"strings"

	"github.com/factcite/factcite/authority/internal/compare"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/fold"
)

// longTitle is how many words a title has that is no other work's by chance.
const longTitle = 6

// isMeant reports whether a reference means the work that it was compared with,
// even if something that it states is contradicted.
func (s *stated) isMeant(m *match) bool {
	if m.byID != "" {
		return m.bare || s.title.Full == "" || m.title != compare.OtherTitle || m.authors.Most || m.preprintOf && m.authors.Agreement == compare.Incomparable
	}
	if s.title.Generic {
		return m.title == compare.SameTitle && m.authors.Agreement == compare.Agrees && (m.year == compare.Agrees || m.venue == compare.Agrees)
	}
	if s.isOfOtherKind(m) {
		return false
	}
	long := len(s.title.Words) >= longTitle
	confirmed := m.year == compare.Agrees || m.venue == compare.Agrees
	contradicted := m.year == compare.Differs || m.venue == compare.Differs
	switch m.title {
	case compare.SameTitle:
		othersWroteIt := m.authors.Agreement == compare.Differs
		switch {
		case m.authors.Shared > 0:
			return m.distinct || confirmed || m.authors.Most || m.authors.Agreement != compare.Differs
		case m.year == compare.Differs && m.venue == compare.Differs:
			return false
		case !confirmed && (m.year == compare.Differs && m.venue == compare.Differs || othersWroteIt && contradicted):
			return long
		case othersWroteIt:
			return m.distinct || m.year == compare.Agrees && m.venue == compare.Agrees
		}
		return m.distinct || !contradicted
	case compare.PartTitle:
		if m.authors.Agreement == compare.Differs && !m.authors.Nearly && (contradicted || m.otherVersion || m.doi == compare.Differs) {
			return false
		}
		return m.authors.Most || m.authors.Agreement == compare.Incomparable && m.distinct && !contradicted
	case compare.TypoTitle:
		if m.authors.Agreement == compare.Incomparable {
			return m.distinct && !contradicted && (long || confirmed)
		}
		return m.authors.Most && m.year != compare.Differs
	case compare.NearTitle:
		return m.authors.Most && m.authors.Agreement == compare.Agrees && (m.year != compare.Differs || m.venue == compare.Agrees) && m.venue != compare.Differs && !m.otherVersion
	}
	return false
}

// isOfOtherKind reports whether a work of the same title is another one by its kind: a
// thesis is not the paper that came of it, a book not the review that bears its title
// nor a chapter, a law not the entry about it in an encyclopedia. Where the same
// people wrote both, a book may be known as a part of itself.
func (s *stated) isOfOtherKind(m *match) bool {
	kind := s.reference.Type
	isKind := func(is func(citation.EntryType) bool) bool {
		return slices.ContainsFunc(m.work, func(k *known) bool { return is(k.work.Record.Type) || k.work.Record.Type == "" })
	}
	wroteIt := m.authors.Shared > 0
	switch {
	case isThesis(kind):
		return !isKind(func(t citation.EntryType) bool { return isThesis(t) || t == citation.Misc })
	case kind == citation.Misc:
		isEntry := !isKind(func(t citation.EntryType) bool { return t != citation.InCollection })
		return isEntry && !wroteIt && m.venue != compare.Agrees
	case !isKind(func(t citation.EntryType) bool { return !isThesis(t) }):
		return true
	case isWhole(kind):
		return !wroteIt && !isKind(func(t citation.EntryType) bool { return !isPart(t) })
	case isPart(kind):
		return !wroteIt && !isKind(func(t citation.EntryType) bool { return !isWhole(t) })
	}
	return false
}

func isThesis(t citation.EntryType) bool {
	return t == citation.PhDThesis || t == citation.MastersThesis
}

// isWhole reports whether works of a type are published by themselves.
func isWhole(t citation.EntryType) bool { return t == citation.Book || t == citation.TechReport }

// isPart reports whether works of a type are published within others.
func isPart(t citation.EntryType) bool {
	return t == citation.Article || t == citation.InProceedings || t == citation.InCollection
}

// rank orders the works that a reference may mean: the one that it agrees with
// best has the highest.
func (m *match) rank() int {
	if m.bare {
		return -100 // any that can be compared comes before it
	}
	rank := [...]int{compare.OtherTitle: 0, compare.NearTitle: 4, compare.TypoTitle: 6, compare.PartTitle: 7, compare.SameTitle: 9}[m.title]
	if m.byID != "" {
		rank += 5
	}
	switch {
	case m.authors.Agreement == compare.Agrees:
		rank += 8
	case m.authors.Agreement == compare.Incomparable:
		rank += 3
	case m.authors.Most:
		rank += 2
	}
	for _, field := range [...]compare.Agreement{m.year, m.venue, m.doi, m.arxiv} {
		switch field {
		case compare.Agrees:
			rank += 2
		case compare.Differs:
			rank -= 2
		}
	}
	return rank
}

// differingFields returns what the work contradicts, by the JSON names of the
// fields in their order.
func (s *stated) differingFields(m *match) []string { return s.fieldsThat(m, compare.Differs) }

// agreedFields returns what the work confirms.
func (s *stated) agreedFields(m *match) []string { return s.fieldsThat(m, compare.Agrees) }

// incomparableFields returns what is stated and could be compared, but not with
// what the work has.
func (s *stated) incomparableFields(m *match) []string {
	return slices.DeleteFunc(s.fieldsThat(m, compare.Incomparable), func(field string) bool { return !s.states(field) })
}

// notConfirmedFields returns what is stated and an answer neither confirms nor
// contradicts, in the order of the table of fields.
func (s *stated) notConfirmedFields(a *Answer) []string {
	var fields []string
	for _, row := range ref.Fields {
		field := string(row.Name)
		isContradicted := slices.ContainsFunc(a.Differences, func(d Difference) bool { return d.Field == field })
		if s.states(field) && !isContradicted && !slices.Contains(a.Agreed, field) {
			fields = append(fields, field)
		}
	}
	return fields
}

func (s *stated) states(field string) bool { return s.reference.Text(field) != "" }

func (s *stated) fieldsThat(m *match, outcome compare.Agreement) []string {
	isbn := compare.Incomparable // an ISBN leads to a work; it is held against none
	if m.byID == "isbn" {
		isbn = compare.Agrees
	}
	var fields []string
	for _, compared := range [...]struct {
		field   string
		outcome compare.Agreement
	}{
		{"title", s.judgeTitle(m)},
		{"authors", m.authors.Agreement},
		{"year", m.year},
		{"container", m.venue},
		{"doi", m.doi},
		{"arxiv", m.arxiv},
		{"isbn", isbn},
		{"pmid", m.pmid},
	} {
		if compared.outcome == outcome {
			fields = append(fields, compared.field)
		}
	}
	return fields
}

// judgeTitle reports whether the title is another one than the work's. That of a
// preprint or of a version in a journal may have been changed for good.
func (s *stated) judgeTitle(m *match) compare.Agreement {
	switch {
	case s.title.Full == "":
		return compare.Incomparable
	case m.title >= compare.PartTitle:
		return compare.Agrees
	case m.byID == "arxiv" && m.title == compare.OtherTitle && !s.sharesTitleWord(m.work):
		return compare.Differs // more than a change of title
	case m.otherVersion || m.preprintOf || m.bare:
		return compare.Incomparable
	case m.title == compare.TypoTitle:
		return compare.Differs
	case m.byID == "arxiv" || s.preprint && !slices.ContainsFunc(m.work, func(k *known) bool { return !k.isPublished() }):
		return compare.Incomparable
	}
	return compare.Differs
}

// sharesTitleWord reports whether the title has a word of any title of a work, or
// either has none that can be compared.
func (s *stated) sharesTitleWord(c candidate) bool {
	return !slices.ContainsFunc(c, func(k *known) bool { return len(k.titles) > 0 }) || slices.ContainsFunc(c, func(k *known) bool {
		return slices.ContainsFunc(k.titles, func(t fold.Title) bool { return compare.HaveCommonWord(&s.title, &t) })
	})
}

// difference says what is stated in a field and what is known instead.
func (s *stated) difference(field string, m *match, w *Work) Difference {
	r := s.reference
	d := Difference{Field: field, Origin: w.Origin}
	switch field {
	case "title":
		d.Stated, d.Known = r.Title, w.Record.Title
	case "authors":
		d.Stated, d.Known = spell(r.Authors, !r.EtAl), spell(w.Record.Authors, !w.Record.EtAl)
		d.Detail = authorsDetail(m.authors)
	case "year":
		d.Stated, d.Known = r.Year, strings.Join(yearNames(w), " or ")
	case "container":
		d.Stated, d.Known = r.Container, strings.Join(w.Venues[:min(len(w.Venues), 3)], " or ")
	case "doi":
		d.Stated, d.Known = r.DOI, joinKnown(m.work, func(r *citation.Reference) string { return r.DOI })
	case "arxiv":
		d.Stated, d.Known = r.ArXiv, joinKnown(m.work, func(r *citation.Reference) string { return r.ArXiv })
	case "pmid":
		d.Stated, d.Known = r.PMID, joinKnown(m.work, func(r *citation.Reference) string { return r.PMID })
	}
	d.Known = cut(d.Known, mostKnown)
	return d
}

func yearNames(w *Work) []string {
	var names []string
	for _, year := range w.Years {
		names = append(names, strconv.Itoa(year))
	}
	return names
}

// joinKnown joins the values that records have.
func joinKnown(c candidate, of func(*citation.Reference) string) string {
	var values []string
	for _, k := range c {
		if v := of(&k.work.Record); v != "" && !slices.Contains(values, v) {
			values = append(values, v)
		}
	}
	return strings.Join(values, " or ")
}
