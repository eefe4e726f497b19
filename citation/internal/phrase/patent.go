package phrase

import (
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// patentOffices are the codes of the offices that grant patents (WIPO standard ST.3).
var patentOffices = text.WordSet("US", "EP", "WO", "DE", "GB", "FR", "JP", "CN", "KR", "CA", "AU", "CH", "AT", "NL", "SE")

// fewestPatentDigits is how many digits the number of a patent has.
const fewestPatentDigits = 6

// PatentAt reads the number of a patent at token i: "US 9,876,543 B2", "EP1234567A1",
// "U.S. Patent No. 5,123,456", "Patent EP 1 234 567".
func (s *Text) PatentAt(i int) (number ref.Span, next int, ok bool) {
	if office := s.At(i); office.Kind == Word && len(office.Text) > len("US123456") && patentOffices[office.Text[:2]] {
		if countDigits(office.Text) >= fewestPatentDigits && onlyCodes(office.Text[2:]) {
			return s.Span(i, i+1), i + 1, true
		}
	}
	from, called := i, false
	for s.At(from).Is("patent") || s.At(from).Is("patents") || s.At(from).Is("pat") || s.At(from).Is("application") || from > i && (s.At(from).Is(".") || s.At(from).Is("no") || s.At(from).Is("nos") || s.At(from).Is("number")) {
		called = called || s.At(from).Is("patent") || s.At(from).Is("pat")
		from++
	}
	first := from
	if s.At(from+1).Kind == Number && patentOffices[s.At(from).Text] {
		called = true
		first++
	}
	if !called || s.At(first).Kind != Number {
		return ref.Span{}, i, false
	}
	next = first + 1
	for t := s.At(next); (t.Is(",") || t.Is("/")) && s.Glued(next) && s.At(next+1).Kind == Number && s.Glued(next+1) || t.Kind == Number && len(t.Text) == 3; t = s.At(next) {
		if t.Kind != Number {
			next++
		}
		next++
	}
	number = s.Span(from, next)
	if countDigits(s.Slice(number)) < fewestPatentDigits {
		return ref.Span{}, i, false
	}
	if code := s.At(next); code.Kind == Word && len(code.Text) == 2 && code.Capital && text.IsDigit(code.Text[1]) { // B2
		next++
		number = s.Span(from, next)
	}
	return number, next, true
}

func countDigits(s string) (n int) {
	for i := range len(s) {
		if text.IsDigit(s[i]) {
			n++
		}
	}
	return n
}

// onlyCodes reports whether a text is digits with a letter and a digit at its end.
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
