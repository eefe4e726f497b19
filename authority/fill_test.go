package authority_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/worktest"

	"github.com/factcite/factcite/citation"
	"github.com/google/go-cmp/cmp"
)

// What a reference states of a volume, a number or pages is of the version that is
// filled, or nothing of that version is.
func TestVerifyFillsOneVersion(t *testing.T) {
	cartRecord := record("Felt rims that never wear out", "Ana|Roe; Bo|Lind", "Journal of Machine Learning Research", 2019, citation.Reference{
		Type: citation.Article, Volume: "7", Number: "2", Pages: "101–109", DOI: "10.5555/carts.7", Publisher: "Cart Press"})
	stating := func(change func(*citation.Reference)) citation.Reference {
		r := citation.Reference{Title: "Felt rims that never wear out", Authors: worktest.Names("Ana|Roe; Bo|Lind"), Container: "Journal of Machine Learning Research", Year: "2019"}
		change(&r)
		return r
	}
	tests := []struct {
		why  string
		r    citation.Reference
		want string
	}{
		{"nothing of a place", stating(func(r *citation.Reference) {}), "agree; fill publisher volume number pages doi"},
		{"its volume", stating(func(r *citation.Reference) { r.Volume = "Vol. 07" }), "agree; fill publisher number pages doi"},
		{"another volume", stating(func(r *citation.Reference) { r.Volume = "99" }), "agree"},
		{"another number", stating(func(r *citation.Reference) { r.Number = "3" }), "agree"},
		{"other pages", stating(func(r *citation.Reference) { r.Pages = "201–209" }), "agree"},
		{"abbreviated pages", stating(func(r *citation.Reference) { r.Pages = "101-9" }), "agree; fill publisher volume number doi"},
		{"the first page", stating(func(r *citation.Reference) { r.Pages = "101" }), "agree; fill publisher volume number doi"},
		{"another venue, the year derived from it", stating(func(r *citation.Reference) {
			r.Container, r.Year = "Nature", ""
			r.Derived = map[string]citation.Derived{"year": {Value: "2018"}}
		}), "contradicted; container is Journal of Machine Learning Research; fill year"},
		{"another venue without a year", stating(func(r *citation.Reference) { r.Container, r.Year = "Nature", "" }),
			"contradicted; container is Journal of Machine Learning Research"},
	}
	for _, test := range tests {
		answer := authority.Verify(context.Background(), []authority.Authority{newMemory("carts", cartRecord)}, &test.r, nil)
		if diff := cmp.Diff(test.want, outline(&answer)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.why, diff)
		}
	}
}

// Whatever order conflicting records are found in, the answer is one, and what they
// disagree on is not filled.
func TestVerifyIsIndependentOfOrder(t *testing.T) {
	var works []*authority.Work
	for i, place := range []citation.Reference{
		{Volume: "7", Number: "2", Pages: "11–19", DOI: "10.5555/carts.7"},
		{Volume: "7", Number: "2", Pages: "31–39", DOI: "10.5555/carts.8"},
		{Volume: "7", Pages: "11-9", Publisher: "Cart Press"},
	} {
		place.Type = citation.Article
		w := record("Felt rims that never wear out", "Ana|Roe", "Journal of Carts", 2019, place)
		w.Origin = authority.Origin{Source: "bib", Key: fmt.Sprintf("roe%d", i%2)}
		works = append(works, w)
	}
	r := citation.Reference{Title: "Felt rims that never wear out", Authors: worktest.Names("Ana|Roe")}
	var first authority.Answer
	for i, order := range [][]int{{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}} {
		ordered := newMemory("carts", works[order[0]], works[order[1]], works[order[2]])
		answer := authority.Verify(context.Background(), []authority.Authority{ordered}, &r, nil)
		if i == 0 {
			first = answer
		}
		if diff := cmp.Diff(first, answer); diff != "" {
			t.Errorf("order %v (-first +this)\n%s", order, diff)
		}
		for _, field := range []string{"pages", "doi"} {
			if slices.Contains(answer.Fillable, field) {
				t.Errorf("%s is filled, on which the records disagree: %v", field, answer.Fillable)
			}
		}
		if !slices.Contains(answer.Fillable, "volume") {
			t.Errorf("the volume is not filled, on which the records agree: %v", answer.Fillable)
		}
	}
}

// A record that lacks a field takes it from another one only if that is of the same
// place.
func TestMergedRecordIsOfOnePlace(t *testing.T) {
	article := func(place citation.Reference) *authority.Work {
		place.Type = citation.Article
		return record("Felt rims that never wear out", "Ana|Roe", "Journal of Carts", 2019, place)
	}
	works := []*authority.Work{article(citation.Reference{Volume: "7", DOI: "10.5555/carts.7"}), article(citation.Reference{Volume: "8", Number: "4"}), article(citation.Reference{Volume: "07", Pages: "11"})}
	for i := range works {
		works[i].Origin.Key = fmt.Sprint(i)
	}
	r := citation.Reference{Title: "Felt rims that never wear out", Authors: worktest.Names("Ana|Roe")}
	answer := authority.Verify(context.Background(), []authority.Authority{newMemory("carts", works...)}, &r, nil)
	if got := answer.Work.Record; got.Volume != "7" || got.Number != "" || got.Pages != "11" || got.DOI != "10.5555/carts.7" {
		t.Errorf("volume %q, number %q, pages %q, DOI %q; want what the first and the last record state", got.Volume, got.Number, got.Pages, got.DOI)
	}
}

