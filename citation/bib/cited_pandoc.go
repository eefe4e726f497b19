package bib

import (
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/text"
)

// pandocCitations adds the keys that a Markdown document cites in pandoc's way:
// [@key; see @key, p. 9], @key, [-@key], @{any key}.
func pandocCitations(text string, keys *citedKeyList) {
	s := pandocScanner{text: text, keys: keys, people: namesPeople(keys.path)}
	for s.at < len(text) {
		s.line()
	}
}

// pandocScanner reads Markdown as far as it tells where citations stand.
type pandocScanner struct {
	text  string
	at    int
	keys  *citedKeyList
	blank bool // the last line was blank
	list  bool // an indented line continues a list item
	// people are what an "@" outside brackets is for.
	people bool
	// unclosed holds, for each length of a run of backticks, up to which offset
	// no run closes it, so that no text is searched twice.
	unclosed map[int]int
}

// namesPeople reports whether a file is of those in which an "@" mentions somebody.
func namesPeople(path string) bool {
	name, _, _ := strings.Cut(filepath.Base(path), ".")
	switch strings.ToLower(name) {
	case "readme", "changelog", "changes", "history", "news", "contributing", "contributors", "authors", "security", "code_of_conduct":
		return true
	}
	return false
}

// line reads one line, or a block of code from its first line.
func (s *pandocScanner) line() {
	end := lineEndAfter(s.text, s.at)
	line := s.text[s.at:end]
	content := strings.TrimLeft(line, " \t")
	indented := strings.HasPrefix(line, "    ") || strings.HasPrefix(line, "\t")
	switch {
	case strings.TrimSpace(line) == "":
		s.blank = true
		s.at = min(end+1, len(s.text))
		return
	case s.isFence(content):
		s.fencedCode(content)
	case indented && s.blank && !s.list:
		s.at = min(end+1, len(s.text))
		return
	default:
		if startsListItem(content) {
			s.list = true
		} else if s.blank && !indented && !strings.HasPrefix(line, " ") {
			s.list = false
		}
		s.inline()
	}
	s.blank = false
}

func startsListItem(content string) bool {
	if strings.IndexByte("-*+", content[0]) >= 0 {
		return len(content) > 1 && text.IsBlank(content[1])
	}
	digits := 0
	for digits < len(content) && content[digits] >= '0' && content[digits] <= '9' {
		digits++
	}
	return digits > 0 && digits+1 < len(content) && strings.IndexByte(".)", content[digits]) >= 0 && text.IsBlank(content[digits+1])
}

func (s *pandocScanner) isFence(content string) bool {
	if strings.HasPrefix(content, "~~~") {
		return true
	}
	// "```code```" on one line is a code span.
	return strings.HasPrefix(content, "```") && !strings.Contains(strings.TrimLeft(content, "`"), "`")
}

// fencedCode skips a block of code to the fence that closes it.
func (s *pandocScanner) fencedCode(opening string) {
	fence := opening[:len(opening)-len(strings.TrimLeft(opening, opening[:1]))]
	for s.at = min(lineEndAfter(s.text, s.at)+1, len(s.text)); s.at < len(s.text); {
		end := lineEndAfter(s.text, s.at)
		line := strings.TrimSpace(s.text[s.at:end])
		s.at = min(end+1, len(s.text))
		if strings.HasPrefix(line, fence) && strings.Trim(line, fence[:1]) == "" {
			return
		}
	}
}

