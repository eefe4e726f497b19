package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// span is where the words of the quotation are.
func (q quotation) span() ref.Span { return q.Span(q.i, q.i+1) }

// words is how many words the quotation has.
func (q quotation) words() int { return strings.Count(q.At(q.i).Text, " ") + 1 }

// isTitleLike reports whether the quotation is written as titles are: every word of
// weight begins with a capital, or the first one does and there are many.
func (q quotation) isTitleLike() bool {
	text := q.At(q.i).Text
	first, _ := utf8.DecodeRuneInString(text)
	if !unicode.IsUpper(first) && !unicode.IsDigit(first) {
		return false
	}
	return phrase.IsTitleCase(text) || q.isMarked() && q.words() > 1 || q.words() > 3 && !strings.ContainsAny(text, ".!") && !speaks(text)
}

// speaks reports whether words are those of somebody who speaks of themselves or to
// somebody, and not written as titles are: "What Bees Tell Us About Cities".
func speaks(text string) bool {
	if strings.Count(text, " ") > 1 && phrase.IsTitleCase(text) {
		return false
	}
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		switch strings.ToLower(word) {
		case "i", "we", "us", "our", "my", "me", "you", "your", "i'm", "we're", "don't", "it's", "i’m", "we’re", "don’t", "it’s":
			return true
		}
	}
	return false
}

// isMarked reports whether the quotation is a link or emphasised.
func (q quotation) isMarked() bool {
	_, linked := q.AddressOf(q.span())
	return linked || q.IsEmphasised(q.span())
}

// isLinkedWork reports whether the quotation leads to an address where there are
// only works.
func (q quotation) isLinkedWork() bool {
	address, linked := q.AddressOf(q.span())
	return linked && phrase.IsAddressOfWork(q.Slice(address)) && q.words() > 1
}

// isIdentified reports whether an identifier of a work, or the number of a standard,
// follows the quotation.
func (q quotation) isIdentified() bool {
	if !q.isTitleLike() || q.words() < 2 {
		return false
	}
	after := q.i + 1
	for t := q.At(after); t.Is(",") || t.Is(".") || t.Is("(") || t.Is("["); t = q.At(after) {
		after++
	}
	if q.At(after).Is("arxiv") && q.At(after+1).Is("preprint") {
		after += 2
	}
	if _, _, ok := q.StandardAt(after); ok {
		return true
	}
	var scratch phrase.Work
	_, ok := q.ReadIdentifier(after, &scratch)
	return ok && (scratch.URL == "" || phrase.IsAddressOfWork(scratch.URL))
}

// isSigned reports whether the quotation is between its author and where or when it
// came out, as in a footnote: "see Lee, 'T', vol. 2".
func (q quotation) isSigned() bool {
	first, _ := utf8.DecodeRuneInString(q.At(q.i).Text)
	if q.citing || !q.back(1).Is(",") || !unicode.IsUpper(first) || speaks(q.At(q.i).Text) || q.words() < 2 || q.subject.wrote() {
		return false
	}
	after := q.i + 1
	list, from, ok := q.NamesBefore(q.i - 1)
	if q.At(q.SkipComma(after)).Kind == phrase.Link && q.words() > 2 { // "see also Ann Lee, 'T,' https://example.org"
		pointing := q.At(from - 1)
		return ok && list.IsPersonal() && !list.IsBare() && (from == 0 || readingVerbs.has(pointing) || pointing.Is("also") || pointing.Is("cf"))
	}
	if !q.At(after).Is(",") && !q.At(after).Is("(") {
		return false
	}
	if _, _, ok := q.LocatorWord(after + 1); !ok && !phrase.IsYear(q.At(after+1)) && !q.isPressAt(after+1) && !q.venueAt(after+1) && !phrase.IsPlace(q.Text, after+1) && !q.At(after+1).In(lexicon.PartNouns) && !shortParts.has(q.At(after+1)) && !(q.At(after+1).Is("in") && q.At(after+2).Capital) {
		return false
	}
	return ok && list.IsPersonal() && !(list.IsBare() && q.At(from-1).Is("the")) // a band is no author
}

// shortParts stand for the parts of a book.
var shortParts = words("ch", "chs", "chap", "chaps", "sec", "sect", "sects", "pt")

