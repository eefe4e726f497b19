package exchange

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/ref"
)

// cslKinds are the types of CSL 1.0.2 and what they are in a .bib.
var cslKinds = map[string]string{
	"article-journal": "article", "article-magazine": "article", "article-newspaper": "article", "paper-conference": "inproceedings", "book": "book", "chapter": "incollection",
	"entry-encyclopedia": "inreference", "entry-dictionary": "incollection", "thesis": "phdthesis", "report": "techreport", "standard": "techreport", "webpage": "online", "post-weblog": "online", "post": "online",
	"article": "misc", "dataset": "dataset", "software": "software", "document": "misc", "manuscript": "unpublished", "patent": "patent", "speech": "misc", "motion_picture": "video",
	"broadcast": "misc", "legal_case": "jurisdiction", "legislation": "legislation", "review": "article", "review-book": "article", "graphic": "misc", "song": "audio", "personal_communication": "letter", "interview": "misc", "bill": "misc", "map": "misc", "pamphlet": "booklet", "entry": "misc",
}

func cslTypes() []string { return slices.Sorted(maps.Keys(cslKinds)) }

// cslFields are where the variables of CSL go that are strings or numbers.
var cslFields = map[string]string{
	"title": "title", "container-title": "container", "collection-title": "series", "publisher": "publisher", "publisher-place": "address", "volume": "volume", "issue": "number",
	"number": "number", "page": "pages", "DOI": "doi", "URL": "url", "ISBN": "isbn", "PMID": "pmid", "edition": "edition", "version": "version", "genre": "type", "abstract": "abstract", "keyword": "keywords", "language": "language",
	"ISSN": "issn", "PMCID": "pmcid", "collection-number": "number", "part-number": "part", "annote": "annotation", "call-number": "library", "other-ids": "ids",
	"original-title": "origtitle", "original-publisher": "origpublisher", "original-publisher-place": "origlocation", "volume-title": "volume-title", "chapter-number": "chapter", "title-short": "shorttitle", "number-of-volumes": "volumes", "number-of-pages": "pagetotal", "status": "pubstate", "event": "eventtitle", "event-title": "eventtitle", "event-place": "venue",
}

// cslDates are where other dates than that of publication go.
var cslDates = map[string]string{"accessed": "urldate", "original-date": "origdate", "event-date": "eventdate"}

type cslName struct {
	Family, Given, Suffix, Literal string
	Particle                       string `json:"non-dropping-particle"`
	Dropping                       string `json:"dropping-particle"`
}

type cslDate struct {
	Parts   [][]json.RawMessage `json:"date-parts"`
	Circa   any
	Raw     string
	Literal string
}

// readCSL reads an array of items, one item, or an object that has them as "items".
func readCSL(l *library) {
	decoder := json.NewDecoder(bytes.NewReader(l.text))
	decoder.UseNumber()
	start := bytes.IndexAny(l.text, "[{")
	if start < 0 {
		l.fail(0, "this is no CSL-JSON, which is an array of items")
		return
	}
	if l.text[start] == '{' {
		var one map[string]json.RawMessage
		if err := decoder.Decode(&one); err != nil {
			l.fail(errorOffset(err, decoder), "this is no CSL-JSON: %v", err)
			return
		}
		if items, ok := one["items"]; ok {
			at := bytes.Index(l.text, items)
			l.items(json.NewDecoder(bytes.NewReader(items)), at)
			return
		}
		l.item(one, start, len(l.text))
		return
	}
	l.items(decoder, 0)
}

func errorOffset(err error, d *json.Decoder) int {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return int(syntax.Offset)
	}
	return int(d.InputOffset())
}

// items reads the elements of an array, which starts at base.
func (l *library) items(decoder *json.Decoder, base int) {
	if token, err := decoder.Token(); err != nil || token != json.Delim('[') {
		l.fail(base, "an array of items should stand here")
		return
	}
	for decoder.More() {
		start := base + int(decoder.InputOffset())
		start += max(bytes.IndexByte(l.text[start:], '{'), 0)
		var item map[string]json.RawMessage
		err := decoder.Decode(&item)
		if _, other := errors.AsType[*json.UnmarshalTypeError](err); other {
			l.fail(base+int(decoder.InputOffset()), "an item is an object in braces, and this is none")
			continue
		}
		if err != nil {
			l.fail(base+errorOffset(err, decoder), "no item can be read here, nor after it: %v", err)
			return
		}
		l.item(item, start, base+int(decoder.InputOffset()))
	}
}

