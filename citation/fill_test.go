package citation_test

import (
	"strings"
	"testing"

	"github.com/factcite/factcite/citation"
	"github.com/google/go-cmp/cmp"
)

// knownCart is what a record of known works says of a preprint since published.
var knownCart = &citation.Reference{
	Type: citation.InProceedings, Title: "Felt rims and quiet carts", Container: "Proceedings of the 4th Conference on Carts",
	Authors: []citation.Name{{Given: "Ana", Family: "Roe"}, {Given: "Bo", Family: "Lind"}},
	Year:    "2025", Month: 7, Pages: "11–19", ArXiv: "2410.01234",
}

func TestFill(t *testing.T) {
	every := []string{"title", "authors", "container", "year", "month", "pages", "arxiv", "doi"}
	for _, test := range []struct {
		name     string
		sentence string
		fields   []string
		want     string
	}{
		{
			name:     "what is absent, the entry type with the venue, and a year that was derived",
			sentence: "The paper 'Felt rims and quiet carts' (arXiv:2410.01234) studies wheels.",
			fields:   every,
			want: `@inproceedings{felt-rims-2024,
  author         = {Roe, Ana and Lind, Bo},
  title          = {Felt rims and quiet carts},
  booktitle      = {Proceedings of the 4th Conference on Carts},
  pages          = {11--19},
  year           = {2025},
  month          = jul,
  eprint         = {2410.01234},
  archiveprefix  = {arXiv},
  x-facts        = {f1},
  x-filled       = {author: dblp 2026-09; entrytype: dblp 2026-09; booktitle: dblp 2026-09; year: dblp 2026-09; month: dblp 2026-09; pages: dblp 2026-09}
}
`,
		},
		{
			name:     "nothing that is stated",
			sentence: "Nils Falk published 'Felt rims and quiet carts' in the Journal of Carts in 2019.",
			fields:   every[:4],
			want: `@article{falk2019felt,
  author         = {Falk, Nils},
  title          = {Felt rims and quiet carts},
  journal        = {Journal of Carts},
  year           = {2019},
  x-facts        = {f1}
}
`,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := written(t, test.sentence, func(w *citation.Publication) { w.Fill(knownCart, test.fields, "dblp 2026-09") })
			if diff := cmp.Diff(squeezed(test.want), squeezed(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestContradictDropsWhatWasDerived(t *testing.T) {
	got := written(t, "The paper 'Felt rims and quiet carts' was published in The Thirteenth International Conference on Learning Representations.",
		func(w *citation.Publication) {
			w.Contradict("container", "Conference on Carts", "dblp 2026-09")
			w.Fill(knownCart, []string{"year"}, "dblp 2026-09")
		})
	for _, want := range []string{
		"booktitle = {The Thirteenth International Conference on Learning Representations}",
		"year = {2025}",
		"x-filled = {year: dblp 2026-09}",
		"x-contradicted = {booktitle: Conference on Carts (dblp 2026-09)}",
	} {
		if !strings.Contains(squeezed(got), want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	if strings.Contains(got, "x-derived") {
		t.Errorf("what was derived from the contradicted venue is still there:\n%s", got)
	}
}

func TestUpdateFillsOnce(t *testing.T) {
	b := new(citation.Bibliography)
	add(b, "The paper 'Felt rims and quiet carts' (arXiv:2410.01234) studies wheels.")
	add(b, "Nils Falk published 'Wheels that hum' in Nature in 2019.")
	opts := &citation.WriteOptions{Complete: func(w *citation.Publication) {
		if w.Reference.Container != "" {
			w.Contradict("container", "Journal of Carts", "dblp 2026-09")
			return
		}
		w.Fill(knownCart, []string{"authors", "pages"}, "dblp 2026-09")
	}}
	old := []byte("@misc{mine,\n  title = {Felt rims and quiet carts},\n  eprint = {2410.01234},\n  pages = {5}\n}\n")
	first, err := citation.UpdateBib("refs.bib", old, b, opts)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"pages = {5}", "author = {Roe, Ana and Lind, Bo}", "x-filled = {author: dblp 2026-09}", "x-contradicted = {journal: Journal of Carts (dblp 2026-09)}"} {
		if !strings.Contains(squeezed(string(first.Text)), want) {
			t.Errorf("%q is not in\n%s", want, first.Text)
		}
	}
	second, err := citation.UpdateBib("refs.bib", first.Text, b, opts)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(first.Text), string(second.Text)); diff != "" {
		t.Errorf("a second update changes something (-first +second):\n%s", diff)
	}
}

func TestUpdateKeepsVersionsApart(t *testing.T) {
	b := new(citation.Bibliography)
	add(b, "The paper 'Felt rims and quiet carts' studies wheels.")
	opts := &citation.WriteOptions{Complete: func(w *citation.Publication) {
		w.Fill(knownCart, []string{"authors", "container", "year", "pages", "arxiv"}, "dblp 2026-09")
	}}
	for _, test := range []struct{ name, entry, lacks string }{
		{"a preprint takes nothing of what was published", "@misc{mine,\n  title = {Felt rims and quiet carts},\n  eprint = {2410.01234}\n}\n", "pages"},
		{"other pages are those of another version", "@inproceedings{mine,\n  title = {Felt rims and quiet carts},\n  pages = {300--310}\n}\n", "booktitle"},
	} {
		t.Run(test.name, func(t *testing.T) {
			update, err := citation.UpdateBib("refs.bib", []byte(test.entry), b, opts)
			if err != nil {
				t.Fatal(err)
			}
			if len(update.Disagreements) > 0 {
				t.Errorf("a fact is said to state what was filled: %v", update.Disagreements)
			}
			if strings.Contains(string(update.Text), test.lacks) || !strings.Contains(squeezed(string(update.Text)), "author = {Roe, Ana and Lind, Bo}") {
				t.Errorf("updated to\n%s", update.Text)
			}
		})
	}
}

func TestFilledFieldsAreNamedAsTheyAreWritten(t *testing.T) {
	b := new(citation.Bibliography)
	add(b, "The paper 'Felt rims and quiet carts' studies wheels.")
	var text strings.Builder
	err := b.Write(&text, &citation.WriteOptions{Format: citation.BibLaTeX, Complete: func(w *citation.Publication) {
		w.Fill(&citation.Reference{Type: citation.Article, Container: "Journal of Carts", Year: "2025"}, []string{"container", "year"}, "dblp 2026-09")
	}})
	if err != nil {
		t.Fatal(err)
	}
	if want := "x-filled = {entrytype: dblp 2026-09; journaltitle: dblp 2026-09; date: dblp 2026-09}"; !strings.Contains(squeezed(text.String()), want) {
		t.Errorf("%q is not in\n%s", want, text.String())
	}
}

// written is the .bib of a sentence's works, completed.
func written(t *testing.T, sentence string, complete func(*citation.Publication)) string {
	t.Helper()
	b := new(citation.Bibliography)
	add(b, sentence)
	var text strings.Builder
	if err := b.Write(&text, &citation.WriteOptions{Complete: complete}); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

func add(b *citation.Bibliography, sentence string) {
	for _, r := range citation.Parse(sentence).References {
		b.Add("f1", &r)
	}
}

// squeezed writes runs of white space as one space.
func squeezed(s string) string { return strings.Join(strings.Fields(s), " ") }
