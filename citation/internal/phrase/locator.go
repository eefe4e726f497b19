package phrase

import (
	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// ReadLocator states the volume, number, pages or article number that is at
// token i, and returns the token after it.
//
//	volume 26, issue 1, pages 61–73    vol. 14(7)    19, no. 1    620(7972):172–180
//	17(4): 249–65    48, 109–121       353: i2716    Volume 165, Article 112560
func (s *Text) ReadLocator(i int, w *Work) (next int, ok bool) {
	if s.At(i).Is("issn") {
		return s.RangeEnd(i + 1), true
	}
	if f, at, ok := s.LocatorWord(i); ok {
		return s.Labelled(f, at, w)
	}
	if s.At(i).Kind == Number && w.Container != "" && w.Pages == "" && s.RangeEnd(i) > i+1 && !IsYear(s.At(i)) {
		return s.ReadPages(i, w, false)
	}
	if s.At(i).Kind == Number && w.Container != "" && w.Volume == "" && w.Pages == "" {
		return s.bare(i, w)
	}
	return i, false
}

// LocatorWord reads the word that labels a locator; token at is the value.
func (s *Text) LocatorWord(i int) (f ref.Field, at int, ok bool) {
	if f, at, ok := s.shortLabel(i); ok {
		return f, at, true
	}
	t := s.At(i)
	if !t.In(lexicon.LocatorLabels) || t.Kind != Word {
		return "", i, false
	}
	f = lexicon.LocatorWords[t.Lower]
	at = i + 1
	if f == ref.FieldEID && s.At(i-1).In(lexicon.ReportKinds) { // "Working Paper No. 12"
		f = ref.FieldNumber
		at = s.SkipColon(at)
		return f, at, s.IsLocatorValue(at)
	}
	if f == ref.FieldEID && (s.At(at).Is("number") || s.At(at).Is("no") || s.At(at).Is("id")) {
		at++
	}
	if s.At(at).Is(".") || s.At(at).Is(":") {
		at++
	}
	return f, at, s.IsLocatorValue(at)
}

// shortLabels label a locator before a full stop or a raised o, and are words or
// initials otherwise: Portuguese "v. 3, n. 2", French "t. 3, n° 2", German "Jg. 3, H.
// 2, S. 1", Russian "Т. 3, С. 1".
var shortLabels = map[string]ref.Field{
	"v": ref.FieldVolume, "t": ref.FieldVolume, "bd": ref.FieldVolume, "jg": ref.FieldVolume, "т": ref.FieldVolume,
	"n": ref.FieldNumber, "h": ref.FieldNumber, "nº": ref.FieldNumber, "n.º": ref.FieldNumber, "вып": ref.FieldNumber, "№": ref.FieldNumber,
	"s": ref.FieldPages, "с": ref.FieldPages,
}

// shortLabel reads one of the shortLabels at token i.
func (s *Text) shortLabel(i int) (f ref.Field, at int, ok bool) {
	at = i + 1
	switch s.At(at).Text {
	case ".", "°", "º":
		at++
	default:
		if s.At(i).Text != "№" && s.At(i).Text != "nº" {
			return "", i, false
		}
	}
	if s.At(at).Kind != Number || len(s.At(i).Text) > len("вып") {
		return "", i, false
	}
	f, ok = shortLabels[s.At(i).Lower]
	return f, at, ok
}

// IsLocatorValue reports whether token i can be a volume, a page or the like:
// a number, a word with a digit in it ("e110529"), or a Roman number.
func (s *Text) IsLocatorValue(i int) bool {
	t := s.At(i)
	return t.Kind == Number || t.Kind == Word && (text.HasDigit(t.Text) || text.IsRoman(t.Text))
}

// Labelled reads the value after a label.
func (s *Text) Labelled(f ref.Field, i int, w *Work) (next int, ok bool) {
	if f == ref.FieldPages {
		return s.ReadPages(i, w, true)
	}
	next = s.RangeEnd(i)
	if s.At(next).Is("/") && s.At(next+1).Kind == Number && s.At(next).Start == s.At(i).End {
		next += 2 // 32/2017
	}
	s.State(w, f, s.Span(i, next))
	if f == ref.FieldVolume {
		next = s.NumberInParens(next, w)
		next = s.PagesAfterColon(next, w)
	}
	return next, true
}

// bare reads locators without labels after a journal.
func (s *Text) bare(i int, w *Work) (next int, ok bool) {
	if IsYear(s.At(i)) && !s.At(i+1).Is("(") && !s.At(i+1).Is(":") {
		return i, false
	}
	after := s.NumberInParens(i+1, nil)
	labelled := false
	if s.At(after).Is(",") {
		_, _, labelled = s.LocatorWord(after + 1)
	}
	pages := s.At(after).Is(":") || s.At(after).Is(",")
	if after == i+1 && !labelled && !(pages && s.IsLocatorValue(after+1)) && !s.endsClause(after) {
		return i, false
	}
	s.State(w, ref.FieldVolume, s.Span(i, i+1))
	next = s.NumberAfterVolume(i+1, w)
	return s.PagesAfterColon(next, w), true
}

// NumberAfterVolume reads an issue in parentheses, or one between two commas with
// pages after it: "85, 411, 664–675", "85, 411 (1990), 664–675".
func (s *Text) NumberAfterVolume(i int, w *Work) (next int) {
	if !s.At(i).Is(",") || s.At(i+1).Kind != Number || IsYear(s.At(i+1)) {
		return s.NumberInParens(i, w)
	}
	next = i + 2
	pages := next + 1
	if s.YearInParens(next) != (ref.Span{}) {
		pages = next + 4
	}
	if !s.At(pages-1).Is(",") || s.At(pages).Kind != Number || s.RangeEnd(pages) == pages+1 {
		return i
	}
	s.State(w, ref.FieldNumber, s.Span(i+1, i+2))
	return next
}

func (s *Text) endsClause(i int) bool {
	t := s.At(i)
	return t.Kind == NoToken || t.Kind == Mark || t.Is("in") || t.Is("on")
}

// NumberInParens reads an issue in parentheses, "(7972)", "(C)", "(1-2)".
func (s *Text) NumberInParens(i int, w *Work) (next int) {
	if !s.At(i).Is("(") || !(s.At(i+1).Kind == Number || s.At(i+1).Kind == Word && len(s.At(i+1).Text) <= 4) {
		return i
	}
	next = s.RangeEnd(i + 1)
	if s.At(next).Is("/") && s.At(next+1).Kind == Number {
		next += 2
	}
	if !s.At(next).Is(")") || IsYear(s.At(i+1)) {
		return i
	}
	if w != nil {
		s.State(w, ref.FieldNumber, s.Span(i+1, next))
	}
	return next + 1
}

// PagesAfterColon reads pages or an article number after a volume.
func (s *Text) PagesAfterColon(i int, w *Work) (next int) {
	if !s.At(i).Is(":") && !s.At(i).Is(",") || !s.IsLocatorValue(i+1) || s.At(i+1).Kind == Word && !text.HasDigit(s.At(i+1).Text) {
		return i
	}
	end := s.RangeEnd(i + 1)
	if s.At(i).Is(",") && end == i+2 && IsYear(s.At(i+1)) && w.Year == "" && s.YearInParens(end) == (ref.Span{}) {
		return i
	}
	next, _ = s.ReadPages(i+1, w, false)
	return next
}

// pages reads pages: a range or a page; or an article number ("i2716",
// "112560"), which takes the place of pages when nothing calls it a page.
func (s *Text) ReadPages(i int, w *Work, called bool) (next int, ok bool) {
	next = s.RangeEnd(i)
	f := ref.FieldPages
	if !called && next == i+1 && isArticleNumber(s.At(i)) {
		f = ref.FieldEID
	}
	s.State(w, f, s.Span(i, next))
	return next, true
}

// isArticleNumber reports whether a value by itself counts articles and not pages: it
// has a letter before its digits, or six digits and more.
func isArticleNumber(t *Token) bool {
	return t.Kind == Word && text.HasDigit(t.Text) && t.Text[0] != 'S' || t.Kind == Number && len(t.Text) >= 6
}

// RangeEnd is the token after the value at i, and after the other end of the
// range if it is one: "204–216", and "204--216" as BibTeX has it.
func (s *Text) RangeEnd(i int) (next int) {
	end := i + 1
	for IsDash(s.At(end)) && end < i+4 {
		end++
	}
	if end > i+1 && s.IsLocatorValue(end) {
		return end + 1
	}
	return i + 1
}
