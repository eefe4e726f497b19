package validate

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/internal/text"
	"github.com/factcite/factcite/validate/internal/finding"
)

// ledger remembers of every fact what later facts are compared with. It is what
// grows with the length of a stream, so a fact takes no more than forty bytes where many
// begin in one column, and none of them is a pointer that the garbage collector would have
// to follow. Facts
// are known by hashes of 64 bits, which confuse two of a million once in 37 million
// runs; the content of two facts with one id is compared by half of one.
type ledger struct {
	hash      func(id string) uint64
	ids       text.Numbered[uint64]
	contents  text.Numbered[uint32]
	sourced   text.Numbered[uint64] // content and sources
	lines     text.Numbered[uint32] // of the input, from that of the stretch, reported and named
	stretches []stretch
	paths     series
	byID      *text.HashIndex
	bySourced *text.HashIndex // the first fact that has that content and those sources
	repeated  *repeatable     // what may be stated again; others are remembered only if their places are
}

// reported marks that another fact was said to repeat the one of the line, and named that
// it is the entry of a .bib, or that one has its id for a key.
const (
	reported = 1 << 31
	named    = 1 << 30
)

// maxFacts is how many facts a run may have: they are numbered in 32 bits, and an index
// holds the numbers and 1.
const maxFacts = 1<<32 - 2

// stretch is a run of facts of one file that all begin in one column, as
// those of JSON Lines do.
type stretch struct {
	first        uint32 // the number of the first of them
	path         uint32
	line, column int // where lines are counted from, and where all begin
}

// goesOn reports whether a fact that begins there is one more of the stretch.
func (s *stretch) goesOn(path uint32, line, column int) bool {
	return s.path == path && s.column == column && line >= s.line && line-s.line < named
}

func newLedger(hash func(string) uint64) *ledger {
	l := &ledger{hash: hash}
	l.byID, l.bySourced = text.NewHashIndex(&l.ids), text.NewHashIndex(&l.sourced)
	return l
}

// write adds a fact.
func (l *ledger) write(x *examined) {
	path, at := l.paths.number(x.place.Path), &x.place
	if n := len(l.stretches); n == 0 || !l.stretches[n-1].goesOn(path, at.Line, at.Column) {
		l.stretches = append(l.stretches, stretch{first: uint32(l.ids.Len()), path: path, line: at.Line, column: at.Column})
	}
	l.ids.Add(x.id)
	l.contents.Add(x.content)
	l.sourced.Add(x.sourced)
	line := uint32(at.Line - l.stretches[len(l.stretches)-1].line)
	if x.kind == entry {
		line |= named
	}
	l.lines.Add(line)
}

// errTooManyFacts says that a run would have to number more facts than it can.
var errTooManyFacts = fmt.Errorf("a run compares no more than %d facts: check the files in several runs", maxFacts)

// errTooManyReferences says the same of references.
var errTooManyReferences = fmt.Errorf("a run merges no more than %d different references: check the files in several runs", citation.MaxReferences)

// enter compares a fact with those before it. It reports whether the fact was seen
// before, on another page or under another node.
func (l *ledger) enter(x *examined) (again bool, found []finding.Draft) {
	if x.kind != valid && x.kind != invalid && x.kind != entry {
		return false, nil
	}
	repeatsID, repeatsSourced := l.repeated.ofID(x.id), l.repeated.ofSourced(x.sourced)
	if !repeatsID && !repeatsSourced && len(x.references) == 0 {
		return false, nil
	}
	number := uint32(l.ids.Len())
	known, hasID := l.byID.FindOrAdd(x.id, number)
	switch {
	case !hasID:
	case x.kind == entry: // bib-duplicate-key says so within a file
		*l.lines.At(known) |= named
		return false, nil
	case *l.contents.At(known) == x.content:
		return true, nil
	default:
		found = append(found, l.reused(x, l.place(known)))
	}
	l.write(x)
	if x.kind != entry && x.sourced != 0 && repeatsSourced {
		found = l.compareSourced(found, x, number)
	}
	finding.NumberRepeats(found)
	return false, found
}

// compareSourced appends what is to be said of a fact if another one says the same from the
// same source.
func (l *ledger) compareSourced(found []finding.Draft, x *examined, number uint32) []finding.Draft {
	first, ok := l.bySourced.FindOrAdd(x.sourced, number)
	if !ok || *l.lines.At(first)&reported != 0 || *l.ids.At(first) == x.id {
		return found
	}
	*l.lines.At(first) |= reported
	return append(found, l.repeats(x, l.place(first)))
}

// close drops what no fact is compared with any more; the places of the facts are
// still known.
func (l *ledger) close() {
	l.contents, l.sourced = text.Numbered[uint32]{}, text.Numbered[uint64]{}
	l.bySourced, l.repeated = nil, nil
}

func (l *ledger) reused(x *examined, at fact.Place) finding.Draft {
	return finding.Draft{Of: x.of, Finding: finding.Placed(Finding{
		Rule:    "fact-id-reused",
		Message: fmt.Sprintf("the id %q names another fact already (%s:%d)", finding.Shorten(x.fact, 60), at.Path, at.Line),
		Fact:    x.fact,
		Field:   "id",
		Stated:  x.fact,
		Help:    "give one of them an id of its own",
		Related: []Related{{Path: at.Path, Line: at.Line, Column: at.Column, Fact: x.fact}},
	}, x.place, x.place)}
}

func (l *ledger) repeats(x *examined, at fact.Place) finding.Draft {
	return finding.Draft{Of: x.of, Finding: finding.Placed(Finding{
		Rule:    "duplicate-fact",
		Message: fmt.Sprintf("another fact says the same from the same source already (%s:%d)", at.Path, at.Line),
		Fact:    x.fact,
		Field:   "content",
		Help:    "keep one of them",
		Related: []Related{{Path: at.Path, Line: at.Line, Column: at.Column}},
	}, x.place, x.place)}
}

// isEntry reports whether that is the citation key of an entry of a .bib.
func (l *ledger) isEntry(key string) bool {
	n, ok := l.byID.Find(l.hash(key))
	return ok && *l.lines.At(n)&named != 0
}

// placeOf returns the place of the fact with that id, or the zero place.
func (l *ledger) placeOf(id string) fact.Place {
	if n, ok := l.byID.Find(l.hash(id)); ok {
		return l.place(n)
	}
	return fact.Place{}
}

// place returns the place of the fact with that number.
func (l *ledger) place(number uint32) fact.Place {
	after, _ := slices.BinarySearchFunc(l.stretches, number+1, func(s stretch, n uint32) int { return cmp.Compare(s.first, n) })
	s := l.stretches[after-1]
	return fact.Place{Path: l.paths[s.path], Line: s.line + int(*l.lines.At(number)&^(reported|named)), Column: s.column}
}
