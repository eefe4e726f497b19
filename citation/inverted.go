package citation

// invertedListAt reads a list at token i in which the given names come after the
// surnames: "Li, Charles N. and Thompson, Sandra A.". Only the first name need be
// written so if it ends in an initial: "Becker, Gary S., and Kevin M. Murphy". A
// list of surnames, "Li, Thompson, and Becker", does not come out even.
func (s *sentence) invertedListAt(i int) (list nameList, next int, ok bool) {
	n, next, ok := s.givenAfterComma(i)
	if !ok {
		return nameList{}, i, false
	}
	names := []Name{n}
	initial := s.at(next - 1).is(".")
	if after, ok := s.etAl(next); ok && initial {
		return nameList{names, true}, after, true
	}
	for {
		at, ok := s.separator(next)
		if !ok {
			return nameList{names: names}, next, len(names) > 1
		}
		n, after, ok := s.givenAfterComma(at)
		if !ok {
			break
		}
		names, next = append(names, n), after
	}
	if !initial || len(names) > 1 {
		return nameList{}, i, false
	}
	at, _ := s.separator(next)
	rest, next, ok := s.namesAt(at)
	if !ok || rest.isBare() {
		return nameList{}, i, false
	}
	return nameList{append(names, rest.names...), rest.etAl}, next, true
}

// givenAfterComma reads "Thompson, Sandra A." at token i: a surname of one word,
// perhaps with its particles, and at least one given name that is no initial.
func (s *sentence) givenAfterComma(i int) (n Name, next int, ok bool) {
	family, ok := s.familyAt(i)
	given := family + 1
	if !ok || !s.at(family).is(",") || s.isInitial(given) || isInitials(s.at(given)) || !s.isNameWord(given) || isPlace(s, given) {
		return Name{}, i, false
	}
	next = given + 1
	for words := 1; s.isInitial(next) || words < 2 && s.isNameWord(next); words++ {
		if s.isInitial(next) {
			next++
		}
		next++
	}
	n = s.family(i, family)
	n.Given = s.slice(s.span(given, next))
	return n, next, true
}
