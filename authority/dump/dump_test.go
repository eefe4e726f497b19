package dump

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/factcite/factcite/authority/internal/worktest"

	"github.com/factcite/factcite/authority"
	"github.com/google/go-cmp/cmp"
)

func TestReadDumpOfBytesThatAreNone(t *testing.T) {
	for _, text := range []string{"\x00\x17\n@article{a, title = {T}}", "{\x01\x02", "[", "[]", "<dblp></dblp>", "to @you and\n@ all", "@", "%\n@comment{", "OriginalPaperDOI,RetractionNature\n"} {
		works, _, ended := countDump(File{Name: "x", Reader: strings.NewReader(text)})
		if works != 0 || ended == nil {
			t.Errorf("%q: %d works, ended with %v", text, works, ended)
		}
	}
	for _, text := range []string{"% mine\n  @Article (a, title = {T})", "\ufeff@book{a, title = {T}}"} {
		if works, _, ended := countDump(File{Name: "x", Reader: strings.NewReader(text)}); works != 1 || ended != nil {
			t.Errorf("%q: %d works, ended with %v", text, works, ended)
		}
	}
}

var update = flag.Bool("update", false, "rewrite the golden files with what the tests see")

// readText reads the works of a dump and renders them, and errors among them, as
// text.
func readText(d File) string {
	var b strings.Builder
	for w, err := range Read(d) {
		var bad *authority.RecordError
		switch {
		case errors.As(err, &bad):
			fmt.Fprintf(&b, "passed over: %v\n\n", err)
		case err != nil:
			fmt.Fprintf(&b, "ended: %v\n\n", err)
		default:
			b.WriteString(worktest.Text(w))
		}
	}
	return b.String()
}

func openTestDump(t testing.TB, name string) File {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata/dumps", name))
	if err != nil {
		t.Fatal(err)
	}
	return File{Name: name, Reader: bytes.NewReader(text)}
}

// testDumps are the files of testdata/dumps.
var testDumps = []string{
	"anthology2000.xml", "semanticscholar_batch.json", "dblp_answer.xml",
	"dblp.xml", "arxiv.jsonl", "anthology.xml", "openalex.jsonl", "crossref.jsonl", "crossref_items.json",
	"semanticscholar.jsonl", "datacite.jsonl", "csl.json", "refs.bib", "retraction_watch.csv",
	"pubmed.xml", "arxivfeed.xml", "anthology2018.xml", "dblp_answer.json", "openreview.json", "zotero.json", "refs.ris", "refs.enw",
}

func TestReadDump(t *testing.T) {
	for _, name := range testDumps {
		t.Run(name, func(t *testing.T) {
			got := readText(openTestDump(t, name))
			golden := filepath.Join("testdata/dumps", name+".golden")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatalf("%v (run with -update to write it)", err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("works (-want +got):\n%s", diff)
			}
		})
	}
}

func packed(text []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write(text)
	w.Close()
	return b.Bytes()
}

// A dump reads the same whether it is compressed, in several members, comes byte
// by byte, or starts with a byte order mark.
func TestReadDumpInAnyWrapping(t *testing.T) {
	for _, name := range testDumps {
		text, err := os.ReadFile(filepath.Join("testdata/dumps", name))
		if err != nil {
			t.Fatal(err)
		}
		want := readText(File{Name: name, Reader: bytes.NewReader(text)})
		half := len(text) / 2
		for wrapping, r := range map[string]io.Reader{
			"gzip":                 bytes.NewReader(packed(text)),
			"gzip in two members":  bytes.NewReader(append(packed(text[:half]), packed(text[half:])...)),
			"gzip byte by byte":    oneByteReader{bytes.NewReader(packed(text))},
			"byte by byte":         oneByteReader{bytes.NewReader(text)},
			"with byte order mark": io.MultiReader(strings.NewReader("\ufeff"), bytes.NewReader(text)),
		} {
			if diff := cmp.Diff(want, readText(File{Name: name, Reader: r})); diff != "" {
				t.Errorf("%s, %s (-plain +got):\n%s", name, wrapping, diff)
			}
		}
	}
}

