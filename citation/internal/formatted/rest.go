package formatted

import (
	"strings"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
	"github.com/factcite/factcite/internal/venue"
)

// partReader reads the part at token i, if it is of its kind, and returns the
// token after it.
type partReader func(f *formatted, i int, w *phrase.Work) (next int, ok bool)

// formattedParts are the readers of parts that their shape tells, in the order in
// which they are tried.
var formattedParts = [...]partReader{
	(*formatted).readBrackets,
	(*formatted).readStandard,
	(*formatted).readNumberedSeries,
	(*formatted).readDraft,
	(*formatted).readPreprint,
	(*formatted).ReadIdentifier,
	(*formatted).readPatent,
	(*formatted).readGenre,
	(*formatted).readVisit,
	(*formatted).readEdition,
	(*formatted).readJournalSeries,
	(*formatted).readEditors,
	(*formatted).readHolder,
	(*formatted).readPlaceInWork,
	(*formatted).readDate,
	(*formatted).skipMark,
}

// readRest reads what follows the title: the parts come in any order.
func (f *formatted) readRest(i int) {
	for w := &f.work; i < len(f.Tokens) && f.unread <= mostUnread; {
		i = f.readPart(i, w)
	}
	f.settleKind()
}

// readPart reads the part at token i by its shape, or else by the role of its words.
func (f *formatted) readPart(i int, w *phrase.Work) (next int) {
	for _, read := range formattedParts {
		if next, ok := read(f, i, w); ok {
			return next
		}
	}
	return f.readWords(i, w)
}

// readBrackets reads what is in brackets: "[Online]".
func (f *formatted) readBrackets(i int, w *phrase.Work) (next int, ok bool) {
	end := f.ClosingParen(i)
	if !f.At(i).Is("[") || !f.At(end).Is("]") {
		return i, false
	}
	f.readDescription(i, end, w)
	return end + 1, true
}

// readStandard reads the number of an RFC or another standard; of two, "STD 7, RFC
// 793", the last one is the document's own.
func (f *formatted) readStandard(i int, w *phrase.Work) (next int, ok bool) {
	st, next, ok := f.StandardAt(i)
	if !ok {
		return i, false
	}
	if w.Standard {
		w.Drop(ref.FieldSeries)
		w.Drop(ref.FieldNumber)
		w.Drop(ref.FieldGenre)
	}
	f.StateStandard(w, st)
	return next, true
}

// readNumberedSeries reads the number of a document of a series that is known by its
// letters alone, as in the lists of RFCs: after a title in quotation marks come the letters
// and a number, then another of them, an identifier or a month, and no page. Of two, "BCN
// 14, RFN 2119", the last one is the document's own.
func (f *formatted) readNumberedSeries(i int, w *phrase.Work) (next int, ok bool) {
	if !f.quoted || w.Container != "" || !f.isSeriesNumber(i) {
		return i, false
	}
	end := i + 2
	after := end + 1
	_, dated, month := f.DateAt(after)
	month = month && phrase.IsMonth(f.At(after)) && (f.At(dated).Is(".") || f.At(dated).Is(",") || f.At(dated).Kind == phrase.NoToken)
	switch {
	case !f.At(end).Is(","):
		return i, false
	case f.isSeriesNumber(after):
		f.State(w, ref.FieldSeries, f.Span(i, end))
		return end, true
	case f.At(after).Is("doi"), f.At(after).Kind == phrase.Link, month:
		f.State(w, ref.FieldGenre, f.Span(i, i+1))
		f.State(w, ref.FieldNumber, f.Span(i+1, end))
		f.work.Noun = "report"
		f.joinEditors(w)
		return end, true
	}
	return i, false
}

// isSeriesNumber reports whether the letters of a series are at token i with a number, and
// not those of a journal or a meeting.
func (f *formatted) isSeriesNumber(i int) bool {
	t := f.At(i)
	return phrase.IsBodyAcronym(t) && len(t.Text) < 6 && f.At(i+1).Kind == phrase.Number && text.IsDigits(f.At(i+1).Text) && !phrase.IsYear(f.At(i+1)) && !f.IsKnown(i, i+1)
}

