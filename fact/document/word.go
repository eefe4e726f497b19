package document

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/factcite/factcite/fact"
)

// maxPart bounds the bytes that a part of a word processor's file unpacks to.
const maxPart = 64 << 20

// readPart returns a part of a packed file, nil if it has none of that name.
func readPart(file *zip.Reader, name string) ([]byte, error) {
	part, err := file.Open(name)
	if err != nil {
		return nil, nil
	}
	defer part.Close()
	text, err := io.ReadAll(io.LimitReader(part, maxPart+1))
	if err == nil && len(text) > maxPart {
		err = fmt.Errorf("its part %s unpacks to more than %d MiB", name, maxPart>>20)
	}
	return text, err
}

// readWord returns the paragraphs of a .docx or .odt.
func readWord(form fact.Form, packed []byte) ([]paragraph, string, error) {
	file, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return nil, "", fmt.Errorf("it is no packed file: %w", err)
	}
	if form == ODT {
		return readODT(file)
	}
	return readDOCX(file)
}

// A wordReader puts paragraphs together from the elements of a file.
type wordReader struct {
	title      string
	paragraphs []paragraph
	notes      []paragraph
	text       []byte
	emphasis   bool
	link       string
	row        int // how many tables' rows are open
	cells      int // of the row
	table      int // the number of the one that is read
}

// write adds text of a run, with its emphasis.
func (w *wordReader) write(text string, italic bool) {
	if italic != w.emphasis && strings.TrimSpace(text) != "" {
		w.mark(&text)
		w.emphasis = italic
	}
	w.text = append(w.text, text...)
}

// openTable, openRow and openCell read the start of a table, of a row and of a cell. What
// is in a table within a cell is text of that cell.
func (w *wordReader) openTable() {
	if w.row == 0 {
		w.table++
	}
}

func (w *wordReader) openRow() {
	if w.row++; w.row == 1 {
		w.cells = 0
	}
}

func (w *wordReader) openCell() {
	if w.row == 1 && w.cells > 0 || w.row > 1 && len(w.text) > 0 {
		w.text = append(w.text, " | "...)
	}
	w.cells++
}

// mark writes the asterisk where emphasis starts or ends: beside the word, not the
// space.
func (w *wordReader) mark(text *string) {
	if !w.emphasis {
		rest := strings.TrimLeft(*text, " ")
		w.text = append(w.text, (*text)[:len(*text)-len(rest)]+"*"...)
		*text = rest
		return
	}
	words := len(bytes.TrimRight(w.text, " "))
	w.text = slices.Insert(w.text, words, '*')
}

// take ends the text of a paragraph.
func (w *wordReader) take() string {
	if w.emphasis {
		var none string
		w.mark(&none)
		w.emphasis = false
	}
	text := strings.Join(strings.Fields(string(w.text)), " ")
	w.text = w.text[:0]
	return text
}

// A relationships part says where links lead.
type relationships struct {
	List []struct {
		ID     string `xml:"Id,attr"`
		Target string `xml:"Target,attr"`
	} `xml:"Relationship"`
}

// readDOCX reads the text, the footnotes and the endnotes (ECMA-376, part 1, section 17).
func readDOCX(file *zip.Reader) ([]paragraph, string, error) {
	links := map[string]string{}
	if part, err := readPart(file, "word/_rels/document.xml.rels"); err == nil {
		var all relationships
		if xml.Unmarshal(part, &all) == nil {
			for _, r := range all.List {
				links[r.ID] = r.Target
			}
		}
	}
	w := &wordReader{}
	if part, err := readPart(file, "docProps/core.xml"); err == nil {
		var core struct {
			Title string `xml:"title"`
		}
		if xml.Unmarshal(part, &core) == nil {
			w.title = strings.TrimSpace(core.Title)
		}
	}
	for _, name := range []string{"word/document.xml", "word/footnotes.xml", "word/endnotes.xml"} {
		part, err := readPart(file, name)
		if err != nil {
			return nil, "", err
		}
		if part == nil {
			if name == "word/document.xml" {
				return nil, "", errors.New("it has no word/document.xml")
			}
			continue
		}
		d := docxReader{wordReader: w, links: links, notes: name != "word/document.xml"}
		if err := d.read(part); err != nil {
			return w.paragraphs, w.title, fmt.Errorf("its part %s is broken: %w", name, err)
		}
	}
	return w.paragraphs, w.title, nil
}

// A docxReader reads one part of a .docx.
type docxReader struct {
	*wordReader
	links   map[string]string
	notes   bool // the part holds notes
	note    string
	italic  bool
	inText  bool
	heading int
	listed  bool // the paragraph is an item of a list
}

