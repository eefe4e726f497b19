package record

import (
	"errors"
	"fmt"

	"github.com/factcite/factcite/authority"
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
	r := &w.Record
	var kind, year string
	var names []citation.Name
	var venues, addresses []string
	for name := range c.Members() {
		switch string(name) {
		case "authors":
			names = dblpNames(c)
		case "title":
			r.Title = withoutFullStop(c.plainText())
		case "venue":
			venues = c.texts()
		case "year":
			year = c.stringOrNumber()
		case "type":
			kind = c.stringOrNumber()
		case "key":
			w.Origin.Key = c.stringOrNumber()
		case "volume":
			r.Volume = c.stringOrNumber()
		case "number":
			r.Number = c.stringOrNumber()
		case "pages":
			r.Pages = c.stringOrNumber()
		case "publisher":
			r.Publisher = c.plainText()
		case "doi":
			w.setDOI(c.stringOrNumber())
		case "ee":
			addresses = c.texts()
		}
	}
	r.Type = dblpTypes[kind]
	add := w.addAuthor
	if kind == "Editorship" {
		add = w.addEditor
	}
	for _, n := range names {
		add(n)
	}
	for _, address := range addresses {
		w.setURL(address)
	}
	if len(venues) > 0 && venue.IsPreprintServer(venues[0]) {
		w.setArXiv(r.Volume)
		r.Volume, r.Number = "", ""
		w.Status = authority.Preprint
	}
	if kind == "Withdrawn Items" {
		w.retract(authority.Retraction{Reason: "withdrawn"})
	}
	w.addAll(nil, []string{year}, venues)
	return w
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
