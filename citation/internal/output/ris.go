package output

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/factcite/factcite/citation/internal/bibref"
	"github.com/factcite/factcite/citation/internal/identity"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/latex"
	"github.com/factcite/factcite/internal/text"
)

// newRISEncoder returns the encoder of the RIS format, whose tags reference
// managers agree on (Research Information Systems' specification of 2011): two
// letters a line, an empty ER line at a record's end.
func newRISEncoder(opts Options) Encoder {
	return func(content []byte, e *Entry) ([]byte, error) {
		var record risRecord
		record.reference(e.Key, e.Reference)
		if !opts.NoProvenance {
			for _, fact := range e.Facts {
				record.add("U1", "x-facts: "+fact)
			}
			record.add("U2", text.Prefixed("x-derived: ", e.Reference.DerivedNote()))
			record.add("U3", text.Prefixed("x-filled: ", e.notes(e.WasFilled, e.Filled)))
			record.add("U4", text.Prefixed("x-contradicted: ", e.notes(e.WasContradicted, e.Contradicted)))
		}
		return append(record.append(content), "ER  - \r\n\r\n"...), nil
	}
}

// risRecord collects the lines of one record.
type risRecord struct{ lines []risLine }

type risLine struct{ tag, value string }

// add adds a line; a value is always one line of text, and none is written for an
// empty one.
func (x *risRecord) add(tag, value string) {
	if value = text.CleanText(value); value != "" {
		x.lines = append(x.lines, risLine{tag, value})
	}
}

// risOrder is the order of a record's lines, which the type must open; other tags
// follow.
var risOrder = strings.Fields("TY ID AU ED A4 TI JO T2 T3 PB CY ET M3 PY DA VL IS SP EP C7 DO SN AN UR Y2 LA AB KW N1")

func (x *risRecord) append(text []byte) []byte {
	slices.SortStableFunc(x.lines, func(a, b risLine) int {
		return cmp.Compare(rankIn(risOrder, a.tag), rankIn(risOrder, b.tag))
	})
	for _, l := range x.lines {
		text = append(text, l.tag+"  - "+l.value+"\r\n"...)
	}
	return text
}

func (x *risRecord) reference(key string, r *ref.Reference) {
	w := ofTitledBook(r.WithDerived())
	kind, thesis := risType(w)
	x.add("TY", kind)
	x.add("ID", key)
	for _, row := range ref.Fields {
		if tag := row.RIS.NameIn(string(w.Type), w); tag != "" && row.Kind != ref.ArXivID {
			x.field(row, tag, w)
		}
	}
	x.extra(w.Entry)
	for _, note := range passedOver(w) {
		x.add("N1", note)
	}
	if w.Genre == "" {
		x.add("M3", thesis)
	}
	if id := fold.ArXivID(w.ArXiv); id != "" { // after the address that is stated
		x.add(ref.RowOf(ref.FieldArXiv).RIS.Name, "https://arxiv.org/abs/"+id)
	}
}

// extra adds what an entry of a .bib has besides.
func (x *risRecord) extra(e *ref.Entry) {
	if e == nil {
		return
	}
	for _, f := range e.Extra() {
		switch row := ref.FormatRowOf(f.Name); {
		case row == nil || row.RIS.Name == "":
		case row.Kind == ref.NameList:
			names, etal := bibref.Names(f.Value)
			x.names(row.RIS.Name, names, etal)
		case row.Kind == ref.WordList:
			for _, word := range words(f) {
				x.add(row.RIS.Name, word)
			}
		case f.Name == "langid":
			x.add(row.RIS.Name, ref.LanguageTag(f.Value))
		default:
			x.add(row.RIS.Name, latex.Decode(f.Value))
		}
	}
}

// words are the keywords of an entry, which commas or semicolons part.
func words(f ref.EntryField) []string {
	separator := ","
	if strings.Contains(f.Value, ";") {
		separator = ";"
	}
	return strings.Split(latex.Decode(f.Value), separator)
}

func (x *risRecord) field(row *ref.Row, tag string, w *ref.Reference) {
	switch row.Kind {
	case ref.NameList:
		x.names(tag, *row.Names(w), row.Name == ref.FieldAuthors && w.EtAl)
	case ref.PageRange:
		first, last, _ := strings.Cut(ref.DashedPages(text.CleanText(w.Pages)), "–")
		x.add(tag, first)
		x.add("EP", last)
	case ref.Year:
		x.date(tag, w)
	case ref.AccessDate:
		if date := ref.ReadDate(w.URLDate); date != nil {
			x.add(tag, risDate(date))
		} else {
			x.add(tag, w.URLDate)
		}
	case ref.PubMedID:
		x.add(tag, text.Prefixed("PMID:", valueOf(row, w)))
	default:
		x.once(tag, row, w)
	}
}

// once adds a line whose tag a record has once: what another field of that tag says is
// noted.
func (x *risRecord) once(tag string, row *ref.Row, w *ref.Reference) {
	value := valueOf(row, w)
	held := slices.IndexFunc(x.lines, func(l risLine) bool { return l.tag == tag })
	switch {
	case held < 0:
		x.add(tag, value)
	case value != "" && x.lines[held].value != value:
		x.add("N1", cmp.Or(noted(row, &ref.Form{Note: cmp.Or(row.BibTeX.Note, row.BibLaTeX.Note, "%")}, w), value))
	}
}

func risType(w *ref.Reference) (kind, thesis string) {
	if form, ok := ref.Kinds[w.Kind]; ok {
		return form.RIS, ""
	}
	switch w.Type {
	case ref.Article:
		return "JOUR", ""
	case ref.InProceedings:
		return "CONF", ""
	case ref.Book:
		return "BOOK", ""
	case ref.InCollection:
		return "CHAP", ""
	case ref.PhDThesis:
		return "THES", "PhD thesis"
	case ref.MastersThesis:
		return "THES", "Master’s thesis"
	case ref.TechReport:
		return "RPRT", ""
	}
	switch {
	case identity.IsPreprint(w):
		return "UNPB", ""
	case w.URL != "":
		return "ELEC", ""
	}
	return "GEN", ""
}

// names writes a name a line: "particle Family, Given, Suffix"; "et al." is the last one.
func (x *risRecord) names(tag string, names []ref.Name, etal bool) {
	for _, n := range names {
		if n.Literal != "" {
			x.add(tag, n.Literal)
			continue
		}
		family := strings.Join(text.NonEmpty(n.Particle, n.Family), " ")
		given := n.Given
		if n.Suffix != "" {
			given += ", " + n.Suffix
		}
		x.add(tag, strings.Join(text.NonEmpty(family, given), ", "))
	}
	if etal && len(names) > 0 {
		x.add(tag, "et al.")
	}
}

// date writes the year, which has four digits, and the first day of what is dated more
// exactly. Several years, and words, are noted.
func (x *risRecord) date(tag string, w *ref.Reference) {
	dates := w.Dates()
	if len(dates) == 0 || len(ref.RangeEnds(w.Year)) > 1 {
		x.add("N1", text.Prefixed("Date: ", text.CleanText(w.Year)))
	}
	if len(dates) == 0 {
		return
	}
	x.add(tag, fmt.Sprintf("%04d", dates[0][0]))
	if len(dates[0]) > 1 {
		x.add("DA", risDate(dates[0]))
	}
}

// risDate writes a date as RIS does, with a slash after each part but the day.
func risDate(parts []int) string {
	date := strings.ReplaceAll(ref.ISODate(parts), "-", "/")
	if len(parts) < 3 {
		date += "/"
	}
	return date
}
