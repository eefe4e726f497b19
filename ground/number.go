package ground

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/text"
)

// quantity is a number with what it measures: the words [from,to) of a text.
type quantity struct {
	from, to int
	value    float64 // as it is written, without its scale
	scale    float64 // 1, or that of a word such as million
	decimals int     // digits after the point
	unit     unit
	others   []float64 // other readings of the digits
	written  bool      // in words
	sign     sign
	hedged   bool
	bound    bool // a limit, as in "more than 30"
	multiple bool // a word such as doubled
	ordinary bool // a small number in words, which counts what nobody need have counted
}

// scaled is the number that is meant.
func (n *quantity) scaled() float64 { return n.value * n.scale }

// measured is the number in the first unit of its dimension.
func (n *quantity) measured() float64 {
	if n.unit.factor == 0 {
		return n.scaled()
	}
	return n.scaled()*n.unit.factor + n.unit.offset
}

func parseFloat(s string) (float64, error) { return strconv.ParseFloat(s, 64) }

// quantities returns the numbers of a text but for those of dates, ordinals and names.
func quantities(w *words, dated func(i int) bool) []quantity {
	list := make([]quantity, 0, min(wordsOfDigits(w), mostAnchors))
	for i := 0; i < len(w.list) && len(list) < mostAnchors; {
		var n quantity
		ok := false
		switch c := w.raw[w.list[i].start]; {
		case text.IsDigit(c) || c >= utf8.RuneSelf && isRaisedByte(w, i):
			if !dated(i) {
				n, ok = figures(w, i)
			}
		case w.is(i, beginsNumber) && !dated(i):
			n, ok = inWords(w, i, dated)
		}
		if !ok {
			i++
			continue
		}
		if n.to > i {
			n.takeCurrencyBefore(w, list)
		}
		n.hedged = isAfter(w, n.from, hedges) || n.from > 0 && strings.ContainsAny(w.between(n.from), "~≈∼")
		n.sign = signOf(w, &n)
		n.bound = isAfter(w, n.from, bounds) || n.from > 0 && strings.ContainsAny(w.between(n.from), "<>≤≥")
		list = append(list, n)
		i = max(n.to, i+1)
	}
	shareUnits(w, list)
	return list
}

// wordsOfDigits returns how many words begin with a digit.
func wordsOfDigits(w *words) int {
	n := 0
	for i := range w.list {
		if text.IsDigit(w.raw[w.list[i].start]) {
			n++
		}
	}
	return n
}

// inWords reads a number that begins with a word.
func inWords(w *words, i int, dated func(i int) bool) (quantity, bool) {
	switch word := w.word(i); {
	case len(word) < 3 && (string(word) == "a" || string(word) == "an"):
		if i+1 < len(w.list) && !dated(i+1) {
			return article(w, i)
		}
	case numberWords[string(word)] != 0:
		return spelledNumber(w, i)
	default:
		return multiple(w, i)
	}
	return quantity{}, false
}

// takeCurrencyBefore makes a code of a currency before a number its unit: "USD 5".
func (n *quantity) takeCurrencyBefore(w *words, list []quantity) {
	i := n.from - 1
	if i < 0 || n.unit.dimension != "" || len(list) > 0 && list[len(list)-1].to > i || !isNear(w.between(n.from)) {
		return
	}
	if code := w.rawWord(i); isShouted(code) || code == "Rs" {
		if money := currencies[string(w.word(i))]; money != "" {
			n.from, n.unit = i, unit{dimension: money, factor: 1}
		}
	}
}

