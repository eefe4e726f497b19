package ref

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Every string and every list of names that an extraction record has of a work is a
// row of the table, which keeps it where the record has it.
func TestEveryMemberIsARow(t *testing.T) {
	var r Reference
	value := reflect.ValueOf(&r).Elem()
	var members []string
	for i := range value.NumField() {
		name, _, _ := strings.Cut(value.Type().Field(i).Tag.Get("json"), ",")
		row := RowOf(Field(name))
		switch member := value.Field(i).Addr().Interface().(type) {
		case *string:
			if row == nil || row.Text(&r) != member {
				t.Errorf("no row of the table keeps the member %q", name)
			}
		case *[]Name:
			if row == nil || row.Names(&r) != member {
				t.Errorf("no row of the table keeps the list %q", name)
			}
		case *int:
			if row == nil {
				t.Errorf("no row of the table is %q", name)
			}
		default:
			continue
		}
		members = append(members, name)
	}
	var names []string
	for _, row := range Fields {
		names = append(names, string(row.Name))
	}
	slices.Sort(members)
	slices.Sort(names)
	if diff := cmp.Diff(members, names); diff != "" {
		t.Errorf("(-members +rows):\n%s", diff)
	}
}

// Each field has a place of its own in an entry and a form in every format; the
// parts of a date may be in another field's.
func TestEveryRowIsWhole(t *testing.T) {
	orders := map[int][]string{}
	for _, row := range slices.Concat(Fields, FormatFields) {
		if len(orders[row.Order]) > 0 {
			t.Errorf("%s and %s are at one place in an entry", orders[row.Order], row.Bib)
		}
		orders[row.Order] = row.Bib
		if len(row.Bib) == 0 || row.Order == 0 {
			t.Errorf("%q has no name in a .bib or no place", row.Name)
		}
		if row.Group == "" || row.Kind == Month || row.Kind == Day {
			continue
		}
		for format, form := range map[string]Form{"BibTeX": row.BibTeX, "biblatex": row.BibLaTeX, "CSL": row.CSL, "RIS": row.RIS} {
			if form.Name == "" && form.Note == "" && len(form.In) == 0 {
				t.Errorf("%s has no form in %s", row.Name, format)
			}
			if form.Note != "" && strings.Count(form.Note, "%") != 1 {
				t.Errorf("the note %q of %s in %s has no place for the value", form.Note, row.Name, format)
			}
		}
	}
	for _, row := range Fields {
		if row.Group == "" {
			t.Errorf("%s is in no group", row.Name)
		}
	}
}

func TestNamesOfForms(t *testing.T) {
	for _, c := range []struct {
		field Field
		r     Reference
		want  string // in BibTeX
	}{
		{FieldContainer, Reference{Type: Article}, "journal"},
		{FieldContainer, Reference{Type: Misc}, "howpublished"},
		{FieldInstitution, Reference{Type: PhDThesis}, "school"},
		{FieldNumber, Reference{Type: Book}, "number"},
		{FieldNumber, Reference{Type: Book, Volume: "3"}, ""},
		{FieldNumber, Reference{Type: Article, Volume: "3"}, "number"},
		{FieldEditors, Reference{Type: Book}, "editor"},
		{FieldEditors, Reference{Type: Book, Authors: []Name{{Family: "Roe"}}}, ""},
		{FieldDay, Reference{Month: 3}, "day"},
		{FieldDay, Reference{Month: 13}, ""},
	} {
		if got := RowOf(c.field).BibTeX.NameIn(string(c.r.Type), &c.r); got != c.want {
			t.Errorf("%s of %+v is %q, want %q", c.field, c.r, got, c.want)
		}
	}
}
