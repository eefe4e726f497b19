package ground

import (
	"cmp"
	"math"
	"slices"
)

// anchors are the numbers and dates of a text.
type anchors struct {
	quantities []quantity // in the order of the text
	stated     *statedNumbers
	dates      []date
	years      map[int]bool
	months     map[int]bool
	quarters   bool // the text names quarters
	weekdays   bool // the text names days of the week
	cut        bool // the text has more than mostAnchors of either, of which no fact is checked
}

// mostAnchors is how many numbers, and how many dates, of a text are kept.
const mostAnchors = 200_000

func readAnchors(w *words) *anchors {
	a := &anchors{dates: dates(w), years: map[int]bool{}, months: map[int]bool{}}
	for i := range a.dates {
		d := &a.dates[i]
		a.years[d.year] = true
		a.months[d.month] = true
		a.quarters = a.quarters || d.quarter != 0
		a.weekdays = a.weekdays || d.weekday != 0
	}
	delete(a.years, 0)
	a.quantities = quantities(w, datedIn(a.dates))
	a.cut = len(a.dates) == mostAnchors || len(a.quantities) == mostAnchors
	if !a.cut {
		a.stated = newStatedNumbers(w, a.quantities)
	}
	return a
}

// datedIn returns a function that reports whether a word belongs to one of the dates. It has
// to be asked in the order of the words.
func datedIn(list []date) func(i int) bool {
	next := 0
	return func(i int) bool {
		for next < len(list) && list[next].to <= i {
			next++
		}
		return next < len(list) && list[next].from <= i
	}
}

// mostQuotations bounds the quotations of one statement that are looked for. A statement
// that has more is hostile: the rest is not checked, and the result says so.
const mostQuotations = 100

// Check compares a statement with a text. What a quotation has inside is compared as a
// part of it and not again.
func Check(t *Text, s Statement) Result {
	q := readWords(s.Content)
	q.budget = wholeBudget
	t.recognise(&q)
	c := checker{t: t, s: &s, q: &q, covered: make([]bool, len(q.list))}
	said := quotations(&s)
	c.result.CutShort = len(said) > mostQuotations
	for _, of := range said[:min(len(said), mostQuotations)] {
		if a, ok := t.checkQuotation(&q, of); ok {
			c.cover(a.Kind, of.span)
			c.add(a)
		} else if !of.doubtful {
			c.cover(Quotation, of.span)
		}
	}
	if s.Evidence || s.Quotation && len(c.result.Anchors) == 1 && c.uncovered() < fewestWords {
		c.passageOfQuotation()
		return c.finish()
	}
	c.passage = t.bestPassage(&q, c.covered)
	c.dates = dates(&q)
	c.checkDates()
	c.checkNumbers()
	c.checkHonorifics()
	c.checkNames()
	c.checkPolarity()
	if len(c.result.Anchors) > 0 && c.result.Anchors[0].Kind == Quotation {
		c.passageOfQuotation()
	}
	if c.result.Passage == nil && c.passage.to > c.passage.from {
		at := t.place(t.words.wholeSpan(c.passage.from, c.passage.to))
		c.result.Passage = &at
	}
	return c.finish()
}

// costOfAnchor is what comparing with one number or date of a text takes from the budget.
const costOfAnchor = 20

// checker is a statement while it is compared with a text.
type checker struct {
	t       *Text
	s       *Statement
	q       *words
	covered []bool // words that belong to an anchor
	dates   []date // of the statement
	passage passage
	result  Result
}

func (c *checker) add(a Anchor) { c.result.Anchors = append(c.result.Anchors, a) }

// cover marks the words of a span as those of an anchor.
func (c *checker) cover(_ Kind, span [2]int) {
	for i := c.q.from(span[0]); i < c.q.from(span[1]); i++ {
		c.covered[i] = true
	}
}

func (c *checker) uncovered() int {
	n := 0
	for _, covered := range c.covered {
		if !covered {
			n++
		}
	}
	return n
}

func (c *checker) isCovered(from, to int) bool { return slices.Contains(c.covered[from:to], true) }

