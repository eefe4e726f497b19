package phrase

import (
	"testing"

	"github.com/factcite/factcite/citation/ref"
)

// TestDoubtfulNames holds of which authors it is open whether they are people.
func TestDoubtfulNames(t *testing.T) {
	person := ref.Name{Given: "Ann", Family: "Lee"}
	for _, c := range []struct {
		names  []ref.Name
		reason string
	}{
		{nil, ""},
		{[]ref.Name{person}, ""},
		{[]ref.Name{{Family: "Roe"}}, ""},
		{[]ref.Name{{Family: "Roe"}, {Family: "Falk"}}, ""},
		{[]ref.Name{person, {Family: "Roe"}}, "is one word among whole names"},
		{[]ref.Name{person, {Particle: "van", Family: "Roe"}}, ""},
		{[]ref.Name{person, {Literal: "Harbour Institute"}}, ""},
		{[]ref.Name{{Given: "Cart", Family: "Press"}}, "is called as publishing houses are"},
		{[]ref.Name{{Given: "C.", Family: "Press"}}, ""},
		{[]ref.Name{{Family: "Springer"}}, "is called as publishing houses are"},
		{[]ref.Name{{Family: "Wiley"}}, "is called as publishing houses are"},
		{[]ref.Name{{Given: "Ann", Family: "Wiley"}}, ""},
		{[]ref.Name{{Family: "Cork"}}, "is called as a place is"},
		{[]ref.Name{{Family: "Hawaii"}}, "is called as a place is"},
		{[]ref.Name{{Given: "Jack", Family: "London"}}, ""},
	} {
		doubtful, reason := DoubtfulName(c.names)
		if reason != c.reason || reason != "" && doubtful != c.names[len(c.names)-1] {
			t.Errorf("%v: %v %q, want %q", c.names, doubtful, reason, c.reason)
		}
	}
}

func TestOneName(t *testing.T) {
	for text, want := range map[string]ref.Name{
		"Ann Lee":           {Given: "Ann", Family: "Lee"},
		"Harbour Institute": {Literal: "Harbour Institute"},
		"Ann Lee, 2012":     {},
		"felt":              {},
		"":                  {},
	} {
		got, ok := ReadName(text)
		if ok != (want != ref.Name{}) || ok && got != want {
			t.Errorf("%q: %v, %t", text, got, ok)
		}
	}
}
