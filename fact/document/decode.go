package document

import (
	"bytes"

	"github.com/factcite/factcite/internal/charset"
)

// Decode returns a text as UTF-8, without a byte order mark, and the name of its
// encoding if it was another: Latin-1 if there is none that all of it is likely to be in.
func Decode(text []byte) (decoded []byte, encoding string) {
	decoded, found, ok := charset.Decode(text)
	if !ok {
		return charset.FromLatin1(text), "Latin-1"
	}
	return bytes.TrimPrefix(decoded, []byte("\ufeff")), found.Name
}
