package value

import (
	"strings"
	"unicode"

	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/text"
)

// IsArXivID reports whether s has the form of an ID of arXiv, with or without a
// version: see https://info.arxiv.org/help/arxiv_identifier.html.
func IsArXivID(s string) bool {
	if base, version, ok := strings.Cut(s, "v"); ok && text.IsDigits(version) {
		s = base
	}
	if archive, number, ok := strings.Cut(s, "/"); ok {
		return archive != "" && len(number) == 7 && text.IsDigits(number) && isMonth(number[2:4])
	}
	month, number, ok := strings.Cut(s, ".")
	if !ok || len(month) != 4 || !text.IsDigits(month) || !text.IsDigits(number) || !isMonth(month[2:]) {
		return false
	}
	if month >= "1501" {
		return len(number) == 5
	}
	return month >= "0704" && len(number) == 4
}

func isMonth(s string) bool { return "01" <= s && s <= "12" }

// IsDOI reports whether s has the form of ISO 26324: the directory indicator 10,
// a registrant of digits and dots, a slash, and printing characters.
func IsDOI(s string) bool {
	prefix, suffix, ok := strings.Cut(fold.DOIName(s), "/")
	if prefix == "10" && isShortDOI(suffix) {
		return true
	}
	registrant, is10 := strings.CutPrefix(prefix, "10.")
	if !ok || !is10 || suffix == "" {
		return false
	}
	for part := range strings.SplitSeq(registrant, ".") {
		if !text.IsDigits(part) {
			return false
		}
	}
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsGraphic(r) }) && !strings.ContainsFunc(suffix, unicode.IsSpace)
}

// isShortDOI reports whether s is what shortdoi.org puts after "10/" for a DOI.
func isShortDOI(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return (r < '0' || r > '9') && (r < 'a' || r > 'z') })
}
