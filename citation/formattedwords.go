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
	housed := ref.Publisher != "" || ref.Institution != ""
	switch {
	case f.labelsLink(next), !f.opensName(i):
		return ""
	case f.isThesis() && !housed:
		return fieldInstitution
	case ref.Container == "" && !housed && f.isContainer(i, next):
		return fieldContainer
	case ref.Container != "" && ref.Series == "" && f.isSeries(next, ref):
		return fieldSeries
	case !housed && f.isPublisher(i, next, ref):
		return fieldPublisher
	case ref.Address == "" && f.isAddress(i, housed):
		return fieldAddress
	}
	return ""
}

// opensName tells whether a name can begin at token i.
func (f *formatted) opensName(i int) bool {
	t := f.at(i)
	return t.capital || t.kind == number || t.in(lowerNames)
}

// isContainer tells whether the words behind the title are what holds the work:
// locators follow, the name says so, or the title stands in quotation marks.
func (f *formatted) isContainer(i, next int) bool {
	switch {
	case f.isPressAt(i, next):
		society := isBodyAcronym(f.at(i)) && next > i+1 // "IEEE Trans. Quiet Carts"
		return (society || f.quoted) && f.holdsLocator(next)
	case f.work.meeting, f.holdsLocator(next), f.isNewspaper(next):
		return true
	case f.quoted && !f.isBodyAt(i, next) && nounType(f.work.noun) == "":
		return true
	}
	return f.looksLikeVenue(i, next) && !f.isPersonAt(i, next)
}

// isSeries tells whether the volume behind token next is the first one that is
// told: "ICCV 2019. LNCS, vol. 11111".
func (f *formatted) isSeries(next int, ref *Reference) bool {
	_, ok := f.volumeAt(next)
	return ok && ref.Volume == ""
}

// isPublisher tells whether the words in tokens from i to next brought out the
// work, or what holds it. Articles seldom name who did.
func (f *formatted) isPublisher(i, next int, ref *Reference) bool {
	switch {
	case ref.Container == "", f.isPressAt(i, next):
		return true
	case f.isBodyAt(i, next) && !f.isArticle():
		return true
	}
	return !f.knownPlace(i) && (f.isHeld() || f.isOfMeeting() && !f.goesOn(i))
}

// isAddress tells whether the place at token i is that of the publisher or of the
// meeting.
func (f *formatted) isAddress(i int, housed bool) bool {
	_, ok := f.placeEnd(i)
	return ok && f.goesOn(i) && (housed || f.isOfMeeting() || f.knownPlace(i))
}

// goesOn tells whether what stands at token i goes on with what stands before it.
func (f *formatted) goesOn(i int) bool { return f.at(i-1).is(",") || f.at(i-1).is(";") }

// isArticle tells whether the work has a place in a journal.
func (f *formatted) isArticle() bool {
	w := &f.work
	return w.Container != "" && (w.Volume != "" || w.Pages != "") && !f.isHeld() && !f.isOfMeeting()
}

// isOfMeeting tells whether the container is the proceedings of a meeting.
func (f *formatted) isOfMeeting() bool {
	return f.work.Container != "" && (f.work.meeting || isProceedings(f.work.Container))
}

// isHeld tells whether the container is a book.
func (f *formatted) isHeld() bool { return f.work.held || len(f.work.Editors) > 0 }

func (f *formatted) isThesis() bool { return nounType(f.work.noun) == PhDThesis }

// isPersonAt tells whether tokens from i to next are a person by whom a press is
// named, "J. Johnson", and no journal.
func (f *formatted) isPersonAt(i, next int) bool {
	_, after, ok := f.personAt(i)
	return ok && f.isInitial(i) && after == next
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
