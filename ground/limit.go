package ground

import (
	"math"
	"strings"
)

// limit is on which side of a number that is meant to be which is stated: "more than 200",
// "fewer than 200".
type limit int8

const (
	unlimited limit = iota
	atLeast
	atMost
)

// lowerLimits and upperLimits are words that make a number a limit.
var (
	lowerLimits = setOf("over more least above exceeding exceed exceeds exceeded surpass surpasses surpassed beyond")
	upperLimits = setOf("under less fewer most below")
)

// limitOf finds the word among those before word i that makes its number a limit, or the sign
// before it. A word that denies it turns it around: "no more than 30".
func limitOf(w *words, i int) limit {
	switch signs := w.between(i); {
	case strings.ContainsAny(signs, ">≥"):
		return atLeast
	case strings.ContainsAny(signs, "<≤"):
		return atMost
	case i > 1 && string(w.word(i-1)) == "to" && string(w.word(i-2)) == "up":
		return atMost
	case i > 0 && string(w.word(i-1)) == "between":
		return atLeast
	case i > 2 && string(w.word(i-1)) == "and" && (string(w.word(i-3)) == "between" || i > 3 && string(w.word(i-4)) == "between"): // "between 200 and 220", "between 2 km and 3 km"
		return atMost
	}
	for j := i - 1; j >= max(0, i-3); j-- {
		if !w.is(j, limits) {
			continue
		}
		denied := j > 0 && w.is(j-1, denies)
		switch lower := lowerLimits[string(w.word(j))]; {
		case !lower && !upperLimits[string(w.word(j))]:
		case lower != denied:
			return atLeast
		default:
			return atMost
		}
	}
	return unlimited
}

// allows reports whether a number of the text is within a limit, and near enough for the limit
// to be that number, rounded to the digits that are not its zeros: "more than 200" of 212, "up to
// 300" of 287. Any number within a limit would bear out what is made up as well.
func (l limit) allows(stated, said, resolution float64) bool {
	rest := math.Abs(said) - math.Abs(stated)
	if l == atMost {
		rest = -rest
	}
	return l != unlimited && rest >= 0 && rest < resolution && rest <= roughShare*math.Abs(said)
}
