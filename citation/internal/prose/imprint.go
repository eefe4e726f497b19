package prose

import (
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// isImprinted reports whether the parentheses right after the quotation say where and
// when it came out: "'T' (Harbour Institute, Circular 17, 1982)", "'T' (Cart Affairs
// 22(4), 2008)".
func (q quotation) isImprinted() bool {
	open := q.i + 1
	if !q.At(open).Is("(") || !q.isTitleLike() || q.words() < 2 || speaks(q.At(q.i).Text) {
		return false
	}
	if q.isPartOfCited(open) {
		return true
	}
	next, ok := q.ProperPhrase(open + 1)
	if q.At(open+1).Kind == phrase.Quoted { // a journal in italics
		next, ok = open+2, true
	}
	if !ok || !q.endsDated(open) {
		return false
	}
	name := q.Slice(q.Span(open+1, next))
	telling := phrase.IsBody(name) || phrase.IsPress(name) || q.LooksLikeVenue(open+1, next) || q.reportIn(open) || phrase.IsPlace(q.Text, open+1) && q.At(next).Is(":")
	if _, _, located := q.LocatorWord(q.SkipComma(next)); located || q.At(next).Kind == phrase.Number && q.endsVolume(next) {
		telling = true
	}
	return telling || q.isMarked() && q.At(next).Is(",") && q.words() > 2
}

// isPartOfCited reports whether the parentheses at i say on which pages of a work of
// others the quotation is: "(in Lee & Park, pp. 33–58)".
func (q quotation) isPartOfCited(i int) bool {
	if !q.At(i + 1).Is("in") {
		return false
	}
	_, next, ok := q.NamesAt(i + 2)
	f, _, located := q.LocatorWord(q.SkipComma(next))
	return ok && located && f == ref.FieldPages
}

// endsDated reports whether the parentheses at i end with a year, or with pages or an
// identifier after one.
func (r *reader) endsDated(i int) bool {
	end := r.ClosingParen(i)
	for at := end - 1; at > i; at-- {
		if phrase.IsYear(r.At(at)) {
			return r.At(at+1).Is(")") || r.At(at+1).Is(",") || r.At(at+1).Is(";") || r.At(at+1).Is(":")
		}
	}
	return false
}

// reportIn reports whether the parentheses at i number a report.
func (r *reader) reportIn(i int) bool {
	for at, end := i+1, r.ClosingParen(i); at < end; at++ {
		if _, _, ok := r.ReportNumberAt(at); ok {
			return true
		}
	}
	return false
}

// noteReport notes that the work at hand is a report if the parentheses at p number it.
func (r *reader) noteReport(p parens) {
	if r.topic == theWork && r.cur.Title != "" && r.cur.Noun != "report" && r.reportIn(p.start) {
		r.cur.Noun = "report"
	}
}

func (r *reader) readParensReport(_ parens, i int) (next int, ok bool) { return r.readPartReport(i) }

// readPartReport reads the number of a report: "Circular 17".
func (r *reader) readPartReport(i int) (next int, ok bool) {
	n, next, ok := r.ReportNumberAt(i)
	if ok {
		r.StateReportNumber(&r.cur.Work, n)
	}
	return next, ok
}

// readPartThesis reads that the work is a thesis: "PhD thesis", "PhD".
func (r *reader) readPartThesis(i int) (next int, ok bool) {
	next, master, ok := r.ThesisAt(i)
	if t := r.At(i); !ok && (t.Is("phd") || t.Is("dphil")) && r.At(i+1).Is(",") {
		next, ok = i+1, true
	}
	if ok {
		r.cur.Noun, r.cur.Master = "thesis", master
	}
	return next, ok
}

// enclosesReference reports whether the parentheses that begin before token i, which is
// a title, go on with the parts of a reference: ("T", PhD thesis, Cork University, 2006).
func (r *reader) enclosesReference(p parens, i int) bool {
	q := quotation{reader: r, i: i}
	first, _ := utf8.DecodeRuneInString(r.At(i).Text)
	if i != p.start+1 || !r.At(i+1).Is(",") || !unicode.IsUpper(first) || q.words() < 2 || speaks(r.At(i).Text) {
		return false
	}
	if _, _, thesis := r.ThesisAt(i + 2); thesis || r.reportIn(p.start) {
		return true
	}
	_, _, dated := r.DateAt(i + 2)
	return r.endsDated(p.start) && (dated || r.At(i+2).Capital || r.At(i+2).Kind == phrase.Quoted || r.At(i+2).In(lexicon.ThesisNouns) || r.At(i+2).Is("in"))
}

// readEnclosed reads the reference in parentheses whose title is token i.
func (r *reader) readEnclosed(p parens, i int) (next int) {
	if r.cur.Title != "" {
		r.startWork()
	}
	if list, from, ok := r.NamesBefore(p.start); ok && list.IsPersonal() && !list.IsBare() && !r.cur.hasAuthors() && !r.subject.wrote() {
		r.takeNames(ref.FieldAuthors, list, from, p.start)
	}
	if r.noun == p.start-1 && p.start > 0 { // Lee's thesis ("T", …)
		r.readOwnerOfNoun()
	}
	r.takeTitle(i, i+1)
	r.topic = theWork
	r.noteReport(p)
	return r.readParts(i + 1)
}
