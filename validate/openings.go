package validate

import "encoding/binary"

// openings are phrases of at least four letters. They are looked for at every word
// of every fact, so the first four are compared as one number.
type openings [256][]opening // by the first letter

type opening struct {
	head   uint32
	phrase string
}

func newOpenings(phrases []string) *openings {
	o := new(openings)
	for _, phrase := range phrases {
		first := phrase[0]
		o[first] = append(o[first], opening{head: binary.LittleEndian.Uint32([]byte(phrase)), phrase: phrase})
	}
	return o
}

// first returns the phrase that begins the first word of text to begin one, or "".
// Words stand behind single spaces.
func (o *openings) first(text []byte) string {
	if phrase := o.leading(text); phrase != "" {
		return phrase
	}
	for i, c := range text {
		if c == ' ' {
			if phrase := o.leading(text[i+1:]); phrase != "" {
				return phrase
			}
		}
	}
	return ""
}

// leading returns the phrase that text begins with, or "".
func (o *openings) leading(text []byte) string {
	if len(text) < 4 {
		return ""
	}
	head := binary.LittleEndian.Uint32(text)
	for _, p := range o[text[0]] {
		if p.head == head && len(text) >= len(p.phrase) && string(text[:len(p.phrase)]) == p.phrase {
			return p.phrase
		}
	}
	return ""
}
