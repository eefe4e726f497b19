package citation

import (
	"strings"
	"unicode/utf8"
)

// A formatted reference is a line of a reference list, not a sentence:
//
//	reference = [label] names ["editors"] [year] title {part}
//	names     = name {sep name} ["et al."]
//	year      = "(" date ")" "." | "." date "."
//	title     = quoted | words "."
//	part      = identifier | locator | date | edition | genre | editors | "In" holder | imprint | words
//
// The styles (APA, MLA, Chicago, Vancouver, IEEE, ACL, NeurIPS) differ in the
// order of these parts and in the marks between them, not in the parts.
type formatted struct {
	*sentence
	work   work
	quoted bool // the title stands in quotation marks
	online bool // the work was looked up online
	page   bool // the work is a page of a site
	unread int  // words that say nothing of the work
}

// mostUnread is how many words of a formatted reference may say nothing of the
// work, such as "Epub ahead of print". A text with more of them is running text.
const mostUnread = 6

// readFormatted reads the text as a formatted reference, if it is one.
func (s *sentence) readFormatted() (w work, ok bool) {
	f := formatted{sentence: s}
	if f.tellsStory() {
		return work{}, false
	}
	i, ok := f.readNames(f.skipLabel())
	if !ok {
		return work{}, false
	}
	i, dated := f.readYear(i)
	i, ok = f.readTitle(i, dated)
	if !ok {
		return work{}, false
	}
	f.readRest(i)
	if f.unread > mostUnread || !f.isFound() {
		return work{}, false
	}
	return f.work, true
}

// isFound tells whether the reference says when the work came out and where it is
// to be found. Of what is online the date may be unknown.
func (f *formatted) isFound() bool {
	w := &f.work
	if w.Year == "" && yearInside(w.Container) < 0 {
		return f.quoted && w.URL != "" && w.Container != ""
	}
	return w.Container != "" || w.Publisher != "" || w.Institution != "" || w.ArXiv != "" || w.Preprint || w.URL != ""
}

// tellsStory tells whether somebody does something in the text, as in a sentence.
func (f *formatted) tellsStory() bool {
	for i := range f.tokens {
		switch t := f.at(i); t.lower {
		case "published":
			if _, _, dated := f.dateAt(i + 1); !dated || !t.capital { // "Published May 3, 2020."
				return true
			}
		case "authored", "wrote", "according", "titled":
			return true
		}
	}
	return false
}

// skipLabel skips "[12]" and "12.".
func (f *formatted) skipLabel() int {
	switch {
	case f.at(0).is("[") && f.at(2).is("]"):
		return 3
	case f.at(0).kind == number && f.at(1).is("."):
		return 2
	}
	return 0
}

// readNames reads the authors, or the editors of a book.
func (f *formatted) readNames(i int) (next int, ok bool) {
	list, next := f.namesInOrder(i)
	if len(list.names) == 0 {
		return i, false
	}
	names := f.span(i, next)
	if after := f.editorsMark(next); after > next {
		f.work.stateNames(fieldEditors, list, names)
		return after, true
	}
	f.work.stateNames(fieldAuthors, list, names)
	return next, f.endsNames(next)
}

// namesInOrder reads the names, of which the first may be in the order "Surname,
// Given" and the others in the order of speech.
func (f *formatted) namesInOrder(i int) (list nameList, next int) {
	if list, next = f.glued(i); len(list.names) > 0 && !f.isSpoken(i, list) {
		return list, next
	}
	list, next = nameList{}, i
	at := i
	if n, after, ok := f.fullInvertedAt(i); ok {
		list.names, next = append(list.names, n), after
		if after, ok := f.etAl(next); ok {
			list.etAl = true
			return list, after
		}
		if at, ok = f.separator(next); !ok || f.at(at).kind == quoted {
			return list, next
		}
	}
	if more, after, ok := f.peopleAt(at); ok {
		list.names = append(list.names, more.names...)
		list.etAl = more.etAl
		next = after
	}
	if at, ok := f.ellipsis(next); ok {
		if last, after, ok := f.personAt(at); ok {
			list.names, list.etAl, next = append(list.names, last), true, after
		}
	}
	return list, next
}

// isSpoken tells whether what looks like "Guin U." at token i is the beginning of
// a name in the order of speech, as "Ursula K. Guin": others follow it, or the
// year does, or nothing in the text is parted by a semicolon as in Vancouver's style.
func (f *formatted) isSpoken(i int, glued nameList) bool {
	if len(glued.names) > 1 || glued.etAl || len(glued.names[0].Given) > 1 {
		return false
	}
	list, next, ok := f.peopleAt(i)
	if !ok || !f.endsNames(next) && f.editorsMark(next) == next {
		return false
	}
	return len(list.names) > 1 || isYear(f.at(next+1)) || f.at(next).is(".") && !strings.Contains(f.text, ";")
}

