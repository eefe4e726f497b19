package lexicon

import (
	"github.com/factcite/factcite/citation/ref"
)

// WordList is a list of words, or several of them: each is a bit. A token knows the
// lists that its word is on, so that one look-up answers for all of them.
type WordList uint64

// What each list is for is said above its words, in wordLists.
const (
	PlainNouns WordList = 1 << iota
	ArticleNouns
	BookNouns
	PartNouns
	ThesisNouns
	ReportNouns
	LoneNouns
	ReportKinds
	NotWorkNouns
	ContainerNouns
	AuthoringVerbs
	IssuingVerbs
	MakingVerbs
	PreprintWords
	SayingVerbs
	PeriodicalHeads
	PlainVerbs
	TitleCues
	OfTitles
	AfterTitle
	Neutral
	FunctionWords
	NotNames
	SentenceOpeners
	CommonNouns
	LowerNames
	PublisherWords
	NameGlue
	Companions
	Possessives
	CitationOpeners
	Reports
	Particles
	Suffixes
	Honours
	BodyWords
	BodyLinks
	FirmWords
	NationalWords
	EventWords
	PhraseLinks
	TopicNouns
	ForeignHeads
	WholeWords
	VenueHeads
	AfterBook
	NeutralAuxiliaries
	TakingPart
	JudgingVerbs
	CarryingVerbs
	ReportingVerbs
	ForewordNouns
	SpeechVerbs
	ThesisVerbs
	Seasons
	MonthWords
	LocatorLabels
	IdentifierLabels
	CueWords
	cuePrepositions
	TitleWords
	ArtNouns
	CastWords
	SeriesWords
)

// WorkNouns name a work of any kind.
const WorkNouns = PlainNouns | ArticleNouns | BookNouns | PartNouns | ThesisNouns | ReportNouns

// Cues are the words that say what is beside them in the sentence.
const Cues = CueWords | cuePrepositions | IdentifierLabels | LocatorLabels | PreprintWords | AuthoringVerbs | MakingVerbs | ThesisVerbs | ContainerNouns | WorkNouns | MonthWords | Seasons

// Has reports whether a word on the lists l is on one of the others.
func (l WordList) Has(others WordList) bool { return l&others != 0 }

// NounType is the entry type that a noun for a work implies by itself, or empty.
func NounType(noun string) ref.EntryType {
	switch lists := ListsOf(noun); {
	case lists.Has(PlainNouns):
		return ref.Misc
	case lists.Has(ArticleNouns):
		return ref.Article
	case lists.Has(BookNouns):
		return ref.Book
	case lists.Has(PartNouns):
		return ref.InCollection
	case lists.Has(ThesisNouns):
		return ref.PhDThesis
	case lists.Has(ReportNouns):
		return ref.TechReport
	}
	return ""
}
