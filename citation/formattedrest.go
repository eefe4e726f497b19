package citation

// readRest reads what follows the title of a formatted reference: the parts come
// in any order, each told by its own shape.
func (f *formatted) readRest(i int) {
	ref := &f.work.Reference
	for i < len(f.tokens) {
		if next, ok := f.readPart(i, ref); ok {
			i = next
			continue
		}
		i = f.readWords(i, ref)
	}
	f.settleKind()
}

// readPart reads a part that its shape tells: identifier, locator, date, "In",
// edition, editors.
func (f *formatted) readPart(i int, ref *Reference) (next int, ok bool) {
	if next, ok := f.readIdentifier(i, ref); ok {
		return next, true
	}
	t := f.at(i)
	switch {
	case t.is("arxiv") || t.is("biorxiv") || t.is("medrxiv") || t.is("preprint"):
		f.work.Preprint = true
		return i + 1, true
	case t.is("in") && (f.at(i-1).is(".") || f.at(i-1).is(",") || f.at(i-1).is("?") || f.at(i-1).kind == quoted):
		return f.readHolding(i+1, ref), true
	case f.isLastEdition(i):
		f.state(ref, fieldEdition, f.span(i, i+1))
		f.work.noun = "book"
		return i + 2, true
	case t.is("edited") && f.at(i+1).is("by"):
		if list, next, ok := f.namesAt(i + 2); ok {
			ref.stateNames(fieldEditors, list, f.span(i+2, next))
			return next, true
		}
	}
	if next, ok := f.readLocator(i, ref); ok {
		return next, true
	}
	if d, next, ok := f.dateAt(i); ok {
		f.stateDate(ref, d)
		return f.afterYear(next, ref), true
	}
	if t.kind == number && ref.Container != "" && ref.Volume == "" {
		return f.bareVolume(i, ref), true
	}
	if t.kind == mark || t.kind == number || t.kind == quoted {
		if t.kind == quoted && ref.Container == "" && ref.Title != "" {
			f.stateContainer(ref, f.span(i, i+1))
		}
		return i + 1, true
	}
	return i, false
}

// afterYear reads Vancouver's "2019;12(3):45-9".
func (f *formatted) afterYear(i int, ref *Reference) (next int) {
	if f.at(i).is(";") && f.at(i+1).kind == number && ref.Volume == "" {
		return f.bareVolume(i+1, ref)
	}
	return i
}

func (f *formatted) bareVolume(i int, ref *Reference) (next int) {
	if isYear(f.at(i)) && ref.Year == "" {
		return i + 1
	}
	f.state(ref, fieldVolume, f.span(i, i+1))
	return f.pagesBehindColon(f.numberInParens(i+1, ref), ref)
}

// readHolding reads what stands behind "In": editors, and the book or
// proceedings that hold the work.
func (f *formatted) readHolding(i int, ref *Reference) (next int) {
	if list, next, ok := f.namesAt(i); ok {
		if after := f.editorsMark(next); after > next {
			ref.stateNames(fieldEditors, list, f.span(i, next))
			i = after
		}
	}
	if f.at(i).kind == quoted {
		f.work.held = true
		f.stateContainer(ref, f.span(i, i+1))
		return i + 1
	}
	next = f.wordsEnd(i)
	if next > i {
		f.work.held = !isProceedings(f.slice(f.span(i, next)))
		f.stateContainer(ref, f.span(i, next))
	}
	return next
}

// editorsMark reads "(Eds.)," and ", editors," behind names.
func (f *formatted) editorsMark(i int) (next int) {
	next = i
	if f.at(next).is(",") || f.at(next).is("(") {
		next++
	}
	switch f.at(next).lower {
	case "ed", "eds", "editor", "editors":
	default:
		return i
	}
	for next++; f.at(next).is(".") || f.at(next).is(")") || f.at(next).is(","); next++ {
	}
	return next
}

