package validate

// openings are phrases that begin with two lower-case letters of ASCII. They are
// looked for at every word of every fact, so the two letters, which few words begin
// with, are looked at first.
type openings struct {
	phrases []string
	second  [256]uint32 // by the first letter, the set of second ones
}

func newOpenings(phrases []string) *openings {
	o := &openings{phrases: phrases}
	for _, phrase := range phrases {
		o.second[phrase[0]] |= letterBit(phrase[1])
	}
	return o
}

// letterBit is the bit of a lower-case letter, which other bytes may share.
func letterBit(c byte) uint32 { return 1 << (c & 31) }

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
	if len(text) < 2 || o.second[text[0]]&letterBit(text[1]) == 0 {
		return ""
	}
	for _, phrase := range o.phrases {
		if len(text) >= len(phrase) && string(text[:len(phrase)]) == phrase {
			return phrase
		}
	}
	return ""
}
