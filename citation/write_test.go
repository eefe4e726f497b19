package citation

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/internal/output"
	"github.com/factcite/factcite/internal/latex"
	"github.com/factcite/factcite/internal/text"
	"github.com/google/go-cmp/cmp"
)

func TestWriteEntries(t *testing.T) {
	li := []Name{{Family: "Li", Given: "Z."}, {Literal: "Gemini Team"}}
	tests := []struct {
		name             string
		reference        Reference
		bibtex, biblatex string
	}{
		{"a proceedings paper, its number beside a volume",
			Reference{Type: InProceedings, Title: "Felt rims", Authors: li, EtAl: true, Container: "Proceedings of Carts & Co",
				Year: "2023", Month: 12, Day: "6", Volume: "1", Number: "2", Pages: "104-121"},
			`@inproceedings{li2023felt,
  author = {Li, Z. and {Gemini Team} and others},
  title = {Felt rims},
  booktitle = {Proceedings of Carts \& Co},
  volume = {1},
  pages = {104--121},
  year = {2023},
  month = dec,
  day = {6},
  note = {Number 2},
  x-facts = {f1}
}

`, `@inproceedings{li2023felt,
  author = {Li, Z. and {Gemini Team} and others},
  title = {Felt rims},
  booktitle = {Proceedings of Carts \& Co},
  volume = {1},
  number = {2},
  pages = {104--121},
  date = {2023-12-06},
  x-facts = {f1}
}

`},
		{"a preprint with a derived year",
			Reference{Type: Misc, Title: "Collapse or thrive? perils", ArXiv: "2410.16713",
				Derived: map[string]Derived{"year": {Value: "2024", From: "the arXiv ID"}}},
			`@misc{collapse-thrive-2024,
  title = {Collapse or thrive? perils},
  year = {2024},
  eprint = {2410.16713},
  archiveprefix = {arXiv},
  x-facts = {f1},
  x-derived = {year: from the arXiv ID}
}

`, `@online{collapse-thrive-2024,
  title = {Collapse or thrive? perils},
  date = {2024},
  eprint = {2410.16713},
  eprinttype = {arxiv},
  x-facts = {f1},
  x-derived = {year: from the arXiv ID}
}

`},
		{"a book with authors and editors",
			Reference{Type: Book, Title: "Rope", Authors: []Name{{Family: "Hoven", Particle: "van den", Given: "J."}},
				Editors: []Name{{Family: "Wu", Given: "Y."}, {Family: "King", Given: "M.", Suffix: "Jr."}}, Container: "Crafts", Publisher: "Bow and Sons",
				Address: "Ghent", Edition: "2nd", Year: "1999", ISBN: "978-3-16-148410-0"},
			`@book{hoven1999rope,
  author = {van den Hoven, J.},
  title = {Rope},
  series = {Crafts},
  edition = {2nd},
  publisher = {Bow and Sons},
  address = {Ghent},
  year = {1999},
  note = {Edited by Y. Wu and M. King Jr.},
  isbn = {978-3-16-148410-0},
  x-facts = {f1}
}

`, `@book{hoven1999rope,
  author = {van den Hoven, J.},
  title = {Rope},
  editor = {Wu, Y. and King, Jr., M.},
  series = {Crafts},
  edition = {2nd},
  publisher = {{Bow and Sons}},
  location = {Ghent},
  date = {1999},
  isbn = {978-3-16-148410-0},
  x-facts = {f1}
}

`},
		{"a thesis",
			Reference{Type: PhDThesis, Title: "On hinges", Authors: []Name{{Family: "Özgür"}}, Institution: "University of Ghent", Year: "2001"},
			`@phdthesis{ozgur2001hinges,
  author = {{\"O}zg{\"u}r},
  title = {On hinges},
  school = {University of Ghent},
  year = {2001},
  x-facts = {f1}
}

`, `@thesis{ozgur2001hinges,
  author = {{\"O}zg{\"u}r},
  title = {On hinges},
  institution = {University of Ghent},
  date = {2001},
  type = {phdthesis},
  x-facts = {f1}
}

`},
		{"a report and a page, without year",
			Reference{Type: TechReport, Title: "Ten ways", Institution: "Ladder Board", Container: "Notes", URL: "https://a.example/x_y?q=a b#c"},
			`@techreport{ten-ways,
  title = {Ten ways},
  institution = {Ladder Board},
  howpublished = {Notes},
  url = {https://a.example/x_y?q=a%20b#c},
  x-facts = {f1}
}

`, `@report{ten-ways,
  title = {Ten ways},
  institution = {Ladder Board},
  note = {Notes},
  url = {https://a.example/x_y?q=a%20b#c},
  x-facts = {f1}
}

`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var b Bibliography
			b.Add("f1", &test.reference)
			for format, want := range map[Format]string{BibTeX: test.bibtex, BibLaTeX: test.biblatex} {
				if diff := cmp.Diff(want, string(written(t, &b, WriteOptions{Format: format}))); diff != "" {
					t.Errorf("%s (-want +got):\n%s", format, diff)
				}
			}
		})
	}
}

