package prose

import (
	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/venue"
)

// readOpening reads what comes before the verb: "In March 2012, journalist
// Leslie Kean", "Later, Bai et al. (2022)", "Edward Hinchman's".
func (r *reader) readOpening() (next int) {
	i := r.skipAdverb()
	if r.At(i).Is("in") || r.At(i).Is("on") {
		if d, next, ok := r.DateAt(i + 1); ok {
			r.openingDate = d
			if i = next; r.At(i).Is(",") {
				i++
			}
		}
	}
	start := i
	if _, _, ok := r.StandardAt(i); ok {
		return start
	}
	if next, ok := r.readUnmarkedOpening(i); ok {
		return next
	}
	next, ok := r.readSubject(i)
	if !ok {
		return start
	}
	return next
}

var (
	spansOfTime  = words("years", "year", "decades", "decade", "months", "month", "weeks", "week", "days", "century", "centuries")
	timesBetween = words("later", "earlier", "ago", "before", "after", "afterwards", "on")
)

// skipAdverb skips the adverb that opens the sentence: "Later, C. Varga published".
func (r *reader) skipAdverb() (next int) {
	if phrase.IsOpeningAdverb(r.At(0)) && r.At(0).Capital && r.At(1).Is(",") && r.At(2).Kind == phrase.Word {
		return 2
	}
	for at := 1; at < 5; at++ { // "Twenty years later,"
		if spansOfTime.has(r.At(at)) && timesBetween.has(r.At(at+1)) && r.At(at+2).Is(",") && r.At(at+3).Kind == phrase.Word {
			return at + 3
		}
	}
	return 0
}

// readSubject reads the names at token i, up to what they did, and reports whether
// they can be authors.
func (r *reader) readSubject(i int) (next int, ok bool) {
	if r.AsksToRead(i) {
		return i, false
	}
	from := r.skipThe(r.SkipHonours(i))
	if next, ok := r.readPeriodical(from); ok {
		return next, true
	}
	list, from, next, ok := r.describedNamesAt(from)
	names := r.Span(from, next)
	if r.ClosesDegree(next) {
		next++
	}
	if !ok || r.isNoSubject(next) || r.namesStandard(from, next) || len(list.Names) == 1 && things.has(r.At(next-1)) {
		return i, false
	}
	r.subject = subject{NameList: list, span: names, role: bystander}
	next = r.skipAffiliation(next)
	if after := r.takeYearInParens(next); after > next {
		next, r.subject.role = after, author
	}
	return r.readPredicate(i, next)
}

// things are the last words of names of what is no person and no body: "General Cart License".
var things = words("license", "licence", "module", "specification", "agreement", "protocol", "interface", "api", "library", "standard")

// describedNamesAt reads the names at token i, perhaps after what the first of them
// is called: "American physician and author Oliver Holmes".
func (r *reader) describedNamesAt(i int) (list phrase.NameList, from, next int, ok bool) {
	list, next, ok = r.NamesAt(i)
	if from = r.skipDescription(i); from == i || ok && (from <= next || len(list.Names) != 1) {
		return list, i, next, ok
	}
	list, next, ok = r.NamesAt(from)
	return list, from, next, ok
}

// isNoSubject reports whether names before token i are not those of somebody who
// did something: they go on, or what follows was published.
func (r *reader) isNoSubject(i int) bool {
	t := r.At(i)
	return t.Capital || t.In(lexicon.WorkNouns) || t.Is("of") && r.skipAffiliation(i) == i || t.Is(",") && r.At(i+1).Is("published")
}

// readPredicate reads what the subject, named from token i to next, did, as far as
// it makes them authors or not.
func (r *reader) readPredicate(i, next int) (int, bool) {
	verb := next
	if auxiliaries.has(r.At(verb)) {
		verb++
	}
	t := r.At(verb)
	switch dated := r.subject.wrote(); {
	case t.In(lexicon.AuthoringVerbs):
		r.subject.role = author
		r.subject.presumed = !dated && r.isPresentedToOthers(verb)
	case t.In(lexicon.TakingPart) && !dated:
		r.subject.spend()
	case phrase.IsApostropheToken(t) && verb+1 < len(r.Tokens):
		return r.readPossessive(i, next)
	case formsOfBe.has(t):
		r.subject.role = bystander
		if r.Words(verb+1, "the", "author") || r.Words(verb+1, "the", "authors") {
			r.subject.role = author
		}
	case !dated && t.In(lexicon.JudgingVerbs) && !r.canHaveDone(t):
		r.subject = subject{role: judge}
	case !dated && !r.canHaveDone(t):
		r.subject.spend()
		return i, false
	default:
		r.subject.role = author
		r.subject.presumed = !dated && t.Kind == phrase.Word && !t.In(lexicon.ThesisVerbs)
	}
	return next, true
}

