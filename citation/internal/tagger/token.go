package tagger

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/internal/text"
)

type kind uint8

const (
	word   kind = iota // letters, with inner apostrophes and hyphens
	number             // digits
	link               // a URL or a DOI
	markup             // "<i>"
	mark               // one punctuation character, or several that are the same
)

// Token is a piece of a line that has one label. Letters and digits are tokens apart,
// so that "C51" may be two parts.
type Token struct {
	Start, End int
	kind       kind
	spaced     bool   // white space is before it
	shape      shape  // what it looks like
	lower      string // the text in lower case
	word       uint32
	prefix     uint32
	suffix     uint32
	lists      uint32 // what the lexicon says of the word, see listsOf
	read       uint32 // in a sentence: what the grammar takes it for, a label and one, or 0
}

// Spaced reports whether white space is before the token.
func (t *Token) Spaced() bool { return t.spaced }

// shape is what a token looks like: the mark itself, or one of these.
type shape uint8

const (
	nothing     shape = iota // outside the line
	initial                  // "J"
	capitals                 // "JD"
	manyCaps                 // "IEEE"
	capitalised              // "Journal"
	small                    // "journal"
	mixed                    // "eLife"
	ideographs               // Han, kana, Hangul
	otherScript              // letters of a script without capitals
	year                     // 1400 to 2099
	digits1                  // "3"
	digits2
	digits3
	digits4
	digits5
	digits6 // and more
	aLink
	aTag
	firstMark // the marks follow
)

// marks are those that have a shape each; what looks alike is taken together.
var marks = func() map[rune]shape {
	m := map[rune]shape{}
	for i, group := range []string{".。．", ",，、", ";；", ":：", "(（", ")）", "[［【", "]］】", "\"“”„‟«»「」『』《》〈〉", "'‘’‚`´‹›", "-‐‑‒–—―−－~〜", "/", "&＆", "?？", "!！", "…", "#№", "*†‡", "+", "=", "_", "|", "·•", "@", "%", "°ºª"} {
		for _, r := range group {
			m[r] = firstMark + shape(i)
		}
	}
	return m
}()

const (
	fullStop shape = firstMark + iota
	comma
	semicolon
	colon
	openParen
	closeParen
	openBracket
	closeBracket
	quotation
	apostrophe
	dash
	slash
	ampersand
	question
	exclamation
	bullet    = firstMark + 22 // "·"
	degree    = firstMark + 25
	lastShape = firstMark + 30
)

// appendTokens cuts a line into tokens.
func appendTokens(tokens []Token, line string) []Token {
	spaced := false
	for i := 0; i < len(line); {
		r, size := rune(line[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(line[i:])
		}
		if r == ' ' || unicode.IsSpace(r) {
			spaced = true
			i += size
			continue
		}
		t := Token{Start: i, spaced: spaced}
		spaced = false
		switch {
		case linkEnd(line, i) > i:
			t.End, t.kind = linkEnd(line, i), link
		case unicode.IsLetter(r):
			t.End, t.kind = wordEnd(line, i+size), word
		case unicode.IsDigit(r):
			t.End, t.kind = digitsEnd(line, i+size), number
		case r == '<' && tagEnd(line, i) > i:
			t.End, t.kind = tagEnd(line, i), markup
		default:
			t.End, t.kind = i+size, mark
			for t.End < len(line) && line[t.End:min(t.End+size, len(line))] == line[i:i+size] {
				t.End += size
			}
		}
		t.describe(line[t.Start:t.End], r)
		tokens = append(tokens, t)
		i = t.End
	}
	return tokens
}

func wordEnd(line string, i int) int {
	for i < len(line) {
		r, size := utf8.DecodeRuneInString(line[i:])
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r):
		case (text.IsApostrophe(r) || text.IsHyphen(r)) && text.StartsLetter(line, i+size):
		default:
			return i
		}
		i += size
	}
	return i
}

func digitsEnd(line string, i int) int {
	for i < len(line) {
		r, size := utf8.DecodeRuneInString(line[i:])
		if !unicode.IsDigit(r) {
			return i
		}
		i += size
	}
	return i
}

