package report

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/ref"
)

// fieldGroup is a group of fields that share a colour.
type fieldGroup struct{ Name, Class string }

func fieldGroups() []fieldGroup {
	return []fieldGroup{
		{string(ref.GroupTitle), "title"}, {string(ref.GroupPeople), "people"}, {string(ref.GroupVenue), "venue"},
		{string(ref.GroupDate), "date"}, {string(ref.GroupNumbers), "numbers"}, {string(ref.GroupIdentifiers), "ids"},
	}
}

// classOf returns the class of the group of a field.
func classOf(row *ref.Row) string {
	for _, group := range fieldGroups() {
		if group.Name == string(row.Group) {
			return group.Class
		}
	}
	return ""
}

// longestShown is how much of one text a page shows, in bytes.
const longestShown = 4000

// Piece is a step of a sentence with marked words: the start of a mark, its end, or text
// in which what does not print is made visible. A mark has a Class, which is one for the
// fields that share a colour, and the Label of its field.
type Piece struct {
	Open  bool   `json:"open,omitempty"`
	Close bool   `json:"close,omitempty"`
	Class string `json:"class,omitempty"`
	Label string `json:"label,omitempty"`
	Text  string `json:"text,omitempty"`
}

// mark is a range of a sentence that a field was read from.
type mark struct {
	start, end   int
	class, label string
}

// Highlight marks the words of a content that each field of its references was read from,
// as far as a page shows it: the first 4,000 bytes. Marks may be within others, as a year does in a venue's name; one that begins within
// another and ends after it is cut to what comes after.
func Highlight(content string, references []citation.Reference) []Piece {
	whole := content
	if len(content) > longestShown {
		cut := longestShown
		for cut > 0 && !utf8.RuneStart(content[cut]) {
			cut--
		}
		content = content[:cut]
	}
	var pieces []Piece
	at := 0
	text := func(to int) {
		if to > at {
			pieces = append(pieces, Piece{Text: visible(content[at:to])})
			at = to
		}
	}
	var open []mark
	closeUntil := func(start int) {
		for len(open) > 0 && open[len(open)-1].end <= start {
			text(open[len(open)-1].end)
			pieces = append(pieces, Piece{Close: true})
			open = open[:len(open)-1]
		}
	}
	for _, m := range marks(content, references) {
		closeUntil(m.start)
		for len(open) > 0 && m.end > open[len(open)-1].end {
			m.start = open[len(open)-1].end
			closeUntil(m.start)
		}
		text(m.start)
		pieces = append(pieces, Piece{Open: true, Class: m.class, Label: m.label})
		open = append(open, m)
	}
	closeUntil(len(content))
	text(len(content))
	if cut := len(whole) - len(content); cut > 0 {
		pieces = append(pieces, Piece{Text: fmt.Sprintf("… (%s more)", count(cut, "byte"))})
	}
	return pieces
}

// marks are the spans of all references that are in the text, outer ones before
// those within them.
func marks(content string, references []citation.Reference) []mark {
	var found []mark
	for i, r := range references {
		for _, row := range ref.Fields {
			span, ok := r.Spans[string(row.Name)]
			if !ok || span[0] < 0 || span[1] <= span[0] || span[0] >= len(content) || !utf8.RuneStart(content[span[0]]) {
				continue
			}
			end := min(span[1], len(content))
			if end < len(content) && !utf8.RuneStart(content[end]) {
				continue
			}
			label := string(row.Name)
			if len(references) > 1 {
				label = fmt.Sprintf("%s %d", row.Name, i+1)
			}
			found = append(found, mark{span[0], end, classOf(row), label})
		}
	}
	slices.SortFunc(found, func(a, b mark) int {
		return cmp.Or(a.start-b.start, b.end-a.end, strings.Compare(a.label, b.label))
	})
	return found
}

// Derived says of each value of references that is not stated what it is derived from.
func Derived(references []citation.Reference) (said []string) {
	for _, reference := range references {
		for _, field := range slices.Sorted(maps.Keys(reference.Derived)) {
			derived := reference.Derived[field]
			said = append(said, visible(shorten(fmt.Sprintf("%s %s is derived from %s", field, derived.Value, derived.From), longestShown)))
		}
	}
	return said
}
