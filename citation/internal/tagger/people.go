package tagger

import (
	"github.com/factcite/factcite/citation/ref"
)

func (d *reader) authors(r run) { d.people(ref.FieldAuthors, r) }

func (d *reader) editors(r run) { d.people(ref.FieldEditors, d.withoutBook(r)) }

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

// called gives the people before a date the word that says that they are editors: "Roe, A., editor
// 1997".
func (l *Line) called(runs []run) []run {
	for i := 1; i < len(runs); i++ {
		people, date := &runs[i-1], &runs[i]
		if people.label == Authors && date.label == YearFront && l.isEditorsWord(date.from) && date.next > date.from+1 {
			people.next, date.from = date.from+1, date.from+1
		}
	}
	return runs
}

// withoutBook gives the container the name of the book that editors begin with: "in Rope
// and Sail, B. Silva, Ed.".
func (d *reader) withoutBook(r run) run {
	l, names := d.line, &nameReader{Line: d.line}
	end, named := r.from+1, false
	for end < r.next && l.at(end).shape != comma && !(l.at(end).shape == fullStop && l.parts(end)) {
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
