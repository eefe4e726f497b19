package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// bibNameList writes names as BibTeX has them, "others" standing for et al.
func bibNameList(names []Name, etal bool, encoding latexEncoding) string {
	written := make([]string, 0, len(names)+1)
	for _, n := range names {
		if s := bibName(n, encoding); s != "" {
			written = append(written, s)
		}
	}
	if etal && len(written) > 0 {
		written = append(written, "others")
	}
	return strings.Join(written, " and ")
}

// bibName writes one name as "particle Family, Suffix, Given". Whatever BibTeX
// would take apart in another way stands in braces.
func bibName(n Name, encoding latexEncoding) string {
	part := func(clean string) string { return encodeLaTeX(clean, encoding) }
	if n.Literal != "" {
		return "{" + part(cleanName(n.Literal)) + "}"
	}
	family, given := cleanName(n.Family), cleanName(n.Given)
	particle, suffix := cleanName(n.Particle), cleanName(n.Suffix)
	if family == "" {
		family, given = given, ""
	}
	if family == "" {
		return ""
	}
	if given == "" && (suffix != "" || particle != "" && !startsLower(particle)) {
		return "{" + part(strings.Join(nonEmpty(particle, family, suffix), " ")) + "}"
	}
	familyWritten := part(family)
	severalWords := strings.Contains(family, " ")
	if isSplitByBibTeX(family) || severalWords && given == "" || startsLower(family) && particle == "" {
		familyWritten = "{" + familyWritten + "}"
	}
	written := familyWritten
	if particle != "" {
		written = bracedIfSplit(particle, part(particle)) + " " + written
	}
	if suffix != "" {
		written += ", " + bracedIfSplit(suffix, part(suffix))
	}
	if given != "" {
		written += ", " + bracedIfSplit(given, part(given))
	}
	return written
}

// cleanName is cleanText for a part of a name. No name has braces or backslashes,
// and biber makes initials of them that end a LaTeX group.
func cleanName(s string) string {
	return nameMarks.Replace(cleanText(s))
}

var nameMarks = strings.NewReplacer("{", "(", "}", ")", `\`, "/")

// spokenNames writes names as text: "A. Li, B. Wu and C. Xu".
func spokenNames(names []Name) string {
	var list []string
	for _, n := range names {
		list = append(list, n.String())
	}
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	last := len(list) - 1
	return strings.Join(list[:last], ", ") + " and " + list[last]
}

func bracedIfSplit(plain, written string) string {
	if isSplitByBibTeX(plain) {
		return "{" + written + "}"
	}
	return written
}

// isSplitByBibTeX tells whether a part of a name holds what BibTeX separates
// names and their parts by, or reads as its "others".
func isSplitByBibTeX(s string) bool {
	if strings.Contains(s, ",") {
		return true
	}
	for word := range strings.FieldsSeq(s) {
		if strings.EqualFold(word, "and") || strings.EqualFold(word, "others") {
			return true
		}
	}
	return false
}

func startsLower(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(first)
}

func nonEmpty(values ...string) []string {
	kept := values[:0]
	for _, v := range values {
		if v != "" {
			kept = append(kept, v)
		}
	}
	return kept
}
