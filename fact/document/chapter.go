package document

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/factcite/factcite/fact"
)

// An editedBook is an entry of a document that names the editors of a book.
type editedBook struct {
	editors []passage // as they are spoken: "Ann Lee"
	text    passage   // the entry as what holds a chapter: the title, and then the editors
}

// The marks by which an entry says who edited a book: after the names, before the title, or
// after the title, before the names.
var (
	editorsMark = pattern(`,? \(?(?:[Ee]ds?|Hrsg|Hg)\b\.?\)?[.,:]* `)
	editedBy    = pattern(`[*_]{0,3},? (?:edited by|eds?\. by|hrsg\. von|hg\. von|herausgegeben von) `)
)

// stopInNames is a full stop that is not after an initial.
var stopInNames = pattern(`(?:[^\p{Lu}]|\p{L}\p{Lu})\.`)

// longestBefore is how many bytes of an entry may be before its mark.
const longestBefore = 160

// heldBy is what a chapter has in place of the book that holds it, where its document
// names the book by itself: "in Lee and Park, pp. 3–9".
var heldBy = pattern(`(\(?)\b[Ii]n:? ((?:(?:(?:van|von|de|der|den|del|la|di|da) )*\p{Lu}[\p{L}'’-]+(?:, (?:and |& )?| and | & | und |/))*(?:(?:van|von|de|der|den|del|la|di|da) )*\p{Lu}[\p{L}'’-]+),?(?: \(?(?:[Ee]ds?|Hrsg|Hg)\b\.?\)?)?(?:,? \(?((?:1[5-9]|20)\d\d)\)?)?,? ((?:(?:pp?|S)\. ?)?\d+[-–]\d+)(\)?)`)

// completeChapters gives each chapter that names its book by the editors alone what the
// document's entry of that book says.
func completeChapters(blocks []block) {
	books := map[string][]editedBook{} // by the last word of the first editor's name
	for i := range blocks {
		if b := &blocks[i]; b.part != fact.Sentence && mayHaveYear(b.text.text) {
			if book, ok := editedBookIn(b.text); ok {
				name := lastWord(book.editors[0].text)
				books[name] = append(books[name], book)
			}
		}
	}
	if len(books) == 0 {
		return
	}
	for i := range blocks {
		if text := blocks[i].text.text; strings.Contains(text, "n ") || strings.Contains(text, "n:") {
			blocks[i].text = withBook(blocks[i].text, books)
		}
	}
}

// editedBookIn reads the editors of a book in an entry that names them.
func editedBookIn(entry passage) (book editedBook, ok bool) {
	if !slices.ContainsFunc([]string{" ed", "(ed", " Ed", "(Ed", "Hrsg", "hrsg", "Hg", "hg.", "herausgegeben"}, func(mark string) bool { return strings.Contains(entry.text, mark) }) {
		return editedBook{}, false
	}
	p := entry.without(emphasisIn(entry.text))
	if m := editedBy().FindStringIndex(p.text); m != nil && m[0] <= longestBefore && !strings.ContainsAny(p.text[:m[0]], "\"“.") {
		names := p.part(m[1], len(p.text))
		end := strings.IndexAny(names.text, ".,(:")
		return editedBook{spokenNames(names.part(0, max(end, 0))), withoutStop(p)}, end > 0
	}
	m := editorsMark().FindStringIndex(p.text)
	if m == nil || m[0] > longestBefore || strings.ContainsAny(p.text[:m[0]], ":\"“(") || stopInNames().MatchString(p.text[:m[0]]) {
		return editedBook{}, false
	}
	book.editors = spokenNames(p.part(0, m[0]))
	title, rest := titleAndRest(entry, p.part(m[1], len(p.text)))
	book.text = title.join(", edited by ", joined(book.editors))
	if rest.text != "" {
		book.text = book.text.join(". ", withoutStop(rest))
	}
	return book, true
}

