package tagger

import (
	"slices"
	"strings"

	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/venue"
)

// withNames keeps in a title the names that are in it, where its authors are before it:
// "Quiet fluids. Oil, Water, Sand in painting", "On a theorem of M. Roe".
func (l *Line) withNames(runs []run) []run {
	for i := 1; i < len(runs); i++ {
		title, names := &runs[i-1], &runs[i]
		if title.label != Title || names.label != Authors || !hasPeople(runs[:i-1]) {
			continue
		}
		last := i
		switch {
		case i+1 < len(runs) && runs[i+1].label == Title:
			last = i + 1
		case l.at(title.next-1).shape != small:
			continue
		}
		title.next = runs[last].next
		for _, r := range runs[i : last+1] {
			title.sure = min(title.sure, r.sure)
		}
		runs = slices.Delete(runs, i, last+1)
	}
	return runs
}

func hasPeople(runs []run) bool {
	return slices.ContainsFunc(runs, func(r run) bool { return r.label == Authors || r.label == EditorsFront })
}

// beforeEditors leaves to a title or a container its words before those that introduce the
// editors: "in Quiet Fluids: Oil, Sand, ed. Ana Lund".
func (l *Line) beforeEditors(runs []run) []run {
	for i := 1; i < len(runs); i++ {
		held, editors := &runs[i-1], &runs[i]
		if editors.label != Editors || held.label != Title && held.label != Container || l.lower(editors.from) == "in" {
			continue
		}
		names := nameReader{Line: l}
		for at := editors.next - 2; at > editors.from; at-- {
			if !l.introducesEditors(at, editors.next) && !(l.isEditorsWord(at) && l.allSmall(editors.from, at)) || names.hasInitial(piece{editors.from, at}) {
				continue
			}
			if l.saysTranslated(at) {
				editors.label = Other
			}
			if before := l.at(at - 1).shape; before == openParen || before == openBracket {
				at--
			}
			held.next, editors.from = at, at
			break
		}
	}
	return runs
}

// introducesEditors reports whether the word at i comes before the names of editors or
// translators, which go on to next.
func (l *Line) introducesEditors(i, next int) bool {
	switch l.lower(i) {
	case "edited", "translated", "herausgegeben":
		return true
	case "ed", "eds", "tr", "trans", "hrsg", "hg", "dir":
		return l.at(i+1).shape == fullStop && l.hasName(run{from: i + 2, next: next})
	}
	return false
}

// allSmall reports whether all of tokens from to next are words in small letters: "kyr" of "3 kyr
// Eds A Roe".
func (l *Line) allSmall(from, next int) bool {
	return !slices.ContainsFunc(l.Tokens[from:next], func(t Token) bool { return t.shape != small })
}

// saysTranslated reports whether the word at i comes before the names of translators, who
// are no editors.
func (l *Line) saysTranslated(i int) bool {
	switch l.lower(i) {
	case "translated", "tr", "trans":
		return true
	}
	return false
}

// ofBook gives the editors of a book the rest of their names, and takes for the container
// the title after them: "‘Rims’, in Joy Parr, Carts in the North".
func (l *Line) ofBook(runs []run) []run {
	titled := false
	for i := 1; i < len(runs); i++ {
		before, r := &runs[i-1], &runs[i]
		titled = titled || before.label == Title
		if !titled || before.label != Editors {
			continue
		}
		switch {
		case r.label == Authors && l.lower(before.from) == "in":
			before.next, before.sure = r.next, min(before.sure, r.sure)
			runs = slices.Delete(runs, i, i+1)
			i--
		case r.label == Title && !slices.ContainsFunc(runs, func(r run) bool { return r.label == Container }):
			r.label = Container
		}
	}
	return runs
}

// afterInitials takes for the title, if there is no other, the words after the initials of the
// last author, which are no name: "Lund P. Milestones. Road Sci 2000".
func (l *Line) afterInitials(runs []run) []run {
	if slices.ContainsFunc(runs, func(r run) bool { return r.label == Title }) {
		return runs
	}
	for i, authors := range runs {
		if authors.label != Authors || i+1 == len(runs) || runs[i+1].label != Container {
			continue
		}
		at := authors.next - 1
		for at > authors.from && (l.at(at).shape == capitalised || l.at(at).shape == small || at == authors.next-1 && l.at(at).shape == fullStop) {
			at--
		}
		if before := l.at(at - 1).shape; l.at(at).shape != fullStop || before != initial && before != capitals || at == authors.next-1 || l.at(authors.next-1).shape != fullStop {
			continue
		}
		runs[i].next = at + 1
		return slices.Insert(runs, i+1, run{Title, at + 1, authors.next, authors.sure})
	}
	return runs
}

