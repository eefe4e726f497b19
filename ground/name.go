package ground

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/text"
)

// knownWords are words with a capital that are no names, or that everybody knows: they
// are looked for in no text.
var knownWords = setOf(`i im ive id ill st saint mt mount mr mrs ms miss dr prof sir madam lord lady
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
christmas easter halloween thanksgiving new year
african western eastern northern southern roman christian jewish muslim catholic protestant
uk us usa eu un
ceo cfo coo cto it pc cd dvd dna rna gps id faq pdf url usb gdp ngo phd mba md ba ma bsc msc am pm ad bc ce bce utc gmt
yoy qoq mom ytd eps ebitda ebit gaap roi capex opex fy covid
yes no ok okay`)

// checkNames looks for the names of a statement in the text.
func (c *checker) checkNames() {
	for i := 0; i < len(c.q.list); {
		to := c.nameEnd(i)
		if to == i {
			i++
			continue
		}
		c.checkName(i, to)
		i = to
	}
}

// longestName is how many words a name may have.
const longestName = 12

// nameEnd returns where the run of words with capitals that begins at word i ends; i if
// none does.
func (c *checker) nameEnd(i int) int {
	to := i
	for to < min(len(c.q.list), i+longestName) && !c.covered[to] && (isCapital(c.q.rawWord(to)) || to > i && c.q.isJoinedNumber(to)) {
		if to > i && (c.q.list[to].marks&opens != 0 || !joinsNames(c.q.between(to))) {
			break
		}
		to++
	}
	if to == i || c.q.list[i].marks&opens == 0 || hasInnerCapital(c.q.rawWord(i)) {
		return to
	}
	if to == i+1 && !c.isNameAtStart(i) {
		return i
	}
	return to
}

// isNameAtStart reports whether the first word of a sentence is a name: its capital says
// nothing, but the text may print it with one elsewhere than at starts.
func (c *checker) isNameAtStart(i int) bool {
	return strings.HasSuffix(c.q.rawWord(i), "'s") || strings.HasSuffix(c.q.rawWord(i), "’s")
}

// joinsNames reports whether a gap may stand inside a name.
func joinsNames(gap string) bool {
	return gap == " " || gap == "-" || gap == ". " || gap == "." || gap == "‑" || gap == "–" || gap == " & " || gap == "/" || gap == "\u00A0"
}

func hasInnerCapital(printed string) bool {
	_, size := utf8.DecodeRuneInString(printed)
	return text.HasCapital(printed[size:]) && text.IsASCII(printed) || text.HasDigit(printed)
}

// checkName looks for the words of a name.
func (c *checker) checkName(from, to int) {
	for from+1 < to && c.q.is(from, common) {
		from++
	}
	if c.checkPeople(from, to) {
		return
	}
	missing := -1
	checked := false
	for i := from; i < to; i++ {
		if c.isNoAnchor(i) {
			continue
		}
		if c.q.list[i].id == 0 && !c.q.spend(2*len(c.t.words.letters)) {
			return
		}
		if i == from && c.q.list[i].marks&opens != 0 && !hasInnerCapital(c.q.rawWord(i)) && c.isOrdinary(i, to) {
			continue
		}
		checked = true
		if !c.knowsName(i, from, to) && missing < 0 {
			missing = i
		}
	}
	if number, of := c.otherNumber(from, to); missing < 0 && number >= 0 {
		c.at(c.anchor(Name, number-1, number+1, Absent), of-1, of+1)
		return
	}
	if !checked {
		return
	}
	if missing < 0 {
		missing = c.apart(from, to)
	}
	if missing < 0 && c.isOtherCompound(to-1) {
		c.at(c.anchor(Name, to-1, to+1, Absent), int(c.t.index.heads[c.q.list[to-1].id]), int(c.t.index.heads[c.q.list[to-1].id])+2)
		return
	}
	if missing < 0 {
		a := c.anchor(Name, from, to, BorneOut)
		if id := c.q.list[to-1].id; id != 0 {
			for j := range c.t.occurrences(id, 1) {
				c.at(a, j, j+1)
			}
		}
		return
	}
	a := c.anchor(Name, missing, c.missingEnd(missing, to, from), Absent)
	if from, to := c.nameInstead(); to > from {
		c.at(a, from, to)
	}
}

