package authority

import (
	"bytes"
	"errors"
	"fmt"
)

// jsonForm reads the works of one record, of which there may be several: a notice
// of retraction is a work, and says something about another. ok is false for a
// record of another form.
type jsonForm func(c *jsonCursor) (works []*Work, ok bool)

// jsonForms are told apart by members that no form shares with those above it.
var jsonForms = [...]jsonForm{arXivWorks, openAlexWorks, semanticScholarWorks, dataCiteWorks, crossrefWorks, cslWorks}

// maxStrangers is how many objects of no known form are reported before a dump
// counts as one.
const maxStrangers = 100

// errStranger is the error of an object that is of no known form.
var errStranger = errors.New("it has not the members of a record of any known form")

// readJSON reads records one behind the other, a line each or not, in arrays, or
// in arrays under "items". The commas around them are not checked, nor are the
// brackets but that each array ends.
func (r *dumpReader) readJSON() error {
	var reader jsonReader
	strangers, known, arrays := 0, false, 0
	for !r.stopped {
		switch first := r.in.skipBlanks(); first {
		case 0:
			if strangers > 0 && !known {
				return unknownForm("none of its objects has the members of a record")
			}
			if arrays > 0 {
				return fmt.Errorf("%w of an array", errCut)
			}
			return nil
		case '[':
			arrays++
			r.in.take(1)
			continue
		case ']':
			arrays = max(arrays-1, 0)
			r.in.take(1)
			continue
		case ',', '}':
			r.in.take(1)
			continue
		}
		if length := r.itemsWrapper(); length > 0 {
			arrays++
			r.in.take(length)
			continue
		}
		r.records++
		works, length, err := reader.next(r.in)
		switch {
		case err == nil:
			known = true
			r.emit(works...)
			r.in.take(length)
		case err == errCut && r.in.failure() != nil:
			r.records--
			return nil
		default:
			r.bad(r.in.line, "%w", err)
			if err != errStranger {
				r.resync(&reader)
				continue
			}
			r.in.take(length)
			if strangers++; strangers == maxStrangers && !known {
				return unknownForm("none of its first %d objects has the members of a record", maxStrangers)
			}
		}
	}
	return nil
}

// itemsWrapper returns the length of the `{"items":[` that opens a file of
// Crossref's public data, or 0.
func (r *dumpReader) itemsWrapper() int {
	const longest = 64
	if len(r.in.window()) < longest {
		r.in.more()
	}
	window := r.in.window()
	rest := window
	for _, part := range [...]string{"{", `"items"`, ":", "["} {
		after, found := bytes.CutPrefix(bytes.TrimLeft(rest, " \t\r\n"), []byte(part))
		if !found {
			return 0
		}
		rest = after
	}
	return len(window) - len(rest)
}

// resync consumes a broken record up to the next object that is a record.
func (r *dumpReader) resync(reader *jsonReader) {
	for skip := 1; ; {
		r.in.take(min(skip, len(r.in.window())))
		window := r.in.window()
		brace := bytes.IndexByte(window, '{')
		if brace < 0 {
			r.in.take(len(window))
			if !r.in.more() {
				return
			}
			skip = 0
			continue
		}
		r.in.take(brace)
		_, length, err := reader.next(r.in)
		switch {
		case err == nil:
			return
		case err == errStranger, errors.Is(err, errTooDeep):
			skip = length // what stands within is no record either
		default:
			skip = 1
		}
	}
}

// jsonReader reads records, each first as one of the form of the last.
type jsonReader struct {
	last int // in jsonForms
}

// next reads the record that the window starts with, reading on as needed, and
// returns its length.
func (j *jsonReader) next(in *dumpInput) ([]*Work, int, error) {
	for {
		window := in.window()
		works, length, err := j.read(window)
		switch {
		case err == errCut && len(window) >= maxRecordSize:
			return nil, 0, errTooLong
		case err != errCut || !in.more():
			return works, length, err
		}
	}
}

func (j *jsonReader) read(data []byte) (works []*Work, length int, err error) {
	for i := range jsonForms {
		at := (j.last + i) % len(jsonForms)
		c := jsonCursor{data: data}
		if c.peek() != '{' {
			c.unexpected("a record")
			return nil, 0, c.err
		}
		works, ok := jsonForms[at](&c)
		if c.err != nil {
			return nil, c.pos, c.err
		}
		if ok {
			j.last = at
			return works, c.pos, nil
		}
		length = c.pos
	}
	return nil, length, errStranger
}

var errTooLong = errors.New("it is longer than the 16 MiB that a record may have")
