package citation

import (
	"slices"
	"strings"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/internal/bibref"
	"github.com/factcite/factcite/citation/ref"
)

// readEntry reads a text that is an entry of a .bib, as pages show them to be copied.
// It reports false for a text that is none.
func readEntry(content string) (e Extraction, ok bool) {
	if !strings.HasPrefix(content, "@") || !strings.Contains(content, "=") {
		return e, false
	}
	file := bib.Read("", []byte(content))
	if len(file.Entries) == 0 || file.Entries[0].Start > 0 || slices.ContainsFunc(file.Errors, func(e bib.Error) bool { return !e.Warning }) {
		return e, false
	}
	e = noExtraction()
	e.Class = ClassReference
	for i := range file.Entries {
		r, _ := bibref.Reference(file, &file.Entries[i])
		r.Entry, r.Spans = nil, entrySpans(&file.Entries[i], &r)
		if len(r.Spans) > 0 {
			e.References = append(e.References, r)
		}
	}
	return e, len(e.References) > 0
}

// entrySpans are the places of the values of an entry, without what delimits them.
func entrySpans(e *bib.Entry, r *Reference) map[string]Span {
	spans := map[string]Span{}
	for _, row := range ref.Fields {
		for _, name := range row.Bib {
			field := e.Field(name)
			if field == nil || r.Text(string(row.Name)) == "" {
				continue
			}
			start, value := field.Start, field.Raw
			if len(value) > 1 && strings.ContainsAny(value[:1], `{"`) {
				start, value = start+1, value[1:len(value)-1]
			}
			spans[string(row.Name)] = Span{start, start + len(value)}
			break
		}
	}
	return spans
}
