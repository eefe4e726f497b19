package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tokenKind is what a token is made of.
type tokenKind uint8

const (
	noToken tokenKind = iota
	word              // letters with inner hyphens, apostrophes and digits: "Ben-David", "O'Brien", "e110529"
	number            // begins with a digit: "19", "2023d", "2402.10379"
	quoted            // a quoted phrase, its marks left out of the span
	link              // a URL or a DOI
	mark              // one punctuation character
)

// token is a piece of a sentence that the grammar does not look into.
type token struct {
	kind       tokenKind
	capital    bool // a word that begins, or goes on, with a capital letter
	start, end int
	text       string // as written
	lower      string // of a word: in lower case
}

func (t token) is(text string) bool { return t.lower == text }

// sentence is a text cut into tokens.
type sentence struct {
	text     string
	tokens   []token
	unclosed int // marks that open no quotation
}

// at returns the token at i, or an empty one outside the sentence.
func (s *sentence) at(i int) token {
	if i < 0 || i >= len(s.tokens) {
		return token{}
	}
	return s.tokens[i]
}

// words tells whether the words from token i on are those of phrase.
func (s *sentence) words(i int, phrase ...string) bool {
	for n, w := range phrase {
		if !s.at(i + n).is(w) {
			return false
		}
	}
	return true
}

// span is the range of text that tokens from up to, not including, to cover.
func (s *sentence) span(from, to int) Span {
	return Span{s.at(from).start, s.at(to - 1).end}
}

func (s *sentence) slice(sp Span) string { return s.text[sp[0]:sp[1]] }

// newSentence cuts a text into tokens.
func newSentence(text string) *sentence {
	s := &sentence{text: text, tokens: make([]token, 0, len(text)/6+8)}
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c == ' ':
			i++
		case startsLink(text, i):
			i = s.add(link, i, linkEnd(text, i))
		case isASCIILetter(c):
			i = s.addWord(i, wordEnd(text, i))
		case isDigit(c):
			i = s.add(number, i, numberEnd(text, i))
		default:
			i = s.addOther(i)
		}
	}
	return s
}

// addOther adds what begins with neither an ASCII letter nor a digit: a quoted
// phrase, a word or a number in another script, a mark.
func (s *sentence) addOther(i int) (next int) {
	r, size := utf8.DecodeRuneInString(s.text[i:])
	switch {
	case unicode.IsSpace(r):
		return i + size
	case startsDutchArticle(s.text, i):
		return s.addWord(i, i+size+1)
	case s.unclosed < mostUnclosed && opensQuote(s.text, i, r):
		end, next, ok := closeQuote(s.text, i)
		if !ok {
			s.unclosed++
			break
		}
		s.add(quoted, i+size, end)
		if c := s.text[end]; c == ',' || c == ';' {
			s.add(mark, end, end+1)
		}
		return next
	case unicode.IsDigit(r):
		return s.add(number, i, numberEnd(s.text, i))
	case unicode.IsLetter(r):
		return s.addWord(i, wordEnd(s.text, i))
	}
	return s.add(mark, i, i+size)
}

func (s *sentence) add(kind tokenKind, start, end int) int {
	text := s.text[start:end]
	s.tokens = append(s.tokens, token{kind: kind, start: start, end: end, text: text, lower: text})
	return end
}

func (s *sentence) addWord(start, end int) int {
	t := token{kind: word, start: start, end: end, text: s.text[start:end]}
	t.lower = t.text
	if hasCapital(t.text) {
		t.lower = strings.ToLower(t.text)
		t.capital = t.lower != t.text
	}
	s.tokens = append(s.tokens, t)
	return end
}

// wordEnd is where the word that begins at start ends. Apostrophes and hyphens
// belong to a word when letters stand on both sides, and a possessive "'s" does
// not belong to it.
func wordEnd(text string, start int) int {
	for i := start; ; {
		if i < len(text) && (isASCIILetter(text[i]) || isDigit(text[i])) {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			i += size
			continue
		case (isApostrophe(r) || isHyphen(r) || r == '@') && startsLetter(text, i+size) && !isPossessive(text, i):
			i += size
			continue
		}
		return i
	}
}

// numberEnd is where the number that begins at start ends: digits, letters
// ("2023d", "5th") and inner full stops ("2402.10379").
func numberEnd(text string, start int) int {
	for i := start; ; {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			i += size
			continue
		case r == '.' && i+1 < len(text) && isDigit(text[i+1]):
			i += size
			continue
		}
		return i
	}
}

// startsDutchArticle tells whether the 't of "van 't Hoff" stands at i.
func startsDutchArticle(text string, i int) bool {
	r, size := utf8.DecodeRuneInString(text[i:])
	if !isApostrophe(r) || i == 0 || text[i-1] != ' ' || !strings.HasPrefix(text[i+size:], "t ") {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[i+size+2:])
	return unicode.IsUpper(next)
}

// isPossessive tells whether an apostrophe at i begins a possessive ending.
func isPossessive(text string, i int) bool {
	r, size := utf8.DecodeRuneInString(text[i:])
	if !isApostrophe(r) || i+size >= len(text) || text[i+size] != 's' {
		return false
	}
	return !startsLetter(text, i+size+1)
}

func startsLetter(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r)
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', '`', '´', 'ʼ', '′':
		return true
	}
	return false
}

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' }

// isDash tells whether a token joins the ends of a range.
func isDash(t token) bool {
	switch t.text {
	case "-", "‐", "‑", "‒", "–", "—", "−", "--":
		return t.kind == mark
	}
	return false
}