// skipBehalf skips "for the" and "on behalf of the" before the body that the
// authors before it speak for.
func (f *formatted) skipBehalf(i int) (next int) {
	switch {
	case f.at(i).is("for"):
		i++
	case f.words(i, "on", "behalf", "of"):
		i += 3
	}
	if f.at(i).is("the") {
		i++
	}
	return i
}

// peopleAt reads a list of names up to the "Eds." that may stand behind them. A
// word alone behind whole names is none: "B. Silva, Rope and Sail".
func (f *formatted) peopleAt(i int) (list nameList, next int, ok bool) {
	for at := i; ; {
		n, after, ok := f.authorAt(at)
		if !ok || len(list.names) > 0 && n == (Name{Family: n.Family}) {
			return list, next, len(list.names) > 0
		}
		list.names, next = append(list.names, n), after
		if after, ok := f.etAl(next); ok {
			list.etAl = true
			return list, after, true
		}
		if at, ok = f.separator(next); !ok || f.editorsMark(next) > next {
			return list, next, true
		}
	}
}

// authorAt reads one name. Two letters behind given names are a family name, as
// in "X. Li." and "Xin Li.", and no initial.
func (f *formatted) authorAt(i int) (n Name, next int, ok bool) {
	at := i
	for f.isInitial(at) && utf8.RuneCountInString(f.at(at).text) != 2 {
		at += 2
	}
	for at < i+3 && f.isNameWord(at) && !f.isInitial(at) && !f.at(at).in(particles) {
		at++
	}
	if at > i && f.isInitial(at) && utf8.RuneCountInString(f.at(at).text) == 2 && !f.isInitial(at+2) {
		return Name{Given: f.slice(f.span(i, at)), Family: f.at(at).text}, at + 1, true
	}
	return f.nameAt(i)
}

// ellipsis reads ", . . ." and ", …", which stand for names left out before the
// last one.
func (f *formatted) ellipsis(i int) (next int, ok bool) {
	if f.at(i).is(",") {
		i++
	}
	switch {
	case f.at(i).is("…"):
		return i + 1, true
	case f.words(i, ".", ".", "."):
		return i + 3, true
	}
	return i, false
}

// glued reads a list as Vancouver writes it, "Smith JD, Doe A, et al.", up to the
// full stop, which belongs to no initial.
func (f *formatted) glued(i int) (list nameList, next int) {
	for at := i; ; {
		family, ok := f.familyRun(at)
		if !ok || !isInitials(f.at(family)) {
			if body, after, ok := f.bodyAt(f.skipBehalf(at)); ok && len(list.names) > 0 && f.at(after).is(".") {
				list.names = append(list.names, body)
				return list, after
			}
			break
		}
		n := f.family(at, family)
		n.Given = f.at(family).text
		next = f.suffixAt(family+1, &n)
		list.names = append(list.names, n)
		if after, ok := f.etAl(next); ok {
			list.etAl, next = true, after
			return list, next
		}
		if f.editorsMark(next) > next {
			return list, next
		}
		if at, ok = f.separator(next); !ok {
			if f.at(next).is(".") && !f.isInitial(next+1) {
				return list, next
			}
			break
		}
	}
	return nameList{}, i
}

// editorsMark reads "(Eds.)," and ", editors," behind names.
func (f *formatted) editorsMark(i int) (next int) {
	next = i
	if f.at(next).is(",") || f.at(next).is("(") {
		next++
	}
	if !isEditorsMark(f.at(next)) {
		return i
	}
	for next++; f.at(next).is(".") || f.at(next).is(")") || f.at(next).is(","); next++ {
	}
	return next
}

func isEditorsMark(t *token) bool {
	return t.is("ed") || t.is("eds") || t.is("editor") || t.is("editors")
}

// endsNames tells whether the names before token i are followed as in a list of
// references: by a full stop, a year in parentheses with one, or a quoted title.
func (f *formatted) endsNames(i int) bool {
	switch {
	case f.at(i).is("."), f.at(i).is(",") && (f.at(i+1).kind == quoted || f.namesBook(i+1)), f.at(i).kind == quoted && f.at(i-1).is("."):
		return true
	case f.at(i).is("("):
		for end := i + 2; end < i+9; end++ {
			if f.at(end).is(")") {
				return f.at(end + 1).is(".")
			}
		}
		return false
	case f.at(i - 1).is("."):
		return f.at(i).capital || isYear(f.at(i)) || f.at(i).is(":") // Springer: "Smith, J.: Title"
	}
	return false
}

