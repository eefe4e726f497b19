package bibref

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/latex"
	"github.com/factcite/factcite/internal/text"
)

// Names reads a list of names as BibTeX does: "and" outside braces parts the
// names, commas outside braces part "von Last, Jr, First", and a name in one
// pair of braces is a body. etal reports a list that ends in "others" or "et al.".
func Names(value string) (names []ref.Name, etal bool) {
	value, etal = cutEtAl(value)
	for rest := strings.TrimSpace(value); rest != ""; {
		var name string
		name, rest = cutAnd(rest)
		switch strings.ToLower(strings.Trim(name, " \t\n~.,{}")) {
		case "", "and":
		case "others":
			etal = true
		default:
			names = append(names, readBibName(name))
		}
	}
	return names, etal
}

// cutEtAl cuts a final "et al.", which BibTeX does not know but people write.
func cutEtAl(list string) (names string, found bool) {
	shorter := strings.TrimRight(list, " .~{}")
	for _, words := range [...]string{" et al", " et~al"} {
		if cut := len(shorter) - len(words); cut >= 0 && strings.EqualFold(shorter[cut:], words) {
			return strings.TrimRight(shorter[:cut], " ,"), true
		}
	}
	return list, false
}

// cutAnd cuts a list of names after its first one.
func cutAnd(list string) (name, rest string) {
	depth := 0
	for i := 0; i < len(list); i++ {
		switch c := list[i]; {
		case c == '{':
			depth++
		case c == '}':
			depth--
		case depth <= 0 && text.IsBlank(c) && text.HasFoldedPrefix(list[i+1:], "and") && (i+4 == len(list) || text.IsBlank(list[i+4])):
			return list[:i], strings.TrimSpace(list[i+4:])
		}
	}
	return list, ""
}

// List reads one of biblatex's lists of words, as of publishers, which "and" outside
// braces parts.
func List(value string) []string {
	var list []string
	for rest := strings.TrimSpace(value); rest != ""; {
		var item string
		item, rest = cutAnd(rest)
		list = append(list, text.NonEmpty(latex.Decode(item))...)
	}
	return list
}

// readBibName reads one name.
func readBibName(name string) ref.Name {
	name = strings.TrimSpace(name)
	if body, ok := inBraces(name); ok {
		return ref.Name{Literal: latex.Decode(body)}
	}
	if n, ok := namedParts(name); ok {
		return n
	}
	parts := splitOutsideBraces(name, func(c byte) bool { return c == ',' })
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	for len(parts) > 1 && parts[len(parts)-1] == "" {
		parts = parts[:len(parts)-1]
	}
	if len(parts) == 1 {
		return firstVonLast(nameWords(parts[0]))
	}
	n := vonLast(nameWords(parts[0]))
	if len(parts) == 2 {
		n.Given = plainWords(nameWords(parts[1]))
		return n
	}
	n.Suffix = plainWords(nameWords(parts[1]))
	n.Given = plainWords(nameWords(strings.Join(parts[2:], " ")))
	return n
}

// inBraces returns what is within the one pair of braces around a name.
// A special character such as {\'E} is no such pair.
func inBraces(name string) (string, bool) {
	if !strings.HasPrefix(name, "{") || strings.HasPrefix(name, `{\`) {
		return "", false
	}
	if closingBraceIn(name, 1) != len(name) {
		return "", false
	}
	return name[1 : len(name)-1], true
}

// HasNamedParts reports whether a name of a list is in biblatex's extended form, which
// BibTeX takes for a name with commas.
func HasNamedParts(list string) bool {
	if !strings.Contains(list, "=") {
		return false
	}
	for rest := strings.TrimSpace(list); rest != ""; {
		var name string
		name, rest = cutAnd(rest)
		if _, ok := namedParts(name); ok {
			return true
		}
	}
	return false
}

// namedParts reads biblatex's extended form, "family=Berg, given=Hans".
func namedParts(name string) (n ref.Name, ok bool) {
	if !strings.Contains(name, "=") {
		return ref.Name{}, false
	}
	for _, part := range splitOutsideBraces(name, func(c byte) bool { return c == ',' }) {
		label, value, found := strings.Cut(part, "=")
		if !found {
			return ref.Name{}, false
		}
		value = strings.TrimSpace(value)
		if inner, braced := inBraces(value); braced {
			value = inner
		}
		value = latex.Decode(strings.Trim(value, `"`))
		switch strings.ToLower(strings.TrimSpace(label)) {
		case "family":
			n.Family = value
		case "given":
			n.Given = value
		case "prefix":
			n.Particle = value
		case "suffix":
			n.Suffix = value
		}
	}
	return n, n.Family != ""
}