var (
	auxiliaries = words("has", "have", "also", "first")
	formsOfBe   = words("is", "was", "are", "were", "be")
)

// canHaveDone reports whether the subject are people who did what the word after
// them says. One surname may be any word, but not before "et al.".
func (r *reader) canHaveDone(t *phrase.Token) bool {
	switch {
	case r.subject.EtAl:
		return true
	case r.subject.Names[0].Given == "" && len(r.subject.Names) == 1:
		return false
	}
	return t.Kind != phrase.Word || phrase.IsVerb(t) || r.subject.ArePeople() && phrase.IsPlainWord(t)
}

// isPresentedToOthers reports whether the verb at i says that somebody presented what may be by others:
// "presented the report 'T'", but "presented the report 'T' at a conference".
func (r *reader) isPresentedToOthers(i int) bool {
	if !r.At(i).Is("presented") || !r.At(i+1).Is("the") {
		return false
	}
	for at := i + 2; at < i+longestFrame; at++ {
		switch t := r.At(at); {
		case t.Is("by") && r.namesFollow(at):
			return true
		case (t.Is("at") || t.Is("in")) && r.nameFollows(at+1):
			return false
		}
	}
	return true
}

// nameFollows reports whether a name is at token i, perhaps after an article.
func (r *reader) nameFollows(i int) bool {
	_, ok := r.ProperPhrase(r.skipThe(i))
	return ok
}

// isTheirOwn reports whether the title at token i is of a work in which who begins the sentence
// says something, or is called theirs: "argues in 'T'", "in a 2019 paper, 'T'", "read out her poem
// 'T'", and not what they did something with: "pointed to 'T'", "praised the paper 'T'".
func (r *reader) isTheirOwn(i int) bool {
	at := i - 1
	for at > i-longestFrame && (r.At(at).Capital || r.At(at).Is(",") || r.At(at).Is(":") || phrase.IsYear(r.At(at)) || phrase.IsHyphen1(r.At(at)) || r.At(at).Kind == phrase.Word && !r.At(at).In(lexicon.FunctionWords|lexicon.Possessives)) {
		at--
	}
	if t := r.At(at); t.Is("the") || t.Is("a") || t.Is("an") {
		if !t.Is("the") && r.noun > at && r.At(r.noun).In(lexicon.LoneNouns) { // "gave a talk titled 'T'"
			return true
		}
		at--
	}
	return r.At(at).Is("in") || r.At(at).In(lexicon.Possessives)
}

// readPeriodical reads a subject that is a newspaper or a journal: "The
// Washington Post reported in an article".
func (r *reader) readPeriodical(i int) (next int, ok bool) {
	if r.At(i).Is("the") {
		i++
	}
	next, ok = r.ProperPhrase(i)
	if !ok || !r.At(next).In(lexicon.AuthoringVerbs|lexicon.CarryingVerbs) || !r.namesPeriodical(i, next) || !r.titleWithin(next, 12) {
		return i, false
	}
	r.takeContainer(i, next)
	return next, true
}

// namesPeriodical reports whether tokens from to next are the name of a newspaper
// or a journal.
func (r *reader) namesPeriodical(from, next int) bool {
	if next > from+1 && r.At(next-1).In(lexicon.PeriodicalHeads) {
		return true
	}
	for i := from; i+1 < next; i++ {
		if r.At(i).In(lexicon.ContainerNouns) {
			return true
		}
	}
	v, known := venue.Find(r.Slice(r.Span(from, next)))
	return known && v.Journal
}

// titleWithin reports whether an announced title is among the n tokens from i on.
func (r *reader) titleWithin(i, n int) bool {
	for at := i; at < i+n; at++ {
		if r.At(at).Kind == phrase.Quoted {
			before := r.At(at - 1)
			return before.In(lexicon.TitleCues | lexicon.WorkNouns | lexicon.AuthoringVerbs)
		}
	}
	return false
}

