package citation

import "slices"

// mentionReader reads the in-text citations of a sentence, those whose authors are
// part of it, "A and B (2019)", "A (2008, 2013)", and those that are not, "(A et al.,
// 2019a, b; C, 2020)".
type mentionReader struct {
	*sentence
	found []Mention
}

// findMentions finds the in-text citations of a sentence whose works are known.
func findMentions(s *sentence, works []Reference) []Mention {
	if !s.dated {
		return []Mention{}
	}
	m := &mentionReader{sentence: s, found: []Mention{}}
	for i := range s.tokens {
		m.readBrackets(i)
	}
	return overlapsNone(works, m.found)
}

// overlapsNone returns the mentions that are no part of a value of the works: the year
// after the container of a work is the work's.
func overlapsNone(works []Reference, found []Mention) []Mention {
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

// readBrackets reads the citations in the parentheses or brackets at token i.
func (m *mentionReader) readBrackets(i int) {
	if t := m.at(i); !t.is("(") && !t.is("[") {
		return
	}
	if !isYearOfMention(m.at(i + 1)) {
		m.readParenthetical(i, i+1)
		return
	}
	m.readNarrative(i)
	if _, next := m.mentionYears(i + 1); m.at(next).is(";") {
		m.readParenthetical(i, next+1)
	}
}

// readNarrative reads a citation whose years are in the parentheses at i and whose
// authors are before them.
func (m *mentionReader) readNarrative(i int) {
	years, next := m.mentionYears(i + 1)
	if len(years) == 0 || !m.at(next).is(")") && !m.at(next).is("]") && !m.at(next).is(",") && !m.at(next).is(":") && !m.at(next).is(";") {
		return
	}
	list, from, ok := m.namesBefore(m.skipPossessive(i))
	if !ok || m.namesVenue(list, from, i) {
		return
	}
	m.add(list, years, Span{m.at(from).start, m.at(next).end})
}

// skipPossessive is the token that ends the names before i: "Miller's (1957)".
func (m *mentionReader) skipPossessive(i int) int {
	switch {
	case m.at(i-1).is("s") && isApostropheToken(m.at(i-2)):
		return i - 2
	case isApostropheToken(m.at(i - 1)):
		return i - 1
	}
	return i
}

// namesVenue reports whether what comes before a year in parentheses, in tokens
// from to next, is where something was published and not who wrote it.
func (m *mentionReader) namesVenue(list nameList, from, next int) bool {
	if m.at(from-1).is(".") && (m.at(from-2).is("v") || m.at(from-2).is("vs")) { // a case in court
		return true
	}
	if list.etAl || len(list.names) > 1 || !m.at(from-1).is("in") && !m.at(from-1).is("journal") {
		return false
	}
	return next > from+1 || m.at(from-2).is("published") || m.looksLikeVenue(from, next)
}

// readParenthetical reads the citations from token first on inside the parentheses
// at i.
func (m *mentionReader) readParenthetical(i, first int) {
	end := m.closingParen(i)
	if t := m.at(end); !t.is(")") && !t.is("]") {
		return
	}
	for at := first; ; {
		for m.at(at).in(citationOpeners) || m.at(at).is(".") || m.at(at).is(",") {
			at++
		}
		for at = max(m.readCitation(at), at); !m.at(at).is(";"); at++ {
			if t := m.at(at); at >= end || t.is(")") || t.is("]") {
				return
			}
		}
		at++
	}
}

// readCitation reads the authors at token i with their years.
func (m *mentionReader) readCitation(i int) (next int) {
	list, next, ok := m.namesAt(i)
	if c, cited := venueAfter(m.sentence, list, i, next); cited {
		m.add(list, []Span{m.span(c.year, c.year+1)}, Span{m.at(i).start, m.at(c.year).end})
		return c.year + 1
	}
	if !ok || m.areNoAuthors(list, i, next) {
		return next
	}
	if m.at(next).is(",") {
		next++
	}
	years, next := m.mentionYears(next)
	if len(years) > 0 {
		m.add(list, years, Span{m.at(i).start, m.at(next - 1).end})
	}
	return next
}

// areNoAuthors reports whether the names in tokens from to next are those of a
// publishing house, a venue, or a body without the comma before its year.
func (m *mentionReader) areNoAuthors(list nameList, from, next int) bool {
	one := len(list.names) == 1
	switch {
	case one && !list.isPersonal() && isPress(m.slice(m.span(from, next))):
		return true
	case m.endsGroup(from, next):
		return false
	}
	return !list.isPersonal() && !m.at(next).is(",") || one && !list.etAl && m.looksLikeVenue(from, next)
}

// endsGroup reports whether tokens from to next name people who work together, after
// whom a year may follow without a comma: "(Planck Collaboration 2020)".
func (m *mentionReader) endsGroup(from, next int) bool {
	return next > from+1 && m.at(next-1).in(bodyWords) && !m.at(next-1).in(eventWords)
}

// mentionYears reads years at i: "2019", "2008, 2013", "2019a, b", "1978; 1979".
func (m *mentionReader) mentionYears(i int) (years []Span, next int) {
	next = i
	for {
		t := m.at(next)
		if !isYearOfMention(t) || isDash(m.at(next+1)) && m.at(next+2).kind == number {
			return years, max(next, i)
		}
		years = append(years, m.span(next, next+1))
		next++
		for m.isFurtherLetter(next) {
			years = append(years, m.span(next+1, next+2))
			next += 2
		}
		if !m.at(next).is(",") && !m.at(next).is("and") && !m.at(next).is("&") || !isYearOfMention(m.at(next+1)) {
			return years, next
		}
		next++
	}
}

// isFurtherLetter reports whether tokens i and i+1 name another work of the same
// year: the b of "2019a, b".
func (m *mentionReader) isFurtherLetter(i int) bool {
	t := m.at(i + 1)
	return (m.at(i).is(",") || m.at(i).is(";") || m.at(i).is("and")) && t.kind == word && len(t.text) == 1 && !t.capital &&
		hasLetterYear(m.at(i-1).text) && (m.at(i+2).kind == mark || m.at(i+2).is("and"))
}

func hasLetterYear(text string) bool { return len(text) == 5 || len(text) == 1 }

func (m *mentionReader) add(list nameList, years []Span, span Span) {
	authors := make([]string, len(list.names))
	for i, n := range list.names {
		authors[i] = n.String()
	}
	digits := ""
	for _, y := range years {
		year := m.slice(y)
		if len(year) == 1 {
			year = digits + year
		} else {
			digits = year[:4]
		}
		m.found = append(m.found, Mention{Authors: authors, EtAl: list.etAl, Year: year, Span: span})
	}
}
