package record

import (
	"html"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// plainText returns the text that a value of HTML, JATS or MathML shows, in
// normal form C: tags dropped, entities resolved, also doubly escaped ones, white
// space as single spaces. A "<" that starts no tag known in titles is text.
func plainText(s string) string {
	for range 3 {
		before := s
		if strings.Contains(s, "&") {
			s = html.UnescapeString(s)
		}
		if strings.Contains(s, "<") {
			s = withoutTags(s)
		}
		if s == before {
			break
		}
	}
	return tidy(s)
}

// tidy writes white space as single spaces, drops characters that do not print,
// and puts the rest into UTF-8 in normal form C.
func tidy(s string) string {
	tidied, ascii := isTidy(s)
	if tidied && ascii {
		return s
	}
	s = strings.ToValidUTF8(s, "\ufffd")
	if !tidied {
		printing := strings.Map(func(r rune) rune {
			switch {
			case unicode.Is(unicode.Cf, r):
				return -1
			case unicode.IsControl(r):
				return ' '
			}
			return r
		}, s)
		s = strings.Join(strings.Fields(printing), " ")
	}
	if norm.NFC.IsNormalString(s) {
		return s
	}
	return norm.NFC.String(s)
}

// isTidy reports whether a text surely has single spaces and characters that
// print, and whether all of them are ASCII. White space and format characters
// outside ASCII start with the bytes below.
func isTidy(s string) (tidied, ascii bool) {
	ascii = true
	before := byte(' ')
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ', c == ' ' && before == ' ', c == 0x7f:
			return false, false
		case c < 0x80:
		case c == 0xC2, c == 0xD8, c == 0xDB, c == 0xDC, c == 0xE0, c == 0xE1, c == 0xE2, c == 0xE3, c == 0xEF, c == 0xF0, c == 0xF3:
			return false, false
		default:
			ascii = false
		}
		before = s[i]
	}
	return before != ' ' || s == "", ascii
}

// withoutTags drops the tags that stand in titles, and what is between those
// that only repeat a formula in another notation.
func withoutTags(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	closed := true // annotations that follow may have an end
	for {
		at := strings.IndexByte(s, '<')
		if at < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:at])
		s = s[at:]
		name, length := titleTag(s)
		switch {
		case length == 0:
			b.WriteByte('<')
			s = s[1:]
		case name == "annotation" && closed && s[1] != '/':
			var rest string
			if _, rest, closed = strings.Cut(s[length:], "annotation>"); closed {
				s = rest
			}
		default:
			if name == "br" || name == "p" || name == "mspace" {
				b.WriteByte(' ')
			}
			s = s[length:]
		}
	}
}

// titleTag returns the name, without its namespace, and the length of the tag
// that s starts with; the length is 0 if there is none that is in titles.
func titleTag(s string) (name string, length int) {
	end := strings.IndexAny(s[1:], "<>")
	if end < 0 || s[1+end] == '<' {
		return "", 0
	}
	inner := strings.TrimPrefix(s[1:1+end], "/")
	name, _, _ = strings.Cut(strings.TrimSuffix(inner, "/"), " ")
	space, local, qualified := strings.Cut(name, ":")
	if qualified {
		name = local
	}
	if titleTags[strings.ToLower(name)] || qualified && (space == "mml" || space == "jats" || space == "m") {
		return strings.ToLower(name), end + 2
	}
	return "", 0
}

// titleTags are the elements of HTML, JATS and MathML 3 (presentation) that
// registries have in titles.
var titleTags = map[string]bool{
	"i": true, "b": true, "u": true, "em": true, "strong": true, "sub": true, "sup": true, "inf": true, "tt": true, "small": true, "big": true,
	"span": true, "p": true, "br": true, "a": true, "font": true, "sc": true, "scp": true, "smallcaps": true, "div": true, "cite": true, "code": true,
	"italic": true, "bold": true, "underline": true, "monospace": true, "sans-serif": true, "strike": true, "roman": true, "title": true, "subtitle": true,
	"inline-formula": true, "disp-formula": true, "alternatives": true, "tex-math": true, "named-content": true, "styled-content": true, "ext-link": true,
	"xref": true, "fn": true, "break": true, "formula": true, "emphasis": true, "superscript": true, "subscript": true,
	"math": true, "mi": true, "mo": true, "mn": true, "ms": true, "mtext": true, "mspace": true, "mrow": true, "mstyle": true, "mfrac": true,
	"msqrt": true, "mroot": true, "msub": true, "msup": true, "msubsup": true, "mover": true, "munder": true, "munderover": true, "mfenced": true,
	"mmultiscripts": true, "mprescripts": true, "none": true, "mtable": true, "mtr": true, "mtd": true, "mpadded": true, "mphantom": true,
	"menclose": true, "semantics": true, "annotation": true,
}
