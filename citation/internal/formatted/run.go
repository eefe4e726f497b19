package formatted

import (
	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/internal/venue"
)

// wordsEnd is where the run of words at i ends: before a locator, a number, a
// year, a parenthesis, a comma that no list needs, or a full stop that is no
// abbreviation's.
func (f *formatted) wordsEnd(i int) (next int) {
	end := i
	if f.At(i).Kind != phrase.Word && f.At(i).Kind != phrase.Number {
		return end
	}
	for at := i; at < min(len(f.Tokens), i+phrase.LongestPhrase); at++ {
		t, after := f.At(at), f.At(at+1)
		switch {
		case t.Kind == phrase.Word:
			if _, _, ok := f.LocatorWord(at); ok || t.Is("doi") || at > i && (t.Is("arxiv") || t.Is("pmid") || t.Is("isbn")) {
				return end
			}
			if phrase.IsMonth(t) && (phrase.IsYear(after) || phrase.IsDay(after) || after.Is(".")) {
				return end
			}
			end = at + 1
		case t.Kind == phrase.Number:
			if (!after.Capital || phrase.IsMonth(after)) && !f.isYearOfMeeting(at) {
				return end
			}
			end = at + 1
		case t.Is("."):
			if !f.abbreviates(i, at) || f.editedBy(at+1) > at+1 {
				return end
			}
			end = at + 1
		case f.IsShortYear(at): // "FELT'97"
			at++
			end = at + 1
		case t.Is(","):
			if !after.Capital && !after.Is("and") && !after.Is("&") || f.isLastPart(i, at) {
				return end
			}
		case t.Is("&") || t.Is(":") || t.Is("/") || phrase.IsHyphen1(t) || phrase.IsDash(t) || phrase.IsApostropheToken(t):
		case t.Is("("):
			after, ok := f.AcronymInParens(at)
			if !ok {
				after, ok = f.placeOfJournal(at)
			}
			if !ok {
				return end
			}
			at, end = after-1, after
		default:
			return end
		}
	}
	return end
}

// placeOfJournal reads the place that PubMed puts after the name of a journal, before
// the year: "Salt Sand (Leeds, England). 2019;3".
func (f *formatted) placeOfJournal(i int) (next int, ok bool) {
	end, ok := f.placeEnd(i + 1)
	if !ok || !f.At(end).Is(")") || !f.At(end+1).Is(".") || !phrase.IsYear(f.At(end+2)) || !f.holdsLocator(end+2) {
		return i, false
	}
	return end + 1, true
}

// isYearOfMeeting reports whether token i is the year in the name of a meeting:
// "EMNLP 2021".
func (f *formatted) isYearOfMeeting(i int) bool {
	return phrase.IsYear(f.At(i)) && phrase.IsBodyAcronym(f.At(i-1)) && (f.At(i+1).Is(",") || f.At(i+1).Is("."))
}

// abbreviates reports whether the full stop at i belongs to the word before it: the
// name that begins at first goes on after it, or another mark ends it.
func (f *formatted) abbreviates(first, i int) bool {
	after := f.At(i + 1)
	if _, acronym := f.AcronymInParens(i + 1); acronym || after.Is(",") {
		return true
	}
	goesOn := after.Kind == phrase.Word && (after.Capital || after.In(lexicon.BodyLinks)) || after.Kind == phrase.Number && venue.Ordinal(after.Lower) > 0 && !f.IsEditionAt(i+1)
	if !goesOn || SaysVisit(after) || f.opensImprint(i+1) {
		return false
	}
	return f.isAbbreviation(i-1) && f.At(i-1).Capital && !f.isSpelledOut(first, i) || f.isBetweenStops(i)
}

// isSpelledOut reports whether the words in tokens from first to next are whole ones:
// small words join them, which names that are cut short leave out.
func (f *formatted) isSpelledOut(first, next int) bool {
	for at := first; at < next; at++ {
		switch t := f.At(at); {
		case t.Is("."):
			return false
		case t.In(lexicon.BodyLinks) && !t.Capital:
			return true
		}
	}
	return false
}

