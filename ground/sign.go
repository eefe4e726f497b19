package ground

import (
	"strings"

	"github.com/factcite/factcite/internal/text"
)

// sign is whether a number is below zero, as far as what is around it says so.
type sign byte

const (
	unsigned      sign = iota
	minus              // a minus sign is right before it
	maybeNegative      // a dash of another use, or words, may say that it is below zero
)

// agrees reports whether numbers of two signs may be the same.
func (s sign) agrees(of sign) bool { return s == of || s == maybeNegative || of == maybeNegative }

// signOf returns the sign of a number. A dash after another number or a line's end may be
// that of a range or of an item, and a longer one that of a sentence.
func signOf(w *words, n *quantity) sign {
	switch isDashed := signBefore(w, n.from) == "-"; {
	case isDashed && (n.from > 0 && text.IsDigit(w.raw[w.list[n.from-1].start]) || strings.ContainsAny(w.between(n.from), "\n–")):
		return maybeNegative
	case isDashed:
		return minus
	case isAfter(w, n.from, lessening):
		return maybeNegative
	}
	for i := n.to; i < min(n.to+2, len(w.list)); i++ { // "five degrees below zero"
		if lessThanZero[string(w.word(i))] {
			return maybeNegative
		}
	}
	return unsigned
}

// span returns the bytes of a number with its minus sign.
func (n *quantity) span(w *words) [2]int {
	span := w.span(n.from, n.to)
	if n.sign == minus {
		span[0] = w.signedSpan(n.from)[0]
	}
	return span
}

// Words before and after a number that say that it is below zero, or what something fell
// by, which is stated with a minus sign as well.
var (
	lessening = setOf("minus negative below fell fall falls falling declined decline declines declining decreased decrease decreases decreasing " +
		"dropped drop drops dropping down lost loss losses loses reduced reduction reduces reducing lowered lower shrank shrinks shrinking contracted contraction cut cooled")
	lessThanZero = setOf("below lower less fewer decrease decline drop reduction loss fall cut contraction frost")
)
