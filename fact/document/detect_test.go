package document

import (
	"bytes"
	"testing"

	"github.com/factcite/factcite/fact"
)

// What is no document costs next to nothing, as folders hold very many such files: which
// encoding their bytes may be text of is not asked, nor is it needed for the signs.
func TestDetectAsksForNoEncoding(t *testing.T) {
	picture := bytes.Repeat([]byte("\x89PNG\r\n\xc3\x28 \xe4\xf6\xfc"), 1000)
	Detect("a.png", picture) // compiles the signs
	if made := testing.AllocsPerRun(5, func() { Detect("a.png", picture) }); made > 20 {
		t.Errorf("%v allocations", made)
	}
	if form := Detect("a", []byte("Gr\xfc\xdfe \\cite{roe}\n")); form != LaTeX {
		t.Errorf("Latin-1 is %q", form)
	}
	if form := Detect("a", []byte("\xff\xfe\\\x00c\x00i\x00t\x00e\x00{\x00r\x00}\x00")); form != LaTeX {
		t.Errorf("UTF-16 is %q", form)
	}
}

// TestDetectPages holds that a page which was saved as a text is read as one, and a text about
// pages as a text.
func TestDetectPages(t *testing.T) {
	for head, want := range map[string]fact.Form{
		"<!DOCTYPE html>\n<title>Felt</title>":       HTML,
		"\n<html lang=\"en\">\n<body>":               HTML,
		"<p>Felt</p> is how a paragraph is written.": Text,
		"<html> is how a page starts.":               Text,
		"A page starts with <html>.":                 Text,
	} {
		if form := Detect("a.txt", []byte(head)); form != want {
			t.Errorf("%q is %q, want %q", head, form, want)
		}
	}
}
