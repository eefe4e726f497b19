package citation

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// evidence is what a first look at a text finds: whether it is worth a second
// one. It errs to one side only: what it denies cannot be there.
type evidence uint8

const (
	ofNothing  evidence = iota
	ofCitation          // an author and a year may be cited, or all be a formatted reference
	ofWork              // a work may be named as well
)

// lookAt looks at every byte once, and once more if there is a quotation.
//
// A work shows by a quotation that may be a title: words that introduce one are in
// the text or right before it, or a locator is after it; a text with many marks is
// taken to have one. A work without a title needs a container or a publisher, which
// are capitalised names after "in" and "at", before a noun such as "paper", after
// "essay for", after a noun such as "journal", "book" or "thesis", after
// "published", or in parentheses.
//
// A citation needs parentheses and a year; a formatted reference needs a year and
// full stops, a quotation or an imprint in parentheses.
func lookAt(text string) evidence {
	year, stop, paren := false, false, false
	boundary := true // the byte before belongs to no word
	seen := quotesSeen{text: text}
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c == ' ':
		case isASCIILetter(c):
			end := lettersEnd(text, i+1)
			if boundary && cueShapes.mayHave(text[i:end]) && cueAt(text, i, end) {
				return ofWork
			}
			i, boundary = end-1, false
			continue
		case isDigit(c):
			year = year || boundary && i+4 <= len(text) && isYearDigits(text[i:i+4])
			boundary = false
			continue
		case c == '(' || c == '[':
			if venueInParens(text[i+1:]) {
				return ofWork
			}
			paren = true
		case c == '.':
			stop = stop || titleFollowsStop(text, i+1)
		case c == '\'' || c == '"' || c >= utf8.RuneSelf:
			if seen.showTitle(i) {
				return ofWork
			}
		}
		boundary = true
	}
	if year && (stop || paren || seen.opened) {
		return ofCitation
	}
	return ofNothing
}

// quotesSeen are the quotation marks of a text that were looked at.
type quotesSeen struct {
	text   string
	marks  int  // how many may begin or end a title
	opened bool // one opens a quotation
}

// showTitle reports whether the mark at i, or that there are so many, shows that
// the text may have a title.
func (q *quotesSeen) showTitle(i int) bool {
	rest, closes := afterComma(q.text, i)
	opens := mayOpenQuote(q.text, i)
	if closes || opens {
		q.marks++
	}
	first := opens && !q.opened
	q.opened = q.opened || opens
	return q.marks > mostUnclosed || closes && nameFollows(rest, 0) || opens && titleMayOpen(q.text, i) || first && introducesTitle(q.text)
}

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// lettersEnd is where the run of ASCII letters that i is in ends.
func lettersEnd(text string, i int) int {
	for i < len(text) && isASCIILetter(text[i]) {
		i++
	}
	return i
}

// mayOpenQuote reports whether the byte at i begins a character that opens a
// quotation.
func mayOpenQuote(text string, i int) bool {
	if i > 0 && isASCIILetter(text[i-1]) {
		return false // as in "don't", and nearly all letters with accents
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return closingMark(r) != 0 && opensQuote(text, i, r)
}

// cueShapes has the words that cueAt knows, so that few others are looked up.
var cueShapes = shapesOfWords(slices.Values(slices.Concat(
	[]string{"in", "at", "for", "paper", "article", "study", "essay", "editorial", "published", "released", "issued", "printed"},
	wordLists[containerNouns], wordLists[bookNouns], wordLists[thesisNouns])))

// cueAt reports whether the word from i to end announces a container or a publisher.
func cueAt(text string, i, end int) bool {
	var lower [32]byte // as long as the words of cueShapes can be
	for n := range end - i {
		lower[n] = text[i+n] | 0x20
	}
	switch cue := string(lower[:end-i]); cue {
	case "in", "at":
		return nameFollows(text, end)
	case "for":
		return pieceBefore(text, i) && nameFollows(text, end)
	case "published", "released", "issued", "printed":
		return true
	case "paper", "article", "study", "essay", "editorial":
		return capitalBefore(text, i)
	default:
		lists := listsOf(cue)
		return lists.has(containerNouns|thesisNouns) || lists.has(bookNouns) && nameFollows(text, end)
	}
}

// pieceBefore reports whether the word before i is a noun for what is written for
// periodicals: "essay for".
func pieceBefore(text string, i int) bool {
	end := i - 1
	start := end
	for start > 0 && 'a' <= text[start-1] && text[start-1] <= 'z' {
		start--
	}
	return start < end && listsOf(text[start:end]).has(articleNouns|plainNouns)
}

// capitalBefore reports whether the word before i begins with a capital: "PNAS paper".
func capitalBefore(text string, i int) bool {
	start := strings.LastIndexByte(text[:max(i-1, 0)], ' ') + 1
	return start < i && 'A' <= text[start] && text[start] <= 'Z'
}

// nameFollows reports whether a name may follow the word that ends at i, perhaps
// with an article or a year before it.
func nameFollows(text string, i int) bool {
	for range 3 {
		for i < len(text) && !inWord(text[i]) {
			i++
		}
		start := i
		for i < len(text) && inWord(text[i]) {
			i++
		}
		switch next := text[start:i]; {
		case next == "the" || next == "a" || next == "an" || len(next) == 4 && isYearDigits(next):
		case next == "" || 'a' <= next[0] && next[0] <= 'z':
			return hasCapital(next) || listsOf(next).has(lowerNames)
		default:
			return true
		}
	}
	return false
}

// inWord reports whether a byte belongs to a word or a number.
func inWord(c byte) bool { return isASCIILetter(c) || isDigit(c) || c >= utf8.RuneSelf }

func hasCapital(text string) bool {
	for i := range len(text) {
		if 'A' <= text[i] && text[i] <= 'Z' || text[i] >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

// venueInParens reports whether the text after an opening parenthesis may begin
// with a venue: its words look like one, or a number other than a year follows.
func venueInParens(text string) bool {
	end, authors := 0, 0
	for end < len(text) && !isDigit(text[end]) {
		switch text[end] {
		case ')', ']', ';', '(', '[':
			return false
		case ',':
			if name := text[authors:end]; !strings.HasSuffix(name, " et al.") && venueLike(name) {
				return true
			}
			authors = end + 1
		}
		end++
	}
	if authors > 0 {
		return venueLike(text[authors:end])
	}
	digits := end
	for digits < len(text) && inWord(text[digits]) {
		digits++
	}
	year := digits == end+4 && isYearDigits(text[end:digits])
	switch {
	case end == len(text):
		return false
	case strings.TrimSpace(text[:end]) == "": // "2018 Viruses 13"
		return !year || nameFollows(text, digits)
	}
	return !year && hasCapital(text[:end]) || venueLike(text[:end])
}
