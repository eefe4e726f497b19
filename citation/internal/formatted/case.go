package formatted

import "github.com/factcite/factcite/citation/internal/phrase"

// longestParty is how many tokens the first party of a case in court may have.
const longestParty = 12

// IsCase reports whether the text begins with a case in court, whose parties wrote
// nothing: "Roe v. Lind Carts, Inc., 410 F.3d 22 (2005)".
func IsCase(s *phrase.Text) bool {
	for i := 1; i < longestParty; i++ {
		switch t := s.At(i); {
		case (t.Is("v") || t.Is("vs")) && !t.Capital && s.At(i+1).Is("."):
			return s.At(i-1).Kind == phrase.Word && s.At(i+2).Capital
		case t.Kind != phrase.Word && !t.Is("&"):
			return false
		}
	}
	return false
}
