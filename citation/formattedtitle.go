package citation

// readTitle reads the title at token i: quoted, or the words up to the full stop
// that ends them, less what is said of the work in parentheses behind it.
func (f *formatted) readTitle(i int, dated bool) (next int, ok bool) {
	for f.at(i).is(".") || f.at(i).is(",") || f.at(i).is(":") {
		i++
	}
	if f.at(i).kind == quoted {
		f.quoted = true
		f.state(&f.work.Reference, fieldTitle, f.span(i, i+1))
		return i + 1, true
	}
	if t := f.at(i); !t.capital && t.kind != number && !t.is("¿") && !t.is("¡") || t.in(functionWords) && !dated && f.at(i+1).is("of") {
		return i, false
	}
	end := f.titleEnd(i, dated)
	if end <= i+1 && f.at(end).kind == noToken || end == len(f.tokens) {
		return i, false
	}
	stop := f.readDescriptions(i, end)
	if f.at(end).is("?") || f.at(end).is("!") {
		stop++
		end++
	}
	f.state(&f.work.Reference, fieldTitle, f.span(i, stop))
	return end, true
}

// titleEnd is the token that ends the title which begins at i.
func (f *formatted) titleEnd(i int, dated bool) int {
	for at := i; at < len(f.tokens); at++ {
		t, after := f.at(at), f.at(at+1)
		switch {
		case t.is("."):
			if f.stopsTitle(i, at) {
				return at
			}
		case t.is("?") || t.is("!"):
			if after.is("in") && after.capital || f.opensRest(at+1) {
				return at
			}
		case t.is(","):
			if value, ok := f.volumeAt(at); f.isLastEdition(at+1) || ok && f.at(value+1).is(".") { // IEEE, ACL: Title, 2nd ed.
				return at
			}
			if _, next, ok := f.dateAt(at + 1); ok && !dated && f.at(next).is(".") { // NeurIPS: Title, May 2020.
				return at
			}
		case t.is("("):
			if f.isImprint(at) { // a note of Chicago's: Title (City: Publisher, 2011)
				return at
			}
			if end := f.closingParen(at); f.at(end).is(")") {
				at = end
			}
		}
	}
	return len(f.tokens)
}

// stopsTitle tells whether the full stop at i ends the title that begins at
// first: a capital, a number, a bracket or a link follows, and the stop belongs
// to no abbreviation.
func (f *formatted) stopsTitle(first, i int) bool {
	before, t, after := f.at(i-1), f.at(i), f.at(i+1)
	switch {
	case after.kind == noToken:
		return true
	case after.start == t.end, !after.capital && after.kind != number && after.kind != link && !after.is("[") && !after.in(lowerNames):
		return false
	case before.in(honours) || before.is("st") || before.is("vs"):
		return false
	case len(before.text) == 1 && before.capital && before.end == t.start: // "C. Elegans", "U.S. South"
		abbreviates := i < first+2 || f.at(i-2).is(".") && f.at(i-2).end == before.start
		return !abbreviates || f.opensRest(i+1) && !f.endsInStop(i+1)
	}
	return true
}

// opensRest tells whether a venue or a publisher stands at token i, by its name
// or by the locators behind it.
func (f *formatted) opensRest(i int) bool {
	if f.namesServer(i) {
		return true
	}
	if !f.at(i).capital && !f.at(i).in(lowerNames) {
		return false
	}
	next := f.wordsEnd(i)
	if next == i { // "Vol. 3"
		return false
	}
	newspaper := f.isNewspaper(next) && (f.at(next+1).kind == link || f.at(next).is(","))
	return newspaper || f.holdsLocator(next) || f.looksLikeVenue(i, next) || f.isPressAt(i, next)
}

// endsInStop tells whether a full stop ends the words at token i.
func (f *formatted) endsInStop(i int) bool {
	for f.at(i).kind == word {
		i++
	}
	return f.at(i).is(".")
}

