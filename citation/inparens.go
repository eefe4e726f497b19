package citation

import (
	"github.com/factcite/factcite/citation/internal/formatted"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/internal/tagger"
)

// fewestListed is how many tokens a line of a list has that is in parentheses in a sentence.
const fewestListed = 12

// readInParens reads the line of a reference list that is whole in the parentheses of a
// sentence: "The board took note of it (Roe, A., 2017. Rims in use. J. Carts 3, 4-9)."
func readInParens(s *phrase.Text, model func() *tagger.Model) (r Reference, ok bool) {
	if !s.Dated {
		return r, false
	}
	for open := 1; open < len(s.Tokens); open++ {
		if !s.At(open).Is("(") || !s.At(open+1).Capital {
			continue
		}
		closing := s.ClosingParen(open)
		if !s.At(closing).Is(")") || closing-open < fewestListed {
			continue
		}
		line := s.Part(open+1, closing)
		if !line.Dated || !opensDated(line) {
			continue
		}
		if w, ok := formatted.ReadFormatted(line); ok {
			return w.Settled(), true
		}
		if r, ok := readListed(line, model); ok && r.Confidence >= opening && r.Title != "" && isIssued(&r) {
			return r, true
		}
	}
	return r, false
}

// opensDated reports whether a line has the year before its title, after the names that it
// begins with, and a full stop after it, as no list of citations has.
func opensDated(line *phrase.Text) bool {
	for i := 1; i < len(line.Tokens); i++ {
		switch t := line.At(i); {
		case t.Is(";"):
			return false
		case phrase.IsYearOfMention(t):
			return line.At(i+1).Is(".") && line.At(i+2).Capital
		}
	}
	return false
}
