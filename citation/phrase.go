package citation

import (
	"unicode"
	"unicode/utf8"
)

// longestPhrase is how many tokens a name may have.
const longestPhrase = 60

// properPhrase reads the name that begins at token i: capitalised words and the
// words that join them. A leading lower-case "the" has to be skipped before.
func (s *sentence) properPhrase(i int) (next int, ok bool) {
	for at := i; at < i+longestPhrase; {
		end, ok := s.phraseWord(at, at == i)
		if !ok {
			break
		}
		next, at = end, end
		at = s.phraseJoint(i, at)
	}
	if next == 0 {
		return i, false
	}
	if s.at(next-1).is(".") && !s.dotted(i, next-1) {
		next--
	}
	if end, ok := s.acronymInParens(next); ok {
		next = end
	}
	return next, true
}

// publisherAt reads a publisher's name: a name that a place does not go on with.
func (s *sentence) publisherAt(i int) (next int, ok bool) {
	next, ok = s.properPhrase(i)
	for at := i + 1; at < next; at++ {
		if s.at(at).is("in") || s.at(at).is("and") && s.at(at+1).is("the") {
			return at, true
		}
	}
	return next, ok
}

// bodiesAt reads a publisher or an institution with those that it is part of or
// stands beside: "Wave Group at the Harbour Institute, Cork University", "A and
// the B".
func (s *sentence) bodiesAt(i int) (next int, ok bool) {
	next, ok = s.publisherAt(i)
	for ok {
		at := next
		switch {
		case s.at(at).is("and") && s.at(at+1).is("the"), s.at(at).is("at") && s.at(at+1).is("the"):
			at += 2
		case s.at(at).is("at"), s.at(at).is(","):
			at++
		default:
			return next, true
		}
		end, more := s.publisherAt(at)
		if !more || !s.at(next).is("and") && !isBody(s.slice(s.span(at, end))) {
			return next, true
		}
		next = end
	}
	return i, false
}

// dotted tells whether a full stop stands among tokens from to next.
func (s *sentence) dotted(from, next int) bool {
	for ; from < next; from++ {
		if s.at(from).is(".") {
			return true
		}
	}
	return false
}

// phraseWord reads one word of a name: "Journal", "eLife", "19th" before another
// word, "U.S.", "Proc.".
func (s *sentence) phraseWord(i int, first bool) (next int, ok bool) {
	t := s.at(i)
	switch {
	case t.kind == quoted && !first && s.at(i-1).is("on"):
		return i + 1, true
	case t.kind == word && (t.capital || t.in(lowerNames) || s.endsCommonWords(i)):
		if isMonth(t) && (isYear(s.at(i+1)) || isDay(s.at(i+1))) || first && !s.opensPhrase(i) {
			return i, false
		}
		next = i + 1
		for s.at(next).is(".") && s.at(next).start == s.at(next-1).end && s.abbreviated(next-1) {
			next++
			if s.at(next).kind == word && s.at(next).start == s.at(next-1).end && s.at(next+1).is(".") {
				next++
			}
		}
		if isApostropheToken(s.at(next)) && s.at(next).start == s.at(next-1).end {
			if s.at(next+1).is("s") && s.at(next+1).start == s.at(next).end {
				next += 2
			} else if s.at(next + 1).capital {
				next++
			}
		}
		return next, true
	case isYear(t) && ordinalOf(s.at(i+1).lower) > 0: // "2018 18th International"
		return s.phraseWord(i+1, first)
	case t.kind == number && (s.at(i+1).capital || s.at(i+1).is("annual")) && !isMonth(s.at(i+1)):
		if s.at(i+1).start == t.end { // "3D"
			return i, false
		}
		return i + 1, first || !isYear(t) || s.at(i+1).capital
	}
	return i, false
}

// endsCommonWords tells whether the word at i ends a journal's name in lower
// case, see commonWords.
func (s *sentence) endsCommonWords(i int) bool {
	for at := i - 1; at >= 0 && s.at(at).kind == word; at-- {
		if s.at(at).capital {
			return s.at(at).in(venueHeads) && s.at(at+1).is("of") && s.commonWords(at+2) == i
		}
	}
	return false
}

// opensPhrase tells whether the capitalised word at i can begin a name.
func (s *sentence) opensPhrase(i int) bool {
	t := s.at(i)
	return !t.in(functionWords) || t.is("the")
}

