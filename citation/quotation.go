package citation

import (
	"unicode"
	"unicode/utf8"
)

// quotation is a quotation whose role is to be found.
type quotation struct {
	*reader
	i      int    // its token
	before *token // what introduces it: a comma, a colon or parentheses are passed over
	citing bool   // the work at hand has a title already
}

// quotationRule says what a quotation is.
type quotationRule struct {
	before anyOf                  // what introduces the quotation, nothing for any word
	when   func(q quotation) bool // what else must hold, nil for nothing
	role   field                  // the title or the container, or inProse
	then   func(r *reader)        // what follows from it, nil for nothing
}

// inProse is the role of a quotation that is neither a title nor a container.
const inProse field = ""

// quotationRules say what a quotation is. The first rule that holds decides.
var quotationRules = []quotationRule{
	{when: quotation.isSpeech, role: inProse},                        // stated in the interview: 'T'
	{when: quotation.isJudged, role: inProse, then: (*reader).leave}, // discussed the paper 'T' in her book 'Y'
	{when: quotation.isLocatedTitle, role: fieldTitle},               // 'T,' Cart Journal 5, 113–119

	{before: listed(containerNouns), role: fieldContainer}, // the journal 'Y'

	{before: listed(titleCues), when: quotation.isCalledOtherwise, role: inProse}, // a course titled 'T'
	{before: words("called", "named"), when: quotation.isNickname, role: inProse}, // a method called 'T'
	{before: listed(titleCues), role: fieldTitle},                                 // a paper titled 'T'

	{before: words("the"), when: quotation.isPhraseAfterIn, role: inProse},                                // in the 'not in my back yard' debate
	{before: words("in"), when: quotation.isBookOfPart, role: fieldContainer, then: (*reader).holdInBook}, // a chapter in 'Y'
	{before: words("in"), when: quotation.canHold, role: fieldContainer},                                  // 'T' in 'Y'
	{before: words("in"), role: fieldTitle},                                                               // In 'T', Lee argues
	{before: words("the"), when: quotation.canHoldAfterIn, role: fieldContainer},                          // 'T' in the 'Y'
	{before: words("the"), when: quotation.isAfterIn, role: fieldTitle},                                   // In the 'T'
	{before: words("to"), when: quotation.isSecond, role: fieldContainer},                                 // contributed 'T' to 'Y'

	{before: listed(notWorkNouns), when: quotation.isWorkAllTheSame, role: fieldTitle}, // the trial 'Effects of Oats on the Horse', published
	{before: listed(notWorkNouns), role: inProse},                                      // the course 'T'

	{before: listed(bookNouns), when: quotation.isBookOfWork, role: fieldContainer},                           // 'T' in the book 'Y'
	{before: listed(workNouns), when: quotation.isCitingWork, role: inProse},                                  // 'T' is cited in the paper 'Y'
	{before: listed(workNouns), when: quotation.isOfAnother, role: fieldTitle, then: (*reader).forgetSubject}, // Lee wrote the foreword to the book 'T'
	{before: listed(workNouns), role: fieldTitle},                                                             // the paper 'T'

	{before: words("to", "of", "for"), when: quotation.isAfterForeword, role: fieldTitle, then: (*reader).forgetSubject}, // the preface to 'T'
	{before: words("translated"), when: quotation.isFirst, role: fieldTitle, then: (*reader).forgetSubject},              // Lee translated 'T'

	{before: listed(authoringVerbs), role: fieldTitle},                                                     // Lee published 'T'
	{before: words("the", "a", "its").or(possessives), when: quotation.isAfterAuthoring, role: fieldTitle}, // Lee published her 'T'
	{before: words("to"), when: quotation.isAccordingTo, role: fieldTitle},                                 // according to 'T'
	{before: words("as"), when: quotation.isPublishedAs, role: fieldTitle},                                 // published as 'T'
	{before: words("title"), when: quotation.isUnderTitle, role: fieldTitle},                               // under the title 'T'
	{when: quotation.isApposed, role: fieldTitle},                                                          // a report by Lee, 'T'

	{before: words("of"), when: quotation.isBookOfNumberedPart, role: fieldTitle, then: (*reader).callItBook}, // chapter 4 of 'T'
	{before: words("of"), when: quotation.isOfTitle, role: fieldTitle},                                        // the author of 'T'
	{before: words("of"), role: inProse},                                                                      // the art of 'T'

	{before: words("and"), when: quotation.isFurtherTitle, role: fieldTitle}, // 'T' and 'U'
	{before: words("s"), when: quotation.isOfSubject, role: fieldTitle},      // Lee's 'T'
	{when: quotation.isSequel, role: fieldTitle},                             // Lee's sequel, 'T', appeared in
	{when: quotation.isSubjectOfSentence, role: fieldTitle},                  // 'T' was published in
	{when: quotation.isGivenOut, role: fieldTitle},                           // Lee authored the classic 'T' (2019)
}

