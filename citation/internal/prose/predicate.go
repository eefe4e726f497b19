package prose

import (
	"strings"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// goesOnAbout reports whether the words at i, after a quotation that opens the
// sentence, go on about a work.
func (r *reader) goesOnAbout(i int) bool {
	if r.At(i).Is("(") {
		after := r.ClosingParen(i) + 1
		if r.datesOrIdentifies(i) {
			article := r.At(after + 1)
			return !(r.At(after).Is("is") && (article.Is("a") || article.Is("an")) && r.At(after+2).In(lexicon.NotWorkNouns)) // "'Lulz' (2009) is a term"
		}
		i = after
	}
	if r.At(i).Is(",") {
		i++
	}
	return r.saysPublished(i) || r.appearedSomewhere(i) || r.saysKind(i) || r.isNumberedReport(i) || r.At(i).In(lexicon.WorkNouns) && !(r.At(i).In(lexicon.NotWorkNouns) && r.isShort(i-1))
}

// datesOrIdentifies reports whether the parentheses at i hold what only a work
// has: an identifier, a year, several authors.
func (r *reader) datesOrIdentifies(i int) bool {
	if list, _, ok := r.NamesAt(i + 1); ok && (list.EtAl || len(list.Names) > 1) {
		return true
	}
	var scratch phrase.Work
	for at, end := i+1, r.ClosingParen(i); at < end; at++ {
		if _, ok := r.ReadIdentifier(at, &scratch); ok || phrase.IsYearOfMention(r.At(at)) {
			return true
		}
	}
	return false
}

// saysPublished reports whether the words at i say that something was written,
// published or presented, or by whom.
func (r *reader) saysPublished(i int) bool {
	if r.At(i).Is("which") || r.At(i).Is("that") {
		i++
	}
	for r.At(i).In(lexicon.NeutralAuxiliaries) {
		i++
	}
	switch t := r.At(i); {
	case t.Is("published"), t.Is("edited"), t.Is("authored"), t.Is("written"), t.Is("co-authored"), t.Is("coauthored"):
		return true
	case r.At(i+1).Is("by") && t.In(lexicon.MakingVerbs):
		return true
	case t.Is("by"):
		_, _, ok := r.NamesAt(r.skipDescription(i + 1))
		return ok
	case t.Is("cited"):
		return r.At(i + 1).Is("in")
	case t.Is("reviewed"):
		return r.At(i + 1).Is("by")
	case t.Is("appeared"), t.Is("appears"), t.Is("printed"), t.Is("reprinted"), t.Is("presented"), t.Is("accepted"):
		return r.venueFollows(i + 1)
	}
	return false
}

// appearedSomewhere reports whether the words at i, after a title of several
// words, say in what it appeared, and when: "appeared in Cart Affairs in 2014".
func (r *reader) appearedSomewhere(i int) bool {
	if !r.At(i).Is("appeared") || !r.At(i+1).Is("in") || strings.Count(r.At(i-1).Text, " ") < 2 {
		return false
	}
	next, ok := r.ProperPhrase(i + 2)
	return ok && !phrase.IsPlace(r.Text, i+2) && (r.At(next).Is("in") && phrase.IsYear(r.At(next+1)) || r.At(next).Is(",") && phrase.IsYear(r.At(next+1)))
}

// venueFollows reports whether "in" or "at" at i introduces a journal or a meeting.
func (r *reader) venueFollows(i int) bool {
	if t := r.At(i); !t.Is("in") && !t.Is("at") && !(r.At(i-1).Is("accepted") && (t.Is("to") || t.Is("by") || t.Is("for"))) {
		return false
	}
	from := r.skipThe(i + 1)
	if r.At(from).In(lexicon.ContainerNouns) {
		return true
	}
	next, ok := r.ProperPhrase(from)
	return ok && (r.LooksLikeVenue(from, next) || r.namesPeriodical(from, next) || r.At(next).Kind == phrase.Number && !phrase.IsYear(r.At(next)) && r.endsVolume(next))
}

// saysKind reports whether the words at i call something by a noun for a work: "is
// a widely cited 2019 paper".
func (r *reader) saysKind(i int) bool {
	if t := r.At(i); t.Is("is") || t.Is("was") {
		i++
	}
	if t := r.At(i); !t.Is("a") && !t.Is("an") && !t.Is("the") {
		return false
	}
	for i++; r.At(i).Kind == phrase.Word || phrase.IsYear(r.At(i)) || phrase.IsHyphen1(r.At(i)); i++ {
		t := r.At(i)
		if t.In(lexicon.WorkNouns) {
			return !r.At(i - 1).Is("data")
		}
		if t.In(lexicon.FunctionWords) {
			return false
		}
	}
	return false
}

// readAuthoringVerb notes that whoever the sentence is about made the work, or
// brought it out.
func (r *reader) readAuthoringVerb(i int) (next int) {
	t := r.At(i)
	if r.subject.presumed && r.isPresentedToOthers(i) {
		return i + 1
	}
	r.deed = made
	if t.Is("contributed") || t.Is("contributes") {
		r.deed = contributed
	}
	r.cur.Issued = r.cur.Issued || t.In(lexicon.IssuingVerbs)
	r.readClauseSubject(i)
	if r.At(i + 1).Capital {
		return r.readAuthored(i)
	}
	return i + 1
}

// readClauseSubject reads who did what the verb at i says, where they do not begin the
// sentence, and when: "Back in 2009, Ann Lee wrote", "until 1975, when Ann Lee wrote".
func (r *reader) readClauseSubject(i int) {
	if r.subject.role > bystander || !r.cur.isEmpty() || r.cur.hasAuthors() || len(r.works) > 0 {
		return
	}
	end := i
	if auxiliaries.has(r.At(end - 1)) {
		end--
	}
	list, from, ok := r.NamesBefore(end)
	if !ok || !list.IsPersonal() || list.IsBare() && !r.At(from-1).Is(",") {
		return
	}
	before := from - 1
	if r.At(before).Is("when") || r.At(before).Is("as") || r.At(before).Is("that") {
		before--
	}
	if t := r.At(from - 1); before == from-1 && !t.Is(",") && !t.Is(".") && !t.Is(";") && !t.Is("and") {
		return
	}
	r.subject = subject{NameList: list, span: r.Span(from, end), role: author}
	if r.At(before).Is(",") && r.openingDate.Year == (ref.Span{}) {
		r.openingDate = r.dateEnding(before)
	}
}

// readCameOut reads "came out", and from which house.
func (r *reader) readCameOut(i int) (next int) {
	r.deed = max(r.deed, made)
	r.topic = theWork
	next = i + 2
	if t := r.At(next); r.cur.Title == "" || r.cur.Container != "" || !t.Is("from") && !t.Is("with") {
		return next
	}
	house := r.skipThe(next + 1)
	end, ok := r.ProperPhrase(house)
	if !ok || !r.isPressAt(house) && !(r.At(end).Is("in") && phrase.IsYear(r.At(end+1))) {
		return next
	}
	r.take(ref.FieldPublisher, house, end)
	return end
}

// isFuture reports whether what is at i, before "appear", says that the work is yet to
// come out.
func (r *reader) isFuture(i int) bool {
	return (r.At(i).Is("will") || r.At(i).Is("to")) && r.At(i+2).Is("in") && !r.cur.isEmpty()
}

// isOutIn reports whether the word at i says that the work can be read in what follows
// it: "is out in Cart Affairs".
func (r *reader) isOutIn(i int) bool {
	return r.At(i).Is("out") && formsOfBe.has(r.At(i-1)) && (r.At(i+1).Is("in") || r.At(i+1).Is("at") || r.At(i+1).Is("from") || r.At(i+1).Is("with")) && r.cur.Title != ""
}

// isMadeBy reports whether the participle at i says, with "by", who made the work.
func (r *reader) isMadeBy(i int) bool {
	return r.At(i+1).Is("by") && r.cur.Title != "" && r.topic == theWork
}

func (r *reader) isThesis() bool { return r.cur.is(ref.PhDThesis) }

// titleInVenue reports whether the work has a title and the word at i introduces a
// venue.
func (r *reader) titleInVenue(i int) bool { return r.cur.Title != "" && r.venueFollows(i) }
