package authority_test

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/golden"
)

// misstatements are what references say otherwise than a record, or leave out.
var misstatements = []struct {
	name   string
	change func(r *citation.Reference)
}{
	{"as it is", func(*citation.Reference) {}},
	{"the title alone", func(r *citation.Reference) { *r = citation.Reference{Type: r.Type, Title: r.Title} }},
	{"without its title", func(r *citation.Reference) { r.Title = "" }},
	{"a word of the title left out", func(r *citation.Reference) { _, r.Title, _ = strings.Cut(r.Title, " ") }},
	{"a letter of the title wrong", func(r *citation.Reference) { r.Title = r.Title[:len(r.Title)-2] + "x" + r.Title[len(r.Title)-1:] }},
	{"a subtitle more", func(r *citation.Reference) { r.Title += ": A Study of Its Parts" }},
	{"another title", func(r *citation.Reference) { r.Title = "On the Price of Oats in the Old Towns of the Coast" }},
	{"a year later", func(r *citation.Reference) { shift(r, 1) }},
	{"four years earlier", func(r *citation.Reference) { shift(r, -4) }},
	{"without a year", func(r *citation.Reference) { r.Year = "" }},
	{"without authors", func(r *citation.Reference) { r.Authors = nil }},
	{"its first author alone", func(r *citation.Reference) { r.Authors = r.Authors[:min(len(r.Authors), 1)] }},
	{"its first author, and others", func(r *citation.Reference) { r.Authors, r.EtAl = r.Authors[:min(len(r.Authors), 1)], true }},
	{"its authors backwards", func(r *citation.Reference) { r.Authors = slices.Clone(r.Authors); slices.Reverse(r.Authors) }},
	{"an author more", func(r *citation.Reference) {
		r.Authors = append(slices.Clone(r.Authors), citation.Name{Given: "Zoe", Family: "Zorn"})
	}},
	{"another first author", func(r *citation.Reference) {
		r.Authors = append([]citation.Name{{Given: "Zoe", Family: "Zorn"}}, r.Authors[min(len(r.Authors), 1):]...)
	}},
	{"other authors", func(r *citation.Reference) {
		r.Authors = []citation.Name{{Given: "Zoe", Family: "Zorn"}, {Given: "Yan", Family: "Ylva"}}
	}},
	{"initials for given names", func(r *citation.Reference) {
		r.Authors = slices.Clone(r.Authors)
		for i := range r.Authors {
			r.Authors[i].Given = r.Authors[i].Given[:1] + "."
		}
	}},
	{"in another journal", func(r *citation.Reference) { r.Type, r.Container = citation.Article, "Journal of Harbour Economics" }},
	{"in another meeting", func(r *citation.Reference) { r.Type, r.Container = citation.InProceedings, "CVPR" }},
	{"at a workshop", func(r *citation.Reference) {
		r.Type, r.Container = citation.InProceedings, strings.TrimSpace("Workshop on Carts at "+r.Container)
	}},
	{"as a preprint", func(r *citation.Reference) { r.Type, r.Container, r.DOI, r.ArXiv = citation.Misc, "", "", "2104.09999" }},
	{"with the DOI of another", func(r *citation.Reference) { r.DOI = "10.18653/v1/2020.findings-emnlp.1" }},
	{"with nobody's DOI", func(r *citation.Reference) { r.DOI = "10.5555/nobody" }},
	{"with the arXiv ID of another", func(r *citation.Reference) { r.ArXiv = "2101.00001" }},
	{"with another ISBN", func(r *citation.Reference) { r.ISBN = "978-3-16-148410-0" }},
	{"with another PMID", func(r *citation.Reference) { r.PMID = "31415926" }},
	{"in another volume", func(r *citation.Reference) { r.Volume = "99" }},
	{"in another edition", func(r *citation.Reference) { r.Edition = "5th" }},
	{"without its place", func(r *citation.Reference) {
		r.Volume, r.Number, r.Pages, r.EID, r.Month, r.URL = "", "", "", "", 0, ""
	}},
	{"as a book", func(r *citation.Reference) { r.Type = citation.Book }},
	{"as a thesis", func(r *citation.Reference) { r.Type = citation.PhDThesis }},
	{"as a chapter", func(r *citation.Reference) { r.Type = citation.InCollection }},
	{"said to be a preprint", func(r *citation.Reference) { r.Container, r.Preprint = "", true }},
	{"its title cut short", func(r *citation.Reference) { r.Title = r.Title[:len(r.Title)/2] + "…" }},
	{"with a line's end in its title", func(r *citation.Reference) { r.Title = r.Title[:len(r.Title)-3] + "- " + r.Title[len(r.Title)-3:] }},
	{"all but the title and the year wrong", func(r *citation.Reference) {
		r.Type, r.Authors, r.Container, r.DOI, r.ArXiv = citation.Article, []citation.Name{{Given: "Zoe", Family: "Zorn"}}, "Journal of Harbour Economics", "", ""
	}},
}

// shift changes the year of a reference.
func shift(r *citation.Reference, by int) {
	year, _ := strconv.Atoi(r.Year)
	r.Year = strconv.Itoa(year + by)
}

// misstated writes what an authority says of a reference and its misstatements, and of
// which of them it says the same.
func misstated(to *strings.Builder, known authority.Authority, r citation.Reference) {
	fmt.Fprintf(to, "%q %s %s %s%s%s\n", r.Title, r.Container, r.Year, r.DOI, r.ArXiv, r.ISBN)
	var said []string
	of := make(map[string][]string)
	for _, m := range misstatements {
		stated := r
		m.change(&stated)
		a := authority.Verify(context.Background(), []authority.Authority{known}, &stated, nil)
		text := fmt.Sprintf("%s; agreed %s; not confirmed %s\n", outline(&a), strings.Join(a.Agreed, " "), strings.Join(a.NotConfirmed, " "))
		for _, d := range a.Differences {
			text += fmt.Sprintf("\t\t%s stated %q: %s\n", d.Field, d.Stated, d.Detail)
		}
		if of[text] == nil {
			said = append(said, text)
		}
		of[text] = append(of[text], m.name)
	}
	for _, text := range said {
		fmt.Fprintf(to, "\t%s: %s", strings.Join(of[text], " | "), text)
	}
}

// TestMisstatements holds what is said of references that state a work of the library otherwise
// than it is, or not all of it.
func TestMisstatements(t *testing.T) {
	known := library()
	var got strings.Builder
	for _, w := range known.works[:13] {
		r := w.Record
		misstated(&got, known, r)
		if r.DOI+r.ArXiv+r.ISBN != "" {
			r.DOI, r.ArXiv, r.ISBN = "", "", ""
			misstated(&got, known, r)
		}
	}
	golden.Compare(t, "testdata/misstatements.txt", got.String())
}
