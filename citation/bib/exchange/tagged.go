package exchange

import (
	"bytes"
	"cmp"
	"strings"
)

// risTypes are the types of RIS (specification of 2011) that are no misc.
var risTypes = map[string]string{
	"JOUR": "article", "EJOUR": "article", "MGZN": "article", "NEWS": "article", "JFULL": "article", "INPR": "article",
	"CONF": "inproceedings", "CPAPER": "inproceedings", "BOOK": "book", "EBOOK": "book", "EDBOOK": "book", "CHAP": "incollection", "ECHAP": "incollection", "ENCYC": "incollection",
	"THES": "phdthesis", "RPRT": "techreport", "STAND": "techreport", "GOVDOC": "techreport", "ELEC": "online", "WEB": "online", "BLOG": "online",
}

// risFields are where the tags of RIS go. "container" goes where the type has it.
var risFields = map[string]string{
	"TI": "title", "T1": "title", "CT": "title", "T2": "container", "JO": "container", "JF": "container", "BT": "container", "JA": "container", "J2": "container",
	"T3": "series", "VL": "volume", "IS": "number", "PB": "publisher", "CY": "address", "PP": "address", "DO": "doi", "UR": "url", "ET": "edition",
	"C7": "eid", "M3": "type", "Y2": "urldate", "SN": "isbn", "AB": "abstract", "LA": "language", "N1": "note",
}

// enwTypes are the names of EndNote's types that are no misc.
var enwTypes = map[string]string{
	"journal article": "article", "magazine article": "article", "newspaper article": "article", "electronic article": "article",
	"conference proceedings": "inproceedings", "conference paper": "inproceedings", "book": "book", "edited book": "book", "electronic book": "book", "book section": "incollection",
	"thesis": "phdthesis", "report": "techreport", "government document": "techreport", "standard": "techreport", "web page": "online", "blog": "online",
}

// enwFields are where the tags of EndNote's import format go.
var enwFields = map[byte]string{
	'T': "title", 'J': "container", 'B': "container", 'S': "series", 'V': "volume", 'N': "number", 'P': "pages", 'I': "publisher", 'C': "address",
	'R': "doi", 'U': "url", '7': "edition", '9': "type", '@': "isbn", 'D': "year",
}

// A taggedLine is a line with a tag, and the lines without one that go on with it.
type taggedLine struct {
	tag, value string
	start, at  int // of the line and of its value
}

// taggedLines cuts a text into its lines, given where the tag of a line ends.
func taggedLines(text []byte, cut func(line string) (tag string, length int)) []taggedLine {
	var lines []taggedLine
	var values [][]string // what each line and those that go on with it say
	start := 0
	for raw := range bytes.Lines(bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))) {
		line := strings.TrimPrefix(strings.TrimRight(string(raw), "\n"), "\ufeff")
		skipped := len(strings.TrimRight(string(raw), "\n")) - len(line)
		switch tag, n := cut(line); {
		case n > 0:
			lines = append(lines, taggedLine{tag: tag, start: start, at: start + skipped + n})
			values = append(values, []string{strings.TrimSpace(line[n:])})
		case len(lines) > 0 && strings.TrimSpace(line) != "":
			values[len(values)-1] = append(values[len(values)-1], strings.TrimSpace(line))
		}
		start += len(raw)
	}
	for i := range lines {
		lines[i].value = strings.Join(values[i], " ")
	}
	return lines
}

// lineList is what lines of one tag list, and where the first of them is.
type lineList struct {
	values []string
	at     int
}

func (l *lineList) add(value string, at int) {
	if len(l.values) == 0 {
		l.at = at
	}
	l.values = append(l.values, value)
}