// isRaisedByte reports whether a word begins with a character such as ½.
func isRaisedByte(w *words, i int) bool {
	_, ok := vulgarFraction(w.raw[w.list[i].start:])
	return ok
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

// isAfter reports whether one of the words before word i is one of a list.
func isAfter(w *words, i int, list map[string]bool) bool {
	for j := i - 1; j >= max(0, i-3); j-- {
		if w.is(j, limits) && list[string(w.word(j))] {
			return true
		}
	}
	return false
}

// figures reads a number that begins with a digit.
func figures(w *words, i int) (quantity, bool) {
	n := quantity{from: i, to: i + 1, scale: 1}
	if i > 0 && isPartOfName(w, i) {
		return n, false
	}
	start := int(w.list[i].start)
	if value, ok := vulgarFraction(w.raw[start:]); ok {
		n.value, n.decimals = value, exact
		n.measure(w, i+1)
		return n, true
	}
	literal := scanNumber(w.raw[start:])
	n.value, n.decimals, n.others = literal.value, literal.decimals, literal.others
	end := start + literal.length
	if value, ok := vulgarFraction(strings.TrimLeft(w.raw[end:min(len(w.raw), end+8)], " ")); ok && literal.decimals == 0 {
		n.value += value
		n.decimals = 3
		end += strings.IndexFunc(w.raw[end:], isVulgarFraction)
		_, size := utf8.DecodeRuneInString(w.raw[end:])
		end += size
	}
	for n.to < len(w.list) && int(w.list[n.to].start) < end {
		n.to++
	}
	last := &w.list[n.to-1]
	if suffix := text.LowerASCII(w.raw[min(end, int(last.end)):last.end]); suffix != "" {
		if !n.suffix(suffix) {
			return n, false
		}
		if n.unit.dimension != "" {
			return n, true
		}
	}
	if sign := moneySign(w.between(i)); sign != "" {
		n.unit = unit{dimension: sign, factor: 1}
	}
	if strings.Contains(w.between(n.to), "‰") {
		n.unit = units["permille"]
		return n, true
	}
	n.measure(w, n.to)
	return n, true
}

// isPartOfName reports whether the digits of word i are glued to a name, as in COVID-19.
func isPartOfName(w *words, i int) bool {
	gap := w.between(i)
	if gap == "" {
		return w.list[i].marks&raised == 0
	}
	if gap != "-" && gap != "‑" && gap != "–" && gap != "/" && gap != "_" && gap != "." && gap != "^" {
		return false
	}
	before := w.rawWord(i - 1)
	return isCapital(before) || gap != "-" && !text.HasDigit(before)
}

// suffix takes letters that follow digits at once; false says that they make no number
// with them.
func (n *quantity) suffix(letters string) bool {
	switch letters {
	case "m":
		n.scale = 1e6
		n.others = append(n.others, n.value)
		return true
	case "st", "nd", "rd", "th":
		return false
	case "x":
		n.unit = units["times"]
		return true
	}
	if scale := scales[letters]; scale != 0 && letters != "dozen" {
		n.scale = scale
		return true
	}
	if u, ok := units[letters]; ok && (len(letters) > 1 || glued[letters]) {
		n.unit = u
		return true
	}
	return false
}

func moneySign(gap string) string {
	if gap == "" || gap == " " {
		return ""
	}
	gap = strings.TrimRight(gap, " \u00A0")
	r, _ := utf8.DecodeLastRuneInString(gap)
	if unicode.Is(unicode.Sc, r) {
		return currencies[string(r)]
	}
	return ""
}

// measure reads the scale and the unit that follow a number.
func (n *quantity) measure(w *words, i int) {
	if i < len(w.list) && w.is(i, measures) && isNear(w.between(i)) {
		word := string(w.word(i))
		if scale := scales[word]; scale != 0 && (len(word) > 2 || word == "bn" || word == "mn") {
			n.scale *= scale
			i++
			n.to = i
		}
	}
	if i >= len(w.list) || !w.is(i, measures) || !isNear(w.between(i)) {
		return
	}
	word := string(w.word(i))
	switch {
	case word == "per" && i+1 < len(w.list) && string(w.word(i+1)) == "cent":
		n.unit, n.to = units["percent"], i+2
	case word == "per" && i+1 < len(w.list) && string(w.word(i+1)) == "mille":
		n.unit, n.to = units["permille"], i+2
	case word == "basis" && i+1 < len(w.list):
		n.unit, n.to = units["bps"], i+2
	case word == "percentage" && i+1 < len(w.list):
		n.unit, n.to = units["percent"], i+2
	case (word == "square" || word == "sq" || word == "cubic" || word == "cu") && i+1 < len(w.list):
		n.takePower(string(w.word(i+1)), i+1, powers[word])
	case word == "degrees" || word == "degree" || word == "us" || word == "of" && i+1 < len(w.list) && currencies[string(w.word(i+1))] != "":
		if i+1 < len(w.list) {
			n.take(w, i+1)
		}
	default:
		n.take(w, i)
	}
}

// take makes a word the unit of a number if it is one.
func (n *quantity) take(w *words, i int) {
	word := w.word(i)
	if money := currencies[string(word)]; money != "" {
		n.unit, n.to = unit{dimension: money, factor: 1}, i+1
		return
	}
	if u, ok := units[string(word)]; ok && n.unit.dimension == "" {
		n.unit, n.to = u, i+1
		n.takeRate(w)
	}
}

// powers are the words before a unit of length that make it one of areas or of volumes.
var powers = map[string]int{"square": 2, "sq": 2, "cubic": 3, "cu": 3}

// takePower makes the square or the cube of a unit of length the unit of a number.
func (n *quantity) takePower(word string, i, power int) {
	if u, ok := units[word]; ok && n.unit.dimension == "" && u.dimension == "length" {
		n.unit, n.to = u.toThe(power), i+1
	}
}

// takeRate reads what follows a unit of length: a raised 2 or 3, or the time of a speed.
func (n *quantity) takeRate(w *words) {
	i := n.to
	if i >= len(w.list) || n.unit.dimension != "length" {
		return
	}
	switch next, gap := w.rawWord(i), w.between(i); {
	case gap == "" && next == "²":
		n.unit, n.to = n.unit.toThe(2), i+1
	case gap == "" && next == "³":
		n.unit, n.to = n.unit.toThe(3), i+1
	case gap == "/":
		n.takeTime(w, i)
	case next == "per" && i+1 < len(w.list):
		n.takeTime(w, i+1)
	}
}

// takeTime makes a length in the time that word i names a speed.
func (n *quantity) takeTime(w *words, i int) {
	if of := units[string(w.word(i))]; of.dimension == "time" {
		n.unit, n.to = unit{dimension: "speed", factor: n.unit.factor / of.factor}, i+1
	}
}

// isNear reports whether a gap is what stands between a number and its unit.
func isNear(gap string) bool {
	const longest = 12
	if len(gap) >= longest {
		return false
	}
	for _, r := range gap {
		switch r {
		case ' ', '\u00A0', '\u2009', '\u202F', '-', '‑', '°', '*', '\n':
		default:
			return false
		}
	}
	return true
}

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
	switch {
	case n.groups == 0 && isShort && after == ',' && then != "" && text.IsDigit(then[0]) && !isGroup(then, 0):
		n.groups++
	case n.groups > 0 || after != '.' || !isGroup(then, 0):
		n.mayGroup = grouped && isShort
		n.startDecimals()
	}
}

