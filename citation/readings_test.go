package citation

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/internal/tagger"
	"github.com/factcite/factcite/citation/ref"
)

// saysOf is what a reference says, by fields.
func saysOf(r *Reference) map[string]string {
	said := map[string]string{}
	for name := range r.Spans {
		said[name] = r.Text(name)
	}
	return said
}

// TestTwoReadingsOfALine holds from what certainty on the trained reader's reading of a part
// is taken, and what else of it is then.
func TestTwoReadingsOfALine(t *testing.T) {
	for _, test := range []struct {
		name, grammar, trained string
		least                  float64 // the certainty from which the trained reader is followed, 0 if it never is
	}{
		{"another title", "⟨authors:Ana Roe⟩. ⟨title:Felt. Oak⟩. ⟨year:2010⟩", "⟨authors:Ana Roe⟩. Felt. ⟨title:Oak⟩. ⟨year:2010⟩", 0.3},
		{"no pages", "⟨title:Felt⟩. ⟨container:Carts⟩ ⟨pages:4-9⟩. ⟨year:2010⟩", "⟨title:Felt⟩. ⟨container:Carts⟩ 4-9. ⟨year:2010⟩", 0.7},
		{"what the grammar leaves out", "⟨title:Felt⟩. Carts ⟨pages:4-9⟩. ⟨year:2010⟩", "⟨title:Felt⟩. ⟨container:Carts⟩ ⟨pages:4-9⟩. ⟨year:2010⟩", 0.3},
		{"a title with the series", "⟨title:Felt⟩. ⟨series:Cart Notes⟩. ⟨year:2010⟩", "⟨title:Felt. Cart Notes⟩. ⟨year:2010⟩", 0.9},
		{"a title with the authors", "⟨authors:Ana Roe⟩. ⟨title:Felt⟩. ⟨year:2010⟩", "⟨title:Ana Roe. Felt⟩. ⟨year:2010⟩", 0.9},
		{"a container of the place", "⟨title:Felt⟩. ⟨address:Cork⟩. ⟨year:2010⟩", "⟨title:Felt⟩. ⟨container:Cork⟩. ⟨year:2010⟩", 0.9},
		{"no name of a site", "⟨title:Felt⟩. ⟨container:Carts⟩. ⟨url:https://carts.example⟩. ⟨year:2010⟩", "⟨title:Felt⟩. Carts. ⟨url:https://carts.example⟩. ⟨year:2010⟩", 0.9},
		{"no journal with an address", "⟨title:Felt⟩. ⟨container:Carts⟩ ⟨volume:3⟩. ⟨url:https://carts.example⟩. ⟨year:2010⟩", "⟨title:Felt⟩. Carts ⟨volume:3⟩. ⟨url:https://carts.example⟩. ⟨year:2010⟩", 0.7},
		{"a title with its version", "⟨title:Felt⟩ ⟨version:3.1⟩. ⟨year:2010⟩", "⟨title:Felt 3.1⟩. ⟨year:2010⟩", 0},
		{"what is in the series", "⟨title:Felt⟩. Cart Notes, ⟨volume:241⟩. ⟨year:2010⟩", "⟨title:Felt⟩. ⟨series:Cart Notes, 241⟩. ⟨year:2010⟩", 0},
		{"the form of a firm", "⟨title:Felt⟩. ⟨publisher:Wheel Press⟩, Inc. ⟨year:2010⟩", "⟨title:Felt⟩. ⟨publisher:Wheel Press, Inc.⟩ ⟨year:2010⟩", 0.3},
		{"a remark in brackets", "⟨title:Felt [Filt]⟩. ⟨year:2010⟩", "⟨title:Felt⟩ [Filt]. ⟨year:2010⟩", 0},
		{"how much a book has", "⟨title:Felt⟩. ⟨publisher:Wheel Press⟩, ⟨year:2010⟩. 210 p.", "⟨title:Felt⟩. ⟨publisher:Wheel Press⟩, ⟨year:2010⟩. ⟨pages:210⟩ p.", 0.3},
	} {
		content, grammar := stated(test.grammar)
		again, trained := stated(test.trained)
		if content != again {
			t.Fatalf("%s: two lines, %q and %q", test.name, content, again)
		}
		s := phrase.NewText(content)
		for _, sure := range []float64{0.29, 0.31, 0.69, 0.71, 0.89, 0.91, 1} {
			want := saysOf(grammar)
			if test.least > 0 && sure >= test.least {
				want = saysOf(trained)
			}
			certainty := tagger.NewCertainty(map[ref.Span]float64{{0, len(content)}: sure})
			_, fresh := stated(test.grammar)
			got := surer(s, &phrase.Work{Reference: *fresh}, &phrase.Work{Reference: *trained}, certainty)
			if diff := cmp.Diff(want, saysOf(&got)); diff != "" {
				t.Errorf("%s, sure by %v (-want +got):\n%s", test.name, sure, diff)
			}
		}
		s.Release()
	}
}
