package output

import (
	"strings"

	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/latex"
	"github.com/factcite/factcite/internal/text"
)

// bibNameList writes names as BibTeX has them, "others" standing for et al.
func bibNameList(names []ref.Name, etal bool, encoding latex.Encoding) string {
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
// would take apart in another way is in braces.
func bibName(n ref.Name, encoding latex.Encoding) string {
	part := func(clean string) string { return latex.Encode(clean, encoding) }
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
	if given == "" && (suffix != "" || particle != "" && !text.StartsLower(particle)) {
		return "{" + part(strings.Join(text.NonEmpty(particle, family, suffix), " ")) + "}"
	}
	familyWritten := part(family)
	severalWords := strings.Contains(family, " ")
	if isSplitByBibTeX(family) || severalWords && given == "" || text.StartsLower(family) && particle == "" {
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
	return nameMarks.Replace(text.CleanText(s))
}

var nameMarks = strings.NewReplacer("{", "(", "}", ")", `\`, "/")

func bracedIfSplit(plain, written string) string {
	if isSplitByBibTeX(plain) {
		return "{" + written + "}"
	}
	return written
}

// isSplitByBibTeX reports whether a part of a name holds what BibTeX separates
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