// readWords reads a run of words: the container behind a title, a place with a
// publisher, a publisher.
func (f *formatted) readWords(i int, ref *Reference) (next int) {
	next = f.wordsEnd(i)
	if next == i {
		return i + 1
	}
	if place, ok := f.placeAt(i); ok && f.at(place).is(":") && f.at(place+1).capital && !f.looksLikeVenue(i, place) && ref.Publisher == "" {
		f.state(ref, fieldAddress, f.span(i, place))
		end := f.wordsEnd(place + 1)
		f.state(ref, fieldPublisher, f.span(place+1, end))
		return end
	}
	sp := f.span(i, next)
	switch {
	case ref.Container == "" && ref.Publisher == "" && f.holdsLocator(next) && !isPress(f.slice(sp)):
		f.stateContainer(ref, sp)
	case ref.Container == "" && ref.Publisher == "" && f.looksLikeVenue(i, next) && !isPress(f.slice(sp)):
		f.stateContainer(ref, sp)
	case ref.Publisher == "" && (isPress(f.slice(sp)) || !isPlace(f.sentence, i)) && (ref.Container == "" || f.at(i-1).is(".") || f.work.held && f.at(i-1).is(",")):
		f.state(ref, fieldPublisher, sp)
	case ref.Address == "" && (isPlace(f.sentence, i) || f.work.Pages != "" || f.work.Container != ""):
		if place, ok := f.placeAt(i); ok {
			f.state(ref, fieldAddress, f.span(i, place))
			return place
		}
	}
	return next
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
		return f.at(i+1).is(";") || isMonth(f.at(i+1)) // Vancouver
	}
	if isMonth(t) || f.at(i).is("(") && isYear(f.at(i+1)) {
		return true
	}
	return t.kind == number && !isYear(t)
}

// wordsEnd is where the run of words at i ends: before a locator, a number, a
// year, a parenthesis, or a full stop that is no abbreviation's.
func (f *formatted) wordsEnd(i int) (next int) {
	end := i
	for at := i; at < len(f.tokens); at++ {
		t := f.at(at)
		switch {
		case t.kind == word:
			if _, _, ok := f.locatorWord(at); ok || t.is("doi") || t.is("arxiv") && at > i {
				return end
			}
			if isMonth(t) && (isYear(f.at(at+1)) || isDay(f.at(at+1)) || f.at(at+1).is(".")) {
				return end
			}
			end = at + 1
		case t.kind == number:
			if !f.at(at+1).capital || isMonth(f.at(at+1)) {
				return end
			}
			end = at + 1
		case t.is("."):
			if after := f.at(at + 1); after.kind != word || !after.capital && !after.in(bodyLinks) || !f.isAbbreviation(at-1) {
				return end
			}
			end = at + 1
		case t.is(",") || t.is("&") || t.is(":") || t.is("/") || isHyphen1(t) || isDash(t) || isApostropheToken(t):
			if after := f.at(at + 1); t.is(",") && (!after.capital || f.isLastPart(i, at)) {
				return end
			}
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

// isLastPart tells whether the comma at i ends the name that begins at first: a
// place or a publisher goes on behind it, and not the name.
func (f *formatted) isLastPart(first, i int) bool {
	return isPlace(f.sentence, i+1) || f.isMeeting(first, i) && !f.closesNameList(i+1) || !f.closesNameList(i+1)
}

// isAbbreviation tells whether the word at i is cut short: it ends in a
// consonant, as "Proc", "Int", "Conf", "J".
func (f *formatted) isAbbreviation(i int) bool {
	text := f.at(i).lower
	if len(text) <= 3 {
		return true
	}
	switch text[len(text)-1] {
	case 'a', 'e', 'i', 'o', 'u', 'y', 's':
		return false
	}
	return len(text) <= 8 && !lexicon[text].has(wholeWords)
}

// settleKind tells a book from other works, for no noun does.
func (f *formatted) settleKind() {
	w := &f.work
	if w.Container == "" && w.Publisher != "" && w.noun == "" && !isBody(w.Publisher) {
		w.noun = "book"
	}
}
