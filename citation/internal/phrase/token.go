package phrase

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/markup"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// tokenKind is what a token is made of.
type tokenKind uint8

const (
	NoToken tokenKind = iota
	Word              // letters with inner hyphens, apostrophes and digits: "Ben-David", "O'Brien", "e110529"
	Number            // begins with a digit: "19", "2023d", "2402.10379"
	Quoted            // a quoted phrase, its marks left out of the span
	Link              // a URL or a DOI
	Mark              // one punctuation character
)

// Token is a piece of a sentence that the grammar does not look into.
type Token struct {
	Kind       tokenKind
	Capital    bool // a word that begins, or goes on, with a capital letter
	Start, End int
	Text       string           // as written
	Lower      string           // of a word: in lower case
	lists      lexicon.WordList // that its word is on
}

// Is reports whether the token is a word, in lower case.
func (t *Token) Is(text string) bool { return t.Lower == text }

// In reports whether the token is on one of the lists.
func (t *Token) In(lists lexicon.WordList) bool { return t.lists.Has(lists) }

// Text is a text cut into tokens.
type Text struct {
	Content  string
	End      int // where the words end: the addresses of links are after them
	Tokens   []Token
	marked   []marking // the tokens that are quotations by their markup, or links
	outside  Token     // what is before the first token and after the last: nothing
	unclosed int       // marks that open no quotation
	Dated    bool      // there is a year in it
	isPart   bool      // it is a piece of another text
	people   peopleRead
}

// At returns the token at i, or an empty one outside the sentence.
func (s *Text) At(i int) *Token {
	if i < 0 || i >= len(s.Tokens) {
		return &s.outside
	}
	return &s.Tokens[i]
}

// Alone is a part of a text as a text of its own, with where it begins in the whole; a
// text that is no part is itself.
func (s *Text) Alone() (alone *Text, start int) {
	if !s.isPart {
		return s, 0
	}
	start = s.At(0).Start
	return NewText(s.Content[start:s.End]), start
}

// Part is the piece of the text in tokens from to next, whose spans are those in the
// whole text. It is not to be released.
func (s *Text) Part(from, next int) *Text {
	part := *s
	part.isPart, part.people = true, peopleRead{}
	part.Tokens, part.Dated = s.Tokens[from:next], false
	if next < len(s.Tokens) {
		part.Content = s.Content[:s.At(next).Start]
		part.End = min(s.End, len(part.Content))
	}
	for i := range part.Tokens {
		part.Dated = part.Dated || IsYearOfMention(&part.Tokens[i])
	}
	return &part
}

// WithQuotation is the text in which some words are a quotation, as if there were marks around
// them; false if a token is partly among them. It is not to be released.
func (s *Text) WithQuotation(sp ref.Span) (*Text, bool) {
	from, next := len(s.Tokens), 0
	for i := range s.Tokens {
		if t := &s.Tokens[i]; t.Start < sp[1] && sp[0] < t.End {
			if t.Start < sp[0] || sp[1] < t.End {
				return nil, false
			}
			from, next = min(from, i), i+1
		}
	}
	if from >= next {
		return nil, false
	}
	quoted := *s
	quoted.people = peopleRead{}
	title := Token{Kind: Quoted, Start: sp[0], End: sp[1], Text: s.Slice(sp), Lower: s.Slice(sp)}
	quoted.Tokens = slices.Concat(s.Tokens[:from], []Token{title}, s.Tokens[next:])
	return &quoted, true
}

// Words reports whether the words from token i on are those of phrase.
func (s *Text) Words(i int, phrase ...string) bool {
	for n, w := range phrase {
		if !s.At(i + n).Is(w) {
			return false
		}
	}
	return true
}

// Span is the range of text that tokens from up to, not including, to cover. The addresses of
// links before and after their words, which are written elsewhere, are none of it.
func (s *Text) Span(from, to int) ref.Span {
	last := to - 1
	for last > from && s.At(last).Start > s.End {
		last--
	}
	for from < last && s.At(from).Start > s.End {
		from++
	}
	return ref.Span{s.At(from).Start, s.At(last).End}
}

// Slice returns the words at a span.
func (s *Text) Slice(sp ref.Span) string { return s.Content[sp[0]:sp[1]] }

// sentences are those that were read, whose room for tokens the next ones take.
var sentences = sync.Pool{New: func() any { return new(Text) }}

// NewText cuts a text without markup into tokens.
func NewText(content string) *Text {
	return NewMarkedText(markup.Plain{Text: content, Words: len(content)})
}

// NewMarkedText cuts a text into tokens whose places are those of p.Text.
func NewMarkedText(p markup.Plain) *Text {
	s := sentences.Get().(*Text)
	content := p.Text[:p.Words]
	s.Content, s.unclosed, s.Dated, s.people = content, 0, false, peopleRead{}
	marks := markReader{Text: s, source: p.Text, marks: p.Marks}
	for i := 0; i < len(content); {
		if len(p.Marks) > 0 {
			if next := marks.read(i); next > i {
				i = next
				continue
			}
		}
		switch c := content[i]; {
		case c == ' ':
			i++
		case startsLink(content, i):
			i = s.add(Link, i, linkEnd(content, i))
		case text.IsLetter(c):
			i = s.addWord(i, wordEnd(content, i))
		case text.IsDigit(c):
			i = s.addNumber(i, numberEnd(content, i))
		case isPlainMark(c):
			i = s.add(Mark, i, i+1)
		default:
			i = s.addOther(i)
		}
	}
	marks.read(len(content))
	s.Content, s.End = p.Text, p.Words
	return s
}

