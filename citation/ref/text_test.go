package ref

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

var rims = Reference{
	Type: Article, Title: "Felt rims", Authors: []Name{{Given: "Ana", Family: "Roe"}, {Given: "Bo", Particle: "van", Family: "Lund", Suffix: "Jr."}, {Literal: "Cart Society"}},
	Editors: []Name{{Family: "Park"}}, Container: "Cart Letters", Year: "2019", Month: 5,
}

func TestText(t *testing.T) {
	truncated := rims
	truncated.EtAl = true
	bare := Reference{EtAl: true}
	for _, c := range []struct {
		r           *Reference
		field, want string
	}{
		{&rims, "title", "Felt rims"},
		{&rims, "authors", "Ana Roe, Bo van Lund Jr. and Cart Society"},
		{&rims, "editors", "Park"},
		{&rims, "month", "may"},
		{&rims, "volume", ""},
		{&rims, "colour", ""},
		{&truncated, "authors", "Ana Roe, Bo van Lund Jr. and Cart Society et al."},
		{&truncated, "editors", "Park"},
		{&bare, "authors", ""},
		{&bare, "month", ""},
	} {
		if got := c.r.Text(c.field); got != c.want {
			t.Errorf("%s is %q, want %q", c.field, got, c.want)
		}
	}
}

func TestPeople(t *testing.T) {
	if people := rims.People(); len(people) != 3 {
		t.Errorf("of a work with authors: %v", people)
	}
	edited := Reference{Editors: rims.Editors}
	if people := edited.People(); len(people) != 1 || people[0].Family != "Park" {
		t.Errorf("of a work with editors alone: %v", people)
	}
}

func TestFamilyKey(t *testing.T) {
	for want, name := range map[string]Name{
		"muller": {Given: "Ana", Family: "Müller"}, "elliswhite": {Family: "Ellis-White"}, "cartsociety": {Literal: "Cart Society"},
		"plato": {Given: "Plato"}, "graysmith": {Family: "Grey Smith"}, "gray": {Family: "Grey"}, "": {Suffix: "Jr."},
	} {
		if got := FamilyKey(name); got != want {
			t.Errorf("%+v is known as %q, want %q", name, got, want)
		}
	}
}

func TestMentionFits(t *testing.T) {
	for _, c := range []struct {
		mention Mention
		authors []Name
		want    bool
	}{
		{Mention{Authors: []string{"Roe"}}, rims.Authors, true},
		{Mention{Authors: []string{"A. Roe"}}, rims.Authors, true},
		{Mention{Authors: []string{"Roe AB"}}, rims.Authors, true},
		{Mention{Authors: []string{"Roe, A."}}, rims.Authors, true},
		{Mention{Authors: []string{"Lund"}}, rims.Authors, false}, // not the first
		{Mention{Authors: []string{"Roe", "Cart Society"}}, rims.Authors, true},
		{Mention{Authors: []string{"Roe", "Park"}}, rims.Authors, false},
		{Mention{Authors: []string{"Roe"}, EtAl: true}, rims.Authors[:2], true},
		{Mention{Authors: []string{"Roe"}, EtAl: true}, rims.Authors[:1], false},
		{Mention{Authors: []string{"Roe"}}, rims.Authors[:1], true},
		{Mention{Authors: []string{"Roe"}}, nil, false},
		{Mention{}, rims.Authors, false},
	} {
		if got := c.mention.Fits(c.authors); got != c.want {
			t.Errorf("%v, et al. %t, of %v: %t", c.mention.Authors, c.mention.EtAl, c.authors, got)
		}
	}
	for name, want := range map[string]string{"": "", "Roe": "Roe", "J. K. van Roe": "van Roe", "Li Q.": "Li", "A.": "A.", "de Ana Roe": "de Ana Roe"} {
		if got := (Mention{Authors: []string{name}}).FirstFamily(); got != want {
			t.Errorf("the family name of %q is %q, want %q", name, got, want)
		}
	}
	if got := (Mention{}).FirstFamily(); got != "" {
		t.Errorf("nobody's family name is %q", got)
	}
}

