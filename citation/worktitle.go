package citation

import "strings"

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

// contains reports whether the title at i is that of a chapter which the book
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

// isHeld reports whether a noun is that of a work that books hold.
func isHeld(noun string) bool {
	switch noun {
	case "book", "books", "monograph", "textbook", "volume":
		return false
	}
	return true
}

// isContribution reports whether the book at noun i is named for an untitled part
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

// isDraft reports whether the noun at i is named for a draft that others read:
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

// isForeword reports whether the noun at i is named for its foreword: "the foreword
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

// quotesSpeech reports whether the colon at i introduces what somebody said: "stated in
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

// isCiting reports whether the noun at i is that of the survey which cites the
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

// namesNoWork reports whether the noun that the title at i belongs to is none of a
// work: a course, a session. Without a noun there must be an authoring verb.
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

// isShort reports whether the quotation at i has fewer words than the titles of
// works that could as well be named otherwise: a trial's "HOPE-4".
func (r *reader) isShort(i int) bool { return strings.Count(r.at(i).text, " ") < 4 }
