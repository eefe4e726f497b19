package phrase

import (
	"github.com/factcite/factcite/citation/ref"
)

// ReadName reads a text that is one name and nothing else, of a body or of a person;
// false if something is left over.
func ReadName(text string) (n ref.Name, ok bool) {
	s := NewText(text)
	defer s.Release()
	n, next, ok := s.NameAt(0)
	return n, ok && next == len(s.Tokens)
}
