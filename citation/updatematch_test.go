package citation

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation/bib"
)

// TestWhichEntryIsUpdated holds which of several entries of one work takes what its facts state.
func TestWhichEntryIsUpdated(t *testing.T) {
	const (
		entry  = "@inproceedings{%,\n  title = {Felt rims for NASA carts},\n  author = {Ferrum, Ada and Stahl, Bo},\n  year = {2023}}\n"
		ofFact = "@inproceedings{%,\n  title = {Felt rims for NASA carts},\n  author = {Ferrum, Ada and Stahl, Bo},\n  year = {2023},\n  x-facts = {f1}}\n"
		other  = "@book{%,\n  title = {Oak floors},\n  author = {Uhl, Eva},\n  year = {2010}}\n"
	)
	for _, test := range []struct {
		name    string
		entries []string
		want    string // the keys of the entries that have pages, as the fact states them
	}{
		{"the only one", []string{entry}, "a"},
		{"the first", []string{entry, entry}, "a"},
		{"the first of its fact", []string{entry, ofFact, ofFact}, "b"},
		{"one of its fact after another work", []string{other, entry, ofFact}, "c"},
		{"none, so that one is added", []string{other}, "ferrum2023felt"},
	} {
		var text strings.Builder
		for i, entry := range test.entries {
			text.WriteString(strings.Replace(entry, "%", "abc"[i:i+1], 1))
		}
		u := updateBib(t, text.String(), bibliographyOf(feltRims()), &WriteOptions{NoProvenance: true})
		var got []string
		for _, e := range bib.Read("refs.bib", u.Text).Entries {
			if e.Field("pages") != nil {
				got = append(got, e.Key)
			}
		}
		if diff := cmp.Diff(test.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestUpdateSaysWhatItCannotWrite holds that a form without entries is named with the file.
func TestUpdateSaysWhatItCannotWrite(t *testing.T) {
	_, err := UpdateBib("refs.bib", nil, new(Bibliography), &WriteOptions{Format: RIS})
	if err == nil || err.Error() != `update refs.bib: a .bib cannot be written as "ris"; use bibtex or biblatex` {
		t.Error(err)
	}
}

// TestUpdateAddsToNotes holds that what was derived is added to the notes that an entry has.
func TestUpdateAddsToNotes(t *testing.T) {
	work := feltRims()
	work.Year, work.Month = "", 0
	work.Derived = map[string]Derived{"year": {Value: "2023", From: "the arXiv ID"}}
	const old = "@inproceedings{mine,\n  title = {Felt rims for NASA carts},\n  author = {Ferrum, Ada and Stahl, Bo},\n  eprint = {2305.00001},\n  x-derived = {address from the venue}\n}\n"
	entry := bib.Read("refs.bib", updateBib(t, old, bibliographyOf(work), nil).Text).Entry("mine")
	for field, want := range map[string]string{"year": "2023", "x-derived": "address from the venue; year: from the arXiv ID", "x-facts": "f1"} {
		got := ""
		if f := entry.Field(field); f != nil {
			got = f.Value
		}
		if got != want {
			t.Errorf("%s is %q, want %q", field, got, want)
		}
	}
}

// TestFactsOfConflicts holds which facts state two lists of authors that disagree, where the
// first fact states none.
func TestFactsOfConflicts(t *testing.T) {
	r := func(authors ...Name) *Reference {
		return &Reference{Type: Article, Title: "Felt rims and quiet carts", Authors: authors, Container: "Carts", Year: "2019", DOI: "10.5555/rims"}
	}
	works := bibliographyOf(r(), r(Name{Family: "Roe", Given: "Ana"}), r(Name{Family: "Falk", Given: "Ida"})).Works()
	if len(works) != 1 {
		t.Fatalf("%d works", len(works))
	}
	want := []Conflict{{Field: "authors", Kept: "Ana Roe", Other: "Ida Falk", KeptFact: "f2", OtherFact: "f3"}}
	if diff := cmp.Diff(want, works[0].Conflicts); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