// isLinkedTitle reports whether the quotation is a link whose words are a title by
// themselves and no name: there are many, and small ones or a colon among them.
func (q quotation) isLinkedTitle() bool {
	address, linked := q.AddressOf(q.span())
	text := q.At(q.i).Text
	if !linked || address[0] == address[1] || phrase.IsRepository(q.Slice(address)) || q.words() < 4 || !q.isTitleLike() || phrase.IsBody(text) {
		return false
	}
	if !phrase.IsTitleCase(text) && (strings.HasSuffix(text, "!") || strings.HasSuffix(text, ".") || strings.Contains(text, " this ") || describing.hasWord(strings.ToLower(firstWord(text)))) {
		return false
	}
	if strings.ContainsAny(text, ":?") {
		return true
	}
	for _, word := range strings.Fields(text) {
		lower, lists := lexicon.LookUp(word)
		if lists.Has(lexicon.FunctionWords) && lower != "of" && lower != "and" && lower != "for" && lower != "the" {
			return true
		}
	}
	return false
}

// describing begin what a link leads to, or go on with the sentence: "a supported version of",
// "and a lot more", "here is the demo".
var describing = words("a", "an", "and", "or", "but", "there", "here", "here's", "here’s", "this", "these", "our", "your", "all", "other", "more", "some")

func firstWord(s string) string {
	first, _, _ := strings.Cut(s, " ")
	return first
}

// isTracked reports whether an address is that of a task or of a change.
func isTracked(address string) bool {
	return strings.Contains(address, "/issues/") || strings.Contains(address, "/pull/") || strings.Contains(address, "/merge_requests/")
}

// isManual reports whether the quotation is a link into the documentation of a program, a
// repository of software or the files beside the text, and nothing but the link makes a title of it.
func (q quotation) isManual() bool {
	address, linked := q.AddressOf(q.span())
	if after := q.At(q.i + 1); !linked || q.before.In(lexicon.WorkNouns|lexicon.TitleCues) || after.In(lexicon.BookNouns|lexicon.ArticleNouns) && !weakNouns.has(after) || q.isCredited() {
		return false
	}
	return address[0] == address[1] || phrase.IsRelative(q.Slice(address)) || phrase.IsRepository(q.Slice(address)) || phrase.IsDocumentation(q.Slice(address))
}

// isCredited reports whether it is said after the quotation by whom it is: "by A",
// or in parentheses with the year, "(A, 2011)".
func (q quotation) isCredited() bool {
	if !q.isTitleLike() {
		return false
	}
	after := q.i + 1
	if q.At(after).Is(",") {
		after++
	}
	if q.At(after).Is("by") {
		list, _, ok := q.NamesAt(q.skipDescription(after + 1))
		return ok && (list.EtAl || list.IsPersonal() && !list.IsBare() || q.words() > 2)
	}
	if q.At(q.i+1).Is(",") && q.At(after).Capital { // "'T', Lee, A., & Park, B., Carts 7"
		list, next, ok := q.NamesAt(after)
		if ok && list.IsPersonal() && (list.EtAl || len(list.Names) > 1) && (q.At(next).Is(",") || q.At(next).Is("(")) {
			return true
		}
		if ok && list.IsPersonal() && !list.IsBare() && q.isIssueAt(q.afterOwned(next)) { // "'T', Ann Lee's essay (Carts 7, 1999)"
			return true
		}
	}
	if phrase.IsDash(q.At(after)) {
		list, next, ok := q.NamesAt(after + 1)
		return ok && list.IsPersonal() && !list.IsBare() && (q.YearInParens(next) != (ref.Span{}) || q.At(next).Kind == phrase.NoToken)
	}
	if !q.At(q.i + 1).Is("(") {
		return false
	}
	if _, ok := venueCitationAt(q.Text, q.i+2); ok { // (Lee & Park, ICML 2019)
		return true
	}
	list, next, ok := q.NamesAt(q.i + 2)
	if ok && q.At(next).Is("(") { // "(Lee et al. (2013))"
		return phrase.IsYearOfMention(q.At(next + 1))
	}
	if ok && list.IsPersonal() && !list.IsBare() && q.At(next).Is(",") && (q.isPressAt(next+1) && q.endsDated(q.i+1) || q.At(next+1).In(lexicon.IdentifierLabels)) { // (A. Lee, Harbour Press, 2011), (Lee et al., arXiv:2301.01234)
		return true
	}
	return ok && q.At(next).Is(",") && phrase.IsYearOfMention(q.At(next+1)) && (list.IsPersonal() && !list.IsBare() || q.isPressAt(q.i+2) || q.words() > 2)
}

// afterOwned is the token after the possessive at i and the noun for a work that it belongs to,
// "'s article", else i.
func (r *reader) afterOwned(i int) (next int) {
	if noun := i + 2; phrase.IsApostropheToken(r.At(i)) && r.At(i+1).Is("s") && r.At(noun).In(lexicon.WorkNouns) {
		return noun + 1
	}
	return i
}

