package dump

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/record"
)

// maxStrangers is how many objects of no known form are reported before a dump
// counts as one.
const maxStrangers = 100

// readJSON reads records one after the other, a line each or not, in arrays, or
// in arrays under "items". The commas around them are not checked, nor are the
// brackets but that each array ends.
func (r *reading) readJSON() error {
	records := record.JSON{Date: r.dump.Date}
	strangers, known, arrays := 0, false, 0
	for !r.stopped {
		switch first := r.in.skipBlanks(); first {
		case 0:
			if strangers > 0 && !known {
				return unknownForm("none of its objects has the members of a record")
			}
			if arrays > 0 {
				return fmt.Errorf("%w of an array", record.ErrCut)
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
		case 'n':
			if r.isNull() { // what Semantic Scholar does not know of a batch
				r.in.take(len(null))
				continue
			}
		}
		if length := r.itemsWrapper(); length > 0 {
			arrays++
			r.in.take(length)
			continue
		}
		r.count++
		works, length, err := r.readJSONRecord(&records)
		switch {
		case err == nil:
			known = true
			r.emit(works...)
			r.in.take(length)
		case err == record.ErrCut && r.in.Err() != nil:
			r.count--
			return nil
		default:
			r.bad(r.in.line, "%w", err)
			if err != record.ErrUnknown {
				r.resync(&records)
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

const null = "null"

// isNull reports whether the window starts with it.
func (r *reading) isNull() bool {
	if len(r.in.Bytes()) < len(null) {
		r.in.More()
	}
	return bytes.HasPrefix(r.in.Bytes(), []byte(null))
}

// itemsWrapper returns the length of the `{"items":[` that opens a file of
// Crossref's public data, or 0.
func (r *reading) itemsWrapper() int {
	const longest = 64
	if len(r.in.Bytes()) < longest {
		r.in.More()
	}
	window := r.in.Bytes()
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
func (r *reading) resync(records *record.JSON) {
	for skip := 1; ; {
		r.in.take(min(skip, len(r.in.Bytes())))
		window := r.in.Bytes()
		brace := bytes.IndexByte(window, '{')
		if brace < 0 {
			r.in.take(len(window))
			if !r.in.More() {
				return
			}
			skip = 0
			continue
		}
		r.in.take(brace)
		_, length, err := r.readJSONRecord(records)
		switch {
		case err == nil:
			return
		default:
			skip = max(length, 1)
		}
	}
}

// readJSONRecord reads the record that the window starts with, reading on as
// needed. What reads it returns its length.
func (r *reading) readJSONRecord(records *record.JSON) ([]*authority.Work, int, error) {
	for {
		window := r.in.longestRecord()
		works, length, err := records.Read(window)
		switch {
		case err == record.ErrCut && len(window) >= maxRecordSize:
			return nil, 0, errTooLong
		case err != record.ErrCut || !r.in.More():
			return works, length, err
		}
	}
}

var errTooLong = errors.New("it is longer than the 16 MiB that a record may have")
