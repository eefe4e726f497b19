package citation

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The corpus holds every construct of the language and every fault of ours; the
// golden files say what is read from it and what is reported.
func TestReadBibCorpus(t *testing.T) {
	for _, pattern := range []string{"testdata/bib/*.bib", "testdata/bib/broken/*.bib"} {
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) == 0 {
			t.Fatalf("no files %s: %v", pattern, err)
		}
		for _, path := range paths {
			t.Run(path, func(t *testing.T) {
				text, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				f := ReadBib(filepath.Base(path), text)
				checkPlaces(t, f, text)
				compareGolden(t, strings.TrimSuffix(path, ".bib")+".golden", describeBib(f))
			})
		}
	}
}

// describeBib writes all that a BibFile holds.
func describeBib(f *BibFile) string {
	var b strings.Builder
	field := func(kind string, v *BibField) {
		line, column := f.Place(v.Start)
		fmt.Fprintf(&b, "%s %s %d:%d %q", kind, v.Name, line, column, v.Raw)
		if v.Value != v.Raw {
			fmt.Fprintf(&b, " = %q", v.Value)
		}
		b.WriteByte('\n')
	}
	for i := range f.Comments {
		field("comment", &f.Comments[i])
	}
	for i := range f.Preambles {
		field("preamble", &f.Preambles[i])
	}
	for i := range f.Macros {
		field("macro", &f.Macros[i])
	}
	for i := range f.Entries {
		e := &f.Entries[i]
		fmt.Fprintf(&b, "@%s %q %d:%d [%d,%d)\n", e.Type, e.Key, e.Line, e.Column, e.Start, e.End)
		for j := range e.Fields {
			field("  ", &e.Fields[j])
		}
	}
	for _, e := range f.Errors {
		fmt.Fprintf(&b, "error %d:%d (%d) %q: %s [%s]\n", e.Line, e.Column, e.Offset, e.Key, e.Message, e.Rule)
	}
	return b.String()
}

// checkPlaces holds every offset to the text and every line and column to a
// count from the start.
func checkPlaces(t *testing.T, f *BibFile, text []byte) {
	t.Helper()
	place := func(what string, offset, line, column int) {
		if offset < 0 || offset > len(text) {
			t.Fatalf("%s: offset %d of %d", what, offset, len(text))
		}
		before := strings.TrimPrefix(string(text[:offset]), byteOrderMark)
		wantLine := 1 + strings.Count(before, "\n")
		wantColumn := 1 + len([]rune(before[strings.LastIndexByte(before, '\n')+1:]))
		if line != wantLine || column != wantColumn {
			t.Errorf("%s: at %d:%d, want %d:%d", what, line, column, wantLine, wantColumn)
		}
	}
	field := func(what string, v *BibField) {
		line, column := f.Place(v.Start)
		place(what, v.Start, line, column)
		if v.End() > len(text) || string(text[v.Start:v.End()]) != v.Raw {
			t.Errorf("%s: raw value %q does not stand at [%d,%d)", what, v.Raw, v.Start, v.End())
		}
	}
	for _, list := range [][]BibField{f.Comments, f.Preambles, f.Macros} {
		for i := range list {
			field("outside entries", &list[i])
		}
	}
	end := 0
	for i := range f.Entries {
		e := &f.Entries[i]
		place(e.Key, e.Start, e.Line, e.Column)
		for _, offset := range [...]int{e.Start, e.End - 1, e.End} {
			line, column := f.Place(offset)
			place(e.Key, offset, line, column)
		}
		if e.Start < end || e.End <= e.Start || text[e.Start] != '@' {
			t.Errorf("entry %q at [%d,%d) after one that ends at %d", e.Key, e.Start, e.End, end)
		}
		end = e.Start
		for j := range e.Fields {
			v := &e.Fields[j]
			field(e.Key+"."+v.Name, v)
			if v.Start < end || v.End() > e.End {
				t.Errorf("%s.%s at [%d,%d) is out of order or outside its entry", e.Key, v.Name, v.Start, v.End())
			}
			end = v.End()
		}
		end = e.End
	}
	for _, e := range f.Errors {
		place(e.Message, e.Offset, e.Line, e.Column)
	}
}

func TestReadBibKeepsGoodEntriesAroundBadOnes(t *testing.T) {
	for path, want := range map[string]int{"recovery.bib": 18, "every-hundred.bib": 396} {
		text, err := os.ReadFile(filepath.Join("testdata/bib/broken", path))
		if err != nil {
			t.Fatal(err)
		}
		f := ReadBib(path, text)
		good := 0
		for i := range f.Entries {
			if e := &f.Entries[i]; strings.HasPrefix(e.Key, "good") && e.Field("title") != nil {
				good++
			}
		}
		if good != want {
			t.Errorf("%s: %d good entries, want %d", path, good, want)
		}
	}
}

