package document

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/fact"
)

// readPDF reads the text of a PDF's pages.
func (o *Options) readPDF(name string, pdf []byte) (outline, error) {
	if o.Pages == nil {
		return outline{}, errors.New("this is a PDF, and nothing is here that reads one")
	}
	pages, err := o.Pages(pdf)
	if err != nil {
		err = fmt.Errorf("the PDF cannot be read: %w", err)
	}
	var text strings.Builder
	var starts []int
	for _, page := range withoutRunningHeads(pages) {
		starts = append(starts, text.Len())
		for line := range strings.Lines(strings.ReplaceAll(page, "\r", "")) {
			text.WriteString(printedLetters.Replace(strings.TrimRightFunc(line, unicode.IsSpace)) + "\n")
		}
	}
	s := newSource(name, []byte(strings.ToValidUTF8(text.String(), "\uFFFD")))
	s.pages = starts
	return readPages(s), err
}

// printedLetters are what readers of PDF leave of ligatures in fonts that do not say
// which letters they are (the encodings T1 and OT1 of TeX), and of hyphens.
var printedLetters = strings.NewReplacer(
	"\x1b", "ff", "\x1c", "fi", "\x1d", "fl", "\x1e", "ffi", "\x1f", "ffl",
	"\x0b", "ff", "\x0c", "fi", "\x0e", "ffi", "\x0f", "ffl",
	"ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl",
	"\u00ad", "-", "\x02", "-\n", "\ufffe", "-\n", "\x00", "",
)

var digits = regexp.MustCompile(`\d+`)

// withoutRunningHeads blanks the first and the last lines of pages that others have too
// but for the number in them, and page numbers.
func withoutRunningHeads(pages []string) []string {
	const edge = 2
	seen := map[string]int{}
	each := func(do func(page int, line int, text string, key string)) {
		for i, page := range pages {
			lines := strings.Split(page, "\n")
			for j, line := range lines {
				if j < edge || j >= len(lines)-edge {
					line = strings.TrimSpace(line)
					do(i, j, line, digits.ReplaceAllString(line, "#"))
				}
			}
		}
	}
	each(func(_, _ int, text, key string) {
		if text != "" {
			seen[key]++
		}
	})
	dropped := map[[2]int]bool{}
	each(func(page, line int, text, key string) {
		if key == "#" || seen[key] > 2 {
			dropped[[2]int{page, line}] = true
		}
	})
	clean := make([]string, len(pages))
	for i, page := range pages {
		lines := strings.Split(page, "\n")
		kept := lines[:0]
		for j, line := range lines {
			if !dropped[[2]int{i, j}] {
				kept = append(kept, line)
			}
		}
		clean[i] = strings.TrimRight(strings.Join(kept, "\n"), "\n") + "\n"
	}
	return clean
}

// A pageReader reads text that was printed, which has no blank lines: paragraphs end
// with a line that is short, and sections start with one.
type pageReader struct {
	textReader
	typical int // length of a full line
}

func readPages(s *source) outline {
	r := &pageReader{textReader: textReader{source: s}}
	var lines []line
	total, count := 0, 0
	for i := range s.lines {
		l := s.textLine(i)
		if l.text == "" {
			continue
		}
		lines = append(lines, l)
		if n := utf8.RuneCountInString(l.text); n > 20 {
			total, count = total+n, count+1
		}
	}
	if count > 0 {
		r.typical = total / count
	}
	for start := 0; start < len(lines); {
		if isListHeading(lines[start].text) {
			r.listed = true
			start++
			continue
		}
		if r.isSection(lines, start) {
			r.listed = false
			start++
			continue
		}
		end := start + 1
		for end < len(lines) && !isListHeading(lines[end].text) && !r.isSection(lines, end) && !r.starts(lines, start, end) {
			end++
		}
		r.unit(lines[start:end])
		start = end
	}
	return outline{source: fact.Source{}, blocks: r.blocks}
}

// numbered is a heading with its number, or that of an appendix.
var numbered = regexp.MustCompile(`^(?:\d{1,2}(?:\.\d{1,2})*\.?|[A-Z]\.?|Appendix [A-Z]\.?:?|[IVX]{1,5}\.) +\p{Lu}[^.!?]*$|^(?:Abstract|ABSTRACT|Acknowledge?ments?|Appendix|Introduction|Conclusions?)$`)

// isSection reports whether a line is a heading.
func (r *pageReader) isSection(lines []line, i int) bool {
	text := lines[i].text
	if len(text) > 60 || !numbered.MatchString(text) || r.listed && hasYear.MatchString(text) {
		return false
	}
	return i == 0 || !r.listed || endsEntry(lines[i-1].text)
}

// starts reports whether lines[i] starts another paragraph or reference.
func (r *pageReader) starts(lines []line, start, i int) bool {
	before, l := lines[i-1].text, lines[i]
	short := utf8.RuneCountInString(before) < r.typical*8/10
	switch {
	case l.marker > 0 && l.label != "":
		return (r.listed || lines[start].label != "" || short) && endsEntry(before)
	case l.marker > 0:
		return short || endsEntry(before)
	case r.listed && lines[start].label != "":
		return false
	case r.listed:
		return endsEntry(before) && !isInitial(strings.TrimRight(lastWord(before), ".")) && startsWithNames.MatchString(l.text)
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	return short && strings.ContainsRune(".!?:”\"", last)
}
