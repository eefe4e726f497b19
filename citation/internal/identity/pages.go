package identity

import (
	"strings"

	"github.com/factcite/factcite/internal/fold"
)

// agreePages compares page ranges; the end may be abbreviated ("172–80") or absent.
func agreePages(x, y string) bool {
	firstX, lastX := pageEnds(x)
	firstY, lastY := pageEnds(y)
	return firstX == firstY && (lastX == "" || lastY == "" || lastX == lastY)
}

func pageEnds(pages string) (first, last string) {
	words := strings.Fields(fold.Locator(pages))
	if len(words) == 0 {
		return "", ""
	}
	first = words[0]
	if len(words) > 1 {
		last = words[1]
		if len(last) < len(first) {
			last = first[:len(first)-len(last)] + last
		}
	}
	return first, last
}

// isArticleNumber reports whether pages are the number of an article whose own pages
// begin with first, as those of journals without running pages do.
func isArticleNumber(pages, first string) bool {
	number, last := pageEnds(pages)
	return first == "1" && last == "" && len(number) >= 4
}