// skipAffiliation skips where an author works: "of the University of Graz".
func (r *reader) skipAffiliation(i int) (next int) {
	if !r.At(i).Is("of") && !r.At(i).Is("from") && !r.At(i).Is("at") {
		return i
	}
	from := r.skipThe(i + 1)
	next, ok := r.ProperPhrase(from)
	if !ok || !phrase.IsBody(r.Slice(r.Span(from, next))) {
		return i
	}
	return next
}

// skipDescription skips what a person is called before the name: "American
// physician and author Oliver Holmes".
func (r *reader) skipDescription(i int) int {
	for at := i; at < i+8; at++ {
		if (r.At(at).In(lexicon.Honours) || phrase.IsProfession(r.At(at)) || r.At(at).Is("laureate")) && r.IsNameWord(at+1) {
			return at + 1
		}
		if t := r.At(at); t.Kind != phrase.Word || t.In(lexicon.AuthoringVerbs) {
			break
		}
	}
	return i
}

// readLateSubject reads the authors after the comma at i in "In his book 'T', A
// argues that".
func (r *reader) readLateSubject(i int) (next int) {
	if next, ok := r.readReporter(i + 1); ok {
		return next
	}
	if !r.At(0).Is("in") && !r.At(0).Is("writing") || r.topic == theStory || r.cur.hasAuthors() || len(r.cur.Editors) > 0 && r.cur.Container == "" || r.subject.isNamed() || r.cur.isEmpty() && r.cur.Publisher == "" {
		return i + 1
	}
	from := r.SkipHonours(i + 1)
	list, next, ok := r.NamesAt(from)
	if called := r.skipCalling(i + 1); !ok && called > from {
		from = called
		list, next, ok = r.NamesAt(from)
	}
	if !ok {
		return i + 1
	}
	names := r.Span(from, next)
	next = r.takeYearInParens(next)
	if r.At(next).Kind != phrase.Word || r.At(next).Capital || r.At(next).In(lexicon.SayingVerbs) {
		return i + 1
	}
	r.cur.StateNames(ref.FieldAuthors, list, names)
	r.topic = theStory
	return next
}

// skipCalling skips the plain words by which somebody with a whole name is called:
// "horticulturist Ann Lee", "the garden writer Ann Lee".
func (r *reader) skipCalling(i int) int {
	for at := r.skipThe(i); at < i+5; at++ {
		t := r.At(at)
		if r.IsNameWord(at) && r.IsNameWord(at+1) {
			return at
		}
		if t.Kind != phrase.Word || t.Capital || t.In(lexicon.FunctionWords|lexicon.AuthoringVerbs|lexicon.WorkNouns) {
			break
		}
	}
	return i
}

// readReporter reads the authors at i in "Felt is quiet, A et al. reported in the
// Journal of Carts".
func (r *reader) readReporter(i int) (next int, ok bool) {
	if !r.At(i).Capital || r.subject.wrote() || r.cur.Title != "" || r.cur.Container != "" || r.cur.hasAuthors() {
		return i, false
	}
	list, next, ok := r.NamesAt(i)
	if !ok || !list.IsPersonal() || !list.EtAl && len(list.Names) < 2 && list.IsBare() {
		return i, false
	}
	names := r.Span(r.SkipHonours(i), next)
	if next = r.takeYearInParens(next); !r.At(next).In(lexicon.ReportingVerbs) || !r.venueFollows(next+1) {
		return i, false
	}
	r.cur.StateNames(ref.FieldAuthors, list, names)
	r.topic = theWork
	return next + 1, true
}

// readPossessive reads what follows the possessive of a name: "Walt's 1987 book".
func (r *reader) readPossessive(i, next int) (int, bool) {
	at := next + 1
	if r.At(at).Is("s") {
		at++
	}
	end := at
	for n := 0; n < 7 && !r.At(end).In(lexicon.WorkNouns); n++ {
		if t := r.At(end); t.Kind == phrase.Quoted || formsOfBe.has(t) {
			break
		}
		end++
	}
	if next, ok := r.readOwnedTitle(at); ok {
		return next, true
	}
	if r.At(end).Kind != phrase.Quoted && !r.At(end).In(lexicon.WorkNouns) {
		r.subject.spend()
		return i, false
	}
	r.subject.role = author
	return at, true
}

