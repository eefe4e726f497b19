package citation

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

// isInSeries reports whether what the sentence says of a series is of the one in which
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
