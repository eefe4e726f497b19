package tagger

import (
	"sync"

	"github.com/factcite/factcite/citation/ref"
)

// Line is a reference string cut into tokens, with what its tokens have in common.
type Line struct {
	Text    string
	Tokens  []Token
	chunks  []chunk   // between marks that part
	clauses []chunk   // between marks that end
	about   []context // of each token

	stretches []stretch // of a sentence
	inStretch []int     // which one each token is in

	dated, quotes, numbers int    // how many years, quotation marks and numbers there are
	skeleton               uint32 // the marks that part the first chunks, and whether a number is between them
	lattice
}

// context is where a token is in its line.
type context struct {
	chunk      int  // which one it is in
	clause     int  // which one it is in
	years      int  // how many are before it
	quotes     int  // how many quotation marks are before it
	depth      int  // how many parentheses are open
	numbers    int  // how many numbers are before it
	lastSpaced bool // white space is after it
}

// chunk is what is between two marks that may part one part from another.
type chunk struct {
	start, end  int    // of its tokens
	first, last uint32 // its words
	lists       uint32 // of all its words
	kin         uint32 // what it looks like: how many initials, capitalised and small words, and whether there is a number
	before      shape  // the mark that it begins after
	after       shape  // and ends before
}

// lines are those that were read, whose room the next ones take.
var lines = sync.Pool{New: func() any { return new(Line) }}

// NewLine cuts a text into tokens.
func NewLine(text string) *Line {
	l := lines.Get().(*Line)
	l.Text, l.Tokens, l.stretches = text, appendTokens(l.Tokens[:0], text), l.stretches[:0]
	l.cut()
	l.place()
	return l
}

// isSentence reports whether the line was cut by [NewSentence].
func (l *Line) isSentence() bool { return len(l.stretches) > 0 }

// longestKept is how many tokens a line may have whose room is kept.
const longestKept = 2000

// Release gives the line's room to the next one: it may not be used after.
func (l *Line) Release() {
	if len(l.Tokens) > longestKept {
		return
	}
	l.Text = ""
	lines.Put(l)
}

// at returns the token at i, or an empty one outside the line.
func (l *Line) at(i int) *Token {
	if i < 0 || i >= len(l.Tokens) {
		return &outside
	}
	return &l.Tokens[i]
}

var outside Token

// all is the span of the whole line.
func (l *Line) all() ref.Span { return ref.Span{0, len(l.Text)} }

// parts reports whether the mark at i may part two parts of a reference. A full stop
// after an initial or inside a word does not.
func (l *Line) parts(i int) bool {
	switch t := &l.Tokens[i]; t.shape {
	case fullStop:
		before, after := l.at(i-1), l.at(i+1)
		if before.shape == initial && !t.spaced {
			return after.shape == nothing
		}
		return after.spaced || after.kind == mark || i+1 == len(l.Tokens)
	case comma, semicolon, colon, openParen, closeParen, openBracket, closeBracket, quotation, slash:
		return true
	case question, exclamation, apostrophe:
		return t.spaced || l.at(i+1).spaced
	case dash:
		return t.spaced && l.at(i+1).spaced
	}
	return false
}

// ends reports whether the mark at i, which parts, ends what a sentence is.
func (l *Line) ends(i int) bool {
	switch t := &l.Tokens[i]; t.shape {
	case fullStop, question, exclamation, quotation, closeParen:
		return true
	case colon, dash:
		return t.spaced
	}
	return false
}

// cut finds the chunks and the clauses.
func (l *Line) cut() {
	l.chunks, l.clauses = l.chunks[:0], l.clauses[:0]
	c, whole := chunk{}, chunk{}
	for i := range l.Tokens {
		if !l.parts(i) {
			continue
		}
		mark := l.Tokens[i].shape
		c.end, c.after = i, mark
		l.chunks = append(l.chunks, l.described(c))
		c = chunk{start: i + 1, before: mark}
		if l.ends(i) {
			whole.end, whole.after = i, mark
			l.clauses = append(l.clauses, l.described(whole))
			whole = c
		}
	}
	c.end, whole.end = len(l.Tokens), len(l.Tokens)
	l.chunks = append(l.chunks, l.described(c))
	l.clauses = append(l.clauses, l.described(whole))
}

// described says what a chunk looks like. One without a token counts as well: every
// mark that parts has a chunk before it.
func (l *Line) described(c chunk) chunk {
	initials, names, smalls, numbers := 0, 0, 0, 0
	for i := c.start; i < c.end; i++ {
		t := &l.Tokens[i]
		switch {
		case t.shape == initial || t.shape == capitals:
			initials++
		case t.kind == number:
			numbers++
		case t.shape == small && t.lists&particleBit == 0:
			smalls++
		case t.kind == word:
			names++
		}
		if t.kind == word || t.kind == number {
			if c.first == 0 {
				c.first = t.word
			}
			c.last = t.word
		}
		c.lists |= t.lists
	}
	c.kin = 1 + uint32(min(initials, 3)) + 4*uint32(min(names, 3)) + 16*uint32(min(smalls, 3)) + 64*uint32(min(numbers, 2))
	return c
}

// particleBit is the bit of the particles of names in a token's lists.
const particleBit = 1 << 4

// place finds out where each token is.
func (l *Line) place() {
	l.about = l.about[:0]
	at := context{}
	for i := range l.Tokens {
		t := &l.Tokens[i]
		if t.shape == closeParen || t.shape == closeBracket {
			at.depth = max(at.depth-1, 0)
		}
		at.lastSpaced = l.at(i + 1).spaced
		l.about = append(l.about, at)
		switch {
		case t.shape == year:
			at.years++
			at.numbers++
		case t.kind == number:
			at.numbers++
		case t.shape == quotation:
			at.quotes++
		case t.shape == openParen || t.shape == openBracket:
			at.depth++
		}
		if l.parts(i) {
			at.chunk++
			if l.ends(i) {
				at.clause++
			}
		}
	}
	l.dated, l.quotes, l.numbers = at.years, at.quotes, at.numbers
	l.skeleton = 0
	for n := range min(4, len(l.chunks)) {
		l.skeleton = three(l.skeleton, uint32(l.chunks[n].after), l.chunks[n].kin>>6)
	}
}

// chunkAt returns chunk n, an empty one outside the line.
func chunkAt(chunks []chunk, n int) *chunk {
	if n < 0 || n >= len(chunks) {
		return &noChunk
	}
	return &chunks[n]
}

var noChunk chunk
