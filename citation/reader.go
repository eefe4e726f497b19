package citation

import "strings"

// reader walks over a sentence from left to right, once. Cues ("published in",
// "edited by", a noun such as "chapter") say what the names, phrases and numbers
// beside them are.
type reader struct {
	*sentence
	works       []Reference
	cur         draft
	noun        int     // the last noun for a work, -1 for none
	subject     subject // who begins the sentence
	deed        deed    // what was done
	topic       topic   // what the words are about
	openingDate date    // "In March 2012, …"
}

// readWorks finds the works of the sentence.
func readWorks(s *sentence) []Reference {
	r := &reader{sentence: s, noun: -1, works: []Reference{}}
	i := r.readOpening()
	if !r.subject.isNamed() && !r.mayName() {
		return r.works
	}
	for i < len(s.tokens) {
		i = r.step(i)
	}
	r.finish()
	return r.works
}

// mayName tells whether the sentence can name a work though it begins with nobody
// who wrote one: it has a quotation, or a word that brings authors.
func (r *reader) mayName() bool {
	for i := range r.tokens {
		switch t := r.at(i); {
		case t.kind == quoted, t.kind == word && (t.lower == "by" || t.lower == "according"), t.kind == mark && isApostropheToken(t):
			return true
		case i == 0 && (t.lower == "in" || t.lower == "writing"):
			return true
		case t.lower == "in" && i > 1 && r.at(i-1).in(reportingVerbs):
			return true
		case t.is("("):
			if _, ok := venueCitationAt(r.sentence, i+1); ok {
				return true
			}
		}
	}
	return false
}

// step reads what stands at token i and returns the token after it.
func (r *reader) step(i int) (next int) {
	t := r.at(i)
	switch {
	case t.kind == quoted:
		return r.readQuoted(i)
	case t.is("(") || t.is("["):
		return r.readParens(i)
	case t.kind == word && !t.in(cues):
		return r.readPlain(i)
	}
	if next, ok := r.readIdentifier(i, &r.cur.Reference); ok {
		return next
	}
	if r.topic == theWork && isYear(t) && t.start == r.cur.Spans[string(fieldContainer)][1]+1 {
		r.take(fieldYear, i, i+1) // "ICML 2019"
		return i + 1
	}
	if r.topic == theWork {
		if next, ok := r.readLocator(i, &r.cur.Reference); ok {
			return next
		}
	}
	if t.is(",") {
		if next, ok := r.readApposition(i); ok {
			return next
		}
		if r.topic == theWork && r.cur.Container != "" && r.cur.Publisher == "" && r.at(i+1).capital && r.isPressAt(i+1) && !r.venueAt(i+1) {
			return r.readPublisher(i + 1)
		}
		if next := r.readPlaceOfMeeting(i); next > i {
			return next
		}
		return r.readLateSubject(i)
	}
	if t.kind == mark {
		if t.is(";") && r.at(i+1).kind != number || t.is(".") && r.at(i+1).capital {
			r.topic = theStory
		}
		return i + 1
	}
	if t.in(preprintWords) {
		r.cur.Preprint = r.cur.Preprint || r.cur.Title != "" || r.subject.wrote() || r.titleFollows(i+1)
	}
	return r.readCue(i)
}

// readPlaceOfMeeting reads the place behind the comma at i, where a meeting was held.
func (r *reader) readPlaceOfMeeting(i int) (next int) {
	if r.topic == theStory || !r.at(i+1).capital || !r.endsField(i-1, fieldContainer) || !r.cur.meeting && !r.isMeetingName(r.cur.Container) {
		return i
	}
	return r.readPlaceBehind(i)
}

