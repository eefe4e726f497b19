package formatted

import (
	"strings"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// readTitle reads the title at token i: quoted, or the words up to the full stop
// that ends them, less what is said of the work in parentheses after it.
func (f *formatted) readTitle(i int, dated bool) (next int, ok bool) {
	for f.At(i).Is(".") || f.At(i).Is(",") || f.At(i).Is(":") {
		i++
	}
	if f.At(i).Kind == phrase.Quoted {
		f.quoted = true
		f.State(&f.work, ref.FieldTitle, f.Span(i, i+1))
		return i + 1, true
	}
	if t := f.At(i); !t.Capital && t.Kind != phrase.Number && !t.Is("¿") && !t.Is("¡") || t.In(lexicon.FunctionWords) && !dated && f.At(i+1).Is("of") {
		return i, false
	}
	end := f.titleEnd(i, dated)
	if end <= i+1 && f.At(end).Kind == phrase.NoToken || end == len(f.Tokens) {
		return i, false
	}
	stop := f.readVersion(i, f.readDescriptions(i, end))
	if f.At(end).Is("?") || f.At(end).Is("!") {
		stop++
		end++
	}
	f.State(&f.work, ref.FieldTitle, f.Span(i, stop))
	return end, true
}

// titleEnd is the token that ends the title which begins at i.
func (f *formatted) titleEnd(i int, dated bool) int {
	for at := i; at < len(f.Tokens); at++ {
		t, after := f.At(at), f.At(at+1)
		switch {
		case t.Is("."):
			if f.stopsTitle(i, at) {
				return f.lastStop(i, at)
			}
		case f.isSlashes(at):
			return at
		case t.Is("?") || t.Is("!"):
			if after.Is("in") && after.Capital || f.opensRest(at+1) {
				return at
			}
		case t.Is(","):
			if value, ok := f.volumeAt(at); f.IsEditionAt(at+1) || ok && f.At(value+1).Is(".") { // IEEE, ACL: Title, 2nd ed.
				return at
			}
			if _, next, ok := f.DateAt(at + 1); ok && !dated && f.At(next).Is(".") { // NeurIPS: Title, May 2020.
				return at
			}
			if f.commaEndsTitle(at) {
				return at
			}
		case t.Is("("):
			if f.isImprint(at) { // a note of Chicago's: Title (City: Publisher, 2011)
				return at
			}
			if end := f.ClosingParen(at); f.At(end).Is(")") {
				at = end
			}
		}
	}
	return len(f.Tokens)
}

// readVersion reads the version at the end of a title in tokens from i to next: "GA-T-4
// trace, version 1.2". It returns where the title ends.
func (f *formatted) readVersion(i, next int) (stop int) {
	for stop = next - 1; stop > i+1 && stop > next-5; stop-- {
		if !f.At(stop).Is(",") {
			continue
		}
		at := stop + 1
		if t := f.At(at); !t.Is("version") && !t.Is("ver") && !t.Is("v") {
			return next
		}
		if at++; f.At(at).Is(".") {
			at++
		}
		if f.At(at).Kind != phrase.Number || manuals[f.At(stop-1).Lower] {
			return next
		}
		f.State(&f.work, ref.FieldVersion, f.Span(at, next))
		return stop
	}
	return next
}

// manuals are texts about what has versions, of which each has a title of its own.
var manuals = text.WordSet("manual", "guide", "handbook", "specification", "documentation")

// mostSentences is how many sentences a title may have.
const mostSentences = 4

// lastStop is the full stop that ends the title that begins at first, of which the one
// at i ends a sentence: "Felt rims in use. A population study. J Felt. 2012;12". The
// title goes on if what follows is a sentence more and only then comes a journal with
// its locators, a book or a publisher.
func (f *formatted) lastStop(first, i int) int {
	counted := false
	for stop, sentences := i, 1; sentences < mostSentences && !f.opensPart(stop+1); sentences++ {
		from := stop + 1
		stop = f.sentenceEnd(from)
		if stop > 0 && f.isThesisAt(stop+1) && !f.isBodyNamed(from, stop) { // "Übereinkünfte. Zur Kritik des Raums. Dissertation"
			return stop
		}
		if stop < 0 || !f.isSentence(from, stop) && !counted {
			return i
		}
		counted = f.countsSentence(from) // "II. Felt."
		if f.opensHolder(stop + 1) {
			return f.lastStop(first, stop)
		}
	}
	return i
}

// sentenceEnd is the full stop that ends the words at token i, or -1.
func (f *formatted) sentenceEnd(i int) int {
	for at := i; at < i+phrase.LongestPhrase; at++ {
		switch t := f.At(at); {
		case t.Kind == phrase.NoToken, t.Kind == phrase.Quoted, t.Kind == phrase.Link:
			return -1
		case t.Is(".") && f.stopsTitle(i, at), t.Is("?"), t.Is("!"):
			return at
		}
	}
	return -1
}

// isSentence reports whether tokens from to next are words of a title and no name: a
// number, or a word in lower case that joins no others.
func (f *formatted) isSentence(from, next int) bool {
	if f.countsSentence(from) {
		return true
	}
	for at := from + 1; at < next; at++ {
		if t := f.At(at); t.Kind == phrase.Word && !t.Capital && !t.In(lexicon.PhraseLinks|lexicon.FunctionWords) {
			return true
		}
	}
	return false
}

// opensPart reports whether what is at token i can be no further sentence of a title.
func (f *formatted) opensPart(i int) bool {
	t := f.At(i)
	if f.countsSentence(i) {
		return false
	}
	if t.Kind != phrase.Word || t.Is("in") || t.Is("ed") || t.Is("eds") || SaysVisit(t) || t.Is("published") || f.At(i+1).Is("by") || phrase.IsMonth(t) || f.IsEditionAt(i) {
		return true
	}
	if _, _, ok := f.LocatorWord(i); ok {
		return true
	}
	_, _, thesis := f.ThesisAt(i)
	next := f.wordsEnd(i)
	return thesis || f.opensImprint(i) || f.opensRest(i) || f.isBodyNamed(i, next) || f.isWordBeforeYear(i, next)
}

// countsSentence reports whether a sentence of a title is at token i that is no more
// than a number, with or without a word: "Part 2.", "II.", "Update 2011."
func (f *formatted) countsSentence(i int) bool {
	if f.At(i+1).Kind == phrase.Number && f.At(i+2).Is(".") && f.At(i+3).Capital {
		return f.At(i).Is("part") || f.At(i).Is("update")
	}
	return f.At(i).Kind == phrase.Word && strings.Trim(f.At(i).Text, "IVX") == "" && f.At(i+1).Is(".") && f.At(i+2).Capital
}

// isBodyNamed reports whether the words in tokens from i to next name a body with a
// capital.
func (f *formatted) isBodyNamed(i, next int) bool {
	for ; i < next; i++ {
		if f.At(i).Capital && f.isBodyAt(i, i+1) {
			return true
		}
	}
	return false
}

// opensHolder reports whether it is certain that what holds the work, or who brought
// it out, is at token i.
func (f *formatted) opensHolder(i int) bool {
	if !f.At(i).Capital || f.At(i).Is("published") {
		return false
	}
	next := f.wordsEnd(i)
	return i < next && (f.holdsLocator(next) || f.isPressAt(i, next)) || f.knownPlace(i) && f.opensImprint(i) || f.At(i).Is("in") && f.At(i+1).Capital
}

// commaEndsTitle reports whether the comma at i ends the title, by what follows it:
// "in:", a thesis, a journal with its locators, "volume 3 of" a series.
func (f *formatted) commaEndsTitle(i int) bool {
	after := i + 1
	if _, value, ok := f.LocatorWord(after); ok && (f.At(value+1).Is("of") || f.At(value+1).Is("in")) && f.At(value+2).Capital {
		return true
	}
	if f.At(after).Is("in") && f.At(after+1).Is(":") {
		return true
	}
	if _, _, ok := f.ThesisAt(after); ok || f.isJournalAt(after) {
		return true
	}
	return f.commas && f.At(after).Capital && f.holdsLocator(f.wordsEnd(after))
}

// isArticleAt reports whether a title is at token i that a comma ends before a journal
// with its locators: "Hemp belts in old mills, J. Mills 3 (2019), 1–9".
func (f *formatted) isArticleAt(i int) bool {
	if !f.At(i).Capital {
		return false
	}
	for at := i + 1; at < i+phrase.LongestPhrase; at++ {
		switch t := f.At(at); {
		case t.Kind == phrase.NoToken, t.Kind == phrase.Quoted, t.Is(";"), t.Is(".") && f.stopsTitle(i, at):
			return false
		case t.Is(",") && f.isJournalAt(at+1):
			return true
		}
	}
	return false
}

// stopsTitle reports whether the full stop at i ends the title that begins at
// first: a capital, a number, a bracket or a link follows, and the stop belongs
// to no abbreviation.
func (f *formatted) stopsTitle(first, i int) bool {
	before, t, after := f.At(i-1), f.At(i), f.At(i+1)
	switch {
	case after.Kind == phrase.NoToken:
		return true
	case after.Start == t.End, !after.Capital && after.Kind != phrase.Number && after.Kind != phrase.Link && !after.Is("[") && !after.In(lexicon.LowerNames):
		return false
	case before.In(lexicon.Honours) || before.Is("st") || before.Is("vs") || i-1 > first && (f.namesVolume(i-1) || f.namesVersion(i-1)):
		return false
	case len(before.Text) == 1 && before.Capital && before.End == t.Start: // "Hubs of C. Elegans", "U.S. South"
		abbreviates := i < first+2 || f.At(i-2).Is(".") && f.At(i-2).End == before.Start || f.At(i-2).In(lexicon.PhraseLinks) && !f.At(i-2).Capital
		return !abbreviates || f.opensRest(i+1) && !f.endsInStop(i+1)
	}
	return true
}

// namesVolume reports whether a volume is at token i with its title after it, which go
// on the title of the whole: "Vol. 1: Fundamental felts".
func (f *formatted) namesVolume(i int) bool {
	label, value, ok := f.LocatorWord(i)
	return ok && label == ref.FieldVolume && f.At(value+1).Is(":") && f.At(value+2).Capital
}

// namesVersion reports whether a version is at token i whose label is cut short: "ver. 1.2".
func (f *formatted) namesVersion(i int) bool {
	t := f.At(i)
	return (t.Is("ver") || t.Is("v")) && f.At(i-1).Is(",") && f.At(i+1).Is(".") && strings.Contains(f.At(i+2).Text, ".")
}

// opensRest reports whether a venue or a publisher is at token i, by its name
// or by the locators after it.
func (f *formatted) opensRest(i int) bool {
	if f.namesServer(i) {
		return true
	}
	if !f.At(i).Capital && !f.At(i).In(lexicon.LowerNames) {
		return false
	}
	next := f.wordsEnd(i)
	if next == i || f.At(next-1).In(lexicon.PhraseLinks) && !f.At(next-1).Capital { // "Vol. 3", "An analysis of 120 cases"
		return false
	}
	newspaper := f.isNewspaper(next) && (f.At(next+1).Kind == phrase.Link || f.At(next).Is(","))
	return newspaper || f.holdsLocator(next) || f.isVenueNamed(i, next) || f.isPressAt(i, next)
}

// isVenueNamed reports whether the words in tokens from i to next are the name of a
// venue and no sentence with such a word: "A case report and review of the literature".
func (f *formatted) isVenueNamed(i, next int) bool {
	if !f.LooksLikeVenue(i, next) || f.At(i).Is("a") || f.At(i).Is("an") {
		return false
	}
	for at := i; at < next; at++ {
		if t := f.At(at); t.Capital && t.In(lexicon.VenueHeads) {
			return true
		}
	}
	return f.IsKnown(i, next)
}

// endsInStop reports whether a full stop ends the words at token i.
func (f *formatted) endsInStop(i int) bool {
	for f.At(i).Kind == phrase.Word {
		i++
	}
	return f.At(i).Is(".")
}

// isImprint reports whether the parentheses at token i hold an imprint: "(Leeds:
// Northgate Press, 2011)".
func (f *formatted) isImprint(i int) bool {
	colon, ok := f.placeEnd(i + 1)
	if !ok || !f.At(colon).Is(":") {
		return false
	}
	for at := colon + 2; at < colon+phrase.LongestPhrase; at++ {
		if f.At(at).Is(")") {
			return phrase.IsYear(f.At(at - 1))
		}
	}
	return false
}

// readDescriptions reads what is in parentheses and brackets right before
// token end, as "(2nd ed.)" and "[Preprint]", and returns where the title that
// begins at first ends.
func (f *formatted) readDescriptions(first, end int) (stop int) {
	for stop = end; ; {
		open, ok := f.openingBracket(first, stop-1)
		if !ok || !f.readDescription(open, stop-1, &f.work) {
			return stop
		}
		stop = open
	}
}

// openingBracket is where the parenthesis or bracket that token i closes opens.
func (f *formatted) openingBracket(first, i int) (open int, ok bool) {
	opening := ""
	switch f.At(i).Text {
	case ")":
		opening = "("
	case "]":
		opening = "["
	}
	for open = i - 1; opening != "" && open > first; open-- {
		if f.At(open).Is(opening) {
			return open, true
		}
	}
	return i, false
}

// readDescription reads what the parentheses or brackets from open to end say of
// the work: "(2nd ed., Vol. 3)", "[Doctoral dissertation, University of Leeds]".
// Parentheses may belong to the title; brackets at its end do not.
func (f *formatted) readDescription(open, end int, w *phrase.Work) (ok bool) {
	for i := open + 1; i < end; {
		next, ok := f.describes(i, end, w)
		if !ok && f.At(open).Is("(") {
			return false
		}
		i = max(next, i+1)
	}
	return true
}

// descriptionParts are the readers of what parentheses after a title may hold
// as well as the text after it.
var descriptionParts = [...]partReader{
	(*formatted).readVisit,
	(*formatted).readPatent,
	(*formatted).readEdition,
	(*formatted).readGenre,
}

// describes reads one part of a description.
func (f *formatted) describes(i, end int, w *phrase.Work) (next int, ok bool) {
	switch {
	case f.At(i).Is(",") || f.At(i).Is("."):
		return i + 1, true
	case f.At(i).Is("in") && f.At(i+1).Capital && i+2 == end: // "(in Norwegian)"
		return end, true
	case f.At(i).Is("internet") || f.At(i).Is("online"):
		f.online = true
		return i + 1, true
	case f.At(i).In(lexicon.PreprintWords):
		f.work.Preprint = true
		return i + 1, true
	case f.Words(i, "paper", "presentation"), f.Words(i, "conference", "presentation"), f.Words(i, "conference", "session"), f.Words(i, "poster", "presentation"):
		f.work.Meeting = true
		return i + 2, true
	}
	if f.At(i).Kind == phrase.Link && strings.Contains(f.At(i).Text, "doi.org/10.") { // "[DOI](https://doi.org/10.1/2)"
		return f.ReadIdentifier(i, w)
	}
	for _, read := range descriptionParts {
		if next, ok := read(f, i, w); ok {
			return next, true
		}
	}
	if next := f.wordsEnd(i); f.isThesis() && i < next && next <= end && f.isBodyAt(i, next) {
		next = f.bodiesEnd(next)
		f.State(w, ref.FieldInstitution, f.Span(i, next))
		return next, true
	}
	if next, ok := f.skipTranslator(i); ok {
		return next, true
	}
	if next, ok := f.readNumbered(i, end, w); ok {
		return next, true
	}
	if next, ok := f.ReadLocator(i, w); ok && next <= end {
		return next, true
	}
	return i, false
}

// skipTranslator skips "N. Falk, Trans.".
func (f *formatted) skipTranslator(i int) (next int, ok bool) {
	_, next, ok = f.peopleAt(i)
	if !ok || !f.Words(next, ",", "trans") {
		return i, false
	}
	return next + 2, true
}

// readNumbered reads the number that a body gave to what it brought out: "NIH
// Publication No. 19-101".
func (f *formatted) readNumbered(i, end int, w *phrase.Work) (next int, ok bool) {
	for next = i; f.At(next).Kind == phrase.Word && !f.At(next).Is("no"); next++ {
	}
	if next == i || !f.Words(next, "no", ".") || f.GluedEnd(next+2) != end {
		return i, false
	}
	f.State(w, ref.FieldNumber, f.Span(next+2, end))
	f.work.Noun = "report"
	return end, true
}
