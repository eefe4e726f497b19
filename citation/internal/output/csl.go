package output

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/factcite/factcite/citation/internal/bibref"
	"github.com/factcite/factcite/citation/internal/identity"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/latex"
	"github.com/factcite/factcite/internal/text"
)

// CSLItem is a work in CSL-JSON, the form that citation processors read
// (https://github.com/citation-style-language/schema). It is marshalled with its
// members in the order that is theirs here.
type CSLItem struct {
	ID, Type string
	Members  []CSLMember // that have a value
}

// CSLMember is a member of an item by its name in CSL: a string, a list of
// [CSLName], a [CSLDate] or [CSLCustom].
type CSLMember struct {
	Name  string
	Value any
}

// MarshalJSON writes the item as an object.
func (c CSLItem) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	separator := byte('{')
	for _, m := range append([]CSLMember{{"id", c.ID}, {"type", c.Type}}, c.Members...) {
		b.WriteByte(separator)
		separator = ','
		if err := encoder.Encode(m.Name); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := encoder.Encode(m.Value); err != nil {
			return nil, fmt.Errorf("member %s: %w", m.Name, err)
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// cslOrder is the order of an item's members after its type; a note and what is
// custom follow the others.
var cslOrder = strings.Fields("genre title author editor translator container-author title-short volume-title container-title collection-title collection-number event event-place " +
	"publisher publisher-place edition volume part-number number-of-volumes issue number chapter-number page number-of-pages version issued accessed original-date " +
	"original-title original-publisher original-publisher-place event-date status language abstract keyword annote call-number DOI ISBN ISSN PMID PMCID URL other-ids")

// CSLName is a person, or a body in Literal.
type CSLName struct {
	Family   string `json:"family,omitempty"`
	Given    string `json:"given,omitempty"`
	Particle string `json:"non-dropping-particle,omitempty"`
	Suffix   string `json:"suffix,omitempty"`
	Literal  string `json:"literal,omitempty"`
}

// CSLDate is a date or a range of dates, each of year, month and day as far as
// they are known; or words.
type CSLDate struct {
	Parts   [][]int `json:"date-parts,omitempty"`
	Circa   bool    `json:"circa,omitempty"`
	Literal string  `json:"literal,omitempty"`
}

// CSLCustom is where a work came from: the facts that name it, which of its values
// are derived and from what, and what a record of known works filled or has
// otherwise.
type CSLCustom struct {
	Facts        []string `json:"x-facts,omitempty"`
	Derived      string   `json:"x-derived,omitempty"`
	Filled       string   `json:"x-filled,omitempty"`
	Contradicted string   `json:"x-contradicted,omitempty"`
}

// CSL returns the reference in CSL-JSON. "et al." is the literal name "others",
// as pandoc has it. The values are plain text.
func CSL(id string, r *ref.Reference) CSLItem {
	item := cslItem(id, r)
	if derived := r.DerivedNote(); derived != "" {
		item.add("custom", &CSLCustom{Derived: derived})
	}
	return item
}

// cslItem returns an item without its provenance.
func cslItem(id string, r *ref.Reference) CSLItem {
	w := ofTitledBook(r.WithDerived())
	kind, genre := cslType(w)
	item := CSLItem{ID: id, Type: kind}
	var notes []string
	for _, row := range ref.Fields {
		name := row.CSL.NameIn(string(w.Type), w)
		switch {
		case name == "collection-number" && item.value("collection-title") == nil:
			name = "number"
		case row.Name == ref.FieldNumber && kind == "article-journal": // an entry's own type may say it
			name = "issue"
		}
		if name == "" || !item.field(row, name, w) {
			notes = append(notes, text.NonEmpty(noted(row, &row.CSL, w))...)
		}
	}
	notes = append(append(notes, item.extra(w.Entry)...), passedOver(w)...)
	item.ofWhole(w)
	item.ofPreprint(w)
	if item.value("genre") == nil {
		item.text("genre", genre)
	}
	if arxiv := fold.ArXivID(w.ArXiv); arxiv != "" && item.value("URL") == nil {
		item.text("URL", "https://arxiv.org/abs/"+arxiv)
	}
	slices.SortStableFunc(item.Members, func(a, b CSLMember) int {
		return cmp.Compare(rankIn(cslOrder, a.Name), rankIn(cslOrder, b.Name))
	})
	item.text("note", strings.Join(notes, "; "))
	return item
}

// extra adds what an entry of a .bib has besides, and returns what is a note.
func (c *CSLItem) extra(e *ref.Entry) (notes []string) {
	if e == nil {
		return nil
	}
	if f, ok := e.Field("langid", "hyphenation"); ok {
		c.text("language", ref.LanguageTag(f.Value))
	}
	for _, f := range e.Extra() {
		row := ref.FormatRowOf(f.Name)
		switch {
		case f.Name == "maintitle": // see ofWhole
		case f.Name == "pubstate":
			c.text("status", ref.BibString(f.Value))
		case row == nil || row.CSL.Name == "" || c.value(row.CSL.Name) != nil:
		case row.CSL.Name == "note":
			notes = append(notes, text.CleanText(latex.Decode(f.Value)))
		case row.Kind == ref.NameList:
			names, etal := bibref.Names(f.Value)
			c.add(row.CSL.Name, cslNames(names, etal))
		case row.Kind == ref.AccessDate:
			if ends, isAbout := ref.EDTF(f.Value); ends != nil {
				c.add(row.CSL.Name, &CSLDate{Parts: ends, Circa: isAbout})
			}
		default:
			c.text(row.CSL.Name, text.CleanText(latex.Decode(f.Value)))
		}
	}
	return notes
}

// ofWhole adds the title of the work in several volumes that a volume, or the volume that
// a chapter, is of: CSL has the greater one where others have the volume.
func (c *CSLItem) ofWhole(w *ref.Reference) {
	whole, ok := w.Entry.Field("maintitle")
	if !ok {
		return
	}
	name := "container-title"
	if w.Type == ref.Book {
		name = "title"
	}
	if i := slices.IndexFunc(c.Members, func(m CSLMember) bool { return m.Name == name }); i >= 0 {
		c.Members[i].Name = "volume-title"
	}
	c.text(name, text.CleanText(latex.Decode(whole.Value)))
}

// ofPreprint adds what an entry says of a preprint beside its ID, which tells as much.
func (c *CSLItem) ofPreprint(w *ref.Reference) {
	if doi, ok := w.Entry.Field("doi"); ok && w.DOI == "" && fold.ArXivID(w.ArXiv) != "" {
		c.text("DOI", fold.DOIName(doi.Value))
	}
	if journal, ok := w.Entry.Field("journal", "journaltitle"); ok && w.Container == "" && w.Entry.Covers(ref.FieldArXiv) {
		c.text("container-title", text.CleanText(latex.Decode(journal.Value)))
	}
}

// field adds a field, and reports whether the item says it: not if another value
// has its name.
func (c *CSLItem) field(row *ref.Row, name string, w *ref.Reference) bool {
	switch row.Kind {
	case ref.NameList:
		if list := cslNames(*row.Names(w), row.Name == ref.FieldAuthors && w.EtAl); len(list) > 0 {
			c.add(name, list)
		}
	case ref.Year:
		if date := cslDate(w); date != nil {
			c.add(name, date)
		}
	case ref.AccessDate:
		if date := ref.ReadDate(w.URLDate); date != nil {
			c.add(name, &CSLDate{Parts: [][]int{date}})
		} else if w.URLDate != "" {
			c.add(name, &CSLDate{Literal: text.CleanText(w.URLDate)})
		}
	default:
		value := cslValue(row, w)
		if held := c.value(name); held != nil && value != "" {
			return held == value
		}
		c.text(name, value)
	}
	return true
}

// cslValue returns what CSL has of a field. Several publishers or places are in one
// variable, as pandoc has them.
func cslValue(row *ref.Row, w *ref.Reference) string {
	switch row.Name {
	case ref.FieldPublisher, ref.FieldInstitution, ref.FieldAddress:
		if f, ok := w.Entry.Field(row.Bib...); ok && w.Entry.Covers(row.Name) && !w.Entry.IsBibTeX() && !f.IsGranular() {
			return text.CleanText(strings.Join(bibref.List(f.Value), "; "))
		}
	}
	return valueOf(row, w)
}

// value returns what the item has under a name, nil if nothing.
func (c *CSLItem) value(name string) any {
	for _, m := range c.Members {
		if m.Name == name {
			return m.Value
		}
	}
	return nil
}

func (c *CSLItem) add(name string, value any) { c.Members = append(c.Members, CSLMember{name, value}) }

func (c *CSLItem) text(name, value string) {
	if value != "" {
		c.add(name, value)
	}
}

// cslTypes are the types of CSL for entry types that say more than a reference's do.
var cslTypes = map[string]string{
	"manual": "book", "booklet": "pamphlet", "unpublished": "manuscript", "letter": "personal_communication", "audio": "song", "music": "song",
	"periodical": "article-journal", "online": "webpage",
}

func cslType(w *ref.Reference) (kind, genre string) {
	if form, ok := ref.Kinds[w.Kind]; ok {
		return form.CSL, ""
	}
	if subtype, ok := w.Entry.Field("entrysubtype"); ok && w.Type == ref.Article && ref.PeriodicalKinds[subtype.Value] != "" {
		return ref.PeriodicalKinds[subtype.Value], ""
	}
	if w.Entry != nil && cslTypes[w.Entry.Type] != "" {
		return cslTypes[w.Entry.Type], ""
	}
	switch w.Type {
	case ref.Article:
		return "article-journal", ""
	case ref.InProceedings:
		return "paper-conference", ""
	case ref.Book:
		return "book", ""
	case ref.InCollection:
		return "chapter", ""
	case ref.PhDThesis:
		return "thesis", "PhD thesis"
	case ref.MastersThesis:
		return "thesis", "Master’s thesis"
	case ref.TechReport:
		return "report", ""
	}
	switch {
	case identity.IsPreprint(w):
		return "article", "preprint"
	case w.URL != "":
		return "webpage", ""
	}
	return "document", ""
}

func cslNames(names []ref.Name, etal bool) []CSLName {
	list := make([]CSLName, 0, len(names)+1)
	for _, n := range names {
		list = append(list, CSLName{text.CleanText(n.Family), text.CleanText(n.Given), text.CleanText(n.Particle), text.CleanText(n.Suffix), text.CleanText(n.Literal)})
	}
	if etal && len(list) > 0 {
		list = append(list, CSLName{Literal: "others"})
	}
	return list
}

func cslDate(w *ref.Reference) *CSLDate {
	if f, ok := w.Entry.Field("date"); ok && w.Entry.Covers(ref.FieldYear) {
		if ends, isAbout := ref.EDTF(f.Value); ends != nil {
			return &CSLDate{Parts: ends, Circa: isAbout}
		}
	}
	if dates := w.Dates(); dates != nil {
		return &CSLDate{Parts: dates}
	}
	if year := text.CleanText(w.Year); year != "" {
		return &CSLDate{Literal: year}
	}
	return nil
}

// newCSLEncoder returns the encoder of CSL-JSON: an item a line.
func newCSLEncoder(opts Options) Encoder {
	return func(text []byte, e *Entry) ([]byte, error) {
		item := cslItem(e.Key, e.Reference)
		if !opts.NoProvenance {
			item.add("custom", &CSLCustom{
				Facts: e.Facts, Derived: e.Reference.DerivedNote(), Filled: e.notes(e.WasFilled, e.Filled), Contradicted: e.notes(e.WasContradicted, e.Contradicted),
			})
		}
		line, err := json.Marshal(item)
		if err != nil {
			return text, fmt.Errorf("entry %s: %w", e.Key, err)
		}
		return append(append(text, '\n'), line...), nil
	}
}
