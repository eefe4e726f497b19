package citation

// readParens reads the parentheses at token i: dates, locators, identifiers, an
// imprint, a venue, or authors right behind a title.
func (r *reader) readParens(i int) (next int) {
	end := r.closingParen(i)
	if c, ok := venueCitationAt(r.sentence, i+1); ok {
		return r.readCitedVenue(c, end)
	}
	if r.subject.arePersons() && r.at(i-1).end == r.subject.span[1] {
		r.readVenueOfSubject(i+1, end)
	}
	for at := i + 1; at < end; {
		at = r.readInParens(at, i, end)
	}
	return end + 1
}

// venueCitation is a citation inside parentheses that names the venue: "A et al.,
// 2018, Journal of Carts", "A & B, ICML 2019".
type venueCitation struct {
	authors     nameList
	from, names int    // the first token of the names, and the one behind them
	venue       [2]int // the first token of the venue, and the one behind it
	year        int
}

// venueCitationAt reads the citation at token i if it names the venue.
func venueCitationAt(s *sentence, i int) (c venueCitation, ok bool) {
	if !s.at(i).capital {
		return c, false
	}
	list, names, ok := s.namesAt(i)
	if !ok {
		return c, false
	}
	return venueBehind(s, list, i, names)
}

// venueBehind reads what a citation that names the venue has behind its authors,
// who stand in tokens from to names.
func venueBehind(s *sentence, authors nameList, from, names int) (c venueCitation, ok bool) {
	c = venueCitation{authors: authors, from: from, names: names}
	if !s.at(from).capital || !authors.isPersonal() || !authors.etAl && len(authors.names) < 2 || !s.at(names).is(",") {
		return c, false
	}
	first := names + 1
	if isYear(s.at(first)) && s.at(first+1).is(",") {
		c.year, first = first, first+2
	}
	next, ok := s.properPhrase(first)
	if !ok || !s.looksLikeVenue(first, next) {
		return c, false
	}
	c.venue = [2]int{first, next}
	if s.at(next).is(",") {
		next++
	}
	if c.year == 0 && isYear(s.at(next)) {
		c.year = next
	}
	return c, c.year != 0
}

// readCitedVenue reads the work that a citation names by its authors and the
// venue, or by its title right before, unless the sentence is about another work.
func (r *reader) readCitedVenue(c venueCitation, end int) (next int) {
	named := r.cur.Title != "" && (r.at(c.from-2).kind != quoted || r.topic == theStory)
	if r.subject.wrote() || named || r.cur.Container != "" || r.cur.hasAuthors() {
		return end + 1
	}
	r.takeNames(fieldAuthors, c.authors, c.from, c.names)
	r.take(fieldYear, c.year, c.year+1)
	r.takeContainer(c.venue[0], c.venue[1])
	r.topic = theWork
	return max(c.venue[1], c.year+1)
}

// readVenueOfSubject reads "(Viruses 13, 2318, 2021)" behind the authors.
func (r *reader) readVenueOfSubject(i, end int) {
	if next, ok := r.properPhrase(i); ok && next < end && r.at(next).kind == number && (!isYear(r.at(next)) || r.looksLikeVenue(i, next)) {
		r.subject.role, r.topic = author, theWork
		r.takeContainer(i, next)
	}
}

