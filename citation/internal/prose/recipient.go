package prose

import (
	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// recipient is the name after the preposition at i, if a title was said to be
// somebody's: for whom it was written, through whom published.
func (r *reader) recipient(i int) (from, next int, ok bool) {
	from = r.skipThe(i + 1)
	next, ok = r.ProperPhrase(from)
	if !ok || r.topic == theStory || r.deed == untold && !r.endsField(i-1, ref.FieldAuthors) || r.cur.Title == "" {
		return i, i + 1, false
	}
	if r.cur.is(ref.TechReport) {
		next, _ = r.BodiesAt(from)
	}
	return from, next, true
}

// withThe is where the name in tokens from on begins, of which the capitalised
// article after the preposition at i is part: "for The Atlantic".
func (r *reader) withThe(i, from int) int {
	if r.At(i+1).Is("the") && r.At(i+1).Capital {
		return i + 1
	}
	return from
}

// readFor reads the newspaper that an article was written for, the body that a
// working paper was.
func (r *reader) readFor(i int) (next int) {
	if next, ok := r.readPieceFor(i); ok {
		return next
	}
	from, next, ok := r.recipient(i)
	if !ok {
		return i + 1
	}
	switch written := r.endsField(i-1, ref.FieldAuthors); {
	case r.cur.is(ref.TechReport):
		r.take(ref.FieldInstitution, from, next)
	case (r.At(i-1).Kind == phrase.Quoted && (r.subject.wrote() || r.noun >= 0) || written) && (r.LooksLikeVenue(from, next) || r.holdsPieces(from, next)):
		r.takeContainer(r.withThe(i, from), next)
	}
	return next
}

// readPieceFor reads the periodical after a noun and "for": "an essay for Cart
// Affairs".
func (r *reader) readPieceFor(i int) (next int, ok bool) {
	from := r.skipThe(i + 1)
	next, ok = r.ProperPhrase(from)
	if ok && r.noun >= 0 && r.At(r.noun).In(lexicon.ArticleNouns) && r.At(r.noun+1).Is("by") && r.cur.isEmpty() && r.endsField(i-1, ref.FieldAuthors) && !phrase.IsBody(r.Slice(r.Span(from, next))) { // "an article by Lee for Cart Affairs"
		r.takeContainer(r.withThe(i, from), next)
		return next, true
	}
	noun := r.At(i - 1)
	if r.noun != i-1 || !noun.In(lexicon.ArticleNouns|lexicon.PlainNouns) {
		return i, false
	}
	if !ok || !(noun.In(lexicon.ArticleNouns) && r.titleFollows(next)) && !(r.subject.wrote() && r.namesPeriodical(from, next)) {
		return i, false
	}
	r.takeContainer(r.withThe(i, from), next)
	return next, true
}

// holdsPieces reports whether the name in tokens from to next, for which something
// was written, can be that of a periodical: it is no body, and an article was
// written or a date follows.
func (r *reader) holdsPieces(from, next int) bool {
	if phrase.IsBody(r.Slice(r.Span(from, next))) {
		return false
	}
	date := next
	if r.At(date).Is(",") && r.At(date+1).Is("published") {
		date += 2
	}
	_, _, dated := r.DateAt(date + 1)
	return r.At(r.noun).In(lexicon.ArticleNouns) || dated && (r.At(date).Is("in") || r.At(date).Is("on"))
}

// readTo reads the school of a thesis, "submitted to", or what holds what somebody
// contributed to it.
func (r *reader) readTo(i int) (next int) {
	if r.topic == theWork && (r.subject.wrote() || r.deed != untold) && r.cur.is(ref.PhDThesis) {
		from := r.skipThe(i + 1)
		if next := r.readSchool(from); next > from {
			return next
		}
	}
	from, next, ok := r.recipient(i)
	if !ok || r.deed != contributed || r.cur.Container != "" {
		return i + 1
	}
	r.takeContainer(r.withThe(i, from), next)
	return next
}

// readThrough reads the publisher through whom a work was published.
func (r *reader) readThrough(i int) (next int) {
	if _, _, ok := r.recipient(i); !ok {
		return i + 1
	}
	return r.readPublisher(i + 1)
}

// readWith reads the publishing house with which a work was published.
func (r *reader) readWith(i int) (next int) {
	from, next, ok := r.recipient(i)
	if !ok || !phrase.IsPress(r.Slice(r.Span(from, next))) {
		return i + 1
	}
	return r.readPublisher(i + 1)
}
