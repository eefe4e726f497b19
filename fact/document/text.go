package document

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/fact"
)

// A line is a line of a plain text.
type line struct {
	text       string // without indentation and white space at its end
	start, end int    // of text in the source
	indent     int    // in columns
	marker     int    // length of the bullet or number before an item, with the space after it
	label      string // of the marker, if it is that of a reference
	quoted     int    // how many marks of a quoted mail are before it
}

// bullet is what an item of a list starts with.
var bullet = pattern(`^(?:\[[ xX]?\] +|[-*+•‣◦·▪–—→»] +|[-=]{1,2}> *|\(?[a-z][.)] +|#{1,6} +)`)

// locator is what goes on with a reference and looks like a letter before an item: "p. 88".
var locator = pattern(`^[fnpsv]\. +\d`)

// named is a label that is a word, as RFCs have them, before an entry or alone.
var named = pattern(`^\[([\p{L}\d][\p{L}\d.+:-]{1,19})\](?:  +|$)`)

// gap is what comes before text in the second column of a line: "Week 3 (Jan 30)    ".
var gap = pattern(`^\S[^\t]{0,40}?[^\s:](?: {3,}|\t+)`)

// pageNumber ends the foot of a page.
var pageNumber = pattern(`\[Page \d+\]$`)

// isFurniture reports whether a line is one that only pages have: the foot of one with its
// number, or a form feed.
func isFurniture(text string) bool {
	return strings.HasSuffix(text, "]") && pageNumber().MatchString(text) || strings.HasPrefix(text, "\f") && strings.TrimSpace(text) == ""
}

func (s *source) textLine(i int) line {
	raw, start := s.line(i)
	text := strings.TrimRightFunc(string(raw), unicode.IsSpace)
	l := line{start: start}
	quoting := startsQuoted(text)
	for _, r := range text {
		if !unicode.IsSpace(r) && !(quoting && r == '>') {
			break
		}
		l.indent++
		if r == '>' {
			l.quoted++
		}
		if r == '\t' {
			l.indent += 7
		}
		l.start += utf8.RuneLen(r)
	}
	l.text = text[min(l.start-start, len(text)):]
	l.end = l.start + len(l.text)
	l.label, l.marker = cutMarker(l.text)
	return l
}

// cutMarker returns how long what is before an item is, with the space after it, and the
// label that it has if the item is a reference.
func cutMarker(text string) (label string, n int) {
	if label, n := cutLabel(text); n > 0 && n < len(text) {
		return label, n
	}
	if strings.HasPrefix(text, "[") {
		if m := named().FindStringSubmatchIndex(text); m != nil {
			return text[m[2]:m[3]], m[1]
		}
	}
	if strings.Contains(text, "   ") || strings.Contains(text, "\t") {
		if end := len(gap().FindString(text)); end > 0 {
			return "", end
		}
	}
	if !mayBePoint(text) {
		return "", 0
	}
	if end := len(bullet().FindString(text)); end > 0 && text[0] != '#' && !locator().MatchString(text) {
		return "", end
	}
	return "", 0
}

// mayBePoint reports, faster than bullet, whether a text may start with what that looks for.
func mayBePoint(text string) bool {
	if text == "" {
		return false
	}
	switch c := text[0]; {
	case isSmall(c):
		return len(text) > 1 && (text[1] == '.' || text[1] == ')')
	case 'A' <= c && c <= 'Z':
		return false
	}
	return true
}

// startsQuoted reports whether a line is one of a mail that another quotes: "> > text".
func startsQuoted(text string) bool {
	rest := strings.TrimLeft(text, "> ")
	return strings.HasPrefix(text, ">") && (rest == "" || strings.HasSuffix(text[:len(text)-len(rest)], " "))
}

// isPoint reports whether a line has a bullet before it, which no heading has.
func (l *line) isPoint() bool {
	first, _ := utf8.DecodeRuneInString(l.text)
	return l.marker > 0 && strings.ContainsRune("-*+•‣◦·▪–—→»", first)
}

// underline is a line that makes a heading of the one before.
var underline = pattern(`^(?:={3,}|-{3,}|~{3,}|\*{3,}|_{3,})$`)

// A textReader reads a plain text, whose structure is in its blank lines, its
// indentation and the width of its lines.
type textReader struct {
	source *source
	widths []int // at which lines were broken, by the marks of a quoted mail before them; 0 if they were not
	listed bool  // the last heading announces references
	marked bool  // and they have bullets or numbers
	blocks []block
	joined map[string]bool // words of the text that have a hyphen
}

func readText(s *source) outline {
	r := &textReader{source: s, widths: lineWidths(s)}
	var group []line
	for i := range s.lines {
		l := s.textLine(i)
		if len(group) > 0 && l.quoted != group[0].quoted {
			r.group(group)
			group = group[:0]
		}
		switch {
		case l.text == "":
			r.group(group)
			group = group[:0]
		case isFurniture(l.text) || i > 0 && isPageTop(s, i):
		case underline().MatchString(l.text):
			if n := len(group); n > 0 {
				r.group(group[:n-1])
				r.list(isListHeading(group[n-1].text))
			}
			group = group[:0]
		case isListHeading(l.text) || strings.HasPrefix(l.text, "# ") || strings.HasPrefix(l.text, "## "):
			r.group(group)
			group = group[:0]
			r.list(isListHeading(l.text))
		default:
			group = append(group, l)
		}
	}
	r.group(group)
	return outline{blocks: r.blocks}
}

// isPageTop reports whether a line is the head of a page: the first after the foot of
// another, or after a form feed.
func isPageTop(s *source, i int) bool {
	for before := i - 1; before >= max(0, i-3); before-- {
		text, _ := s.line(before)
		switch {
		case isFurniture(string(text)):
			return true
		case len(bytes.TrimSpace(text)) > 0:
			return false
		}
	}
	return false
}

