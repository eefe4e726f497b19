package authority

import (
	"fmt"
)

// RecordError is a record of a dump that cannot be read and was passed over.
type RecordError struct {
	Dump   string // name
	Record int    // from 1, in the order of the dump, bad ones included
	Line   int    // where the record begins, from 1, once unpacked
	Err    error
}

// Error says which record, where it is and what is wrong with it.
func (e *RecordError) Error() string {
	return fmt.Sprintf("%s: record %d (line %d): %v", e.Dump, e.Record, e.Line, e.Err)
}

// Unwrap returns what is wrong with the record.
func (e *RecordError) Unwrap() error { return e.Err }