// What is written is the entry of nickng/bibtex that [Entry] returns, each
// value in its own notation.
func TestWritesTheEntriesOfNickng(t *testing.T) {
	works := outsideBibliography(t).Works()
	for _, opts := range []WriteOptions{{}, {UTF8: true}, {Format: BibLaTeX}, {NoProvenance: true}} {
		for _, w := range works {
			var text bytes.Buffer
			if err := w.Write(&text, &opts); err != nil {
				t.Fatal(err)
			}
			entry := output.BibTeXEntry(w.entry(), opts.output())
			var want strings.Builder
			want.WriteString("@" + entry.Type + "{" + entry.CiteName)
			for _, name := range output.OrderedFields(entry) {
				want.WriteString(",\n  " + name + " = " + entry.Fields[name].RawString())
			}
			want.WriteString("\n}\n\n")
			if diff := cmp.Diff(want.String(), text.String()); diff != "" {
				t.Errorf("%s (-nickng +written):\n%s", w.Key, diff)
			}
		}
	}
}

func TestWriteCSLAndRIS(t *testing.T) {
	var b Bibliography
	b.Add("f1", &Reference{Type: Article, Title: "Felt <b>rims</b>", Authors: []Name{{Family: "King", Particle: "de", Given: "M.", Suffix: "Jr."}, {Literal: "Gemini Team"}},
		EtAl: true, Container: "Carts", Year: "2023", Month: 12, Day: "6", Volume: "19", Number: "1", Pages: "5-9", DOI: "doi:10.5555/X", ArXiv: "2301.00001v2"})
	wantCSL := `[
{"id":"king2023felt","type":"article-journal","title":"Felt \u003cb\u003erims\u003c/b\u003e","author":[{"family":"King","given":"M.","non-dropping-particle":"de","suffix":"Jr."},{"literal":"Gemini Team"},{"literal":"others"}],"container-title":"Carts","volume":"19","issue":"1","page":"5–9","issued":{"date-parts":[[2023,12,6]]},"DOI":"10.5555/X","URL":"https://arxiv.org/abs/2301.00001v2","note":"arXiv:2301.00001v2","custom":{"x-facts":["f1"]}}
]
`
	if diff := cmp.Diff(wantCSL, string(written(t, &b, WriteOptions{Format: CSLJSON}))); diff != "" {
		t.Errorf("CSL-JSON (-want +got):\n%s", diff)
	}
	wantRIS := strings.ReplaceAll(`TY  - JOUR
ID  - king2023felt
AU  - de King, M., Jr.
AU  - Gemini Team
AU  - et al.
TI  - Felt <b>rims</b>
JO  - Carts
PY  - 2023
DA  - 2023/12/06
VL  - 19
IS  - 1
SP  - 5
EP  - 9
DO  - 10.5555/X
UR  - https://arxiv.org/abs/2301.00001v2
ER  - 

`, "\n", "\r\n")
	if diff := cmp.Diff(wantRIS, string(written(t, &b, WriteOptions{Format: RIS, NoProvenance: true}))); diff != "" {
		t.Errorf("RIS (-want +got):\n%s", diff)
	}
}

