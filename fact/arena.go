package fact

import "strings"

// An arena makes strings of bytes. Those of a few records share memory, for records
// have many short strings, and one after the other they are read, used and dropped.
// A string that is kept for long keeps no more than arenaSize bytes with it.
type arena struct{ strings.Builder }

const arenaSize = 4 << 10

func (a *arena) keep(text []byte) string {
	if len(text) > arenaSize/8 {
		return string(text)
	}
	if a.Cap()-a.Len() < len(text) {
		a.Reset()
		a.Grow(arenaSize)
	}
	start := a.Len()
	a.Write(text) // behind what other strings hold, which stays as it is
	return a.String()[start:]
}
