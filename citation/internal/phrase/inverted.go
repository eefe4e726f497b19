package phrase

import (
	"github.com/factcite/factcite/citation/ref"
)

// invertedListAt reads a list at token i in which the given names come after the
// surnames: "Li, Charles N. and Thompson, Sandra A.". Only the first name need be
// written so if it ends in an initial: "Becker, Gary S., and Kevin M. Murphy". A
// list of surnames, "Li, Thompson, and Becker", does not come out even.
func (s *Text) invertedListAt(i int) (list NameList, next int, ok bool) {
	n, next, ok := s.givenAfterComma(i)
	if !ok {
		return NameList{}, i, false
	}
	names := []ref.Name{n}
	initial := s.At(next - 1).Is(".")
	if after, ok := s.EtAl(next); ok && initial {
		return NameList{names, true}, after, true
	}
	for {
		at, ok := s.Separator(next)
		if !ok || s.At(at).Kind == Quoted {
			return NameList{Names: names}, next, len(names) > 1
		}
		n, after, ok := s.givenAfterComma(at)
		if !ok {
			break
		}
		names, next = append(names, n), after
	}
	if !initial || len(names) > 1 {
		return NameList{}, i, false
	}
	at, _ := s.Separator(next)
	rest, next, ok := s.NamesAt(at)
	if !ok || rest.IsBare() {
		return NameList{}, i, false
	}
	return NameList{append(names, rest.Names...), rest.EtAl}, next, true
}

// givenAfterComma reads "Thompson, Sandra A." at token i: a surname of one word,
// perhaps with its particles, and at least one given name that is no initial.
func (s *Text) givenAfterComma(i int) (n ref.Name, next int, ok bool) {
	family, ok := s.familyAt(i)
	given := family + 1
	if !ok || !s.At(family).Is(",") || s.IsInitial(given) || IsInitials(s.At(given)) || !s.IsNameWord(given) || IsPlace(s, given) {
		return ref.Name{}, i, false
	}
	next = given + 1
	for words := 1; s.IsInitial(next) || words < 2 && s.IsNameWord(next); words++ {
		if s.IsInitial(next) {
			next++
		}
		next++
	}
	n = s.Family(i, family)
	n.Given = s.Slice(s.Span(given, next))
	return n, next, true
}
