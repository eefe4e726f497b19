package validate

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"sync"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/internal/ondisk"
)

// ledger remembers of every fact what later facts are compared with. It is what
// grows with the length of a stream, so most of it is on disk where facts are many, and
// some five bytes a fact in memory. Facts
// are known by hashes of 64 bits, which confuse two of a million once in 37 million
// runs; the content of two facts with one id is compared by half of one.
type ledger struct {
	hash      func(id string) uint64
	facts     ondisk.Table // what factRow packs
	stretches []stretch
	paths     series
	byID      ondisk.Numbers
	bySourced ondisk.Numbers // the first fact that has that content and those sources
	reported  marks          // another fact was said to repeat it
	named     marks          // it is the entry of a .bib, or one has its id for a key

	failing sync.Mutex
	failed  error
}

// factRow is what is kept of one fact.
type factRow struct {
	id      uint64
	content uint32
	line    uint32 // of the input, from that of the stretch
}

const factRowSize = 16

func (f factRow) packed() (row [factRowSize]byte) {
	binary.LittleEndian.PutUint64(row[:], f.id)
	binary.LittleEndian.PutUint32(row[8:], f.content)
	binary.LittleEndian.PutUint32(row[12:], f.line)
	return row
}

// row reads what is kept of a fact.
func (l *ledger) row(number uint32) (factRow, error) {
	var row [factRowSize]byte
	err := l.facts.Read(int(number), row[:])
	return factRow{binary.LittleEndian.Uint64(row[:]), binary.LittleEndian.Uint32(row[8:]), binary.LittleEndian.Uint32(row[12:])}, err
}

// marks are some facts, by their numbers.
type marks []uint64

func (m *marks) add(number uint32) {
	for len(*m) <= int(number/64) {
		*m = append(*m, 0)
	}
	(*m)[number/64] |= 1 << (number % 64)
}

func (m marks) has(number uint32) bool {
	return int(number/64) < len(m) && m[number/64]&(1<<(number%64)) != 0
}

// maxFacts is how many facts a run may have: they are numbered in 32 bits.
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
	return s.path == path && s.column == column && line >= s.line && line-s.line <= math.MaxUint32
}

func newLedger(hash func(string) uint64) *ledger {
	return &ledger{hash: hash, facts: ondisk.Table{Width: factRowSize}}
}

// write adds a fact.
func (l *ledger) write(x *examined) error {
	number := uint32(l.facts.Len())
	path, at := l.paths.number(x.place.Path), &x.place
	if n := len(l.stretches); n == 0 || !l.stretches[n-1].goesOn(path, at.Line, at.Column) {
		l.stretches = append(l.stretches, stretch{first: number, path: path, line: at.Line, column: at.Column})
	}
	if x.kind == entry {
		l.named.add(number)
	}
	row := factRow{x.id, x.content, uint32(at.Line - l.stretches[len(l.stretches)-1].line)}.packed()
	return l.facts.Add(row[:])
}

// errTooManyFacts says that a run would have to number more facts than it can.
var errTooManyFacts = fmt.Errorf("a run compares no more than %d facts: check the files in several runs", maxFacts)

// errTooManyReferences says the same of references.
var errTooManyReferences = fmt.Errorf("a run merges no more than %d different references: check the files in several runs", citation.MaxReferences)

// enter compares a fact with those before it. It reports whether the fact was seen
// before, on another page or under another node.
func (l *ledger) enter(x *examined) (again bool, found []draft, err error) {
	if x.kind != valid && x.kind != invalid && x.kind != entry {
		return false, nil, nil
	}
	number := uint32(l.facts.Len())
	known, hasID, err := l.byID.FindOrAdd(x.id, number)
	if err != nil {
		return false, nil, err
	}
	if hasID && x.kind == entry { // bib-duplicate-key says so within a file
		l.named.add(known)
		return false, nil, nil
	}
	if hasID {
		first, err := l.row(known)
		if err != nil || first.content == x.content {
			return true, nil, err
		}
		found = append(found, l.reused(x, l.place(known)))
	}
	if err := l.write(x); err != nil {
		return false, nil, err
	}
	if x.kind == entry || x.sourced == 0 {
		return false, nil, nil
	}
	first, ok, err := l.bySourced.FindOrAdd(x.sourced, number)
	if ok && !l.reported.has(first) {
		var row factRow
		if row, err = l.row(first); row.id != x.id {
			found = append(found, l.repeats(x, l.place(first)))
			l.reported.add(first)
		}
	}
	numberRepeats(found)
	return false, found, err
}

// settle drops what no fact is compared with any more; the places of the facts are
// still known.
func (l *ledger) settle() { l.bySourced.Close() }

// close removes what is on disk.
func (l *ledger) close() {
	l.byID.Close()
	l.bySourced.Close()
	l.facts.Close()
}

// err returns why something could not be read back from disk, or nil.
func (l *ledger) err() error {
	l.failing.Lock()
	defer l.failing.Unlock()
	return l.failed
}

// fail notes an error, which may be nil.
func (l *ledger) fail(err error) {
	if err == nil {
		return
	}
	l.failing.Lock()
	defer l.failing.Unlock()
	l.failed = cmp.Or(l.failed, err)
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

// isEntry reports whether that is the citation key of an entry of a .bib.
func (l *ledger) isEntry(key string) bool {
	n, ok := l.numberOf(key)
	return ok && l.named.has(n)
}

// placeOf returns the place of the fact with that id, or the zero place.
func (l *ledger) placeOf(id string) fact.Place {
	if n, ok := l.numberOf(id); ok {
		return l.place(n)
	}
	return fact.Place{}
}

// numberOf finds the first fact with an id.
func (l *ledger) numberOf(id string) (number uint32, ok bool) {
	number, ok, err := l.byID.Find(l.hash(id))
	l.fail(err)
	return number, ok
}

// place returns the place of the fact with that number.
func (l *ledger) place(number uint32) fact.Place {
	after, _ := slices.BinarySearchFunc(l.stretches, number, func(s stretch, n uint32) int {
		if s.first <= n {
			return -1
		}
		return 1
	})
	s := l.stretches[after-1]
	row, err := l.row(number)
	l.fail(err)
	return fact.Place{Path: l.paths[s.path], Line: s.line + int(row.line), Column: s.column}
}
