package prose

import (
	"strings"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// product is software or a dataset that a sentence calls so and says who made: "`kelp`, an R
// package by Ann Lee (version 0.9, 2022)", "[Kelp](https://github.com/a/kelp) by the Blue Lab".
type product struct {
	name   ref.Span
	kind   ref.WorkKind
	makers phrase.NameList
	from   int // the first token of the makers
	next   int // the token after them

	version ref.Span // if it is right after the name
}

// readProduct reads the product whose name begins at token i, and what is said of it.
func (r *reader) readProduct(i int) (next int, ok bool) {
	p, ok := r.productAt(i)
	if !ok {
		return i, false
	}
	return r.readProductParts(p, r.skipPurpose(p.next)), true
}

// readOpeningProduct reads the product that a text begins with.
func (r *reader) readOpeningProduct() (next int, ok bool) { return r.readProduct(0) }

// readProductParts begins the work that a product is, of which more is said from token i on.
func (r *reader) readProductParts(p product, i int) (next int) {
	r.finish()
	r.cur = draft{}
	r.State(&r.cur.Work, ref.FieldTitle, p.name)
	r.State(&r.cur.Work, ref.FieldVersion, p.version)
	r.StateAddressOf(p.name, &r.cur.Work)
	r.cur.Reference.Kind, r.topic = p.kind, theWork
	r.takeNames(ref.FieldAuthors, p.makers, p.from, p.next)
	next = r.readOfMakers(i)
	r.finish()
	r.cur, r.topic = draft{}, theStory
	return next
}

// readOfMakers reads what follows the makers of a product, in parentheses or after commas:
// "(version 0.9, 2022), https://github.com/a/kelp".
func (r *reader) readOfMakers(i int) (next int) {
	next = i
	if r.At(next).Is("(") {
		end := r.ClosingParen(next)
		for at := next + 1; at < end; {
			at = r.readOfProduct(at, end)
		}
		next = end + 1
	}
	for r.At(next).Is(",") || r.At(next).Is(".") || r.At(next).Is(":") {
		at := r.skipWhereabouts(next + 1)
		after, ok := r.readPartOfProduct(at)
		if !ok {
			break
		}
		next = after
	}
	return next
}

// readPartOfProduct reads the version of a product, its date, or where it is.
func (r *reader) readPartOfProduct(i int) (next int, ok bool) {
	if version, next, ok := r.versionAt(i); ok {
		r.State(&r.cur.Work, ref.FieldVersion, version)
		return next, true
	}
	if next, ok := r.ReadIdentifier(i, &r.cur.Work); ok {
		return next, true
	}
	return r.readPartDate(i)
}

// skipWhereabouts skips the words before an address: "available at", "online at".
func (r *reader) skipWhereabouts(i int) (next int) {
	for next = i; next < i+longestWhereabouts && whereabouts.has(r.At(next)); next++ {
	}
	return next
}

const longestWhereabouts = 4

var whereabouts = words("available", "online", "at", "from", "on", "see", "url", "code", "source")

// productAt reads a product, if one is named at token i by what it is and who made it.
func (r *reader) productAt(i int) (p product, ok bool) {
	name, next, ok := r.productNameAt(i)
	if !ok {
		return p, false
	}
	p = product{name: name, kind: ref.Software}
	if made, ok := r.madeByTeam(p, next); ok {
		return made, true
	}
	address, addressed := r.AddressOf(name)
	by := next
	if !r.At(by).Is("by") || !addressed || !phrase.IsHomeOfSoftware(r.Slice(address)) {
		var noun int
		if noun, by, ok = r.productNoun(next); !ok {
			return p, false
		}
		if kept.has(r.At(noun)) || r.At(noun).Is("set") {
			p.kind = ref.Dataset
		}
	}
	if p.makers, p.from, p.next, ok = r.makersAt(by + 1); !ok {
		return p, false
	}
	dated := r.At(i).Kind != phrase.Word && r.YearInParens(p.next) != (ref.Span{}) // after code, or what is emphasised
	return p, addressed || dated || r.saysVersion(r.skipPurpose(p.next))
}

// madeByTeam reads the version at token i, right after the name of a product, and the team by
// which it is: "Kelp Tools 2.3 by the Felt Group", "Kelp version 3.5 by the Harbour Team".
func (r *reader) madeByTeam(p product, i int) (made product, ok bool) {
	version, by, ok := r.versionAt(i)
	if t := r.At(i); !ok && t.Kind == phrase.Number && strings.Contains(t.Text, ".") && !r.At(i-1).In(lexicon.LocatorLabels|lexicon.NotWorkNouns|lexicon.WorkNouns) {
		version, by = r.Span(i, i+1), i+1
	}
	if by == i || !r.At(by).Is("by") {
		return p, false
	}
	p.from = r.skipThe(by + 1)
	p.next, ok = r.ProperPhrase(p.from)
	if !ok || p.next < p.from+2 || !teams.has(r.At(p.next-1)) {
		return p, false
	}
	p.makers = phrase.NameList{Names: []ref.Name{{Literal: r.Slice(r.Span(p.from, p.next))}}}
	p.version = version
	return p, true
}

// teams are the last words of what those are called who make software together and are no house.
var teams = words("group", "team", "lab", "labs", "laboratory", "developers", "contributors", "maintainers", "community", "collective", "project")

// productNameAt reads what may be the name of a product: code, a quotation, the words of a link,
// or capitalised words.
func (r *reader) productNameAt(i int) (name ref.Span, next int, ok bool) {
	t := r.At(i)
	switch {
	case t.Is("`") && t.End > t.Start+1, t.Kind == phrase.Quoted && !strings.Contains(t.Text, " "):
		return r.Span(i, i+1), i + 1, true
	case t.Kind != phrase.Word:
		return name, i, false
	}
	address, linked := r.AddressOf(r.Span(i, i+1))
	if !linked && (!t.Capital || t.In(lexicon.FunctionWords)) {
		return name, i, false
	}
	for next = i + 1; next < i+longestProduct && r.At(next).Kind == phrase.Word; next++ {
		if same, within := r.AddressOf(r.Span(next, next+1)); within != linked || linked && same != address || !linked && !r.At(next).Capital {
			break
		}
	}
	return r.Span(i, next), next, true
}

// productNoun reads what a product is called after its name at token i, up to the "by" before its
// makers: ", an R package by", ", a dataset of tides by", "is a tool by".
func (r *reader) productNoun(i int) (noun, by int, ok bool) {
	if !r.At(i).Is(",") && !r.At(i).Is("is") {
		return i, i, false
	}
	article := r.At(i + 1)
	if !article.Is("a") && !article.Is("an") && !article.Is("the") {
		return i, i, false
	}
	noun = -1
	for by = i + 2; by < i+longestProductNoun && r.At(by).Kind == phrase.Word; by++ {
		switch t := r.At(by); {
		case t.Is("by"):
			return noun, by, noun > 0
		case products.has(t) || t.Is("set") && r.At(by-1).Is("data") || t.Is("database") || t.Is("corpus"):
			noun = by
		}
	}
	return noun, by, false
}

// longestProductNoun is how many tokens may say what a product is.
const longestProductNoun = 12

// makersAt reads who made a product: people, or a body.
func (r *reader) makersAt(i int) (makers phrase.NameList, from, next int, ok bool) {
	from = r.skipThe(r.SkipHonours(i))
	if makers, next, ok = r.NamesAt(from); ok && (!makers.IsBare() || from == i) {
		return makers, from, next, ok
	}
	if next, ok = r.ProperPhrase(from); !ok {
		return makers, from, next, false
	}
	return phrase.NameList{Names: []ref.Name{{Literal: r.Slice(r.Span(from, next))}}}, from, next, true
}

// skipPurpose skips the plain words between the makers of a product and the parentheses that
// say which version it is: "by Ann Lee for tides (version 0.9)".
func (r *reader) skipPurpose(i int) (next int) {
	next = i
	for next < i+longestPurpose && r.At(next).Kind == phrase.Word && !r.At(next).Capital {
		next++
	}
	if r.At(next).Is("(") && r.saysVersion(next) {
		return next
	}
	return i
}

const longestPurpose = 6

// saysVersion reports whether what follows the makers at token i says which version of a product
// is meant, or where it is.
func (r *reader) saysVersion(i int) bool {
	inside := i + 1
	if !r.At(i).Is("(") && !r.At(i).Is(",") {
		return false
	}
	_, _, versioned := r.versionAt(inside)
	at := r.At(r.skipWhereabouts(inside))
	return versioned || at.Kind == phrase.Link && phrase.IsRepository(at.Text)
}

// readAnnouncedData reads the title of the data that the word at i announces, with the address at which
// they are: "Lee also made a data set: Tides of the Po, online at https://example.org".
func (r *reader) readAnnouncedData(i int) (next int, ok bool) {
	if !(kept.has(r.At(i)) || r.At(i).Is("set") && r.At(i-1).Is("data")) || r.At(i).Capital {
		return i, false
	}
	colon := i + 1
	if r.Words(colon, "as", "well") {
		colon += 2
	} else if r.At(colon).Is("too") {
		colon++
	}
	title, ok := r.unmarkedTitleAt(colon + 1)
	if !ok || !r.At(colon).Is(":") || title.words() < 2 || !r.At(title.next).Is(",") {
		return i, false
	}
	address := r.skipWhereabouts(title.next + 1)
	if r.At(address).Kind != phrase.Link {
		return i, false
	}
	r.finish()
	r.cur = draft{}
	r.takeTitle(title.from, title.next)
	if makers, next, ok := r.NamesAt(0); ok && compiling.has(r.At(r.skipAuxiliary(next))) {
		r.takeNames(ref.FieldAuthors, makers, r.SkipHonours(0), next)
	}
	r.cur.Reference.Kind, r.topic = ref.Dataset, theWork
	return address, true
}

// skipAuxiliary skips what may be between somebody and what they did: "also".
func (r *reader) skipAuxiliary(i int) (next int) {
	for next = i; auxiliaries.has(r.At(next)); next++ {
	}
	return next
}

// compiling are verbs that say who made data.
var compiling = words("made", "compiled", "created", "built", "assembled", "collected", "published", "released", "maintains", "prepared", "put", "has")

// readVersionOfTitle reads the version at token i of what has a title, and which archive brought it
// out: "'T', version 3, DANS, 2015".
func (r *reader) readVersionOfTitle(i int) (next int, ok bool) {
	version, next, ok := r.versionAt(i)
	if !ok || r.cur.Title == "" || r.topic == theStory || !r.endsField(i-2, ref.FieldTitle) {
		return i, false
	}
	r.State(&r.cur.Work, ref.FieldVersion, version)
	house := next + 1
	end, named := r.ProperPhrase(house)
	if named && r.At(next).Is(",") && r.At(end).Is(",") && phrase.IsYear(r.At(end+1)) {
		r.take(ref.FieldPublisher, house, end)
		r.take(ref.FieldYear, end+1, end+2)
		next = end + 2
	}
	if holdsData(strings.ToLower(r.cur.Title)) || phrase.IsDepository(r.cur.Publisher) || r.isDeposited(next) {
		r.cur.Reference.Kind = ref.Dataset
	}
	return next, true
}

// readListedProduct reads software as lists have it, at the beginning of the text: "The Kelp
// Developers, Kelp, version 1.4.2, 2021. https://example.org".
func (r *reader) readListedProduct() (next int, ok bool) {
	makers, from, next, ok := r.makersAt(0)
	if !ok || !r.At(next).Is(",") {
		return 0, false
	}
	if makers.IsPersonal() {
		if end, body := r.ProperPhrase(from); body && end == next && developing.has(r.At(end-1)) {
			makers = phrase.NameList{Names: []ref.Name{{Literal: r.Slice(ref.Span{r.At(0).Start, r.At(end - 1).End})}}}
			from = 0
		}
	}
	name, after, ok := r.productNameAt(next + 1)
	if !ok || !r.At(after).Is(",") {
		return 0, false
	}
	if _, _, ok := r.versionAt(after + 1); !ok {
		return 0, false
	}
	p := product{name: name, kind: ref.Software, makers: makers, from: from, next: next}
	return r.readProductParts(p, after), true
}

// developing are the last words of what those are called who make software together.
var developing = words("developers", "team", "contributors", "maintainers", "authors", "community")
