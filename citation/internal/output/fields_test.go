package output

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation/ref"
)

// What works of other kinds than papers and books have is written as the readers of
// each format want it.
func TestKindsInEveryFormat(t *testing.T) {
	software := ref.Reference{Type: ref.Misc, Kind: ref.Software, Title: "Rimcount", Authors: []ref.Name{{Family: "Roe", Given: "Ana"}},
		Year: "2021", Version: "2.3", URL: "https://rims.example", URLDate: "12 May 2024"}
	standard := ref.Reference{Type: ref.TechReport, Kind: ref.Standard, Title: "Quiet carts", Genre: "RFC", Number: "7935", Year: "2014", Month: 5}
	visited := ref.Reference{Type: ref.Misc, Kind: ref.WebPage, Title: "Felt", URL: "https://felt.example", URLDate: "last spring"}
	thesis := ref.Reference{Type: ref.MastersThesis, Title: "Filz", Genre: "Magisterarbeit", Institution: "Universität Norrby", Year: "1987"}
	for _, c := range []struct {
		r      ref.Reference
		format Format
		want   []string
	}{
		{software, BibTeX, []string{"@misc{k,", "note = {Version 2.3. Accessed 12 May 2024}"}},
		{software, BibLaTeX, []string{"@software{k,", "version = {2.3}", "urldate = {2024-05-12}"}},
		{software, CSLJSON, []string{`"type":"software"`, `"version":"2.3"`, `"accessed":{"date-parts":[[2024,5,12]]}`}},
		{software, RIS, []string{"TY  - COMP", "ET  - 2.3", "Y2  - 2024/05/12\r\n"}},
		{standard, BibTeX, []string{"@techreport{k,", "type = {RFC}", "number = {7935}"}},
		{standard, BibLaTeX, []string{"@report{k,", "type = {RFC}", "number = {7935}", "date = {2014-05}"}},
		{standard, CSLJSON, []string{`"type":"standard"`, `"genre":"RFC"`, `"number":"7935"`}},
		{standard, RIS, []string{"TY  - STAND", "M3  - RFC", "IS  - 7935"}},
		{visited, BibTeX, []string{"note = {Accessed last spring}"}},
		{visited, BibLaTeX, []string{"@online{k,", "note = {Accessed last spring}"}},
		{visited, CSLJSON, []string{`"accessed":{"literal":"last spring"}`}},
		{visited, RIS, []string{"Y2  - last spring"}},
		{thesis, BibTeX, []string{"@mastersthesis{k,", "type = {Magisterarbeit}"}},
		{thesis, BibLaTeX, []string{"@thesis{k,", "type = {Magisterarbeit}"}},
		{thesis, CSLJSON, []string{`"genre":"Magisterarbeit"`}},
		{thesis, RIS, []string{"M3  - Magisterarbeit"}},
	} {
		framing, err := FramingOf(c.format)
		if err != nil {
			t.Fatal(err)
		}
		written, err := framing.NewEncoder(Options{Format: c.format, NoProvenance: true})(nil, &Entry{Key: "k", Reference: &c.r})
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range c.want {
			if !strings.Contains(string(written), want) {
				t.Errorf("%s lacks %q:\n%s", c.format, want, written)
			}
		}
	}
}

// Of two fields that a format has one name for, the second is noted, or left out if
// it says the same.
func TestFieldsWithOneName(t *testing.T) {
	for want, r := range map[string]ref.Reference{
		`{"id":"k","type":"book","collection-title":"Carts","note":"Rims"}`: {Type: ref.Book, Container: "Carts", Series: "Rims"},
		`{"id":"k","type":"book","collection-title":"Carts"}`:               {Type: ref.Book, Container: "Carts", Series: "Carts"},
		`{"id":"k","type":"report","publisher":"Carts","note":"Rims"}`:      {Type: ref.TechReport, Publisher: "Carts", Institution: "Rims"},
		`{"id":"k","type":"report","publisher":"<Carts>"}`:                  {Type: ref.TechReport, Institution: "<Carts>"},
	} {
		item, err := CSL("k", &r).MarshalJSON()
		if err != nil || !json.Valid(item) {
			t.Fatalf("%s: %v", item, err)
		}
		if diff := cmp.Diff(want, strings.ReplaceAll(string(item), "\n", "")); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

// Whatever a value has before it already, no format puts it there twice; nor has a record
// a tag twice that it may have once.
func TestNothingIsSaidTwice(t *testing.T) {
	r := ref.Reference{
		Type: ref.Misc, Title: "Felt", Authors: []ref.Name{{Family: "Roe"}}, ArXiv: "arXiv:arXiv:2402.10379", DOI: "https://doi.org/doi:10.99999/felt", PMID: "PMID: 12345678",
		ISBN: "ISBN-13: 978-3-16-148410-0", Volume: "Vol. 3a", Number: "no. 7", Edition: "2nd edition", Version: "Version 1.2", EID: "Article 17", Pages: "pp. 3-5",
		Publisher: "Felt Press", Institution: "Cart Office", URLDate: "2024-05-12", Genre: "Type III report", Year: "2020",
	}
	for _, kind := range []ref.EntryType{ref.Article, ref.Book, ref.InCollection, ref.InProceedings, ref.TechReport, ref.PhDThesis, ref.Misc} {
		r.Type = kind
		for _, format := range Formats() {
			framing, _ := FramingOf(format)
			encoded, err := framing.NewEncoder(Options{Format: format, NoProvenance: true})(nil, &Entry{Key: "k", Reference: &r})
			if err != nil {
				t.Fatal(err)
			}
			written := strings.ToLower(string(encoded))
			for _, twice := range []string{"arxiv:arxiv", "arxiv: arxiv", "abs/arxiv", "doi:doi", "doi.org/", "pmid:pmid", "pmid: pmid", "pmid pmid", "isbn isbn", "volume vol", "number no", "edition 2nd", "version version", "article article", "pages pp", `"isbn":"isbn`, "sn  - isbn", "pmid = {pmid", "isbn = {isbn", "eprint = {pmid"} {
				if strings.Contains(written, twice) {
					t.Errorf("@%s in %s has %q:\n%s", kind, format, twice, encoded)
				}
			}
			for _, kept := range []string{"2402.10379", "10.99999/felt", "12345678", "2nd"} {
				if !strings.Contains(written, kept) {
					t.Errorf("@%s in %s lacks %q:\n%s", kind, format, kept, encoded)
				}
			}
			tags := map[string]int{}
			for line := range strings.Lines(string(encoded)) {
				if tag, _, ok := strings.Cut(line, "  - "); ok && format == RIS {
					tags[tag]++
				}
			}
			for tag, n := range tags {
				if n > 1 && tag != "UR" && tag != "N1" && tag != "AU" {
					t.Errorf("@%s: tag %s is there %d times:\n%s", kind, tag, n, encoded)
				}
			}
		}
	}
}
