package charset

import (
	"bytes"
	"regexp"
)

// declaration matches what a line says of the encoding of its file: JabRef's
// "% Encoding: Cp1252", TeXShop's "% !TeX encoding = MacRoman", Emacs's
// "-*- coding: latin-1 -*-", Vim's "fileencoding=cp1251" and KBibTeX's
// "@comment{x-kbibtex-encoding=cp1252}".
var declaration = regexp.MustCompile(`(?i)(?:\bx-kbibtex-encoding|%.*\bfileencoding|%.*\bencoding|-\*-.*\bcoding)[ \t]*[:=][ \t]*([a-z][-_a-z0-9]*)`)

// declaredWithin is how far from the start a declaration may be, in bytes.
const declaredWithin = 4 << 10

// declared finds the encoding that a text says it is in.
func declared(text []byte) (Encoding, bool) {
	head := text[:min(len(text), declaredWithin)]
	for line := range bytes.Lines(head) {
		if match := declaration.FindSubmatch(line); match != nil {
			e, ok := named(string(match[1]))
			e.Declared = ok
			return e, ok
		}
	}
	return Encoding{}, false
}
