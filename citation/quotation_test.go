package citation

import (
	"testing"

	"github.com/factcite/factcite/citation/internal/phrase"
)

// TestOpensWithAuthors holds that a line is one of a list that begins with the whole name
// of a person, perhaps after a number, and has a title and a year.
func TestOpensWithAuthors(t *testing.T) {
	s := phrase.NewText("12. Moss, R. 2007: ‘The rigours of felt’: the quiet authority of carters. Road Science 39.")
	defer s.Release()
	opening, inside := map[string]Span{"authors": {4, 12}, "title": {19, 75}}, map[string]Span{"authors": {40, 60}, "title": {61, 75}}
	moss, title := []Name{{Given: "R.", Family: "Moss"}}, "The rigours of felt"
	for _, test := range []struct {
		listed Reference
		want   bool
	}{
		{Reference{Year: "2007", Authors: moss, Title: title, Spans: opening}, true},
		{Reference{Authors: moss, Title: title, Spans: opening}, false},
		{Reference{Year: "2007", Authors: moss, Title: title, Spans: inside}, false},
		{Reference{Year: "2007", Authors: []Name{{Family: "Moss"}}, Title: title, Spans: opening}, false},
		{Reference{Year: "2007", Authors: []Name{{Given: "r.", Family: "moss"}}, Title: title, Spans: opening}, false},
		{Reference{Year: "2007", Authors: moss, Title: "moss@felt.example wrote", Spans: opening}, false},
		{Reference{Year: "2007", Authors: moss, Title: "Rigours", Spans: opening}, false},
		{Reference{Year: "2007", Title: title, Spans: opening}, false},
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
