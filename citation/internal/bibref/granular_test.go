package bibref

import (
	"fmt"
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/ref"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

const xdataEntries = `@xdata{people, author = {Roe, Ana and {Felt and Sons} and Lim, Bo}}
@xdata{press, publisher = {Felt Press and Oak Press}, location = {Graz and Linz}, note = {Nested}, title = "Quiet " # "Carts", date = {2019-03}, issn = {1-2}}
@xdata{nested, author = {xdata=people-author-3 and Uhl, Cy}, note = {xdata=press-note}}
@xdata{loop, note = {xdata=loop-note}, author = {xdata=loop-author and xdata=loop-author}}
@book{plain, note = {Not shared}}
`

func TestGranularReferences(t *testing.T) {
	for _, tt := range []struct {
		fields string
		want   ref.Reference
	}{
		{"author = {xdata=people-author-1 and Okoro, Ngozi}", ref.Reference{Authors: []ref.Name{{Family: "Roe", Given: "Ana"}, {Family: "Okoro", Given: "Ngozi"}}}},
		{"author = {xdata=people-author}", ref.Reference{Authors: []ref.Name{{Family: "Roe", Given: "Ana"}, {Literal: "Felt and Sons"}, {Family: "Lim", Given: "Bo"}}}},
		{"author = {xdata=people-author-2 and xdata=nested-author}", ref.Reference{Authors: []ref.Name{{Literal: "Felt and Sons"}, {Family: "Lim", Given: "Bo"}, {Family: "Uhl", Given: "Cy"}}}},
		{"author = {xdata=nested-author-1 and others}", ref.Reference{Authors: []ref.Name{{Family: "Lim", Given: "Bo"}}, EtAl: true}},
		{"editor = {xdata=people-author-3}", ref.Reference{Editors: []ref.Name{{Family: "Lim", Given: "Bo"}}}},
		{"title = {xdata=press-title}, date = {xdata=press-date}", ref.Reference{Title: "Quiet Carts", Year: "2019", Month: 3}},
		{"title = {xdata=PRESS-TITLE}", ref.Reference{Title: "Quiet Carts"}},
		{"publisher = {xdata=press-publisher-2}, location = {xdata=press-location-2 and Wien}", ref.Reference{Publisher: "Oak Press", Address: "Linz and Wien"}},
		// What is no reference, or leads nowhere.
		{"author = {{xdata=people-author-1}}, title = {See xdata=press-title}", ref.Reference{Authors: []ref.Name{{Literal: "xdata=people-author-1"}}, Title: "See xdata=press-title"}},
		{"author = {xdata=people-author-9 and Roe, Ana and xdata=people-author-0}, title = {xdata=none-title}", ref.Reference{Authors: []ref.Name{{Family: "Roe", Given: "Ana"}}}},
		{"title = {xdata=plain-note}, publisher = {xdata=press-nosuch}, author = {xdata=loop-author}", ref.Reference{}},
		{"author = {xdata=people-author-99999999999999999999}", ref.Reference{}},
		// The field of an @xdata entry named as a whole is taken where the entry's own leads nowhere.
		{"publisher = {xdata=none-publisher}, xdata = {press}", ref.Reference{Publisher: "Felt Press and Oak Press", Address: "Graz and Linz", Title: "Quiet Carts", Year: "2019", Month: 3}},
	} {
		f := bib.Read("test.bib", []byte(xdataEntries+"@book{k, "+tt.fields+"}"))
		got, _ := Reference(f, f.Entry("k"))
		tt.want.Type = ref.Book
		if diff := cmp.Diff(tt.want, got, cmpopts.IgnoreFields(ref.Reference{}, "Entry"), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.fields, diff)
		}
	}
}

// References that lead to lists of references are followed only so far.
func TestGranularReferencesOfEachOther(t *testing.T) {
	chain := func(links, width int) string {
		var text strings.Builder
		for i := range links {
			fmt.Fprintf(&text, "@xdata{x%d, author = {Roe, Ana%s}}\n", i, strings.Repeat(fmt.Sprintf(" and xdata=x%d-author", i+1), width))
		}
		fmt.Fprintf(&text, "@xdata{x%d, author = {Lim, Bo}}\n@book{k, author = {xdata=x0-author}}", links)
		return text.String()
	}
	for _, tt := range []struct{ links, width, least, most int }{{1, 1, 2, 2}, {3, 1, 4, 4}, {40, 1, 4, 4}, {3, 50, 100, 600}} {
		f := bib.Read("test.bib", []byte(chain(tt.links, tt.width)))
		got, _ := Reference(f, f.Entry("k"))
		if n := len(got.Authors); n < tt.least || n > tt.most {
			t.Errorf("%d links of %d: %d authors are read", tt.links, tt.width, n)
		}
	}
}
