package bib

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The macros of BibTeX's standard styles (btxdoc, section 3.2, and plain.bst).
func TestJournalMacros(t *testing.T) {
	macros := PredefinedMacros()
	for _, macro := range slices.Sorted(maps.Keys(macros)) {
		if len(macro) == 3 && strings.HasPrefix(strings.ToLower(macros[macro]), macro) {
			continue // a month
		}
		if !strings.Contains(macros[macro], " ") {
			t.Errorf("%s is %q", macro, macros[macro])
		}
	}
	for macro, want := range map[string]string{"ipl": "Information Processing Letters", "cacm": "Communications of the ACM", "dec": "December"} {
		if macros[macro] != want {
			t.Errorf("%s is %q", macro, macros[macro])
		}
	}
}

func TestIsMarkedComment(t *testing.T) {
	for comment, want := range map[string]bool{"% felt": true, "@comment": true, "@Comment{felt}": true, "@commen": false, "felt": false, "": false} {
		if IsMarkedComment(comment) != want {
			t.Errorf("%q: %t", comment, !want)
		}
	}
}

// An argument of LaTeX may be on the next line, but not after an empty one; a label of
// Typst that is not closed cites nothing; a key does not end in two marks.
func TestWhereKeysEnd(t *testing.T) {
	for _, c := range []struct {
		path, text string
		want       []string
	}{
		{"a.tex", "\\cite\n{a} \\cite \n\n{b} \\cite%\n{c}", []string{"a", "c"}},
		{"a.typ", "#cite(<a>) @b #cite(<c) <d", []string{"a", "b"}},
		{"a.md", "[@a..b; @c:d, @e:]", []string{"a", "c:d", "e"}},
	} {
		var got []string
		for _, k := range CitedKeys(c.path, []byte(c.text)) {
			got = append(got, k.Key)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s %q (-want +got):\n%s", c.path, c.text, diff)
		}
	}
}

// After a lost brace the next entry is found where its "@" is the first of its line.
func TestEntriesAfterALostBrace(t *testing.T) {
	for text, want := range map[string]int{
		"@misc{a, title = {x\n@misc{b, title = {y}}":       2,
		"@misc{a, title = {x\n \t@misc \t{b, title = {y}}": 2,
		"@misc{a, title = {x\n  @misc(b, title = {y})":     2,
		"@misc{a, title = {x\nsee @misc{b, title = {y}}":   1,
		"@misc{a, title = {x\n@ misc and more}}":           1,
		"@misc{a, title = {x\n@misc":                       1,
	} {
		if got := len(Read("refs.bib", []byte(text)).Entries); got != want {
			t.Errorf("%q: %d entries, want %d", text, got, want)
		}
	}
}
