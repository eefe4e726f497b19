package citation

import (
	"iter"
	"maps"
)

// wordList is a list of words, or several of them: each is a bit. A token knows the
// lists that its word is on, so that one look-up answers for all of them.
type wordList uint64

// What each list is for stands above its words, in wordLists.
const (
	plainNouns wordList = 1 << iota
	articleNouns
	bookNouns
	partNouns
	thesisNouns
	reportNouns
	loneNouns
	reportKinds
	notWorkNouns
	containerNouns
	authoringVerbs
	issuingVerbs
	makingVerbs
	preprintWords
	sayingVerbs
	periodicalHeads
	plainVerbs
	titleCues
	ofTitles
	afterTitle
	neutral
	functionWords
	notNames
	sentenceOpeners
	commonNouns
	lowerNames
	publisherWords
	nameGlue
	companions
	possessives
	citationOpeners
	reports
	particles
	suffixes
	honours
	bodyWords
	bodyLinks
	firmWords
	nationalWords
	eventWords
	phraseLinks
	topicNouns
	foreignHeads
	wholeWords
	venueHeads
	afterBook
	neutralAuxiliaries
	takingPart
	judgingVerbs
	carryingVerbs
	reportingVerbs
	forewordNouns
	speechVerbs
	thesisVerbs
	seasons
	monthWords
	locatorLabels
)

// workNouns name a work of any kind.
const workNouns = plainNouns | articleNouns | bookNouns | partNouns | thesisNouns | reportNouns

// has tells whether a word on the lists l is on one of the others.
func (l wordList) has(others wordList) bool { return l&others != 0 }

// lexicon has, for each word in lower case, the lists that it is on.
var lexicon = lexiconOf(wordLists)

var lexiconShapes = shapesOfWords(maps.Keys(lexicon))

// listsOf returns the lists that a word in lower case is on: those of the lexicon,
// in which most words are not looked up as their shape is none of its words'.
func listsOf(word string) wordList {
	if !lexiconShapes.mayHave(word) {
		return 0
	}
	return lexicon[word]
}

// wordShapes has, for each first and each last letter, a bit for each length of
// some words. Bytes that agree in their low five bits, and lengths from 31 on, are
// taken for the same, so that a word may have the shape of one without being one.
type wordShapes [32][32]uint32

func shapesOfWords(words iter.Seq[string]) *wordShapes {
	shapes := new(wordShapes)
	for word := range words {
		shapes[word[0]&31][word[len(word)-1]&31] |= 1 << min(len(word), 31)
	}
	return shapes
}

// mayHave tells whether the word has the shape of one of the words.
func (s *wordShapes) mayHave(word string) bool {
	return word != "" && s[word[0]&31][word[len(word)-1]&31]>>min(len(word), 31)&1 != 0
}

func lexiconOf(lists map[wordList][]string) map[string]wordList {
	lexicon := map[string]wordList{}
	for list, words := range lists {
		for _, word := range words {
			lexicon[word] |= list
		}
	}
	for month := range months {
		lexicon[month] |= monthWords
	}
	for label := range locatorWords {
		lexicon[label] |= locatorLabels
	}
	return lexicon
}

// nounType is the entry type that a noun for a work alone speaks for, or empty.
func nounType(noun string) EntryType {
	switch lists := listsOf(noun); {
	case lists.has(plainNouns):
		return Misc
	case lists.has(articleNouns):
		return Article
	case lists.has(bookNouns):
		return Book
	case lists.has(partNouns):
		return InCollection
	case lists.has(thesisNouns):
		return PhDThesis
	case lists.has(reportNouns):
		return TechReport
	}
	return ""
}

// wordSet is a set of words that few tokens are looked up in.
func wordSet(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
