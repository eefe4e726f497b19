package validate

import (
	"encoding/binary"
	"math/bits"
)

// openings are phrases of at least four letters. They are looked for at every word
// of every fact, so the spaces before words are marked eight letters at a time,
// and the first four of a word are compared as one number: heads shows of nearly
// every word that no phrase begins so.
type openings struct {
	heads   [1 << headBits]bool // by a hash of the first four letters
	phrases [256][]opening      // by the first letter
}

type opening struct {
	head   uint32
	phrase string
}

func newOpenings(phrases []string) *openings {
	o := new(openings)
	for _, phrase := range phrases {
		head := binary.LittleEndian.Uint32([]byte(phrase))
		o.heads[hashOfHead(head)] = true
		o.phrases[phrase[0]] = append(o.phrases[phrase[0]], opening{head: head, phrase: phrase})
	}
	return o
}

const headBits = 10

func hashOfHead(head uint32) uint32 { return head * 2654435761 >> (32 - headBits) }

// first returns the phrase that begins the first word of text to begin one, or "".
// Words stand behind single spaces.
func (o *openings) first(text []byte) string {
	if phrase := o.leading(text); phrase != "" {
		return phrase
	}
	for i := 0; i < len(text); i += 64 {
		for spaces := spacesIn(text[i:min(i+64, len(text))]); spaces != 0; spaces &= spaces - 1 {
			if phrase := o.leading(text[i+bits.TrailingZeros64(spaces)+1:]); phrase != "" {
				return phrase
			}
		}
	}
	return ""
}

// spacesIn marks, by a bit each, which of up to 64 bytes are spaces.
func spacesIn(text []byte) (marks uint64) {
	i := 0
	for ; i+8 <= len(text); i += 8 {
		const gather = 0x0102040810204080 // brings the lowest bit of each byte into the highest byte
		marks |= spacesOf(binary.LittleEndian.Uint64(text[i:])) >> 7 * gather >> 56 << i
	}
	for ; i < len(text); i++ {
		if text[i] == ' ' {
			marks |= 1 << i
		}
	}
	return marks
}

// spacesOf marks, by the highest bit of each, the bytes of w that are spaces. A byte
// of which neither the highest bit nor the sum of the others with 0x7f is set is 0.
func spacesOf(w uint64) uint64 {
	const low, high = 0x0101010101010101, 0x8080808080808080
	other := w ^ low*' '
	return ^((other&^high + ^uint64(high)) | other) & high
}

// leading returns the phrase that text begins with, or "".
func (o *openings) leading(text []byte) string {
	if len(text) < 4 || !o.heads[hashOfHead(binary.LittleEndian.Uint32(text))] {
		return ""
	}
	return o.likely(text)
}

// likely is leading for a text whose head is probably that of a phrase.
func (o *openings) likely(text []byte) string {
	head := binary.LittleEndian.Uint32(text)
	for _, p := range o.phrases[text[0]] {
		if p.head == head && len(text) >= len(p.phrase) && string(text[:len(p.phrase)]) == p.phrase {
			return p.phrase
		}
	}
	return ""
}