// joinEditors makes authors of the last one who is called editor, as in the lists of RFCs,
// where "Ed." is after the names of those who wrote the document.
func (f *formatted) joinEditors(w *phrase.Work) {
	authors, editors := w.Spans[string(ref.FieldAuthors)], w.Spans[string(ref.FieldEditors)]
	if len(w.Authors) == 0 || len(w.Editors) == 0 || editors[0] < authors[1] {
		return
	}
	w.Authors = append(w.Authors, w.Editors...)
	w.Editors = nil
	w.Mark(ref.FieldAuthors, ref.Span{authors[0], editors[1]})
	w.Drop(ref.FieldEditors)
}

// readHolder reads "In", two strokes or "presented at" with what holds the work.
func (f *formatted) readHolder(i int, w *phrase.Work) (next int, ok bool) {
	switch {
	case f.At(i).Is("in") && !f.followsWord(i):
		return f.readHolding(i+1, w), true
	case f.isSlashes(i):
		if next = f.wordsEnd(i + 2); next > i+2 {
			f.StateContainer(w, f.Span(i+2, next))
		}
		return next, true
	case f.Words(i, "presented", "at"):
		f.work.Meeting = true
		return f.readHolding(i+2, w), true
	case f.Words(i, "paper", "presented", "at"):
		return f.readHolder(i+1, w)
	}
	return i, false
}

// readDate reads a date and the locators that go on with it.
func (f *formatted) readDate(i int, w *phrase.Work) (next int, ok bool) {
	d, next, ok := f.DateAt(i)
	if !ok {
		return i, false
	}
	next = f.lastDay(next, &d)
	f.StateDate(w, d)
	return f.afterYear(next, w), true
}

// skipMark skips what is neither a name nor the beginning of one, as "9th Congress"
// is; a title in quotation marks after that of the work is its container's.
func (f *formatted) skipMark(i int, w *phrase.Work) (next int, ok bool) {
	t := f.At(i)
	switch {
	case t.Kind == phrase.Number && venue.Ordinal(t.Lower) > 0 && f.At(i+1).Capital:
		return i, false
	case t.Kind == phrase.Quoted:
		f.StateContainer(w, f.Span(i, i+1))
	case t.Kind != phrase.Mark && t.Kind != phrase.Number:
		return i, false
	}
	return i + 1, true
}

// followsWord reports whether token i goes on with the words before it.
func (f *formatted) followsWord(i int) bool {
	before := f.At(i - 1)
	return before.Kind == phrase.Word || before.Kind == phrase.Number
}

// readPreprint reads the name of a preprint server, perhaps with the ID there.
func (f *formatted) readPreprint(i int, w *phrase.Work) (next int, ok bool) {
	if !f.namesServer(i) {
		return i, false
	}
	if f.At(i).Is("corr") {
		f.work.Preprint = true
		if id := i + 4; f.Words(i+1, ",", "abs", "/") && phrase.IsNewArXiv(f.At(id).Text) { // "CoRR, abs/2301.01234"
			f.State(w, ref.FieldArXiv, f.Span(id, id+1))
			return id + 1, true
		}
		return i + 1, true
	}
	next, ok = f.ReadArXiv(i, w)
	f.work.Preprint = f.work.Preprint || !ok || f.At(i+1).Is("preprint")
	if !ok {
		next = i + 1
	}
	return next, true
}

// namesServer reports whether a preprint server is named at token i.
func (f *formatted) namesServer(i int) bool {
	t := f.At(i)
	return t.Is("arxiv") || t.In(lexicon.PreprintWords) || t.Is("corr") && !f.followsWord(i)
}

// readVisit reads when a work was looked up online, and skips when it was put there:
// "Accessed 8 March 2019", "(letzter Zugriff am 8.3.2019)", "Epub 2019 Mar 8",
// "Published online 2019", "PMCID: PMC4".
func (f *formatted) readVisit(i int, w *phrase.Work) (next int, ok bool) {
	if (f.At(i).Is("last") || f.At(i).Is("letzter") || f.At(i).Is("zuletzt")) && SaysVisit(f.At(i+1)) {
		i++
	}
	switch t := f.At(i); {
	case t.Is("published"):
		return i + 1, true
	case t.Is("pmcid"):
		return f.SkipColon(i+1) + 1, true
	case !SaysVisit(t):
		return i, false
	}
	looked := !f.At(i).Is("epub")
	f.online = f.online || looked
	next = f.SkipColon(i + 1)
	if beforeDay(f.At(next)) {
		next++
	}
	if _, after, ok := f.DateAt(next); ok {
		if looked {
			f.State(w, ref.FieldURLDate, f.Span(next, after))
		}
		next = after
	}
	for f.At(next).Kind == phrase.Number || phrase.IsDash(f.At(next)) || f.At(next).Is(",") || f.At(next).Is("from") {
		next++
	}
	return next, true
}

