package citation

import (
	"testing"

	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/internal/tagger"
	"github.com/factcite/factcite/citation/ref"
)

// TestPartsAreReadByTheSurer holds that a line is read part by part: what the trained reader
// is sure of as it does, the other parts as the grammar does.
func TestPartsAreReadByTheSurer(t *testing.T) {
	const line = "Roe, A. Felt. A study of rims. Road Sci 12: 4-9, 2010."
	s := phrase.NewText(line)
	defer s.Release()
	grammar := func() *phrase.Work {
		return &phrase.Work{Reference: Reference{
			Authors: []Name{{Given: "A.", Family: "Roe"}}, Title: "Felt", Publisher: "A study of rims", Volume: "12", Pages: "4-9", Year: "2010",
			Spans: map[string]Span{"authors": {0, 7}, "title": {8, 12}, "publisher": {14, 29}, "volume": {40, 42}, "pages": {44, 47}, "year": {49, 53}},
		}}
	}
	trained := phrase.Work{Reference: Reference{
		Authors: []Name{{Given: "A.", Family: "Roe"}}, Title: "Felt. A study of rims", Container: "Road Sci", Volume: "12", Year: "2010", Confidence: 0.5,
		Spans: map[string]Span{"authors": {0, 7}, "title": {8, 29}, "container": {31, 39}, "volume": {40, 42}, "year": {49, 53}},
	}}
	for _, test := range []struct {
		name                    string
		title, container, pages float64 // how sure the trained reader is of these words
		want                    [4]string
	}{
		{"all of it", 0.9, 0.9, 0.9, [4]string{"Felt. A study of rims", "", "Road Sci", ""}},
		{"not of the pages", 0.9, 0.9, 0.6, [4]string{"Felt. A study of rims", "", "Road Sci", "4-9"}},
		{"not of the title", 0.2, 0.9, 0.9, [4]string{"Felt", "A study of rims", "Road Sci", ""}},
		{"of nothing", 0.2, 0.2, 0.2, [4]string{"Felt", "A study of rims", "", "4-9"}},
	} {
		sure := tagger.NewCertainty(map[ref.Span]float64{{8, 29}: test.title, {31, 39}: test.container, {44, 47}: test.pages})
		r := surer(s, grammar(), &trained, sure)
		if got := [4]string{r.Title, r.Publisher, r.Container, r.Pages}; got != test.want {
			t.Errorf("sure %s: %q, want %q", test.name, got, test.want)
		}
	}
}

// TestAPlaceAloneIsLeftToTheGrammar holds that a name alone after the title is the publisher
// that the grammar takes it for, where the trained reader is not very sure that it is a place.
func TestAPlaceAloneIsLeftToTheGrammar(t *testing.T) {
	const line = "Roe, A. Felt rims. Hackford, 2010."
	s := phrase.NewText(line)
	defer s.Release()
	work := func(house ref.Field) *phrase.Work {
		r := Reference{Authors: []Name{{Given: "A.", Family: "Roe"}}, Title: "Felt rims", Year: "2010", Spans: map[string]Span{"authors": {0, 7}, "title": {8, 17}, string(house): {19, 27}, "year": {29, 33}}}
		*r.Value(house) = "Hackford"
		return &phrase.Work{Reference: r}
	}
	for sure, want := range map[float64]string{0.8: "Hackford", 0.95: ""} {
		r := surer(s, work(ref.FieldPublisher), work(ref.FieldAddress), tagger.NewCertainty(map[ref.Span]float64{{19, 27}: sure}))
		if r.Publisher != want {
			t.Errorf("sure %.2f: %q, want %q", sure, r.Publisher, want)
		}
	}
}
