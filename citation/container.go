package citation

// readIn reads what stands behind "in": a date, a container, a place.
func (r *reader) readIn(i int) (next int) {
	at := i + 1
	if d, next, ok := r.dateAt(at); ok && !(r.at(next).capital && r.at(at).kind == number && !r.at(next).is("in")) {
		if len(r.works) > 0 && r.at(next).is("and") && isYear(r.at(next+1)) { // one for each work
			return next + 2
		}
		if r.topic == theWork {
			r.takeDate(d)
		}
		return next
	}
	if r.at(at).kind == quoted {
		return i + 1
	}
	if t := r.at(at); isMonth(t) && r.at(at+1).kind != number && r.topic == theWork && r.cur.Month == 0 && !r.isMonthlyJournal(at) {
		r.cur.Month = months[t.lower]
		r.cur.mark(fieldMonth, r.span(at, at+1))
		return at + 1
	}
	if r.at(at).is("the") && r.at(at+1).in(seasons) {
		if d, next, ok := r.dateAt(at + 1); ok && r.topic == theWork {
			r.takeDate(d)
			return next
		}
	}
	article := at
	if r.at(at).is("the") || r.at(at).is("a") || r.at(at).is("an") {
		at++
	}
	if r.at(at).is("journal") && !r.at(at).capital || r.at(at).is("magazine") || r.at(at).is("newspaper") {
		return at
	}
	if isYear(r.at(at)) && r.at(at+1).capital && r.at(article).is("the") && r.cur.Container == "" && !r.isMeeting(at, at+3) {
		if next, ok := r.properPhrase(at + 1); ok && !r.nounWithin(at+1, next) { // "in the 1999 Experimental Neurology"
			r.take(fieldYear, at, at+1)
			r.takeContainer(at+1, next)
			return next
		}
	}
	from := at
	if article < at && r.at(article).capital {
		from = article
	}
	next, ok := r.properPhrase(from)
	if article < at && r.at(article).is("the") && r.at(at).is("the") {
		from = at
	}
	if !ok || from == next {
		return i + 1
	}
	return r.placeOrContainer(i, from, next)
}

// isBroughtOutByBody tells whether the subject is a body that published, released or
// issued the work: what is said of a place is where it did so.
func (r *reader) isBroughtOutByBody() bool {
	return r.subject.role == author && r.cur.issued && !r.subject.isPersonal()
}

// isMonthlyJournal tells whether the month at i is the name of a journal, as its
// volume or its issue follows: "October, volume 8".
func (r *reader) isMonthlyJournal(i int) bool {
	if r.cur.Container != "" || !r.at(i+1).is(",") {
		return false
	}
	f, _, ok := r.locatorWord(i + 2)
	return ok && (f == fieldVolume || f == fieldNumber)
}

func (r *reader) nounWithin(from, next int) bool {
	return r.at(next).in(workNouns) && !r.at(next).capital
}

// placeOrContainer decides what the name behind the "in" at token i is.
func (r *reader) placeOrContainer(i, from, next int) int {
	ref := &r.cur.Reference
	if r.at(next).is("series") && r.isInSeries() {
		r.take(fieldSeries, from, next)
		return next + 1
	}
	if r.nounWithin(from, next) { // "in a BBC News article"
		if isYear(r.at(from)) {
			from++
		}
		r.takeContainer(from, next)
		return next
	}
	venue := r.looksLikeVenue(from, next)
	if (r.at(i-1).is("published") || r.endsField(i-1, fieldTitle) && r.isBroughtOutByBody() && r.isOneOf(cities, from)) && ref.Title != "" && ref.Address == "" && from == i+1 && !venue && isPlace(r.sentence, from) && !r.cur.is(Article) {
		next, _ = r.placeAt(from)
		r.take(fieldAddress, from, next)
		return next
	}
	switch {
	case r.topic == theWork && (ref.Publisher != "" || ref.Institution != "" || ref.Container != "" && r.isMeetingName(ref.Container)) && ref.Address == "":
		if end, ok := r.placeAt(from); ok {
			r.take(fieldAddress, from, end)
			return end
		}
	case r.topic == theWork && ref.Publisher == "" && ref.Address == "" && r.publisherFollows(from):
		end, _ := r.placeAt(from)
		r.take(fieldAddress, from, end)
		return end
	case ref.Container != "":
	case r.topic == theWork && (ref.Title != "" || r.deed != untold || r.noun >= 0 || len(ref.Authors) > 0) || venue && (r.subject.wrote() || ref.Title != "" || len(ref.Authors) > 0):
		if isPlace(r.sentence, from) && !venue {
			return next
		}
		next = r.sentenceCaseEnd(next)
		r.cur.held = r.cur.held || r.at(i-1).is("reprinted") && !venue
		r.takeContainer(from, next)
		r.topic = theWork
		return next
	}
	return next
}

