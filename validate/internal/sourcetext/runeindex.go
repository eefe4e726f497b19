package sourcetext

import "unicode/utf8"

// runeIndex counts the characters before a byte of a text without counting from its start.
type runeIndex struct {
	text   string
	counts []int // before each multiple of runeStep
}

const runeStep = 4 << 10

func newRuneIndex(text string) *runeIndex {
	x := &runeIndex{text: text}
	count := 0
	for i := 0; i <= len(text); i += runeStep {
		x.counts = append(x.counts, count)
		count += startsOfRunes(text[i:min(i+runeStep, len(text))])
	}
	return x
}

// startsOfRunes counts the bytes that begin a character.
func startsOfRunes(s string) (n int) {
	for i := range len(s) {
		if utf8.RuneStart(s[i]) {
			n++
		}
	}
	return n
}

// before returns how many characters there are before a byte.
func (x *runeIndex) before(at int) int {
	step := at / runeStep
	return x.counts[step] + startsOfRunes(x.text[step*runeStep:at])
}
