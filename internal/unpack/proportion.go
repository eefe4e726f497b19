package unpack

import (
	"fmt"
	"io"
)

// A file that was made to be costly unpacks to a thousand times its size, and one that holds
// what somebody wrote to about ten times: mostTimes is how much of a file is read, but for
// what does little harm.
const (
	mostTimes = 100
	harmless  = 64 << 20
)

// ErrOutOfProportion says that a file unpacks to very much more than it has.
var ErrOutOfProportion = fmt.Errorf("it unpacks to more than %d times its size, as files do that are made to be costly; unpack it, and name what was in it", mostTimes)

// outOfProportion reports whether so many bytes are too many for what so many unpack to.
func outOfProportion(unpacked, packed int64) bool {
	return unpacked > harmless && unpacked/mostTimes > packed
}

// tallied is a reader whose bytes are counted.
type tallied struct {
	io.Reader
	bytes int64
}

// Read implements [io.Reader].
func (t *tallied) Read(p []byte) (int, error) {
	n, err := t.Reader.Read(p)
	t.bytes += int64(n)
	return n, err
}

// proportionate is what a compressed stream holds, for as long as it is in proportion.
type proportionate struct {
	tallied
	packed *tallied
}

// Read implements [io.Reader].
func (r *proportionate) Read(p []byte) (int, error) {
	if outOfProportion(r.bytes, r.packed.bytes) {
		return 0, ErrOutOfProportion
	}
	return r.tallied.Read(p)
}
