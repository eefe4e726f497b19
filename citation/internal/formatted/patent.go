package formatted

import (
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// readPatent reads the number of a patent, with the land before it: "U.S. Patent 1,234,567",
// "EP 1234567 B1".
func (f *formatted) readPatent(i int, w *phrase.Work) (next int, ok bool) {
	number, next, ok := f.PatentAt(i)
	for at := i; !ok && (lands[f.At(at).Lower] || at > i && f.At(at).Is(".")); at++ {
		number, next, ok = f.PatentAt(at + 1)
	}
	if !ok {
		return i, false
	}
	f.State(w, ref.FieldNumber, number)
	f.work.Kind = ref.Patent
	return next, true
}

// lands are the words before "patent" that say where it was granted: "U.S.", "PCT Int.".
var lands = text.WordSet("u", "s", "us", "usa", "united", "states", "u.s", "european", "eur", "german", "deutsches", "french", "british", "uk", "japanese", "jpn", "chinese",
	"korean", "canadian", "swiss", "italian", "russian", "australian", "austrian", "dutch", "swedish", "spanish", "international", "world", "pct", "int")

// PatentNumber finds the number of a patent in a text, and all that is said of it there.
func PatentNumber(s *phrase.Text) (said, number ref.Span, ok bool) {
	f := formatted{Text: s}
	for i := range s.Tokens {
		if s.At(i).Kind != phrase.Word { // with one begins what is said of a patent
			continue
		}
		if next, ok := f.readPatent(i, &f.work); ok {
			return s.Span(i, next), f.work.Spans[string(ref.FieldNumber)], true
		}
	}
	return ref.Span{}, ref.Span{}, false
}
