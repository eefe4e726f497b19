package validate

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"

	"github.com/factcite/factcite/internal/fold"
)

// fingerprintBytes is how long a fingerprint is, which is written in hexadecimal.
const fingerprintBytes = 16

// fingerprint names a finding in a way that outlives moved lines and added
// facts: of is the fact, citation key or source that the finding belongs to, and
// ordinal counts repeats of all the rest.
func fingerprint(rule, of, field, stated string, ordinal int) string {
	text := make([]byte, 0, 256)
	for _, part := range [...]string{rule, of, field} {
		text = append(append(text, part...), 0)
	}
	text = append(fold.AppendPlain(text, stated), 0)
	text = strconv.AppendInt(text, int64(ordinal), 10)
	sum := sha256.Sum256(text)
	return string(hex.AppendEncode(text[:0], sum[:fingerprintBytes]))
}

// fingerprintSum is the bytes of a fingerprint.
type fingerprintSum [fingerprintBytes]byte

// sumOf returns the bytes of a fingerprint.
func sumOf(fingerprint string) (sum fingerprintSum, err error) {
	if _, err := hex.Decode(sum[:], []byte(fingerprint)); err != nil {
		return sum, fmt.Errorf("the fingerprint %q: %w", fingerprint, err)
	}
	return sum, nil
}
