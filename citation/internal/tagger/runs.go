package tagger

import (
	"slices"
	"strconv"

	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// run is a range of tokens with one label.
type run struct {
	label      Label
	from, next int
	sure       float32 // how probable the label of its least sure token is
}

// runs joins tokens of one label, and then runs of which no text has two side by side.
func (l *Line) runs() []run {
	runs := make([]run, 0, usualRuns)
	for i, label := range l.Labels {
		if n := len(runs); n > 0 && (runs[n-1].label == label || l.isMarkInside(i)) {
			runs[n-1].next = i + 1
			runs[n-1].sure = min(runs[n-1].sure, l.Sure[i])
			continue
		}
		runs = append(runs, run{label, i, i + 1, l.Sure[i]})
	}
	for _, mend := range mends {
		runs = mend(l, runs)
	}
	return join(runs)
}

// mends are applied to the runs of every line, in this order.
var mends = [...]func(*Line, []run) []run{
	(*Line).inventors, (*Line).guessedYears, (*Line).shortYears, (*Line).heldYears, (*Line).wholeDates, (*Line).inPress, (*Line).called, (*Line).mended, (*Line).yearsInTitle, (*Line).doubled, (*Line).ofVolume, (*Line).wholeNames,
	(*Line).inSeries, (*Line).introduced, (*Line).romanVolume, (*Line).ofJournal, (*Line).inReview, (*Line).withoutPinpoints, (*Line).withNames, (*Line).beforeEditors, (*Line).ofBook, (*Line).ofEditors,
	(*Line).houses, (*Line).houseAtEnd, (*Line).afterInitials, (*Line).endedByStop, (*Line).endedBySurname, (*Line).abbreviated,
}

// usualRuns is for how many runs room is made: few lines have more.
const usualRuns = 24

// guessedYears ends names before what says that the year after them is guessed, which looks like
// what says that they are editors: "Roe, A. (c. 1650)".
func (l *Line) guessedYears(runs []run) []run {
	for i := 1; i < len(runs); i++ {
		people, rest := &runs[i-1], &runs[i]
		if people.label != Authors && people.label != EditorsFront || l.saysEditors(*people) {
			continue
		}
		open := people.next
		for open > people.from+1 && open > people.next-3 && l.at(open).shape != openParen {
			open--
		}
		if l.at(open).shape == openParen && l.guessesYear(open+1) {
			people.label, people.next, rest.from = Authors, open, open
		}
	}
	return runs
}

// guessesYear reports whether the word at i says that the year after it is guessed.
func (l *Line) guessesYear(i int) bool {
	year := i + 1
	if l.at(year).shape == fullStop {
		year++
	}
	return phrase.IsCirca(l.lower(i)) && l.at(i).kind == word && l.at(year).kind == number
}

// introduced gives a number the word before it that ends the container: "Journal of Carts,
// vol." 3, "Handbook of Carts, chapter" 9. What is after "Nr." is an issue.
func (l *Line) introduced(runs []run) []run {
	for i := 1; i < len(runs); i++ {
		container, value := &runs[i-1], &runs[i]
		at := container.next - 1
		for at > container.from && l.at(at).kind == mark {
			at--
		}
		word := l.lower(at)
		if container.label != Container || at < container.from+2 || l.at(value.from).kind != number || !(pointsInside(word) || introducesLocator(word) && len(word) > 1) {
			continue
		}
		container.next, value.from = at, at
		if value.label == Volume && (word == "nr" || word == "no" || word == "heft") {
			value.label = Issue
		}
	}
	return runs
}

// ofJournal gives the journal the "J." that is taken for the last author's: "Roe, A. J. Cart.
// Soc. 2019". What is a journal without it keeps it from them: "Roe, A. J. Phys. Rev. Lett.".
func (l *Line) ofJournal(runs []run) []run {
	for i := 1; i < len(runs); i++ {
		authors, journal := &runs[i-1], &runs[i]
		cut := authors.next - 2
		if authors.label != Authors || journal.label != Container || cut-2 <= authors.from || l.lower(cut) != "j" || l.at(cut+1).shape != fullStop || l.at(cut-2).shape != initial {
			continue
		}
		if l.abbreviates(*journal) && !l.isKnown(journal.from, journal.next) {
			authors.next, journal.from = cut, cut
		}
	}
	return runs
}

// abbreviates reports whether the name of a journal begins or ends with an abbreviation:
// "Cart. Society", "Wheel Chem.".
func (l *Line) abbreviates(journal run) bool {
	return l.at(journal.from+1).shape == fullStop || journal.next-journal.from > 2 && l.at(journal.next-1).shape == fullStop
}

// inReview takes for the page what is after a journal whose volume is before it, as lawyers
// cite: "33 Stan. L. Rev. 881 (1981)"; a page after a comma is the one that is meant.
func (l *Line) inReview(runs []run) []run {
	for i := 2; i < len(runs); i++ {
		if runs[i-2].label != Volume || runs[i-1].label != Container || runs[i].label != Volume {
			continue
		}
		runs[i].label = Pages
		if i+1 < len(runs) && runs[i+1].label == Pages {
			runs[i+1].label = Other
		}
	}
	return runs
}

// withoutPinpoints ends pages before the one of them that is cited: "88–112, at 91".
func (l *Line) withoutPinpoints(runs []run) []run {
	for n := range runs {
		r := &runs[n]
		if r.label != Pages {
			continue
		}
		for i := r.from + 1; i < r.next; i++ {
			if l.lower(i) == "at" {
				r.next, r.sure = i, slices.Min(l.Sure[r.from:i])
			}
		}
	}
	return runs
}

// isMarkInside reports whether there is a mark at i with a label of its own between two
// tokens of one other label, as in a name: "van 't Hoff".
func (l *Line) isMarkInside(i int) bool {
	return l.at(i).kind == mark && i > 0 && i+1 < len(l.Labels) && l.Labels[i-1] == l.Labels[i+1]
}

// wholeNames joins a title and a container that are cut inside a word, "for Figure/Ground
// Labelling", and a container and the abbreviation that it begins with: "Proc. Int. Conf.".
func (l *Line) wholeNames(runs []run) []run {
	for i := 1; i < len(runs); i++ {
		first, second := &runs[i-1], &runs[i]
		if l.isInsideNumber(second.from) && first.label == Title && second.from+2 < second.next { // "version 3.1"
			first.next, second.from = first.next+2, second.from+2
		}
		if first.label != Title || second.label != Container {
			continue
		}
		switch cut := second.from; {
		case l.isInsideWord(cut) || l.isInsideWord(cut-1):
			first.next, first.sure = second.next, min(first.sure, second.sure)
		case l.at(cut-1).shape == degree && !l.at(cut).spaced: // "at −40 °C. Cold Regions"
			for cut < second.next-2 && l.at(cut).shape != fullStop && !l.parts(cut) {
				cut++
			}
			first.next, second.from = cut+1, cut+1
			continue
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

// isInsideNumber reports whether the full stop at i is one of a number: "3.1".
func (l *Line) isInsideNumber(i int) bool {
	t, digits := l.at(i), l.at(i+1)
	return t.shape == fullStop && !t.spaced && l.at(i-1).kind == number && digits.kind == number && !digits.spaced
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
			people.label == Authors && rest.label == EditorsFront && l.saysSeveralEditors(*rest),
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

// shortYears ends the name of a meeting before the two digits of its year, "CART '14", where nothing
// else says when the work came out, and else gives it those that are not in it.
func (l *Line) shortYears(runs []run) []run {
	isDated := slices.ContainsFunc(l.Tokens, func(t Token) bool { return t.shape == year })
	for i := 0; i < len(runs); i++ {
		if runs[i].label != Container {
			continue
		}
		if isDated {
			runs = l.withShortYear(runs, i)
		} else {
			runs = l.beforeShortYear(runs, i)
		}
	}
	return runs
}

// withShortYear gives the name of the meeting at i the two digits of a year after it.
func (l *Line) withShortYear(runs []run, i int) []run {
	if i+1 == len(runs) || runs[i+1].label != Year || !l.isShortYear(runs[i+1].from) {
		return runs
	}
	meeting, date := &runs[i], &runs[i+1]
	meeting.next = date.from + len("'1")
	if date.from = meeting.next; date.from == date.next {
		return slices.Delete(runs, i+1, i+2)
	}
	return runs
}

// beforeShortYear makes a date of the two digits of a year that the name of the meeting at i ends in.
func (l *Line) beforeShortYear(runs []run, i int) []run {
	r := runs[i]
	digits := r.next - 1
	for digits > r.from && l.at(digits).shape == comma {
		digits--
	}
	if mark := digits - 1; mark > r.from && l.isShortYear(mark) && l.at(mark).spaced {
		runs[i].next = mark
		return slices.Insert(runs, i+1, run{Year, mark, r.next, r.sure})
	}
	return runs
}

func (l *Line) isShortYear(i int) bool {
	return l.at(i).shape == apostrophe && l.at(i+1).shape == digits2
}

// inventors takes for the authors of a patent those who are called so: "Roe A, Lund B,
// inventors; Felt Works, assignee".
func (l *Line) inventors(runs []run) []run {
	for n := range runs {
		r := &runs[n]
		if fields[r.label] != ref.FieldEditors && r.label != Authors {
			continue
		}
		for i := r.from + 1; i < r.next; i++ {
			if word := l.lower(i); word == "inventor" || word == "inventors" {
				r.label, r.next = Authors, i
			}
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

// ofEditors finds the publisher that is taken for a second container, after the editors of the
// first: "Proc. Carts, edited by Eva Lund, Elbow Society, 2019".
func (*Line) ofEditors(runs []run) []run {
	for i := 2; i < len(runs); i++ {
		if runs[i-2].label == Container && runs[i-1].label == Editors && runs[i].label == Container {
			runs[i].label = Publisher
		}
	}
	return runs
}

// yearsInTitle gives a title the years that it ends with, which are taken for pages where no
// container is before them: "Felt at 40 stations, 2015–2020".
func (l *Line) yearsInTitle(runs []run) []run {
	isOf := func(label Label) func(run) bool { return func(r run) bool { return r.label == label } }
	i := slices.IndexFunc(runs, isOf(Pages))
	if i < 1 || runs[i-1].label != Title || slices.ContainsFunc(runs[:i], isOf(Container)) {
		return runs
	}
	if at := runs[i].from; l.at(at).shape == year && l.at(at+1).shape == dash && l.at(at+2).shape == year {
		runs[i-1].next = runs[i].next
		runs[i-1].sure = min(runs[i-1].sure, runs[i].sure)
		return slices.Delete(runs, i, i+1)
	}
	return runs
}
