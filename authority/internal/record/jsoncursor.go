package record

import (
	"fmt"
	"io"

	"github.com/factcite/factcite/internal/jsontext"
	"github.com/factcite/factcite/internal/text"
)

// jsonCursor reads records of JSON. A value of another kind than the one asked for
// counts as absent.
type jsonCursor struct{ jsontext.Cursor }

// maxRecordDepth bounds the brackets within each other.
const maxRecordDepth = 64

// What may be wrong with a value, besides its grammar.
var (
	ErrCut     error = cutError{}
	errTooDeep       = fmt.Errorf("it is nested more than %d deep", maxRecordDepth)
)

// cutError is an [io.ErrUnexpectedEOF] in words of our own.
type cutError struct{}

func (cutError) Error() string { return "it ends in the middle" }
func (cutError) Unwrap() error { return io.ErrUnexpectedEOF }

// newJSONCursor returns a cursor at the front of data.
func newJSONCursor(data []byte) *jsonCursor {
	c := &jsonCursor{jsontext.Cursor{MaxDepth: maxRecordDepth, IgnoreDuplicates: true}}
	c.Reset(data)
	return c
}

// failure returns the error that ended reading, [ErrCut] and errTooDeep as
// themselves, or nil.
func (c *jsonCursor) failure() error {
	switch err := c.Err(); {
	case err == nil:
		return nil
	case err.Cut:
		return ErrCut
	case err.TooDeep:
		return errTooDeep
	default:
		return err
	}
}

// stringOrNumber returns a string, or a number as it is written; "" for what is
// neither.
func (c *jsonCursor) stringOrNumber() string {
	if b := c.Peek(); b == '-' || text.IsDigit(b) {
		return string(c.Skip())
	}
	return c.Text()
}

// plainText returns a string without markup.
func (c *jsonCursor) plainText() string { return plainText(c.stringOrNumber()) }

// texts returns the strings of an array that are not empty, or the string that
// is in its place, without markup.
func (c *jsonCursor) texts() (list []string) {
	if c.Peek() != '[' {
		if text := c.plainText(); text != "" {
			list = append(list, text)
		}
		return list
	}
	for range c.Elements() {
		if text := c.plainText(); text != "" && len(list) < maxNames {
			list = append(list, text)
		}
	}
	return list
}

// isTrue reads a boolean.
func (c *jsonCursor) isTrue() bool { return string(c.Skip()) == "true" }
