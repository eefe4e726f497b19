package record

import (
	"fmt"
	"strings"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/xmltext"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/text"
)

// anthologyVolume is what the papers of a volume of the ACL Anthology have in
// common.
type anthologyVolume struct {
	collection, id string
	journal        bool
	title          string
	venues         []string // acronyms
	editors        []citation.Name
	publisher      string
	address        string
	year           string
	volume, number string // of a journal
	numbers        string // of a file of before 2019: those that its papers begin with
}

func newAnthologyVolume(collection string, attributes []byte) anthologyVolume {
	return anthologyVolume{collection: collection, id: xmltext.Attribute(attributes, "id"), journal: xmltext.Attribute(attributes, "type") == "journal"}
}

// anthologyMeta reads what a volume says of itself, which makes the volume a work.
func (x *XML) anthologyMeta(inner []byte) (*draft, error) {
	v := &x.anthology
	w := newDraft("acl")
	w.Origin.Key = v.collection + "-" + v.id
	ofVolume := false // else of an event, which only lists volumes
	for e, err := range xmltext.Children(inner) {
		if err != nil {
			return nil, err
		}
		text := x.text(e.Inner)
		switch string(e.Name) {
		case "booktitle":
			v.title, ofVolume = text, true
		case "journal-title":
			v.title, v.journal, ofVolume = text, true, true
		case "journal-volume":
			v.volume = text
		case "journal-issue":
			v.number = text
		case "editor":
			w.addEditor(x.anthologyName(e.Inner))
		case "publisher":
			v.publisher = text
		case "address":
			v.address = text
		case "year":
			v.year = text
		case "venue":
			// "ws" stands for workshops of every kind.
			if text != "ws" && text != "" && len(v.venues) < maxNames {
				v.venues = append(v.venues, strings.ToUpper(text))
			}
		case "isbn":
			w.Record.ISBN = text
		case "doi":
			w.setDOI(text)
		case "url":
			w.setAnthologyURL(text)
		}
	}
	v.editors = w.Record.Editors
	if !ofVolume || v.journal {
		return nil, nil
	}
	r := &w.Record
	r.Type, r.Title, r.Publisher, r.Address = citation.Book, v.title, v.publisher, v.address
	w.addAll(nil, []string{v.year}, v.venues)
	return w, nil
}

// anthologyPaper reads a paper. In files of before 2019 the first of each volume is the
// volume, 1000 of 1000 to 1999, and most papers say themselves what their volume is.
func (x *XML) anthologyPaper(attributes, inner []byte) (*draft, error) {
	v := &x.anthology
	w := newDraft("acl")
	id := xmltext.Attribute(attributes, "id")
	w.Origin.Key = v.collection + "-" + v.id + "." + id
	isOld := v.collection == ""
	if isOld {
		w.setAnthologyURL(v.id + "-" + id)
		v.enterOld(id)
	}
	r := &w.Record
	r.Type, r.Container = citation.InProceedings, v.title
	if v.journal {
		r.Type = citation.Article
		r.Container, _, _ = strings.Cut(v.title, ", Volume")
		r.Volume, r.Number = v.volume, v.number
	} else {
		r.Editors = v.editors
	}
	r.Publisher, r.Address = v.publisher, v.address
	for e, err := range xmltext.Children(inner) {
		if err != nil {
			return nil, err
		}
		switch string(e.Name) {
		case "title":
			r.Title = x.text(e.Inner)
		case "author":
			w.addAuthor(x.anthologyName(e.Inner))
		case "pages":
			r.Pages = x.text(e.Inner)
		case "url":
			w.setAnthologyURL(x.text(e.Inner))
		case "doi":
			w.setDOI(x.text(e.Inner))
		case "retracted", "removed":
			w.retract(authority.Retraction{Date: xmltext.Attribute(e.Attributes, "date"), Reason: x.text(e.Inner)})
		case "editor":
			w.addEditor(x.anthologyName(e.Inner))
		default:
			if isOld {
				v.readOld(string(e.Name), x.text(e.Inner), r)
			}
		}
	}
	if isOld && r.Container == "" {
		if len(r.Authors) > 0 {
			return nil, fmt.Errorf("the paper %.40q names no volume", id)
		}
		r.Type, v.title, v.editors = citation.Book, r.Title, r.Editors
	}
	w.addAll(nil, []string{v.year}, v.venues)
	return w, nil
}

// enterOld begins with the next paper of a file of before 2019: what is known of the volume
// holds for those that begin with the same number, of two digits in files of workshops.
func (v *anthologyVolume) enterOld(id string) {
	digits := 1
	if strings.HasPrefix(v.id, "W") {
		digits = 2
	}
	if numbers := id[:min(digits, len(id))]; numbers != v.numbers {
		*v = anthologyVolume{id: v.id, numbers: numbers, year: yearOfOldVolume(v.id)}
	}
}

// yearOfOldVolume returns the year that the name of a file of before 2019 ends in: "P79".
func yearOfOldVolume(id string) string {
	if len(id) != 3 || !text.IsDigits(id[1:]) {
		return ""
	}
	if id[1] >= '6' {
		return "19" + id[1:]
	}
	return "20" + id[1:]
}

// readOld reads what a paper in a file of before 2019 says of its volume.
func (v *anthologyVolume) readOld(name, text string, r *citation.Reference) {
	switch name {
	case "booktitle":
		r.Container = text
	case "journal":
		r.Container, r.Type = text, citation.Article
	case "volume":
		r.Volume = text
	case "issue":
		r.Number = text
	case "publisher":
		r.Publisher = text
	case "address":
		r.Address = text
	case "year":
		v.year = text
	}
}

// anthologyName reads <first> and <last>, or a name as it is spoken; a body has the
// latter only, as do people with one name.
func (x *XML) anthologyName(inner []byte) citation.Name {
	var n citation.Name
	for e, err := range xmltext.Children(inner) {
		if err != nil {
			break
		}
		switch string(e.Name) {
		case "first":
			n.Given = x.text(e.Inner)
		case "last":
			n.Family = x.text(e.Inner)
		}
	}
	if n.Given == "" && n.Family == "" {
		return spokenName(x.text(inner))
	}
	if n.Given == "" && isBody(strings.Fields(n.Family)) {
		return citation.Name{Literal: n.Family}
	}
	return n
}

// setAnthologyURL takes an address, or the anthology's own number of a work,
// which is its key.
func (w *draft) setAnthologyURL(url string) {
	if strings.Contains(url, "/") || url == "" {
		w.setURL(url)
		return
	}
	w.Origin.Key = url
	w.Record.URL = "https://aclanthology.org/" + url + "/"
}
