package ground

import (
	"math"
	"strings"
)

// exact is the decimals of a number that is no rounding, such as a third.
const exact = 9

// fractionUnit is what a share is in when it is no percentage.
var fractionUnit = unit{dimension: "fraction", factor: 1}

// appendForms appends the other forms in which a fact may state a number of a text: a share as a
// fraction or in basis points, and the other way round; a multiple as a change in percent;
// money as cents.
func (n *quantity) appendForms(list []quantity) []quantity {
	value := n.measured()
	add := func(value float64, u unit, decimals int) {
		form := *n
		form.value, form.scale, form.unit, form.others = value, 1, u, nil
		if form.decimals < exact {
			form.decimals = max(0, n.decimals+decimals)
		}
		list = append(list, form)
	}
	switch n.unit.dimension {
	case "":
		if value > 0 && value < 1 {
			add(100*value, units["percent"], -2)
		}
	case "share":
		add(value/100, fractionUnit, 2)
		add(100*value, units["bps"], -2)
		if value >= 100 && math.Mod(value, 100) == 0 {
			add(1+value/100, units["times"], 0)
		}
	case "points":
		add(value/100, units["percent"], 2)
	case "times":
		add(100*math.Abs(value-1), units["percent"], -2)
	case cents:
		add(value/100, unit{dimension: dollars, factor: 1}, 2)
		add(value/100, unit{dimension: euros, factor: 1}, 2)
	case sterling:
		add(value, unit{dimension: "mass", factor: units["pounds"].factor}, 0)
	case "mass":
		if n.unit == units["pounds"] {
			add(n.scaled(), unit{dimension: sterling, factor: 1}, 0)
		}
	case dollars, euros:
		if value < 100 {
			add(100*value, unit{dimension: cents, factor: 1}, -2)
		}
	}
	return list
}

// appendCombined appends what two numbers of a list in a row are together: a share, as "18 of the 24" and
// "one in five", or a sum, as "2 hours and 15 minutes" and "5 ft 6 in".
func appendCombined(found []quantity, w *words, list []quantity) []quantity {
	for i := 1; i < len(list); i++ {
		a, b := &list[i-1], &list[i]
		if b.from-a.to > longestJoint {
			continue
		}
		if share, ok := a.of(w, b); ok {
			found = append(found, share)
		}
		if sum, ok := a.and(w, *b); ok {
			found = append(found, sum)
		}
	}
	return found
}

// longestJoint is how many words there may be between two numbers that are one together.
const longestJoint = 3

// of returns the share that a is of b.
func (a *quantity) of(w *words, b *quantity) (quantity, bool) {
	share := quantity{from: a.from, to: b.to, scale: 1, decimals: exact, written: a.written}
	if x, y := a.scaled(), b.scaled(); a.unit.dimension != "" || x <= 0 || x >= y {
		return share, false
	}
	share.value = a.scaled() / b.scaled()
	switch joint := phrase(w, a.to, b.from); joint {
	case "in", "of", "out of", "of the", "out of the":
		return share, true
	case "":
		return share, w.between(b.from) == "/"
	}
	return share, false
}

// and returns the sum of two numbers of which the second is in a smaller unit.
func (a *quantity) and(w *words, b quantity) (quantity, bool) {
	sum := quantity{from: a.from, to: b.to, scale: 1, decimals: exact, unit: a.unit, hedged: a.hedged, bound: a.bound}
	if b.unit.dimension == "" && a.unit == units["feet"] && b.to < len(w.list) && string(w.word(b.to)) == "in" {
		b.unit = units["inches"]
		sum.to++
	}
	switch joint := phrase(w, a.to, b.from); {
	case joint != "" && joint != "and", a.unit.dimension != b.unit.dimension, a.unit.factor <= b.unit.factor, a.others != nil, b.others != nil,
		b.measured() >= a.unit.factor, joint == "" && strings.Trim(w.between(b.from), " ,\n\u00A0") != "":
		return sum, false
	}
	switch a.unit.dimension {
	case "time", "months", "length", "mass":
		sum.value = a.scaled() + b.measured()/a.unit.factor
		return sum, true
	}
	return sum, false
}

// phrase returns up to three words [from,to) with a blank between them.
func phrase(w *words, from, to int) string {
	if to-from > longestJoint {
		return "…"
	}
	joint := ""
	for i := from; i < to; i++ {
		if i > from {
			joint += " "
		}
		joint += string(w.word(i))
	}
	return joint
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
