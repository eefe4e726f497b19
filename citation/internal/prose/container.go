package prose

import (
	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/venue"
)

// introducedByIn are the readers of what "in" introduces; the first that finds
// what it looks for has read it.
var introducedByIn = []func(r *reader, i int) (next int, ok bool){
	(*reader).readInProduct,      // in Kelp Tools 2.3 by the Felt Group
	(*reader).readInReport,       // in Report HI-12, 'T'
	(*reader).readInOwned,        // in Lee's novel
	(*reader).readInEdited,       // in Lee and Park (eds.), Y
	(*reader).readInDate,         // in March 2012
	(*reader).readInMonth,        // in March
	(*reader).readInSeason,       // in the spring of 2012
	(*reader).readInKind,         // in the journal
	(*reader).readInDatedJournal, // in the 1999 Experimental Neurology
	(*reader).readInName,         // in Cart Affairs, in New York
}

// readIn reads what follows "in": a date, a container, a place.
func (r *reader) readIn(i int) (next int) {
	for _, read := range introducedByIn {
		if next, ok := read(r, i); ok {
			return next
		}
	}
	return i + 1
}

// skipArticle skips "the", "a" or "an" at i.
func (r *reader) skipArticle(i int) (next int) {
	if t := r.At(i); t.Is("the") || t.Is("a") || t.Is("an") {
		return i + 1
	}
	return i
}

// readInProduct reads the product that something was done in.
func (r *reader) readInProduct(i int) (next int, ok bool) { return r.readProduct(i + 1) }

// readInKind leaves a noun such as "journal" to what reads the name after it.
func (r *reader) readInKind(i int) (next int, ok bool) {
	next = r.skipArticle(i + 1)
	t := r.At(next)
	return next, !t.Capital && (t.Is("journal") || t.Is("magazine") || t.Is("newspaper"))
}

// readInOwned reads the author of the work after the "in" at i: "in Lee's novel 'T'".
func (r *reader) readInOwned(i int) (next int, ok bool) { return r.readOwner(i + 1) }

// readInEdited reads the book after its editors: "'T' in Lee and Park (eds.), Y".
func (r *reader) readInEdited(i int) (next int, ok bool) {
	list, names, ok := r.NamesAt(i + 1)
	if !ok || !list.IsPersonal() || r.cur.Title == "" || r.cur.Container != "" || len(r.cur.Editors) > 0 {
		return i, false
	}
	book, ok := r.editorsMarkEnd(names)
	if !ok {
		return i, false
	}
	title := unmarkedTitle{book, book + 1, 1}
	if r.At(book).Kind != phrase.Quoted {
		if title, ok = r.unmarkedTitleAt(book); !ok || title.capitals < 2 {
			return i, false
		}
	}
	r.takeNames(ref.FieldEditors, list, i+1, names)
	r.takeContainer(title.from, title.next)
	r.cur.Held, r.topic = true, theWork
	return title.next, true
}

// editorsMarkEnd is the token after what says at i that those named before it are editors, and
// the comma after it: "(eds.),", ", eds.,".
func (r *reader) editorsMarkEnd(i int) (next int, ok bool) {
	enclosed := r.At(i).Is("(")
	if next = r.SkipComma(i); enclosed {
		next++
	}
	if !editing.has(r.At(next)) || r.At(next).Is("edited") {
		return i, false
	}
	if next++; r.At(next).Is(".") {
		next++
	}
	if enclosed && r.At(next).Is(")") {
		next++
	}
	return next + 1, r.At(next).Is(",") || r.At(next).Is(":")
}

// readInDatedJournal reads the journal after a year: "in the 1999 Experimental
// Neurology".
func (r *reader) readInDatedJournal(i int) (next int, ok bool) {
	year := i + 2
	if !r.At(i+1).Is("the") || !phrase.IsYear(r.At(year)) || !r.At(year+1).Capital || r.cur.Container != "" || r.IsMeeting(year, year+3) {
		return i, false
	}
	next, ok = r.ProperPhrase(year + 1)
	if !ok || r.isPlainNoun(next) {
		return i, false
	}
	r.take(ref.FieldYear, year, year+1)
	r.takeContainer(year+1, next)
	return next, true
}

// isPlainNoun reports whether the word at i is a noun for a work in lower case.
func (r *reader) isPlainNoun(i int) bool { return r.At(i).In(lexicon.WorkNouns) && !r.At(i).Capital }

