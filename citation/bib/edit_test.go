package bib

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAppendField(t *testing.T) {
	for text, want := range map[string]string{
		"@misc{k}":                               "@misc{k,\n  doi = {1}}",
		"@misc{k,\r\n}":                          "@misc{k,\r\n  doi = {1},\r\n}",
		"@misc{k, title = {T}}":                  "@misc{k, title = {T}, doi = {1}}",
		"@misc{k,\n\ttitle={T},\n\tyear=2001\n}": "@misc{k,\n\ttitle={T},\n\tyear=2001,\n\tdoi={1}\n}",
		"@misc{k, title = {T},\n  year = 1,\n  month = jan,}": "@misc{k, title = {T},\n  year = 1,\n  month = jan,\n  doi = {1},}",
		"@misc{k,\n  title  = {T},\n  volume = 1}":            "@misc{k,\n  title  = {T},\n  volume = 1,\n  doi    = {1}}",
		"@misc{k,\n  a  = {T},\n  bc = 1}":                    "@misc{k,\n  a  = {T},\n  bc = 1,\n  doi = {1}}",
		"@misc{k,\n  title = {T},\n  volume = 1}":             "@misc{k,\n  title = {T},\n  volume = 1,\n  doi = {1}}",
		"@misc{k,\n  title =\n    {T}}":                       "@misc{k,\n  title =\n    {T},\n  doi = {1}}",
		"@misc{k,\n a = 1,\n   b = 2,\n   c = 3,\n d = 4}":    "@misc{k,\n a = 1,\n   b = 2,\n   c = 3,\n d = 4,\n   doi = {1}}",
		"@misc{k,\n z = 1, a = 1,\n   b = 2}":                 "@misc{k,\n z = 1, a = 1,\n   b = 2,\n   doi = {1}}",
		"\ufeff@misc{j} @misc{k, a = 1} @misc{l}":             "\ufeff@misc{j} @misc{k, a = 1, doi = {1}} @misc{l}",
	} {
		e := NewEdit("a.bib", []byte(text))
		entry := len(e.File.Entries) / 2
		if !e.IsIntact(entry) || e.IsChanged(entry) {
			t.Errorf("%q is broken or changed before it is", text)
		}
		e.AppendField(entry, "doi", "{1}")
		if diff := cmp.Diff(want, bytesOf(t, e)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
		for i := range e.File.Entries {
			if e.IsChanged(i) != (i == entry) {
				t.Errorf("%q: entry %d is changed: %t", text, i, e.IsChanged(i))
			}
		}
	}
}

func TestAppendEntries(t *testing.T) {
	for text, want := range map[string]string{
		"":                    "@misc{n}\n",
		" \n":                 " \n@misc{n}\n",
		"@misc{k}":            "@misc{k}\n\n@misc{n}",
		"@misc{k}\n":          "@misc{k}\n\n@misc{n}",
		"@misc{k}\n\n":        "@misc{k}\n\n@misc{n}",
		"@misc{k}\r\n":        "@misc{k}\r\n\r\n@misc{n}",
		"@misc{k}\r\n\r\n":    "@misc{k}\r\n\r\n@misc{n}",
		"@misc{k,\r\n a = 1}": "@misc{k,\r\n a = 1}\r\n\r\n@misc{n}",
	} {
		e := NewEdit("a.bib", []byte(text))
		e.AppendEntries("")
		if got := bytesOf(t, e); got != text {
			t.Errorf("%q without more entries is %q", text, got)
		}
		e.AppendEntries("@misc{n}\n")
		if got, want := bytesOf(t, e), strings.TrimSuffix(want, "\n"); got != want {
			t.Errorf("%q is extended to %q, want %q", text, got, want)
		}
	}
}

func TestEditValues(t *testing.T) {
	const text = `@misc{k, a = {x}, b = "y", c = jan, d = {p} # {q}, e = 5, f = {}, g = { {} }}`
	e := NewEdit("a.bib", []byte(text))
	entry := &e.File.Entries[0]
	for name, want := range map[string]bool{"a": true, "b": true, "c": false, "d": false, "e": false} {
		if got := e.ExtendValue(0, entry.Field(name), "+"); got != want {
			t.Errorf("%s is extended: %t", name, got)
		}
	}
	e.ReplaceValue(0, entry.Field("c"), "feb")
	e.AppendField(0, "h", "{z}")
	want := `@misc{k, a = {x+}, b = "y+", c = feb, d = {p} # {q}, e = 5, f = {}, g = { {} }, h = {z}}`
	if diff := cmp.Diff(want, bytesOf(t, e)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for name, want := range map[string]bool{"a": false, "b": false, "c": false, "d": false, "e": false, "f": true, "g": true} {
		if got := entry.Field(name).IsEmpty(); got != want {
			t.Errorf("%s is empty: %t", name, got)
		}
	}
	if broken := NewEdit("a.bib", []byte("@misc{k, a = {x}\n@misc{l, a = 1}")); broken.IsIntact(0) || !broken.IsIntact(1) {
		t.Error("the entry that is not closed is intact, or the one after it is not")
	}
}

func bytesOf(t *testing.T, e *Edit) string {
	t.Helper()
	text, err := e.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