func TestReference(t *testing.T) {
	type want struct {
		Reference Reference
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
			want{Reference{
				Type:    Article,
				Title:   "Deep Things",
				Authors: []Name{{Given: "First", Particle: "von", Family: "Last", Suffix: "Jr"}, {Literal: "Gemini Team"}, {Given: "Ludwig", Particle: "van", Family: "Beethoven"}},
				EtAl:    true, Container: "Journal of Carts", Year: "2024", Month: 1, Day: "10", Pages: "104–121", Volume: "3", Number: "2",
			}, true},
		},
		{
			"biblatex fields",
			`@article{k, title = {Rims}, subtitle = {A Study}, journaltitle = {Journal of Carts}, date = {2023-05-06/2023-06}, eprint = {2305.00001}, eprinttype = {arxiv}, eprintclass = {cs.CL}, location = {Bern}}`,
			want{Reference{Type: Article, Title: "Rims: A Study", Container: "Journal of Carts", Year: "2023", Month: 5, Day: "6", ArXiv: "2305.00001", Address: "Bern"}, true},
		},
		{
			"journal that says arXiv",
			`@article{k, title = {T}, journal = {arXiv preprint arXiv:2402.10379}, year = {2024}}`,
			want{Reference{Type: Article, Title: "T", Year: "2024", ArXiv: "2402.10379", Preprint: true}, true},
		},
		{
			"CoRR with abs",
			`@article{k, title = {T}, journal = {CoRR}, volume = {abs/1706.03762}}`,
			want{Reference{Type: Article, Title: "T", ArXiv: "1706.03762", Preprint: true}, true},
		},
		{
			"arXiv DOI with a venue",
			`@inproceedings{k, title = {T}, booktitle = {Workshop on Carts}, doi = {https://doi.org/10.48550/arXiv.1706.03762}}`,
			want{Reference{Type: InProceedings, Title: "T", Container: "Workshop on Carts", ArXiv: "1706.03762"}, true},
		},
		{
			"arXiv URL",
			`@misc{k, title = {T}, url = {https://arxiv.org/abs/2402.10379}}`,
			want{Reference{Type: Misc, Title: "T", ArXiv: "2402.10379", URL: "https://arxiv.org/abs/2402.10379", Preprint: true}, true},
		},
		{
			"old arXiv ID",
			`@misc{k, title = {T}, eprint = {hep-th/9901001}, archivePrefix = {arXiv}}`,
			want{Reference{Type: Misc, Title: "T", ArXiv: "hep-th/9901001"}, true},
		},
		{
			"a journal named for an archive is a journal",
			`@article{k, title = {T}, journal = {Archives of Carts and arXival Studies}}`,
			want{Reference{Type: Article, Title: "T", Container: "Archives of Carts and arXival Studies"}, true},
		},
		{
			"page on the web",
			`@misc{k, title = {T}, howpublished = {\url{https://example.org/a_b} (accessed 5 May 2020)}}`,
			want{Reference{Type: Misc, Title: "T", URL: "https://example.org/a_b"}, true},
		},
		{
			"online",
			`@online{k, title = {T}, url = {https://example.org/}, urldate = {2020-01-02}, year = 2019, month = sept}`,
			want{Reference{Type: Misc, Title: "T", URL: "https://example.org/", Year: "2019"}, true},
		},
		{
			"addresses are not LaTeX",
			`@misc{k, title = {Rims -- a study}, doi = {10.1002/(SICI)1--X\_2}, url = {\url{https://example.org/~ada/a--b\_c}}}`,
			want{Reference{Type: Misc, Title: "Rims – a study", DOI: "10.1002/(SICI)1--X_2", URL: "https://example.org/~ada/a--b_c"}, true},
		},
		{
			"arXiv ID of the old form in howpublished",
			`@misc{k, title = {T}, howpublished = {arXiv:hep-th/9901001}}`,
			want{Reference{Type: Misc, Title: "T", ArXiv: "hep-th/9901001", Preprint: true}, true},
		},
		{
			"a venue of a misc entry",
			`@misc{k, title = {T}, howpublished = {Blog of Carts, \url{https://example.org/} [accessed: 2020-01-01]}}`,
			want{Reference{Type: Misc, Title: "T", Container: "Blog of Carts", URL: "https://example.org/"}, true},
		},
		{
			"theses and reports",
			`@thesis{k, type = {mathesis}, title = {T}, institution = {University of Bern}, author = {Ferrum, Ada}}`,
			want{Reference{Type: MastersThesis, Title: "T", Institution: "University of Bern", Authors: []Name{{Given: "Ada", Family: "Ferrum"}}}, true},
		},
		{
			"a type that gap rules leave alone",
			`@dataset{k, title = {T}, publisher = {Zenodo}}`,
			want{Reference{Type: Misc, Title: "T", Publisher: "Zenodo"}, false},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := ReadBib("test.bib", []byte(test.text))
			if len(f.Entries) != 1 {
				t.Fatalf("%d entries: %v", len(f.Entries), f.Errors)
			}
			var got want
			got.Reference, got.Judged = BibReference(f, &f.Entries[0])
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestReferenceInherits(t *testing.T) {
	text, err := os.ReadFile("testdata/bib/inherit.bib")
	if err != nil {
		t.Fatal(err)
	}
	f := ReadBib("inherit.bib", text)
	want := map[string]Reference{
		"child": {Type: InProceedings, Title: "A Chapter of Rims", Authors: []Name{{Given: "Bo", Family: "Stahl"}}, Editors: []Name{{Given: "Ada", Family: "Ferrum"}},
			Container: "Proceedings of the Tenth Workshop on Carts", Publisher: "Example Press", Year: "1998", Pages: "3–9"},
		"own": {Type: InProceedings, Title: "Own Values", Authors: []Name{{Given: "Ada", Family: "Ferrum"}}, Editors: []Name{{Given: "Ada", Family: "Ferrum"}},
			Container: "Own Book", Publisher: "Example Press", Year: "2001"},
		"chapter": {Type: InCollection, Title: "Part", Authors: []Name{{Given: "Cy", Family: "Aurum"}}, Container: "The Whole: In Parts",
			Publisher: "Example Press", Address: "Bern and Basel", Year: "1980"},
		"loop-a": {Type: Misc, Title: "A", Year: "1990"},
		"orphan": {Type: Misc, Title: "B"},
	}
	for key, want := range want {
		got, _ := BibReference(f, f.entry(key))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", key, diff)
		}
	}
}

func TestBibNames(t *testing.T) {
	tests := []struct {
		value string
		names []Name
		etal  bool
	}{
		{"Ada Ferrum", []Name{{Given: "Ada", Family: "Ferrum"}}, false},
		{"Ferrum, Ada AND Stahl, Bo", []Name{{Given: "Ada", Family: "Ferrum"}, {Given: "Bo", Family: "Stahl"}}, false},
		{"Ludwig van der Berg", []Name{{Given: "Ludwig", Particle: "van der", Family: "Berg"}}, false},
		{"de la Cruz, Jr., Maria Luz", []Name{{Given: "Maria Luz", Particle: "de la", Family: "Cruz", Suffix: "Jr."}}, false},
		{"{Sons and Daughters} and others", []Name{{Literal: "Sons and Daughters"}}, true},
		{"Maria {De La} Cruz", []Name{{Given: "Maria De La", Family: "Cruz"}}, false},
		{`{\"O}zge {\c{C}}elik and Per {\O}sterg{\aa}rd`, []Name{{Given: "Özge", Family: "Çelik"}, {Given: "Per", Family: "Østergård"}}, false},
		{"Plato", []Name{{Family: "Plato"}}, false},
		{"von Neumann", []Name{{Particle: "von", Family: "Neumann"}}, false},
		{"Sandy Ferrand and", []Name{{Given: "Sandy", Family: "Ferrand"}}, false},
		{"J.~R. Ferrum and Bo Stahl et al.", []Name{{Given: "J. R.", Family: "Ferrum"}, {Given: "Bo", Family: "Stahl"}}, true},
		{"family=Berg, given=Hans, prefix=von", []Name{{Given: "Hans", Particle: "von", Family: "Berg"}}, false},
		{"", nil, false},
		{" and and ", nil, false},
	}
	for _, test := range tests {
		names, etal := bibNames(test.value)
		if diff := cmp.Diff(test.names, names); diff != "" || etal != test.etal {
			t.Errorf("bibNames(%q), et al. %t (-want +got):\n%s", test.value, etal, diff)
		}
	}
}

// A file that was not read has no text to count lines in; its entries say where
// they stand.
func TestPlaceInFileThatWasNotRead(t *testing.T) {
	f := BibFile{Entries: []BibEntry{{Start: 30, Line: 3, Column: 2}}}
	for offset, want := range map[int][2]int{0: {1, 1}, 30: {3, 2}, 40: {3, 2}} {
		if line, column := f.Place(offset); line != want[0] || column != want[1] {
			t.Errorf("offset %d is at %d:%d, want %d:%d", offset, line, column, want[0], want[1])
		}
	}
}