// firstVonLast reads the words of "First von Last".
func firstVonLast(words []string) ref.Name {
	last := len(words) - 1
	if last < 0 {
		return ref.Name{}
	}
	first := 0
	for first < last && !isParticle(words[first]) {
		first++
	}
	if first == last {
		return ref.Name{Given: plainWords(words[:last]), Family: plainWords(words[last:])}
	}
	n := vonLast(words[first:])
	n.Given = plainWords(words[:first])
	return n
}

// vonLast reads the words of "von Last": the particle ends with the last word
// in small letters that another one follows.
func vonLast(words []string) ref.Name {
	end := len(words) - 1
	for end > 0 && !isParticle(words[end-1]) {
		end--
	}
	if end < 0 {
		return ref.Name{}
	}
	return ref.Name{Particle: plainWords(words[:end]), Family: plainWords(words[end:])}
}

// isParticle reports whether the first letter of a word outside braces, or the
// letter of a special character such as {\o}, is a small one.
func isParticle(word string) bool {
	for i := 0; i < len(word); {
		if strings.HasPrefix(word[i:], `{\`) {
			return isSmallSpecial(word[i+2:])
		}
		if word[i] == '{' {
			end := closingBraceIn(word, i+1)
			if end < 0 {
				return false
			}
			i = end
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		if unicode.IsLetter(r) {
			return unicode.IsLower(r)
		}
		i += size
	}
	return false
}

// isSmallSpecial judges a special character from after its backslash: the
// commands for foreign letters stand for themselves, an accent for the letter
// that follows.
func isSmallSpecial(special string) bool {
	end := 0
	for end < len(special) && text.IsLetter(special[end]) {
		end++
	}
	switch special[:end] {
	case "i", "j", "o", "oe", "ae", "aa", "l", "ss", "dh", "th", "dj", "ng":
		return true
	case "O", "OE", "AE", "AA", "L", "DH", "TH", "DJ", "NG":
		return false
	}
	letter := strings.IndexFunc(special[end:], unicode.IsLetter)
	if letter < 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(special[end+letter:])
	return unicode.IsLower(r)
}

// nameWords parts a name at white space and ties outside braces.
func nameWords(name string) []string {
	var words []string
	for _, word := range splitOutsideBraces(name, func(c byte) bool { return text.IsBlank(c) || c == '~' }) {
		if word != "" {
			words = append(words, word)
		}
	}
	return words
}

func plainWords(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return latex.Decode(strings.Join(words, " "))
}

// splitOutsideBraces splits text at the separators that no brace encloses. An
// escaped "~" as in \~n is an accent, not a tie.
func splitOutsideBraces(text string, separates func(byte) bool) []string {
	var parts []string
	depth, start := 0, 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\':
			i++
		case c == '{':
			depth++
		case c == '}':
			depth--
		case depth <= 0 && separates(c):
			parts = append(parts, text[start:i])
			start = i + 1
		}
	}
	return append(parts, text[start:])
}

// closingBraceIn returns the offset after the brace that closes the one before
// start, or -1.
func closingBraceIn(text string, start int) int {
	for depth, i := 1, start; i < len(text); i++ {
		switch text[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return -1
}
