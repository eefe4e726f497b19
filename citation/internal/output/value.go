package output

import (
	"strings"

	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/text"
)

// valueOf returns what a reference says of a field in text, as every format has it: an
// identifier without the name that its registry has, which the field's name says or the
// format puts before it.
func valueOf(row *ref.Row, w *ref.Reference) string {
	value := w.Text(string(row.Name))
	switch {
	case row.Kind == ref.PageRange:
		return ref.DashedPages(text.CleanText(value))
	case row.Kind == ref.DOIName:
		return fold.DOIName(value)
	case row.Kind == ref.ArXivID:
		return fold.ArXivID(value)
	case row.Kind == ref.PubMedID:
		return fold.PMID(value)
	case row.Name == ref.FieldISBN:
		return fold.ISBNDigits(value)
	case row.Name == ref.FieldGenre:
		return ref.BibString(text.CleanText(value))
	}
	return text.CleanText(value)
}

// ofTitledBook returns a reference to a part of a book that only the book has a title of, as an
// @inbook of BibTeX has its chapter or its pages alone: the book is what holds the part.
func ofTitledBook(w *ref.Reference) *ref.Reference {
	if w.Entry == nil || w.Entry.Type != "inbook" || w.Container != "" {
		return w
	}
	part := *w
	part.Title, part.Container = "", w.Title
	return &part
}

// noted returns what a form notes of a field, empty if the field is.
func noted(row *ref.Row, form *ref.Form, w *ref.Reference) string {
	value := valueOf(row, w)
	if value == "" || isLabelled(form.Note, value) {
		return value
	}
	return strings.Replace(form.Note, "%", value, 1)
}

// abbreviations are how values begin that say themselves what they are, by what is noted
// before others.
var abbreviations = map[string][]string{
	"volume": {"vol", "vols", "band", "bd", "tome"}, "number": {"no", "nos", "nr", "issue"}, "pages": {"p", "pp", "page"},
	"edition": {"ed", "edn"}, "version": {"v", "release"}, "article": {"art"},
}

// isLabelled reports whether a value has the word, or begins with a short form of it, that
// a note would put before it, as "2nd edition" has.
func isLabelled(note, value string) bool {
	label, isCounted := strings.CutSuffix(strings.ToLower(note), " %")
	if !isCounted || label == "" || strings.HasSuffix(label, ":") {
		return false
	}
	for i, word := range strings.FieldsFunc(strings.ToLower(value), func(r rune) bool { return r == ' ' || r == '.' || r == ':' }) {
		if word == label {
			return true
		}
		for _, short := range abbreviations[label] {
			if i == 0 && word == short {
				return true
			}
		}
	}
	return false
}
