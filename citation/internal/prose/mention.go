package prose

import (
	"slices"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// mentionReader reads the in-text citations of a sentence, those whose authors are
// part of it, "A and B (2019)", "A (2008, 2013)", and those that are not, "(A et al.,
// 2019a, b; C, 2020)".
type mentionReader struct {
	*phrase.Text
	found []ref.Mention
}

// FindMentions finds the in-text citations of a sentence whose works are known.
func FindMentions(s *phrase.Text, works []ref.Reference) []ref.Mention {
	if !s.Dated {
		return []ref.Mention{}
	}
	m := &mentionReader{Text: s, found: []ref.Mention{}}
	for i := range s.Tokens {
		m.readBrackets(i)
	}
	return overlapsNone(works, m.found)
}

// overlapsNone returns the mentions that are no part of a value of the works: the year
// after the container of a work is the work's.
func overlapsNone(works []ref.Reference, found []ref.Mention) []ref.Mention {
	if len(found) == 0 {
		return found
	}
	for _, f := range []ref.Field{ref.FieldTitle, ref.FieldContainer, ref.FieldPublisher, ref.FieldInstitution, ref.FieldAddress} {
		for i := range works {
			sp, ok := works[i].Spans[string(f)]
			found = slices.DeleteFunc(found, func(m ref.Mention) bool { return ok && sp[0] <= m.Span[0] && m.Span[0] < sp[1] })
		}
	}
	return found
}

// readBrackets reads the citations in the parentheses or brackets at token i.
func (m *mentionReader) readBrackets(i int) {
	if t := m.At(i); !t.Is("(") && !t.Is("[") {
		return
	}
	if !phrase.IsYearOfMention(m.At(i + 1)) {
		m.readParenthetical(i, i+1)
		return
	}
	m.readNarrative(i)
	if _, next := m.mentionYears(i + 1); m.At(next).Is(";") {
		m.readParenthetical(i, next+1)
	}
}

// readNarrative reads a citation whose years are in the parentheses at i and whose
// authors are before them.
func (m *mentionReader) readNarrative(i int) {
	years, next := m.mentionYears(i + 1)
	if len(years) == 0 || !m.At(next).Is(")") && !m.At(next).Is("]") && !m.At(next).Is(",") && !m.At(next).Is(":") && !m.At(next).Is(";") {
		return
	}
	list, from, ok := m.NamesBefore(m.skipPossessive(i))
	if !ok || m.namesVenue(list, from, i) {
		return
	}
	m.add(list, years, ref.Span{m.At(from).Start, m.At(next).End})
}

// skipPossessive is the token that ends the names before i: "Miller's (1957)".
func (m *mentionReader) skipPossessive(i int) int {
	switch {
	case m.At(i-1).Is("s") && phrase.IsApostropheToken(m.At(i-2)):
		return i - 2
	case phrase.IsApostropheToken(m.At(i - 1)):
		return i - 1
	}
	return i
}

// namesVenue reports whether what comes before a year in parentheses, in tokens
// from to next, is where something was published and not who wrote it.
func (m *mentionReader) namesVenue(list phrase.NameList, from, next int) bool {
	if m.At(from-1).Is(".") && (m.At(from-2).Is("v") || m.At(from-2).Is("vs")) { // a case in court
		return true
	}
	if list.EtAl || len(list.Names) > 1 || !m.At(from-1).Is("in") && !m.At(from-1).Is("journal") {
		return false
	}
	return next > from+1 || m.At(from-2).Is("published") || m.LooksLikeVenue(from, next)
}

// readParenthetical reads the citations from token first on inside the parentheses
// at i.
func (m *mentionReader) readParenthetical(i, first int) {
	end := m.ClosingParen(i)
	if t := m.At(end); !t.Is(")") && !t.Is("]") {
		return
	}
	for at := first; ; {
		for m.At(at).In(lexicon.CitationOpeners) || m.At(at).Is(".") || m.At(at).Is(",") {
			at++
		}
		for at = max(m.readCitation(at), at); !m.At(at).Is(";"); at++ {
			if t := m.At(at); at >= end || t.Is(")") || t.Is("]") {
				return
			}
		}
		at++
	}
}

// readCitation reads the authors at token i with their years.
func (m *mentionReader) readCitation(i int) (next int) {
	list, next, ok := m.NamesAt(i)
	if c, cited := venueAfter(m.Text, list, i, next); cited {
		m.add(list, []ref.Span{m.Span(c.year, c.year+1)}, ref.Span{m.At(i).Start, m.At(c.year).End})
		return c.year + 1
	}
	if !ok || m.areNoAuthors(list, i, next) {
		return next
	}
	if m.At(next).Is(",") {
		next++
	}
	years, next := m.mentionYears(next)
	if len(years) > 0 {
		m.add(list, years, ref.Span{m.At(i).Start, m.At(next - 1).End})
	}
	return next
}

// areNoAuthors reports whether the names in tokens from to next are those of a
// publishing house, a venue, or a body without the comma before its year.
func (m *mentionReader) areNoAuthors(list phrase.NameList, from, next int) bool {
	one := len(list.Names) == 1
	switch {
	case one && !list.IsPersonal() && phrase.IsPress(m.Slice(m.Span(from, next))):
		return true
	case m.endsGroup(from, next):
		return false
	}
	return !list.IsPersonal() && !m.At(next).Is(",") || one && !list.EtAl && m.LooksLikeVenue(from, next)
}

// endsGroup reports whether tokens from to next name people who work together, after
// whom a year may follow without a comma: "(Planck Collaboration 2020)".
func (m *mentionReader) endsGroup(from, next int) bool {
	return next > from+1 && m.At(next-1).In(lexicon.BodyWords) && !m.At(next-1).In(lexicon.EventWords)
}

// mentionYears reads years at i: "2019", "2008, 2013", "2019a, b", "1978; 1979".
func (m *mentionReader) mentionYears(i int) (years []ref.Span, next int) {
	next = i
	for {
		t := m.At(next)
		if !phrase.IsYearOfMention(t) || phrase.IsDash(m.At(next+1)) && m.At(next+2).Kind == phrase.Number {
			return years, max(next, i)
		}
		years = append(years, m.Span(next, next+1))
		next++
		for m.isFurtherLetter(next) {
			years = append(years, m.Span(next+1, next+2))
			next += 2
		}
		if !m.At(next).Is(",") && !m.At(next).Is("and") && !m.At(next).Is("&") || !phrase.IsYearOfMention(m.At(next+1)) {
			return years, next
		}
		next++
	}
}

// isFurtherLetter reports whether tokens i and i+1 name another work of the same
// year: the b of "2019a, b".
func (m *mentionReader) isFurtherLetter(i int) bool {
	t := m.At(i + 1)
	return (m.At(i).Is(",") || m.At(i).Is(";") || m.At(i).Is("and")) && t.Kind == phrase.Word && len(t.Text) == 1 && !t.Capital &&
		hasLetterYear(m.At(i-1).Text) && (m.At(i+2).Kind == phrase.Mark || m.At(i+2).Is("and"))
}

func hasLetterYear(text string) bool { return len(text) == 5 || len(text) == 1 }

func (m *mentionReader) add(list phrase.NameList, years []ref.Span, span ref.Span) {
	authors := make([]string, len(list.Names))
	for i, n := range list.Names {
		authors[i] = n.String()
	}
	digits := ""
	for _, y := range years {
		year := m.Slice(y)
		if len(year) == 1 {
			year = digits + year
		} else {
			digits = year[:4]
		}
		m.found = append(m.found, ref.Mention{Authors: authors, EtAl: list.EtAl, Year: year, Span: span})
	}
}
