package charset

import "golang.org/x/text/encoding/charmap"

// Latin1 returns the character that a byte is in Latin-1 as it is in use, Windows-1252, which
// has one for every byte.
func Latin1(c byte) rune { return charmap.Windows1252.DecodeByte(c) }

// FromLatin1 returns a text in Latin-1 as UTF-8.
func FromLatin1(text []byte) []byte {
	decoded := make([]rune, len(text))
	for i, c := range text {
		decoded[i] = Latin1(c)
	}
	return []byte(string(decoded))
}
