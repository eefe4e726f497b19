package tagger

import (
	"strings"

	"github.com/factcite/factcite/citation/internal/formatted"
	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// Reading is a reference as the model reads it.
type Reading struct {
	Work phrase.Work
	Sure float64 // how probable it is that all labels are right
}

// Read reads a text as a reference, false if it is none.
func Read(s *phrase.Text) (r Reading, ok bool) { return ReadWith(Trained(), s) }

// ReadWith reads with another model.
func ReadWith(m *Model, s *phrase.Text) (r Reading, ok bool) {
	l := NewLine(s.Content[:s.End])
	defer l.Release()
	m.Read(l)
	runs := l.runs()
	if !l.isReference(runs) {
		return Reading{}, false
	}
	d := reader{Text: s, line: l, runs: runs}
	d.read()
	return Reading{Work: d.work, Sure: l.sure(runs)}, d.isFound()
}

// run is a range of tokens with one label.
type run struct {
	label      Label
	from, next int
	sure       float32 // how probable the label of its least sure token is
}

// runs joins tokens of one label.
func (l *Line) runs() (runs []run) {
	for i, label := range l.Labels {
		if n := len(runs); n > 0 && runs[n-1].label == label {
			runs[n-1].next = i + 1
			runs[n-1].sure = min(runs[n-1].sure, l.Sure[i])
			continue
		}
		runs = append(runs, run{label, i, i + 1, l.Sure[i]})
	}
	return runs
}

// isReference reports whether the runs are those of a reference and of no sentence.
func (l *Line) isReference(runs []run) bool {
	has := [Labels]bool{}
	for _, r := range runs {
		has[r.label] = true
	}
	return !has[Prose] && (has[Title] && (has[Authors] || has[EditorsFront] || has[Container] || has[Publisher]) || has[Container] && (has[Authors] || has[Volume] || has[Pages]))
}

// sure is how probable it is that every run is right.
func (l *Line) sure(runs []run) float64 {
	p := 1.0
	for _, r := range runs {
		p *= float64(r.sure)
	}
	return p
}

// reader states what the runs say of a work.
type reader struct {
	*phrase.Text
	line *Line
	runs []run
	work phrase.Work
}

// stated are the readers of the runs of each label.
var stated = [Labels]func(*reader, run){
	Authors:      (*reader).authors,
	Editors:      (*reader).editors,
	EditorsFront: (*reader).editors,
	Title:        (*reader).title,
	Container:    (*reader).container,
	Series:       func(d *reader, r run) { d.words(ref.FieldSeries, r) },
	Publisher:    func(d *reader, r run) { d.words(ref.FieldPublisher, r) },
	Place:        func(d *reader, r run) { d.words(ref.FieldAddress, r) },
	Year:         (*reader).date,
	YearFront:    (*reader).date,
	Volume:       func(d *reader, r run) { d.locator(ref.FieldVolume, r) },
	Issue:        func(d *reader, r run) { d.locator(ref.FieldNumber, r) },
	Pages:        (*reader).pages,
}

func (d *reader) read() {
	for i := range d.Tokens {
		d.ReadIdentifier(i, &d.work)
	}
	for _, r := range d.runs {
		if state := stated[r.label]; state != nil {
			state(d, r)
		}
	}
	for _, r := range d.runs {
		if r.label == Other || r.label == OtherFront || r.label == Genre || r.label == Edition {
			from, next := d.tokens(r)
			formatted.ReadRemarks(d.Text, from, next, &d.work)
		}
	}
	d.settle()
}

// isFound reports whether something is stated by which a work is known.
func (d *reader) isFound() bool {
	w := &d.work
	return w.Title != "" || w.Container != "" && (len(w.Authors) > 0 || w.Year != "")
}

// tokens are the tokens of the text in a run.
func (d *reader) tokens(r run) (from, next int) {
	start, end := d.line.Tokens[r.from].Start, d.line.Tokens[r.next-1].End
	for from < len(d.Tokens) && d.Tokens[from].Start < start {
		from++
	}
	for next = from; next < len(d.Tokens) && d.Tokens[next].Start < end; next++ {
	}
	return from, next
}

// trimmed is the span of a run without the marks around it.
func (d *reader) trimmed(r run) ref.Span {
	l, from, next := d.line, r.from, r.next
	for from < next && (l.at(from).kind == mark && !opensValue(l, from, next) || l.at(from).kind == markup) {
		from++
	}
	for next > from && (l.at(next-1).kind == mark && !closesValue(l, from, next-1) || l.at(next-1).kind == markup) {
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
	for at := i + 1; at < next-2; at++ {
		if l.at(at).shape == closing {
			return l.at(at+1).kind == word || l.at(at+2).kind == word
		}
	}
	return false
}

// closesValue reports whether the mark at i belongs to what is before it: a question
// mark, a parenthesis that was opened.
func closesValue(l *Line, from, i int) bool {
	opening := nothing
	switch t := l.at(i); {
	case t.shape == fullStop:
		return false
	case t.shape == closeParen:
		opening = openParen
	case t.shape == closeBracket:
		opening = openBracket
	case t.shape == quotation || t.shape == apostrophe:
		opening = t.shape
	default:
		return l.Text[t.Start] == '?' || l.Text[t.Start] == '!'
	}
	for at := i - 1; at > from; at-- {
		if l.at(at).shape == opening {
			return true
		}
	}
	return false
}

func (d *reader) words(f ref.Field, r run) { d.State(&d.work, f, d.trimmed(r)) }

func (d *reader) title(r run) { d.words(ref.FieldTitle, r) }

func (d *reader) container(r run) {
	sp := d.trimmed(r)
	for _, lead := range [...]string{"in: ", "in ", "dans ", "en ", "the "} {
		if v := d.Slice(sp); text.HasFoldedPrefix(v, lead) && (lead != "the " || v[0] == 't') {
			sp[0] += len(lead)
		}
	}
	d.StateContainer(&d.work, sp)
}

func (d *reader) authors(r run) { d.people(ref.FieldAuthors, r) }

func (d *reader) editors(r run) { d.people(ref.FieldEditors, r) }

func (d *reader) people(f ref.Field, r run) {
	if list, sp := d.line.readNames(r.from, r.next); len(list.Names) > 0 {
		d.work.StateNames(f, list, sp)
	}
}

// date reads the first date in a run, or the first year.
func (d *reader) date(r run) {
	from, next := d.tokens(r)
	for i := from; i < next; i++ {
		if date, _, ok := d.DateAt(i); ok {
			d.StateDate(&d.work, date)
			return
		}
	}
	for i := r.from; i < r.next; i++ {
		if t := d.line.Tokens[i]; t.shape == year {
			d.State(&d.work, ref.FieldYear, ref.Span{t.Start, t.End})
			return
		}
	}
}

// locator states the value in a run after the words that introduce it.
func (d *reader) locator(f ref.Field, r run) {
	from, next := d.value(r)
	if from < next {
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
		from++
	}
	return from, next
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
	for next > from+1 && (introducesLocator(d.line.lower(next-1)) || d.line.at(next-1).kind == mark) { // "240 p."
		next--
	}
	sp := ref.Span{d.line.Tokens[from].Start, d.line.Tokens[next-1].End}
	f := ref.FieldPages
	if v := d.Slice(sp); from > r.from && d.line.lower(r.from) == "article" || isArticleNumber(v) && from == r.from {
		f = ref.FieldEID
	}
	d.State(&d.work, f, sp)
}

// isArticleNumber reports whether a value by itself counts articles and not pages.
func isArticleNumber(v string) bool {
	return len(v) >= 6 && text.IsDigits(v) || len(v) > 2 && v[0] == 'e' && text.IsDigits(v[1:])
}

// settle says what kind of work it is, where a container or a noun does not.
func (d *reader) settle() {
	w := &d.work
	thesis := lexicon.NounType(w.Noun) == ref.PhDThesis
	switch {
	case thesis && w.Institution == "":
		w.Move(ref.FieldPublisher, ref.FieldInstitution)
	case thesis:
		w.Drop(ref.FieldPublisher)
	case w.Noun != "" || w.Container != "":
		w.Held = w.Container != "" && (w.Publisher != "" || len(w.Editors) > 0) && w.Volume == "" && !strings.Contains(strings.ToLower(w.Container), "journal")
	case len(w.Editors) > 0, w.Publisher != "" && !phrase.IsBody(w.Publisher):
		w.Noun = "book"
	}
}
