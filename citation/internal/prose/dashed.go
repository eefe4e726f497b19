package prose

import (
	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// readDashed reads an item of a list that has a title without marks and its author on the two sides
// of a dash, in either order, and when it came out in parentheses: "The Quiet Cart – Ann Lee
// (Northgate, 2010)", "Ann Lee – Oak in Winter (2012)".
func (r *reader) readDashed() (next int, ok bool) {
	first := 0
	if r.At(0).Kind == phrase.Number && (r.At(1).Is(".") || r.At(1).Is(")")) {
		first = 2
	}
	dash := first + 1
	for dash < longestDashed && (r.At(dash).Kind == phrase.Word || r.At(dash).Is(":")) {
		dash++
	}
	last := r.dashEnd(dash)
	if last == dash || r.At(dash).Start == r.At(dash-1).End {
		return 0, false
	}
	open := last
	for open < last+longestDashed && (r.At(open).Kind == phrase.Word || r.At(open).Is(":")) {
		open++
	}
	if !r.isYearOrHouse(open) {
		return 0, false
	}
	title, author := [2]int{first, dash}, [2]int{last, open}
	if r.isWholeName(first, dash) {
		title, author = author, title
	}
	if !r.isWholeName(author[0], author[1]) || !r.isDashedTitle(title[0], title[1]) {
		return 0, false
	}
	list, _, _ := r.NamesAt(author[0])
	r.takeNames(ref.FieldAuthors, list, author[0], author[1])
	r.takeTitle(title[0], title[1])
	r.cur.Noun, r.topic = "book", theWork
	if house, ok := r.ProperPhrase(open + 1); ok {
		r.take(ref.FieldPublisher, open+1, house)
	}
	end := r.ClosingParen(open)
	r.take(ref.FieldYear, end-1, end)
	return end + 1, true
}

// longestDashed is how many tokens are on one side of the dash.
const longestDashed = 16

// dashEnd is the token after the dash at i, which may be written as two hyphens.
func (r *reader) dashEnd(i int) (next int) {
	for next = i; phrase.IsDash(r.At(next)); next++ {
	}
	return next
}

// isYearOrHouse reports whether the parentheses at i, which end the text, hold a year, perhaps with
// a house before it.
func (r *reader) isYearOrHouse(i int) bool {
	end := r.ClosingParen(i)
	if after := r.At(end + 1); !r.At(i).Is("(") || after.Kind != phrase.NoToken && !(after.Is(".") && r.At(end+2).Kind == phrase.NoToken) {
		return false
	}
	return r.YearInParens(i) != (ref.Span{}) || r.isNameAndYear(i)
}

// isWholeName reports whether tokens from to next are the name of one person, with given names.
func (r *reader) isWholeName(from, next int) bool {
	list, end, ok := r.NamesAt(from)
	return ok && end == next && list.IsPersonal() && len(list.Names) == 1 && list.Names[0].Given != "" && !r.At(from).In(lexicon.FunctionWords)
}

// isDashedTitle reports whether tokens from to next are a title and no name of a person: there is a
// small word among them, or an article before them.
func (r *reader) isDashedTitle(from, next int) bool {
	if !r.At(from).Capital || next < from+2 {
		return false
	}
	for i := from; i < next; i++ {
		if t := r.At(i); t.In(lexicon.FunctionWords) || t.Is(":") || !t.Capital && !t.In(lexicon.Particles) {
			return true
		}
	}
	return next > from+4
}