// isImprint tells whether the parentheses at token i hold an imprint: "(Leeds:
// Northgate Press, 2011)".
func (f *formatted) isImprint(i int) bool {
	colon, ok := f.placeEnd(i + 1)
	if !ok || !f.at(colon).is(":") {
		return false
	}
	for at := colon + 2; at < colon+longestPhrase; at++ {
		if f.at(at).is(")") {
			return isYear(f.at(at - 1))
		}
	}
	return false
}

// readDescriptions reads what stands in parentheses and brackets right before
// token end, as "(2nd ed.)" and "[Preprint]", and returns where the title that
// begins at first ends.
func (f *formatted) readDescriptions(first, end int) (stop int) {
	for stop = end; ; {
		open, ok := f.openingBracket(first, stop-1)
		if !ok || !f.readDescription(open, stop-1, &f.work.Reference) {
			return stop
		}
		stop = open
	}
}

// openingBracket is where the parenthesis or bracket that token i closes opens.
func (f *formatted) openingBracket(first, i int) (open int, ok bool) {
	opening := ""
	switch f.at(i).text {
	case ")":
		opening = "("
	case "]":
		opening = "["
	}
	for open = i - 1; opening != "" && open > first; open-- {
		if f.at(open).is(opening) {
			return open, true
		}
	}
	return i, false
}

// readDescription reads what the parentheses or brackets from open to end say of
// the work: "(2nd ed., Vol. 3)", "[Doctoral dissertation, University of Leeds]".
// Parentheses may belong to the title; brackets at its end do not.
func (f *formatted) readDescription(open, end int, ref *Reference) (ok bool) {
	for i := open + 1; i < end; {
		next, ok := f.describes(i, end, ref)
		if !ok && f.at(open).is("(") {
			return false
		}
		i = max(next, i+1)
	}
	return true
}

// descriptionParts are the readers of what parentheses behind a title may hold
// as well as the text behind it.
var descriptionParts = [...]partReader{
	(*formatted).skipVisit,
	(*formatted).readEdition,
	(*formatted).readGenre,
}

// describes reads one part of a description.
func (f *formatted) describes(i, end int, ref *Reference) (next int, ok bool) {
	switch {
	case f.at(i).is(",") || f.at(i).is("."):
		return i + 1, true
	case f.at(i).is("internet") || f.at(i).is("online"):
		f.online = true
		return i + 1, true
	case f.at(i).in(preprintWords):
		f.work.Preprint = true
		return i + 1, true
	case f.words(i, "paper", "presentation"), f.words(i, "conference", "presentation"), f.words(i, "conference", "session"), f.words(i, "poster", "presentation"):
		f.work.meeting = true
		return i + 2, true
	}
	for _, read := range descriptionParts {
		if next, ok := read(f, i, ref); ok {
			return next, true
		}
	}
	if next := f.wordsEnd(i); f.isThesis() && i < next && next <= end && f.isBodyAt(i, next) {
		next = f.bodiesEnd(next)
		f.state(ref, fieldInstitution, f.span(i, next))
		return next, true
	}
	if next, ok := f.skipTranslator(i); ok {
		return next, true
	}
	if next, ok := f.readNumbered(i, end, ref); ok {
		return next, true
	}
	if next, ok := f.readLocator(i, ref); ok && next <= end {
		return next, true
	}
	return i, false
}

// skipTranslator skips "N. Falk, Trans.".
func (f *formatted) skipTranslator(i int) (next int, ok bool) {
	_, next, ok = f.peopleAt(i)
	if !ok || !f.words(next, ",", "trans") {
		return i, false
	}
	return next + 2, true
}

// readNumbered reads the number that a body gave to what it brought out: "NIH
// Publication No. 19-101".
func (f *formatted) readNumbered(i, end int, ref *Reference) (next int, ok bool) {
	for next = i; f.at(next).kind == word && !f.at(next).is("no"); next++ {
	}
	if next == i || !f.words(next, "no", ".") || f.unspaced(next+2) != end {
		return i, false
	}
	f.state(ref, fieldNumber, f.span(next+2, end))
	f.work.noun = "report"
	return end, true
}
