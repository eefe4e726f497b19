package authority

import "io"

// Dump is one file of records, opened by the caller and still compressed if it
// was.
type Dump struct {
	Name   string // path, for messages; tells a form only where the bytes do not
	Date   string // of the dump, as 2026-09; empty if unknown
	Reader io.Reader
}
