package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// readQuoted decides what the quotation at token i is.
func (r *reader) readQuoted(i int) (next int) {
	switch r.roleOf(i) {
	case fieldTitle:
		switch {
		case r.cur.Title == "":
		case r.contains(i):
			r.cur.noun = "chapter"
			r.cur.move(fieldTitle, fieldContainer)
		default:
			r.startWork()
		}
		r.take(fieldTitle, i, i+1)
		r.topic = theWork
		if r.isLocated(i) {
			r.readNamesBefore(i)
		}
	case fieldContainer:
		if r.cur.Container == "" {
			r.cur.held = r.noun == i-1 || r.noun == i-2 && r.at(i-1).in(titleCues) || !r.looksLikeVenue(i, i+1) && !r.at(i-1).in(containerNouns)
			r.takeContainer(i, i+1)
		}
		r.topic = theWork
	}
	return i + 1
}

// contains tells whether the title at i is that of a chapter which the book
// before it is said to contain.
func (r *reader) contains(i int) bool {
	if r.noun < 1 || r.at(r.noun).lower != "chapter" || !r.cur.is(Book) || r.cur.Container != "" {
		return false
	}
	for at := r.noun - 1; at > r.noun-4; at-- {
		switch r.at(at).lower {
		case "contains", "includes", "features", "containing", "including":
			return true
		}
	}
	return false
}

// roleOf tells whether the quotation at i is a title, a container or, empty,
// neither.
func (r *reader) roleOf(i int) field {
	before := r.at(i - 1)
	if before.is(":") && (r.at(i-2).in(authoringVerbs) || r.quotesSpeech(i-1)) {
		return ""
	}
	if before.is(",") || before.is(":") {
		before = r.at(i - 2)
	}
	if before.is(")") {
		before = r.at(r.openingParen(i-1) - 1)
	}
	citing := r.cur.Title != ""
	switch {
	case citing && r.isJudging(): // "discussed the paper 'T' in her book 'Y'"
		r.leave()
		return ""
	case r.isLocated(i) && !citing:
		return fieldTitle
	case before.in(containerNouns):
		return fieldContainer
	case before.in(titleCues):
		calls := before.is("called") || before.is("named")
		if r.namesNoWork(i) || calls && !r.at(i-2).in(workNouns) && !(r.subject.wrote() && r.noun >= 0 && r.at(i-2).is("was")) {
			return ""
		}
		return fieldTitle
	case before.is("the") && r.at(i-2).is("in") && r.isPhrase(i):
		return ""
	case before.is("in") && r.at(i-2).in(partNouns) && !citing: // "a chapter in"
		r.cur.held = true
		return fieldContainer
	case before.is("in") || before.is("the") && r.at(i-2).is("in") || before.is("to") && citing:
		if citing || r.looksLikeVenue(i, i+1) && (r.subject.wrote() || r.cur.hasAuthors()) {
			return fieldContainer
		}
		return fieldTitle
	case before.in(notWorkNouns):
		if before.in(workNouns) && (r.saysPublished(i+1) || !r.isShort(i)) {
			return fieldTitle
		}
		return ""
	case before.in(workNouns):
		if before.in(bookNouns) && r.cur.Container == "" && (citing && isHeld(r.cur.noun) || r.isContribution(i-1)) {
			return fieldContainer
		}
		if citing && r.noun == i-1 && r.isCiting(i-1) {
			return ""
		}
		if r.isDraft(i-1) || r.isForeword(i-1) {
			r.subject.forget()
		}
		return fieldTitle
	case (before.is("to") || before.is("of") || before.is("for")) && r.at(i-2).in(forewordNouns):
		r.subject.forget()
		return fieldTitle
	case before.in(authoringVerbs), r.at(i-2).kind == word && r.at(i-2).in(authoringVerbs) && (before.is("the") || before.is("a") || before.is("its") || before.in(possessives)):
		return fieldTitle
	case before.is("to") && r.at(i-2).is("according"), before.is("as") && r.at(i-2).is("published") && !citing,
		before.is("title") && r.at(i-2).is("the") && r.at(i-3).is("under") && !citing:
		return fieldTitle
	case before.is("translated") && !citing:
		r.subject.forget()
		return fieldTitle
	case r.at(i-1).is(",") && !citing && r.topic == theWork && (r.endsField(i-2, fieldAuthors) || r.endsField(i-2, fieldInstitution) || r.noun >= 0 && r.endsField(i-2, fieldContainer)): // "a report by A, 'T',"
		return fieldTitle
	case before.is("of") && r.at(i-2).kind == number && r.at(i-3).in(partNouns): // "chapter 4 of"
		r.cur.noun = "book"
		return fieldTitle
	case before.is("of"):
		if r.at(i - 2).in(ofTitles) {
			return fieldTitle
		}
		return ""
	case before.is("and") && citing && (r.at(i-2).kind == quoted || r.at(i-2).is(")") && r.at(r.openingParen(i-2)-1).kind == quoted || r.subject.wrote() && r.deed != untold && r.topic == theWork):
		return fieldTitle
	case before.is("s") && isApostropheToken(r.at(i-2)) && r.subject.wrote():
		return fieldTitle
	case r.at(i-1).is(",") && r.at(i+1).is(",") && r.subject.wrote() && !citing && r.saysPublished(i+2): // "Lee's sequel, 'T', appeared in"
		return fieldTitle
	case r.opensSentence(i):
		if r.opensAbout(i + 1) {
			return fieldTitle
		}
	case r.at(i+1).is("(") || r.at(i+1).is("published") || r.at(i+1).is("by"):
		if r.subject.wrote() && r.deed != untold && r.topic == theWork {
			return fieldTitle
		}
	}
	return ""
}