// namesBook tells whether the title and the imprint of a book follow as in IEEE's
// style, "Title, 2nd ed. City: Publisher, 2011", or as in a note of Chicago's,
// "Title (City: Publisher, 2011)".
func (f *formatted) namesBook(i int) bool {
	colon := false
	for ; i < len(f.tokens); i++ {
		switch t := f.at(i); {
		case f.isLastEdition(i):
			return true
		case t.is(":"):
			colon = true
		case t.kind == quoted:
			return false
		case isYear(t) && f.at(i-1).is(","):
			return colon
		}
	}
	return false
}

// fullInvertedAt reads "Surname, Given Middle M." as MLA and Chicago write the
// first author.
func (f *formatted) fullInvertedAt(i int) (n Name, next int, ok bool) {
	family, ok := f.familyRun(i)
	if !ok || !f.at(family).is(",") || f.isInitial(family+1) || !f.isNameWord(family+1) || isInitials(f.at(family+1)) {
		return Name{}, i, false
	}
	next = family + 2
	for f.isInitial(next) || f.isNameWord(next) && next < family+4 {
		if f.isInitial(next) {
			next++
		}
		next++
	}
	if t := f.at(next); !t.is(",") && !t.is(".") && !t.is("and") && !t.is("&") && !f.at(next-1).is(".") {
		return Name{}, i, false
	}
	if n = f.family(i, family); strings.Contains(n.Family, " ") && !f.at(i).in(particles) && next > family+2 && f.at(family+2).capital {
		return Name{}, i, false // "Jane Doe, John Smith"
	}
	n.Given = f.slice(f.span(family+1, next))
	return n, f.suffixAt(next, &n), true
}

// readYear reads the date behind the names: "(2019, May 3).", ". 2019.".
func (f *formatted) readYear(i int) (next int, ok bool) {
	open := i
	if f.at(open).is(".") {
		open++
	}
	inside := open
	if f.at(open).is("(") {
		inside++
	}
	d, next, ok := f.dateAt(inside)
	if !ok && isYearOfMention(f.at(inside)) {
		t := f.at(inside)
		d, next, ok = date{year: Span{t.start, t.start + 4}}, inside+1, true
	}
	if !ok {
		return i, false
	}
	if f.at(next).is(",") && isMonth(f.at(next+1)) { // (2019, May 3)
		d.month, d.monthSpan = months[f.at(next+1).lower], f.span(next+1, next+2)
		if next += 2; isDay(f.at(next)) {
			d.day = daySpan(f.at(next))
			next = f.lastDay(next+1, &d)
		}
	}
	if inside > open {
		if !f.at(next).is(")") {
			return i, false
		}
		next++
	}
	if !f.at(next).is(".") && !f.at(next).is(",") && f.at(next).kind != quoted {
		return i, false
	}
	f.stateDate(&f.work.Reference, d)
	return next, true
}

// lastDay reads the other end of a range of days: "12–15".
func (f *formatted) lastDay(i int, d *date) (next int) {
	if d.day == (Span{}) || d.day[1] != f.at(i-1).end || !isDash(f.at(i)) || !isDay(f.at(i+1)) {
		return i
	}
	d.day[1] = daySpan(f.at(i + 1))[1]
	return i + 2
}

// readTitle reads the title at token i: quoted, or the words up to the full stop
// that ends them, less what is said of the work in parentheses behind it.
func (f *formatted) readTitle(i int, dated bool) (next int, ok bool) {
	for f.at(i).is(".") || f.at(i).is(",") || f.at(i).is(":") {
		i++
	}
	if f.at(i).kind == quoted {
		f.quoted = true
		f.state(&f.work.Reference, fieldTitle, f.span(i, i+1))
		return i + 1, true
	}
	if t := f.at(i); !t.capital && t.kind != number && !t.is("¿") && !t.is("¡") || t.in(functionWords) && !dated && f.at(i+1).is("of") {
		return i, false
	}
	end := f.titleEnd(i, dated)
	if end <= i+1 && f.at(end).kind == noToken || end == len(f.tokens) {
		return i, false
	}
	stop := f.readDescriptions(i, end)
	if f.at(end).is("?") || f.at(end).is("!") {
		stop++
		end++
	}
	f.state(&f.work.Reference, fieldTitle, f.span(i, stop))
	return end, true
}

