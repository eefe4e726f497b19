package record

import (
	"strings"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/xmltext"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/venue"
)

// dblpVolume is what the papers of a proceedings or a book take from its record.
type dblpVolume struct{ title, publisher string }

// maxDBLPVolumes bounds the volumes that are remembered, several times those that
// dblp has.
const maxDBLPVolumes = 400_000

// dblpWork reads a record of dblp.xml (https://dblp.org/xml/docu/dblpxml.pdf). A
// paper in a volume whose record was read before has its full title for a venue.
func (x *XML) dblpWork(kind string, attributes, inner []byte) (*draft, error) {
	key := xmltext.Attribute(attributes, "key")
	if kind == "person" || kind == "www" && strings.HasPrefix(key, "homepages/") {
		return nil, nil
	}
	w := newDraft("dblp")
	w.Origin.Key, w.Origin.Date = key, xmltext.Attribute(attributes, "mdate")
	r := &w.Record
	r.Type = dblpRecords[kind]
	var journal, booktitle, year, parent, isbn string
	for e, err := range xmltext.Children(inner) {
		if err != nil {
			return nil, err
		}
		switch string(e.Name) {
		case "author":
			w.addAuthor(spokenName(x.text(e.Inner)))
		case "editor":
			w.addEditor(spokenName(x.text(e.Inner)))
		case "title":
			r.Title = withoutFullStop(x.text(e.Inner))
		case "year":
			year = x.text(e.Inner)
		case "journal":
			journal = x.text(e.Inner)
		case "booktitle":
			booktitle = x.text(e.Inner)
		case "volume":
			r.Volume = x.text(e.Inner)
		case "number":
			r.Number = x.text(e.Inner)
		case "pages":
			r.Pages = x.text(e.Inner)
		case "series":
			r.Series = x.text(e.Inner)
		case "publisher":
			r.Publisher = x.text(e.Inner)
		case "school":
			r.Institution = x.text(e.Inner)
		case "isbn":
			isbn += x.text(e.Inner) + " "
		case "ee":
			w.setURL(x.text(e.Inner))
		case "crossref":
			parent = x.text(e.Inner)
		}
	}
	r.ISBN = isbn
	if r.Type == citation.Book {
		x.remember(key, dblpVolume{r.Title, r.Publisher})
	}
	if venue.IsPreprintServer(journal) {
		w.setArXiv(r.Volume)
		r.Volume, r.Number = "", ""
		w.Status = authority.Preprint
		journal = ""
	}
	if volume, known := x.proceedings[parent]; known && parent != key && parent != "" {
		r.Container, r.Publisher = volume.title, volume.publisher
	}
	w.addAll(nil, []string{year}, []string{booktitle, journal})
	if publication := xmltext.Attribute(attributes, "publtype"); strings.Contains(publication, "withdrawn") {
		w.retract(authority.Retraction{Reason: "withdrawn"})
	}
	return w, nil
}

// remember keeps a volume for the papers in it.
func (x *XML) remember(key string, v dblpVolume) {
	if len(x.proceedings) < maxDBLPVolumes && len(v.title) < 1000 {
		x.proceedings[key] = v
	}
}

// withoutFullStop takes off the full stop with which dblp ends titles.
func withoutFullStop(title string) string {
	if strings.HasSuffix(title, "..") {
		return title
	}
	return strings.TrimSuffix(title, ".")
}
