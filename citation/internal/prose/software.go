package prose

import (
	"strings"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// versioned is what a version tells to be software or a dataset: a name with its version,
// and parentheses that say who made it or where it is.
type versioned struct {
	name, nameEnd int // tokens of the name
	version       ref.Span
	open          int // the parentheses
	next          int // the first token in them that is no version
	after         int // the token after the version
}

// versionAt reads the version at token i: "version 3.2", "v0.4.1", "ver. 2".
func (r *reader) versionAt(i int) (version ref.Span, next int, ok bool) {
	t := r.At(i)
	if t.Kind == phrase.Word && len(t.Text) > 1 && t.Lower[0] == 'v' && text.IsDigit(t.Text[1]) { // "v0", ".4.1" may follow
		next = r.GluedEnd(i)
		for r.At(next).Is(".") && r.Glued(next) && r.At(next+1).Kind == phrase.Number && r.Glued(next+1) {
			next += 2
		}
		return ref.Span{t.Start + 1, r.At(next - 1).End}, next, true
	}
	if !t.Is("version") && !t.Is("ver") && !t.Is("v") {
		return ref.Span{}, i, false
	}
	at := i + 1
	if r.At(at).Is(".") {
		at++
	}
	if r.At(at).Kind != phrase.Number || phrase.IsYear(r.At(at)) {
		return ref.Span{}, i, false
	}
	return r.Span(at, at+1), at + 1, true
}

// bareVersionAt reads the number at token i that is a version by nothing but what follows it: who
// made the software, which only a house or a team does, or where it is kept: "KelpTools 3.2 (Lee, 2019),
// published on Zenodo (doi:10.5281/zenodo.1)", "Kelp 4 (Kelp Software, 2021)".
func (r *reader) bareVersionAt(i int) (version ref.Span, next int, ok bool) {
	open := i + 1
	if r.At(i).Kind != phrase.Number || phrase.IsYear(r.At(i)) || !r.At(open).Is("(") || !r.At(i-1).Capital || r.At(i-1).In(lexicon.LocatorLabels|lexicon.NotWorkNouns|lexicon.WorkNouns) {
		return version, i, false
	}
	end := r.ClosingParen(open)
	house, _ := r.ProperPhrase(open + 1)
	team := teams.has(r.At(house-1)) && strings.Contains(r.At(i).Text, ".")
	if !team && !softwareHouses.has(r.At(house-1)) && !r.isDeposited(end+1) {
		return version, i, false
	}
	return r.Span(i, open), open, true
}

// softwareHouses are the last words of what houses are called that make software.
var softwareHouses = words("software", "systems", "technologies")

// isDeposited reports whether an address is after token i, in the same sentence, at which software
// and data are.
func (r *reader) isDeposited(i int) bool {
	for at := i; at < i+longestDeposit && !(r.At(at).Is(".") && r.At(at+1).Capital); at++ {
		if t := r.At(at); t.Kind == phrase.Link {
			var w phrase.Work
			r.ReadIdentifier(at, &w)
			return phrase.IsDataDOI(w.DOI) || phrase.IsRepository(w.URL)
		}
	}
	return false
}

// longestDeposit is how many tokens may be between a product and where it is kept.
const longestDeposit = 16

// readDeposit reads where a product is kept, up to its address: ", published on Zenodo (doi:…)".
func (r *reader) readDeposit(i int) (next int) {
	if !r.isDeposited(i) {
		return i
	}
	for next = i; r.At(next).Kind != phrase.Link; next++ {
		if end, ok := r.ProperPhrase(next); ok && phrase.IsDepository(r.Slice(r.Span(next, end))) {
			r.take(ref.FieldPublisher, next, end)
		}
	}
	next, _ = r.ReadIdentifier(next, &r.cur.Work)
	return next
}

// readDepository reads the archive at token i that keeps the work at hand, which the address after it
// says is software or data: "published on Zenodo (doi:10.5281/zenodo.1)".
func (r *reader) readDepository(i int) (next int, ok bool) {
	if !r.At(i).Capital || r.cur.Title == "" || r.cur.Publisher != "" || r.cur.Container != "" {
		return i, false
	}
	next, ok = r.ProperPhrase(i)
	if !ok || !phrase.IsDepository(r.Slice(r.Span(i, next))) || !depositing.has(r.At(i-1)) || !r.isDeposited(next) || !(r.At(next).Is("(") || r.At(next).Is(",") || r.At(next).Is(":")) {
		return i, false
	}
	r.take(ref.FieldPublisher, i, next)
	return next, true
}

// depositing are the words before the archive that keeps something.
var depositing = words("on", "in", "at", "via", "from", "through", "with")

// versionedAt reads a name whose version begins at token i, in parentheses or before
// them: "KelpTools version 3.2 (Lee, 2019)", "the package kelp (v0.4.1; Lee, 2022)".
func (r *reader) versionedAt(i int) (v versioned, ok bool) {
	version, next, ok := r.versionAt(i)
	if !ok {
		version, next, ok = r.bareVersionAt(i)
	}
	if !ok {
		return v, false
	}
	v = versioned{nameEnd: i, version: version, open: next, next: next + 1, after: next}
	if r.At(i-1).Is(",") && r.At(i-2).Is(")") { // "kelp (Lee, 2022), version 3.2"
		v.open = r.ParenBefore(i - 2)
		v.nameEnd, v.next = v.open, v.open+1
		if t := r.At(v.nameEnd - 1); t.Kind == phrase.Word && !t.Capital && !t.In(lexicon.FunctionWords|lexicon.WorkNouns|lexicon.NotWorkNouns) && !products.has(t) {
			v.name = v.nameEnd - 1
			return v, r.isMade(v)
		}
	}
	if r.At(i - 1).Is("(") {
		v.nameEnd, v.open, v.next = i-1, i-1, next+1
		if t := r.At(next); !t.Is(";") && !t.Is(",") {
			return v, false
		}
	}
	if !r.At(v.open).Is("(") {
		return v, false
	}
	for v.name = v.nameEnd; v.name > v.nameEnd-longestProduct && (r.At(v.name-1).Capital && !r.At(v.name-1).In(lexicon.FunctionWords) || phrase.IsHyphen1(r.At(v.name-1))); v.name-- {
	}
	if v.name == v.nameEnd && products.has(r.At(v.nameEnd-2)) && r.At(v.nameEnd-1).Kind == phrase.Word {
		v.name--
	}
	return v, v.name < v.nameEnd && r.isMade(v)
}

// longestProduct is how many words the name of software or of a dataset has.
const longestProduct = 5

// products are the nouns before the name of software in lower case.
var products = words("package", "library", "software", "tool", "toolkit", "toolbox", "program", "module", "plugin", "framework", "app", "application", "dataset")

// isMade reports whether the parentheses name who made it, with the year, or the address
// or the DOI at which it is.
func (r *reader) isMade(v versioned) bool {
	end := r.ClosingParen(v.open)
	if list, next, ok := r.NamesAt(v.next); ok && !phrase.IsMonth(r.At(v.next)) && next < end && r.At(next).Is(",") && phrase.IsYear(r.At(next+1)) {
		return list.EtAl || len(list.Names) > 0
	}
	for at := v.next; at < end; at++ {
		if r.At(at).Kind == phrase.Link {
			address := r.At(at).Text
			return phrase.IsRepository(address) || phrase.IsAddressOfWork(address)
		}
	}
	return false
}

// isVersioned reports whether a version that tells what it is of begins at token i.
func (r *reader) isVersioned(i int) bool {
	if r.cur.Title != "" || r.subject.wrote() {
		return false
	}
	_, ok := r.versionedAt(i)
	return ok
}

// readVersioned reads the software or the dataset whose version begins at token i.
func (r *reader) readVersioned(i int) (next int) {
	v, _ := r.versionedAt(i)
	r.finish()
	r.cur = draft{}
	r.takeTitle(v.name, v.nameEnd)
	r.State(&r.cur.Work, ref.FieldVersion, v.version)
	r.cur.Reference.Kind, r.topic = ref.Software, theWork
	end := r.ClosingParen(v.open)
	for at := v.next; at < end; {
		at = r.readOfProduct(at, end)
	}
	next = r.readDeposit(max(end+1, v.after))
	if name := strings.ToLower(r.Slice(r.Span(v.name, v.nameEnd))); holdsData(name) || r.At(v.name-1).Is("dataset") || phrase.IsDataDOI(r.cur.DOI) {
		r.cur.Reference.Kind = ref.Dataset
	}
	r.topic = theStory
	return next
}

// readOfProduct reads one of the things that parentheses say of software.
func (r *reader) readOfProduct(i, end int) (next int) {
	if next, ok := r.ReadIdentifier(i, &r.cur.Work); ok {
		return next
	}
	if d, next, ok := r.DateAt(i); ok {
		r.takeDate(d)
		return next
	}
	if version, next, ok := r.versionAt(i); ok {
		r.State(&r.cur.Work, ref.FieldVersion, version)
		return next
	}
	if list, next, ok := r.NamesAt(i); ok && next < end && !r.cur.hasAuthors() {
		r.takeNames(ref.FieldAuthors, list, i, next)
		return next
	}
	return i + 1
}

// holdsData reports whether a name says that it is one of data.
func holdsData(name string) bool {
	for word := range strings.FieldsSeq(name) {
		switch word {
		case "dataset", "data", "corpus", "survey", "database", "benchmark", "archive", "inventory", "atlas":
			return true
		}
	}
	return false
}

// readVisited reads when a page was looked up: "accessed 3 May 2021".
func (r *reader) readVisited(i int) (next int) {
	date := i + 1
	if r.At(date).Is("on") {
		date++
	}
	_, next, _ = r.DateAt(date)
	r.take(ref.FieldURLDate, date, next)
	return next
}

// visiting are the words before the date at which a page was looked up.
var visiting = words("accessed", "retrieved", "visited")

// isVisited reports whether a date after the word at i says when the page of the work at
// hand was looked up.
func (r *reader) isVisited(i int) bool {
	date := i + 1
	if r.At(date).Is("on") {
		date++
	}
	_, _, ok := r.DateAt(date)
	return ok && r.cur.URL != ""
}
