package prose

import (
	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/venue"
)

// readNoun reads a noun for a work, with the year and the venue before it: "the
// 2025 Nature news feature", "his 1986 article".
func (r *reader) readNoun(i int) (next int) {
	if r.isOwnText(i) || r.isPartOfName(i) || r.isSetOut(i) || r.isDone(i) {
		return r.leaveAt(i)
	}
	r.noun = i
	if r.isAfterIdentified(i) {
		r.startWork()
	}
	if r.cur.isEmpty() || r.cur.Noun == "" && r.topic == theWork && !r.titleFollows(i+1) {
		r.cur.Noun = r.At(i).Lower
	}
	r.topic = theWork
	if r.cur.Noun == "paper" && r.At(i-1).In(lexicon.ReportKinds) { // "working paper"
		r.cur.Noun = "report"
	}
	if r.At(i).In(lexicon.ThesisNouns) {
		r.readDegree(i)
	}
	if next, ok := r.readThesisOf(i); ok {
		return next
	}
	if next, ok := r.readReviewed(i); ok {
		return next
	}
	r.readYearBefore(i)
	r.readHolder(i)
	r.readAuthorBefore(i)
	if r.titleFollows(i + 1) {
		return i + 1
	}
	if next, ok := r.readUnmarked(i); ok {
		return next
	}
	if r.At(i).In(lexicon.BookNouns) {
		return r.readBareBook(i)
	}
	return i + 1
}

// isAfterIdentified reports whether the noun at i is for a work beside one that is known by
// its identifier alone: "see doi:10.1234/5 for the rims, and the early thesis of Ann Lee".
func (r *reader) isAfterIdentified(i int) bool {
	at := i - 1
	for at > i-4 && r.At(at).Kind == phrase.Word && !r.At(at).In(lexicon.FunctionWords) {
		at--
	}
	return r.cur.isEmpty() && r.cur.isIdentified() && (r.At(at).Is("the") || r.At(at).Is("a")) && r.At(at-1).Is("and")
}

// readAuthorBefore reads the author named before the noun at i, whose work it is:
// "laid out by Ann Lee in her first paper 'T'", "set out by Lee in the monograph 'T'".
func (r *reader) readAuthorBefore(i int) {
	if r.subject.wrote() || r.cur.hasAuthors() {
		return
	}
	at := i - 1
	for at > i-5 && (r.At(at).Kind == phrase.Word || phrase.IsYear(r.At(at))) && !r.At(at).In(lexicon.Possessives) && !r.At(at).Is("the") && !r.At(at).Is("a") && !r.At(at).Is("whose") {
		at--
	}
	whose := r.At(at).Is("whose") && r.At(at-1).Is(",")
	own := r.At(at).In(lexicon.Possessives)
	if !whose && (!own && !r.At(at).Is("the") && !r.At(at).Is("a") || !r.At(at-1).Is("in")) && !(own && r.At(at-1).Is("about")) { // "we talk with Ann Lee about her book"
		return
	}
	if _, unmarked := r.unmarkedAfter(i); !unmarked && !r.titleFollows(i+1) {
		return
	}
	list, from, ok := r.NamesBefore(at - 1)
	if ok && list.IsPersonal() && (whose || r.At(from-1).Is("by") || own && !list.IsBare()) {
		r.takeNames(ref.FieldAuthors, list, from, at-1)
	}
}

// readThesisOf reads whose thesis the noun at i is for, if its title follows: "the
// dissertation of Ann Lee, 'T'".
func (r *reader) readThesisOf(i int) (next int, ok bool) {
	if !r.At(i).In(lexicon.ThesisNouns) || !r.At(i+1).Is("of") && !r.At(i+1).Is("by") || r.cur.hasAuthors() || r.subject.wrote() {
		return i, false
	}
	list, next, ok := r.NamesAt(i + 2)
	title, unmarked := r.issuedTitleAfter(next)
	if !ok || !list.IsPersonal() || !unmarked && !r.titleFollows(next) {
		return i, false
	}
	r.takeNames(ref.FieldAuthors, list, i+2, next)
	if !unmarked {
		return next, true
	}
	r.takeTitle(title.from, title.next)
	return title.next, true
}

