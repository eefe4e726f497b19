package markup

import (
	"strings"

	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

func (s *scanner) readOpeningBracket(i int) (next int) {
	s.brackets = append(s.brackets, i)
	return i + 1
}

// readClosingBracket reads what follows a "]": the address or the label of a link.
func (s *scanner) readClosingBracket(i int) (next int) {
	if len(s.brackets) == 0 {
		return i + 1
	}
	open := s.brackets[len(s.brackets)-1]
	s.brackets = s.brackets[:len(s.brackets)-1]
	address, next, ok := s.destinationAt(i + 1)
	if !ok || s.source[i+1] == '[' && text.IsDigits(s.source[open+1:i]) { // "[1][2]" are two citations
		return i + 1
	}
	if open > 0 && s.source[open-1] == '!' { // an image
		if open > 1 && s.source[open-2] == '[' && s.linksToWork(next) { // its words are those of the link
			s.leaveOut(open-1, open+1)
			s.leaveOut(i, next)
			return next
		}
		s.leaveOut(open-1, next)
		return next
	}
	s.leaveOut(open, open+1)
	s.leaveOut(i, next)
	kind := Link
	if address == (ref.Span{}) && isBeside(s.source[i+1:next]) {
		kind = Jump
	}
	s.mark(kind, open+1, i, address)
	return next
}

// isBeside reports whether the destination of a link that is no address of the web is a
// place in the text or a text beside it, and not the file of a paper.
func isBeside(destination string) bool {
	return destination[0] == '(' && !strings.Contains(strings.ToLower(destination), ".pdf")
}

// linksToWork reports whether the link whose words end at i leads to a DOI or to arXiv.
func (s *scanner) linksToWork(i int) bool {
	if !strings.HasPrefix(s.source[i:], "](") {
		return false
	}
	address, _, ok := s.destinationAt(i + 1)
	to := s.source[address[0]:address[1]]
	return ok && (strings.Contains(to, "doi.org/10.") || strings.Contains(to, "arxiv.org/"))
}

// longestAddress is how many bytes the address of a link may have.
const longestAddress = 2000

// destinationAt reads "(https://example.org)" or "[label]" at i. The address is
// empty for a label, and for what is no address of the web.
func (s *scanner) destinationAt(i int) (address ref.Span, next int, ok bool) {
	rest := s.source[i:min(len(s.source), i+longestAddress)]
	if strings.HasPrefix(rest, "[") {
		end := strings.IndexAny(rest[1:], "[]\n") + 1
		return address, i + end + 1, end > 0 && rest[end] == ']'
	}
	if !strings.HasPrefix(rest, "(") {
		return address, i, false
	}
	size, end := addressEnd(rest)
	if end < 0 {
		return address, i, false
	}
	if start := 1 + len(rest[1:size]) - len(strings.TrimLeft(rest[1:size], " <")); isAddress(rest[start:size]) {
		address = ref.Span{i + start, i + size}
	}
	return address, i + end + 1, true
}

// addressEnd is where the address in the parentheses that open rest ends, and where
// the parenthesis is that closes them, after a title perhaps; or -1.
func addressEnd(rest string) (size, end int) {
	depth := 0
	for at := 0; at < len(rest); at++ {
		switch rest[at] {
		case '(':
			if depth++; depth > 4 {
				return 0, -1
			}
		case ')':
			if depth--; depth == 0 {
				return len(strings.TrimRight(rest[:at], ">")), at
			}
		case ' ', '\n':
			if at == 1 {
				continue
			}
			title := strings.TrimLeft(rest[at:], " \n")
			if end := strings.Index(title, `")`); strings.HasPrefix(title, `"`) && end > 0 {
				return at, len(rest) - len(title) + end + 1
			}
			return 0, -1
		}
	}
	return 0, -1
}

// isAddress reports whether a link leads to the web, and not to a part of the text.
func isAddress(address string) bool {
	return strings.HasPrefix(address, "http://") || strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "doi:") || strings.HasPrefix(address, "10.")
}
