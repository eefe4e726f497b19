package phrase

import (
	"strings"

	"github.com/factcite/factcite/citation/ref"
)

// State gives a field the words at a span, unless it has a value already.
func (s *Text) State(w *Work, f ref.Field, sp ref.Span) {
	if v := w.Value(f); *v == "" && sp[0] < sp[1] {
		*v = s.Slice(sp)
		w.Mark(f, sp)
		if f == ref.FieldTitle && len(s.marked) > 0 {
			s.StateAddressOf(sp, w)
		}
	}
}

// StateAddressOf states the address to which the words at a span link.
func (s *Text) StateAddressOf(sp ref.Span, w *Work) {
	if address, linked := s.AddressOf(sp); linked && address[0] < address[1] {
		s.stateLink(&Token{Start: address[0], End: address[1], Text: s.Slice(address)}, w)
	}
}

// Mark notes where a field was read.
func (w *Work) Mark(f ref.Field, sp ref.Span) {
	if w.Spans == nil {
		w.Spans = make(map[string]ref.Span, 8)
	}
	w.Spans[string(f)] = sp
}

func (w *Work) has(f ref.Field) bool {
	_, ok := w.Spans[string(f)]
	return ok
}

// Drop takes a field back.
func (w *Work) Drop(f ref.Field) {
	if names := ref.RowOf(f).Names(&w.Reference); names != nil {
		*names = nil
	}
	if v := w.Value(f); v != nil {
		*v = ""
	}
	if f == ref.FieldMonth {
		w.Month = 0
	}
	delete(w.Spans, string(f))
}

// Shift moves the spans by n bytes.
func (w *Work) Shift(n int) {
	for field, sp := range w.Spans {
		w.Spans[field] = ref.Span{sp[0] + n, sp[1] + n}
	}
}

// Move gives a field's value to another one.
func (w *Work) Move(from, to ref.Field) {
	if !w.has(from) {
		return
	}
	*w.Value(to), w.Spans[string(to)] = *w.Value(from), w.Spans[string(from)]
	w.Drop(from)
}

// StateContainer gives the container; a volume number at its end is no part of
// its name.
func (s *Text) StateContainer(w *Work, sp ref.Span) {
	if w.Container != "" {
		return
	}
	name := s.Slice(sp)
	if shortYearInside(name) > 0 {
		s.State(w, ref.FieldContainer, sp)
		return
	}
	head := strings.TrimRight(name, "0123456789")
	digits := name[len(head):]
	head = strings.TrimRight(head, " ,")
	if digits != "" && len(digits) <= 3 && len(head) > 3 && len(head)+len(digits) < len(name) && !strings.HasSuffix(head, "Vol.") {
		s.State(w, ref.FieldVolume, ref.Span{sp[1] - len(digits), sp[1]})
		sp[1] = sp[0] + len(head)
	}
	s.State(w, ref.FieldContainer, sp)
}

// StateNames gives the authors or the editors, unless there are some already.
func (w *Work) StateNames(f ref.Field, list NameList, sp ref.Span) {
	names := &w.Authors
	if f == ref.FieldEditors {
		names = &w.Editors
	}
	if len(*names) > 0 {
		return
	}
	*names = list.Names
	w.EtAl = w.EtAl || list.EtAl && f == ref.FieldAuthors
	w.Mark(f, sp)
}

// StateDate gives the parts of a date.
func (s *Text) StateDate(w *Work, d Date) {
	if w.Year != "" && w.Year != s.Slice(d.Year) {
		return
	}
	s.State(w, ref.FieldYear, d.Year)
	if d.Month != 0 && w.Month == 0 {
		w.Month = d.Month
		w.Mark(ref.FieldMonth, d.MonthSpan)
	}
	if d.Day != (ref.Span{}) {
		s.State(w, ref.FieldDay, d.Day)
	}
}

// Work is a reference while it is being read.
type Work struct {
	ref.Reference
	Noun       string // the noun by which the sentence calls it: "paper", "book"
	Master     bool   // the thesis is not a doctoral one
	Held       bool   // the container is a book
	Meeting    bool   // the container is where the work was presented
	TitleFirst bool   // the title is before the authors, whose initials tell where they begin
	WebPage    bool   // the work is a page of a site
	Patent     bool   // the work is a patent
	Standard   bool   // the work is a document of a numbered series, such as RFC 7235
	Issued     bool   // the authors are said to have published, not to have written it
	Issuers    string // the authors as written
}
