package citation

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/bib"
	"github.com/google/go-cmp/cmp"
	"github.com/nickng/bibtex"
)

// What we write, nickng/bibtex reads as we do. Its parser keeps state between
// calls, which parsing "@," clears, and loses values with an "@", which ours do
// not have here.
func TestNickngReadsWhatWeWrite(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	b := new(Bibliography)
	for n := range 300 {
		b.Add(fmt.Sprintf("fact-%d", n), randomWork(random, n))
	}
	var written bytes.Buffer
	if err := b.Write(&written, nil); err != nil {
		t.Fatal(err)
	}
	bibtex.Parse(strings.NewReader("@,")) //nolint:errcheck // it is there to fail
	theirs, err := bibtex.Parse(bytes.NewReader(written.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	ours := bib.Read("", written.Bytes()).BibTeX()
	if diff := cmp.Diff(plainEntries(theirs), plainEntries(ours)); diff != "" {
		t.Errorf("(-nickng +ours):\n%s", diff)
	}
	if len(ours.Entries) == 0 {
		t.Error("no entries")
	}
}

// plainEntries returns key, type and values of each entry.
func plainEntries(bib *bibtex.BibTex) []map[string]string {
	var entries []map[string]string
	for _, e := range bib.Entries {
		plain := map[string]string{"": e.Type + " " + e.CiteName}
		for name, value := range e.Fields {
			plain[name] = strings.Join(strings.Fields(value.String()), " ")
		}
		entries = append(entries, plain)
	}
	return entries
}

func TestBibFileBibTeX(t *testing.T) {
	f := bib.Read("", []byte(`@preamble{"\x"} @string{p = "Press"} @Book{k, publisher = p # { and Sons}, month = jan, year = 007, title = {First}, Title = {Second}}`))
	bib := f.BibTeX()
	var got []string
	for _, e := range bib.Entries {
		for _, name := range []string{"publisher", "month", "year", "title"} {
			got = append(got, e.Type+" "+e.CiteName+" "+name+" "+e.Fields[name].RawString())
		}
	}
	want := []string{"book k publisher {Press and Sons}", "book k month {January}", "book k year {007}", "book k title {First}"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(bib.Preambles) != 1 || len(bib.StringVar) != 1 {
		t.Errorf("%d preambles and %d macros", len(bib.Preambles), len(bib.StringVar))
	}
}