// readInName reads the name after the "in" at i, of a series, a container or a
// place. A name that can be none of them is skipped.
func (r *reader) readInName(i int) (next int, ok bool) {
	from, next, ok := r.nameAfterIn(i)
	if !ok {
		return i, false
	}
	if next == from+1 && languages.has(r.At(from)) { // "came out in English in 2011"
		return next, true
	}
	if title, ok := r.unmarkedTitleAt(from); ok && title.next > next && r.isEditedAfter(title.next) { // "in Roads before Rail, ed. Lee"
		next = title.next
	}
	venue := r.LooksLikeVenue(from, next)
	switch {
	case r.At(next).Is("series") && r.isInSeries():
		r.take(ref.FieldSeries, from, next)
		return next + 1, true
	case r.isPlainNoun(next) && !phrase.IsApostropheToken(r.At(next-2)): // "in a BBC News article"
		if phrase.IsYear(r.At(from)) {
			from++
		}
		r.takeContainer(from, next)
	case from == i+1 && !venue && r.isPublishedIn(from), r.isBroughtOut(), r.publisherFollows(from):
		return r.readPlace(from, next), true
	case r.cur.Title == "" && !venue && r.hasImprint(next):
		r.takeTitle(from, next)
		r.cur.Noun, r.topic = "book", theWork
		r.readRelated()
	case r.mayBeIn(venue) && (venue || !phrase.IsPlace(r.Text, from)):
		if !looksUp(r.Slice(r.Span(from, next))) {
			next = r.sentenceCaseEnd(next)
		}
		r.cur.Held = r.cur.Held || r.At(i-1).Is("reprinted") && !venue
		r.takeContainer(from, next)
		r.topic = theWork
	}
	return next, true
}

// isEditedAfter reports whether what is at i says who edited the book before it.
func (r *reader) isEditedAfter(i int) bool {
	t := r.At(i + 1)
	return (r.At(i).Is(",") || r.At(i).Is("(")) && (t.Is("edited") || (t.Is("ed") || t.Is("eds")) && r.At(i+2).Is(".") && r.IsNameWord(i+3))
}

// languages are in what works appear, and hold none.
var languages = words("english", "french", "german", "spanish", "italian", "portuguese", "dutch", "swedish", "danish", "norwegian", "finnish", "polish", "czech", "hungarian", "russian", "ukrainian", "greek", "turkish", "arabic", "hebrew", "latin", "chinese", "japanese", "korean", "hindi", "bengali", "urdu", "persian", "swahili", "welsh", "irish", "catalan", "translation", "paperback", "hardcover", "hardback", "print")

// hasImprint reports whether the parentheses at i say where and by whom a book was
// brought out: "(Leiden: Brill, 1991)", "(Brill, 1991)".
func (r *reader) hasImprint(i int) bool {
	if !r.At(i).Is("(") {
		return false
	}
	if r.isPressAt(i+1) && r.endsDated(i) {
		return true
	}
	place, ok := r.PlaceAt(i + 1)
	return ok && r.At(place).Is(":") && r.At(place+1).Capital
}

// nameAfterIn finds the name after the "in" at i, to which a capitalised article
// belongs: "in The Atlantic".
func (r *reader) nameAfterIn(i int) (from, next int, ok bool) {
	from = r.skipArticle(i + 1)
	if r.At(i + 1).Capital {
		from = i + 1
	}
	next, ok = r.ProperPhrase(from)
	if r.Words(i+1, "the", "the") {
		from = i + 2
	}
	return from, next, ok && from < next
}

// readPlace reads the place at token i, the name of which, or of something else,
// goes on to token next.
func (r *reader) readPlace(i, next int) int {
	end, ok := r.PlaceAt(i)
	if !ok {
		return next
	}
	r.take(ref.FieldAddress, i, end)
	return end
}

// isPublishedIn reports whether the place at i, after "in", is where a title was
// published.
func (r *reader) isPublishedIn(i int) bool {
	said := r.At(i-2).Is("published") || r.endsField(i-2, ref.FieldTitle) && r.isBroughtOutByBody() && r.IsOneOf(phrase.Cities, i)
	return said && r.cur.Title != "" && r.cur.Address == "" && phrase.IsPlace(r.Text, i) && !r.cur.is(ref.Article)
}

// isBroughtOutByBody reports whether the subject is a body that published, released
// or issued the work: what is said of a place is where it did so.
func (r *reader) isBroughtOutByBody() bool {
	return r.subject.role == author && r.cur.Issued && !r.subject.IsPersonal()
}

// isBroughtOut reports whether whoever brought the work out, or the meeting where
// it was presented, is known without a place.
func (r *reader) isBroughtOut() bool {
	w := &r.cur
	return r.topic == theWork && w.Address == "" && (w.Publisher != "" || w.Institution != "" || r.isAtMeeting())
}

// isAtMeeting reports whether the container is named for a conference.
func (r *reader) isAtMeeting() bool { return isMeetingName(r.cur.Container) }

// mayBeIn reports whether a name after "in", which looks like a venue or does not,
// can be the container of the work at hand.
func (r *reader) mayBeIn(venue bool) bool {
	w := &r.cur
	if w.Container != "" {
		return false
	}
	known := w.Title != "" || w.hasAuthors()
	return r.topic == theWork && (known || r.deed != untold || r.noun >= 0) || venue && (known || r.subject.wrote())
}

