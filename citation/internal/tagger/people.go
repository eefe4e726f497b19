package tagger

import (
	"slices"

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

// endedByStop ends names with initials that have no full stop at the first one that there is, and
// leaves what follows to the title: "Roe AH, Lund F. Nose, |Eyes and Ears".
func (l *Line) endedByStop(runs []run) []run {
	for i := 1; i < len(runs); i++ {
		people, rest := &runs[i-1], &runs[i]
		if people.label != Authors || rest.label != Title && rest.label != Container || !l.isUnstopped(*people) {
			continue
		}
		stop := people.from
		for stop < people.next && l.at(stop).shape != fullStop {
			stop++
		}
		if before := l.at(stop - 1).shape; stop+1 >= people.next || before != initial && before != capitals || l.at(stop+1).kind != word || l.at(stop+1).shape == initial || !l.at(stop+1).spaced {
			continue
		}
		if rest.label == Title {
			people.next, rest.from, rest.sure = stop+1, stop+1, min(people.sure, rest.sure)
			continue
		}
		title := run{Title, stop + 1, people.next, people.sure}
		people.next = stop + 1
		return slices.Insert(runs, i, title)
	}
	return runs
}

// isUnstopped reports whether a list begins with a name and initials that have no full stop:
// "Roe AH,".
func (l *Line) isUnstopped(r run) bool {
	at := r.from
	for l.at(at).shape == capitalised && l.at(at+1).shape == capitalised {
		at++
	}
	initials := l.at(at + 1).shape
	return l.at(at).shape == capitalised && (initials == initial || initials == capitals) && l.at(at+2).shape == comma && at+2 < r.next
}

// endedBySurname gives the authors what is taken for a title and is the surname of the last one,
// perhaps with the others, or the others alone: "M. |Roe et al. |Phys. Rev.", "A. Roe et B. |Lund.
// |Carts".
func (l *Line) endedBySurname(runs []run) []run {
	for i := 1; i < len(runs); i++ {
		people, title := &runs[i-1], &runs[i]
		if people.label != Authors || title.label != Title || title.next-title.from > longestWithOthers {
			continue
		}
		last := title.next
		for last > title.from && l.at(last-1).kind == mark {
			last--
		}
		surname := title.from
		others := l.lower(last-1) == "al" && l.lower(last-2) == "et"
		if others {
			last -= len([...]string{"et", "al"})
		}
		for surname < last && l.at(surname).kind == word && l.at(surname).shape != small {
			surname++
		}
		if surname == last && (others && last == title.from || last > title.from && (others || last == title.from+1) && l.endsInInitials(*people)) {
			people.next, people.sure = title.next, min(people.sure, title.sure)
			return slices.Delete(runs, i, i+1)
		}
	}
	return runs
}

// endsInInitials reports whether the last name of a list, whose names have the initials first, has
// nothing else.
func (l *Line) endsInInitials(r run) bool {
	last := r.next - 1
	for last > r.from && l.at(last).shape == fullStop {
		last--
	}
	first := last
	for first > r.from && (l.at(first-1).shape == initial || l.at(first-1).shape == fullStop || l.at(first-1).shape == dash) {
		first--
	}
	return l.at(last).shape == initial && l.at(r.from).shape == initial && (first == r.from || l.at(first-1).shape == comma || isAnd(l.lower(first-1)))
}

// longestWithOthers is how many tokens a surname has with "et al.,", one of several words.
const longestWithOthers = 7

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
