package formatted

import (
	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// readVisitedPage reads a page of nobody, by its title, its address and the day when it was
// looked up, of which all are there: "Felt Rims Online. https://rims.example (accessed 3 May
// 2019)."
func readVisitedPage(s *phrase.Text) (w phrase.Work, ok bool) {
	f := formatted{Text: s}
	first := f.skipLabel()
	end := f.pageTitleEnd(first)
	if end < 0 {
		return phrase.Work{}, false
	}
	f.State(&f.work, ref.FieldTitle, f.Span(first, end))
	f.readRest(end)
	f.settleKind()
	return f.work, f.work.URL != "" && f.work.URLDate != "" && f.unread == 0
}

// pageTitleEnd is where the title at token i ends, which a mark and perhaps a year part from an
// address, or -1.
func (f *formatted) pageTitleEnd(i int) int {
	if !f.At(i).Capital || f.AsksToRead(i) || f.At(i).In(lexicon.FunctionWords) && !f.At(i).Is("the") {
		return -1
	}
	for end := i + 1; end < i+longestPageTitle; end++ {
		switch t := f.At(end); {
		case t.Kind == phrase.NoToken, t.Kind == phrase.Link, t.Kind == phrase.Quoted, t.In(lexicon.NeutralAuxiliaries | lexicon.SayingVerbs | lexicon.AuthoringVerbs):
			return -1
		case t.Is("."), t.Is(","), t.Is(":"), t.Is("("), t.Is("["):
			if f.isBeforeAddress(end) {
				return end
			}
			if !t.Is(":") { // "Lund, A., 2020. Felt rims. [online]"
				return -1
			}
		}
	}
	return -1
}

// longestPageTitle is how many tokens the title of a page has at most.
const longestPageTitle = 14

// isBeforeAddress reports whether nothing but marks, a year and what introduces an address are
// between token i and one.
func (f *formatted) isBeforeAddress(i int) bool {
	for at := i; ; at++ {
		switch t := f.At(at); {
		case t.Kind == phrase.Link:
			return true
		case t.Kind != phrase.Mark && !phrase.IsYear(t) && !beforeAddress[t.Lower]:
			return false
		}
	}
}

// beforeAddress are words before an address.
var beforeAddress = text.WordSet("available", "at", "from", "url", "online")
