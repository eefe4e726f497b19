package bib

import "testing"

func TestReadAfter(t *testing.T) {
	first := Read("a.bib", []byte("@string{j = \"First\"}\n@string{k = \"Kept\"}\n@book{b, title = {Rims}}"))
	second := ReadAfter(first, "b.bib", []byte("@string{j = \"Second\"}\n@article{x, journal = j # k, note = l}"))
	third := ReadAfter(second, "c.bib", []byte("@article{y, journal = J}"))
	if got := second.Entry("x").Field("journal").Value; got != "SecondKept" {
		t.Errorf("journal of x is %q", got)
	}
	if got := third.Entry("y").Field("journal").Value; got != "Second" {
		t.Errorf("journal of y is %q", got)
	}
	if len(second.Errors) != 1 || second.Errors[0].Rule != "bib-undefined-macro" || len(third.Errors) > 0 {
		t.Errorf("errors are %v and %v", second.Errors, third.Errors)
	}
	if e := third.Parent("B"); e == nil || e.Key != "b" {
		t.Errorf("parent is %v", e)
	}
	if third.Entry("b") != nil || first.Parent("x") != nil {
		t.Error("a file has the entries of another, or those after it")
	}
}
