package record

import (
	"errors"
	"fmt"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/xmltext"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/venue"
)

// dblpTypes are the types of publications as the search names them.
var dblpTypes = map[string]citation.EntryType{
	"Journal Articles": citation.Article, "Conference and Workshop Papers": citation.InProceedings,
	"Parts in Books or Collections": citation.InCollection, "Reference Works": citation.InCollection,
	"Books and Theses": citation.Book, "Editorship": citation.Book,
}

// DBLP reads {"result":{"status":{"@code":"200"},"hits":{"hit":[{"info":{…}}]}}}.
func DBLP(body []byte, date string) ([]*authority.Work, error) {
	return readJSONAnswer(body, date, func(c *jsonCursor) (works []*draft, err error) {
		code, known := "", false
		for name := range c.Members() {
			if string(name) != "result" {
				continue
			}
			for name := range c.Members() {
				switch string(name) {
				case "status":
					code = dblpStatus(c)
				case "hits":
					known = c.Peek() == '{'
					works = dblpHits(c)
				}
			}
		}
		switch {
		case code != "" && code != "200":
			return nil, fmt.Errorf("it has the status %.40q", code)
		case !known:
			return nil, errors.New("it holds no hits")
		}
		return works, nil
	})
}

func dblpStatus(c *jsonCursor) (code string) {
	for name := range c.Members() {
		if string(name) == "@code" {
			code = c.stringOrNumber()
		}
	}
	return code
}

func dblpHits(c *jsonCursor) (works []*draft) {
	for name := range c.Members() {
		if string(name) != "hit" {
			continue
		}
		for range c.Elements() {
			for name := range c.Members() {
				if string(name) == "info" {
					works = append(works, dblpInfo(c))
				}
			}
		}
	}
	return works
}

// dblpHit reads one of the hits of an answer that is kept as it came.
func dblpHit(c *jsonCursor) (works []*draft, ok bool) {
	for name := range c.Members() {
		if string(name) == "info" && c.Peek() == '{' {
			w := dblpInfo(c)
			works, ok = append(works, w), w.Origin.Key != ""
		}
	}
	return works, ok
}

// dblpInfo reads a record as the search shows it, which has less than dblp.xml.
func dblpInfo(c *jsonCursor) *draft {
	w := newDraft("dblp")
	var found dblpFound
	for name := range c.Members() {
		if string(name) == "authors" {
			found.names = dblpNames(c)
			continue
		}
		name := string(name)
		for _, text := range c.texts() {
			w.setDBLP(&found, name, text)
		}
	}
	w.addDBLP(&found)
	return w
}

// setDBLP sets what the search says of a work by the name of its member.
func (w *draft) setDBLP(found *dblpFound, name, text string) {
	r := &w.Record
	switch name {
	case "title":
		r.Title = withoutFullStop(text)
	case "venue":
		found.venues = append(found.venues, text)
	case "year":
		found.year = text
	case "type":
		found.kind = text
	case "key":
		w.Origin.Key = text
	case "volume":
		r.Volume = text
	case "number":
		r.Number = text
	case "pages":
		r.Pages = text
	case "publisher":
		r.Publisher = text
	case "doi":
		w.setDOI(text)
	case "ee":
		found.addresses = append(found.addresses, text)
	}
}

// dblpFound is what the search says of a work that is no field of it.
type dblpFound struct {
	kind, year        string
	names             []citation.Name
	venues, addresses []string
}

func (w *draft) addDBLP(found *dblpFound) {
	r := &w.Record
	r.Type = dblpTypes[found.kind]
	add := w.addAuthor
	if found.kind == "Editorship" {
		add = w.addEditor
	}
	for _, n := range found.names {
		add(n)
	}
	for _, address := range found.addresses {
		w.setURL(address)
	}
	if len(found.venues) > 0 && venue.IsPreprintServer(found.venues[0]) {
		w.setArXiv(r.Volume)
		r.Volume, r.Number = "", ""
		w.Status = authority.Preprint
	}
	if found.kind == "Withdrawn Items" {
		w.retract(authority.Retraction{Reason: "withdrawn"})
	}
	w.addAll(nil, []string{found.year}, found.venues)
}

// dblpInfo reads a record as the search shows it in XML.
func (x *XML) dblpInfo(inner []byte) (*draft, error) {
	w := newDraft("dblp")
	var found dblpFound
	for e, err := range xmltext.Children(inner) {
		if err != nil {
			return nil, err
		}
		if string(e.Name) != "authors" {
			w.setDBLP(&found, string(e.Name), x.text(e.Inner))
			continue
		}
		for author, err := range xmltext.Children(e.Inner) {
			if err != nil {
				return nil, err
			}
			found.names = append(found.names, spokenName(x.text(author.Inner)))
		}
	}
	w.addDBLP(&found)
	return w, nil
}

// dblpNames reads {"author":[{"text":…}]}, or {"author":{"text":…}} for one.
func dblpNames(c *jsonCursor) (names []citation.Name) {
	for name := range c.Members() {
		switch {
		case string(name) != "author":
		case c.Peek() == '[':
			for range c.Elements() {
				names = append(names, dblpName(c))
			}
		default:
			names = append(names, dblpName(c))
		}
	}
	return names
}

func dblpName(c *jsonCursor) citation.Name {
	if c.Peek() == '"' {
		return spokenName(c.plainText())
	}
	var n citation.Name
	for name := range c.Members() {
		if string(name) == "text" {
			n = spokenName(c.plainText())
		}
	}
	return n
}
