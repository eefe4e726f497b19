package ground

import (
	"math"
	"slices"
)

// isSameAs reports whether a number of the text bears out one that is stated.
func (n *quantity) isSameAs(of *quantity) bool {
	if !n.unit.agrees(of.unit) || !n.sign.agrees(of.sign) {
		return false
	}
	converted := n.unit.dimension != "" && n.unit.dimension == of.unit.dimension
	if converted && n.matches(n.measured(), of.measured(), of) {
		return true
	}
	if (!converted || n.unit.factor == of.unit.factor) && n.matches(n.scaled(), of.scaled(), of) {
		return true
	}
	if converted && n.unit.factor != of.unit.factor {
		return false
	}
	if (n.scale == 1 || of.scale == 1) && isClose(n.value, of.value) {
		return true
	}
	return slices.ContainsFunc(n.others, func(v float64) bool {
		return isClose(v, of.scaled()) || isClose(v, of.value) || slices.ContainsFunc(of.others, func(o float64) bool { return isClose(v, o) })
	}) || slices.ContainsFunc(of.others, func(v float64) bool { return isClose(v, n.scaled()) || isClose(v, n.value) })
}

// roughShare is how far a rough number may be from the one of the text.
const roughShare = 0.1

// matches reports whether the number stated is that of the text, or a rounding of it to
// the digits that it states; a hedged one and a limit may have fewer.
func (n *quantity) matches(stated, said float64, of *quantity) bool {
	if isClose(stated, said) {
		return true
	}
	if n.value == 0 || of.value == 0 {
		return false
	}
	apart := math.Abs(stated - said)
	resolution := math.Abs(math.Pow10(-n.decimals) * stated / n.value)
	if apart > roughShare*math.Abs(said) && apart > resolution {
		return false
	}
	finer := math.Abs(math.Pow10(-of.decimals) * said / of.value)
	if rest := math.Abs(said) - math.Abs(stated); finer < resolution*0.99 && rest >= -resolution/2*1.0001 && rest < resolution/2*0.9999 {
		return true
	}
	resolution *= n.zeros()
	switch {
	case resolution <= finer*of.zeros()*1.01: // no rounder than the text's
		return false
	case n.hedged:
		return apart <= resolution && apart <= roughShare*math.Abs(said)
	}
	return !n.isOneDigit() && n.limit.allows(stated, said, resolution)
}

// isOneDigit reports whether a number is written with one digit, of which a limit says little.
func (n *quantity) isOneDigit() bool { return math.Abs(n.value)*math.Pow10(n.decimals) < 10 }

// zeros returns the power of ten of the zeros at the end of a number as it is written.
func (n *quantity) zeros() float64 {
	digits := math.Abs(math.Round(n.value * math.Pow10(n.decimals)))
	if digits >= 1<<53 {
		return 1
	}
	power := 1.0
	for v := int64(digits); v >= 10 && v%10 == 0; v /= 10 {
		power *= 10
	}
	return power
}

func isClose(a, b float64) bool {
	return a == b || math.Abs(a-b) <= 1e-9*max(math.Abs(a), math.Abs(b))
}
