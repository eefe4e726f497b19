package citation

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
	beside := f.at(i-1).is(",") || f.at(i-1).is(";")
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
			if !f.abbreviates(i, at) {
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
// name that begins at first goes on behind it, or another mark ends it.
func (f *formatted) abbreviates(first, i int) bool {
	after := f.at(i + 1)
	if _, acronym := f.acronymInParens(i + 1); acronym || after.is(",") {
		return true
	}
	goesOn := after.kind == word && (after.capital || after.in(bodyLinks)) || after.kind == number && ordinalOf(after.lower) > 0 && !f.isLastEdition(i+1)
	if !goesOn || visits(after) || f.opensImprint(i+1) {
		return false
	}
	return f.isAbbreviation(i-1) && !f.isSpelledOut(first, i) || f.isBetweenStops(i)
}

// isSpelledOut tells whether the words in tokens from first to next are whole ones:
// small words join them, which names that are cut short leave out.
func (f *formatted) isSpelledOut(first, next int) bool {
	for at := first; at < next; at++ {
		switch t := f.at(at); {
		case t.is("."):
			return false
		case t.in(bodyLinks) && !t.capital:
			return true
		}
	}
	return false
}

// isBetweenStops tells whether the full stop at i stands among others of words
// that are cut short: "Inf. Process. Syst.".
func (f *formatted) isBetweenStops(i int) bool {
	return f.at(i-2).is(".") && f.at(i+1).capital && f.at(i+2).is(".") && f.at(i+3).is(",")
}

// opensImprint tells whether a place stands at token i with a publisher behind a
// colon. The section of a journal is one letter: "J. Phys. A: Math. Gen."
func (f *formatted) opensImprint(i int) bool {
	colon, ok := f.placeEnd(i)
	return ok && f.at(colon).is(":") && len(f.at(i).text) > 1
}

// isLastPart tells whether the comma at i ends the name that begins at first: a
// place or a publisher goes on behind it, and not the name.
func (f *formatted) isLastPart(first, i int) bool {
	return isPlace(f.sentence, i+1) || f.isPressAt(first, i) || !f.closesNameList(i+1)
}

// isAbbreviation tells whether the word at i is cut short: it ends in a
// consonant, as "Proc", "Int", "Conf", "J", and is no word that names bodies.
func (f *formatted) isAbbreviation(i int) bool {
	t := f.at(i)
	switch {
	case t.kind != word:
		return false
	case len(t.text) <= 3, t.is("trans"), t.is("phys"):
		return true
	case len(t.text) > 8, t.in(wholeWords | bodyWords | publisherWords | periodicalHeads):
		return false
	}
	switch t.lower[len(t.lower)-1] {
	case 'a', 'e', 'i', 'o', 'u', 'y', 's':
		return false
	}
	return true
}
