package formatted

import (
	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// readWords reads a run of words by the role that they have: the container after
// a title, a place with a publisher, a publisher, a place.
func (f *formatted) readWords(i int, w *phrase.Work) (next int) {
	if next, ok := f.readImprint(i, w); ok {
		return next
	}
	next = f.wordsEnd(i)
	if next == i {
		return i + 1
	}
	sp := f.Span(i, next)
	switch f.roleOf(i, next, w) {
	case ref.FieldContainer:
		if f.Words(next-2, ",", "series") && next-2 > i && f.At(next).Kind == phrase.Number { // "Proceedings of the Cart Society, Series 2, 33"
			f.State(w, ref.FieldSeries, f.Span(next, next+1))
			f.StateContainer(w, f.Span(i, next-2))
			return next + 1
		}
		f.StateContainer(w, sp)
	case ref.FieldPublisher:
		next = f.partnersEnd(next)
		f.State(w, ref.FieldPublisher, f.Span(i, next))
	case ref.FieldSeries:
		f.State(w, ref.FieldSeries, sp)
	case ref.FieldInstitution:
		next = f.bodiesEnd(next)
		f.State(w, ref.FieldInstitution, f.Span(i, next))
	case ref.FieldAddress:
		next, _ = f.placeEnd(i)
		f.State(w, ref.FieldAddress, f.Span(i, next))
	default:
		if !f.labelsLink(next) {
			f.unread += next - i
		}
	}
	return next
}

// labelsLink reports whether a link follows the words before token i right away:
// "Available from: https://…".
func (f *formatted) labelsLink(i int) bool {
	return f.At(i).Kind == phrase.Link || f.At(i).Is(":") && f.At(i+1).Kind == phrase.Link
}

// roleOf tells what the words in tokens from i to next are.
func (f *formatted) roleOf(i, next int, w *phrase.Work) ref.Field {
	housed := w.Publisher != "" || w.Institution != ""
	switch {
	case f.labelsLink(next), !f.opensName(i):
		return ""
	case f.isThesis() && !housed, lexicon.NounType(f.work.Noun) == ref.TechReport && !housed && f.isBodyAt(i, next):
		return ref.FieldInstitution
	case w.Container == "" && w.Series == "" && !housed && f.isSeriesOfBooks(i, next):
		return ref.FieldSeries
	case w.Container == "" && !housed && f.isContainer(i, next):
		return ref.FieldContainer
	case w.Container != "" && w.Series == "" && f.isSeries(next, w) && !f.knownPlace(i):
		return ref.FieldSeries
	case !housed && f.isPublisher(i, next, w):
		return ref.FieldPublisher
	case w.Address == "" && f.isAddress(i, housed):
		return ref.FieldAddress
	}
	return ""
}

// opensName reports whether a name can begin at token i.
func (f *formatted) opensName(i int) bool {
	t := f.At(i)
	return t.Capital || t.Kind == phrase.Number || t.In(lexicon.LowerNames)
}

// isContainer reports whether the words after the title are what holds the work:
// locators follow, the name says so, or the title is in quotation marks.
func (f *formatted) isContainer(i, next int) bool {
	switch {
	case f.isPressAt(i, next):
		return (f.isOfSociety(i, next) || f.quoted) && (f.holdsLocator(next) || f.isVenueNamed(i, next))
	case f.work.Meeting, f.holdsLocator(next), f.isNewspaper(next), f.isWordBeforeYear(i, next):
		return true
	case f.quoted && !f.isBodyAt(i, next) && lexicon.NounType(f.work.Noun) == "":
		return true
	}
	return f.LooksLikeVenue(i, next) && !f.isPersonAt(i, next)
}

// isWordBeforeYear reports whether tokens from i to next are one word before the year
// that nothing calls a publishing house: "Felt rims in perspective. IJFR, 2008."
func (f *formatted) isWordBeforeYear(i, next int) bool {
	edited := len(f.work.Editors) > 0 && len(f.work.Authors) == 0 // "Falk, B., ed. Felt Rims. Harbour, 2008."
	return next == i+1 && !edited && f.At(next).Is(",") && phrase.IsYear(f.At(next+1)) && !f.knownPlace(i) && lexicon.NounType(f.work.Noun) == ""
}

// isSeries reports whether the volume after token next is the first one that is
// told: "ICCV 2019. LNCS, vol. 11111".
func (f *formatted) isSeries(next int, w *phrase.Work) bool {
	_, ok := f.volumeAt(next)
	return ok && w.Volume == ""
}

// isSeriesOfBooks reports whether the words in tokens from i to next name a series, and
// a place with a publisher is right after them.
func (f *formatted) isSeriesOfBooks(i, next int) bool {
	return namesSeries(f.Slice(f.Span(i, next))) && f.At(next).Is(".") && f.opensImprint(next+1)
}

// isPublisher reports whether the words in tokens from i to next brought out the
// work, or what holds it. Articles seldom name who did.
func (f *formatted) isPublisher(i, next int, w *phrase.Work) bool {
	switch {
	case w.Container == "", f.isPressAt(i, next):
		return true
	case f.isBodyAt(i, next) && !f.isArticle():
		return true
	}
	return !f.knownPlace(i) && (f.isHeld() || f.isOfMeeting() && !f.goesOn(i))
}

// isAddress reports whether the place at token i is that of the publisher or of the
// meeting.
func (f *formatted) isAddress(i int, housed bool) bool {
	_, ok := f.placeEnd(i)
	return ok && f.goesOn(i) && (housed || f.isOfMeeting() || f.knownPlace(i))
}

// partnersEnd is where the name of a house ends that goes on at token i with two
// other names, which are no places: "Farrow, Horn and Roe".
func (f *formatted) partnersEnd(i int) (next int) {
	and := f.At(i + 2)
	if !f.At(i).Is(",") || !f.At(i+1).Capital || !and.Is("and") && !and.Is("&") || !f.At(i+3).Capital || f.knownPlace(i+1) || f.knownPlace(i+3) {
		return i
	}
	if next = i + 4; next < len(f.Tokens) && !f.At(next).Is(".") && !f.At(next).Is(",") {
		return i
	}
	return next
}

// goesOn reports whether what is at token i goes on with what is before it.
func (f *formatted) goesOn(i int) bool { return f.At(i-1).Is(",") || f.At(i-1).Is(";") }

// isArticle reports whether the work has a place in a journal.
func (f *formatted) isArticle() bool {
	w := &f.work
	return w.Container != "" && (w.Volume != "" || w.Pages != "") && !f.isHeld() && !f.isOfMeeting()
}

// isOfMeeting reports whether the container is the proceedings of a meeting.
func (f *formatted) isOfMeeting() bool {
	return f.work.Container != "" && (f.work.Meeting || phrase.IsProceedings(f.work.Container))
}

// isHeld reports whether the container is a book.
func (f *formatted) isHeld() bool { return f.work.Held || len(f.work.Editors) > 0 }

func (f *formatted) isThesis() bool { return lexicon.NounType(f.work.Noun) == ref.PhDThesis }

// isPersonAt reports whether tokens from i to next are a person by whom a press is
// named, "J. Johnson", and no journal.
func (f *formatted) isPersonAt(i, next int) bool {
	_, after, ok := f.PersonAt(i)
	return ok && f.IsInitial(i) && after == next
}

// isNewspaper reports whether the words before token i end as the name of a
// newspaper does.
func (f *formatted) isNewspaper(i int) bool {
	last := f.At(i - 1)
	return last.Capital && last.In(lexicon.PeriodicalHeads)
}

// isPressAt reports whether the words in tokens from i to next name a publishing
// house; MLA cuts "University Press" short.
func (f *formatted) isPressAt(i, next int) bool {
	return i < next && (f.At(next-1).Text == "UP" || phrase.IsPress(f.Slice(f.Span(i, next))))
}

// knownPlace reports whether a city or a country of the table is at token i.
func (f *formatted) knownPlace(i int) bool { return phrase.IsPlace(f.Text, i) }

// isBodyAt reports whether the words in tokens from i to next name a body; IEEE cuts
// them short.
func (f *formatted) isBodyAt(i, next int) bool {
	for at := i; at < next; at++ {
		switch t := f.At(at); {
		case t.In(lexicon.BodyWords), t.Is("univ"), t.Is("dept"), t.Is("inst"):
			return true
		}
	}
	return false
}

// bodiesEnd is where the name ends that goes on with the bodies after commas:
// "Dept. Mech. Eng., Univ. Leeds".
func (f *formatted) bodiesEnd(i int) (next int) {
	for next = i; f.At(next).Is(","); {
		end := f.wordsEnd(next + 1)
		if !f.isBodyAt(next+1, end) {
			break
		}
		next = end
	}
	return next
}

// readImprint reads a place with a publisher, "Leeds, U.K.: Northgate Press", or a publisher
// with its place: "Northgate Press: Leeds, U.K.".
func (f *formatted) readImprint(i int, w *phrase.Work) (next int, ok bool) {
	if next, ok := f.readHouseFirst(i, w); ok {
		return next, true
	}
	colon, ok := f.placeEnd(i)
	if !ok || !f.At(colon).Is(":") || !f.At(colon+1).Capital || w.Publisher != "" || f.LooksLikeVenue(i, colon) || f.isJournalWithColon(i, colon) {
		return i, false
	}
	f.State(w, ref.FieldAddress, f.Span(i, colon))
	next = f.wordsEnd(colon + 1)
	f.State(w, ref.FieldPublisher, f.Span(colon+1, next))
	return next, true
}

// readHouseFirst reads a publisher with its place after a colon, if it is named as a publisher
// or the place is known.
func (f *formatted) readHouseFirst(i int, w *phrase.Work) (next int, ok bool) {
	colon := i
	for f.At(colon).Kind == phrase.Word || f.At(colon).Is("&") {
		colon++
	}
	next, ok = f.placeEnd(colon + 1)
	if !ok || !f.At(i).Capital || !f.At(colon).Is(":") || w.Publisher != "" || f.knownPlace(i) || f.LooksLikeVenue(i, colon) {
		return i, false
	}
	if end := f.At(next); !end.Is(".") && !end.Is(",") && !end.Is(";") && end.Kind != phrase.NoToken || f.isPressAt(colon+1, next) || !f.knownPlace(colon+1) && !f.isPressAt(i, colon) {
		return i, false
	}
	f.State(w, ref.FieldPublisher, f.Span(i, colon))
	f.State(w, ref.FieldAddress, f.Span(colon+1, next))
	return next, true
}

// isJournalWithColon reports whether what is before the colon is no place because a
// volume follows what is after it: "Environment and Planning D: Streets, 34(2)".
func (f *formatted) isJournalWithColon(i, colon int) bool {
	next := f.wordsEnd(colon + 1)
	if f.knownPlace(i) || f.isPressAt(colon+1, next) {
		return false
	}
	_, volume := f.volumeAt(next)
	t := f.At(f.SkipComma(next))
	return volume || t.Kind == phrase.Number && !phrase.IsYear(t)
}

// placeEnd reads a place at token i, perhaps with its state and its country: "New
// Haven (CT)", "Seattle, WA, USA".
func (f *formatted) placeEnd(i int) (next int, ok bool) {
	next, ok = f.PlaceName(i)
	if inside, state := f.PlaceName(next + 1); ok && state && f.At(next).Is("(") && f.At(inside).Is(")") {
		return inside + 1, true
	}
	for parts := 1; ok && (f.At(next).Is(",") || f.At(next).Is("and") || f.At(next).Is("&")); parts++ {
		end, more := f.PlaceName(next + 1)
		if !more || parts > 1 && !f.knownPlace(next+1) || f.At(next+1).In(lexicon.VenueHeads) {
			break
		}
		next = end
	}
	return next, ok
}

// holdsLocator reports whether locators follow at token i, as they do after a
// journal.
func (f *formatted) holdsLocator(i int) bool {
	for f.At(i).Is(",") || f.At(i).Is(".") {
		i++
	}
	if _, _, ok := f.LocatorWord(i); ok {
		return true
	}
	t := f.At(i)
	if phrase.IsYear(t) {
		return f.At(i+1).Is(";") && f.At(i+2).Kind == phrase.Number || phrase.IsMonth(f.At(i+1)) || f.isVolumeAfterYear(i+1) // Vancouver, ACS
	}
	if phrase.IsMonth(t) || f.At(i).Is("(") && phrase.IsYear(f.At(i+1)) {
		return true
	}
	return t.Kind == phrase.Number && !phrase.IsYear(t) && !f.IsEditionAt(i)
}
