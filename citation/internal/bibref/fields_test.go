package bibref

import (
	"maps"
	"testing"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/ref"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func readOne(t *testing.T, text string) (ref.Reference, bool) {
	t.Helper()
	f := bib.Read("test.bib", []byte(text))
	if len(f.Entries) == 0 {
		t.Fatalf("%s has no entry: %v", text, f.Errors)
	}
	return Reference(f, &f.Entries[0])
}

func TestEntryTypes(t *testing.T) {
	type want struct {
		Type   ref.EntryType
		Judged bool
	}
	judged := map[ref.EntryType][]string{
		ref.Article:       {"article"},
		ref.InProceedings: {"inproceedings", "conference"},
		ref.Book:          {"book"},
		ref.InCollection:  {"incollection"},
		ref.PhDThesis:     {"phdthesis", "thesis"},
		ref.MastersThesis: {"mastersthesis"},
		ref.TechReport:    {"techreport", "report"},
		ref.Misc:          {"misc", "online", "electronic", "www"},
	}
	others := map[ref.EntryType][]string{
		ref.Article:      {"suppperiodical", "review"},
		ref.Book:         {"proceedings", "mvproceedings", "mvbook", "collection", "mvcollection", "reference", "mvreference", "booklet"},
		ref.InCollection: {"inbook", "bookinbook", "suppbook", "suppcollection", "inreference"},
		ref.Misc:         {"dataset", "no-such-type"},
	}
	for _, list := range []struct {
		types  map[ref.EntryType][]string
		judged bool
	}{{judged, true}, {others, false}} {
		for kind, names := range list.types {
			for _, name := range names {
				r, judged := readOne(t, "@"+name+"{k, title = {T}}")
				if diff := cmp.Diff(want{kind, list.judged}, want{r.Type, judged}); diff != "" || r.Entry.Judged != judged {
					t.Errorf("@%s, judged %t in its entry (-want +got):\n%s", name, r.Entry.Judged, diff)
				}
			}
		}
	}
}

// The title of what holds other works is the booktitle of those.
func TestContainers(t *testing.T) {
	holds := map[string]bool{
		"book": true, "proceedings": true, "mvproceedings": true, "mvbook": true, "collection": true, "mvcollection": true,
		"reference": true, "mvreference": true, "article": false, "inproceedings": false, "misc": false, "booklet": false,
		"phdthesis": false, "inbook": false, "report": false, "conference": false, "incollection": false, "mastersthesis": false, "thesis": false,
		"techreport": false, "online": false, "electronic": false, "www": false, "suppperiodical": false, "review": false,
		"bookinbook": false, "suppbook": false, "suppcollection": false, "inreference": false, "dataset": false,
	}
	for name, holds := range holds {
		r, _ := readOne(t, "@incollection{k, title = {Part}, crossref = {whole}} @"+name+"{whole, title = {Whole}, subtitle = {In Parts}}")
		want := ""
		if holds {
			want = "Whole: In Parts"
		}
		if r.Container != want {
			t.Errorf("a part of @%s is in %q, want %q", name, r.Container, want)
		}
	}
}

