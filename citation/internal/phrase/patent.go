package phrase

import (
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// patentOffices are the codes of the offices that grant patents (WIPO standard ST.3).
var patentOffices = text.WordSet("US", "EP", "WO", "DE", "GB", "FR", "JP", "CN", "KR", "CA", "AU", "CH", "AT", "NL", "SE")

// fewestPatentDigits is how many digits the number of a patent has, and fewestCodedDigits how
// many it has where the code of an office alone says that it is one.
const (
	fewestPatentDigits = 6
	fewestCodedDigits  = 7
)

// PatentAt reads the number of a patent at token i: "US 9,876,543 B2", "EP1234567A1",
// "U.S. Patent No. 5,123,456", "Patent EP 1 234 567", "DE 10 2004 012 345 A1".
func (s *Text) PatentAt(i int) (number ref.Span, next int, ok bool) {
	from, called := s.patentWordsEnd(i)
	first, coded := s.officeEnd(from)
	fewest := fewestCodedDigits
	if called {
		fewest = fewestPatentDigits
	}
	if !called && !coded || first > from && s.At(first).Kind != Number || !coded && s.At(from).Kind != Number {
		return ref.Span{}, i, false
	}
	next = s.patentDigitsEnd(first, called)
	if countDigits(s.Slice(s.Span(from, next))) < fewest {
		return ref.Span{}, i, false
	}
	if code := s.At(next); code.Kind == Word && len(code.Text) == 2 && code.Capital && text.IsDigit(code.Text[1]) { // B2
		next++
	}
	return s.Span(from, next), next, true
}

// patentWordsEnd is the token after the words at i that come before the number of a patent, if
// there are any; called reports whether they call it one.
func (s *Text) patentWordsEnd(i int) (next int, called bool) {
	for next = i; ; next++ {
		switch s.At(next).Lower {
		case "patent", "pat", "patentschrift", "offenlegungsschrift":
			called = true
		case "patents", "application", "appl":
		case ".", "no", "nos", "number":
			if next == i {
				return next, called
			}
		default:
			return next, called
		}
	}
}

// officeEnd is where the digits begin of a number at token i that has the code of an office
// before them: at that token if they are glued, "EP1234567", or else at the next one.
func (s *Text) officeEnd(i int) (first int, ok bool) {
	t := s.At(i)
	switch {
	case t.Kind != Word || !t.Capital || len(t.Text) < 2 || !patentOffices[t.Text[:2]]:
		return i, false
	case len(t.Text) == 2:
		return i + 1, s.At(i+1).Kind == Number
	}
	return i, onlyCodes(t.Text[2:])
}

// patentDigitsEnd is the token after the digits that begin with token i, in groups: "9,876,543",
// "2012/123456", "10 2004 012 345".
func (s *Text) patentDigitsEnd(i int, called bool) (next int) {
	for next = i + 1; ; next++ {
		switch t := s.At(next); {
		case (t.Is(",") || t.Is("/") || called && IsDash(t)) && s.Glued(next) && s.At(next+1).Kind == Number && s.Glued(next+1):
			next++
		case t.Kind != Number, len(t.Text) != 3 && (len(t.Text) != 4 || len(s.At(next-1).Text) != 2):
			return next
		}
	}
}

func countDigits(s string) (n int) {
	for i := range len(s) {
		if text.IsDigit(s[i]) {
			n++
		}
	}
	return n
}

// onlyCodes reports whether a text is digits, perhaps with a letter and a digit at its end.
func onlyCodes(s string) bool {
	for i := range len(s) {
		if !text.IsDigit(s[i]) && !('A' <= s[i] && s[i] <= 'Z' && i >= len(s)-2) {
			return false
		}
	}
	return true
}

// StatePatent gives a work the number of a patent.
func (s *Text) StatePatent(w *Work, number ref.Span) {
	s.State(w, ref.FieldNumber, number)
	w.Reference.Kind, w.Patent = ref.Patent, true
}
