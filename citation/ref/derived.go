package ref

import (
	"maps"
	"slices"
	"strings"
)

// WithDerived returns what is derived of either, of the first where both say it.
// Works share these maps, so neither is written to.
func WithDerived(first, second map[string]Derived) map[string]Derived {
	all := first
	for name, d := range second {
		if _, ok := first[name]; ok {
			continue
		}
		if len(all) == len(first) {
			all = maps.Clone(first)
		}
		if all == nil {
			all = make(map[string]Derived)
		}
		all[name] = d
	}
	return all
}

// WithDerived returns a reference in which derived values stand where none is
// stated: r itself if nothing is derived. It is not to be changed.
func (r *Reference) WithDerived() *Reference {
	if len(r.Derived) == 0 {
		return r
	}
	w := *r
	for name, d := range r.Derived {
		if field := w.Value(Field(name)); field != nil && *field == "" {
			*field = d.Value
		}
	}
	return &w
}

// DerivedNote says which values are derived and from what.
func (r *Reference) DerivedNote() string {
	if len(r.Derived) == 0 {
		return ""
	}
	var notes []string
	for _, name := range slices.Sorted(maps.Keys(r.Derived)) {
		d := r.Derived[name]
		field := r.Value(Field(name))
		switch {
		case field == nil: // an entry has no field for it
			notes = append(notes, name+": "+d.Value+", from "+d.From)
		case *field == "":
			notes = append(notes, name+": from "+d.From)
		}
	}
	return strings.Join(notes, "; ")
}

// Derived is a value that the sentence does not state, and what it follows from.
type Derived struct {
	Value string `json:"value"`
	From  string `json:"from"`
}

// StatedOrDerived returns a field by its JSON name.
func StatedOrDerived(r *Reference, name Field) string {
	if field := r.Value(name); field != nil && *field != "" {
		return *field
	}
	return r.Derived[string(name)].Value
}
