package formatted

import (
	"strings"

	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// readTitledItem reads an item of a list that begins with a title which is marked, or with
// one that "By" ends, before the authors in full:
//
//	**Felt Rims** (2nd ed.) – Ann Lee. Harbour Press, 2017.
//	*Felt Rims* — Ann Lee & Bo Park (Harbour Press, 2013). Dry but sound.
//	"Felt Rims", Ann Lee, Bo Park, Cart Affairs 12, 2017.
//	"Felt Rims" Ann Lee, Cart Affairs 12 (2017), 3-9
//	The Invention of Rims. By Ann Lee. Cork: Harbour Press, 2017.
func readTitledItem(s *phrase.Text) (w phrase.Work, ok bool) {
	f := formatted{Text: s}
	first := f.skipLabel()
	stop := first + 1
	switch {
	case f.At(first).Kind == phrase.Quoted:
	case strings.Contains(s.Content[s.At(0).Start:], ". By "): // not in what is before a part
		if stop = f.byLine(first); stop < 0 {
			return phrase.Work{}, false
		}
	default:
		return phrase.Work{}, false
	}
	i, dashed, ok := f.skipToAuthors(stop)
	if !ok || f.tellsStory() {
		return phrase.Work{}, false
	}
	list, next, ok := f.peopleAt(i)
	if !ok || !list.IsPersonal() || !list.AreWhole() || f.LooksLikeVenue(i, next) || !dashed && len(list.Names) < 2 && !f.isPersonAlone(i, next) {
		return phrase.Work{}, false
	}
	f.work.TitleFirst = true
	f.State(&f.work, ref.FieldTitle, f.Span(first, stop))
	f.work.StateNames(ref.FieldAuthors, list, f.Span(i, next))
	f.quoted = !dashed
	if f.At(next).Is("(") {
		f.readInside(next+1, f.ClosingParen(next))
	} else {
		f.readRest(next)
	}
	f.settleKind()
	if f.work.Container == "" {
		f.work.Drop(ref.FieldPages) // "Pp. xii, 340": how many a book has
	}
	if f.unread > 0 || !f.isFound() || i == stop && !f.isArticle() {
		return phrase.Work{}, false
	}
	return f.work, true
}

// isPersonAlone reports whether the one name in tokens from i to next, after a title, is
// that of a person and of no journal: a line says so, it has an initial, or where the work
// came out is still to come.
func (f *formatted) isPersonAlone(i, next int) bool {
	before, after := f.At(i-1), f.At(next+1)
	return before.Text == "By" || f.IsInitial(i) || (before.Is(",") || before.Kind == phrase.Quoted) && f.At(next).Is(",") && (after.Kind == phrase.Quoted || after.Capital && !phrase.IsMonth(after) && !f.knownPlace(next+1))
}

// byLine is the full stop after the title at token i before the line that says by whom it
// is, or -1.
func (f *formatted) byLine(i int) int {
	for at := i + 1; f.At(i).Capital && at < i+phrase.LongestPhrase; at++ {
		switch t := f.At(at); {
		case t.Is(".") && f.At(at+1).Text == "By" && f.At(at+2).Capital:
			return at
		case t.Kind == phrase.NoToken, t.Kind == phrase.Quoted, t.Is("."), t.Is("("):
			return -1
		}
	}
	return -1
}

// skipToAuthors skips what is between a title and its authors: what is said of it in
// parentheses, and a dash, a comma, a full stop or "by". It reports whether it was a dash,
// and whether there may be authors.
func (f *formatted) skipToAuthors(i int) (next int, dashed, ok bool) {
	next = i
	if end := f.ClosingParen(next); f.At(next).Is("(") && f.At(end).Is(")") {
		if !f.readDescription(next, end, &f.work) {
			return i, false, false
		}
		next = end + 1
	}
	switch t := f.At(next); {
	case phrase.IsDash(t) && t.Start > f.At(next-1).End:
		next, dashed = next+1, true
	case t.Is(","), t.Is("."):
		next++
	case next > i || !f.IsNameWord(i):
		return i, false, false
	}
	if f.At(next).Is("by") {
		next++
	}
	return next, dashed, true
}

// readInside reads the parts of a work in parentheses; what is said after them tells the
// reader of it.
func (f *formatted) readInside(i, end int) {
	for w := &f.work; i < end; {
		i = f.readPart(i, w)
	}
}
