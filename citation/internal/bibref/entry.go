package bibref

import (
	"strings"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/latex"
	"github.com/factcite/factcite/internal/text"
)

// entryOf keeps what an entry has, so that it can be written as it stands.
func entryOf(own fieldLayer, r *ref.Reference) *ref.Entry {
	e := own.entry
	entry := &ref.Entry{Type: strings.ToLower(e.Type), Key: e.Key, Keys: []string{e.Key}, Facts: []string{e.Key}}
	for i := range e.Fields {
		f := &e.Fields[i]
		value := text.CleanText(f.Value)
		if !ref.IsField(f.Name) {
			value = own.granular(f.Name, value)
		}
		switch _, again := entry.Field(f.Name); {
		case again || value == "":
		case f.Name == "x-facts":
			entry.Facts = strings.Fields(latex.Decode(value))
		case f.Name == "x-filled":
			entry.Filled = latex.Decode(value)
		case f.Name == "x-contradicted":
			entry.Contradicted = latex.Decode(value)
		case f.Name == "x-derived":
		default:
			if f.Name == "month" {
				if _, isMacro := bib.PredefinedMacros()[f.Raw]; isMacro {
					value = f.Raw
				}
			}
			entry.Fields = append(entry.Fields, ref.EntryField{Name: f.Name, Value: value})
		}
	}
	if e.Keyless {
		entry.Key = ""
	}
	if e.Foreign {
		date, hasDate := entry.Field("date")
		entry.Fields = entry.Extra()
		if hasDate { // one that a reference has no place for
			entry.Fields, entry.Covered = append(entry.Fields, date), []ref.Field{ref.FieldYear}
		}
		if f := e.Field("type"); f != nil && r.Genre != "" {
			entry.Fields, entry.Covered = append(entry.Fields, ref.EntryField{Name: f.Name, Value: f.Value}), append(entry.Covered, ref.FieldGenre)
		}
		for _, list := range lists {
			if f := e.Field(list.name); f != nil && len(List(f.Value)) > 1 {
				entry.Fields, entry.Covered = append(entry.Fields, ref.EntryField{Name: list.biblatex, Value: f.Value}), append(entry.Covered, list.field)
			}
		}
		return entry
	}
	for _, row := range ref.Fields {
		if r.Text(string(row.Name)) != "" {
			entry.Covered = append(entry.Covered, row.Name)
		}
	}
	return entry
}

// lists are the fields that are lists of words in biblatex, and texts in BibTeX.
var lists = []struct {
	name, biblatex string
	field          ref.Field
}{{"publisher", "publisher", ref.FieldPublisher}, {"address", "location", ref.FieldAddress}}

// derived reads x-derived: values that an entry of ours has and no fact states.
func derived(e *bib.Entry, r *ref.Reference) {
	f := e.Field("x-derived")
	if f == nil {
		return
	}
	for note := range strings.SplitSeq(latex.Decode(text.CleanText(f.Value)), "; ") {
		name, said, _ := strings.Cut(note, ": ")
		value, from, named := strings.Cut(said, ", from ")
		if !named {
			value, from = "", strings.TrimPrefix(said, "from ")
		}
		row := ref.RowOf(ref.Field(name))
		if row != nil && row.Text(r) != nil && value == "" {
			value = *row.Text(r)
		}
		isNoYear := row != nil && row.Kind == ref.Year && (&ref.Reference{Year: value}).Dates() == nil
		if value == "" || from == "" || isNoYear {
			continue
		}
		if row != nil && row.Text(r) != nil {
			*row.Text(r) = ""
		}
		if r.Derived == nil {
			r.Derived = map[string]ref.Derived{}
		}
		r.Derived[name] = ref.Derived{Value: value, From: from}
	}
}