// group reads lines that no blank line parts.
func (r *textReader) group(lines []line) {
	if len(lines) == 0 {
		return
	}
	if len(lines) == 1 && !lines[0].isPoint() && isHeading(lines[0].text) {
		r.listed = false
		return
	}
	if len(lines) > 1 && lines[1].indent > lines[0].indent && lines[0].marker == 0 && announces(lines[0].text) {
		r.list(isListHeading(lines[0].text))
		below := 1
		for below < len(lines) && lines[below].indent > lines[0].indent {
			below++
		}
		r.group(lines[1:below])
		r.listed = r.listed && below == len(lines)
		r.group(lines[below:])
		return
	}
	if r.listed && r.marked && lines[0].marker == 0 {
		r.listed = false
	}
	if len(lines) > 1 && isInCapitals(lines[0].text) && !lines[0].isPoint() && isHeading(lines[0].text) {
		r.listed = false
		lines = lines[1:]
	}
	hangs := hanging(lines)
	for start := 0; start < len(lines); {
		end := start + 1
		for end < len(lines) && !r.startsUnit(lines, start, end, hangs) {
			end++
		}
		r.unit(lines[start:end])
		start = end
	}
}

// list notes whether references follow.
func (r *textReader) list(listed bool) { r.listed, r.marked = listed, false }

// isInCapitals reports whether a line is in capitals, as headings are over what is right
// below them.
func isInCapitals(text string) bool {
	return !strings.ContainsFunc(text, isChangedToUpper) && strings.ToLower(text) != text
}

func isChangedToUpper(r rune) bool { return unicode.ToUpper(r) != r }

// announces reports whether a line over indented ones says what they are.
func announces(text string) bool {
	return len(text) <= 60 && (strings.HasSuffix(text, ":") || isHeading(text) || isListHeading(text))
}

// isHeading reports whether a line that stands alone is a heading: short, without a
// sentence's end, and not what names a work.
func isHeading(text string) bool {
	if len(text) > 60 || hasYear().MatchString(text) || strings.ContainsAny(text, "\"“‘«:/@") {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(text)
	return isWordRune(r)
}

// startsUnit reports whether lines[i] starts another unit than lines[start:i] are.
func (r *textReader) startsUnit(lines []line, start, i int, hangs bool) bool {
	first, before, l := lines[start], lines[i-1], lines[i]
	switch {
	case l.marker > 0 && (first.marker > 0 || l.label == "" || r.listed || startsEntry(l.text[l.marker:])):
		return l.indent < first.indent+max(first.marker, 4) || first.marker == 0 || l.label == ""
	case l.indent > first.indent:
		return false
	case hangs && l.indent == lines[0].indent:
		return true
	case first.marker == 0 && startsEntry(l.text) && endsEntry(before.text):
		return true
	}
	return !r.wrapped(before, l)
}

// hanging reports whether the lines are entries whose first line sticks out.
func hanging(lines []line) bool {
	deeper := false
	for _, l := range lines[1:] {
		if l.indent < lines[0].indent || l.marker > 0 {
			return false
		}
		deeper = deeper || l.indent > lines[0].indent
	}
	return deeper
}

// endsEntry reports whether a line may end an entry of a reference list.
func endsEntry(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".)]>”\"", r) || unicode.IsDigit(r)
}

// unit adds the block of lines that belong together.
func (r *textReader) unit(lines []line) {
	first := lines[0]
	b := newBuilder(r.source)
	for i, l := range lines {
		start, end := l.start, l.end
		if i == 0 {
			start += l.marker
		}
		if i+1 < len(lines) && r.dropsHyphen(l.text, lines[i+1].text) {
			b.copy(start, end-1)
			continue
		}
		b.copy(start, end)
		if i+1 == len(lines) || !isParted(l.text, lines[i+1].text) {
			b.blank(end)
		}
	}
	p := b.passage()
	r.marked = r.marked || r.listed && first.marker > 0
	kind := fact.Sentence
	switch {
	case r.listed, first.label != "" && looksListed(p.text):
		kind = fact.Listed
	case first.marker > 0:
		kind = fact.ListItem
	}
	label := first.label
	if kind != fact.Listed {
		label = ""
	}
	r.blocks = append(r.blocks, block{part: kind, label: label, text: p})
}

// isParted reports whether a word with a hyphen goes on in the next line, as "Roe-" and
// "Lind" or "12-" and "15".
func isParted(text, next string) bool {
	head, ends := strings.CutSuffix(text, "-")
	last, _ := utf8.DecodeLastRuneInString(head)
	return ends && isWordRune(last) && followsWord(next)
}

// dropsHyphen reports whether a hyphen at a line's end only parts a word there: the
// text has no such word with the hyphen in it.
func (r *textReader) dropsHyphen(text, next string) bool {
	if !strings.HasSuffix(text, "-") || !startsLower(next) {
		return false
	}
	head := lastWord(text)
	if !strings.ContainsFunc(head[:len(head)-1], unicode.IsLetter) {
		return false
	}
	if r.joined == nil {
		r.joined = hyphenated(string(r.source.text))
	}
	tail := next
	if end := strings.IndexFunc(next, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }); end >= 0 {
		tail = next[:end]
	}
	return !r.joined[strings.ToLower(strings.TrimLeft(head, "(“\"‘")+tail)]
}

// hyphenated lists the words of a text that have a hyphen.
func hyphenated(s string) map[string]bool {
	words := map[string]bool{}
	for word := range strings.FieldsSeq(s) {
		word = strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
		if strings.Contains(word, "-") {
			words[strings.ToLower(word)] = true
		}
	}
	return words
}
