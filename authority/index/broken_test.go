package index

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
)

// TestIndexesThatLackSomething holds that an index is refused that has not all of its files, or
// files that are longer or shorter than its manifest says, by the name of that file.
func TestIndexesThatLackSomething(t *testing.T) {
	path := built(t, dumpOf("carts.bib", []byte(carts)))
	for _, name := range []string{worksName, stringsName, groupsName, listsName, venuesName} {
		for _, file := range []string{name, name + ".places"} {
			at := filepath.Join(path, file)
			whole, err := os.ReadFile(at)
			if err != nil {
				t.Fatal(err)
			}
			refused := func(why, want string) {
				t.Helper()
				x, err := Open(path)
				if err == nil {
					x.Close()
				}
				if unusable := new(authority.UnusableError); !errors.As(err, &unusable) || !strings.Contains(err.Error(), file) || !strings.Contains(err.Error(), want) {
					t.Errorf("%s is %s: %v, want %q", file, why, err, want)
				}
			}
			os.Remove(at)
			refused("gone", "no such file")
			os.WriteFile(at, append(slices.Clone(whole), 0), 0o666)
			refused("a byte longer", fmt.Sprintf("has %d bytes instead of %d", len(whole)+1, len(whole)))
			os.WriteFile(at, whole, 0o666)
		}
	}
	opened(t, path)
}

// TestManifestsOutOfOrder holds which manifests are refused though they are whole.
func TestManifestsOutOfOrder(t *testing.T) {
	path := built(t, dumpOf("carts.bib", []byte(carts)))
	for _, test := range []struct {
		change func(*manifest)
		want   string
	}{
		{func(*manifest) {}, ""},
		{func(m *manifest) { m.TermBits = 0 }, "its manifest is not in order"},
		{func(m *manifest) { m.TermBits = 29 }, "its manifest is not in order"},
		{func(m *manifest) { m.TermBits++ }, "terms.places has "},
		{func(m *manifest) { m.Works++ }, "works.places has "},
		{func(m *manifest) { m.Strings++ }, "strings.places has "},
	} {
		m, err := readManifest(path)
		if err != nil {
			t.Fatal(err)
		}
		test.change(m)
		other := filepath.Join(t.TempDir(), "index")
		if err := os.CopyFS(other, os.DirFS(path)); err != nil {
			t.Fatal(err)
		}
		if err := writeSealed(filepath.Join(other, manifestName), m); err != nil {
			t.Fatal(err)
		}
		x, err := Open(other)
		if err == nil {
			x.Close()
		}
		if got := fmt.Sprint(err); (err != nil) != (test.want != "") || !strings.Contains(got, test.want) {
			t.Errorf("%s, want %q", got, test.want)
		}
	}
}

// TestPostingsOutOfOrder holds which groups of terms and lists of works are refused.
func TestPostingsOutOfOrder(t *testing.T) {
	for _, test := range []struct {
		why   string
		group []byte
		want  string
	}{
		{"nothing", nil, "[]"},
		{"the term", []byte{9, 0, 0, 0, 2, 5, 1}, "[5 6]"},
		{"the term after another", []byte{8, 0, 0, 0, 1, 3, 9, 0, 0, 0, 2, 5, 1}, "[5 6]"},
		{"later terms alone", []byte{10, 0, 0, 0, 1, 3}, "[]"},
		{"two bytes", []byte{9, 0, 0, 0, 1, 0x80 | 10, 1}, "[138]"},
		{"half a term", []byte{9, 0}, "a group of terms is not in order"},
		{"a term alone", []byte{9, 0, 0, 0}, "a group of terms is not in order"},
		{"no works", []byte{9, 0, 0, 0, 0}, "a group of terms is not in order"},
		{"fewer works than it says", []byte{9, 0, 0, 0, 2, 5}, "a group of terms is not in order"},
		{"a number that goes on", []byte{9, 0, 0, 0, 1, 0x80}, "a group of terms is not in order"},
		{"a list without a number", []byte{9, 0, 0, 0, 25}, "a group of terms is not in order"},
		{"more works than there are", []byte{9, 0, 0, 0, 1, 0x80 | 72, 1}, "a list leads to work 200 of 200"},
	} {
		got := ""
		p, err := findPosting(test.group, 9)
		var numbers []uint32
		if err == nil {
			numbers, err = readNumbers(nil, p.packed, p.count, 200)
		}
		if got = fmt.Sprint(numbers); err != nil {
			got = err.Error()
		}
		if got != test.want {
			t.Errorf("%s: %s, want %s", test.why, got, test.want)
		}
	}
	if _, err := readNumbers(nil, []byte{5, 1}, 1, 200); err == nil {
		t.Error("a list with more than its works is read")
	}
	if _, err := readNumbers(nil, []byte{5}, 2, 200); err == nil {
		t.Error("a list with fewer works is read")
	}
}

