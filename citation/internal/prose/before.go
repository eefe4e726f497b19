package prose

import (
	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// readTitleBefore reads the title without marks right before the parentheses p, if they
// say by whom or where it was brought out and when, and something before it says that it
// is one: its authors and a comma, a noun for a work, or whose it is. "the paper The Quiet
// Cart (Cork University, 2019)", "Lee & Park, The Quiet Cart (2nd ed., Harbour Press,
// 2011)".
func (r *reader) readTitleBefore(p parens) {
	if !r.endsDated(p.start) {
		return
	}
	title := r.titleEnding(p.start)
	if r.isListedTitle(title) {
		r.readListedTitle(title)
		return
	}
	if r.readEditedBefore(p) {
		return
	}
	if r.cur.Title != "" || r.subject.wrote() && r.deed != untold || len(r.works) > 0 || !r.saysImprint(p) && !r.isOfFullName(title, p) {
		return
	}
	if title.words() < 2 || title.capitals < 2 || r.isNoTitle(title) {
		return
	}
	before := r.At(title.from - 1)
	venue := r.LooksLikeVenue(title.from, title.next) && !(r.hasImprint(p.start) && r.ColonBetween(title.from, title.next))
	list, from, named := r.namesUpTo(title.from - 1)
	owner, ownerFrom, owned := r.ownerBefore(title.from)
	switch {
	case before.Is(",") && named && !venue && from > 0 && r.At(from-1).Kind == phrase.Word && !r.At(from-1).Capital && list.IsPersonal() && (len(list.Names) > 1 || list.EtAl || !list.IsBare()):
		if !r.cur.hasAuthors() && len(r.cur.Editors) == 0 {
			r.takeNames(ref.FieldAuthors, list, from, title.from-1)
		}
	case before.In(lexicon.WorkNouns) && !before.Capital:
		r.cur.Noun = before.Lower
	case r.isOfBookNoun(title.from) && !venue:
		r.cur.Noun = r.At(r.noun).Lower
		r.readOwnerOfNoun()
	case owned && !venue && (!owner.IsBare() || r.At(title.from).In(lexicon.FunctionWords) || title.words() > 2 && r.hasImprint(p.start)):
		r.takeNames(ref.FieldAuthors, owner, ownerFrom, r.ownerEnd(title.from))
		r.cur.Noun = "book"
	case title.words() > 2 && title.capitals > 2 && !venue && !before.Capital && !before.Is("in") && r.hasImprint(p.start) && before.Kind == phrase.Word:
	case before.Is("s") && !venue && phrase.IsApostropheToken(r.At(title.from-2)) && r.At(title.from-4).Is("the") && !r.At(title.from-4).Capital:
	default:
		return
	}
	r.takeTitle(title.from, title.next)
	r.topic = theWork
}

// readRelated reads who wrote a work where they begin the sentence and are called by what they are to
// somebody else: "Her pupil Ann Lee went on with it in T (Leeds: Northgate, 1974)".
func (r *reader) readRelated() {
	if r.cur.hasAuthors() || r.subject.wrote() || !r.At(0).In(lexicon.Possessives) {
		return
	}
	from := r.skipCalling(1)
	list, next, ok := r.NamesAt(from)
	if did := r.At(next); ok && from > 1 && list.IsPersonal() && !list.IsBare() && did.Kind == phrase.Word && !did.Capital {
		r.takeNames(ref.FieldAuthors, list, from, next)
	}
}

// readEditedBefore reads the editors of a book, and its title without marks, right before the
// parentheses p that hold its imprint: "the preface to Ann Lee (ed.), Rope, Oak and Sail
// (Leeds: Northgate, 2018)".
func (r *reader) readEditedBefore(p parens) bool {
	if r.cur.Title != "" || !r.hasImprint(p.start) {
		return false
	}
	for comma := p.start - 1; comma > max(0, p.start-longestEdited); comma-- {
		if !r.At(comma).Is(",") || !r.At(comma-1).Is(")") {
			continue
		}
		open := r.ParenBefore(comma - 1)
		list, from, ok := r.NamesBefore(open)
		if !ok || !editing.has(r.At(open+1)) || comma-open > 4 || !r.At(comma+1).Capital || comma+1 == p.start {
			return false
		}
		r.takeNames(ref.FieldEditors, list, from, open)
		if r.subject.span[0] == r.At(from).Start {
			r.subject.forget()
		}
		r.takeTitle(comma+1, p.start)
		r.cur.Noun, r.topic = "book", theWork
		return true
	}
	return false
}

// longestEdited is how many tokens the title of a book has after its editors.
const longestEdited = 30

// isListedTitle reports whether a title without marks, which when it came out follows, is one of
// those of a list that a noun for many works announces: "his books include T (1988), U (1993)".
func (r *reader) isListedTitle(title unmarkedTitle) bool {
	if r.noun < 0 || !r.ofManyAt(r.noun) || title.capitals == 0 || title.words() < 2 && title.from == 0 || r.isNoTitle(title) {
		return false
	}
	before := title.from - 1
	for r.At(before).Is("and") || r.At(before).Is(",") || r.At(before).Is(";") {
		before--
	}
	if r.At(before).Is(")") && r.cur.Title != "" {
		return r.endsField(r.ParenBefore(before)-1, ref.FieldTitle)
	}
	return r.cur.Title == "" && announcing.has(r.At(before)) && r.noun < before
}

// announcing are what comes before the first title of a list.
var announcing = words("include", "includes", "included", "including", "are", "were", ":")

// readListedTitle begins the work of a title in a list, by the authors of the one before it.
func (r *reader) readListedTitle(title unmarkedTitle) {
	if r.cur.Title != "" {
		r.keepAuthors()
		r.startWork()
	}
	r.cur.Noun = r.At(r.noun).Lower
	r.takeTitle(title.from, title.next)
	r.topic = theWork
}

// isOfFullName reports whether the title is after the possessive of somebody who is named in
// full, and a name and a year are in the parentheses, which only a house can have there.
func (r *reader) isOfFullName(title unmarkedTitle, p parens) bool {
	owner, _, owned := r.ownerBefore(title.from)
	return owned && owner.IsPersonal() && owner.Names[0].Given != "" && title.words() > 2 && r.isNameAndYear(p.start)
}

// isOfBookNoun reports whether the title without marks at i is that of a book that a noun
// calls one before it: "her first novel, T", "three novels, among them T", "Lee's biography of
// Ann of Cork, T".
func (r *reader) isOfBookNoun(i int) bool {
	if r.noun < 0 || r.noun < i-longestDescribed || !r.At(r.noun).In(lexicon.BookNouns) {
		return false
	}
	if r.At(i-1).Is("them") && r.At(i-2).Is("among") || r.At(i-1).Is("including") {
		return r.noun == r.commaBefore(i)-1
	}
	return r.At(i-1).Is(",") && r.isNounBefore(i-2)
}

// commaBefore is the last comma of the three tokens before token i, or i.
func (r *reader) commaBefore(i int) int {
	for at := i - 1; at > i-4; at-- {
		if r.At(at).Is(",") {
			return at
		}
	}
	return i
}

// readOwnerOfNoun reads whose work the last noun is for: "Ann Lee's first biography".
func (r *reader) readOwnerOfNoun() {
	for at := r.noun; at > r.noun-4 && !r.cur.hasAuthors() && !r.subject.wrote(); at-- {
		if list, from, ok := r.ownerBefore(at); ok {
			r.takeNames(ref.FieldAuthors, list, from, r.ownerEnd(at))
		}
	}
}

// namesUpTo reads the names that end right before token i, whatever follows it.
func (r *reader) namesUpTo(i int) (list phrase.NameList, from int, ok bool) {
	if i <= 0 {
		return list, i, false
	}
	return r.Part(0, i).NamesBefore(i)
}

// saysImprint reports whether parentheses hold an edition, a house, a body or its place.
func (r *reader) saysImprint(p parens) bool {
	if r.hasImprint(p.start) {
		return true
	}
	if phrase.IsYear(r.At(p.start+1)) || phrase.IsPlace(r.Text, p.start+1) {
		return phrase.IsPlace(r.Text, p.start+1)
	}
	for part := p.start; part < p.end; part++ {
		if part > p.start && !r.At(part).Is(",") {
			continue
		}
		first := part + 1
		if r.EditionEnd(first) > first || r.isPressAt(first) {
			return true
		}
		if next, ok := r.ProperPhrase(first); ok && next < p.end && phrase.IsBody(r.Slice(r.Span(first, next))) {
			return true
		}
	}
	return false
}

// isPeriod reports whether the years are at token i of which a title says that it tells: "1850-1914".
func (r *reader) isPeriod(i int) bool {
	return phrase.IsYear(r.At(i)) && phrase.IsDash(r.At(i+1)) && r.At(i+2).Kind == phrase.Number
}

// titleEnding is the capitalised words right before token next, and the small ones between
// them.
func (r *reader) titleEnding(next int) unmarkedTitle {
	title := unmarkedTitle{from: next, next: next}
	for at := next - 1; at >= 0 && r.At(next-1).End-r.At(at).Start < longestUnmarked; at-- {
		switch t := r.At(at); {
		case t.Kind == phrase.Word && t.Capital && !t.In(lexicon.Honours):
			title.from = at
			if !t.In(lexicon.FunctionWords) {
				title.capitals++
			}
		case t.Kind == phrase.Word && t.In(lexicon.FunctionWords|lexicon.PhraseLinks|lexicon.Particles) && !t.Is("by") && !formsOfBe.has(t):
		case t.Is(",") && r.isPeriod(at+1):
		case t.Is(":") && title.from == at+1, phrase.IsDash(t), t.Is("&"), t.Kind == phrase.Number && (title.from < next || r.isPeriod(at) || r.isPeriod(at-2)):
		default:
			return title
		}
	}
	return title
}