// readInParens reads what stands at token at inside the parentheses from open to
// end.
func (r *reader) readInParens(at, open, end int) (next int) {
	ref := &r.cur.Reference
	if next, ok := r.readIdentifier(at, ref); ok {
		return next
	}
	if at == open+1 && (r.topic == theWork || r.subject.wrote()) {
		if next, ok := r.readVenueInParens(at, end); ok {
			return next
		}
	}
	if r.topic == theStory {
		return at + 1
	}
	if d, next, ok := r.dateAt(at); ok && (next >= end || !r.at(next).is("(")) && (ref.Title != "" || ref.Container != "" || ref.Institution != "") {
		r.takeDate(d)
		return next
	}
	if next, ok := r.readLocator(at, ref); ok {
		return next
	}
	if ref.Address == "" && r.endsField(open-1, fieldPublisher) && isPlace(r.sentence, at) {
		next, _ := r.placeAt(at)
		r.take(fieldAddress, at, next)
		return next
	}
	if r.at(at).is("edition") || r.at(at).is("ed") {
		return r.readEdition(at)
	}
	if r.at(open-1).kind == quoted && ref.Title != "" || at == open+1 && (ref.Container != "" || len(ref.Editors) > 0 || ref.Title != "" && r.isPressAt(at) || r.cur.is(PhDThesis)) ||
		r.at(at-1).is(",") && ref.Container != "" && r.isPressAt(at) {
		if next, ok := r.readPlacedImprint(at, end); ok {
			return next
		}
		if next, ok := r.readAuthorsInParens(at, end); ok {
			return next
		}
		if next, ok := r.readImprint(at, end); ok {
			return next
		}
	}
	return at + 1
}

// readVenueInParens reads "ICML 2019", "Road Science, 2011", "Road Science, vol. 5".
func (r *reader) readVenueInParens(i, end int) (next int, ok bool) {
	next, ok = r.properPhrase(i)
	if !ok || next >= end || r.cur.Container != "" || r.isPublisher(i) && !r.cur.is(Article) {
		return i, false
	}
	after := next
	if r.at(after).is(",") {
		after++
	}
	_, _, located := r.locatorWord(after)
	located = located || after == next && r.at(next).kind == number && !isYear(r.at(next)) && r.endsVolume(next)
	if !located && !(isYear(r.at(after)) && (r.isKnown(i, next) || after > next && r.looksLikeVenue(i, next))) {
		return i, false
	}
	r.topic = theWork
	r.takeContainer(i, next)
	return next, true
}

// readAuthorsInParens reads "(Crowley et al.)", "(Lee & Park, 2019)".
func (r *reader) readAuthorsInParens(i, end int) (next int, ok bool) {
	list, next, ok := r.namesAt(i)
	if !ok || next > end || !list.etAl && len(list.names) < 2 || r.cur.hasAuthors() || r.subject.wrote() {
		return i, false
	}
	r.takeNames(fieldAuthors, list, i, next)
	return next, true
}

// readPlacedImprint reads a publisher behind its place, as only publishers stand:
// "(New York: Crown, 2018)".
func (r *reader) readPlacedImprint(i, end int) (next int, ok bool) {
	place, ok := r.placeAt(i)
	if !ok || !r.at(place).is(":") {
		return i, false
	}
	from := place + 1
	next, ok = r.properPhrase(from)
	if !ok || next > end || next < end && !r.at(next).is(",") && !r.at(next).is(";") {
		return i, false
	}
	r.take(fieldAddress, i, place)
	r.take(r.imprintField(from, next), from, next)
	return next, true
}

// readImprint reads a publisher, perhaps with its place behind it: "(Clarendon
// Press, Oxford, 1999)".
func (r *reader) readImprint(i, end int) (next int, ok bool) {
	next, ok = r.properPhrase(i)
	if !ok || next < end && !r.at(next).is(",") {
		return i, false
	}
	f := r.imprintField(i, next)
	if f == fieldPublisher && !r.isPublisher(i) {
		return i, false
	}
	ref := &r.cur.Reference
	r.take(f, i, next)
	if place := next + 1; place < end && isPlace(r.sentence, place) && ref.Address == "" {
		next, _ = r.placeAt(place)
		r.take(fieldAddress, place, next)
	}
	return next, true
}

// imprintField is what the name in tokens from to next, which brought the work
// out, is to it: the institution of a thesis and, if it is a body, of a report.
func (r *reader) imprintField(from, next int) field {
	switch nounType(r.cur.noun) {
	case PhDThesis:
		return fieldInstitution
	case TechReport:
		if isBody(r.slice(r.span(from, next))) {
			return fieldInstitution
		}
	}
	return fieldPublisher
}