// TestManyOfOneIdentifier holds how many works of one identifier are found, of few and of many,
// and that they come in the order in which they were added.
func TestManyOfOneIdentifier(t *testing.T) {
	var text strings.Builder
	counts := []int{1, 2, 24, 25, 26, 63, 64, 65, 130}
	for _, count := range counts {
		for n := range count {
			fmt.Fprintf(&text, "@article{k%d-%d, title = {Felt no. %d of %d}, author = {Roe, Ana}, year = 2001, journal = {Journal of Felt}, pmid = {%d}}\n", count, n, n, count, 1000+count)
		}
	}
	x := opened(t, built(t, dumpOf("felt.bib", []byte(text.String()))))
	for _, count := range counts {
		works, err := x.Find(t.Context(), &authority.Query{PMID: fmt.Sprint(1000 + count)})
		if err != nil {
			t.Fatal(err)
		}
		var want []string
		for n := range min(count, 64) {
			want = append(want, fmt.Sprintf("k%d-%d", count, n))
		}
		if diff := cmp.Diff(want, keys(works)); diff != "" {
			t.Errorf("%d works (-want +got):\n%s", count, diff)
		}
	}
	cited, err := x.Cited("Roe", "2001")
	if err != nil || len(cited) != 50 {
		t.Errorf("%d works are cited, %v; want 50", len(cited), err)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if _, err := x.Find(ended, &authority.Query{PMID: "1001"}); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end: %v", err)
	}
}

// TestWorksOfEditors holds that a work without authors is found by its editors.
func TestWorksOfEditors(t *testing.T) {
	const text = "@book{carts, title = {Carts of the coast}, editor = {Roe, Ana and Lind, Bo}, year = 2001}\n" +
		"@book{carts2, title = {Carts of the coast}, author = {Falk, Eve}, year = 2001}\n"
	x := opened(t, built(t, dumpOf("felt.bib", []byte(text))))
	cited, err := x.Cited("Roe", "2001b")
	if diff := cmp.Diff([]string{"carts"}, keys(cited)); diff != "" || err != nil {
		t.Errorf("cited (-want +got), %v:\n%s", err, diff)
	}
	works, err := x.Find(t.Context(), &authority.Query{Title: "Carts of the coast", Authors: []citation.Name{{Family: "Lind"}}})
	if diff := cmp.Diff([]string{"carts", "carts2"}, keys(works)); diff != "" || err != nil {
		t.Errorf("found (-want +got), %v:\n%s", err, diff)
	}
}

// TestReplacedRecordsAreNotHeld holds that what a record said which came again is held no more.
func TestReplacedRecordsAreNotHeld(t *testing.T) {
	record := func(doi, year, journal string) []byte {
		return []byte(`{"DOI": "` + doi + `", "type": "journal-article", "title": ["Felt rims"], "author": [{"given": "Ana", "family": "Roe"}], "container-title": ["` + journal + `"], "issued": {"date-parts": [[` + year + `]]}}` + "\n")
	}
	path := built(t, dumpOf("one.json", slices.Concat(record("10.5555/a", "1990", "Journal of Felt"), record("10.5556/b", "2005", "Journal of Felt"))))
	report, err := Build(t.Context(), path, []Source{dumpOf("two.json", record("10.5555/a", "2001", "Annals of Oak"))}, nil)
	if err != nil || report.Replaced != 1 || report.Added != 1 {
		t.Fatalf("report %+v, %v", report, err)
	}
	c := opened(t, path).Coverage()
	held := []int{c.Works, c.Years[0], c.Years[1], c.Venues, c.Holds("Journal of Felt", 0), c.Holds("Journal of Felt", 1990), c.Holds("Annals of Oak", 2001),
		c.Identifiers.Registrants["10.5555"], c.Identifiers.Registrants["10.5556"]}
	if diff := cmp.Diff([]int{2, 2001, 2005, 2, 1, 0, 1, 1, 1}, held); diff != "" {
		t.Errorf("works, years, venues, works of venues and of registrants (-want +got):\n%s", diff)
	}
	again, err := Build(t.Context(), path, []Source{dumpOf("three.json", record("10.5556/b", "2002", "Annals of Oak"))}, nil)
	if c := again.Coverage; err != nil || c.Years != [2]int{2001, 2002} || c.Venues != 1 || c.Works != 2 {
		t.Errorf("coverage %+v, %v", c, err)
	}
}