// apart returns the first word of a name that the text has, but never beside the word of the
// name before it, though both are in it; -1 if there is none.
func (c *checker) apart(from, to int) int {
	for i := from + 1; i < to; i++ {
		a, b := c.q.list[i-1].id, c.q.list[i].id
		if a == 0 || b == 0 || c.isNoAnchor(i-1) || c.isNoAnchor(i) || i-1 == from && c.q.list[from].marks&opens != 0 {
			continue
		}
		if !c.t.areNear(a, b) {
			return i
		}
	}
	return -1
}

// otherNumber returns the number that a hyphen joins to a word of a name, as in "F-16", if the
// text has it nowhere, and another number that the text joins to that word; -1 if there is none.
func (c *checker) otherNumber(from, to int) (number, of int) {
	for i := from + 1; i < to; i++ {
		if c.q.list[i].id != 0 || !c.q.isJoinedNumber(i) || c.q.list[i-1].id == 0 {
			continue
		}
		for j := range c.t.occurrences(c.q.list[i-1].id, passageOccurrences) {
			if c.t.words.isJoinedNumber(j + 1) {
				return i, j + 1
			}
		}
	}
	return -1, -1
}

// isJoinedNumber reports whether word i is digits that a hyphen joins to the word before.
func (w *words) isJoinedNumber(i int) bool {
	return i < len(w.list) && w.between(i) == "-" && text.IsDigits(string(w.word(i)))
}

// isOtherCompound reports whether a word and the one that a hyphen joins to it are another
// compound than the text makes of the word wherever it has it: "Mind-blind" for "Mind-aware".
func (c *checker) isOtherCompound(i int) bool {
	if i+1 >= len(c.q.list) || c.q.between(i+1) != "-" || c.q.list[i].id == 0 {
		return false
	}
	compounds := 0
	for j := range c.t.occurrences(c.q.list[i].id, passageOccurrences) {
		if c.t.words.between(j+1) != "-" || j+1 == len(c.t.words.list) || c.t.words.list[j+1].id == c.q.list[i+1].id {
			return false
		}
		compounds++
	}
	return compounds > 0
}

// areNear reports whether two words stand near each other anywhere in the text.
func (t *Text) areNear(a, b int32) bool {
	const near, most = 3, 200
	if t.count(a) > most || t.count(b) > most {
		return true
	}
	for j := range t.occurrences(b, most) {
		for k := max(0, j-near); k < min(len(t.words.list), j+near+1); k++ {
			if t.words.list[k].id == a && k != j {
				return true
			}
		}
	}
	return false
}

// missingEnd returns where the words of a name that the text does not have end.
func (c *checker) missingEnd(i, to, from int) int {
	end := i + 1
	for end < to && !c.isNoAnchor(end) && !c.knowsName(end, from, to) {
		end++
	}
	return end
}

// isOrdinary reports whether the first word of a sentence is none of a name that goes on
// after it.
func (c *checker) isOrdinary(i, to int) bool {
	letters := c.q.word(i)
	if isCommon(letters) || to == i+1 || ordinals[string(letters)] != 0 || bytes.HasSuffix(letters, []byte("ly")) || bytes.HasSuffix(letters, []byte("ing")) {
		return true
	}
	return c.q.list[i].id == 0 && c.t.inflected(letters) == 0 && !c.t.followsName(c.q.list[i+1].id)
}

// followsName reports whether the word of that id is the second of a name wherever the text
// has it in one: then another word in front of it is another name.
func (t *Text) followsName(id int32) bool {
	if id == 0 {
		return false
	}
	for j := range t.occurrences(id, 8) {
		if j > 0 && t.words.between(j) == " " && isCapital(t.words.rawWord(j)) && isCapital(t.words.rawWord(j-1)) && !t.words.is(j-1, common) {
			return true
		}
	}
	return false
}

