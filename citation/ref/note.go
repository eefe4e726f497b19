package ref

import (
	"strings"

	"github.com/factcite/factcite/internal/text"
)

// Noted reads a note as the writers of entries make it of the fields that an entry
// type has no name for: sentences such as "Number 5" and "Accessed 12 May 2024". It
// returns the values and the rest of the note, in LaTeX.
func Noted(note string) (values map[Field]string, rest string) {
	var others []string
	for _, part := range sentences(note) {
		row, value := notedField(part)
		if _, again := values[fieldName(row)]; row == nil || again {
			others = append(others, part)
			continue
		}
		if values == nil {
			values = map[Field]string{}
		}
		values[row.Name] = value
	}
	return values, strings.Join(others, ". ")
}

func fieldName(row *Row) Field {
	if row == nil {
		return ""
	}
	return row.Name
}

// notedField returns the field that a sentence of a note is about, nil if it is about
// none. What follows a colon or is names may be any words; the others are few, with a
// digit.
func notedField(sentence string) (row *Row, value string) {
	for _, row := range Fields {
		for _, form := range [...]*Form{&row.BibTeX, &row.BibLaTeX} {
			label, _, _ := strings.Cut(form.Note, "%")
			value, ok := strings.CutPrefix(sentence, label)
			if label != "" && ok && (row.Kind == NameList || strings.HasSuffix(label, ": ") || isCounted(value)) {
				return row, value
			}
		}
	}
	return nil, ""
}

func isCounted(value string) bool {
	return strings.ContainsAny(value, "0123456789") && len(strings.Fields(value)) <= 3
}

// sentences parts a note at full stops, but those of initials.
func sentences(note string) []string {
	var list []string
	start := 0
	for i := range len(note) {
		if !strings.HasPrefix(note[i:], ". ") || i >= 1 && text.IsLetter(note[i-1]) && (i == 1 || note[i-2] == ' ' || note[i-2] == '.') {
			continue
		}
		list = append(list, note[start:i])
		start = i + len(". ")
	}
	return append(list, note[start:])
}
