package citation

import "strings"

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
		if !after.capital && !after.in(lowerNames) && !(after.kind == number && s.at(next+1).capital) && !s.isForeignWord(next) || isMonth(after) {
			return len(s.tokens)
		}
		if t.is("from") || t.is("as") && !after.capital {
			return len(s.tokens)
		}
		if (t.is("in") || t.is("on") || t.is("to") || t.is("through")) && !s.isMeeting(first, i) && !s.opensTopic(first, i) {
			if (s.at(i+1).is("the") || isYear(after)) && !s.isKnownWith(first, next) || t.is("on") && s.isKnown(first, i) && !s.isKnownWith(first, next) {
				return len(s.tokens)
			}
		}
		if t.is("in") && (s.isMeeting(first, i) || s.isKnown(first, i) && !s.isKnownWith(first, next)) && (isPlace(s, i+1) || s.isPlaceWithCountry(i+1) || s.isTownWithYear(i+1)) {
			return len(s.tokens)
		}
		return next
	}
	return i
}

// opensTopic reports whether the link at i introduces the topic of the noun before it,
// which opens the name or what it is for: "Advances in the", "Centre for Research
// on the".
func (s *sentence) opensTopic(first, i int) bool {
	return s.at(i-1).in(topicNouns) && (i-1 == first || !s.at(i-2).capital)
}

// isKnown reports whether tokens from first to next are the name of a venue of the
// table.
func (s *sentence) isKnown(first, next int) bool {
	_, known := findVenue(s.slice(s.span(first, next)))
	return known
}

// isKnownWith reports whether the name that begins at first is that of a venue of
// the table together with the capitalised words at i: "Science in the Public
// Interest".
func (s *sentence) isKnownWith(first, i int) bool {
	for s.at(i).capital {
		i++
	}
	return s.isKnown(first, i)
}

// colonBetween reports whether there is a colon among tokens from to next: the name
// goes on with a list, as in "Genes: Cells, Tissues".
func (s *sentence) colonBetween(from, next int) bool {
	for ; from < next; from++ {
		if s.at(from).is(":") {
			return true
		}
	}
	return false
}

// endsPlainList reports whether the words at i are the rest of a list, after which
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

// closesNameList reports whether the words from i, after a comma, go on with a
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

// endsNameList reports whether the capitalised words at i end a name and are not
// people who do something next: a verb in the singular is not theirs.
func (s *sentence) endsNameList(i int) bool {
	next := i
	for s.at(next).capital {
		next++
	}
	after := s.at(next)
	return next > i && (after.kind != word || after.in(neutral) || !isVerb(after) || strings.HasSuffix(after.lower, "s"))
}