// An archive reads as the files in it do, compressed or not, and an archive in it as well.
// What is none of a known form in it is passed over.
func TestReadArchive(t *testing.T) {
	files := map[string][]byte{"README": []byte("Felt."), "inner.zip": zipOf(t, map[string][]byte{"refs.bib": []byte("@book{a, title = {T}}")})}
	files["twice.tar.gz"] = packed(tarOf(t, map[string][]byte{"once.zip": files["inner.zip"], "README": []byte("Felt.")}))
	files["nothing.tar"] = tarOf(t, map[string][]byte{"README": []byte("Felt.")})
	want := 2 // in the archives within
	for _, name := range testDumps {
		works, _, ended := countDump(openTestDump(t, name))
		if ended != nil {
			t.Fatal(ended)
		}
		text, _ := os.ReadFile(filepath.Join("testdata/dumps", name))
		files["folder/"+name], files[name+".gz"] = text, packed(text)
		want += 2 * works
	}
	for kind, archive := range map[string][]byte{"zip": zipOf(t, files), "tar": tarOf(t, files), "tar, packed": packed(tarOf(t, files))} {
		for _, r := range []io.Reader{bytes.NewReader(archive), oneByteReader{bytes.NewReader(archive)}} {
			if works, _, ended := countDump(File{Name: "x", Reader: r}); works != want || ended != nil {
				t.Errorf("%s: %d works, ended with %v, want %d", kind, works, ended, want)
			}
		}
		if works, _, ended := countDump(File{Name: "x", Reader: bytes.NewReader(archive[:len(archive)/2])}); works >= want || ended == nil {
			t.Errorf("half of a %s: %d works, ended with %v", kind, works, ended)
		}
	}
	for w, err := range Read(File{Name: "felt.zip", Date: "2026-09", Reader: bytes.NewReader(zipOf(t, map[string][]byte{"a/refs.ris": []byte("TY  - BOOK\nTI  - T\nER  - \n")}))}) {
		if err != nil || w.Origin.Key != "refs.ris 1" || w.Origin.Date != "2026-09" {
			t.Errorf("%v, %v", w, err)
		}
		break
	}
	if _, _, ended := countDump(File{Name: "x", Reader: bytes.NewReader(zipOf(t, map[string][]byte{"README": []byte("Felt.")}))}); !errors.Is(ended, ErrUnknownForm) {
		t.Errorf("an archive without a dump ended with %v", ended)
	}
}

// What is wrong with a file in an archive ends it, what is wrong with a record does not, and
// whoever stops listening is not called again.
func TestReadDamagedArchive(t *testing.T) {
	const (
		book   = "@book{a, title = {T}}"
		broken = "@book{b, title = {T\n@book{c, title = {T}}\n"
		cut    = `<dblp><article key="a"><title>T</title></article><article key="b"`
	)
	for _, test := range []struct {
		first, second string
		works, bad    int
		ended         string
	}{
		{book, book, 2, 0, ""},
		{broken, book, 2, 1, ""},
		{cut, book, 1, 1, "x#1: it could be read only up to record 2"},
		{book, cut, 2, 1, "x#2: it could be read only up to record 2"},
		{book, "Felt.", 1, 0, ""},
		{"Felt.", "[", 0, 0, "x#2: it could be read only up to record 0"},
	} {
		archive := zipOf(t, map[string][]byte{"1": []byte(test.first), "2": []byte(test.second)})
		works, bad, ended := countDump(File{Name: "x", Reader: bytes.NewReader(archive)})
		if works != test.works || bad != test.bad || !strings.HasPrefix(fmt.Sprint(ended), test.ended) || (ended == nil) != (test.ended == "") {
			t.Errorf("%q and %q: %d works, %d bad records, ended with %v, want %d, %d and %q", test.first, test.second, works, bad, ended, test.works, test.bad, test.ended)
		}
		for range Read(File{Name: "x", Reader: bytes.NewReader(archive)}) {
			break
		}
	}
}

// Files of tagged lines that are read in pieces are read as if they were one.
func TestReadLongTaggedFiles(t *testing.T) {
	abstract := strings.Repeat("felt ", 20_000)
	for form, record := range map[string]string{
		"ris":     "TY  - BOOK\nTI  - Felt %d\nAB  - " + abstract + "\nER  - \n",
		"endnote": "%%0 Book\n%%T Felt %d\n%%X " + abstract + "\n\n",
	} {
		var text strings.Builder
		const records = 90 // of some 100 kB each
		for n := range records {
			fmt.Fprintf(&text, record, n)
		}
		n := 0
		for w, err := range Read(File{Name: "a/refs.txt", Reader: strings.NewReader(text.String())}) {
			if err != nil {
				t.Fatal(err)
			}
			if title, key := fmt.Sprint("Felt ", n), fmt.Sprint("refs.txt ", n+1); w.Record.Title != title || w.Origin.Key != key || w.Origin.Source != form {
				t.Fatalf("%s: %q, %v; want %q, %q", form, w.Record.Title, w.Origin, title, key)
			}
			n++
		}
		if n != records {
			t.Errorf("%s: %d works, want %d", form, n, records)
		}
	}
}

