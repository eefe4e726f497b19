package authority

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"iter"
	"strings"

	"github.com/factcite/factcite/citation"
	"golang.org/x/text/encoding/charmap"
)

// xmlReader reads dblp.xml and the ACL Anthology's files: flat records, of which
// none stands within another and no element within one of its own name. That
// makes a record what stands up to the next end tag of its name, and a broken one
// end where another begins. It knows HTML's names of characters, which are those
// of dblp's DTD, and loads nothing.
type xmlReader struct {
	*dumpReader
	latin1      bool
	root        string                // the root element
	open        bool                  // it was not ended yet
	proceedings map[string]dblpVolume // by key
	anthology   anthologyVolume
}

// dblpRecords are the records of dblp.xml, of which www and person are no works.
var dblpRecords = map[string]citation.EntryType{
	"article": citation.Article, "inproceedings": citation.InProceedings, "incollection": citation.InCollection,
	"proceedings": citation.Book, "book": citation.Book, "phdthesis": citation.PhDThesis, "mastersthesis": citation.MastersThesis,
	"data": citation.Misc, "www": citation.Misc, "person": "",
}

// isXMLRecord reports whether an element is a record of either form.
func isXMLRecord(name []byte) bool {
	_, dblp := dblpRecords[string(name)]
	return dblp || string(name) == "paper" || string(name) == "meta" || string(name) == "frontmatter"
}

func (r *dumpReader) readXML(head []byte) error {
	x := &xmlReader{dumpReader: r, proceedings: map[string]dblpVolume{}}
	if err := x.readProlog(head); err != nil {
		return err
	}
	for !r.stopped {
		window := r.in.window()
		at := bytes.IndexByte(window, '<')
		if at < 0 {
			r.in.take(len(window))
			if !r.in.more() {
				return x.atEnd()
			}
			continue
		}
		r.in.take(at)
		if !x.readTag() {
			return x.atEnd()
		}
	}
	return nil
}

// atEnd returns an error if the dump ends before its root element does.
func (x *xmlReader) atEnd() error {
	if x.open {
		return fmt.Errorf("%w of its root element, %q", errCut, x.root)
	}
	return nil
}

// readProlog reads the encoding and the root element off the head of the dump.
func (x *xmlReader) readProlog(head []byte) error {
	if bytes.HasPrefix(head, []byte("<?xml")) {
		declaration := head[:max(bytes.Index(head, []byte("?>")), 0)]
		switch encoding := strings.ToLower(xmlAttribute(declaration, "encoding")); encoding {
		case "", "utf-8", "utf8":
		case "iso-8859-1", "latin1", "windows-1252", "us-ascii":
			x.latin1 = true
		default:
			return fmt.Errorf("its encoding %q is not read; convert it to UTF-8", encoding)
		}
	}
	for rest := head; ; {
		at := bytes.IndexByte(rest, '<')
		if at < 0 {
			return unknownForm("it is XML without a root element")
		}
		rest = rest[at:]
		if length := markupLength(rest); length > 0 {
			rest = rest[length:]
			continue
		}
		name, _, _, _ := startTag(rest)
		switch root := string(name); root {
		case "dblp", "collection":
			x.root = root
			return nil
		default:
			return unknownForm("it is XML with the root element %q", excerpt(name))
		}
	}
}

// readTag consumes what starts with the "<" at the window's start, a whole record
// if it is the tag of one; false means that the dump ends within.
func (x *xmlReader) readTag() bool {
	in := x.in
	for {
		window := in.window()
		length := markupLength(window)
		if length > 0 {
			if isEndTag(window, []byte(x.root)) {
				x.open = false
			}
			in.take(length)
			return true
		}
		name, attributes, length, closed := startTag(window)
		if length > 0 {
			if string(name) == x.root {
				x.open = !closed
			}
			switch {
			case isXMLRecord(name) && !closed:
				return x.readRecord(length)
			case string(name) == "collection":
				x.anthology = anthologyVolume{collection: xmlAttribute(attributes, "id")}
			case string(name) == "volume":
				x.anthology = newAnthologyVolume(x.anthology.collection, attributes)
			}
			in.take(length)
			return true
		}
		if len(window) >= maxRecordSize {
			x.records++
			x.bad(in.line, "a tag is not closed within the 16 MiB that a record may have")
			in.take(len(window))
			return true
		}
		if !in.more() {
			if in.failure() == nil {
				x.records++
				x.bad(in.line, "%w", errCut)
			}
			return false
		}
	}
}

