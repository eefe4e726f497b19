package citation

import "slices"

// mentions finds the in-text citations of a sentence: "A and B (2019)",
// "(A et al., 2019a, b; C, 2020)", "A (2008, 2013)". A year behind the container
// of a work is the work's.
func (s *sentence) mentions(works []Reference) []Mention {
	found := []Mention{}
	if !s.dated {
		return found
	}
	for i := range s.tokens {
		if t := s.at(i); !t.is("(") && !t.is("[") {
			continue
		}
		if isYearOfMention(s.at(i + 1)) {
			found = s.narrative(found, i)
			if next := s.behindYears(i + 1); s.at(next).is(";") {
				found = s.parenthetical(found, i, next+1)
			}
		} else {
			found = s.parenthetical(found, i, i+1)
		}
	}
	if len(found) == 0 {
		return found
	}
	for _, f := range []field{fieldTitle, fieldContainer, fieldPublisher, fieldInstitution, fieldAddress} {
		for i := range works {
			sp, ok := works[i].Spans[string(f)]
			found = slices.DeleteFunc(found, func(m Mention) bool { return ok && sp[0] <= m.Span[0] && m.Span[0] < sp[1] })
		}
	}
	return found
}

// narrative reads a citation whose years stand in the parentheses at i and whose
// authors stand before them.
func (s *sentence) narrative(found []Mention, i int) []Mention {
	years, next := s.mentionYears(i + 1)
	if len(years) == 0 || !s.at(next).is(")") && !s.at(next).is("]") && !s.at(next).is(",") && !s.at(next).is(":") && !s.at(next).is(";") {
		return found
	}
	list, from, ok := s.namesBefore(s.skipPossessive(i))
	if !ok || s.namesVenue(list, from, i) {
		return found
	}
	return s.addMentions(found, list, years, Span{s.at(from).start, s.at(next).end})
}

// skipPossessive is the token that ends the names before i: "Miller's (1957)".
func (s *sentence) skipPossessive(i int) int {
	switch {
	case s.at(i-1).is("s") && isApostropheToken(s.at(i-2)):
		return i - 2
	case isApostropheToken(s.at(i - 1)):
		return i - 1
	}
	return i
}

// namesVenue tells whether what stands before a year in parentheses, in tokens
// from to next, is where something was published and not who wrote it.
func (s *sentence) namesVenue(list nameList, from, next int) bool {
	if s.at(from-1).is(".") && (s.at(from-2).is("v") || s.at(from-2).is("vs")) { // a case in court
		return true
	}
	if list.etAl || len(list.names) > 1 || !s.at(from-1).is("in") && !s.at(from-1).is("journal") {
		return false
	}
	return next > from+1 || s.at(from-2).is("published") || s.looksLikeVenue(from, next)
}

// behindYears is the token behind the years at i.
func (s *sentence) behindYears(i int) (next int) {
	_, next = s.mentionYears(i)
	return next
}

// parenthetical reads the citations from token first on inside the parentheses
// at i.
func (s *sentence) parenthetical(found []Mention, i, first int) []Mention {
	end := s.closingParen(i)
	if t := s.at(end); !t.is(")") && !t.is("]") {
		return found
	}
	for at := first; ; {
		for s.at(at).in(citationOpeners) || s.at(at).is(".") || s.at(at).is(",") {
			at++
		}
		from := at
		list, next, ok := s.namesAt(at)
		if ok && (len(list.names) == 1 && !s.isPersonal(list) && isPress(s.slice(s.span(from, next))) || !s.endsGroup(from, next) && (!s.isPersonal(list) && !s.at(next).is(",") || len(list.names) == 1 && !list.etAl && s.looksLikeVenue(from, next))) {
			ok = false
		}
		if c, cited := s.venueBehind(list, from, next); cited {
			found = s.addMentions(found, list, []Span{s.span(c.year, c.year+1)}, Span{s.at(from).start, s.at(c.year).end})
			next = c.year + 1
		} else if ok {
			if s.at(next).is(",") {
				next++
			}
			var years []Span
			if years, next = s.mentionYears(next); len(years) > 0 {
				found = s.addMentions(found, list, years, Span{s.at(from).start, s.at(next - 1).end})
			}
		}
		for at = max(next, at); !s.at(at).is(";"); at++ {
			if t := s.at(at); at >= end || t.is(")") || t.is("]") {
				return found
			}
		}
		at++
	}
}

// endsGroup tells whether tokens from to next name people who work together, after
// whom a year may stand without a comma: "(Planck Collaboration 2020)".
func (s *sentence) endsGroup(from, next int) bool {
	return next > from+1 && s.at(next-1).in(bodyWords) && !s.at(next-1).in(eventWords)
}

func (s *sentence) isPersonal(list nameList) bool {
	for _, n := range list.names {
		if n.Literal != "" {
			return false
		}
	}
	return true
}

// mentionYears reads years at i: "2019", "2008, 2013", "2019a, b", "1978; 1979".
func (s *sentence) mentionYears(i int) (years []Span, next int) {
	next = i
	for {
		t := s.at(next)
		if !isYearOfMention(t) || isDash(s.at(next+1)) && s.at(next+2).kind == number {
			return years, max(next, i)
		}
		years = append(years, s.span(next, next+1))
		next++
		for s.isFurtherLetter(next) {
			years = append(years, s.span(next+1, next+2))
			next += 2
		}
		if !s.at(next).is(",") && !s.at(next).is("and") && !s.at(next).is("&") || !isYearOfMention(s.at(next+1)) {
			return years, next
		}
		next++
	}
}

// isFurtherLetter tells whether tokens i and i+1 name another work of the same
// year: the b of "2019a, b".
func (s *sentence) isFurtherLetter(i int) bool {
	t := s.at(i + 1)
	return (s.at(i).is(",") || s.at(i).is(";") || s.at(i).is("and")) && t.kind == word && len(t.text) == 1 && !t.capital &&
		hasLetterYear(s.at(i-1).text) && (s.at(i+2).kind == mark || s.at(i+2).is("and"))
}

func hasLetterYear(text string) bool { return len(text) == 5 || len(text) == 1 }

func (s *sentence) addMentions(found []Mention, list nameList, years []Span, span Span) []Mention {
	authors := make([]string, len(list.names))
	for i, n := range list.names {
		authors[i] = n.String()
	}
	digits := ""
	for _, y := range years {
		year := s.slice(y)
		if len(year) == 1 {
			year = digits + year
		} else {
			digits = year[:4]
		}
		found = append(found, Mention{Authors: authors, EtAl: list.etAl, Year: year, Span: span})
	}
	return found
}

// longestNames is how many tokens a list of names before a year may have: what
// could be one and is none is read from each of its tokens.
const longestNames = 200

// namesBefore reads the names that end right before token i.
func (s *sentence) namesBefore(i int) (list nameList, from int, ok bool) {
	for from = i; from > max(0, i-longestNames) && s.canStandInNames(from-1); from-- {
	}
	for ; from < i; from++ {
		if list, next, ok := s.namesAt(from); ok && next == i {
			return list, s.skipHonours(from), true
		}
	}
	return nameList{}, i, false
}

// canStandInNames tells whether token i can belong to a list of names.
func (s *sentence) canStandInNames(i int) bool {
	t := s.at(i)
	switch {
	case t.kind == word:
		return t.capital || t.in(particles|nameGlue)
	case t.kind == mark:
		return t.is(",") || t.is(".") || t.is("&") || isHyphen1(t)
	}
	return false
}
