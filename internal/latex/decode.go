package latex

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Decode returns what LaTeX would print for a field's value, as text in
// normal form C: accents, letters, signs, mathematics that Unicode has a
// character for, and ligatures; braces are dropped. A command that the tables do
// not know gives what is in its group; without one it stays as it is written, so that
// nothing is lost.
func Decode(s string) string {
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
		if !d.math || !d.script(c, d.rest[1:]) {
			d.plain()
		}
	case '-', '`', '\'':
		d.ligature()
	default:
		d.plain()
	}
}

// dollar opens or closes mathematics; a single one is a dollar sign.
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

// script reads an exponent or index, whose argument is next, if Unicode has all
// of its characters.
func (d *latexDecoder) script(kind byte, next string) bool {
	argument, rest := latexArgument(next)
	var text strings.Builder
	for _, r := range argument {
		scripted, ok := latexScripts[kind][r]
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
	case d.math && latexOperators[name]:
		d.rest = after
		d.operator(name)
	case latexStyles[name]:
		d.rest = after
	case name == "textsuperscript" && d.script('^', after), name == "textsubscript" && d.script('_', after):
	case name == "fi" || name == "textsuperscript" || name == "textsubscript":
		d.rest = after
	case name == "ifmmode" && d.textBranch(after):
	case letters && strings.HasPrefix(after, "{") && !strings.HasPrefix(after, "{}"): // unknown: its group is printed
		d.rest = after
	case letters: // unknown: keep it, and the space that ended it
		d.rest = d.rest[1+len(name):]
		d.emit(`\` + name)
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

// operator writes the name of a function as TeX sets it, with a space between it and
// letters, digits and other functions, and none before a bracket (The TeXbook, chapter 18).
func (d *latexDecoder) operator(name string) {
	if last, _ := utf8.DecodeLastRuneInString(d.out.String()); isLetterOrNumber(last) {
		d.emit(" ")
	}
	d.emit(name)
	next := strings.TrimPrefix(strings.TrimLeft(d.rest, "{"), `\`)
	if first, _ := utf8.DecodeRuneInString(next); isLetterOrNumber(first) {
		d.emit(" ")
	}
}

func isLetterOrNumber(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// maxBranch bounds the length in bytes of what \ifmmode has for mathematics.
const maxBranch = 200

// textBranch passes over what is printed in mathematics alone, "a" of
// "\ifmmode a\else b\fi"; it is false if no \else follows.
func (d *latexDecoder) textBranch(after string) bool {
	const otherwise = `\else`
	length := strings.Index(after[:min(len(after), maxBranch)], otherwise)
	if length < 0 {
		return false
	}
	d.rest = strings.TrimLeft(after[length+len(otherwise):], " \t\n")
	return true
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
