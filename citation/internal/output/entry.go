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
}

// Note is what is noted of a field, by its JSON name in [Reference].
type Note struct{ Field, Text string }

// NotesOn writes what is noted of fields under the names that an entry has for
// them; fields that it does not have are left out.
func NotesOn(fields []Note, has func(written string) bool) []string {
	var notes []string
	for _, f := range fields {
		names := WrittenNames[f.Field]
		if i := slices.IndexFunc(names, has); i >= 0 {
			notes = append(notes, names[i]+": "+f.Text)
		}
	}
	return notes
}

// notes is what is noted of fields by the names that BibTeX has for them.
func (e *Entry) notes(fields []Note) string {
	var notes []string
	for _, f := range fields {
		notes = append(notes, bibField(e.Reference.Type, f.Field)+": "+f.Text)
	}
	return strings.Join(notes, "; ")
}

// WrittenNames are the names that the fields of a reference have in a .bib, of
// BibTeX and of biblatex.
var WrittenNames = map[string][]string{
	"title": {"title"}, "authors": {"author"}, "editors": {"editor", "editora", "editorb", "editorc"},
	"container": {"journal", "journaltitle", "booktitle", "howpublished", "series", "organization"},
	"publisher": {"publisher"}, "institution": {"institution", "school", "organization"}, "series": {"series"},
	"address": {"address", "location"}, "edition": {"edition"}, "year": {"year", "date"}, "day": {"day", "date"},
	"volume": {"volume"}, "number": {"number", "issue"}, "pages": {"pages"}, "eid": {"eid", "articleno", "article-number"},
	"arxiv": {"eprint", "arxiv", "arxivid", "journal", "journaltitle", "doi", "url", "howpublished"},
	"month": {"month", "date"}, "entrytype": {"entrytype"},
	"doi": {"doi"}, "isbn": {"isbn"}, "pmid": {"pmid", "eprint"}, "url": {"url", "howpublished"},
}

// bibField is the field of a .bib that holds a field of a reference.
func bibField(t ref.EntryType, name string) string {
	switch name {
	case "authors":
		return "author"
	case "editors":
		return "editor"
	case "container":
		return containerField(t)
	case "institution":
		return institutionField(t)
	case "arxiv":
		return "eprint"
	}
	return name
}

// ContainerFieldOf returns the field that names what a work appeared in.
func ContainerFieldOf(entryType string) string {
	if entryType == "online" {
		return biblatexContainerField(entryType)
	}
	return containerField(ref.EntryType(entryType))
}

// FactID returns the id of a fact as x-facts has it, where spaces part the ids.
func FactID(id string) string {
	id = text.CleanText(id)
	if !strings.ContainsFunc(id, unicode.IsSpace) {
		return id
	}
	return strings.Join(strings.Fields(id), "%20")
}
