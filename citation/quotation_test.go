package citation

import (
	"testing"

	"github.com/factcite/factcite/citation/internal/phrase"
)

// TestOpensWithAuthors holds that a line that begins with its authors, and has a year, is
// one of a list, whatever is quoted in its title, unless that is read with much doubt.
func TestOpensWithAuthors(t *testing.T) {
	s := phrase.NewText("Moss, R. 2007: ‘The rigours of felt’: the quiet authority of carters. Road Science 39.")
	defer s.Release()
	opening, inside := map[string]Span{"authors": {0, 8}}, map[string]Span{"authors": {18, 30}}
	for _, test := range []struct {
		listed Reference
		want   bool
	}{
		{Reference{Year: "2007", Confidence: 0.5, Spans: opening}, true},
		{Reference{Year: "2007", Confidence: 0.3, Spans: opening}, false},
		{Reference{Confidence: 0.5, Spans: opening}, false},
		{Reference{Year: "2007", Confidence: 0.5, Spans: inside}, false},
		{Reference{Year: "2007", Confidence: 0.5}, false},
	} {
		if got := opensWithAuthors(s, &test.listed); got != test.want {
			t.Errorf("%+v: %t", test.listed, got)
		}
	}
}

// TestStoriesAreNoNames holds that a word in small letters that is no part of a name makes
// a text none of a list, and that one does not which is a name whose blank is lost.
func TestStoriesAreNoNames(t *testing.T) {
	for _, test := range []struct {
		name Name
		want bool
	}{
		{Name{Given: "Dr", Family: "Fenwick circulated"}, true},
		{Name{Given: "P.", Family: "deForcrand"}, false},
		{Name{Given: "K.", Family: "andHaglin"}, false},
		{Name{Given: "J.", Family: "van der Berg"}, false},
	} {
		if got := tellStory([]Name{test.name}); got != test.want {
			t.Errorf("%v: %t", test.name, got)
		}
	}
}
