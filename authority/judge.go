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
		if len(w.Record.Authors) == 0 {
			d.Known = spell(w.Record.Editors, true)
		}
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
