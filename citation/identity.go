package citation

import (
	"slices"

	"github.com/factcite/factcite/citation/internal/identity"
)

// identity returns what tells which work it is, all of its years included.
func (w *Work) identity() *identity.Traits {
	id := new(identity.Traits)
	w.identify(id)
	return id
}

func (w *Work) identify(id *identity.Traits) {
	id.Identify(&w.Reference)
	for _, year := range w.years {
		if !slices.Contains(id.Years, year) {
			id.Years = append(id.Years, year)
		}
	}
}
