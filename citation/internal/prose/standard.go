package prose

import (
	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// isIdentified reports whether an identifier says which work it is, whatever else is
// known of it.
func (d *draft) isIdentified() bool {
	return d.Standard || d.Patent || d.ArXiv != "" || d.DOI != "" || d.PMID != "" || d.ISBN != ""
}

// readStandard reads the number of a standard at token i, and its title and date if
// they follow: "RFC 7235", "NIST SP 800-37 Revision 1, _Guide_, February 2010".
func (r *reader) readStandard(i int) (next int, ok bool) {
	if !r.At(i).In(lexicon.SeriesWords) {
		return i, false
	}
	st, next, ok := r.StandardAt(i)
	switch {
	case !ok:
		return i, false
	case r.isLabel(i, next) || r.isKnownStandard(st):
		return next, true
	case r.cur.Title != "" && !r.cur.Standard && r.topic == theWork && (r.At(i-1).Is("(") || r.At(i-1).Is(",")):
		r.StateStandard(&r.cur.Work, st)
		return next, true
	}
	r.finish()
	r.cur = draft{}
	r.StateStandard(&r.cur.Work, st)
	if next, ok := r.readTitleOfStandard(next); ok {
		r.topic = theWork
		return next, true
	}
	r.finish()
	r.cur = draft{}
	return next, true
}

// namesStandard reports whether what looks like names, from token from to next, is a
// standard.
func (r *reader) namesStandard(from, next int) bool {
	for ; from < next; from++ {
		if _, _, ok := r.StandardAt(from); ok {
			return true
		}
	}
	return false
}

// isLabel reports whether tokens from to next are in brackets that begin the text, by
// which others refer to it: "[SP 800-37] NIST Special Publication 800-37".
func (r *reader) isLabel(from, next int) bool {
	return from == 1 && r.At(0).Is("[") && r.At(next).Is("]") && r.At(next+1).Kind != phrase.NoToken
}

// isKnownStandard reports whether the sentence has named the standard before.
func (r *reader) isKnownStandard(st phrase.Standard) bool {
	number := r.Slice(st.Number)
	if r.cur.Standard && r.cur.Number == number {
		return true
	}
	for i := range r.works {
		if w := &r.works[i]; w.Type == ref.TechReport && w.Number == number && w.Series != "" {
			return true
		}
	}
	return false
}

// readTitleOfStandard reads the title after the number of a standard, with the date
// after it.
func (r *reader) readTitleOfStandard(i int) (next int, ok bool) {
	if r.At(i).Is(",") || r.At(i).Is(":") {
		i++
	}
	title := unmarkedTitle{i, i + 1, 1}
	if r.At(i).Kind != phrase.Quoted {
		title, ok = r.unmarkedTitleAt(i)
		if !ok || !r.At(i-1).Is(",") && !r.At(i-1).Is(":") || title.words() < 2 || title.capitals < 2 || r.isNoTitle(title) {
			return i, false
		}
	}
	r.takeTitle(title.from, title.next)
	return r.readParts(title.next), true
}

// separatesWork begins another work if the identifier at token i is not that of the
// one at hand: it has one already, the identifier is the next of an enumeration, or the
// words of a link tell of something else.
func (r *reader) separatesWork(i int) {
	if t := r.At(i); t.Kind != phrase.Link && !t.In(lexicon.IdentifierLabels) {
		return
	}
	var other phrase.Work
	if _, ok := r.ReadIdentifier(i, &other); !ok {
		return
	}
	differs := func(f ref.Field) bool {
		has, new := *r.cur.Value(f), *other.Value(f)
		return has != "" && new != "" && has != new
	}
	t := r.At(i)
	linked := t.Kind == phrase.Link && t.Start > r.At(i+1).Start && i+1 < len(r.Tokens) // its address is after the text
	if differs(ref.FieldArXiv) || differs(ref.FieldDOI) || r.cur.Title != "" && !r.cur.isIdentified() && r.joinsAnother(i) || linked && r.cur.Title != "" && r.topic == theStory {
		r.finish()
		r.cur = draft{}
	}
}

// joinsAnother reports whether what is at token i is joined to what is before it:
// "'T' by A and arXiv:2402.10379", "see also".
func (r *reader) joinsAnother(i int) bool {
	before := r.At(i - 1)
	return before.Is("and") || before.Is("plus") ||
		before.Is("also") && r.At(i-2).Is("see") || before.Is("as") && r.At(i-2).Is("well")
}
