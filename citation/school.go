package citation

// readSchool states the university of a thesis, whose name begins at token i,
// and the place that a comma introduces: "the University of Bergen, Norway".
func (r *reader) readSchool(i int) (next int) {
	next, ok := r.schoolAt(i)
	if !ok {
		return i
	}
	r.take(fieldInstitution, i, next)
	r.topic = theWork
	return r.readPlaceAfter(next)
}

// readPlaceAfter states the place that a comma at i introduces, after whoever
// brought the work out.
func (r *reader) readPlaceAfter(i int) (next int) {
	ref := &r.cur.Reference
	if !r.at(i).is(",") || ref.Address != "" || !isPlace(r.sentence, i+1) && !r.isPlaceWithCountry(i+1) && !r.isDatedPlace(i+1) {
		return i
	}
	next, _ = r.placeAt(i + 1)
	r.take(fieldAddress, i+1, next)
	return next
}

// isDatedPlace reports whether the name at i is where a place would be, right
// before the date: "Farnborough, in 1974", "San Diego, May 7–9, 2015".
func (r *reader) isDatedPlace(i int) bool {
	next, ok := r.placeName(i)
	if !ok || !r.at(next).is(",") || isRoman(r.at(next-1).text) || r.at(i).in(functionWords|venueHeads|publisherWords) {
		return false
	}
	if next++; r.at(next).is("in") {
		next++
	}
	_, _, dated := r.dateAt(next)
	return dated
}

// schoolAt reads the name of a university with its campus.
func (r *reader) schoolAt(i int) (next int, ok bool) {
	next, ok = r.publisherAt(i)
	return r.campusEnd(i, next), ok
}
