package formatted

import (
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// mostOfJournal is how many tokens the name of a journal may have by which a title or
// a list of names is known to end.
const mostOfJournal = 24

// isJournalAt reports whether a journal is at token i with its volume, its page and
// its year, in any of the orders of lists:
//
//	J. Carts 3, 11 (2019)    J. Carts 3(2), 1–9 (2019)    J. Carts 3 (2019), 1–9
//	J. Carts 2019, 3, 1–9    J. Carts 2019, 3:1–9
//
// Nothing but a reference is written so: no other mark is needed.
func (f *formatted) isJournalAt(i int) bool {
	if !f.At(i).Capital {
		return false
	}
	next := f.wordsEnd(i)
	return i < next && next <= i+mostOfJournal && f.isLocated(next)
}

// isLocated reports whether a volume, a page and a year are at token i.
func (f *formatted) isLocated(i int) bool {
	if i = f.SkipComma(i); f.At(i).Is(".") {
		i++
	}
	if phrase.IsYear(f.At(i)) {
		return f.isVolumeAfterYear(i + 1)
	}
	if t := f.At(i); t.Kind != phrase.Number || f.IsEditionAt(i) {
		return false
	}
	i = f.NumberInParens(i+1, nil)
	if f.YearInParens(i) != (ref.Span{}) {
		return f.IsLocatorValue(f.SkipComma(i + 3))
	}
	if !f.At(i).Is(",") && !f.At(i).Is(":") || !f.IsLocatorValue(i+1) {
		return false
	}
	return f.YearInParens(f.RangeEnd(i+1)) != (ref.Span{})
}

// isVolumeAfterYear reports whether a volume and a page are at token i, after the
// year: ", 3, 1–9", ", 3(2):1–9".
func (f *formatted) isVolumeAfterYear(i int) bool {
	if !f.At(i).Is(",") || f.At(i+1).Kind != phrase.Number || phrase.IsYear(f.At(i+1)) {
		return false
	}
	i = f.NumberInParens(i+2, nil)
	return (f.At(i).Is(",") || f.At(i).Is(":")) && f.IsLocatorValue(i+1)
}
