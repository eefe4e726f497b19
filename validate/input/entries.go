package input

import (
	"fmt"
	"io"
)

// maxEntry is the longest entry of a .bib that is read, in bytes, if no option says so.
const maxEntry = 16 << 20

// entryByEntry reads a .bib and fails where no entry starts for too long, as in one that is
// open and would fill the memory.
type entryByEntry struct {
	from   io.Reader
	limit  int
	since  int  // bytes since an entry may have started
	before byte // the last one that was no blank
}

// Read implements [io.Reader].
func (e *entryByEntry) Read(p []byte) (int, error) {
	n, err := e.from.Read(p)
	for _, c := range p[:n] {
		switch {
		case c == '@' && (e.before == '\n' || e.before == '}' || e.before == ')'):
			e.since = 0
		case c != ' ' && c != '\t' && c != '\r':
			e.before = c
		}
		if e.since++; e.since > e.limit {
			return 0, fmt.Errorf("no entry starts in %d bytes of a .bib, and one may have so many: close what is open, or raise --max-record", e.limit)
		}
	}
	return n, err
}
