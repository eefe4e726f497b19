package bib

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/text"
)

// NameListFault returns what makes BibTeX read other names in a list than were meant,
// or "": "and" is all that parts names, and a name has at most two commas, as "von
// Last, Jr, First" (btxdoc, section 4). What is in braces is not looked into.
func NameListFault(list string) string {
	shown := outsideBraces(list)
	switch {
	case strings.Contains(shown, ";"):
		return `";" does not part names: put "and" between them`
	case strings.Contains(" "+shown+" ", ` & `), strings.Contains(" "+shown+" ", ` \& `):
		return `"&" does not part names: put "and" between them, or braces around the name of a body`
	}
	names := splitAnd(shown)
	for _, name := range names {
		if fault := nameFault(name, len(names)); fault != "" {
			return fault
		}
	}
	return ""
}

// nameFault judges one name of so many.
func nameFault(name string, names int) string {
	if name == "" {
		if names == 1 {
			return ""
		}
		return `an "and" has no name on one side: remove it`
	}
	parts := strings.Split(name, ",")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	switch last := parts[len(parts)-1]; {
	case strings.Contains(name, "="): // biblatex's family=Roe, given=Ana
		return ""
	case len(parts) > 1 && last == "":
		return fmt.Sprintf(`%q ends with a comma: remove it`, name)
	case len(parts) > 3:
		return fmt.Sprintf(`%q has %d commas: put "and" between names`, shortened(name), len(parts)-1)
	case len(parts) == 3 && !isSuffix(parts[1]) && !isSuffix(last):
		return fmt.Sprintf(`%q has two commas, so that %q is read as what "Jr." is: put "and" between names`, name, parts[1])
	case len(parts) == 2 && beginsWithInitial(parts[0]) && beginsWithInitial(last) && strings.Contains(last, " ") && !endsWithInitial(last):
		return fmt.Sprintf(`%q has two names without an "and" between them`, name)
	}
	return ""
}

func shortened(name string) string {
	if utf8.RuneCountInString(name) <= 60 {
		return name
	}
	return string([]rune(name)[:60]) + "…"
}

// suffixes are what may stand between a family name and a given one.
var suffixes = text.WordSet("jr", "sr", "junior", "senior", "ii", "iii", "iv", "v", "2nd", "3rd", "4th", "esq", "phd", "md", "fils", "père", "filho", "neto", "jnr", "snr")

func isSuffix(s string) bool {
	return s == "" || suffixes[strings.ToLower(strings.Map(func(r rune) rune {
		if r == '.' || r == ' ' || r == placeholder {
			return -1
		}
		return r
	}, s))] || strings.ContainsRune(s, placeholder)
}

// beginsWithInitial reports whether the first word is a capital letter and a full stop.
func beginsWithInitial(s string) bool {
	first, size := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(first) && strings.HasPrefix(s[size:], ".")
}

func endsWithInitial(s string) bool {
	words := strings.Fields(s)
	last := words[len(words)-1]
	return strings.HasSuffix(last, ".")
}

// placeholder stands for what is in braces, which no list has of its own.
const placeholder = '\ufffc'

// outsideBraces returns a list with a placeholder for each group in braces.
func outsideBraces(list string) string {
	var b strings.Builder
	depth := 0
	for _, r := range list {
		switch {
		case r == '{':
			if depth == 0 {
				b.WriteRune(placeholder)
			}
			depth++
		case r == '}':
			depth = max(0, depth-1)
		case depth == 0:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// splitAnd parts a list at its "and"s. Two of them in a row have an empty name
// between them.
func splitAnd(list string) []string {
	var names []string
	var name []string
	for word := range strings.FieldsSeq(list) {
		if strings.EqualFold(word, "and") {
			names = append(names, strings.Join(name, " "))
			name = name[:0]
			continue
		}
		name = append(name, word)
	}
	return append(names, strings.Join(name, " "))
}
