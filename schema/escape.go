package schema

import (
	"bytes"
	"unicode/utf8"
)

// unescaped returns what a string says, until the next call; false if it has a
// lone surrogate, which encoding/json would replace.
func (t *tape) unescaped(tok *token) ([]byte, bool) {
	text := t.text[tok.start:tok.end]
	if !tok.escaped {
		return text, true
	}
	var ok bool
	t.scratch, ok = appendUnescaped(t.scratch[:0], text)
	return t.scratch, ok
}

// appendUnescaped appends what the inside of a JSON string says.
func appendUnescaped(to, text []byte) ([]byte, bool) {
	for {
		slash := bytes.IndexByte(text, '\\')
		if slash < 0 {
			return append(to, text...), true
		}
		to = append(to, text[:slash]...)
		r, n := escaped(text[slash:])
		if r < 0 {
			return to, false
		}
		to = utf8.AppendRune(to, r)
		text = text[slash+n:]
	}
}

// escaped returns the code point of the escape, or the pair of surrogates, that
// text starts with, and its length; -1 for a lone surrogate.
func escaped(text []byte) (rune, int) {
	switch text[1] {
	case 'b':
		return '\b', 2
	case 'f':
		return '\f', 2
	case 'n':
		return '\n', 2
	case 'r':
		return '\r', 2
	case 't':
		return '\t', 2
	case 'u':
		high := hexadecimal(text[2:6])
		if high < 0xd800 || high > 0xdfff {
			return high, 6
		}
		if high < 0xdc00 && len(text) >= 12 && text[6] == '\\' && text[7] == 'u' {
			if low := hexadecimal(text[8:12]); low >= 0xdc00 && low <= 0xdfff {
				return (high-0xd800)<<10 + (low - 0xdc00) + 0x10000, 12
			}
		}
		return -1, 0
	}
	return rune(text[1]), 2
}

func hexadecimal(text []byte) (r rune) {
	for _, c := range text {
		switch {
		case isDigit(c):
			r = r<<4 + rune(c-'0')
		default:
			r = r<<4 + rune(c|0x20-'a') + 10
		}
	}
	return r
}

// escapeLength returns the length of the escape that b starts with, 0 if it is none.
func escapeLength(b []byte) int {
	if len(b) < 2 {
		return 0
	}
	switch b[1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return 2
	case 'u':
		if len(b) >= 6 && isHex(b[2]) && isHex(b[3]) && isHex(b[4]) && isHex(b[5]) {
			return 6
		}
	}
	return 0
}
