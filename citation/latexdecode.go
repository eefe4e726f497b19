package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// decodeLaTeX returns what LaTeX would print for a field's value, as text in
// normal form C: accents, letters, signs, mathematics that Unicode has a
// character for, and ligatures; braces are dropped. A command that the tables do
// not know stays as it is written, so that nothing is lost.
func decodeLaTeX(s string) string {
	if !strings.ContainsAny(s, "\\{}$~-`'") {
		return s
	}
	d := latexDecoder{rest: s}
	d.out.Grow(len(s))
	for d.rest != "" {
		d.step()
	}
	d.flushMarks()
	return norm.NFC.String(d.out.String())
}

// latexDecoder reads left to right. Accent commands wait in marks until the
// letter that they stand on arrives.
type latexDecoder struct {
	rest  string
	out   strings.Builder
	marks []rune
	math  bool
}

func (d *latexDecoder) step() {
	switch c := d.rest[0]; c {
	case '\\':
		d.command()
	case '{':
		d.rest = d.rest[1:]
	case '}':
		d.rest = d.rest[1:]
		d.flushMarks()
	case '$':
		d.dollar()
	case '~':
		d.rest = d.rest[1:]
		d.emit("\u00A0")
	case '^', '_':
		if !d.math || !d.script(c) {
			d.plain()
		}
	case '-', '`', '\'':
		d.ligature()
	default:
		d.plain()
	}
}

// dollar opens or closes mathematics; a lone one is a dollar sign.
func (d *latexDecoder) dollar() {
	d.rest = d.rest[1:]
	if !d.math && !strings.Contains(d.rest, "$") {
		d.emit("$")
		return
	}
	d.math = !d.math
}

func (d *latexDecoder) plain() {
	_, size := utf8.DecodeRuneInString(d.rest)
	text := d.rest[:size]
	d.rest = d.rest[size:]
	if d.math && text == "-" {
		text = "−"
	}
	d.emit(text)
}

var latexLigatures = []struct{ written, printed string }{
	{"---", "—"}, {"--", "–"}, {"``", "“"}, {"''", "”"}, {"`", "‘"},
}

func (d *latexDecoder) ligature() {
	if !d.math {
		for _, l := range latexLigatures {
			if strings.HasPrefix(d.rest, l.written) {
				d.rest = d.rest[len(l.written):]
				d.emit(l.printed)
				return
			}
		}
	}
	d.plain()
}

// script reads an exponent or index if Unicode has all of its characters.
func (d *latexDecoder) script(kind byte) bool {
	table := latexRaised
	if kind == '_' {
		table = latexLowered
	}
	argument, rest := latexArgument(d.rest[1:])
	var text strings.Builder
	for _, r := range argument {
		scripted, ok := table[r]
		if !ok {
			return false
		}
		text.WriteRune(scripted)
	}
	if text.Len() == 0 {
		return false
	}
	d.rest = rest
	d.emit(text.String())
	return true
}

// latexArgument splits off a braced group without inner braces, or one character.
func latexArgument(s string) (argument, rest string) {
	if strings.HasPrefix(s, "{") {
		if end := strings.IndexAny(s[1:], "{}"); end >= 0 && s[1+end] == '}' {
			return s[1 : 1+end], s[2+end:]
		}
		return "", s
	}
	_, size := utf8.DecodeRuneInString(s)
	return s[:size], s[size:]
}