// isNoAnchor reports whether a word is none that a text has to have.
func (c *checker) isNoAnchor(i int) bool {
	letters := c.q.word(i)
	if len(letters) == 1 || isCommon(letters) || knownWords[string(letters)] {
		return true
	}
	return text.IsDigits(string(letters)) || monthNames[string(letters)] != 0 || weekdayNames[string(letters)] != 0
}

// knowsName reports whether the text, or what is known of the source, has a word of the name
// [from,to) in some form.
func (c *checker) knowsName(i, from, to int) bool {
	letters := c.q.word(i)
	if c.q.list[i].id != 0 || c.isInKnown(letters) {
		return true
	}
	if stem, ok := bytes.CutSuffix(letters, []byte("s")); ok && len(stem) > 1 && (c.t.has(stem) || c.isInKnown(stem)) {
		return true
	}
	if c.t.inflected(letters) != 0 || c.t.hasInside(letters) {
		return true
	}
	if isShouted(c.q.rawWord(i)) && (c.t.expands(letters) || c.t.expands(bytes.TrimSuffix(letters, []byte("s")))) {
		return true
	}
	return to-from > 1 && c.t.has(c.initials(from, to)) || c.t.hasVariant(letters)
}

// isInKnown reports whether the title, the author or the site of the source has a word.
func (c *checker) isInKnown(letters []byte) bool {
	for _, known := range c.s.Known {
		if bytes.Contains(compact(known), letters) {
			return true
		}
	}
	return false
}

// initials returns the first letters of the words of a name.
func (c *checker) initials(from, to int) []byte {
	var letters []byte
	for i := from; i < to; i++ {
		letters = append(letters, c.q.word(i)[0])
	}
	return letters
}

// isShouted reports whether a word is printed in capitals, but for an s at its end.
func isShouted(printed string) bool {
	printed = strings.TrimSuffix(printed, "s")
	return len(printed) > 1 && !strings.ContainsFunc(printed, unicode.IsLower)
}

// hasInside reports whether the text has the letters of a longer name in another word, as a
// line's end or a writer may have cut or joined them.
func (t *Text) hasInside(letters []byte) bool {
	const shortest = 5
	return len(letters) >= shortest && bytes.Contains(t.words.letters, letters)
}

// expands reports whether the letters are those with which words of the text in a row begin.
func (t *Text) expands(letters []byte) bool {
	if len(letters) < 2 || len(letters) > 8 {
		return false
	}
	matched := 0
	for i := range t.words.list {
		if t.words.letters[t.words.list[i].at] == letters[matched] {
			matched++
			if matched == len(letters) {
				return true
			}
			continue
		}
		if matched > 0 && t.words.is(i, common) {
			continue
		}
		matched = 0
		if t.words.letters[t.words.list[i].at] == letters[0] {
			matched = 1
		}
	}
	return false
}

// hasVariant reports whether the text has a word of which this one is a short form, or the
// other way round.
func (t *Text) hasVariant(letters []byte) bool {
	const shortest = 3
	if len(letters) <= shortest {
		return false
	}
	for n := len(letters) - 1; n >= max(shortest, len(letters)/2); n-- {
		if id := t.lookUp(letters[:n]); id != 0 && t.isNameWord(id) {
			return true
		}
	}
	return false
}

// isNameWord reports whether the text prints a word with a capital where it is last.
func (t *Text) isNameWord(id int32) bool {
	for j := range t.occurrences(id, 1) {
		return isCapital(t.words.rawWord(j))
	}
	return false
}

// nameInstead returns the words of a name in the passage that the statement does not have.
func (c *checker) nameInstead() (from, to int) {
	w := &c.t.words
	stated := map[int32]bool{}
	for _, word := range c.q.list {
		stated[word.id] = true
	}
	for i := c.passage.from; i < c.passage.to; i++ {
		if w.list[i].marks&opens == 0 && isCapital(w.rawWord(i)) && !stated[w.list[i].id] && !w.is(i, common|beginsDate) && !knownWords[string(w.word(i))] && len(w.word(i)) > 1 {
			for to = i + 1; to < c.passage.to && isCapital(w.rawWord(to)) && joinsNames(w.between(to)); to++ {
			}
			return i, to
		}
	}
	return 0, 0
}
