package output

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/internal/bibref"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/golden"
)

// works are one of each type, with what formats write in ways of their own.
var works = []Entry{
	{
		Key: "article", Facts: []string{"f1", "f 2"}, WasFilled: "year: from a shelf", Filled: []Note{{"pages", "from a register"}}, Contradicted: []Note{{"volume", "8 in a register"}},
		Reference: &ref.Reference{
			Type: ref.Article, Title: "Felt rims in the NASA library", EtAl: true, Authors: []ref.Name{{Given: "Ana", Family: "Roe"}, {Given: "Bo", Particle: "van", Family: "Lund", Suffix: "Jr."}, {Literal: "Society of Carts and Rims"}},
			Container: "Cart Letters", Year: "2019", Month: 5, Day: "3–5", Volume: "7", Number: "2", Pages: "11-19", EID: "e12", DOI: "https://doi.org/10.99999/a{b}", PMID: "123456",
			ArXiv: "1903.01234", URL: "https://carts.example/a b", Derived: map[string]ref.Derived{"publisher": {Value: "Cart Press", From: "the DOI"}},
		},
	},
	{Key: "paper", Reference: &ref.Reference{
		Type: ref.InProceedings, Title: "Quiet carts", Authors: []ref.Name{{Family: "Roe"}}, Editors: []ref.Name{{Given: "Ceren", Family: "Öz"}}, Container: "Proceedings of the Cart Meeting",
		Series: "Notes on Carts", Number: "4", Year: "2019", Month: 6, Pages: "S1", Publisher: "Rim and Felt", Address: "Norrby", PMID: "7",
	}},
	{Key: "book", Reference: &ref.Reference{
		Type: ref.Book, Title: "Felt: a history", Authors: []ref.Name{{Given: "Plato"}}, Editors: []ref.Name{{Family: "Park"}}, Edition: "Second", Volume: "3", Number: "5", Publisher: "Cart Press",
		Year: "1998–99", ISBN: "0-306-40615-2",
	}},
	{Key: "chapter", Reference: &ref.Reference{
		Type: ref.InCollection, Title: "On rims", Authors: []ref.Name{{Family: "Roe", Given: "A."}}, Container: "Felt", Year: "in press", Genre: "Essay", Volume: "II",
	}},
	{Key: "phd", Reference: &ref.Reference{Type: ref.PhDThesis, Title: "Filz", Authors: []ref.Name{{Family: "Groß"}}, Institution: "Universität Norrby", Year: "1987"}},
	{Key: "master", Reference: &ref.Reference{Type: ref.MastersThesis, Title: "Räder", Institution: "Norrby", Year: "99"}},
	{Key: "report", Reference: &ref.Reference{Type: ref.TechReport, Title: "Axles", Institution: "Cart Office", Number: "TR-12", Year: "2001", Month: 2, Day: "3"}},
	{Key: "preprint", Reference: &ref.Reference{Type: ref.Misc, Title: "Spokes", ArXiv: "2301.01234", Year: "2023", URLDate: "2024-05"}},
	{Key: "page", Reference: &ref.Reference{Type: ref.Misc, URL: "https://carts.example", Container: "Carts", URLDate: "2024-05-12", Version: "2"}},
	{Key: "bare", Reference: &ref.Reference{Type: ref.Misc, DOI: "10.99999/ü"}},
	{Key: "data", Reference: &ref.Reference{Type: ref.Misc, Kind: ref.Dataset, Title: "Rims counted", Year: "2020", Month: 1, Day: "2", DOI: "10.99999/rims", Edition: "3rd", Version: "1.2"}},
	{
		Key: "shelved", WasContradicted: "doi: 10.99999/y",
		Reference: &ref.Reference{Type: ref.Article, Title: "Felt rims", Year: "2019", Container: "Carts", Month: 5, Pages: "1–2", Entry: &ref.Entry{
			Type: "article", Key: "shelved", Covered: []ref.Field{ref.FieldTitle, ref.FieldYear, ref.FieldContainer, ref.FieldMonth},
			Fields: []ref.EntryField{{Name: "title", Value: "Felt {Rims}"}, {Name: "year", Value: "2019"}, {Name: "journal", Value: "Carts"}, {Name: "month", Value: "may"},
				{Name: "keywords", Value: "felt, rims"}, {Name: "note", Value: "Seen by {Roe}"}, {Name: "translator", Value: "Lund, Bo"}, {Name: "shelf", Value: "4"}},
		}},
	},
}

