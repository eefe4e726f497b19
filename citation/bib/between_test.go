package bib

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What stands between fields and is no field costs no field after it.
func TestBetweenFields(t *testing.T) {
	tests := []struct {
		name, text string
		fields     string
		errors     int
	}{
		{"field commented out with an at sign", "@article{k, title = {T}, @url = {http://x}, year = 2001}", "title @url year", 0},
		{"the same with blanks before the sign", "@article{k, @url\n = {x},\n year = 2001}", "@url year", 0},
		{"the next entry after a lost brace", "@article{k, title = {T},\n@book{b, year = 2001}", "title", 1},
		{"comment after a comma", "@article{k, title = {T},\n% note = {x},\n year = 2001}", "title year", 1},
		{"comment before a comma", "@article{k, title = {T} % first\n, year = 2001}", "title year", 1},
		{"comments after the key and at the end", "@article{k, % key\n title = {T},\n % one\n % two\n}", "title", 1},
		{"the same opening with and without", "@article{a, title = {T},\n year = 1}\n@article{k, title = {T},\n% x\n year = 2}", "title year", 1},
		{"comment to the end of the text", "@article{k, title = {T}, % x", "title", 2},
		{"percent in a value", "@article{k, title = {50\\% of it\n% all}, year = 2001}", "title year", 0},
	}
	for _, test := range tests {
		f := Read("refs.bib", []byte(test.text))
		var names []string
		for _, field := range f.Entry("k").Fields {
			names = append(names, field.Name)
		}
		if diff := cmp.Diff(test.fields, strings.Join(names, " ")); diff != "" {
			t.Errorf("%s: fields (-want +got):\n%s", test.name, diff)
		}
		if len(f.Errors) != test.errors {
			t.Errorf("%s: %d errors, want %d: %v", test.name, len(f.Errors), test.errors, f.Errors)
		}
	}
}
