package prose

import (
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// QuotedFrom is where the quotation at token i is if it is what somebody wrote or said, with
// whom and when in parentheses after it, and no title: "Felt is quiet" (Lee, 1955, p. 3).
// Titles are marked, or written with capitals.
func QuotedFrom(s *phrase.Text, i int) (at ref.Span, ok bool) {
	t := s.At(i)
	if t.Kind != phrase.Quoted || !s.At(i+1).Is("(") || phrase.IsTitleCase(t.Text) {
		return at, false
	}
	at = s.Span(i, i+1)
	if _, linked := s.AddressOf(at); linked || s.IsEmphasised(at) {
		return at, false
	}
	return at, quotesSpeaker(s, i+1) || quotesPage(s, i+1) || isAlone(s, i) && quotesWork(s, i+1)
}

// speakers are who or what is quoted in studies without a name.
var speakers = text.WordSet("participant", "interviewee", "respondent", "informant", "interview", "student", "teacher", "patient", "nurse", "resident")

// quotesSpeaker reports whether the parentheses at token open say which of those asked spoke:
// "(participant, 2021)", "(Interviewee 4, 2018)".
func quotesSpeaker(s *phrase.Text, open int) bool {
	at := open + 2
	if s.At(at).Kind == phrase.Number && !phrase.IsYear(s.At(at)) {
		at++
	}
	return speakers[s.At(open+1).Lower] && (s.At(at).Is(",") || s.At(at).Is(")"))
}

// quotesPage reports whether the parentheses at token open cite a page: "(Lee, 1955, p. 3)",
// "(Lee 1955, 12)".
func quotesPage(s *phrase.Text, open int) bool {
	year, ok := citedYear(s, open)
	if !ok || !s.At(year+1).Is(",") && !s.At(year+1).Is(":") {
		return false
	}
	page := year + 2
	if f, labelled, ok := s.LocatorWord(page); ok && f == ref.FieldPages {
		page = labelled
	}
	return s.At(page).Kind == phrase.Number && s.RangeEnd(page) == s.ClosingParen(open)
}

// quotesWork reports whether the parentheses at token open cite somebody and nothing else:
// "(Lee & Park, 1955)".
func quotesWork(s *phrase.Text, open int) bool {
	year, ok := citedYear(s, open)
	return ok && s.At(year+1).Is(")")
}

// citedYear finds the year after the names that the parentheses at token open cite.
func citedYear(s *phrase.Text, open int) (year int, ok bool) {
	list, next, ok := s.NamesAt(open + 1)
	if !ok || !list.IsPersonal() || phrase.IsPress(s.Slice(s.Span(open+1, next))) {
		return open, false
	}
	year = s.SkipComma(next)
	return year, phrase.IsYearOfMention(s.At(year))
}

// isAlone reports whether the quotation at token i and the parentheses after it are all that
// a sentence has.
func isAlone(s *phrase.Text, i int) bool {
	after := s.At(s.ClosingParen(i+1) + 1)
	return (i == 0 || s.At(i-1).Is(".") || s.At(i-1).Is(":")) && (after.Kind == phrase.NoToken || after.Is("."))
}