// sentenceCaseEnd goes on with the words in lower case of a book that holds a
// chapter: "The Harbour companion to tides and towns".
func (r *reader) sentenceCaseEnd(i int) (next int) {
	if !r.cur.is(ref.InCollection) || r.At(i).Kind != phrase.Word || r.At(i).In(lexicon.Neutral) {
		return i
	}
	for next = i; r.At(next).Kind == phrase.Word && !r.At(next).In(lexicon.AfterBook) && !r.At(next).Is("in"); next++ {
	}
	return next
}

// publisherFollows reports whether the place at i goes on with its publisher: "New
// Brunswick, NJ by Rutgers University Press".
func (r *reader) publisherFollows(i int) bool {
	if r.topic == theStory || r.cur.Publisher != "" || r.cur.Address != "" {
		return false
	}
	end, ok := r.PlaceAt(i)
	return ok && r.At(end).Is("by") && (r.isPublisher(end+1) || r.subject.wrote() || r.cur.hasAuthors())
}

// isMeetingName reports whether a container is named for a conference.
func isMeetingName(name string) bool {
	if name == "" {
		return false
	}
	if v, known := venue.Find(name); known {
		return !v.Journal
	}
	s := phrase.NewText(name)
	defer s.Release()
	return s.IsMeeting(0, len(s.Tokens))
}

// readAt reads the meeting, or the university of a thesis, after "at".
func (r *reader) readAt(i int) (next int) {
	from := r.skipThe(i + 1)
	next, ok := r.ProperPhrase(from)
	if !ok || r.topic == theStory {
		return i + 1
	}
	switch {
	case r.cur.is(ref.PhDThesis):
		return r.readSchool(from)
	case r.IsMeeting(from, next) || r.LooksLikeVenue(from, next):
		r.cur.Meeting = true
		r.takeContainer(from, next)
	default:
		return i + 1
	}
	r.topic = theWork
	return next
}

// readAccepted reads the venue after "accepted to" at i.
func (r *reader) readAccepted(i int) (next int) {
	from := r.skipThe(i + 1)
	r.topic = theWork
	if r.At(from).In(lexicon.ContainerNouns) && !r.At(from).Capital {
		return from
	}
	next, _ = r.ProperPhrase(from)
	r.takeContainer(from, next)
	return next
}

// readSame gives the work the container of the one before: "in the same journal".
func (r *reader) readSame(i int) (next int) {
	if n := len(r.works); n > 0 && r.cur.Container == "" {
		if sp, ok := r.works[n-1].Spans[string(ref.FieldContainer)]; ok {
			r.StateContainer(&r.cur.Work, sp)
		}
	}
	r.topic = theWork
	return i + 2
}

// readWhole reads the book that a part is said to belong to: "the 'Tides' chapter
// of the Handbook of Physical Oceanography".
func (r *reader) readWhole(i int) (next int) {
	from := r.skipThe(i + 1)
	next, ok := r.ProperPhrase(from)
	if !ok || r.cur.Title == "" || r.cur.Container != "" {
		return i + 1
	}
	r.cur.Held = true
	r.takeContainer(from, next)
	r.topic = theWork
	return next
}

// readContainerNoun reads the name after "the journal".
func (r *reader) readContainerNoun(i int) (next int) {
	if r.At(i).Capital {
		return i + 1
	}
	from := i + 1
	next, ok := r.ProperPhrase(from)
	if r.At(from).Is("of") && r.At(from+1).Kind != phrase.NoToken && r.topic == theWork && r.cur.Container == "" {
		from, next, ok = i, r.CommonWords(from+1)+1, true // "the journal of medicine"
	}
	if !ok {
		return i + 1
	}
	r.takeContainer(from, next)
	r.topic = theWork
	return next
}

// isPartOfTitle reports whether the noun at i calls the title before it a part of
// a book: "the 'Tides' chapter".
func (r *reader) isPartOfTitle(i int) bool {
	return r.At(i).In(lexicon.PartNouns) && r.At(i-1).Kind == phrase.Quoted
}

// isPublisherOfContainer reports whether a publishing house is named at i, after
// the book that holds the work.
func (r *reader) isPublisherOfContainer(i int) bool {
	return r.topic == theWork && r.cur.Container != "" && r.cur.Publisher == "" && r.At(i).Capital && r.isPressAt(i) && !r.venueAt(i)
}

// readPlaceOfMeeting reads the place after the comma at i, where a meeting was held.
func (r *reader) readPlaceOfMeeting(i int) (next int) {
	if r.topic == theStory || !r.At(i+1).Capital || !r.endsField(i-1, ref.FieldContainer) || !r.cur.Meeting && !r.isAtMeeting() {
		return i
	}
	return r.readPlaceAfter(i)
}