// isIssueAt reports whether the parentheses at i begin with a journal, a book or a house and end
// with the year: "(Cart Review 7, 1999)", "(in Carts, Harbour Press, 1987)".
func (r *reader) isIssueAt(i int) bool {
	name := i + 1
	if !r.At(i).Is("(") || !r.endsDated(i) {
		return false
	}
	if r.At(name).Is("in") {
		name++
	}
	next, ok := r.ProperPhrase(name)
	return ok && (r.At(next).Kind == phrase.Number && !phrase.IsYear(r.At(next)) || r.LooksLikeVenue(name, next) || r.isPressAt(name) || name > i+1)
}

// isOfKind reports whether a noun for a work says after the quotation what it is: "T
// is a novel", "T, a report on".
func (q quotation) isOfKind() bool {
	at := q.kindAfter(q.i + 1)
	return q.isTitleLike() && at >= 0 && !q.At(at).In(lexicon.NotWorkNouns) && (q.words() > 2 || !weakNouns.has(q.At(at)))
}

// kindAfter is the noun for a work by which what was named before token i is called,
// perhaps after its authors, or -1: "by A, a novel", "is a widely read report".
func (r *reader) kindAfter(i int) int { return r.nounAfter(i, lexicon.WorkNouns) }

// nounAfter is the noun of some lists by which what was named before token i is
// called, or -1.
func (r *reader) nounAfter(i int, lists lexicon.WordList) int {
	if r.At(i).Is(",") {
		i++
	}
	if r.At(i).Is("by") {
		if _, next, ok := r.NamesAt(r.skipDescription(i + 1)); ok {
			i = next
		}
	}
	if r.At(i).Is("(") {
		i = r.ClosingParen(i) + 1
	}
	if t := r.At(i); t.Is(",") || t.Is(":") || phrase.IsDash(t) || formsOfBe.has(t) {
		i++
	}
	if r.At(i-1).Is(",") && (formsOfBe.has(r.At(i)) || r.At(i).Is("remains")) {
		i++
	}
	if at, ok := r.itIs(i); ok {
		i = at
	}
	if t := r.At(i); !t.Is("a") && !t.Is("an") && !t.Is("the") {
		return -1
	}
	for at := i + 1; at < i+9; at++ {
		t := r.At(at)
		switch {
		case t.In(lists) && !r.At(at+1).In(lexicon.WorkNouns|lexicon.NotWorkNouns|lexicon.ArtNouns):
			return at
		case t.Kind != phrase.Word && !phrase.IsYear(t) && !phrase.IsHyphen1(t) && !t.Is("/"), t.In(lexicon.FunctionWords) && !t.Is("and"):
			return -1
		}
	}
	return -1
}

// isAboutNoun reports whether the quotation, after a comma, is the title of what a noun
// for a work says before it.
func (q quotation) isAboutNoun() bool {
	return !q.citing && q.noun >= 0 && q.back(1).Is(",") && q.isTitleLike() && q.words() > 1 && q.isNounBefore(q.i-2)
}

// isNounBefore reports whether the words up to token i are what a noun for a work is
// about: "paper on the topic", "biography of Ann of Cork".
func (r *reader) isNounBefore(i int) bool {
	for at := i; at > i-9 && r.At(at).Kind == phrase.Word; at-- {
		if at == r.noun {
			return at == i || r.At(at+1).Is("on") || r.At(at+1).Is("of") || r.At(at+1).Is("about") || r.At(at+1).Is("by") || r.At(at+1).Is("from")
		}
	}
	return false
}

// itIs finds "it is" among the words after a title: "on the basis that it's a rare
// book".
func (r *reader) itIs(i int) (next int, ok bool) {
	for at := i; at < i+9; at++ {
		t := r.At(at)
		switch {
		case t.Is("it's"), t.Is("it’s"):
			return at + 1, true
		case t.Is("it") && formsOfBe.has(r.At(at+1)):
			return at + 2, true
		case t.Is("it") && phrase.IsApostropheToken(r.At(at+1)) && r.At(at+2).Is("s"):
			return at + 3, true
		case t.Kind == phrase.Quoted, t.Is("."):
			return i, false
		}
	}
	return i, false
}

// weakNouns are nouns for works that are as often for something else.
var weakNouns = words("column", "entry", "set", "volume", "note", "notes", "address", "response", "reply", "statement", "comment", "release", "collection", "document", "feature", "letter", "debate", "work", "protocol", "experiment", "message", "tutorial", "guide", "overview")

