package prose

import (
	"strings"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// readBy reads who is named after "by": the authors, the publisher.
func (r *reader) readBy(i int) (next int) {
	from, before := i+1, r.At(i-1)
	if _, _, ok := r.StandardAt(from); ok {
		return from
	}
	switch {
	case !before.In(lexicon.WorkNouns) && r.publishedBefore(i):
		return r.readPublishedBy(from)
	case (r.isContainerNamed(i-1) || r.endsField(i-1, ref.FieldAddress)) && r.isPressAt(from):
		return r.readPublisher(from)
	}
	if before.Is("translated") || before.Kind == phrase.Quoted && r.At(i-2).Is("as") && r.At(i-3).Is("translated") {
		return r.skipTranslator(from)
	}
	if next, ok := r.readOwner(from); ok {
		return next
	}
	list, next, ok := r.NamesAt(from)
	described := r.skipDescription(from)
	if described == from && r.topic == theWork {
		described = r.skipCalling(from)
	}
	if !ok && described > from { // "by the climate scientist Ann Lee", "by former miner Ann Lee"
		from = described
		list, next, ok = r.NamesAt(from)
	}
	switch {
	case !ok:
		return r.skipOwnBody(from)
	case before.Is("reviewed") && r.cur.Title != "":
		return r.skipVenue(next)
	case r.isDoneBySubject():
		return next
	case r.topic == theStory && r.cur.Title == "" && r.cur.Container != "":
		return next
	case r.topic == theWork, r.ofNoun(before, list), r.isTheirs(list, next), r.isReported(before):
		r.cur.guessed = !r.cur.hasAuthors() && !before.In(lexicon.WorkNouns)
		r.takeNames(ref.FieldAuthors, list, r.SkipHonours(from), next)
		r.shareAuthors()
		r.topic = theWork
		if next, ok := r.readTitleOfAuthors(next); ok {
			return next
		}
		return r.readParts(r.takeYearInParens(next))
	}
	return r.takeYearInParens(next)
}

// skipOwnBody skips who is called and not named at i, after "by": "this Branch", "our team".
func (r *reader) skipOwnBody(i int) (next int) {
	if t := r.At(i); (t.Is("this") || t.Is("our")) && r.At(i+1).In(lexicon.BodyWords) {
		return i + 2
	}
	return i
}

// skipTranslator skips who is named at i, after "translated by".
func (r *reader) skipTranslator(i int) (next int) {
	if _, next, ok := r.NameAt(r.SkipHonours(i)); ok {
		return next
	}
	return i
}

// readTitleOfAuthors reads the title without marks after the colon at i, which comes
// after the authors of what a noun calls a work: "the textbook by A: The Quiet Cart".
func (r *reader) readTitleOfAuthors(i int) (next int, ok bool) {
	if !r.At(i).Is(":") || r.noun < 0 || r.cur.Title != "" {
		return i, false
	}
	title, ok := r.unmarkedTitleAt(i + 1)
	if !ok || title.words() < 2 || r.isNoTitle(title) {
		return i, false
	}
	r.takeTitle(title.from, title.next)
	return r.readParts(title.next), true
}

// readPublishedBy reads who is named at i, after "published by": authors that
// nothing tells to be a publishing house, or the publisher.
func (r *reader) readPublishedBy(i int) (next int) {
	list, next, ok := r.NamesAt(i)
	if !ok || !list.IsPersonal() || list.IsBare() || r.cur.hasAuthors() || r.subject.wrote() || r.isPublisher(i) || r.namesHouse(i, next) {
		return r.readPublisher(i)
	}
	r.takeNames(ref.FieldAuthors, list, r.SkipHonours(i), next)
	r.topic = theWork
	return r.takeYearInParens(next)
}

// isContainerNamed reports whether the last thing named, up to token i, is what
// holds the work.
func (r *reader) isContainerNamed(i int) bool {
	return r.cur.Held || r.cur.Title != "" && r.cur.Container != "" && r.endsField(i, ref.FieldContainer)
}

// isDoneBySubject reports whether people who begin the sentence made the work, so
// that "by" others is no more about it.
func (r *reader) isDoneBySubject() bool {
	return r.subject.role == author && r.deed != untold && r.subject.IsPersonal()
}

// isReported reports whether "by" after a word tells who reported something in a
// work that is still to be named, or wrote one.
func (r *reader) isReported(before *phrase.Token) bool {
	return before.In(lexicon.Reports) && (r.cur.Title == "" || before.In(lexicon.AuthoringVerbs) || before.Is("written"))
}

// ofMany reports whether the noun at i is for works that are counted together and
// not named: "52 articles published in the Journal of Carts".
func (r *reader) ofMany(i int) bool {
	t := r.At(i)
	if !t.In(lexicon.WorkNouns) || !strings.HasSuffix(t.Lower, "s") || t.Is("analysis") || t.Is("meta-analysis") || t.Is("thesis") || r.cur.Title != "" || r.At(i-1).Kind == phrase.Mark {
		return false
	}
	for at := i - 1; at > i-5; at-- {
		if r.At(at).Is("of") { // "a meta-analysis of studies published in": it was published there
			return !r.At(at - 1).In(lexicon.WorkNouns)
		}
	}
	return true
}

// skipVenue skips where something else than the work at hand appeared: a review
// of it, the many works that it is about.
func (r *reader) skipVenue(i int) (next int) {
	r.topic = theStory
	if !r.venueFollows(i) {
		return i
	}
	if i++; r.At(i).Is("the") {
		i++
	}
	if r.At(i).In(lexicon.ContainerNouns) && !r.At(i).Capital {
		i++
	}
	next, _ = r.ProperPhrase(i)
	return next
}

// ofNoun reports whether "by" several names, after a plain noun, can belong to a
// noun for a work before it: "a review of randomized trials by A, B, and C".
func (r *reader) ofNoun(before *phrase.Token, list phrase.NameList) bool {
	return r.noun >= 0 && r.cur.Title == "" && before.Kind == phrase.Word && !before.Capital && !strings.HasSuffix(before.Lower, "ed") &&
		(len(list.Names) > 1 || list.EtAl) && list.IsPersonal()
}

// isTheirs reports whether the words at i, after the people by whom something was
// found, name their work by its year: "in a 2018 study".
func (r *reader) isTheirs(list phrase.NameList, i int) bool {
	return r.At(i).Is("in") && r.At(i+1).Is("a") && phrase.IsYear(r.At(i+2)) && r.At(i+3).In(lexicon.WorkNouns) &&
		r.cur.isEmpty() && !r.cur.hasAuthors() && !r.subject.wrote() && list.IsPersonal()
}

// readAccording reads "according to A": whoever else the sentence is about, A or
// the authors of what follows are the ones to be named.
func (r *reader) readAccording(i int) (next int) {
	if r.cur.Title == "" {
		r.subject.forget()
	}
	list, next, ok := r.NamesAt(i + 2)
	if !ok || r.cur.hasAuthors() || r.cur.Title != "" {
		return i + 2
	}
	r.takeNames(ref.FieldAuthors, list, r.SkipHonours(i+2), next)
	r.topic = theWork
	return r.takeYearInParens(next)
}

// isEditedBy reports whether "ed." at i has the editors of the work at hand after it.
func (r *reader) isEditedBy(i int) bool {
	return r.At(i+1).Is(".") && r.At(i-1).Is(",") && r.IsNameWord(i+2) && (r.cur.Title != "" || r.cur.Container != "")
}

// readEdited reads "edited by A", ", ed. A", and "A edited", "A and B co-edited".
func (r *reader) readEdited(i int) (next int) {
	r.topic = theWork
	if r.At(i+1).Is("by") || r.isEditedBy(i) {
		list, next, ok := r.NamesAt(i + 2)
		if !ok {
			return i + 2
		}
		r.takeNames(ref.FieldEditors, list, r.SkipHonours(i+2), next)
		return next
	}
	if r.subject.wrote() && !r.cur.hasAuthors() && r.cur.Title == "" && strings.HasSuffix(r.At(i).Lower, "edited") {
		r.cur.StateNames(ref.FieldEditors, r.subject.NameList, r.subject.span)
		r.subject.spend()
	}
	return i + 1
}

// publishedBefore reports whether the "by" at i belongs to "published in
// Cambridge by".
func (r *reader) publishedBefore(i int) bool {
	for at := i - 1; at > 0 && at > i-8; at-- {
		switch r.At(at).Lower {
		case "published", "released", "issued", "printed", "brought":
			return true
		}
		if t := r.At(at); t.Kind == phrase.Quoted || t.Is("authored") || t.Is("edited") || t.Is("written") {
			return false
		}
	}
	return false
}

// isPublisher reports whether the name at token i is a publisher's.
func (r *reader) isPublisher(i int) bool {
	if r.At(i).Is("the") {
		i++
	}
	if !r.At(i).Capital {
		return false
	}
	return r.isPressAt(i) || r.cur.is(ref.Book) || r.cur.is(ref.PhDThesis) || r.cur.Held
}

// namesHouse reports whether what brought a work out and looks like people, in
// tokens from to next, is a publishing house: the work has editors, its place
// follows, or the names are surnames joined as houses join them, "Thames & Hudson".
func (r *reader) namesHouse(from, next int) bool {
	if len(r.cur.Editors) > 0 || r.At(next).Is("in") && phrase.IsPlace(r.Text, next+1) && !r.venueFollows(next) {
		return true
	}
	return next == from+3 && r.At(from+1).Is("&")
}

// isPressAt reports whether the name at token i is that of a publishing house, by
// its words.
func (r *reader) isPressAt(i int) bool {
	next, ok := r.ProperPhrase(i)
	return ok && phrase.IsPress(r.Slice(r.Span(i, next)))
}

// venueAt reports whether the name at token i is that of a journal or of proceedings.
func (r *reader) venueAt(i int) bool {
	next, ok := r.ProperPhrase(i)
	return ok && r.LooksLikeVenue(i, next)
}

// skipOpeningWord skips the capital "No" of "No Starch Press", with which no other name begins.
func (r *reader) skipOpeningWord(i int) (next int) {
	if t := r.At(i); t.Capital && t.In(lexicon.FunctionWords) && !t.Is("the") && r.At(i+1).Capital && r.isPressAt(i+1) {
		return i + 1
	}
	return i
}

// readPublisher reads a publisher or the institution of a report.
func (r *reader) readPublisher(i int) (next int) {
	from := r.skipThe(i)
	next, ok := r.BodiesAt(r.skipOpeningWord(from))
	if !ok {
		return i
	}
	r.topic = theWork
	if r.cur.Container == "" && !r.isPressAt(from) && r.namesPeriodical(from, next) && !phrase.IsBody(r.Slice(r.Span(from, next))) { // "published online by the Journal of Carts"
		r.takeContainer(from, next)
		return next
	}
	r.take(ref.FieldPublisher, from, next)
	return r.readPlaceAfter(next)
}
