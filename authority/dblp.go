package authority

import (
	"strings"

	"github.com/factcite/factcite/citation"
)

// dblpVolume is what the papers of a proceedings or a book take from its record.
type dblpVolume struct{ title, publisher string }

// maxDBLPVolumes bounds the volumes that are remembered, several times those that
// dblp has.
const maxDBLPVolumes = 400_000

// dblpWork reads a record of dblp.xml (https://dblp.org/xml/docu/dblpxml.pdf). A
// paper in a volume whose record was read before has its full title for a venue.
func (x *xmlReader) dblpWork(kind string, attributes, inner []byte) ([]*Work, error) {
	key := xmlAttribute(attributes, "key")
	if kind == "person" || kind == "www" && strings.HasPrefix(key, "homepages/") {
		return nil, nil
	}
	w := &Work{Origin: Origin{Source: "dblp", Key: key, Date: xmlAttribute(attributes, "mdate")}}
	r := &w.Record
	r.Type = dblpRecords[kind]
	var journal, booktitle, year, parent, isbn string
	for e, err := range xmlChildren(inner) {
		if err != nil {
			return nil, err
		}
		switch string(e.name) {
		case "author":
			w.addAuthor(spokenName(x.text(e.inner)))
		case "editor":
			w.addEditor(spokenName(x.text(e.inner)))
		case "title":
			r.Title = withoutFullStop(x.text(e.inner))
		case "year":
			year = x.text(e.inner)
		case "journal":
			journal = x.text(e.inner)
		case "booktitle":
			booktitle = x.text(e.inner)
		case "volume":
			r.Volume = x.text(e.inner)
		case "number":
			r.Number = x.text(e.inner)
		case "pages":
			r.Pages = x.text(e.inner)
		case "series":
			r.Series = x.text(e.inner)
		case "publisher":
			r.Publisher = x.text(e.inner)
		case "school":
			r.Institution = x.text(e.inner)
		case "isbn":
			isbn += x.text(e.inner) + " "
		case "ee":
			w.setURL(x.text(e.inner))
		case "crossref":
			parent = x.text(e.inner)
		}
	}
	r.ISBN = isbn
	if r.Type == citation.Book {
		x.remember(key, dblpVolume{r.Title, r.Publisher})
	}
	if citation.IsPreprintServer(journal) {
		w.setArXiv(r.Volume)
		r.Volume, r.Number = "", ""
		w.Status = Preprint
		journal = ""
	}
	if volume, known := x.proceedings[parent]; known && parent != key && parent != "" {
		r.Container, r.Publisher = volume.title, volume.publisher
	}
	w.addAll(nil, []string{year}, []string{booktitle, journal})
	if publication := xmlAttribute(attributes, "publtype"); strings.Contains(publication, "withdrawn") {
		w.retract(Retraction{Reason: "withdrawn"})
	}
	return []*Work{w}, nil
}

// remember keeps a volume for the papers in it.
func (x *xmlReader) remember(key string, v dblpVolume) {
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
