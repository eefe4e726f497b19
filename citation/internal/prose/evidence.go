package prose

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/internal/text"
)

// Evidence is what a first look at a text finds: whether it is worth a second
// one. It errs to one side only: what it denies cannot be there.
type Evidence uint8

const (
	OfNothing  Evidence = iota
	ofCitation          // an author and a year may be cited, or all be a formatted reference
	OfWork              // a work may be named as well
)

// Look looks at every byte once, and once more if there is a quotation.
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
func Look(content string) Evidence {
	year, stop, paren := false, false, false
	boundary := true // the byte before belongs to no word
	seen := quotesSeen{text: content}
	for i := 0; i < len(content); i++ {
		c := content[i]
		switch {
		case c == ' ':
		case text.IsLetter(c):
			end := text.LettersEnd(content, i+1)
			if boundary && cueShapes.MayHave(content[i:end]) && cueAt(content, i, end) {
				return OfWork
			}
			i, boundary = end-1, false
			continue
		case text.IsDigit(c):
			if c == '1' && phrase.StartsDOI(content[i:]) {
				return OfWork
			}
			if boundary && i+4 <= len(content) && text.IsYearDigits(content[i:i+4]) {
				year, paren = true, paren || endsCitedNames(content[:i])
			}
			boundary = false
			continue
		case c == '(' || c == '[':
			if venueInParens(content[i+1:]) || imprintInParens(content[i+1:]) || versionInParens(content[i+1:]) {
				return OfWork
			}
			paren = true
		case c == '.' && i > 1 && content[i-1] == 'v' && content[i-2] == ' ' && capitalAfter(content, i+1): // "Roe v."
			return OfWork
		case c == '.':
			stop = stop || phrase.TitleFollowsStop(content, i+1)
		case c == '-' || c >= utf8.RuneSelf && isSpacedDash(content[i:]):
			if endsDashed(content[i:]) {
				return OfWork
			}
		case c == '\'' || c == '"' || c >= utf8.RuneSelf:
			if seen.showTitle(i) || ownsImprint(content, i) {
				return OfWork
			}
		}
		boundary = true
	}
	if year && (stop || paren || seen.opened) {
		return ofCitation
	}
	return OfNothing
}

// endsCitedNames reports whether a text, right before a year, may end with the names of a
// citation that has no parentheses: "Lee & Park ", "Lee et al. ", "cf. Lee ", "Lee+".
func endsCitedNames(before string) bool {
	names, spaced := strings.CutSuffix(before, " ")
	if !spaced {
		return strings.HasSuffix(before, "+")
	}
	start := strings.LastIndexByte(names, ' ') + 1
	name, joint := strings.TrimSuffix(names[start:], ","), names[:max(0, start-1)]
	if name == "al" || name == "al." {
		return true
	}
	if name == "" || name[0] < utf8.RuneSelf && !text.HasCapital(name[:1]) {
		return false
	}
	joint = joint[strings.LastIndexByte(joint, ' ')+1:]
	return isJoint(strings.TrimRight(strings.ToLower(joint), ".,;"))
}

// isJoint reports whether a word may come before the last name of a citation.
func isJoint(word string) bool {
	return word == "and" || word == "&" || word == "also" || len(word) == 1 && !text.IsDigit(word[0]) || foreignAnd.hasWord(word) || pointers.hasWord(word) || lexicon.ListsOf(word).Has(lexicon.Particles)
}

// longestOwned is how many bytes a title may have that follows a possessive.
const longestOwned = 120

