package compare

import (
	"strconv"
	"strings"

	"github.com/factcite/factcite/internal/text"
)

// ISBN returns an ISBN of thirteen digits without hyphens; one of ten digits
// is brought to that form, which other texts are not.
func ISBN(isbn string) string {
	digits := strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' || r == 'X' || r == 'x' {
			return r
		}
		return -1
	}, isbn)
	if len(digits) != 10 {
		return digits
	}
	digits = "978" + digits[:9]
	sum := 0
	for i, r := range digits {
		sum += int(r-'0') * (1 + i%2*2)
	}
	return digits + strconv.Itoa((10-sum%10)%10)
}

// ArXivDOI begins the DOIs that arXiv gives its papers.
const ArXivDOI = "10.48550/arxiv."

// ArXivID returns an arXiv ID without version, subject class and whatever
// is before it, or "" for what is none: "2402.10379", "hep-th/9901001".
func ArXivID(id string) string {
	id = strings.TrimSuffix(strings.TrimSpace(id), ".pdf")
	for _, prefix := range [...]string{"/abs/", "/pdf/", ":"} {
		if _, after, found := strings.Cut(id, prefix); found {
			id = after
		}
	}
	id = strings.TrimPrefix(id, "abs/")
	if version := strings.LastIndexByte(id, 'v'); version > 0 && text.IsDigits(id[version+1:]) {
		id = id[:version]
	}
	if archive, number, old := strings.Cut(id, "/"); old {
		archive, _, _ = strings.Cut(archive, ".")
		if len(number) == 7 && text.IsDigits(number) && strings.Trim(archive, "abcdefghijklmnopqrstuvwxyz-") == "" && archive != "" {
			return archive + "/" + number
		}
		return ""
	}
	if month, number, ok := strings.Cut(id, "."); ok && len(month) == 4 && text.IsDigits(month) && (len(number) == 4 || len(number) == 5) && text.IsDigits(number) {
		return id
	}
	return ""
}
