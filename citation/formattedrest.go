package citation

import "strings"

// partReader reads the part at token i, if it is of its kind, and returns the
// token behind it.
type partReader func(f *formatted, i int, ref *Reference) (next int, ok bool)

// formattedParts are the readers of parts that their shape tells, in the order in
// which they are tried.
var formattedParts = [...]partReader{
	(*formatted).readBrackets,
	(*formatted).readPreprint,
	(*formatted).readIdentifier,
	(*formatted).readGenre,
	(*formatted).skipVisit,
	(*formatted).readEdition,
	(*formatted).readEditors,
	(*formatted).readHolder,
	(*formatted).readPlaceInWork,
	(*formatted).readDate,
	(*formatted).skipMark,
}

// readRest reads what follows the title: the parts come in any order.
func (f *formatted) readRest(i int) {
	for ref := &f.work.Reference; i < len(f.tokens) && f.unread <= mostUnread; {
		i = f.readPart(i, ref)
	}
	f.settleKind()
}

// readPart reads the part at token i by its shape, or else by the role of its words.
func (f *formatted) readPart(i int, ref *Reference) (next int) {
	for _, read := range formattedParts {
		if next, ok := read(f, i, ref); ok {
			return next
		}
	}
	return f.readWords(i, ref)
}

// readBrackets reads what stands in brackets: "[Online]".
func (f *formatted) readBrackets(i int, ref *Reference) (next int, ok bool) {
	end := f.closingParen(i)
	if !f.at(i).is("[") || !f.at(end).is("]") {
		return i, false
	}
	f.readDescription(i, end, ref)
	return end + 1, true
}

// readHolder reads "In" or "presented at" with what holds the work.
func (f *formatted) readHolder(i int, ref *Reference) (next int, ok bool) {
	switch {
	case f.at(i).is("in") && !f.followsWord(i):
		return f.readHolding(i+1, ref), true
	case f.words(i, "presented", "at"):
		f.work.meeting = true
		return f.readHolding(i+2, ref), true
	case f.words(i, "paper", "presented", "at"):
		return f.readHolder(i+1, ref)
	}
	return i, false
}

// readDate reads a date and the locators that go on with it.
func (f *formatted) readDate(i int, ref *Reference) (next int, ok bool) {
	d, next, ok := f.dateAt(i)
	if !ok {
		return i, false
	}
	next = f.lastDay(next, &d)
	f.stateDate(ref, d)
	return f.afterYear(next, ref), true
}

// skipMark skips what is neither a name nor the beginning of one, as "9th Congress"
// is; a title in quotation marks behind that of the work is its container's.
func (f *formatted) skipMark(i int, ref *Reference) (next int, ok bool) {
	t := f.at(i)
	switch {
	case t.kind == number && ordinalOf(t.lower) > 0 && f.at(i+1).capital:
		return i, false
	case t.kind == quoted:
		f.stateContainer(ref, f.span(i, i+1))
	case t.kind != mark && t.kind != number:
		return i, false
	}
	return i + 1, true
}

// followsWord tells whether token i goes on with the words before it.
func (f *formatted) followsWord(i int) bool {
	before := f.at(i - 1)
	return before.kind == word || before.kind == number
}

// readPreprint reads the name of a preprint server, perhaps with the ID there.
func (f *formatted) readPreprint(i int, ref *Reference) (next int, ok bool) {
	if !f.namesServer(i) {
		return i, false
	}
	if f.at(i).is("corr") {
		f.work.Preprint = true
		if id := i + 4; f.words(i+1, ",", "abs", "/") && isNewArXiv(f.at(id).text) { // "CoRR, abs/2301.01234"
			f.state(ref, fieldArXiv, f.span(id, id+1))
			return id + 1, true
		}
		return i + 1, true
	}
	next, ok = f.readArXiv(i, ref)
	f.work.Preprint = f.work.Preprint || !ok || f.at(i+1).is("preprint")
	if !ok {
		next = i + 1
	}
	return next, true
}

// namesServer tells whether a preprint server is named at token i.
func (f *formatted) namesServer(i int) bool {
	t := f.at(i)
	return t.is("arxiv") || t.in(preprintWords) || t.is("corr") && !f.followsWord(i)
}

