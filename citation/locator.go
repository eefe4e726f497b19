package citation

// readLocator states the volume, number, pages or article number that is at
// token i, and returns the token after it.
//
//	volume 26, issue 1, pages 61–73    vol. 14(7)    19, no. 1    620(7972):172–180
//	17(4): 249–65    48, 109–121       353: i2716    Volume 165, Article 112560
func (s *sentence) readLocator(i int, r *Reference) (next int, ok bool) {
	if s.at(i).is("issn") {
		return s.rangeEnd(i + 1), true
	}
	if f, at, ok := s.locatorWord(i); ok {
		return s.labelled(f, at, r)
	}
	if s.at(i).kind == number && r.Container != "" && r.Pages == "" && isDash(s.at(i+1)) && s.at(i+2).kind == number && !isYear(s.at(i)) {
		return s.pages(i, r, false)
	}
	if s.at(i).kind == number && r.Container != "" && r.Volume == "" && r.Pages == "" {
		return s.bare(i, r)
	}
	return i, false
}

var locatorWords = map[string]field{
	"volume": fieldVolume, "vol": fieldVolume, "vols": fieldVolume, "volumes": fieldVolume,
	"issue": fieldNumber, "number": fieldNumber, "no": fieldNumber, "nos": fieldNumber, "nr": fieldNumber, "iss": fieldNumber,
	"pages": fieldPages, "page": fieldPages, "pp": fieldPages, "p": fieldPages,
	"article": fieldEID, "art": fieldEID, "paper": fieldEID, "e-location": fieldEID,
}

// locatorWord reads the word that labels a locator; token at is the value.
func (s *sentence) locatorWord(i int) (f field, at int, ok bool) {
	t := s.at(i)
	if !t.in(locatorLabels) || t.kind != word {
		return "", i, false
	}
	f = locatorWords[t.lower]
	at = i + 1
	if f == fieldEID && s.at(i-1).in(reportKinds) { // "Working Paper No. 12"
		f = fieldNumber
		at = s.skipColon(at)
		return f, at, s.isLocatorValue(at)
	}
	if f == fieldEID && (s.at(at).is("number") || s.at(at).is("no") || s.at(at).is("id")) {
		at++
	}
	if s.at(at).is(".") || s.at(at).is(":") {
		at++
	}
	return f, at, s.isLocatorValue(at)
}

// isLocatorValue reports whether token i can be a volume, a page or the like:
// a number, a word with a digit in it ("e110529"), or a Roman number.
func (s *sentence) isLocatorValue(i int) bool {
	t := s.at(i)
	return t.kind == number || t.kind == word && (hasDigit(t.text) || isRoman(t.text))
}

func hasDigit(text string) bool {
	for i := range len(text) {
		if isDigit(text[i]) {
			return true
		}
	}
	return false
}

func isRoman(text string) bool {
	for i := range len(text) {
		switch text[i] {
		case 'I', 'V', 'X', 'L', 'C', 'i', 'v', 'x', 'l', 'c':
		default:
			return false
		}
	}
	return text != ""
}

// labelled reads the value after a label.
func (s *sentence) labelled(f field, i int, r *Reference) (next int, ok bool) {
	if f == fieldPages {
		return s.pages(i, r, true)
	}
	next = s.rangeEnd(i)
	if s.at(next).is("/") && s.at(next+1).kind == number && s.at(next).start == s.at(i).end {
		next += 2 // 32/2017
	}
	s.state(r, f, s.span(i, next))
	if f == fieldVolume {
		next = s.numberInParens(next, r)
		next = s.pagesAfterColon(next, r)
	}
	return next, true
}

// bare reads locators without labels after a journal.
func (s *sentence) bare(i int, r *Reference) (next int, ok bool) {
	if isYear(s.at(i)) && !s.at(i+1).is("(") && !s.at(i+1).is(":") {
		return i, false
	}
	after := s.numberInParens(i+1, nil)
	labelled := false
	if s.at(after).is(",") {
		_, _, labelled = s.locatorWord(after + 1)
	}
	pages := s.at(after).is(":") || s.at(after).is(",")
	if after == i+1 && !labelled && !(pages && s.isLocatorValue(after+1)) && !s.endsClause(after) {
		return i, false
	}
	s.state(r, fieldVolume, s.span(i, i+1))
	next = s.numberInParens(i+1, r)
	return s.pagesAfterColon(next, r), true
}

func (s *sentence) endsClause(i int) bool {
	t := s.at(i)
	return t.kind == noToken || t.kind == mark || t.is("in") || t.is("on")
}

// numberInParens reads an issue in parentheses, "(7972)", "(C)", "(1-2)".
func (s *sentence) numberInParens(i int, r *Reference) (next int) {
	if !s.at(i).is("(") || !(s.at(i+1).kind == number || s.at(i+1).kind == word && len(s.at(i+1).text) <= 4) {
		return i
	}
	next = s.rangeEnd(i + 1)
	if s.at(next).is("/") && s.at(next+1).kind == number {
		next += 2
	}
	if !s.at(next).is(")") || isYear(s.at(i+1)) {
		return i
	}
	if r != nil {
		s.state(r, fieldNumber, s.span(i+1, next))
	}
	return next + 1
}

// pagesAfterColon reads pages or an article number after a volume.
func (s *sentence) pagesAfterColon(i int, r *Reference) (next int) {
	if !s.at(i).is(":") && !s.at(i).is(",") || !s.isLocatorValue(i+1) || s.at(i+1).kind == word && !hasDigit(s.at(i+1).text) {
		return i
	}
	end := s.rangeEnd(i + 1)
	if s.at(i).is(",") && end == i+2 && isYear(s.at(i+1)) && r.Year == "" && s.yearInParens(end) == (Span{}) {
		return i
	}
	next, _ = s.pages(i+1, r, false)
	return next
}

// pages reads pages: a range or a page; or an article number ("i2716",
// "112560"), which takes the place of pages when nothing calls it a page.
func (s *sentence) pages(i int, r *Reference, called bool) (next int, ok bool) {
	next = s.rangeEnd(i)
	f := fieldPages
	if !called && next == i+1 && isArticleNumber(s.at(i)) {
		f = fieldEID
	}
	s.state(r, f, s.span(i, next))
	return next, true
}

// isArticleNumber reports whether a value by itself counts articles and not pages: it
// has a letter before its digits, or six digits and more.
func isArticleNumber(t *token) bool {
	return t.kind == word && hasDigit(t.text) && t.text[0] != 'S' || t.kind == number && len(t.text) >= 6
}

// rangeEnd is the token after the value at i, and after the other end of the
// range if it is one.
func (s *sentence) rangeEnd(i int) (next int) {
	if isDash(s.at(i+1)) && s.isLocatorValue(i+2) {
		return i + 3
	}
	return i + 1
}
