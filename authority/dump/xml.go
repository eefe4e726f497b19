package dump

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/factcite/factcite/authority/internal/record"
	"github.com/factcite/factcite/authority/internal/xmltext"
)

// xmlReading reads dblp.xml, the ACL Anthology's files, PubMed's and arXiv's feeds: flat records, of which
// none is within another and no element within one of its own name. That
// makes a record what is up to the next end tag of its name, and a broken one
// end where another begins. No DTD is loaded.
type xmlReading struct {
	*reading
	records *record.XML
	root    string // the root element
	open    bool   // it was not ended yet
}

func (r *reading) readXML(head []byte) error {
	x := &xmlReading{reading: r}
	if err := x.readProlog(head); err != nil {
		return err
	}
	for !r.stopped {
		window := r.in.Bytes()
		at := bytes.IndexByte(window, '<')
		if at < 0 {
			r.in.take(len(window))
			if !r.in.More() {
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
func (x *xmlReading) atEnd() error {
	if x.open {
		return fmt.Errorf("%w of its root element, %q", record.ErrCut, x.root)
	}
	return nil
}

// readProlog reads the encoding and the root element off the head of the dump.
func (x *xmlReading) readProlog(head []byte) error {
	latin1 := false
	if bytes.HasPrefix(head, []byte("<?xml")) {
		declaration := head[:max(bytes.Index(head, []byte("?>")), 0)]
		switch encoding := strings.ToLower(xmltext.Attribute(declaration, "encoding")); encoding {
		case "", "utf-8", "utf8":
		case "iso-8859-1", "latin1", "windows-1252", "us-ascii":
			latin1 = true
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
		if length := xmltext.MarkupLength(rest); length > 0 {
			rest = rest[length:]
			continue
		}
		name, _, _, _ := xmltext.StartTag(rest)
		if !record.IsXMLRoot(string(name)) {
			return unknownForm("it is XML with the root element %.40q", name)
		}
		x.root, x.records = string(name), record.NewXML(latin1, x.dump.Date)
		return nil
	}
}

// readTag consumes what starts with the "<" at the window's start, a whole record
// if it is the tag of one; false means that the dump ends within.
func (x *xmlReading) readTag() bool {
	in := x.in
	for {
		window := in.longestRecord()
		length := xmltext.MarkupLength(window)
		if length > 0 {
			if xmltext.IsEndTag(window, []byte(x.root)) {
				x.open = false
			}
			in.take(length)
			return true
		}
		name, attributes, length, closed := xmltext.StartTag(window)
		if length > 0 {
			if string(name) == x.root {
				x.open = !closed
			}
			switch {
			case record.IsXML(name) && !closed:
				return x.readRecord(length)
			default:
				x.records.Enter(name, attributes)
			}
			in.take(length)
			return true
		}
		if len(window) >= maxRecordSize {
			x.count++
			x.bad(in.line, "a tag is not closed within the 16 MiB that a record may have")
			in.take(len(window))
			return true
		}
		if !in.More() {
			if in.Err() == nil {
				x.count++
				x.bad(in.line, "%w", record.ErrCut)
			}
			return false
		}
	}
}

// readRecord reads the record whose start tag has the given length.
func (x *xmlReading) readRecord(tagLength int) bool {
	in := x.in
	x.count++
	seen := tagLength
	for {
		window := in.longestRecord()
		name, attributes, _, _ := xmltext.StartTag(window)
		inner, end, err := recordEnd(window, name, tagLength, &seen)
		switch {
		case err == record.ErrCut && len(window) < maxRecordSize && in.More():
			continue
		case err == record.ErrCut && in.Err() != nil:
			x.count--
			return false
		case err != nil:
			switch {
			case err == record.ErrCut && len(window) >= maxRecordSize:
				err = errTooLong
			case err == record.ErrCut && bytes.HasSuffix(bytes.TrimSpace(window), []byte("</"+x.root+">")):
				x.open, err = false, errors.New("it is not closed where the root element ends")
			}
			x.bad(in.line, "<%s>: %w", name, err)
			in.take(seen)
			return true
		}
		works, err := x.records.Read(name, attributes, inner)
		if err != nil {
			x.bad(in.line, "<%s>: %w", name, err)
		} else {
			x.emit(works...)
		}
		in.take(end)
		return true
	}
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
			return nil, 0, record.ErrCut
		}
		at += *seen
		rest := data[at:]
		if xmltext.IsEndTag(rest, name) {
			length := bytes.IndexByte(rest, '>')
			return data[tagLength:at], at + length + 1, nil
		}
		length := xmltext.MarkupLength(rest)
		if length == 0 {
			var child []byte
			child, _, length, _ = xmltext.StartTag(rest)
			if length > 0 && record.IsXML(child) {
				*seen = at
				return nil, 0, errUnclosed
			}
		}
		if length == 0 {
			*seen = at
			return nil, 0, record.ErrCut
		}
		*seen = at + length
	}
}
