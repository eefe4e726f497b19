package citation

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation/ref"
)

// TestValuesOfMergedWorks holds what a work has whose references state a field in two ways,
// the first reference first.
func TestValuesOfMergedWorks(t *testing.T) {
	base := func(change func(*Reference)) Reference {
		r := Reference{Type: Article, Title: "Felt rims and quiet carts", Authors: []Name{{Family: "Roe", Given: "Ana"}, {Family: "Lind", Given: "Bo"}}, Container: "Carts", Year: "2019", DOI: "10.5555/rims"}
		change(&r)
		return r
	}
	same := func(*Reference) {}
	for _, test := range []struct {
		name          string
		first, second func(*Reference)
		want          func(*Reference)
		conflicts     []string
	}{
		{"the same twice", same, same, same, nil},
		{"more given names", func(r *Reference) { r.Authors[0].Given, r.Authors[1].Given = "A.", "B." }, same, same, nil},
		{"fewer given names", same, func(r *Reference) { r.Authors[0].Given, r.Authors[1].Given = "A.", "B." }, same, nil},
		{"more authors", func(r *Reference) { r.Authors, r.EtAl = r.Authors[:1], true }, same, same, nil},
		{"fewer authors", same, func(r *Reference) { r.Authors, r.EtAl = r.Authors[:1], true }, same, nil},
		{"no authors first", func(r *Reference) { r.Authors = nil }, same, same, nil},
		{"no authors after", same, func(r *Reference) { r.Authors = nil }, same, nil},
		{"et al. twice", func(r *Reference) { r.Authors, r.EtAl = r.Authors[:1], true }, func(r *Reference) { r.Authors, r.EtAl = r.Authors[:1], true }, func(r *Reference) { r.Authors, r.EtAl = r.Authors[:1], true }, nil},
		{"a month", same, func(r *Reference) { r.Month = 5 }, func(r *Reference) { r.Month = 5 }, nil},
		{"two months", func(r *Reference) { r.Month = 4 }, func(r *Reference) { r.Month = 5 }, func(r *Reference) { r.Month = 4 }, nil},
		{"pages", same, func(r *Reference) { r.Pages = "1–9" }, func(r *Reference) { r.Pages = "1–9" }, nil},
		{"two kinds of pages", func(r *Reference) { r.Pages = "1–9" }, func(r *Reference) { r.Pages = "11–19" }, func(r *Reference) { r.Pages = "1–9" }, []string{"pages: 1–9 of fact-0, 11–19 of fact-1"}},
		{"editors", same, func(r *Reference) { r.Editors = []Name{{Family: "Falk"}} }, func(r *Reference) { r.Editors = []Name{{Family: "Falk"}} }, nil},
		{"a kind", same, func(r *Reference) { r.Kind = ref.Software }, func(r *Reference) { r.Kind = ref.Software }, nil},
		{"two kinds", func(r *Reference) { r.Kind = ref.Standard }, func(r *Reference) { r.Kind = ref.Software }, func(r *Reference) { r.Kind = ref.Standard }, nil},
		{"a type", func(r *Reference) { r.Type, r.Container = Misc, "" }, same, same, nil},
		{"a preprint once", func(r *Reference) { r.Preprint = true }, same, same, nil},
		{"a preprint twice", func(r *Reference) { r.Preprint = true }, func(r *Reference) { r.Preprint = true }, func(r *Reference) { r.Preprint = true }, nil},
		{"less sure, then surer", func(r *Reference) { r.Confidence = 0.3 }, func(r *Reference) { r.Confidence = 0.6 }, func(r *Reference) { r.Confidence = 0.6 }, nil},
		{"surer, then less sure", func(r *Reference) { r.Confidence = 0.6 }, func(r *Reference) { r.Confidence = 0.3 }, func(r *Reference) { r.Confidence = 0.6 }, nil},
		{"sure, then read by the grammar", func(r *Reference) { r.Confidence = 0.6 }, same, same, nil},
		{"doubted twice", func(r *Reference) { r.Doubtful = []ref.Field{"year"} }, func(r *Reference) { r.Doubtful = []ref.Field{"year"} }, func(r *Reference) { r.Doubtful = []ref.Field{"year"} }, nil},
		{"doubted first", func(r *Reference) { r.Doubtful = []ref.Field{"year"} }, same, same, nil},
		{"doubted after", same, func(r *Reference) { r.Doubtful = []ref.Field{"year"} }, same, nil},
		{"filled by what is doubted", same, func(r *Reference) { r.Pages, r.Doubtful = "1–9", []ref.Field{"pages"} }, func(r *Reference) { r.Pages, r.Doubtful = "1–9", []ref.Field{"pages"} }, nil},
	} {
		var b Bibliography
		for i, change := range []func(*Reference){test.first, test.second} {
			r := base(change)
			b.Add(fmt.Sprint("fact-", i), &r)
		}
		works := b.Works()
		if len(works) != 1 {
			t.Errorf("%s: %d works", test.name, len(works))
			continue
		}
		if diff := cmp.Diff(base(test.want), works[0].Reference); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
		var conflicts []string
		for _, c := range works[0].Conflicts {
			conflicts = append(conflicts, fmt.Sprintf("%s: %s of %s, %s of %s", c.Field, c.Kept, c.KeptFact, c.Other, c.OtherFact))
		}
		if diff := cmp.Diff(test.conflicts, conflicts); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}