// beforeDay reports whether a word comes between "accessed" and the day, in some language.
func beforeDay(t *phrase.Token) bool {
	switch t.Lower {
	case "on", "am", "le", "el", "il", "em":
		return true
	}
	return false
}

// SaysVisit reports whether a word comes before the day when a work was looked up online.
func SaysVisit(t *phrase.Token) bool {
	switch t.Lower {
	case "epub", "accessed", "retrieved", "cited", "viewed", "visited", "abgerufen", "zugriff", "abruf", "geprüft", "aufgerufen", "consulté", "consultée", "consultado", "consulta", "consultato", "acesso", "обращения":
		return true
	}
	return false
}

// readEditors reads "edited by N. Falk and E. Holm", "ed. N. Falk" and "N. Falk and
// E. Holm, Eds.".
func (f *formatted) readEditors(i int, w *phrase.Work) (next int, ok bool) {
	if from := f.editorsCue(i); from > i {
		list, next := f.closedNames(from)
		if len(list.Names) == 0 {
			return from, true
		}
		w.StateNames(ref.FieldEditors, list, f.Span(from, next))
		return next, true
	}
	if f.At(i+1).Is("by") && strings.HasSuffix(f.At(i).Lower, "ed") { // "Translated by N. Falk"
		_, next := f.closedNames(i + 2)
		return next, true
	}
	list, next, ok := f.peopleAt(i)
	if !ok || list.Names[0] == (ref.Name{Family: list.Names[0].Family}) { // "Rope and Sail, ed. B. Silva"
		return i, false
	}
	after := f.editorsMark(next)
	if after == next {
		return i, false
	}
	w.StateNames(ref.FieldEditors, list, f.Span(i, next))
	return after, true
}

// editorsCue is where editors begin after the words at token i that say so, else i.
func (f *formatted) editorsCue(i int) (names int) {
	if names = f.editedBy(i); names > i {
		return names
	}
	if t := f.At(i); (t.Is("ed") || t.Is("eds") || t.Is("hrsg") || t.Is("hg")) && f.At(i+1).Is(".") {
		return i + 2
	}
	return i
}

// editedBy is where editors begin after all the words at token i that say so, else i.
func (f *formatted) editedBy(i int) (names int) {
	for _, words := range editedByWords {
		if last := i + len(words); f.Words(i, words...) && !f.At(last-1).Capital { // "Hg. Von Trapp" has it in the name
			return last
		}
	}
	return i
}

// editedByWords are the words after which editors are named.
var editedByWords = [...][]string{
	{"edited", "by"}, {"ed", ".", "by"}, {"eds", ".", "by"},
	{"herausgegeben", "von"}, {"hrsg", ".", "von"}, {"hg", ".", "von"}, {"hrsg", "von"}, {"hg", "von"}, {"hrsg", ".", "v", "."}, {"hg", ".", "v", "."},
	{"éd", ".", "par"}, {"éds", ".", "par"}, {"dir", ".", "par"}, {"édité", "par"}, {"sous", "la", "direction", "de"}, {"a", "cura", "di"}, {"editado", "por"}, {"bajo", "la", "dirección", "de"},
}

