package output

import (
	"slices"
	"strings"
	"unicode"

	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// Entry is a work as it is written to a bibliography.
type Entry struct {
	Key       string
	Reference *ref.Reference
	Facts     []string // ids of the facts that name it

	// What a record of known works filled in, and what it has otherwise.
	Filled, Contradicted []Note

	WasFilled, WasContradicted string // what an entry of a .bib said of both before
}

// Note is what is noted of a field, by its JSON name in [Reference].
type Note struct{ Field, Text string }

// NotesOn writes what is noted of fields under the names that an entry has for
// them; fields that it does not have are left out.
func NotesOn(fields []Note, has func(written string) bool) []string {
	var notes []string
	for _, f := range fields {
		names := WrittenNames(f.Field)
		if i := slices.IndexFunc(names, has); i >= 0 {
			notes = append(notes, names[i]+": "+f.Text)
		}
	}
	return notes
}

// notes is what is noted of fields by the names that BibTeX has for them.
func (e *Entry) notes(before string, fields []Note) string {
	notes := text.NonEmpty(before)
	for _, f := range fields {
		notes = append(notes, bibField(e.Reference.Type, f.Field)+": "+f.Text)
	}
	return strings.Join(notes, "; ")
}

// WrittenNames returns the names that a field of a reference has in a .bib, of
// BibTeX and of biblatex.
func WrittenNames(name string) []string {
	if name == entryType {
		return []string{entryType}
	}
	if row := ref.RowOf(ref.Field(name)); row != nil {
		return row.WrittenIn()
	}
	return nil
}

// entryType is what is noted of as the type of an entry.
const entryType = "entrytype"

// bibField is the field of a .bib that holds a field of a reference.
func bibField(t ref.EntryType, name string) string {
	if row := ref.RowOf(ref.Field(name)); row != nil {
		return row.BibTeX.NameIn(string(t), &ref.Reference{Type: t})
	}
	return name
}

// ContainerFieldOf returns the field that names what a work appeared in.
func ContainerFieldOf(entryType string) string {
	row := ref.RowOf(ref.FieldContainer)
	if entryType == "online" {
		return row.BibLaTeX.In[entryType]
	}
	return row.BibTeX.NameIn(entryType, nil)
}

// FactID returns the id of a fact as x-facts has it, where spaces part the ids.
func FactID(id string) string {
	id = text.CleanText(id)
	if !strings.ContainsFunc(id, unicode.IsSpace) {
		return id
	}
	return strings.Join(strings.Fields(id), "%20")
}