// readRecord reads the record whose start tag has the given length.
func (x *xmlReader) readRecord(tagLength int) bool {
	in := x.in
	x.records++
	seen := tagLength
	for {
		window := in.window()
		name, attributes, _, _ := startTag(window)
		inner, end, err := recordEnd(window, name, tagLength, &seen)
		switch {
		case err == errCut && len(window) < maxRecordSize && in.more():
			continue
		case err == errCut && in.failure() != nil:
			x.records--
			return false
		case err != nil:
			switch {
			case err == errCut && len(window) >= maxRecordSize:
				err = errTooLong
			case err == errCut && bytes.HasSuffix(bytes.TrimSpace(window), []byte("</"+x.root+">")):
				x.open, err = false, errors.New("it is not closed where the root element ends")
			}
			x.bad(in.line, "<%s>: %w", name, err)
			in.take(seen)
			return true
		}
		works, err := x.works(name, attributes, inner)
		if err != nil {
			x.bad(in.line, "<%s>: %w", name, err)
		} else {
			x.emit(works...)
		}
		in.take(end)
		return true
	}
}

// works reads the works of a record.
func (x *xmlReader) works(name, attributes, inner []byte) ([]*Work, error) {
	switch string(name) {
	case "meta":
		return x.anthologyMeta(inner)
	case "paper":
		return x.anthologyPaper(attributes, inner)
	case "frontmatter":
		return nil, nil
	}
	return x.dblpWork(string(name), attributes, inner)
}

// errUnclosed is the error of a record within which another one starts.
var errUnclosed = errors.New("it is not closed where the next record starts")

// recordEnd finds the end tag of the record that data starts with: what stands
// within, and where the record ends. seen is how far data was searched, or where
// reading goes on after an error.
func recordEnd(data, name []byte, tagLength int, seen *int) (inner []byte, end int, err error) {
	for {
		at := bytes.IndexByte(data[*seen:], '<')
		if at < 0 {
			*seen = len(data)
			return nil, 0, errCut
		}
		at += *seen
		rest := data[at:]
		if isEndTag(rest, name) {
			length := bytes.IndexByte(rest, '>')
			return data[tagLength:at], at + length + 1, nil
		}
		length := markupLength(rest)
		if length == 0 {
			var child []byte
			child, _, length, _ = startTag(rest)
			if length > 0 && isXMLRecord(child) {
				*seen = at
				return nil, 0, errUnclosed
			}
		}
		if length == 0 {
			*seen = at
			return nil, 0, errCut
		}
		*seen = at + length
	}
}

// isEndTag reports whether text starts with the whole end tag of an element.
func isEndTag(text, name []byte) bool {
	if !bytes.HasPrefix(text, []byte("</")) || !bytes.HasPrefix(text[2:], name) {
		return false
	}
	end := bytes.IndexByte(text, '>')
	return end > 0 && len(bytes.TrimSpace(text[2+len(name):end])) == 0
}

// markupLength returns the length of the comment, CDATA section, instruction,
// document type or end tag that text starts with; 0 if it is none or not whole.
func markupLength(text []byte) int {
	var closing string
	switch {
	case bytes.HasPrefix(text, []byte("<!--")):
		closing = "-->"
	case bytes.HasPrefix(text, []byte("<![CDATA[")):
		closing = "]]>"
	case bytes.HasPrefix(text, []byte("<?")):
		closing = "?>"
	case bytes.HasPrefix(text, []byte("</")):
		closing = ">"
	case bytes.HasPrefix(text, []byte("<!")):
		closing = ">"
		if end := bytes.IndexAny(text, "[>"); end >= 0 && text[end] == '[' {
			closing = "]>"
		}
	default:
		return 0
	}
	end := bytes.Index(text, []byte(closing))
	if end < 0 {
		return 0
	}
	return end + len(closing)
}

// startTag reads the start tag that text starts with; closed is true for one
// that is its own end. The length is 0 if the text ends within the tag, and 1 for
// a "<" that starts none.
func startTag(text []byte) (name, attributes []byte, length int, closed bool) {
	if len(text) < 2 {
		return nil, nil, 0, false
	}
	if c := text[1] | 0x20; (c < 'a' || c > 'z') && text[1] != '_' && text[1] < 0x80 {
		if text[1] == '!' || text[1] == '?' || text[1] == '/' {
			return nil, nil, 0, false
		}
		return nil, nil, 1, false
	}
	end := bytes.IndexAny(text[1:], "<>")
	switch {
	case end < 0:
		return nil, nil, 0, false
	case text[1+end] == '<':
		return nil, nil, 1, false
	}
	inner := text[1 : 1+end]
	if closed = inner[len(inner)-1] == '/'; closed {
		inner = inner[:len(inner)-1]
	}
	space := bytes.IndexAny(inner, " \t\r\n")
	if space < 0 {
		return inner, nil, end + 2, closed
	}
	return inner[:space], inner[space:], end + 2, closed
}