// readHolding reads what is after "In": editors, and the book or
// proceedings that hold the work.
func (f *formatted) readHolding(i int, w *phrase.Work) (next int) {
	if f.At(i).Is(":") {
		i++
	}
	if f.At(i).Is("the") && !f.At(i).Capital {
		i++
	}
	if after, ok := f.readEditors(i, w); ok {
		i = after
	}
	if f.At(i).Kind == phrase.Quoted {
		f.work.Meeting = f.work.Meeting || strings.HasPrefix(f.At(i).Text, "Proceedings of ")
		f.work.Held = !f.work.Meeting && !phrase.IsProceedings(f.At(i).Text)
		f.StateContainer(w, f.Span(i, i+1))
		return i + 1
	}
	next = f.wordsEnd(i)
	if next > i {
		f.work.Meeting = f.work.Meeting || f.Dotted(i, next) || f.isYearOfMeeting(next-1) // "Adv. Neural Inf. Process. Syst.", "CART 2019"
		volume := f.At(next).Kind == phrase.Number && !phrase.IsYear(f.At(next))          // "in: Zeitschrift für Karren 3"
		f.work.Held = !f.work.Meeting && !volume && !phrase.IsProceedings(f.Slice(f.Span(i, next)))
		f.StateContainer(w, f.Span(i, next))
	}
	return next
}

// readEdition reads the edition at token i.
func (f *formatted) readEdition(i int, w *phrase.Work) (next int, ok bool) {
	stated, next := f.EditionAt(i)
	if next == i {
		return i, false
	}
	f.State(w, ref.FieldEdition, f.Span(i, stated))
	f.work.Noun = "book"
	return next, true
}

// readJournalSeries reads of which series of a journal a volume is: "n.s. 15", "4th ser.,
// 17", "new series, vol. 3", "N.F. 4".
func (f *formatted) readJournalSeries(i int, w *phrase.Work) (next int, ok bool) {
	if w.Container == "" || w.Series != "" || w.Volume != "" {
		return i, false
	}
	switch {
	case f.Words(i, "n", ".", "s", "."), f.Words(i, "n", ".", "f", "."), f.Words(i, "n", ".", "r", "."):
		next = i + 4
	case f.Words(i, "new", "series"), f.Words(i, "new", "ser"), f.Words(i, "neue", "folge"), f.Words(i, "nouvelle", "série"), f.Words(i, "nuova", "serie"),
		venue.Ordinal(f.At(i).Lower) > 0 && (f.At(i+1).Is("series") || f.At(i+1).Is("ser")):
		next = i + 2
	default:
		return i, false
	}
	f.State(w, ref.FieldSeries, f.Span(i, next))
	if f.At(next).Is(".") && f.At(next-1).Is("ser") {
		next++
	}
	return next, true
}

// readPlaceInWork reads locators, with labels or without.
func (f *formatted) readPlaceInWork(i int, w *phrase.Work) (next int, ok bool) {
	t := f.At(i)
	if t.Is("art") && f.At(i+1).Is(".") {
		if _, at, ok := f.LocatorWord(i + 2); ok { // "Art. no. 104233"
			return f.Labelled(ref.FieldEID, at, w)
		}
	}
	if (t.Is("ch") || t.Is("chap") || t.Is("sec")) && f.At(i+1).Is(".") && f.At(i+2).Kind == phrase.Number {
		return i + 3, true
	}
	if t.Is("chapter") && f.At(i+1).Kind == phrase.Number {
		return i + 2, true
	}
	if t.Kind == phrase.Number && f.countsParts(i+1) {
		return i + 2, true
	}
	if t.Kind == phrase.Number && w.Container != "" && w.Volume == "" && f.isVolumeAndIssue(t) {
		return f.volumeAndIssue(i, w), true
	}
	if phrase.IsYear(t) && w.Year == "" && w.Publisher != "" {
		return i, false
	}
	if phrase.IsDay(t) && f.isAfterMonth(i) { // "Roe, A. 2019. Rims. Road News, Jun. 26"
		return i + 1, true
	}
	if next, ok := f.ReadLocator(i, w); ok {
		return f.behindLocator(i, next, w), true
	}
	if !text.HasDigit(t.Text) || t.Kind != phrase.Number && t.Kind != phrase.Word || phrase.IsYear(t) && w.Year == "" || venue.Ordinal(t.Lower) > 0 {
		return i, false
	}
	switch {
	case t.Kind == phrase.Number && w.Container != "" && w.Volume == "" && w.Pages == "" && !phrase.IsYear(t) && !phrase.IsMonth(f.At(i+1)):
		return f.bareVolume(i, w), true
	case w.Pages == "" && w.Volume != "" && f.YearInParens(i-3) != (ref.Span{}): // "3 (2019) 94"
		return f.ReadPages(i, w, false)
	case w.Pages == "" && (f.At(i-1).Is(":") && w.Volume != "" || f.At(i-1).Is(",") && f.At(i-2).Is(")") && w.Publisher != ""):
		return f.ReadPages(i, w, false)
	}
	return i, false
}

