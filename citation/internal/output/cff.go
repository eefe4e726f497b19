package output

import (
	"regexp"
	"strings"

	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/text"
	"github.com/goccy/go-yaml"
)

// cffHead opens a CITATION.cff (Citation File Format 1.2.0,
// https://doi.org/10.5281/zenodo.5171937). A file that cites works has a title of its
// own and authors, which nobody states: those are for people to replace.
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
	for _, row := range ref.Fields {
		if name := row.CFF.NameIn(string(w.Type), w); name != "" {
			c.field(row, name, w)
		}
	}
	if note := r.DerivedNote(); note != "" && !opts.NoProvenance {
		c.add("notes", "derived: "+note)
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

func (c *cffObject) has(name string) bool {
	for _, m := range c.members {
		if m.Key == name {
			return true
		}
	}
	return false
}

func (c *cffObject) text(name, value string) {
	if value = text.CleanText(value); value != "" && !c.has(name) {
		c.add(name, value)
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
		case ref.FieldISBN:
			if isbn := fold.ISBN(value); isbn != "" {
				c.text(name, isbn)
			}
		default:
			c.text(name, value)
		}
	}
}

// identifier adds one to the list of those that have no member of their own.
func (c *cffObject) identifier(name, value string) {
	item := yaml.MapSlice{{Key: "type", Value: "other"}, {Key: "value", Value: value}}
	for i := range c.members {
		if list, ok := c.members[i].Value.([]yaml.MapSlice); ok && c.members[i].Key == name {
			c.members[i].Value = append(list, item)
			return
		}
	}
	c.add(name, []yaml.MapSlice{item})
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

// date gives the year and, of one date, the month and the day that it is published;
// a year in words is the state of the publication, for which CFF has its own words.
func (c *cffObject) date(name string, w *ref.Reference) {
	dates := w.Dates()
	switch {
	case len(dates) == 0 && w.Year != "":
		c.text("notes", w.Year)
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
	if body = text.CleanText(body); body != "" && !c.has(name) {
		c.add(name, yaml.MapSlice{{Key: "name", Value: body}})
	}
}

// names adds people and bodies. CFF wants an author: who is not stated is "unknown".
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

// cffType is one of the types of CFF's definition "reference".
func cffType(w *ref.Reference) string {
	if form, ok := ref.Kinds[w.Kind]; ok {
		return form.CFF
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
