package venue

import (
	"slices"
	"strings"
	"sync"

	"github.com/factcite/factcite/internal/text"
)

// title is the words that tell a venue from others, by their abbreviations.
type title struct {
	words         []string
	isMeeting     bool // it says that it is a conference, whatever word it has for that
	isProceedings bool // it begins with "Proceedings"
}

func (t title) key() string {
	key := strings.Join(t.words, " ")
	if t.isMeeting {
		key += meetingMark
	}
	return key
}

// meetingMark ends the keys of names that say that they are of a meeting: "Machine
// Learning" is a journal.
const meetingMark = " |"

// titleOf reduces folded words to those that tell a venue from others.
func titleOf(words []string) (t title) {
	for i, word := range words {
		switch {
		case meetingWords[word]:
			t.isMeeting = true
		case len(t.words) == 0 && (word == "proceedings" || word == "proc"):
			t.isProceedings = true
		case isTitleFiller(word):
		case (word == "papers" || word == "track") && i > 0:
			if mainParts[words[i-1]] {
				t.dropLast(AbbreviateWord(words[i-1]))
			} else {
				t.words = append(t.words, word)
			}
		case word == "papers" || word == "track":
		case i > 0 && words[i-1] == "multi":
			t.words[len(t.words)-1] = AbbreviateWord("multi" + word)
		case word == "ai":
			t.words = append(t.words, "artif", "intell")
		default:
			t.words = append(t.words, AbbreviateWord(withoutYear(word)))
		}
	}
	for _, country := range countries {
		if rest, ok := cutEnd(t.words, country); ok && len(rest) > 0 {
			t.words = rest
		}
	}
	return t
}

// withoutYear takes the year off an acronym: "icml2021".
func withoutYear(word string) string {
	if at := len(word) - 4; at > 1 && text.IsYearDigits(word[at:]) && !text.IsDigit(word[at-1]) {
		return word[:at]
	}
	return word
}

// TitleWords returns the words of a name that tell the venue from others, by their
// abbreviations, without the societies that hold it.
func TitleWords(name string) []string {
	short, _ := titleOf(wordsOf(name)).withoutSponsors()
	return short.words
}

// dropLast drops the last word if it is that one.
func (t *title) dropLast(word string) { t.words, _ = cutEnd(t.words, []string{word}) }

func cutEnd(words, end []string) (rest []string, ok bool) {
	at := len(words) - len(end)
	if at < 0 || !slices.Equal(words[at:], end) {
		return words, false
	}
	return words[:at], true
}

// countries are what may end a name, the "A" of "U.S.A." being no word of a title.
var countries = [][]string{{"u", "s"}, {"usa"}, {"united", "states", "am"}}

// mainParts name the papers and tracks that are the meeting's own.
var mainParts = wordSet("main research conference conf technical long short full regular")

var meetingWords = wordSet("conference conferences conf symposium symp symposia meeting meetings congress colloquium colloq")

// titleFillers say nothing about which venue a name means.
var titleFillers = wordSet("the of on in for and a an at with to by its from de la le et der die und fur del di",

	"annual biennial annu international int intl volume vol part series ser main appear accepted issue no",
	"january february march april may june july august september october november december",
	"jan feb mar apr jun jul aug sep sept oct nov dec virtual event online hybrid oral spotlight poster")

func isTitleFiller(word string) bool {
	return titleFillers[word] || text.IsDigit(word[0]) && (text.IsDigits(word) || Ordinal(word) > 0) || Ordinal(word) > 0 || tenOf(word) > 0 || isRoman(word)
}

// isRoman reports whether a word is a number below forty in Roman numerals, of two
// letters or more.
func isRoman(word string) bool { return len(word) > 1 && strings.Trim(word, "ivx") == "" }

// sponsors are societies whose names stand before those of meetings or do not.
var sponsors = wordSet("acm ieee cvf rsj siam usenix")

// withoutSponsors returns a title without the societies, and without the interest
// groups of the ACM, unless nothing else is left.
func (t title) withoutSponsors() (short, shorter title) {
	isGroup := func(w string) bool { return strings.HasPrefix(w, "sig") && len(w) > 4 }
	short = t.without(func(w string) bool { return sponsors[w] })
	return short, short.without(isGroup)
}

func (t title) without(isDropped func(string) bool) title {
	words := slices.DeleteFunc(slices.Clone(t.words), isDropped)
	if len(words) == 0 {
		return t
	}
	return title{words, t.isMeeting, t.isProceedings}
}

// titles is the table of venues by the keys of all their names.
var titles = sync.OnceValue(func() map[string]*Venue {
	index := make(map[string]*Venue, 2048)
	add := func(v *Venue, t title) {
		if key := t.key(); len(t.words) > 0 && index[key] == nil {
			index[key] = v
		}
	}
	addBoth := func(v *Venue, t title) {
		add(v, t)
		if !v.Journal && !t.isMeeting {
			add(v, title{words: t.words, isMeeting: true})
		}
	}
	for _, v := range table() {
		for _, name := range v.names {
			addBoth(v, titleOf(wordsOf(name)))
		}
	}
	for _, v := range table() {
		for _, name := range v.names {
			if short, shorter := titleOf(wordsOf(name)).withoutSponsors(); !v.Journal || len(short.words) > 2 {
				addBoth(v, short)
				addBoth(v, shorter)
			}
		}
	}
	return index
})

// find returns the venue of the table that has a title. "Proceedings of Machine
// Learning" are no journal that is not called proceedings itself.
func (t title) find() *Venue {
	short, shorter := t.withoutSponsors()
	for _, form := range [...]title{t, short, shorter} {
		v := titles()[form.key()]
		if v != nil && t.isProceedings && v.Journal && !v.isProceedings() {
			v = titles()[form.key()+meetingMark]
		}
		if v != nil {
			return v
		}
	}
	return nil
}

func (v *Venue) isProceedings() bool {
	return slices.ContainsFunc(v.names, func(name string) bool { return strings.HasPrefix(name, "Proc") })
}

func wordSet(lines ...string) map[string]bool {
	set := map[string]bool{}
	for _, line := range lines {
		for word := range strings.FieldsSeq(line) {
			set[word] = true
		}
	}
	return set
}
