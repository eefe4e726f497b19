package document

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/text"
)

// narrowest and widest bound the width at which people have lines broken.
const (
	narrowest = 50
	widest    = 130
)

// deepestQuoted is how many marks of quoted mails are told apart before a line.
const deepestQuoted = 8

// lineWidths returns the length of the longest line if lines were broken, else 0: of those
// that people wrote, and of those that they quote from mails of others, by their marks.
func lineWidths(s *source) []int {
	var longest, long [deepestQuoted + 1]int
	for i := range s.lines {
		line, _ := s.line(i)
		depth := quoteDepth(line)
		n := utf8.RuneCount(line)
		longest[depth] = max(longest[depth], n)
		if n >= narrowest {
			long[depth]++
		}
	}
	widths := longest[:]
	for depth, width := range widths {
		if width < narrowest || width > widest || long[depth] < 2 {
			widths[depth] = 0
		}
	}
	return widths
}

// quoteDepth is how many marks of quoted mails are before a line: 2 of "> > text".
func quoteDepth(line []byte) int {
	line = bytes.TrimLeft(line, " \t")
	if len(line) == 0 || line[0] != '>' || !startsQuoted(string(line[:min(len(line), longestQuoteMarks)])) {
		return 0
	}
	marks := line[:len(line)-len(bytes.TrimLeft(line, "> "))]
	return min(bytes.Count(marks, []byte(">")), deepestQuoted)
}

// longestQuoteMarks is how many bytes the marks before a quoted line are looked for in.
const longestQuoteMarks = 40

// wrapped reports whether a line goes on in the next: because the next word did not fit,
// or because nothing ends with its last one.
func (r *textReader) wrapped(before, next line) bool {
	if isUnfinished(before.text, next.text) {
		return true
	}
	width := r.widths[min(before.quoted, deepestQuoted)]
	if width == 0 {
		return false
	}
	word, _, _ := strings.Cut(next.text, " ")
	return before.indent+utf8.RuneCountInString(before.text)+1+utf8.RuneCountInString(word) > width-wrapSlack
}

// wrapSlack is how much narrower than the longest line of a document its lines may
// have been broken, for longer ones stick out.
const wrapSlack = 8

// shortestBroken is how many bytes a line has that somebody broke. Shorter ones are items of
// lists and lines of verse, which end where they do on purpose.
const shortestBroken = 40

// openWords are words that something follows.
var openWords = text.WordSet("a", "an", "the", "and", "or", "by", "of", "in", "on", "at", "to", "for", "from", "with", "see", "und", "oder", "von", "mit", "der", "die", "das", "den", "dem", "im", "et", "ou", "par", "de", "du", "la", "le", "les", "y", "por", "el", "e", "di", "il", "&")

// isUnfinished reports whether a line ends, or the next begins, as only what goes on does:
// "by Ann Lee and" before "Bo Roe", "the novel The Quiet Cart" before "(House, 2010)".
func isUnfinished(line, next string) bool {
	if len(line) < shortestBroken {
		return false
	}
	if strings.HasSuffix(line, ",") || openWords[strings.ToLower(lastWord(line))] {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(line)
	return unicode.IsLetter(last) && (strings.HasPrefix(next, "(") || startsLower(next))
}
