package citation

// readOpening reads what comes before the verb: "In March 2012, journalist
// Leslie Kean", "Bai et al. (2022)", "Edward Hinchman's".
func (r *reader) readOpening() (next int) {
	i := 0
	if r.at(0).is("in") || r.at(0).is("on") {
		if d, next, ok := r.dateAt(1); ok {
			r.openingDate = d
			if i = next; r.at(i).is(",") {
				i++
			}
		}
	}
	start := i
	next, ok := r.readSubject(i)
	if !ok {
		return start
	}
	return next
}

// readSubject reads the names at token i, up to what they did, and reports whether
// they can be authors.
func (r *reader) readSubject(i int) (next int, ok bool) {
	from := r.skipThe(r.skipHonours(i))
	if next, ok := r.readPeriodical(from); ok {
		return next, true
	}
	list, from, next, ok := r.describedNamesAt(from)
	if !ok || r.isNoSubject(next) {
		return i, false
	}
	r.subject = subject{list, r.span(from, next), bystander}
	next = r.skipAffiliation(next)
	if after := r.takeYearInParens(next); after > next {
		next, r.subject.role = after, author
	}
	return r.readPredicate(i, next)
}

// describedNamesAt reads the names at token i, perhaps after what the first of them
// is called: "American physician and author Oliver Holmes".
func (r *reader) describedNamesAt(i int) (list nameList, from, next int, ok bool) {
	list, next, ok = r.namesAt(i)
	if from = r.skipDescription(i); from == i || ok && (from <= next || len(list.names) != 1) {
		return list, i, next, ok
	}
	list, next, ok = r.namesAt(from)
	return list, from, next, ok
}

// isNoSubject reports whether names before token i are not those of somebody who
// did something: they go on, or what follows was published.
func (r *reader) isNoSubject(i int) bool {
	t := r.at(i)
	return t.capital || t.in(workNouns) || t.is("of") && r.skipAffiliation(i) == i || t.is(",") && r.at(i+1).is("published")
}

// readPredicate reads what the subject, named from token i to next, did, as far as
// it makes them authors or not.
func (r *reader) readPredicate(i, next int) (int, bool) {
	verb := next
	if auxiliaries.has(r.at(verb)) {
		verb++
	}
	t := r.at(verb)
	switch dated := r.subject.wrote(); {
	case !dated && r.isOfAnother(verb):
		r.subject = subject{role: judge}
		return verb + 1, true
	case t.in(authoringVerbs):
		r.subject.role = author
	case t.in(takingPart) && !dated:
		r.subject.spend()
	case isApostropheToken(t) && verb+1 < len(r.tokens):
		return r.readPossessive(i, next)
	case formsOfBe.has(t):
		r.subject.role = bystander
		if r.words(verb+1, "the", "author") || r.words(verb+1, "the", "authors") {
			r.subject.role = author
		}
	case !dated && !r.canHaveDone(t):
		r.subject.spend()
		return i, false
	default:
		r.subject.role = author
	}
	return next, true
}

var (
	auxiliaries = words("has", "have", "also", "first")
	formsOfBe   = words("is", "was", "are", "were", "be")
)

// canHaveDone reports whether the subject are people who did what the word after
// them says. One surname may be any word, but not before "et al.".
func (r *reader) canHaveDone(t *token) bool {
	switch {
	case r.subject.etAl:
		return true
	case r.subject.names[0].Given == "" && len(r.subject.names) == 1:
		return false
	}
	return t.kind != word || isVerb(t) || r.subject.arePeople() && isPlainWord(t)
}

// isOfAnother reports whether the verb at i says what somebody did with the work of
// another: "reviewed the paper 'T'", "presented the paper 'T' by A et al.".
func (r *reader) isOfAnother(i int) bool {
	t := r.at(i)
	if !t.in(judgingVerbs) && !t.is("presented") || !r.at(i+1).is("the") {
		return false
	}
	title := i + 2
	for title < i+7 && (r.at(title).kind == word && !r.at(title).in(functionWords) || isYear(r.at(title))) {
		title++
	}
	if r.at(title).kind != quoted || !r.at(title-1).in(workNouns|titleCues) {
		return false
	}
	return t.in(judgingVerbs) || r.at(title+1).is("by") && r.at(title+2).capital
}

// readPeriodical reads a subject that is a newspaper or a journal: "The
// Washington Post reported in an article".
func (r *reader) readPeriodical(i int) (next int, ok bool) {
	if r.at(i).is("the") {
		i++
	}
	next, ok = r.properPhrase(i)
	if !ok || !r.at(next).in(authoringVerbs|carryingVerbs) || !r.namesPeriodical(i, next) || !r.titleWithin(next, 12) {
		return i, false
	}
	r.takeContainer(i, next)
	return next, true
}

