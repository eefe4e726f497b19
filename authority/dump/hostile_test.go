package dump

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/factcite/factcite/authority/internal/worktest"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/internal/linear"
)

// checkDump reads a dump and checks what it yields.
func checkDump(t *testing.T, d File) (works, bad int) {
	t.Helper()
	ended := false
	record := 0
	for w, err := range Read(d) {
		if ended {
			t.Fatalf("%s: something follows the error that ended it", d.Name)
		}
		var recordError *authority.RecordError
		switch {
		case errors.As(err, &recordError):
			bad++
			if recordError.Record <= record || recordError.Line < 1 || recordError.Dump != d.Name {
				t.Fatalf("place of %v, after record %d", err, record)
			}
			record = recordError.Record
		case err != nil:
			ended = true
			if !strings.HasPrefix(err.Error(), d.Name+": ") {
				t.Fatalf("%v does not name the dump", err)
			}
		case w == nil:
			t.Fatal("neither work nor error")
		default:
			works++
			if err := worktest.Check(w); err != nil {
				t.Fatalf("%s: %v\n%s", d.Name, err, worktest.Text(w))
			}
		}
	}
	return works, bad
}

func TestReadDumpCutAnywhere(t *testing.T) {
	for _, name := range testDumps {
		text, err := os.ReadFile(filepath.Join("testdata/dumps", name))
		if err != nil {
			t.Fatal(err)
		}
		whole, _ := checkDump(t, File{Name: name, Reader: bytes.NewReader(text)})
		step := 23
		if worktest.IsLong() {
			step = 1
		}
		for cut := 0; cut < len(text); cut += step {
			if works, _ := checkDump(t, File{Name: name, Reader: bytes.NewReader(text[:cut])}); works > whole {
				t.Errorf("%s cut at %d: %d works, %d in the whole", name, cut, works, whole)
			}
		}
	}
}

// Every value of every record may be of any kind: that costs the value, not the
// record, and never the records after it.
func TestReadDumpWithValuesOfOtherKinds(t *testing.T) {
	others := []any{nil, true, -3.5, "text", []any{}, []any{nil, 1.0, "x", []any{[]any{}}}, map[string]any{}, map[string]any{"name": 1.0, "title": []any{}}}
	last := `{"id":"2401.99999","submitter":"A","title":"The last one","categories":"cs.RO"}`
	for _, name := range testDumps {
		if !strings.Contains(name, ".json") || name == "crossref_items.json" {
			continue
		}
		text, err := os.ReadFile(filepath.Join("testdata/dumps", name))
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			var record map[string]any
			if json.Unmarshal([]byte(line), &record) != nil {
				continue
			}
			for i, place := range placesIn(record) {
				original := place.get()
				tried := others[i%len(others):][:1]
				if worktest.IsLong() {
					tried = others
				}
				for _, other := range tried {
					place.set(other)
					changed, err := json.Marshal(record)
					if err != nil {
						t.Fatal(err)
					}
					found := false
					d := File{Name: name, Reader: strings.NewReader(string(changed) + "\n" + last)}
					for w, err := range Read(d) {
						var bad *authority.RecordError
						if err != nil && !errors.As(err, &bad) {
							t.Fatalf("%v\n%s", err, changed)
						}
						if err == nil {
							if err := worktest.Check(w); err != nil {
								t.Fatalf("%v\n%s", err, changed)
							}
							found = found || w.Record.Title == "The last one"
						}
					}
					if !found {
						t.Fatalf("the record after this one is lost: %s", changed)
					}
				}
				place.set(original)
			}
		}
	}
}

// place is a value within a JSON document.
type place struct {
	get func() any
	set func(any)
}

func placesIn(value any) (places []place) {
	switch value := value.(type) {
	case map[string]any:
		for name := range value {
			places = append(places, place{func() any { return value[name] }, func(v any) { value[name] = v }})
			places = append(places, placesIn(value[name])...)
		}
	case []any:
		for i := range value {
			places = append(places, place{func() any { return value[i] }, func(v any) { value[i] = v }})
			places = append(places, placesIn(value[i])...)
		}
	}
	return places
}

