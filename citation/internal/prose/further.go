package prose

import (
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// isNextItem reports whether the quotation at i is the next item of a list, after the title at
// hand: a comma or "and" is before it, and "by" after both: "'T' by A (2010), 'U' by B (2011)".
func (r *reader) isNextItem(i int) bool {
	last := i
	for r.At(last-1).Is("and") || r.At(last-1).Is("&") || r.At(last-1).Is(",") {
		last--
	}
	if last == i {
		return false
	}
	const longest = 40
	for at := last - 1; at > last-longest; at-- {
		switch t := r.At(at); {
		case t.Kind == phrase.NoToken, t.Is(";"):
			return false
		case t.Kind == phrase.Quoted:
			return r.endsField(at, ref.FieldTitle) && r.isBy(at+1) && r.isBy(i+1)
		}
	}
	return false
}

func (r *reader) isBy(i int) bool { return r.At(i).Is("by") && r.namesFollow(i) }

// readFurther reads the next title of a list without marks after the comma or the "and" at i:
// "the author of The Quiet Cart (2010), Felt on Rims (2012) and Axles (2014)".
func (r *reader) readFurther(i int) (next int, ok bool) {
	if !r.At(i).Is(",") && !r.At(i).Is("and") || r.topic == theStory || !r.At(i-1).Is(")") || !r.endsField(i-4, ref.FieldTitle) || r.At(i-4).Kind == phrase.Quoted || !r.dateInParens(i-3) {
		return i, false
	}
	from := i + 1
	if r.At(from).Is("and") {
		from++
	}
	title, ok := r.unmarkedTitleAt(from)
	if !ok || !r.dateInParens(title.next) {
		return i, false
	}
	authors, span := phrase.NameList{Names: r.cur.Authors, EtAl: r.cur.EtAl}, r.cur.Spans[string(ref.FieldAuthors)]
	r.startWork()
	if len(authors.Names) > 0 {
		r.cur.StateNames(ref.FieldAuthors, authors, span)
	}
	r.takeTitle(title.from, title.next)
	r.topic = theWork
	return title.next, true
}

// shareAuthors states the authors of the work at hand for those before it without any that the
// same noun for several works announces: "The novels 'T' (2010) and 'U' (2011) by A".
func (r *reader) shareAuthors() {
	if r.noun < 0 || !r.ofManyAt(r.noun) {
		return
	}
	for i := len(r.works) - 1; i >= 0; i-- {
		w := &r.works[i]
		if len(w.Authors)+len(w.Editors) > 0 || w.Spans[string(ref.FieldTitle)][0] < r.At(r.noun).End {
			return
		}
		w.Authors, w.EtAl = r.cur.Authors, r.cur.EtAl
		w.Spans[string(ref.FieldAuthors)] = r.cur.Spans[string(ref.FieldAuthors)]
	}
}

// isOfLast reports whether a citation names the authors of the work before the one at hand.
func (r *reader) isOfLast(c venueCitation) bool {
	if len(r.works) == 0 {
		return false
	}
	authors, stated := r.works[len(r.works)-1].Spans[string(ref.FieldAuthors)]
	return stated && authors[1] == r.At(c.names-1).End
}
