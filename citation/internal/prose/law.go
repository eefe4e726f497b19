package prose

import (
	"strings"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// readCases keeps the cases in court that the sentence cites apart from the works: their
// parties wrote nothing. "Roe v. Lind Carts, Inc., 410 F.3d 22 (2d Cir. 2005)".
func (r *reader) readCases() {
	for i := range r.Tokens {
		if c := r.caseAt(i); c != nil {
			r.named = append(r.named, ref.Named{Title: c.Title, Span: c.Spans[string(ref.FieldTitle)], Kind: ref.CourtCase, Work: c})
		}
	}
}

// isCase reports whether the quotation names a case in court.
func (q quotation) isCase() bool {
	return q.caseAt(q.i) != nil
}

// longestParties is how many tokens the names of the parties on one side have.
const longestParties = 12

// caseAt reads the case in court whose "v." is token i, or whose name is, in italics, with
// the reporter in which it is printed after it; nil if there is none.
func (r *reader) caseAt(i int) *ref.Reference {
	from, next, ok := r.partiesAt(i)
	if !ok || !r.At(next).Is(",") {
		return nil
	}
	volume, page, end, ok := r.reporterAt(next + 1)
	if !ok {
		return nil
	}
	w := new(phrase.Work)
	r.State(w, ref.FieldTitle, r.Span(from, next))
	r.State(w, ref.FieldVolume, r.Span(volume, volume+1))
	r.State(w, ref.FieldContainer, r.Span(volume+1, page))
	r.State(w, ref.FieldPages, r.Span(page, page+1))
	r.readCourt(end, w)
	if w.Year == "" {
		return nil
	}
	w.Type, w.Kind = ref.Misc, ref.CourtCase
	return &w.Reference
}

// partiesAt finds the names of the parties around the "v." at token i, or in the quotation
// that is token i.
func (r *reader) partiesAt(i int) (from, next int, ok bool) {
	t := r.At(i)
	if t.Kind == phrase.Quoted {
		return i, i + 1, strings.Contains(t.Text, " v. ") || strings.Contains(t.Text, " v ")
	}
	if !t.Is("v") && !t.Is("vs") || t.Capital || !r.At(i+1).Is(".") || !r.At(i+2).Capital {
		return i, i, false
	}
	for from = i; from > max(0, i-longestParties) && r.isOfParty(from-1); from-- {
	}
	for from < i && (r.At(from).In(lexicon.FunctionWords) || !r.At(from).Capital) {
		from++
	}
	for next = i + 2; next < i+longestParties && r.isOfParty(next); next++ {
	}
	return from, next, from < i
}

// isOfParty reports whether token i can belong to the name of a party.
func (r *reader) isOfParty(i int) bool {
	t := r.At(i)
	switch {
	case t.Kind == phrase.Word:
		return t.Capital || t.In(lexicon.BodyLinks|lexicon.PhraseLinks)
	case t.Is("."):
		return r.Glued(i)
	case t.Is(","):
		return firm.has(r.At(i + 1))
	}
	return t.Is("&") || phrase.IsApostropheToken(t)
}

// firm are what follows a comma in the names of firms.
var firm = words("inc", "ltd", "llc", "co", "corp", "llp", "lp", "plc", "et")

// reporterAt reads a volume, a reporter and a page at token i: "410 U.S. 113", "812 F.3d
// 127, 135"; end is the token after them.
func (r *reader) reporterAt(i int) (volume, page, end int, ok bool) {
	if r.At(i).Kind != phrase.Number {
		return 0, 0, i, false
	}
	for page = i + 1; page < i+longestParties; page++ {
		switch t := r.At(page); {
		case t.Kind == phrase.Number && page > i+1 && text.IsDigits(t.Text):
			end = page + 1
			for r.At(end).Is(",") && r.At(end+1).Kind == phrase.Number {
				end = r.RangeEnd(end + 1)
			}
			return i, page, end, true
		case t.Kind == phrase.Number, t.Kind == phrase.Word && (t.Capital || text.HasDigit(t.Text)), t.Is(".") && r.Glued(page):
		default:
			return 0, 0, i, false
		}
	}
	return 0, 0, i, false
}

// readCourt reads the court and the year in the parentheses at token i.
func (r *reader) readCourt(i int, w *phrase.Work) {
	if !r.At(i).Is("(") {
		return
	}
	end := r.ClosingParen(i)
	if year := end - 1; phrase.IsYear(r.At(year)) {
		r.State(w, ref.FieldYear, r.Span(year, year+1))
		if year > i+1 {
			r.State(w, ref.FieldInstitution, r.Span(i+1, year))
		}
	}
}
