package sourcetext

import (
	"unicode/utf8"

	"github.com/factcite/factcite/ground"
	"github.com/factcite/factcite/validate/internal/finding"
)

// shownText is a text while facts are compared with it, and what is shown of it.
type shownText struct {
	*ground.Text
	*ground.Document
	pointer string     // of a text that a record has
	runes   *runeIndex // where the places of characters are asked for
}

// longestPassage is how many bytes of a text a finding shows.
const longestPassage = 600

// besideChars is how many bytes before and after a passage are kept with it.
const besideChars = 32

// passage shows a place of the text.
func (s *shownText) passage(at ground.Place) finding.Passage {
	text := s.Document.Text
	end := startOfRune(text, min(at.End, at.Start+longestPassage))
	p := finding.Passage{Path: s.Path, Pointer: s.pointer, Span: [2]int{at.From, at.To}, Page: at.Page, Text: text[at.Start:end]}
	if at.From < 0 {
		p.Span = [2]int{at.Start, at.End}
	}
	if s.runes != nil {
		p.Prefix = text[startOfRune(text, max(0, at.Start-besideChars)):at.Start]
		p.Suffix = text[end:startOfRune(text, min(len(text), end+besideChars))]
		p.Chars = [2]int{s.runes.before(at.Start), s.runes.before(end)}
	}
	return p
}

// startOfRune returns the start of the character that a byte belongs to.
func startOfRune(s string, i int) int {
	for i > 0 && i < len(s) && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}
