package citation

import "strings"

// readRest reads what follows the title of a formatted reference: the parts come
// in any order, each told by its own shape.
func (f *formatted) readRest(i int) {
	ref := &f.work.Reference
	for i < len(f.tokens) && f.unread <= mostUnread {
		if next, ok := f.readPart(i, ref); ok {
			i = next
			continue
		}
		i = f.readWords(i, ref)
	}
	f.settleKind()
}

// readPart reads a part that its shape tells.
func (f *formatted) readPart(i int, ref *Reference) (next int, ok bool) {
	t := f.at(i)
	if t.is("[") {
		if end := f.closingParen(i); f.at(end).is("]") {
			f.readDescription(i, end)
			return end + 1, true
		}
	}
	if next, ok := f.readPreprint(i, ref); ok {
		return next, true
	}
	if next, ok := f.readIdentifier(i, ref); ok {
		return next, true
	}
	if next, ok := f.readGenre(i); ok {
		return next, true
	}
	if next, ok := f.skipVisit(i); ok {
		return next, true
	}
	if next, ok := f.readEdition(i); ok {
		return next, true
	}
	if !f.followsWord(i) {
		if next, ok := f.readEditors(i, ref); ok {
			return next, true
		}
	}
	switch {
	case t.is("in") && !f.followsWord(i):
		return f.readHolding(i+1, ref), true
	case f.words(i, "presented", "at"):
		f.work.meeting = true
		return f.readHolding(i+2, ref), true
	}
	if next, ok := f.readPlaceInWork(i, ref); ok {
		return next, true
	}
	if d, next, ok := f.dateAt(i); ok {
		next = f.lastDay(next, &d)
		f.stateDate(ref, d)
		return f.afterYear(next, ref), true
	}
	switch {
	case t.kind == number && ordinalOf(t.lower) > 0 && f.at(i+1).capital: // "9th Congress"
		return i, false
	case t.kind == quoted && ref.Container == "":
		f.stateContainer(ref, f.span(i, i+1))
		return i + 1, true
	case t.kind == mark, t.kind == number, t.kind == quoted:
		return i + 1, true
	}
	return i, false
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
func (f *formatted) skipVisit(i int) (next int, ok bool) {
	switch f.at(i).lower {
	case "published":
		return i + 1, true
	case "pmcid":
		return f.skipColon(i+1) + 1, true
	case "epub", "accessed", "retrieved", "cited", "viewed":
	default:
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

// closedNames reads names of which the last stands behind "and": what follows
// behind a comma is a publisher and no other editor.
func (f *formatted) closedNames(i int) (list nameList, next int) {
	n, end, ok := f.personAt(i)
	if !ok {
		return nameList{}, i
	}
	names := []Name{n}
	list, next = nameList{names: names}, end
	for {
		if after, ok := f.etAl(end); ok {
			return nameList{names, true}, after
		}
		at, ok := f.separator(end)
		if !ok {
			return list, next
		}
		last := f.at(at-1).is("and") || f.at(at-1).is("&")
		if n, end, ok = f.personAt(at); !ok {
			return list, next
		}
		if names = append(names, n); last {
			return nameList{names: names}, end
		}
	}
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
		return f.pagesBehindColon(i, ref)
	}
	return i
}

func (f *formatted) bareVolume(i int, ref *Reference) (next int) {
	if isYear(f.at(i)) && ref.Year == "" {
		return i + 1
	}
	f.state(ref, fieldVolume, f.span(i, i+1))
	return f.pagesBehindColon(f.issueInParens(i+1, ref), ref)
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
		f.work.held = !f.work.meeting && !isProceedings(f.slice(f.span(i, next)))
		f.stateContainer(ref, f.span(i, next))
	}
	return next
}

// readWords reads a run of words by the role that they have: the container behind
// a title, a place with a publisher, a publisher, a place.
func (f *formatted) readWords(i int, ref *Reference) (next int) {
	if next, ok := f.readImprint(i, ref); ok {
		return next
	}
	next = f.wordsEnd(i)
	if next == i {
		return i + 1
	}
	sp := f.span(i, next)
	switch f.roleOf(i, next, ref) {
	case fieldContainer:
		f.stateContainer(ref, sp)
	case fieldPublisher:
		f.state(ref, fieldPublisher, sp)
	case fieldSeries:
		f.state(ref, fieldSeries, sp)
	case fieldInstitution:
		next = f.bodiesEnd(next)
		f.state(ref, fieldInstitution, f.span(i, next))
	case fieldAddress:
		next, _ = f.placeEnd(i)
		f.state(ref, fieldAddress, f.span(i, next))
	default:
		if !f.labelsLink(next) {
			f.unread += next - i
		}
	}
	return next
}

// labelsLink tells whether a link follows the words before token i right away:
// "Available from: https://…".
func (f *formatted) labelsLink(i int) bool {
	return f.at(i).kind == link || f.at(i).is(":") && f.at(i+1).kind == link
}

// roleOf tells what the words in tokens from i to next are.
func (f *formatted) roleOf(i, next int, ref *Reference) field {
	press, body := f.isPressAt(i, next), f.isBodyAt(i, next)
	housed := ref.Publisher != "" || ref.Institution != ""
	_, isPlace := f.placeEnd(i)
	article := ref.Container != "" && (ref.Volume != "" || ref.Pages != "") && !f.isHeld()
	_, inSeries := f.volumeAt(next)
	proceedings := ref.Container != "" && (f.work.meeting || isProceedings(ref.Container))
	beside := f.at(i-1).is(",") || f.at(i-1).is(";") || f.at(i-1).is("(")
	switch {
	case f.labelsLink(next):
		return ""
	case f.isThesis():
		if !housed {
			return fieldInstitution
		}
	case ref.Container == "" && !housed && f.isContainer(i, next, press, body):
		return fieldContainer
	case ref.Container != "" && ref.Series == "" && ref.Volume == "" && inSeries:
		return fieldSeries
	case !housed && (press || body && (proceedings || !article)), !housed && ref.Container == "":
		return fieldPublisher
	case !housed && !f.knownPlace(i) && (f.isHeld() || proceedings && !beside):
		return fieldPublisher
	}
	if ref.Address == "" && isPlace && beside && (housed || proceedings || f.knownPlace(i)) {
		return fieldAddress
	}
	return ""
}

// volumeAt reads ", vol. 7" at token i; value is the token of the number.
func (f *formatted) volumeAt(i int) (value int, ok bool) {
	label, value, ok := f.locatorWord(i + 1)
	return value, f.at(i).is(",") && ok && label == fieldVolume
}

// isContainer tells whether the words behind the title are what holds the work:
// locators follow, the name says so, or the title stands in quotation marks.
func (f *formatted) isContainer(i, next int, press, body bool) bool {
	if press {
		society := isBodyAcronym(f.at(i)) && next > i+1 // "IEEE Trans. Quiet Carts"
		return (society || f.quoted) && f.holdsLocator(next)
	}
	return f.work.meeting || f.holdsLocator(next) || f.looksLikeVenue(i, next) || f.isNewspaper(next) || f.quoted && !body && nounType(f.work.noun) == ""
}

// isNewspaper tells whether the words before token i end as the name of a
// newspaper does.
func (f *formatted) isNewspaper(i int) bool {
	last := f.at(i - 1)
	return last.capital && last.in(periodicalHeads)
}

// isPressAt tells whether the words in tokens from i to next name a publishing
// house; MLA cuts "University Press" short.
func (f *formatted) isPressAt(i, next int) bool {
	return f.at(next-1).text == "UP" || isPress(f.slice(f.span(i, next)))
}

// isHeld tells whether the container is a book.
func (f *formatted) isHeld() bool { return f.work.held || len(f.work.Editors) > 0 }

func (f *formatted) isThesis() bool { return nounType(f.work.noun) == PhDThesis }

// knownPlace tells whether a city or a country of the table stands at token i.
func (f *formatted) knownPlace(i int) bool { return isPlace(f.sentence, i) }

// isBodyAt tells whether the words in tokens from i to next name a body; IEEE cuts
// them short.
func (f *formatted) isBodyAt(i, next int) bool {
	for at := i; at < next; at++ {
		switch t := f.at(at); {
		case t.in(bodyWords), t.is("univ"), t.is("dept"), t.is("inst"):
			return true
		}
	}
	return false
}

// bodiesEnd is where the name ends that goes on with the bodies behind commas:
// "Dept. Mech. Eng., Univ. Leeds".
func (f *formatted) bodiesEnd(i int) (next int) {
	for next = i; f.at(next).is(","); {
		end := f.wordsEnd(next + 1)
		if !f.isBodyAt(next+1, end) {
			break
		}
		next = end
	}
	return next
}

// readImprint reads a place with a publisher: "Leeds, U.K.: Northgate Press".
func (f *formatted) readImprint(i int, ref *Reference) (next int, ok bool) {
	colon, ok := f.placeEnd(i)
	if !ok || !f.at(colon).is(":") || !f.at(colon+1).capital || ref.Publisher != "" || f.looksLikeVenue(i, colon) {
		return i, false
	}
	f.state(ref, fieldAddress, f.span(i, colon))
	next = f.wordsEnd(colon + 1)
	f.state(ref, fieldPublisher, f.span(colon+1, next))
	return next, true
}

// placeEnd reads a place at token i, perhaps with its state and its country: "New
// Haven (CT)", "Seattle, WA, USA".
func (f *formatted) placeEnd(i int) (next int, ok bool) {
	next, ok = f.placeName(i)
	if inside, state := f.placeName(next + 1); ok && state && f.at(next).is("(") && f.at(inside).is(")") {
		return inside + 1, true
	}
	for parts := 1; ok && (f.at(next).is(",") || f.at(next).is("and") || f.at(next).is("&")); parts++ {
		end, more := f.placeName(next + 1)
		if !more || parts > 1 && !f.knownPlace(next+1) || f.at(next+1).in(venueHeads) {
			break
		}
		next = end
	}
	return next, ok
}

// holdsLocator tells whether locators follow at token i, as they do behind a
// journal.
func (f *formatted) holdsLocator(i int) bool {
	for f.at(i).is(",") || f.at(i).is(".") {
		i++
	}
	if _, _, ok := f.locatorWord(i); ok {
		return true
	}
	t := f.at(i)
	if isYear(t) {
		return f.at(i+1).is(";") && f.at(i+2).kind == number || isMonth(f.at(i+1)) // Vancouver
	}
	if isMonth(t) || f.at(i).is("(") && isYear(f.at(i+1)) {
		return true
	}
	return t.kind == number && !isYear(t) && !f.isLastEdition(i)
}

// wordsEnd is where the run of words at i ends: before a locator, a number, a
// year, a parenthesis, a comma that no list needs, or a full stop that is no
// abbreviation's.
func (f *formatted) wordsEnd(i int) (next int) {
	end := i
	for at := i; at < min(len(f.tokens), i+longestPhrase); at++ {
		t, after := f.at(at), f.at(at+1)
		switch {
		case t.kind == word:
			if _, _, ok := f.locatorWord(at); ok || t.is("doi") || at > i && (t.is("arxiv") || t.is("pmid") || t.is("isbn")) {
				return end
			}
			if isMonth(t) && (isYear(after) || isDay(after) || after.is(".")) {
				return end
			}
			end = at + 1
		case t.kind == number:
			if (!after.capital || isMonth(after)) && !f.isYearOfMeeting(at) {
				return end
			}
			end = at + 1
		case t.is("."):
			if !f.abbreviates(at) {
				return end
			}
			end = at + 1
		case t.is(","):
			if !after.capital || f.isLastPart(i, at) {
				return end
			}
		case t.is("&") || t.is(":") || t.is("/") || isHyphen1(t) || isDash(t) || isApostropheToken(t):
		case t.is("("):
			after, ok := f.acronymInParens(at)
			if !ok {
				return end
			}
			at, end = after-1, after
		default:
			return end
		}
	}
	return end
}

// isYearOfMeeting tells whether token i is the year in the name of a meeting:
// "EMNLP 2021".
func (f *formatted) isYearOfMeeting(i int) bool {
	return isYear(f.at(i)) && isBodyAcronym(f.at(i-1)) && (f.at(i+1).is(",") || f.at(i+1).is("."))
}

// abbreviates tells whether the full stop at i belongs to the word before it: the
// name goes on behind it, or another mark ends it.
func (f *formatted) abbreviates(i int) bool {
	after := f.at(i + 1)
	if _, acronym := f.acronymInParens(i + 1); acronym || after.is(",") {
		return true
	}
	goesOn := after.kind == word && (after.capital || after.in(bodyLinks)) || after.kind == number && ordinalOf(after.lower) > 0 && !f.isLastEdition(i+1)
	return goesOn && f.isAbbreviation(i-1)
}

// isLastPart tells whether the comma at i ends the name that begins at first: a
// place or a publisher goes on behind it, and not the name.
func (f *formatted) isLastPart(first, i int) bool {
	return isPlace(f.sentence, i+1) || f.isPressAt(first, i) || !f.closesNameList(i+1)
}

// isAbbreviation tells whether the word at i is cut short: it ends in a
// consonant, as "Proc", "Int", "Conf", "J".
func (f *formatted) isAbbreviation(i int) bool {
	text := f.at(i).lower
	if f.at(i).kind != word {
		return false
	}
	if len(text) <= 3 || text == "trans" || text == "phys" {
		return true
	}
	switch text[len(text)-1] {
	case 'a', 'e', 'i', 'o', 'u', 'y', 's':
		return false
	}
	return len(text) <= 8 && !lexicon[text].has(wholeWords)
}
