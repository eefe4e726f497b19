package fact

const (
	lowBits  = 0x0101010101010101
	highBits = 0x8080808080808080
)

// special marks, by the highest bit of each, the bytes of w that a JSON string may
// not hold as they are: quotes, backslashes and control characters. Subtracting
// from all bytes at once borrows from a byte only behind a marked one, so the lowest
// mark is certain, and no mark means that all are plain.
func special(w uint64) uint64 {
	quote := w ^ lowBits*'"'
	slash := w ^ lowBits*'\\'
	return ((quote - lowBits) | (slash - lowBits) | (w - lowBits*' ')) &^ w & highBits
}
