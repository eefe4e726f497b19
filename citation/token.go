package citation

import (
	"strings"
	"sync"
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
	text       string   // as written
	lower      string   // of a word: in lower case
	lists      wordList // that its word is on
}

func (t *token) is(text string) bool { return t.lower == text }

// in reports whether the token is on one of the lists.
func (t *token) in(lists wordList) bool { return t.lists.has(lists) }

// sentence is a text cut into tokens.
type sentence struct {
	text     string
	tokens   []token
	outside  token // what is before the first token and after the last: nothing
	unclosed int   // marks that open no quotation
	dated    bool  // there is a year in it
}

// at returns the token at i, or an empty one outside the sentence.
func (s *sentence) at(i int) *token {
	if i < 0 || i >= len(s.tokens) {
		return &s.outside
	}
	return &s.tokens[i]
}

// words reports whether the words from token i on are those of phrase.
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

// sentences are those that were read, whose room for tokens the next ones take.
var sentences = sync.Pool{New: func() any { return new(sentence) }}

// newSentence cuts a text into tokens.
func newSentence(text string) *sentence {
	s := sentences.Get().(*sentence)
	s.text, s.unclosed, s.dated = text, 0, false
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c == ' ':
			i++
		case startsLink(text, i):
			i = s.add(link, i, linkEnd(text, i))
		case isASCIILetter(c):
			i = s.addWord(i, wordEnd(text, i))
		case isDigit(c):
			i = s.addNumber(i, numberEnd(text, i))
		case isPlainMark(c):
			i = s.add(mark, i, i+1)
		default:
			i = s.addOther(i)
		}
	}
	return s
}

// mostKept is how many tokens a sentence may have whose room is kept.
const mostKept = 1000

// release gives the sentence's room to the next one. No token may be used after;
// what they point to lives until they are overwritten or the pool is emptied,
// as every garbage collection does.
func (s *sentence) release() {
	if len(s.tokens) > mostKept {
		return
	}
	s.text, s.tokens = "", s.tokens[:0]
	sentences.Put(s)
}

// isPlainMark reports whether a byte can only be a mark: ASCII, no white space, and
// neither a quotation mark nor an apostrophe.
func isPlainMark(c byte) bool {
	return ' ' < c && c < utf8.RuneSelf && c != '\'' && c != '"' && c != '`' && !isASCIILetter(c) && !isDigit(c)
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
		return s.addNumber(i, numberEnd(s.text, i))
	case unicode.IsLetter(r):
		return s.addWord(i, wordEnd(s.text, i))
	}
	return s.add(mark, i, i+size)
}

func (s *sentence) add(kind tokenKind, start, end int) int {
	text := s.text[start:end]
	s.tokens = append(s.tokens, token{kind: kind, start: start, end: end, text: text, lower: text, lists: listsOf(text)})
	return end
}

func (s *sentence) addNumber(start, end int) int {
	s.add(number, start, end)
	s.dated = s.dated || isYearOfMention(&s.tokens[len(s.tokens)-1])
	return end
}

func (s *sentence) addWord(start, end int) int {
	text := s.text[start:end]
	lower, lists := lookUp(text)
	s.tokens = append(s.tokens, token{kind: word, capital: lower != text, start: start, end: end, text: text, lower: lower, lists: lists})
	return end
}

// wordEnd is where the word that begins at start ends. Apostrophes and hyphens
// belong to a word when letters are on both sides, and a possessive "'s" does
// not belong to it.
func wordEnd(text string, start int) int {
	for i := start; ; {
		for i < len(text) && (isASCIILetter(text[i]) || isDigit(text[i])) {
			i++
		}
		if i == len(text) || text[i] != '-' && text[i] != '@' && isPlainMark(text[i]) || text[i] == ' ' {
			return i
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

// startsDutchArticle reports whether the 't of "van 't Hoff" is at i.
func startsDutchArticle(text string, i int) bool {
	r, size := utf8.DecodeRuneInString(text[i:])
	if !isApostrophe(r) || i == 0 || text[i-1] != ' ' || !strings.HasPrefix(text[i+size:], "t ") {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[i+size+2:])
	return unicode.IsUpper(next)
}

// isPossessive reports whether an apostrophe at i begins a possessive ending.
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

// isDash reports whether a token joins the ends of a range.
func isDash(t *token) bool {
	switch t.text {
	case "-", "‐", "‑", "‒", "–", "—", "−", "--":
		return t.kind == mark
	}
	return false
}

// isVerb reports whether a word after names can say what they did.
func isVerb(t *token) bool {
	return t.in(plainVerbs) || strings.HasSuffix(t.lower, "ed") || strings.HasSuffix(t.lower, "s") || strings.HasSuffix(t.lower, "ly")
}

// isPlainWord reports whether a word in lower case is none of the grammar's own.
func isPlainWord(t *token) bool { return !t.capital && !t.in(functionWords|neutral|workNouns) }

// titleFollowsStop reports whether a title may begin after the full stop before i.
func titleFollowsStop(text string, i int) bool {
	start := i
	for i < len(text) && text[i] <= ' ' {
		i++
	}
	return i > start && i < len(text) && text[i] != '(' && !('a' <= text[i] && text[i] <= 'z')
}

// longestParens is how many tokens parentheses may have.
const longestParens = 200

// closingParen is the token that closes the parentheses opened at i.
func (s *sentence) closingParen(i int) int {
	depth, limit := 0, min(len(s.tokens), i+longestParens)
	for ; i < limit; i++ {
		switch t := s.at(i); {
		case t.is("(") || t.is("["):
			depth++
		case t.is(")") || t.is("]"):
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return i
}

// parenBefore is the last token before i that opens parentheses, or i.
func (s *sentence) parenBefore(i int) int {
	for at := i; at > max(0, i-longestParens); at-- {
		if s.at(at).is("(") || s.at(at).is("[") {
			return at
		}
	}
	return i
}
