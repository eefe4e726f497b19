package citation

// wordsEnd is where the run of words at i ends: before a locator, a number, a
// year, a parenthesis, a comma that no list needs, or a full stop that is no
// abbreviation's.
func (f *formatted) wordsEnd(i int) (next int) {
	end := i
	if f.at(i).kind != word && f.at(i).kind != number {
		return end
	}
	for at := i; at < min(len(f.tokens), i+longestPhrase); at++ {
		t, after := f.at(at), f.at(at+1)
		switch {
		case t.kind == word:
			if _, _, ok := f.locatorWord(at); ok || t.is("doi") || at > i && (t.is("arxiv") || t.is("pmid") || t.is("isbn")) {
				return end
			}
			if isMonth(t) && (isYear(after) || isDay(after) || after.is(".")) {
				return end
			}
			end = at + 1
		case t.kind == number:
			if (!after.capital || isMonth(after)) && !f.isYearOfMeeting(at) {
				return end
			}
			end = at + 1
		case t.is("."):
			if !f.abbreviates(i, at) {
				return end
			}
			end = at + 1
		case t.is(","):
			if !after.capital || f.isLastPart(i, at) {
				return end
			}
		case t.is("&") || t.is(":") || t.is("/") || isHyphen1(t) || isDash(t) || isApostropheToken(t):
		case t.is("("):
			after, ok := f.acronymInParens(at)
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

// isYearOfMeeting tells whether token i is the year in the name of a meeting:
// "EMNLP 2021".
func (f *formatted) isYearOfMeeting(i int) bool {
	return isYear(f.at(i)) && isBodyAcronym(f.at(i-1)) && (f.at(i+1).is(",") || f.at(i+1).is("."))
}

// abbreviates tells whether the full stop at i belongs to the word before it: the
// name that begins at first goes on behind it, or another mark ends it.
func (f *formatted) abbreviates(first, i int) bool {
	after := f.at(i + 1)
	if _, acronym := f.acronymInParens(i + 1); acronym || after.is(",") {
		return true
	}
	goesOn := after.kind == word && (after.capital || after.in(bodyLinks)) || after.kind == number && ordinalOf(after.lower) > 0 && !f.isLastEdition(i+1)
	if !goesOn || visits(after) || f.opensImprint(i+1) {
		return false
	}
	return f.isAbbreviation(i-1) && !f.isSpelledOut(first, i) || f.isBetweenStops(i)
}

// isSpelledOut tells whether the words in tokens from first to next are whole ones:
// small words join them, which names that are cut short leave out.
func (f *formatted) isSpelledOut(first, next int) bool {
	for at := first; at < next; at++ {
		switch t := f.at(at); {
		case t.is("."):
			return false
		case t.in(bodyLinks) && !t.capital:
			return true
		}
	}
	return false
}

// isBetweenStops tells whether the full stop at i stands among others of words
// that are cut short: "Inf. Process. Syst.".
func (f *formatted) isBetweenStops(i int) bool {
	return f.at(i-2).is(".") && f.at(i+1).capital && f.at(i+2).is(".") && f.at(i+3).is(",")
}

// opensImprint tells whether a place stands at token i with a publisher behind a
// colon. The section of a journal is one letter: "J. Phys. A: Math. Gen."
func (f *formatted) opensImprint(i int) bool {
	colon, ok := f.placeEnd(i)
	return ok && f.at(colon).is(":") && len(f.at(i).text) > 1
}

// isLastPart tells whether the comma at i ends the name that begins at first: a
// place or a publisher goes on behind it, and not the name.
func (f *formatted) isLastPart(first, i int) bool {
	return isPlace(f.sentence, i+1) || f.isPressAt(first, i) || !f.closesNameList(i+1)
}

// isAbbreviation tells whether the word at i is cut short: it ends in a
// consonant, as "Proc", "Int", "Conf", "J", and is no word that names bodies.
func (f *formatted) isAbbreviation(i int) bool {
	t := f.at(i)
	switch {
	case t.kind != word:
		return false
	case len(t.text) <= 3, t.is("trans"), t.is("phys"):
		return true
	case len(t.text) > 8, t.in(wholeWords | bodyWords | publisherWords | periodicalHeads):
		return false
	}
	switch t.lower[len(t.lower)-1] {
	case 'a', 'e', 'i', 'o', 'u', 'y', 's':
		return false
	}
	return true
}
