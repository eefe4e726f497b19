package prose

import (
	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// numberedReport is a report that a sentence tells of by its place in a series: "technical
// report 12 of the Harbour Institute".
type numberedReport struct {
	phrase.ReportNumber
	body, bodyEnd int // the tokens of who brought it out, the same for nobody
	next          int
}

// numberedReportAt reads a report by its number at token i.
func (r *reader) numberedReportAt(i int) (n numberedReport, ok bool) {
	if t := r.At(i); t.Kind != phrase.Word || t.In(lexicon.FunctionWords) || !t.Capital && !t.In(lexicon.ReportKinds|lexicon.ReportNouns) {
		return n, false
	}
	n.ReportNumber, n.next, ok = r.ReportNumberAt(i)
	if !ok {
		n.ReportNumber, n.next, ok = r.PlainReportNumberAt(i)
	}
	if !ok || !issuing.has(r.At(n.next)) {
		return n, ok
	}
	body := r.skipThe(n.next + 1)
	if end, named := r.BodiesAt(body); named {
		n.body, n.bodyEnd, n.next = body, end, end
	}
	return n, true
}

// issuing are what comes before the body that brought a report out.
var issuing = words("of", "from", "by", "for")

// readNumberedReport reads the number of a report at token i, of the title before it, or of the
// one that follows: "'T' is technical report 12 of the Harbour Institute", "Report HI-12, 'T'".
func (r *reader) readNumberedReport(i int) (next int, ok bool) {
	n, ok := r.numberedReportAt(i)
	switch {
	case !ok:
		return i, false
	case r.saysNumberOfTitle(i):
		r.takeReport(n)
		return n.next, true
	}
	title, ok := r.titleOfReport(n.next)
	if !ok || r.cur.Title != "" && r.topic == theWork || r.At(i-1).Is(".") { // in a line of a list
		return i, false
	}
	r.startAfterTitle()
	r.takeReport(n)
	r.takeTitle(title.from, title.next)
	return title.next, true
}

// saysNumberOfTitle reports whether the report at token i is the work at hand: it has a title,
// and is said to be it, or to have come out as it.
func (r *reader) saysNumberOfTitle(i int) bool {
	if r.cur.Title == "" || r.cur.Number != "" || r.topic == theStory && !r.endsField(i-2, ref.FieldTitle) {
		return false
	}
	before := i - 1
	if t := r.At(before); t.Is("a") || t.Is("the") {
		before--
	}
	t := r.At(before)
	return t.Is("as") || t.Is(",") || formsOfBe.has(t)
}

func (r *reader) takeReport(n numberedReport) {
	r.StateReportNumber(&r.cur.Work, n.ReportNumber)
	if n.body < n.bodyEnd {
		r.take(ref.FieldInstitution, n.body, n.bodyEnd)
	}
	r.topic = theWork
}

// titleOfReport is the title that the mark at i introduces, after the number of a report.
func (r *reader) titleOfReport(i int) (title unmarkedTitle, ok bool) {
	if !r.At(i).Is(",") && !r.At(i).Is(":") {
		return title, false
	}
	if r.At(i+1).Kind == phrase.Quoted {
		return unmarkedTitle{i + 1, i + 2, 1}, true
	}
	title, ok = r.unmarkedTitleAt(i + 1)
	after := r.At(title.next)
	return title, ok && title.words() > 2 && title.capitals > 1 && !r.isNoTitle(title) && (after.Is(",") || after.Is(".") || after.Is("(") || after.Is("by"))
}

// readInReport leaves the report whose number the "in" at i introduces to what reads it: "the
// rule in Report HI-12, The Quiet Cart".
func (r *reader) readInReport(i int) (next int, ok bool) {
	next = r.skipThe(i + 1)
	n, ok := r.numberedReportAt(next)
	if !ok {
		return i, false
	}
	_, ok = r.titleOfReport(n.next)
	return next, ok
}

// isNumberedReport reports whether the words at i say that what is named before them is a
// report by its number: "is technical report 12".
func (r *reader) isNumberedReport(i int) bool {
	if !formsOfBe.has(r.At(i)) {
		return false
	}
	_, ok := r.numberedReportAt(i + 1)
	return ok
}

// isDated reports whether a date follows "dated" at i, of the work at hand.
func (r *reader) isDated(i int) bool {
	_, _, ok := r.DateAt(i + 1)
	return ok && !r.cur.isEmpty()
}
