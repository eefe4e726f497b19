package formatted

import (
	"slices"
	"strings"

	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// fewestTitleWords is how many words the title has that stands before its authors.
const fewestTitleWords = 3

// readTitleFirst reads a reference as plans of a course have them: "Felt Rims at Work.
// A. Roe, B. Lind. Quiet 2010." The authors have initials, and a full stop ends them.
func readTitleFirst(s *phrase.Text) (w phrase.Work, ok bool) {
	f := formatted{Text: s}
	first := f.skipLabel()
	stop := first
	for stop < len(f.Tokens) && !f.At(stop).Is(",") && !f.IsInitial(stop) && !(f.At(stop).Is(".") && phrase.TitleFollowsStop(f.Content, f.At(stop).End)) {
		stop++
	}
	quoted := f.At(first).Kind == phrase.Quoted && stop == first+1
	if stop < first+fewestTitleWords && !quoted || !f.At(stop).Is(".") || !quoted && !f.At(first).Capital || !f.IsInitial(stop+1) || f.editedBy(stop+1) > stop+1 || f.tellsStory() {
		return phrase.Work{}, false
	}
	list, next, ok := f.peopleAt(stop + 1)
	if !ok || !f.At(next).Is(".") && !list.EtAl {
		return phrase.Work{}, false
	}
	f.work.TitleFirst = true
	f.State(&f.work, ref.FieldTitle, f.Span(first, stop))
	f.work.StateNames(ref.FieldAuthors, list, f.Span(stop+1, next))
	f.readRest(f.readMeeting(next))
	if f.unread > 0 || f.work.Year == "" || !f.isFound() {
		return phrase.Work{}, false
	}
	return f.work, true
}

// readEditedTitle reads a book whose title is before its editors: "Felt Rims at Work, edited
// by A. Roe and B. Lind (Leeds: Harbour Press, 2012)".
func readEditedTitle(s *phrase.Text) (w phrase.Work, ok bool) {
	f := formatted{Text: s}
	first := f.skipLabel()
	comma := first
	if f.At(first).Kind == phrase.Quoted {
		comma++
	} else {
		for f.At(comma).Kind == phrase.Word || f.At(comma).Is(":") {
			comma++
		}
	}
	from, edited := f.editorsAfter(comma)
	quoted := f.At(first).Kind == phrase.Quoted && comma == first+1
	if !edited || comma < first+fewestTitleWords && !quoted || !f.At(first).Capital && !quoted || f.tellsStory() {
		return phrase.Work{}, false
	}
	list, next := f.closedNames(from)
	if place, ok := f.placeEnd(f.SkipComma(next)); len(list.Names) == 0 || ok && f.knownPlace(f.SkipComma(next)) && !f.At(place).Is(":") { // "ed. A. Roe, New York, 1954"
		return phrase.Work{}, false
	}
	f.work.TitleFirst = true
	f.State(&f.work, ref.FieldTitle, f.Span(first, comma))
	f.work.StateNames(ref.FieldEditors, list, f.Span(from, next))
	if f.At(next).Is("(") {
		end := f.ClosingParen(next)
		if f.namesMore(end) {
			return phrase.Work{}, false
		}
		f.readInside(next+1, end)
	} else {
		f.readRest(next)
	}
	f.settleKind()
	if f.unread > 0 || f.work.Publisher == "" || f.work.Year == "" || f.work.Container != "" {
		return phrase.Work{}, false
	}
	return f.work, true
}

// namesMore reports whether another title may be after token i.
func (f *formatted) namesMore(i int) bool {
	return slices.ContainsFunc(f.Tokens[min(i, len(f.Tokens)):], func(t phrase.Token) bool { return t.Kind == phrase.Quoted })
}

// editorsAfter is the token of the first editor after the mark at token i and the words that say
// so: ", edited by", ", ed.", ". Hg. von".
func (f *formatted) editorsAfter(i int) (names int, ok bool) {
	mark, cue := f.At(i), i+1
	names = f.editorsCue(cue)
	return names, names > cue && (mark.Is(",") || mark.Is(".") && f.editedBy(cue) > cue)
}

// readMeeting reads the acronym of a meeting and its year after the stop at token i:
// "PLDI 2016".
func (f *formatted) readMeeting(i int) (next int) {
	name, year := f.At(i+1), f.At(i+2)
	if !f.At(i).Is(".") || !phrase.IsYear(year) || len(name.Text) < 3 || strings.ToUpper(name.Text) != name.Text || strings.ToLower(name.Text) == name.Text {
		return i
	}
	f.State(&f.work, ref.FieldContainer, f.Span(i+1, i+2))
	f.State(&f.work, ref.FieldYear, f.Span(i+2, i+3))
	f.work.Meeting = true
	return i + 3
}
