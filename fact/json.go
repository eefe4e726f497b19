package fact

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"

	"github.com/factcite/factcite/internal/jsontext"
)

// readJSON reads a JSON document: an array of records, or records one after
// the other.
func (s *stream) readJSON() {
	for !s.stopped {
		switch s.peek() {
		case 0:
			return
		case '[':
			s.in.take(1)
			s.readElements("", wantElement)
		default:
			s.emit(s.readValue(s.in.at))
		}
	}
}

// peek consumes white space and returns the byte that follows, or 0 at the end.
func (s *stream) peek() byte {
	for {
		window := s.in.window()
		blank := jsontext.BlankLength(window)
		s.in.take(blank)
		if blank < len(window) {
			return window[blank]
		}
		if !s.in.more() {
			return 0
		}
	}
}

// What should follow in an array.
const (
	wantAny     = iota // after broken bytes
	wantElement        // after the bracket and after a comma
	wantComma          // after an element
)

// readElements reads the elements of an array of records, after its bracket,
// to its end. Where an element is broken, it goes on at the next whole object
// that has the members of a record. The records of an array in the array are
// read too. wanted is what should follow.
func (s *stream) readElements(pointer string, wanted int) {
	nested := false
	for index := 0; !s.stopped; {
		first := s.peek()
		at := s.in.at
		at.Pointer = pointer + "/" + strconv.Itoa(index)
		switch {
		case first == 0:
			s.reportCut(at, "the array")
			return
		case first == ',' || first == ']':
			s.in.take(1)
			if wanted == wantElement && (first == ',' || index > 0) {
				s.emit(unreadable(at, s.in.at, string(first), "want a record, not %q", string(first)))
			}
			wanted = wantElement
			if first == ',' {
				continue
			}
			if !nested {
				return
			}
			wanted, nested = wantComma, false
			continue
		case first == '[' && !nested && s.wholeArray():
			s.in.take(1)
			s.emit(unreadable(at, s.in.at, "[", "want a record, not an array; its elements are read as records"))
			wanted, nested = wantAny, true
			continue
		}
		it := s.readValue(at)
		if wanted == wantComma {
			it.Problems = slices.Insert(it.Problems, 0, Problem{
				Rule: "unreadable-record", Message: "no comma stands before this record; the array is not JSON", Place: at, End: at,
			})
		}
		wanted = wantComma
		if it.Record == nil {
			wanted = wantAny
		}
		index++
		s.emit(it)
	}
}

// wholeArray reports whether the array at the window's start is whole.
func (s *stream) wholeArray() bool {
	_, err := s.wholeValue()
	return err == nil
}

// readValue reads the record at the window's start, which is at, or what is in
// its place.
func (s *stream) readValue(at Place) *Item {
	it, n, err := s.frame()
	if err == nil {
		s.in.take(n)
		s.decoder.finish(it, at)
		return it
	}
	window := s.in.window()
	stated, message := excerpt(window), describe(err, at, window)
	n, broken := s.wholeValue()
	switch {
	case len(window) == 0 || window[0] == '{':
		s.resync()
	case broken == nil:
		s.in.take(n)
	default:
		if window[0] == '[' {
			message = describe(broken, at, s.in.window())
		}
		s.resync()
	}
	s.brokenTo = s.in.at.Offset
	return unreadable(at, s.in.at, stated, "no record can be read here: %s", message)
}

// reportCut reports that the input ends inside of something, unless the record
// that it ends in was reported.
func (s *stream) reportCut(at Place, what string) {
	if s.brokenTo != at.Offset {
		s.emit(unreadable(at, at, "", "%s is not closed: the input was cut, and records may be missing", what))
	}
	s.brokenTo = at.Offset
}

// wholeValue returns the length of the value of any kind at the window's start; an
// error says that it is broken or longer than a record may be.
func (s *stream) wholeValue() (int, *jsontext.SyntaxError) {
	for {
		window := s.in.window()
		c := jsontext.NewCursor(window, s.opts.MaxDepth)
		c.Skip()
		switch err := c.Err(); {
		case err == nil:
			return c.Offset(), nil
		case err.Cut && len(window) >= s.opts.MaxRecord:
			return 0, s.tooLong(window)
		case !err.Cut || !s.in.more():
			return 0, err
		}
	}
}

// frame decodes the object at the window's start, reading on as needed.
func (s *stream) frame() (*Item, int, *jsontext.SyntaxError) {
	for {
		window := s.in.window()
		it, n, err := s.decodeObject(window)
		if n > s.opts.MaxRecord || err != nil && err.Cut && len(window) >= s.opts.MaxRecord {
			return nil, 0, s.tooLong(window)
		}
		if err == nil || !err.Cut || !s.in.more() {
			return it, n, err
		}
	}
}

func (s *stream) tooLong(window []byte) *jsontext.SyntaxError {
	return &jsontext.SyntaxError{
		Offset:  min(len(window), s.opts.MaxRecord),
		Message: fmt.Sprintf("it is longer than the %d bytes that a record may have; raise the limit if it is one", s.opts.MaxRecord),
	}
}

// resync consumes the input up to the next whole object that has the members
// of a record, at least one byte.
func (s *stream) resync() {
	s.in.take(min(1, len(s.in.window())))
	for {
		window := s.in.window()
		brace := bytes.IndexByte(window, '{')
		if brace < 0 {
			s.in.take(len(window))
			if !s.in.more() {
				return
			}
			continue
		}
		s.in.take(brace)
		_, n, err := s.frame()
		switch {
		case err == nil && s.decoder.seen.looksLikeRecord():
			return
		case err == nil:
			s.in.take(n)
		case s.waste > s.wasteLimit():
			s.in.take(max(err.Offset, 1))
		default:
			s.waste += int64(err.Offset)
			s.in.take(1)
		}
	}
}

// wasteLimit bounds the bytes that may be read in vain: several starts of a
// record may all fail at the same distant byte.
func (s *stream) wasteLimit() int64 { return 4 * (int64(s.opts.MaxRecord) + s.in.at.Offset) }
