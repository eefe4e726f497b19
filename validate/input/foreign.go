package input

import (
	"errors"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/factcite/factcite/citation/bib/exchange"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/fact/document"
)

// manyForeign is how many objects of another shape are not read as records one by one.
const manyForeign = 10

// foreign says how records of another shape would be read, where that is not said: as an
// error if they are many, else as a note.
func (r *Reader) foreign(name string, form fact.Form, head []byte) error {
	if r.opts.AnyShape || r.mapped() || form != fact.JSON && form != fact.Lines {
		return nil
	}
	if columns := fact.ColumnsOf(head); columns != nil {
		return fmt.Errorf("%s is a table by columns (%s), and a record is a row: write it by rows, as with %s", name, strings.Join(columns, ", "), byRows(name, columns))
	}
	shape := fact.ShapeOf(head)
	if shape == nil {
		return nil
	}
	message := fmt.Sprintf("%s: no record has content; the members are %s: %s", name, strings.Join(shape.Members, ", "), flagsFor(shape))
	if shape.Objects >= manyForeign {
		return errors.New(message)
	}
	r.note("%s", message)
	return nil
}

// byRows is the command that writes a table of JSON by rows.
func byRows(name string, columns []string) string {
	name = fileInCommand(name)
	base, split := strings.TrimSuffix(path.Base(name), path.Ext(name)), ""
	if slices.Contains(columns, "columns") && slices.Contains(columns, "data") {
		split = ", orient='split'"
	}
	return fmt.Sprintf(`python3 -c "import pandas as p; p.read_json('%s'%s).to_json('%s.jsonl', orient='records', lines=True)"`, name, split, base)
}

// noteForeign says once of a form of others that an input was taken to have it.
func (r *Reader) noteForeign(form fact.Form, name string) {
	if r.opts.Facts.Form == fact.Auto && slices.Contains(fact.ForeignForms(), form) && !r.noted[form] {
		r.noted[form] = true
		r.note("%s is read as %s, by the members of its first record; --from jsonl or --from json reads it as records", name, form)
	}
}

// unmappable reports whether inputs of a form have nothing that can be mapped: texts, whose
// facts are sentences, and files of references.
func unmappable(form fact.Form) bool {
	return form == fact.Bib || slices.Contains(document.Forms(), form) || slices.Contains(exchange.Formats(), exchange.Format(form))
}

// noteUnmapped says once that an input has nothing that can be mapped.
func (r *Reader) noteUnmapped(form fact.Form, name string) {
	if r.mapped() && unmappable(form) && !r.unmapped {
		r.unmapped = true
		r.note("%s is read as %s, without what --map and --records say: they are for records", name, form)
	}
}

// flagsFor are the flags that would read records of a shape.
func flagsFor(shape *fact.Shape) string {
	var members []string
	for _, member := range slices.Sorted(maps.Keys(shape.Map)) {
		members = append(members, member+"="+shape.Map[member])
	}
	flags := "--map " + quotedInCommand(strings.Join(members, ","))
	if shape.Records != "" {
		flags = "--records " + quotedInCommand(shape.Records) + " " + flags
	}
	return flags
}
