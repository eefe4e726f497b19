package pdftext

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestWithoutFurniture holds what at the top and at the bottom of pages is none of their text.
func TestWithoutFurniture(t *testing.T) {
	page := func(lines ...string) string { return strings.Join(lines, "\n") }
	for name, test := range map[string]struct{ pages, want []string }{
		"page numbers": {
			[]string{page("12", "Felt is quiet.", "Oak is loud.", "- iv -"), page("Rims roll.", "Carts stop.", "13")},
			[]string{page("Felt is quiet.", "Oak is loud.", ""), page("Rims roll.", "Carts stop.", "")},
		},
		"running heads of three pages": {
			[]string{page("Roe 9", "Felt Rims", "a", "b", "r", "s"), page("Roe 10", "Felt Rims", "e", "f", "g", "h"), page("Roe 11", "Felt Rims", "t", "j", "k", "u"), page("w", "n", "o", "p", "q")},
			[]string{page("a", "b", "r", "s", ""), page("e", "f", "g", "h", ""), page("t", "j", "k", "u", ""), page("w", "n", "o", "p", "q", "")},
		},
		"feet of all of two pages": {
			[]string{page("a", "b", "r", "Felt Press", "Cork"), page("s", "e", "f", "Felt Press", "Cork")},
			[]string{page("a", "b", "r", ""), page("s", "e", "f", "")},
		},
		"the same line on two of four pages": {
			[]string{page("Felt", "b", "r", "s", "e"), page("Felt", "g", "h", "t", "j"), page("k"), page("u")},
			[]string{page("Felt", "b", "r", "s", "e", ""), page("Felt", "g", "h", "t", "j", ""), page("k", ""), page("u", "")},
		},
		"the same line within three pages": {
			[]string{page("a", "b", "Felt", "r", "s"), page("e", "f", "Felt", "g", "h"), page("t", "j", "Felt", "k", "u")},
			[]string{page("a", "b", "Felt", "r", "s", ""), page("e", "f", "Felt", "g", "h", ""), page("t", "j", "Felt", "k", "u", "")},
		},
		"the same line twice on one page": {
			[]string{page("Felt", "Felt", "a", "b", "Felt")},
			[]string{page("Felt", "Felt", "a", "b", "Felt", "")},
		},
		"numbers within a page":    {[]string{page("a", "b", "12", "r", "s")}, []string{page("a", "b", "12", "r", "s", "")}},
		"white space":              {[]string{page("a \t", "", " ", " b\f")}, []string{page("a", " b", "")}},
		"a page of nothing":        {[]string{""}, []string{"\n"}},
		"no pages":                 {nil, []string{}},
		"heads of one page of one": {[]string{page("Felt Rims", "a")}, []string{page("Felt Rims", "a", "")}},
	} {
		if diff := cmp.Diff(test.want, withoutFurniture(test.pages)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestIsPageNumber(t *testing.T) {
	for line, want := range map[string]bool{
		"1": true, "1234": true, "- 12 -": true, "– 12 –": true, "| 12": true, "iv": true, "XVIII": true, "xxxviii": true, "— x —": true,
		"12345": false, "": false, "-": false, "lxxxviii": false, "12a": false, "Felt": false, "1 2": false, "p. 12": false,
	} {
		if got := isPageNumber(line); got != want {
			t.Errorf("%q is the number of a page: %t", line, got)
		}
	}
}

// TestWritten holds how what PDFium has for characters is written.
func TestWritten(t *testing.T) {
	const text = "a\r\nb\rc\x02d\uFFFEe\x00\x1b\x1c\x1d\x1e\x1f"
	if diff := cmp.Diff("a\nb\ncdefffiflffiffl", written.Replace(text)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
