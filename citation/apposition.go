package citation

// located is a journal with its locators right after a title: "Nordic Journal of
// International Law 16(2), 113–139", "67 N.Y.U. L. Rev. 1185 (1992)".
type located struct {
	from, next int // the tokens of the journal's name
	volume     int // the number before the name, as lawyers put it, or -1
}

// locatedAt reads the journal at token i if its volume, its pages or its year
// follow.
func (r *reader) locatedAt(i int) (l located, ok bool) {
	l = located{from: i, volume: -1}
	if t := r.at(i); t.kind == number && !isYear(t) {
		l.volume, l.from = i, i+1
	}
	if l.next, ok = r.properPhrase(l.from); !ok {
		return l, false
	}
	at := l.next
	if r.at(at).is(",") {
		at++
	}
	_, _, labelled := r.locatorWord(at)
	switch {
	case l.volume >= 0:
		return l, r.at(l.next).kind == number && r.lawYear(l.next+1) >= 0
	case labelled:
		return l, true
	case isYear(r.at(at)):
		return l, at > l.next && r.looksLikeVenue(l.from, l.next)
	}
	return l, r.at(at).kind == number && r.endsVolume(at)
}

// endsVolume reports whether the number at i is a volume, by what follows it: an
// issue, pages or the year.
func (r *reader) endsVolume(i int) bool {
	after := r.numberInParens(i+1, nil)
	if after > i+1 || r.yearInParens(after) != (Span{}) {
		return true
	}
	return (r.at(after).is(":") || r.at(after).is(",")) && r.isLocatorValue(after+1)
}

// lawYear is the token of the year in the parentheses at i, perhaps after the page
// that is pointed to, ", 1190 (1992)"; or -1.
func (r *reader) lawYear(i int) int {
	if r.at(i).is(",") && r.at(i+1).kind == number {
		i = r.rangeEnd(i + 1)
	}
	if r.yearInParens(i) == (Span{}) {
		return -1
	}
	return i + 1
}

// readApposition reads the journal after the comma at i, right after a title.
func (r *reader) readApposition(i int) (next int, ok bool) {
	ref := &r.cur.Reference
	if r.at(i-1).kind != quoted || ref.Container != "" || !r.endsField(i-1, fieldTitle) {
		return i, false
	}
	l, ok := r.locatedAt(i + 1)
	if !ok {
		return i, false
	}
	r.topic = theWork
	r.takeContainer(l.from, l.next)
	if l.volume < 0 {
		return l.next, true
	}
	year := r.lawYear(l.next + 1)
	r.take(fieldVolume, l.volume, l.volume+1)
	r.take(fieldPages, l.next, r.rangeEnd(l.next))
	r.take(fieldYear, year, year+1)
	return year + 2, true
}

// isLocated reports whether the quotation at i is a title because a journal with its
// locators follows it.
func (r *reader) isLocated(i int) bool {
	if !r.at(i + 1).is(",") {
		return false
	}
	_, ok := r.locatedAt(i + 2)
	return ok
}

// readNamesBefore states the authors that end with the comma or the full stop
// before the title at i: "Anita Sole, 'Notice and Silence'".
func (r *reader) readNamesBefore(i int) {
	if r.subject.wrote() || r.cur.hasAuthors() || !r.at(i-1).is(",") && !r.at(i-1).is(".") {
		return
	}
	if r.yearInParens(i-4) != (Span{}) { // "Cole, M. (2012), 'T'"
		if list, from, ok := r.namesBefore(i - 4); ok {
			r.takeNames(fieldAuthors, list, from, i-4)
			r.takeYearInParens(i - 4)
		}
		return
	}
	for _, end := range []int{i, i - 1} { // "Holt S." or "Holt S"
		if list, from, ok := r.namesBefore(end); ok && (r.at(i-1).is(",") || !list.isBare()) {
			r.takeNames(fieldAuthors, list, from, end)
			return
		}
	}
}