// mostNames is how many names of a list are read.
const mostNames = 1000

func TestReadDumpLimits(t *testing.T) {
	manyAuthors := strings.Repeat(`{"family":"Rad"},`, 3*mostNames)
	huge := strings.Repeat("felt ", 16<<20/5)
	for _, test := range []struct {
		name, text, want string
	}{
		{"many authors", `[{"id":"a","type":"book","title":"T","author":[` + manyAuthors + `{}]}]`, "csl 1000 et al.\n"},
		{"many authors in XML", `<dblp><article key="a"><title>T</title>` + strings.Repeat("<author>Rad</author>", 3*mostNames) + `</article></dblp>`, "dblp 1000 et al.\n"},
		{"long JSON", `[{"id":"a","type":"book","title":"` + huge + `"},` + "\n" + `{"id":"b","type":"book","title":"T"}]`,
			"x: record 1 (line 1): it is longer than the 16 MiB that a record may have\ncsl 0\n"},
		{"deep JSON", `[{"id":"a","type":"book","deep":` + strings.Repeat("[", 100) + strings.Repeat("]", 100) + `},` + "\n" + `{"id":"b","type":"book","title":"T"}]`,
			"x: record 1 (line 1): it is nested more than 64 deep\ncsl 0\n"},
		{"long XML", `<dblp><article key="a"><title>` + huge + `</title></article>` + "\n" + `<article key="b"><title>T</title></article></dblp>`,
			"x: record 1 (line 1): <article>: it is longer than the 16 MiB that a record may have\ndblp 0\n"},
		{"long tag", `<dblp><article key="` + huge + `"><title>T</title></article>` + "\n" + `<article key="b"><title>T</title></article></dblp>`,
			"x: record 1 (line 1): a tag is not closed within the 16 MiB that a record may have\ndblp 0\n"},
		{"open quote", "OriginalPaperDOI,RetractionNature,Title\n,,\"" + huge + "\n,,T\n",
			"x: record 1 (line 2): a quote (\") of this row is not closed\nretractionwatch 0\n"},
		{"open brace in .bib", "@article{a, title = {" + huge + "\n@article{b, title = {T}}\n@article{c, title = {T}}\n",
			"x: record 1 (line 1): the \"{\" of this value is not closed before the next entry starts: add the missing \"}\"\nbib 0\nbib 0\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got strings.Builder
			for w, err := range Read(File{Name: "x", Reader: strings.NewReader(test.text)}) {
				switch {
				case err != nil:
					fmt.Fprintln(&got, err)
				case w.Record.EtAl:
					fmt.Fprintln(&got, w.Origin.Source, len(w.Record.Authors), "et al.")
				default:
					fmt.Fprintln(&got, w.Origin.Source, len(w.Record.Authors))
				}
			}
			if got.String() != test.want {
				t.Errorf("got\n%s\nwant\n%s", got.String(), test.want)
			}
		})
	}
}

