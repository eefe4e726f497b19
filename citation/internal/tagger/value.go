package tagger

import (
	"sort"
	"strings"
	"unicode"

	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// tokens are the tokens of the text in a run.
func (d *reader) tokens(r run) (from, next int) {
	start, end := d.line.Tokens[r.from].Start, d.line.Tokens[r.next-1].End
	from, next = d.firstFrom(start), d.firstFrom(end)
	return from, max(from, next)
}

// firstFrom is the first token that begins at a place or after it.
func (d *reader) firstFrom(at int) int {
	return sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].Start >= at })
}

// trimmed is the span of a run without the marks around it.
func (d *reader) trimmed(r run) ref.Span {
	l, from, next := d.line, r.from, r.next
	for from < next && (l.at(from).kind == mark && !opensValue(l, from, next) || l.at(from).kind == markup) {
		from++
	}
	for next > from && (l.at(next-1).kind == mark && !closesValue(l, from, next-1) || l.at(next-1).kind == markup && !closesTag(l, from, next-1)) {
		next--
	}
	if from == next {
		return ref.Span{}
	}
	return ref.Span{l.Tokens[from].Start, l.Tokens[next-1].End}
}

// opensValue reports whether the mark at i opens what is closed before next, and goes
// on after it.
func opensValue(l *Line, i, next int) bool {
	closing := nothing
	switch l.at(i).shape {
	case openParen:
		closing = closeParen
	case openBracket:
		closing = closeBracket
	case quotation, apostrophe:
		closing = l.at(i).shape
	default:
		return false
	}
	for at := i + 1; at < min(next-2, i+longestParens); at++ {
		if l.at(at).shape == closing {
			return l.at(at+1).kind == word || l.at(at+2).kind == word
		}
	}
	return false
}

// longestParens is how many tokens parentheses may have.
const longestParens = 200

// closesValue reports whether the mark at i belongs to what is before it: a question
// mark, a parenthesis that was opened.
func closesValue(l *Line, from, i int) bool {
	opening := nothing
	switch t := l.at(i); {
	case t.shape == fullStop: // an abbreviation's, if another mark follows: "Leeds, U.K.: Northgate"
		n := l.at(i + 1)
		return (n.shape == comma || n.shape == semicolon || n.shape == colon) && l.at(i-1).kind == word && t.End == t.Start+1
	case t.shape == closeParen:
		opening = openParen
	case t.shape == closeBracket:
		opening = openBracket
	case t.shape == quotation || t.shape == apostrophe:
		opening = t.shape
	default:
		return l.Text[t.Start] == '?' || l.Text[t.Start] == '!'
	}
	for at := i - 1; at > max(from, i-longestParens); at-- {
		if l.at(at).shape == opening {
			return true
		}
	}
	return false
}

// closesTag reports whether the tag at i ends the element of one that a value has after
// its first word: "Diet of <i>Felis catus</i>".
func closesTag(l *Line, from, i int) bool {
	open := 0
	for at := from; at < i; at++ {
		if t := l.at(at); t.kind == markup {
			if l.Text[t.Start+1] == '/' {
				open--
			} else {
				open++
			}
		}
	}
	return open > 0 && l.Text[l.at(i).Start+1] == '/'
}

func (d *reader) words(f ref.Field, r run) {
	if sp := d.trimmed(r); !d.isRemark(sp) {
		d.State(&d.work, f, sp)
	}
}

// isRemark reports whether words name nothing: there is no letter in them, or they say who
// edited or translated the work, or in which index it is.
func (d *reader) isRemark(sp ref.Span) bool {
	words := d.Slice(sp)
	return strings.IndexFunc(words, unicode.IsLetter) < 0 || text.HasFoldedPrefix(words, "edited by ") || text.HasFoldedPrefix(words, "translated by ") || text.HasFoldedPrefix(words, "PubMed")
}
