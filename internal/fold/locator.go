package fold

import (
	"strconv"
	"strings"

	"github.com/factcite/factcite/internal/text"
)

// Locator folds a volume, number, edition or page range.
func Locator(s string) string {
	var folded []string
	for _, w := range Words(s) {
		switch w {
		case "edition", "ed", "edn", "volume", "vol", "no", "number", "issue", "pp", "p", "pages", "the":
			continue
		}
		if n, ok := SmallNumbers[w]; ok {
			w = strconv.Itoa(n)
		}
		if digits := strings.TrimRight(w, "stndrh"); text.IsDigits(digits) {
			w = digits // 2nd
		}
		folded = append(folded, w)
	}
	return strings.Join(folded, " ")
}
