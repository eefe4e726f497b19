package ref

// StringFields are the string fields of a reference by JSON name.
var StringFields = []string{"title", "container", "publisher", "institution", "series", "address", "edition", "year",
	"day", "volume", "number", "pages", "eid", "arxiv", "doi", "isbn", "pmid", "url"}

// StringField returns the field of that JSON name, nil if it is no string.
func (r *Reference) StringField(name string) *string {
	switch name {
	case "title":
		return &r.Title
	case "container":
		return &r.Container
	case "publisher":
		return &r.Publisher
	case "institution":
		return &r.Institution
	case "series":
		return &r.Series
	case "address":
		return &r.Address
	case "edition":
		return &r.Edition
	case "year":
		return &r.Year
	case "day":
		return &r.Day
	case "volume":
		return &r.Volume
	case "number":
		return &r.Number
	case "pages":
		return &r.Pages
	case "eid":
		return &r.EID
	case "arxiv":
		return &r.ArXiv
	case "doi":
		return &r.DOI
	case "isbn":
		return &r.ISBN
	case "pmid":
		return &r.PMID
	case "url":
		return &r.URL
	}
	return nil
}

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
)

// Value is where a reference keeps a field that is one string, nil for others.
func (r *Reference) Value(f Field) *string {
	switch f {
	case FieldTitle:
		return &r.Title
	case FieldContainer:
		return &r.Container
	case FieldPublisher:
		return &r.Publisher
	case FieldInstitution:
		return &r.Institution
	case FieldSeries:
		return &r.Series
	case FieldAddress:
		return &r.Address
	case FieldEdition:
		return &r.Edition
	case FieldYear:
		return &r.Year
	case FieldDay:
		return &r.Day
	case FieldVolume:
		return &r.Volume
	case FieldNumber:
		return &r.Number
	case FieldPages:
		return &r.Pages
	case FieldEID:
		return &r.EID
	case FieldArXiv:
		return &r.ArXiv
	case FieldDOI:
		return &r.DOI
	case FieldISBN:
		return &r.ISBN
	case FieldPMID:
		return &r.PMID
	case FieldURL:
		return &r.URL
	}
	return nil
}

// StringValues returns the values of stringFields but the year.
func (r *Reference) StringValues() [17]*string {
	return [...]*string{&r.Title, &r.Container, &r.Publisher, &r.Institution, &r.Series, &r.Address, &r.Edition, &r.Day,
		&r.Volume, &r.Number, &r.Pages, &r.EID, &r.ArXiv, &r.DOI, &r.ISBN, &r.PMID, &r.URL}
}