// A record that is cut may have had more authors, and contradicts nobody.
func TestCutRIS(t *testing.T) {
	const first, last = "TY  - BOOK\nTI  - Felt\nAU  - Roe, Ana\nER  - \n", "TY  - BOOK\nTI  - Straw\nAU  - Lind, Bo\n"
	for text, want := range map[string]string{
		first + last + "ER  - \n": "Felt; Straw",
		first + last + "ER  -":    "Felt; Straw",
		first + last:              "Felt; x: record 2 (line 5): it ends in the middle, without a line ER",
	} {
		var got []string
		for w, err := range Read(File{Name: "x", Reader: strings.NewReader(text)}) {
			if err != nil {
				got = append(got, err.Error())
			} else {
				got = append(got, w.Record.Title)
			}
		}
		if diff := cmp.Diff(want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

// Archives within each other end somewhere, whatever they hold.
func TestDeepArchives(t *testing.T) {
	archive := zipOf(t, map[string][]byte{"refs.bib": []byte("@book{a, title = {T}}")})
	for depth := range 8 {
		works, _, ended := countDump(File{Name: "x", Reader: bytes.NewReader(archive)})
		if read := works == 1 && ended == nil; read != (depth < deepest) || !read && !errors.Is(ended, ErrUnknownForm) {
			t.Errorf("within %d more: %d works, ended with %v", depth, works, ended)
		}
		archive = zipOf(t, map[string][]byte{"inner.zip": archive})
	}
}

func zipOf(t testing.TB, files map[string][]byte) []byte {
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if w, err := archive.Create(name); err != nil {
			t.Fatal(err)
		} else {
			w.Write(files[name])
		}
	}
	archive.Close()
	return b.Bytes()
}

func tarOf(t testing.TB, files map[string][]byte) []byte {
	var b bytes.Buffer
	archive := tar.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := archive.WriteHeader(&tar.Header{Typeflag: tar.TypeReg, Name: name, Mode: 0o644, Size: int64(len(files[name]))}); err != nil {
			t.Fatal(err)
		}
		archive.Write(files[name])
	}
	archive.Close()
	return b.Bytes()
}

type oneByteReader struct{ r io.Reader }

func (o oneByteReader) Read(p []byte) (int, error) { return o.r.Read(p[:min(1, len(p))]) }

// Files of one family may stand one behind the other.
func TestReadDumpOfJoinedFiles(t *testing.T) {
	for _, family := range [][]string{
		{"arxiv.jsonl", "openalex.jsonl", "crossref_items.json", "csl.json", "crossref.jsonl", "semanticscholar.jsonl", "datacite.jsonl", "crossref_items.json"},
		{"dblp.xml", "anthology.xml", "pubmed.xml", "arxivfeed.xml", "dblp.xml"},
		{"zotero.json", "openreview.json", "dblp_answer.json", "csl.json"},
		{"refs.ris", "refs.ris"},
		{"refs.bib", "refs.bib"},
	} {
		var all []io.Reader
		alone := 0
		for _, name := range family {
			works, _, ended := countDump(openTestDump(t, name))
			if ended != nil {
				t.Fatal(ended)
			}
			alone += works
			all = append(all, openTestDump(t, name).Reader)
		}
		joined, _, ended := countDump(File{Name: "joined", Reader: io.MultiReader(all...)})
		if joined != alone || ended != nil {
			t.Errorf("%v: %d works joined, %d alone; ended with %v", family, joined, alone, ended)
		}
	}
}

// countDump counts works and bad records, and returns the error that ended it.
func countDump(d File) (works, bad int, ended error) {
	for _, err := range Read(d) {
		var record *authority.RecordError
		switch {
		case err == nil:
			works++
		case errors.As(err, &record):
			bad++
		default:
			ended = err
		}
	}
	return works, bad, ended
}

// The dump's own date is that of all its records.
func TestReadDumpDate(t *testing.T) {
	d := openTestDump(t, "arxiv.jsonl")
	d.Date = "2026-09"
	for w, err := range Read(d) {
		if err == nil && w.Origin.String() != "arxiv 2026-09" {
			t.Errorf("origin %q, want %q", w.Origin, "arxiv 2026-09")
		}
	}
}

// Whoever stops listening is not called again.
func TestReadDumpStops(t *testing.T) {
	for _, name := range testDumps {
		for limit := 1; limit < 4; limit++ {
			seen := 0
			for range Read(openTestDump(t, name)) {
				if seen++; seen == limit {
					break
				}
			}
			if seen > limit {
				t.Errorf("%s: %d values after a break at %d", name, seen, limit)
			}
		}
	}
}

func TestReadDumpOfUnknownForm(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"nothing", "", "x: unknown form of dump: it is empty or was read already; known are"},
		{"blanks", " \n\t", "x: unknown form of dump: it is empty or was read already; known are"},
		{"words", "Felt rims roll.", `x: unknown form of dump: its first bytes are "Felt rims roll."; known are`},
		{"other XML", "<?xml version='1.0'?><rss><item/></rss>", `x: unknown form of dump: it is XML with the root element "rss"; known are`},
		{"XML without elements", "<?xml version='1.0'?>", "x: unknown form of dump: it is XML without a root element"},
		{"UTF-16", `<?xml version="1.0" encoding="UTF-16"?><dblp/>`, `x: its encoding "utf-16" is not read; convert it to UTF-8`},
		{"other JSON", `{"felt": "rims"}`, "x: unknown form of dump: none of its objects has the members of a record"},
		{"many others", strings.Repeat(`{"felt": "rims"}`+"\n", 200), "x: unknown form of dump: none of its first 100 objects has the members of a record"},
		{"text with signs", "felt\n@ rims", `x: unknown form of dump: its first bytes are "felt\n@ rims"`},
		{"a .bib by its name alone", "Felt rims roll.", "refs.BIB.gz: unknown form of dump: it has no entry of a .bib"},
		{"broken gzip", "\x1f\x8bnot gzip", "x: it starts as gzip and cannot be unpacked: gzip: invalid header"},
		{"gzip of nothing", string(packed(nil)), "x: unknown form of dump: it is empty or was read already; known are"},
	} {
		t.Run(test.name, func(t *testing.T) {
			name, _, _ := strings.Cut(test.want, ":")
			works, _, ended := countDump(File{Name: name, Reader: strings.NewReader(test.text)})
			if works != 0 || ended == nil || !strings.HasPrefix(ended.Error(), test.want) {
				t.Errorf("%d works, ended with %v\nwant %s", works, ended, test.want)
			}
		})
	}
}

