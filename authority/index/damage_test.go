package index

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/worktest"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/generate/dblp"
	"github.com/google/go-cmp/cmp"
)

// answers asks an index many things, and returns the answers that were no errors
// and the first error.
func answers(path string, works int) (map[string][]*authority.Work, error) {
	x, err := Open(path)
	if err != nil {
		return nil, err
	}
	defer x.Close()
	given := map[string][]*authority.Work{}
	note := func(question string, found []*authority.Work, failed error) {
		if failed == nil {
			given[question] = found
		} else if err == nil {
			err = failed
		}
	}
	ask := func(question string, q *authority.Query) {
		found, err := x.Find(context.Background(), q)
		note(question, found, err)
	}
	for i := range works {
		work := dblp.New(1, i)
		authors := []citation.Name{authorName(work.Authors[0])}
		ask("identifier of "+work.Key, &authority.Query{DOI: work.DOI, ArXiv: work.ArXiv})
		ask("title of "+work.Key, &authority.Query{Title: work.Title, Authors: authors})
		ask("part of the title of "+work.Key, &authority.Query{Title: strings.Join(strings.Fields(work.Title)[1:], " "), Authors: authors})
		cited, err := x.Cited(authors[0].Family, strconv.Itoa(work.Year))
		note("cited like "+work.Key, cited, err)
		if x.Coverage().Holds(work.Venue, work.Year) == 0 {
			note("venue of "+work.Key, nil, nil)
		}
	}
	return given, err
}

// TestDamageIsFoundOut flips bits and cuts files of an index: it gives the answers
// that it gave before, or an error that says what to do.
func TestDamageIsFoundOut(t *testing.T) {
	works, flips, cuts := 30, 50, 10
	if worktest.IsLong() {
		works, flips, cuts = 60, 200, 50
	}
	path := built(t, dumpOf("dblp.xml", generated(t, 1, 10*works)))
	want, err := answers(path, works)
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(path, "*"))
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 2))
	refused := 0
	check := func(file string, damaged, whole []byte) {
		t.Helper()
		if err := os.WriteFile(file, damaged, 0o666); err != nil {
			t.Fatal(err)
		}
		got, err := answers(path, works)
		if err != nil {
			refused++
			if text := err.Error(); !strings.HasPrefix(text, "the index "+path+" cannot be used: ") || !strings.HasSuffix(text, `; build it again with "factcite index"`) {
				t.Errorf("%s: the message does not say what to do: %v", filepath.Base(file), err)
			}
		}
		for question, works := range got {
			if wanted, asked := want[question]; !asked || !cmp.Equal(wanted, works) {
				t.Errorf("%s: another answer to %s", filepath.Base(file), question)
			}
		}
		if err == nil && len(got) != len(want) {
			t.Errorf("%s: %d answers, want %d", filepath.Base(file), len(got), len(want))
		}
		if err := os.WriteFile(file, whole, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for i := range flips + cuts {
		file := files[i%len(files)]
		whole, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if i < flips {
			damaged := append([]byte(nil), whole...)
			damaged[r.IntN(len(damaged))] ^= 1 << r.IntN(8)
			check(file, damaged, whole)
		} else {
			before := refused
			check(file, whole[:r.IntN(len(whole))], whole)
			if refused == before {
				t.Errorf("%s is cut and was not refused", filepath.Base(file))
			}
		}
	}
	t.Logf("%d of %d damaged indexes were refused at some question", refused, flips+cuts)
	if refused < (flips+cuts)/2 {
		t.Error("too few for the damage to have been there")
	}
}

func TestOpenRefusesWhatIsNoIndex(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "index.db")
	write := func(path, text string) string {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		return path
	}
	whole := built(t, dumpOf("carts.bib", []byte(carts)))
	manifest, err := os.ReadFile(filepath.Join(whole, manifestName))
	if err != nil {
		t.Fatal(err)
	}
	newer := filepath.Dir(write(filepath.Join(folder, "newer", manifestName), strings.Replace(string(manifest), `"factcite-index":2`, `"factcite-index":3`, 1)))
	foreign := filepath.Dir(write(filepath.Join(folder, "foreign", manifestName), `{"name": "an app"}`))
	partial := filepath.Dir(write(filepath.Join(folder, "partial", manifestName), string(manifest)))
	for path, want := range map[string]string{
		filepath.Join(folder, "none"):  "no such file",
		write(file, "SQLite format 3"): "it is no folder",
		folder:                         "it has no manifest.json, so it is no index",
		newer:                          "was written by a newer factcite, in format 3, and this one reads format 2: upgrade factcite, or build the index again",
		foreign:                        "is not of factcite",
		partial:                        "no such file",
	} {
		_, err := Open(path)
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: %v, want %q", path, err, want)
		}
	}
}

func FuzzUnpack(f *testing.F) {
	shared := &sharedStrings{}
	shared.writable()
	p := packer{shared: shared}
	for work, err := range dumpOf("carts.bib", []byte(carts)).Works {
		if err != nil {
			f.Fatal(err)
		}
		f.Add(append([]byte(nil), p.pack(work)...))
	}
	for work, err := range dumpOf("dblp.xml", generated(f, 1, 5)).Works {
		if err != nil {
			f.Fatal(err)
		}
		f.Add(append([]byte(nil), p.pack(work)...))
	}
	f.Fuzz(func(t *testing.T, packed []byte) {
		w, err := unpack(packed, shared)
		if err != nil {
			return
		}
		p := packer{shared: shared}
		again, err := unpack(p.pack(w), shared)
		if err != nil {
			t.Fatalf("what was unpacked cannot be packed: %v", err)
		}
		if diff := cmp.Diff(w, again); diff != "" {
			t.Error(diff)
		}
	})
}

func FuzzPostings(f *testing.F) {
	f.Add([]byte{1, 0, 0, 0, 2, 5, 1, 9, 0, 0, 0, 30, 1}, uint32(9))
	f.Add([]byte{1, 0, 0, 0, 30, 0}, uint32(1))
	f.Fuzz(func(t *testing.T, group []byte, rest uint32) {
		p, err := findPosting(group, rest)
		if err != nil || p.packed == nil {
			return
		}
		numbers, err := readNumbers(nil, p.packed, p.count, 100)
		if err != nil {
			return
		}
		if len(numbers) != p.count {
			t.Fatalf("%d numbers of %d", len(numbers), p.count)
		}
		again, err := readNumbers(nil, appendNumbers(nil, numbers), p.count, 100)
		if err != nil || !cmp.Equal(numbers, again) {
			t.Errorf("%v became %v, %v", numbers, again, err)
		}
	})
}

func FuzzSharedStrings(f *testing.F) {
	f.Add([]byte("\x05carts\x00\x04rims"))
	f.Add([]byte("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"))
	f.Fuzz(func(t *testing.T, packed []byte) {
		s, err := readSharedStrings(packed)
		if err != nil {
			return
		}
		for place := range s.starts {
			if _, ok := s.at(uint64(place)); !ok {
				t.Fatalf("string %d of %d is not there", place, len(s.starts))
			}
		}
	})
}
