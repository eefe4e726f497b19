package bib

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestIsBib(t *testing.T) {
	for text, want := range map[string]bool{
		"@misc{a, title = {Felt}}": true, "@string{x = {Felt}}": true, "@preamble{{Felt}}": true, "% Felt": true, "@comment{Felt}": true, "@Comment": true,
		"Felt": false, "": false, "@comm": false, "Felt % rims": false,
	} {
		if got := Read("a.bib", []byte(text)).IsBib(); got != want {
			t.Errorf("%q is a .bib: %t", text, got)
		}
	}
	if (*File)(nil).IsBib() {
		t.Error("no file is a .bib")
	}
}

// TestNewFile holds that entries and errors of a text of another format are in its order and
// have their places in it, and that entries are found by their keys.
func TestNewFile(t *testing.T) {
	const text = byteOrderMark + "TY  - JOUR\nTI  - Fëlt\nER  -\nTY  - BOOK\n"
	second := strings.LastIndex(text, "TY")
	f := NewFile("a.ris", []byte(text),
		[]Entry{{Type: "book", Key: "Roe2", Start: second, End: len(text)}, {Type: "article", Key: "roe1", Start: 0, End: second}},
		[]Error{{Message: "late", Offset: len(text) + 9}, {Message: "early", Offset: 0}, {Message: "in between", Offset: strings.Index(text, "lt")}})
	wantEntries := []Entry{
		{Type: "article", Key: "roe1", Start: len(byteOrderMark), End: second, Line: 1, Column: 1, Foreign: true},
		{Type: "book", Key: "Roe2", Start: second, End: len(text), Line: 4, Column: 1, Foreign: true},
	}
	if diff := cmp.Diff(wantEntries, f.Entries); diff != "" {
		t.Errorf("entries (-want +got):\n%s", diff)
	}
	wantErrors := []Error{{Message: "early", Line: 1, Column: 1}, {Message: "in between", Line: 2, Column: 9}, {Message: "late", Line: 5, Column: 1}}
	if diff := cmp.Diff(wantErrors, f.Errors, cmpopts.IgnoreFields(Error{}, "Offset")); diff != "" {
		t.Errorf("errors (-want +got):\n%s", diff)
	}
	for key, want := range map[string]*Entry{"ROE1": &f.Entries[0], "roe2": &f.Entries[1], "roe": nil} {
		if got := f.Entry(key); got != want {
			t.Errorf("the entry of %q is %+v", key, got)
		}
	}
	if line, column := f.Place(strings.Index(text, "lt")); line != 2 || column != 9 {
		t.Errorf("a byte of the text is at %d:%d", line, column)
	}
}

// TestPortableFiles holds that a file that was packed is the file that it was.
func TestPortableFiles(t *testing.T) {
	before := Read("macros.bib", []byte("@string{jc = {Journal of Carts}}"))
	const text = "@article{roe, title = {F\xeblt}, journal = jc}\n@misc{roe, title = felt}\n"
	ris := NewFile("a.ris", []byte("TY  - JOUR\n"), []Entry{{Type: "article", Key: "roe", Fields: []Field{{Name: "title", Value: "Felt"}}}}, []Error{{Message: "no end", Offset: 3}})
	for _, test := range []struct {
		f      *File
		before *File
	}{
		{Read("utf8.bib", []byte("@misc{a, title = {Fëlt}}")), nil},
		{ReadAfter(before, "latin.bib", []byte("% Encoding: latin1\n"+text)), before},
		{Read("latin.bib", []byte("% Encoding: latin1\n"+text)), nil},
		{ReadAfter(before, "mixed.bib", []byte("% Encoding: utf8\nö\n"+text)), before},
		{ris, nil},
	} {
		packed, err := AppendFile([]byte("before"), test.f)
		if err != nil {
			t.Fatal(err)
		}
		got, inDatabase, err := ReadFile(test.before, []byte(strings.TrimPrefix(string(packed), "before")))
		if err != nil || inDatabase == test.f.made {
			t.Errorf("%s: in a database %t, %v", test.f.Path, inDatabase, err)
		}
		if diff := cmp.Diff(test.f, got, cmpopts.IgnoreUnexported(File{}), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.f.Path, diff)
		}
		if test.before != nil && got.Parent("nobody") != test.f.Parent("nobody") {
			t.Errorf("%s has other parents", test.f.Path)
		}
		if _, _, err := ReadFile(nil, packed[:len(packed)/2]); err == nil || !strings.HasPrefix(err.Error(), "the packed file is damaged: ") {
			t.Errorf("half of %s: %v", test.f.Path, err)
		}
	}
}

// TestBibTeX holds what of a file the types of nickng/bibtex have.
func TestBibTeX(t *testing.T) {
	f := Read("a.bib", []byte("@preamble{{\\def\\x{}}}\n@string{jc = {Journal of Carts}}\n@article{roe, title = {Felt}, journal = jc # { B}, title = {Rims}}\n@misc{lim}"))
	got := f.BibTeX()
	if len(got.Preambles) != 1 || got.Preambles[0].String() != `\def\x{}` {
		t.Errorf("preambles %v", got.Preambles)
	}
	if v := got.StringVar["jc"]; v == nil || v.Value.String() != "Journal of Carts" {
		t.Errorf("macros %v", got.StringVar)
	}
	if len(got.Entries) != 2 || got.Entries[0].Type != "article" || got.Entries[0].CiteName != "roe" || len(got.Entries[0].Fields) != 2 || got.Entries[1].CiteName != "lim" {
		t.Fatalf("entries %+v", got.Entries)
	}
	for name, want := range map[string]string{"title": "Felt", "journal": "Journal of Carts B"} {
		if got := got.Entries[0].Fields[name].String(); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}
