package fold

import (
	"strconv"
	"strings"

	"github.com/factcite/factcite/internal/text"
)

// ISBN13 returns the thirteen digits of an ISBN in either form, without
// its check digit.
func ISBN13(s string) string {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == 'X' || r == 'x' {
			return r
		}
		return -1
	}, s)
	switch len(digits) {
	case 10:
		return "978" + digits[:9]
	case 13:
		return digits[:12]
	}
	return digits
}

// ArXivYear is the year in which an arXiv ID was given: its first two digits,
// before the full stop (2402.10379) or after the slash (hep-th/9901001). arXiv
// opened in 1991.
func ArXivYear(id string) (year string, ok bool) {
	if slash := strings.LastIndexByte(id, '/'); slash >= 0 {
		id = id[slash+1:]
	}
	if len(id) < 4 || !text.IsDigit(id[0]) || !text.IsDigit(id[1]) {
		return "", false
	}
	if id[:2] >= "91" {
		return "19" + id[:2], true
	}
	return "20" + id[:2], true
}

// ArXivID returns an arXiv identifier without the name before it.
func ArXivID(s string) string {
	s = text.CleanText(s)
	if len(s) > 6 && strings.EqualFold(s[:6], "arxiv:") {
		s = strings.TrimSpace(s[6:])
	}
	return s
}

// DOIName returns a DOI without the resolver or the name before it.
func DOIName(s string) string {
	s = text.CleanText(s)
	if strings.HasPrefix(s, "10.") {
		return s
	}
	lower := strings.ToLower(s)
	for _, prefix := range []string{"https://", "http://", "dx.doi.org/", "doi.org/", "www.doi.org/", "doi:"} {
		if strings.HasPrefix(lower, prefix) {
			s, lower = strings.TrimSpace(s[len(prefix):]), strings.TrimSpace(lower[len(prefix):])
		}
	}
	return s
}

// DOI returns a DOI as DOIs are compared by: in small letters, without the
// resolver's address or the name before it.
func DOI(doi string) string { return strings.ToLower(DOIName(doi)) }

// ArXiv returns an arXiv identifier without name and version.
func ArXiv(s string) string {
	id := strings.ToLower(ArXivID(s))
	if at := strings.LastIndexByte(id, 'v'); at > 0 {
		if _, err := strconv.Atoi(id[at+1:]); err == nil {
			return id[:at]
		}
	}
	return id
}
