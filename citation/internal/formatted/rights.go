package formatted

import "github.com/factcite/factcite/citation/internal/phrase"

// WithoutRights is the text without what says who has the rights of the work, after the
// reference: "Carts 3, 11–19. © 2019 Harbour Press. All rights reserved."
func WithoutRights(s *phrase.Text) *phrase.Text {
	dated := false
	for i := 1; i < len(s.Tokens); i++ {
		if dated && s.At(i-1).Is(".") && isRights(s, i) {
			return s.Part(0, i)
		}
		dated = dated || phrase.IsYear(s.At(i))
	}
	return s
}

// isRights reports whether token i begins what says who has the rights of a work: "© 2019", "(c)
// The Authors", "Copyright 2019 by", "All rights reserved".
func isRights(s *phrase.Text, i int) bool {
	switch t := s.At(i); {
	case t.Is("©"):
		return true
	case s.Words(i, "(", "c", ")"):
		return phrase.IsYear(s.At(i+3)) || s.At(i+3).Is("the")
	case t.Is("copyright") && t.Capital:
		return phrase.IsYear(s.At(i+1)) || s.At(i+1).Is("©") || s.Words(i+1, "(", "c", ")")
	}
	return s.Words(i, "all", "rights", "reserved")
}