// passageOfQuotation makes the place of the first quotation that was found the passage.
func (c *checker) passageOfQuotation() {
	for i := range c.result.Anchors {
		if a := &c.result.Anchors[i]; a.Kind == Quotation && a.At != nil {
			w := &c.t.words
			from, _ := w.sentence(w.from(a.At.Start))
			_, to := w.sentence(max(w.from(a.At.End)-1, 0))
			at := c.t.place(w.wholeSpan(from, max(to, from+1)))
			c.result.Passage = &at
			return
		}
	}
}

// finish puts the anchors in order, and takes back what a text that is partial says
// against the fact.
func (c *checker) finish() Result {
	c.result.CutShort = c.result.CutShort || c.q.budget < 0
	slices.SortStableFunc(c.result.Anchors, func(a, b Anchor) int { return cmp.Compare(a.Span[0], b.Span[0]) })
	if c.t.reading.Partial || c.s.Partial {
		for i := range c.result.Anchors {
			if a := &c.result.Anchors[i]; a.Verdict.Contradicts() {
				a.Verdict, a.Differences, a.At = NotChecked, nil, nil
			}
		}
	}
	return c.result
}

// anchor is an anchor of the words [from,to) of the statement.
func (c *checker) anchor(kind Kind, from, to int, verdict Support) *Anchor {
	for i := from; i < to; i++ {
		c.covered[i] = true
	}
	c.add(Anchor{Kind: kind, Verdict: verdict, Span: c.q.span(from, to)})
	return &c.result.Anchors[len(c.result.Anchors)-1]
}

// at places an anchor at words of the text.
func (c *checker) at(a *Anchor, from, to int) {
	place := c.t.place(c.t.words.span(from, to))
	a.At = &place
}

func (c *checker) checkDates() {
	text := c.t.stated()
	if text.cut {
		c.result.CutShort = c.result.CutShort || len(c.dates) > 0
		return
	}
	covering := map[date]*date{} // a date that is stated many times is looked for once
	for _, d := range c.dates {
		if c.isCovered(d.from, d.to) {
			continue
		}
		of, known := covering[d.alone()]
		if !known {
			if !c.q.spend(costOfAnchor * len(text.dates)) {
				return
			}
			of = text.covering(&d)
			covering[d.alone()] = of
		}
		if of != nil {
			c.at(c.anchor(Date, d.from, d.to, BorneOut), of.from, of.to)
			continue
		}
		if text.isBeside(&d) || c.t.isPrinted(c.q, d.from, d.to) {
			c.anchor(Date, d.from, d.to, NotChecked).Verdict = BorneOut
			continue
		}
		if !text.speaksOf(&d) {
			for i := d.from; i < d.to; i++ {
				c.covered[i] = true
			}
			continue
		}
		a := c.anchor(Date, d.from, d.to, Absent)
		if of := text.instead(&d, c.passage); of != nil {
			c.at(a, of.from, of.to)
		}
	}
}

// alone is a date without its place.
func (d date) alone() date {
	d.from, d.to = 0, 0
	return d
}

// covering returns the date of the text that states what d does.
func (a *anchors) covering(d *date) *date {
	for i := range a.dates {
		if d.isCoveredBy(&a.dates[i], a.years) {
			return &a.dates[i]
		}
	}
	return nil
}

// isBeside reports whether the quarter and the year of d are in the text, though not beside
// each other, and the text does not have the quarter of another year instead.
func (a *anchors) isBeside(d *date) bool {
	if d.quarter == 0 || d.year == 0 || !a.years[d.year] {
		return false
	}
	named := false
	for i := range a.dates {
		if a.dates[i].quarter == d.quarter {
			if a.dates[i].year != 0 {
				return false
			}
			named = true
		}
	}
	return named
}

// speaksOf reports whether the text has dates of the kind of d at all, so that the absence
// of d says something.
func (a *anchors) speaksOf(d *date) bool {
	switch {
	case d.weekday != 0:
		return a.weekdays
	case d.quarter != 0 && d.year == 0:
		return a.quarters
	}
	return true
}

