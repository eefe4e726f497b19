package tagger

import (
	"slices"
	"strings"
	"unicode"

	"github.com/factcite/factcite/citation/internal/formatted"
	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// ReadWork reads a text as a reference, with how sure it is; false if it is none.
func (m *Model) ReadWork(s *phrase.Text) (w phrase.Work, ok bool) {
	l := NewLine(s.Content[:s.End])
	defer l.Release()
	m.Read(l)
	if len(l.Tokens) == 0 || l.margin < leastMargin || l.margin < sureMargin*float32(len(l.Tokens)) && formatted.TellsStory(s) {
		return phrase.Work{}, false
	}
	m.marginals(l)
	return readRuns(s, l)
}

// ReadLabelled reads a text whose labels are known, those of [NewLine]'s tokens.
func ReadLabelled(s *phrase.Text, labels []Label) (w phrase.Work, ok bool) {
	l := NewLine(s.Content[:s.End])
	defer l.Release()
	l.Labels, l.Sure = slices.Clone(labels), slices.Repeat([]float32{1}, len(labels))
	return readRuns(s, l)
}

// readRuns states what the labels of a line say.
func readRuns(s *phrase.Text, l *Line) (w phrase.Work, ok bool) {
	d := reader{Text: s, line: l, runs: l.runs()}
	if d.opensWithVerb() || !d.read() {
		return phrase.Work{}, false
	}
	d.leaveOut()
	d.doubt()
	return d.work, true
}

// opensWithVerb reports whether what is read as the title begins with what people do:
// "Roe (2003) describes felt rims".
func (d *reader) opensWithVerb() bool {
	for _, r := range d.runs {
		if r.label != Title || r.from == 0 {
			continue
		}
		from, _ := d.tokens(r)
		t := d.At(from)
		return t.Kind == phrase.Word && !t.Capital && phrase.IsVerb(t)
	}
	return false
}

// run is a range of tokens with one label.
type run struct {
	label      Label
	from, next int
	sure       float32 // how probable the label of its least sure token is
}

// runs joins tokens of one label.
// It joins runs that little else is between.
func (l *Line) runs() (runs []run) {
	for i, label := range l.Labels {
		if n := len(runs); n > 0 && runs[n-1].label == label {
			runs[n-1].next = i + 1
			runs[n-1].sure = min(runs[n-1].sure, l.Sure[i])
			continue
		}
		runs = append(runs, run{label, i, i + 1, l.Sure[i]})
	}
	return join(l.mended(runs))
}

// mended gives the whole of a list to the editors if it is cut inside a name: the word
// that says what they are is at its end.
func (l *Line) mended(runs []run) []run {
	for i := 1; i < len(runs); i++ {
		people, editors := runs[i-1], &runs[i]
		last := l.at(people.next - 1)
		if people.label == Authors && fields[editors.label] == ref.FieldEditors && (last.shape == fullStop && !l.parts(people.next-1) || last.kind == word) && !isAnd(l.lower(people.next-1)) {
			editors.from, editors.sure = people.from, min(people.sure, editors.sure)
			return slices.Delete(runs, i-1, i)
		}
	}
	return runs
}

// longestGap is how many tokens may be between two runs that are one.
const longestGap = 3

// join makes runs of one label that little else is between into one.
func join(runs []run) []run {
	joined := runs[:0]
	for _, r := range runs {
		n := len(joined)
		if n < 2 || !lengthCounts[r.label] || joined[n-2].label != r.label || !joined[n-1].isShortRemark(r.label) {
			joined = append(joined, r)
			continue
		}
		whole := &joined[n-2]
		whole.next, whole.sure = r.next, min(whole.sure, joined[n-1].sure, r.sure)
		joined = joined[:n-1]
	}
	return joined
}

// isShortRemark reports whether a run may be inside one of a label: a word or two that say
// nothing, or the volume that is part of a title, "The Art of Wagons, Vol. 1: Wheels".
func (r *run) isShortRemark(inside Label) bool {
	switch r.label {
	case Other, OtherFront:
		return r.next-r.from <= longestGap
	case Volume:
		return inside == Title && r.next-r.from <= longestGap+1
	}
	return false
}

// lengthCounts has the labels of which the longest run is the most likely one.
var lengthCounts = [Labels]bool{Title: true, Container: true, Authors: true, Publisher: true}

// reader states what the runs say of a work.
type reader struct {
	*phrase.Text
	line   *Line
	runs   []run
	work   phrase.Work
	doubts []doubt
}

// stated are the readers of the runs of each label.
var stated = [Labels]func(*reader, run){
	Authors:      (*reader).authors,
	Editors:      (*reader).editors,
	EditorsFront: (*reader).editors,
	Title:        (*reader).title,
	Container:    (*reader).container,
	Series:       func(d *reader, r run) { d.words(ref.FieldSeries, r) },
	Publisher:    (*reader).publisher,
	Place:        func(d *reader, r run) { d.words(ref.FieldAddress, r) },
	Year:         (*reader).date,
	YearFront:    (*reader).date,
	Volume:       func(d *reader, r run) { d.locator(ref.FieldVolume, r) },
	Issue:        func(d *reader, r run) { d.locator(ref.FieldNumber, r) },
	Pages:        (*reader).pages,
}

// read states what the runs say, false if that is no work.
func (d *reader) read() bool {
	for i := range d.Tokens {
		d.ReadIdentifier(i, &d.work)
	}
	for _, r := range d.parts() {
		if state := stated[r.label]; state != nil {
			before := len(d.work.Spans)
			state(d, r)
			if len(d.work.Spans) > before {
				d.doubts = append(d.doubts, doubt{fields[r.label], r.sure})
			}
		}
	}
	for _, r := range d.runs {
		if r.label == Other || r.label == OtherFront || r.label == Genre || r.label == Edition {
			from, next := d.tokens(r)
			formatted.ReadRemarks(d.Text, from, next, &d.work)
		}
	}
	if w := &d.work; w.Number != "" && w.Spans[string(ref.FieldNumber)] == w.Spans[string(ref.FieldPages)] { // "Report No.: 12"
		w.Drop(ref.FieldPages)
	}
	d.settle()
	return d.isFound()
}

// parts are the runs, of some labels only the longest.
func (d *reader) parts() (parts []run) {
	var longest [Labels]run
	for _, r := range d.runs {
		if r.next-r.from > longest[r.label].next-longest[r.label].from {
			longest[r.label] = r
		}
	}
	for _, r := range d.runs {
		if !lengthCounts[r.label] || r == longest[r.label] {
			parts = append(parts, r)
		}
	}
	return parts
}

// isFound reports whether enough is stated for a work to be known.
func (d *reader) isFound() bool {
	w := &d.work
	people := len(w.Authors) > 0 || len(w.Editors) > 0
	issued := w.Container != "" || w.Publisher != "" || w.Institution != ""
	named := w.ArXiv != "" || w.DOI != "" || w.Kind != ""
	switch {
	case w.Title != "":
		return people || issued || named || w.URL != ""
	}
	return people && (w.Container != "" || named) || w.Container != "" && (w.Volume != "" || w.Pages != "" || w.EID != "")
}

// tokens are the tokens of the text in a run.
func (d *reader) tokens(r run) (from, next int) {
	start, end := d.line.Tokens[r.from].Start, d.line.Tokens[r.next-1].End
	from, _ = slices.BinarySearchFunc(d.Tokens, start, startsAt)
	next, _ = slices.BinarySearchFunc(d.Tokens, end, startsAt)
	return from, max(from, next)
}

func startsAt(t phrase.Token, at int) int { return t.Start - at }

// trimmed is the span of a run without the marks around it.
func (d *reader) trimmed(r run) ref.Span {
	l, from, next := d.line, r.from, r.next
	for from < next && (l.at(from).kind == mark && !opensValue(l, from, next) || l.at(from).kind == markup) {
		from++
	}
	for next > from && (l.at(next-1).kind == mark && !closesValue(l, from, next-1) || l.at(next-1).kind == markup && !closesTag(l, from, next-1)) {
		next--
	}
	if from == next {
		return ref.Span{}
	}
	return ref.Span{l.Tokens[from].Start, l.Tokens[next-1].End}
}

// opensValue reports whether the mark at i opens what is closed before next, and goes
// on after it.
func opensValue(l *Line, i, next int) bool {
	closing := nothing
	switch l.at(i).shape {
	case openParen:
		closing = closeParen
	case openBracket:
		closing = closeBracket
	case quotation:
		closing = quotation
	default:
		return false
	}
	for at := i + 1; at < min(next-2, i+longestParens); at++ {
		if l.at(at).shape == closing {
			return l.at(at+1).kind == word || l.at(at+2).kind == word
		}
	}
	return false
}

// longestParens is how many tokens parentheses may have.
const longestParens = 200

// closesValue reports whether the mark at i belongs to what is before it: a question
// mark, a parenthesis that was opened.
func closesValue(l *Line, from, i int) bool {
	opening := nothing
	switch t := l.at(i); {
	case t.shape == fullStop: // an abbreviation's, if another mark follows: "Leeds, U.K.: Northgate"
		n := l.at(i + 1)
		return (n.shape == comma || n.shape == semicolon || n.shape == colon) && l.at(i-1).kind == word && t.End == t.Start+1
	case t.shape == closeParen:
		opening = openParen
	case t.shape == closeBracket:
		opening = openBracket
	case t.shape == quotation || t.shape == apostrophe:
		opening = t.shape
	default:
		return l.Text[t.Start] == '?' || l.Text[t.Start] == '!'
	}
	for at := i - 1; at > max(from, i-longestParens); at-- {
		if l.at(at).shape == opening {
			return true
		}
	}
	return false
}

// closesTag reports whether the tag at i ends the element of one that a value has after
// its first word: "Diet of <i>Felis catus</i>".
func closesTag(l *Line, from, i int) bool {
	open := 0
	for at := from; at < i; at++ {
		if t := l.at(at); t.kind == markup {
			if l.Text[t.Start+1] == '/' {
				open--
			} else {
				open++
			}
		}
	}
	return open > 0 && l.Text[l.at(i).Start+1] == '/'
}

func (d *reader) words(f ref.Field, r run) {
	if sp := d.trimmed(r); !d.isRemark(sp) {
		d.State(&d.work, f, sp)
	}
}

// isRemark reports whether words name nothing: there is no letter in them, or they say who
// edited or translated the work.
func (d *reader) isRemark(sp ref.Span) bool {
	words := d.Slice(sp)
	return strings.IndexFunc(words, unicode.IsLetter) < 0 || text.HasFoldedPrefix(words, "edited by ") || text.HasFoldedPrefix(words, "translated by ")
}

// title states a title without the description in brackets that may follow it.
func (d *reader) title(r run) {
	l, open := d.line, r.next-1
	for open > r.from && open > r.next-longestDescription && l.at(open).shape != openBracket {
		open--
	}
	if l.at(open).shape == openBracket && open > r.from && slices.ContainsFunc(l.Tokens[open:r.next], func(t Token) bool { return t.shape == closeBracket }) {
		d.runs = append(d.runs, run{Other, open, r.next, r.sure})
		r.next = open
	}
	for last := r.next - 1; last > r.from+2 && l.at(last).kind == mark; last-- { // "‘Felt rims’ in,"
		if l.lower(last-1) == "in" && l.at(last-2).kind == mark {
			r.next = last - 1
			break
		}
	}
	d.words(ref.FieldTitle, r)
}

// longestDescription is how many tokens a description in brackets may have, such as
// "[Poster presentation]".
const longestDescription = 8

func (d *reader) container(r run) {
	if at := d.line.seriesIn(r); at > 0 {
		d.words(ref.FieldSeries, run{Series, at, r.next, r.sure})
		r.next = at
	}
	sp := d.trimmed(r)
	if d.namesServer(sp) {
		d.work.Preprint = true
		return
	}
	if from, next := d.tokens(r); d.isRemark(sp) || formatted.ReadRemarks(d.Text, from, next, &d.work) { // "Rev. ed.", "Blog post"
		return
	}
	for _, lead := range [...]string{"paper presented at ", "presented at ", "in: ", "in:", "in ", "dans ", "en ", "the "} {
		if v := d.Slice(sp); text.HasFoldedPrefix(v, lead) && (lead != "the " || v[0] == 't') {
			sp[0] += len(lead)
		}
	}
	if v := d.Slice(sp); len(v) > 3 && (v[:2] == "in" || v[:2] == "In") && unicode.IsUpper(rune(v[2])) { // "inThe Art of Wagons"
		sp[0] += len("in")
	}
	if text.HasFoldedPrefix(d.Slice(sp), "advances in ") { // a series of books, whose volumes are counted
		d.StateContainer(&d.work, sp)
		return
	}
	d.State(&d.work, ref.FieldContainer, sp)
}

// namesServer reports whether words name a server for preprints.
func (d *reader) namesServer(sp ref.Span) bool {
	first, _, _ := strings.Cut(strings.ToLower(d.Slice(sp)), " ")
	return first == "arxiv" || first == "corr" || lexicon.ListsOf(first).Has(lexicon.PreprintWords)
}

func (d *reader) publisher(r run) {
	if d.namesServer(d.trimmed(r)) {
		d.work.Preprint = true
		return
	}
	d.words(ref.FieldPublisher, r)
}

// seriesIn is where the acronym of a series is that ends a run before the number of its
// volume, or 0: "ICCV 2019. LNCS, vol. 11111".
func (l *Line) seriesIn(r run) (at int) {
	last := r.next - 1
	for last > r.from && l.at(last).kind == mark {
		last--
	}
	if last < r.from+3 || l.at(last).shape != manyCaps || l.at(last-1).shape != fullStop || l.at(last-2).shape == capitalised || r.next == len(l.Labels) || l.Labels[r.next] != Volume {
		return 0
	}
	return last
}

func (d *reader) authors(r run) { d.people(ref.FieldAuthors, r) }

func (d *reader) editors(r run) { d.people(ref.FieldEditors, r) }

func (d *reader) people(f ref.Field, r run) {
	if f == ref.FieldAuthors && d.line.saysEditors(r) {
		f = ref.FieldEditors
	}
	if list, sp := d.line.readNames(r.from, r.next); len(list.Names) > 0 {
		d.work.StateNames(f, list, sp)
	}
}

// date reads the first date in a run, or the first year.
func (d *reader) date(r run) {
	from, next := d.tokens(r)
	if d.isVisit(from, next) {
		return
	}
	for i := from; i < next; i++ {
		if date, _, ok := d.DateAt(i); ok && (date.Month != 0 || i+1 == next || !slices.ContainsFunc(d.Tokens[i+1:next], isMonth)) {
			d.StateDate(&d.work, date)
			return
		}
	}
	for i := r.from; i < r.next; i++ {
		if t := d.line.Tokens[i]; t.shape == year {
			date := phrase.Date{Year: ref.Span{t.Start, t.End}}
			d.monthAfter(from, next, &date)
			d.StateDate(&d.work, date)
			return
		}
	}
}

// longestVisit is how many tokens there may be from "accessed" to the day.
const longestVisit = 7

// isVisit reports whether the date in tokens from to next is that of a visit: "Retrieved
// March 3, 2015".
func (d *reader) isVisit(from, next int) bool {
	for i := max(from-longestVisit, 0); i < next; i++ {
		switch t := d.At(i); {
		case formatted.SaysVisit(t):
			return true
		case i >= from && phrase.IsYear(t):
			return false
		}
	}
	return false
}

func isMonth(t phrase.Token) bool { return phrase.IsMonth(&t) }

// monthAfter reads the month and the day after a year: "2018, May 21".
func (d *reader) monthAfter(from, next int, date *phrase.Date) {
	for i := from; i < next; i++ {
		if !phrase.IsMonth(d.At(i)) {
			continue
		}
		date.Month, date.MonthSpan = lexicon.Months[d.At(i).Lower], d.Span(i, i+1)
		if phrase.IsDay(d.At(i + 1)) {
			date.Day = phrase.DaySpan(d.At(i + 1))
		}
		return
	}
}

// locator states the value in a run after the words that introduce it.
func (d *reader) locator(f ref.Field, r run) {
	from, next := d.value(r)
	if from < next && !(next == from+1 && len(d.line.lower(from)) > 1 && introducesLocator(d.line.lower(from))) {
		d.State(&d.work, f, ref.Span{d.line.Tokens[from].Start, d.line.Tokens[next-1].End})
	}
}

// value finds the tokens of a run from its first number on, or from what else is not a
// word that introduces it.
func (d *reader) value(r run) (from, next int) {
	l := d.line
	from, next = r.from, r.next
	for next > from && l.at(next-1).kind == mark {
		next--
	}
	for from < next && (l.at(from).kind == mark || introducesLocator(l.lower(from)) && l.hasMore(from+1, next)) {
		if l.isLettered(from) {
			break
		}
		from++
	}
	return from, next
}

// isLettered reports whether the letter at i is part of the number that is right after it:
// "S278", "H1060", but not "p12".
func (l *Line) isLettered(i int) bool {
	t, n := l.at(i), l.at(i+1)
	return t.shape == initial && n.kind == number && !n.spaced && l.lower(i) != "p" && l.lower(i) != "v"
}

func (l *Line) hasMore(from, next int) bool {
	for ; from < next; from++ {
		if l.at(from).kind != mark {
			return true
		}
	}
	return false
}

func introducesLocator(w string) bool {
	if _, ok := lexicon.LocatorWords[w]; ok {
		return true
	}
	switch w {
	case "v", "bd", "band", "jg", "jahrgang", "t", "tome", "tomo", "том", "т", "n", "nr", "num", "núm", "numéro", "número", "heft", "h", "fasc", "вып", "№", "s", "seite", "seiten", "ss", "с", "стр", "pg", "pgs", "pág", "págs", "pag", "제", "第", "vol", "o", "str", "č", "čís", "id", "in", "hft", "iss", "pt":
		return true
	}
	return false
}

// pages states pages, or the number of an article.
func (d *reader) pages(r run) {
	from, next := d.value(r)
	if from == next {
		return
	}
	for i := from + 1; i < next; i++ {
		if d.line.lower(i) == "at" { // "88–112, at 91": the page that is cited
			next = i
		}
	}
	if next == from+2 && introducesLocator(d.line.lower(from+1)) && !d.line.isLetterAfter(from+1) { // "240 p.": how many pages there are
		return
	}
	for next > from+1 && (introducesLocator(d.line.lower(next-1)) && !d.line.isLetterAfter(next-1) || d.line.at(next-1).kind == mark) { // "93–100 p."
		next--
	}
	if before := d.line.at(from - 1); !d.line.at(from).spaced && before.kind == word && before.End-before.Start == 1 && (d.line.isLettered(from-1) || (from > r.from || before.shape == small) && !introducesLocator(d.line.lower(from-1))) { // "S108", "e12"
		from--
	}
	sp := ref.Span{d.line.Tokens[from].Start, d.line.Tokens[next-1].End}
	f := ref.FieldPages
	if v := d.Slice(sp); d.line.lower(r.from) == "article" || isArticleNumber(v) {
		f = ref.FieldEID
	}
	d.State(&d.work, f, sp)
}

// isLetterAfter reports whether the letter at i is part of the number right before it:
// "249S-250S".
func (l *Line) isLetterAfter(i int) bool {
	t := l.at(i)
	return t.shape == initial && !t.spaced && l.at(i-1).kind == number
}

// isArticleNumber reports whether a value by itself counts articles and not pages.
func isArticleNumber(v string) bool {
	return len(v) >= 6 && text.IsDigits(v) || len(v) > 2 && v[0] == 'e' && text.IsDigits(v[1:])
}

// settle says what kind of work it is, where a container or a noun does not.
func (d *reader) settle() {
	w := &d.work
	if w.Title == "" && w.Volume == "" && w.Pages == "" && (w.ArXiv != "" || w.Publisher != "") { // nothing is in it
		w.Move(ref.FieldContainer, ref.FieldTitle)
	}
	formatted.Settle(d.Text, w)
	w.Held = w.Container != "" && (w.Publisher != "" || len(w.Editors) > 0) && w.Volume == "" && !strings.Contains(strings.ToLower(w.Container), "journal")
}