// opensSentence tells whether nothing stands before the quotation at i but an
// article or when something was.
func (r *reader) opensSentence(i int) bool {
	switch {
	case i == 0, i == 1 && r.at(0).is("the"):
		return true
	case r.openingDate.year != (Span{}) && !r.subject.isNamed():
		return r.at(i-1).is(",") && r.openingDate.year[1] <= r.at(i-1).start && r.at(i-1).start <= r.openingDate.year[1]+1
	}
	return false
}

// isHeld tells whether a noun is that of a work that books hold.
func isHeld(noun string) bool {
	switch noun {
	case "book", "books", "monograph", "textbook", "volume":
		return false
	}
	return true
}

// isContribution tells whether the book at noun i is named for an untitled part
// of it: "his contribution to the book".
func (r *reader) isContribution(i int) bool {
	for at := i - 1; at > 0 && at > i-6; at-- {
		switch r.at(at).lower {
		case "appeared", "appears":
			return r.at(at+1).is("in") && r.cur.Title == ""
		case "contribution", "chapter":
			return r.at(at+1).is("to") || r.at(at+1).is("of") || r.at(at+1).is("in") && r.cur.Title == ""
		}
	}
	return false
}

// isDraft tells whether the noun at i is named for a draft that others read:
// "comments on earlier versions of the paper".
func (r *reader) isDraft(i int) bool {
	for at := i - 1; at > 0 && at > i-4; at-- {
		switch r.at(at).lower {
		case "version", "versions", "draft", "drafts":
			return true
		}
	}
	return false
}

// isForeword tells whether the noun at i is named for its foreword: "the foreword
// to the book".
func (r *reader) isForeword(i int) bool {
	for at := i - 1; at > 0 && at > i-5; at-- {
		t := r.at(at)
		if t.in(possessives) {
			return false
		}
		if t.in(forewordNouns) {
			return true
		}
	}
	return false
}

// quotesSpeech tells whether the colon at i brings what somebody said: "stated in
// the interview:".
func (r *reader) quotesSpeech(i int) bool {
	for at := i - 1; at > 0 && at > i-15; at-- {
		t := r.at(at)
		if t.kind == quoted {
			return false
		}
		if t.in(speechVerbs) || t.is("wrote") && r.at(at+1).is("in") {
			return true
		}
	}
	return false
}

// isCiting tells whether the noun at i is that of the survey which cites the
// work: "cited in section 2 of the paper 'Y'".
func (r *reader) isCiting(i int) bool {
	for at := i - 1; at > 0 && at > i-8; at-- {
		switch r.at(at).lower {
		case "cited", "cites", "section", "discussed", "mentioned", "referenced", "cite", "citing":
			return true
		}
		if r.at(at).kind == quoted {
			return false
		}
	}
	return false
}

// namesNoWork tells whether the noun that the title at i belongs to is none of a
// work: a course, a session. Without a noun an authoring verb has to stand there.
func (r *reader) namesNoWork(i int) bool {
	for at := i - 1; at >= 0; at-- {
		t := r.at(at)
		if t.in(workNouns) {
			return t.in(notWorkNouns) && r.isShort(i)
		}
		if t.in(notWorkNouns) {
			return true
		}
		if t.kind == quoted {
			return false
		}
	}
	return r.deed == untold
}

// isShort tells whether the quotation at i has fewer words than the titles of
// works that could as well be named otherwise: a trial's "HOPE-4".
func (r *reader) isShort(i int) bool { return strings.Count(r.at(i).text, " ") < 4 }

// isPhrase tells whether the quotation at i, behind "in the", is a phrase: it
// begins in lower case, or the noun of what it names and is no work follows.
func (r *reader) isPhrase(i int) bool {
	first, _ := utf8.DecodeRuneInString(r.at(i).text)
	return unicode.IsLower(first) || r.at(i+1).in(notWorkNouns) && !r.at(i+1).in(workNouns)
}
