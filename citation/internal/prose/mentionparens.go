package prose

import (
	"strings"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// readParenthetical reads the citations from token first on inside the parentheses
// at i.
func (m *mentionReader) readParenthetical(i, first int) {
	end := m.ClosingParen(i)
	if t := m.At(end); !t.Is(")") && !t.Is("]") && t.Kind != phrase.NoToken {
		return
	}
	for at := first; ; {
		at = m.skipOpeners(at)
		for at = max(m.readCitation(at), at); !m.At(at).Is(";") && !m.citationFollows(at); at++ {
			if t := m.At(at); at >= end || t.Is(")") || t.Is("]") {
				return
			}
		}
		at++
	}
}

// skipOpeners skips what comes before the authors of a citation in parentheses: "for
// details, see".
func (m *mentionReader) skipOpeners(i int) (next int) {
	for m.At(i).In(lexicon.CitationOpeners) || m.At(i).Is(".") || m.At(i).Is(",") || m.At(i).Is(":") && m.At(i-1).In(lexicon.CitationOpeners) {
		i++
	}
	for at := i; at < i+6 && m.At(at).Kind == phrase.Word && !m.At(at).Capital || m.At(at).Is(","); at++ {
		if m.At(at).Is("see") || m.At(at).Is("cf") || m.At(at).Is("following") {
			return m.skipOpeners(at + 1)
		}
	}
	return i
}

// PointsToCitation reports whether all words of a text come before citations in
// parentheses: "see also", "vgl.".
func PointsToCitation(words string) bool {
	for word := range strings.FieldsFuncSeq(words, func(r rune) bool { return r == ' ' || r == '.' || r == ',' }) {
		if !lexicon.ListsOf(strings.ToLower(word)).Has(lexicon.CitationOpeners) {
			return false
		}
	}
	return true
}

// citationFollows reports whether what is at i comes between two citations: "Lee, 1992, Park
// et al., 1996", "Lee, 1992, and Park, 1996", "Lee, 1992, as cited in Park, 1996".
func (m *mentionReader) citationFollows(i int) bool {
	if t := m.At(i); m.At(i-1).Kind != phrase.Number || !t.Is(",") && !isAnd(t) && !t.Is("/") && !t.Is("or") {
		return false
	}
	names := m.skipOpeners(i + 1)
	if t := m.At(names); !t.Capital && !t.In(lexicon.Particles) {
		return false
	}
	_, next, ok := m.namesAt(names)
	return ok && phrase.IsYearOfMention(m.At(m.SkipComma(next)))
}

// readCitation reads the authors at token i with their years.
func (m *mentionReader) readCitation(i int) (next int) {
	list, next, ok := m.namesAt(i)
	if c, cited := venueAfter(m.Text, list, i, next); cited {
		m.add(list, []ref.Span{m.Span(c.year, c.year+1)}, ref.Span{m.At(i).Start, m.At(c.year).End})
		return c.year + 1
	}
	if !ok || m.areUncited(list, i, next) || m.areNoAuthors(list, i, next) {
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
	one := len(list.Names) == 1 && !list.EtAl
	switch {
	case one && next > from+1 && !strings.Contains(list.Names[0].Given, ".") && phrase.IsPress(m.Slice(m.Span(from, next))), one && next > from+1 && offices.has(m.At(next-1)):
		return true
	case one && list.IsBare() && m.At(from-1).Is("(") && m.At(from-2).Capital && phrase.IsPress(list.Names[0].Family): // "The Quiet Cart (Wiley, 2012)"
		return true
	case one && list.IsPersonal() && list.IsBare() && phrase.IsPlace(m.Text, from) && m.At(from-1).Is("(") && !m.isLocated(m.SkipComma(next)): // "the flora (Graz, 1909)"
		return true
	case m.endsGroup(from, next), one && next == from+1 && m.isCitedAcronym(from):
		return false
	}
	return !list.IsPersonal() && !m.At(next).Is(",") && !(phrase.IsBodyAcronym(m.At(next-1)) && hasLetterYear(m.At(next).Text)) || one && m.LooksLikeVenue(from, next)
}

// offices are what people hold, and no names: "(Area Director, 2020)".
var offices = words("director", "manager", "chair", "chairman", "editor", "president", "minister", "secretary", "officer", "chief", "coordinator", "lead", "ambassador", "mayor", "governor", "dean")

// isCitedAcronym reports whether the acronym at i, with a year after it, names a body that is
// cited, and no event: it is one that publishes, pages follow, or other citations are beside it.
func (m *mentionReader) isCitedAcronym(i int) bool {
	t, year := m.At(i), m.SkipComma(i+1)
	return phrase.IsBodyAcronym(t) && (agencies.has(t) || m.isLocated(year) || m.isAmongCitations(i+1) || m.At(i-1).Is(";") && len(m.found) > 0)
}

// agencies are acronyms of bodies that publish.
var agencies = words("who", "oecd", "ipcc", "unicef", "unesco", "fao", "imf", "ilo", "undp", "unep", "unfpa", "unhcr", "wmo", "wto", "itu", "iea", "iaea", "iucn", "cdc", "fda", "epa", "nih", "noaa", "usgs", "usda", "usaid", "gao", "cbo", "bls",
	"eea", "efsa", "ema", "ecdc", "ecb", "eurostat", "ons", "nice", "defra", "dfid", "insee", "destatis", "ibge", "inegi", "istat", "abs", "csiro", "afdb", "adb")

// isLocated reports whether pages or a part follow the year at i: "2021, table 3".
func (m *mentionReader) isLocated(i int) bool {
	if !phrase.IsYearOfMention(m.At(i)) {
		return false
	}
	return m.skipLocators(i+1) > i+1 || m.At(i+1).Is(",") && partsOfWorks.has(m.At(i+2))
}

// partsOfWorks are what citations point to in a work, besides pages.
var partsOfWorks = words("table", "tables", "figure", "fig", "figs", "section", "sec", "chapter", "chap", "annex", "appendix", "box", "part", "para", "paragraph", "eq", "equation", "note", "footnote")

// isAmongCitations reports whether the year at i is followed by another citation in the
// parentheses, so that what is before it is no event: "(WHO 2011; Lee, 2013)".
func (m *mentionReader) isAmongCitations(i int) bool {
	years, next := m.mentionYears(i)
	if len(years) == 0 || !m.At(next).Is(";") {
		return false
	}
	_, names, ok := m.NamesAt(next + 1)
	return ok && phrase.IsYearOfMention(m.At(m.SkipComma(names)))
}

// endsGroup reports whether tokens from to next name people who work together, after
// whom a year may follow without a comma: "(Planck Collaboration 2020)".
func (m *mentionReader) endsGroup(from, next int) bool {
	return next > from+1 && m.At(next-1).In(lexicon.BodyWords) && !m.At(next-1).In(lexicon.EventWords)
}