func TestReadTwice(t *testing.T) {
	d := File{Name: "x", Reader: strings.NewReader("@book{a, title = {Felt rims}}")}
	if works, _, ended := countDump(d); works != 1 || ended != nil {
		t.Errorf("%d works, ended with %v", works, ended)
	}
	if _, _, ended := countDump(d); ended == nil || !strings.Contains(ended.Error(), "it is empty or was read already") {
		t.Errorf("the second time it ended with %v", ended)
	}
}

// A gzip that is cut yields what can be read, and says that it was cut.
func TestReadDumpOfCutGzip(t *testing.T) {
	for _, name := range testDumps {
		text, err := os.ReadFile(filepath.Join("testdata/dumps", name))
		if err != nil {
			t.Fatal(err)
		}
		whole, _, _ := countDump(openTestDump(t, name))
		whole *= 3
		gz := packed(bytes.Repeat(text, 3))
		works, _, ended := countDump(File{Name: name, Reader: bytes.NewReader(gz[:len(gz)-9])})
		if !errors.Is(ended, io.ErrUnexpectedEOF) || works > whole || works == 0 {
			t.Errorf("%s: %d of %d works, ended with %v", name, works, whole, ended)
		}
	}
}

type failingReader struct{ text io.Reader }

var errDisk = errors.New("the disk is gone")

func (f failingReader) Read(p []byte) (int, error) {
	n, err := f.text.Read(p)
	if err == io.EOF {
		err = errDisk
	}
	return n, err
}

func TestReadDumpOfFailingReader(t *testing.T) {
	for _, name := range testDumps {
		d := openTestDump(t, name)
		whole, _, _ := countDump(openTestDump(t, name))
		d.Reader = failingReader{d.Reader}
		works, _, ended := countDump(d)
		if !errors.Is(ended, errDisk) || works < whole-1 {
			t.Errorf("%s: %d of %d works, ended with %v", name, works, whole, ended)
		}
	}
}
