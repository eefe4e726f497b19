package output

import (
	"regexp"
	"strings"

	"github.com/factcite/factcite/citation/internal/bibref"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/latex"
	"github.com/factcite/factcite/internal/text"
	"github.com/goccy/go-yaml"
)

// cffHead opens a CITATION.cff (Citation File Format 1.2.0,
// https://doi.org/10.5281/zenodo.5171937). A file that cites works has a title of its
// own and authors, which nobody states: those are for people to replace, and exchange reads
// no work of them.
const cffHead = `cff-version: 1.2.0
message: Please cite the works that this file refers to.
title: References
type: dataset
authors:
  - name: The authors of the works
`

// newCFFWorkEncoder returns the encoder of a CITATION.cff for one work. CFF's own
// members are those of software and data; any other work is what it prefers to cite.
func newCFFWorkEncoder(opts Options) Encoder {
	return func(content []byte, e *Entry) ([]byte, error) {
		w := e.Reference.WithDerived()
		c := cffObject{}
		c.add("cff-version", "1.2.0")
		c.add("message", "Please cite this work as follows.")
		c.add("title", cffTitle(w))
		c.names("authors", w.Authors, w.EtAl)
		isOwn := w.Kind == ref.Software || w.Kind == ref.Dataset
		if w.Kind == ref.Dataset {
			c.add("type", "dataset")
		} else {
			c.add("type", "software")
		}
		for _, name := range []ref.Field{ref.FieldVersion, ref.FieldDOI, ref.FieldURL, ref.FieldArXiv, ref.FieldPMID} {
			row := ref.RowOf(name)
			c.field(row, row.CFF.Name, w)
		}
		if dates := w.Dates(); len(dates) == 1 && len(dates[0]) == 3 {
			c.add("date-released", ref.ISODate(dates[0]))
		}
		if !isOwn {
			c.add("preferred-citation", cffReference(e.Reference, opts))
		}
		written, err := yaml.Marshal(c.members)
		return append(content, written...), err
	}
}

// newCFFEncoder returns the encoder of the references of a CITATION.cff.
func newCFFEncoder(opts Options) Encoder {
	return func(content []byte, e *Entry) ([]byte, error) {
		written, err := yaml.Marshal([]yaml.MapSlice{cffReference(e.Reference, opts)})
		if err != nil {
			return content, err
		}
		for line := range strings.Lines(string(written)) {
			content = append(append(content, "  "...), line...)
		}
		return content, nil
	}
}

// cffReference returns a work as an object of CFF's definition "reference", whose type,
// title and authors are required.
func cffReference(r *ref.Reference, opts Options) yaml.MapSlice {
	w := r.WithDerived()
	c := cffObject{}
	c.add("type", cffType(w))
	c.add("title", cffTitle(w))
	c.names("authors", w.Authors, w.EtAl)
	if w.Type == ref.InCollection && w.Container != "" {
		c.text("collection-type", "book")
	}
	for _, row := range ref.Fields {
		if name := row.CFF.NameIn(string(w.Type), w); name != "" {
			c.field(row, name, w)
		}
	}
	c.extra(w.Entry)
	if c.value("thesis-type") == nil && w.Type == ref.MastersThesis {
		c.add("thesis-type", "Master’s thesis")
	}
	if !opts.NoProvenance {
		c.note(text.Prefixed("derived: ", r.DerivedNote()))
	}
	return c.members
}

// cffTitle is the title, or what names a work without one.
func cffTitle(w *ref.Reference) string {
	for _, name := range []string{w.Title, w.Container, w.Institution, w.DOI, w.URL} {
		if name = text.CleanText(name); name != "" {
			return name
		}
	}
	return "untitled"
}

// cffObject is an object with its members in the order added.
type cffObject struct{ members yaml.MapSlice }

func (c *cffObject) add(name string, value any) {
	c.members = append(c.members, yaml.MapItem{Key: name, Value: value})
}

// value is the member of a name, nil if there is none.
func (c *cffObject) value(name string) any {
	for _, m := range c.members {
		if m.Key == name {
			return m.Value
		}
	}
	return nil
}

// set gives a member a value, in the place that it has if it is there.
func (c *cffObject) set(name string, value any) {
	for i := range c.members {
		if c.members[i].Key == name {
			c.members[i].Value = value
			return
		}
	}
	c.add(name, value)
}

func (c *cffObject) text(name, value string) {
	if value = text.CleanText(value); value != "" && c.value(name) == nil {
		c.add(name, value)
	}
}

// note adds to what is noted.
func (c *cffObject) note(value string) {
	before, _ := c.value("notes").(string)
	if notes := strings.Join(text.NonEmpty(before, text.CleanText(value)), "; "); notes != "" {
		c.set("notes", notes)
	}
}

func (c *cffObject) field(row *ref.Row, name string, w *ref.Reference) {
	switch row.Kind {
	case ref.NameList:
		if names := *row.Names(w); len(names) > 0 {
			c.names(name, names, false)
		}
	case ref.PageRange:
		first, last, _ := strings.Cut(ref.DashedPages(text.CleanText(w.Pages)), "–")
		c.text(name, first)
		c.text("end", last)
	case ref.Year:
		c.date(name, w)
	case ref.AccessDate:
		if date := ref.ReadDate(w.URLDate); len(date) == 3 {
			c.add(name, ref.ISODate(date))
		}
	case ref.Address:
		if isAddress(w.URL) {
			c.text(name, w.URL)
		}
	case ref.DOIName:
		switch doi := valueOf(row, w); {
		case cffDOI.MatchString(doi):
			c.text(name, doi)
		case doi != "":
			c.identifier("identifiers", "doi:"+text.CleanText(doi))
		}
	case ref.ArXivID, ref.PubMedID:
		if id := valueOf(row, w); id != "" {
			c.identifier(name, string(row.Name)+":"+id)
		}
	default:
		switch value := *row.Text(w); row.Name {
		case ref.FieldPublisher, ref.FieldInstitution, ref.FieldAddress:
			c.entity(name, value)
		case ref.FieldSeries:
			c.series(name, value)
		case ref.FieldISBN:
			if isbn := fold.ISBN(value); isbn != "" {
				c.text(name, isbn)
			}
		default:
			c.text(name, value)
		}
	}
}

