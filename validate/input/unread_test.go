package input

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

// zipOf returns an archive of empty files.
func zipOf(t *testing.T, names ...string) string {
	t.Helper()
	var packed bytes.Buffer
	w := zip.NewWriter(&packed)
	for _, name := range names {
		if _, err := w.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return packed.String()
}

func TestUnread(t *testing.T) {
	for _, c := range []struct{ name, head, want string }{
		{"a/b.parquet", "PAR1\x15", `a/b.parquet is Parquet, which is not read: make text of it, as with duckdb -c "COPY (FROM 'a/b.parquet') TO 'b.jsonl' (FORMAT json)"`},
		{"b.xlsx", zipOf(t, "[Content_Types].xml", "xl/workbook.xml"), "b.xlsx is a spreadsheet, which is not read: make text of it, as with soffice --convert-to csv b.xlsx"},
		{"b.avro", "Obj\x01", "b.avro is Avro, which is not read: make text of it, as with avro-tools tojson b.avro > b.jsonl"},
		{"b.zip", zipOf(t, "facts.jsonl"), ""},
		{"b.docx", zipOf(t, "word/document.xml"), ""},
		{"b.jsonl", "{}", ""},
		{"b.rtf", `{\rtf1\ansi Felt}`, "b.rtf is RTF, which is not read: make text of it, as with soffice --convert-to odt b.rtf"},
		{"b.ipynb", `{"cells":[],"metadata":{},"nbformat":4}`, "b.ipynb is a notebook, which is not read: make text of it, as with jupyter nbconvert --to markdown b.ipynb"},
		{"<stdin>", `{"cells": [{"cell_type": "markdown"`, "<stdin> is a notebook, which is not read: make text of it, as with jupyter nbconvert --to markdown FILE"},
		{"b.jsonl", `{"content":"a \"nbformat\" of cells"}`, ""},
	} {
		got := ""
		if err := unread(c.name, []byte(c.head)); err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s: %s\nwant %s", c.name, got, c.want)
		}
		if strings.Contains(got, "EXTRA") || strings.Contains(got, "%!") {
			t.Error(got)
		}
	}
}