// skipVisit skips when a work was put or looked up online: "Epub 2019 Mar 8",
// "Accessed June 4, 2021", "[cited 2021 Jun 4]"; and the word before the day on
// which it was published.
func (f *formatted) skipVisit(i int, _ *Reference) (next int, ok bool) {
	switch t := f.at(i); {
	case t.is("published"):
		return i + 1, true
	case t.is("pmcid"):
		return f.skipColon(i+1) + 1, true
	case !visits(t):
		return i, false
	}
	f.online = f.online || !f.at(i).is("epub")
	next = f.skipColon(i + 1)
	if f.at(next).is("on") {
		next++
	}
	if _, after, ok := f.dateAt(next); ok {
		next = after
	}
	for f.at(next).kind == number || isDash(f.at(next)) || f.at(next).is(",") || f.at(next).is("from") {
		next++
	}
	return next, true
}

func visits(t *token) bool {
	switch t.lower {
	case "epub", "accessed", "retrieved", "cited", "viewed":
		return true
	}
	return false
}

// readEditors reads "edited by N. Falk and E. Holm", "ed. N. Falk" and "N. Falk and
// E. Holm, Eds.".
func (f *formatted) readEditors(i int, ref *Reference) (next int, ok bool) {
	if from := i + 2; f.words(i, "edited", "by") || f.words(i, "ed", ".") || f.words(i, "eds", ".") {
		list, next := f.closedNames(from)
		if len(list.names) == 0 {
			return from, true
		}
		ref.stateNames(fieldEditors, list, f.span(from, next))
		return next, true
	}
	if f.at(i+1).is("by") && strings.HasSuffix(f.at(i).lower, "ed") { // "Translated by N. Falk"
		_, next := f.closedNames(i + 2)
		return next, true
	}
	list, next, ok := f.peopleAt(i)
	if !ok || list.names[0] == (Name{Family: list.names[0].Family}) { // "Rope and Sail, ed. B. Silva"
		return i, false
	}
	after := f.editorsMark(next)
	if after == next {
		return i, false
	}
	ref.stateNames(fieldEditors, list, f.span(i, next))
	return after, true
}

// readHolding reads what stands behind "In": editors, and the book or
// proceedings that hold the work.
func (f *formatted) readHolding(i int, ref *Reference) (next int) {
	if f.at(i).is(":") {
		i++
	}
	if f.at(i).is("the") && !f.at(i).capital {
		i++
	}
	if after, ok := f.readEditors(i, ref); ok {
		i = after
	}
	if f.at(i).kind == quoted {
		f.work.held = true
		f.stateContainer(ref, f.span(i, i+1))
		return i + 1
	}
	next = f.wordsEnd(i)
	if next > i {
		f.work.meeting = f.work.meeting || f.dotted(i, next) // "Adv. Neural Inf. Process. Syst."
		f.work.held = !f.work.meeting && !isProceedings(f.slice(f.span(i, next)))
		f.stateContainer(ref, f.span(i, next))
	}
	return next
}

func (f *formatted) isLastEdition(i int) bool { return f.editionEnd(i) > i }

// editionEnd is the token behind the edition at i: "2nd ed", "Rev. ed", "Second
// edition"; i itself if there is none.
func (f *formatted) editionEnd(i int) (next int) {
	next = i + 1
	switch t := f.at(i); t.lower {
	case "rev", "revised", "updated", "expanded", "enlarged", "new":
	default:
		if ordinalOf(t.lower) == 0 {
			return i
		}
	}
	if f.at(next).is(".") {
		next++
	}
	if f.at(next).is("ed") || f.at(next).is("edition") || f.at(next).is("edn") {
		return next + 1
	}
	return i
}

// readEdition reads the edition at token i.
func (f *formatted) readEdition(i int, ref *Reference) (next int, ok bool) {
	next = f.editionEnd(i)
	if next == i {
		return i, false
	}
	f.state(ref, fieldEdition, f.span(i, i+1))
	f.work.noun = "book"
	return next, true
}

