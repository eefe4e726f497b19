package prose

import (
	"strings"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// parens are parentheses that are being read, by the tokens of their marks.
type parens struct{ start, end int }

// parensRule says what can be in parentheses.
type parensRule struct {
	when func(r *reader, p parens, i int) bool // what must hold at token i, nil for nothing
	read func(r *reader, p parens, i int) (next int, ok bool)
}

// parensRules are what can be in parentheses; the first rule that finds what it
// looks for has read it.
var parensRules = []parensRule{
	{when: (*reader).isQuotedTitle, read: (*reader).readParensTitle},        // (see also 'T')
	{when: (*reader).isTitleAfterNoun, read: (*reader).readTitleAfterNoun},  // dissertation (The Quiet Cart, TU Cork, 2016)
	{read: (*reader).readParensStandard},                                    // (RFC 7235)
	{read: (*reader).readPatentInParens},                                    // (EP 1 234 567)
	{when: (*reader).isVisitedInParens, read: (*reader).readVisitInParens},  // (accessed 3 May 2021)
	{read: (*reader).readParensIdentifier},                                  // (doi:10.1000/182)
	{when: (*reader).isFirstOfWork, read: (*reader).readParensVenue},        // (ICML 2019)
	{when: (*reader).isAfterAuthors, read: (*reader).readHouseAfterAuthors}, // 'T' by Ann Lee (Lund & Park, 2018)
	{when: (*reader).isAfterAuthors, read: (*reader).readPlacedImprint},     // 'T' by Ann Lee (Cork: Harbour, 2018)
	{when: (*reader).isAboutWork, read: (*reader).readParensReport},         // (Circular 17, 1982)
	{when: (*reader).isDescribed, read: (*reader).readParensDate},           // (June 2019)
	{when: (*reader).isAboutWork, read: (*reader).readParensLocator},        // (vol. 5)
	{when: (*reader).isAfterPublisher, read: (*reader).readParensPlace},     // Cart Press (New York)
	{when: (*reader).isAboutWork, read: (*reader).readParensEditors},        // (eds. Lee and Park)
	{when: (*reader).isAboutWork, read: (*reader).readParensEdition},        // (2nd edition)
	{when: (*reader).mayHaveImprint, read: (*reader).readPlacedImprint},     // (New York: Crown, 2018)
	{when: (*reader).mayHaveImprint, read: (*reader).readHouseAndPlace},     // (Harbour Press, Oslo, 2016)
	{when: (*reader).mayHaveImprint, read: (*reader).readSignedJournal},     // 'T' (Ann Lee, Cart Affairs 12, 2019)
	{when: (*reader).mayHaveImprint, read: (*reader).readParensAuthors},     // 'T' (Lee & Park, 2019)
	{when: (*reader).mayHaveImprint, read: (*reader).readImprint},           // (Clarendon Press, Oxford, 1999)
}

// readParens reads the parentheses at token i: dates, locators, identifiers, an
// imprint, a venue, or authors right after a title.
func (r *reader) readParens(i int) (next int) {
	p := parens{i, r.ClosingParen(i)}
	if c, ok := venueCitationAt(r.Text, i+1); ok {
		return r.readCitedVenue(c, p.end)
	}
	if r.subject.arePersons() && r.At(i-1).End == r.subject.span[1] {
		r.readVenueOfSubject(i+1, p.end)
	}
	r.readTitleBefore(p)
	r.noteReport(p)
	for at := i + 1; at < p.end; {
		at = r.readInParens(p, at)
	}
	return p.end + 1
}

// readInParens reads what begins at token i inside parentheses.
func (r *reader) readInParens(p parens, i int) (next int) {
	for n := range parensRules {
		rule := &parensRules[n]
		if rule.when != nil && !rule.when(r, p, i) {
			continue
		}
		if next, ok := rule.read(r, p, i); ok {
			return next
		}
	}
	return i + 1
}

// isFirstOfWork reports whether token i is the first in parentheses that may be
// about the work.
func (r *reader) isFirstOfWork(p parens, i int) bool {
	return i == p.start+1 && (r.topic == theWork || r.subject.wrote())
}

// isAfterAuthors reports whether parentheses are right after the authors of a book, who are
// named in full.
func (r *reader) isAfterAuthors(p parens, i int) bool {
	named := len(r.cur.Authors) > 0 && r.cur.Authors[0].Given != ""
	return i == p.start+1 && r.topic == theWork && r.cur.Title != "" && named && r.endsField(p.start-1, ref.FieldAuthors)
}

// readHouseAfterAuthors reads the publishing house, or the body, and the year after the
// authors: nobody is cited there.
func (r *reader) readHouseAfterAuthors(p parens, i int) (next int, ok bool) {
	name := r.skipOpeningWord(i)
	next, ok = r.ProperPhrase(name)
	year := r.SkipComma(next)
	if !ok || !phrase.IsYear(r.At(year)) || year+1 != p.end || phrase.IsPlace(r.Text, i) || r.ColonBetween(i, next) {
		return i, false
	}
	f := ref.FieldPublisher
	switch {
	case r.isPressAt(name):
	case phrase.IsBody(r.Slice(r.Span(i, next))):
		f = ref.FieldInstitution
	case !r.cur.is(ref.Book) && !r.IsItalic(r.cur.Spans[string(ref.FieldTitle)]) && !r.isPairedHouse(i, next):
		return i, false
	}
	r.take(f, i, next)
	r.take(ref.FieldYear, year, year+1)
	return p.end, true
}

// isPairedHouse reports whether tokens from to next are two names with "&" between them, of
// which none is the author's: "Lund & Park", by which houses are called.
func (r *reader) isPairedHouse(from, next int) bool {
	author := r.cur.Authors[len(r.cur.Authors)-1].Family
	return next == from+3 && r.At(from+1).Is("&") && r.At(from).Text != author && r.At(from+2).Text != author
}

func (r *reader) isAboutWork(parens, int) bool { return r.topic == theWork }

// isDescribed reports whether something is known of the work that has a date.
func (r *reader) isDescribed(parens, int) bool {
	return r.topic == theWork && (!r.cur.isEmpty() || r.cur.Institution != "")
}

func (r *reader) isAfterPublisher(p parens, _ int) bool {
	return r.topic == theWork && r.cur.Address == "" && r.endsField(p.start-1, ref.FieldPublisher)
}

// mayHaveImprint reports whether an imprint, or who wrote the work, can be at token i.
func (r *reader) mayHaveImprint(p parens, i int) bool {
	if r.topic == theStory {
		return false
	}
	w := &r.cur
	switch {
	case r.At(p.start-1).Kind == phrase.Quoted && w.Title != "", r.endsField(p.start-1, ref.FieldTitle), r.At(i-1).Is(",") && r.endsField(i-2, ref.FieldTitle), r.At(p.start-1).Is(".") && r.endsField(p.start-2, ref.FieldTitle):
		return true
	case i == p.start+1 && (w.Container != "" || len(w.Editors) > 0 || w.is(ref.PhDThesis)):
		return true
	case i == p.start+1 && w.Title != "", r.At(i-1).Is(",") && (w.Container != "" || r.isEditionBetween(p.start+1, i-1)):
		return r.isPressAt(i)
	}
	return false
}

// isEditionBetween reports whether nothing but an edition, perhaps with a full stop, is in tokens
// from to next.
func (r *reader) isEditionBetween(from, next int) bool {
	end := r.EditionEnd(from)
	return end > from && (end == next || end == next-1 && r.At(end).Is("."))
}

// isQuotedTitle reports whether a quotation in parentheses is a title, and not what
// the work before them is called otherwise.
func (r *reader) isQuotedTitle(p parens, i int) bool {
	if r.At(i).Kind != phrase.Quoted || r.endsField(p.start-1, ref.FieldTitle) {
		return false
	}
	q := quotation{reader: r, i: i, before: r.introduces(i)}
	return r.enclosesReference(p, i) || q.isLinkedWork() || q.isCredited() || q.isRead() || q.before.In(lexicon.WorkNouns) && i > p.start+1
}

func (r *reader) readParensTitle(p parens, i int) (next int, ok bool) {
	if r.enclosesReference(p, i) {
		return r.readEnclosed(p, i), true
	}
	next = r.readQuoted(i)
	if list, end, ok := r.NamesAt(next + 1); ok && r.At(next).Is("by") && end <= p.end && !r.cur.hasAuthors() && !r.subject.wrote() { // ("T" by Lee et al.)
		r.takeNames(ref.FieldAuthors, list, next+1, end)
		return end, true
	}
	return next, true
}

// isTitleAfterNoun reports whether token i begins parentheses in which the title of the work
// is that the noun right before them calls a work.
func (r *reader) isTitleAfterNoun(p parens, i int) bool {
	return i == p.start+1 && r.noun == p.start-1 && r.cur.Title == "" && r.enclosesTitle(r.noun)
}

// enclosesTitle reports whether parentheses after the noun at i, for a book, a report or a
// thesis, begin with its title without marks and end with its year.
func (r *reader) enclosesTitle(i int) bool {
	open := i + 1
	if i < 0 || !r.At(i).In(lexicon.BookNouns|lexicon.ReportNouns|lexicon.ThesisNouns) || !r.At(open).Is("(") || !phrase.IsYear(r.At(r.ClosingParen(open)-1)) {
		return false
	}
	title, ok := r.unmarkedTitleAt(open + 1)
	return ok && title.words() > 1 && title.capitals > 1 && r.At(title.next).Is(",") && !r.isNoTitle(title) && !r.LooksLikeVenue(title.from, title.next) && !r.isPressAt(title.from)
}

func (r *reader) readTitleAfterNoun(_ parens, i int) (next int, ok bool) {
	title, ok := r.unmarkedTitleAt(i)
	if ok {
		r.takeTitle(title.from, title.next)
	}
	return title.next, ok
}

func (r *reader) readParensStandard(_ parens, i int) (next int, ok bool) { return r.readStandard(i) }

func (r *reader) readPatentInParens(_ parens, i int) (next int, ok bool) { return r.readPatent(i) }

func (r *reader) isVisitedInParens(_ parens, i int) bool {
	return visiting.has(r.At(i)) && r.isVisited(i)
}

func (r *reader) readVisitInParens(_ parens, i int) (next int, ok bool) {
	return r.readVisited(i), true
}

func (r *reader) readParensIdentifier(_ parens, i int) (next int, ok bool) {
	return r.ReadIdentifier(i, &r.cur.Work)
}

func (r *reader) readParensDate(p parens, i int) (next int, ok bool) {
	d, next, ok := r.DateAt(i)
	if !ok || next < p.end && r.At(next).Is("(") {
		return i, false
	}
	r.takeDate(d)
	return next, true
}

func (r *reader) readParensLocator(_ parens, i int) (next int, ok bool) {
	return r.ReadLocator(i, &r.cur.Work)
}

func (r *reader) readParensPlace(_ parens, i int) (next int, ok bool) {
	if !phrase.IsPlace(r.Text, i) {
		return i, false
	}
	return r.readPlace(i, i), true
}

// readParensEditors reads the editors of the book, or of the one that holds the work.
func (r *reader) readParensEditors(p parens, i int) (next int, ok bool) {
	if i != p.start+1 || !editing.has(r.At(i)) || len(r.cur.Editors) > 0 {
		return i, false
	}
	from := i + 1
	if r.At(from).Is(".") || r.At(from).Is("by") {
		from++
	}
	list, next, ok := r.NamesAt(from)
	if !ok || next > p.end || !list.IsPersonal() {
		return i, false
	}
	r.takeNames(ref.FieldEditors, list, from, next)
	return next, true
}

// editing are the words before the names of editors.
var editing = words("ed", "eds", "edited", "hrsg", "hg")

func (r *reader) readParensEdition(_ parens, i int) (next int, ok bool) {
	if !r.At(i).Is("edition") && !r.At(i).Is("ed") {
		return i, false
	}
	if r.cur.Noun == "" && r.cur.hasAuthors() {
		r.callItBook()
	}
	return r.readEdition(i), true
}

// venueCitation is a citation inside parentheses that names the venue: "A et al.,
// 2018, Journal of Carts", "A & B, ICML 2019".
type venueCitation struct {
	authors     phrase.NameList
	from, names int    // the first token of the names, and the one after them
	venue       [2]int // the first token of the venue, and the one after it
	year        int
}

// venueCitationAt reads the citation at token i if it names the venue.
func venueCitationAt(s *phrase.Text, i int) (c venueCitation, ok bool) {
	if !s.At(i).Capital {
		return c, false
	}
	list, names, ok := s.NamesAt(i)
	if !ok {
		return c, false
	}
	return venueAfter(s, list, i, names)
}

// venueAfter reads what a citation that names the venue has after its authors, who
// are tokens from to names.
func venueAfter(s *phrase.Text, authors phrase.NameList, from, names int) (c venueCitation, ok bool) {
	c = venueCitation{authors: authors, from: from, names: names}
	if !s.At(from).Capital || !authors.IsPersonal() || !authors.EtAl && len(authors.Names) < 2 || !s.At(names).Is(",") && !s.At(names).Is(";") {
		return c, false
	}
	first := names + 1
	if phrase.IsYear(s.At(first)) && s.At(first+1).Is(",") {
		c.year, first = first, first+2
	}
	next, ok := s.ProperPhrase(first)
	if !ok || !s.LooksLikeVenue(first, next) || s.At(names).Is(";") && !s.IsKnown(first, next) { // "(Lee & Park; ICML 2019)", but "(Lee & Park; Roe 2019)"
		return c, false
	}
	c.venue = [2]int{first, next}
	if s.At(next).Is(",") {
		next++
	}
	if c.year == 0 && phrase.IsYear(s.At(next)) {
		c.year = next
	}
	return c, c.year != 0
}

// readCitedVenue reads the work that a citation names by its authors and the
// venue, or by its title right before, unless the sentence is about another work.
func (r *reader) readCitedVenue(c venueCitation, end int) (next int) {
	named := r.cur.Title != "" && (r.At(c.from-2).Kind != phrase.Quoted || r.topic == theStory)
	if r.subject.wrote() || named || r.cur.Container != "" || r.cur.hasAuthors() {
		return end + 1
	}
	r.takeNames(ref.FieldAuthors, c.authors, c.from, c.names)
	r.take(ref.FieldYear, c.year, c.year+1)
	r.takeContainer(c.venue[0], c.venue[1])
	r.topic = theWork
	return max(c.venue[1], c.year+1)
}

// readVenueOfSubject reads "(Viruses 13, 2318, 2021)" after the authors.
func (r *reader) readVenueOfSubject(i, end int) {
	next, ok := r.ProperPhrase(i)
	if !ok || next >= end || r.At(next).Kind != phrase.Number || r.namesStandard(i, next) {
		return
	}
	if venue := r.LooksLikeVenue(i, next); venue || !phrase.IsYear(r.At(next)) && next+1 < end { // "(Python 3)" is a version
		r.subject.role, r.topic = author, theWork
		r.takeContainer(i, next)
	}
}

// readParensVenue reads "ICML 2019", "Road Science, 2011", "Road Science, vol. 5".
func (r *reader) readParensVenue(p parens, i int) (next int, ok bool) {
	next, ok = r.ProperPhrase(i)
	if !ok || next > p.end || r.cur.Container != "" || r.isPublisher(i) && !r.cur.is(ref.Article) || !r.isVenueBefore(i, next) {
		return i, false
	}
	r.topic = theWork
	r.takeContainer(i, next)
	return next, true
}

// isVenueBefore reports whether the name in tokens from to next is that of a venue,
// by the locator or the year after it.
func (r *reader) isVenueBefore(from, next int) bool {
	after := next
	if r.At(after).Is(",") {
		after++
	}
	if _, _, located := r.LocatorWord(after); located {
		return true
	}
	switch t := r.At(after); {
	case t.Is(")"): // "'T' (NeurIPS)"
		return r.IsKnown(from, next)
	case phrase.IsYear(t):
		written := r.cur.is(ref.Article) && (r.cur.hasAuthors() || r.subject.wrote()) && next > from+1 && !phrase.IsPlace(r.Text, from) // "her article 'T' (Social Carts, 2004)"
		return r.IsKnown(from, next) || after > next && (written || r.LooksLikeVenue(from, next))
	case t.Kind == phrase.Number:
		return after == next && r.endsVolume(next)
	}
	return false
}

// readSignedJournal reads the authors after a title, and the journal after them, which looks like
// one of them but for its volume: "(Ann Lee, Cart Affairs 12, 2019)".
func (r *reader) readSignedJournal(p parens, i int) (next int, ok bool) {
	if i != p.start+1 || r.cur.hasAuthors() || r.subject.wrote() || r.cur.Container != "" {
		return i, false
	}
	for comma := i + 1; comma < p.end; comma++ {
		if !r.At(comma).Is(",") {
			continue
		}
		journal, located := r.locatedAt(comma + 1)
		list, from, named := r.namesUpTo(comma)
		if located && journal.volume < 0 && named && from == i && list.IsPersonal() && !list.IsBare() {
			r.takeNames(ref.FieldAuthors, list, i, comma)
			r.takeContainer(journal.from, journal.next)
			return journal.next, true
		}
	}
	return i, false
}

// readParensAuthors reads "(Crowley et al.)", "(Lee & Park, 2019)".
func (r *reader) readParensAuthors(p parens, i int) (next int, ok bool) {
	list, next, ok := r.NamesAt(i)
	if !ok || next > p.end || !list.EtAl && len(list.Names) < 2 && !r.isCitedAuthor(list, p, i, next) || r.cur.hasAuthors() || r.subject.wrote() {
		return i, false
	}
	r.takeNames(ref.FieldAuthors, list, i, next)
	r.StateAddressOf(r.Span(i, next), &r.cur.Work)
	return next, true
}

// isCitedAuthor reports whether the one name in tokens from to next, right after a
// title, is that of its author: the year follows. A name in two words with nothing after it
// but the year is as often that of a house or of a journal.
func (r *reader) isCitedAuthor(list phrase.NameList, p parens, from, next int) bool {
	if from == p.start+1 && list.IsPersonal() && len(list.Names) == 1 && !list.IsBare() && r.At(next).Is(",") && r.isPressAt(next+1) { // (A. Lee, Harbour Press, 2008)
		return true
	}
	alone := r.At(next+2).Is(")") && !r.cur.is(ref.Book) && (!isWrittenOut(list) || r.At(p.end+1).Is(":") || r.At(p.end+1).Is(",") && r.saysPublished(p.end+2))
	return from == p.start+1 && list.IsPersonal() && r.At(next).Is(",") && phrase.IsYear(r.At(next+1)) && (alone || r.At(next+2).Is(",") && r.isPublisher(next+3)) &&
		!r.isPressAt(from) && !phrase.IsPlace(r.Text, from) && !r.LooksLikeVenue(from, next)
}

// isWrittenOut reports whether a list is one given name with its surname, neither of which is cut
// to initials: "Ann Lee", as houses and journals are called as well, "Heron Lane".
func isWrittenOut(list phrase.NameList) bool {
	given := list.Names[0].Given
	return len(list.Names) == 1 && !list.EtAl && given != "" && !strings.Contains(given, ".") && given != strings.ToUpper(given)
}

// readPlacedImprint reads a publisher after its place, where only publishers are
// named: "(New York: Crown, 2018)".
func (r *reader) readPlacedImprint(p parens, i int) (next int, ok bool) {
	place, ok := r.PlaceAt(i)
	if !ok || !r.At(place).Is(":") {
		return i, false
	}
	from := place + 1
	next, ok = r.ProperPhrase(from)
	if !ok || next > p.end || next < p.end && !r.At(next).Is(",") && !r.At(next).Is(";") {
		return i, false
	}
	r.take(ref.FieldAddress, i, place)
	r.take(r.imprintField(from, next), from, next)
	return next, true
}

// readHouseAndPlace reads a house, or a body, with its place, where both look like authors.
func (r *reader) readHouseAndPlace(p parens, i int) (next int, ok bool) {
	house, ok := r.HouseAndPlace(p.start)
	if !ok || i != p.start+1 {
		return i, false
	}
	r.take(r.imprintField(i, house), i, house)
	place, _ := r.PlaceName(house + 1)
	r.take(ref.FieldAddress, house+1, place)
	r.take(ref.FieldYear, place+1, place+2)
	return p.end, true
}

// readImprint reads a publisher, perhaps with its place after it: "(Clarendon
// Press, Oxford, 1999)".
func (r *reader) readImprint(p parens, i int) (next int, ok bool) {
	next, ok = r.ProperPhrase(i)
	if !ok || next < p.end && !r.At(next).Is(",") && !(phrase.IsYear(r.At(next)) && next+1 == p.end && r.isPublisher(i)) {
		return i, false
	}
	if phrase.IsPlace(r.Text, i) && r.At(next).Is(",") && phrase.IsYear(r.At(next+1)) && r.cur.Publisher == "" && !r.isPressAt(i) && !phrase.IsBody(r.Slice(r.Span(i, next))) { // (Graz, 1909)
		return r.readPlace(i, next), true
	}
	f := r.imprintField(i, next)
	if f == ref.FieldPublisher && !r.isPublisher(i) && !r.isHouseOfOwner(p, i, next) {
		return i, false
	}
	r.take(f, i, next)
	if place := next + 1; place < p.end && phrase.IsPlace(r.Text, place) && r.cur.Address == "" {
		next = r.readPlace(place, next)
	}
	return next, true
}

// isHouseOfOwner reports whether tokens from to next, with nothing but the year after them, can
// only be the publishing house of a title whose author is named in full before it.
func (r *reader) isHouseOfOwner(p parens, from, next int) bool {
	owned := r.cur.Noun == "" && len(r.cur.Authors) > 0 && r.cur.Authors[0].Given != "" && r.endsField(p.start-1, ref.FieldTitle)
	return owned && from == p.start+1 && phrase.IsYear(r.At(next+1)) && next+2 == p.end && !phrase.IsPlace(r.Text, from) && !r.LooksLikeVenue(from, next)
}

// imprintField is what the name in tokens from to next, which brought the work
// out, is to it: the institution of a thesis and, if it is a body, of a report.
func (r *reader) imprintField(from, next int) ref.Field {
	switch lexicon.NounType(r.cur.Noun) {
	case ref.PhDThesis:
		return ref.FieldInstitution
	case ref.TechReport:
		if phrase.IsBody(r.Slice(r.Span(from, next))) {
			return ref.FieldInstitution
		}
	}
	return ref.FieldPublisher
}