// isNoTitle reports whether the quotation is not written as titles are, or is a word
// or two.
func (q quotation) isNoTitle() bool {
	written := q.isTitleLike() || !q.isInLowerCase() && q.subject.wrote() // "Lee wrote the note 'Rims. A plea'"
	return !written || q.words() < 3
}

// isRead reports whether the sentence has others read the quotation: "read 'T'", "see
// also 'T'".
func (q quotation) isRead() bool {
	if !q.isTitleLike() || q.words() < 2 {
		return false
	}
	at := q.i - 1
	for q.At(at).Is(":") || q.At(at).Is("the") || q.At(at).Is("also") || q.At(at).Is("and") || q.At(at).Kind == phrase.Quoted {
		at--
	}
	if !q.isReader(at) {
		return false
	}
	return q.isEmphasisedOrLinked() && !(q.At(at).Is("see") && q.words() < 3) || q.words() > 2 && !q.At(at).Is("see")
}

// isEmphasisedOrLinked reports whether the quotation is a link or in italics: what is
// in bold is as often a heading or a button.
func (q quotation) isEmphasisedOrLinked() bool {
	_, linked := q.AddressOf(q.span())
	return linked || q.IsItalic(q.span())
}

// isReader reports whether the verb at i is what readers do: a sign "reads" as well, and
// a banner is "reading".
func (r *reader) isReader(i int) bool {
	t, before := r.At(i), r.At(i-1)
	switch {
	case t.Is("reading"):
		return enjoying.has(before)
	case t.Is("read"):
		return i == 0 || before.Kind != phrase.Word || before.In(lexicon.FunctionWords|lexicon.Neutral) || before.Is("i") || before.Is("you") || before.Is("please") || before.Is("should") || before.Is("must") || before.Is("just")
	}
	return readingVerbs.has(t)
}

// enjoying are the words before "reading" that say that somebody does.
var enjoying = words("am", "after", "by", "of", "finished", "started", "been", "recommend", "recommended", "enjoy", "enjoyed", "worth", "further", "required", "suggested")

var readingVerbs = words("read", "reading", "reread", "recommend", "recommended", "suggest", "see", "consult")

// isOwned reports whether the quotation is a marked title after the possessive of
// its author: "Lee's _T_"; one word is where a noun for a book is shortly before it.
func (q quotation) isOwned() bool {
	called := q.noun >= 0 && q.noun > q.i-longestCalled && q.At(q.noun).In(lexicon.BookNouns)
	if !q.isMarked() || !q.isTitleLike() || q.words() < 2 && !called {
		return false
	}
	list, _, ok := q.ownerBefore(q.i)
	return ok && !q.isFeature(list)
}

// longestCalled is how many tokens may be between a noun for a book and its title.
const longestCalled = 8

// isFeature reports whether the quotation is a link of a few words after the possessive of
// one name, which may be that of a program: "Azure's [Service Identity](https://…)".
func (q quotation) isFeature(owner phrase.NameList) bool {
	_, linked := q.AddressOf(q.span())
	return linked && owner.IsBare() && len(owner.Names) == 1 && !q.IsEmphasised(q.span()) && q.words() < 4
}

// ownerBefore finds the names whose possessive is right before token i.
func (r *reader) ownerBefore(i int) (list phrase.NameList, from int, ok bool) {
	i = r.beforeOwn(i)
	end := i - 1
	if r.At(end).Is("s") {
		end--
	}
	if !phrase.IsApostropheToken(r.At(end)) || end == i-1 && !strings.HasSuffix(r.At(end-1).Lower, "s") {
		return list, i, false
	}
	list, from, ok = r.NamesBefore(end)
	return list, from, ok && list.IsPersonal()
}

// readAuthorsOfTitle states the authors before the title at i who are named as its
// owners, or cited with a year: "Lee's _T_", "Lee (2019), 'T'".
func (r *reader) readAuthorsOfTitle(i int) {
	if r.cur.hasAuthors() || r.subject.wrote() {
		return
	}
	if list, from, ok := r.ownerBefore(i); ok {
		r.takeNames(ref.FieldAuthors, list, from, r.ownerEnd(i))
	}
	if list, from, ok := r.NamesBefore(i - 1); ok && r.At(i-1).Is("in") && list.IsPersonal() && !list.IsBare() && r.AsksToRead(from-1) { // "Quoting Ann Lee in _T_"
		r.takeNames(ref.FieldAuthors, list, from, i-1)
	}
	if list, from, ok := r.NamesBefore(i - 1); ok && (quotation{reader: r, i: i}).isSigned() {
		r.takeNames(ref.FieldAuthors, list, from, i-1)
	}
	if c, ok := r.citationBefore(i); ok && !r.isOfLast(c) {
		r.takeNames(ref.FieldAuthors, c.authors, c.from, c.names)
		r.take(ref.FieldYear, c.year, c.year+1)
	}
}

