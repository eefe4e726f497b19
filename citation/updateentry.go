package citation

import (
	"slices"
	"strings"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/internal/bibref"
	"github.com/factcite/factcite/internal/text"
)

// entryAddition is what one entry of a .bib gets.
type entryAddition struct {
	edit   *bib.Edit
	index  int // of the entry
	entry  *bib.Entry
	fields bibref.Fields
	names  map[string]bool // of the fields appended or filled
}

func newEntryAddition(edit *bib.Edit, index int) *entryAddition {
	entry := &edit.File.Entries[index]
	return &entryAddition{edit: edit, index: index, entry: entry, fields: bibref.FieldsOf(edit.File, entry), names: map[string]bool{}}
}

// synonyms are the fields that say the same as another one in BibTeX or biblatex,
// after the field itself.
var synonyms = map[string][]string{
	"journal":      {"journal", "journaltitle"},
	"journaltitle": {"journaltitle", "journal"},
	"address":      {"address", "location"},
	"location":     {"location", "address"},
	"number":       {"number", "issue"},
	"school":       {"school", "institution"},
	"institution":  {"institution", "school"},
	"year":         {"year", "date"},
	"editor":       {"editor", "editora", "editorb", "editorc"},
	"eid":          {"eid", "articleno", "article-number"},
	"eprint":       {"eprint", "arxiv", "arxivid"},
	"howpublished": {"howpublished", "journal", "journaltitle", "booktitle"},
	"date":         {"date", "year"},
	"month":        {"month", "date"},
	"day":          {"day", "date"},
}

// fillable are the synonyms whose values are written alike.
var fillable = text.WordSet("journal", "journaltitle", "address", "location", "number", "issue", "school", "institution")

func synonymsOf(name string) []string {
	if names, ok := synonyms[name]; ok {
		return names
	}
	return []string{name}
}

// has reports whether the entry has a value for a field, of its own, inherited or
// added, under any name.
func (a *entryAddition) has(name string) bool {
	names := synonymsOf(name)
	if a.fields.Raw(names...) != "" {
		return true
	}
	// Of a field that is written by macros or joined, an empty value is what
	// somebody meant.
	for _, n := range names {
		if f := a.entry.Field(n); a.names[n] || f != nil && !f.IsEmpty() {
			return true
		}
	}
	return false
}

// field adds a field that the entry does not have.
func (a *entryAddition) field(name, value string) {
	a.names[name] = true
	for _, n := range synonymsOf(name) {
		if f := a.entry.Field(n); f != nil && f.IsEmpty() && (n == name || fillable[n]) {
			a.names[n] = true
			a.edit.ReplaceValue(a.index, f, value)
			return
		}
	}
	a.edit.AppendField(a.index, name, value)
}

// list adds the items that a field of ours lacks.
func (a *entryAddition) list(name, separator string, items []string) {
	f := a.entry.Field(name)
	switch {
	case len(items) == 0 || a.names[name]:
	case f == nil || f.IsEmpty():
		a.field(name, "{"+strings.Join(items, separator)+"}")
	default:
		known := strings.Split(f.Value, separator)
		items = slices.DeleteFunc(items, func(item string) bool { return slices.Contains(known, item) })
		if len(items) > 0 && a.edit.ExtendValue(a.index, f, separator+strings.Join(items, separator)) {
			a.names[name] = true
		}
	}
}
