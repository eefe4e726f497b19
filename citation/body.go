package citation

import "unicode"

// bodyAt reads the name of a body at token i: capitalised words among which one
// says so ("the Center for Financial Security", "Gemini Team"), or an acronym
// ("the AAP"), perhaps with its acronym after it in parentheses.
func (s *sentence) bodyAt(i int) (n Name, next int, ok bool) {
	if s.at(i).is("the") {
		i++
	}
	next, ok = s.bodyEnd(i)
	if !ok {
		return Name{}, i, false
	}
	return Name{Literal: s.slice(s.span(i, next))}, next, true
}

func (s *sentence) bodyEnd(i int) (next int, ok bool) {
	named, linked := false, false
	next = i
	for at := i; ; {
		t := s.at(at)
		switch {
		case s.isInitial(at) && at == i && s.isInitial(at+2): // "U.S. Office"
			at += 2
			for s.isInitial(at) {
				at += 2
			}
			continue
		case t.kind == word && t.capital && ((!t.in(functionWords) || isBodyAcronym(t)) && (!t.in(notNames) || at > i && s.at(at+1).in(bodyWords) && s.at(at+1).capital) || t.in(bodyWords)):
			named = named || t.in(bodyWords) || at > i && s.at(at-1).in(nationalWords) && s.isRegion(at)
			at++
			next = at
			continue
		case t.is("and") || t.is("&"):
			if named && !linked || s.at(at+1).is("the") || next == i {
				break
			}
			if s.at(at+1).in(firmWords) && s.at(at+1).capital { // "Hobart & Sons"
				named = true
				at++
				next = at + 1
				continue
			}
			if s.at(at+1).capital && !isBodyAcronym(s.at(at+1)) && (linked || !named && next <= i+3 && (s.at(at+2).in(bodyWords) || s.at(at+3).in(bodyWords) && s.at(at+2).capital)) {
				at++
				continue
			}
		case t.kind == number && len(t.text) <= 3 && next == at && s.at(at-1).in(bodyWords) && s.at(at+1).kind == mark: // "Committee 318"
			at++
			next = at
			continue
		case isApostropheToken(t) && s.at(at+1).is("s") && s.at(at+2).capital && s.at(at+1).start == t.end:
			at += 2
			continue
		case next > i && named && t.in(bodyLinks) && !t.capital && s.linksToCapital(at):
			if t.is("in") && named {
				break
			}
			linked = true
			at++
			continue
		}
		break
	}
	if !named && !(next == i+1 && isBodyAcronym(s.at(i)) && !s.at(next).is(",") && !s.isVenueWithYear(i)) {
		return i, false
	}
	if named && next == i+1 && !isBodyAcronym(s.at(i)) {
		return i, false // "Bank", "House": a surname as well
	}
	if s.at(next).is("(") && s.at(next+1).kind == word && s.at(next+1).capital && s.at(next+2).is(")") {
		next += 3
	}
	return next, true
}

// isVenueWithYear reports whether the acronym at i is a conference's: "ICML 2019".
func (s *sentence) isVenueWithYear(i int) bool {
	_, known := findVenue(s.at(i).text)
	return known && isYear(s.at(i+1))
}

// linksToCapital reports whether a capitalised word follows the link words at i.
func (s *sentence) linksToCapital(i int) bool {
	for n := 0; n < 3; n++ {
		i++
		t := s.at(i)
		if t.capital && !isMonth(t) {
			return true
		}
		if !t.in(bodyLinks) {
			return false
		}
	}
	return false
}

// isBodyAcronym reports whether a word is an acronym of three capitals or more.
func isBodyAcronym(t *token) bool {
	if t.kind != word || len(t.text) < 3 {
		return false
	}
	for _, r := range t.text {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// campusEnd is where the campus ends that follows the name of a university in
// tokens from to next, or next: "University of California, Irvine", "Indian
// Institute of Technology, Delhi". A university of a city has none: "University of
// Graz, Austria".
func (s *sentence) campusEnd(from, next int) int {
	campus := next + 1
	if !s.at(next).is(",") && !s.at(next).is("at") || !s.hasCampuses(from, next) || !s.at(campus).capital || isMonth(s.at(campus)) || s.isRegion(campus) {
		return next
	}
	end := campus
	for s.at(end).capital {
		end++
	}
	return end
}

// hasCampuses reports whether tokens from to next name a university of a whole
// country or state.
func (s *sentence) hasCampuses(from, next int) bool {
	switch {
	case s.isRegion(next - 1), next-2 > from && s.isRegion(next-2):
		for i := from; i < next-1; i++ {
			if t := s.at(i); t.is("university") || t.is("universidad") || t.is("universidade") {
				return true
			}
		}
	case s.at(from).is("indian"), s.at(from).is("national"):
		return s.at(from + 1).is("institute")
	}
	return false
}
