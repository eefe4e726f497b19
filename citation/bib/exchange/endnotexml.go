package exchange

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"io"
	"strings"
)

// An endNoteRecord is a work in EndNote's XML. Text may be in elements of style.
type endNoteRecord struct {
	Type struct {
		Name string `xml:"name,attr"`
	} `xml:"ref-type"`
	Number    styled   `xml:"rec-number"`
	Label     styled   `xml:"label"`
	Authors   []styled `xml:"contributors>authors>author"`
	Editors   []styled `xml:"contributors>secondary-authors>author"`
	Title     styled   `xml:"titles>title"`
	Secondary styled   `xml:"titles>secondary-title"`
	Tertiary  styled   `xml:"titles>tertiary-title"`
	Journal   styled   `xml:"periodical>full-title"`
	Pages     styled   `xml:"pages"`
	Volume    styled   `xml:"volume"`
	Issue     styled   `xml:"number"`
	Edition   styled   `xml:"edition"`
	Year      styled   `xml:"dates>year"`
	Place     styled   `xml:"pub-location"`
	Publisher styled   `xml:"publisher"`
	ISBN      styled   `xml:"isbn"`
	DOI       styled   `xml:"electronic-resource-num"`
	WorkType  styled   `xml:"work-type"`
	URLs      []styled `xml:"urls>related-urls>url"`
}

// styled is text of an element and of those in it.
type styled string

func (s *styled) UnmarshalXML(d *xml.Decoder, start xml.StartElement) error {
	for depth := 1; depth > 0; {
		token, err := d.Token()
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		case xml.CharData:
			*s += styled(token)
		}
	}
	return nil
}

func readEndNoteXML(l *library) {
	decoder := xml.NewDecoder(bytes.NewReader(l.text))
	decoder.Entity = map[string]string{}
	for {
		start := int(decoder.InputOffset())
		token, err := decoder.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			l.fail(int(decoder.InputOffset()), "the library cannot be read on: %v", err)
			return
		}
		element, ok := token.(xml.StartElement)
		if !ok || element.Name.Local != "record" {
			continue
		}
		var r endNoteRecord
		if err := decoder.DecodeElement(&r, &element); err != nil {
			l.fail(int(decoder.InputOffset()), "the library cannot be read on: %v", err)
			return
		}
		l.endNote(&r, start, int(decoder.InputOffset()))
	}
}

func (l *library) endNote(r *endNoteRecord, start, end int) {
	w := newWork(start)
	w.Type = cmp.Or(enwTypes[strings.ToLower(r.Type.Name)], "misc")
	if w.Type == "phdthesis" && strings.Contains(strings.ToLower(string(r.WorkType)), "master") {
		w.Type = "mastersthesis"
	}
	w.Key = string(r.Label)
	if w.Key == "" && r.Number != "" {
		w.Key = "record" + string(r.Number)
	}
	for _, author := range r.Authors {
		w.invertedPerson("author", string(author), start)
	}
	for _, editor := range r.Editors {
		w.invertedPerson("editor", string(editor), start)
	}
	for _, f := range []struct {
		name  string
		value styled
	}{
		{"title", r.Title}, {"container", cmp.Or(r.Secondary, r.Journal)}, {"series", r.Tertiary}, {"volume", r.Volume}, {"number", r.Issue}, {"pages", r.Pages},
		{"edition", r.Edition}, {"year", r.Year}, {"address", r.Place}, {"publisher", r.Publisher}, {"doi", r.DOI}, {"isbn", r.ISBN},
	} {
		w.field(f.name, taggedLine{value: strings.TrimSpace(string(f.value)), at: start})
	}
	if len(r.URLs) > 0 {
		w.field("url", taggedLine{value: strings.TrimSpace(string(r.URLs[0])), at: start})
	}
	w.settle()
	l.add(w, end)
}
