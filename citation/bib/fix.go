package bib

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/factcite/factcite/internal/fold"
)

// Fix is something that was mended in an entry, and where it was, from 1 and in code points.
type Fix struct {
	Line, Column int
	Message      string
}

// Fix mends what can be mended without a doubt, in entries that are free of syntax errors:
// a DOI or an arXiv ID has its canonical form and is in the field for it, also where the
// address of the DOI is all that url says; a hyphen or a dash of Unicode between two page
// numbers is "--"; and a field that is there again with an equal value is there once. It
// leaves every other byte as it is.
func (e *Edit) Fix() []Fix {
	var fixes []Fix
	for i := range e.File.Entries {
		if e.IsIntact(i) {
			m := mender{edit: e, index: i, entry: &e.File.Entries[i], removed: map[int]bool{}}
			m.mend()
			fixes = append(fixes, m.fixes...)
		}
	}
	return fixes
}

// mender mends one entry.
type mender struct {
	edit    *Edit
	index   int
	entry   *Entry
	removed map[int]bool // fields
	fixes   []Fix
}

func (m *mender) mend() {
	if len(m.edit.pieces[m.index].fields) != len(m.entry.Fields) {
		return // some of them were not read
	}
	m.removeRepeated()
	for i := range m.entry.Fields {
		f := &m.entry.Fields[i]
		if m.removed[i] || !isDelimitedPart(f.Raw) {
			continue
		}
		switch value := f.Raw[1 : len(f.Raw)-1]; f.Name {
		case "doi", "pages":
			m.replace(f, mended(f.Name, value))
		case "url":
			m.mendURL(i, value)
		case "eprint":
			m.mendEprint(f, value)
		}
	}
}

// mended returns what the value of a field is to be.
func mended(name, value string) string {
	switch name {
	case "doi":
		if doi := fold.DOIName(value); isPlainDOI(doi) {
			return doi
		}
	case "pages":
		return pageHyphen.ReplaceAllString(value, "$1--$2")
	}
	return value
}

// pageHyphen is one dash between two page numbers, which BibTeX wants as two hyphens.
var pageHyphen = regexp.MustCompile(`^\s*(\d+)\s*[-‐‑‒–—−]\s*(\d+)\s*$`)

// plainDOI is a DOI that needs no LaTeX and no address.
var plainDOI = regexp.MustCompile(`^10\.\d{4,9}/[!-~]+$`)

func isPlainDOI(name string) bool {
	return plainDOI.MatchString(name) && !strings.ContainsAny(name, `\{}%"#?`)
}

// doiAddress is an address that says a DOI and nothing else.
var doiAddress = regexp.MustCompile(`^\s*https?://(?:dx\.|www\.)?doi\.org/(10\.\d{4,9}/\S+?)\s*$`)

func (m *mender) mendURL(i int, value string) {
	address := doiAddress.FindStringSubmatch(value)
	if address == nil || !isPlainDOI(address[1]) {
		return
	}
	switch doi := m.entry.Field("doi"); {
	case doi == nil:
		m.edit.renameField(m.index, i, "doi")
		m.replaceAs("doi", &m.entry.Fields[i], address[1])
	case fold.DOI(doi.Value) == fold.DOI(address[1]):
		m.remove(i, "is the address of its doi")
	}
}

// arXivPrefix is what archiveprefix says already.
var arXivPrefix = regexp.MustCompile(`(?i)^\s*arxiv:\s*(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[a-z]{2})?/\d{7}(?:v\d+)?)\s*$`)

func (m *mender) mendEprint(f *Field, value string) {
	id := arXivPrefix.FindStringSubmatch(value)
	if id == nil {
		return
	}
	m.replace(f, id[1])
	if m.entry.Field("archiveprefix") == nil && m.entry.Field("eprinttype") == nil {
		m.edit.AppendField(m.index, "archiveprefix", "{arXiv}")
	}
}

func (m *mender) removeRepeated() {
	for i := range m.entry.Fields {
		f := &m.entry.Fields[i]
		if first := m.entry.Field(f.Name); first != f && (first.Value == f.Value || isDelimitedPart(first.Raw) && saysTheSame(f.Name, first.Value, f.Value)) {
			m.remove(i, "is there twice")
		}
	}
}

// replace puts a value between the delimiters that are there.
func (m *mender) replace(f *Field, value string) { m.replaceAs(f.Name, f, value) }

// replaceAs is replace for a field that is called name from now on.
func (m *mender) replaceAs(name string, f *Field, value string) {
	raw := f.Raw[:1] + value + f.Raw[len(f.Raw)-1:]
	if raw != f.Raw {
		m.edit.ReplaceValue(m.index, f, raw)
		was := f.Raw
		if name != f.Name {
			was = f.Name + " = " + was
		}
		m.note(f, fmt.Sprintf("%s = %s was %s", name, raw, was))
	}
}

func (m *mender) remove(i int, why string) {
	m.edit.removeField(m.index, i)
	m.removed[i] = true
	f := &m.entry.Fields[i]
	m.note(f, fmt.Sprintf("%s = %s %s, and was removed", f.Name, f.Raw, why))
}

func (m *mender) note(f *Field, message string) {
	line, column := m.edit.File.Place(f.Start)
	m.fixes = append(m.fixes, Fix{line, column, message})
}

// removeField takes out a field of an intact entry, and what is before it back to the
// value or the key that it follows.
func (e *Edit) removeField(entry, field int) {
	piece := &e.pieces[entry]
	start := piece.keyEnd
	if field > 0 {
		start = piece.fields[field-1].end
	}
	e.add(entry, textEdit{start, piece.fields[field].end, ""})
}

func (e *Edit) renameField(entry, field int, name string) {
	f := &e.pieces[entry].fields[field]
	e.add(entry, textEdit{f.nameStart, f.nameEnd, name})
}
