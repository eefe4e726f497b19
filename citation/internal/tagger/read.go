package tagger

import (
	"slices"
	"strings"

	"github.com/factcite/factcite/citation/internal/formatted"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// ReadWork reads a text as a reference, with how sure it is; false if it is none.
func (m *Model) ReadWork(s *phrase.Text) (w phrase.Work, ok bool) {
	l := NewLine(s.Content[:s.End])
	defer l.Release()
	return m.readLine(s, l)
}

// ReadSurely is ReadWork that also returns how sure the reading is of each token.
func (m *Model) ReadSurely(s *phrase.Text) (w phrase.Work, c Certainty, ok bool) {
	l := NewLine(s.Content[:s.End])
	defer l.Release()
	if w, ok = m.readLine(s, l); ok {
		c = l.certainty()
	}
	return w, c, ok
}

func (m *Model) readLine(s *phrase.Text, l *Line) (w phrase.Work, ok bool) {
	m.Read(l)
	perToken := l.margin / float32(len(l.Tokens))
	if len(l.Tokens) == 0 || l.margin < leastMargin || perToken < leastShare || perToken < sureMargin && formatted.TellsStory(s) {
		return phrase.Work{}, false
	}
	m.marginals(l)
	m.decide(l)
	return readRuns(s, l, l.all())
}

// ReadLabelled reads a text whose labels are known, those of [NewLine]'s tokens.
func ReadLabelled(s *phrase.Text, labels []Label) (w phrase.Work, ok bool) {
	l := NewLine(s.Content[:s.End])
	defer l.Release()
	l.Labels, l.Sure = slices.Clone(labels), slices.Repeat([]float32{1}, len(labels))
	l.margin = undatedMargin * float32(len(labels))
	return readRuns(s, l, l.all())
}

// readRuns states what the labels of a line say, and what identifiers are within a part of it.
func readRuns(s *phrase.Text, l *Line, within ref.Span) (w phrase.Work, ok bool) {
	said, number, patent := formatted.PatentNumber(s)
	if patent {
		l.ofPatent(said)
	}
	d := reader{Text: s, line: l, runs: l.runs(), within: within}
	if patent {
		d.patent(number)
	}
	d.placesAfterHouses()
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

// reader states what the runs say of a work.
type reader struct {
	*phrase.Text
	line   *Line
	runs   []run
	within ref.Span // in which identifiers are of the work
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
		if d.isWithin(i, i+1) {
			d.ReadIdentifier(i, &d.work)
		}
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
			if from, next := d.tokens(r); d.isWithin(from, next) {
				formatted.ReadRemarks(d.Text, from, next, &d.work)
			}
		}
	}
	d.firstPage()
	if w := &d.work; w.Number != "" && w.Spans[string(ref.FieldNumber)] == w.Spans[string(ref.FieldPages)] { // "Report No.: 12"
		w.Drop(ref.FieldPages)
	}
	d.settle()
	return d.isFound()
}

// isWithin reports whether tokens are in the part that is about the work.
func (d *reader) isWithin(from, next int) bool {
	return from < next && d.within[0] <= d.At(from).Start && d.At(next-1).End <= d.within[1]
}

// parts are the runs, of some labels only the longest.
func (d *reader) parts() []run {
	parts := make([]run, 0, len(d.runs))
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

// isFound reports whether enough is stated for a work to be known. Where nothing says
// when it came out or where in what, the line must be as sure as few sentences are.
func (d *reader) isFound() bool {
	w := &d.work
	people := len(w.Authors) > 0 || len(w.Editors) > 0
	issued := w.Container != "" || w.Publisher != "" || w.Institution != ""
	named := w.ArXiv != "" || w.DOI != "" || w.Kind != ""
	located := w.Volume != "" || w.Pages != "" || w.EID != ""
	if w.Year == "" && !located && !named && w.URL == "" && !d.isForthcoming() && !(w.Title != "" && people && d.hasRun(Genre)) && d.line.margin < undatedMargin*float32(len(d.line.Tokens)) {
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

// isForthcoming reports whether a date says that the work is not out yet: "(to appear)", "In press".
func (d *reader) isForthcoming() bool {
	return slices.ContainsFunc(d.runs, func(r run) bool {
		if r.label != Year && r.label != YearFront {
			return false
		}
		for i := r.from; i < r.next; i++ {
			switch d.line.lower(i) {
			case "press", "forthcoming", "appear", "preparation", "submitted", "accepted":
				return true
			}
		}
		return false
	})
}

func (d *reader) hasRun(label Label) bool {
	return slices.ContainsFunc(d.runs, func(r run) bool { return r.label == label })
}

// settle says what kind of work it is, where a container or a noun does not.
func (d *reader) settle() {
	w := &d.work
	held := w.Volume != "" || w.Pages != "" || w.EID != ""
	edited := len(w.Authors) == 0 && len(w.Editors) > 0
	if d.isTitleAlone() {
		w.Move(ref.FieldContainer, ref.FieldTitle)
	}
	if w.Title == "" && !held && !d.isIn() && (edited || len(w.Editors) == 0 && (w.ArXiv != "" || w.Publisher != "")) { // nothing is in it
		w.Move(ref.FieldContainer, ref.FieldTitle)
	}
	if d.isBook() {
		w.Move(ref.FieldContainer, ref.FieldTitle)
	}
	formatted.Settle(d.Text, w)
	w.Held = w.Container != "" && (w.Publisher != "" || len(w.Editors) > 0) && w.Volume == "" && !strings.Contains(strings.ToLower(w.Container), "journal")
}

// isIn reports whether the container is introduced as what holds a work, and the authors are those
// of the work, whose title is not said: "Roe, A. in Quiet Fluids".
func (d *reader) isIn() bool {
	at, ok := d.work.Spans[string(ref.FieldContainer)]
	return ok && len(d.work.Authors) > 0 && strings.HasSuffix(strings.ToLower(strings.TrimRight(d.Content[:at[0]], ": ")), " in")
}

// fewestOfTitle is how many words what is taken for a container has at least that is the title.
const fewestOfTitle = 6

// isTitleAlone reports whether what is read as the container, after authors and with no title, is
// itself the title: it has the words of one, no volume, and nothing says that it holds something.
func (d *reader) isTitleAlone() bool {
	w := &d.work
	return w.Title == "" && len(w.Authors) > 0 && w.Volume == "" && w.Number == "" && !d.isIn() && !phrase.IsProceedings(w.Container) && strings.Count(w.Container, " ")+1 >= fewestOfTitle
}

// isBook reports whether what is read as the container is a book of the authors, at a page of
// it, or of the editors before it: "Ana Lund, Felt Rims (Leeds: Elbow Press, 1961), 12".
func (d *reader) isBook() bool {
	w := &d.work
	if w.Title != "" || w.Container == "" || w.Publisher == "" || phrase.IsProceedings(w.Container) {
		return false
	}
	at := w.Spans[string(ref.FieldContainer)][0]
	authored := len(w.Authors) > 0 && w.Volume == "" && w.Number == ""
	edited := len(w.Authors) == 0 && len(w.Editors) > 0 && w.Spans[string(ref.FieldEditors)][1] <= at
	before := strings.ToLower(d.Content[:at])
	return (authored || edited) && !strings.HasSuffix(before, "in ") && !strings.HasSuffix(before, "in: ")
}
