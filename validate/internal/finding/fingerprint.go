package finding

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"

	"github.com/factcite/factcite/internal/fold"
)

// fingerprintBytes is how long a fingerprint is, which is written in hexadecimal.
const fingerprintBytes = 16

// Fingerprint names a finding in a way that outlives moved lines and added
// facts: of is the fact, citation key or source that the finding belongs to, and
// ordinal counts repeats of all the rest.
func Fingerprint(rule, of, field, stated string, ordinal int) string {
	text := make([]byte, 0, 256)
	for _, part := range [...]string{rule, of, field} {
		text = append(append(text, part...), 0)
	}
	text = append(fold.AppendPlain(text, stated), 0)
	text = strconv.AppendInt(text, int64(ordinal), 10)
	sum := sha256.Sum256(text)
	return string(hex.AppendEncode(text[:0], sum[:fingerprintBytes]))
}

// Sum is the bytes of a fingerprint.
type Sum [fingerprintBytes]byte

// SumOf returns the bytes of a fingerprint.
func SumOf(fingerprint string) (sum Sum, err error) {
	if _, err := hex.Decode(sum[:], []byte(fingerprint)); err != nil {
		return sum, fmt.Errorf("the fingerprint %q: %w", fingerprint, err)
	}
	return sum, nil
}
