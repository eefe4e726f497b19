package tagger

import (
	"slices"
	"strconv"
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
	perToken := l.margin / float32(len(l.Tokens))
	if len(l.Tokens) == 0 || l.margin < leastMargin || perToken < leastShare || perToken < sureMargin && formatted.TellsStory(s) {
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
	l.margin = undatedMargin * float32(len(labels))
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
	return join(l.inSeries(l.wholeNames(l.ofVolume(l.doubled(l.mended(runs))))))
}

// wholeNames joins a title and a container that are cut inside a word, "for Figure/Ground
// Labelling", and a container and the abbreviation that it begins with: "Proc. Int. Conf.".
func (l *Line) wholeNames(runs []run) []run {
	for i := 1; i < len(runs); i++ {
		first, second := &runs[i-1], &runs[i]
		if first.label != Title || second.label != Container {
			continue
		}
		switch cut := second.from; {
		case l.isInsideWord(cut) || l.isInsideWord(cut-1):
			first.next, first.sure = second.next, min(first.sure, second.sure)
		case first.next == first.from+2 && l.lower(first.from) == "proc" && l.at(first.from+1).shape == fullStop:
			first.label, first.next, first.sure = Container, second.next, min(first.sure, second.sure)
		default:
			continue
		}
		return slices.Delete(runs, i, i+1)
	}
	return runs
}

// isInsideWord reports whether there is a slash at i without white space around it.
func (l *Line) isInsideWord(i int) bool {
	t := l.at(i)
	return t.shape == slash && !t.spaced && !l.at(i+1).spaced
}

// ofVolume makes one title of the name of a work in several volumes and the title of the
// one that is meant: "The Art of Wagons, Vol. 1: Fundamental Wheels".
func (l *Line) ofVolume(runs []run) []run {
	for i := 2; i < len(runs); i++ {
		whole, volume, title := &runs[i-2], runs[i-1], runs[i]
		if whole.label == Container && volume.label == Volume && title.label == Title && l.at(volume.next-1).shape == colon {
			whole.label, whole.next, whole.sure = Title, title.next, min(whole.sure, volume.sure, title.sure)
			return slices.Delete(runs, i-1, i+1)
		}
	}
	return runs
}

// inSeries takes for a series what follows "of" after a volume: "volume 97 of PMLR".
func (l *Line) inSeries(runs []run) []run {
	for i := 2; i < len(runs); i++ {
		if of := runs[i-1]; runs[i].label == Publisher && runs[i-2].label == Volume && of.next == of.from+1 && l.lower(of.from) == "of" {
			runs[i].label = Series
		}
	}
	return runs
}

// doubled makes one volume of two that follow each other: "52/53".
func (l *Line) doubled(runs []run) []run {
	for i := 1; i < len(runs); i++ {
		volume, issue := &runs[i-1], runs[i]
		if volume.label != Volume || issue.label != Issue {
			continue
		}
		at := volume.from
		for at < volume.next && l.at(at).kind != number {
			at++
		}
		if at+3 == issue.next || at+3 < issue.next && l.at(at+3).kind == mark {
			first, err := strconv.Atoi(l.lower(at))
			second, err2 := strconv.Atoi(l.lower(at + 2))
			if err == nil && err2 == nil && l.at(at+1).shape == slash && second == first+1 {
				volume.next, volume.sure = issue.next, min(volume.sure, issue.sure)
				return slices.Delete(runs, i, i+1)
			}
		}
	}
	return runs
}

// mended gives the whole of a list to the editors if it is cut inside a name, the word
// that says what they are being at its end, and to the authors if no word says so.
func (l *Line) mended(runs []run) []run {
	for i := 1; i < len(runs); i++ {
		people, rest := runs[i-1], &runs[i]
		last := l.at(people.next - 1)
		inName := (last.shape == fullStop && !l.parts(people.next-1) || last.kind == word) && !isAnd(l.lower(people.next-1))
		switch {
		case people.label == Authors && fields[rest.label] == ref.FieldEditors && inName,
			people.label == EditorsFront && rest.label == Authors && !l.saysEditors(people):
			rest.from, rest.sure = people.from, min(people.sure, rest.sure)
			return slices.Delete(runs, i-1, i)
		case people.label == EditorsFront && l.isWordless(rest) && i+1 < len(runs) && runs[i+1].label == Authors && !l.saysEditors(people): // "Roe, B., . . . Lund, A."
			runs[i+1].from = people.from
			return slices.Delete(runs, i-1, i+1)
		}
	}
	return runs
}

// isWordless reports whether a run has nothing but marks.
func (l *Line) isWordless(r *run) bool {
	return !slices.ContainsFunc(l.Tokens[r.from:r.next], func(t Token) bool { return t.kind != mark })
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
	Place:        (*reader).place,
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
	d.patent()
	d.firstPage()
	if w := &d.work; w.Number != "" && w.Spans[string(ref.FieldNumber)] == w.Spans[string(ref.FieldPages)] { // "Report No.: 12"
		w.Drop(ref.FieldPages)
	}
	d.settle()
	return d.isFound()
}

// firstPage takes for the page what is between a comma after the volume and the year in
// parentheses, if there is no other page: "J. Carts 4, 11 (2001)".
func (d *reader) firstPage() {
	w, l := &d.work, d.line
	if w.Volume == "" || w.Pages != "" || w.EID != "" {
		return
	}
	for n, r := range d.runs {
		if r.label != Issue || n == 0 || d.runs[n-1].label != Volume || r.next+1 >= len(l.Tokens) || l.at(r.next+1).shape != year {
			continue
		}
		from, next := d.value(r)
		if next == from+1 && l.at(from-1).shape == comma && l.at(next).shape == openParen {
			w.Move(ref.FieldNumber, ref.FieldPages)
		}
	}
}

// patent states the number of a patent, which is no part of anything else.
func (d *reader) patent() {
	w := &d.work
	number, ok := formatted.PatentNumber(d.Text)
	if !ok {
		return
	}
	for _, f := range [...]ref.Field{ref.FieldTitle, ref.FieldContainer, ref.FieldVolume, ref.FieldNumber, ref.FieldPages, ref.FieldEID, ref.FieldPublisher} {
		if sp, ok := w.Spans[string(f)]; ok && sp[0] < number[1] && number[0]-len("Patent No. ") < sp[1] {
			w.Drop(f)
		}
	}
	w.Kind = ref.Patent
	d.State(w, ref.FieldNumber, number)
}

// parts are the runs, of some labels only the longest.
func (d *reader) parts() (parts []run) {
	var longest [Labels]run
	for _, r := range d.runs {
		if best := longest[r.label]; r.next-r.from > best.next-best.from && !(r.label == Authors && d.line.hasName(best)) {
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

// hasName reports whether a run has two words that may be a name: the first list of authors
// is theirs, what comes later is a name in the title or the container.
func (l *Line) hasName(r run) bool {
	words := 0
	for _, t := range l.Tokens[r.from:r.next] {
		if t.kind == word && t.shape != small {
			words++
		}
	}
	return words >= 2
}

// isFound reports whether enough is stated for a work to be known. Where nothing says
// when it came out or where in what, the line must be as sure as few sentences are.
func (d *reader) isFound() bool {
	w := &d.work
	people := len(w.Authors) > 0 || len(w.Editors) > 0
	issued := w.Container != "" || w.Publisher != "" || w.Institution != ""
	named := w.ArXiv != "" || w.DOI != "" || w.Kind != ""
	located := w.Volume != "" || w.Pages != "" || w.EID != ""
	if w.Year == "" && !located && !named && w.URL == "" && d.line.margin < undatedMargin*float32(len(d.line.Tokens)) {
		return false
	}
	if w.Title != "" {
		return people || issued || named || w.URL != ""
	}
	if !people && w.Volume == "" && strings.Contains(w.Container, " & ") { // "Bauer & Quist 2005, 80–95" cites
		return false
	}
	return people && (w.Container != "" || named) || w.Container != "" && located
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

// title states a title without what is around it that is none of it.
func (d *reader) title(r run) {
	if d.line.lower(r.from) == "in" && d.hasRun(Editors) && !d.hasRun(Container) { // "In A Book; Roe, B., Ed."
		d.container(r)
		return
	}
	for _, cut := range [...]func(*reader, run) run{(*reader).withoutGroup, (*reader).withoutDescription, (*reader).withoutTranslator, (*reader).withoutEdition, (*reader).withoutIn, (*reader).quoted} {
		r = cut(d, r)
	}
	d.words(ref.FieldTitle, r)
}

func (d *reader) hasRun(label Label) bool {
	return slices.ContainsFunc(d.runs, func(r run) bool { return r.label == label })
}

// withoutGroup gives the authors the group for which they write: "Ito S, Vale R, for the
// Lamp Study Group. Lamps in hospitals".
func (d *reader) withoutGroup(r run) run {
	l, lead := d.line, 0
	switch {
	case l.lower(r.from) == "for" && l.lower(r.from+1) == "the":
		lead = 2
	case l.lower(r.from) == "on" && l.lower(r.from+1) == "behalf" && l.lower(r.from+2) == "of" && l.lower(r.from+3) == "the":
		lead = 4
	}
	stop := r.from + lead
	for stop < r.next-1 && l.at(stop).shape != fullStop {
		stop++
	}
	group := piece{r.from + lead, stop}
	if names := (&nameReader{Line: l}); lead == 0 || stop == r.next-1 || !names.hasBody(group) {
		return r
	}
	sp := ref.Span{l.Tokens[group.from].Start, l.Tokens[group.next-1].End}
	if at, ok := d.work.Spans[string(ref.FieldAuthors)]; ok {
		d.work.Authors = append(d.work.Authors, ref.Name{Literal: d.Slice(sp)})
		d.work.Mark(ref.FieldAuthors, ref.Span{at[0], sp[1]})
	}
	r.from = stop + 1
	return r
}

// withoutDescription leaves the description in brackets to the remarks that a title may
// end in.
func (d *reader) withoutDescription(r run) run {
	l, open := d.line, r.next-1
	for open > r.from && open > r.next-longestDescription && l.at(open).shape != openBracket {
		open--
	}
	if l.at(open).shape == openBracket && open > r.from && slices.ContainsFunc(l.Tokens[open:r.next], func(t Token) bool { return t.shape == closeBracket }) {
		d.runs = append(d.runs, run{Other, open, r.next, r.sure})
		r.next = open
	}
	return r
}

// withoutTranslator ends a title before the sentence that says who translated it.
func (d *reader) withoutTranslator(r run) run {
	l := d.line
	for i := r.from + 1; i < r.next-2; i++ {
		if l.at(i-1).shape == fullStop && l.lower(i+1) == "by" && (l.lower(i) == "translated" || l.lower(i) == "edited") {
			r.next = i - 1
			break
		}
	}
	return r
}

// withoutEdition ends a title before the sentence that says which edition it is: "Spokes
// and strain. Third Edition.".
func (d *reader) withoutEdition(r run) run {
	l, last := d.line, r.next-1
	for last > r.from && l.at(last).kind == mark {
		last--
	}
	switch l.lower(last) {
	case "edition", "ed", "aufl", "auflage":
	default:
		return r
	}
	for i := last - 1; i > r.from && i >= last-longestEdition; i-- {
		if l.at(i).shape == fullStop && l.parts(i) {
			d.runs = append(d.runs, run{Edition, i + 1, r.next, r.sure})
			r.next = i + 1
			break
		}
	}
	return r
}

// longestEdition is how many tokens there may be before the word in "3., rev. ed.".
const longestEdition = 4

// withoutIn leaves out the word before the container: "‘Felt rims’ in,".
func (d *reader) withoutIn(r run) run {
	l := d.line
	for last := r.next - 1; last > r.from+2 && l.at(last).kind == mark; last-- {
		if l.lower(last-1) == "in" && l.at(last-2).kind == mark {
			r.next = last - 1
			break
		}
	}
	return r
}

// quoted ends a title at the quotation mark before which it ends: "“How to oil a hub.”
// Quiet Carts". What follows is the container if nothing else is.
func (d *reader) quoted(r run) run {
	l := d.line
	if l.at(r.from).shape != quotation {
		return r
	}
	for i := r.from + 2; i < r.next-1; i++ {
		if before := l.at(i - 1).shape; l.at(i).shape != quotation || before != fullStop && before != comma && l.at(i+1).shape != comma {
			continue
		}
		if rest := (run{Container, i + 1, r.next, r.sure}); !d.hasRun(Container) {
			d.container(rest)
		}
		r.next = i + 1
		break
	}
	return r
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
	for _, lead := range [...]string{"paper presented at: ", "paper presented at ", "presented at: ", "presented at ", "in: ", "in:", "in, ", "in ", "dans ", "en ", "the "} {
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
	if v := d.Slice(sp); strings.Contains(v, ".") && sp[1] < len(d.Content) && d.Content[sp[1]] == '.' { // "J. Cart. Soc."
		sp[1]++
	}
	d.State(&d.work, ref.FieldContainer, sp)
}

// namesServer reports whether words name a server for preprints.
func (d *reader) namesServer(sp ref.Span) bool {
	first, rest, _ := strings.Cut(strings.ToLower(d.Slice(sp)), " ")
	return !strings.Contains(rest, "journal") && (first == "arxiv" || first == "corr" || lexicon.ListsOf(first).Has(lexicon.PreprintWords))
}

// place states where the publisher is. A season is no place: "Spring 2007".
func (d *reader) place(r run) {
	if sp := d.trimmed(r); !lexicon.ListsOf(strings.ToLower(d.Slice(sp))).Has(lexicon.Seasons | lexicon.MonthWords) {
		d.words(ref.FieldAddress, r)
	}
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

func (d *reader) editors(r run) { d.people(ref.FieldEditors, d.withoutBook(r)) }

// withoutBook gives the container the name of the book that editors begin with: "in Rope
// and Sail, B. Silva, Ed.".
func (d *reader) withoutBook(r run) run {
	l, names := d.line, &nameReader{Line: d.line}
	end, named := r.from+1, false
	for end < r.next && l.at(end).shape != comma {
		end++
	}
	book, rest := piece{r.from + 1, end}, piece{end + 1, r.next}
	switch l.lower(rest.from) {
	case "ed", "eds", "edited", "hrsg", "hg": // "in Rope and Sail, ed. Beatriz Silva"
		named = true
	}
	if l.lower(r.from) != "in" || end >= r.next-2 || names.hasInitial(book) || names.wordsIn(book) < 3 || !named && !names.hasInitial(rest) || d.hasRun(Container) {
		return r
	}
	d.container(run{Container, book.from, book.next, r.sure})
	r.from = rest.from
	return r
}

func (d *reader) people(f ref.Field, r run) {
	if f == ref.FieldAuthors && d.line.saysEditors(r) {
		f = ref.FieldEditors
	}
	next := r.next
	if f == ref.FieldEditors {
		next = d.line.afterEditors(r)
	}
	if list, sp := d.line.readNames(r.from, next); len(list.Names) > 0 {
		d.work.StateNames(f, list, sp)
	}
}

// afterEditors is where a list of editors ends whose last word says that they are: what
// follows it is no name, as in "N. Falk, Eds. Leeds, U.K.".
func (l *Line) afterEditors(r run) int {
	names := nameReader{Line: l}
	for i := r.next - 1; i > r.from+2; i-- {
		if names.isEditorsWord(i, r.from) && l.at(i).shape != initial && l.at(i-1).shape != fullStop {
			return i + 1
		}
	}
	return r.next
}

// date reads the first date in a run, or the first year.
func (d *reader) date(r run) {
	from, next := d.tokens(r)
	if d.isVisit(from, next) {
		return
	}
	for i := from; i < next; i++ {
		if date, after, ok := d.DateAt(i); ok && (date.Month != 0 || i+1 == next || !slices.ContainsFunc(d.Tokens[i+1:next], isMonth)) {
			d.lastDay(after, next, &date)
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

// lastDay takes the last of several days, which is after the dash at token i: "May 12-14".
func (d *reader) lastDay(i, next int, date *phrase.Date) {
	if i+1 < next && date.Day != (ref.Span{}) && phrase.IsDash(d.At(i)) && phrase.IsDay(d.At(i+1)) && date.Day[1] == d.At(i).Start {
		date.Day[1] = phrase.DaySpan(d.At(i + 1))[1]
	}
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
			d.lastDay(i+2, next, date)
		}
		return
	}
}

// locator states the value in a run after the words that introduce it.
func (d *reader) locator(f ref.Field, r run) {
	if d.line.isPartOfBook(r) {
		return
	}
	from, next := d.value(r)
	if f == ref.FieldNumber && slices.ContainsFunc(d.line.Tokens[from:next], func(t Token) bool { return t.shape == comma }) { // "ch. 3, sec. 2"
		return
	}
	if f == ref.FieldVolume && next == from+3 && d.line.at(from+1).shape == comma && d.line.at(from+2).kind == number { // "85, 411": the issue is after it
		d.State(&d.work, ref.FieldNumber, ref.Span{d.line.Tokens[from+2].Start, d.line.Tokens[from+2].End})
		next = from + 1
	}
	if from < next && !(next == from+1 && len(d.line.lower(from)) > 1 && introducesLocator(d.line.lower(from))) {
		d.State(&d.work, f, ref.Span{d.line.Tokens[from].Start, d.line.Tokens[next-1].End})
	}
}

// isPartOfBook reports whether a run says which chapter is meant, which is neither a volume
// nor an issue: "ch. 3, sec. 2".
func (l *Line) isPartOfBook(r run) bool {
	for i := r.from; i < r.next; i++ {
		if l.at(i).kind == mark {
			continue
		}
		switch l.lower(i) {
		case "ch", "chap", "chapter", "kap", "kapitel", "sec", "section":
			return true
		}
		return false
	}
	return false
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
	if next == from+1 && introducesLocator(d.line.lower(from)) { // "S." and no number
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
	for next > from+1 && (saysMore(d.line.lower(next-1)) || introducesLocator(d.line.lower(next-1)) && !d.line.isLetterAfter(next-1) || d.line.at(next-1).kind == mark) { // "93–100 p."
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

// saysMore reports whether a word says that there are more pages: "3 ff".
func saysMore(word string) bool { return word == "f" || word == "ff" || word == "sqq" }

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
	held := w.Volume != "" || w.Pages != "" || w.EID != ""
	edited := len(w.Authors) == 0 && len(w.Editors) > 0
	if w.Title == "" && !held && (edited || len(w.Editors) == 0 && (w.ArXiv != "" || w.Publisher != "")) { // nothing is in it
		w.Move(ref.FieldContainer, ref.FieldTitle)
	}
	formatted.Settle(d.Text, w)
	w.Held = w.Container != "" && (w.Publisher != "" || len(w.Editors) > 0) && w.Volume == "" && !strings.Contains(strings.ToLower(w.Container), "journal")
}
