package prose

import (
	"slices"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
)

// anyOf are the words that a rule is for.
type anyOf struct {
	lists lexicon.WordList // the words of these lists
	words []string         // and these
}

func listed(lists lexicon.WordList) anyOf       { return anyOf{lists: lists} }
func words(words ...string) anyOf               { return anyOf{words: words} }
func (a anyOf) or(lists lexicon.WordList) anyOf { return anyOf{a.lists | lists, a.words} }
func (a anyOf) isEverything() bool              { return a.lists == 0 && a.words == nil }

func (a anyOf) has(t *phrase.Token) bool {
	return t.In(a.lists) || a.hasWord(t.Lower)
}

// hasWord reports whether one of the words that are no list's is this one.
func (a anyOf) hasWord(word string) bool { return slices.Contains(a.words, word) }

// condition is what must hold at token i for a cue to be followed.
type condition func(r *reader, i int) bool

// atHand is a condition on what has been said so far.
func atHand(holds func(r *reader) bool) condition {
	return func(r *reader, _ int) bool { return holds(r) }
}

// following is a condition on the token after the cue.
func following(holds condition) condition {
	return func(r *reader, i int) bool { return holds(r, i+1) }
}

// previous is a condition on the token before the cue.
func previous(holds condition) condition {
	return func(r *reader, i int) bool { return holds(r, i-1) }
}

func followingIs(word string) condition {
	return func(r *reader, i int) bool { return r.At(i + 1).Is(word) }
}

func isIn(r *reader, i int) bool { return r.At(i).Is("in") } // "in writing" is no deed

func followingIn(lists lexicon.WordList) condition {
	return func(r *reader, i int) bool { return r.At(i + 1).In(lists) }
}

// after reads from the token after the cue on.
func after(read func(r *reader, i int) (next int)) func(r *reader, i int) (next int) {
	return func(r *reader, i int) int { return read(r, i+1) }
}
