package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/text"
	"golang.org/x/text/unicode/norm"
)

// inASCII spells text in small ASCII letters, digits and spaces as it is written, only
// without accents: words that are compared are changed further, see [fold.Words].
// Letters of other alphabets are romanised as libraries do it (ALA-LC); those that
// have no such spelling are left out.
func inASCII(s string) string {
	if !text.IsASCII(s) {
		s = romanisedGreek(s)
	}
	return strings.Map(func(r rune) rune {
		if r == ' ' || r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, fold.Letters(s))
}

// greekLetters are the letters of Greek words; a letter by itself, as in "β decay",
// keeps its name.
var greekLetters = map[rune]string{
	'α': "a", 'β': "v", 'γ': "g", 'δ': "d", 'ε': "e", 'ζ': "z", 'η': "e", 'θ': "th", 'ι': "i", 'κ': "k", 'λ': "l", 'μ': "m",
	'ν': "n", 'ξ': "x", 'ο': "o", 'π': "p", 'ρ': "r", 'σ': "s", 'ς': "s", 'τ': "t", 'υ': "y", 'φ': "ph", 'χ': "ch", 'ψ': "ps", 'ω': "o",
}

// romanisedGreek writes the Greek words of a text in Roman letters.
func romanisedGreek(s string) string {
	if !strings.ContainsFunc(s, isGreek) {
		return s
	}
	var b strings.Builder
	letters := []rune(norm.NFC.String(s))
	for i, r := range letters {
		alone := (i == 0 || !isGreek(letters[i-1])) && (i+1 == len(letters) || !isGreek(letters[i+1]))
		switch base := bareGreek(r); {
		case base == 0 || alone:
			b.WriteRune(r)
		case base == 'υ' && i > 0 && strings.ContainsRune("αεο", bareGreek(letters[i-1])):
			b.WriteString("u")
		default:
			b.WriteString(greekLetters[base])
		}
	}
	return b.String()
}

func isGreek(r rune) bool { return unicode.Is(unicode.Greek, r) }

// bareGreek is a Greek letter in small and without accents, 0 if it is none.
func bareGreek(r rune) rune {
	base, _ := utf8.DecodeRuneInString(norm.NFD.String(string(unicode.ToLower(r))))
	if _, ok := greekLetters[base]; !ok {
		return 0
	}
	return base
}
