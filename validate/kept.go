package validate

import (
	"encoding/binary"
	"fmt"
	"io"
	"iter"
	"slices"

	"github.com/factcite/factcite/validate/internal/spill"
)

// Keep writes what [Revise] needs of a result of Options.KeepTies: its numbers and its findings
// as they are kept, and what its records have in common. Of a result that depends on more than
// the parts of records it writes that alone.
func (r *Result) Keep(found, ties io.Writer) error {
	isOfParts := r.ties != nil && r.Summary.Known == nil && r.Summary.Grounding == nil && r.Verification == nil && r.Unwritable == nil
	packed := spill.AppendFlag(nil, isOfParts)
	for _, n := range r.numbers() {
		packed = spill.AppendNumbers(packed, *n)
	}
	_, err := found.Write(packed)
	if err == nil && isOfParts {
		err = r.findings.Dump(found)
	}
	if err == nil && isOfParts {
		err = r.ties.write(ties)
	}
	if err != nil {
		return fmt.Errorf("cannot keep what was found: %w", err)
	}
	return nil
}

// keptTies are what the records of a run have in common, and where its works are named first.
type keptTies interface {
	write(to io.Writer) error
	close() error
}

// resultTies are those of a run that was collected.
type resultTies struct {
	*ties
	works []workAt
}

func (r *resultTies) write(to io.Writer) error {
	return writeTies(to, r.count, r.ties.all(), len(r.works), withoutError(slices.Values(r.works)))
}

func withoutError[T any](values iter.Seq[T]) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for v := range values {
			if !yield(v, nil) {
				return
			}
		}
	}
}

// numbers are all that a result counts, of which those of records that have nothing to do
// with each other add up.
func (r *Result) numbers() []*int {
	s, c := &r.Summary, &r.completeness
	return []*int{
		&s.Records, &s.Valid, &s.Invalid, &s.Unreadable, &s.References, &s.Works, &s.Mentions, &s.Sentences, &s.Repeated, &s.Unread,
		&s.Findings.Error, &s.Findings.Warning, &s.Findings.Info,
		&c.Works, &c.Title, &c.Author, &c.Year, &c.Venue, &c.Identifier, &c.Venues,
		&r.fields.Known, &r.fields.Needed,
	}
}

// addKept adds what Keep wrote to a result, each finding as edit makes it; nil is left out.
func (r *Result) addKept(from spill.ByteReader, edit func(packed []byte) ([]byte, error)) error {
	if isOfParts, err := from.ReadByte(); err != nil {
		return err
	} else if isOfParts == 0 {
		return errShared
	}
	for _, n := range r.numbers() {
		kept, err := binary.ReadUvarint(from)
		if err != nil {
			return err
		}
		*n += int(kept)
	}
	return r.findings.Load(from, edit)
}
