package jsontext

import (
	"slices"
	"unicode/utf8"
)

const hexDigits = "0123456789abcdef"

// AppendQuoted appends text as a string. Bytes that are not UTF-8 are U+FFFD each.
func AppendQuoted(dst []byte, text string) []byte {
	dst = append(slices.Grow(dst, len(text)+len(`""`)), '"')
	for i := 0; i < len(text); {
		start := i
		for i < len(text) && isPlain[text[i]] {
			i++
		}
		dst = append(dst, text[start:i]...)
		if i == len(text) {
			break
		}
		switch b := text[i]; {
		case b >= utf8.RuneSelf:
			r, n := utf8.DecodeRuneInString(text[i:])
			dst = utf8.AppendRune(dst, r)
			i += n
			continue
		case b == '"' || b == '\\':
			dst = append(dst, '\\', b)
		case b == '\n':
			dst = append(dst, `\n`...)
		case b == '\t':
			dst = append(dst, `\t`...)
		case b == '\r':
			dst = append(dst, `\r`...)
		default:
			dst = append(dst, `\u00`...)
			dst = append(dst, hexDigits[b>>4], hexDigits[b&15])
		}
		i++
	}
	return append(dst, '"')
}

// isPlain says which bytes are characters that a string has as they are.
var isPlain = func() (plain [256]bool) {
	for c := ' '; c < utf8.RuneSelf; c++ {
		plain[c] = c != '"' && c != '\\'
	}
	return plain
}()

// AppendCompact appends a text that is JSON without the white space between its
// values.
func AppendCompact(dst, text []byte) []byte {
	inside := false
	for i := 0; i < len(text); i++ {
		switch b := text[i]; {
		case inside && b == '\\' && i+1 < len(text):
			dst = append(dst, b, text[i+1])
			i++
			continue
		case b == '"':
			inside = !inside
		case !inside && isSpace(b):
			continue
		}
		dst = append(dst, text[i])
	}
	return dst
}

// ToValidUTF8 returns text with U+FFFD for each byte that is not UTF-8, as
// encoding/json reads it. Text without such bytes is returned as it is.
func ToValidUTF8(text []byte) []byte {
	if utf8.Valid(text) {
		return text
	}
	valid := make([]byte, 0, len(text)+64)
	for len(text) > 0 {
		r, n := utf8.DecodeRune(text)
		valid = utf8.AppendRune(valid, r)
		text = text[n:]
	}
	return valid
}
