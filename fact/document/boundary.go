package document

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// boundaries lists where sentences may end: where UAX 29 has a boundary, and after a
// citation that follows a full stop instead of before it, in order.
func boundaries(s string) []int {
	ends := segmented(hiddenTags(s))
	if !mayHaveMark(s) {
		return ends
	}
	var cited []int // where citations start, in order
	for at := nextCitation(s, 0); at < len(s); at = nextCitation(s, at+1) {
		if end := citationAfter(s, at); end > 0 {
			cited = append(cited, at)
			if r, _ := utf8.DecodeRuneInString(s[end:]); !unicode.IsLower(r) {
				ends = append(ends, end)
			}
		}
	}
	if cited == nil {
		return ends
	}
	ends = slices.DeleteFunc(ends, func(end int) bool {
		_, found := slices.BinarySearch(cited, end)
		return found
	})
	slices.Sort(ends)
	return slices.Compact(ends)
}

// nextCitation returns where the next citation of an entry by its number may start, from an
// offset of a text on; the length of the text if none may.
func nextCitation(s string, at int) int {
	for ; at < len(s); at++ {
		if s[at] < utf8.RuneSelf {
			if s[at] == '[' {
				break
			}
		} else if r, _ := utf8.DecodeRuneInString(s[at:]); startsCitation(r) {
			break
		}
	}
	return at
}

// longestClosing is how many bytes may follow what ends a sentence, before the next letter
// or digit: more are drawn, not written.
const longestClosing = 256

// segmented lists the boundaries of UAX 29, the end of the text last. Its rules SB6 to SB11
// ask what is around a full stop alone: the character before it, and those after it up to
// the first letter or the next stop. So only these are segmented, one stop at a time, which
// is fast. It also takes time linear in the length of the text where rule SB8 would have the
// segmenter look ahead from each of very many closing marks.
func segmented(s string) (ends []int) {
	start := 0
	for at := nextStop(s, 0); at < len(s); {
		from := beforeStop(s, start, at)
		_, size := utf8.DecodeRuneInString(s[at:])
		to := afterStop(s, at+size)
		first := sentences.FromString(s[from:to])
		if first.Next(); from+first.End() < to {
			start = from + first.End()
			ends = append(ends, start)
		}
		at = nextStop(s, max(start, at+size))
	}
	if start < len(s) {
		ends = append(ends, len(s))
	}
	return ends
}

// nextStop returns where the next character is, from an offset of a text on, after which a
// sentence may end; the length of the text if there is none.
func nextStop(s string, at int) int {
	for at < len(s) {
		if s[at] < utf8.RuneSelf {
			if asciiStops[s[at]] {
				return at
			}
			at++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[at:])
		if isStop(r) {
			return at
		}
		at += size
	}
	return at
}

var asciiStops = [utf8.RuneSelf]bool{'.': true, '!': true, '?': true, '\n': true, '\r': true}

// isStop reports whether a character may end a sentence (STerm and ATerm of UAX 29) or a
// paragraph. The segmenter's tables have some that Go's, which are older, have not.
func isStop(r rune) bool {
	if r < utf8.RuneSelf {
		return asciiStops[r]
	}
	switch r {
	case '\u0085', '\u2028', '\u2029', // paragraphs
		'\u2024', '\ufe52', '\uff0e', // full stops
		'\u17d4', '\u17d5', '\u1b4e', '\u1b4f', '\u1b7f', '\u2cf9', '\u2cfa', '\u2cfb', '\ufe12', '\ufe15', '\ufe16',
		'\U000113d4', '\U000113d5', '\U00016d6e', '\U00016d6f':
		return true
	}
	const first = '\u0589' // of the alphabet after those of Europe
	return r >= first && unicode.Is(unicode.Sentence_Terminal, r)
}

// beforeStop returns where the last letter, stop or character of ASCII is that a text has
// between two offsets, with which what UAX 29 ignores may be joined; start if there is none.
func beforeStop(s string, start, at int) int {
	for at > start {
		r, size := utf8.DecodeLastRuneInString(s[start:at])
		at -= size
		if r < utf8.RuneSelf || isLetter(r) || isStop(r) {
			break
		}
	}
	return at
}

// afterStop returns where the first letter or stop ends that a text has from an offset on,
// but looks no further than [longestClosing] for a letter or digit.
func afterStop(s string, start int) int {
	closing := true
	for at := start; at < len(s); {
		if closing && at-start > longestClosing {
			return at
		}
		r, size := utf8.DecodeRuneInString(s[at:])
		at += size
		switch {
		case isLetter(r) || isStop(r):
			return at
		case unicode.IsDigit(r):
			closing = false
		}
	}
	return len(s)
}

// isLetter reports whether UAX 29 takes a character for a letter, which those are not that
// extend another.
func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r) && !unicode.Is(unicode.Other_Grapheme_Extend, r)
}
