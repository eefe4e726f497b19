package validate

import (
	"fmt"
	"hash/maphash"
	"io"
	"strings"

	"github.com/factcite/factcite/validate/internal/finding"
)

// inputChange is how the records of an input changed: those of some numbers are others now, or
// fewer, or more, and those after them are the same some lines further down.
type inputChange struct {
	part, first uint32
	was, is     uint32 // the number after the last of those that changed, as they were and as they are
	moved       string // the path of those after them; empty if they are where they were
	from, lines int    // the line on which those began, and how many lines they moved
}

// changes are those of the inputs of a run, by their parts.
type changes map[uint32]*inputChange

// isGone reports whether a record of the earlier run is one of those that changed.
func (c changes) isGone(at recordAt) bool {
	change := c[at.part]
	return change != nil && at.number >= change.first && at.number < change.was
}

// renumber reports whether a record that is not gone has another number now.
func (c changes) renumber() bool {
	for _, change := range c {
		if change.was != change.is {
			return true
		}
	}
	return false
}

// now returns where a record of the earlier run is, which is not gone.
func (c changes) now(at recordAt) recordAt {
	if change := c[at.part]; change != nil && at.number >= change.was {
		at.number += change.is - change.was
	}
	return at
}

// before returns where a record, which is not new, was in the earlier run.
func (c changes) before(at recordAt) recordAt {
	if change := c[at.part]; change != nil && at.number >= change.is {
		at.number += change.was - change.is
	}
	return at
}

// recordDigest is what of a record is compared with others.
type recordDigest struct {
	sum  uint64 // of all but its place
	line int
	path string
}

// digests returns those of all records of a part.
func (r *revision) digests(file *partFile, from io.ReaderAt) (list []recordDigest, err error) {
	var memory []byte
	err = file.all(from, r.examiner, &r.parts, func(_ uint32, x *examined) {
		line := x.place.Line
		x.move(-line)
		x.place.Offset = 0
		memory = appendHashes(packExamined(memory[:0], x), x)
		list = append(list, recordDigest{maphash.Bytes(r.seed, memory), line, x.place.Path})
	})
	return list, err
}

// compare finds out how an input changed.
func (r *revision) compare(part uint32, was, is []recordDigest) error {
	c := &inputChange{part: part}
	n := min(len(was), len(is))
	first := 0
	for first < n && was[first] == is[first] {
		first++
	}
	last := 0 // how many at the end are the same
	for last < n-first && r.isMoved(was, is, last) {
		last++
	}
	c.first, c.was, c.is = uint32(first), uint32(len(was)-last), uint32(len(is)-last)
	if max(c.was, c.is)-c.first > maxRevised {
		return errShared
	}
	if last > 0 {
		moved := &was[c.was]
		c.from, c.lines = moved.line, is[c.is].line-moved.line
		if c.lines != 0 {
			c.moved = moved.path
		}
	}
	r.changes[part] = c
	return nil
}

// maxRevised is how many records of an input may have changed, which are all in memory.
const maxRevised = 10_000

// isMoved reports whether the record that so many are after is the same as it was, of the same
// file as the last, and moved by as many lines.
func (r *revision) isMoved(was, is []recordDigest, after int) bool {
	a, b := &was[len(was)-1-after], &is[len(is)-1-after]
	lastWas, lastIs := &was[len(was)-1], &is[len(is)-1]
	return a.sum == b.sum && b.line-a.line == lastIs.line-lastWas.line && (a.line == b.line || a.path == lastWas.path)
}

// move moves a record by some lines.
func (x *examined) move(lines int) {
	x.place.Line += lines
	for _, drafts := range [][]finding.Draft{x.own, x.judged} {
		for i := range drafts {
			move(&drafts[i].Finding, lines)
		}
	}
	for i := range x.bySource {
		move(&x.bySource[i].Draft.Finding, lines)
	}
	for i := range x.occurrences {
		x.occurrences[i].Line += lines
		x.occurrences[i].EndLine += lines
	}
	for i := range x.mentions {
		move(&x.mentions[i].Finding, lines)
	}
}

// move has a finding speak of so many lines further down.
func move(f *Finding, lines int) {
	f.Line += lines
	f.EndLine += lines
	for i := range f.Related {
		f.Related[i].Line += lines
	}
}

// follow has a finding say where records are that moved, and reports whether it speaks of one.
func (c *inputChange) follow(f *Finding) (spoke bool) {
	if f.Path == c.moved && f.Line >= c.from {
		f.Line += c.lines
		if f.EndLine > 0 {
			f.EndLine += c.lines
		}
		spoke = true
	}
	for i := range f.Related {
		if r := &f.Related[i]; r.Path == c.moved && r.Line >= c.from {
			was := fmt.Sprintf("(%s:%d)", r.Path, r.Line)
			r.Line += c.lines
			f.Message = strings.ReplaceAll(f.Message, was, fmt.Sprintf("(%s:%d)", r.Path, r.Line))
			spoke = true
		}
	}
	return spoke
}
