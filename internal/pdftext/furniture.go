package pdftext

import (
	"strings"

	"github.com/factcite/factcite/internal/text"
)

// A running head stands at the edge of this many pages, or of all where there are fewer.
const fewestRepeats = 3

// edgeLines is how many lines at the top and at the bottom of a page may be furniture.
const edgeLines = 2

// withoutFurniture leaves out what stands at the top or at the bottom of a page and is none of
// its text: page numbers, and lines that other pages have there as well.
func withoutFurniture(pages []string) []string {
	seen := map[string]int{}
	for _, page := range pages {
		lines := linesOf(page)
		each := map[string]bool{}
		for i := range lines {
			if isEdge(i, len(lines)) {
				each[shapeOf(lines[i])] = true
			}
		}
		for shape := range each {
			seen[shape]++
		}
	}
	cleaned := make([]string, len(pages))
	for p, page := range pages {
		lines := linesOf(page)
		var kept []string
		for i, line := range lines {
			if isEdge(i, len(lines)) && (isPageNumber(line) || seen[shapeOf(line)] >= min(fewestRepeats, max(2, len(pages)))) {
				continue
			}
			kept = append(kept, line)
		}
		cleaned[p] = strings.Join(kept, "\n") + "\n"
	}
	return cleaned
}

func linesOf(page string) []string {
	lines := strings.Split(page, "\n")
	kept := lines[:0]
	for _, line := range lines {
		if line = strings.TrimRight(line, " \t\f"); line != "" {
			kept = append(kept, line)
		}
	}
	return kept
}

func isEdge(i, lines int) bool { return i < edgeLines || i >= lines-edgeLines }

// shapeOf returns a line without its digits, which count pages.
func shapeOf(line string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return -1
		}
		return r
	}, line))
}

func isPageNumber(line string) bool {
	line = strings.Trim(line, " -–—|")
	return text.IsDigits(line) && len(line) < 5 || line != "" && len(line) < 8 && strings.Trim(text.LowerASCII(line), "ivxlc") == ""
}
