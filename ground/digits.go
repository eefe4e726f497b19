package ground

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/text"
)

// literal is a number as it is written in digits.
type literal struct {
	value    float64
	decimals int
	length   int
	others   []float64 // if what groups the digits may separate numbers or decimals
}

// scanNumber reads the digits at the front of s with their groups, decimals and power.
func scanNumber(s string) literal {
	const mostDigits = 40
	n := numeral{s: s, point: -1}
	for n.at < len(s) && len(n.digits) < mostDigits {
		if text.IsDigit(s[n.at]) {
			n.digits = append(n.digits, s[n.at])
			n.at++
		} else if !n.takeSeparator() {
			break
		}
	}
	l := n.literal()
	l.power(s)
	return l
}

// numeral is a number while its digits are read.
type numeral struct {
	s      string
	at     int       // the byte that is read next
	digits []byte    // with a "." for the decimal point
	point  int       // where in digits; -1 without
	groups int       // that a mark other than the point separates
	others []float64 // values if a separator means something else
	// mayGroup says that the point may be one that groups digits.
	mayGroup bool
}

func (n *numeral) literal() literal {
	l := literal{length: n.at, others: n.others}
	l.value, _ = parseFloat(strings.TrimSuffix(string(n.digits), "."))
	if n.point >= 0 {
		l.decimals = len(n.digits) - n.point - 1
	}
	if n.mayGroup {
		l.others = append(l.others, l.value*1000)
	}
	return l
}

// takeSeparator takes what separates digits, if digits follow it that are of the same number.
func (n *numeral) takeSeparator() bool {
	r, size := utf8.DecodeRuneInString(n.s[n.at:])
	next := n.at + size
	if n.point >= 0 || next >= len(n.s) || !text.IsDigit(n.s[next]) {
		return false
	}
	taken := false
	switch r {
	case '·':
		taken = !isPowerOfTen(n.s[next:])
		if taken {
			n.takePoint(next)
		}
	case '.':
		taken = true
		n.takePoint(next)
	case ',':
		taken = n.takeComma(next)
	case ' ', '\u00A0', '\u2009', '\u202F', '\'', '’':
		taken = n.startsGroup(next)
		if taken && r == ' ' {
			n.mayEnd()
		}
		if taken {
			n.groups++
		}
	}
	if taken {
		n.at = next
	}
	return taken
}

// longestFirstGroup is how many digits come before the first mark that groups them.
const longestFirstGroup = 3

// startsGroup reports whether three digits stand at a byte that a mark may have grouped.
func (n *numeral) startsGroup(next int) bool {
	return isGroup(n.s, next) && (n.groups > 0 || len(n.digits) <= longestFirstGroup)
}

// takePoint reads a point as decimal, or as grouping digits: "1.200,50", "1.200.000".
func (n *numeral) takePoint(next int) {
	const group = 3
	grouped := isGroup(n.s, next)
	after, then := byte(0), "" // what follows the three digits, and what follows that
	if grouped && next+group < len(n.s) {
		after, then = n.s[next+group], n.s[next+group+1:]
	}
	isShort := len(n.digits) <= longestFirstGroup
	isFirst := n.groups == 0 && isShort && (after == ',' && then != "" && text.IsDigit(then[0]) && !isGroup(then, 0) || after == '.' && isGroup(then, 0))
	if isFirst || grouped && n.isGroupedByPoints() {
		n.groups++
		return
	}
	n.mayGroup = grouped && isShort
	n.startDecimals()
}

// isGroupedByPoints reports whether a point is before the last three digits that were read.
func (n *numeral) isGroupedByPoints() bool {
	const group = len(".200")
	return n.groups > 0 && n.s[n.at-group] == '.'
}

// takeComma reads a comma as grouping digits, or before other than three as decimal, where
// it may separate two numbers as well.
func (n *numeral) takeComma(next int) bool {
	switch {
	case n.startsGroup(next):
		n.groups++
	case !isGroup(n.s, next) && (len(n.digits) <= longestFirstGroup || n.isGroupedByPoints()):
		n.mayEnd()
		n.startDecimals()
	default:
		return false
	}
	return true
}

