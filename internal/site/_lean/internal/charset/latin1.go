package charset

// Latin1 returns a byte as it is: what is pasted is UTF-8.
func Latin1(c byte) rune { return rune(c) }

// FromLatin1 returns a text as it is.
func FromLatin1(text []byte) []byte { return text }