// readReviewed reads the book that the review at i is of, which who begins the sentence did not
// write: "his review of Felt Rims by Ann Lee".
func (r *reader) readReviewed(i int) (next int, ok bool) {
	if !r.At(i).Is("review") || !r.At(i+1).Is("of") || r.cur.Title != "" {
		return i, false
	}
	title, ok := r.unmarkedTitleAt(i + 2)
	if !ok || title.words() < 2 || title.capitals < 2 || !r.At(title.next).Is("by") || r.isNoTitle(title) {
		return i, false
	}
	from := title.next + 1
	end := from
	for end < from+longestCalled && r.At(end).Kind != phrase.NoToken && !r.At(end).Is(",") { // "by Ann Lee, Jan Moe calls it"
		end++
	}
	list, names, ok := r.Part(from, min(end, len(r.Tokens))).NamesAt(0)
	if !ok || !list.IsPersonal() || list.IsBare() {
		return i, false
	}
	r.forgetSubject()
	r.cur.Noun = "book"
	r.takeTitle(title.from, title.next)
	r.takeNames(ref.FieldAuthors, list, from, from+names)
	return r.takeYearInParens(from + names), true
}

// issuedTitleAfter is the title without marks after the comma at i, with where and when it came
// out in parentheses.
func (r *reader) issuedTitleAfter(i int) (title unmarkedTitle, ok bool) {
	if !r.At(i).Is(",") {
		return title, false
	}
	title, ok = r.unmarkedTitleAt(i + 1)
	return title, ok && title.words() > 2 && title.capitals > 1 && !r.isNoTitle(title) && r.isIssuedIn(title.next)
}

// isOwnText reports whether the noun at i is for the text that the sentence is part
// of: "beyond the scope of this article".
func (r *reader) isOwnText(i int) bool {
	return r.At(i-1).Is("this") && r.cur.isEmpty() && (!r.titleFollows(i+1) || r.At(i+1).Is(":")) && !r.subject.wrote()
}

// isSetOut reports whether the noun at i is part of a verb: "are set out in".
func (r *reader) isSetOut(i int) bool {
	return r.At(i).Is("set") && (formsOfBe.has(r.At(i-1)) || r.At(i-1).In(lexicon.WorkNouns) && r.At(i+1).Is("in") || r.At(i-1).Is("has") || r.At(i-1).Is("have") || r.At(i+1).Is("out") || r.At(i+1).Is("up") || r.At(i+1).Is("forth"))
}

// isDone reports whether the noun at i is a verb, by what is before it or before its subject:
// "you can set", "to document", "why does the rim report".
func (r *reader) isDone(i int) bool {
	if !doable.has(r.At(i)) || r.At(i).Capital {
		return false
	}
	if modals.has(r.At(i-1)) || r.At(i-1).Is("to") {
		return true
	}
	for at := i - 1; at > i-7 && (r.At(at).Kind != phrase.Mark || phrase.IsApostropheToken(r.At(at))); at-- {
		switch t := r.At(at); {
		case asked.has(t):
			return true
		case t.Is("the"), t.Is("a"), t.Is("an"), t.Is("this"), t.Is("that"), t.In(lexicon.Possessives):
			return false
		}
	}
	return false
}

var (
	doable = words("report", "set", "document", "review", "study", "list", "record", "release", "address", "feature", "post", "note", "comment", "paper", "survey", "chart")
	modals = words("can", "could", "will", "would", "shall", "should", "may", "might", "must", "cannot", "not", "don't", "doesn't")
	asked  = words("does", "do", "did")
)

