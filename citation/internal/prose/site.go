package prose

import (
	"strings"

	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// gatherings are nouns for what people come to.
var gatherings = words("talk", "workshop", "session", "seminar", "webinar", "lecture", "panel", "keynote", "event", "tutorial", "reading")

// isToCome reports whether the quotation is what something is called that is yet to take place.
func (q quotation) isToCome() bool {
	switch after := q.At(q.i + 2); q.At(q.i + 1).Lower {
	case "is":
		return after.Is("on") || after.Is("at") || after.Is("scheduled") || after.Is("planned") || phrase.IsMonth(after)
	case "will", "starts", "begins", "takes":
		return true
	}
	return false
}

var (
	sited = words("page", "webpage", "website", "site")
	kept  = words("dataset", "data", "corpus", "database")
)

// isSite reports whether the address of the page that the quotation names is after it.
func (q quotation) isSite() bool {
	for at := q.i + 1; at < q.i+longestAnnounced; at++ {
		switch t := q.At(at); {
		case t.Kind == phrase.Link:
			return strings.HasPrefix(t.Text, "http") || strings.HasPrefix(t.Text, "www.")
		case t.Kind == phrase.Quoted, t.Kind == phrase.NoToken:
			return false
		}
	}
	address, linked := q.AddressOf(q.span())
	return linked && address[0] < address[1]
}

// isKept reports whether the parentheses after the quotation say where the data are.
func (q quotation) isKept() bool {
	open := q.i + 1
	if q.isIdentified() {
		return true
	}
	if !q.At(open).Is("(") {
		return false
	}
	for at, end := open+1, q.ClosingParen(open); at < end; at++ {
		if t := q.At(at); t.Kind == phrase.Link {
			var w phrase.Work
			q.ReadIdentifier(at, &w)
			return phrase.IsDataDOI(w.DOI) || phrase.IsRepository(w.URL)
		}
	}
	return false
}

func (r *reader) callItPage() { r.cur.Reference.Kind = ref.WebPage }

func (r *reader) callItData() { r.cur.Reference.Kind = ref.Dataset }

// isArticleOfWork reports whether the quotation is said to be in a book in which one looks
// things up.
func (q quotation) isArticleOfWork() bool {
	if !q.At(q.i+1).Is("in") || !q.before.Is("entry") {
		return false
	}
	from := q.skipArticle(q.i + 2)
	next, ok := q.ProperPhrase(from)
	if q.At(from).Kind == phrase.Quoted {
		next, ok = from+1, true
	}
	if !ok {
		return false
	}
	return looksUp(q.Slice(q.Span(from, next)))
}

// looksUp reports whether a name is that of a book in which one looks things up.
func looksUp(name string) bool {
	name = strings.ToLower(name)
	return strings.Contains(name, "encyclop") || strings.Contains(name, "dictionary of") || strings.Contains(name, "handbook of") || strings.Contains(name, "companion to")
}
