package ground

import (
	"math"
	"strings"
)

// numberWords are numbers that are written as one word. The value of none is 0.
var numberWords = map[string]float64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
	"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "dozen": 12, "half": 0.5,
}

// fractionWords are the denominators of fractions in words.
var fractionWords = map[string]float64{
	"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5,
	"sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10,
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
		case word == "and" && any && (current >= 100 || current == 0) && n.to+1 < len(w.list) && numberWords[string(w.word(n.to+1))] >= 1:
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

// multiples are words that say how many times as much something is.
var multiples = readMultiples()

func readMultiples() map[string]float64 {
	table := map[string]float64{"twice": 2, "thrice": 3}
	for line := range strings.Lines(`
0.5 halved halve halves halving
2 doubled double doubles doubling
3 tripled triple triples tripling trebled treble trebles trebling
4 quadrupled quadruple quadruples quadrupling
5 quintupled quintuple quintuples quintupling
`) {
		if fields := strings.Fields(line); len(fields) > 0 {
			value, _ := parseFloat(fields[0])
			for _, word := range fields[1:] {
				table[word] = value
			}
		}
	}
	for word, value := range numberWords {
		if value > 1 {
			table[word+"fold"] = value
		}
	}
	return table
}

// multiple reads a word such as doubled.
func multiple(w *words, i int) (quantity, bool) {
	value := multiples[string(w.word(i))]
	return quantity{from: i, to: i + 1, value: value, scale: 1, decimals: exact, unit: units["times"], written: true, multiple: true}, value != 0
}

// article reads "a third", "an hour", and "a million and a half".
func article(w *words, i int) (quantity, bool) {
	n := quantity{from: i, to: i + 2, value: 1, scale: 1, written: true, ordinary: true}
	if n.to > len(w.list) || !isNear(w.between(i+1)) || w.list[i+1].marks&opens != 0 {
		return n, false
	}
	const shortest = 3 // letters of a unit of time
	word := string(w.word(i + 1))
	if len(word) < shortest {
		return n, false
	}
	if d := fractionWords[word]; d != 0 {
		n.value, n.decimals = 1/d, exact
		n.scaleFraction(w)
		return n, true
	}
	switch u, scale := units[word], scales[word]; {
	case word != "second" && (u.dimension == "time" || u.dimension == "months"):
		n.unit = u
		n.andHalf(w)
		return n, true
	case scale != 0:
		n.scale = scale
		return n, n.andHalf(w)
	}
	return n, false
}

// andHalf reads "and a half" after a number.
func (n *quantity) andHalf(w *words) bool {
	if phrase(w, n.to, min(n.to+3, len(w.list))) != "and a half" {
		return false
	}
	n.value += 0.5
	n.decimals = 1
	n.to += 3
	return true
}

// scaleFraction reads what a fraction is of: "half a million", "a quarter of a million".
func (n *quantity) scaleFraction(w *words) {
	i := n.to
	for _, word := range [...]string{"of", "a"} {
		if i < len(w.list) && string(w.word(i)) == word {
			i++
		}
	}
	if i == n.to || i >= len(w.list) || !isNear(w.between(i)) {
		return
	}
	if word := string(w.word(i)); scales[word] != 0 && len(word) > 2 {
		n.scale = scales[word]
		n.to = i + 1
	}
}
