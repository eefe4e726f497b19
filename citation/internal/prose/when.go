package prose

import (
	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// readOn reads the date after "on" or "since". A day at the end of the sentence is
// the work's even after the story.
func (r *reader) readOn(i int) (next int) {
	d, next, ok := r.DateAt(i + 1)
	if !ok || r.topic == theStory && (r.cur.Title == "" || d.Day == (ref.Span{}) || r.At(next+1).Kind != phrase.NoToken) {
		return i + 1
	}
	r.takeDate(d)
	return next
}

// readFrom reads the date after "from": "is a preprint from 2014".
func (r *reader) readFrom(i int) (next int) {
	d, next, ok := r.DateAt(i + 1)
	if !ok || r.At(next).Is("to") || r.At(next).Capital {
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
	d, next, ok := r.DateAt(i + 1)
	if !ok || r.At(next).Capital && r.At(i+1).Kind == phrase.Number && !r.At(next).Is("in") { // "in 2019 IEEE Conference on"
		return i, false
	}
	if len(r.works) > 0 && r.At(next).Is("and") && phrase.IsYear(r.At(next+1)) { // one for each work
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
	if !phrase.IsMonth(r.At(at)) || r.At(at+1).Kind == phrase.Number || r.topic == theStory || r.cur.Month != 0 || r.isMonthlyJournal(at) {
		return i, false
	}
	r.cur.Month = lexicon.Months[r.At(at).Lower]
	r.cur.Mark(ref.FieldMonth, r.Span(at, at+1))
	return at + 1, true
}

// isMonthlyJournal reports whether the month at i is the name of a journal, as its
// volume or its issue follows: "October, volume 8".
func (r *reader) isMonthlyJournal(i int) bool {
	if r.cur.Container != "" || !r.At(i+1).Is(",") {
		return false
	}
	f, _, ok := r.LocatorWord(i + 2)
	return ok && (f == ref.FieldVolume || f == ref.FieldNumber)
}

// readInSeason reads a season after the "in" at i: "in the spring of 2012".
func (r *reader) readInSeason(i int) (next int, ok bool) {
	if !r.At(i+1).Is("the") || !r.At(i+2).In(lexicon.Seasons) || r.topic == theStory {
		return i, false
	}
	d, next, ok := r.DateAt(i + 2)
	if ok {
		r.takeDate(d)
	}
	return next, ok
}

// dateEnding is the longest date that ends right before token next.
func (r *reader) dateEnding(next int) (d phrase.Date) {
	for from := max(0, next-5); from < next; from++ {
		if d, end, ok := r.DateAt(from); ok && end == next {
			return d
		}
	}
	return phrase.Date{}
}