// What is made to be read again and again takes time in proportion to its size all
// the same.
func TestReadTakesLinearTime(t *testing.T) {
	for _, test := range []struct{ name, head, repeated string }{
		{"objects within each other", "", `{"a":`},
		{"objects within each other a line each", "", `{"a":` + "\n"},
		{"arrays", "{", `[`},
		{"members", "{", `"a":1,`},
		{"members a line each", "{", `"a":1,` + "\n"},
		{"lines that are cut", "", `{"id":"2305.00007","title":"fe` + "\n"},
		{"strangers", "", `{}` + "\n"},
		{"brackets of the wrong kind", "", `{]`},
		{"quotes", "{", `"`},
		{"escapes", `{"`, `\"`},
		{"records that are not closed", "<dblp>", `<article key="x">`},
		{"tags that are not closed", "<dblp>", `<article `},
		{"comments that are not closed", "<dblp>", `<!-- `},
		{"comments that are not closed in a record", "<dblp><article>", `<!-- `},
		{"sections that are not closed in a record", "<dblp><article>", `<![CDATA[ `},
		{"fields that are not closed", "<dblp>", `<article><author></article>`},
		{"signs of less", "<dblp><article>", `< `},
		{"attributes", "<dblp><article ", `key `},
		{"entities", "<dblp><article><title>", `&amp;amp;`},
		{"quotes in rows", "OriginalPaperDOI,RetractionNature\n", "\"\n"},
		{"rows", "OriginalPaperDOI,RetractionNature\n", "\n"},
		{"entries that are not closed", "", "@a{b, c = {\n"},
		{"macros", "", "@string{a = a # a}\n"},
		{"signs of entries", "@", "@"},
		{"articles of PubMed that are not closed", "<PubmedArticleSet>", "<PubmedArticle><MedlineCitation>"},
		{"authors of PubMed without an end", "<PubmedArticleSet><PubmedArticle><MedlineCitation><Article><AuthorList>", "<Author><LastName>a</LastName></Author>"},
		{"lists within each other", "<PubmedArticleSet><PubmedArticle><PubmedData>", "<ReferenceList>"},
		{"entries of a feed", "<feed>", "<entry><id>"},
		{"papers of before 2019", "<volume id='Z18'>", "<paper id='1'><volume>"},
		{"records of RIS", "TY  - BOOK\n", "TY  - BOOK\n"},
		{"lines of RIS", "TY  - BOOK\n", "AU  - a\n"},
		{"records of RIS that have no type", "TY  - BOOK\nER  - \n", "AU  - a\nER  - \n"},
		{"notes", `{"notes":[`, `{"id":"a","forum":"a","content":{"title":{"value":"a"},"authors":{"value":["a"]}}},`},
		{"pages within each other", "", `{"data":{"items":[`},
	} {
		t.Run(test.name, func(t *testing.T) {
			linear.Check(t, 256<<10, func(size int) func() {
				text := test.head + strings.Repeat(test.repeated, size/len(test.repeated))
				return func() { checkDump(t, File{Name: "x", Reader: strings.NewReader(text)}) }
			})
		})
	}
}

// endlessReader repeats a record until it wrote as many bytes as it should.
type endlessReader struct {
	record, rest []byte
	left         int
}

func (e *endlessReader) Read(p []byte) (int, error) {
	if len(e.rest) == 0 {
		if e.left <= 0 {
			return 0, io.EOF
		}
		e.rest = e.record
		e.left -= len(e.record)
	}
	n := copy(p, e.rest)
	e.rest = e.rest[n:]
	return n, nil
}

// A dump of any length is read in the same memory: what is in use after a third of a
// dump is in use at its end.
func TestReadIsBounded(t *testing.T) {
	const size = 3 << 20
	for _, dump := range benchmarkDumps {
		t.Run(dump.name, func(t *testing.T) {
			record := bytes.Repeat([]byte(strings.ReplaceAll(dump.record, "%d", "10001")), 100)
			endless := &endlessReader{record: record, left: size}
			var used []uint64
			works := 0
			for _, err := range Read(File{Name: dump.name, Reader: io.MultiReader(strings.NewReader(dump.head), endless)}) {
				if err == nil {
					works++
				}
				if len(used) == 0 && endless.left < size*2/3 || len(used) == 1 && endless.left <= 0 {
					used = append(used, memoryInUse())
				}
			}
			if works < 1000 || len(used) < 2 {
				t.Fatalf("%d works, memory in use %v", works, used)
			}
			if used[1] > used[0]+1<<20 {
				t.Errorf("%d bytes in use after a third of the dump, %d at its end", used[0], used[1])
			}
		})
	}
}

func memoryInUse() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
