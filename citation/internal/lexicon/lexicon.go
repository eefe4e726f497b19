package lexicon

import (
	"strings"

	"github.com/factcite/factcite/internal/text"
)

// lexicon has the words of all lists in small groups: the one or two words of a
// group are compared in less time than it takes to hash a word whole.
type lexicon [lexiconGroups][]lexeme

const lexiconGroups = 1 << 10

// lexeme is a word in lower case with the lists that it is on.
type lexeme struct {
	word  string
	lists WordList
}

var lexemes = lexiconOf(WordLists)

// ListsOf returns the lists that a word in lower case is on.
func ListsOf(word string) WordList { return lexemes.find(word).lists }

// LookUp returns a word in lower case, and the lists that it is on. Words of the
// lexicon are not written anew.
func LookUp(content string) (lower string, lists WordList) {
	if !text.HasCapital(content) {
		return content, ListsOf(content)
	}
	var room [32]byte
	if len(content) > len(room) || !text.IsASCII(content) {
		lower = strings.ToLower(content)
		return lower, ListsOf(lower)
	}
	letters := text.AppendLowerASCII(room[:0], content)
	if l := lexemes.find(string(letters)); l.word != "" {
		return l.word, l.lists
	}
	return string(letters), 0
}

// find returns the lexeme of a word in lower case, or an empty one.
func (l *lexicon) find(word string) (found lexeme) {
	if word == "" {
		return lexeme{}
	}
	group := l[groupOf(word)]
	for i := range group {
		if group[i].word == word {
			return group[i]
		}
	}
	return lexeme{}
}

// groupOf is the group of a word, by its length and three of its bytes.
func groupOf(word string) uint {
	first, middle, last := uint(word[0]), uint(word[len(word)/2]), uint(word[len(word)-1])
	return ((first*31+middle)*31 + last + uint(len(word))) % lexiconGroups
}

func lexiconOf(lists map[WordList][]string) *lexicon {
	l := new(lexicon)
	for list, words := range lists {
		for _, word := range words {
			l.add(word, list)
		}
	}
	for month := range Months {
		l.add(month, MonthWords)
	}
	for label := range LocatorWords {
		l.add(label, LocatorLabels)
	}
	return l
}

func (l *lexicon) add(word string, list WordList) {
	group := &l[groupOf(word)]
	for i := range *group {
		if known := &(*group)[i]; known.word == word {
			known.lists |= list
			return
		}
	}
	*group = append(*group, lexeme{word, list})
}
