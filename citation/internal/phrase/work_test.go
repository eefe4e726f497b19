package phrase

import (
	"testing"

	"github.com/factcite/factcite/citation/internal/markup"
	"github.com/factcite/factcite/citation/ref"
)

// TestContainers holds that the number at the end of a container's name is its volume.
func TestContainers(t *testing.T) {
	testStated(t, Work{}, func(s *Text, w *Work) (int, bool) {
		s.StateContainer(w, s.Span(0, len(s.Tokens)))
		return len(s.Tokens), true
	}, [][2]string{
		{"Cart Journal", "container Cart Journal"},
		{"Cart Journal 12", "container Cart Journal; volume 12"},
		{"Cart Journal, 123", "container Cart Journal; volume 123"},
		{"Cart Journal 1234", "container Cart Journal 1234"},
		{"Cart Journal12", "container Cart Journal12"},
		{"Cart 12", "container Cart; volume 12"},
		{"Car 12", "container Car 12"},
		{"Cart Vol. 12", "container Cart Vol. 12"},
		{"CART'12", "container CART'12"},
	})
	s, w := NewText("Cart Journal 12"), Work{Reference: ref.Reference{Container: "Felt"}}
	if s.StateContainer(&w, s.Span(0, 3)); w.Container != "Felt" || w.Volume != "" {
		t.Errorf("a second container is %q, volume %q", w.Container, w.Volume)
	}
}

// TestFirstValueStays holds that what is stated stays, and what moves leaves nothing.
func TestFirstValueStays(t *testing.T) {
	s := NewText("Felt Hay Oats")
	var w Work
	s.State(&w, ref.FieldPublisher, s.Span(0, 1))
	s.State(&w, ref.FieldPublisher, s.Span(1, 2))
	s.State(&w, ref.FieldSeries, ref.Span{})
	if got := fieldsOf(s, &w); got != "publisher Felt" {
		t.Errorf("stated: %s", got)
	}
	w.Move(ref.FieldPublisher, ref.FieldInstitution)
	w.Move(ref.FieldSeries, ref.FieldInstitution)
	if got := fieldsOf(s, &w); got != "institution Felt" || w.Publisher != "" || w.Institution != "Felt" {
		t.Errorf("moved: %s", got)
	}
	w.Drop(ref.FieldInstitution)
	if got := fieldsOf(s, &w); got != "" || w.Institution != "" {
		t.Errorf("dropped: %s", got)
	}
	w.Drop(ref.FieldAuthors)
}

// TestNamesOfAWork holds that the first list of authors or editors is kept.
func TestNamesOfAWork(t *testing.T) {
	one, other := NameList{Names: []ref.Name{{Family: "Lee"}}}, NameList{Names: []ref.Name{{Family: "Roe"}}, EtAl: true}
	var w Work
	w.StateNames(ref.FieldEditors, other, ref.Span{0, 3})
	if w.EtAl || len(w.Authors) > 0 || w.Editors[0].Family != "Roe" {
		t.Errorf("editors: %v, authors %v et al. %t", w.Editors, w.Authors, w.EtAl)
	}
	w.StateNames(ref.FieldEditors, one, ref.Span{4, 7})
	w.StateNames(ref.FieldAuthors, other, ref.Span{4, 7})
	w.StateNames(ref.FieldAuthors, one, ref.Span{8, 9})
	if !w.EtAl || w.Authors[0].Family != "Roe" || w.Editors[0].Family != "Roe" || w.Spans["authors"] != (ref.Span{4, 7}) || w.Spans["editors"] != (ref.Span{0, 3}) {
		t.Errorf("editors %v, authors %v et al. %t at %v", w.Editors, w.Authors, w.EtAl, w.Spans)
	}
}

// TestAddressOfTitle holds that a title that links somewhere has that address.
func TestAddressOfTitle(t *testing.T) {
	for text, want := range map[string]ref.Reference{
		"[Felt and Hay](https://x.example/a)":              {URL: "https://x.example/a"},
		"[Felt and Hay](https://doi.org/10.1234/x)":        {DOI: "10.1234/x"},
		"[Felt and Hay](https://arxiv.org/abs/2101.01234)": {ArXiv: "2101.01234"},
		"*Felt and Hay*":   {},
		"[Felt and Hay]()": {},
	} {
		s := NewMarkedText(markup.Read(text))
		for f, stated := range map[ref.Field]bool{ref.FieldTitle: true, ref.FieldContainer: false} {
			var w Work
			s.State(&w, f, s.Span(0, 1))
			if stated && (w.URL != want.URL || w.DOI != want.DOI || w.ArXiv != want.ArXiv) || !stated && w.URL+w.DOI+w.ArXiv != "" {
				t.Errorf("%s as %s: url %q, doi %q, arxiv %q", text, f, w.URL, w.DOI, w.ArXiv)
			}
		}
	}
}
