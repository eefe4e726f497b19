package validate

import (
	"fmt"

	"github.com/factcite/factcite/fact"
)

// ledger remembers of every fact what later facts are compared with.
type ledger struct {
	hash    func(id string) uint64
	facts   []ledgerLine
	paths   []string
	path    map[string]uint32
	ids     map[uint64]uint32 // hash of an id → its line in facts
	sourced map[uint64]uint32 // hash of content and sources → the first fact that has them
}

// ledgerLine is one fact. Facts are looked up by hashes of 64 bits, which confuse
// two of a million once in 37 million runs; what is compared then needs no more
// than half of one.
type ledgerLine struct {
	id, content        uint32 // halves of hashes
	path, line, column uint32
	repeated           bool // it was reported that another fact repeats it
}

func newLedger(hash func(string) uint64) *ledger {
	return &ledger{hash: hash, path: map[string]uint32{}, ids: map[uint64]uint32{}, sourced: map[uint64]uint32{}}
}

// enter compares a fact with those before it. It tells whether the fact was met
// before, on another page or under another node.
func (l *ledger) enter(x *examined) (again bool, found []draft) {
	if x.kind != valid && x.kind != invalid && x.kind != entry {
		return false, nil
	}
	number := uint32(len(l.facts))
	if x.id != 0 {
		if n, ok := l.ids[x.id]; ok {
			first := l.facts[n]
			switch {
			case x.kind == entry: // bib-duplicate-key says so within a file
				return false, nil
			case first.content == uint32(x.content):
				return true, nil
			default:
				found = append(found, l.reused(x, first))
			}
		} else {
			l.ids[x.id] = number
		}
	}
	if x.sourced != 0 {
		if n, ok := l.sourced[x.sourced]; !ok {
			l.sourced[x.sourced] = number
		} else if first := &l.facts[n]; !first.repeated && first.id != uint32(x.id) {
			first.repeated = true
			found = append(found, l.repeats(x, *first))
		}
	}
	l.facts = append(l.facts, ledgerLine{
		id: uint32(x.id), content: uint32(x.content), path: l.number(x.place.Path), line: uint32(x.place.Line), column: uint32(x.place.Column),
	})
	numberRepeats(found)
	return false, found
}

func (l *ledger) reused(x *examined, first ledgerLine) draft {
	at := l.place(first)
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

func (l *ledger) repeats(x *examined, first ledgerLine) draft {
	at := l.place(first)
	return draft{of: x.of, Finding: placed(Finding{
		Rule:    "duplicate-fact",
		Message: fmt.Sprintf("another fact says the same from the same source already (%s:%d)", at.Path, at.Line),
		Fact:    x.fact,
		Field:   "content",
		Help:    "keep one of them",
		Related: []Related{{Path: at.Path, Line: at.Line, Column: at.Column}},
	}, x.place, x.place)}
}

func (l *ledger) number(path string) uint32 {
	n, ok := l.path[path]
	if !ok {
		n = uint32(len(l.paths))
		l.path[path] = n
		l.paths = append(l.paths, path)
	}
	return n
}

// placeOf is where the fact of that id stands, or the zero place.
func (l *ledger) placeOf(id string) fact.Place {
	if n, ok := l.ids[l.hash(id)]; ok {
		return l.place(l.facts[n])
	}
	return fact.Place{}
}

func (l *ledger) place(line ledgerLine) fact.Place {
	return fact.Place{Path: l.paths[line.path], Line: int(line.line), Column: int(line.column)}
}
