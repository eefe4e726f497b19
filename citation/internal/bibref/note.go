package bibref

import (
	"strings"

	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/latex"
)

// noted reads the fields that only the note of an entry says.
func (fields Fields) noted(r *ref.Reference) {
	values, _ := ref.Noted(fields.Raw("note"))
	for name, value := range values {
		row := ref.RowOf(name)
		if names := row.Names(r); names != nil && len(*names) == 0 {
			*names = spokenNames(value)
		} else if text := row.Text(r); text != nil && *text == "" {
			*text = latex.Decode(value)
		}
	}
}

// spokenNames reads "A. Li, B. Wu and C. Xu".
func spokenNames(list string) []ref.Name {
	last := strings.LastIndex(list, " and ")
	if last >= 0 {
		list = strings.ReplaceAll(list[:last], ", ", " and ") + list[last:]
	}
	names, _ := Names(list)
	return names
}
