package formatted

import (
	"strings"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
	"github.com/factcite/factcite/internal/venue"
)

// readGenre reads what kind of work it is: "Ph.D. thesis", "Tech. Rep. TR-12".
func (f *formatted) readGenre(i int, w *phrase.Work) (next int, ok bool) {
	if f.Words(i, "blog", "post") {
		f.work.WebPage = true
		return i + 2, true
	}
	if next, ok := f.readThesis(i); ok {
		return next, true
	}
	return f.readReport(i, w)
}

// readThesis reads a degree and the noun for a thesis: "PhD diss.", "Master's
// thesis", "M.S. thesis".
func (f *formatted) readThesis(i int) (next int, ok bool) {
	next, master, ok := f.ThesisAt(i)
	if ok {
		f.work.Noun, f.work.Master = "thesis", master
	}
	return next, ok
}

func (f *formatted) isThesisAt(i int) bool {
	_, _, ok := f.ThesisAt(i)
	return ok
}

// readReport reads the noun for a report with its number: "Technical Report 12",
// "Rep. TR-12", "Report No.: 12".
func (f *formatted) readReport(i int, w *phrase.Work) (next int, ok bool) {
	if next, ok := f.reportNumberEnd(i); ok && w.Number == "" {
		f.State(w, ref.FieldNumber, f.Span(i, next))
		f.work.Noun = "report"
		return next, true
	}
	next = i
	if f.At(i).Is("rep") && (f.isJournalAt(i) || f.endsJournal(i)) { // "Rep. Prog. Phys. 70, 1 (2007)"
		return i, false
	}
	switch f.At(next).Lower {
	case "technical", "tech", "research", "working", "discussion":
		next++
	}
	if next > i && f.At(next).Is(".") {
		next++
	}
	paper := false
	switch noun := f.At(next).Lower; {
	case noun == "report" || noun == "rep", noun == "paper" && next > i:
		paper = noun == "paper"
		next++
	default:
		return i, false
	}
	if paper {
		f.State(w, ref.FieldGenre, f.Span(i, next))
	}
	if f.At(next).Is(".") {
		next++
	}
	next = f.SkipColon(next)
	if f.At(next).Is(":") {
		next++
	}
	end := f.GluedEnd(next)
	switch {
	case text.HasDigit(f.Slice(f.Span(next, end))):
		f.State(w, ref.FieldNumber, f.Span(next, end))
		next = end
	case !f.At(i).In(lexicon.ReportNouns) && next < i+2:
		return i, false
	}
	f.work.Noun = "report"
	return next, true
}

// endsJournal reports whether the word at i is the last of the name of a journal, "Spine
// Rep. 2012", and not the noun of a report with its number, "CS Rep. 2012".
func (f *formatted) endsJournal(i int) bool {
	before := f.At(i - 1)
	return before.Kind == phrase.Word && before.Capital && before.Text != strings.ToUpper(before.Text)
}

// reportNumberEnd is where the number of a report ends that is told by its letters at token
// i: "TR-2011-07".
func (f *formatted) reportNumberEnd(i int) (next int, ok bool) {
	t := f.At(i)
	if f.Glued(i) || len(t.Text) < 2 || t.Text[:2] != "TR" && t.Text[:2] != "TM" && t.Text[:2] != "RR" {
		return i, false
	}
	next = f.GluedEnd(i)
	letters, number, ok := strings.Cut(f.Slice(f.Span(i, next)), "-")
	return next, ok && len(letters) == 2 && text.HasDigit(number)
}

// readDraft reads that the work is a draft of the IETF, whose name is its number: "Work in
// Progress, Internet-Draft, draft-lee-quiet-03".
func (f *formatted) readDraft(i int, w *phrase.Work) (next int, ok bool) {
	switch t := f.At(i); {
	case f.Words(i, "work", "in", "progress"):
		return i + 3, true
	case t.Is("internet-draft"):
		f.State(w, ref.FieldGenre, f.Span(i, i+1))
		f.work.Noun = "report"
		return i + 1, true
	case t.Kind == phrase.Word && strings.HasPrefix(t.Lower, "draft-") && w.Genre != "":
		next = f.GluedEnd(i)
		f.State(w, ref.FieldNumber, f.Span(i, next))
		return next, true
	}
	return i, false
}

// settleKind tells what kind of work it is, where no noun does.
func (f *formatted) settleKind() {
	w := &f.work
	switch {
	case f.isThesis():
		if w.Institution == "" {
			w.Move(ref.FieldPublisher, ref.FieldInstitution)
		} else {
			w.Drop(ref.FieldPublisher)
		}
	case lexicon.NounType(w.Noun) == ref.TechReport:
		if w.Address == "" && len(w.Authors) > 0 && w.Authors[0].Literal != "" && !strings.Contains(w.Publisher, " ") {
			w.Move(ref.FieldPublisher, ref.FieldAddress) // a body brought it out itself
		}
		if w.Publisher == "" && w.Volume == "" && w.Pages == "" && !isPeriodical(w.Container) {
			w.Move(ref.FieldContainer, ref.FieldInstitution)
		}
	case w.Container != "" && (w.ISBN != "" || w.Volume != "" && namesSeries(w.Container)) && w.Publisher != "" && w.Pages == "" && w.Number == "" && w.EID == "" && w.Series == "" && !f.isHeld() && !f.isOfMeeting():
		w.Move(ref.FieldContainer, ref.FieldSeries) // Lecture Notes in Carts, vol. 211, Berlin: Harbour Press, ISBN 978-3-540-55501-2
		w.Noun = "book"
	case w.Noun != "" || w.WebPage:
	case f.isPage():
		w.WebPage = true
		if w.Container == "" && w.Address == "" {
			w.Move(ref.FieldPublisher, ref.FieldContainer)
		}
	case w.Container != "":
	case len(w.Editors) > 0, w.Publisher != "" && (phrase.IsPress(w.Publisher) || !phrase.IsBody(w.Publisher)):
		w.Noun = "book"
	}
}

// namesSeries reports whether a name is that of a series of books.
func namesSeries(name string) bool {
	name = " " + strings.ToLower(name) + " "
	for _, sign := range [...]string{" series ", " lecture notes ", " texts in ", " monographs ", " grundlehren ", " schriftenreihe "} {
		if strings.Contains(name, sign) {
			return true
		}
	}
	return false
}

// isPage reports whether the work is a page of a site: it has an address on the web
// and the day of its publication or of a visit, but neither a place in a volume
// nor a journal or a publishing house.
func (f *formatted) isPage() bool {
	w := &f.work
	if w.URL == "" || w.DOI != "" || w.Volume != "" || w.Number != "" || w.Pages != "" || w.EID != "" || w.ISBN != "" || len(w.Editors) > 0 {
		return false
	}
	dated := f.online || w.Month != 0
	return dated && !f.work.Held && !phrase.IsPress(w.Publisher) && !isPeriodical(w.Container)
}

// isPeriodical reports whether a container is a journal or a newspaper, by its name.
func isPeriodical(container string) bool {
	for word := range venue.Words(container) {
		if lexicon.ListsOf(word).Has(lexicon.PeriodicalHeads) {
			return true
		}
	}
	return phrase.VenueLike(container)
}
