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
// Greek and Cyrillic letters are romanised as libraries do it (ALA-LC), those of other
// scripts as Unidecode spells them one by one: Han characters in pinyin, also where they
// are Japanese, and Arabic and Hebrew without their vowels. BibTeX and biber take keys in
// any letters, but these can be typed, and cited in any encoding.
func inASCII(s string) string {
	if !text.IsASCII(s) {
		s = romanisedGreek(romanisedOthers(s))
	}
	return strings.Map(func(r rune) rune {
		if r == ' ' || r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, fold.Letters(s))
}

// charactersOfWord is how many characters of a script that has no spaces are taken for a
// word.
const charactersOfWord = 4

// romanisedOthers writes the letters of scripts that are neither Latin, Greek nor Cyrillic
// in Roman letters.
func romanisedOthers(s string) string {
	if !strings.ContainsFunc(s, isOfOtherScript) {
		return s
	}
	var b strings.Builder
	characters := 0
	for _, r := range norm.NFC.String(s) {
		if !isOfOtherScript(r) {
			characters = 0
			b.WriteRune(r)
			continue
		}
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) {
			if characters == charactersOfWord {
				characters = 0
				b.WriteByte(' ')
			}
			characters++
		}
		b.WriteString(strings.Map(asciiLetter, spelt(r)))
	}
	return b.String()
}

func isOfOtherScript(r rune) bool {
	return r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsMark(r)) && !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Inherited, unicode.Common)
}

// asciiLetter drops what is no letter or digit: the spaces around a syllable, signs for
// letters that English has not.
func asciiLetter(r rune) rune {
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return r
	}
	return -1
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
