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
	shown, groups := outsideBraces(list)
	if i := strings.IndexAny(shown, ";；，、؛،"); i >= 0 {
		mark, _ := utf8.DecodeRuneInString(shown[i:])
		return fmt.Sprintf(`"%c" does not part names: put "and" between them`, mark)
	}
	switch {
	case strings.Contains(" "+shown+" ", ` & `), strings.Contains(" "+shown+" ", ` \& `):
		return `"&" does not part names: put "and" between them, or braces around the name of a body`
	}
	names := splitAnd(shown)
	for _, name := range names {
		if fault := nameFault(name, len(names)); fault != "" {
			return withGroups(fault, groups)
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
	case endsInEtAl(name):
		return `"et al." is no name: put "and others"`
	case len(parts) > 1 && last == "":
		return fmt.Sprintf(`"%s" ends with a comma: remove it`, shortened(name))
	case len(parts) > 3:
		return fmt.Sprintf(`"%s" has %d commas: put "and" between names`, shortened(name), len(parts)-1)
	case len(parts) == 3 && !isSuffix(parts[1]) && !isSuffix(last):
		return fmt.Sprintf(`"%s" has two commas, so that "%s" is read as what "Jr." is: put "and" between names`, shortened(name), parts[1])
	case len(parts) == 3 && isSuffixWord(last) && !isSuffix(parts[1]):
		return fmt.Sprintf(`"%s" has "%s" last, where the given name is read: write "%s, %s, %s"`, shortened(name), last, parts[0], last, parts[1])
	case len(parts) == 2 && beginsWithInitial(parts[0]) && beginsWithInitial(last) && strings.Contains(last, " ") && !endsWithInitial(last):
		return fmt.Sprintf(`"%s" has two names without an "and" between them`, shortened(name))
	}
	return ""
}

// endsInEtAl reports whether the last words of a name are those of a list that is cut.
func endsInEtAl(name string) bool {
	words := strings.Fields(strings.ReplaceAll(name, "~", " "))
	if len(words) < 2 || !strings.EqualFold(words[len(words)-2], "et") {
		return false
	}
	last := strings.TrimRight(words[len(words)-1], ".")
	return strings.EqualFold(last, "al") || strings.EqualFold(last, "alii")
}

func shortened(name string) string {
	if utf8.RuneCountInString(name) <= 60 {
		return name
	}
	return string([]rune(name)[:60]) + "…"
}

// suffixes are what may stand between a family name and a given one.
var suffixes = text.WordSet("jr", "sr", "junior", "senior", "ii", "iii", "iv", "v", "2nd", "3rd", "4th", "esq", "phd", "md", "fils", "père", "filho", "neto", "jnr", "snr")

func isSuffix(s string) bool { return s == "" || isGroup(s) || isSuffixWord(s) }

func isSuffixWord(s string) bool {
	return suffixes[strings.ToLower(strings.Map(func(r rune) rune {
		if r == '.' || r == ' ' {
			return -1
		}
		return r
	}, s))]
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

// firstGroup and those after it, which are for private use, stand for what is in braces.
const firstGroup, maxGroups = '\U000f0000', 0xfffe

// isGroup reports whether s is one group in braces.
func isGroup(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return size == len(s) && r >= firstGroup
}

// outsideBraces returns a list with a character for each group in braces, and the
// groups with their braces.
func outsideBraces(list string) (shown string, groups []string) {
	var b strings.Builder
	depth, start := 0, 0
	for i, r := range list {
		switch {
		case r == '{':
			if depth == 0 {
				b.WriteRune(firstGroup + rune(len(groups)%maxGroups))
				start = i
			}
			depth++
		case r == '}' && depth > 0:
			if depth--; depth == 0 {
				groups = append(groups, list[start:i+1])
			}
		case depth == 0 && r != '}':
			b.WriteRune(r)
		}
	}
	if depth > 0 {
		groups = append(groups, list[start:])
	}
	return b.String(), groups
}

// withGroups puts groups back to where they were.
func withGroups(shown string, groups []string) string {
	var b strings.Builder
	for _, r := range shown {
		if i := int(r - firstGroup); 0 <= i && i < len(groups) {
			b.WriteString(groups[i])
		} else {
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
