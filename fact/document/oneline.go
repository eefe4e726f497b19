package document

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/fact"
)

// eachEntry returns the blocks of a document with those cut that hold several entries of a
// list of references, as one has that was copied without its line ends.
func eachEntry(blocks []block) []block {
	known := newLabels(blocks).known
	var cut []block
	for i, b := range blocks {
		entries := entriesIn(b, known)
		switch {
		case entries != nil && cut == nil:
			cut = append(blocks[:i:i], entries...)
		case entries != nil:
			cut = append(cut, entries...)
		case cut != nil:
			cut = append(cut, b)
		}
	}
	if cut == nil {
		return blocks
	}
	return cut
}

// entriesIn cuts a block of a list of references where it is certain that another entry
// starts; nil if nowhere. Labels of other entries are known.
func entriesIn(b block, known map[string]bool) []block {
	if b.part != fact.Listed {
		return nil
	}
	label, marker := b.label, 0
	if label == "" && strings.HasPrefix(b.text.text, "[") {
		label, marker = cutLabel(b.text.text)
	}
	if number, err := strconv.Atoi(label); err == nil {
		return numberedEntries(b, marker, number, known)
	}
	if label == "" {
		return datedEntries(b)
	}
	return nil
}

// numberedEntries cuts a block at the numbers in brackets that follow that of its first
// entry: "Roe, A. Felt rims. [2] Lind, C. Oak wheels. [3] …".
func numberedEntries(b block, start, number int, known map[string]bool) (entries []block) {
	text := b.text.text
	for at := start; ; {
		next := strconv.Itoa(number + 1)
		mark := " [" + next + "] "
		found := strings.Index(text[at:], mark)
		if found < 0 || known[next] {
			break
		}
		end := at + found
		if at = end + len(mark); !mayEndEntry(text[:end]) || startsLower(text[at:]) && !startsEntry(text[at:]) {
			continue
		}
		entries = append(entries, block{part: b.part, label: strconv.Itoa(number), text: b.text.part(start, end)})
		start = at
		number++
	}
	if entries == nil {
		return nil
	}
	return append(entries, block{part: b.part, label: strconv.Itoa(number), text: b.text.part(start, len(text))})
}

// The names and the year that an entry starts with: "Roe, A. B., & Lind, C. (2019)".
const invertedName = surname + `, ` + initials

var (
	yearOfEntry = pattern(`\((?:1[5-9]|20)\d\d[a-z]?\)`)
	onlyNames   = pattern(`^` + invertedName + `(?:,? ?(?:(?:&|and|und) )?` + invertedName + `)*,? ?(?:et al\.,? ?)?(?:\((?:[Ee]ds?|Hrsg)\.\)[.,]? ?)?$`)
)

// datedEntries cuts a block before the names that are right before a year in parentheses and
// follow what ends an entry, if it starts with such names itself.
func datedEntries(b block) (entries []block) {
	text := b.text.text
	if strings.Count(text, ", ") < 2 || strings.Count(text, "(") < 2 {
		return nil
	}
	start, after := 0, 0
	for i, year := range yearOfEntry().FindAllStringIndex(text, -1) {
		names := namesBefore(text, after, year[0])
		after = year[1]
		if i == 0 && names != 0 {
			return nil
		}
		if names > start {
			entries = append(entries, block{part: b.part, text: b.text.part(start, names)})
			start = names
		}
	}
	if entries == nil {
		return nil
	}
	return append(entries, block{part: b.part, text: b.text.part(start, len(text))})
}

// namesBefore returns where the names start, after an offset of a text, that end at another;
// -1 if there are none.
func namesBefore(text string, after, end int) int {
	const longest = 400
	for at := max(after, end-longest); at < end; at++ {
		if (at == 0 || text[at-1] == ' ' && mayEndEntry(text[:at-1])) && onlyNames().MatchString(text[at:end]) {
			return at
		}
	}
	return -1
}

// mayEndEntry reports whether a text ends as an entry does: with a mark, or with the number of
// a page or identifier.
func mayEndEntry(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".)]/”\"", last) || unicode.IsDigit(last)
}
