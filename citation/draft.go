package citation

// draft is the work at hand while the sentence goes on about it.
type draft struct {
	work
	guessed bool // the authors are those by whom something was reported
}

// is reports whether the noun for the work is one for works of a type.
func (d *draft) is(t EntryType) bool { return nounType(d.noun) == t }

// isEmpty reports whether nothing says yet which work it is.
func (d *draft) isEmpty() bool { return d.Title == "" && d.Container == "" }

func (d *draft) hasAuthors() bool { return len(d.Authors) > 0 }

// isWork reports whether enough is known of the draft for it to be a work.
func (d *draft) isWork() bool {
	return !d.isEmpty() || d.Publisher != "" || d.is(PhDThesis) && d.Institution != ""
}

// take gives a field of the work at hand the words from one token up to another,
// unless it has a value.
func (r *reader) take(f field, from, next int) {
	r.state(&r.cur.Reference, f, r.span(from, next))
}

func (r *reader) takeContainer(from, next int) {
	r.stateContainer(&r.cur.Reference, r.span(from, next))
}

func (r *reader) takeNames(f field, list nameList, from, next int) {
	r.cur.stateNames(f, list, r.span(from, next))
}

func (r *reader) takeDate(d date) { r.stateDate(&r.cur.Reference, d) }

// takeYearInParens gives the work at hand the year in the parentheses at i, if that
// is what they hold, and returns the token after them.
func (r *reader) takeYearInParens(i int) (next int) {
	if r.yearInParens(i) == (Span{}) {
		return i
	}
	r.take(fieldYear, i+1, i+2)
	return i + 3
}

// endsField reports whether a value of the work at hand ends with token i.
func (r *reader) endsField(i int, f field) bool {
	sp, stated := r.cur.Spans[string(f)]
	return stated && r.at(i).end == sp[1]
}

// startWork begins another work, which the last noun is one for.
func (r *reader) startWork() {
	r.finish()
	r.cur = draft{}
	if r.noun > 0 {
		r.cur.noun = r.at(r.noun).lower
	}
}

// finish keeps the work at hand, if it is one.
func (r *reader) finish() {
	d := &r.cur
	if !d.isWork() {
		return
	}
	if !d.hasAuthors() && r.subject.role == author {
		d.stateNames(fieldAuthors, r.subject.nameList, r.subject.span)
		d.issuers = r.slice(r.subject.span)
	} else {
		d.issued = false
	}
	if d.Title == "" && !d.hasAuthors() {
		return
	}
	if r.openingDate.year != (Span{}) && r.subject.wrote() {
		r.takeDate(r.openingDate)
	}
	r.works = append(r.works, d.settled())
}
