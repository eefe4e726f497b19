package phrase

import (
	"strings"
	"unicode"

	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// startsLink reports whether a URL or a DOI begins at i.
func startsLink(text string, i int) bool {
	switch text[i] {
	case 'h', 'H':
		return hasPrefixFold(text[i:], "http://") || hasPrefixFold(text[i:], "https://")
	case 'w':
		return strings.HasPrefix(text[i:], "www.")
	case '1':
		return StartsDOI(text[i:])
	}
	return false
}

// StartsDOI reports whether text begins with a DOI's directory indicator, "10."
// and a registrant's number, and a slash.
func StartsDOI(text string) bool {
	if !strings.HasPrefix(text, "10.") {
		return false
	}
	slash := strings.IndexByte(text, '/')
	if slash < len("10.1234") || slash > len("10.1234567890.1") {
		return false
	}
	registrant, _, _ := strings.Cut(text[len("10."):slash], ".")
	return len(registrant) >= len("1234") && strings.Trim(text[len("10."):slash], "0123456789.") == "" // "10.255.0.0/16" is a network
}

// linkEnd is where the link that begins at start ends: at white space, less the
// punctuation of the sentence.
func linkEnd(text string, start int) int {
	end := len(text)
	ends := "\"'<>“”‘’"
	if isSICI(text[start:]) {
		ends = "\"'“”‘’" // "10.1002/(SICI)1097-0142(19990101)85:1<1::AID-X1>3.0.CO;2-1"
	}
	if n := strings.IndexFunc(text[start:], func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(ends, r) }); n >= 0 {
		end = start + n
	}
	for end > start {
		switch text[end-1] {
		case '.', ',', ';', ':', '!', '?':
		case ')', ']', '}':
			closing := text[end-1]
			opening := map[byte]byte{')': '(', ']': '[', '}': '{'}[closing]
			if strings.Count(text[start:end], string(opening)) >= strings.Count(text[start:end], string(closing)) {
				return end
			}
		default:
			return end
		}
		end--
	}
	return end
}

// isSICI reports whether a link begins with a DOI that is made of an identifier of serial
// items (ANSI/NISO Z39.56), in which there are angle brackets.
func isSICI(link string) bool {
	at := strings.Index(link[:min(len(link), len("https://dx.doi.org/10.12345678/(SICI)"))], "/(SICI)")
	return at > 0 && strings.Contains(link[:at], "10.")
}

func hasPrefixFold(text, prefix string) bool {
	return len(text) >= len(prefix) && strings.EqualFold(text[:len(prefix)], prefix)
}

// ReadIdentifier states the identifier at token i, if there is one, and
// returns the token after it.
func (s *Text) ReadIdentifier(i int, w *Work) (next int, ok bool) {
	t := s.At(i)
	switch {
	case t.Kind == Link:
		s.stateLink(t, w)
		return i + 1, true
	case t.Is("arxiv"):
		return s.ReadArXiv(i, w)
	case t.Is("doi"):
		if next := s.SkipColon(i + 1); s.At(next).Kind == Link {
			s.stateLink(s.At(next), w)
			return next + 1, true
		}
	case t.Is("isbn"):
		return s.readISBN(i, w)
	case t.Is("pmid") || t.Is("pubmed") && s.At(i+1).Is("id"):
		next := i + 1
		if t.Is("pubmed") {
			next++
		}
		next = s.SkipColon(next)
		if s.At(next).Kind == Number {
			s.State(w, ref.FieldPMID, s.Span(next, next+1))
			return next + 1, true
		}
	case t.Is("pmcid") && strings.HasPrefix(s.At(s.SkipColon(i+1)).Text, "PMC"): // there is no field of it
		return s.SkipColon(i+1) + 1, true
	case (t.Is("pubmed") || t.Is("pubmedcentral")) && (s.At(i+1).Is("pmid") || s.At(i+1).Is("pmcid")):
		return s.ReadIdentifier(i+1, w)
	}
	return i, false
}

// SkipColon returns the token after a colon at i, or i.
func (s *Text) SkipColon(i int) int {
	if s.At(i).Is(":") || s.At(i).Is("no") || s.At(i).Is("number") {
		i++
	}
	if s.At(i).Is(".") || s.At(i).Is(":") {
		i++
	}
	return i
}

