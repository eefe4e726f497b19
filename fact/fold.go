package fact

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/factcite/factcite/internal/text"
)

// Fold returns the form of a fact's content in which copies of one fact are
// equal: NFC, runs of white space as one space and none at the ends, every
// kind of quotation mark as ', every dash as -, and no soft hyphens or
// zero-width characters. Case is kept, as names and formulas differ by it.
func Fold(content string) string {
	if isFolded(content) {
		return content
	}
	if text.IsASCII(content) {
		return foldASCII(content)
	}
	return foldText(content)
}

func foldText(content string) string {
	var b strings.Builder
	b.Grow(len(content))
	space := false
	// What is invisible goes first: it may keep a letter from its accent.
	for _, r := range norm.NFC.String(strings.Map(visible, content)) {
		switch {
		case r < utf8.RuneSelf && foldsToItself[r]:
		case unicode.IsSpace(r):
			space = true
			continue
		case strings.ContainsRune("\"‘’‚‛“”„‟«»‹›`´′″", r):
			r = '\''
		case strings.ContainsRune("‐‑‒–—―−", r):
			r = '-'
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	}
	return b.String()
}

// foldASCII folds content in which nothing is invisible and every character is a byte.
func foldASCII(content string) string {
	folded := make([]byte, 0, len(content))
	space := false
	for i := 0; i < len(content); i++ {
		c := content[i]
		switch {
		case foldsToItself[c]:
		case unicode.IsSpace(rune(c)):
			space = true
			continue
		case c == '"' || c == '`':
			c = '\''
		}
		if space && len(folded) > 0 {
			folded = append(folded, ' ')
		}
		space = false
		folded = append(folded, c)
	}
	return string(folded)
}

// visible drops soft hyphens and characters of no width.
func visible(r rune) rune {
	const first = '\u00ad'
	if r >= first && strings.ContainsRune("\u00ad\u200b\u200c\u200d\u2060\ufeff", r) {
		return -1
	}
	return r
}

// isFolded reports whether content is ASCII that folds to itself, as most is.
func isFolded(content string) bool {
	for i := range len(content) {
		if c := content[i]; !foldsToItself[c] && (c != ' ' || i == 0 || content[i-1] == ' ') {
			return false
		}
	}
	return content == "" || content[len(content)-1] != ' '
}

// foldsToItself says which bytes are characters that Fold leaves as they are anywhere.
var foldsToItself = func() (same [256]bool) {
	for c := '!'; c <= 0x7f; c++ {
		same[c] = c != '"' && c != '`'
	}
	return same
}()