func TestWriteRefusesAnUnknownFormat(t *testing.T) {
	err := new(Bibliography).Write(new(bytes.Buffer), &WriteOptions{Format: "endnote"})
	if want := `unknown bibliography format "endnote"; use one of ["bibtex" "biblatex" "csl-json" "ris" "cff"]`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestKeys(t *testing.T) {
	article := func(title, family, year string) Reference {
		r := Reference{Type: Article, Title: title, Year: year}
		if family != "" {
			r.Authors = []Name{{Family: family}}
		}
		return r
	}
	tests := []struct {
		name       string
		references []Reference
		want       []string
	}{
		{"family, year, word", []Reference{article("The synthetic data", "Li", "2023")}, []string{"li2023synthetic"}},
		{"letters outside ASCII", []Reference{article("Über Øl", "Çelebi Erdivanlı", "2023")}, []string{"celebierdivanli2023uber"}},
		{"no author", []Reference{article("Collapse or thrive? perils", "", "2024")}, []string{"collapse-thrive-2024"}},
		{"no year", []Reference{article("On ropes", "Li", "")}, []string{"li-ropes"}},
		{"no title", []Reference{{Type: Article, Authors: []Name{{Family: "Nelson"}}, Year: "2008", Container: "The Journal of Hats"}}, []string{"nelson2008hats"}},
		{"another script", []Reference{article("深層学習", "", "")}, []string{"shencengxuexi"}},
		{"a script that no table knows", []Reference{article("𓀀𓁐 ☃", "", "")}, []string{"work"}},
		{"a collision takes the next word", []Reference{article("Synthetic data", "Li", "2023"), article("Synthetic rope", "Li", "2023")},
			[]string{"li2023synthetic", "li2023syntheticrope"}},
		{"letters for equal titles", []Reference{
			{Type: Book, Title: "Rope", Authors: []Name{{Family: "Li"}}, Year: "2023", Volume: "2"},
			{Type: Book, Title: "Rope", Authors: []Name{{Family: "Li"}}, Year: "2023", Volume: "1"}}, []string{"li2023rope", "li2023ropea"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var b Bibliography
			for i := range test.references {
				b.Add("f", &test.references[i])
			}
			var got []string
			for _, w := range b.Works() {
				got = append(got, w.Key)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestKeysWithoutSmallWords holds that a key has the first word of a title that says something,
// whatever small words are before it.
func TestKeysWithoutSmallWords(t *testing.T) {
	for _, small := range strings.Fields(`A An The Of On In And Or Is Are To For From With By At As Its Via Be How What Why When Does Do Can
		Toward Into About Under Between Their This That It Not Proceedings Journal Une Der Die Das Und El La Le Les Los Las De`) {
		b := bibliographyOf(&Reference{Type: Book, Title: small + " rims of carts", Authors: []Name{{Family: "Li"}}, Year: "2023"})
		if key := b.Works()[0].Key; key != "li2023rims" {
			t.Errorf("%s: the key is %s", small, key)
		}
	}
}

func TestConflicts(t *testing.T) {
	base := Reference{Type: Article, Title: "Felt rims", Authors: []Name{{Family: "Li", Given: "Z."}, {Family: "Wu"}}, Year: "2020",
		Container: "Journal of Ethnobiology", Pages: "172–180", Volume: "3", Publisher: "Springer"}
	tests := []struct {
		name  string
		other func(r *Reference)
		want  []Conflict
	}{
		{"the same again", func(r *Reference) {}, nil},
		{"year", func(r *Reference) { r.Year = "2021" }, []Conflict{{"year", "2020", "2021", "a", "b"}}},
		{"venue", func(r *Reference) { r.Container = "Carts" }, []Conflict{{"container", "Journal of Ethnobiology", "Carts", "a", "b"}}},
		{"authors", func(r *Reference) { r.Authors = []Name{{Family: "Li"}, {Family: "Xu"}} },
			[]Conflict{{"authors", "Z. Li; Wu", "Li; Xu", "a", "b"}}},
		{"given names", func(r *Reference) { r.Authors = []Name{{Family: "Li", Given: "Peter"}, {Family: "Wu"}} },
			[]Conflict{{"authors", "Z. Li; Wu", "Peter Li; Wu", "a", "b"}}},
		{"volume", func(r *Reference) { r.Volume = "4" }, []Conflict{{"volume", "3", "4", "a", "b"}}},
		{"initials and full names", func(r *Reference) { r.Authors = []Name{{Family: "Li", Given: "Zhao"}, {Family: "Wu", Given: "Y."}} }, nil},
		{"a shorter list", func(r *Reference) { r.Authors, r.EtAl = []Name{{Family: "Li"}}, true }, nil},
		{"an abbreviated venue", func(r *Reference) { r.Container = "J. Ethnobiol." }, nil},
		{"abbreviated pages", func(r *Reference) { r.Pages = "172-80" }, nil},
		{"a preprint", func(r *Reference) { r.Container, r.Year, r.Preprint = "arXiv", "2019", true }, nil},
		{"a derived year", func(r *Reference) {
			r.Year, r.Derived = "", map[string]Derived{"year": {Value: "2019", From: "arXiv ID"}}
		}, nil},
		{"case and dashes", func(r *Reference) { r.Title, r.Pages = "FELT RIMS", "172 - 180" }, nil},
		{"a longer publisher", func(r *Reference) { r.Publisher = "Springer Nature" }, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			other := base
			test.other(&other)
			var b Bibliography
			b.Add("a", &base)
			work := b.At(b.Add("b", &other))
			if diff := cmp.Diff(test.want, work.Conflicts); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if work.Reference.Year != "2020" || work.Reference.Container != base.Container {
				t.Errorf("kept %q and %q, want what was stated first", work.Reference.Year, work.Reference.Container)
			}
			if diff := cmp.Diff([]string{"a", "b"}, work.Facts); diff != "" {
				t.Errorf("facts (-want +got):\n%s", diff)
			}
		})
	}
}

// What one fact leaves out another fills in, and a published version gives its
// year to what was a preprint.
func TestMergingCompletes(t *testing.T) {
	var b Bibliography
	b.Add("a", &Reference{Type: Misc, Title: "Felt rims for all kinds of …", ArXiv: "2301.00001", Year: "2022", Authors: []Name{{Family: "Li"}}, EtAl: true})
	b.Add("b", &Reference{Type: Article, Title: "Felt rims for all kinds of carts", Year: "2023", Container: "Carts", ArXiv: "2301.00001v2",
		Authors: []Name{{Family: "Li", Given: "Z."}, {Family: "Wu", Given: "Y."}}})
	works := b.Works()
	if len(works) != 1 {
		t.Fatalf("%d works, want 1", len(works))
	}
	want := Reference{Type: Article, Title: "Felt rims for all kinds of carts", ArXiv: "2301.00001", Year: "2023", Container: "Carts",
		Authors: []Name{{Family: "Li", Given: "Z."}, {Family: "Wu", Given: "Y."}}}
	if diff := cmp.Diff(want, works[0].Reference); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(works[0].Conflicts) > 0 {
		t.Errorf("conflicts %v, want none", works[0].Conflicts)
	}
}

// An untitled reference joins the one work that it fits, whichever comes first;
// where it fits two, it stays by itself.
func TestUntitledWorksLeaveOneCandidate(t *testing.T) {
	untitled := Reference{Type: Article, Authors: []Name{{Family: "Li"}}, EtAl: true, Year: "2020", Container: "Carts"}
	first := Reference{Type: Article, Title: "Felt rims", Authors: []Name{{Family: "Li"}, {Family: "Wu"}}, Year: "2020", Container: "Carts"}
	second := Reference{Type: Article, Title: "Iron rims", Authors: []Name{{Family: "Li"}, {Family: "Xu"}}, Year: "2020", Container: "Carts"}
	tests := []struct {
		references []Reference
		works      int
	}{
		{[]Reference{untitled, first}, 1},
		{[]Reference{first, untitled}, 1},
		{[]Reference{first, untitled, second}, 3},
		{[]Reference{untitled, first, second}, 3},
	}
	for i, test := range tests {
		var b Bibliography
		for j := range test.references {
			b.Add("f", &test.references[j])
		}
		if got := len(b.Works()); got != test.works {
			t.Errorf("case %d: %d works, want %d", i, got, test.works)
		}
	}
	var b Bibliography
	index := b.Add("a", &untitled)
	b.Add("b", &first)
	if w := b.Works()[0]; b.At(index).Index != w.Index || w.Reference.Title != "Felt rims" {
		t.Errorf("the untitled reference is now %q", b.At(index).Reference.Title)
	}
}

func TestCiting(t *testing.T) {
	var b Bibliography
	b.Add("a", &Reference{Type: Article, Title: "Felt rims", Authors: []Name{{Family: "Li", Given: "Z."}, {Family: "Wu"}}, Year: "2020"})
	b.Add("b", &Reference{Type: Article, Title: "Iron rims", Authors: []Name{{Family: "Li", Given: "Q."}}, EtAl: true, Year: "2020"})
	b.Add("c", &Reference{Type: Misc, Title: "Clogs", Authors: []Name{{Family: "Hoven", Particle: "van den"}}, Derived: map[string]Derived{"year": {Value: "2021", From: "arXiv ID"}}})
	b.Add("d", &Reference{Type: Misc, Title: "Hubs", Authors: []Name{{Family: "de Boer"}, {Family: "Stahl", Particle: "von"}}, Year: "2021"})
	for _, year := range []string{"2021", "2022"} {
		b.Add(year, &Reference{Type: Article, Title: "Oak spokes for winter carts", Authors: []Name{{Family: "Berg"}}, Year: year})
	}
	tests := []struct {
		mention Mention
		want    []string
	}{
		{Mention{Authors: []string{"Li"}, EtAl: true, Year: "2020"}, []string{"Felt rims", "Iron rims"}},
		{Mention{Authors: []string{"Li, Z.", "Wu, Y."}, Year: "2020b"}, []string{"Felt rims", "Iron rims"}},
		{Mention{Authors: []string{"Z. Li", "Smith"}, Year: "2020"}, []string{"Iron rims"}},
		{Mention{Authors: []string{"Hoven"}, Year: "2021"}, []string{"Clogs"}},
		{Mention{Authors: []string{"Berg"}, Year: "2021"}, []string{"Oak spokes for winter carts"}},
		{Mention{Authors: []string{"Berg"}, Year: "2022"}, []string{"Oak spokes for winter carts"}},
		{Mention{Authors: []string{"Li"}, Year: "2019"}, nil},
		{Mention{Authors: []string{"Wu"}, Year: "2020"}, nil},
		{Mention{Authors: []string{"Li", "Wü"}, Year: "2020"}, []string{"Felt rims", "Iron rims"}}, // spelled otherwise
		{Mention{Authors: []string{"Li", "Wull"}, Year: "2020"}, []string{"Iron rims"}},
		{Mention{Authors: []string{"van den Hoven"}, Year: "2021"}, []string{"Clogs"}},
		{Mention{Authors: []string{"Van den Hoven"}, Year: "2021"}, []string{"Clogs"}}, // begins a sentence
		{Mention{Authors: []string{"M. van den Hoven"}, Year: "2021"}, []string{"Clogs"}},
		{Mention{Authors: []string{"den Hoven"}, Year: "2021"}, []string{"Clogs"}},
		{Mention{Authors: []string{"de Boer", "von Stahl"}, Year: "2021"}, []string{"Hubs"}},
		{Mention{Authors: []string{"De Boer", "van Stahl"}, Year: "2021"}, []string{"Hubs"}},
		{Mention{Authors: []string{"de Boer", "Lind"}, Year: "2021"}, nil},
		{Mention{}, nil},
	}
	for _, test := range tests {
		var got []string
		for _, work := range b.Citing(test.mention) {
			got = append(got, b.At(work).Reference.Title)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", test.mention, diff)
		}
	}
}

// What is cited is looked up anew when works have changed, by several goroutines at
// once if they like.
func TestCitingAfterAdd(t *testing.T) {
	var b Bibliography
	titles := func() string {
		var titles []string
		for _, work := range b.Citing(Mention{Authors: []string{"Li"}, Year: "2020"}) {
			titles = append(titles, b.At(work).Reference.Title)
		}
		return strings.Join(titles, ", ")
	}
	steps := []struct {
		add  Reference
		want string
	}{
		{Reference{Type: Article, Title: "Felt rims", Authors: []Name{{Family: "Li"}}, Year: "2020"}, "Felt rims"},
		{Reference{Type: Book, Title: "Spokes", Editors: []Name{{Family: "…"}, {Family: "Li"}, {Family: "Wu"}}, Year: "2020"}, "Felt rims, Spokes"},
		{Reference{Type: Article, Title: "Oak spokes for winter carts", Authors: []Name{{Family: "Li"}}, Year: "2019"}, "Felt rims, Spokes"},
		{Reference{Type: Article, Title: "Oak spokes for winter carts", Authors: []Name{{Family: "Li"}}, Year: "2020"}, "Felt rims, Spokes, Oak spokes for winter carts"},
		{Reference{Type: Article, Authors: []Name{{Family: "Li"}}, Year: "2020"}, "Felt rims, Spokes, Oak spokes for winter carts, "},
	}
	for i, step := range steps {
		b.Add(strconv.Itoa(i), &step.add)
		b.All()
		var citing sync.WaitGroup
		for range 4 {
			citing.Go(func() {
				if got := titles(); got != step.want {
					t.Errorf("after %+v: %q is cited, want %q", step.add, got, step.want)
				}
			})
		}
		citing.Wait()
	}
}

func TestSourceReference(t *testing.T) {
	tests := []struct {
		source Source
		want   Reference
	}{
		{Source{Title: "A Survey of Ropes", URI: "https://arxiv.org/abs/2601.01234v2", Domain: "arxiv.org", AuthorOrg: "arXiv", Published: "Mar 12, 2026"},
			Reference{Type: Misc, Title: "A Survey of Ropes", URL: "https://arxiv.org/abs/2601.01234v2", ArXiv: "2601.01234v2", Preprint: true, Year: "2026", Month: 3, Day: "12"}},
		{Source{Title: "Ropes today", URI: "https://www.news.example/ropes", AuthorPerson: "Ana Ruiz, Bo van Ek", AuthorOrg: "Rope News", Published: "2026-03-12"},
			Reference{Type: Misc, Title: "Ropes today", URL: "https://www.news.example/ropes", Container: "Rope News", Year: "2026", Month: 3, Day: "12",
				Authors: []Name{{Family: "Ruiz", Given: "Ana"}, {Family: "Ek", Particle: "van", Given: "Bo"}}}},
		{Source{Title: "Undated", Domain: "site.example", Published: "4 days ago"}, Reference{Type: Misc, Title: "Undated", Container: "site.example"}},
		{Source{Title: "By DOI", URI: "https://doi.org/10.5555/abc"},
			Reference{Type: Misc, Title: "By DOI", URL: "https://doi.org/10.5555/abc", DOI: "10.5555/abc", Container: "doi.org"}},
	}
	for _, test := range tests {
		got, ok := test.source.Reference()
		if diff := cmp.Diff(test.want, got); diff != "" || !ok {
			t.Errorf("%s: %t (-want +got):\n%s", test.source.Title, ok, diff)
		}
	}
	if r, ok := (Source{AuthorOrg: "Somebody", Published: "2026-03-12", Title: " "}).Reference(); ok {
		t.Errorf("a source without title and address is %+v, want none", r)
	}
}

func ExampleEntry() {
	r := Reference{Type: Article, Title: "Felt rims & the NASA cart", Authors: []Name{{Family: "Özgür", Given: "A."}}, Year: "2019"}
	entry := Entry("ozgur2019felt", &r)
	os.Stdout.WriteString(entry.Fields["author"].RawString() + "\n" + entry.Fields["title"].RawString() + "\n")
	// Output:
	// {{\"O}zg{\"u}r, A.}
	// {Felt rims \& the {NASA} cart}
}

func ExampleBibliography() {
	var b Bibliography
	for fact, sentence := range []string{
		"The paper 'Felt rims for quiet carts' (arXiv:2303.01234) was written by N. Okafor.",
		"Okafor published 'Felt Rims for Quiet Carts' in the Journal of Wheels in 2024.",
	} {
		for _, r := range Parse(sentence).References {
			b.Add([]string{"fact-1", "fact-2"}[fact], &r)
		}
	}
	if err := b.Write(os.Stdout, nil); err != nil {
		panic(err)
	}
	// Output:
	// @article{okafor2024felt,
	//   author = {Okafor, N.},
	//   title = {Felt rims for quiet carts},
	//   journal = {Journal of Wheels},
	//   year = {2024},
	//   eprint = {2303.01234},
	//   archiveprefix = {arXiv},
	//   x-facts = {fact-1 fact-2}
	// }
}

// A bibliography is written in each of the formats.
func ExampleBibliography_Write() {
	var b Bibliography
	for _, r := range Parse("Okafor published 'Felt Rims for Quiet Carts' in the Journal of Wheels in 2024.").References {
		b.Add("f1", &r)
	}
	for _, format := range Formats() {
		var text strings.Builder
		if err := b.Write(&text, &WriteOptions{Format: format, NoProvenance: true}); err != nil {
			panic(err)
		}
		fmt.Printf("== %s\n%s", format, strings.NewReplacer(" \r\n", "\n", "\r\n", "\n").Replace(text.String()))
	}
	// Output:
	// == bibtex
	// @article{okafor2024felt,
	//   author = {Okafor},
	//   title = {Felt Rims for Quiet Carts},
	//   journal = {Journal of Wheels},
	//   year = {2024}
	// }
	//
	// == biblatex
	// @article{okafor2024felt,
	//   author = {Okafor},
	//   title = {Felt Rims for Quiet Carts},
	//   journaltitle = {Journal of Wheels},
	//   date = {2024}
	// }
	//
	// == csl-json
	// [
	// {"id":"okafor2024felt","type":"article-journal","title":"Felt Rims for Quiet Carts","author":[{"family":"Okafor"}],"container-title":"Journal of Wheels","issued":{"date-parts":[[2024]]}}
	// ]
	// == ris
	// TY  - JOUR
	// ID  - okafor2024felt
	// AU  - Okafor
	// TI  - Felt Rims for Quiet Carts
	// JO  - Journal of Wheels
	// PY  - 2024
	// ER  -
	//
	// == cff
	// cff-version: 1.2.0
	// message: Please cite this work as follows.
	// title: Felt Rims for Quiet Carts
	// authors:
	// - family-names: Okafor
	// type: software
	// preferred-citation:
	//   type: article
	//   title: Felt Rims for Quiet Carts
	//   authors:
	//   - family-names: Okafor
	//   journal: Journal of Wheels
	//   year: 2024
}

// Whatever a fact says, the four forms are written, a .bib reads back, and no
// command reaches LaTeX but those of the tables.
func FuzzWrite(f *testing.F) {
	f.Add("A 100% {x} \\input{/etc/passwd} \\write18{rm}", "Brace}", "J & K", "10.5555/}{", "https://a.example/\\x{")
	f.Add("@article{b,\n title={x}}", "and", "a\x00b\u202Ec", "\"", "%\n")
	f.Add("'' -- ``", "others", "\xff\xfe", "~", "^^M")
	f.Fuzz(func(t *testing.T, title, family, container, doi, address string) {
		r := Reference{Type: Article, Title: title, Authors: []Name{{Family: family, Given: title}, {Literal: container}}, Container: container,
			DOI: doi, URL: address, Pages: family, Year: doi, Publisher: title}
		var b Bibliography
		b.Add(container, &r)
		for _, opts := range []WriteOptions{{}, {UTF8: true}, {Format: BibLaTeX}, {Format: CSLJSON}, {Format: RIS}} {
			var content bytes.Buffer
			if err := b.Write(&content, &opts); err != nil {
				t.Fatalf("%+v: %v", opts, err)
			}
			switch opts.Format {
			case CSLJSON:
				if !json.Valid(content.Bytes()) {
					t.Errorf("invalid JSON: %s", content.String())
				}
				continue
			case RIS:
				if n := strings.Count(content.String(), "\r\nER  - \r\n"); n != 1 {
					t.Errorf("%d ends of record in %q", n, content.String())
				}
				continue
			}
			file := bib.Read("", content.Bytes())
			if len(file.Entries) != 1 {
				t.Fatalf("%d entries in %s", len(file.Entries), content.String())
			}
			entry := &file.Entries[0]
			if got := entry.Field("title"); text.CleanText(title) != "" && latex.Decode(got.Value) != text.CleanText(title) {
				t.Errorf("%q is read back as %q from %s", text.CleanText(title), latex.Decode(got.Value), got.Raw)
			}
			for _, field := range entry.Fields {
				if command := unknownCommand(field.Value); command != "" {
					t.Errorf("field %s has the command %s: %s", field.Name, command, field.Raw)
				}
			}
		}
	})
}

// unknownCommand returns the first command that reading does not turn into what it
// prints.
func unknownCommand(value string) string {
	for {
		at := strings.IndexByte(value, '\\')
		if at < 0 {
			return ""
		}
		name := value[at+1:]
		if end := strings.IndexFunc(name, func(r rune) bool { return r > 'z' || !text.IsLetter(byte(r)) }); end == 0 {
			name = name[:1]
		} else if end > 0 {
			name = name[:end]
		}
		if strings.Contains(latex.Decode(`\`+name+`{a}`), `\`+name) {
			return `\` + name
		}
		value = value[at+1+len(name):]
	}
}

// TestReferenceWithoutATypeIsWritten holds that a reference whose type nobody says is an entry
// that reads back, in every format.
func TestReferenceWithoutATypeIsWritten(t *testing.T) {
	for _, format := range Formats() {
		var works Bibliography
		works.Add("a1", &Reference{Title: "Felt Rims", Container: "Cart Letters", Year: "2019"})
		var text bytes.Buffer
		if err := works.Write(&text, &WriteOptions{Format: format}); err != nil {
			t.Errorf("%s: %v", format, err)
		}
		if (format == BibTeX || format == BibLaTeX) && !strings.HasPrefix(text.String(), "@misc{") {
			t.Errorf("%s: %s", format, &text)
		}
	}
}
