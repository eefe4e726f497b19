package citation

import (
	"strings"
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
	if isYear(s.at(next)) && s.at(next-2).is(":") && s.isKnown(next-1, next) { // "Findings: EMNLP 2023"
		next++
	}
	if s.isShortYear(next) && s.isKnown(i, next) {
		next += 2
	}
	return next, true
}

// isShortYear reports whether the last two digits of a year are at i after an
// apostrophe: "CHI '19".
func (s *sentence) isShortYear(i int) bool {
	digits := s.at(i + 1)
	return isApostropheToken(s.at(i)) && digits.kind == number && len(digits.text) == 2 && digits.start == s.at(i).end
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
// is named beside: "Wave Group at the Harbour Institute, Cork University", "A and
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
		if end := s.campusEnd(i, next); end > next {
			return end, true
		}
		end, more := s.publisherAt(at)
		if !more || !s.at(next).is("and") && !isBody(s.slice(s.span(at, end))) {
			return next, true
		}
		next = end
	}
	return i, false
}

// dotted reports whether there is a full stop among tokens from to next.
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
	case t.kind == word && (t.capital || t.in(lowerNames) || s.endsCommonWords(i) || !first && s.isForeignWord(i)):
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

// endsCommonWords reports whether the word at i ends a journal's name in lower
// case, see commonWords.
func (s *sentence) endsCommonWords(i int) bool {
	for at := i - 1; at >= 0 && s.at(at).kind == word; at-- {
		if s.at(at).capital {
			return s.at(at).in(venueHeads) && s.at(at+1).is("of") && s.commonWords(at+2) == i
		}
	}
	return false
}

// isForeignWord reports whether the word in lower case at i belongs to a name in
// another language: an adjective before its noun, as in "Wiener klinische
// Wochenschrift", or a word after the head that opened the name, as in "Revue
// internationale de droit comparé".
func (s *sentence) isForeignWord(i int) bool {
	t := s.at(i)
	if s.at(i+1).capital && isGermanAdjective(t.lower) {
		return true
	}
	if t.kind != word || t.in(neutral|functionWords|afterTitle|authoringVerbs|plainVerbs) {
		return false
	}
	head := i - 1
	for head > i-longestForeign && s.at(head).kind == word && !s.at(head).capital && !s.at(head).is("in") {
		head--
	}
	return s.at(head).capital && s.at(head).in(foreignHeads)
}

// longestForeign is how many words in lower case are looked back over for the
// head of a name in another language.
const longestForeign = 8

// isGermanAdjective tells, by its ending, whether a word is an adjective.
func isGermanAdjective(word string) bool {
	for _, ending := range []string{"ische", "ischen", "ischer", "liche", "lichen", "licher", "sche"} {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

// opensPhrase reports whether the capitalised word at i can begin a name.
func (s *sentence) opensPhrase(i int) bool {
	t := s.at(i)
	return !t.in(functionWords) || t.is("the")
}

func isApostropheToken(t *token) bool {
	r, _ := utf8.DecodeRuneInString(t.text)
	return t.kind == mark && isApostrophe(r)
}

// abbreviated reports whether the full stop after word i belongs to the word: a
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

// looksLikeVenue reports whether the name in tokens from to next is that of a
// journal, proceedings or newspaper.
func (s *sentence) looksLikeVenue(from, next int) bool {
	return venueLike(lowerASCII(s.slice(s.span(from, next))))
}

func venueLike(name string) bool {
	words, head, common := 0, false, false
	for w := range venueWords(name) {
		words++
		lists := listsOf(w)
		head = head || lists.has(venueHeads)
		common = lists.has(commonNouns)
	}
	if head && !(words == 1 && common) {
		return true
	}
	_, known := findVenue(name)
	return known
}

// isMeeting reports whether the tokens from first to i name a conference: then
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
