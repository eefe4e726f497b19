package ref

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Of a sentence that nothing says to be there for a work, only those are kept of which enough
// is known beside a title, unless the grammar read them.
func TestWorksOfProse(t *testing.T) {
	roe := []Name{{Given: "Ana", Family: "Roe"}}
	for _, test := range []struct {
		name string
		r    Reference
		kept bool
	}{
		{"a title", Reference{}, false},
		{"a year", Reference{Year: "2019"}, false},
		{"people", Reference{Authors: roe}, false},
		{"a year and people", Reference{Year: "2019", Authors: roe}, true},
		{"a year and editors", Reference{Year: "2019", Editors: roe}, true},
		{"people as authors and editors", Reference{Authors: roe, Editors: roe}, false},
		{"people with an initial", Reference{Authors: []Name{{Given: "Ana", Family: "Roe"}, {Given: "B.", Family: "Lim"}}}, true},
		{"an initial without a family name", Reference{Authors: []Name{{Given: "B."}}}, false},
		{"editors with an initial", Reference{Editors: []Name{{Given: "B.", Family: "Lim"}}}, false},
		{"an arXiv ID", Reference{ArXiv: "2001.01234"}, true},
		{"a DOI", Reference{DOI: "10.5555/1"}, true},
		{"an ISBN", Reference{ISBN: "9780306406157"}, true},
		{"a PMID", Reference{PMID: "123456"}, true},
		{"an address", Reference{URL: "https://a.example"}, false},
		{"what holds it", Reference{Container: "Carts"}, false},
		{"what holds it, and a volume", Reference{Container: "Carts", Volume: "3"}, true},
		{"what holds it, and a number", Reference{Container: "Carts", Number: "3"}, true},
		{"what holds it, and pages", Reference{Container: "Carts", Pages: "3"}, true},
		{"what holds it, and an article number", Reference{Container: "Carts", EID: "3"}, true},
		{"its place alone", Reference{Volume: "3", Number: "4", Pages: "5", EID: "6"}, false},
		{"a publisher and a year", Reference{Publisher: "Rim Press", Year: "2019"}, true},
		{"an institution and a year", Reference{Institution: "Cart Office", Year: "2019"}, true},
		{"who brought it out alone", Reference{Publisher: "Rim Press", Institution: "Cart Office"}, false},
	} {
		test.r.Confidence = 0.9
		guess := Extraction{Class: ClassReference, References: []Reference{test.r}}
		if kept := len(guess.OfProse().References) == 1; kept != test.kept {
			t.Errorf("%s: kept %t, want %t", test.name, kept, test.kept)
		}
		test.r.Confidence = 0
		if read := (Extraction{Class: ClassReference, References: []Reference{test.r}}); !cmp.Equal(read, read.OfProse()) {
			t.Errorf("%s: what the grammar read is left out", test.name)
		}
	}
}

// The class of a sentence is that of what is left of it.
func TestClassesOfProse(t *testing.T) {
	guess, read, mention := Reference{Title: "Felt", Confidence: 0.9}, Reference{Title: "Rims"}, Mention{Authors: []string{"Roe"}, Year: "2019"}
	for _, test := range []struct{ said, want Extraction }{
		{Extraction{Class: ClassReference, References: []Reference{guess}}, Extraction{Class: ClassNone, References: []Reference{}}},
		{Extraction{Class: ClassReference, References: []Reference{guess}, Mentions: []Mention{mention}}, Extraction{Class: ClassCitation, References: []Reference{}, Mentions: []Mention{mention}}},
		{Extraction{Class: ClassNone, References: []Reference{guess, read}}, Extraction{Class: ClassReference, References: []Reference{read}}},
	} {
		if diff := cmp.Diff(test.want, test.said.OfProse()); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if len(test.said.References) > 0 && test.said.References[0].Title != "Felt" {
			t.Error("the extraction itself was changed")
		}
	}
}

func TestLinkedMentions(t *testing.T) {
	for _, test := range []struct {
		m    Mention
		want bool
	}{{Mention{Year: "2019"}, false}, {Mention{ArXiv: "2001.01234"}, true}, {Mention{DOI: "10.5555/1"}, true}, {Mention{URL: "https://a.example"}, true}} {
		if got := test.m.IsLinked(); got != test.want {
			t.Errorf("%+v is linked: %t, want %t", test.m, got, test.want)
		}
	}
}