// roleOf says what the quotation at i is.
func (r *reader) roleOf(i int) field {
	q := quotation{r, i, r.introduces(i), r.cur.Title != ""}
	for n := range quotationRules {
		rule := &quotationRules[n]
		if !rule.before.isEverything() && !rule.before.has(q.before) || rule.when != nil && !rule.when(q) {
			continue
		}
		if rule.then != nil {
			rule.then(r)
		}
		return rule.role
	}
	return inProse
}

// introduces returns the token before the quotation at i, or before the comma, the
// colon or the parentheses that are there.
func (r *reader) introduces(i int) *token {
	at := i - 1
	if r.at(at).is(",") || r.at(at).is(":") {
		at = i - 2
	}
	if r.at(at).is(")") {
		at = r.parenBefore(i-1) - 1
	}
	return r.at(at)
}

// forgetSubject notes that whoever the sentence begins with did not write the work.
func (r *reader) forgetSubject() { r.subject.forget() }

func (r *reader) holdInBook() { r.cur.held = true }

func (r *reader) callItBook() { r.cur.noun = "book" }

// back is the nth token before the quotation.
func (q quotation) back(n int) *token { return q.at(q.i - n) }

func (q quotation) isFirst() bool { return !q.citing }

func (q quotation) isSecond() bool { return q.citing }

// isSpeech reports whether a colon introduces what somebody said.
func (q quotation) isSpeech() bool {
	return q.back(1).is(":") && (q.back(2).in(authoringVerbs) || q.quotesSpeech(q.i-1))
}

// isJudged reports whether the title is a further one in what a judge says.
func (q quotation) isJudged() bool { return q.citing && q.isJudging() }

func (q quotation) isLocatedTitle() bool { return !q.citing && q.isLocated(q.i) }

// isCalledOtherwise reports whether the noun that the title belongs to is none of a
// work.
func (q quotation) isCalledOtherwise() bool { return q.namesNoWork(q.i) }

// isNickname reports whether something is called so that is no work.
func (q quotation) isNickname() bool {
	return !q.back(2).in(workNouns) && !(q.subject.wrote() && q.noun >= 0 && q.back(2).is("was"))
}

func (q quotation) isAfterIn() bool { return q.back(2).is("in") }

// isPhraseAfterIn reports whether the quotation after "in the" is a phrase: it
// begins in lower case, or the noun of what it names and is no work follows.
func (q quotation) isPhraseAfterIn() bool {
	first, _ := utf8.DecodeRuneInString(q.at(q.i).text)
	after := q.at(q.i + 1)
	return q.isAfterIn() && (unicode.IsLower(first) || after.in(notWorkNouns) && !after.in(workNouns))
}

func (q quotation) isBookOfPart() bool { return !q.citing && q.back(2).in(partNouns) }

