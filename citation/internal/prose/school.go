package prose

import (
	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// readSchool states the university of a thesis, whose name begins at token i,
// and the place that a comma introduces: "the University of Bergen, Norway".
func (r *reader) readSchool(i int) (next int) {
	next, ok := r.schoolAt(i)
	if !ok {
		return i
	}
	r.take(ref.FieldInstitution, i, next)
	r.topic = theWork
	return r.readPlaceAfter(next)
}

// isFromSchool reports whether the word at i introduces the university of a thesis that
// is named: "the dissertation 'T' is from Cork University".
func (r *reader) isFromSchool(i int) bool {
	if !r.isThesis() || r.cur.Title == "" || r.topic == theStory || r.cur.Institution != "" {
		return false
	}
	from := r.skipThe(i + 1)
	next, ok := r.schoolAt(from)
	return ok && phrase.IsBody(r.Slice(r.Span(from, next)))
}

// isReportAtHand reports whether the noun at i is that of a report, of which neither the
// title nor who wrote it was named.
func (r *reader) isReportAtHand(i int) bool {
	return r.noun == i && r.At(i).In(lexicon.ReportNouns) && r.cur.isEmpty() && !r.cur.hasAuthors() && !r.subject.wrote()
}

// readFromBody reads the body that brought a report out, if its title follows: "a report
// from the Harbour Institute, 'T'".
func (r *reader) readFromBody(i int) (next int) {
	from := r.skipThe(i + 1)
	next, ok := r.ProperPhrase(from)
	if !ok || !phrase.IsBody(r.Slice(r.Span(from, next))) || !r.titleFollows(next) {
		return r.readFrom(i)
	}
	r.take(ref.FieldInstitution, from, next)
	r.topic = theWork
	return next
}

// isAcceptedBySchool reports whether the word at i says with "by" where a thesis was accepted.
func (r *reader) isAcceptedBySchool(i int) bool {
	return r.isThesis() && r.At(i+1).Is("by") && r.cur.Title != ""
}

func (r *reader) readAcceptedBySchool(i int) (next int) {
	r.topic = theWork
	return r.readSchool(r.skipThe(i + 2))
}

func (r *reader) readFromSchool(i int) (next int) { return r.readSchool(r.skipThe(i + 1)) }

// readPlaceAfter states the place that a comma at i introduces, after whoever
// brought the work out.
func (r *reader) readPlaceAfter(i int) (next int) {
	w := &r.cur.Work
	if !r.At(i).Is(",") || w.Address != "" || !phrase.IsPlace(r.Text, i+1) && !r.IsPlaceWithCountry(i+1) && !r.isDatedPlace(i+1) {
		return i
	}
	next, _ = r.PlaceAt(i + 1)
	r.take(ref.FieldAddress, i+1, next)
	return next
}

// isDatedPlace reports whether the name at i is where a place would be, right
// before the date: "Farnborough, in 1974", "San Diego, May 7–9, 2015".
func (r *reader) isDatedPlace(i int) bool {
	next, ok := r.PlaceName(i)
	if !ok || !r.At(next).Is(",") || text.IsRoman(r.At(next-1).Text) || r.At(i).In(lexicon.FunctionWords|lexicon.VenueHeads|lexicon.PublisherWords) {
		return false
	}
	if next++; r.At(next).Is("in") {
		next++
	}
	_, _, dated := r.DateAt(next)
	return dated
}

// schoolAt reads the name of a university with its campus.
func (r *reader) schoolAt(i int) (next int, ok bool) {
	next, ok = r.PublisherAt(i)
	return r.CampusEnd(i, next), ok
}
