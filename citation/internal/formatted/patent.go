package formatted

import (
	"strings"

	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// fewestOfPatent is how many digits the number of a patent has at least.
const fewestOfPatent = 5

// readPatent reads the number of a patent: "Patent 1,234,567", "Pat. No. EP 1234567".
func (f *formatted) readPatent(i int, w *phrase.Work) (next int, ok bool) {
	if !f.At(i).Is("patent") && !f.At(i).Is("pat") {
		return i, false
	}
	next = i + 1
	for f.At(next).Is(".") || f.At(next).Is("application") || f.At(next).Is("no") || f.At(next).Is("number") || f.isCountry(next) {
		next++
	}
	end := f.GluedEnd(next)
	for f.At(end).Is(",") && f.At(end).Start == f.At(end-1).End && f.At(end+1).Start == f.At(end).End && len(f.At(end+1).Text) == 3 && text.IsDigits(f.At(end+1).Text) {
		end += 2
	}
	number := f.Slice(f.Span(next, end))
	if len(strings.Map(onlyDigit, number)) < fewestOfPatent {
		return i, false
	}
	f.State(w, ref.FieldNumber, f.Span(next, end))
	f.work.Kind = ref.Patent
	return end, true
}

// PatentNumber finds the number of a patent in a text.
func PatentNumber(s *phrase.Text) (number ref.Span, ok bool) {
	f := formatted{Text: s}
	for i := range s.Tokens {
		if _, ok := f.readPatent(i, &f.work); ok {
			return f.work.Spans[string(ref.FieldNumber)], true
		}
	}
	return ref.Span{}, false
}

// isCountry reports whether a token is the code of a country before a number: "EP 1234567".
func (f *formatted) isCountry(i int) bool {
	t := f.At(i)
	return t.Kind == phrase.Word && len(t.Text) == 2 && t.Text == strings.ToUpper(t.Text) && text.HasDigit(f.At(i+1).Text)
}

func onlyDigit(r rune) rune {
	if r < '0' || r > '9' {
		return -1
	}
	return r
}