// inline reads text to the end of a line: of this one, or of the one that code
// or a comment leads to.
func (s *pandocScanner) inline() {
	end := lineEndAfter(s.text, s.at)
	for {
		if s.at > end {
			end = lineEndAfter(s.text, s.at)
		}
		next := strings.IndexAny(s.text[s.at:end], "\\`<@h]")
		if next < 0 {
			s.at = min(end+1, len(s.text))
			return
		}
		s.at += next
		switch rest := s.text[s.at:end]; {
		case rest[0] == '\\':
			s.at = min(s.at+2, end)
		case rest[0] == '`':
			if end := roleCitations(s.text, s.at, s.keys); end > s.at {
				s.at = end
			} else {
				s.codeSpan()
			}
		case text.HasFoldedPrefix(rest, "<style"):
			s.at = afterOr(s.text, s.at, "</style>")
		case text.HasFoldedPrefix(rest, "<script"):
			s.at = afterOr(s.text, s.at, "</script>")
		case strings.HasPrefix(rest, "<!--"):
			s.at = afterOr(s.text, s.at, "-->")
		case strings.HasPrefix(rest, "<http"), strings.HasPrefix(rest, "<mailto:"):
			s.at += 1 + indexAnyOrEnd(rest[1:], "<> \t")
		case strings.HasPrefix(rest, "http://"), strings.HasPrefix(rest, "https://"):
			s.at += indexAnyOrEnd(rest, " \t\r)]>")
		case strings.HasPrefix(rest, "]("):
			s.at += 2 + indexAnyOrEnd(rest[2:], ")](")
		case rest[0] == '@':
			s.citation()
		default:
			s.at++
		}
	}
}

func indexAnyOrEnd(text, chars string) int {
	if at := strings.IndexAny(text, chars); at >= 0 {
		return at
	}
	return len(text)
}

// codeSpan skips a span of code: to a run of as many backticks in the same
// paragraph, or only the backticks if there is none.
func (s *pandocScanner) codeSpan() {
	rest := s.text[s.at:]
	run := len(rest) - len(strings.TrimLeft(rest, "`"))
	start := s.at + run
	s.at = start
	if start <= s.unclosed[run] {
		return
	}
	for at := start; at < len(s.text); {
		switch {
		case s.text[at] == '`':
			length := 0
			for at+length < len(s.text) && s.text[at+length] == '`' {
				length++
			}
			if length == run {
				s.at = at + length
				return
			}
			at += length
		case s.text[at] == '\n' && strings.TrimSpace(s.text[at:lineEndAfter(s.text, at+1)]) == "":
			s.leaveUnclosed(run, at)
			return
		default:
			at++
		}
	}
	s.leaveUnclosed(run, len(s.text))
}

func (s *pandocScanner) leaveUnclosed(run, until int) {
	if s.unclosed == nil {
		s.unclosed = map[int]int{}
	}
	s.unclosed[run] = until
}

// citation adds the key after an "@", unless a letter or digit before makes it
// a mail address.
func (s *pandocScanner) citation() {
	before, _ := utf8.DecodeLastRuneInString(s.text[:s.at])
	s.at++
	if s.at > 1 && (unicode.IsLetter(before) || unicode.IsDigit(before)) || s.people && !s.isInBrackets() {
		return
	}
	rest := s.text[s.at:]
	if strings.HasPrefix(rest, "{") {
		if end := 1 + indexAnyOrEnd(rest[1:], "{}\n"); end > 1 && end < len(rest) && rest[end] == '}' {
			s.keys.add(rest[1:end], s.at+1)
			s.at += end + 1
		}
		return
	}
	if strings.HasPrefix(rest, "*") {
		s.keys.add("*", s.at)
		s.at++
		return
	}
	key := pandocKey(rest)
	if key != "" && !isCrossReference(key) {
		s.keys.add(key, s.at)
	}
	s.at += len(key)
}

// isInBrackets reports whether the line has opened brackets.
func (s *pandocScanner) isInBrackets() bool {
	before := s.text[max(0, s.at-maxOption):s.at]
	return strings.LastIndexByte(before, '[') > strings.LastIndexAny(before, "]\n")
}

// pandocKey returns the key that text starts with: letters, digits and "_", and
// between them single marks of punctuation.
func pandocKey(text string) string {
	end := 0
	marked := true // a key does not start with a mark
	for i, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_':
			end = i + utf8.RuneLen(r)
			marked = false
		case !marked && strings.ContainsRune(":.#$%&-+?<>~/", r):
			marked = true
		default:
			return text[:end]
		}
	}
	return text[:end]
}

// isCrossReference tells the labels of pandoc-crossref and Quarto from keys.
func isCrossReference(key string) bool {
	for _, kind := range [...]string{"fig", "tbl", "eq", "sec", "lst"} {
		if rest, ok := strings.CutPrefix(key, kind); ok && rest != "" && (rest[0] == ':' || rest[0] == '-') {
			return true
		}
	}
	return false
}
