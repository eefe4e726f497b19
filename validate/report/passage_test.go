package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/validate"
)

// TestFactsBesidePassages holds how a fact and the passage of its source are shown beside each
// other: what differs is marked, and of a long text there is what is about the first mark.
func TestFactsBesidePassages(t *testing.T) {
	long := strings.Repeat("é ", 300)
	for _, test := range []struct {
		name          string
		fact, passage string
		marked, found [][2]int
		place         validate.Passage
		color         bool
		want          string
	}{
		{name: "marks", fact: "It was 28 dB.", passage: "A level of\n 31 dB.", marked: [][2]int{{7, 12}}, found: [][2]int{{12, 17}}, place: validate.Passage{Path: "a.txt", Span: [2]int{3, 21}},
			want: "    fact: It was [-28 dB-].\n    text: A level of {+31 dB+}. (a.txt, bytes 3 to 21)\n"},
		{name: "in colour, in a record", fact: "28", passage: "31", marked: [][2]int{{0, 2}}, found: [][2]int{{0, 2}}, place: validate.Passage{Path: "a.jsonl", Pointer: "/facts/0", Span: [2]int{0, 2}}, color: true,
			want: "    fact: \x1b[31m[-28-]\x1b[0m\n    text: \x1b[32m{+31+}\x1b[0m (a.jsonl/facts/0, bytes 0 to 2)\n"},
		{name: "on a page", fact: "28", passage: "31", place: validate.Passage{Path: "a.pdf", Page: 7},
			want: "    fact: 28\n    text: 31 (a.pdf, page 7)\n"},
		{name: "marks in any order, within each other and outside", fact: "abcdef", passage: "x", marked: [][2]int{{4, 5}, {0, 2}, {1, 3}, {5, 9}}, place: validate.Passage{Path: "a"},
			want: "    fact: [-ab-]cd[-e-]f\n    text: x (a, bytes 0 to 0)\n"},
		{name: "what does not print", fact: "a\x1b[0mb ##c", passage: "x", place: validate.Passage{Path: "a\nb"},
			want: "    fact: a\\x1b[0mb #\\x23c\n    text: x (a\\x0ab, bytes 0 to 0)\n"},
		{name: "as long as is shown", fact: strings.Repeat("a", 400), passage: strings.Repeat("b", 401), place: validate.Passage{Path: "a"},
			want: "    fact: " + strings.Repeat("a", 400) + "\n    text: " + strings.Repeat("b", 400) + " … (a, bytes 0 to 0)\n"},
		{name: "long, with a mark in the middle", fact: long + "28" + long, passage: long + "b" + long, marked: [][2]int{{900, 902}}, found: nil, place: validate.Passage{Path: "a"},
			want: "    fact: … " + strings.Repeat("é ", 67) + "[-28-]" + strings.Repeat("é ", 66) + "…\n    text: " + strings.Repeat("é ", 133) + " … (a, bytes 0 to 0)\n"},
	} {
		f := validate.Finding{Rule: "number-not-in-source", Severity: validate.Warning, Message: "m", Path: "f", Line: 1, Sentence: &validate.Marked{Text: test.fact, Marks: test.marked}}
		test.place.Text, test.place.Marks = test.passage, test.found
		f.Passage = &test.place
		_, got, _ := strings.Cut(render(t, "text", newRun([]validate.Finding{f}, nil), &Options{Color: test.color}), "\n")
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}
