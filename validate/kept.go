package validate

import (
	"encoding/binary"
	"fmt"
	"io"
)

// Keep writes what [Revise] needs of a result: its numbers, and its findings as they are
// kept. Of a result that depends on more than the parts of its inputs it writes that alone.
func (r *Result) Keep(w io.Writer) error {
	byParts := r.Summary.Known == nil && r.Summary.Grounding == nil && r.Verification == nil && r.Unwritable == nil
	packed := packFlag(nil, byParts)
	for _, n := range r.numbers() {
		packed = packNumbers(packed, *n)
	}
	_, err := w.Write(packed)
	if err == nil && byParts {
		err = r.findings.dump(w)
	}
	if err != nil {
		return fmt.Errorf("cannot keep what was found: %w", err)
	}
	return nil
}

// numbers are all that a result counts, of which those of records that have nothing to do
// with each other add up.
func (r *Result) numbers() []*int {
	s, c := &r.Summary, &r.completeness
	return []*int{
		&s.Records, &s.Valid, &s.Invalid, &s.Unreadable, &s.References, &s.Works, &s.Mentions, &s.Sentences, &s.Repeated, &s.Unread,
		&s.Findings.Error, &s.Findings.Warning, &s.Findings.Info,
		&c.Works, &c.Title, &c.Author, &c.Year, &c.Venue, &c.Identifier, &c.Venues,
		&r.fields.known, &r.fields.needed,
	}
}

// addKept adds what Keep wrote to a result, but the findings that are left out.
func (r *Result) addKept(from byteReader, leftOut func(packed []byte) (bool, error)) error {
	if byParts, err := from.ReadByte(); err != nil {
		return err
	} else if byParts == 0 {
		return errShared
	}
	for _, n := range r.numbers() {
		kept, err := binary.ReadUvarint(from)
		if err != nil {
			return err
		}
		*n += int(kept)
	}
	return r.findings.load(from, leftOut)
}