// A surname may begin with a particle, which is apart, and has initials on either side.
func TestMentionedNames(t *testing.T) {
	for written, want := range map[string]Name{
		"Roe": {Family: "Roe"}, "van der Berg": {Particle: "van der", Family: "Berg"}, "Van der Berg": {Particle: "Van der", Family: "Berg"},
		"Van": {Family: "Van"}, "Al Roe": {Particle: "Al", Family: "Roe"}, "Roe De Lind": {Family: "Roe De Lind"}, "De La Roe": {Particle: "De", Family: "La Roe"},
		"A. B. de Roe": {Particle: "de", Family: "Roe"}, "de la Roe AB": {Particle: "de la", Family: "Roe"}, "Li": {Family: "Li"}, "LI WU": {Family: "WU"},
		"de la Roe, Ana": {Particle: "de la", Family: "Roe"}, "": {},
	} {
		if diff := cmp.Diff(want, MentionedName(written)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", written, diff)
		}
	}
	for _, c := range []struct {
		cited string
		of    Name
		want  bool
	}{
		{"Van Lund", Name{Family: "Lund", Particle: "van"}, true}, {"Lund", Name{Family: "Lund", Particle: "van"}, true},
		{"Al Lund", Name{Family: "Al Lund"}, true}, {"van Lund", Name{Family: "Lund"}, true}, {"Alund", Name{Family: "Al Lund"}, false},
	} {
		if got := (Mention{Authors: []string{c.cited}}).Fits([]Name{c.of}); got != c.want {
			t.Errorf("%q is %+v: %t, want %t", c.cited, c.of, got, c.want)
		}
	}
}

func TestInPassing(t *testing.T) {
	whole := Extraction{
		Class: ClassReference, References: []Reference{{Title: "Felt rims", Kind: Software, Spans: map[string]Span{"title": {3, 12}}}, {Year: "2019"}},
		Named: []Named{{Title: "Carts", Span: Span{20, 25}}},
	}
	want := Extraction{Class: ClassNone, References: []Reference{}, Named: []Named{{Title: "Carts", Span: Span{20, 25}}, {Title: "Felt rims", Kind: Software, Span: Span{3, 12}}}}
	if diff := cmp.Diff(want, whole.InPassing()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	whole.Mentions = []Mention{{Year: "2019"}}
	if class := whole.InPassing().Class; class != ClassCitation {
		t.Errorf("with an in-text citation it is %q", class)
	}
	if len(whole.Named) != 1 || len(whole.References) != 2 {
		t.Error("the extraction itself is changed")
	}
}

func TestDerived(t *testing.T) {
	r := Reference{Title: "Felt rims", Year: "2019", Derived: map[string]Derived{
		"year":      {Value: "2020", From: "arXiv:2001.00001"},
		"container": {Value: "Cart Letters", From: "CL"},
		"venue":     {Value: "CL", From: "Cart Letters"},
		"doi":       {Value: "10.99999/x", From: "its address"},
	}}
	if got, want := r.DerivedNote(), "container: from CL; doi: from its address; venue: CL, from Cart Letters"; got != want {
		t.Errorf("the note is %q, want %q", got, want)
	}
	w := r.WithDerived()
	if w.Container != "Cart Letters" || w.DOI != "10.99999/x" || w.Year != "2019" || r.Container != "" {
		t.Errorf("%+v of %+v", w, r)
	}
	for name, want := range map[Field]string{"year": "2019", "container": "Cart Letters", "venue": "CL", "title": "Felt rims", "volume": "", "authors": ""} {
		if got := StatedOrDerived(&r, name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if rims.WithDerived() != &rims || rims.DerivedNote() != "" {
		t.Error("something is derived of a reference that states everything")
	}

	first, second := map[string]Derived{"year": {Value: "1"}}, map[string]Derived{"year": {Value: "2"}, "doi": {Value: "3"}, "isbn": {Value: "4"}}
	if diff := cmp.Diff(map[string]Derived{"year": {Value: "1"}, "doi": {Value: "3"}, "isbn": {Value: "4"}}, WithDerived(first, second)); diff != "" || len(first) != 1 {
		t.Errorf("first %v (-want +got):\n%s", first, diff)
	}
	if diff := cmp.Diff(second, WithDerived(nil, second)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(first, WithDerived(first, nil)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestNoted(t *testing.T) {
	for _, c := range []struct {
		note   string
		values map[Field]string
		rest   string
	}{
		{"Number 5. Accessed 12 May 2024", map[Field]string{FieldNumber: "5", FieldURLDate: "12 May 2024"}, ""},
		{"Edited by A. B. Roe and C. Lund. To appear", map[Field]string{FieldEditors: "A. B. Roe and C. Lund"}, "To appear"},
		{"Type: a long report on carts. Seen", map[Field]string{FieldGenre: "a long report on carts"}, "Seen"},
		{"Number of carts. Volume of felt", nil, "Number of carts. Volume of felt"},
		{"Volume 3 of the four that there are", nil, "Volume 3 of the four that there are"},
		{"Number 5. Number 6", map[Field]string{FieldNumber: "5"}, "Number 6"},
		{"B. Lund. Version 2.3", map[Field]string{FieldVersion: "2.3"}, "B. Lund"},
		{"See J.K. Roe. Here", nil, "See J.K. Roe. Here"},
		{"", nil, ""},
	} {
		values, rest := Noted(c.note)
		if diff := cmp.Diff(c.values, values); diff != "" || rest != c.rest {
			t.Errorf("%q leaves %q (-want +got):\n%s", c.note, rest, diff)
		}
	}
}
