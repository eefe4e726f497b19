package citation

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// statedIn is what the spans of a reference hold.
func statedIn(content string, r *Reference) map[string]string {
	values := map[string]string{}
	for field, sp := range r.Spans {
		values[field] = content[sp[0]:sp[1]]
	}
	return values
}

func TestParseOfEntries(t *testing.T) {
	content := `@phdthesis{roe2018, author = {Roe, Ana}, title = "Felt {Rims}", school = {Norrby Tech}, year = 2018}`
	e := Parse(content)
	if len(e.References) != 1 || e.References[0].Type != "phdthesis" || e.References[0].Title != "Felt Rims" || e.References[0].Entry != nil {
		t.Fatalf("got %+v", e.References)
	}
	want := map[string]string{"authors": "Roe, Ana", "title": "Felt {Rims}", "institution": "Norrby Tech", "year": "2018"}
	if diff := cmp.Diff(want, statedIn(content, &e.References[0])); diff != "" {
		t.Error(diff)
	}
	for _, other := range []string{"@roe says a = b", "@article{roe, title = {Felt", "@comment{a = b}"} {
		if _, ok := readEntry(other); ok {
			t.Errorf("%q is read as an entry", other)
		}
	}
}

// A list is written in one style, and an entry in it has none.
func TestParseListWithEntries(t *testing.T) {
	lines := []string{`@misc{roe, title = {Felt}, year = 2018}`, "Roe, A. (2021). Rolling without sound. Journal of Quiet, 12(3), 45–61."}
	for i, e := range ParseList(lines) {
		if diff := cmp.Diff(Parse(lines[i]), e); diff != "" {
			t.Errorf("%q: %s", lines[i], diff)
		}
	}
}

// The pages that a note states with a whole work are those it cites, and not the work's.
func TestPinpointsAreNoPages(t *testing.T) {
	for _, c := range []struct{ note, pages string }{
		{"Roe, Ana (1987). Felt Rims. Oslo: Quiet Press. p. 64.", ""},
		{"Ana Roe, *Felt Rims: A History* (London: Quiet Press, 2010), 12–14.", ""},
		{"Ana Roe, “Felt Rims on Oak,” *Journal of Quiet* 12, no. 3 (2010): 88–112, at 91.", "88–112"},
	} {
		e := Parse(c.note)
		if len(e.References) != 1 || e.References[0].Pages == "" {
			t.Errorf("%q: %+v", c.note, e.References)
			continue
		}
		var b Bibliography
		index := b.Add("1", &e.References[0])
		r := b.At(index).Reference
		if r.Pages != c.pages {
			t.Errorf("%q: pages are %q, not %q", c.note, r.Pages, c.pages)
		}
		if e.References[0].Pages == "" {
			t.Errorf("%q: the reference was changed", c.note)
		}
	}
}