// takeComma reads a comma as grouping digits, or before other than three as decimal, where
// it may separate two numbers as well.
func (n *numeral) takeComma(next int) bool {
	const group = len(".200")
	switch {
	case n.startsGroup(next):
		n.groups++
	case !isGroup(n.s, next) && (len(n.digits) <= longestFirstGroup || n.groups > 0 && n.s[n.at-group] == '.'):
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

// spelledNumber reads a number in words.
func spelledNumber(w *words, i int) (quantity, bool) {
	n := quantity{from: i, to: i, scale: 1, written: true}
	total, current := 0.0, 0.0
	any := false
	for n.to < len(w.list) {
		word := string(w.word(n.to))
		value := numberWords[word]
		if n.to > i && !isNear(w.between(n.to)) || w.list[n.to].marks&opens != 0 && n.to > i {
			break
		}
		switch {
		case word == "and" && any && current >= 100 && n.to+1 < len(w.list) && numberWords[string(w.word(n.to+1))] >= 1:
		case value == 0 || value == 0.5 && any:
			goto done
		case value >= 1000:
			total += max(current, 1) * value
			current = 0
		case value == 100 || value == 12 && word == "dozen":
			current = max(current, 1) * value
		case current > 0 && !(current >= 20 && math.Mod(current, 10) == 0 && value < 10 || current >= 100 && value < 100):
			goto done
		default:
			current += value
		}
		any = true
		n.to++
	}
done:
	if !any {
		return n, false
	}
	n.value = total + current
	n.fraction(w)
	n.ordinary = n.value == math.Trunc(n.value) && n.value < 11
	n.measure(w, n.to)
	return n, true
}

// fraction reads the denominator of a fraction in words, and "and a half".
func (n *quantity) fraction(w *words) {
	if n.value == 0.5 {
		n.decimals = exact
		n.scaleFraction(w)
		return
	}
	if n.to >= len(w.list) {
		return
	}
	if d := fractionWords[string(w.word(n.to))]; d != 0 && isNear(w.between(n.to)) && n.value >= 1 && n.value < 10 && d != 2 {
		n.value /= d
		n.decimals = exact
		n.to++
		n.scaleFraction(w)
		return
	}
	n.andHalf(w)
}

// shareUnits gives the first number of a range, or of two that are joined, the scale and
// the unit of the second as another reading.
func shareUnits(w *words, list []quantity) {
	for i := 0; i+1 < len(list); i++ {
		a, b := &list[i], &list[i+1]
		if b.from-a.to > 1 || b.scale == 1 && b.unit.dimension == "" {
			continue
		}
		if b.from > a.to {
			switch string(w.word(a.to)) {
			case "to", "and", "or", "versus", "vs":
			default:
				continue
			}
		} else if gap := strings.TrimSpace(w.between(b.from)); !strings.ContainsAny(gap, "-–—/,~±") {
			continue
		}
		if a.scale == 1 && b.scale != 1 {
			a.others = append(a.others, a.value*b.scale)
		}
		if a.unit.dimension == "" {
			a.unit = b.unit
		}
	}
}

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

// How far a rough number may be from the one of the text, and a limit.
const (
	roughShare = 0.1
	boundShare = 0.05
)

// matches reports whether the number stated is that of the text, or a rounding of it to
// the digits that it states; a hedged one may have fewer.
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
	return n.bound && apart <= boundShare*math.Abs(said)
}

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

// agrees reports whether numbers of two units may be the same.
func (u unit) agrees(of unit) bool {
	return u.dimension == "" || of.dimension == "" || u.dimension == of.dimension
}