// titleEnd is the token that ends the title which begins at i.
func (f *formatted) titleEnd(i int, dated bool) int {
	for at := i; at < len(f.tokens); at++ {
		t, after := f.at(at), f.at(at+1)
		switch {
		case t.is("."):
			if f.stopsTitle(i, at) {
				return at
			}
		case t.is("?") || t.is("!"):
			if after.is("in") && after.capital || f.opensRest(at+1) {
				return at
			}
		case t.is(","):
			if value, ok := f.volumeAt(at); f.isLastEdition(at+1) || ok && f.at(value+1).is(".") { // IEEE, ACL: Title, 2nd ed.
				return at
			}
			if _, next, ok := f.dateAt(at + 1); ok && !dated && f.at(next).is(".") { // NeurIPS: Title, May 2020.
				return at
			}
		case t.is("("):
			if f.isImprint(at) { // a note of Chicago's: Title (City: Publisher, 2011)
				return at
			}
			if end := f.closingParen(at); f.at(end).is(")") {
				at = end
			}
		}
	}
	return len(f.tokens)
}

// stopsTitle tells whether the full stop at i ends the title that begins at
// first: a capital, a number, a bracket or a link follows, and the stop belongs
// to no abbreviation.
func (f *formatted) stopsTitle(first, i int) bool {
	before, t, after := f.at(i-1), f.at(i), f.at(i+1)
	switch {
	case after.kind == noToken:
		return true
	case after.start == t.end, !after.capital && after.kind != number && after.kind != link && !after.is("[") && !after.in(lowerNames):
		return false
	case before.in(honours) || before.is("st") || before.is("vs"):
		return false
	case len(before.text) == 1 && before.capital && before.end == t.start: // "C. Elegans", "U.S. South"
		abbreviates := i < first+2 || f.at(i-2).is(".") && f.at(i-2).end == before.start
		return !abbreviates || f.opensRest(i+1) && !f.endsInStop(i+1)
	}
	return true
}

// opensRest tells whether a venue or a publisher stands at token i, by its name
// or by the locators behind it.
func (f *formatted) opensRest(i int) bool {
	if f.namesServer(i) {
		return true
	}
	if !f.at(i).capital && !f.at(i).in(lowerNames) {
		return false
	}
	next := f.wordsEnd(i)
	if next == i {
		return false
	}
	newspaper := f.isNewspaper(next) && (f.at(next+1).kind == link || f.at(next).is(","))
	return newspaper || f.holdsLocator(next) || f.looksLikeVenue(i, next) || f.isPressAt(i, next)
}

// endsInStop tells whether a full stop ends the words at token i.
func (f *formatted) endsInStop(i int) bool {
	for f.at(i).kind == word {
		i++
	}
	return f.at(i).is(".")
}

// isImprint tells whether the parentheses at token i hold an imprint: "(Leeds:
// Northgate Press, 2011)".
func (f *formatted) isImprint(i int) bool {
	colon, ok := f.placeEnd(i + 1)
	if !ok || !f.at(colon).is(":") {
		return false
	}
	for at := colon + 2; at < colon+longestPhrase; at++ {
		if f.at(at).is(")") {
			return isYear(f.at(at - 1))
		}
	}
	return false
}

func (f *formatted) isLastEdition(i int) bool { return f.editionEnd(i) > i }

// editionEnd is the token behind the edition at i: "2nd ed", "Rev. ed", "Second
// edition"; i itself if there is none.
func (f *formatted) editionEnd(i int) (next int) {
	next = i + 1
	switch t := f.at(i); t.lower {
	case "rev", "revised", "updated", "expanded", "enlarged", "new":
	default:
		if ordinalOf(t.lower) == 0 {
			return i
		}
	}
	if f.at(next).is(".") {
		next++
	}
	if f.at(next).is("ed") || f.at(next).is("edition") || f.at(next).is("edn") {
		return next + 1
	}
	return i
}

// readEdition reads the edition at token i.
func (f *formatted) readEdition(i int) (next int, ok bool) {
	next = f.editionEnd(i)
	if next == i {
		return i, false
	}
	f.state(&f.work.Reference, fieldEdition, f.span(i, i+1))
	f.work.noun = "book"
	return next, true
}

// readDescriptions reads what stands in parentheses and brackets right before
// token end, as "(2nd ed.)" and "[Preprint]", and returns where the title that
// begins at first ends.
func (f *formatted) readDescriptions(first, end int) (stop int) {
	for stop = end; ; {
		open, ok := f.openingBracket(first, stop-1)
		if !ok || !f.readDescription(open, stop-1) {
			return stop
		}
		stop = open
	}
}

// openingBracket is where the parenthesis or bracket that token i closes opens.
func (f *formatted) openingBracket(first, i int) (open int, ok bool) {
	opening := ""
	switch f.at(i).text {
	case ")":
		opening = "("
	case "]":
		opening = "["
	}
	for open = i - 1; opening != "" && open > first; open-- {
		if f.at(open).is(opening) {
			return open, true
		}
	}
	return i, false
}
