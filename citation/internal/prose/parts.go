package prose

import (
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// workParts are the readers of what may follow the authors of a work one after the
// other, each after a comma: "by A. Lee, 3rd edition, Cart Press, Leeds, 2011". The
// first that finds what it looks for has read it.
var workParts = []func(r *reader, i int) (next int, ok bool){
	(*reader).readPartEdition,
	(*reader).readPartDate,
	(*reader).readPartReport,
	(*reader).readPartThesis,
	(*reader).readPartVenue,
	(*reader).readPartHouse,
	(*reader).readPartPlace,
}

// readParts reads the parts of a work that the comma at i introduces, one or several.
func (r *reader) readParts(i int) (next int) {
	if r.cur.Title == "" {
		return i
	}
	for r.At(i).Is(",") {
		next, ok := r.readPartOfWork(i + 1)
		if !ok {
			break
		}
		i = next
	}
	return i
}

func (r *reader) readPartOfWork(i int) (next int, ok bool) {
	for _, read := range workParts {
		if next, ok := read(r, i); ok {
			return next, true
		}
	}
	var scratch phrase.Work
	if _, ok := r.ReadIdentifier(i, &scratch); ok {
		return r.ReadIdentifier(i, &r.cur.Work)
	}
	return r.ReadLocator(i, &r.cur.Work)
}

// readPartEdition reads "3rd edition", "revised edition".
func (r *reader) readPartEdition(i int) (next int, ok bool) {
	stated, next := r.EditionAt(i)
	if next == i {
		return i, false
	}
	r.take(ref.FieldEdition, i, stated)
	if r.cur.Noun == "" {
		r.cur.Noun = "book"
	}
	if r.At(next).Is(".") && r.At(next+1).Is(",") { // "2nd ed., Wiley"
		next++
	}
	return next, true
}

func (r *reader) readPartDate(i int) (next int, ok bool) {
	d, next, ok := r.DateAt(i)
	if ok {
		r.takeDate(d)
	}
	return next, ok
}

// readPartVenue reads the journal or the meeting in which the work came out,
// perhaps with its year: "NeurIPS 2022".
func (r *reader) readPartVenue(i int) (next int, ok bool) {
	from := r.skipThe(i)
	if r.At(i).Is("in") {
		from = r.skipThe(i + 1)
	}
	next, ok = r.ProperPhrase(from)
	if r.At(from).Kind == phrase.Quoted && r.isNextItem(from) {
		return i, false
	}
	if r.At(from).Kind == phrase.Quoted && r.cur.Container == "" { // in italics
		r.takeContainer(from, from+1)
		return from + 1, true
	}
	volume := r.At(next)
	numbered := volume.Kind == phrase.Number && !phrase.IsYear(volume) && r.At(next+1).Is(",") && phrase.IsYear(r.At(next+2)) // "Comptes Rendus 118, 1894"
	if !ok || r.cur.Container != "" || !numbered && !r.LooksLikeVenue(from, next) && !r.IsMeeting(from, next) {
		return i, false
	}
	if r.At(next).Is("workshop") && r.At(next+1).Is("on") { // "NeurIPS workshop on Felt"
		if end, ok := r.ProperPhrase(next + 2); ok {
			next = end
		}
	}
	r.takeContainer(from, next)
	if phrase.IsYear(r.At(next)) {
		r.take(ref.FieldYear, next, next+1)
		next++
	}
	return next, true
}

// readPartHouse reads the publishing house, or the body at which a thesis or a
// report was written.
func (r *reader) readPartHouse(i int) (next int, ok bool) {
	next, ok = r.ProperPhrase(i)
	if !ok || r.cur.Publisher != "" || r.cur.Institution != "" {
		return i, false
	}
	name := r.Slice(r.Span(i, next))
	switch {
	case phrase.IsPress(name):
		r.take(ref.FieldPublisher, i, next)
	case r.cur.is(ref.PhDThesis) && phrase.IsBody(name):
		next, _ = r.schoolAt(i)
		r.take(ref.FieldInstitution, i, next)
	case phrase.IsBody(name):
		if r.cur.is(ref.TechReport) || r.cur.is(ref.Book) { // else it is where the authors work
			r.take(r.imprintField(i, next), i, next)
		}
	case r.cur.is(ref.Book) && !phrase.IsPlace(r.Text, i):
		r.take(ref.FieldPublisher, i, next)
	default:
		return i, false
	}
	return next, true
}

// readPartPlace reads where the house is.
func (r *reader) readPartPlace(i int) (next int, ok bool) {
	housed := r.cur.Publisher != "" && r.isDatedPlace(i)
	if !housed && !phrase.IsPlace(r.Text, i) || r.cur.Address != "" {
		return i, false
	}
	next, ok = r.PlaceAt(i)
	if ok {
		r.take(ref.FieldAddress, i, next)
	}
	return next, ok
}

// readAfterTitle reads what the comma at i introduces right after a title: who wrote
// the work, with more parts after them, or the meeting by its acronym and year: "'T',
// Lee & Park, ACL 2022", "'T', CACM 1968".
func (r *reader) readAfterTitle(i int) (next int, ok bool) {
	if r.topic == theStory || !r.endsField(i-1, ref.FieldTitle) {
		return i, false
	}
	if acronym := i + 1; phrase.IsBodyAcronym(r.At(acronym)) && phrase.IsYear(r.At(acronym+1)) && r.cur.Container == "" {
		r.takeContainer(acronym, acronym+1)
		r.take(ref.FieldYear, acronym+1, acronym+2)
		return acronym + 2, true
	}
	list, names, ok := r.NamesAt(i + 1)
	if !ok || r.cur.hasAuthors() || r.subject.wrote() || !list.IsPersonal() || list.IsBare() || r.venueAt(i+1) || r.isPressAt(i+1) {
		return i, false
	}
	if owned := r.afterOwned(names); owned > names && r.isIssueAt(owned) {
		r.cur.Noun = r.At(owned - 1).Lower
		r.takeNames(ref.FieldAuthors, list, i+1, names)
		return owned, true
	}
	after := r.At(names)
	if !after.Is("(") && !(after.Is(",") && (r.venueAt(names+1) || r.isPressAt(names+1) || phrase.IsYear(r.At(names+1)))) {
		return i, false
	}
	r.takeNames(ref.FieldAuthors, list, i+1, names)
	return r.readParts(r.takeYearInParens(names)), true
}

// isPartOfWork reports whether the comma at i introduces what only works have: an
// edition, a publishing house, a venue, that it was published.
func (r *reader) isPartOfWork(i int) bool {
	if !r.At(i).Is(",") {
		return false
	}
	part := i + 1
	if r.IsEditionAt(part) || r.saysPublished(part) {
		return true
	}
	next, ok := r.ProperPhrase(part)
	return ok && (phrase.IsPress(r.Slice(r.Span(part, next))) || r.LooksLikeVenue(part, next))
}

// readAuthorsAfterDash reads who is named after the dash at i, as in a list: "'T' – Ann
// Lee (2015)".
func (r *reader) readAuthorsAfterDash(i int) (next int) {
	list, next, ok := r.NamesAt(i + 1)
	if !ok || r.cur.hasAuthors() {
		return i + 1
	}
	if !list.IsPersonal() {
		return r.readIssuerAfterDash(i+1, next)
	}
	if list.IsBare() || r.YearInParens(next) == (ref.Span{}) && r.At(next).Kind != phrase.NoToken && !isListDash(r.Text, i-1) {
		return i + 1
	}
	r.takeNames(ref.FieldAuthors, list, i+1, next)
	if next = r.takeYearInParens(next); isListDash(r.Text, i-1) {
		if t := r.At(next); t.Is(".") || t.Is(";") {
			return r.readListedParts(next)
		}
	}
	return r.readParts(next)
}

// readIssuerAfterDash reads the body that brought a report out, named after a title and a
// dash: "'T' – Harbour Institute, Report 14".
func (r *reader) readIssuerAfterDash(i, next int) int {
	_, _, numbered := r.ReportNumberAt(r.SkipComma(next))
	if !numbered {
		return i
	}
	r.take(ref.FieldInstitution, i, next)
	return r.readParts(next)
}

// readListedParts reads what an item of a list says after its authors and a full stop:
// ". Harbour Press, London. ISBN 0-555-12345-6".
func (r *reader) readListedParts(i int) (next int) {
	for next = i; r.At(next).Is(".") || r.At(next).Is(";") || r.At(next).Is(","); {
		end, ok := r.readPartOfWork(next + 1)
		if !ok {
			end, ok = r.readListedHouse(next + 1)
		}
		if !ok {
			return next
		}
		next = end
	}
	return next
}

// readListedHouse reads a publishing house of any name, which its place or the end of the
// part follows.
func (r *reader) readListedHouse(i int) (next int, ok bool) {
	next, ok = r.ProperPhrase(i)
	if !ok || r.cur.Publisher != "" || r.cur.Container != "" || !r.At(next).Is(",") && !r.At(next).Is(".") {
		return i, false
	}
	r.take(ref.FieldPublisher, i, next)
	if place := next + 1; r.At(next).Is(",") && phrase.IsPlace(r.Text, place) {
		next = r.readPlace(place, next)
	}
	return next, true
}
