package index

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/dump"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/generate/dblp"
	"github.com/google/go-cmp/cmp"
)

// generated returns an invented dblp.xml.
func generated(t testing.TB, seed uint64, count int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := dblp.Write(&b, seed, count); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// authorName reads an author of the invented dblp.xml: "Given Family 0001".
func authorName(name string) citation.Name {
	given, family, _ := strings.Cut(strings.TrimRight(name, " 0123456789"), " ")
	return citation.Name{Given: given, Family: family}
}

// dumpOf returns a dump of a text.
func dumpOf(name string, text []byte) Source {
	identity := sha256.Sum256(text[:min(len(text), 1<<16)])
	return Source{Name: name, Identity: hex.EncodeToString(identity[:]), Works: dump.Read(dump.File{Name: name, Reader: bytes.NewReader(text)})}
}

// built builds an index of dumps in a new folder.
func built(t testing.TB, dumps ...Source) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "index")
	if _, err := Build(context.Background(), path, dumps, nil); err != nil {
		t.Fatal(err)
	}
	return path
}

func opened(t testing.TB, path string) *Index {
	t.Helper()
	x, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

const carts = `@inproceedings{ferro-2021-rims,
  title = {Felt Rims: A Study of Quiet Carts},
  author = {van der Ferro, Ana and O'Hara, Bo},
  booktitle = {Proceedings of the 2021 Conference on Carts},
  year = {2021}, doi = {10.5555/Carts.2021.7}, pages = {104--121}
}
@book{lindqvist-2019-wheels,
  title = {The Wheelwright's Handbook}, author = {Lindqvist, Per},
  publisher = {Ambit}, year = {2019}, isbn = {0-306-40615-2}
}
@article{rims-2020-arxiv,
  title = {Quiet rims for heavy carts}, author = {Ferro, Ana}, year = {2020},
  journal = {arXiv preprint arXiv:2005.01234v2}
}
@article{mira-2020-spokes,
  title = {Spokes revisited}, author = {Mira, Ida}, year = {2020}, journal = {Annals of Imaginary Wheels}, pmid = {7654321}
}
`

func TestFind(t *testing.T) {
	x := opened(t, built(t, dumpOf("carts.bib", []byte(carts))))
	ferro := []citation.Name{{Given: "A.", Family: "Ferro", Particle: "van der"}}
	tests := []struct {
		name  string
		query authority.Query
		want  []string // keys
	}{
		{"by DOI", authority.Query{DOI: "https://doi.org/10.5555/carts.2021.7"}, []string{"ferro-2021-rims"}},
		{"by arXiv ID of another version", authority.Query{ArXiv: "arXiv:2005.01234v3"}, []string{"rims-2020-arxiv"}},
		{"by the DOI of an arXiv paper", authority.Query{DOI: "10.48550/arXiv.2005.01234"}, []string{"rims-2020-arxiv"}},
		{"by ISBN of ten digits", authority.Query{ISBN: "0306406152"}, []string{"lindqvist-2019-wheels"}},
		{"by ISBN of thirteen digits", authority.Query{ISBN: "978-0-306-40615-7"}, []string{"lindqvist-2019-wheels"}},
		{"by PMID", authority.Query{PMID: "7654321"}, []string{"mira-2020-spokes"}},
		{"by title in another dress", authority.Query{Title: "FELT RIMS – a study of {Q}uiet carts."}, []string{"ferro-2021-rims"}},
		{"by title without its sub-title", authority.Query{Title: "Felt rims", Authors: ferro}, []string{"ferro-2021-rims"}},
		{"by title without its article", authority.Query{Title: "Wheelwright's handbook"}, []string{"lindqvist-2019-wheels"}},
		{"by title with a typo", authority.Query{Title: "Felt Rims: A Study of Queit Carts"}, []string{"ferro-2021-rims"}},
		{"by title with a word left out", authority.Query{Title: "Quiet rims heavy carts"}, []string{"rims-2020-arxiv"}},
		{"identifier and title of different works", authority.Query{DOI: "10.5555/carts.2021.7", Title: "Spokes revisited"}, []string{"mira-2020-spokes", "ferro-2021-rims"}},
		{"unknown", authority.Query{Title: "An unheard-of thing", DOI: "10.5555/none"}, nil},
		{"nothing", authority.Query{}, nil},
		{"punctuation only", authority.Query{Title: "?!"}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			works, err := x.Find(t.Context(), &test.query)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, keys(works)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func keys(works []*authority.Work) (keys []string) {
	for _, w := range works {
		keys = append(keys, w.Origin.Key)
	}
	return keys
}

func TestCited(t *testing.T) {
	x := opened(t, built(t, dumpOf("carts.bib", []byte(carts))))
	for _, test := range []struct {
		family, year string
		want         []string
	}{
		{"Ferro", "2021", []string{"ferro-2021-rims"}},
		{"van der Ferro", "2021a", []string{"ferro-2021-rims"}},
		{"FERRO", "2020", []string{"rims-2020-arxiv"}},
		{"O'Hara", "2021", nil}, // the second author
		{"Ferro", "2019", nil},
		{"Ferro", "n.d.", nil},
		{"", "2020", nil},
	} {
		works, err := x.Cited(test.family, test.year)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(test.want, keys(works)); diff != "" {
			t.Errorf("%s (%s): %s", test.family, test.year, diff)
		}
	}
}

func TestCoverage(t *testing.T) {
	text := generated(t, 1, 3000)
	x := opened(t, built(t, dumpOf("carts.bib", []byte(carts)), dumpOf("dblp.xml", text)))
	venue, year := dblp.New(1, 1).Venue, dblp.New(1, 1).Year
	want, ofYear := 0, 0
	for i := range 3000 {
		if r := dblp.New(1, i); r.Venue == venue {
			want++
			if r.Year == year {
				ofYear++
			}
		}
	}
	c := x.Coverage()
	if got := c.Holds(venue, 0); got != want {
		t.Errorf("holds %d works of %s, want %d", got, venue, want)
	}
	if got := c.Holds(strings.ToLower(venue)+" ", year); got != ofYear {
		t.Errorf("holds %d works of %s %d, want %d", got, venue, year, ofYear)
	}
	if got := c.Holds("Proceedings of the 2020 Conference on Carts", 2021); got != 1 {
		t.Errorf("holds %d works of the Conference on Carts, want 1", got)
	}
	if got := c.Holds("Journal of Nothing", 0); got != 0 {
		t.Errorf("holds %d works of a venue that is not there", got)
	}
	if n := len(c.Identifiers.Registrants); n < 100 || c.Identifiers.Registrants["10.1010"] != 1 {
		t.Errorf("%d registrants, works of one of them: %d", n, c.Identifiers.Registrants["10.1010"])
	}
	if got := c.Identifiers.ArXiv["0004"]; got != (authority.ArXivMonth{Works: 2, Largest: 49524}) {
		t.Errorf("a month of arXiv is %v", got)
	}
	c.Holds, c.Venues, c.Identifiers = nil, 0, nil
	wanted := &authority.Coverage{
		Name: "index", Date: "2026-12-28", Works: 3004, Years: [2]int{1991, 2025},
		Sources: []authority.SourceCount{{Source: "bib", Works: 4}, {Source: "dblp", Date: "2026-12-28", Works: 3000}},
	}
	if diff := cmp.Diff(wanted, c); diff != "" {
		t.Error(diff)
	}
}

func TestWorksComeBackAsTheyWere(t *testing.T) {
	text := generated(t, 3, 500)
	x := opened(t, built(t, dumpOf("dblp.xml", text), dumpOf("carts.bib", []byte(carts))))
	number := uint32(0)
	var buffer []byte
	for _, d := range []Source{dumpOf("dblp.xml", text), dumpOf("carts.bib", []byte(carts))} {
		for want, err := range d.Works {
			if err != nil {
				t.Fatal(err)
			}
			got, err := x.work(number, &buffer)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("work %d: %s", number, diff)
			}
			number++
		}
	}
}

func TestBuildReadsGzipAndCountsBadRecords(t *testing.T) {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	io.WriteString(w, carts)
	w.Close()
	spoiled := `{"id":"a","type":"book","title":"The first cart"}
{"id" "b"}
{"id":"c","type":"book","title":"The third cart"}
`
	var warned []string
	path := filepath.Join(t.TempDir(), "index")
	report, err := Build(t.Context(), path, []Source{dumpOf("carts.bib.gz", packed.Bytes()), dumpOf("books.json", []byte(spoiled))},
		&Options{Warn: func(err error) { warned = append(warned, err.Error()) }})
	if err != nil {
		t.Fatal(err)
	}
	if report.Bad != 1 || report.Added != 6 || report.Coverage.Works != 6 || len(warned) != 1 || !strings.HasPrefix(warned[0], "books.json: record 2 (line 2)") {
		t.Errorf("report %+v, warnings %q", report, warned)
	}
}

func TestBuildAddsDumpsAndReplacesRecords(t *testing.T) {
	first, second := generated(t, 1, 300), generated(t, 2, 300)
	newer := Source{Name: "newer.xml", Works: dump.Read(dump.File{Name: "newer.xml", Date: "2030-01", Reader: bytes.NewReader(generated(t, 1, 200))})}
	path := built(t, dumpOf("first.xml", first))
	var warned []string
	warn := &Options{Warn: func(err error) { warned = append(warned, err.Error()) }}

	report, err := Build(t.Context(), path, []Source{dumpOf("first.xml", first), dumpOf("second.xml", second)}, warn)
	if err != nil {
		t.Fatal(err)
	}
	if report.Added != 300 || report.Coverage.Works != 600 || report.Replaced != 0 {
		t.Errorf("report %+v", report)
	}
	if len(warned) != 1 || !strings.Contains(warned[0], "first.xml: the index has this dump already") {
		t.Errorf("warnings %q", warned)
	}
	report, err = Build(t.Context(), path, []Source{newer}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if report.Added != 200 || report.Coverage.Works != 600 || report.Replaced != 200 {
		t.Errorf("report %+v", report)
	}
	x := opened(t, path)
	for i := range 300 {
		want := dblp.New(1, i)
		works, err := x.Find(t.Context(), &authority.Query{Title: want.Title, DOI: want.DOI})
		if err != nil {
			t.Fatal(err)
		}
		works = slices.DeleteFunc(works, func(w *authority.Work) bool { return w.Origin.Key != want.Key })
		if len(works) != 1 || (works[0].Origin.Date == "2030-01") != (i < 200) {
			t.Fatalf("record %d: found %d times, %+v", i, len(works), works)
		}
	}
	if report, err = Build(t.Context(), path, []Source{dumpOf("carts.bib", []byte(carts))}, &Options{Replace: true}); err != nil || report.Coverage.Works != 4 {
		t.Errorf("replacing: report %+v, %v", report, err)
	}
}

func TestBuildSaysWhatIsInTheWay(t *testing.T) {
	folder := t.TempDir()
	os.WriteFile(filepath.Join(folder, "thesis.tex"), nil, 0o666)
	file := filepath.Join(folder, "thesis.tex")
	for _, test := range []struct {
		path    string
		replace bool
		want    string
	}{
		{folder, false, "what is there cannot be added to: it has no manifest.json, so it is no index; give another path"},
		{file, false, "what is there cannot be added to: it is no folder, as an index is; give another path"},
		{folder, true, "something else is there"},
		{file, true, "something else is there"},
	} {
		_, err := Build(t.Context(), test.path, []Source{dumpOf("carts.bib", []byte(carts))}, &Options{Replace: test.replace})
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", test.path, err, test.want)
		}
	}
	if _, err := os.Stat(file); err != nil {
		t.Error("what was there is gone")
	}
}

func TestBuildSaysWhichDumpIsCut(t *testing.T) {
	text := generated(t, 1, 2000)
	path := filepath.Join(t.TempDir(), "index")
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	w.Write(text)
	w.Close()
	_, err := Build(t.Context(), path, []Source{dumpOf("dblp.xml.gz", packed.Bytes()[:packed.Len()/2])}, nil)
	if err == nil || !strings.Contains(err.Error(), "dblp.xml.gz: it could be read only up to record") {
		t.Fatalf("got %v", err)
	}
	if _, err := Open(path); err == nil {
		t.Error("there is an index of half a dump")
	}
	report, err := Build(t.Context(), path, []Source{dumpOf("dblp.xml.gz", packed.Bytes())}, nil)
	if err != nil || report.Added != 2000 || report.Resumed == 0 {
		t.Errorf("with the whole dump: report %+v, %v", report, err)
	}
}

func ExampleBuild() {
	folder, err := os.MkdirTemp("", "")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "known")
	works := dump.Read(dump.File{Name: "carts.bib", Date: "2026-11", Reader: strings.NewReader(carts)})
	if _, err := Build(context.Background(), path, []Source{{Name: "carts.bib", Works: works}}, nil); err != nil {
		panic(err)
	}
	index, err := Open(path)
	if err != nil {
		panic(err)
	}
	defer index.Close()
	found, err := index.Find(context.Background(), &authority.Query{Title: "Felt rims: a study of quiet crats"})
	if err != nil {
		panic(err)
	}
	for _, w := range found {
		fmt.Println(w.Record.Title, w.Record.Year, w.Origin)
	}
	// Output: Felt Rims: A Study of Quiet Carts 2021 bib 2026-11
}

func TestClosed(t *testing.T) {
	path := built(t, dumpOf("carts.bib", []byte(carts)))
	x := opened(t, path)
	x.Close()
	_, found := x.Find(t.Context(), &authority.Query{PMID: "7654321"})
	_, cited := x.Cited("Mira", "2020")
	for _, err := range []error{found, cited} {
		if want := "the index " + path + " is closed; close it after its last use"; err == nil || err.Error() != want {
			t.Errorf("error %v, want %s", err, want)
		}
	}
}