// readOwnedTitle reads the title without marks after a possessive at i, whose imprint is
// in parentheses: "Lee's Flora of the Marshes (Graz, 1909)".
func (r *reader) readOwnedTitle(i int) (next int, ok bool) {
	title, ok := r.unmarkedTitleAt(i)
	if !ok || title.words() < 2 || title.capitals < 2 || r.isNoTitle(title) || !r.subject.IsPersonal() {
		return i, false
	}
	if r.isHouseAndYear(title.next) {
		r.subject.role = author
		r.takeTitle(title.from, title.next)
		r.cur.Noun, r.topic = "book", theWork
		return r.readParts(title.next), true
	}
	if !r.At(title.next).Is("(") {
		return i, false
	}
	imprint := title.next + 1
	housed := r.isPressAt(imprint) || !r.subject.IsBare() && r.isNameAndYear(title.next)
	placed := (phrase.IsPlace(r.Text, imprint) || housed) && r.endsDated(title.next)
	if !placed && !(r.YearInParens(title.next) != (ref.Span{}) && r.At(i).In(lexicon.FunctionWords) && title.words() > 2) {
		return i, false
	}
	r.subject.role = author
	r.takeTitle(title.from, title.next)
	r.cur.Noun, r.topic = "book", theWork
	return title.next, true
}

// isHouseAndYear reports whether the comma at i introduces a publishing house with its year:
// ", Harbour & Sons, 1958".
func (r *reader) isHouseAndYear(i int) bool {
	next, ok := r.ProperPhrase(i + 1)
	return ok && r.At(i).Is(",") && r.At(next).Is(",") && phrase.IsYear(r.At(next+1)) && (r.isPressAt(i+1) || r.namesHouse(i+1, next))
}

// isNameAndYear reports whether the parentheses at i hold a name and a year, as they do after a
// title that is known to be one: "(Harbour, 1958)".
func (r *reader) isNameAndYear(i int) bool {
	next, ok := r.ProperPhrase(i + 1)
	return ok && r.At(next).Is(",") && phrase.IsYear(r.At(next+1)) && r.ClosingParen(i) == next+2 && !r.LooksLikeVenue(i+1, next)
}

// readOwner reads the author of "Cynthia Tucker's article 'T'" in the middle of a
// sentence.
func (r *reader) readOwner(i int) (next int, ok bool) {
	if !r.At(i).Capital || r.subject.wrote() && !r.subject.presumed || r.cur.Title == "" && r.cur.hasAuthors() || r.At(i-1).Is("in") && r.cur.Title != "" {
		return i, false
	}
	if !r.possessiveWithin(i, 8) || r.AsksToRead(i) {
		return i, false
	}
	list, next, ok := r.NamesAt(i)
	if !ok || !phrase.IsApostropheToken(r.At(next)) || !r.At(next+1).Is("s") || r.At(i-1).Is("the") && list.IsBare() && r.At(i).In(lexicon.BodyWords) {
		return i, false
	}
	noun := next + 2
	if r.At(noun).Kind == phrase.Quoted && (r.datesOrIdentifies(noun+1) || r.saysPublished(noun+1) || r.At(noun+1).Is("(") && r.IsEditionAt(noun+2)) {
		r.startAfterTitle()
		r.takeNames(ref.FieldAuthors, list, i, next)
		return next + 2, true
	}
	for n := 0; n < 3 && !r.At(noun).In(lexicon.WorkNouns); n++ {
		noun++
	}
	if !r.At(noun).In(lexicon.WorkNouns) {
		return i, false
	}
	if _, unmarked := r.unmarkedAfter(noun); !unmarked && !r.titleFollows(noun+1) && !r.enclosesTitle(noun) && !r.titleFollowsVenue(noun+1) {
		return i, false
	}
	r.startAfterTitle()
	r.takeNames(ref.FieldAuthors, list, i, next)
	return next + 2, true
}

// titleFollowsVenue reports whether the words at i name the journal before the title: "in Cart
// Affairs, 'T'".
func (r *reader) titleFollowsVenue(i int) bool {
	if !r.At(i).Is("in") {
		return false
	}
	next, ok := r.ProperPhrase(r.skipThe(i + 1))
	return ok && r.At(next).Is(",") && r.At(next+1).Kind == phrase.Quoted
}

// startAfterTitle begins another work if the one at hand has a title.
func (r *reader) startAfterTitle() {
	if r.cur.Title != "" {
		r.startWork()
		r.cur.Noun = ""
	}
}

// possessiveWithin reports whether one of the n tokens from i on is an apostrophe.
func (r *reader) possessiveWithin(i, n int) bool {
	for at := i; at < i+n; at++ {
		if phrase.IsApostropheToken(r.At(at)) {
			return true
		}
	}
	return false
}