// behindLocator reads what goes on with the locator in tokens from i to next:
// "volume 97 of Proceedings of Machine Learning Research", "(Volume 1: Long
// Papers)".
func (f *formatted) behindLocator(i, next int, w *phrase.Work) int {
	switch t := f.At(next); {
	case (t.Is("of") || t.Is("in")) && f.At(next+1).Capital:
		end := f.wordsEnd(next + 1)
		f.State(w, ref.FieldSeries, f.Span(next+1, end))
		return end
	case t.Is(":") && f.At(i-1).Is("("):
		return max(next, min(f.ClosingParen(i-1), len(f.Tokens)))
	}
	return next
}

// countsParts reports whether the word at token i says what was counted: "2 vols.",
// "210 p.".
func (f *formatted) countsParts(i int) bool {
	switch t := f.At(i); t.Lower {
	case "vol", "vols", "p", "pp", "pages":
		return f.At(i+1).Is(".") && !f.IsLocatorValue(i+2)
	}
	return false
}

// isVolumeAndIssue reports whether a number is a volume and an issue as MLA wrote
// them: "7.2".
func (f *formatted) isVolumeAndIssue(t *phrase.Token) bool {
	stops := 0
	for _, r := range t.Text {
		if r == '.' {
			stops++
		} else if r < '0' || '9' < r {
			return false
		}
	}
	return stops == 1
}

func (f *formatted) volumeAndIssue(i int, w *phrase.Work) (next int) {
	t := f.At(i)
	stop := t.Start
	for f.Content[stop] != '.' {
		stop++
	}
	f.State(w, ref.FieldVolume, ref.Span{t.Start, stop})
	f.State(w, ref.FieldNumber, ref.Span{stop + 1, t.End})
	return i + 1
}

// afterYear reads Vancouver's "2019;12(3):45-9", and AMA's "2019:45-9" of a book.
func (f *formatted) afterYear(i int, w *phrase.Work) (next int) {
	if w.Volume == "" && (f.At(i).Is(";") && f.At(i+1).Kind == phrase.Number && !f.IsEditionAt(i+1) || w.Container != "" && f.isVolumeAfterYear(i)) {
		return f.bareVolume(i+1, w)
	}
	if w.Pages == "" {
		return f.PagesAfterColon(i, w)
	}
	return i
}

// isAfterMonth reports whether a month is before token i, perhaps cut short: "June", "Jun.".
func (f *formatted) isAfterMonth(i int) bool {
	return phrase.IsMonth(f.At(i-1)) || f.At(i-1).Is(".") && phrase.IsMonth(f.At(i-2))
}

func (f *formatted) bareVolume(i int, w *phrase.Work) (next int) {
	if phrase.IsYear(f.At(i)) && w.Year == "" {
		return i + 1
	}
	f.State(w, ref.FieldVolume, f.Span(i, i+1))
	return f.PagesAfterColon(f.issueAfterVolume(i+1, w), w)
}

// issueAfterVolume reads "(2)", "(Suppl 2)" and ", 2, " before pages.
func (f *formatted) issueAfterVolume(i int, w *phrase.Work) (next int) {
	if label := f.At(i); label.Is("suppl") || label.Is("supplement") {
		number := i + 1
		if f.At(number).Is(".") {
			number++
		}
		if f.At(number).Kind == phrase.Number {
			f.State(w, ref.FieldNumber, f.Span(i, number+1))
			return number + 1
		}
	}
	for at := i + 1; f.At(i).Is("(") && at < i+3; at++ {
		if end := f.ClosingParen(i); f.At(at).Is("suppl") && end < i+6 {
			f.State(w, ref.FieldNumber, f.Span(i+1, end))
			return end + 1
		}
	}
	return f.NumberAfterVolume(i, w)
}

// volumeAt reads ", vol. 7" at token i; value is the token of the number.
func (f *formatted) volumeAt(i int) (value int, ok bool) {
	label, value, ok := f.LocatorWord(i + 1)
	return value, f.At(i).Is(",") && ok && label == ref.FieldVolume
}
