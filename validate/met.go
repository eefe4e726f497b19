package validate

// meetings are the occurrences at which works were met first, by Work.Index. There
// is one for each work of a run, so they are kept small and without pointers that
// the garbage collector would have to follow; the first of a work's facts is that
// of its occurrence.
type meetings struct {
	list            []meeting
	paths, pointers series
}

type meeting struct {
	path, pointer uint32 // numbers in the series
	extent
}

func (m *meetings) add(o *occurrence) {
	m.list = append(m.list, meeting{path: m.paths.number(o.path), pointer: m.pointers.number(o.pointer), extent: o.extent})
}

// of returns the occurrence at which a work was met, whose first fact that is.
func (m *meetings) of(work int, fact string) occurrence {
	met := &m.list[work]
	return occurrence{fact: fact, path: m.paths[met.path], pointer: m.pointers[met.pointer], extent: met.extent}
}

// series numbers texts of which the same mostly comes many times in a row. It looks
// at the last one only: the same text may get several numbers.
type series []string

func (s *series) number(text string) uint32 {
	if n := len(*s); n == 0 || (*s)[n-1] != text {
		*s = append(*s, text)
	}
	return uint32(len(*s) - 1)
}
