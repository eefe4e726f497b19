package prose

import (
	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// unmarkedTitle is a title that no marks enclose: capitals tell where it is.
type unmarkedTitle struct {
	from, next int // its tokens
	capitals   int // how many of its words begin with a capital
}

// words is how many words the title has.
func (t unmarkedTitle) words() int { return t.next - t.from }

// longestUnmarked is how many bytes a title may have that no marks enclose.
const longestUnmarked = 300

// unmarkedTitleAt reads capitalised words at token i, and the small ones between them:
// "The Quiet Cart: How Felt Won".
func (r *reader) unmarkedTitleAt(i int) (title unmarkedTitle, ok bool) {
	title = unmarkedTitle{from: i, next: i}
	for at := i; r.At(at).End < r.At(i).Start+longestUnmarked; at++ {
		t := r.At(at)
		switch {
		case formsOfBe.has(t) && !t.Capital:
			return title, title.capitals > 0
		case t.Kind == phrase.Word && t.Capital, t.Kind == phrase.Number && at > i:
			if t.Kind == phrase.Word && (at > i || !t.In(lexicon.FunctionWords)) {
				title.capitals++
			}
			title.next = at + 1
		case t.Is("by") && r.namesFollow(at), t.Is("in") && (phrase.IsYear(r.At(at+1)) || r.venueFollows(at)):
			return title, title.capitals > 0
		case t.Kind == phrase.Word && at > i && (t.In(lexicon.FunctionWords|lexicon.PhraseLinks|lexicon.Particles) || r.At(at-1).Is("s")):
			if phrase.IsApostropheToken(r.At(at - 1)) {
				title.next = at + 1
			}
		case t.Is("("):
			end, ok := r.AcronymInParens(at)
			if !ok || !r.At(end).Capital {
				return title, title.capitals > 0
			}
			at = end - 1
		case t.Kind == phrase.Word && at > i && lexicon.ForeignArticles[r.At(i).Lower]: // "Das zweite Ufer"
			if r.At(at + 1).Is("(") {
				title.next = at + 1
			}
		case t.Is(",") && r.goesOnToAuthors(at+1): // "Small Carts, Big Wheels by Lee"
		case t.Is(",") && at > i && r.isPeriod(at+1): // "Small Carts, 1850-1914"
		case at > i && (t.Is(":") && r.At(at+1).Capital || phrase.IsHyphen1(t) || t.Is("&")), phrase.IsApostropheToken(t):
		case (t.Is("?") || t.Is("!")) && title.next == at:
			title.next = at + 1
		default:
			return title, title.capitals > 0
		}
	}
	return title, false
}

// goesOnToAuthors reports whether nothing but words of a title is between token i and "by" with
// the authors after it.
func (r *reader) goesOnToAuthors(i int) bool {
	const longest = 8
	for at := i; at < i+longest && r.At(at).Kind == phrase.Word; at++ {
		t := r.At(at)
		if t.Is("by") {
			return at > i+1 && r.namesFollow(at)
		}
		if !t.Capital && !t.In(lexicon.FunctionWords|lexicon.PhraseLinks) || formsOfBe.has(t) {
			return false
		}
	}
	return false
}

// namesFollow reports whether people, or a body, are named after the "by" at i.
func (r *reader) namesFollow(i int) bool {
	_, _, ok := r.NamesAt(r.skipDescription(i + 1))
	return ok
}

// unmarkedAfter finds the title without marks that the noun at i announces: "the
// paper Felt Rims for Quiet Carts by", "her first novel, The Quiet Cart, which", "the
// novel Felt (1943)", "a report entitled".
func (r *reader) unmarkedAfter(i int) (title unmarkedTitle, ok bool) {
	from, cued := r.skipBeing(i), false
	if r.At(from).Is(",") || r.At(from).Is(":") || r.At(from).In(lexicon.TitleCues) {
		cued = r.At(from).In(lexicon.TitleCues)
		from++
	}
	book := r.At(i).In(lexicon.BookNouns)
	if title, ok = r.unmarkedTitleAt(from); !ok || r.isNoTitle(title) && !(book && r.isDetermined(i) && r.isIssuedIn(title.next)) { // "her novel The School (1932)"
		return title, false
	}
	after := r.At(title.next)
	edited := after.Is(",") && (r.At(title.next+1).Is("edited") || r.At(title.next+1).Is("translated")) && r.At(title.next+2).Is("by")
	published := after.Is(",") && r.saysPublished(title.next+1)
	credited := edited || published || after.Is("by") && r.namesFollow(title.next) || after.Is(",") && r.At(title.next+1).Is("by") && r.namesFollow(title.next+1) || r.isIssuedIn(title.next) || after.Is("(") && r.citesAuthors(title.next+1)
	enclosed := r.At(from-1).Is(",") && (after.Is(",") || after.Is("."))
	switch {
	case cued && !r.At(from-1).Is("called") && !r.At(from-1).Is("named"):
		return title, title.words() > 1
	case r.ofManyAt(i):
		return title, false
	case credited:
		return title, book || title.words() > 2 && title.capitals > 1
	case r.isPlacedReport(i, title):
		return title, true
	case enclosed:
		return title, (book && (title.words() > 2 || r.isDetermined(i)) || r.At(i).In(lexicon.ReportNouns|lexicon.ThesisNouns) && title.words() > 2) && title.capitals > 1
	}
	return title, book && title.words() > 2 && r.isDetermined(i)
}

// skipBeing is the token after the noun at i, or after "is" if that says what book of somebody's
// it is: "her first novel was The Quiet Cart (1932)", "his best work is".
func (r *reader) skipBeing(i int) (next int) {
	being := i + 1
	if !formsOfBe.has(r.At(being)) || !r.isDetermined(i) {
		return being
	}
	title, ok := r.unmarkedTitleAt(being + 1)
	if !ok || !r.isIssuedIn(title.next) || !r.At(i).In(lexicon.BookNouns) && !r.isBookNoun(r.kindAfter(title.next)) {
		return being
	}
	return being + 1
}

// isIssuedIn reports whether the parentheses at i say when a work came out, or where and by
// whom it was brought out.
func (r *reader) isIssuedIn(i int) bool {
	return r.At(i).Is("(") && (r.dateInParens(i) || r.isPressAt(i+1) || r.hasImprint(i))
}

// dateInParens reports whether the parentheses at i hold a date and nothing else.
func (r *reader) dateInParens(i int) bool {
	_, next, ok := r.DateAt(i + 1)
	return r.At(i).Is("(") && ok && r.At(next).Is(")")
}

// ofManyAt reports whether the noun at i is for several works.
func (r *reader) ofManyAt(i int) bool {
	switch r.At(i).Lower {
	case "books", "papers", "articles", "studies", "reviews", "chapters", "essays", "poems", "novels", "works":
		return true
	}
	return false
}

// citesAuthors reports whether authors and a year are at i: "(Lee, 2019)".
func (r *reader) citesAuthors(i int) bool {
	_, next, ok := r.NamesAt(i)
	return ok && r.At(next).Is(",") && phrase.IsYearOfMention(r.At(next+1))
}

// isNoTitle reports whether capitalised words name something else than a work: a
// body, a place, a person.
func (r *reader) isNoTitle(title unmarkedTitle) bool {
	first := r.At(title.from)
	if phrase.IsBody(r.Slice(r.Span(title.from, title.next))) || phrase.IsMonth(first) || phrase.IsPlace(r.Text, title.from) && title.capitals < 3 {
		return true
	}
	return title.capitals == 1 && first.In(lexicon.Honours|lexicon.NotNames)
}

// isDetermined reports whether the noun at i is that of one work: "his book", "the
// 1943 book", "Lee's book".
func (r *reader) isDetermined(i int) bool {
	at := i - 1
	for at > i-4 && r.At(at).Kind == phrase.Word && !r.At(at).Capital && !r.At(at).In(lexicon.FunctionWords|lexicon.Possessives) && !r.At(at).Is("s") && !r.At(at).Is("whose") {
		at--
	}
	before := r.At(at)
	return before.Is("whose") || before.In(lexicon.Possessives) || before.Is("the") || before.Is("s") || phrase.IsYear(before)
}

// readUnmarked reads the title without marks after the noun at i.
func (r *reader) readUnmarked(i int) (next int, ok bool) {
	if r.cur.Title != "" || r.subject.role == judge {
		return i, false
	}
	title, ok := r.unmarkedAfter(i)
	if !ok {
		return i, false
	}
	r.takeTitle(title.from, title.next)
	r.topic = theWork
	if r.isPlacedReport(i, title) {
		return r.readPlacedReport(i, title.next), true
	}
	return title.next, true
}

// isPlacedReport reports whether the title after the noun at i and a colon is that of a report, with
// its place, its house and its year: "the 1911 Board of Lights report: T, London, HMSO, 1911".
func (r *reader) isPlacedReport(i int, title unmarkedTitle) bool {
	place := title.next + 1
	if !r.At(i).In(lexicon.ReportNouns) || !r.At(i+1).Is(":") || !r.At(title.next).Is(",") || title.words() < 3 {
		return false
	}
	next, ok := r.PlaceName(place)
	if !ok || !r.At(next).Is(",") {
		return false
	}
	house, ok := r.ProperPhrase(next + 1)
	return ok && r.At(house).Is(",") && phrase.IsYear(r.At(house+1))
}

// readPlacedReport reads which body the report at i is by, and after the comma at comma its place, its
// house, its year, and its number as a command paper.
func (r *reader) readPlacedReport(i, comma int) (next int) {
	for from := i - 1; from >= max(0, i-longestIssuer); from-- {
		if end, ok := r.ProperPhrase(from); ok && end == i && phrase.IsBody(r.Slice(r.Span(from, i))) && !r.At(from-1).Capital && !r.At(from-1).In(lexicon.BodyLinks) {
			r.take(ref.FieldInstitution, from, i)
			break
		}
	}
	place, _ := r.PlaceName(comma + 1)
	house, _ := r.ProperPhrase(place + 1)
	r.take(ref.FieldAddress, comma+1, place)
	r.take(ref.FieldPublisher, place+1, house)
	r.take(ref.FieldYear, house+1, house+2)
	next = house + 2
	if number := next + 1; r.At(next).Is("(") && commandPapers.has(r.At(number)) && r.At(r.ClosingParen(next)-1).Kind == phrase.Number {
		r.take(ref.FieldNumber, number, r.ClosingParen(next))
		next = r.ClosingParen(next) + 1
	}
	return next
}

// longestIssuer is how many words the name of a body has that brought out a report.
const longestIssuer = 8

// commandPapers are the letters before the numbers of papers laid before the British parliament.
var commandPapers = words("c", "cd", "cmd", "cmnd", "cm", "cp")

// readAuthorOf reads whose title follows "author of" at i: "Ana Lee, the author of The
// Quiet Cart, said".
func (r *reader) readAuthorOf(i int) (next int) {
	title := i + 2
	if r.At(title).Kind != phrase.Quoted {
		found, ok := r.unmarkedTitleAt(title)
		if !ok || r.cur.Title != "" || r.isNoTitle(found) || found.words() < 3 || found.capitals < 2 {
			return i + 1
		}
		r.takeTitle(found.from, found.next)
		r.topic, title = theWork, found.next-1
	}
	comma := i - 1
	if r.At(comma).Is("the") {
		comma--
	}
	if r.At(comma).Is("and") {
		comma = r.commaAfterName(comma)
	}
	if list, from, ok := r.NamesBefore(comma); ok && r.At(comma).Is(",") && list.IsPersonal() && !r.cur.hasAuthors() && !r.subject.wrote() {
		r.takeNames(ref.FieldAuthors, list, from, comma)
	}
	if r.At(title).Kind == phrase.Quoted {
		return title
	}
	return title + 1
}

// commaAfterName is the comma after the name of somebody of whom the words before token i
// tell: "Ana Lee, professor of carts at Cork and author of The Quiet Cart".
func (r *reader) commaAfterName(i int) int {
	for at := i - 1; at > max(0, i-longestDescribed); at-- {
		if t := r.At(at); t.Is(",") {
			if list, _, ok := r.NamesBefore(at); ok && list.IsPersonal() && len(list.Names) == 1 && !list.IsBare() {
				return at
			}
		} else if t.Kind == phrase.Mark && !phrase.IsHyphen1(t) {
			break
		}
	}
	return i
}

// longestDescribed is how many tokens may say who somebody is.
const longestDescribed = 16

// readUnmarkedOpening reads the title without marks that begins a sentence, if its
// authors and its year or its kind follow: "The Quiet Cart by Ana Lee (2019)", "The
// Quiet Cart by Ana Lee is a novel", "The Quiet Cart, by Ana Lee, Cart Press".
func (r *reader) readUnmarkedOpening(i int) (next int, ok bool) {
	if r.At(i).Kind == phrase.Number && (r.At(i+1).Is(".") || r.At(i+1).Is(")")) { // an item of a list
		i += 2
	}
	title, ok := r.unmarkedTitleAt(i)
	if ok && title.words() > 1 && formsOfBe.has(r.At(title.next)) && r.isBookNoun(r.kindAfter(title.next)) {
		return r.readOpeningTitle(title, title.next), true
	}
	by := r.SkipComma(title.next)
	if !ok || title.words() < 3 || title.capitals < 2 || !r.At(by).Is("by") || r.medium.to(tellsMedium, r.Text) {
		return i, false
	}
	_, after, ok := r.NamesAt(by + 1)
	if r.At(after).Is(",") && phrase.IsYear(r.At(after+1)) {
		return i, false
	}
	whole := r.At(after).Kind == phrase.NoToken && title.words() > 3 && i > 0
	if !ok || r.YearInParens(after) == (ref.Span{}) && r.kindAfter(title.next) < 0 && !r.isPartOfWork(after) && !whole {
		return i, false
	}
	return r.readOpeningTitle(title, by), true
}

// readOpeningTitle takes the title that begins a sentence, and its kind if it is said;
// the sentence goes on with token next.
func (r *reader) readOpeningTitle(title unmarkedTitle, next int) int {
	r.takeTitle(title.from, title.next)
	r.topic = theWork
	if kind := r.kindAfter(title.next); kind >= 0 {
		r.cur.Noun = r.At(kind).Lower
		if !r.At(next).Is("by") {
			r.readYearBefore(kind)
			return kind + 1
		}
	}
	return next
}

// isBookNoun reports whether the token at i is a noun for a book, and not part of
// another: "a novel by", "a book about", but not "a book editor".
func (r *reader) isBookNoun(i int) bool {
	if i < 0 || !r.At(i).In(lexicon.BookNouns) {
		return false
	}
	after := r.At(i + 1)
	return after.Kind != phrase.Word || after.In(lexicon.FunctionWords|lexicon.Neutral|lexicon.AuthoringVerbs)
}

// isNamedAfter reports whether the word at i has the title of a work without marks
// after it, and its authors: "read The Quiet Cart by Ann Lee".
func (r *reader) isNamedAfter(i int) bool {
	if t := r.At(i); r.cur.Title != "" || !r.isReader(i) && !owning.has(t) && !formsOfBe.has(t) && !t.Is("remains") {
		return false
	}
	title, ok := r.namedAfter(i)
	by := r.SkipComma(title.next)
	if !ok || r.isNoTitle(title) || title.words() < 3 || title.capitals < 2 || !r.At(by).Is("by") {
		return false
	}
	list, _, ok := r.NamesAt(by + 1)
	return ok && list.IsPersonal() && (!list.IsBare() || r.ColonBetween(title.from, title.next)) && (r.isReader(i) || owning.has(r.At(i)) || r.noun >= 0 && r.noun > i-10)
}

// owning are verbs of readers that say what they do with a book, and with much else.
var owning = words("finished", "loved", "enjoyed", "liked", "bought", "borrowed", "finishing", "enjoying", "loving", "rereading", "get", "buy", "try")

func (r *reader) namedAfter(i int) (title unmarkedTitle, ok bool) {
	if r.At(i+1).Is("still") || r.At(i+1).Is("also") || r.At(i+1).Is(":") {
		i++
	}
	return r.unmarkedTitleAt(i + 1)
}

// readNamedAfter reads the title after the word at i.
func (r *reader) readNamedAfter(i int) (next int) {
	title, _ := r.namedAfter(i)
	r.takeTitle(title.from, title.next)
	r.topic = theWork
	return title.next
}

// readAuthored reads the title without marks after an authoring verb: "wrote The
// Quiet Cart in 1998", "published The Quiet Cart (1998)".
func (r *reader) readAuthored(i int) (next int) {
	title, ok := r.unmarkedTitleAt(i + 1)
	if !ok || r.cur.Title != "" || r.isNoTitle(title) || title.words() < 3 || title.capitals < 2 || r.LooksLikeVenue(title.from, title.next) {
		return i + 1
	}
	dated := r.YearInParens(title.next) != (ref.Span{}) || r.At(title.next).Is("in") && phrase.IsYear(r.At(title.next+1))
	if !dated && r.kindAfter(title.next) < 0 {
		return i + 1
	}
	r.takeTitle(title.from, title.next)
	if kind := r.kindAfter(title.next); kind >= 0 {
		r.cur.Noun = r.At(kind).Lower
	}
	r.topic = theWork
	return title.next
}

// isUntitledNoun reports whether a noun for a work was read, and its title was not.
func (r *reader) isUntitledNoun() bool { return r.noun >= 0 && r.cur.Title == "" }

// readTitled reads the title without marks after "titled" at i.
func (r *reader) readTitled(i int) (next int) {
	title, ok := r.unmarkedTitleAt(i + 1)
	if !ok || title.words() < 2 {
		return r.readPlain(i)
	}
	r.takeTitle(title.from, title.next)
	r.topic = theWork
	return title.next
}