// linkEnd is where the link that begins at i ends, or i.
func linkEnd(line string, i int) int {
	switch line[i] {
	case 'h', 'H', 'w', 'W', '1':
	default:
		return i
	}
	rest := line[i:]
	if !text.HasFoldedPrefix(rest, "http") && !text.HasFoldedPrefix(rest, "www.") && !(len(rest) > 8 && rest[:3] == "10." && digitsEnd(rest, 3) >= 7 && digitsEnd(rest, 3) < len(rest) && rest[digitsEnd(rest, 3)] == '/') {
		return i
	}
	end := i
	for end < len(line) && line[end] != ' ' && line[end] != '<' && line[end] != '>' && line[end] != '"' && line[end] != '\t' && line[end] != '\n' {
		end++
	}
	for end > i {
		switch line[end-1] {
		case '.', ',', ';', ':', ')', ']':
			end--
			continue
		}
		break
	}
	if end-i < 7 {
		return i
	}
	return end
}

// tagEnd is where the tag of a markup language that begins at i ends, or i.
func tagEnd(line string, i int) int {
	end := i + 1
	if end < len(line) && line[end] == '/' {
		end++
	}
	letters := end
	for end < len(line) && text.IsLetter(line[end]) {
		end++
	}
	if end == letters || end-letters > 8 || end == len(line) || line[end] != '>' {
		return i
	}
	return end + 1
}

// describe sets what features are made of, and the text in lower case.
func (t *Token) describe(s string, first rune) {
	switch t.kind {
	case word:
		t.describeWord(s, first)
		return
	case number:
		t.lower, t.shape = s, numberShape(s)
	case link:
		t.lower, t.shape = strings.ToLower(s), aLink
	case markup:
		t.lower, t.shape = strings.ToLower(s), aTag
	case mark:
		t.lower, t.shape = strings.ToLower(s), marks[first]
		if t.shape == nothing {
			t.shape = lastShape
		}
	}
	t.word = uint32(t.shape)
	if t.shape == year {
		t.word = hash(s[:3])
	} else if t.kind == number && len(s) <= 2 {
		t.word = hash(s)
	}
	t.prefix, t.suffix = t.word, t.word
}

func numberShape(s string) shape {
	if len(s) == 4 && text.IsYearDigits(s) {
		return year
	}
	return digits1 + shape(min(utf8.RuneCountInString(s), 6)-1)
}

func (t *Token) describeWord(s string, first rune) {
	lower, lists := lexicon.LookUp(s)
	t.lower, t.word, t.lists = lower, hash(lower), listsOf(lists)
	t.prefix, t.suffix = hash(head(lower, 3)), hash(tail(lower, 3))
	letters, upper, caseless := 0, 0, 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			upper++
		case !unicode.IsLower(r) && unicode.IsLetter(r):
			caseless++
		}
		letters++
	}
	switch {
	case caseless > 0 && unicode.In(first, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
		t.shape = ideographs
	case caseless > 0:
		t.shape = otherScript
	case upper == 0:
		t.shape = small
	case letters == 1:
		t.shape = initial
	case upper == letters && letters <= 3, upper == letters-1 && letters == 3: // "JD", "J-B"
		t.shape = capitals
	case upper == letters:
		t.shape = manyCaps
	case unicode.IsUpper(first) && upper == 1:
		t.shape = capitalised
	default:
		t.shape = mixed
	}
}

func head(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

func tail(s string, n int) string {
	for i := len(s); i > 0; n-- {
		if n == 0 {
			return s[i:]
		}
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s
}

// hash is FNV-1a.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// listsOf are the lists of the lexicon by which parts of references differ, packed.
func listsOf(l lexicon.WordList) (packed uint32) {
	for i, lists := range telling {
		if l.Has(lists) {
			packed |= 1 << i
		}
	}
	return packed
}

var telling = [...]lexicon.WordList{
	lexicon.MonthWords | lexicon.Seasons,
	lexicon.PublisherWords,
	lexicon.VenueHeads | lexicon.PeriodicalHeads | lexicon.ForeignHeads,
	lexicon.BodyWords,
	lexicon.Particles,
	lexicon.LocatorLabels,
	lexicon.Suffixes,
	lexicon.FunctionWords | lexicon.PhraseLinks,
	lexicon.ThesisNouns | lexicon.ReportNouns | lexicon.ReportKinds,
	lexicon.NameGlue,
	lexicon.FirmWords,
	lexicon.AuthoringVerbs | lexicon.PlainVerbs | lexicon.SayingVerbs | lexicon.Reports,
	lexicon.PreprintWords,
}
