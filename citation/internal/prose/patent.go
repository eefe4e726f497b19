package prose

import (
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// readPatent reads the number of a patent at token i, and its title if it is beside it:
// "US 9,876,543 B2, 'T'", "'T' (EP 1 234 567)".
func (r *reader) readPatent(i int) (next int, ok bool) {
	number, next, ok := r.PatentAt(i)
	if !ok {
		return i, false
	}
	if r.cur.Title != "" && !r.cur.Patent && r.topic == theWork && (r.At(i-1).Is("(") || r.At(i-1).Is(",")) {
		r.StatePatent(&r.cur.Work, number)
		return next, true
	}
	r.finish()
	r.cur = draft{}
	r.StatePatent(&r.cur.Work, number)
	r.topic = theWork
	title := next
	for r.At(title).Is(",") || r.At(title).Is("(") || r.At(title).Is("titled") || r.At(title).Is("entitled") || r.At(title).Is(":") {
		title++
	}
	if r.At(title).Kind == phrase.Quoted {
		r.takeTitle(title, title+1)
		return title + 1, true
	}
	return next, true
}

// isGrantedTo reports whether the "to" at i says whose the patent at hand is.
func (r *reader) isGrantedTo(i int) bool {
	t := r.At(i - 1)
	return r.cur.Patent && (t.Is("granted") || t.Is("issued") || t.Is("awarded"))
}

// readHolderOfPatent reads whose the patent is: "granted to Ann Lee".
func (r *reader) readHolderOfPatent(i int) (next int) {
	list, next, ok := r.NamesAt(r.skipThe(i + 1))
	if !ok {
		return i + 1
	}
	r.takeNames(ref.FieldAuthors, list, r.skipThe(i+1), next)
	r.topic = theWork
	return next
}