// TestWorks holds how works of each type are written in each format, and what is
// around them.
func TestWorks(t *testing.T) {
	var b strings.Builder
	for _, format := range Formats() {
		framing, err := FramingOf(format)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "== %s\n", format)
		write(t, &b, framing, Options{Format: format}, works)
		fmt.Fprintf(&b, "== %s, one work\n", format)
		write(t, &b, framing, Options{Format: format, UTF8: true, NoProvenance: true}, works[:1])
		fmt.Fprintf(&b, "== %s, one dataset\n", format)
		write(t, &b, framing, Options{Format: format}, works[len(works)-2:len(works)-1])
		fmt.Fprintf(&b, "== %s, nothing\n", format)
		write(t, &b, framing, Options{Format: format}, nil)
		fmt.Fprintf(&b, "== %s has no field for %q\n", format, Unheld(works[len(works)-1].Reference.Entry, format))
	}
	golden.Compare(t, "testdata/works.txt", strings.ReplaceAll(b.String(), "\r", ""))
}

// TestEntries holds how the entries of a .bib are written in each format: as they are there
// in their own dialect, and what the other formats have of them and what they leave out.
func TestEntries(t *testing.T) {
	source, err := os.ReadFile(filepath.Join("testdata", "entries.bib"))
	if err != nil {
		t.Fatal(err)
	}
	file := bib.Read("entries.bib", source)
	var entries []Entry
	for i := range file.Entries {
		if r, _ := bibref.Reference(file, &file.Entries[i]); r.Entry.IsWork() {
			entries = append(entries, Entry{Key: r.Entry.Key, Reference: &r})
		}
	}
	var b strings.Builder
	for _, format := range Formats() {
		framing, err := FramingOf(format)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "== %s\n", format)
		write(t, &b, framing, Options{Format: format, NoProvenance: true}, entries)
		for _, e := range entries {
			if names := Unheld(e.Reference.Entry, format); len(names) > 0 {
				fmt.Fprintf(&b, "== %s of %s has no field for %q\n", format, e.Key, names)
			}
		}
	}
	golden.Compare(t, "testdata/entries.txt", strings.ReplaceAll(b.String(), "\r", ""))
}

func write(t *testing.T, b *strings.Builder, f framing, opts Options, entries []Entry) {
	t.Helper()
	f = f.Of(len(entries))
	encode := f.NewEncoder(opts)
	text := []byte(f.Head + f.Begin)
	for i := range entries {
		if i > 0 {
			text = append(text, f.Between...)
		}
		var err error
		if text, err = encode(text, &entries[i]); err != nil {
			t.Fatal(err)
		}
	}
	b.Write(append(text, f.End...))
}

// Ends of dates, seasons and doubts are said to be left out where a format has only years,
// months and days.
func TestPartsOfDatesAreNotLeftOutInSilence(t *testing.T) {
	for date, want := range map[string]bool{
		"1968": true, "-0043": true, "2001-05": true, "2001-05-03": true, "1875/1880": true,
		"1968/": false, "1875?/1880~": false, "2020~": false, "1999-21": false, "2001-05-03/2001-05-07": false, "199X": false,
	} {
		e := &ref.Entry{Type: "book", Key: "roe", Fields: []ref.EntryField{{Name: "title", Value: "Felt"}, {Name: "date", Value: date}}}
		for format, holds := range map[Format]bool{BibTeX: want, RIS: want, BibLaTeX: true, CSLJSON: true} {
			if got := !slices.Contains(Unheld(e, format), "date"); got != holds {
				t.Errorf("%s holds %s: %v", format, date, got)
			}
		}
	}
}