func (l *library) item(item map[string]json.RawMessage, start, end int) {
	w := newWork(start)
	plain := func(name string) string {
		var s string
		if json.Unmarshal(item[name], &s) == nil {
			return s
		}
		return strings.Trim(string(item[name]), `"`)
	}
	w.Type = cmp.Or(cslKinds[plain("type")], "misc")
	for subtype, kind := range ref.PeriodicalKinds {
		if kind == plain("type") {
			w.set("entrysubtype", subtype, start)
		}
	}
	w.Key = cmp.Or(plain("citation-key"), plain("id"))
	for _, name := range slices.Sorted(maps.Keys(item)) {
		at := start + max(bytes.Index(l.text[start:end], []byte(`"`+name+`"`)), 0)
		switch field := cslFields[name]; {
		case name == "number" && w.Type == "article" && (item["issue"] != nil || item["page"] == nil): // of the article
			w.cslText("eid", plain(name), at)
		case field != "":
			if value := plain(name); value != "null" && !strings.HasPrefix(value, "[") && !strings.HasPrefix(value, "{") {
				w.cslText(field, value, at)
			}
		case name == "note":
			w.note(plain(name), at)
		case name == "custom":
			w.provenance(item[name], at)
		case cslPeople[name] != "":
			var names []cslName
			if json.Unmarshal(item[name], &names) != nil {
				l.fail(at, "%q is no list of names", name)
			}
			for _, n := range names {
				particle := strings.TrimSpace(n.Dropping + " " + n.Particle)
				w.person(cslPeople[name], n.Family, n.Given, particle, n.Suffix, n.Literal, at)
			}
		case name == "issued":
			w.cslDate(item[name], at)
		case cslDates[name] != "":
			w.set(cslDates[name], dateOf(item[name]), at)
		}
	}
	w.ofWhole()
	w.settle()
	l.add(w, end)
}

// cslPeople are where lists of names go.
var cslPeople = map[string]string{"author": "author", "editor": "editor", "translator": "translator", "container-author": "bookauthor"}

// cslText sets a field to the text of a variable.
func (w *work) cslText(field, value string, at int) {
	switch field {
	case "language":
		if name := ref.LanguageName(value); name != "" {
			field, value = "langid", name
		}
	case "pubstate":
		value = ref.BibStringKey(value)
	case "publisher", "address":
		w.list(field, strings.Split(value, "; "), at)
		return
	}
	w.set(field, value, at)
}

// list sets a field to a list of words, which "and" parts. A list of one is set as it is.
func (w *work) list(field string, words []string, at int) {
	if len(words) == 1 {
		w.set(field, words[0], at)
		return
	}
	for i, s := range words {
		words[i] = elementOf(strings.TrimSpace(s))
	}
	value := strings.Join(words, " and ")
	w.Fields = append(w.Fields, bib.Field{Name: field, Raw: value, Value: value, Start: at})
}

// ofWhole gives the volume, and what it is a volume of, their names in a .bib.
func (w *work) ofWhole() {
	if w.Field("volume-title") == nil {
		return
	}
	whole, part := "container", "container"
	if w.Type == "book" {
		whole, part = "title", "title"
	}
	w.rename(whole, "maintitle")
	w.rename("volume-title", part)
}

// provenance reads where an item of ours says that its values come from.
func (w *work) provenance(raw json.RawMessage, at int) {
	var custom struct {
		Facts        []string `json:"x-facts"`
		Derived      string   `json:"x-derived"`
		Filled       string   `json:"x-filled"`
		Contradicted string   `json:"x-contradicted"`
	}
	if json.Unmarshal(raw, &custom) != nil {
		return // another program's
	}
	for i, fact := range custom.Facts {
		custom.Facts[i] = strings.Join(strings.Fields(fact), "%20")
	}
	w.set("x-facts", strings.Join(custom.Facts, " "), at)
	w.set("x-derived", custom.Derived, at)
	w.set("x-filled", custom.Filled, at)
	w.set("x-contradicted", custom.Contradicted, at)
}

func (w *work) cslDate(raw json.RawMessage, at int) {
	value := dateOf(raw)
	if value == "" {
		return
	}
	if ends, isAbout := ref.EDTF(value); ends != nil && (len(ends) > 1 || isAbout || len(ends[0]) > 1 && ends[0][1] > 12 || ends[0][0] < 1 || ends[0][0] > 9999) {
		w.Fields = append(w.Fields, bib.Field{Name: "date", Raw: value, Value: value, Start: at})
		return
	}
	if strings.ContainsFunc(value, func(r rune) bool { return r != '-' && (r < '0' || r > '9') }) {
		w.set("year", value, at)
		return
	}
	w.date(value, at)
}

// dateOf is a date of CSL as 2019-05-03, as far as it is known, or a range of two.
func dateOf(raw json.RawMessage) string {
	var date cslDate
	if json.Unmarshal(raw, &date) != nil || len(date.Parts) == 0 {
		return cmp.Or(date.Raw, date.Literal)
	}
	var ends [][]int
	for _, written := range date.Parts {
		var parts []int
		for _, part := range written {
			n, err := strconv.Atoi(strings.Trim(string(part), `"`))
			if err != nil {
				break
			}
			parts = append(parts, n)
		}
		if len(parts) > 0 {
			ends = append(ends, parts)
		}
	}
	isAbout := date.Circa != nil && date.Circa != false && date.Circa != ""
	return ref.EDTFDate(ends, isAbout)
}
