package report

import (
	"slices"
	"strings"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/validate"
)

const (
	// htmlWorks is how many works the table has, and htmlWorksShown how many of them
	// are shown before a reader asks for more.
	htmlWorks, htmlWorksShown = 5_000, 100
	// longestCell is how much of a value a cell shows, in bytes.
	longestCell = 160
)

// workColumn is a column of the table of works: the first of its fields that a work has.
type workColumn struct {
	Name   string
	fields []string
}

// workColumns are the fields that some type of work is cited with, as [validate.Gaps]
// names them, and those that stand for them.
func workColumns() []workColumn {
	return []workColumn{
		{"Authors", fieldNames(ref.FieldAuthors, ref.FieldEditors)},
		{"Year", fieldNames(ref.FieldYear)},
		{"Venue", fieldNames(ref.FieldContainer, "venue")},
		{"Pages", fieldNames(ref.FieldPages, ref.FieldEID)},
		{"Publisher", fieldNames(ref.FieldPublisher, ref.FieldInstitution)},
		{"Identifier", fieldNames("identifier", ref.FieldDOI, ref.FieldArXiv, ref.FieldISBN, ref.FieldPMID, ref.FieldURL)},
	}
}

func fieldNames(fields ...ref.Field) []string {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = string(f)
	}
	return names
}

// htmlWork is a row of the table of works.
type htmlWork struct {
	Anchor string // of the record that names it first
	Title  htmlCell
	Type   string
	Cells  []htmlCell
	Gaps   int
	Later  bool // shown when a reader asks for more
}

// htmlCell is what a work has of a column.
type htmlCell struct {
	Text         string
	Gap, Derived bool
}

// eachHTMLWork calls do for the rows of the table, in the order that records name the works.
func eachHTMLWork(r *run, do func(htmlWork) error) error {
	rows := 0
	for named, err := range r.works() {
		if err != nil || rows == htmlWorks {
			return err
		}
		row := newHTMLWork(named.work)
		row.Anchor, row.Later = anchor(named.by), rows >= htmlWorksShown
		rows++
		if err := do(row); err != nil {
			return err
		}
	}
	return nil
}

func newHTMLWork(work *citation.Publication) htmlWork {
	gaps := validate.Gaps(&work.Reference)
	row := htmlWork{
		Title: cellOf(&work.Reference, fieldNames(ref.FieldTitle), gaps),
		Type:  string(work.Reference.Type),
		Gaps:  len(gaps),
	}
	if row.Title.Text == "" {
		row.Title.Text = "untitled"
	}
	for _, column := range workColumns() {
		row.Cells = append(row.Cells, cellOf(&work.Reference, column.fields, gaps))
	}
	return row
}

func cellOf(r *citation.Reference, fields, gaps []string) htmlCell {
	isGap := func(field string) bool { return slices.Contains(gaps, field) }
	if slices.ContainsFunc(fields, isGap) {
		return htmlCell{Text: "missing", Gap: true}
	}
	for _, field := range fields {
		if text := r.Text(field); text != "" {
			return htmlCell{Text: cellText(text)}
		}
		if derived := r.Derived[field]; derived.Value != "" {
			return htmlCell{Text: cellText(derived.Value), Derived: true}
		}
	}
	return htmlCell{}
}

func cellText(s string) string { return visible(shorten(strings.TrimSpace(s), longestCell)) }
