package fact

import (
	"bytes"
	"fmt"

	"github.com/factcite/factcite/internal/jsontext"
)

// readLines reads JSON Lines: one object a line, whose end is LF, CR or CRLF. A
// line may hold several objects, as a lost line end makes them.
func (s *stream) readLines() {
	for !s.stopped {
		line, ok := s.line()
		if !ok {
			return
		}
		if line == nil {
			s.skipLine()
			continue
		}
		s.readLine(line)
	}
}

// line returns the next line without its end, not yet consumed; nil says that
// it is longer than a record may be.
func (s *stream) line() ([]byte, bool) {
	in := s.in
	searched := 0
	for {
		window := in.window()
		rest := window[searched:]
		if end := bytes.IndexByte(rest, '\n'); end >= 0 {
			rest = rest[:end]
		} else if bytes.IndexByte(rest, '\r') < 0 {
			if len(window) > s.opts.MaxRecord {
				return nil, true
			}
			searched = len(window)
			if in.more() {
				continue
			}
			return in.window(), len(window) > 0
		}
		if end := bytes.IndexByte(rest, '\r'); end >= 0 {
			rest = rest[:end]
		}
		line := window[:searched+len(rest)]
		if len(line) > s.opts.MaxRecord {
			return nil, true
		}
		return line, true
	}
}

// skipLine consumes a line that is too long and reports it.
func (s *stream) skipLine() {
	start := s.in.at
	head := excerpt(s.in.window())
	for {
		window := s.in.window()
		if end := bytes.IndexAny(window, "\r\n"); end >= 0 {
			s.in.take(end)
			break
		}
		s.in.take(len(window))
		if !s.in.more() {
			break
		}
	}
	s.emit(unreadable(start, s.in.at, head, "the line is %d bytes long, and a record may have %d; raise the limit if it is one",
		s.in.at.Offset-start.Offset, s.opts.MaxRecord))
}

// readLine reads the records of the line at the window's start.
func (s *stream) readLine(line []byte) {
	in := s.in
	waste := maxWaste * len(line)
	for !s.stopped {
		blank := jsontext.BlankLength(line)
		in.take(blank)
		line = line[blank:]
		if len(line) == 0 {
			break
		}
		it, n, err := s.decodeObject(line)
		at := in.at
		if err == nil {
			s.decoder.finish(it, at)
		} else {
			n = s.nextRecord(line, &waste)
			it = unreadable(at, at.after(line[:n]), excerpt(line), "the line is no record: %s", describe(err, at, line))
		}
		if n == len(line) && in.takeLine(n) {
			s.emit(it)
			return
		}
		in.take(n)
		line = line[n:]
		s.emit(it)
	}
	if window := in.window(); len(window) > 0 && !s.stopped {
		in.take(1) // the line's end
	}
}

// decodeObject decodes the object at the front of data; a value of another
// kind is an error too.
func (s *stream) decodeObject(data []byte) (*Item, int, *jsontext.SyntaxError) {
	if data[0] == '{' {
		return s.decoder.decode(data)
	}
	return nil, 0, &jsontext.SyntaxError{Message: wantedObject(data)}
}

func wantedObject(data []byte) string {
	kind := ""
	switch first := data[0]; {
	case first == '[':
		kind = "an array"
	case first == '"':
		kind = "a string"
	case first == '-' || '0' <= first && first <= '9':
		kind = "a number"
	case bytes.HasPrefix(data, []byte("true")), bytes.HasPrefix(data, []byte("false")):
		kind = "true or false"
	case bytes.HasPrefix(data, []byte("null")):
		kind = "null"
	default:
		return "it is not JSON; a record is an object in braces"
	}
	return "a record is an object in braces, and this is " + kind
}

// describe says what an error is and where, for a message; the data it is about
// starts at start.
func describe(err *jsontext.SyntaxError, start Place, data []byte) string {
	if err.Offset == 0 {
		return err.Message
	}
	place := start.after(data[:err.Offset])
	if place.Line == start.Line {
		return fmt.Sprintf("%s, at column %d", err.Message, place.Column)
	}
	return fmt.Sprintf("%s, at line %d column %d", err.Message, place.Line, place.Column)
}

// maxWaste bounds the bytes of a line that may be read in vain, by its length: several
// starts of a record may all fail at the same distant byte.
const maxWaste = 8

// nextRecord returns the offset, after the first byte, of the next whole
// object in data that has the members of a record, or the length of data. What
// comes before it could not be read. Of waste it takes what it reads in vain.
func (s *stream) nextRecord(data []byte, waste *int) int {
	for from := 1; ; {
		brace := bytes.IndexByte(data[from:], '{')
		if brace < 0 {
			return len(data)
		}
		from += brace
		_, n, err := s.decoder.decode(data[from:])
		switch {
		case err == nil && s.decoder.seen.looksLikeRecord():
			return from
		case err == nil:
			from += n
		case *waste < 0:
			from += max(err.Offset, 1)
		default:
			*waste -= err.Offset
			s.waste += int64(err.Offset)
			from++
		}
	}
}