// sentenceCaseEnd goes on with the words in lower case of a book that holds a
// chapter: "The Harbour companion to tides and towns".
func (r *reader) sentenceCaseEnd(i int) (next int) {
	if !r.cur.is(InCollection) || r.at(i).kind != word || r.at(i).in(neutral) {
		return i
	}
	for next = i; r.at(next).kind == word && !r.at(next).in(afterBook) && !r.at(next).is("in"); next++ {
	}
	return next
}

// publisherFollows tells whether the place at i goes on with its publisher: "New
// Brunswick, NJ by Rutgers University Press".
func (r *reader) publisherFollows(i int) bool {
	end, ok := r.placeAt(i)
	return ok && r.at(end).is("by") && (r.isPublisher(end+1) || r.subject.wrote() || r.cur.hasAuthors())
}

// isMeetingName tells whether a container is named for a conference.
func (r *reader) isMeetingName(name string) bool {
	if name == "" {
		return false
	}
	if v, known := findVenue(name); known {
		return !v.Journal
	}
	s := newSentence(name)
	defer s.release()
	return s.isMeeting(0, len(s.tokens))
}

// readAt reads the meeting, or the university of a thesis, behind "at".
func (r *reader) readAt(i int) (next int) {
	from := r.skipThe(i + 1)
	next, ok := r.properPhrase(from)
	if !ok || r.topic == theStory {
		return i + 1
	}
	switch {
	case r.cur.is(PhDThesis):
		return r.readSchool(from)
	case r.isMeeting(from, next) || r.looksLikeVenue(from, next):
		r.cur.meeting = true
		r.takeContainer(from, next)
	default:
		return i + 1
	}
	r.topic = theWork
	return next
}

// readAccepted reads the venue behind "accepted to" at i.
func (r *reader) readAccepted(i int) (next int) {
	from := r.skipThe(i + 1)
	r.topic = theWork
	if r.at(from).in(containerNouns) && !r.at(from).capital {
		return from
	}
	next, _ = r.properPhrase(from)
	r.takeContainer(from, next)
	return next
}

// readFor reads what stands behind "for" and "through": the newspaper that an
// article was written for, the body that a working paper was.
func (r *reader) readFor(i int) (next int) {
	from := r.skipThe(i + 1)
	next, ok := r.properPhrase(from)
	if r.at(i).is("to") && ok && r.topic == theWork && (r.subject.wrote() || r.deed != untold) && r.cur.is(PhDThesis) {
		return r.readSchool(from)
	}
	if r.at(i).is("for") && r.noun == i-1 && r.at(i-1).in(articleNouns|plainNouns) && ok && (r.at(i-1).in(articleNouns) && r.titleFollows(next) || r.subject.wrote() && r.namesPeriodical(from, next)) {
		if r.at(i + 1).capital {
			from = i + 1 // "for The Atlantic"
		}
		r.takeContainer(from, next)
		return next
	}
	written := r.endsField(i-1, fieldAuthors)
	if !ok || r.topic == theStory || r.deed == untold && !written || r.cur.Title == "" {
		return i + 1
	}
	if r.cur.is(TechReport) {
		next, _ = r.bodiesAt(from)
	}
	ref := &r.cur.Reference
	switch {
	case r.at(i).is("to") && r.deed == contributed && ref.Container == "":
		if r.at(i+1).is("the") && r.at(i+1).capital {
			from = i + 1
		}
		r.takeContainer(from, next)
	case r.at(i).is("to"):
		return i + 1
	case r.at(i).is("through") || r.at(i).is("with") && isPress(r.slice(r.span(from, next))):
		return r.readPublisher(i + 1)
	case r.at(i).is("with"):
		return i + 1
	case r.cur.is(TechReport):
		r.take(fieldInstitution, from, next)
	case r.at(i).is("for") && ref.Container == "" && (r.at(i-1).kind == quoted || written) &&
		(r.looksLikeVenue(from, next) || r.holdsPieces(from, next)):
		if r.at(i+1).is("the") && r.at(i+1).capital {
			from = i + 1 // "for The Atlantic"
		}
		r.takeContainer(from, next)
	}
	return next
}

