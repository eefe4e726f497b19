package ref

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func shelved() *Entry {
	return &Entry{
		Type: "article", Key: "roe", Keys: []string{"roe"}, Facts: []string{"f1", "f2"}, Filled: "year: from dblp", Contradicted: "doi: 10.99999/y",
		Fields:  []EntryField{{"title", "Felt rims"}, {"year", "2019"}, {"shelf", "4"}, {"note", "Number 5. Seen by {Roe}"}, {"howpublished", "In print"}, {"file", ""}},
		Covered: []Field{FieldTitle, FieldYear},
	}
}

func TestExtraFields(t *testing.T) {
	want := []EntryField{{"shelf", "4"}, {"note", "Seen by {Roe}"}}
	if diff := cmp.Diff(want, shelved().Extra()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Fields that a reference is read from are none that an entry has besides, nor are those that
// go with them.
func TestReadFieldsAreNotExtra(t *testing.T) {
	names := []string{"eprinttype", "archiveprefix", "subtitle", "booksubtitle", "journalsubtitle", "howpublished"}
	for _, row := range Fields {
		names = append(names, row.Bib...)
	}
	for _, name := range names {
		e := &Entry{Fields: []EntryField{{name, "felt"}, {"shelf", "4"}}}
		if diff := cmp.Diff([]EntryField{{"shelf", "4"}}, e.Extra()); diff != "" {
			t.Errorf("an entry with %s (-want +got):\n%s", name, diff)
		}
	}
}

func TestFieldOfEntry(t *testing.T) {
	e := shelved()
	if f, ok := e.Field("date", "year"); !ok || f.Value != "2019" {
		t.Errorf("date or year is %v, %t", f, ok)
	}
	if f, ok := e.Field("date"); ok {
		t.Errorf("date is %v", f)
	}
	if !e.Covers(FieldYear) || e.Covers(FieldDOI) || (*Entry)(nil).Covers(FieldYear) {
		t.Error("it covers other fields than it has")
	}
}

func TestMergedEntries(t *testing.T) {
	other := &Entry{
		Type: "misc", Key: "lund", Keys: []string{"lund"}, Facts: []string{"f2", "f3"},
		Fields: []EntryField{{"title", "Felt Rims"}, {"shelf", "5"}, {"room", "7"}},
	}
	want := shelved()
	want.Keys, want.Facts = []string{"roe", "lund"}, []string{"f1", "f2", "f3"}
	want.Fields = append(want.Fields, EntryField{"room", "7"})
	e := shelved()
	if diff := cmp.Diff(want, e.Merged(other, nil)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	changed := e.Merged(nil, []Field{FieldYear})
	if _, ok := changed.Field("year"); ok || changed.Covers(FieldYear) || !changed.Covers(FieldTitle) {
		t.Errorf("a value that was given up stays: %+v", changed)
	}
	if diff := cmp.Diff(shelved(), e); diff != "" {
		t.Errorf("merging changes the entry (-want +got):\n%s", diff)
	}
	alone := (*Entry)(nil).Merged(e, nil)
	if diff := cmp.Diff(&Entry{Type: e.Type, Key: e.Key, Keys: e.Keys, Facts: e.Facts, Filled: e.Filled, Contradicted: e.Contradicted, Fields: e.Extra(), Judged: true}, alone); diff != "" {
		t.Errorf("of a work that no .bib had (-want +got):\n%s", diff)
	}
	if merged := (*Entry)(nil).Merged(nil, nil); merged != nil {
		t.Errorf("of two works that no .bib has: %+v", merged)
	}
}

func TestDialects(t *testing.T) {
	for _, c := range []struct {
		entry            Entry
		bibTeX, bibLaTeX bool
	}{
		{Entry{Type: "book", Fields: []EntryField{{"year", "2019"}}}, true, true},
		{Entry{Type: "article", Fields: []EntryField{{"journal", "Carts"}}}, true, false},
		{Entry{Type: "article", Fields: []EntryField{{"journaltitle", "Carts"}}}, false, true},
		{Entry{Type: "phdthesis"}, true, false},
		{Entry{Type: "online"}, false, true},
		{Entry{Type: "book", Fields: []EntryField{{"location", "Graz"}}}, false, true},
		{Entry{Type: "book", Fields: []EntryField{{"location", "Graz"}, {"year", "2019"}}}, true, true},
		{Entry{Type: "misc", Fields: []EntryField{{"eprinttype", "hal"}, {"eprint", "1"}, {"eprintclass", "x"}}}, false, true},
		{Entry{Type: "misc", Fields: []EntryField{{"year", "2019"}, {"date", "2019"}}}, false, true},
		{Entry{Type: "misc", Fields: []EntryField{{"note", "xdata=a-note"}}}, false, true},
		{Entry{Type: "misc", Fields: []EntryField{{"primaryclass", "cs.CL"}}}, true, false},
		{Entry{Type: "report"}, false, true}, {Entry{Type: "thesis"}, false, true}, {Entry{Type: "techreport"}, true, false},
	} {
		if c.entry.IsBibTeX() != c.bibTeX || c.entry.IsBibLaTeX() != c.bibLaTeX {
			t.Errorf("%+v is of BibTeX %t, of biblatex %t", c.entry, c.entry.IsBibTeX(), c.entry.IsBibLaTeX())
		}
	}
}
