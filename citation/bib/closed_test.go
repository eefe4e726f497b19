package bib

import (
	"fmt"
	"strings"
	"testing"
)

// A value that is closed may hold any lines, and one that is not swallows no entry.
func TestValuesWithLinesThatLookLikeEntries(t *testing.T) {
	const twoLines = "See\n@book{a, title = {A}}\n  @misc(b, title = {B})\n@string{x = {y}}\nabove"
	folded := strings.Join(strings.Fields(twoLines), " ")
	for _, tt := range []struct {
		name, text string
		keys       string
		note       string // of k
		errors     int
	}{
		{"in braces", "@misc{k, note = {" + twoLines + "}, year = 1}\n@misc{z}", "k z", folded, 0},
		{"in quotes", "@misc{k, note = \"" + twoLines + "\", year = 1}\n@misc{z}", "k z", folded, 0},
		{"in braces in quotes", "@misc{k, note = \"{" + twoLines + " \"quoted\"}\", year = 1}\n@misc{z}", "k z", "{" + folded + ` "quoted"}`, 0},
		{"at the end of an entry", "@misc{k, note = {" + twoLines + "}}\n@misc{z}", "k z", folded, 0},
		{"at the end of an entry in parentheses", "@misc(k, note = {" + twoLines + "}\n\n)\n@misc{z}", "k z", folded, 0},
		{"joined", "@misc{k, note = {" + twoLines + "} # { and on}, year = 1}\n@misc{z}", "k z", folded + " and on", 0},
		{"at the end of the file", "@misc{k, note = {" + twoLines + "}", "k", folded, 1},
		{"in a preamble", "@preamble{{" + twoLines + "}}\n@misc{k, note = {}}", "k", "", 0},
		{"one line in each of two values", "@misc{k, title = {\n@a{b}\n}, note = {x\n@c{d}\n}}", "k", "x @c{d}", 0},

		{"two braces forgotten", "@misc{k, note = {{x,\n year = 1}\n@misc{y, note = {n}}\n@misc{z}", "k y z", "", 1},
		{"three braces forgotten, and closed far below", "@misc{k, note = {{{x,\n}\n@misc{y}\n@misc{z}}}\n@misc{zz}", "k y z zz", "", 1},
		{"a quote forgotten", "@misc{k, note = \"x,\n@misc{y, note = \"n\"}\n@misc{z}", "k y z", "", 1},
		{"a quote forgotten at the end", "@misc{k, note = \"x", "k", "", 1},
	} {
		f := Read("refs.bib", []byte(tt.text))
		var keys []string
		for _, e := range f.Entries {
			keys = append(keys, e.Key)
		}
		note := ""
		if n := f.Entry("k").Field("note"); n != nil {
			note = n.Value
		}
		if got := strings.Join(keys, " "); got != tt.keys || note != tt.note || len(f.Errors) != tt.errors {
			t.Errorf("%s: keys %q, want %q; note %q, want %q; errors %v, want %d", tt.name, got, tt.keys, note, tt.note, f.Errors, tt.errors)
		}
	}
}

// However many values are not closed, all entries are found.
func TestManyUnclosedValuesLoseNoEntry(t *testing.T) {
	for _, opening := range []string{"{{{x", `"x`} {
		var text strings.Builder
		for i := range 500 {
			fmt.Fprintf(&text, "@misc{k%d, note = %s,\n", i, opening)
		}
		if got := len(Read("refs.bib", []byte(text.String())).Entries); got != 500 {
			t.Errorf("%s: %d entries of 500", opening, got)
		}
	}
}
