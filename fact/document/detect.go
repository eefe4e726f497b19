package document

import (
	"bytes"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/internal/charset"
)

// extensions are those of names that say a document's form.
var extensions = map[string]fact.Form{
	".txt": Text, ".text": Text, ".md": Markdown, ".markdown": Markdown, ".mdown": Markdown, ".qmd": Markdown, ".rmd": Markdown,
	".html": HTML, ".htm": HTML, ".xhtml": HTML, ".tex": LaTeX, ".ltx": LaTeX, ".latex": LaTeX, ".bbl": BBL,
	".docx": DOCX, ".odt": ODT, ".pdf": PDF, ".eml": EML,
}

// Detect names the form of a document, by the extension of its name and else by its
// first bytes; "" is what is no document, such as an image or a program. What is called a
// text may be LaTeX, a mail or a whole page that was saved as one; marks of Markdown and tags
// are in any text.
func Detect(name string, head []byte) fact.Form {
	named := extensions[strings.ToLower(filepath.Ext(name))]
	if named != "" && named != Text {
		return named
	}
	switch {
	case named == Text:
	case bytes.HasPrefix(head, []byte("%PDF-")):
		return PDF
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return packedForm(head)
	}
	head = head[:min(len(head), detected)]
	if _, wide := charset.Wide(head); wide { // the signs are in ASCII, which is the same in other encodings
		head, _ = Decode(head)
	}
	if named == "" && bytes.IndexByte(head, 0) >= 0 {
		return ""
	}
	for _, sign := range signs {
		if named == Text && (sign.form == Markdown || sign.form == HTML && !wholePage().Match(head)) {
			continue
		}
		if sign.shape().Match(head) {
			return sign.form
		}
	}
	if named == "" && len(bytes.TrimSpace(head)) == 0 {
		return ""
	}
	return Text
}

// packedForm tells a word processor's file by the names of its first parts.
func packedForm(head []byte) fact.Form {
	switch {
	case bytes.Contains(head, []byte("mimetypeapplication/vnd.oasis.opendocument.text")):
		return ODT
	case bytes.Contains(head, []byte("word/")), bytes.Contains(head, []byte("[Content_Types].xml")) && !bytes.Contains(head, []byte("xl/")) && !bytes.Contains(head, []byte("ppt/")):
		return DOCX
	}
	return ""
}

// detected is how many bytes are looked at to find a form.
const detected = 64 << 10

// signs are the shapes that show a form, in the order in which they are asked for.
var signs = []struct {
	form  fact.Form
	shape func() *regexp.Regexp
}{
	{EML, pattern(`(?i)\A(?:[\w-]+:.*\n(?:[ \t].*\n)*)*?(?:message-id|mime-version|received|return-path|delivered-to):`)},
	{BBL, pattern(`(?m)^\\begin\{thebibliography\}|^% \$ biblatex`)},
	{LaTeX, pattern(`(?m)^\\(?:documentclass|begin\{document\}|section\*?\{|chapter\{)|\\(?:cite[pt]?|bibitem)(?:\[[^\]]*\])?\{`)},
	{HTML, pattern(`(?i)^\s*(?:<!doctype html|<html|<head|<body|<div|<p[ >]|<article|<main|<section|<ul|<ol|<h[1-6][ >])`)},
	{Markdown, pattern(`(?m)^#{1,6} \S|^ {0,3}(?:[-*+]|\d{1,3}\.) +\S|\]\(https?://|^\[\^?[^\]\n]+\]: |\*\*\S[^*\n]*\*\*|(?:^|\s)\*\p{L}[^*\n]*\*|\[@\w|^> `)},
}

// wholePage is how a page starts, and hardly a text about pages.
var wholePage = pattern(`(?i)^\s*(?:<!doctype html|<html[^>]*>\s*<(?:head|body))`)

// MayCite reports whether a text shows a year, an identifier or an address, without
// which it names hardly any work.
func MayCite(head []byte) bool { return citable().Match(head) }

var citable = pattern(`\b(?:1[6-9]|20)\d\d\b|https?://|\bdoi\b|arXiv|ISBN`)
