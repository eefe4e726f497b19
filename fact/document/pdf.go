package document

import (
	"errors"
	"fmt"
	"strings"
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
	for _, page := range pages {
		starts = append(starts, text.Len())
		text.WriteString(ligatures.Replace(strings.TrimRight(page, "\n")) + "\n")
	}
	s := newSource(name, []byte(strings.ToValidUTF8(text.String(), "\uFFFD")))
	s.pages = starts
	return readPages(s), err
}

// ligatures are letters that were printed as one.
var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl")

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
	doc := outline{blocks: r.blocks}
	if title := r.title(); title != "" {
		doc.source.Title, doc.blocks = title, r.blocks[1:]
	}
	return doc
}

// longestTitle is how many bytes a title may have.
const longestTitle = 200

// title returns what the first page starts with if that is no sentence.
func (r *pageReader) title() string {
	if len(r.blocks) == 0 || r.blocks[0].part != fact.Sentence {
		return ""
	}
	text := r.blocks[0].text.text
	last, _ := utf8.DecodeLastRuneInString(text)
	if len(text) > longestTitle || !isWordRune(last) && last != '?' {
		return ""
	}
	return text
}

// numbered is a heading with its number, or that of an appendix.
var numbered = pattern(`^(?:\d{1,2}(?:\.\d{1,2})*\.?|[A-Z]\.?|Appendix [A-Z]\.?:?|[IVX]{1,5}\.) +\p{Lu}[^.!?]*$|^(?:Abstract|ABSTRACT|Acknowledge?ments?|Appendix|Introduction|Conclusions?)$`)

// isSection reports whether a line is a heading.
func (r *pageReader) isSection(lines []line, i int) bool {
	text := lines[i].text
	if len(text) > 60 || !numbered().MatchString(text) || r.listed && hasYear().MatchString(text) {
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
		return endsEntry(before) && !isInitial(strings.TrimRight(lastWord(before), ".")) && startsEntry(l.text)
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	return short && strings.ContainsRune(".!?:”\"", last)
}