// canHold reports whether the quotation after "in" is what the work is part of.
func (q quotation) canHold() bool {
	return q.citing || (q.subject.wrote() || q.cur.hasAuthors()) && q.looksLikeVenue(q.i, q.i+1)
}

func (q quotation) canHoldAfterIn() bool { return q.isAfterIn() && q.canHold() }

// isWorkAllTheSame reports whether the noun, of what can be a work or something
// else, is one for a work.
func (q quotation) isWorkAllTheSame() bool {
	return q.before.in(workNouns) && (q.saysPublished(q.i+1) || !q.isShort(q.i))
}

// isBookOfWork reports whether the book is the one that holds the work.
func (q quotation) isBookOfWork() bool {
	return q.cur.Container == "" && (q.citing && isHeld(q.cur.noun) || q.isContribution(q.i-1))
}

func (q quotation) isCitingWork() bool {
	return q.citing && q.noun == q.i-1 && q.isCiting(q.i-1)
}

// isOfAnother reports whether the subject only wrote something for the work, or
// read it before.
func (q quotation) isOfAnother() bool { return q.isDraft(q.i-1) || q.isForeword(q.i-1) }

func (q quotation) isAfterForeword() bool { return q.back(2).in(forewordNouns) }

func (q quotation) isAfterAuthoring() bool {
	return q.back(2).kind == word && q.back(2).in(authoringVerbs)
}

func (q quotation) isAccordingTo() bool { return q.back(2).is("according") }

func (q quotation) isPublishedAs() bool { return !q.citing && q.back(2).is("published") }

func (q quotation) isUnderTitle() bool {
	return !q.citing && q.back(2).is("the") && q.back(3).is("under")
}

// isApposed reports whether the quotation follows, after a comma, whoever wrote the
// work, or the container of what a noun calls a work.
func (q quotation) isApposed() bool {
	if q.citing || !q.back(1).is(",") || q.topic == theStory {
		return false
	}
	last := q.i - 2
	return q.endsField(last, fieldAuthors) || q.endsField(last, fieldInstitution) || q.noun >= 0 && q.endsField(last, fieldContainer)
}

func (q quotation) isBookOfNumberedPart() bool {
	return q.back(2).kind == number && q.back(3).in(partNouns)
}

func (q quotation) isOfTitle() bool { return q.back(2).in(ofTitles) }

// isFurtherTitle reports whether another title, or what the subject did, comes
// before the "and".
func (q quotation) isFurtherTitle() bool {
	if !q.citing {
		return false
	}
	last := q.back(2)
	return last.kind == quoted || last.is(")") && q.at(q.parenBefore(q.i-2)-1).kind == quoted || q.isAfterDeed()
}

// isAfterDeed reports whether the subject is said to have made a work and the
// sentence still goes on about it.
func (q quotation) isAfterDeed() bool {
	return q.subject.wrote() && q.deed != untold && q.topic == theWork
}

func (q quotation) isOfSubject() bool {
	return isApostropheToken(q.back(2)) && q.subject.wrote()
}

func (q quotation) isSequel() bool {
	return !q.citing && q.subject.wrote() && q.back(1).is(",") && q.at(q.i+1).is(",") && q.saysPublished(q.i+2)
}

// begins reports whether nothing comes before the quotation but an article, or when
// something was.
func (q quotation) begins() bool {
	year := q.openingDate.year
	switch {
	case q.i == 0, q.i == 1 && q.at(0).is("the"):
		return true
	case year != (Span{}) && !q.subject.isNamed():
		return q.back(1).is(",") && year[1] <= q.back(1).start && q.back(1).start <= year[1]+1
	}
	return false
}

func (q quotation) isSubjectOfSentence() bool { return q.begins() && q.goesOnAbout(q.i+1) }

// isGivenOut reports whether what the subject made is said to be out.
func (q quotation) isGivenOut() bool {
	after := q.at(q.i + 1)
	return q.isAfterDeed() && (after.is("(") || after.is("published") || after.is("by"))
}
