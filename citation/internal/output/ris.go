package output

import (
	"fmt"
	"strings"

	"github.com/factcite/factcite/citation/internal/identity"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/text"
)

// newRISEncoder returns the encoder of the RIS format, whose tags reference
// managers agree on (Research Information Systems' specification of 2011): two
// letters a line, an empty ER line at a record's end.
func newRISEncoder(opts Options) Encoder {
	return func(content []byte, e *Entry) ([]byte, error) {
		record := risRecord{text: content}
		record.reference(e.Key, e.Reference)
		if !opts.NoProvenance {
			for _, fact := range e.Facts {
				record.add("U1", "x-facts: "+fact)
			}
			record.add("U2", text.Prefixed("x-derived: ", e.Reference.DerivedNote()))
			record.add("U3", text.Prefixed("x-filled: ", e.notes(e.Filled)))
			record.add("U4", text.Prefixed("x-contradicted: ", e.notes(e.Contradicted)))
		}
		return append(record.text, "ER  - \r\n\r\n"...), nil
	}
}

// risRecord collects the lines of one record.
type risRecord struct{ text []byte }

// add writes a line; a value is always one line of text, and none is written
// for an empty one.
func (x *risRecord) add(tag, value string) {
	if value = text.CleanText(value); value != "" {
		x.text = append(x.text, tag+"  - "+value+"\r\n"...)
	}
}

func (x *risRecord) reference(key string, r *ref.Reference) {
	w := r.WithDerived()
	kind, thesis := risType(&w)
	x.add("TY", kind)
	x.add("ID", key)
	x.names("AU", w.Authors, w.EtAl)
	x.names("ED", w.Editors, false)
	x.add("TI", w.Title)
	switch w.Type {
	case ref.Article:
		x.add("JO", w.Container)
	case ref.Book:
		x.add("T3", w.Container)
	default:
		x.add("T2", w.Container)
	}
	if w.Type != ref.Book || w.Series != w.Container {
		x.add("T3", w.Series)
	}
	x.add("PB", w.Publisher)
	if w.Institution != w.Publisher {
		x.add("PB", w.Institution)
	}
	x.add("CY", w.Address)
	x.add("ET", w.Edition)
	x.add("M3", thesis)
	x.date(&w)
	x.add("VL", w.Volume)
	x.add("IS", w.Number)
	first, last, _ := strings.Cut(ref.DashedPages(text.CleanText(w.Pages)), "–")
	x.add("SP", first)
	x.add("EP", last)
	x.add("C7", w.EID)
	x.add("DO", fold.DOIName(w.DOI))
	x.add("SN", w.ISBN)
	x.add("AN", text.Prefixed("PMID:", w.PMID))
	x.add("UR", w.URL)
	if id := fold.ArXivID(w.ArXiv); id != "" {
		x.add("UR", "https://arxiv.org/abs/"+id)
	}
}

func risType(w *ref.Reference) (kind, thesis string) {
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

// names writes a name a line: "particle Family, Given, Suffix"; "et al." is the
// name "others".
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
		x.add(tag, "others")
	}
}

// date writes the year, and the first day of what is dated more exactly.
func (x *risRecord) date(w *ref.Reference) {
	dates := w.Dates()
	if len(dates) == 0 || len(ref.RangeEnds(w.Year)) > 1 {
		x.add("PY", w.Year)
		return
	}
	first := append(dates[0], 0, 0)
	x.add("PY", fmt.Sprintf("%04d", first[0]))
	switch {
	case first[2] > 0:
		x.add("DA", fmt.Sprintf("%04d/%02d/%02d", first[0], first[1], first[2]))
	case first[1] > 0:
		x.add("DA", fmt.Sprintf("%04d/%02d/", first[0], first[1]))
	}
}