func (n *numeral) startDecimals() {
	n.point = len(n.digits)
	n.digits = append(n.digits, '.')
}

// mayEnd notes that the number may be over here.
func (n *numeral) mayEnd() {
	if value, err := parseFloat(string(n.digits)); err == nil {
		n.others = append(n.others, value)
	}
}

// power reads "e-3" or "× 10⁻³" after a number, and the exponent of a bare 10.
func (l *literal) power(s string) {
	rest := s[l.length:]
	if l.value == 10 && l.length == len("10") && rest != "" {
		if exponent, length := superscript(rest); length > 0 && !text.IsDigit(rest[0]) && rest[0] != '-' {
			l.others = append(l.others, l.value)
			l.value, l.decimals = math.Pow10(exponent), max(0, -exponent)
			l.length += length
			return
		}
	}
	if len(rest) > 1 && rest[0]|0x20 == 'e' {
		j := 1
		if rest[j] == '-' || rest[j] == '+' {
			j++
		}
		k := j
		for k < len(rest) && k < j+3 && text.IsDigit(rest[k]) {
			k++
		}
		if k > j && (k == len(rest) || !text.IsASCIIAlphanumeric(rest[k])) {
			exponent, _ := strconv.Atoi(rest[1:k])
			l.value *= math.Pow10(exponent)
			l.decimals = max(0, l.decimals-exponent)
			l.length += k
		}
		return
	}
	trimmed := strings.TrimLeft(rest, " \u00A0\u2009")
	r, size := utf8.DecodeRuneInString(trimmed)
	if r != '×' && r != 'x' && r != '·' {
		return
	}
	after, ok := strings.CutPrefix(strings.TrimLeft(trimmed[size:], " \u00A0\u2009"), "10")
	if !ok {
		return
	}
	exponent, length := superscript(after)
	if length > 0 {
		l.value *= math.Pow10(exponent)
		l.decimals = max(0, l.decimals-exponent)
		l.length = len(s) - len(after) + length
	}
}

// isPowerOfTen reports whether a 10 with an exponent stands at the front of s.
func isPowerOfTen(s string) bool {
	after, ok := strings.CutPrefix(s, "10")
	if !ok {
		return false
	}
	_, length := superscript(after)
	return length > 0 && after[0] != '-'
}

// superscript reads an exponent: raised digits, or digits after "^".
func superscript(s string) (value, length int) {
	sign, caret := 1, false
	for i, r := range s {
		switch {
		case i == 0 && r == '^':
			caret = true
		case i == 0 && (r == '−' || r == '-'): // what was raised once
			sign, caret = -1, true
		case r == '⁻' || r == '−' || r == '-' && caret:
			sign = -1
		case isRaised(r):
			digit := strings.IndexRune("⁰¹²³⁴⁵⁶⁷⁸⁹", r)
			value = min(value*10+[...]int{0: 0, 3: 1, 5: 2, 7: 3, 9: 4, 12: 5, 15: 6, 18: 7, 21: 8, 24: 9}[digit], 400)
			length = i + utf8.RuneLen(r)
		case caret && r >= '0' && r <= '9':
			value = min(value*10+int(r-'0'), 400)
			length = i + 1
		default:
			return sign * value, length
		}
	}
	return sign * value, length
}

var vulgarFractions = map[rune]float64{'½': 0.5, '⅓': 1.0 / 3, '⅔': 2.0 / 3, '¼': 0.25, '¾': 0.75, '⅛': 0.125, '⅕': 0.2}

func isVulgarFraction(r rune) bool { return vulgarFractions[r] != 0 }

func vulgarFraction(s string) (float64, bool) {
	if s == "" || s[0] < utf8.RuneSelf {
		return 0, false
	}
	r, _ := utf8.DecodeRuneInString(s)
	value, ok := vulgarFractions[r]
	return value, ok
}

func parseFloat(s string) (float64, error) { return strconv.ParseFloat(s, 64) }