func (d *docxReader) read(part []byte) error {
	tokens := xml.NewDecoder(bytes.NewReader(part))
	tokens.Entity = map[string]string{}
	for {
		token, err := tokens.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			d.open(token)
		case xml.EndElement:
			d.close(token.Name.Local)
		case xml.CharData:
			if d.inText {
				d.write(string(token), d.italic)
			}
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func (d *docxReader) open(e xml.StartElement) {
	switch e.Name.Local {
	case "p":
		d.heading, d.listed = 0, false
		if d.row > 0 && len(d.text) > 0 {
			d.text = append(d.text, ' ')
		}
	case "tbl":
		d.openTable()
	case "tr":
		d.openRow()
	case "tc":
		d.openCell()
	case "pStyle":
		d.heading = headingLevel(attribute(e, "val"))
	case "numPr":
		d.listed = true
	case "r":
		d.italic = false
	case "i":
		d.italic = attribute(e, "val") != "0" && attribute(e, "val") != "false"
	case "t":
		d.inText = true
	case "tab", "br", "cr":
		d.text = append(d.text, ' ')
	case "noBreakHyphen":
		d.text = append(d.text, '-')
	case "hyperlink":
		if d.link = d.links[attribute(e, "id")]; d.link != "" {
			d.write("[", false)
		}
	case "footnoteReference", "endnoteReference":
		d.write("[^"+attribute(e, "id")+"]", false)
	case "footnote", "endnote":
		d.note = "^" + attribute(e, "id")
		if attribute(e, "type") == "separator" || attribute(e, "type") == "continuationSeparator" {
			d.note = ""
		}
	}
}

// headingLevel reads the name of a style, as "Heading2".
func headingLevel(style string) int {
	style = strings.ToLower(style)
	for _, prefix := range []string{"heading", "berschrift", "überschrift", "titre"} {
		if rest, ok := strings.CutPrefix(style, prefix); ok {
			level, _ := strconv.Atoi(strings.TrimSpace(rest))
			return max(level, 1)
		}
	}
	if style == "title" {
		return 1
	}
	return 0
}

func (d *docxReader) close(name string) {
	switch name {
	case "t":
		d.inText = false
	case "hyperlink":
		if d.link != "" {
			d.write("]("+d.link+")", false)
			d.link = ""
		}
	case "tr":
		if d.row--; d.row == 0 {
			d.add(paragraph{text: d.take(), part: fact.ListItem, table: d.table})
		}
	case "p":
		if d.row > 0 {
			return
		}
		p := paragraph{text: d.take(), heading: d.heading, part: fact.Sentence}
		if d.listed {
			p.part = fact.ListItem
		}
		if d.notes {
			p.label = d.note
		}
		d.add(p)
	}
}

func (w *wordReader) add(p paragraph) { w.paragraphs = append(w.paragraphs, p) }

// readODT reads content.xml (OpenDocument 1.3, part 3).
func readODT(file *zip.Reader) ([]paragraph, string, error) {
	part, err := readPart(file, "content.xml")
	if err == nil && part == nil {
		err = errors.New("it has no content.xml")
	}
	if err != nil {
		return nil, "", err
	}
	o := odtReader{wordReader: &wordReader{}, italic: map[string]bool{}}
	if meta, err := readPart(file, "meta.xml"); err == nil {
		var about struct {
			Title string `xml:"meta>title"`
		}
		if xml.Unmarshal(meta, &about) == nil {
			o.title = strings.TrimSpace(about.Title)
		}
	}
	tokens := xml.NewDecoder(bytes.NewReader(part))
	tokens.Entity = map[string]string{}
	for {
		token, err := tokens.Token()
		if err == io.EOF {
			o.paragraphs = append(o.paragraphs, o.notes...)
			return o.paragraphs, o.title, nil
		}
		if err != nil {
			return o.paragraphs, o.title, fmt.Errorf("its part content.xml is broken: %w", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			o.open(token)
		case xml.EndElement:
			o.close(token.Name.Local)
		case xml.CharData:
			if o.depth > 0 {
				o.write(string(token), len(o.spans) > 0 && o.spans[len(o.spans)-1])
			}
		}
	}
}

// An odtReader reads the content of an .odt.
type odtReader struct {
	*wordReader
	italic  map[string]bool // styles
	style   string
	spans   []bool // of the open ones: they are italic
	depth   int    // of the open paragraphs
	lists   int
	heading int
	note    string
	outer   [][]byte // text of the paragraph that a note is in
	inNote  bool
}

func (o *odtReader) open(e xml.StartElement) {
	switch e.Name.Local {
	case "style":
		o.style = attribute(e, "name")
	case "text-properties":
		if attribute(e, "font-style") == "italic" {
			o.italic[o.style] = true
		}
	case "h", "p":
		o.depth++
		if !o.inNote {
			o.heading = 0
			if e.Name.Local == "h" {
				level, _ := strconv.Atoi(attribute(e, "outline-level"))
				o.heading = max(level, 1)
			}
		}
		if o.row > 0 && len(o.text) > 0 {
			o.text = append(o.text, ' ')
		}
	case "span":
		o.spans = append(o.spans, o.italic[attribute(e, "style-name")])
	case "s", "tab", "line-break":
		o.text = append(o.text, ' ')
	case "list":
		o.lists++
	case "table":
		o.openTable()
	case "table-row":
		o.openRow()
	case "table-cell":
		o.openCell()
	case "a":
		if o.link = attribute(e, "href"); strings.HasPrefix(o.link, "http") {
			o.write("[", false)
		} else {
			o.link = ""
		}
	case "note":
		o.note = attribute(e, "id")
		o.write("[^"+o.note+"]", false)
	case "note-citation":
		o.outer = append(o.outer, o.text)
		o.text = nil
	case "note-body":
		o.text = o.text[:0]
		o.inNote = true
	}
}

func (o *odtReader) close(name string) {
	switch name {
	case "span":
		o.spans = o.spans[:max(len(o.spans)-1, 0)]
	case "list":
		o.lists--
	case "a":
		if o.link != "" {
			o.write("]("+o.link+")", false)
			o.link = ""
		}
	case "note-body":
		o.inNote = false
		o.notes = append(o.notes, paragraph{text: o.take(), part: fact.Sentence, label: "^" + o.note})
		if n := len(o.outer); n > 0 {
			o.text = o.outer[n-1]
			o.outer = o.outer[:n-1]
		}
	case "table-row":
		if o.row--; o.row == 0 {
			o.add(paragraph{text: o.take(), part: fact.ListItem, table: o.table})
		}
	case "h", "p":
		o.depth--
		if o.inNote || o.row > 0 {
			o.text = append(o.text, ' ')
			return
		}
		p := paragraph{text: o.take(), heading: o.heading, part: fact.Sentence}
		if o.lists > 0 {
			p.part = fact.ListItem
		}
		o.add(p)
	}
}
