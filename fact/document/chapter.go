package document

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/factcite/factcite/fact"
)

// An editedBook is an entry of a document that names the editors of a book.
type editedBook struct {
	surnames []string
	text     passage // the entry as what holds a chapter: the title, and then the editors as they are spoken
}

// editedEntry is what an entry begins with that has its editors in front, and editedTitle
// what one has after its title.
var (
	editedEntry = pattern(`^((?:[^.:"“(]|\b\p{Lu}\.){3,160}?),? \(?(?:[Ee]ds?|Hrsg|Hg)\b\.?\)?[.,:]* `)
	editedTitle = pattern(`^[*_]{0,3}\p{Lu}[^"“.]{5,160}?[*_]{0,3},? (?:edited by|eds?\. by|hrsg\. von|hg\. von|herausgegeben von) ([^.,(:]{3,160}?)(?: ?\(|\.|,|:)`)
)

// heldBy is what a chapter has in place of the book that holds it, where its document
// names the book by itself: "in Lee and Park, pp. 3–9".
var heldBy = pattern(`(\(?)\b[Ii]n:? ((?:(?:(?:van|von|de|der|den|del|la|di|da) )*\p{Lu}[\p{L}'’-]+(?:, (?:and |& )?| and | & | und |/))*(?:(?:van|von|de|der|den|del|la|di|da) )*\p{Lu}[\p{L}'’-]+),?(?: \(?(?:[Ee]ds?|Hrsg|Hg)\b\.?\)?)?(?:,? \(?((?:1[5-9]|20)\d\d)\)?)?,? ((?:(?:pp?|S)\. ?)?\d+[-–]\d+)(\)?)`)

// completeChapters gives each chapter that names its book by the editors alone what the
// document's entry of that book says.
func completeChapters(blocks []block) {
	books := editedBooks(blocks)
	if len(books) == 0 {
		return
	}
	for i := range blocks {
		if text := blocks[i].text.text; strings.Contains(text, "n ") || strings.Contains(text, "n:") {
			blocks[i].text = withBook(blocks[i].text, books)
		}
	}
}

func editedBooks(blocks []block) (books []editedBook) {
	for i := range blocks {
		b := &blocks[i]
		if b.part == fact.Sentence || !hasYear().MatchString(b.text.text) {
			continue
		}
		if book, ok := editedBookIn(b.text); ok {
			books = append(books, book)
		}
	}
	return books
}

func editedBookIn(p passage) (book editedBook, ok bool) {
	marked := p
	p = p.without(emphasisIn(p.text))
	if m := editedTitle().FindStringSubmatchIndex(p.text); m != nil {
		names := namesIn(p.part(m[2], m[3]))
		return editedBook{surnamesOf(names), withoutStop(p)}, len(names) > 0
	}
	m := editedEntry().FindStringSubmatchIndex(p.text)
	if m == nil {
		return editedBook{}, false
	}
	names := namesIn(p.part(m[2], m[3]))
	if len(names) == 0 {
		return editedBook{}, false
	}
	book.surnames = surnamesOf(names)
	title, rest := titleAndRest(p.part(m[1], len(p.text)))
	if at := editedEntry().FindStringIndex(marked.text); at != nil {
		if marks := emphasisIn(marked.text); len(marks) >= 2 && marks[len(marks)-2][0] == at[1] {
			title, rest = marked.part(marks[len(marks)-2][1], marks[len(marks)-1][0]), marked.part(marks[len(marks)-1][1], len(marked.text))
			rest = rest.part(len(rest.text)-len(strings.TrimLeft(rest.text, ",. ")), len(rest.text))
		}
	}
	book.text = title.join(", edited by ", spokenNames(names))
	if rest.text != "" {
		book.text = book.text.join(". ", withoutStop(rest))
	}
	return book, true
}

// titleAndRest cuts what follows the editors at the full stop after the title.
func titleAndRest(p passage) (title, rest passage) {
	stop := strings.Index(p.text, ". ")
	if stop < 0 {
		return p, passage{}
	}
	return p.part(0, stop), p.part(stop+1, len(p.text))
}

func withoutStop(p passage) passage {
	return p.part(0, len(strings.TrimRight(p.text, ". ")))
}

