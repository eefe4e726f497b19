package ref

import (
	"slices"
	"strings"
)

// Entry is a work as a .bib has it. Its values are in LaTeX's notation, macros
// written out.
type Entry struct {
	Type, Key string
	Fields    []EntryField // in the order of the file, without those of provenance
	Covered   []Field      // what the reference says because of the fields, the entry's own or inherited

	// What an entry that this program wrote says about where it comes from. Facts has
	// the key of an entry that does not.
	Facts                []string
	Filled, Contradicted string

	Keys   []string // of this entry and of those merged into it
	Judged bool     // it is of a type whose works must say certain things
}

// EntryField is a field of an [Entry].
type EntryField struct{ Name, Value string }

// Field returns the value of the first of the named fields that has one.
// A nil entry has none.
func (e *Entry) Field(names ...string) (f EntryField, ok bool) {
	if e == nil {
		return EntryField{}, false
	}
	for _, name := range names {
		for _, f := range e.Fields {
			if f.Name == name {
				return f, true
			}
		}
	}
	return EntryField{}, false
}

// Covers reports whether the entry says a field of the reference.
func (e *Entry) Covers(name Field) bool { return e != nil && slices.Contains(e.Covered, name) }

// without returns the entry without what it says of fields that were given other
// values.
func (e *Entry) without(changed []Field) *Entry {
	if len(changed) == 0 {
		return e
	}
	kept := *e
	kept.Covered = slices.DeleteFunc(slices.Clone(e.Covered), func(name Field) bool { return slices.Contains(changed, name) })
	kept.Fields = slices.DeleteFunc(slices.Clone(e.Fields), func(f EntryField) bool {
		return slices.ContainsFunc(changed, func(name Field) bool { return slices.Contains(RowOf(name).Bib, f.Name) })
	})
	return &kept
}

// Merged returns the entry of a work that two were merged into: the first one's,
// without the fields that were given other values, and with what only the second
// one has of fields that no reference has.
func (e *Entry) Merged(other *Entry, changed []Field) *Entry {
	switch {
	case e == nil && other == nil:
		return nil
	case e == nil:
		other, e = nil, &Entry{Type: other.Type, Key: other.Key, Fields: other.Extra(), Facts: other.Facts, Filled: other.Filled,
			Contradicted: other.Contradicted, Keys: other.Keys, Judged: true}
	default:
		e = e.without(changed)
	}
	if other == nil {
		return e
	}
	merged := *e
	merged.Keys = slices.Concat(e.Keys, other.Keys)
	merged.Facts = slices.Clone(e.Facts)
	for _, fact := range other.Facts {
		if !slices.Contains(merged.Facts, fact) {
			merged.Facts = append(merged.Facts, fact)
		}
	}
	merged.Fields = slices.Clone(e.Fields)
	for _, f := range other.Extra() {
		if _, ok := e.Field(f.Name); !ok {
			merged.Fields = append(merged.Fields, f)
		}
	}
	return &merged
}

// Extra returns the fields that no field of a reference is read from, and of a note
// what no field is read from.
func (e *Entry) Extra() []EntryField {
	var extra []EntryField
	for _, f := range e.Fields {
		if f.Name == "note" {
			_, f.Value = Noted(f.Value)
		}
		if !fieldNames[f.Name] && f.Value != "" {
			extra = append(extra, f)
		}
	}
	return extra
}

// fieldNames are the names that the fields of references have in a .bib, with those
// that go with them.
var fieldNames = namesOfFields()

func namesOfFields() map[string]bool {
	names := map[string]bool{
		"eprinttype": true, "archiveprefix": true, "subtitle": true, "booksubtitle": true, "journalsubtitle": true,
		"howpublished": true,
	}
	for _, row := range Fields {
		for _, name := range row.Bib {
			names[name] = true
		}
	}
	return names
}

// isOf reports whether an entry is written in a dialect, so that its fields can stand
// as they are.
func (e *Entry) isOf(otherTypes, otherFields []string) bool {
	return !slices.Contains(otherTypes, e.Type) && !slices.ContainsFunc(e.Fields, func(f EntryField) bool { return slices.Contains(otherFields, f.Name) })
}

// IsBibTeX reports whether nothing in the entry is biblatex's alone. An entry with a year
// is BibTeX's, and may have what its users took over from biblatex, as dblp has
// "eprinttype" and the ACM "location".
func (e *Entry) IsBibTeX() bool {
	others := bibLaTeXFields
	if _, hasYear := e.Field("year"); hasYear {
		others = bibLaTeXAlways
	}
	return e.isOf(bibLaTeXTypes, others) && !slices.ContainsFunc(e.Fields, EntryField.IsGranular)
}

// IsGranular reports whether a value, or a part of it, is taken from a field of an @xdata
// entry.
func (f EntryField) IsGranular() bool { return strings.Contains(f.Value, "xdata=") }

// GranularKeys returns the keys of the @xdata entries that parts of a value are taken from.
func (f EntryField) GranularKeys() []string {
	var keys []string
	for i, part := range strings.Split(f.Value, "xdata=") {
		if key, _, ok := strings.Cut(part, "-"); ok && i > 0 {
			keys = append(keys, key)
		}
	}
	return keys
}

// IsWork reports whether an entry stands for a work: an @xdata is there for others to take
// fields from, and a @set names entries that are printed as one.
func (e *Entry) IsWork() bool { return e == nil || e.Type != "xdata" && e.Type != "set" }

// IsField reports whether a field of a reference is read from a field of a .bib.
func IsField(name string) bool { return fieldNames[name] }

// IsBibLaTeX reports whether nothing in the entry is BibTeX's alone.
func (e *Entry) IsBibLaTeX() bool { return e.isOf(bibTeXTypes, bibTeXFields) }

// The types and fields of one dialect that say what the other says in another way.
var (
	bibTeXTypes    = []string{"techreport", "phdthesis", "mastersthesis", "conference"}
	bibTeXFields   = []string{"journal", "address", "school", "archiveprefix", "primaryclass", "pmid"}
	bibLaTeXTypes  = []string{"report", "thesis", "online"}
	bibLaTeXAlways = []string{"journaltitle", "date", "xdata"}
	bibLaTeXFields = append([]string{"location", "eprinttype", "eprintclass"}, bibLaTeXAlways...)
)
