package authority_test

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
)

func TestRetractions(t *testing.T) {
	for want, r := range map[string]authority.Retraction{
		"its record says so": {},
		"on 2024-01-20":      {Date: "2024-01-20"},
		"on 2024-01-20, by the notice 10.5555/n, because of errors": {Date: "2024-01-20", Notice: "10.5555/n", Reason: "errors"},
	} {
		if diff := cmp.Diff(want, r.String()); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

// unusable fails to answer, in another way each time.
type unusable struct{ texts []string }

func (u *unusable) Coverage() *authority.Coverage { return &authority.Coverage{Name: "carts"} }

func (u *unusable) Find(context.Context, *authority.Query) ([]*authority.Work, error) {
	text := u.texts[0]
	u.texts = u.texts[1:]
	if text == "an outage" {
		return nil, errors.New(text)
	}
	return nil, &authority.UnusableError{Err: errors.New(text)}
}

func TestCatalogueIsNotReliedOn(t *testing.T) {
	for _, test := range []struct {
		texts []string
		want  string
	}{
		{[]string{"an outage"}, ""},
		{[]string{"b is damaged", "an outage"}, "carts: b is damaged"},
		{[]string{"b is damaged", "a is damaged", "b is damaged"}, "carts: a is damaged; and 1 more answer"},
		{[]string{"b is damaged", "a is damaged", "c is damaged"}, "carts: a is damaged; and 2 more answers"},
	} {
		catalogue := authority.NewCatalogue(&unusable{test.texts})
		for range test.texts {
			if a := catalogue.Verify(t.Context(), &citation.Reference{Title: "Felt rims"}, nil); a.Verdict != authority.NotChecked {
				t.Errorf("the verdict is %s", a.Verdict)
			}
		}
		got, err := "", catalogue.Err()
		if err != nil {
			got = err.Error()
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if unusable := new(authority.UnusableError); err != nil && !errors.As(err, &unusable) {
			t.Errorf("%v is no UnusableError", err)
		}
	}
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	catalogue := authority.NewCatalogue(&unusable{[]string{"a is damaged"}})
	catalogue.Verify(cancelled, &citation.Reference{Title: "Felt rims"}, nil)
	if err := catalogue.Err(); err != nil {
		t.Errorf("after the end: %v", err)
	}
}

// citing holds works that are cited.
type citing struct{ memory }

func (c *citing) Cited(family, year string) ([]*authority.Work, error) { return c.works, nil }

func TestCatalogueOfCited(t *testing.T) {
	felt := &authority.Work{Record: citation.Reference{Title: "Felt rims"}}
	again := &authority.Work{Record: citation.Reference{Title: "Felt Rims"}}
	iron := &authority.Work{Record: citation.Reference{Title: "Iron tyres"}}
	catalogue := authority.NewCatalogue(newMemory("none"), &citing{*newMemory("a", felt, again)}, &citing{*newMemory("b", iron)})
	for limit, want := range [][]*authority.Work{nil, {felt}, {felt, iron}, {felt, iron}} {
		if diff := cmp.Diff(want, catalogue.Cited(t.Context(), citation.Mention{}, limit)); diff != "" {
			t.Errorf("%d (-want +got):\n%s", limit, diff)
		}
	}
	if covered := catalogue.Coverage(); len(covered) != 3 || covered[1].Name != "a" {
		t.Errorf("it covers %v", covered)
	}
}

func TestNilCatalogue(t *testing.T) {
	var none *authority.Catalogue
	work := citation.Publication{Reference: citation.Reference{Title: "Felt rims and quiet carts"}}
	if a := none.Fill(t.Context(), &work); a.Verdict != authority.NotChecked {
		t.Errorf("the verdict is %s", a.Verdict)
	}
	if none.Cited(t.Context(), citation.Mention{Authors: []string{"Roe"}, Year: "2019"}, 1) != nil || len(none.Coverage()) > 0 || none.Err() != nil {
		t.Error("it knows something")
	}
}