// readCue reads the cue at token i with what it governs.
func (r *reader) readCue(i int) (next int) {
	t := r.at(i)
	switch {
	case t.is("edited") || t.is("eds") || t.is("editors"):
		return r.readEdited(i)
	case t.is("appeared") || t.is("appears") || t.is("appearing") || t.is("featured") || t.is("reprinted") || t.is("printed") && r.venueFollows(i+1) || t.is("ran") && r.at(i+1).is("in"):
		r.topic, r.deed = theWork, max(r.deed, made)
		return i + 1
	case t.is("published") && r.ofMany(i-1):
		return r.skipVenue(i + 1)
	case t.is("reviewed") && r.cur.Title != "" && r.venueFollows(i+1):
		return r.skipVenue(i + 1)
	case t.in(authoringVerbs) && t.kind == word:
		r.topic, r.deed = theWork, made
		if t.is("contributed") || t.is("contributes") {
			r.deed = contributed
		}
		r.cur.issued = r.cur.issued || t.in(issuingVerbs)
		return i + 1
	case t.is("came") && r.at(i+1).is("out"):
		r.topic = theWork
		return i + 2
	case t.in(makingVerbs) && r.at(i+1).is("by") && r.cur.Title != "" && r.topic == theWork:
		r.topic, r.deed = theWork, max(r.deed, made)
		return i + 1
	case t.is("held") && r.isMeetingName(r.cur.Container), t.in(thesisVerbs) && r.cur.is(PhDThesis), t.is("presented") || t.is("given"):
		r.topic = theWork
		return i + 1
	case t.is("accepted") && r.venueFollows(i+1):
		return r.readAccepted(i + 1)
	case t.is("by"):
		return r.readBy(i)
	case r.isJudging() && (t.is("in") || t.is("at") || t.is("on")):
		r.leave()
		return i + 1
	case t.is("in"):
		return r.readIn(i)
	case t.is("at"):
		return r.readAt(i)
	case t.is("from") && r.noun == i-1 && r.cur.Title != "" && r.topic == theWork && r.cur.Year == "" && !r.isCiting(i-1): // "is a preprint from 2014"
		if d, next, ok := r.dateAt(i + 1); ok && !r.at(next).is("to") && !r.at(next).capital {
			r.takeDate(d)
			return next
		}
		return i + 1
	case t.is("on") || t.is("since"):
		if d, next, ok := r.dateAt(i + 1); ok && (r.topic == theWork || r.cur.Title != "" && d.day != (Span{}) && r.at(next+1).kind == noToken) {
			r.takeDate(d)
			return next
		}
		return i + 1
	case t.is("for") || t.is("through") || t.is("with") || t.is("to"):
		return r.readFor(i)
	case t.is("according") && r.at(i+1).is("to"):
		return r.readAccording(i)
	case t.is("of") && r.at(i-1).in(partNouns) && r.at(i-2).kind == quoted:
		return r.readWhole(i)
	case t.is("part") && r.at(i+1).is("of"):
		return r.readSeries(i)
	case t.is("same") && r.at(i+1).in(containerNouns):
		return r.readSame(i)
	case t.is("series") && r.isInSeries():
		return r.readSeriesName(i + 1)
	case t.in(containerNouns):
		return r.readContainerNoun(i)
	case t.in(workNouns):
		return r.readNoun(i)
	case t.is("edition"):
		return r.readEdition(i)
	}
	if d, next, ok := r.dateAt(i); ok && r.topic == theWork && r.at(i-1).is(",") {
		r.takeDate(d)
		return next
	}
	return r.readPlain(i)
}

// readPlain reads the word at token i, which is no cue or none here.
func (r *reader) readPlain(i int) (next int) {
	if next, ok := r.readOwner(i); ok {
		return next
	}
	if t := r.at(i); t.kind == word && !t.in(neutral) && !r.bringsLocator(i) && !r.namesMeetingBefore(i) {
		r.leave()
	}
	return i + 1
}

// bringsLocator tells whether the word at i says that the work takes up the pages
// or the volume behind it: "spanning pages".
func (r *reader) bringsLocator(i int) bool {
	_, _, ok := r.locatorWord(i + 1)
	return ok && strings.HasSuffix(r.at(i).lower, "ing")
}

// namesMeetingBefore tells whether the noun at i says what the container right
// before it is: "the ACL conference".
func (r *reader) namesMeetingBefore(i int) bool {
	return r.isMeeting(i, i+1) && r.endsField(i-1, fieldContainer)
}

// skipThe skips the article at i, if there is one.
func (r *reader) skipThe(i int) (next int) {
	if r.at(i).is("the") {
		return i + 1
	}
	return i
}

// isJudging reports whether the sentence tells what somebody did with the work of
// another: then the work did not appear where and when that was done.
func (r *reader) isJudging() bool { return r.subject.role == judge && r.deed == untold }

// leave notes that the sentence goes on with its story. Authors met in passing,
// as those whom something was reported by, are forgotten with that.
func (r *reader) leave() {
	r.topic = theStory
	if w := &r.cur; w.guessed && w.Title == "" && w.Container == "" {
		w.Authors, w.EtAl, w.guessed = nil, false, false
		w.drop(fieldAuthors)
	}
}
