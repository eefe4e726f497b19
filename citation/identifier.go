package citation

import (
	"strings"
	"unicode"
)

// startsLink reports whether a URL or a DOI begins at i.
func startsLink(text string, i int) bool {
	switch text[i] {
	case 'h', 'H':
		return hasPrefixFold(text[i:], "http://") || hasPrefixFold(text[i:], "https://")
	case 'w':
		return strings.HasPrefix(text[i:], "www.")
	case '1':
		return startsDOI(text[i:])
	}
	return false
}

// startsDOI reports whether text begins with a DOI's directory indicator, "10."
// and a registrant's number, and a slash.
func startsDOI(text string) bool {
	if !strings.HasPrefix(text, "10.") {
		return false
	}
	slash := strings.IndexByte(text, '/')
	if slash < len("10.1234") || slash > len("10.1234567890.1") {
		return false
	}
	return strings.Trim(text[len("10."):slash], "0123456789.") == ""
}

// linkEnd is where the link that begins at start ends: at white space, less the
// punctuation of the sentence.
func linkEnd(text string, start int) int {
	end := len(text)
	if n := strings.IndexFunc(text[start:], func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("\"'<>“”‘’", r)
	}); n >= 0 {
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

func hasPrefixFold(text, prefix string) bool {
	return len(text) >= len(prefix) && strings.EqualFold(text[:len(prefix)], prefix)
}

// readIdentifier states the identifier at token i, if there is one, and
// returns the token after it.
func (s *sentence) readIdentifier(i int, r *Reference) (next int, ok bool) {
	t := s.at(i)
	switch {
	case t.kind == link:
		s.stateLink(t, r)
		return i + 1, true
	case t.is("arxiv"):
		return s.readArXiv(i, r)
	case t.is("doi"):
		if next := s.skipColon(i + 1); s.at(next).kind == link {
			s.stateLink(s.at(next), r)
			return next + 1, true
		}
	case t.is("isbn") || t.is("isbn-13") || t.is("isbn-10"):
		return s.readISBN(i, r)
	case t.is("pmid") || t.is("pubmed") && s.at(i+1).is("id"):
		next := i + 1
		if t.is("pubmed") {
			next++
		}
		next = s.skipColon(next)
		if s.at(next).kind == number {
			s.state(r, fieldPMID, s.span(next, next+1))
			return next + 1, true
		}
	}
	return i, false
}

func (s *sentence) skipColon(i int) int {
	if s.at(i).is(":") || s.at(i).is("no") || s.at(i).is("number") {
		i++
	}
	if s.at(i).is(".") || s.at(i).is(":") {
		i++
	}
	return i
}

// stateLink states a link as what it is: a DOI, an arXiv ID or a URL.
func (s *sentence) stateLink(t *token, r *Reference) {
	lower := strings.ToLower(t.text)
	if at := strings.Index(lower, "10.48550/arxiv."); at >= 0 {
		s.state(r, fieldArXiv, Span{t.start + at + len("10.48550/arxiv."), t.end})
	}
	if at := strings.Index(lower, "doi.org/10."); at >= 0 {
		s.state(r, fieldDOI, Span{t.start + at + len("doi.org/"), t.end})
		return
	}
	if strings.HasPrefix(lower, "10.") {
		s.state(r, fieldDOI, Span{t.start, t.end})
		return
	}
	for _, path := range []string{"arxiv.org/abs/", "arxiv.org/pdf/"} {
		if at := strings.Index(lower, path); at >= 0 {
			end := t.end
			if strings.HasSuffix(lower, ".pdf") {
				end -= len(".pdf")
			}
			s.state(r, fieldArXiv, Span{t.start + at + len(path), end})
			return
		}
	}
	s.state(r, fieldURL, Span{t.start, t.end})
}

// readArXiv states an arXiv ID, of the new style (2402.10379) or the old one
// (hep-th/9901001, math.AG/0601001), that follows the word "arXiv".
func (s *sentence) readArXiv(i int, r *Reference) (next int, ok bool) {
	next = i + 1
	for s.at(next).is("preprint") || s.at(next).is("id") || s.at(next).is("identifier") || s.at(next).is("number") || s.at(next).is("eprint") {
		next++
	}
	if s.at(next).is("arxiv") {
		next++
	}
	next = s.skipColon(next)
	t := s.at(next)
	if t.kind == number && isNewArXiv(t.text) {
		s.state(r, fieldArXiv, s.span(next, next+1))
		return next + 1, true
	}
	if t.kind == word && t.end < len(s.text) {
		end := t.start
		for end < len(s.text) && (isDigit(s.text[end]) || strings.IndexByte("/.-", s.text[end]) >= 0 || startsLetter(s.text, end)) {
			end++
		}
		id := strings.TrimRight(s.text[t.start:end], ".-/")
		if slash := strings.IndexByte(id, '/'); slash > 0 && len(id)-slash-1 >= 7 && isDigit(id[slash+1]) {
			s.state(r, fieldArXiv, Span{t.start, t.start + len(id)})
			for s.at(next).kind != noToken && s.at(next).start < t.start+len(id) {
				next++
			}
			return next, true
		}
	}
	return i, false
}

// isNewArXiv reports whether text is an arXiv ID of the style used since 2007:
// year and month, a full stop, four or five digits, perhaps a version.
func isNewArXiv(text string) bool {
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
func (s *sentence) readISBN(i int, r *Reference) (next int, ok bool) {
	next = s.skipColon(i + 1)
	first := next
	digits := 0
	for ; digits < 13; next++ {
		t := s.at(next)
		switch {
		case t.kind == number:
			digits += len(t.text)
		case t.is("x") && digits == 9:
			digits++
		case isDash(t) && s.at(next+1).kind != noToken:
		default:
			digits = 99
		}
		if digits == 10 && !isDash(s.at(next+1)) && s.at(next+1).kind != number {
			next++
			break
		}
	}
	if digits != 10 && digits != 13 {
		return i, false
	}
	s.state(r, fieldISBN, s.span(first, next))
	return next, true
}
