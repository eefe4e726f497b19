package citation

import "strings"

// readBy reads who is named after "by": the authors, the publisher.
func (r *reader) readBy(i int) (next int) {
	from, before := i+1, r.at(i-1)
	switch {
	case !before.in(workNouns) && r.publishedBefore(i):
		return r.readPublishedBy(from)
	case r.isContainerNamed(i-1) && r.isPressAt(from):
		return r.readPublisher(from)
	}
	list, next, ok := r.namesAt(from)
	switch {
	case !ok:
		return i + 1
	case before.is("reviewed") && r.cur.Title != "":
		return r.skipVenue(next)
	case r.isDoneBySubject():
		return next
	case r.topic == theStory && r.cur.Title == "" && r.cur.Container != "":
		return next
	case r.topic == theWork, r.ofNoun(before, list), r.isTheirs(list, next), r.isReported(before):
		r.cur.guessed = !r.cur.hasAuthors() && !before.in(workNouns)
		r.takeNames(fieldAuthors, list, r.skipHonours(from), next)
		r.topic = theWork
	}
	return r.takeYearInParens(next)
}

// readPublishedBy reads who is named at i, after "published by": authors that
// nothing tells to be a publishing house, or the publisher.
func (r *reader) readPublishedBy(i int) (next int) {
	list, next, ok := r.namesAt(i)
	if !ok || !list.isPersonal() || list.isBare() || r.cur.hasAuthors() || r.subject.wrote() || r.isPublisher(i) || r.namesHouse(i, next) {
		return r.readPublisher(i)
	}
	r.takeNames(fieldAuthors, list, r.skipHonours(i), next)
	r.topic = theWork
	return r.takeYearInParens(next)
}

// isContainerNamed reports whether the last thing named, up to token i, is what
// holds the work.
func (r *reader) isContainerNamed(i int) bool {
	return r.cur.held || r.cur.Title != "" && r.cur.Container != "" && r.endsField(i, fieldContainer)
}

// isDoneBySubject reports whether people who begin the sentence made the work, so
// that "by" others is no more about it.
func (r *reader) isDoneBySubject() bool {
	return r.subject.role == author && r.deed != untold && r.subject.isPersonal()
}

// isReported reports whether "by" after a word tells who reported something in a
// work that is still to be named, or wrote one.
func (r *reader) isReported(before *token) bool {
	return before.in(reports) && (r.cur.Title == "" || before.in(authoringVerbs) || before.is("written"))
}

// ofMany reports whether the noun at i is for works that are counted together and
// not named: "52 articles published in the Journal of Carts".
func (r *reader) ofMany(i int) bool {
	t := r.at(i)
	if !t.in(workNouns) || !strings.HasSuffix(t.lower, "s") || t.is("analysis") || t.is("meta-analysis") || t.is("thesis") || r.cur.Title != "" || r.at(i-1).kind == mark {
		return false
	}
	for at := i - 1; at > i-5; at-- {
		if r.at(at).is("of") { // "a meta-analysis of studies published in": it was published there
			return !r.at(at - 1).in(workNouns)
		}
	}
	return true
}

// skipVenue skips where something else than the work at hand appeared: a review
// of it, the many works that it is about.
func (r *reader) skipVenue(i int) (next int) {
	r.topic = theStory
	if !r.venueFollows(i) {
		return i
	}
	if i++; r.at(i).is("the") {
		i++
	}
	if r.at(i).in(containerNouns) && !r.at(i).capital {
		i++
	}
	next, _ = r.properPhrase(i)
	return next
}

// ofNoun reports whether "by" several names, after a plain noun, can belong to a
// noun for a work before it: "a review of randomized trials by A, B, and C".
func (r *reader) ofNoun(before *token, list nameList) bool {
	return r.noun >= 0 && r.cur.Title == "" && before.kind == word && !before.capital && !strings.HasSuffix(before.lower, "ed") &&
		(len(list.names) > 1 || list.etAl) && list.isPersonal()
}

