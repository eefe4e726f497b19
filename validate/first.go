package validate

// firstOccurrences are where works are named first, by Work.Index. There is one for
// each work of a run, so they are kept small and without pointers that the garbage
// collector would have to follow or that would keep a record alive: with plain
// occurrences a million records take more than 600 MiB instead of 186. The fact of a
// first occurrence is the first of the work's facts.
type firstOccurrences struct {
	list            []firstOccurrence
	paths, pointers series
}

type firstOccurrence struct {
	path, pointer uint32 // numbers in the series
	extent
}

func (f *firstOccurrences) add(o *occurrence) {
	f.list = append(f.list, firstOccurrence{path: f.paths.number(o.path), pointer: f.pointers.number(o.pointer), extent: o.extent})
}

// of returns where a work, whose first fact that is, is named first.
func (f *firstOccurrences) of(work int, fact string) occurrence {
	first := &f.list[work]
	return occurrence{fact: fact, path: f.paths[first.path], pointer: f.pointers[first.pointer], extent: first.extent}
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