// holdsPieces tells whether the name in tokens from to next, for which something
// was written, can be that of a periodical: it is no body, and an article was
// written or a date follows.
func (r *reader) holdsPieces(from, next int) bool {
	if isBody(r.slice(r.span(from, next))) {
		return false
	}
	date := next
	if r.at(date).is(",") && r.at(date+1).is("published") {
		date += 2
	}
	_, _, dated := r.dateAt(date + 1)
	return r.at(r.noun).in(articleNouns) || dated && (r.at(date).is("in") || r.at(date).is("on"))
}

// readSame gives the work the container of the one before: "in the same journal".
func (r *reader) readSame(i int) (next int) {
	if n := len(r.works); n > 0 && r.cur.Container == "" {
		if sp, ok := r.works[n-1].Spans[string(fieldContainer)]; ok {
			r.stateContainer(&r.cur.Reference, sp)
		}
	}
	r.topic = theWork
	return i + 2
}

// readWhole reads the book that a part is said to belong to: "the 'Tides' chapter
// of the Handbook of Physical Oceanography".
func (r *reader) readWhole(i int) (next int) {
	from := r.skipThe(i + 1)
	next, ok := r.properPhrase(from)
	if !ok || r.cur.Title == "" || r.cur.Container != "" {
		return i + 1
	}
	r.cur.held = true
	r.takeContainer(from, next)
	r.topic = theWork
	return next
}

// readSeries reads "part of the series S", "part of the S series".
func (r *reader) readSeries(i int) (next int) {
	from := i + 2
	if r.at(from).is("the") || r.at(from).is("its") || r.at(from).in(possessives) {
		from++
	}
	called := r.at(from).is("series")
	if called {
		from++
	}
	next, ok := r.properPhrase(from)
	if r.at(from).kind == quoted {
		next, ok = from+1, true
	}
	if !ok || r.cur.Title == "" || !called && !r.at(next).is("series") {
		return i + 2
	}
	r.take(fieldSeries, from, next)
	return next
}

// isInSeries tells whether what the sentence says of a series is of the one in which
// the work, a book, was published.
func (r *reader) isInSeries() bool {
	return r.cur.Title != "" && r.topic == theWork && (r.cur.is(Book) || r.cur.Publisher != "") && r.cur.Container == ""
}

// readSeriesName reads the name of a series at i: "the series Studies in Wood".
func (r *reader) readSeriesName(i int) (next int) {
	next, ok := r.properPhrase(i)
	if r.at(i).kind == quoted {
		next, ok = i+1, true
	}
	if !ok {
		return i
	}
	r.take(fieldSeries, i, next)
	return next
}

// readContainerNoun reads the name behind "the journal".
func (r *reader) readContainerNoun(i int) (next int) {
	if r.at(i).capital {
		return i + 1
	}
	from := i + 1
	next, ok := r.properPhrase(from)
	if r.at(from).is("of") && r.at(from+1).kind != noToken && r.topic == theWork && r.cur.Container == "" {
		from, next, ok = i, r.commonWords(from+1)+1, true // "the journal of medicine"
	}
	if !ok {
		return i + 1
	}
	r.takeContainer(from, next)
	r.topic = theWork
	return next
}
