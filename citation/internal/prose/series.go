package prose

import (
	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// readSeries reads "part of the series S", "part of the S series".
func (r *reader) readSeries(i int) (next int) {
	from := i + 2
	if r.At(from).Is("the") || r.At(from).Is("its") || r.At(from).In(lexicon.Possessives) {
		from++
	}
	called := r.At(from).Is("series")
	if called {
		from++
	}
	next, ok := r.ProperPhrase(from)
	if r.At(from).Kind == phrase.Quoted {
		next, ok = from+1, true
	}
	if !ok || r.cur.Title == "" || !called && !r.At(next).Is("series") {
		return i + 2
	}
	r.take(ref.FieldSeries, from, next)
	return next
}

// isInSeries reports whether what the sentence says of a series is of the one in which
// the work, a book, was published.
func (r *reader) isInSeries() bool {
	return r.cur.Title != "" && r.topic == theWork && (r.cur.is(ref.Book) || r.cur.Publisher != "") && r.cur.Container == ""
}

// readSeriesName reads the name of a series at i: "the series Studies in Wood".
func (r *reader) readSeriesName(i int) (next int) {
	next, ok := r.ProperPhrase(i)
	if r.At(i).Kind == phrase.Quoted {
		next, ok = i+1, true
	}
	if !ok {
		return i
	}
	r.take(ref.FieldSeries, i, next)
	return next
}