// withBook returns a passage with the book that a chapter names by its editors, if it does
// and one entry is meant.
func withBook(p passage, books []editedBook) passage {
	m := heldBy().FindStringSubmatchIndex(p.text)
	if m == nil {
		return p
	}
	year := ""
	if m[6] >= 0 {
		year = p.text[m[6]:m[7]]
	}
	meant := slices.DeleteFunc(slices.Clone(books), func(b editedBook) bool {
		return !strings.Contains(b.text.text, year) || !slices.Equal(b.surnames, surnamesIn(p.part(m[4], m[5])))
	})
	if len(meant) != 1 || strings.HasPrefix(p.text, meant[0].text.text) {
		return p
	}
	start, end, after := m[0], m[9], m[9]
	if m[2] < m[3] && m[10] < m[11] {
		start, after = m[3], m[11]
	}
	before := strings.TrimRight(p.text[:m[0]], " ")
	parting := " "
	if last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, "\"”’»")); isWordRune(last) {
		parting = ", "
	}
	held := p.part(0, len(before)).join(parting, p.part(start, m[4])).join(" ", meant[0].text).join(", ", p.part(m[8], end))
	return held.join("", p.part(after, len(p.text)))
}

// A personName is a name of a list, in its two parts; the given one may be empty.
type personName struct{ given, family passage }

// betweenNames is what parts the names of a list, but for commas, which part a surname from
// given names as well.
var betweenNames = pattern(`,? (?:and|und|&) |; | ?/ ?`)

// namesIn cuts a list of names: "Lee, Ann, and Bo Park", "Lee, A., Park, B.", "Ann Lee".
func namesIn(p passage) (names []personName) {
	for _, group := range cutAt(p, betweenNames().FindAllStringIndex(p.text, -1)) {
		pieces := cutAt(group, commas(group.text))
		for i := 0; i < len(pieces); i++ {
			if i+1 < len(pieces) && isGiven(pieces[i+1].text, i == 0) {
				names = append(names, personName{pieces[i+1], pieces[i]})
				i++
				continue
			}
			names = append(names, spokenName(pieces[i]))
		}
	}
	return names
}

// surnamesIn cuts a list of surnames: "Lee, van der Berg and Park".
func surnamesIn(p passage) (surnames []string) {
	for _, group := range cutAt(p, betweenNames().FindAllStringIndex(p.text, -1)) {
		for _, name := range cutAt(group, commas(group.text)) {
			surnames = append(surnames, name.text)
		}
	}
	return surnames
}

// cutAt returns what is between some bytes of a passage.
func cutAt(p passage, parting [][]int) (pieces []passage) {
	start := 0
	for _, m := range parting {
		pieces = append(pieces, p.part(start, m[0]))
		start = m[1]
	}
	return append(pieces, p.part(start, len(p.text)))
}

func commas(text string) (found [][]int) {
	for i := range len(text) {
		if text[i] == ',' {
			found = append(found, []int{i, i + 1})
		}
	}
	return found
}

// isGiven reports whether what is after a comma is given names: initials, or one word
// where a surname may come first.
func isGiven(text string, first bool) bool {
	if strings.Trim(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ. -") == "" {
		return text != ""
	}
	return first && !strings.Contains(strings.TrimRight(text, " ."), " ")
}

// spokenName cuts a name as it is spoken: the particle, or the last word, begins the surname.
func spokenName(p passage) personName {
	at := strings.LastIndexByte(p.text, ' ') + 1
	for i, word := 0, ""; i < at; i += len(word) + 1 {
		if word, _, _ = strings.Cut(p.text[i:], " "); word == strings.ToLower(word) {
			at = i
			break
		}
	}
	return personName{p.part(0, at), p.part(at, len(p.text))}
}

func surnamesOf(names []personName) (surnames []string) {
	for _, n := range names {
		surnames = append(surnames, n.family.text)
	}
	return surnames
}

// spokenNames writes names as they are spoken: "Ann Lee and Bo Park".
func spokenNames(names []personName) (list passage) {
	for i, n := range names {
		name := n.family
		if n.given.text != "" {
			name = n.given.join(" ", n.family)
		}
		switch {
		case i == 0:
			list = name
		case i == len(names)-1:
			list = list.join(" and ", name)
		default:
			list = list.join(", ", name)
		}
	}
	return list
}
