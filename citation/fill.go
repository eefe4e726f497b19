package citation

import (
	"maps"
	"slices"

	"github.com/factcite/factcite/citation/internal/output"
	"github.com/factcite/factcite/citation/ref"
)

// Fill gives the work fields that its facts do not state, from a record of known
// works; fields are JSON names of [Reference]. A derived value gives way to the
// record's, a stated one stays. With the venue of a work whose kind nothing tells
// comes the record's entry type. The entry says in x-filled where each field comes
// from: origin is a source and its date, as in "dblp 2026-09".
func (w *Publication) Fill(known *Reference, fields []string, origin string) {
	for _, name := range fields {
		if w.fillField(known, name, origin) {
			w.dropDerived(name)
			w.filled = append(w.filled, output.Note{Field: name, Text: origin})
		}
	}
}

func (w *Publication) fillField(known *Reference, name, origin string) bool {
	r := &w.Reference
	row := ref.RowOf(ref.Field(name))
	switch {
	case row == nil:
		return false
	case row.Names(r) != nil:
		names := row.Names(r)
		if len(*names) > 0 {
			return false
		}
		*names = *row.Names(known)
		if row.Name == ref.FieldAuthors {
			r.EtAl = known.EtAl
		}
		return len(*names) > 0
	case row.Kind == ref.Month:
		if r.Month > 0 {
			return false
		}
		r.Month = known.Month
		return r.Month > 0
	}
	field := row.Text(r)
	if *field != "" || *row.Text(known) == "" {
		return false
	}
	*field = *row.Text(known)
	if name == "container" && (r.Type == Misc || r.Type == Article) && known.Type != r.Type {
		r.Type = known.Type
		w.filled = append(w.filled, output.Note{Field: "entrytype", Text: origin})
	}
	return true
}

// Contradict notes that a record of known works has a field otherwise; field is a
// JSON name of [Reference]. What is stated stays, what was derived from it is
// dropped. The entry says so in x-contradicted.
func (w *Publication) Contradict(field, known, origin string) {
	for name, d := range w.Reference.Derived {
		if derivedFrom(d) == field {
			w.dropDerived(name)
		}
	}
	w.contradicted = append(w.contradicted, output.Note{Field: field, Text: known + " (" + origin + ")"})
}

// StatedBy returns the id of the fact that states a field, by its JSON name in
// [Reference], or of the first fact that names the work.
func (w *Publication) StatedBy(field string) string { return w.origin(field) }

// dropDerived takes a derived value away, which may be shared with other works.
func (w *Publication) dropDerived(name string) {
	if _, ok := w.Reference.Derived[name]; ok {
		w.Reference.Derived = maps.Clone(w.Reference.Derived)
		delete(w.Reference.Derived, name)
	}
}

// derivedFrom is the field that a value was derived from.
func derivedFrom(d Derived) string {
	if d.From == "the arXiv ID" {
		return "arxiv"
	}
	return "container" // its name, its ordinal, its volume
}

// isFilled reports whether a field was filled from a record, so that no fact states it.
func (w *Publication) isFilled(name string) bool {
	return slices.ContainsFunc(w.filled, func(f output.Note) bool { return f.Field == name })
}

// completed returns the work as [WriteOptions.Complete] completes it.
func (o *WriteOptions) completed(w *Publication) *Publication {
	if o.Complete == nil {
		return w
	}
	c := *w
	c.filled, c.contradicted = slices.Clip(w.filled), slices.Clip(w.contradicted)
	o.Complete(&c)
	return &c
}
