package bib

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/factcite/factcite/internal/linear"
)

// Text made to be read again and again takes time linear in its length.
func TestReadBibLinear(t *testing.T) {
	pieces := []string{
		"@article{a, title = {x\n", "@article{a, title = {{{{{\n", "@article{a, title = \"x\n", "@article{a, title = \"{x\n", "@article{a\n", "@\n", "@a(",
		"@article{a, t = x # \n", "@", "{", "}", "\"", "@article{a, title = {@article{b, \n", "@string{a = a # {x}}\n", " ", "\n @", "@a{b,c={}}",
		"@misc{a, crossref = {a}}\n", "@comment", "@a{b,c=\"}\"", "@a{k, t = {x}\n@b{l, u = {{y}\n", "@a{b,c={@a{b,c={",
	}
	for _, piece := range pieces {
		t.Run(piece, func(t *testing.T) {
			linear.Check(t, 128<<10, func(size int) func() {
				text := bytes.Repeat([]byte(piece), size/len(piece))
				return func() {
					Read("", text)
				}
			})
		})
	}
}

// Macros made of each other cannot make the values of a file unboundedly large.
func TestReadBibBoundsMacros(t *testing.T) {
	var text strings.Builder
	text.WriteString("@string{a0 = {xxxxxxxxxx}}\n")
	for n := range 60 {
		fmt.Fprintf(&text, "@string{a%d = a%d # a%d}\n", n+1, n, n)
	}
	text.WriteString("@misc{k, title = a60, note = a1, author = {Ada Ferrum}}")
	f := Read("", []byte(text.String()))
	if len(f.Errors) == 0 || f.Errors[0].Rule != "bib-syntax" {
		t.Errorf("no error says that macros were left out: %v", f.Errors)
	}
	if e := f.Entry("k"); e == nil || e.Field("note").Value != "xxxxxxxxxxxxxxxxxxxx" || e.Field("author") == nil {
		t.Errorf("the entry is lost: %v", e)
	}
}