// TestBuildTellsItsProgress holds that the progress of a build goes up, stage by stage, to all
// works.
func TestBuildTellsItsProgress(t *testing.T) {
	var last Progress
	var told []string
	options := &Options{interval: 100, Progress: func(p Progress) {
		switch {
		case p.Source != "" && (p.Done != 0 || p.Source == last.Source && p.Records < last.Records || p.Works < last.Works || p.Records > p.Works):
			t.Errorf("%+v after %+v", p, last)
		case p.Source == "" && (p.Works != 3004 || p.Done < last.Done || p.Records != 0):
			t.Errorf("%+v after %+v", p, last)
		}
		if p.Source != last.Source {
			told = append(told, fmt.Sprintf("%s after %d", p.Source, last.Works))
		}
		last = p
	}}
	path := filepath.Join(t.TempDir(), "index")
	if _, err := Build(t.Context(), path, []Source{dumpOf("dblp.xml", generated(t, 1, 3000)), dumpOf("carts.bib", []byte(carts))}, options); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"dblp.xml after 0", "carts.bib after 3000", " after 3004"}, told); diff != "" || last.Done != 3004 {
		t.Errorf("in the end %+v (-want +got):\n%s", last, diff)
	}
}

// TestDamagedRestOfABuild holds that what an interrupted build left is not gone on from if it is
// damaged, but named.
func TestDamagedRestOfABuild(t *testing.T) {
	path := filepath.Join(t.TempDir(), "index")
	sources := func() []Source { return []Source{dumpOf("dblp.xml", generated(t, 1, 3000))} }
	ctx, stop := context.WithCancel(t.Context())
	if _, err := Build(ctx, path, sources(), &Options{interval: 100, Progress: func(Progress) { stop() }}); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	if !Exists(path+".part") || Exists(path) || Exists(filepath.Dir(path)) {
		t.Error("what is left of a build is no index to be gone on from")
	}
	for _, name := range []string{worksName, worksName + ".places", stringsName} {
		at := filepath.Join(path+".part", name)
		whole, err := os.ReadFile(at)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(at, int64(len(whole)/2)); err != nil {
			t.Fatal(err)
		}
		_, err = Build(t.Context(), path, sources(), nil)
		if want := "delete the folder " + path + ".part to start over"; err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), name) {
			t.Errorf("half of %s: %v, want %q", name, err, want)
		}
		if err := os.WriteFile(at, whole, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	report, err := Build(t.Context(), path, sources(), nil)
	if err != nil || report.Resumed == 0 || report.Added != 3000 {
		t.Errorf("once it is mended: %+v, %v", report, err)
	}
	if !Exists(path) {
		t.Error("the index does not exist")
	}
}

// TestBuildWhereNothingCanBe holds that a build under a file says so.
func TestBuildWhereNothingCanBe(t *testing.T) {
	file := filepath.Join(t.TempDir(), "thesis.tex")
	if err := os.WriteFile(file, []byte("felt"), 0o666); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(file, "index")
	_, err := Build(t.Context(), path, []Source{dumpOf("carts.bib", []byte(carts))}, nil)
	if err == nil || !strings.HasPrefix(err.Error(), "building the index "+path+": ") {
		t.Errorf("%v", err)
	}
}