// beforeOwn is the token of the "own" right before token i, "Lee's own T", or i.
func (r *reader) beforeOwn(i int) int {
	if r.At(i - 1).Is("own") {
		return i - 1
	}
	return i
}

// ownerEnd is the token after the names whose possessive is right before token i.
func (r *reader) ownerEnd(i int) int {
	i = r.beforeOwn(i)
	if r.At(i - 1).Is("s") {
		return i - 2
	}
	return i - 1
}

// citationBefore reads the citation that ends right before token i, or before the
// mark there: "Lee & Park (2020), ".
func (r *reader) citationBefore(i int) (c venueCitation, ok bool) {
	end := i
	if t := r.At(end - 1); t.Is(",") || t.Is(":") || t.Is(".") {
		end--
	}
	if r.YearInParens(end-3) == (ref.Span{}) {
		return c, false
	}
	names := end - 3
	if r.At(names-1).Is("s") && phrase.IsApostropheToken(r.At(names-2)) { // "Lee's (2009) 'T'"
		names -= 2
	} else if phrase.IsApostropheToken(r.At(names - 1)) {
		names--
	}
	list, from, ok := r.NamesBefore(names)
	return venueCitation{authors: list, from: from, names: names, year: end - 2}, ok
}

// isCited reports whether the quotation is the title of the work that was cited right
// before it.
func (q quotation) isCited() bool {
	first, _ := utf8.DecodeRuneInString(q.At(q.i).Text)
	if q.words() < 2 || !unicode.IsUpper(first) || !q.isTitleLike() && !q.back(1).Is(",") || speaks(q.At(q.i).Text) {
		return false
	}
	_, ok := q.citationBefore(q.i)
	return ok
}

// isNamedByNoun reports whether a noun for a work follows the marked quotation: "the
// _T_ book".
func (q quotation) isNamedByNoun() bool {
	after := q.At(q.i + 1)
	return q.isMarked() && q.isTitleLike() && q.words() > 1 && after.In(lexicon.WorkNouns&^lexicon.PartNouns) && !after.Capital && q.noun != q.i+1
}

// isNamedAsBest reports whether the marked quotation is what a sentence says that a
// reference is.
func (q quotation) isNamedAsBest() bool {
	if !q.isMarked() || !q.isTitleLike() || q.words() < 2 {
		return false
	}
	for at := q.i - 2; at >= 0 && at > q.i-8; at-- {
		switch q.At(at).Lower {
		case "reference", "introduction", "source", "treatment", "resource", "text", "classic", "book", "textbook", "starting":
			return true
		}
	}
	return false
}

// isItem reports whether the quotation begins an item of a list, with its authors or who
// brought it out after a dash.
func (q quotation) isItem() bool {
	if !isListDash(q.Text, q.i) || !q.isTitleLike() || q.words() < 3 {
		return false
	}
	if q.At(q.i + 2).In(lexicon.WorkNouns) { // 'T' – chapter by Lee
		return q.At(q.i+3).Is("by") && q.namesFollow(q.i+3)
	}
	list, next, ok := q.NamesAt(q.i + 2)
	if ok && !list.IsPersonal() {
		_, _, numbered := q.ReportNumberAt(q.SkipComma(next))
		return numbered
	}
	return ok && (list.EtAl || !list.IsBare()) && (q.At(next).Is(",") || q.At(next).Is(";") || q.At(next).Is("(") || q.At(next).Kind == phrase.NoToken)
}

// isEntry reports whether the quotation begins the text as an entry of a list does,
// with its authors, its year or its address in brackets after it.
func (q quotation) isEntry() bool {
	if !q.begins() || !q.isTitleLike() || q.words() < 2 {
		return false
	}
	after := q.i + 1
	if q.At(after).Is(".") || q.At(after).Is(",") {
		after++
	}
	switch t := q.At(after); {
	case t.Kind == phrase.Link:
		return true
	case t.Is("("), t.Is("["):
		_, next, ok := q.NamesAt(after + 1)
		link := q.At(after + 1)
		return link.Kind == phrase.Link && !isTracked(link.Text) || ok && q.At(next).Is(",") && phrase.IsYearOfMention(q.At(next+1))
	}
	return false
}