// readPlaceInWork reads locators, with labels or without.
func (f *formatted) readPlaceInWork(i int, ref *Reference) (next int, ok bool) {
	t := f.at(i)
	if t.is("art") && f.at(i+1).is(".") {
		if _, at, ok := f.locatorWord(i + 2); ok { // "Art. no. 104233"
			return f.labelled(fieldEID, at, ref)
		}
	}
	if (t.is("ch") || t.is("chap") || t.is("sec")) && f.at(i+1).is(".") && f.at(i+2).kind == number {
		return i + 3, true
	}
	if t.kind == number && f.countsParts(i+1) {
		return i + 2, true
	}
	if t.kind == number && ref.Container != "" && ref.Volume == "" && f.isVolumeAndIssue(t) {
		return f.volumeAndIssue(i, ref), true
	}
	if isYear(t) && ref.Year == "" && ref.Publisher != "" {
		return i, false
	}
	if next, ok := f.readLocator(i, ref); ok {
		return f.behindLocator(i, next, ref), true
	}
	if !hasDigit(t.text) || t.kind != number && t.kind != word || isYear(t) && ref.Year == "" || ordinalOf(t.lower) > 0 {
		return i, false
	}
	switch {
	case t.kind == number && ref.Container != "" && ref.Volume == "" && ref.Pages == "" && !isYear(t) && !isMonth(f.at(i+1)):
		return f.bareVolume(i, ref), true
	case ref.Pages == "" && (f.at(i-1).is(":") && ref.Volume != "" || f.at(i-1).is(",") && f.at(i-2).is(")") && ref.Publisher != ""):
		return f.pages(i, ref, false)
	}
	return i, false
}

// behindLocator reads what goes on with the locator in tokens from i to next:
// "volume 97 of Proceedings of Machine Learning Research", "(Volume 1: Long
// Papers)".
func (f *formatted) behindLocator(i, next int, ref *Reference) int {
	switch t := f.at(next); {
	case (t.is("of") || t.is("in")) && f.at(next+1).capital:
		end := f.wordsEnd(next + 1)
		f.state(ref, fieldSeries, f.span(next+1, end))
		return end
	case t.is(":") && f.at(i-1).is("("):
		return max(next, min(f.closingParen(i-1), len(f.tokens)))
	}
	return next
}

// countsParts tells whether the word at token i says what was counted: "2 vols.",
// "210 p.".
func (f *formatted) countsParts(i int) bool {
	switch t := f.at(i); t.lower {
	case "vol", "vols", "p", "pp", "pages":
		return f.at(i+1).is(".") && !f.isLocatorValue(i+2)
	}
	return false
}

// isVolumeAndIssue tells whether a number is a volume and an issue as MLA wrote
// them: "7.2".
func (f *formatted) isVolumeAndIssue(t *token) bool {
	stops := 0
	for _, r := range t.text {
		if r == '.' {
			stops++
		} else if r < '0' || '9' < r {
			return false
		}
	}
	return stops == 1
}

func (f *formatted) volumeAndIssue(i int, ref *Reference) (next int) {
	t := f.at(i)
	stop := t.start
	for f.text[stop] != '.' {
		stop++
	}
	f.state(ref, fieldVolume, Span{t.start, stop})
	f.state(ref, fieldNumber, Span{stop + 1, t.end})
	return i + 1
}

// afterYear reads Vancouver's "2019;12(3):45-9", and AMA's "2019:45-9" of a book.
func (f *formatted) afterYear(i int, ref *Reference) (next int) {
	if f.at(i).is(";") && f.at(i+1).kind == number && ref.Volume == "" {
		return f.bareVolume(i+1, ref)
	}
	if ref.Pages == "" {
		return f.pagesAfterColon(i, ref)
	}
	return i
}

func (f *formatted) bareVolume(i int, ref *Reference) (next int) {
	if isYear(f.at(i)) && ref.Year == "" {
		return i + 1
	}
	f.state(ref, fieldVolume, f.span(i, i+1))
	return f.pagesAfterColon(f.issueInParens(i+1, ref), ref)
}

// issueInParens reads "(2)" and "(Suppl 2)".
func (f *formatted) issueInParens(i int, ref *Reference) (next int) {
	for at := i + 1; f.at(i).is("(") && at < i+3; at++ {
		if end := f.closingParen(i); f.at(at).is("suppl") && end < i+6 {
			f.state(ref, fieldNumber, f.span(i+1, end))
			return end + 1
		}
	}
	return f.numberInParens(i, ref)
}

// volumeAt reads ", vol. 7" at token i; value is the token of the number.
func (f *formatted) volumeAt(i int) (value int, ok bool) {
	label, value, ok := f.locatorWord(i + 1)
	return value, f.at(i).is(",") && ok && label == fieldVolume
}
