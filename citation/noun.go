package citation

// readNoun reads a noun for a work, with the year and the venue before it: "the
// 2025 Nature news feature", "his 1986 article".
func (r *reader) readNoun(i int) (next int) {
	r.noun = i
	if r.cur.isEmpty() || r.cur.noun == "" && r.topic == theWork && !r.titleFollows(i+1) {
		r.cur.noun = r.at(i).lower
	}
	r.topic = theWork
	if r.at(i).in(thesisNouns) {
		r.readDegree(i)
	}
	for at := i - 1; at >= 0 && at > i-7; at-- {
		t := r.at(at)
		if isYear(t) && !r.at(at-1).is("in") && !r.at(at+1).is(",") && r.cur.Year == "" {
			r.takeDate(r.dateEnding(at + 1))
			break
		}
		if t.kind == mark && !isHyphen1(t) && !(t.is(",") && !r.at(at+1).capital) || t.is("in") || t.is("for") { // "the 2018 prize for best paper"
			break
		}
	}
	r.readHolder(i)
	if r.at(i).in(bookNouns) {
		return r.readBareBook(i)
	}
	return i + 1
}

// readDegree reads the degree before the thesis at i.
func (r *reader) readDegree(i int) {
	for at := i - 1; at > i-5; at-- {
		switch r.at(at).lower {
		case "master", "masters", "msc", "ma", "bachelor", "undergraduate", "mphil", "honours":
			r.cur.master = true
		}
	}
}

// readBareBook reads the title of a book without quotation marks behind the noun
// at i: "in his book, The Organon of Medicine", "in the book The Analytical
// Chemistry".
func (r *reader) readBareBook(i int) (next int) {
	from := i + 1
	if r.at(from).is(",") {
		from++
	}
	next, ok := r.properPhrase(from)
	if !ok || next < from+3 {
		return i + 1
	}
	switch before := r.at(i - 1); {
	case r.cur.Title != "" && r.cur.Container == "" && (before.is("the") && r.at(i-2).is("in") || r.isContribution(i)):
		r.cur.held = true
		r.takeContainer(from, next)
	case r.cur.Title == "" && (before.in(possessives) || before.is("the") || before.is("s") || isYear(before)):
		r.take(fieldTitle, from, next)
	default:
		return i + 1
	}
	return next
}

// readHolder reads the name of a journal or a body before the noun at i: "the
// Atlantic Council report", "the BBC News article". Without a title behind it this
// has to be a journal in the opening of a sentence: "In their 2013 PNAS paper, …".
func (r *reader) readHolder(i int) {
	after := i + 1
	if r.at(after).is("by") {
		if _, next, ok := r.namesAt(after + 1); ok {
			after = next
		}
	}
	untitled := !r.titleFollows(after)
	if untitled && (!r.at(after).is(",") || !r.at(0).is("in") || !r.at(i).in(articleNouns|plainNouns)) {
		return
	}
	last := i
	for last > 0 && r.at(last-1).kind == word && !r.at(last-1).capital && !r.at(last-1).in(neutral) && last > i-2 {
		last--
	}
	from := last
	for from > 0 && (r.at(from-1).capital || from < last && (r.at(from-1).is("of") || r.at(from-1).is("and") || r.at(from-1).is("&") || r.at(from-1).is("for"))) {
		from--
	}
	for from > 1 && r.at(from-1).is(".") && r.isInitial(from-2) {
		from -= 2
	}
	for from < last && r.at(from).in(functionWords) && !(r.at(from).is("the") && from > 0 && !r.at(from-1).is(".")) {
		from++
	}
	if from >= last || from == 0 && r.subject.wrote() {
		return
	}
	f := fieldContainer
	switch noun := r.at(i); {
	case noun.in(reportNouns):
		f = fieldInstitution
	case noun.in(bookNouns):
		if f = fieldPublisher; !isPress(r.slice(r.span(from, last))) {
			return
		}
	case untitled && !r.namesPeriodical(from, last):
		return
	case !noun.in(articleNouns) && !(noun.in(plainNouns) && (r.namesPeriodical(from, last) || r.isKnown(from, last))):
		return
	}
	r.take(f, from, last)
}

// titleFollows tells whether a title stands at token i, perhaps behind "titled".
func (r *reader) titleFollows(i int) bool {
	if r.at(i).is("(") {
		i = r.closingParen(i) + 1
	}
	for n := 0; n < 3; n++ {
		if r.at(i+n).kind == quoted {
			return true
		}
		if !r.at(i+n).in(titleCues) && !r.at(i+n).is(",") && !r.at(i+n).is(":") {
			return false
		}
	}
	return false
}

// readEdition reads "5th edition", "Second Edition".
func (r *reader) readEdition(i int) (next int) {
	title := i + 2
	if r.at(title).is("the") && r.at(title+1).in(bookNouns) {
		title += 2
	}
	ofBook := r.at(i+1).is("of") && r.at(title).kind == quoted
	if ofBook {
		r.cur.noun = "book"
	}
	if isYear(r.at(i-1)) && ofBook {
		r.take(fieldYear, i-1, i)
	}
	if t := r.at(i - 1); (t.kind == number && !isYear(t) || ordinals[t.lower] > 0) && (r.topic == theWork || ofBook || r.cur.Title != "") {
		r.take(fieldEdition, i-1, i)
	}
	return i + 1
}
