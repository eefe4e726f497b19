package bibref

import (
	"os"
	"testing"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/ref"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// Every entry of a chain of entries that inherit from each other costs the same.
func TestReferenceBounded(t *testing.T) {
	text := []byte("@misc{k0, year = 2001}\n")
	for range 200 {
		text = append(text, "@misc{a, xdata = {a,b,c}, crossref = {b}}@misc{b, xdata = {c,a,d}}@misc{c, xdata = {a,b,c,d}}@misc{d, xdata={a}, title = {T}}"...)
	}
	f := bib.Read("", text)
	for i := range f.Entries {
		if r, _ := Reference(f, &f.Entries[i]); i > 0 && r.Title != "T" {
			t.Fatalf("entry %d inherits the title %q", i, r.Title)
		}
	}
}

func TestReference(t *testing.T) {
	type want struct {
		Reference ref.Reference
		Judged    bool
	}
	tests := []struct {
		name, text string
		want       want
	}{
		{
			"classic article",
			`@article{k, author = "von Last, Jr, First and {Gemini Team} and Ludwig van Beethoven and others",
			   title = {Deep {T}hings}, journal = {Journal of Carts}, year = 2024, month = "10~" # jan, pages = {104--121}, volume = 3, number = {2}}`,
			want{ref.Reference{
				Type:    ref.Article,
				Title:   "Deep Things",
				Authors: []ref.Name{{Given: "First", Particle: "von", Family: "Last", Suffix: "Jr"}, {Literal: "Gemini Team"}, {Given: "Ludwig", Particle: "van", Family: "Beethoven"}},
				EtAl:    true, Container: "Journal of Carts", Year: "2024", Month: 1, Day: "10", Pages: "104–121", Volume: "3", Number: "2",
			}, true},
		},
		{
			"biblatex fields",
			`@article{k, title = {Rims}, subtitle = {A Study}, journaltitle = {Journal of Carts}, date = {2023-05-06/2023-06}, eprint = {2305.00001}, eprinttype = {arxiv}, eprintclass = {cs.CL}, location = {Bern}}`,
			want{ref.Reference{Type: ref.Article, Title: "Rims: A Study", Container: "Journal of Carts", Year: "2023", Month: 5, Day: "6", ArXiv: "2305.00001", Address: "Bern"}, true},
		},
		{
			"journal that says arXiv",
			`@article{k, title = {T}, journal = {arXiv preprint arXiv:2402.10379}, year = {2024}}`,
			want{ref.Reference{Type: ref.Article, Title: "T", Year: "2024", ArXiv: "2402.10379", Preprint: true}, true},
		},
		{
			"CoRR with abs",
			`@article{k, title = {T}, journal = {CoRR}, volume = {abs/1706.03762}}`,
			want{ref.Reference{Type: ref.Article, Title: "T", ArXiv: "1706.03762", Preprint: true}, true},
		},
		{
			"arXiv DOI with a venue",
			`@inproceedings{k, title = {T}, booktitle = {Workshop on Carts}, doi = {https://doi.org/10.48550/arXiv.1706.03762}}`,
			want{ref.Reference{Type: ref.InProceedings, Title: "T", Container: "Workshop on Carts", ArXiv: "1706.03762"}, true},
		},
		{
			"arXiv URL",
			`@misc{k, title = {T}, url = {https://arxiv.org/abs/2402.10379}}`,
			want{ref.Reference{Type: ref.Misc, Title: "T", ArXiv: "2402.10379", URL: "https://arxiv.org/abs/2402.10379", Preprint: true}, true},
		},
		{
			"old arXiv ID",
			`@misc{k, title = {T}, eprint = {hep-th/9901001}, archivePrefix = {arXiv}}`,
			want{ref.Reference{Type: ref.Misc, Title: "T", ArXiv: "hep-th/9901001"}, true},
		},
		{
			"a journal named for an archive is a journal",
			`@article{k, title = {T}, journal = {Archives of Carts and arXival Studies}}`,
			want{ref.Reference{Type: ref.Article, Title: "T", Container: "Archives of Carts and arXival Studies"}, true},
		},
		{
			"page on the web",
			`@misc{k, title = {T}, howpublished = {\url{https://example.org/a_b} (accessed 5 May 2020)}}`,
			want{ref.Reference{Type: ref.Misc, Title: "T", URL: "https://example.org/a_b"}, true},
		},
		{
			"online",
			`@online{k, title = {T}, url = {https://example.org/}, urldate = {2020-01-02}, year = 2019, month = sept}`,
			want{ref.Reference{Type: ref.Misc, Title: "T", URL: "https://example.org/", URLDate: "2020-01-02", Year: "2019"}, true},
		},
		{
			"addresses are not LaTeX",
			`@misc{k, title = {Rims -- a study}, doi = {10.1002/(SICI)1--X\_2}, url = {\url{https://example.org/~ada/a--b\_c}}}`,
			want{ref.Reference{Type: ref.Misc, Title: "Rims – a study", DOI: "10.1002/(SICI)1--X_2", URL: "https://example.org/~ada/a--b_c"}, true},
		},
		{
			"arXiv ID of the old form in howpublished",
			`@misc{k, title = {T}, howpublished = {arXiv:hep-th/9901001}}`,
			want{ref.Reference{Type: ref.Misc, Title: "T", ArXiv: "hep-th/9901001", Preprint: true}, true},
		},
		{
			"a venue of a misc entry",
			`@misc{k, title = {T}, howpublished = {Blog of Carts, \url{https://example.org/} [accessed: 2020-01-01]}}`,
			want{ref.Reference{Type: ref.Misc, Title: "T", Container: "Blog of Carts", URL: "https://example.org/"}, true},
		},
		{
			"theses and reports",
			`@thesis{k, type = {mathesis}, title = {T}, institution = {University of Bern}, author = {Ferrum, Ada}}`,
			want{ref.Reference{Type: ref.MastersThesis, Title: "T", Institution: "University of Bern", Authors: []ref.Name{{Given: "Ada", Family: "Ferrum"}}}, true},
		},
		{
			"a type that gap rules leave alone",
			`@dataset{k, title = {T}, publisher = {Zenodo}}`,
			want{ref.Reference{Type: ref.Misc, Kind: ref.Dataset, Title: "T", Publisher: "Zenodo"}, false},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := bib.Read("test.bib", []byte(test.text))
			if len(f.Entries) != 1 {
				t.Fatalf("%d entries: %v", len(f.Entries), f.Errors)
			}
			var got want
			got.Reference, got.Judged = Reference(f, &f.Entries[0])
			if diff := cmp.Diff(test.want, got, cmpopts.IgnoreFields(ref.Reference{}, "Entry")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestReferenceInherits(t *testing.T) {
	text, err := os.ReadFile("../../bib/testdata/bib/inherit.bib")
	if err != nil {
		t.Fatal(err)
	}
	f := bib.Read("inherit.bib", text)
	want := map[string]ref.Reference{
		"child": {Type: ref.InProceedings, Title: "A Chapter of Rims", Authors: []ref.Name{{Given: "Bo", Family: "Stahl"}}, Editors: []ref.Name{{Given: "Ada", Family: "Ferrum"}},
			Container: "Proceedings of the Tenth Workshop on Carts", Publisher: "Example Press", Year: "1998", Pages: "3–9"},
		"own": {Type: ref.InProceedings, Title: "Own Values", Authors: []ref.Name{{Given: "Ada", Family: "Ferrum"}}, Editors: []ref.Name{{Given: "Ada", Family: "Ferrum"}},
			Container: "Own Book", Publisher: "Example Press", Year: "2001"},
		"chapter": {Type: ref.InCollection, Title: "Part", Authors: []ref.Name{{Given: "Cy", Family: "Aurum"}}, Container: "The Whole: In Parts",
			Publisher: "Example Press", Address: "Bern and Basel", Year: "1980–1984"},
		"loop-a": {Type: ref.Misc, Title: "A", Year: "1990"},
		"orphan": {Type: ref.Misc, Title: "B"},
	}
	for key, want := range want {
		got, _ := Reference(f, f.Entry(key))
		if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(ref.Reference{}, "Entry")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", key, diff)
		}
	}
}