// isPartOfName reports whether the noun at i belongs to a name: "the National Book
// Award".
func (r *reader) isPartOfName(i int) bool {
	return i > 0 && r.At(i).Capital && r.At(i+1).Capital && !r.At(i+1).In(lexicon.FunctionWords) && r.At(i-1).Capital && !r.titleFollows(i+1)
}

// readYearBefore reads the date among the few words before the noun at i that are
// part of what it names: "his widely cited 1986 article".
func (r *reader) readYearBefore(i int) {
	for at := i - 1; at >= 0 && at > i-7; at-- {
		if r.cur.Year == "" && phrase.IsYear(r.At(at)) && !r.At(at-1).Is("in") && !r.At(at+1).Is(",") {
			r.takeDate(r.dateEnding(at + 1))
			return
		}
		if r.endsDescription(at) {
			return
		}
	}
}

// endsDescription reports whether what comes before token i is no more about the
// noun after it: "the 2018 prize for best paper".
func (r *reader) endsDescription(i int) bool {
	t := r.At(i)
	if t.Is(",") {
		return r.At(i + 1).Capital
	}
	return t.Kind == phrase.Mark && !phrase.IsHyphen1(t) || t.Is("in") || t.Is("for")
}

// readDegree reads the degree before the thesis at i.
func (r *reader) readDegree(i int) {
	for at := i - 1; at > i-5; at-- {
		switch r.At(at).Lower {
		case "master", "masters", "msc", "ma", "bachelor", "undergraduate", "mphil", "honours":
			r.cur.Master = true
		}
	}
}

// readBareBook reads the name, without quotation marks, of the book that holds the
// work after the noun at i: "in the book The Analytical Chemistry".
func (r *reader) readBareBook(i int) (next int) {
	from := i + 1
	if r.At(from).Is(",") {
		from++
	}
	next, ok := r.ProperPhrase(from)
	edited := r.At(next).Is(",") && r.At(next+1).Is("edited") && next > from+1 // "in the volume Sick Cities, edited by"
	if !ok || next < from+3 && !edited {
		return i + 1
	}
	before := r.At(i - 1)
	if r.cur.Title != "" && r.cur.Container == "" && (before.Is("the") && r.At(i-2).Is("in") || r.isContribution(i)) {
		r.cur.Held = true
		r.takeContainer(from, next)
		return next
	}
	return i + 1
}

// readHolder reads the name of a journal or a body before the noun at i: "the
// Atlantic Council report", "the BBC News article". If no title follows, this must
// be a journal in the opening of a sentence: "In their 2013 PNAS paper, …".
func (r *reader) readHolder(i int) {
	titled, ok := r.isHeldNoun(i)
	if !ok {
		return
	}
	from, next := r.nameBefore(i)
	if from >= next || from == 0 && r.subject.wrote() {
		return
	}
	if f, ok := r.holderField(i, from, next, titled); ok {
		r.take(f, from, next)
	}
}

// isHeldNoun reports whether what holds the work can be named before the noun at i,
// and whether its title follows.
func (r *reader) isHeldNoun(i int) (titled, ok bool) {
	after := i + 1
	if r.At(after).Is("by") {
		if _, next, ok := r.NamesAt(after + 1); ok {
			after = next
		}
	}
	if r.titleFollows(after) {
		return true, true
	}
	if r.subject.role == author && r.deed == untold && r.At(i).In(lexicon.ArticleNouns|lexicon.PlainNouns) && !weakNouns.has(r.At(i)) && r.At(i-2).Is("s") { // "Lee's Tellus article"
		return false, true
	}
	return false, r.At(0).Is("in") && r.At(after).Is(",") && r.At(i).In(lexicon.ArticleNouns|lexicon.PlainNouns)
}

// isHeldArticle reports whether the noun at i is that of the work at hand, of which
// only where it appeared is known.
func (r *reader) isHeldArticle(i int) bool {
	return r.noun == i && r.cur.Title == "" && r.cur.Container != "" && r.cur.Year == ""
}

