package citation

import "github.com/gosimple/unidecode"

// spelt is a character in ASCII, as Unidecode spells it.
func spelt(r rune) string { return unidecode.Unidecode(string(r)) }
