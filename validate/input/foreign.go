package input

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/factcite/factcite/fact"
)

// manyForeign is how many objects of another shape are not read as records one by one.
const manyForeign = 10

// foreign says how records of another shape would be read, where that is not said: as an
// error if they are many, else as a note.
func (r *Reader) foreign(name string, form fact.Form, head []byte) error {
	if r.opts.AnyShape || r.mapped() || form != fact.JSON && form != fact.Lines {
		return nil
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

// noteForeign says once of a form of others that an input was taken to have it.
func (r *Reader) noteForeign(form fact.Form, name string) {
	if r.opts.Facts.Form == fact.Auto && slices.Contains(fact.ForeignForms(), form) && !r.noted[form] {
		r.noted[form] = true
		r.note("%s is read as %s, by the members of its first record; --from jsonl or --from json reads it as records", name, form)
	}
}

// flagsFor are the flags that would read records of a shape.
func flagsFor(shape *fact.Shape) string {
	var members []string
	for _, member := range slices.Sorted(maps.Keys(shape.Map)) {
		members = append(members, member+"="+shape.Map[member])
	}
	flags := "--map " + strings.Join(members, ",")
	if shape.Records != "" {
		flags = "--records " + shape.Records + " " + flags
	}
	return flags
}
