package ground

import (
	"math"
	"strings"
)

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
	sum := quantity{from: a.from, to: b.to, scale: 1, decimals: exact, unit: a.unit, hedged: a.hedged, limit: a.limit}
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
