package charset

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wlynxg/chardet"
	"golang.org/x/text/encoding/charmap"
)

// sampleSize is how many bytes of words outside ASCII are looked at.
const sampleSize = 64 << 10

// leastConfidence is that of a finding that is believed.
const leastConfidence = 0.5

// detected finds the encoding that the bytes of a text look like. Only words outside
// ASCII are looked at: the rest says nothing, and would be taken for a language.
func detected(text []byte) (Encoding, bool) {
	sample := wordsOutsideASCII(text)
	found := chardet.Detect(sample)
	if found.Confidence < leastConfidence {
		return Encoding{}, false
	}
	e, ok := named(found.Encoding)
	if !ok || e.encoding == charmap.Macintosh && hasUTF8(sample) {
		return Encoding{}, false
	}
	if latin, _ := named("latin1"); e.saysTheSame(latin, sample) {
		return latin, looksLatin(sample)
	}
	return e, true
}

// saysTheSame reports whether a text is the same in two encodings.
func (e Encoding) saysTheSame(other Encoding, text []byte) bool {
	one, err := e.encoding.NewDecoder().Bytes(text)
	two, otherErr := other.encoding.NewDecoder().Bytes(text)
	return err == nil && otherErr == nil && bytes.Equal(one, two)
}

// wordsOutsideASCII returns the words with a byte outside ASCII, a space after each.
func wordsOutsideASCII(text []byte) []byte {
	var sample []byte
	start, outside := 0, false
	for i, c := range text {
		switch {
		case c > ' ':
			outside = outside || c >= utf8.RuneSelf
			continue
		case outside:
			sample = append(append(sample, text[start:i]...), ' ')
		}
		start, outside = i+1, false
		if len(sample) > sampleSize {
			return sample
		}
	}
	if outside {
		sample = append(append(sample, text[start:]...), ' ')
	}
	return sample
}

// hasUTF8 reports whether a text has a character of UTF-8, as one that was put together
// of files in two encodings has: in Latin-1 it would be "Ã" and a symbol.
func hasUTF8(text []byte) bool {
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		if r != utf8.RuneError && size > 1 {
			return true
		}
		text = text[size:]
	}
	return false
}

// maxLatinRun is how many letters outside ASCII follow each other in words of languages
// that are written in Latin-1.
const maxLatinRun = 3

// looksLatin reports whether words are likely in Latin-1, as which any bytes can be read:
// they have no controls, no symbols inside, few letters outside ASCII in a row, and
// nothing of UTF-8.
func looksLatin(words []byte) bool {
	if hasUTF8(words) {
		return false
	}
	run, before, beforeThat := 0, ' ', ' '
	for _, c := range words {
		r := Latin1(c)
		run++
		if r < utf8.RuneSelf || !unicode.IsLetter(r) {
			run = 0
		}
		isBetweenLetters := unicode.IsLetter(beforeThat) && isSymbol(before) && unicode.IsLetter(r)
		if unicode.IsControl(r) || isBetweenLetters || run > maxLatinRun {
			return false
		}
		beforeThat, before = before, r
	}
	return true
}

// isSymbol reports whether a character of Latin-1 is none that words have within.
func isSymbol(r rune) bool {
	return r >= utf8.RuneSelf && !unicode.IsLetter(r) && !strings.ContainsRune("\u00a0\u00ad·‘’–—…", r)
}