// ownsImprint reports whether a possessive at i may have a title after it, whose imprint
// is in parentheses: "Lee's Flora of the Marshes (Graz, 1909)".
func ownsImprint(content string, i int) bool {
	_, size := utf8.DecodeRuneInString(content[i:])
	title, owned := strings.CutPrefix(content[i+size:], "s ")
	if !owned || i == 0 || !mayBeCapital(title) {
		return false
	}
	open := strings.Index(title[:min(len(title), longestOwned)], " (")
	if open < 0 || !mayBeCapital(title[open+2:]) && !text.IsDigit(title[min(open+2, len(title)-1)]) {
		return false
	}
	return text.FirstYear(title[open:min(len(title), open+longestOwned)]) != ""
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
	if opens && strings.ContainsRune("„«»‚", firstRune(q.text[i:])) { // the marks of other languages
		return true
	}
	return q.marks > phrase.MostUnclosed || closes && (nameFollows(rest, 0) || locatorFollows(rest)) || opens && titleMayOpen(q.text, i) || first && introducesTitle(q.text)
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// locatorFollows reports whether a locator or a year may follow the comma or the
// parenthesis that rest begins with.
func locatorFollows(rest string) bool {
	rest = strings.TrimLeft(rest, ",( ")
	if rest == "" || text.IsDigit(rest[0]) {
		return rest != ""
	}
	_, lists := lexicon.LookUp(rest[:text.LettersEnd(rest, 0)])
	return lists.Has(lexicon.LocatorLabels)
}

// mayOpenQuote reports whether the byte at i begins a character that opens a
// quotation.
func mayOpenQuote(content string, i int) bool {
	if phrase.OpensDetached(content, i) {
		return true
	}
	if i > 0 && text.IsLetter(content[i-1]) {
		return false // as in "don't", and nearly all letters with accents
	}
	r, _ := utf8.DecodeRuneInString(content[i:])
	return phrase.ClosingMark(r) != 0 && phrase.OpensQuote(content, i, r)
}

// cueShapes has the words that cueAt knows, so that few others are looked up.
var cueShapes = text.ShapesOfWords(slices.Values(slices.Concat(
	[]string{"version", "patent", "patents", "in", "at", "by", "for", "paper", "article", "study", "essay", "editorial", "online", "published", "released", "issued", "printed", "author", "authors"},
	lexicon.WordLists[lexicon.AuthoringVerbs], lexicon.WordLists[lexicon.SeriesWords], lexicon.WordLists[lexicon.IdentifierLabels],
	lexicon.WordLists[lexicon.ContainerNouns], lexicon.WordLists[lexicon.TitleCues], lexicon.WordLists[lexicon.PlainNouns], lexicon.WordLists[lexicon.ArticleNouns],
	lexicon.WordLists[lexicon.BookNouns], lexicon.WordLists[lexicon.PartNouns], lexicon.WordLists[lexicon.ThesisNouns], lexicon.WordLists[lexicon.ReportNouns])))

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
	case "published", "released", "issued", "printed", "patent", "patents":
		return true
	case "online":
		return strings.Contains(text[max(0, i-longestOwned):i], "data")
	case "version":
		return end+1 < len(text) && '0' <= text[end+1] && text[end+1] <= '9' && (strings.Contains(text[end:min(len(text), end+20)], "(") || strings.HasSuffix(text[:i], "), "))
	case "by":
		return (bookBefore(text, i) || productBefore(text, i) || capitalBefore(text, i) || i < longestUnmarked && phrase.IsTitleCase(text[:i])) && nameFollows(text, end)
	case "author", "authors":
		return strings.HasPrefix(text[end:], " of ") && nameFollows(text, end+len(" of"))
	case "paper", "article", "study", "essay", "editorial":
		return capitalBefore(text, i) || nameFollows(text, end)
	default:
		lists := lexicon.ListsOf(cue)
		return lists.Has(lexicon.AuthoringVerbs) && capitalAfter(text, end) || lists.Has(lexicon.ContainerNouns|lexicon.ThesisNouns|lexicon.IdentifierLabels) || lists.Has(lexicon.SeriesWords) && text[i] < 'a' || lists.Has(lexicon.WorkNouns|lexicon.TitleCues) && nameFollows(text, beingEnd(text, end))
	}
}

// beingEnd is the end of the "is", "was" or "include" after the word that ends at i, or i: "her best
// novel was The Quiet Cart".
func beingEnd(text string, i int) int {
	for _, being := range [...]string{" is", " was", " are", " include"} {
		if strings.HasPrefix(text[i:], being) && capitalAfter(text, i+len(being)) {
			return i + len(being)
		}
	}
	return i
}

// pieceBefore reports whether the word before i is a noun for what is written for
// periodicals: "essay for".
func pieceBefore(text string, i int) bool {
	end := i - 1
	start := end
	for start > 0 && 'a' <= text[start-1] && text[start-1] <= 'z' {
		start--
	}
	return start < end && lexicon.ListsOf(text[start:end]).Has(lexicon.ArticleNouns|lexicon.PlainNouns)
}

// bookBefore reports whether the word before i is a noun for a book or an article:
// "textbook by".
func bookBefore(text string, i int) bool {
	return lexicon.ListsOf(wordBefore(text, i)).Has(lexicon.WorkNouns)
}

// wordBefore is the word before the one at i, which may be one of a list or a name: the end of
// any that is longer than all of them.
func wordBefore(text string, i int) string {
	const longest = 64
	before := text[max(0, i-1-longest):max(0, i-1)]
	return before[strings.LastIndexByte(before, ' ')+1:]
}

// productBefore reports whether "by" at i may have who made software or data after it.
func productBefore(text string, i int) bool {
	called := text[max(0, i-longestImprint):i]
	return strings.Contains(called, ", a") || strings.Contains(called, " is a") || strings.Contains(called, ", the")
}

// capitalBefore reports whether the word before i begins with a capital: "PNAS paper".
func capitalBefore(text string, i int) bool {
	word := wordBefore(text, i)
	return word != "" && 'A' <= word[0] && word[0] <= 'Z'
}

// capitalAfter reports whether the word after i begins with a capital: "wrote The".
func capitalAfter(text string, i int) bool {
	return i < len(text) && text[i] == ' ' && mayBeCapital(text[i+1:])
}

// mayBeCapital reports whether a text begins with a capital, or with a letter outside ASCII.
func mayBeCapital(text string) bool {
	return text != "" && (text[0] >= utf8.RuneSelf || 'A' <= text[0] && text[0] <= 'Z')
}

