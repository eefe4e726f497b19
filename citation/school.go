package citation

// readSchool states the university of a thesis, whose name begins at token i,
// and the place that a comma brings: "the University of Bergen, Norway".
func (r *reader) readSchool(i int) (next int) {
	next, ok := r.schoolAt(i)
	if !ok {
		return i
	}
	r.state(&r.cur.Reference, fieldInstitution, r.span(i, next))
	r.close = true
	return r.readPlaceBehind(next)
}

// readPlaceBehind states the place that a comma at i brings behind who brought the
// work out.
func (r *reader) readPlaceBehind(i int) (next int) {
	ref := &r.cur.Reference
	if !r.at(i).is(",") || ref.Address != "" || !isPlace(r.sentence, i+1) && !r.isPlaceWithCountry(i+1) && !r.isDatedPlace(i+1) {
		return i
	}
	next, _ = r.placeAt(i + 1)
	r.state(ref, fieldAddress, r.span(i+1, next))
	return next
}

// isDatedPlace tells whether a name stands at i where a place does, right before
// the date: "Farnborough, in 1974", "San Diego, May 7–9, 2015".
func (s *sentence) isDatedPlace(i int) bool {
	next, ok := s.placeName(i)
	if !ok || !s.at(next).is(",") || isRoman(s.at(next-1).text) || s.at(i).in(functionWords|venueHeads|publisherWords) {
		return false
	}
	if next++; s.at(next).is("in") {
		next++
	}
	_, _, dated := s.dateAt(next)
	return dated
}

// schoolAt reads the name of a university with its campus.
func (s *sentence) schoolAt(i int) (next int, ok bool) {
	next, ok = s.publisherAt(i)
	return s.campusEnd(i, next), ok
}

// campusEnd is where the campus ends that follows the name of a university in
// tokens from to next, or next: "University of California, Irvine", "Indian
// Institute of Technology, Delhi". A university of a city has none: "University of
// Graz, Austria".
func (s *sentence) campusEnd(from, next int) int {
	campus := next + 1
	if !s.at(next).is(",") && !s.at(next).is("at") || !s.hasCampuses(from, next) || !s.at(campus).capital || isMonth(s.at(campus)) || s.isRegion(campus) {
		return next
	}
	end := campus
	for s.at(end).capital {
		end++
	}
	return end
}

// hasCampuses tells whether tokens from to next name a university of a whole
// country or state.
func (s *sentence) hasCampuses(from, next int) bool {
	switch {
	case s.isRegion(next - 1), next-2 > from && s.isRegion(next-2):
		for i := from; i < next-1; i++ {
			if t := s.at(i); t.is("university") || t.is("universidad") || t.is("universidade") {
				return true
			}
		}
	case s.at(from).is("indian"), s.at(from).is("national"):
		return s.at(from + 1).is("institute")
	}
	return false
}