func (d *latexDecoder) command() {
	name := latexCommandName(d.rest[1:])
	after := d.rest[1+len(name):]
	if name == "" {
		d.rest = after
		d.emit(`\`)
		return
	}
	if mark, ok := latexMarks[name]; ok {
		d.accent(mark, strings.TrimLeft(after, " \t\n"))
		return
	}
	letters := isLetterCommand(name)
	if letters {
		after = strings.TrimLeft(after, " \t\n")
	}
	if text, ok := latexRunes[name]; ok {
		d.rest = after
		d.emit(text)
		return
	}
	switch {
	case latexStyles[name]:
		d.rest = after
	case name == "textsuperscript" || name == "textsubscript":
		d.rest = after
		d.script(map[string]byte{"textsuperscript": '^', "textsubscript": '_'}[name])
	case letters: // unknown: keep it, and the space that ended it
		whole := d.rest[:1+len(name)]
		d.rest = d.rest[len(whole):]
		d.emit(whole)
	case strings.Contains("-/@!", name): // hints for hyphens and spacing print nothing
		d.rest = after
	case strings.Contains(" ,;:\\\n\t", name):
		d.rest = after
		d.emit(" ")
	default: // an escaped character
		d.rest = after
		d.emit(name)
	}
}

// accent puts a mark on the next letter, or prints it alone over nothing.
func (d *latexDecoder) accent(mark rune, after string) {
	if alone, ok := latexSpacingAccents[mark]; ok && strings.HasPrefix(after, "{}") {
		d.rest = after[2:]
		d.emit(string(alone))
		return
	}
	d.rest = after
	d.marks = append(d.marks, mark)
}

// emit writes text and, after its first character, the marks that waited for it.
func (d *latexDecoder) emit(text string) {
	if len(d.marks) == 0 {
		d.out.WriteString(text)
		return
	}
	r, size := utf8.DecodeRuneInString(text)
	innermost := d.marks[len(d.marks)-1]
	switch {
	case r == 'ı' && isAbove(innermost):
		d.out.WriteByte('i')
	case r == 'ȷ' && isAbove(innermost):
		d.out.WriteByte('j')
	default:
		d.out.WriteString(text[:size])
	}
	d.flushMarks()
	d.out.WriteString(text[size:])
}

func (d *latexDecoder) flushMarks() {
	for i := len(d.marks) - 1; i >= 0; i-- {
		d.out.WriteRune(d.marks[i])
	}
	d.marks = d.marks[:0]
}

// latexCommandName returns the name of the command whose backslash stands
// before s: letters, or one other character.
func latexCommandName(s string) string {
	n := 0
	for n < len(s) && (s[n] >= 'a' && s[n] <= 'z' || s[n] >= 'A' && s[n] <= 'Z') {
		n++
	}
	if n == 0 && s != "" {
		_, n = utf8.DecodeRuneInString(s)
	}
	return s[:n]
}

// protectCapitals writes a title with braces around the words whose capitals a
// style would fold: those with a capital after their first letter (acronyms,
// inner capitals), single capitals other than "A", and, where the title is in
// sentence case, every capitalised word that does not open the title or a
// subtitle. In a title in capitals throughout, nothing is protected.
func protectCapitals(title string, encoding latexEncoding) string {
	words := titleWords(title)
	if !hasLowerCase(title) {
		return encodeLaTeX(title, encoding)
	}
	sentenceCase := isSentenceCase(title, words)
	var b strings.Builder
	end := 0
	for _, w := range words {
		if !w.needsBraces(title, sentenceCase) {
			continue
		}
		b.WriteString(encodeLaTeX(title[end:w.start], encoding))
		b.WriteString("{" + encodeLaTeX(title[w.start:w.end], encoding) + "}")
		end = w.end
	}
	b.WriteString(encodeLaTeX(title[end:], encoding))
	return b.String()
}

// titleWord is a run of letters, digits and apostrophes in a title.
type titleWord struct {
	start, end int
	opens      bool // the title or a subtitle
}

func titleWords(title string) []titleWord {
	var words []titleWord
	start, opens := -1, true
	for i, r := range title {
		inside := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) ||
			start >= 0 && (r == '\'' || r == '’')
		switch {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			words = append(words, titleWord{start, i, opens})
			start, opens = -1, false
		}
		if !inside && strings.ContainsRune(":?!.–—", r) {
			opens = true
		}
	}
	if start >= 0 {
		words = append(words, titleWord{start, len(title), opens})
	}
	return words
}

func hasLowerCase(s string) bool { return strings.ContainsFunc(s, unicode.IsLower) }

// isSentenceCase tells whether most of the longer words inside a title begin
// with a small letter; short ones do so in any title.
func isSentenceCase(title string, words []titleWord) bool {
	small, all := 0, 0
	for _, w := range words {
		if w.opens || w.end-w.start < 5 {
			continue
		}
		all++
		if first, _ := utf8.DecodeRuneInString(title[w.start:]); unicode.IsLower(first) {
			small++
		}
	}
	return small*2 > all
}

func (w titleWord) needsBraces(title string, sentenceCase bool) bool {
	word := title[w.start:w.end]
	first, size := utf8.DecodeRuneInString(word)
	if strings.ContainsFunc(word[size:], unicode.IsUpper) {
		return true
	}
	if !unicode.IsUpper(first) || w.opens {
		return false
	}
	return sentenceCase || size == len(word) && word != "A"
}
