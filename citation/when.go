package citation

// readOn reads the date after "on" or "since". A day at the end of the sentence is
// the work's even after the story.
func (r *reader) readOn(i int) (next int) {
	d, next, ok := r.dateAt(i + 1)
	if !ok || r.topic == theStory && (r.cur.Title == "" || d.day == (Span{}) || r.at(next+1).kind != noToken) {
		return i + 1
	}
	r.takeDate(d)
	return next
}

// readFrom reads the date after "from": "is a preprint from 2014".
func (r *reader) readFrom(i int) (next int) {
	d, next, ok := r.dateAt(i + 1)
	if !ok || r.at(next).is("to") || r.at(next).capital {
		return i + 1
	}
	r.takeDate(d)
	return next
}

// isUndatedNoun reports whether the noun at i is what the sentence calls the work,
// and its year is not known.
func (r *reader) isUndatedNoun(i int) bool {
	return r.noun == i && r.cur.Title != "" && r.topic == theWork && r.cur.Year == "" && !r.isCiting(i)
}

// readInDate reads the date after the "in" at i.
func (r *reader) readInDate(i int) (next int, ok bool) {
	d, next, ok := r.dateAt(i + 1)
	if !ok || r.at(next).capital && r.at(i+1).kind == number && !r.at(next).is("in") { // "in 2019 IEEE Conference on"
		return i, false
	}
	if len(r.works) > 0 && r.at(next).is("and") && isYear(r.at(next+1)) { // one for each work
		return next + 2, true
	}
	if r.topic == theWork {
		r.takeDate(d)
	}
	return next, true
}

// readInMonth reads the month without a year after the "in" at i.
func (r *reader) readInMonth(i int) (next int, ok bool) {
	at := i + 1
	if !isMonth(r.at(at)) || r.at(at+1).kind == number || r.topic == theStory || r.cur.Month != 0 || r.isMonthlyJournal(at) {
		return i, false
	}
	r.cur.Month = months[r.at(at).lower]
	r.cur.mark(fieldMonth, r.span(at, at+1))
	return at + 1, true
}

// isMonthlyJournal reports whether the month at i is the name of a journal, as its
// volume or its issue follows: "October, volume 8".
func (r *reader) isMonthlyJournal(i int) bool {
	if r.cur.Container != "" || !r.at(i+1).is(",") {
		return false
	}
	f, _, ok := r.locatorWord(i + 2)
	return ok && (f == fieldVolume || f == fieldNumber)
}

// readInSeason reads a season after the "in" at i: "in the spring of 2012".
func (r *reader) readInSeason(i int) (next int, ok bool) {
	if !r.at(i+1).is("the") || !r.at(i+2).in(seasons) || r.topic == theStory {
		return i, false
	}
	d, next, ok := r.dateAt(i + 2)
	if ok {
		r.takeDate(d)
	}
	return next, ok
}

// dateEnding is the longest date that ends right before token next.
func (r *reader) dateEnding(next int) (d date) {
	for from := max(0, next-5); from < next; from++ {
		if d, end, ok := r.dateAt(from); ok && end == next {
			return d
		}
	}
	return date{}
}
