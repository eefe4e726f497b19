package citation

// readParens reads the parentheses at token i: dates, locators, identifiers, an
// imprint, a venue, or authors right behind a title.
func (r *reader) readParens(i int) (next int) {
	end := r.closingParen(i)
	if r.citesVenue(i + 1) {
		return r.readCitedVenue(i+1, end)
	}
	if r.hasPeople(r.subject) && r.at(i-1).end == r.subjects[1] {
		r.readVenueOfSubject(i+1, end)
	}
	for at := i + 1; at < end; {
		at = r.readInParens(at, i, end)
	}
	return end + 1
}

// citesVenue tells whether a citation that names the venue stands at i, inside
// parentheses: "A et al., 2018, Journal of Carts", "A & B, ICML 2019".
func (s *sentence) citesVenue(i int) bool {
	_, _, year, ok := s.citedVenue(i)
	return ok && year != i
}

// citedVenue finds the ends of the names, and the tokens of the venue and of the
// year, of a citation at i that names the venue.
func (s *sentence) citedVenue(i int) (names int, venue [2]int, year int, ok bool) {
	if !s.at(i).capital {
		return 0, venue, 0, false
	}
	list, names, ok := s.namesAt(i)
	if !ok || !s.isPersonal(list) || !list.etAl && len(list.names) < 2 || !s.at(names).is(",") {
		return 0, venue, 0, false
	}
	from := names + 1
	if isYear(s.at(from)) && s.at(from+1).is(",") {
		year, from = from, from+2
	}
	next, ok := s.properPhrase(from)
	if !ok || !s.looksLikeVenue(from, next) {
		return 0, venue, 0, false
	}
	end := next
	if s.at(end).is(",") {
		end++
	}
	if year == 0 && isYear(s.at(end)) {
		year = end
	}
	return names, [2]int{from, next}, year, year != 0
}

// readCitedVenue reads the work that the citation at i names by its authors and
// the venue, or by its title right before, unless the sentence is about another
// work.
func (r *reader) readCitedVenue(i, end int) (next int) {
	named := r.cur.Title != "" && (r.at(i-2).kind != quoted || !r.close)
	if r.active || named || r.cur.Container != "" || len(r.cur.Authors) > 0 {
		return end + 1
	}
	names, venue, year, _ := r.citedVenue(i)
	list, _, _ := r.namesAt(i)
	r.cur.stateNames(fieldAuthors, list, r.span(i, names))
	r.state(&r.cur.Reference, fieldYear, r.span(year, year+1))
	r.stateContainer(&r.cur.Reference, r.span(venue[0], venue[1]))
	r.close = true
	return max(venue[1], year+1)
}

// longestParens is how many tokens parentheses may have.
const longestParens = 200

// closingParen is the token that closes the parentheses opened at i.
func (s *sentence) closingParen(i int) int {
	depth, limit := 0, min(len(s.tokens), i+longestParens)
	for ; i < limit; i++ {
		switch t := s.at(i); {
		case t.is("(") || t.is("["):
			depth++
		case t.is(")") || t.is("]"):
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return i
}

// openingParen is the last token before i that opens parentheses, or i.
func (s *sentence) openingParen(i int) int {
	for at := i; at > max(0, i-longestParens); at-- {
		if s.at(at).is("(") || s.at(at).is("[") {
			return at
		}
	}
	return i
}

// readVenueOfSubject reads "(Viruses 13, 2318, 2021)" behind the authors.
func (r *reader) readVenueOfSubject(i, end int) {
	if next, ok := r.properPhrase(i); ok && next < end && r.at(next).kind == number && (!isYear(r.at(next)) || r.looksLikeVenue(i, next)) {
		r.active, r.close = true, true
		r.stateContainer(&r.cur.Reference, r.span(i, next))
	}
}

// readInParens reads what stands at token at inside the parentheses from open to
// end.
func (r *reader) readInParens(at, open, end int) (next int) {
	ref := &r.cur.Reference
	if next, ok := r.readIdentifier(at, ref); ok {
		return next
	}
	if at == open+1 && (r.close || r.active) {
		if next, ok := r.readVenueInParens(at, end); ok {
			return next
		}
	}
	if !r.close {
		return at + 1
	}
	if d, next, ok := r.dateAt(at); ok && (next >= end || !r.at(next).is("(")) && (ref.Title != "" || ref.Container != "") {
		r.stateDate(ref, d)
		return next
	}
	if next, ok := r.readLocator(at, ref); ok {
		return next
	}
	if r.at(at).is("edition") || r.at(at).is("ed") {
		return r.readEdition(at)
	}
	if r.at(open-1).kind == quoted && ref.Title != "" || at == open+1 && (ref.Container != "" || len(ref.Editors) > 0 || ref.Title != "" && r.isPressAt(at)) {
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
	if !ok || next >= end || r.cur.Container != "" || r.isPublisher(i) && workNouns[r.cur.noun] != Article {
		return i, false
	}
	sp := r.span(i, next)
	_, known := LookupVenue(r.slice(sp))
	after := next
	if r.at(after).is(",") {
		after++
	}
	_, _, located := r.locatorWord(after)
	if !located && !(isYear(r.at(after)) && (known || after > next && r.looksLikeVenue(i, next))) {
		return i, false
	}
	r.close = true
	r.stateContainer(&r.cur.Reference, sp)
	return next, true
}

// readAuthorsInParens reads "(Crowley et al.)", "(Lee & Park, 2019)".
func (r *reader) readAuthorsInParens(i, end int) (next int, ok bool) {
	list, next, ok := r.namesAt(i)
	if !ok || next > end || !list.etAl && len(list.names) < 2 || len(r.cur.Authors) > 0 || r.active {
		return i, false
	}
	r.cur.stateNames(fieldAuthors, list, r.span(i, next))
	return next, true
}

// readImprint reads a publisher, perhaps behind its place: "(Oxford: Clarendon
// Press, 1999)".
func (r *reader) readImprint(i, end int) (next int, ok bool) {
	from := i
	if place, ok := r.placeAt(i); ok && r.at(place).is(":") && place+1 < end {
		from = place + 1
	}
	next, ok = r.properPhrase(from)
	report := workNouns[r.cur.noun] == TechReport && ok && isBody(r.slice(r.span(from, next)))
	if !ok || next < end && !r.at(next).is(",") || !report && !r.isPublisher(from) {
		return i, false
	}
	if from > i {
		r.state(&r.cur.Reference, fieldAddress, r.span(i, from-1))
	}
	f := fieldPublisher
	if report || workNouns[r.cur.noun] == PhDThesis {
		f = fieldInstitution
	}
	r.state(&r.cur.Reference, f, r.span(from, next))
	return next, true
}