// stateLink states a link as what it is: a DOI, an arXiv ID or a URL.
func (s *Text) stateLink(t *Token, w *Work) {
	lower := strings.ToLower(t.Text)
	if at := strings.Index(lower, "10.48550/arxiv."); at >= 0 {
		s.State(w, ref.FieldArXiv, ref.Span{t.Start + at + len("10.48550/arxiv."), t.End})
	}
	if at := strings.Index(lower, "doi.org/10."); at >= 0 {
		s.stateDOI(ref.Span{t.Start + at + len("doi.org/"), t.End}, w)
		return
	}
	if strings.HasPrefix(lower, "10.") {
		s.stateDOI(ref.Span{t.Start, t.End}, w)
		return
	}
	for _, path := range []string{"arxiv.org/abs/", "arxiv.org/pdf/"} {
		if at := strings.Index(lower, path); at >= 0 {
			end := t.End
			if strings.HasSuffix(lower, ".pdf") {
				end -= len(".pdf")
			}
			s.State(w, ref.FieldArXiv, ref.Span{t.Start + at + len(path), end})
			return
		}
	}
	s.State(w, ref.FieldURL, ref.Span{t.Start, t.End})
}

// stateDOI states a DOI without what lists write right after it: "[arXiv:…", ",arXiv",
// ".URL", the year in parentheses. A registrant's number alone is none.
func (s *Text) stateDOI(sp ref.Span, w *Work) {
	doi := s.Slice(sp)
	for _, mark := range []string{"[", ".URL", ".url", ",arXiv", ",hep"} {
		doi, _, _ = strings.Cut(doi, mark)
	}
	if before, year, ok := strings.Cut(doi, "("); ok && len(year) == len("2019)") && text.IsYearDigits(year[:len(year)-1]) {
		doi = before
	}
	if _, name, _ := strings.Cut(doi, "/"); name != "" {
		s.State(w, ref.FieldDOI, ref.Span{sp[0], sp[0] + len(doi)})
	}
}

// ReadArXiv states an arXiv ID, of the new style (2402.10379) or the old one
// (hep-th/9901001, math.AG/0601001), that follows the word "arXiv".
func (s *Text) ReadArXiv(i int, w *Work) (next int, ok bool) {
	next = i + 1
	for s.At(next).Is("preprint") || s.At(next).Is("id") || s.At(next).Is("identifier") || s.At(next).Is("number") || s.At(next).Is("eprint") {
		next++
	}
	if s.At(next).Is("arxiv") {
		next++
	}
	next = s.SkipColon(next)
	t := s.At(next)
	if t.Kind == Number && IsNewArXiv(t.Text) {
		s.State(w, ref.FieldArXiv, s.Span(next, next+1))
		return next + 1, true
	}
	if t.Kind == Word {
		end := t.Start
		for end < len(s.Content) && (text.IsDigit(s.Content[end]) || strings.IndexByte("/.-", s.Content[end]) >= 0 || text.StartsLetter(s.Content, end)) {
			end++
		}
		id := strings.TrimRight(s.Content[t.Start:end], ".-/")
		if slash := strings.IndexByte(id, '/'); slash > 0 && len(id)-slash-1 >= 7 && text.IsDigit(id[slash+1]) {
			s.State(w, ref.FieldArXiv, ref.Span{t.Start, t.Start + len(id)})
			for s.At(next).Kind != NoToken && s.At(next).Start < t.Start+len(id) {
				next++
			}
			return next, true
		}
	}
	return i, false
}

// IsNewArXiv reports whether text is an arXiv ID of the style used since 2007:
// year and month, a full stop, four or five digits, perhaps a version.
func IsNewArXiv(text string) bool {
	if len(text) < len("0704.0001") || text[4] != '.' {
		return false
	}
	digits := strings.TrimRight(text[5:], "0123456789")
	if v := strings.IndexByte(text[5:], 'v'); v >= 0 {
		digits = strings.Trim(text[5:5+v], "0123456789")
	}
	return strings.Trim(text[:4], "0123456789") == "" && digits == ""
}

// readISBN states an ISBN: ten or thirteen digits, the last perhaps an X, in
// groups.
func (s *Text) readISBN(i int, w *Work) (next int, ok bool) {
	next = i + 1
	if IsDash(s.At(next)) && (s.At(next+1).Is("10") || s.At(next+1).Is("13")) { // "ISBN-13"
		next += 2
	}
	next = s.SkipColon(next)
	first := next
	digits := 0
	for ; digits < 13; next++ {
		t := s.At(next)
		switch {
		case t.Kind == Number:
			digits += len(t.Text)
		case t.Is("x") && digits == 9:
			digits++
		case IsDash(t):
		default:
			digits = 99
		}
		if digits == 10 && !IsDash(s.At(next+1)) && s.At(next+1).Kind != Number {
			next++
			break
		}
	}
	if digits != 10 && digits != 13 {
		return i, false
	}
	s.State(w, ref.FieldISBN, s.Span(first, next))
	return next, true
}
