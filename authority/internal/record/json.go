package record

import (
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/factcite/factcite/authority"
)

// jsonForm reads the works of one record, of which there may be several: a notice
// of retraction is a work, and says something about another. ok is false for a
// record of another form.
type jsonForm func(c *jsonCursor) (works []*draft, ok bool)

// jsonForms are told apart by members that no form shares with those above it.
var jsonForms = [...]jsonForm{arXivWorks, openAlexWorks, semanticScholarWorks, dataCiteWorks, openReviewWorks, zoteroWorks, dblpHit, crossrefWorks, cslWorks}

// ErrUnknown is the error of an object that is of no known form.
var ErrUnknown = errors.New("it has not the members of a record of any known form")

// JSON reads records of JSON, each first as one of the form of the last.
type JSON struct {
	Date   string // of the dump
	last   int    // in jsonForms
	cursor jsonCursor
}

// Read reads the works of the record that data starts with, or of a service's answer
// that has records in it, and returns its length. After an error, the length is that of what holds no other record, and 0
// where that is not known.
func (j *JSON) Read(data []byte) (works []*authority.Work, length int, err error) {
	works, length, err = j.record(data)
	if err == ErrUnknown {
		if found, ok := j.page(data[:length], 1); ok {
			return found, length, nil
		}
	}
	return works, length, err
}

// record reads the works of one record.
func (j *JSON) record(data []byte) (works []*authority.Work, length int, err error) {
	if len(data) == 0 {
		return nil, 0, ErrCut
	}
	if data[0] != '{' {
		r, _ := utf8.DecodeRune(data)
		return nil, 0, fmt.Errorf("want a record, not %q", string(r))
	}
	c := &j.cursor
	c.MaxDepth, c.IgnoreDuplicates = maxRecordDepth, true
	for i := range jsonForms {
		at := (j.last + i) % len(jsonForms)
		c.Reset(data)
		drafts, ok := jsonForms[at](c)
		switch err := c.failure(); {
		case err == errTooDeep:
			return nil, c.Offset(), err
		case err != nil:
			return nil, 0, err
		case ok:
			j.last = at
			return finishAll(drafts, j.Date), c.Offset(), nil
		}
		length = c.Offset()
	}
	return nil, length, ErrUnknown
}
