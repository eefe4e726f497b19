package input

import (
	"bytes"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/bib/exchange"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/fact/document"
)

// Forms are all forms that are read.
func Forms() []fact.Form {
	list := []fact.Form{fact.PageText, fact.PageHTML, fact.Lines, fact.JSON, fact.Export, fact.Bundle, fact.CSV, fact.TSV, fact.YAML, fact.Bib}
	list = append(list, fact.ForeignForms()...)
	for _, form := range document.Forms() {
		if !slices.Contains(list, form) {
			list = append(list, form)
		}
	}
	for _, format := range exchange.Formats() {
		list = append(list, fact.Form(format))
	}
	return list
}

// packedExtensions end the names of what is opened as it comes.
var packedExtensions = []string{".gz", ".zst", ".bz2", ".xz"}

// trimPacked returns a name without the extension of a compression.
func trimPacked(name string) string {
	for _, extension := range packedExtensions {
		name = strings.TrimSuffix(name, extension)
	}
	return name
}

// lineExtensions end the names of streams of records, which may be empty.
var lineExtensions = []string{".jsonl", ".ndjson"}

// recordExtensions end the names of files that hold records or entries, and no text,
// even where they are broken.
var recordExtensions = []string{".json", ".jsonl", ".ndjson", ".bib"}

// tables are the extensions of records in rows, and in YAML.
var tables = map[string]fact.Form{".csv": fact.CSV, ".tsv": fact.TSV, ".tab": fact.TSV, ".yaml": fact.YAML, ".yml": fact.YAML}

// formOf returns the form that a name and the first bytes show, or Auto. What is mapped
// are records of another shape, whatever members they have.
func formOf(name string, head []byte, mapped bool) fact.Form {
	name = trimPacked(strings.ToLower(name))
	if records := fact.DetectRecords(head); mapped && (records == fact.JSON || records == fact.Lines) {
		return records
	}
	if format := exchange.Detect(name, head); format != "" {
		return fact.Form(format)
	}
	if form, ok := tables[path.Ext(name)]; ok {
		return form
	}
	form := fact.Detect(head)
	if slices.Contains(lineExtensions, path.Ext(name)) && len(bytes.TrimSpace(head)) == 0 {
		return fact.Lines
	}
	if form == fact.Auto && path.Ext(name) == ".bib" && bib.IsMarkedComment(string(bytes.TrimSpace(head))) {
		return fact.Bib // all of it is a comment
	}
	if form == fact.Auto && path.Ext(name) == ".json" && bytes.HasPrefix(bytes.TrimSpace(head), []byte("{")) {
		return fact.JSON // which is broken
	}
	if slices.Contains(recordExtensions, path.Ext(name)) || form == fact.PageText {
		return form
	}
	written := document.Detect(name, head)
	isText := written == document.Text || written == document.HTML
	if form == fact.Auto || !isText && (form == fact.Bib || path.Ext(name) != "") {
		return written
	}
	return form
}

// yamlContent is a member of a record in YAML.
var yamlContent = regexp.MustCompile(`(?m)^\s*(?:- )?content:`)

// sureForm returns the form of one of many files, if it is sure. JSON must hold records,
// unless mapped says that those of another shape are wanted; a text without a mark of
// its form must show a year or an address, as one does that is about works.
func sureForm(name string, head []byte, mapped bool) (form fact.Form, sure bool) {
	name = trimPacked(strings.ToLower(name))
	if unread(name, head) != nil {
		return fact.Auto, false
	}
	form = formOf(name, head, mapped)
	switch form {
	case fact.Auto:
		return form, slices.Contains(recordExtensions, path.Ext(name)) && len(head) > 0
	case fact.JSON, fact.Lines:
		return form, mapped || !fact.IsForeign(head)
	case fact.CSV, fact.TSV:
		return form, mapped || fact.HasContentColumn(head)
	case fact.YAML:
		return form, mapped || yamlContent.Match(head)
	case document.Text:
		return form, strings.HasSuffix(name, ".txt") && document.MayCite(head)
	}
	return form, true
}

// FormOf returns the form that the name of a file and its first bytes show, or Auto.
func FormOf(name string, head []byte) fact.Form {
	return formOf(name, head[:min(len(head), headSize)], false)
}