// xmlAttribute returns the value of an attribute, or "".
func xmlAttribute(attributes []byte, name string) string {
	for rest := attributes; ; {
		at := bytes.Index(rest, []byte(name))
		if at < 0 {
			return ""
		}
		before := rest[:at]
		rest = rest[at+len(name):]
		value := bytes.TrimLeft(rest, " \t\r\n")
		if len(before) == 0 || before[len(before)-1] > ' ' || len(value) == 0 || value[0] != '=' {
			continue
		}
		value = bytes.TrimLeft(value[1:], " \t\r\n")
		if len(value) == 0 || value[0] != '"' && value[0] != '\'' {
			return ""
		}
		end := bytes.IndexByte(value[1:], value[0])
		if end < 0 {
			return ""
		}
		return html.UnescapeString(strings.ToValidUTF8(string(value[1:1+end]), "\ufffd"))
	}
}

// xmlElement is an element within a record.
type xmlElement struct{ name, attributes, inner []byte }

// xmlChildren yields the elements that stand in inner, not those within them. An
// element that is not closed ends it with an error.
func xmlChildren(inner []byte) iter.Seq2[xmlElement, error] {
	return func(yield func(xmlElement, error) bool) {
		for rest := inner; ; {
			at := bytes.IndexByte(rest, '<')
			if at < 0 {
				return
			}
			rest = rest[at:]
			if bytes.HasPrefix(rest, []byte("</")) {
				yield(xmlElement{}, fmt.Errorf("%q ends an element that was not begun", excerpt(rest)))
				return
			}
			if length := markupLength(rest); length > 0 {
				rest = rest[length:]
				continue
			}
			name, attributes, length, closed := startTag(rest)
			if length < 2 {
				yield(xmlElement{}, fmt.Errorf("%q is no tag", excerpt(rest)))
				return
			}
			rest = rest[length:]
			e := xmlElement{name: name, attributes: attributes}
			if !closed {
				end := endTagOffset(rest, name)
				if end < 0 {
					yield(xmlElement{}, fmt.Errorf("the element %q is not closed", excerpt(name)))
					return
				}
				e.inner = rest[:end]
				rest = rest[end:]
				rest = rest[bytes.IndexByte(rest, '>')+1:]
			}
			if !yield(e, nil) {
				return
			}
		}
	}
}

// endTagOffset returns where the first end tag of the name starts, or -1.
func endTagOffset(text, name []byte) int {
	for at := 0; ; {
		next := bytes.IndexByte(text[at:], '<')
		if next < 0 {
			return -1
		}
		at += next
		rest := text[at:]
		if isEndTag(rest, name) {
			return at
		}
		length := markupLength(rest)
		if length == 0 && len(rest) > 1 && strings.IndexByte("!?/", rest[1]) >= 0 {
			return -1 // markup without an end, which nothing follows
		}
		at += max(length, 1)
	}
}

// text returns the text of an element, without tags and with entities resolved,
// in normal form C.
func (x *xmlReader) text(inner []byte) string {
	if !x.latin1 || isASCII(inner) {
		return xmlText(string(inner))
	}
	decoded, _ := charmap.Windows1252.NewDecoder().Bytes(inner) // has a character for every byte
	return xmlText(string(decoded))
}

func isASCII(text []byte) bool {
	for _, c := range text {
		if c >= 0x80 {
			return false
		}
	}
	return true
}

func xmlText(s string) string {
	if strings.Contains(s, "<") {
		s = withoutXMLTags(s)
	} else if strings.Contains(s, "&") {
		s = html.UnescapeString(s)
	}
	return tidy(s)
}

// withoutXMLTags drops tags and comments, resolves entities between them, and
// reads the formulas of <tex-math>.
func withoutXMLTags(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	closed := true // formulas that follow may have an end
	for s != "" {
		at := strings.IndexByte(s, '<')
		if at < 0 {
			at = len(s)
		}
		b.WriteString(html.UnescapeString(s[:at]))
		s = s[at:]
		if closed && strings.HasPrefix(s, "<tex-math>") {
			var formula, rest string
			if formula, rest, closed = cutElement(s, "tex-math"); closed {
				b.WriteString(citation.DecodeLaTeX("$" + html.UnescapeString(formula) + "$"))
				s = rest
				continue
			}
		}
		if section, rest, found := cutBetween(s, "<![CDATA[", "]]>"); found {
			b.WriteString(section)
			s = rest
			continue
		}
		if _, rest, found := cutBetween(s, "<!--", "-->"); found {
			s = rest
			continue
		}
		_, s, _ = strings.Cut(s, ">")
	}
	return b.String()
}

func cutElement(s, name string) (inner, rest string, found bool) {
	return cutBetween(s, "<"+name+">", "</"+name+">")
}

// cutBetween returns what stands between an opening mark at the start of s and
// the next closing one, and what follows.
func cutBetween(s, opening, closing string) (inner, rest string, found bool) {
	after, found := strings.CutPrefix(s, opening)
	if !found {
		return "", s, false
	}
	return strings.Cut(after, closing)
}
