package ref

import "slices"

// Field is the JSON name of a field of a [Reference], the key of its span.
type Field string

const (
	FieldTitle       Field = "title"
	FieldAuthors     Field = "authors"
	FieldEditors     Field = "editors"
	FieldContainer   Field = "container"
	FieldPublisher   Field = "publisher"
	FieldInstitution Field = "institution"
	FieldSeries      Field = "series"
	FieldAddress     Field = "address"
	FieldEdition     Field = "edition"
	FieldYear        Field = "year"
	FieldMonth       Field = "month"
	FieldDay         Field = "day"
	FieldVolume      Field = "volume"
	FieldNumber      Field = "number"
	FieldPages       Field = "pages"
	FieldEID         Field = "eid"
	FieldArXiv       Field = "arxiv"
	FieldDOI         Field = "doi"
	FieldISBN        Field = "isbn"
	FieldPMID        Field = "pmid"
	FieldURL         Field = "url"
	FieldVersion     Field = "version"
	FieldURLDate     Field = "urldate"
	FieldGenre       Field = "genre"
)

// Row is what there is to know of one field: what it is called wherever it is read
// or written, and where a reference keeps it.
type Row struct {
	Name     Field
	Kind     Kind
	Group    Group
	Noun     string      // what messages call it
	NeededBy []EntryType // the types of works that are not cited without it

	Bib   []string // the names it has in a .bib, in both dialects
	Also  []string // fields of other things in a .bib that may hold it
	Order int      // its place among the fields of an entry

	BibTeX, BibLaTeX, CSL, RIS, CFF Form

	text  func(*Reference) *string // of a field that is one string
	names func(*Reference) *[]Name // of a list of names
}

// Kind is how the value of a field is written and read.
type Kind int

const (
	PlainText  Kind = iota
	TitleText       // its capitals are kept
	NameList        // people and bodies
	PageRange       // two numbers, in most cases
	Year            // the other parts of the date go with it where a format has one field for a date
	Month           // a number from 1 to 12
	Day             // beside a month alone
	Address         // typeset as it is
	DOIName         // without the address of the resolver
	ArXivID         // with the name of the archive beside it
	AccessDate      // in each format's notation where it is one
	PubMedID        // with the name of the archive beside it, where archives share a field
	WordList        // words that commas part
)

// Group is what of a work a field is about.
type Group string

const (
	GroupTitle       Group = "title"
	GroupPeople      Group = "people"
	GroupVenue       Group = "venue"
	GroupDate        Group = "date"
	GroupNumbers     Group = "numbers"
	GroupIdentifiers Group = "identifiers"
)

// Form is how a format writes a field. A field without a name is not written for
// itself.
type Form struct {
	Name   string                // what the format calls it, in a BibTeX entry or an RIS record too
	In     map[string]string     // its names in types of entries that have another one, or none
	Unless func(*Reference) bool // the name is of no use in that reference
	Note   string                // what a note says where there is no name, "%" for the value
}

// NameIn returns what the format calls the field in an entry of that type, empty
// where it has none.
func (f *Form) NameIn(entryType string, r *Reference) string {
	if f.Unless != nil && f.Unless(r) {
		return ""
	}
	if name, ok := f.In[entryType]; ok {
		return name
	}
	return f.Name
}

// RowOf returns the row of a field, nil for a name that is none.
func RowOf(name Field) *Row { return rows[name] }

// Value is where a reference keeps a field that is one string, nil for others.
func (r *Reference) Value(name Field) *string {
	if row := rows[name]; row != nil {
		return row.Text(r)
	}
	return nil
}

// Text is where a reference keeps the field if it is one string, else nil.
func (row *Row) Text(r *Reference) *string {
	if row.text == nil {
		return nil
	}
	return row.text(r)
}

// Names is where a reference keeps the field if it is a list of names, else nil.
func (row *Row) Names(r *Reference) *[]Name {
	if row.names == nil {
		return nil
	}
	return row.names(r)
}

// WrittenIn returns the names of the fields of a .bib that hold the field.
func (row *Row) WrittenIn() []string { return slices.Concat(row.Bib, row.Also) }

var rows = rowsByName()

func rowsByName() map[Field]*Row {
	byName := make(map[Field]*Row, len(Fields))
	for _, row := range Fields {
		byName[row.Name] = row
	}
	return byName
}

// FormatRowOf returns the row of a field that a reference does not have, by its name
// in a .bib; nil for a name that is none.
func FormatRowOf(name string) *Row { return formatRows[name] }

var formatRows = formatRowsByName()

func formatRowsByName() map[string]*Row {
	byName := map[string]*Row{}
	for _, row := range FormatFields {
		for _, name := range row.Bib {
			byName[name] = row
		}
	}
	return byName
}

// TextFields are the rows of the fields that are one string.
var TextFields = slices.DeleteFunc(slices.Clone(Fields), func(row *Row) bool { return row.text == nil })

// NameFields are the rows of the fields that are lists of names.
var NameFields = slices.DeleteFunc(slices.Clone(Fields), func(row *Row) bool { return row.names == nil })
