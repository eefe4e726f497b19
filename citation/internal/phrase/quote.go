package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/internal/text"
)

// ClosingMark is the mark that ends a quotation begun with the given one.
func ClosingMark(open rune) rune {
	switch open {
	case '\'', '"':
		return open
	case '‘', '‛':
		return '’'
	case '“', '”', '„':
		return '”'
	case '«':
		return '»'
	case '»':
		return '«'
	case '‚':
		return '‘'
	}
	return 0
}

// otherClosings are the marks that end a quotation in other languages than the one of
// [ClosingMark]: „Die stille Werft“ in German, »Den tysta kajen» in Swedish.
var otherClosings = map[rune]rune{'„': '“', '»': '»', '‚': '’'}

// closingIn is the mark that ends the quotation that begins with open, of those that can, the
// one that comes first.
func closingIn(rest string, open rune) rune {
	closing, other := ClosingMark(open), otherClosings[open]
	if other == 0 {
		return closing
	}
	first, last := strings.IndexRune(rest, closing), strings.IndexRune(rest, other)
	if last >= 0 && (first < 0 || last < first) {
		return other
	}
	return closing
}

// OpensQuote reports whether the character r at i opens a quotation: it is at
// the beginning of a word, and no apostrophe of a decade.
func OpensQuote(text string, i int, r rune) bool {
	if ClosingMark(r) == 0 || r == '\'' && isDecade(text[i+1:]) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	if i > 0 && !unicode.IsSpace(before) && !strings.ContainsRune("([{—–-/“‘\"'", before) {
		return false
	}
	after, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
	if r == '»' { // it closes as well: « T », which
		return unicode.IsLetter(after) || unicode.IsDigit(after)
	}
	return after != utf8.RuneError && !unicode.IsSpace(after)
}

// isDecade reports whether what comes after an apostrophe is a decade: "'90s".
func isDecade(rest string) bool {
	return len(rest) >= len("90s") && text.IsDigit(rest[0]) && rest[1] == '0' && rest[2] == 's' && !text.StartsLetter(rest, len("90s"))
}

// OpensDetached reports whether the mark at i opens a quotation although its words are apart
// from it, see [detachedQuote].
func OpensDetached(content string, i int) bool {
	_, _, _, ok := detachedQuote(content, i)
	return ok
}

// detachedQuote finds the words of the quotation whose mark at i is apart from them, and where
// the text goes on: « La Ville lente » as French has it, or `the book" The Quiet Cart", which`
// in a text that was cut into tokens and joined again.
func detachedQuote(content string, i int) (start, end, next int, ok bool) {
	if strings.HasPrefix(content[i:], "«") {
		return spacedQuote(content, i)
	}
	if content[i] != '"' || i == 0 || i+2 >= len(content) || content[i+1] != ' ' {
		return 0, 0, 0, false
	}
	before, _ := utf8.DecodeLastRuneInString(content[:i])
	after, _ := utf8.DecodeRuneInString(content[i+2:])
	if !unicode.IsLetter(before) && before != ',' || !unicode.IsUpper(after) && !unicode.IsDigit(after) {
		return 0, 0, 0, false
	}
	size := strings.IndexByte(content[i+1:min(len(content), i+longestDetached)], '"')
	end = i + 1 + size
	return i + 2, end, end + 1, size > 2 && endsQuote(content, end, 1)
}

// spacedQuote is detachedQuote for guillemets with spaces inside.
func spacedQuote(content string, i int) (start, end, next int, ok bool) {
	inside := content[i+len("«") : min(len(content), i+longestDetached)]
	words, _, closed := strings.Cut(inside, "»")
	title := strings.TrimSpace(words)
	if !closed || title == "" || strings.TrimLeftFunc(words, unicode.IsSpace) == words || strings.Contains(words, "«") {
		return 0, 0, 0, false
	}
	start = i + len("«") + strings.Index(words, title)
	return start, start + len(title), i + len("«") + len(words) + len("»"), true
}

// longestDetached is how many bytes a quotation may have whose opening mark is
// detached.
const longestDetached = 300

