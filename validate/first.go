package validate

import (
	"github.com/factcite/factcite/internal/text"
	"github.com/factcite/factcite/validate/internal/rules"
	"github.com/factcite/factcite/validate/internal/spill"
)

// firstOccurrences are where works are named first, by Work.Index. There is one for
// each work of a run, so they are kept packed, some twenty bytes each, and without pointers
// that the garbage collector would have to follow or that would keep a record alive: with
// plain occurrences a million records take more than 600 MiB instead of 186. The fact of a
// first occurrence is the first of the work's facts.
type firstOccurrences struct {
	places          text.Numbered[text.Place]
	circumstances   text.Numbered[rules.Circumstances]
	arena           text.Arena
	paths, pointers series
	packing         []byte // memory
}

func (f *firstOccurrences) add(o *rules.Occurrence) {
	path, pointer := f.paths.number(o.Path), f.pointers.number(o.Pointer)
	f.packing = spill.AppendNumbers(f.packing[:0], int(path), int(pointer), o.Line, o.Column, o.EndLine, o.EndColumn)
	f.places.Add(f.arena.Add(f.packing))
	f.circumstances.Add(o.Circumstances)
}

// of returns where a work, whose first fact that is, is named first.
func (f *firstOccurrences) of(work int, fact string) rules.Occurrence {
	p := spill.Unpacker{Rest: f.arena.From(*f.places.At(uint32(work)))}
	path, pointer := p.Number(), p.Number()
	return rules.Occurrence{
		Fact: fact, Path: f.paths[path], Pointer: f.pointers[pointer],
		Extent: rules.Extent{Line: p.Number(), Column: p.Number(), EndLine: p.Number(), EndColumn: p.Number(), Circumstances: *f.circumstances.At(uint32(work))},
	}
}

// series numbers texts of which the same mostly comes many times in a row. It looks
// only at the last one: the same text may get several numbers.
type series []string

func (s *series) number(text string) uint32 {
	if n := len(*s); n == 0 || (*s)[n-1] != text {
		*s = append(*s, text)
	}
	return uint32(len(*s) - 1)
}