// nameBefore finds the name before the noun at i, perhaps with a word such as
// "news" after it.
func (r *reader) nameBefore(i int) (from, next int) {
	next = i
	if r.describesNoun(i - 1) {
		next--
	}
	if next < i && r.describesNoun(i-2) {
		next--
	}
	if phrase.IsYear(r.At(next - 1)) { // "our ICML 2019 paper"
		next--
	}
	end := next
	if r.IsShortYear(next - 2) { // "the CHI '19 paper"
		next -= 2
	}
	for from = next; from > 0 && (r.At(from-1).Capital || from < next && nameLinks.has(r.At(from-1))); from-- {
	}
	for from > 1 && r.At(from-1).Is(".") && r.IsInitial(from-2) {
		from -= 2
	}
	for from < next && r.At(from).In(lexicon.FunctionWords) && !(r.At(from).Is("the") && from > 0 && !r.At(from-1).Is(".")) {
		from++
	}
	if from == next {
		return from, next
	}
	return from, end
}

// nameLinks join the words of the name of what holds a work.
var nameLinks = words("of", "and", "&", "for")

// describesNoun reports whether the word at i is part of what a noun after it is
// called: the "news" of "Nature news feature".
func (r *reader) describesNoun(i int) bool {
	t := r.At(i)
	return i >= 0 && t.Kind == phrase.Word && !t.Capital && !t.In(lexicon.Neutral)
}

// holderField is what the name in tokens from to next, before the noun at i, is to
// the work.
func (r *reader) holderField(i, from, next int, titled bool) (f ref.Field, ok bool) {
	switch noun := r.At(i); {
	case noun.In(lexicon.ReportNouns):
		return ref.FieldInstitution, true
	case noun.In(lexicon.BookNouns):
		return ref.FieldPublisher, phrase.IsPress(r.Slice(r.Span(from, next)))
	case !titled:
		return ref.FieldContainer, r.namesPeriodical(from, next) || r.IsKnown(from, next) || noun.In(lexicon.ArticleNouns) && r.At(from-1).Is("s")
	case noun.In(lexicon.ArticleNouns):
		return ref.FieldContainer, true
	case noun.In(lexicon.PlainNouns):
		return ref.FieldContainer, r.namesPeriodical(from, next) || r.IsKnown(from, next)
	}
	return "", false
}

// titleFollows reports whether a title is at token i, perhaps after "titled".
func (r *reader) titleFollows(i int) bool {
	if r.At(i).Is("(") {
		i = r.ClosingParen(i) + 1
	}
	for n := 0; n < 3; n++ {
		if r.At(i+n).Kind == phrase.Quoted {
			return true
		}
		if !r.At(i+n).In(lexicon.TitleCues) && !r.At(i+n).Is(",") && !r.At(i+n).Is(":") {
			return false
		}
	}
	return false
}

// readEdition reads "5th edition", "Second Edition", "2018 edition of the book 'T'".
func (r *reader) readEdition(i int) (next int) {
	ofBook := r.isOfBook(i + 1)
	if ofBook {
		r.cur.Noun = "book"
	}
	switch before := r.At(i - 1); {
	case phrase.IsYear(before):
		if ofBook {
			r.take(ref.FieldYear, i-1, i)
		}
	case before.Kind == phrase.Number, venue.Ordinals[before.Lower] > 0:
		if ofBook || r.topic == theWork || r.cur.Title != "" {
			r.take(ref.FieldEdition, i-1, i)
		}
	}
	return i + 1
}

// isOfBook reports whether "of" and the title of a book follow at i.
func (r *reader) isOfBook(i int) bool {
	title := i + 1
	if r.At(title).Is("the") && r.At(title+1).In(lexicon.BookNouns) {
		title += 2
	}
	return r.At(i).Is("of") && r.At(title).Kind == phrase.Quoted
}
