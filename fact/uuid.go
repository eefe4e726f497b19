package fact

import (
	"crypto/sha1"
	"encoding/hex"
	"strings"
)

// uuid is a UUID of RFC 9562.
type uuid [16]byte

// uuidOf returns the UUIDv5 of a name that has its namespace before it (RFC 9562, section 5.5).
func uuidOf(name []byte) (id uuid) {
	sum := sha1.Sum(name)
	copy(id[:], sum[:])
	id[6] = id[6]&0x0f | 0x50 // version 5
	id[8] = id[8]&0x3f | 0x80 // variant of RFC 9562
	return id
}

// uuidLength is the length of a UUID as text, in bytes.
const uuidLength = 36

// String returns a UUID as text: 6ba7b811-9dad-11d1-80b4-00c04fd430c8.
func (id uuid) String() string {
	text := make([]byte, 0, uuidLength)
	for i, part := range [...][]byte{id[:4], id[4:6], id[6:8], id[8:10], id[10:]} {
		if i > 0 {
			text = append(text, '-')
		}
		text = hex.AppendEncode(text, part)
	}
	return string(text)
}

// isUUID reports whether a text is a UUID, in letters of either case.
func isUUID(text []byte) bool {
	if len(text) != uuidLength {
		return false
	}
	for i, c := range text {
		switch {
		case i == 8 || i == 13 || i == 18 || i == 23:
			if c != '-' {
				return false
			}
		case strings.IndexByte("0123456789abcdefABCDEF", c) < 0:
			return false
		}
	}
	return true
}