// What is said of a whole work is not said of its parts.
func TestPartsInheritNoFieldsOfTheirOwn(t *testing.T) {
	whole := `@book{whole, title = {Whole}, subtitle = {S}, pages = {1--900}, doi = {10.5555/1}, url = {https://example.org/}, eprint = {2001.00001},
		archiveprefix = {arXiv}, eprinttype = {arxiv}, pmid = {123}, eid = {e7}, articleno = {8}, howpublished = {\url{https://example.com/}},
		note = {Version 3}, type = {Atlas}, publisher = {Press}, year = {2001}}`
	want := ref.Reference{Type: ref.InCollection, Title: "Part", Container: "Whole: S", Publisher: "Press", Year: "2001"}
	got, _ := readOne(t, "@incollection{part, title = {Part}, crossref = {whole}}"+whole)
	if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(ref.Reference{}, "Entry")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFields(t *testing.T) {
	ferrum, stahl, kupfer := ref.Name{Given: "A.", Family: "Ferrum"}, ref.Name{Given: "B.", Family: "Stahl"}, ref.Name{Given: "C.", Family: "Kupfer"}
	tests := []struct {
		kind, fields string
		want         ref.Reference
	}{
		{"misc", `pmid = {123}`, ref.Reference{PMID: "123"}},
		{"misc", `eprint = {123}, eprinttype = {PubMed}, pmid = {456}`, ref.Reference{PMID: "123"}},
		{"misc", `eprint = {123}, eprinttype = {pmid}`, ref.Reference{PMID: "123"}},
		{"misc", `eprint = {2301.12345}`, ref.Reference{ArXiv: "2301.12345"}},
		{"misc", `eprint = {arXiv:2301.12345}, archiveprefix = {arXiv}`, ref.Reference{ArXiv: "2301.12345"}},
		{"misc", `arxivid = {arXiv:2301.12345}`, ref.Reference{ArXiv: "2301.12345"}},
		{"misc", `eprint = {abc}, eprinttype = {jstor}`, ref.Reference{}},
		{"misc", `doi = {http://dx.doi.org/10.5555/1}`, ref.Reference{DOI: "10.5555/1"}},
		{"misc", `doi = {https://www.doi.org/10.5555/1}`, ref.Reference{DOI: "10.5555/1"}},
		{"book", `publisher = {Press}, url = {https://arxiv.org/abs/2301.12345}`, ref.Reference{Publisher: "Press", URL: "https://arxiv.org/abs/2301.12345", ArXiv: "2301.12345"}},
		{"misc", `howpublished = {Leaflet}, url = {https://arxiv.org/abs/2301.12345}`, ref.Reference{Container: "Leaflet", URL: "https://arxiv.org/abs/2301.12345", ArXiv: "2301.12345"}},
		{"misc", `eprint = {https://arxiv.org/abs/2301.12345}`, ref.Reference{ArXiv: "2301.12345"}},
		{"misc", `doi = {doi:10.5555/1}`, ref.Reference{DOI: "10.5555/1"}},
		{"misc", `publisher = {arXiv}`, ref.Reference{Preprint: true}},
		{"article", `journal = {CoRR}, volume = {12}, number = {1706.03762}`, ref.Reference{Volume: "12", Number: "1706.03762", ArXiv: "1706.03762", Preprint: true}},
		{"misc", `howpublished = {Blog of Carts, https://example.org/a.}`, ref.Reference{Container: "Blog of Carts", URL: "https://example.org/a"}},
		{"misc", `howpublished = {Press of the U.S.}`, ref.Reference{Container: "Press of the U.S."}},
		{"misc", `howpublished = {www.example.org}`, ref.Reference{URL: "www.example.org"}},
		{"misc", `howpublished = {Leaflet (last accessed: 1 May 2020)}`, ref.Reference{Container: "Leaflet"}},
		{"misc", `howpublished = {[\href{https://example.org/}{here}] Leaflet}`, ref.Reference{Container: "Leaflet", URL: "https://example.org/"}},
		{"misc", `url = {https://example.org/}, howpublished = {\url{https://example.com/}}`, ref.Reference{URL: "https://example.org/"}},
		{"book", `howpublished = {Leaflet}`, ref.Reference{}},

		{"misc", `subtitle = {Only}`, ref.Reference{Title: "Only"}},
		{"misc", `title = {Why?}, subtitle = {A Study}`, ref.Reference{Title: "Why? A Study"}},
		{"misc", `title = {Stop!}, subtitle = {A Study}`, ref.Reference{Title: "Stop! A Study"}},
		{"misc", `title = {Rims:}, subtitle = {A Study}`, ref.Reference{Title: "Rims: A Study"}},
		{"article", `journaltitle = {Carts}, journalsubtitle = {Series B}`, ref.Reference{Container: "Carts: Series B"}},
		{"inproceedings", `booktitle = {Carts}, booksubtitle = {A Day}`, ref.Reference{Container: "Carts: A Day"}},
		{"inproceedings", `eventtitle = {A Day of Carts}`, ref.Reference{Container: "A Day of Carts"}},

		{"misc", `year = 2001, month = {July 4--6}`, ref.Reference{Year: "2001", Month: 7, Day: "4"}},
		{"misc", `year = 2001, month = {the 04 of July}`, ref.Reference{Year: "2001", Month: 7, Day: "4"}},
		{"misc", `year = 2001, month = {June 30 to July 4}`, ref.Reference{Year: "2001", Month: 6, Day: "30"}},
		{"misc", `year = 2001, month = {12}`, ref.Reference{Year: "2001", Month: 12}},
		{"misc", `year = 2001, month = {1}, day = {3}`, ref.Reference{Year: "2001", Month: 1, Day: "3"}},
		{"misc", `year = 2001, month = {13}`, ref.Reference{Year: "2001"}},
		{"misc", `year = 2001, month = {0}`, ref.Reference{Year: "2001"}},
		{"misc", `year = 2001, month = {Spring 3}`, ref.Reference{Year: "2001"}},
		{"misc", `date = {1998/2001}`, ref.Reference{Year: "1998–2001"}},
		{"misc", `date = {1998-02-03/1998-04}`, ref.Reference{Year: "1998", Month: 2, Day: "3"}},
		{"misc", `date = {1998-12~}`, ref.Reference{Year: "1998", Month: 12}},
		{"misc", `date = {1998-01-20T10:00}`, ref.Reference{Year: "1998", Month: 1, Day: "20"}},
		{"misc", `date = {1998-21}`, ref.Reference{Year: "1998"}},
		{"misc", `date = {in press}`, ref.Reference{Year: "in press"}},
		{"misc", `date = {in press}, year = {2001}`, ref.Reference{Year: "2001"}},
		{"misc", `date = {1998}, year = {2001}, month = jan`, ref.Reference{Year: "1998"}},

		{"article", `note = {Edited by A. Ferrum, B. Stahl and C. Kupfer}`, ref.Reference{Editors: []ref.Name{ferrum, stahl, kupfer}}},
		{"article", `note = {Edited by A. Ferrum and B. Stahl}`, ref.Reference{Editors: []ref.Name{ferrum, stahl}}},
		{"article", `note = {Edited by A. Ferrum}`, ref.Reference{Editors: []ref.Name{ferrum}}},
		{"article", `editor = {Stahl, B.}, note = {Edited by A. Ferrum}`, ref.Reference{Editors: []ref.Name{stahl}}},
		{"misc", `note = {Version 3.1. Read twice}`, ref.Reference{Version: "3.1"}},
		{"misc", `number = {4}, note = {Number 5}`, ref.Reference{Number: "4"}},

		{"thesis", `type = {phdthesis}`, ref.Reference{Type: ref.PhDThesis}},
		{"thesis", `type = {Diplomarbeit}`, ref.Reference{Type: ref.MastersThesis, Genre: "Diplomarbeit"}},
		{"thesis", `type = {bathesis}`, ref.Reference{Type: ref.MastersThesis}},
		{"thesis", `type = {M.Sc. thesis}`, ref.Reference{Type: ref.MastersThesis, Genre: "M.Sc. thesis"}},
	}
	for _, test := range tests {
		t.Run(test.fields, func(t *testing.T) {
			got, _ := readOne(t, "@"+test.kind+"{k, "+test.fields+"}")
			if test.want.Type == "" {
				test.want.Type = got.Type
			}
			if diff := cmp.Diff(test.want, got, cmpopts.IgnoreFields(ref.Reference{}, "Entry")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// The fields that say where an entry comes from are read and are none of the entry's.
func TestProvenance(t *testing.T) {
	got, _ := readOne(t, `@article{k, title = {Rims}, TITLE = {Again}, year = {1987}, month = jan, keywords = {felt}, volume = {},
		x-facts = {f1 f2}, x-filled = {volume, from f2}, x-contradicted = {year, 1988}, x-derived = {year: from f1; number: 3, from f2; pages: from f1}}`)
	entry := &ref.Entry{
		Type: "article", Key: "k", Keys: []string{"k"}, Facts: []string{"f1", "f2"}, Judged: true,
		Fields: []ref.EntryField{{Name: "title", Value: "Rims"}, {Name: "year", Value: "1987"}, {Name: "month", Value: "jan"}, {Name: "keywords", Value: "felt"}},
		Filled: "volume, from f2", Contradicted: "year, 1988",
	}
	if diff := cmp.Diff(entry, got.Entry, cmpopts.IgnoreFields(ref.Entry{}, "Covered")); diff != "" {
		t.Errorf("entry (-want +got):\n%s", diff)
	}
	if !got.Entry.Covers(ref.FieldTitle) || got.Entry.Covers(ref.FieldContainer) {
		t.Errorf("the entry covers %v", got.Entry.Covered)
	}
	derived := map[string]ref.Derived{"year": {Value: "1987", From: "f1"}, "number": {Value: "3", From: "f2"}}
	if !maps.Equal(got.Derived, derived) || got.Year != "" {
		t.Errorf("derived %v, want %v; year %q", got.Derived, derived, got.Year)
	}
	if got, _ := readOne(t, `@misc{k, title = {T}, year = {soon}, x-derived = {year: from f1}}`); got.Derived != nil || got.Year != "soon" {
		t.Errorf("a year that is none is derived: %v, %q", got.Derived, got.Year)
	}
	keyless, _ := readOne(t, `@misc{, title = {T}}`)
	if keyless.Entry.Key != "" {
		t.Errorf("an entry without a key has the key %q", keyless.Entry.Key)
	}
}

// Of an entry that was made of another format the fields are kept that a reference has no
// place for, or has not as they are.
func TestEntriesOfOtherFormats(t *testing.T) {
	for fields, want := range map[string]ref.Entry{
		`title = {T}, year = {2001}, keywords = {felt}`: {Fields: []ref.EntryField{{Name: "keywords", Value: "felt"}}},
		`title = {T}, date = {1998/2001}`:               {Fields: []ref.EntryField{{Name: "date", Value: "1998/2001"}}, Covered: []ref.Field{ref.FieldYear}},
		`title = {T}, type = {Survey}`:                  {Fields: []ref.EntryField{{Name: "type", Value: "Survey"}}, Covered: []ref.Field{ref.FieldGenre}},
		`title = {T}, type = {phdthesis}`:               {},
		`publisher = {A and B}, address = {Graz}`:       {Fields: []ref.EntryField{{Name: "publisher", Value: "A and B"}}, Covered: []ref.Field{ref.FieldPublisher}},
		`publisher = {A}, address = {Graz and Linz}`:    {Fields: []ref.EntryField{{Name: "location", Value: "Graz and Linz"}}, Covered: []ref.Field{ref.FieldAddress}},
	} {
		f := bib.Read("test.bib", []byte("@misc{k, "+fields+"}"))
		f.Entries[0].Foreign = true
		r, _ := Reference(f, &f.Entries[0])
		if diff := cmp.Diff(want, *r.Entry, cmpopts.IgnoreFields(ref.Entry{}, "Type", "Key", "Keys", "Facts", "Judged"), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", fields, diff)
		}
	}
}