// titleAndRest cuts what follows the editors after the title: the words that its entry
// emphasises, or those before the first full stop.
func titleAndRest(entry, p passage) (title, rest passage) {
	if marks := emphasisIn(entry.text); len(marks) >= 2 {
		start, end := marks[len(marks)-2], marks[len(marks)-1]
		if emphasised := entry.part(start[1], end[0]); strings.HasPrefix(p.text, emphasised.text) {
			rest = entry.part(end[1], len(entry.text))
			return emphasised, rest.part(len(rest.text)-len(strings.TrimLeft(rest.text, ",. ")), len(rest.text))
		}
	}
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
func withBook(p passage, books map[string][]editedBook) passage {
	m := heldBy().FindStringSubmatchIndex(p.text)
	if m == nil {
		return p
	}
	year := ""
	if m[6] >= 0 {
		year = p.text[m[6]:m[7]]
	}
	surnames := slices.Concat(namesBetween(p.part(m[4], m[5]))...)
	meant, ok := onlyBook(books[lastWord(surnames[0].text)], surnames, year)
	if !ok || strings.HasPrefix(p.text, meant.text.text) {
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
	held := p.part(0, len(before)).join(parting, p.part(start, m[4])).join(" ", meant.text).join(", ", p.part(m[8], end))
	return held.join("", p.part(after, len(p.text)))
}

// onlyBook returns the book that people with some surnames edited, and reports whether there
// is one alone that tells of a year.
func onlyBook(books []editedBook, surnames []passage, year string) (only editedBook, ok bool) {
	const most = 100 // of an editor, who is one of nobody's list if there are more
	if len(books) > most {
		return editedBook{}, false
	}
	for _, b := range books {
		if !strings.Contains(b.text.text, year) || !slices.EqualFunc(b.editors, surnames, isNamed) {
			continue
		}
		if ok {
			return editedBook{}, false
		}
		only, ok = b, true
	}
	return only, ok
}

// isNamed reports whether a person has a surname.
func isNamed(person, surname passage) bool {
	return strings.HasSuffix(" "+person.text, " "+surname.text)
}

// betweenNames is what parts the names of a list, but for commas, which part a surname from
// given names as well.
var betweenNames = pattern(`,? (?:and|und|&) |; | ?/ ?`)

// namesBetween cuts a list of names at what parts them, and then at its commas.
func namesBetween(p passage) (groups [][]passage) {
	for _, group := range cutAt(p, betweenNames().FindAllStringIndex(p.text, -1)) {
		groups = append(groups, cutAt(group, comma().FindAllStringIndex(group.text, -1)))
	}
	return groups
}

var comma = pattern(`,`)

// cutAt returns what is between some bytes of a passage.
func cutAt(p passage, parting [][]int) (pieces []passage) {
	start := 0
	for _, m := range parting {
		pieces = append(pieces, p.part(start, m[0]))
		start = m[1]
	}
	return append(pieces, p.part(start, len(p.text)))
}

// spokenNames cuts a list of names, each as it is spoken: those of "Lee, Ann, and Bo Park"
// and "Lee, A., Park, B.".
func spokenNames(p passage) (names []passage) {
	for _, pieces := range namesBetween(p) {
		for i := 0; i < len(pieces); i++ {
			name := pieces[i]
			if i+1 < len(pieces) && isGiven(pieces[i+1].text, i == 0) {
				i++
				name = pieces[i].join(" ", name)
			}
			names = append(names, name)
		}
	}
	return names
}

// isGiven reports whether what is after a comma is given names: initials, or one word
// where a surname may come first.
func isGiven(text string, first bool) bool {
	if strings.Trim(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ. -") == "" {
		return text != ""
	}
	return first && !strings.Contains(strings.TrimRight(text, " ."), " ")
}

// joined writes names as a list: "Ann Lee, Bo Park and Una Holm".
func joined(names []passage) passage {
	var list joiner
	for i, name := range names {
		between := ", "
		if i+1 == len(names) {
			between = " and "
		}
		list.addItem(between, name)
	}
	return list.passage()
}