// series adds the series of a work, or notes it where what holds the work has its member.
func (c *cffObject) series(name, value string) {
	if value = text.CleanText(value); c.value(name) != nil && c.value(name) != value {
		c.note(text.Prefixed("Series: ", value))
		return
	}
	c.text(name, value)
}

// extra adds what an entry of a .bib has besides.
func (c *cffObject) extra(e *ref.Entry) {
	if e == nil {
		return
	}
	for _, f := range e.Extra() {
		row := ref.FormatRowOf(f.Name)
		switch {
		case row == nil || row.CFF.Name == "":
		case row.Kind == ref.NameList:
			if names, etal := bibref.Names(f.Value); len(names) > 0 {
				c.names(row.CFF.Name, names, etal)
			}
		case row.Kind == ref.WordList:
			var list []string
			for _, word := range words(f) {
				list = append(list, text.NonEmpty(text.CleanText(word))...)
			}
			c.add(row.CFF.Name, list)
		case row.CFF.Name == "notes":
			c.note(latex.Decode(f.Value))
		default:
			c.text(row.CFF.Name, latex.Decode(f.Value))
		}
	}
}

// identifier adds one to the list of those that have no member of their own.
func (c *cffObject) identifier(name, value string) {
	list, _ := c.value(name).([]yaml.MapSlice)
	c.set(name, append(list, yaml.MapSlice{{Key: "type", Value: "other"}, {Key: "value", Value: value}}))
}

// cffDOI is CFF's own pattern of a DOI.
var cffDOI = regexp.MustCompile(`^10\.\d{4,9}(\.\d+)?/[A-Za-z0-9:/_;\-.()\[\]\\]+$`)

// isAddress reports whether CFF takes a text as a URL.
func isAddress(url string) bool {
	for _, scheme := range [...]string{"https://", "http://", "ftp://", "sftp://"} {
		if strings.HasPrefix(url, scheme) && !strings.ContainsAny(url, " \t\n") {
			return true
		}
	}
	return false
}

// cffStates are CFF's words for the state of a publication, by how they are folded.
var cffStates = map[string]string{
	"inpress": "in-press", "inpreparation": "in-preparation", "submitted": "submitted", "advanceonline": "advance-online",
}

// date gives the year and, of one date, the month and the day that it is published.
// Several years are noted, and so are words that are no state of CFF's.
func (c *cffObject) date(name string, w *ref.Reference) {
	dates := w.Dates()
	state := cffStates[strings.Join(fold.Words(w.Year), "")]
	if state == "" && (len(dates) == 0 || len(ref.RangeEnds(w.Year)) > 1) {
		c.note(text.Prefixed("Date: ", text.CleanText(w.Year)))
	}
	switch {
	case state != "":
		c.text("status", state)
	case len(dates) == 1 && len(dates[0]) == 3:
		c.add("date-published", ref.ISODate(dates[0]))
		fallthrough
	case len(dates) > 0:
		c.add(name, dates[0][0])
		if len(dates) == 1 && len(dates[0]) > 1 {
			c.add("month", dates[0][1])
		}
	}
}

// entity adds a body.
func (c *cffObject) entity(name, body string) {
	if body = text.CleanText(body); body != "" && c.value(name) == nil {
		c.add(name, yaml.MapSlice{{Key: "name", Value: body}})
	}
}

// names adds people and bodies. CFF wants an author: who is not stated is "unknown", which
// exchange reads as nobody.
func (c *cffObject) names(name string, names []ref.Name, etal bool) {
	var list []yaml.MapSlice
	for _, n := range names {
		person := cffObject{}
		for _, part := range [...]struct{ name, value string }{
			{"family-names", n.Family}, {"given-names", n.Given}, {"name-particle", n.Particle}, {"name-suffix", n.Suffix}, {"name", n.Literal},
		} {
			person.text(part.name, part.value)
		}
		if len(person.members) > 0 {
			list = append(list, person.members)
		}
	}
	if etal && len(list) > 0 {
		list = append(list, yaml.MapSlice{{Key: "name", Value: "others"}})
	}
	if len(list) == 0 {
		list = []yaml.MapSlice{{{Key: "name", Value: "unknown"}}}
	}
	c.add(name, list)
}

// cffTypes are the types of CFF for entry types that say more than a reference's do.
var cffTypes = map[string]string{
	"proceedings": "proceedings", "mvproceedings": "proceedings", "collection": "edited-work", "mvcollection": "edited-work",
	"manual": "manual", "booklet": "pamphlet", "unpublished": "unpublished", "periodical": "serial",
}

// cffType is one of the types of CFF's definition "reference".
func cffType(w *ref.Reference) string {
	if form, ok := ref.Kinds[w.Kind]; ok {
		return form.CFF
	}
	if w.Entry != nil && cffTypes[w.Entry.Type] != "" {
		return cffTypes[w.Entry.Type]
	}
	switch w.Type {
	case ref.Article:
		return "article"
	case ref.InProceedings:
		return "conference-paper"
	case ref.Book, ref.InCollection:
		return "book"
	case ref.PhDThesis, ref.MastersThesis:
		return "thesis"
	case ref.TechReport:
		return "report"
	}
	return "generic"
}