// mostKept is how many tokens a sentence may have whose room is kept.
const mostKept = 1000

// Release gives the sentence's room to the next one. No token may be used after;
// what they point to lives until they are overwritten or the pool is emptied,
// as every garbage collection does.
func (s *Text) Release() {
	if len(s.Tokens) > mostKept {
		return
	}
	s.Content, s.Tokens, s.marked = "", s.Tokens[:0], s.marked[:0]
	sentences.Put(s)
}

// isPlainMark reports whether a byte can only be a mark: ASCII, no white space, and
// neither a quotation mark nor an apostrophe.
func isPlainMark(c byte) bool {
	return ' ' < c && c < utf8.RuneSelf && c != '\'' && c != '"' && c != '`' && !text.IsLetter(c) && !text.IsDigit(c)
}

// addOther adds what begins with neither an ASCII letter nor a digit: a quoted
// phrase, a word or a number in another script, a mark.
func (s *Text) addOther(i int) (next int) {
	r, size := utf8.DecodeRuneInString(s.Content[i:])
	switch {
	case unicode.IsSpace(r):
		return i + size
	case startsDutchArticle(s.Content, i):
		return s.addWord(i, i+size+1)
	case s.unclosed < MostUnclosed && OpensDetached(s.Content, i):
		start, end, next, _ := detachedQuote(s.Content, i)
		s.add(Quoted, start, trimQuoteEnd(s.Content, start, end))
		return next
	case s.unclosed < MostUnclosed && OpensQuote(s.Content, i, r):
		end, next, ok := closeQuote(s.Content, i)
		if !ok {
			s.unclosed++
			break
		}
		s.add(Quoted, i+size, end)
		if c := s.Content[end]; c == ',' || c == ';' {
			s.add(Mark, end, end+1)
		}
		return next
	case unicode.IsDigit(r):
		return s.addNumber(i, numberEnd(s.Content, i))
	case unicode.IsLetter(r):
		return s.addWord(i, wordEnd(s.Content, i))
	}
	return s.add(Mark, i, i+size)
}

func (s *Text) add(kind tokenKind, start, end int) int {
	text := s.Content[start:end]
	s.Tokens = append(s.Tokens, Token{Kind: kind, Start: start, End: end, Text: text, Lower: text, lists: lexicon.ListsOf(text)})
	return end
}

func (s *Text) addNumber(start, end int) int {
	s.add(Number, start, end)
	s.Dated = s.Dated || IsYearOfMention(&s.Tokens[len(s.Tokens)-1])
	return end
}

func (s *Text) addWord(start, end int) int {
	text := s.Content[start:end]
	lower, lists := lexicon.LookUp(text)
	s.Tokens = append(s.Tokens, Token{Kind: Word, Capital: lower != text, Start: start, End: end, Text: text, Lower: lower, lists: lists})
	return end
}

// wordEnd is where the word that begins at start ends. Apostrophes and hyphens
// belong to a word when letters are on both sides, and a possessive "'s" does
// not belong to it.
func wordEnd(content string, start int) int {
	for i := start; ; {
		for i < len(content) && (text.IsLetter(content[i]) || text.IsDigit(content[i])) {
			i++
		}
		if i == len(content) || content[i] != '-' && content[i] != '@' && isPlainMark(content[i]) || content[i] == ' ' {
			return i
		}
		r, size := utf8.DecodeRuneInString(content[i:])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			i += size
			continue
		case (text.IsApostrophe(r) || text.IsHyphen(r) || r == '@') && text.StartsLetter(content, i+size) && !isPossessive(content, i):
			i += size
			continue
		}
		return i
	}
}

// numberEnd is where the number that begins at start ends: digits, letters
// ("2023d", "5th") and inner full stops ("2402.10379").
func numberEnd(content string, start int) int {
	for i := start; ; {
		r, size := utf8.DecodeRuneInString(content[i:])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			i += size
			continue
		case r == '.' && i+1 < len(content) && text.IsDigit(content[i+1]):
			i += size
			continue
		}
		return i
	}
}

// startsDutchArticle reports whether the 't of "van 't Hoff" is at i.
func startsDutchArticle(content string, i int) bool {
	r, size := utf8.DecodeRuneInString(content[i:])
	if !text.IsApostrophe(r) || i > 0 && content[i-1] != ' ' && content[i-1] != '(' || !strings.HasPrefix(content[i+size:], "t ") {
		return false
	}
	next, _ := utf8.DecodeRuneInString(content[i+size+2:])
	return unicode.IsUpper(next)
}

// isPossessive reports whether an apostrophe at i begins a possessive ending.
func isPossessive(content string, i int) bool {
	r, size := utf8.DecodeRuneInString(content[i:])
	if !text.IsApostrophe(r) || i+size >= len(content) || content[i+size] != 's' {
		return false
	}
	return !text.StartsLetter(content, i+size+1)
}

// IsDash reports whether a token joins the ends of a range.
func IsDash(t *Token) bool {
	switch t.Text {
	case "-", "‐", "‑", "‒", "–", "—", "−", "--":
		return t.Kind == Mark
	}
	return false
}
