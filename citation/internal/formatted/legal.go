package formatted

import (
	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// legal is a reference as lawyers write them, anywhere in a sentence, whose year is in
// parentheses, those of British lawyers with the house:
//
//	article  = names "," title "," volume reporter page ["," page] "(" year ")"
//	treatise = [volume] names "," title ("§" section | page) "(" [edition] year ")"
//	book     = names "," title "(" [edition ","] house year ")"
type legal struct {
	*phrase.Text
	open int // the parentheses of the year
	work phrase.Work
}

// ReadLegal reads the references of lawyers in a text: "see Ann Roe, The Silent Tenant, 55
// Stan. L. Rev. 1 (2003); 2 Marlowe & Dunn, Carriage by Sea § 9.3 (4th ed. 2011)".
func ReadLegal(s *phrase.Text) (works []ref.Reference) {
	if !s.Dated {
		return nil
	}
	for i := range s.Tokens {
		if !s.At(i).Is("(") {
			continue
		}
		l, located := &legal{Text: s, open: i}, s.At(i-1).Kind == phrase.Number
		if located && (l.readArticle() || l.readTreatise()) || !located && l.readBook() {
			works = append(works, l.work.Settled())
		}
	}
	return works
}

// readArticle reads an article in a law review.
func (l *legal) readArticle() bool {
	page := l.pageBefore(l.open)
	volume := page - 1
	for volume > 0 && page-volume < longestReporter && l.isOfReporter(volume) {
		volume--
	}
	if l.At(volume).Kind != phrase.Number || !l.At(volume-1).Is(",") || !l.isReview(volume+1, page) || l.YearInParens(l.open) == (ref.Span{}) {
		return false
	}
	if !l.readTitle(volume - 1) {
		return false
	}
	l.State(&l.work, ref.FieldVolume, l.Span(volume, volume+1))
	l.StateContainer(&l.work, l.Span(volume+1, page))
	l.State(&l.work, ref.FieldPages, l.Span(page, page+1))
	l.State(&l.work, ref.FieldYear, l.YearInParens(l.open))
	l.work.Noun = "article"
	return true
}

// longestReporter is how many tokens the name of a law review may have, cut short.
const longestReporter = 14

// pageBefore is the first of the pages that end before token i: the article's, and not
// the one that is pointed to, as in "210, 233".
func (l *legal) pageBefore(i int) (page int) {
	page = i - 1
	for at := page - 1; at > 0 && (l.At(at).Kind == phrase.Number || l.At(at).Is(",") || l.At(at).Is("n") || l.At(at).Is(".") && l.At(at-1).Is("n") || phrase.IsDash(l.At(at))); at-- {
		if l.At(at).Kind == phrase.Number {
			page = at
		}
	}
	return page
}

// isOfReporter reports whether token i can belong to the name of a law review: "Yale J. on
// Reg.", "J. Mar. L. & Com.", "Yale J. Int'l L.".
func (l *legal) isOfReporter(i int) bool {
	switch t := l.At(i); t.Kind {
	case phrase.Word:
		return t.Capital || t.In(lexicon.PhraseLinks) || phrase.IsApostropheToken(l.At(i-1)) && l.Glued(i)
	case phrase.Mark:
		return t.Is(".") || t.Is("&") || phrase.IsApostropheToken(t)
	}
	return false
}

// isReview reports whether the name in tokens from to next is that of a law review: it is
// cut short, and journal, review or law is one of its words.
func (l *legal) isReview(from, next int) bool {
	short, periodical := false, false
	for i := from; i < next; i++ {
		switch t := l.At(i); {
		case t.Is("."):
			short = true
		case t.Capital && (t.Is("j") || t.Is("l") || t.Is("rev") || t.Is("law")):
			periodical = true
		}
	}
	return short && periodical
}

// readTreatise reads a book of which a section, or a page, is pointed to.
func (l *legal) readTreatise() bool {
	end, section := l.open-1, false
	for at := end; at > 0 && at > l.open-longestSection; at-- {
		if l.At(at).Is("§") {
			end, section = at, true
			if l.At(at - 1).Is("§") {
				end--
			}
		}
	}
	stated, edition := l.EditionAt(l.open + 1)
	year := edition
	for l.At(year).Is(".") || l.At(year).Is(",") {
		year++
	}
	if !phrase.IsYear(l.At(year)) || !l.At(year+1).Is(")") || !section && edition == l.open+1 && !l.isPointedTo() || !l.readTitle(end) {
		return false
	}
	if edition > l.open+1 {
		l.State(&l.work, ref.FieldEdition, l.Span(l.open+1, stated))
	}
	l.State(&l.work, ref.FieldYear, l.Span(year, year+1))
	l.work.Noun = "book"
	return true
}

// isPointedTo reports whether the text begins as sentences do that point to what is to be
// read: "See Ann Roe, The Law of Wharves 41 (1988)". Nothing else tells a page there from the
// volume of a journal.
func (l *legal) isPointedTo() bool {
	const words = 4
	for from := l.open - 2; from > max(0, l.open-longestTitle); from-- {
		if l.At(from).Is(",") {
			return (asks(l.At(0)) || asks(l.At(1))) && l.open-1-from > words && !l.LooksLikeVenue(from+1, l.open-1)
		}
	}
	return false
}

// readBook reads a book with its house: "Ann Roe, Harbour Law (3rd edn, OUP 2010)".
func (l *legal) readBook() bool {
	stated, house := l.EditionAt(l.open + 1)
	edited := house > l.open+1
	if l.Words(house, "first", "published") && phrase.IsYear(l.At(house+2)) {
		house += 3
	}
	for l.At(house).Is(".") || l.At(house).Is(",") {
		house++
	}
	year := house
	for l.isOfHouse(year) && year < house+longestHouse {
		year++
	}
	if year == house || !phrase.IsYear(l.At(year)) || !l.At(year+1).Is(")") || !edited && !phrase.IsPress(l.Slice(l.Span(house, year))) || !l.readTitle(l.open) {
		return false
	}
	if edited {
		l.State(&l.work, ref.FieldEdition, l.Span(l.open+1, stated))
	}
	l.State(&l.work, ref.FieldPublisher, l.Span(house, year))
	l.State(&l.work, ref.FieldYear, l.Span(year, year+1))
	l.work.Noun = "book"
	return true
}

// longestHouse is how many tokens the name of a house may have.
const longestHouse = 8

// isOfHouse reports whether token i can belong to the name of a house.
func (l *legal) isOfHouse(i int) bool {
	t := l.At(i)
	return t.Kind == phrase.Word && (t.Capital && !phrase.IsMonth(t) || t.In(lexicon.PhraseLinks)) || t.Is("&")
}

// longestSection is how many tokens may number a section: "§ 22:7".
const longestSection = 8

// readTitle reads the title that ends before token next, whose words have capitals, and the
// authors before it with the volume that is before them.
func (l *legal) readTitle(next int) bool {
	for comma := next - 1; comma > 0 && next-comma < longestTitle && l.isOfTitle(comma); comma-- {
		if !l.At(comma).Is(",") || !l.At(comma+1).Capital {
			continue
		}
		end := l.namesEnd(comma)
		list, from, ok := l.namesBefore(end)
		if !ok || !list.IsPersonal() {
			continue
		}
		volume := from > 0 && l.At(from-1).Kind == phrase.Number && text.IsDigits(l.At(from-1).Text) && !phrase.IsYear(l.At(from-1))
		if !l.opensReference(from) && !volume || list.IsBare() && !volume {
			continue
		}
		if volume {
			l.State(&l.work, ref.FieldVolume, l.Span(from-1, from))
		}
		l.work.StateNames(ref.FieldAuthors, list, l.Span(from, end))
		l.State(&l.work, ref.FieldTitle, l.Span(comma+1, next))
		return true
	}
	return false
}

// namesEnd is the token after the names that the comma ends, before what kind of article it
// is: "Ann Roe, Note, ".
func (l *legal) namesEnd(comma int) int {
	kind := l.At(comma - 1)
	if l.At(comma-2).Is(",") && (kind.Is("note") || kind.Is("comment") || kind.Is("essay")) {
		return comma - 2
	}
	return comma
}

// namesBefore reads the names that end before token end, without the "Cf." that may begin
// the text.
func (l *legal) namesBefore(end int) (list phrase.NameList, from int, ok bool) {
	start := max(0, end-longestAuthors)
	if start == 0 && l.Words(0, "cf", ".") {
		start = 2
	}
	list, from, ok = l.Part(start, end).NamesBefore(end - start)
	return list, from + start, ok
}

// longestAuthors is how many tokens the authors may have.
const longestAuthors = 60

// longestTitle is how many tokens a title may have that capitals alone tell.
const longestTitle = 40

// isOfTitle reports whether token i can belong to a title whose words have capitals, or to
// the comma after its authors.
func (l *legal) isOfTitle(i int) bool {
	t := l.At(i)
	switch t.Kind {
	case phrase.Word:
		return t.Capital || t.In(lexicon.FunctionWords|lexicon.PhraseLinks) || phrase.IsApostropheToken(l.At(i-1))
	case phrase.Mark:
		return t.Is(",") || t.Is(":") || t.Is("?") || t.Is("&") || phrase.IsHyphen1(t) || phrase.IsApostropheToken(t) || t.Is(".") && l.Glued(i)
	}
	return t.Kind == phrase.Number || t.Kind == phrase.Quoted
}

// opensReference reports whether a reference can begin at token i: the text begins there, or
// what comes before is no part of a name.
func (l *legal) opensReference(i int) bool {
	before := l.At(i - 1)
	return !before.Capital || before.In(lexicon.FunctionWords)
}