// instead returns the date of the same kind in the passage that has most in common with d.
func (a *anchors) instead(d *date, in passage) *date {
	var best *date
	most := -1
	near := a.datesWithin(in)
	for i := range near {
		of := &near[i]
		if (d.year != 0) != (of.year != 0) || (d.weekday != 0) != (of.weekday != 0) || (d.quarter != 0) != (of.quarter != 0) {
			continue
		}
		if shared := d.shared(of); shared > most {
			best, most = of, shared
		}
	}
	return best
}

// datesWithin returns the dates of a passage.
func (a *anchors) datesWithin(in passage) []date {
	before := func(d date, word int) int { return cmp.Compare(d.from, word) }
	first, _ := slices.BinarySearchFunc(a.dates, in.from, before)
	last, _ := slices.BinarySearchFunc(a.dates, in.to, before)
	return a.dates[first:max(first, last)]
}

// isPrinted reports whether words stand in the text just so.
func (t *Text) isPrinted(q *words, from, to int) bool {
	if to-from == 1 {
		return q.list[from].id != 0
	}
	return t.exact(q, from, to, 0) >= 0
}

func (c *checker) checkNumbers() {
	list := quantities(c.q, datedIn(c.dates))
	if c.t.stated().cut {
		c.result.CutShort = c.result.CutShort || len(list) > 0
		return
	}
	for _, n := range appendCombined(nil, c.q, list) {
		if !c.isCovered(n.from, n.to) {
			c.findNumber(&n)
		}
	}
	for i := range list {
		n := &list[i]
		if c.isCovered(n.from, n.to) || c.findNumber(n) {
			continue
		}
		if c.q.budget < 0 {
			return
		}
		c.judgeNumber(n)
	}
}

// findNumber adds a number as an anchor if the text has it.
func (c *checker) findNumber(n *quantity) bool {
	of := c.t.stated().stated.same(c.q, n, c.passage)
	if of == nil {
		return false
	}
	c.at(c.anchor(Number, n.from, n.to, BorneOut), of.from, of.to)
	return true
}

// judgeNumber adds a number that the text does not have as such.
func (c *checker) judgeNumber(n *quantity) {
	switch {
	case n.ordinary || n.written && !n.multiple && n.value < 1:
		return
	case n.isPlain() && c.t.hasDigits(c.q.word(n.from)) || c.isYearOfText(n):
		c.anchor(Number, n.from, n.to, BorneOut)
		return
	case c.isDerived(n):
		c.anchor(Number, n.from, n.to, Derived)
		return
	}
	instead := c.t.stated().insteadOf(n, c.passage)
	if n.multiple && (instead == nil || instead.unit.dimension != n.unit.dimension) {
		return
	}
	a := c.anchor(Number, n.from, n.to, Absent)
	a.Span = n.span(c.q)
	if instead != nil {
		at := c.t.place(instead.span(&c.t.words))
		a.At = &at
	}
}

// isPlain reports whether a number is its digits and nothing more.
func (n *quantity) isPlain() bool {
	return n.unit.dimension == "" && n.scale == 1 && n.sign != minus
}

// hasDigits reports whether the text has digits as a word, as in a name such as COVID-19, and
// not as a part of a longer number.
func (t *Text) hasDigits(digits []byte) bool {
	for j := range t.occurrences(t.lookUp(digits), passageOccurrences) {
		if !isDecimalGap(t.words.between(j)) && !isDecimalGap(t.words.between(j+1)) {
			return true
		}
	}
	return false
}

// isDecimalGap reports whether a gap may stand inside a number.
func isDecimalGap(gap string) bool { return gap == "." || gap == "," || gap == "·" || gap == ":" }

// isYearOfText reports whether a number is a year of the text, or the end of one.
func (c *checker) isYearOfText(n *quantity) bool {
	years := c.t.stated().years
	whole := int(n.value)
	return n.unit.dimension == "" && n.decimals == 0 && n.scale == 1 && (years[whole] || whole < 100 && (years[2000+whole] || years[1900+whole]))
}

// insteadOf returns the number of the same unit in the passage.
func (a *anchors) insteadOf(n *quantity, in passage) *quantity {
	var best *quantity
	for _, of := range a.within(in) {
		if !n.unit.agrees(of.unit) {
			continue
		}
		if best == nil || best.unit.dimension != n.unit.dimension && of.unit.dimension == n.unit.dimension {
			best = &of
		}
	}
	return best
}