// isBetweenStops reports whether the full stop at i is among others of words
// that are cut short: "Inf. Process. Syst.".
func (f *formatted) isBetweenStops(i int) bool {
	return f.At(i-2).Is(".") && f.At(i+1).Capital && f.At(i+2).Is(".") && f.At(i+3).Is(",")
}

// opensImprint reports whether a place is at token i with a publisher after a
// colon. The section of a journal is one letter: "J. Phys. A: Math. Gen."
func (f *formatted) opensImprint(i int) bool {
	colon, ok := f.placeEnd(i)
	return ok && f.At(colon).Is(":") && len(f.At(i).Text) > 1
}

// isLastPart reports whether the comma at i ends the name that begins at first: a
// place or a publisher goes on after it, and not the name.
func (f *formatted) isLastPart(first, i int) bool {
	return phrase.IsPlace(f.Text, i+1) || f.isPressAfter(i) || f.isPressAt(first, i) && !f.isOfSociety(first, i) || !f.ClosesNameList(i+1) && !f.listsToLocator(first, i)
}

// isPressAfter reports whether the words between the comma at i and the next mark name
// a publishing house.
func (f *formatted) isPressAfter(i int) bool {
	next := i + 1
	for f.At(next).Kind == phrase.Word {
		next++
	}
	return f.At(i+1).Capital && f.isPressAt(i+1, next) && !f.isOfSociety(i+1, next)
}

// isOfSociety reports whether tokens from first to next begin with the acronym of a
// society that publishes journals under its name: "IEEE Trans. Quiet Carts".
func (f *formatted) isOfSociety(first, next int) bool {
	return phrase.IsBodyAcronym(f.At(first)) && next > first+1
}

// listsToLocator reports whether the comma at i, in the name that begins at first, is
// inside the name of a journal because its locators come only later: "Int. J. Salt,
// Sand, Gravel, vol. 5". A name of a journal by itself goes on only with its section,
// "Acta Roads, Section B, vol. 8", for a place can follow it.
func (f *formatted) listsToLocator(first, i int) bool {
	parts := 1
	for at := first; at < i; at++ {
		if f.At(at).Is(",") {
			parts++
		}
	}
	for at := i + 1; at < i+mostOfJournal; at++ {
		t := f.At(at)
		if _, _, ok := f.LocatorWord(at); ok || t.Kind == phrase.Number && (!phrase.IsYear(t) || f.isLocated(at) || f.At(at+1).Is(";")) {
			section := f.At(i+1).Is("section") || f.At(i+1).Is("part") || f.At(i+1).Is("series") || f.At(i+1).Is("ser")
			return at > i+1 && (section || f.work.Title != "" && !f.LooksLikeVenue(first, i) && !f.isBodyNamed(first, i) || parts > 2 && !f.isNewspaper(i))
		}
		switch {
		case t.Is(","):
			parts++
		case t.Is("."):
		case !t.Capital && !t.In(lexicon.PhraseLinks) && !t.Is("&"):
			return false
		}
	}
	return false
}

// isAbbreviation reports whether the word at i is cut short: it ends in a
// consonant, as "Proc", "Int", "Conf", "J", and is no word that names bodies.
func (f *formatted) isAbbreviation(i int) bool {
	t := f.At(i)
	switch {
	case t.Kind != phrase.Word:
		return false
	case len(t.Text) <= 3, t.Is("trans"), t.Is("phys"):
		return true
	case len(t.Text) > 8, t.In(lexicon.WholeWords | lexicon.BodyWords | lexicon.PublisherWords | lexicon.PeriodicalHeads):
		return false
	}
	switch t.Lower[len(t.Lower)-1] {
	case 'a', 'e', 'i', 'o', 'u', 'y', 's':
		return false
	}
	return true
}
