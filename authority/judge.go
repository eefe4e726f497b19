package authority

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/factcite/factcite/citation"
)

// longTitle is how many words a title has that is no other work's by chance.
const longTitle = 6

// isMeant tells whether a reference means the work that it was compared with,
// even if something that it states is contradicted.
func (s *stated) isMeant(m *match) bool {
	if m.byID != "" {
		return m.bare || s.title.Full == "" || m.title != otherTitle || m.authors.most || m.preprintOf && m.authors.agreement == incomparable
	}
	if s.title.Generic {
		return m.title == sameTitle && m.authors.agreement == agrees && (m.year == agrees || m.venue == agrees)
	}
	long := len(s.title.Words) >= longTitle
	confirmed := m.year == agrees || m.venue == agrees
	contradicted := m.year == differs || m.venue == differs
	switch m.title {
	case sameTitle:
		othersWroteIt := m.authors.agreement == differs
		switch {
		case m.authors.shared > 0:
			return true
		case othersWroteIt && m.year == differs && m.venue == differs:
			return false
		case !confirmed && (m.year == differs && m.venue == differs || othersWroteIt && contradicted):
			return long
		case othersWroteIt:
			return m.distinct || m.year == agrees && m.venue == agrees
		}
		return m.distinct || !contradicted
	case partTitle:
		return m.authors.most || m.authors.agreement == incomparable && m.distinct && !contradicted
	case typoTitle:
		if m.authors.agreement == incomparable {
			return m.distinct && !contradicted && (long || confirmed)
		}
		return m.authors.most && m.year != differs
	case nearTitle:
		return m.authors.most && m.authors.agreement == agrees && (m.year != differs || m.venue == agrees) && !m.otherVersion
	}
	return false
}

// rank orders the works that a reference may mean: the one that it agrees with
// best has the highest.
func (m *match) rank() int {
	if m.bare {
		return -100 // any that can be compared comes before it
	}
	rank := [...]int{otherTitle: 0, nearTitle: 4, typoTitle: 6, partTitle: 7, sameTitle: 9}[m.title]
	if m.byID != "" {
		rank += 5
	}
	switch {
	case m.authors.agreement == agrees:
		rank += 8
	case m.authors.agreement == incomparable:
		rank += 3
	case m.authors.most:
		rank += 2
	}
	for _, field := range [...]agreement{m.year, m.venue, m.doi, m.arxiv} {
		switch field {
		case agrees:
			rank += 2
		case differs:
			rank -= 2
		}
	}
	return rank
}

// differingFields returns what the work contradicts, by the JSON names of the
// fields in their order.
func (s *stated) differingFields(m *match) []string { return s.fieldsThat(m, differs) }

// agreedFields returns what the work confirms.
func (s *stated) agreedFields(m *match) []string { return s.fieldsThat(m, agrees) }

func (s *stated) fieldsThat(m *match, outcome agreement) []string {
	isbn := incomparable // an ISBN leads to a work; it is held against none
	if m.byID == "isbn" {
		isbn = agrees
	}
	var fields []string
	for _, compared := range [...]struct {
		field   string
		outcome agreement
	}{
		{"title", s.judgeTitle(m)},
		{"authors", m.authors.agreement},
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

// judgeTitle tells whether the title is another one than the work's. That of a
// preprint or of a version in a journal may have been changed for good.
func (s *stated) judgeTitle(m *match) agreement {
	switch {
	case s.title.Full == "":
		return incomparable
	case m.title >= partTitle:
		return agrees
	case m.otherVersion || m.preprintOf || m.bare:
		return incomparable
	case m.title == typoTitle:
		return differs
	case m.byID == "arxiv" || s.preprint && !slices.ContainsFunc(m.work, func(k *known) bool { return !k.isPublished() }):
		return incomparable
	}
	return differs
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

// Bounds in code points of what a message shows of a record.
const (
	mostKnown = 300
	mostTitle = 200
)

// cut returns at most n code points of a text, the last an ellipsis where it was
// longer.
func cut(text string, n int) string {
	if len(text) <= n {
		return text
	}
	count := 0
	for i := range text {
		if count++; count == n && utf8.RuneCountInString(text[i:]) > 1 {
			return text[:i] + "…"
		}
	}
	return text
}

// describe names a work: "Felt rims" by Ana Roe et al. (2019).
func describe(r *citation.Reference) string {
	text := `"` + cut(r.Title, mostTitle) + `"`
	switch {
	case len(r.Authors) == 1 && !r.EtAl, len(r.Authors) == 2 && !r.EtAl:
		text += " by " + withoutNumber(r.Authors[0]).String()
		if len(r.Authors) == 2 {
			text += " and " + withoutNumber(r.Authors[1]).String()
		}
	case len(r.Authors) > 0:
		text += " by " + withoutNumber(r.Authors[0]).String() + " et al."
	}
	text = cut(text, mostKnown-len(" (2019)"))
	if year := leadingYear(r.Year); year != 0 {
		text += " (" + strconv.Itoa(year) + ")"
	}
	return text
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