// within returns the numbers of a passage.
func (a *anchors) within(in passage) []quantity {
	before := func(n quantity, word int) int { return cmp.Compare(n.from, word) }
	first, _ := slices.BinarySearchFunc(a.quantities, in.from, before)
	last, _ := slices.BinarySearchFunc(a.quantities, in.to, before)
	return a.quantities[first:max(first, last)]
}

// comparing are words by which a statement says that a number was worked out.
var comparing = setOf("difference differ differs differed gap increase increased increases rise rose risen decrease decreased drop dropped fall fell fallen decline declined more fewer less higher lower greater smaller larger quieter louder faster slower longer shorter older younger than total altogether combined together sum overall percent share times reduction reduced reduce growth grew improved improvement up down")

// isDerived reports whether a number is the difference, the sum, the ratio or the change
// in percent of two numbers of the passage, and the statement compares; or an age or a time
// between two years of the passage.
func (c *checker) isDerived(n *quantity) bool {
	if c.isBetweenYears(n) {
		return true
	}
	if !n.multiple && !c.compares(n) {
		return false
	}
	const most = 16
	near := c.t.stated().within(c.passage)
	near = near[:min(len(near), most)]
	for i := range near {
		for j := range i {
			if n.follows(&near[i], &near[j]) {
				return true
			}
		}
	}
	return false
}

// passing are words that say that a number counts the years between two.
var passing = setOf("age aged old later after lasted lasting years")

// isBetweenYears reports whether a number is what two years of the passage have between
// them, or one less, as an age may be.
func (c *checker) isBetweenYears(n *quantity) bool {
	years := n.unit == units["years"]
	if n.decimals != 0 || n.scale != 1 || !years && (n.unit.dimension != "" || !c.says(passing, n)) {
		return false
	}
	const most = 16
	near := c.t.stated().datesWithin(c.passage)
	near = near[:min(len(near), most)]
	for i := range near {
		for _, d := range near[:i] {
			if apart := math.Abs(float64(near[i].year - d.year)); near[i].year != 0 && d.year != 0 && (apart == n.value || apart == n.value+1) {
				return true
			}
		}
	}
	return false
}

// compares reports whether the words about a number say that it was worked out: "13 dB
// quieter", "a drop of 75 %", but not "a drop to 75 %".
func (c *checker) compares(n *quantity) bool {
	if n.from > 0 && string(c.q.word(n.from-1)) == "to" {
		return false
	}
	return c.says(comparing, n)
}

// says reports whether one of a list of words is beside a number.
func (c *checker) says(list map[string]bool, n *quantity) bool {
	for i := max(0, n.from-3); i < min(len(c.q.list), n.to+3); i++ {
		if list[string(c.q.word(i))] {
			return true
		}
	}
	return false
}

// follows reports whether a number is what two of one unit give.
func (n *quantity) follows(a, b *quantity) bool {
	if a.unit.dimension != b.unit.dimension {
		return false
	}
	const fewest = 10 // what is smaller follows from too many pairs of numbers
	if n.unit.dimension == "share" && n.value < fewest {
		return false
	}
	x, y := a.measured(), b.measured()
	if n.unit.dimension == a.unit.dimension {
		if n.unit.dimension == "" && n.value < fewest {
			return false
		}
		return n.roundsTo(max(x, y)-min(x, y)) || n.roundsTo(x+y)
	}
	switch n.unit.dimension {
	case "times":
		return n.roundsTo(x/y) || n.roundsTo(y/x)
	case "share":
		return n.roundsTo(100*(x-y)/y) || n.roundsTo(100*(y-x)/x) || n.roundsTo(100*(x-y)/x) || n.roundsTo(100*(y-x)/y) || n.roundsTo(100*x/y) || n.roundsTo(100*y/x)
	}
	return false
}

// roundsTo reports whether a value, rounded to the digits of the number, is the number.
func (n *quantity) roundsTo(value float64) bool {
	of := quantity{value: value, scale: 1, decimals: 12}
	plain := *n
	plain.hedged, plain.limit = false, unlimited
	return plain.matches(n.measured(), value, &of)
}
