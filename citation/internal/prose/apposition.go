package prose

import (
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

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
	if t := r.At(i); t.Kind == phrase.Number && !phrase.IsYear(t) {
		l.volume, l.from = i, i+1
	}
	if l.next, ok = r.ProperPhrase(l.from); !ok {
		return l, false
	}
	at := l.next
	if r.At(at).Is(",") {
		at++
	}
	_, _, labelled := r.LocatorWord(at)
	switch {
	case l.volume >= 0:
		return l, r.At(l.next).Kind == phrase.Number && r.lawYear(l.next+1) >= 0
	case labelled:
		return l, true
	case phrase.IsYear(r.At(at)):
		return l, at > l.next && r.LooksLikeVenue(l.from, l.next)
	}
	return l, r.At(at).Kind == phrase.Number && r.endsVolume(at)
}

// endsVolume reports whether the number at i is a volume, by what follows it: an
// issue, pages or the year.
func (r *reader) endsVolume(i int) bool {
	after := r.NumberInParens(i+1, nil)
	if after > i+1 || r.YearInParens(after) != (ref.Span{}) {
		return true
	}
	return (r.At(after).Is(":") || r.At(after).Is(",")) && r.IsLocatorValue(after+1)
}

// lawYear is the token of the year in the parentheses at i, perhaps after the page
// that is pointed to, ", 1190 (1992)"; or -1.
func (r *reader) lawYear(i int) int {
	if r.At(i).Is(",") && r.At(i+1).Kind == phrase.Number {
		i = r.RangeEnd(i + 1)
	}
	if r.YearInParens(i) == (ref.Span{}) {
		return -1
	}
	return i + 1
}

// readApposition reads the journal after the comma at i, right after a title.
func (r *reader) readApposition(i int) (next int, ok bool) {
	w := &r.cur.Work
	if r.At(i-1).Kind != phrase.Quoted || w.Container != "" || !r.endsField(i-1, ref.FieldTitle) {
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
	r.take(ref.FieldVolume, l.volume, l.volume+1)
	r.take(ref.FieldPages, l.next, r.RangeEnd(l.next))
	r.take(ref.FieldYear, year, year+1)
	return year + 2, true
}

// isJournalAfterParens reports whether token i, in italics, is the journal after a title
// and the parentheses that name its authors: "'T' (Lee, 2018), *Cart Affairs*, vol. 2".
func (r *reader) isJournalAfterParens(i int) bool {
	if r.At(i).Kind != phrase.Quoted || !r.IsItalic(r.Span(i, i+1)) || !r.At(i-2).Is(")") || r.topic == theStory || r.cur.Title == "" || r.cur.Container != "" {
		return false
	}
	after := r.SkipComma(i + 1)
	_, _, located := r.LocatorWord(after)
	return located || r.At(after).Kind == phrase.Number
}

// isLocated reports whether the quotation at i is a title because a journal with its
// locators follows it.
func (r *reader) isLocated(i int) bool {
	if !r.At(i + 1).Is(",") {
		return false
	}
	_, ok := r.locatedAt(i + 2)
	return ok
}

// readNamesBefore states the authors that end with the comma or the full stop
// before the title at i: "Anita Sole, 'Notice and Silence'".
func (r *reader) readNamesBefore(i int) {
	if r.subject.wrote() || r.cur.hasAuthors() || !r.At(i-1).Is(",") && !r.At(i-1).Is(".") {
		return
	}
	if r.YearInParens(i-4) != (ref.Span{}) { // "Cole, M. (2012), 'T'"
		if list, from, ok := r.NamesBefore(i - 4); ok {
			r.takeNames(ref.FieldAuthors, list, from, i-4)
			r.takeYearInParens(i - 4)
		}
		return
	}
	for _, end := range []int{i, i - 1} { // "Holt S." or "Holt S"
		if list, from, ok := r.NamesBefore(end); ok && (r.At(i-1).Is(",") || !list.IsBare()) {
			r.takeNames(ref.FieldAuthors, list, from, end)
			return
		}
	}
}