// readRIS reads records from "TY  - " to "ER  - ".
func readRIS(l *library) {
	var w *work
	var first, last taggedLine // of the pages
	var keywords, facts lineList
	finish := func(end int) {
		if w == nil {
			return
		}
		w.pages(first.value, last.value, cmp.Or(first.at, last.at))
		w.set("keywords", strings.Join(keywords.values, ", "), keywords.at)
		w.set("x-facts", strings.Join(facts.values, " "), facts.at)
		w.settle()
		l.add(w, end)
		w, first, last, keywords, facts = nil, taggedLine{}, taggedLine{}, lineList{}, lineList{}
	}
	for _, line := range taggedLines(l.text, func(line string) (string, int) {
		if len(line) < 5 || line[2:5] != "  -" || !isTag(line[0]) || !isTag(line[1]) {
			return "", 0
		}
		return line[:2], min(6, len(line))
	}) {
		switch {
		case line.tag == "TY":
			finish(line.start)
			w = newWork(line.start)
			if kind, ok := risTypes[strings.ToUpper(line.value)]; ok {
				w.Type = kind
			}
			continue
		case w == nil:
			l.fail(line.start, "%q stands before the type of a work (TY)", line.tag)
			w = newWork(line.start)
		}
		switch line.tag {
		case "ER":
			finish(line.at)
		case "AU", "A1":
			w.invertedPerson("author", line.value, line.at)
		case "A2", "ED":
			w.invertedPerson("editor", line.value, line.at)
		case "PY", "Y1", "DA":
			w.date(line.value, line.at)
		case "A4":
			w.invertedPerson("translator", line.value, line.at)
		case "KW":
			keywords.add(line.value, line.at)
		case "U1", "U2", "U3", "U4": // for users; ours say where values come from
			name, value, _ := strings.Cut(line.value, ": ")
			switch name {
			case "x-facts":
				facts.add(strings.Join(strings.Fields(value), "%20"), line.at)
			case "x-derived", "x-filled", "x-contradicted":
				w.set(name, value, line.at)
			}
		case "SP":
			first = line
		case "EP":
			last = line
		case "ID":
			w.Key = line.value
		case "AN": // numbers of other databases say nothing without their name
			if id, ok := strings.CutPrefix(line.value, "PMID:"); ok {
				w.set("pmid", strings.TrimSpace(id), line.at)
			}
		case "C3": // the proceedings, as Zotero and EndNote write them; of other types it is something else
			if w.Type == "inproceedings" {
				w.field("container", line)
			}
		default:
			w.field(risFields[line.tag], line)
		}
	}
	finish(len(l.text))
}

func isTag(c byte) bool { return 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' }

// field sets a field from a line, if its tag has one.
func (w *work) field(name string, line taggedLine) {
	switch name {
	case "":
		return
	case "isbn":
		if strings.Count(line.value, "-") == 1 && len(line.value) == 9 {
			return // an ISSN
		}
	case "url":
		if strings.Contains(line.value, " ") {
			return
		}
	case "urldate":
		line.value = dashed(line.value)
	case "note":
		w.note(line.value, line.at)
		return
	}
	w.set(name, line.value, line.at)
}

// dashed writes a date of RIS, "2024/05/12" or "2024/05//", as 2024-05-12, and leaves words as
// they are.
func dashed(date string) string {
	if strings.Trim(date, "/0123456789") != "" {
		return date
	}
	return strings.ReplaceAll(strings.Trim(date, "/"), "/", "-")
}

// readTagged reads records that start with "%0".
func readTagged(l *library) {
	var w *work
	finish := func(end int) {
		if w != nil {
			w.settle()
			l.add(w, end)
		}
	}
	for _, line := range taggedLines(l.text, func(line string) (string, int) {
		if len(line) < 3 || line[0] != '%' || line[2] != ' ' {
			return "", 0
		}
		return line[1:2], 3
	}) {
		if line.tag == "0" || w == nil {
			finish(line.start)
			w = newWork(line.start)
			if kind, ok := enwTypes[strings.ToLower(line.value)]; ok {
				w.Type = kind
			}
			if line.tag == "0" {
				continue
			}
			l.fail(line.start, "%q stands before the type of a work (%%0)", "%"+line.tag)
		}
		switch line.tag {
		case "A":
			w.invertedPerson("author", line.value, line.at)
		case "E", "Y":
			w.invertedPerson("editor", line.value, line.at)
		case "F":
			w.Key = line.value
		default:
			w.field(enwFields[line.tag[0]], line)
		}
	}
	finish(len(l.text))
}
