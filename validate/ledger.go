package validate

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/factcite/factcite/fact"
)

// ledger remembers of every fact what later facts are compared with. It is what
// grows with the length of a stream, so a fact takes no more than forty bytes, and
// none of them is a pointer that the garbage collector would have to follow.
type ledger struct {
	hash      func(id string) uint64
	pages     [][]ledgerLine // of linesAPage each, so that a long ledger is never copied
	written   uint32         // lines, which are numbered from 0
	stretches []stretch
	paths     series
	ids       *hashIndex // lines by id
	sourced   *hashIndex // lines by content and sources: the first fact that has them
}

const linesAPage = 4096

// ledgerLine is one fact. Facts are known by hashes of 64 bits, which confuse two
// of a million once in 37 million runs; the content of two facts with one id is
// compared by half of one.
type ledgerLine struct {
	id, sourced uint64
	content     uint32
	line        uint32 // of the input, and reported
}

// reported marks that another fact was said to repeat the one of the line.
const reported = 1 << 31

// stretch is a run of facts that stand in one file and all begin in one column, as
// those of JSON Lines do.
type stretch struct {
	first        uint32 // the number of the first of them
	path, column uint32
}

func newLedger(hash func(string) uint64) *ledger {
	l := &ledger{hash: hash}
	l.ids = newHashIndex(func(n uint32) uint64 { return l.at(n).id })
	l.sourced = newHashIndex(func(n uint32) uint64 { return l.at(n).sourced })
	return l
}

func (l *ledger) at(n uint32) *ledgerLine { return &l.pages[n/linesAPage][n%linesAPage] }

// write adds a line.
func (l *ledger) write(line ledgerLine, at fact.Place) {
	next := stretch{first: l.written, path: l.paths.number(at.Path), column: uint32(at.Column)}
	if n := len(l.stretches); n == 0 || l.stretches[n-1].path != next.path || l.stretches[n-1].column != next.column {
		l.stretches = append(l.stretches, next)
	}
	if l.written%linesAPage == 0 {
		l.pages = append(l.pages, make([]ledgerLine, 0, linesAPage))
	}
	last := &l.pages[len(l.pages)-1]
	line.line = uint32(at.Line) &^ reported
	*last = append(*last, line)
	l.written++
}

// enter compares a fact with those before it. It tells whether the fact was met
// before, on another page or under another node.
func (l *ledger) enter(x *examined) (again bool, found []draft) {
	if x.kind != valid && x.kind != invalid && x.kind != entry {
		return false, nil
	}
	number := l.written
	known, hasID := l.ids.findOrAdd(x.id, number)
	switch {
	case !hasID:
	case x.kind == entry: // bib-duplicate-key says so within a file
		return false, nil
	case l.at(known).content == uint32(x.content):
		return true, nil
	default:
		found = append(found, l.reused(x, l.place(known)))
	}
	l.write(ledgerLine{id: x.id, sourced: x.sourced, content: uint32(x.content)}, x.place)
	if x.kind == entry || x.sourced == 0 {
		return false, nil
	}
	if first, ok := l.sourced.findOrAdd(x.sourced, number); ok {
		if line := l.at(first); line.line&reported == 0 && line.id != x.id {
			found = append(found, l.repeats(x, l.place(first)))
			line.line |= reported
		}
	}
	numberRepeats(found)
	return false, found
}

func (l *ledger) reused(x *examined, at fact.Place) draft {
	return draft{of: x.of, Finding: placed(Finding{
		Rule:    "fact-id-reused",
		Message: fmt.Sprintf("the id %q names another fact already (%s:%d)", shorten(x.fact, 60), at.Path, at.Line),
		Fact:    x.fact,
		Field:   "id",
		Stated:  x.fact,
		Help:    "give one of them an id of its own",
		Related: []Related{{Path: at.Path, Line: at.Line, Column: at.Column, Fact: x.fact}},
	}, x.place, x.place)}
}

func (l *ledger) repeats(x *examined, at fact.Place) draft {
	return draft{of: x.of, Finding: placed(Finding{
		Rule:    "duplicate-fact",
		Message: fmt.Sprintf("another fact says the same from the same source already (%s:%d)", at.Path, at.Line),
		Fact:    x.fact,
		Field:   "content",
		Help:    "keep one of them",
		Related: []Related{{Path: at.Path, Line: at.Line, Column: at.Column}},
	}, x.place, x.place)}
}

// placeOf is where the fact of that id stands, or the zero place.
func (l *ledger) placeOf(id string) fact.Place {
	if n, ok := l.ids.find(l.hash(id)); ok {
		return l.place(n)
	}
	return fact.Place{}
}

// place is where the fact of a number stands.
func (l *ledger) place(number uint32) fact.Place {
	after, _ := slices.BinarySearchFunc(l.stretches, number+1, func(s stretch, n uint32) int { return cmp.Compare(s.first, n) })
	s := l.stretches[after-1]
	return fact.Place{Path: l.paths[s.path], Line: int(l.at(number).line &^ reported), Column: int(s.column)}
}
