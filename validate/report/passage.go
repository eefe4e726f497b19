package report

import (
	"bufio"
	"fmt"
	"regexp"
	"slices"
	"unicode/utf8"

	"github.com/factcite/factcite/ground"
	"github.com/factcite/factcite/validate"
)

// markedPiece is a part of a text that is shown beside another, and whether it differs from
// that.
type markedPiece struct {
	Text    string
	Differs bool
}

// longestBeside is how many bytes of a fact, or of a passage, are shown beside each other.
const longestBeside = 400

var whiteSpace = regexp.MustCompile(`\s+`)

// markedPieces cuts a text at its marks, which are in order. Of a long text it has what is
// about the first mark.
func markedPieces(s string, marks [][2]int) []markedPiece {
	start, end := 0, len(s)
	if len(s) > longestBeside {
		if len(marks) > 0 {
			start = runeStart(s, max(0, marks[0][0]-longestBeside/2))
		}
		end = runeStart(s, min(len(s), start+longestBeside))
	}
	var pieces []markedPiece
	add := func(from, to int, differs bool) {
		if from, to = max(from, start), min(to, end); from < to {
			pieces = append(pieces, markedPiece{visible(whiteSpace.ReplaceAllLiteralString(s[from:to], " ")), differs})
		}
	}
	if start > 0 {
		pieces = append(pieces, markedPiece{Text: "… "})
	}
	at := start
	for _, m := range marks {
		if m[0] >= at && m[1] <= len(s) {
			add(at, m[0], false)
			add(m[0], m[1], true)
			at = m[1]
		}
	}
	add(at, end, false)
	if end < len(s) {
		pieces = append(pieces, markedPiece{Text: " …"})
	}
	return pieces
}

func runeStart(s string, i int) int {
	for i > 0 && i < len(s) && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}

// beside is a fact and the passage of its source as they are shown beside each other.
type beside struct {
	Fact, Text []markedPiece
	Where      string
	Class      string // of the group of fields that has the colour of the anchor
}

// classOfAnchor returns the class of what an anchor is about, as those of references have it.
func classOfAnchor(kind string) string {
	switch ground.Kind(kind) {
	case ground.Number:
		return "numbers"
	case ground.Date:
		return "date"
	case ground.Name:
		return "people"
	}
	return "title" // words
}

// besideOf returns what a finding shows of a fact and its source's text; nil for a finding
// about other things.
func besideOf(f *validate.Finding) *beside {
	if f.Passage == nil || f.Sentence == nil {
		return nil
	}
	return &beside{
		Fact:  markedPieces(f.Sentence.Text, sorted(f.Sentence.Marks)),
		Text:  markedPieces(f.Passage.Text, sorted(f.Passage.Marks)),
		Where: whereIs(f.Passage),
		Class: classOfAnchor(f.Field),
	}
}

func sorted(marks [][2]int) [][2]int {
	return slices.SortedFunc(slices.Values(marks), func(a, b [2]int) int { return a[0] - b[0] })
}

// whereIs names the place of a passage.
func whereIs(p *validate.Passage) string {
	where := p.Path + p.Pointer
	if p.Page > 0 {
		return fmt.Sprintf("%s, page %d", where, p.Page)
	}
	return fmt.Sprintf("%s, bytes %d to %d", where, p.Span[0], p.Span[1])
}

// writeBeside writes the two lines below a finding of a terminal. What differs is marked as
// in a difference of words, [-stated-] and {+found+}, and in colour where there is one.
func writeBeside(w *bufio.Writer, b *beside, color bool) {
	w.WriteString("    fact: ")
	writePieces(w, b.Fact, "[-", "-]", "31", color)
	w.WriteString("\n    text: ")
	writePieces(w, b.Text, "{+", "+}", "32", color)
	fmt.Fprintf(w, " (%s)\n", terminal(shorten(b.Where, longestMessage)))
}

func writePieces(w *bufio.Writer, pieces []markedPiece, open, close, code string, color bool) {
	if color {
		open, close = "\x1b["+code+"m"+open, close+"\x1b[0m"
	}
	for _, p := range pieces {
		if p.Differs {
			w.WriteString(open)
		}
		w.WriteString(terminal(p.Text))
		if p.Differs {
			w.WriteString(close)
		}
	}
}
