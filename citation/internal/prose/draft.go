package prose

import (
	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// draft is the work at hand while the sentence goes on about it.
type draft struct {
	phrase.Work
	guessed bool // the authors are those by whom something was reported
}

// is reports whether the noun for the work is one for works of a type.
func (d *draft) is(t ref.EntryType) bool { return lexicon.NounType(d.Noun) == t }

// isEmpty reports whether nothing says yet which work it is.
func (d *draft) isEmpty() bool { return d.Title == "" && d.Container == "" }

func (d *draft) hasAuthors() bool { return len(d.Authors) > 0 }

// isWork reports whether enough is known of the draft for it to be a work.
func (d *draft) isWork() bool {
	return !d.isEmpty() || d.isIdentified() || d.Publisher != "" || d.is(ref.PhDThesis) && d.Institution != ""
}

// take gives a field of the work at hand the words from one token up to another,
// unless it has a value.
func (r *reader) take(f ref.Field, from, next int) {
	r.State(&r.cur.Work, f, r.Span(from, next))
}

// takeTitle gives the work at hand the title in tokens from one up to another. Who the sentence
// begins with wrote it if the sentence says that they did.
func (r *reader) takeTitle(from, next int) {
	if r.subject.presumed && r.deed == untold && !r.isTheirOwn(from) {
		r.subject = subject{role: judge}
	}
	r.subject.presumed = false
	r.take(ref.FieldTitle, from, next)
}

func (r *reader) takeContainer(from, next int) {
	r.StateContainer(&r.cur.Work, r.Span(from, next))
}

func (r *reader) takeNames(f ref.Field, list phrase.NameList, from, next int) {
	r.cur.StateNames(f, list, r.Span(from, next))
}

func (r *reader) takeDate(d phrase.Date) { r.StateDate(&r.cur.Work, d) }

// takeYearInParens gives the work at hand the year in the parentheses at i, if that
// is what they hold, and returns the token after them.
func (r *reader) takeYearInParens(i int) (next int) {
	year := r.YearInParens(i)
	if year == (ref.Span{}) {
		return i
	}
	r.State(&r.cur.Work, ref.FieldYear, year)
	return r.ClosingParen(i) + 1
}

// endsField reports whether a value of the work at hand ends with token i.
func (r *reader) endsField(i int, f ref.Field) bool {
	sp, stated := r.cur.Spans[string(f)]
	return stated && r.At(i).End == sp[1]
}

// startWork begins another work, which the last noun is one for.
func (r *reader) startWork() {
	r.finish()
	r.cur = draft{}
	if r.noun > 0 {
		r.cur.Noun = r.At(r.noun).Lower
	}
}

// finish keeps the work at hand, if it is one.
func (r *reader) finish() {
	d := &r.cur
	if !d.isWork() {
		return
	}
	anonymous := d.isEmpty() && d.isIdentified()      // known by its identifier alone
	found := d.Container != "" || !r.subject.presumed // "Lee and Park found in Cart Affairs that"
	if !d.hasAuthors() && r.subject.role == author && found && !anonymous {
		d.StateNames(ref.FieldAuthors, r.subject.NameList, r.subject.span)
		d.Issuers = r.Slice(r.subject.span)
	} else {
		d.Issued = false
	}
	if d.Title == "" && !d.hasAuthors() && !anonymous {
		return
	}
	if d.Title == "" && r.noun < 0 && r.deed != untold && d.Publisher == "" && (phrase.NameList{Names: d.Authors, EtAl: d.EtAl}).IsBare() && !phrase.VenueLike(d.Container) && !anonymous { // "posted by Karen in Gardening"
		return
	}
	if r.openingDate.Year != (ref.Span{}) && r.subject.wrote() && !anonymous {
		r.takeDate(r.openingDate)
	}
	w := d.Settled()
	if isBroadcast(&w) && w.URL == "" && len(w.Authors) == 0 && w.Container == "" && w.Publisher == "" && w.Institution == "" {
		r.named = append(r.named, ref.Named{Title: w.Title, Span: w.Spans[string(ref.FieldTitle)], Kind: w.Kind, Work: &w})
		return
	}
	r.works = append(r.works, w)
}

// isBroadcast reports whether a work is a podcast, a video or a post, which is a work only
// with an address or with somebody who made it.
func isBroadcast(w *ref.Reference) bool {
	return w.Kind == ref.Podcast || w.Kind == ref.Video || w.Kind == ref.Post
}
