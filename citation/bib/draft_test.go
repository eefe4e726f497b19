package bib

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestDraft holds how an entry is written, and that what BibTeX would not read as it is meant
// is refused.
func TestDraft(t *testing.T) {
	title := DraftField{Name: "title", Value: "{F}elt \\& rims"}
	for _, test := range []struct {
		draft Draft
		want  string // the entry, or what the error says
	}{
		{Draft{Type: "misc", Key: "roe"}, "@misc{roe\n}\n\n"},
		{Draft{Type: "article", Key: "roe:1", Fields: []DraftField{title, {Name: "month", Value: "jan", IsMacro: true}, {Name: "note"}}},
			"@article{roe:1,\n  title = {{F}elt \\& rims},\n  month = jan,\n  note = {}\n}\n\n"},
		{Draft{Type: "misc", Key: "roe 1"}, `citation key "roe 1": BibTeX cannot read it`},
		{Draft{Type: "misc"}, `citation key ""`},
		{Draft{Type: "misc", Key: "roe", Fields: []DraftField{{Name: "title", Value: "{Felt"}}}, `entry roe: field title has unbalanced braces or a control character: "{Felt"`},
		{Draft{Type: "misc", Key: "roe", Fields: []DraftField{title, {Name: "note", Value: "Felt}{"}}}, "field note has unbalanced braces"},
		{Draft{Type: "misc", Key: "roe", Fields: []DraftField{{Name: "title", Value: "Felt\nrims"}}}, "control character"},
		{Draft{Type: "misc", Key: "roe", Fields: []DraftField{{Name: "title", Value: "Felt\x7frims"}}}, "control character"},
		{Draft{Type: "misc", Key: "roe", Fields: []DraftField{{Name: "month", Value: "jan feb", IsMacro: true}}}, "entry roe does not read back"},
		{Draft{Type: "misc", Key: "roe", Fields: []DraftField{{Name: "month", Value: "jan, note = feb", IsMacro: true}}}, "with 2 of 1 fields"},
		{Draft{Type: "misc", Key: "roe", Fields: []DraftField{{Name: "a title", Value: "Felt"}}}, "does not read back"},
		{Draft{Type: "misc", Key: "roe", Fields: []DraftField{{Name: "month", Value: "jan ", IsMacro: true}}}, "field month does not read back"},
		{Draft{Type: "string", Key: "roe"}, "does not read back"},
		{Draft{Type: "comment", Key: "roe"}, "does not read back"},
		{Draft{Type: "misc ", Key: "roe"}, "does not read back"},
	} {
		for range 2 { // a draft may be written again
			text, err := test.draft.AppendTo([]byte("% before\n"))
			if err != nil {
				if !strings.Contains(err.Error(), test.want) {
					t.Errorf("%+v: %v, want %s", test.draft, err, test.want)
				}
			} else if diff := cmp.Diff("% before\n"+test.want, string(text)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		}
	}
}

func TestIsKey(t *testing.T) {
	for key, want := range map[string]bool{
		"moss2019": true, "a:b.c-d/e+f": true, "größe": true, "a!b": true,
		"": false, "a b": false, "a\tb": false, "a\x7fb": false, `a"b`: false, "a#b": false, "a%b": false, "a'b": false, "(a": false, "a)": false,
		"a,b": false, "a=b": false, "{a": false, "a}": false, "a~b": false, `a\b`: false,
	} {
		if got := IsKey(key); got != want {
			t.Errorf("%q is a key: %t", key, got)
		}
	}
}