// longestQuote is how many bytes a quotation may have, and mostUnclosed how many
// marks that open none are tried in a text: a hostile text is not read over and
// over.
const (
	longestQuote = 2000
	MostUnclosed = 50
)

// closeQuote finds the end of the quotation that opens at start: where its words
// end (a comma or full stop inside the closing mark is not theirs), and where
// the text goes on. Quotations nest; an apostrophe at the end of a word inside
// ("the authors' views") closes nothing when the quotation is closed later.
func closeQuote(content string, start int) (end, next int, ok bool) {
	open, size := utf8.DecodeRuneInString(content[start:])
	limit := min(len(content), start+longestQuote)
	closing := closingIn(content[start+size:limit], open)
	lastNested := -1 // where an inner quotation can still open
	depth := 1
	for i := start + size; i < limit; {
		r, size := utf8.DecodeRuneInString(content[i:])
		switch {
		case r != closing && r != open:
		case r == open && OpensQuote(content, i, r) && (open != '"' || depth == 1 && !endsQuote(content, i, size)):
			if lastNested < 0 {
				lastNested = lastButOneClosing(content[:limit], i, closing)
			}
			if i < lastNested {
				depth++
			}
		case r == closing && endsQuote(content, i, size):
			if text.IsApostrophe(r) && (isPlural(content, i, size) || isElided(content, i, size)) && depth == 1 && closesLater(content[:limit], i+size, open, closing) {
				break
			}
			if depth--; depth == 0 {
				return trimQuoteEnd(content, start, i), i + size, true
			}
		}
		i += size
	}
	return 0, 0, false
}

// lastButOneClosing is where the last closing mark but one is, after i: an
// inner quotation that opens before it leaves a mark to close the outer one.
func lastButOneClosing(text string, i int, closing rune) int {
	last, before := i, i
	for j, r := range text[i:] {
		if r == closing && j > 0 && endsQuote(text, i+j, utf8.RuneLen(r)) {
			last, before = i+j, last
		}
	}
	return before
}

// endsQuote reports whether the mark at i, size bytes long, is at the end of a
// word.
func endsQuote(text string, i, size int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, n := utf8.DecodeRuneInString(text[i+size:])
	return !unicode.IsSpace(before) && (n == 0 || !unicode.IsLetter(after) && !unicode.IsDigit(after))
}

// isPlural reports whether the mark at i may be the apostrophe of a plural
// possessive: an s before, a word after it that does not go on about the work.
func isPlural(content string, i, size int) bool {
	if content[i-1] != 's' {
		return false
	}
	rest := content[i+size:]
	if !strings.HasPrefix(rest, " ") {
		return false
	}
	next := rest[1:]
	if end := strings.IndexFunc(next, func(r rune) bool { return !unicode.IsLetter(r) }); end > 0 {
		next = next[:end]
	}
	return next != "" && text.StartsLetter(next, 0) && !lexicon.ListsOf(next).Has(lexicon.AfterTitle)
}

// isElided reports whether the mark at i is the apostrophe of a word cut short in
// Italian, with another word after it: "Le vite de' pittori".
func isElided(content string, i, size int) bool {
	rest := content[i+size:]
	if len(rest) < 2 || rest[0] != ' ' || !text.StartsLetter(rest[1:], 0) {
		return false
	}
	for _, short := range []string{" de", " da", " co", " ne", " que"} {
		if strings.HasSuffix(content[:i], short) {
			return true
		}
	}
	return false
}

// closesLater reports whether a quotation is closed after i before another opens.
func closesLater(text string, i int, open, closing rune) bool {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == closing && endsQuote(text, i, size) {
			return true
		}
		if r == open && OpensQuote(text, i, r) {
			return false
		}
		i += size
	}
	return false
}

// trimQuoteEnd leaves out a comma, semicolon or full stop before the closing
// mark; the three dots of a title cut short stay.
func trimQuoteEnd(text string, start, end int) int {
	switch text[end-1] {
	case ',', ';':
		return end - 1
	case '.':
		if !strings.HasSuffix(text[start:end], "..") {
			return end - 1
		}
	}
	return end
}
