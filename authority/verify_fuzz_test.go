package authority_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/worktest"

	"github.com/factcite/factcite/citation"
)

// FuzzVerify looks up what a .bib states among works of the same .bib: nothing
// panics, a work never contradicts itself, and nothing that is stated is filled.
func FuzzVerify(f *testing.F) {
	f.Add("Felt rims", "Lind, Ada and Berg, Bo", "Proc. of the 3rd ICML Workshop", "2021", "10.5555/1", "Felt rims: a survey", "Ada Lind and others", "ICML 2021", "2020", "10.5555/1")
	f.Add("Introduction", "{Cart Group}", "arXiv", "n.d.", "", "introduction.", "王小明", "Nature", "2021/22", "10.48550/arXiv.2101.00001")
	f.Add("CartNet v2", "", "", "", "", "CartNet v3", "O'Neil, J", "@", "-1", "x")
	f.Fuzz(func(t *testing.T, title, authors, venue, year, doi, otherTitle, otherAuthors, otherVenue, otherYear, otherDOI string) {
		if max(len(title), len(authors), len(venue), len(otherTitle), len(otherAuthors), len(otherVenue)) > 2000 {
			return
		}
		entry := "@article{%s, title={%s}, author={%s}, journal={%s}, year={%s}, doi={%s}}\n"
		works := readBib([]byte(fmt.Sprintf(entry, "a", title, authors, venue, year, doi) + fmt.Sprintf(entry, "b", otherTitle, otherAuthors, otherVenue, otherYear, otherDOI)))
		for i, w := range works {
			r := w.Record
			for _, complete := range []bool{false, true} {
				opts := &authority.VerifyOptions{CompleteAuthors: complete}
				alone := authority.Verify(context.Background(), []authority.Authority{newMemory("one", w)}, &r, opts)
				if alone.Verdict == authority.Contradicted {
					t.Errorf("entry %d contradicts itself: %v", i, alone.Differences)
				}
				both := authority.Verify(context.Background(), []authority.Authority{newMemory("all", works...)}, &r, opts)
				for _, answer := range []authority.Answer{alone, both} {
					if slices.ContainsFunc(answer.Fillable, func(field string) bool { return r.Text(field) != "" }) {
						t.Errorf("of %v, %v would be filled", r, answer.Fillable)
					}
					if (answer.Verdict == authority.Contradicted) != (len(answer.Differences) > 0) || answer.Verdict == authority.Agree && answer.Work == nil {
						t.Errorf("%+v", answer)
					}
				}
			}
		}
	})
}

// BenchmarkVerify measures one comparison: an entry of a .bib against a record
// that contradicts part of it, and against ten others with titles of like words.
func BenchmarkVerify(b *testing.B) {
	r := citation.Reference{Type: citation.InProceedings, Title: "{F}elt rims for quiet carts on gravel", Authors: worktest.Names(carters), Container: "NeurIPS", Year: "2021", DOI: "10.5555/icml.1"}
	one := record("Felt Rims for Quiet Carts on Gravel", carters, "International Conference on Machine Learning, ICML 2021, 18-24 July 2021, Virtual Event", 2021,
		citation.Reference{Type: citation.InProceedings, DOI: "10.5555/icml.1"})
	works := []*authority.Work{one}
	for n := range 10 {
		works = append(works, record(fmt.Sprintf("Felt hats for quiet horses, number %d", n), "Max|Mohr; Nell|Noer", "Journal of Machine Learning Research", 2010+n, citation.Reference{}))
	}
	for _, bench := range []struct {
		name  string
		works []*authority.Work
	}{{"one", works[:1]}, {"eleven", works}} {
		known := fixed(bench.works)
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				authority.Verify(context.Background(), []authority.Authority{known}, &r, &authority.VerifyOptions{CompleteAuthors: true})
			}
		})
	}
}

// fixed is an authority that always finds the same works.
type fixed []*authority.Work

func (f fixed) Find(context.Context, *authority.Query) ([]*authority.Work, error) { return f, nil }
func (f fixed) Coverage() *authority.Coverage                                     { return nil }
