package report

import (
	"slices"

	"github.com/factcite/factcite/validate"
)

// located is a finding whose files have the names by which GitHub knows them.
func (o *Options) located(f validate.Finding) validate.Finding {
	if o == nil || o.Locate == nil {
		return f
	}
	f.Path = o.Locate(f.Path)
	f.Related = slices.Clone(f.Related)
	for i := range f.Related {
		f.Related[i].Path = o.Locate(f.Related[i].Path)
	}
	if f.Passage != nil {
		passage := *f.Passage
		passage.Path = o.Locate(passage.Path)
		f.Passage = &passage
	}
	return f
}