// nameFollows reports whether a name may follow the word that ends at i, perhaps
// with an article or a year before it.
func nameFollows(content string, i int) bool {
	for range 3 {
		for i < len(content) && !inWord(content[i]) {
			i++
		}
		start := i
		for i < len(content) && inWord(content[i]) {
			i++
		}
		switch next := content[start:i]; {
		case next == "the" || next == "a" || next == "an" || len(next) == 4 && text.IsYearDigits(next):
		case next == "" || 'a' <= next[0] && next[0] <= 'z':
			return text.HasCapital(next) || lexicon.ListsOf(next).Has(lexicon.LowerNames)
		default:
			return true
		}
	}
	return false
}

// inWord reports whether a byte belongs to a word or a number.
func inWord(c byte) bool { return text.IsLetter(c) || text.IsDigit(c) || c >= utf8.RuneSelf }

// venueInParens reports whether the text after an opening parenthesis may begin
// with a venue: its words look like one, or a number other than a year follows.
func venueInParens(content string) bool {
	end, authors := 0, 0
	for end < len(content) && !text.IsDigit(content[end]) {
		switch content[end] {
		case ')', ']', ';', '(', '[':
			return false
		case ',':
			if name := content[authors:end]; !strings.HasSuffix(name, " et al.") && phrase.VenueLike(name) {
				return true
			}
			authors = end + 1
		}
		end++
	}
	if authors > 0 {
		return phrase.VenueLike(content[authors:end]) || labelsLocator(content[authors:end])
	}
	digits := end
	for digits < len(content) && inWord(content[digits]) {
		digits++
	}
	year := digits == end+4 && text.IsYearDigits(content[end:digits])
	switch {
	case end == len(content):
		return false
	case strings.TrimSpace(content[:end]) == "": // "2018 Viruses 13"
		return !year || nameFollows(content, digits)
	}
	return !year && text.HasCapital(content[:end]) || phrase.VenueLike(content[:end])
}

// longestImprint is how many bytes an imprint in parentheses may have.
const longestImprint = 100

// imprintInParens reports whether the text after an opening parenthesis, up to the closing
// one, names a body or a house, or an edition, and a year.
func imprintInParens(content string) bool {
	end := strings.IndexByte(content[:min(len(content), longestImprint)], ')')
	if end < 0 || text.FirstYear(content[:end]) == "" {
		return false
	}
	inside := content[:end]
	return isPlacedImprint(inside) || namesSoftwareHouse(inside) || phrase.IsBody(strings.ReplaceAll(inside, ",", "")) || phrase.IsPress(strings.ReplaceAll(inside, ",", "")) || strings.Contains(inside, "ed.") || strings.Contains(inside, "edn") || strings.Contains(inside, "edition")
}

// isSpacedDash reports whether a text begins with a dash that has white space after it.
func isSpacedDash(text string) bool {
	return strings.HasPrefix(text, "– ") || strings.HasPrefix(text, "— ")
}

// endsDashed reports whether a text that begins with a dash has nothing but one side of an item of
// a list after it, with the year in parentheses: "– Ann Lee (Northgate, 2010)".
func endsDashed(content string) bool {
	if len(content) > longestOwned+longestImprint {
		return false
	}
	side, spaced := strings.CutPrefix(strings.TrimLeft(content, "-–—"), " ")
	side = strings.TrimSuffix(side, ".")
	open := strings.IndexByte(side, '(')
	return spaced && 0 < open && strings.IndexByte(side, ')') == len(side)-1 && text.FirstYear(side[open:]) != ""
}

// isPlacedImprint reports whether a text is a place with a colon and a house with its year after
// it: "Leeds: Northgate, 2011".
func isPlacedImprint(inside string) bool {
	place, house, ok := strings.Cut(inside, ": ")
	return ok && mayBeCapital(place) && mayBeCapital(house) && strings.IndexFunc(place, unicode.IsDigit) < 0 && strings.Contains(house, ", ")
}

// namesSoftwareHouse reports whether a house or a team that makes software may be named before a
// comma.
func namesSoftwareHouse(inside string) bool {
	house, _, _ := strings.Cut(inside, ",")
	last := strings.ToLower(house[strings.LastIndexByte(house, ' ')+1:])
	return softwareHouses.hasWord(last) || teams.hasWord(last)
}

// versionInParens reports whether the text after an opening parenthesis begins with a
// version: "v0.4.1; ", "version 2.1, ".
func versionInParens(content string) bool {
	if content == "" || content[0]|0x20 != 'v' {
		return false
	}
	word := text.LettersEnd(content, 1)
	rest := strings.TrimLeft(content[word:], ". ")
	return word <= len("version") && rest != "" && text.IsDigit(rest[0])
}

// labelsLocator reports whether a text is a label before a number: " vol. ".
func labelsLocator(content string) bool {
	word := strings.ToLower(strings.TrimFunc(content, func(r rune) bool { return !unicode.IsLetter(r) }))
	return lexicon.ListsOf(word).Has(lexicon.LocatorLabels) || len(word) <= 2 && word != ""
}