func isApostropheToken(t *token) bool {
	r, _ := utf8.DecodeRuneInString(t.text)
	return t.kind == mark && isApostrophe(r)
}

// abbreviated tells whether the full stop behind word i belongs to the word: a
// short word, and the sentence goes on without an opener.
func (s *sentence) abbreviated(i int) bool {
	after := s.at(i + 2)
	if after.kind == noToken {
		return s.at(i - 1).is(".")
	}
	if after.kind == word && after.start == s.at(i+1).end {
		return true
	}
	if after.text == "A" && s.at(i+3).is(":") { // "J. Phys. A: Math."
		return true
	}
	return utf8.RuneCountInString(s.at(i).text) <= 8 && !after.in(sentenceOpeners) && !s.at(i).in(wholeWords)
}

// phraseJoint skips what joins the words of a name: "of the", a colon before a
// capital, a comma in a list that an "and" closes. It returns i itself if
// the name may go on without.
func (s *sentence) phraseJoint(first, i int) (next int) {
	t := s.at(i)
	switch {
	case t.is(","):
		if s.closesNameList(i + 1) {
			if s.at(i+1).is("and") || s.at(i+1).is("&") {
				return i + 2
			}
			return i + 1
		}
		if s.at(i+1).capital && s.colonBetween(first, i) && s.endsPlainList(i+1) {
			return i + 1
		}
		return len(s.tokens)
	case t.is(":"), t.is("/"), isDash(t):
		if s.at(i+1).capital && !locatorWordCapital(s, i+1) {
			return i + 1
		}
		return len(s.tokens)
	case t.is("on") && s.at(i+1).kind == quoted && s.isMeeting(first, i):
		return i + 1
	case t.is("&") || t.in(phraseLinks) && t.kind == word && !t.capital:
		for next = i; s.at(next).is("&") || s.at(next).in(phraseLinks) && !s.at(next).capital; next++ {
			if next-i > 3 {
				return len(s.tokens)
			}
		}
		after := s.at(next)
		if t.is("of") && s.at(first).in(venueHeads) && after.kind == word && !after.capital && i == first+1 {
			return s.commonWords(next)
		}
		if !after.capital && !after.in(lowerNames) && !(after.kind == number && s.at(next+1).capital) || isMonth(after) {
			return len(s.tokens)
		}
		if t.is("from") || t.is("as") && !after.capital {
			return len(s.tokens)
		}
		if (t.is("in") || t.is("on") || t.is("to") || t.is("through")) && (s.at(i+1).is("the") || isYear(after)) && !s.isMeeting(first, i) {
			return len(s.tokens)
		}
		if t.is("in") && s.isMeeting(first, i) && (isPlace(s, i+1) || s.isPlaceWithCountry(i+1)) {
			return len(s.tokens)
		}
		return next
	}
	return i
}

// colonBetween tells whether a colon stands among tokens from to next: the name
// goes on with a list, as in "Genes: Cells, Tissues".
func (s *sentence) colonBetween(from, next int) bool {
	for ; from < next; from++ {
		if s.at(from).is(":") {
			return true
		}
	}
	return false
}

// endsPlainList tells whether the words at i are the rest of a list, behind which
// the name can be over: "Tissues, Organs in 2014".
func (s *sentence) endsPlainList(i int) bool {
	for s.at(i).capital && s.at(i+1).is(",") && s.at(i+2).capital {
		i += 2
	}
	i++
	t := s.at(i)
	return t.kind == noToken || t.is("in") || t.is("on") || t.is("(") || t.is(",") && isYear(s.at(i+1)) || t.is(".") && s.at(i+1).kind == noToken
}

// commonWords reads the rest of a name such as "Journal of medicine and the
// person" and returns the token of its last word.
func (s *sentence) commonWords(i int) (next int) {
	for next = i; s.at(next+1).kind == word && !s.at(next+1).is("in") && !s.at(next+1).is("on") && !s.at(next+1).in(titleCues); next++ {
	}
	return next
}

func locatorWordCapital(s *sentence, i int) bool { _, _, ok := s.locatorWord(i); return ok }