// namesPeriodical reports whether tokens from to next are the name of a newspaper
// or a journal.
func (r *reader) namesPeriodical(from, next int) bool {
	if next > from+1 && r.at(next-1).in(periodicalHeads) {
		return true
	}
	for i := from; i+1 < next; i++ {
		if r.at(i).in(containerNouns) {
			return true
		}
	}
	v, known := findVenue(r.slice(r.span(from, next)))
	return known && v.Journal
}

// titleWithin reports whether an announced title is among the n tokens from i on.
func (r *reader) titleWithin(i, n int) bool {
	for at := i; at < i+n; at++ {
		if r.at(at).kind == quoted {
			before := r.at(at - 1)
			return before.in(titleCues | workNouns | authoringVerbs)
		}
	}
	return false
}

// skipAffiliation skips where an author works: "of the University of Graz".
func (r *reader) skipAffiliation(i int) (next int) {
	if !r.at(i).is("of") && !r.at(i).is("from") && !r.at(i).is("at") {
		return i
	}
	from := r.skipThe(i + 1)
	next, ok := r.properPhrase(from)
	if !ok || !isBody(r.slice(r.span(from, next))) {
		return i
	}
	return next
}

// skipDescription skips what a person is called before the name: "American
// physician and author Oliver Holmes".
func (r *reader) skipDescription(i int) int {
	for at := i; at < i+8; at++ {
		if (r.at(at).in(honours) || isProfession(r.at(at)) || r.at(at).is("laureate")) && r.isNameWord(at+1) {
			return at + 1
		}
		if t := r.at(at); t.kind != word || t.in(authoringVerbs) {
			break
		}
	}
	return i
}

// readLateSubject reads the authors after the comma at i in "In his book 'T', A
// argues that".
func (r *reader) readLateSubject(i int) (next int) {
	if next, ok := r.readReporter(i + 1); ok {
		return next
	}
	if !r.at(0).is("in") && !r.at(0).is("writing") || r.topic == theStory || r.cur.hasAuthors() || r.subject.isNamed() || r.cur.isEmpty() && r.cur.Publisher == "" {
		return i + 1
	}
	from := r.skipHonours(i + 1)
	list, next, ok := r.namesAt(from)
	if !ok {
		return i + 1
	}
	names := r.span(from, next)
	next = r.takeYearInParens(next)
	if r.at(next).kind != word || r.at(next).capital || r.at(next).in(sayingVerbs) {
		return i + 1
	}
	r.cur.stateNames(fieldAuthors, list, names)
	r.topic = theStory
	return next
}

// readReporter reads the authors at i in "Felt is quiet, A et al. reported in the
// Journal of Carts".
func (r *reader) readReporter(i int) (next int, ok bool) {
	if !r.at(i).capital || r.subject.wrote() || r.cur.Title != "" || r.cur.Container != "" || r.cur.hasAuthors() {
		return i, false
	}
	list, next, ok := r.namesAt(i)
	if !ok || !list.isPersonal() || !list.etAl && len(list.names) < 2 && list.isBare() {
		return i, false
	}
	names := r.span(r.skipHonours(i), next)
	if next = r.takeYearInParens(next); !r.at(next).in(reportingVerbs) || !r.venueFollows(next+1) {
		return i, false
	}
	r.cur.stateNames(fieldAuthors, list, names)
	r.topic = theWork
	return next + 1, true
}

// readPossessive reads what follows the possessive of a name: "Walt's 1987 book".
func (r *reader) readPossessive(i, next int) (int, bool) {
	at := next + 1
	if r.at(at).is("s") {
		at++
	}
	end := at
	for n := 0; n < 7 && !r.at(end).in(workNouns); n++ {
		if r.at(end).kind == quoted {
			break
		}
		end++
	}
	if r.at(end).kind != quoted && !r.at(end).in(workNouns) {
		r.subject.spend()
		return i, false
	}
	r.subject.role = author
	return at, true
}

// readOwner reads the author of "Cynthia Tucker's article 'T'" in the middle of a
// sentence.
func (r *reader) readOwner(i int) (next int, ok bool) {
	if !r.at(i).capital || r.subject.wrote() || r.cur.Title != "" || r.cur.hasAuthors() {
		return i, false
	}
	if !r.possessiveWithin(i, 8) {
		return i, false
	}
	list, next, ok := r.namesAt(i)
	if !ok || !isApostropheToken(r.at(next)) || !r.at(next+1).is("s") {
		return i, false
	}
	noun := next + 2
	for n := 0; n < 3 && !r.at(noun).in(workNouns); n++ {
		noun++
	}
	if !r.at(noun).in(workNouns) || !r.titleFollows(noun+1) {
		return i, false
	}
	r.takeNames(fieldAuthors, list, i, next)
	return next + 2, true
}

// possessiveWithin reports whether one of the n tokens from i on is an apostrophe.
func (r *reader) possessiveWithin(i, n int) bool {
	for at := i; at < i+n; at++ {
		if isApostropheToken(r.at(at)) {
			return true
		}
	}
	return false
}
