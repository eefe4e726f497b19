package citation

// wordList is a list of words, or several of them: each is a bit. A token knows the
// lists that its word is on, so that one look-up answers for all of them.
type wordList uint64

// What each list is for is said above its words, in wordLists.
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
	identifierLabels
	cueWords
	cuePrepositions
	titleWords
)

// workNouns name a work of any kind.
const workNouns = plainNouns | articleNouns | bookNouns | partNouns | thesisNouns | reportNouns

// cues are the words that say what is beside them in the sentence.
const cues = cueWords | cuePrepositions | identifierLabels | locatorLabels | preprintWords | authoringVerbs | makingVerbs | thesisVerbs | containerNouns | workNouns | monthWords | seasons

// has reports whether a word on the lists l is on one of the others.
func (l wordList) has(others wordList) bool { return l&others != 0 }

// nounType is the entry type that a noun for a work implies by itself, or empty.
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