// isTheirs reports whether the words at i, after the people by whom something was
// found, name their work by its year: "in a 2018 study".
func (r *reader) isTheirs(list nameList, i int) bool {
	return r.at(i).is("in") && r.at(i+1).is("a") && isYear(r.at(i+2)) && r.at(i+3).in(workNouns) &&
		r.cur.isEmpty() && !r.cur.hasAuthors() && !r.subject.wrote() && list.isPersonal()
}

// readAccording reads "according to A": whoever else the sentence is about, A or
// the authors of what follows are the ones to be named.
func (r *reader) readAccording(i int) (next int) {
	if r.cur.Title == "" {
		r.subject.forget()
	}
	list, next, ok := r.namesAt(i + 2)
	if !ok || r.cur.hasAuthors() || r.cur.Title != "" {
		return i + 2
	}
	r.takeNames(fieldAuthors, list, r.skipHonours(i+2), next)
	r.topic = theWork
	return r.takeYearInParens(next)
}

// readEdited reads "edited by A", and "A edited".
func (r *reader) readEdited(i int) (next int) {
	r.topic = theWork
	if r.at(i + 1).is("by") {
		list, next, ok := r.namesAt(i + 2)
		if !ok {
			return i + 2
		}
		r.takeNames(fieldEditors, list, r.skipHonours(i+2), next)
		return next
	}
	if r.subject.wrote() && !r.cur.hasAuthors() && r.cur.Title == "" && r.at(i).is("edited") {
		r.cur.stateNames(fieldEditors, r.subject.nameList, r.subject.span)
		r.subject.spend()
	}
	return i + 1
}

// publishedBefore reports whether the "by" at i belongs to "published in
// Cambridge by".
func (r *reader) publishedBefore(i int) bool {
	for at := i - 1; at > 0 && at > i-8; at-- {
		switch r.at(at).lower {
		case "published", "released", "issued", "printed":
			return true
		}
		if t := r.at(at); t.kind == quoted || t.is("authored") || t.is("edited") || t.is("written") {
			return false
		}
	}
	return false
}

// isPublisher reports whether the name at token i is a publisher's.
func (r *reader) isPublisher(i int) bool {
	if r.at(i).is("the") {
		i++
	}
	if !r.at(i).capital {
		return false
	}
	return r.isPressAt(i) || r.cur.is(Book) || r.cur.is(PhDThesis) || r.cur.held
}

// namesHouse reports whether what brought a work out and looks like people, in
// tokens from to next, is a publishing house: the work has editors, its place
// follows, or the names are surnames joined as houses join them, "Thames & Hudson".
func (r *reader) namesHouse(from, next int) bool {
	if len(r.cur.Editors) > 0 || r.at(next).is("in") && isPlace(r.sentence, next+1) && !r.venueFollows(next) {
		return true
	}
	return next == from+3 && r.at(from+1).is("&")
}

// isPressAt reports whether the name at token i is that of a publishing house, by
// its words.
func (r *reader) isPressAt(i int) bool {
	next, ok := r.properPhrase(i)
	return ok && isPress(r.slice(r.span(i, next)))
}

// venueAt reports whether the name at token i is that of a journal or of proceedings.
func (r *reader) venueAt(i int) bool {
	next, ok := r.properPhrase(i)
	return ok && r.looksLikeVenue(i, next)
}

// readPublisher reads a publisher or the institution of a report.
func (r *reader) readPublisher(i int) (next int) {
	from := i
	from = r.skipThe(from)
	next, ok := r.bodiesAt(from)
	if !ok {
		return i
	}
	r.topic = theWork
	if r.cur.Container == "" && !r.isPressAt(from) && r.namesPeriodical(from, next) && !isBody(r.slice(r.span(from, next))) { // "published online by the Journal of Carts"
		r.takeContainer(from, next)
		return next
	}
	r.take(fieldPublisher, from, next)
	return r.readPlaceAfter(next)
}