// What is filled comes from the record that states it, not from the one that others complete.
func TestFilledFieldsNameTheirRecord(t *testing.T) {
	published := record("Felt rims that never wear out", "Ana|Roe", "Journal of Carts", 2019, citation.Reference{Type: citation.Article, Volume: "7"})
	published.Origin = authority.Origin{Source: "crossref", Date: "2026-09"}
	preprint := record("Felt rims that never wear out", "Ana|Roe", "", 2018, citation.Reference{ArXiv: "1812.04321"})
	preprint.Status, preprint.Origin = authority.Preprint, authority.Origin{Source: "arxiv"}
	catalogue := authority.NewCatalogue(newMemory("carts", published, preprint))
	var b citation.Bibliography
	b.Add("a1", &citation.Reference{Type: citation.Article, Title: "Felt rims that never wear out", Authors: worktest.Names("Ana|Roe"), Container: "Journal of Carts", Year: "2019"})
	var written strings.Builder
	err := b.Write(&written, &citation.WriteOptions{Complete: func(p *citation.Publication) { catalogue.Fill(t.Context(), p) }})
	if want := "x-filled = {volume: crossref 2026-09; eprint: arxiv}"; err != nil || !strings.Contains(written.String(), want) {
		t.Errorf("%s has not %q, %v", written.String(), want, err)
	}
}

func TestVerifyBodies(t *testing.T) {
	persons := record("Felt rims that never wear out", "Ana|Roe; Bo|LeCun", "Journal of Carts", 2019, citation.Reference{Type: citation.Article})
	for author, want := range map[string]string{
		"OpenAI": "agree", "DeepMind": "agree", "NVIDIA": "agree", "Google": "agree", "Consortium": "agree",
		"LeCun": "agree", "Roe": "agree",
		"Falk":     "contradicted; authors is Ana Roe, Bo LeCun",
		"McDonald": "contradicted; authors is Ana Roe, Bo LeCun",
		"Ben-Nun":  "contradicted; authors is Ana Roe, Bo LeCun",
	} {
		r := citation.Reference{Title: "Felt rims that never wear out", Authors: []citation.Name{{Family: author}}, Container: "Journal of Carts", Year: "2019"}
		answer := authority.Verify(context.Background(), []authority.Authority{newMemory("carts", persons)}, &r, nil)
		if got := outline(&answer); got != want {
			t.Errorf("%s: %s, want %s", author, got, want)
		}
	}
}

// The title of a preprint says nothing about that of what was published of it.
func TestVerifyDOIOfPreprint(t *testing.T) {
	preprint := record("Checking the rims of carts", "Ana|Roe; Bo|Lind", "", 2019, citation.Reference{ArXiv: "1905.01234", DOI: "10.5555/carts.7"})
	preprint.Status = authority.Published
	for why, test := range map[string]struct {
		r    citation.Reference
		want string
	}{
		"another title":              {citation.Reference{Title: "Felt under iron", Authors: worktest.Names("Ana|Roe; Bo|Lind")}, "agree"},
		"another title, no authors":  {citation.Reference{Title: "Felt under iron"}, "agree"},
		"an author more":             {citation.Reference{Title: "Felt under iron", Authors: worktest.Names("Ana|Roe; Bo|Lind; Cy|Moe")}, "agree"},
		"other authors, other title": {citation.Reference{Title: "Felt under iron", Authors: worktest.Names("Cy|Moe")}, `contradicted; doi is "Checking the rims of carts" by Ana Roe and Bo Lind (2019)`},
	} {
		test.r.DOI, test.r.Container, test.r.Year = "10.5555/carts.7", "Journal of Carts", "2020"
		answer := authority.Verify(context.Background(), []authority.Authority{newMemory("preprints", preprint)}, &test.r, nil)
		if diff := cmp.Diff(test.want, outline(&answer)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", why, diff)
		}
	}
}

func TestDifferenceIsBounded(t *testing.T) {
	long := "Felt rims " + strings.Repeat("and ever longer titles of carts ", 400)
	giant := record(long, "Ana|Roe", "Journal of Carts", 2019, citation.Reference{Type: citation.Article, DOI: "10.5555/carts.7"})
	for _, r := range []citation.Reference{
		{Title: "Iron tyres on marble stairs", Authors: worktest.Names("Cy|Moe"), DOI: "10.5555/carts.7"},
		{Title: "Iron tyres on marble stairs", Authors: worktest.Names("Ana|Roe"), DOI: "10.5555/carts.7"},
	} {
		answer := authority.Verify(context.Background(), []authority.Authority{newMemory("carts", giant)}, &r, nil)
		if len(answer.Differences) == 0 {
			t.Fatalf("%+v: nothing differs", r)
		}
		for _, d := range answer.Differences {
			if n := len([]rune(d.Known)); n > 300 {
				t.Errorf("%s: what is known has %d code points, want at most 300", d.Field, n)
			}
		}
	}
}
