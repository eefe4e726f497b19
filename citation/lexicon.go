package citation

// lexicon has the words of all lists in small groups: the one or two words of a
// group are compared in less time than it takes to hash a word whole.
type lexicon [lexiconGroups][]lexeme

const lexiconGroups = 1 << 10

// lexeme is a word in lower case with the lists that it is on.
type lexeme struct {
	word  string
	lists wordList
}

var lexemes = lexiconOf(wordLists)

// listsOf returns the lists that a word in lower case is on.
func listsOf(word string) wordList {
	if word == "" {
		return 0
	}
	for _, l := range lexemes[groupOf(word)] {
		if l.word == word {
			return l.lists
		}
	}
	return 0
}

// groupOf is the group of a word, by its length and three of its bytes.
func groupOf(word string) uint {
	first, middle, last := uint(word[0]), uint(word[len(word)/2]), uint(word[len(word)-1])
	return ((first*31+middle)*31 + last + uint(len(word))) % lexiconGroups
}

func lexiconOf(lists map[wordList][]string) *lexicon {
	l := new(lexicon)
	for list, words := range lists {
		for _, word := range words {
			l.add(word, list)
		}
	}
	for month := range months {
		l.add(month, monthWords)
	}
	for label := range locatorWords {
		l.add(label, locatorLabels)
	}
	return l
}

func (l *lexicon) add(word string, list wordList) {
	group := &l[groupOf(word)]
	for i := range *group {
		if known := &(*group)[i]; known.word == word {
			known.lists |= list
			return
		}
	}
	*group = append(*group, lexeme{word, list})
}
