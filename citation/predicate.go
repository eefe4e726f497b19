package citation

import "strings"

// goesOnAbout reports whether the words at i, after a quotation that opens the
// sentence, go on about a work.
func (r *reader) goesOnAbout(i int) bool {
	if r.at(i).is("(") {
		after := r.closingParen(i) + 1
		if r.datesOrIdentifies(i) {
			article := r.at(after + 1)
			return !(r.at(after).is("is") && (article.is("a") || article.is("an")) && r.at(after+2).in(notWorkNouns)) // "'Lulz' (2009) is a term"
		}
		i = after
	}
	if r.at(i).is(",") {
		i++
	}
	return r.saysPublished(i) || r.appearedSomewhere(i) || r.saysKind(i) || r.at(i).in(workNouns) && !(r.at(i).in(notWorkNouns) && r.isShort(i-1))
}

// datesOrIdentifies reports whether the parentheses at i hold what only a work
// has: an identifier, a year, several authors.
func (r *reader) datesOrIdentifies(i int) bool {
	if list, _, ok := r.namesAt(i + 1); ok && (list.etAl || len(list.names) > 1) {
		return true
	}
	var scratch Reference
	for at, end := i+1, r.closingParen(i); at < end; at++ {
		if _, ok := r.readIdentifier(at, &scratch); ok || isYearOfMention(r.at(at)) {
			return true
		}
	}
	return false
}

// saysPublished reports whether the words at i say that something was written,
// published or presented, or by whom.
func (r *reader) saysPublished(i int) bool {
	if r.at(i).is("which") || r.at(i).is("that") {
		i++
	}
	for r.at(i).in(neutralAuxiliaries) {
		i++
	}
	switch t := r.at(i); {
	case t.is("published"), t.is("edited"), t.is("authored"), t.is("written"), t.is("co-authored"), t.is("coauthored"):
		return true
	case r.at(i+1).is("by") && t.in(makingVerbs):
		return true
	case t.is("by"):
		_, _, ok := r.namesAt(r.skipDescription(i + 1))
		return ok
	case t.is("cited"):
		return r.at(i + 1).is("in")
	case t.is("reviewed"):
		return r.at(i + 1).is("by")
	case t.is("appeared"), t.is("appears"), t.is("printed"), t.is("reprinted"), t.is("presented"), t.is("accepted"):
		return r.venueFollows(i + 1)
	}
	return false
}

// appearedSomewhere reports whether the words at i, after a title of several
// words, say in what it appeared, and when: "appeared in Cart Affairs in 2014".
func (r *reader) appearedSomewhere(i int) bool {
	if !r.at(i).is("appeared") || !r.at(i+1).is("in") || strings.Count(r.at(i-1).text, " ") < 2 {
		return false
	}
	next, ok := r.properPhrase(i + 2)
	return ok && !isPlace(r.sentence, i+2) && (r.at(next).is("in") && isYear(r.at(next+1)) || r.at(next).is(",") && isYear(r.at(next+1)))
}

// venueFollows reports whether "in" or "at" at i introduces a journal or a meeting.
func (r *reader) venueFollows(i int) bool {
	if t := r.at(i); !t.is("in") && !t.is("at") && !(r.at(i-1).is("accepted") && (t.is("to") || t.is("by") || t.is("for"))) {
		return false
	}
	from := r.skipThe(i + 1)
	if r.at(from).in(containerNouns) {
		return true
	}
	next, ok := r.properPhrase(from)
	return ok && (r.looksLikeVenue(from, next) || r.namesPeriodical(from, next))
}

// saysKind reports whether the words at i call something by a noun for a work: "is
// a widely cited 2019 paper".
func (r *reader) saysKind(i int) bool {
	if t := r.at(i); t.is("is") || t.is("was") {
		i++
	}
	if t := r.at(i); !t.is("a") && !t.is("an") && !t.is("the") {
		return false
	}
	for i++; r.at(i).kind == word || isYear(r.at(i)) || isHyphen1(r.at(i)); i++ {
		t := r.at(i)
		if t.in(workNouns) {
			return !r.at(i - 1).is("data")
		}
		if t.in(functionWords) {
			return false
		}
	}
	return false
}

// readAuthoringVerb notes that whoever the sentence is about made the work, or
// brought it out.
func (r *reader) readAuthoringVerb(i int) (next int) {
	t := r.at(i)
	r.deed = made
	if t.is("contributed") || t.is("contributes") {
		r.deed = contributed
	}
	r.cur.issued = r.cur.issued || t.in(issuingVerbs)
	return i + 1
}

// readCameOut skips "came out".
func (r *reader) readCameOut(i int) (next int) {
	r.topic = theWork
	return i + 2
}

// isMadeBy reports whether the participle at i says, with "by", who made the work.
func (r *reader) isMadeBy(i int) bool {
	return r.at(i+1).is("by") && r.cur.Title != "" && r.topic == theWork
}

func (r *reader) isThesis() bool { return r.cur.is(PhDThesis) }

// titleInVenue reports whether the work has a title and the word at i introduces a
// venue.
func (r *reader) titleInVenue(i int) bool { return r.cur.Title != "" && r.venueFollows(i) }
