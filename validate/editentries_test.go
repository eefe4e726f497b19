package validate

import (
	"fmt"
	"strings"
	"testing"

	"github.com/factcite/factcite/citation"
)

// TestEditEntries holds that edits of a .bib give what the works that are left give.
func TestEditEntries(t *testing.T) {
	entry := func(i int) string {
		var b citation.Bibliography
		b.Add("f", &citation.Reference{Type: "article", Title: fmt.Sprintf("Felt rims of kind %d", i), Year: "2019"})
		var text strings.Builder
		if err := b.Works()[0].Write(&text, nil); err != nil {
			t.Fatal(err)
		}
		return text.String()
	}
	edit := func(at int, was, is string) entryEdit {
		e := entryEdit{at: at}
		if was != "" {
			e.was = []byte(was)
		}
		if is != "" {
			e.is = []byte(is)
		}
		return e
	}
	a, b, c, d := entry(1), entry(2), entry(3), entry(4)
	for _, test := range []struct {
		name    string
		entries int
		edits   []entryEdit
		want    string // empty if it is refused
	}{
		{name: "none", entries: 3, want: a + b + c},
		{name: "first goes", entries: 3, edits: []entryEdit{edit(0, a, "")}, want: b + c},
		{name: "last is another", entries: 3, edits: []entryEdit{edit(2, c, d)}, want: a + b + d},
		{name: "comes at the end", entries: 3, edits: []entryEdit{edit(3, "", d)}, want: a + b + c + d},
		{name: "comes before one that goes", entries: 3, edits: []entryEdit{edit(1, "", d), edit(1, b, "")}, want: a + d + c},
		{name: "all go", entries: 3, edits: []entryEdit{edit(0, a, ""), edit(1, b, ""), edit(2, c, d)}, want: d},
		{name: "another entry", entries: 3, edits: []entryEdit{edit(1, c, "")}},
		{name: "fewer entries", entries: 4},
		{name: "more entries", entries: 2},
	} {
		var out strings.Builder
		err := editEntries(&out, strings.NewReader(a+b+c), test.entries, test.edits)
		if (err == nil) != (test.want != "") || err == nil && out.String() != test.want {
			t.Errorf("%s: error %v, and it writes\n%s", test.name, err, out.String())
		}
	}
}
