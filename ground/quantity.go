package ground

import (
	"strings"

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
	limit    limit
	multiple bool // a word such as doubled
	ordinary bool // a small number in words, which counts what nobody need have counted
}

// exact is the decimals of a number that is no rounding, such as a third.
const exact = 9

// scaled is the number that is meant.
func (n *quantity) scaled() float64 { return n.value * n.scale }

// measured is the number in the first unit of its dimension.
func (n *quantity) measured() float64 {
	if n.unit.factor == 0 {
		return n.scaled()
	}
	return n.scaled()*n.unit.factor + n.unit.offset
}

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
		n.hedged = isAfter(w, n.from, hedges) || strings.ContainsAny(w.between(n.from), "~≈∼")
		n.sign = signOf(w, &n)
		n.limit = limitOf(w, n.from)
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
	gap = strings.TrimRight(gap, " \u00A0-−–")
	r, _ := utf8.DecodeLastRuneInString(gap)
	if isMoneySign(r) {
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
