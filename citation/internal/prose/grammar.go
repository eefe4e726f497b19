package prose

import (
	"github.com/factcite/factcite/citation/internal/lexicon"
)

// cue is a rule for a word that introduces what follows it.
type cue struct {
	words  anyOf
	when   condition                         // what must hold at the word, nil for nothing
	deed   deed                              // what it says was done, untold for nothing
	onWork bool                              // what follows is about the work, whatever came before
	read   func(r *reader, i int) (next int) // reads what the word at i introduces, nil for nothing
}

// grammar has the cues, each with what it allows. A word is read by the first cue
// that has it and whose condition holds, so a cue with a condition is listed before
// the one for the same word without. A word that no cue takes is read as any other
// word, see [reader.readPlain].
var grammar = []cue{
	// What the work is.
	{words: listed(lexicon.WorkNouns), read: (*reader).readNoun},
	{words: words("edition"), read: (*reader).readEdition},
	{words: words("titled", "entitled"), when: atHand((*reader).isUntitledNoun), read: (*reader).readTitled},
	{words: words("author", "authors"), when: followingIs("of"), read: (*reader).readAuthorOf},

	// What it is part of, where it came out, when, for whom.
	{words: words("in", "at", "on"), when: (*reader).isOfJudge, read: (*reader).leaveAt},
	{words: words("in"), read: (*reader).readIn},
	{words: words("at"), read: (*reader).readAt},
	{words: words("on", "since"), read: (*reader).readOn},
	{words: words("dated"), when: (*reader).isDated, read: (*reader).readFrom},
	{words: words("of"), when: previous((*reader).isPartOfTitle), read: (*reader).readWhole},
	{words: words("of"), when: previous((*reader).isHeldArticle), read: (*reader).readFrom}, // Lee's Tellus article of 1960
	{words: words("for"), read: (*reader).readFor},
	{words: words("to"), when: (*reader).isGrantedTo, read: (*reader).readHolderOfPatent},
	{words: words("to"), read: (*reader).readTo},
	{words: words("from"), when: (*reader).isFromSchool, read: (*reader).readFromSchool},
	{words: words("from"), when: previous((*reader).isReportAtHand), read: (*reader).readFromBody},
	{words: words("from"), when: previous((*reader).isUndatedNoun), read: (*reader).readFrom},
	{words: words("with"), read: (*reader).readWith},
	{words: words("through"), read: (*reader).readThrough},
	{words: words("part"), when: followingIs("of"), read: (*reader).readSeries},
	{words: words("same"), when: followingIn(lexicon.ContainerNouns), read: (*reader).readSame},
	{words: words("series"), when: atHand((*reader).isInSeries), read: after((*reader).readSeriesName)},
	{words: listed(lexicon.ContainerNouns), read: (*reader).readContainerNoun},

	// Who did what with it.
	{words: words("by"), read: (*reader).readBy},
	{words: words("published"), when: previous((*reader).ofMany), read: after((*reader).skipVenue)},
	{words: words("edited", "co-edited", "coedited", "eds", "editors"), read: (*reader).readEdited},
	{words: words("ed"), when: (*reader).isEditedBy, read: (*reader).readEdited},
	{words: words("writing"), when: previous(isIn)},
	{words: listed(lexicon.AuthoringVerbs), onWork: true, read: (*reader).readAuthoringVerb},
	{words: listed(lexicon.MakingVerbs), when: (*reader).isMadeBy, deed: made, onWork: true},
	{words: listed(lexicon.ThesisVerbs), when: atHand((*reader).isThesis), onWork: true},
	{words: words("according"), when: followingIs("to"), read: (*reader).readAccording},
	{words: words("reviewed"), when: following((*reader).titleInVenue), read: after((*reader).skipVenue)},

	// What became of it.
	{words: words("appeared", "appears", "appearing", "featured", "reprinted"), deed: made, onWork: true},
	{words: visiting, when: (*reader).isVisited, read: (*reader).readVisited},
	{words: words("appear"), when: previous((*reader).isFuture), deed: made, onWork: true},
	{words: words("out"), when: (*reader).isOutIn, deed: made, onWork: true},
	{words: words("printed"), when: following((*reader).venueFollows), deed: made, onWork: true},
	{words: words("ran"), when: followingIs("in"), deed: made, onWork: true},
	{words: words("came"), when: followingIs("out"), read: (*reader).readCameOut},
	{words: words("held"), when: atHand((*reader).isAtMeeting), onWork: true},
	{words: words("given"), onWork: true},
	{words: words("accepted"), when: (*reader).isAcceptedBySchool, read: (*reader).readAcceptedBySchool},
	{words: words("accepted"), when: following((*reader).venueFollows), read: after((*reader).readAccepted)},
}

// readCue reads the cue at token i with what it introduces.
func (r *reader) readCue(i int) (next int) {
	t := r.At(i)
	for n := range grammar {
		if c := &grammar[n]; c.words.has(t) && (c.when == nil || c.when(r, i)) {
			return r.follow(c, i)
		}
	}
	if r.topic == theWork && r.At(i-1).Is(",") {
		if d, next, ok := r.DateAt(i); ok {
			r.takeDate(d)
			return next
		}
	}
	return r.readPlain(i)
}

// follow does what the cue at token i says.
func (r *reader) follow(c *cue, i int) (next int) {
	r.deed = max(r.deed, c.deed)
	if c.onWork {
		r.topic = theWork
	}
	if c.read == nil {
		return i + 1
	}
	return c.read(r, i)
}
