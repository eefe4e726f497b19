package editor

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/dump"
	"github.com/factcite/factcite/authority/index"
)

// knowing is a server with an index of the works of a .bib.
func knowing(t *testing.T, works string) *server {
	t.Helper()
	path := filepath.Join(t.TempDir(), "known.index")
	source := index.Source{Name: "known.bib", Works: dump.Read(dump.File{Name: "known.bib", Date: "2026-11", Reader: strings.NewReader(works)})}
	if _, err := index.Build(t.Context(), path, []index.Source{source}, nil); err != nil {
		t.Fatal(err)
	}
	opened, err := index.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { opened.Close() })
	return &server{Options: Options{Catalogue: authority.NewCatalogue(opened)}}
}

// TestFromKnown holds what an entry can take of what is known, by where in the document one is.
func TestFromKnown(t *testing.T) {
	s := knowing(t, "@article{roe, author = {Roe, Ana}, title = {Felt rims and quiet carts}, journal = {Journal of Carts}, year = 2019}\n"+
		"@article{lind, author = {Lind, Bo}, title = {A history of oak axles}, journal = {Axles and Hubs}, year = 2001}\n")
	const (
		before = "@string{c = {Carts}}\n"
		felt   = "@article{roe, author = {Roe, Ana}, title = {Felt rims and quiet carts}, journal = {Journal of Carts}, year = 2010}\n"
		oak    = "@article{lind, author = {Lind, Bo}, title = {A history of oak axles}, year = 2001}\n"
		other  = "@article{falk, author = {Falk, Ida}, title = {What nobody knows of wheels}, year = 2001}\n"
		empty  = "@misc{}\n"
	)
	text := before + felt + "\n" + oak + "\n" + other + "\n" + empty
	d := textOf(text)
	takesYear, fills := []string{"Take the year that bib 2026-11 has: 2019"}, []string{"Fill container from bib 2026-11"}
	at := func(part string) int { return strings.Index(text, part) }
	for _, test := range []struct {
		name   string
		offset int
		want   []string
	}{
		{"before all entries", 0, nil},
		{"where an entry begins", at(felt), takesYear},
		{"in an entry", at("2010"), takesYear},
		{"where it ends", at(felt) + len(felt) - 1, takesYear},
		{"between two", at(felt) + len(felt), nil},
		{"in the next one", at("oak axles"), fills},
		{"in one of which nothing is known", at("nobody"), nil},
		{"in one of no work", at(empty), nil},
		{"at the end", len(text), nil},
	} {
		var titles []string
		for _, a := range s.fromKnown(t.Context(), d, test.offset) {
			titles = append(titles, a.Title)
		}
		if diff := cmp.Diff(test.want, titles); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
	if actions := (&server{}).fromKnown(t.Context(), d, at("2010")); actions != nil {
		t.Errorf("without an index: %+v", actions)
	}
	actions := s.fromKnown(t.Context(), d, at("oak axles"))
	if len(actions) == 1 {
		want := strings.Replace(text, oak, "@article{lind, author = {Lind, Bo}, title = {A history of oak axles}, year = 2001, journal = {Axles and Hubs}}\n", 1)
		if diff := cmp.Diff(strings.Join(strings.Fields(want), " "), strings.Join(strings.Fields(applied(t, text, &actions[0])), " ")); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}
