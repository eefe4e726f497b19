package phrase

import (
	"strings"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/internal/venue"
)

// phraseJoint skips what joins the words of a name: "of the", a colon before a
// capital, a comma in a list that an "and" closes. It returns i itself if
// the name may go on without, and the end of the tokens if it is over.
func (s *Text) phraseJoint(first, i int) (next int) {
	t := s.At(i)
	joined := true
	switch {
	case t.Is(","):
		next, joined = s.listJoint(first, i)
	case t.Is(":"), t.Is("/"), IsDash(t):
		next, joined = i+1, s.At(i+1).Capital && !locatorWordCapital(s, i+1)
	case t.Is("on") && s.At(i+1).Kind == Quoted && s.IsMeeting(first, i):
		return i + 1
	case s.isPhraseLink(i):
		next, joined = s.linkJoint(first, i)
	default:
		return i
	}
	if !joined {
		return len(s.Tokens)
	}
	return next
}

// listJoint skips a comma within a name that is a list.
func (s *Text) listJoint(first, i int) (next int, ok bool) {
	if s.ClosesNameList(i + 1) {
		if isEnglishAnd(s.At(i + 1)) {
			return i + 2, true
		}
		return i + 1, true
	}
	return i + 1, s.At(i+1).Capital && s.ColonBetween(first, i) && s.endsPlainList(i+1)
}

func (s *Text) isPhraseLink(i int) bool {
	t := s.At(i)
	return t.Is("&") || t.Kind == Word && t.In(lexicon.PhraseLinks) && !t.Capital
}

// linkJoint skips links, "of the", unless they lead out of the name.
func (s *Text) linkJoint(first, i int) (next int, ok bool) {
	const mostLinks = 4
	t := s.At(i)
	for next = i; s.At(next).Is("&") || s.At(next).In(lexicon.PhraseLinks) && !s.At(next).Capital; next++ {
		if next-i == mostLinks {
			return 0, false
		}
	}
	after := s.At(next)
	switch {
	case t.Is("of") && i == first+1 && s.At(first).In(lexicon.VenueHeads) && after.Kind == Word && !after.Capital:
		return s.CommonWords(next), true // "Journal of medicine"
	case IsMonth(after), !after.Capital && !s.goesOnWithoutCapital(next):
		return 0, false
	case t.Is("from"), t.Is("as") && !after.Capital:
		return 0, false
	}
	return next, !s.leavesName(first, i, next)
}

// goesOnWithoutCapital reports whether a token without a capital goes on with a name: a word
// that names have in lower case, a number before a capital, a word of another script.
func (s *Text) goesOnWithoutCapital(i int) bool {
	t := s.At(i)
	return t.In(lexicon.LowerNames) || t.Kind == Number && s.At(i+1).Capital || s.isForeignWord(i)
}

// leavesName reports whether the preposition at i says where, when or on what something
// took place, rather than being of the name that tokens first to i begin and the words at
// next go on with.
func (s *Text) leavesName(first, i, next int) bool {
	t := s.At(i)
	if !t.Is("in") && !t.Is("on") && !t.Is("to") && !t.Is("through") {
		return false
	}
	isMeeting := s.IsMeeting(first, i)
	switch {
	case !isMeeting && !s.opensTopic(first, i) && !s.isKnownWith(first, next) &&
		(s.At(i+1).Is("the") || IsYear(s.At(next)) || t.Is("on") && s.IsKnown(first, i)):
		return true
	case t.Is("in") && (isMeeting || s.IsKnown(first, i) && !s.isKnownWith(first, next)):
		return IsPlace(s, i+1) || s.IsPlaceWithCountry(i+1) || s.isTownWithYear(i+1)
	}
	return false
}

// opensTopic reports whether the link at i introduces the topic of the noun before it,
// which opens the name or what it is for: "Advances in the", "Centre for Research
// on the".
func (s *Text) opensTopic(first, i int) bool {
	return s.At(i-1).In(lexicon.TopicNouns) && (i-1 == first || !s.At(i-2).Capital)
}

// IsKnown reports whether tokens from first to next are the name of a venue of the
// table.
func (s *Text) IsKnown(first, next int) bool {
	_, known := venue.Find(s.Slice(s.Span(first, next)))
	return known
}

// isKnownWith reports whether the name that begins at first is that of a venue of
// the table together with the capitalised words at i: "Science in the Public
// Interest".
func (s *Text) isKnownWith(first, i int) bool {
	for s.At(i).Capital {
		i++
	}
	return s.IsKnown(first, i)
}

// ColonBetween reports whether there is a colon among tokens from to next, after which a
// name goes on with a list, as in "Genes: Cells, Tissues".
func (s *Text) ColonBetween(from, next int) bool {
	for ; from < next; from++ {
		if s.At(from).Is(":") {
			return true
		}
	}
	return false
}

// endsPlainList reports whether the words at i are the rest of a list, after which
// the name can be over: "Tissues, Organs in 2014".
func (s *Text) endsPlainList(i int) bool {
	for s.At(i).Capital && s.At(i+1).Is(",") && s.At(i+2).Capital {
		i += 2
	}
	i++
	t := s.At(i)
	return t.Kind == NoToken || t.Is("in") || t.Is("on") || t.Is("(") || t.Is(",") && IsYear(s.At(i+1)) || t.Is(".") && s.At(i+1).Kind == NoToken
}

// CommonWords reads the rest of a name such as "Journal of medicine and the
// person" and returns the token of its last word.
func (s *Text) CommonWords(i int) (next int) {
	for next = i; s.At(next+1).Kind == Word && !s.At(next+1).Is("in") && !s.At(next+1).Is("on") && !s.At(next+1).In(lexicon.TitleCues); next++ {
	}
	return next
}

func locatorWordCapital(s *Text, i int) bool { _, _, ok := s.LocatorWord(i); return ok }

// ClosesNameList reports whether the words from i, after a comma, go on with a
// name such as "Medicine, Health Care and Philosophy": capitalised words, an
// "and", a capitalised word.
func (s *Text) ClosesNameList(i int) bool {
	for at := i; at < i+6; at++ {
		t := s.At(at)
		switch {
		case IsMonth(t) || t.Kind == Word && t.In(lexicon.LocatorLabels) && s.IsLocatorValue(at+1):
			return false
		case isAnd(t) && (at > i || s.At(i-1).Is(",")):
			return s.endsNameList(at + 1)
		case t.Is(",") && isEnglishAnd(s.At(at+1)):
			return s.endsNameList(at + 2)
		case t.Is(",") && at > i:
			continue
		case t.Kind != Word || !t.Capital && !t.In(lexicon.PhraseLinks):
			return false
		}
	}
	return false
}

// isAnd reports whether a word closes a list, in the languages that names of journals
// are in.
func isAnd(t *Token) bool {
	return isEnglishAnd(t) || !t.Capital && (t.Is("und") || t.Is("et") || t.Is("y") || t.Is("och") || t.Is("og"))
}

// endsNameList reports whether the capitalised words at i end a name and are not
// people who do something next: a verb in the singular is not theirs.
func (s *Text) endsNameList(i int) bool {
	next := i
	for s.At(next).Capital {
		next++
	}
	after := s.At(next)
	return next > i && (after.Kind != Word || after.In(lexicon.Neutral) || !IsVerb(after) || strings.HasSuffix(after.Lower, "s"))
}