// ofPatent labels what is said of a patent, its number and the words before that, as no part
// of anything else, and initials before it as the end of the authors: "Lund, P., US Patent
// 1,234,567".
func (l *Line) ofPatent(said ref.Span) {
	from := slices.IndexFunc(l.Tokens, func(t Token) bool { return t.Start >= said[0] })
	for i := from; i >= 0 && i < len(l.Tokens) && l.Tokens[i].Start < said[1]; i++ {
		l.Labels[i] = Genre
	}
	if from < 1 || l.at(from-1).shape != comma {
		return
	}
	initials := from
	for initials > 0 && (l.at(initials-1).shape == initial || l.at(initials-1).kind == mark) {
		initials--
	}
	if initials > 0 && l.Labels[initials-1] == Authors {
		for i := initials; i < from; i++ {
			l.Labels[i] = Authors
		}
	}
}

// houses takes for the publisher what names one where a place might be, if nothing else is:
// "Cork UP, 2007".
func (l *Line) houses(runs []run) []run {
	if slices.ContainsFunc(runs, func(r run) bool { return r.label == Publisher }) {
		return runs
	}
	for i := range runs {
		if r := &runs[i]; r.label == Place && l.namesHouse(r) {
			r.label = Publisher
		}
	}
	return runs
}

// houseBit is the bit of the words of publishers in a token's lists.
const houseBit = 1 << 1

func (l *Line) namesHouse(r *run) bool {
	for i := r.from + 1; i < r.next; i++ {
		if t := l.at(i); t.lists&houseBit != 0 || t.shape == capitals && l.lower(i) == "up" {
			return true
		}
	}
	return false
}

// abbreviated gives the abbreviated name of a container its first words, which end the title:
// "Felt rims. Open Inf. |Syst. J.", "Felt rims, Geosci. |Model Dev.".
func (l *Line) abbreviated(runs []run) []run {
	for i := 1; i < len(runs); i++ {
		title, container := &runs[i-1], &runs[i]
		if title.label != Title || container.label != Container || l.at(title.next-1).shape != fullStop || !l.abbreviates(*container) {
			continue
		}
		at := title.next - 2
		for at > title.from && l.at(at).shape == capitalised && title.next-at <= longestAbbreviated {
			at--
		}
		if cut := l.at(at).shape; at > title.from && (at < title.next-3 || l.isKnown(at+1, container.next)) && (cut == comma || cut == dash || cut == fullStop) {
			title.next, container.from = at+1, at+1
		}
	}
	return runs
}

// isKnown reports whether tokens from to next are the name of a journal that is known.
func (l *Line) isKnown(from, next int) bool {
	_, known := venue.Find(strings.TrimRight(l.Text[l.at(from).Start:l.at(next-1).End], " .,;"))
	return known
}

// longestAbbreviated is how many tokens of an abbreviated name are looked for in a title.
const longestAbbreviated = 4

// houseAtEnd takes for the publisher, if there is no other, the house that a container ends with:
// "Proc. Conf. on Carts. ACM, 2024".
func (l *Line) houseAtEnd(runs []run) []run {
	if slices.ContainsFunc(runs, func(r run) bool { return r.label == Publisher }) {
		return runs
	}
	for i, r := range runs {
		if r.label != Container {
			continue
		}
		if at := l.houseIn(r); at > 0 {
			runs[i].next = at
			return slices.Insert(runs, i+1, run{Publisher, at, r.next, max(r.sure, leastStated)})
		}
	}
	return runs
}

// fewestBefore is how many tokens a container has at least before a house that no mark parts from it.
const fewestBefore = 4

// houseIn is where the known house begins that a run ends with, 0 for none: "Carting Systems ACM",
// but not "Journal of the ACM" or "IEEE/ACM".
func (l *Line) houseIn(r run) int {
	last := r.next
	for last > r.from && l.at(last-1).kind == mark {
		last--
	}
	for at := last - 1; at >= last-mostOfHouse && at >= r.from+fewestBefore; at-- {
		before := l.at(at - 1)
		isPart := before.kind == mark && before.shape != fullStop && before.shape != comma && before.shape != colon || before.shape == small
		if !isPart && isHouse(l.Text[l.at(at).Start:l.at(last-1).End]) {
			return at
		}
	}
	return 0
}

// mostOfHouse is how many tokens the name of a known house has.
const mostOfHouse = 3

// isHouse reports whether a name is that of a house which publishes proceedings and books.
func isHouse(name string) bool {
	switch name {
	case "ACM", "IEEE", "Springer", "Elsevier", "Palgrave Macmillan", "Oxford University Press", "Cambridge University Press", "AAAI Press", "ACM Press", "IEEE Press", "MIT Press", "Routledge", "Academic Press":
		return true
	}
	return false
}