// closesNameList tells whether the words from i, behind a comma, go on with a
// name such as "Medicine, Health Care and Philosophy": capitalised words, an
// "and", a capitalised word.
func (s *sentence) closesNameList(i int) bool {
	for at := i; at < i+6; at++ {
		t := s.at(at)
		switch {
		case isMonth(t) || t.kind == word && t.in(locatorLabels) && s.isLocatorValue(at+1):
			return false
		case (t.is("and") || t.is("&")) && (at > i || s.at(i-1).is(",")):
			return s.endsNameList(at + 1)
		case t.is(",") && (s.at(at+1).is("and") || s.at(at+1).is("&")):
			return s.endsNameList(at + 2)
		case t.is(",") && at > i:
			continue
		case t.kind != word || !t.capital && !t.in(phraseLinks):
			return false
		}
	}
	return false
}

// endsNameList tells whether the capitalised words at i end a name and are not
// people who do something next.
func (s *sentence) endsNameList(i int) bool {
	next := i
	for s.at(next).capital {
		next++
	}
	after := s.at(next)
	return next > i && (after.kind != word || after.in(neutral) || !isVerb(after))
}

// acronymInParens reads "(CIKM 2010)", "(GECCO)", "(SMC)" at i.
func (s *sentence) acronymInParens(i int) (next int, ok bool) {
	if !s.at(i).is("(") || s.at(i+1).kind != word {
		return i, false
	}
	capitals := 0
	for _, r := range s.at(i + 1).text {
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	if capitals < 2 {
		return i, false
	}
	next = i + 2
	if isApostropheToken(s.at(next)) || isDash(s.at(next)) {
		next++
	}
	if s.at(next).kind == number && !s.at(next+1).is("(") {
		next++
	}
	if s.at(next).is(")") {
		return next + 1, true
	}
	return i, false
}

// looksLikeVenue tells whether the name in tokens from to next is that of a
// journal, proceedings or newspaper.
func (s *sentence) looksLikeVenue(from, next int) bool {
	return venueLike(s.slice(s.span(from, next)))
}

func venueLike(name string) bool {
	words, head, common := 0, false, false
	for w := range venueWords(name) {
		words++
		lists := lexicon[w]
		head = head || lists.has(venueHeads)
		common = lists.has(commonNouns)
	}
	if head && !(words == 1 && common) {
		return true
	}
	_, known := LookupVenue(name)
	return known
}

// isMeeting tells whether the tokens from first to i name a conference: then
// "in the" and "on the" go on with it.
func (s *sentence) isMeeting(first, i int) bool {
	for ; first < i; first++ {
		switch s.at(first).lower {
		case "conference", "symposium", "workshop", "meeting", "congress", "proceedings", "forum", "summit", "convention", "seminar", "assembly", "colloquium",
			"colloque", "conférence", "congrès", "kongress", "tagung", "conferencia", "congreso":
			return true
		}
	}
	return false
}

// placeAt reads a place at token i: "Berkeley, CA", "Addis Ababa and Uppsala",
// "Manchester, UK".
func (s *sentence) placeAt(i int) (next int, ok bool) {
	next, ok = s.placeName(i)
	if !ok {
		return i, false
	}
	for {
		at := next
		switch {
		case s.at(at).is(",") && (s.at(at+1).is("and") || s.at(at+1).is("&")):
			at += 2
		case s.at(at).is(",") || s.at(at).is("and") || s.at(at).is("&"):
			at++
		default:
			return next, true
		}
		end, ok := s.placeName(at)
		if !ok || s.at(at).in(venueHeads) {
			return next, true
		}
		next = end
	}
}

func (s *sentence) placeName(i int) (next int, ok bool) {
	next = i
	for n := 0; n < 4; n++ {
		t := s.at(next)
		switch {
		case s.isInitial(next) && s.isInitial(next+2): // U.S., D.C.
			next += 4
		case t.kind == word && t.capital && !isMonth(t) && !t.in(bodyWords):
			next++
		case next > i && (t.is("of") || t.is("upon") || t.is("am") || t.is("the")) && s.at(next+1).capital:
			next++
		case t.is(".") && next > i && s.at(next-1).is("st"):
			next++
		default:
			return next, next > i
		}
	}
	return next, next > i
}

// isPlaceWithCountry tells whether a place stands at i with its country: "Graz,
// Austria".
func (s *sentence) isPlaceWithCountry(i int) bool {
	next, ok := s.placeName(i)
	return ok && s.at(next).is(",") && isPlace(s, next+1)
}

// isPlace tells whether a known city or country stands at token i.
func isPlace(s *sentence, i int) bool {
	t := s.at(i)
	if !t.capital {
		return false
	}
	if places[t.lower] {
		return true
	}
	return s.at(i+1).capital && places[t.lower+" "+s.at(i+1).lower]
}
