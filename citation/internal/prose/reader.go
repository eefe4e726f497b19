package prose

import (
	"strings"
	"sync"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// reader reads the works that a sentence tells of, from left to right, once.
//
// A sentence about a work has these parts, of which any may be missing, come
// again or be elsewhere:
//
//	opening   subject           verb       title    where and when         story
//	In 2012,  historian A. Lee  published  'Felt'   in Cart Affairs 26(1)  and argues that …
//
// What the reader knows at a token is how far the sentence has come, in three
// answers, and what has been said of the work:
//
//	subject  who begins the sentence, and whether they wrote what follows
//	deed     whether anybody is said to have made a work
//	topic    whether the words are about the work or about the story
//	cur      the work at hand
//
// Each token is read by what it is:
//
//	a quotation     is a title, a container or neither, by quotationRules; a second
//	                title begins another work
//	parentheses     are read by parensRules
//	a cue           says what follows it, by grammar
//	any other word  turns the topic to the story, unless it is one of the neutral
//	                words that go on about a work: "was", "first", "online"
//
// Titles, containers and most cues turn the topic to the work; a new sentence or a
// semicolon turns it to the story. What the topic allows:
//
//	                       theWork            theStory
//	date, place, locators  are the work's     are nobody's, but for a day that ends the sentence
//	"in" and a name        is its container   is its container if the name is a venue's
//	"by" and names         are its authors    are its authors after a word such as "reported"
//
// What the subject allows: the works of an author need no "by", and a date in the
// opening is theirs. What a judge says of a title has no place, no date and no
// second title until a deed is told.
type reader struct {
	*phrase.Text
	works       []ref.Reference
	named       []ref.Named // films, songs and the like
	art         string      // the kind of the last art that the words tell of
	cur         draft
	subject     subject
	deed        deed
	topic       topic
	noun        int               // the last noun for a work, -1 for none
	openingDate phrase.Date       // "In March 2012, …"
	spoken      *lexicon.Language // that of the sentence, nil for English
	heard       bool              // the language was looked for
	music       answer            // whether it tells of music
	medium      answer            // whether the text says on what a picture is painted
}

// readers are those that have read, whose room the next ones take: a reader is half
// of what a sentence without a work would otherwise allocate.
var readers = sync.Pool{New: func() any { return new(reader) }}

// ReadWorks finds the works of the sentence, and the films, songs and the like that
// it names.
func ReadWorks(s *phrase.Text) (works []ref.Reference, named []ref.Named) {
	r := readers.Get().(*reader)
	defer readers.Put(r)
	*r = reader{Text: s, noun: -1, works: []ref.Reference{}, named: []ref.Named{}}
	r.readCases()
	i := r.readBeginning()
	if !r.subject.isNamed() && !r.mayName() {
		return r.works, r.named
	}
	for at := range i {
		r.noteArt(at)
	}
	for i < len(s.Tokens) {
		r.noteArt(i)
		i = r.step(i)
	}
	r.finish()
	return r.works, r.named
}

// readBeginning reads what begins a text: an item of a list that is no sentence, or the opening of a
// sentence.
func (r *reader) readBeginning() (next int) {
	for _, read := range [...]func(r *reader) (next int, ok bool){(*reader).readListedProduct, (*reader).readOpeningProduct, (*reader).readDashed} {
		if next, ok := read(r); ok {
			return next
		}
	}
	return r.readOpening()
}

// mayName reports whether the sentence can name a work although it begins with
// nobody who wrote one: it has a quotation, or a word that introduces authors.
func (r *reader) mayName() bool {
	for i := range r.Tokens {
		if r.mayNameAt(i) {
			return true
		}
	}
	return false
}

func (r *reader) mayNameAt(i int) bool {
	t := r.At(i)
	switch {
	case t.Is("patent") || t.Is("pat") || t.Is("version") || t.Is("("):
		return true
	case t.Kind == phrase.Quoted, t.Kind == phrase.Link, t.In(lexicon.IdentifierLabels | lexicon.SeriesWords), t.Is("by"), t.Is("according"), phrase.IsApostropheToken(t):
		return true
	case t.Is("writing"):
		return i == 0
	case t.In(lexicon.OfTitles) && r.At(i+1).Is("of"):
		return true
	case t.In(lexicon.WorkNouns | lexicon.TitleCues):
		return r.At(i+1).Capital || r.At(i+1).Is(",") && r.At(i+2).Capital
	case t.Is("in"):
		return i == 0 || i > 1 && r.At(i-1).In(lexicon.ReportingVerbs)
	case t.Is("("):
		_, ok := venueCitationAt(r.Text, i+1)
		return ok
	}
	return false
}

// step reads what begins at token i and returns the token after it.
func (r *reader) step(i int) (next int) {
	t := r.At(i)
	if next, ok := r.readStandard(i); ok {
		return next
	}
	if next, ok := r.readPatent(i); ok {
		return next
	}
	if next, ok := r.readNumberedReport(i); ok {
		return next
	}
	if next, ok := r.readProduct(i); ok {
		return next
	}
	if next, ok := r.readDepository(i); ok {
		return next
	}
	if next, ok := r.readAnnouncedData(i); ok {
		return next
	}
	if r.isVersioned(i) {
		return r.readVersioned(i)
	}
	if t.Is("(") && r.isVersioned(i+1) {
		return r.readVersioned(i + 1)
	}
	if next, ok := r.readFurther(i); ok {
		return next
	}
	switch {
	case t.Kind == phrase.Quoted:
		return r.readQuoted(i)
	case t.Is("(") || t.Is("["):
		return r.readParens(i)
	case t.Kind == phrase.Word && !t.In(lexicon.Cues):
		return r.readPlain(i)
	}
	r.separatesWork(i)
	if next, ok := r.ReadIdentifier(i, &r.cur.Work); ok {
		return next
	}
	if next, ok := r.readNumbers(i); ok {
		return next
	}
	if t.Kind == phrase.Mark {
		return r.readMark(i)
	}
	if t.In(lexicon.PreprintWords) && (r.cur.Title != "" || r.subject.wrote() || r.titleFollows(i+1)) {
		r.cur.Preprint = true
	}
	return r.readCue(i)
}

// readNumbers reads the year after the container, "ICML 2019", or a locator.
func (r *reader) readNumbers(i int) (next int, ok bool) {
	if r.topic == theStory {
		return i, false
	}
	if t := r.At(i); phrase.IsYear(t) && t.Start == r.cur.Spans[string(ref.FieldContainer)][1]+1 {
		r.take(ref.FieldYear, i, i+1)
		return i + 1, true
	}
	return r.ReadLocator(i, &r.cur.Work)
}

// readMark reads the mark at token i: what a comma introduces; another part of
// the sentence, or another sentence, is no longer about the work.
func (r *reader) readMark(i int) (next int) {
	switch t := r.At(i); {
	case t.Is(","):
		return r.readComma(i)
	case phrase.IsDash(t) && r.endsField(i-1, ref.FieldTitle):
		return r.readAuthorsAfterDash(i)
	case t.Is(";") && r.At(i+1).Kind != phrase.Number:
		r.topic = theStory
	case t.Is(".") && r.At(i+1).Capital:
		r.topic = theStory
		return r.readNextSentence(i + 1)
	}
	return i + 1
}

// readNextSentence reads the opening of another sentence at token i, unless there is
// something to tell of already.
func (r *reader) readNextSentence(i int) (next int) {
	told := r.subject.role != nobody && r.subject.role != bystander
	if told || r.IsInitial(i-2) || r.At(i).Start == r.At(i-1).End || !r.cur.isEmpty() || r.cur.hasAuthors() || len(r.works) > 0 {
		return i
	}
	next, ok := r.readSubject(i)
	if !ok {
		return i
	}
	return next
}

// readComma reads what the comma at token i introduces: the journal after a title,
// the publisher after a book's, the place of a meeting, who wrote the work.
func (r *reader) readComma(i int) (next int) {
	if next, ok := r.readApposition(i); ok {
		return next
	}
	if next, ok := r.readVersionOfTitle(i + 1); ok {
		return next
	}
	if r.isPublisherOfContainer(i + 1) {
		return r.readPublisher(i + 1)
	}
	if r.isJournalAfterParens(i + 1) {
		r.takeContainer(i+1, i+2)
		return i + 2
	}
	if next, ok := r.readAfterTitle(i); ok {
		return next
	}
	if next := r.readPlaceOfMeeting(i); next > i {
		return next
	}
	return r.readLateSubject(i)
}

// readPlain reads the word at token i, which is no cue.
func (r *reader) readPlain(i int) (next int) {
	if next, ok := r.readOwner(i); ok {
		return next
	}
	if r.isNamedAfter(i) {
		return r.readNamedAfter(i)
	}
	if t := r.At(i); t.Kind == phrase.Word && !t.In(lexicon.Neutral) && !r.introducesLocator(i) && !r.namesMeetingBefore(i) && !r.isWhatWasPublished(i) && !r.isWhileAgo(i) {
		r.leave()
	}
	return i + 1
}

// introducesLocator reports whether the word at i says that the work takes up the
// pages or the volume after it: "spanning pages".
func (r *reader) introducesLocator(i int) bool {
	_, _, ok := r.LocatorWord(i + 1)
	return ok && strings.HasSuffix(r.At(i).Lower, "ing")
}

// namesMeetingBefore reports whether the noun at i says what the container right
// before it is: "the ACL conference".
func (r *reader) namesMeetingBefore(i int) bool {
	return r.IsMeeting(i, i+1) && r.endsField(i-1, ref.FieldContainer)
}

// isWhatWasPublished reports whether the noun at i is what somebody published, whose
// title is still to be named: "published his results in".
func (r *reader) isWhatWasPublished(i int) bool {
	t := r.At(i)
	return (t.Is("results") || t.Is("findings") || t.Is("theory") || t.Is("discovery") || t.Is("observations") || t.Is("data")) && r.At(i-2).In(lexicon.AuthoringVerbs) && (r.At(i-1).In(lexicon.Possessives) || r.At(i-1).Is("the") || r.At(i-1).Is("these"))
}

// isWhileAgo reports whether the word at i belongs to a time that is told from today: "last
// year", "this week".
func (r *reader) isWhileAgo(i int) bool {
	pointing, span := r.At(i), r.At(i+1)
	if spansOfTime.has(pointing) {
		pointing, span = r.At(i-1), pointing
	}
	return (pointing.Is("last") || pointing.Is("this")) && spansOfTime.has(span)
}

// leave turns from the work to the story. Authors seen in passing, as those by
// whom something was reported, are forgotten.
func (r *reader) leave() {
	r.topic = theStory
	if w := &r.cur; w.guessed && w.isEmpty() {
		w.Authors, w.EtAl, w.guessed = nil, false, false
		w.Drop(ref.FieldAuthors)
	}
}

// leaveAt leaves what the word at i introduces to the story.
func (r *reader) leaveAt(i int) (next int) {
	r.leave()
	return i + 1
}

// isJudging reports whether the sentence tells what somebody did with the work of
// another: then the work did not appear where and when that was done.
func (r *reader) isJudging() bool { return r.subject.role == judge && r.deed == untold }

// isOfJudge reports whether what the preposition at i introduces is told of a judge: what is right
// after a title with its volume is the journal of the work, "reviewed 'T' in Cart Affairs 12 (2019)".
func (r *reader) isOfJudge(i int) bool {
	if !r.isJudging() {
		return false
	}
	_, located := r.locatedAt(r.skipThe(i + 1))
	return !located || !r.At(i).Is("in") || !r.endsField(i-1, ref.FieldTitle)
}

// skipThe skips the article at i, if there is one.
func (r *reader) skipThe(i int) (next int) {
	if r.At(i).Is("the") {
		return i + 1
	}
	return i
}
