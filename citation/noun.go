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
	r.readYearBefore(i)
	r.readHolder(i)
	if r.at(i).in(bookNouns) {
		return r.readBareBook(i)
	}
	return i + 1
}

// readYearBefore reads the date among the few words before the noun at i that are
// part of what it names: "his widely cited 1986 article".
func (r *reader) readYearBefore(i int) {
	for at := i - 1; at >= 0 && at > i-7; at-- {
		if r.cur.Year == "" && isYear(r.at(at)) && !r.at(at-1).is("in") && !r.at(at+1).is(",") {
			r.takeDate(r.dateEnding(at + 1))
			return
		}
		if r.endsDescription(at) {
			return
		}
	}
}

// endsDescription reports whether what comes before token i is no more about the
// noun after it: "the 2018 prize for best paper".
func (r *reader) endsDescription(i int) bool {
	t := r.at(i)
	if t.is(",") {
		return r.at(i + 1).capital
	}
	return t.kind == mark && !isHyphen1(t) || t.is("in") || t.is("for")
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

// readBareBook reads the title of a book without quotation marks after the noun
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
	case r.cur.Title == "" && (before.in(possessives) || before.is("the") || before.is("s") || isYear(before)):
		r.take(fieldTitle, from, next)
		return next
	case r.cur.Title != "" && r.cur.Container == "" && (before.is("the") && r.at(i-2).is("in") || r.isContribution(i)):
		r.cur.held = true
		r.takeContainer(from, next)
		return next
	}
	return i + 1
}

// readHolder reads the name of a journal or a body before the noun at i: "the
// Atlantic Council report", "the BBC News article". If no title follows, this must
// be a journal in the opening of a sentence: "In their 2013 PNAS paper, …".
func (r *reader) readHolder(i int) {
	titled, ok := r.isHeldNoun(i)
	if !ok {
		return
	}
	from, next := r.nameBefore(i)
	if from >= next || from == 0 && r.subject.wrote() {
		return
	}
	if f, ok := r.holderField(i, from, next, titled); ok {
		r.take(f, from, next)
	}
}

// isHeldNoun reports whether what holds the work can be named before the noun at i,
// and whether its title follows.
func (r *reader) isHeldNoun(i int) (titled, ok bool) {
	after := i + 1
	if r.at(after).is("by") {
		if _, next, ok := r.namesAt(after + 1); ok {
			after = next
		}
	}
	if r.titleFollows(after) {
		return true, true
	}
	return false, r.at(0).is("in") && r.at(after).is(",") && r.at(i).in(articleNouns|plainNouns)
}

// nameBefore finds the name before the noun at i, perhaps with a word such as
// "news" after it.
func (r *reader) nameBefore(i int) (from, next int) {
	next = i
	if r.describesNoun(i - 1) {
		next--
	}
	if next < i && r.describesNoun(i-2) {
		next--
	}
	for from = next; from > 0 && (r.at(from-1).capital || from < next && nameLinks.has(r.at(from-1))); from-- {
	}
	for from > 1 && r.at(from-1).is(".") && r.isInitial(from-2) {
		from -= 2
	}
	for from < next && r.at(from).in(functionWords) && !(r.at(from).is("the") && from > 0 && !r.at(from-1).is(".")) {
		from++
	}
	return from, next
}

// nameLinks join the words of the name of what holds a work.
var nameLinks = words("of", "and", "&", "for")

// describesNoun reports whether the word at i is part of what a noun after it is
// called: the "news" of "Nature news feature".
func (r *reader) describesNoun(i int) bool {
	t := r.at(i)
	return i >= 0 && t.kind == word && !t.capital && !t.in(neutral)
}

// holderField is what the name in tokens from to next, before the noun at i, is to
// the work.
func (r *reader) holderField(i, from, next int, titled bool) (f field, ok bool) {
	switch noun := r.at(i); {
	case noun.in(reportNouns):
		return fieldInstitution, true
	case noun.in(bookNouns):
		return fieldPublisher, isPress(r.slice(r.span(from, next)))
	case !titled:
		return fieldContainer, r.namesPeriodical(from, next)
	case noun.in(articleNouns):
		return fieldContainer, true
	case noun.in(plainNouns):
		return fieldContainer, r.namesPeriodical(from, next) || r.isKnown(from, next)
	}
	return "", false
}

// titleFollows reports whether a title is at token i, perhaps after "titled".
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

// readEdition reads "5th edition", "Second Edition", "2018 edition of the book 'T'".
func (r *reader) readEdition(i int) (next int) {
	ofBook := r.isOfBook(i + 1)
	if ofBook {
		r.cur.noun = "book"
	}
	switch before := r.at(i - 1); {
	case isYear(before):
		if ofBook {
			r.take(fieldYear, i-1, i)
		}
	case before.kind == number, ordinals[before.lower] > 0:
		if ofBook || r.topic == theWork || r.cur.Title != "" {
			r.take(fieldEdition, i-1, i)
		}
	}
	return i + 1
}

// isOfBook reports whether "of" and the title of a book follow at i.
func (r *reader) isOfBook(i int) bool {
	title := i + 1
	if r.at(title).is("the") && r.at(title+1).in(bookNouns) {
		title += 2
	}
	return r.at(i).is("of") && r.at(title).kind == quoted
}
