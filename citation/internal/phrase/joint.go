package phrase

import (
	"strings"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/internal/venue"
)

// phraseJoint skips what joins the words of a name: "of the", a colon before a
// capital, a comma in a list that an "and" closes. It returns i itself if
// the name may go on without.
func (s *Text) phraseJoint(first, i int) (next int) {
	t := s.At(i)
	switch {
	case t.Is(","):
		if s.ClosesNameList(i + 1) {
			if s.At(i+1).Is("and") || s.At(i+1).Is("&") {
				return i + 2
			}
			return i + 1
		}
		if s.At(i+1).Capital && s.colonBetween(first, i) && s.endsPlainList(i+1) {
			return i + 1
		}
		return len(s.Tokens)
	case t.Is(":"), t.Is("/"), IsDash(t):
		if s.At(i+1).Capital && !locatorWordCapital(s, i+1) {
			return i + 1
		}
		return len(s.Tokens)
	case t.Is("on") && s.At(i+1).Kind == Quoted && s.IsMeeting(first, i):
		return i + 1
	case t.Is("&") || t.In(lexicon.PhraseLinks) && t.Kind == Word && !t.Capital:
		for next = i; s.At(next).Is("&") || s.At(next).In(lexicon.PhraseLinks) && !s.At(next).Capital; next++ {
			if next-i > 3 {
				return len(s.Tokens)
			}
		}
		after := s.At(next)
		if t.Is("of") && s.At(first).In(lexicon.VenueHeads) && after.Kind == Word && !after.Capital && i == first+1 {
			return s.CommonWords(next)
		}
		if !after.Capital && !after.In(lexicon.LowerNames) && !(after.Kind == Number && s.At(next+1).Capital) && !s.isForeignWord(next) || IsMonth(after) {
			return len(s.Tokens)
		}
		if t.Is("from") || t.Is("as") && !after.Capital {
			return len(s.Tokens)
		}
		if (t.Is("in") || t.Is("on") || t.Is("to") || t.Is("through")) && !s.IsMeeting(first, i) && !s.opensTopic(first, i) {
			if (s.At(i+1).Is("the") || IsYear(after)) && !s.isKnownWith(first, next) || t.Is("on") && s.IsKnown(first, i) && !s.isKnownWith(first, next) {
				return len(s.Tokens)
			}
		}
		if t.Is("in") && (s.IsMeeting(first, i) || s.IsKnown(first, i) && !s.isKnownWith(first, next)) && (IsPlace(s, i+1) || s.IsPlaceWithCountry(i+1) || s.isTownWithYear(i+1)) {
			return len(s.Tokens)
		}
		return next
	}
	return i
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

// colonBetween reports whether there is a colon among tokens from to next: the name
// goes on with a list, as in "Genes: Cells, Tissues".
func (s *Text) colonBetween(from, next int) bool {
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
		case t.Is(",") && (s.At(at+1).Is("and") || s.At(at+1).Is("&")):
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
	return t.Is("and") || t.Is("&") || !t.Capital && (t.Is("und") || t.Is("et") || t.Is("y") || t.Is("och") || t.Is("og"))
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
