package identity

import (
	"cmp"
	"slices"
)

// sets are disjoint sets of references, each named by its first.
type sets struct {
	parent   []int32
	hasEntry []bool // by the first
}

func newSets(s Statements) *sets {
	list := &sets{parent: make([]int32, s.Len()), hasEntry: make([]bool, s.Len())}
	for i := range list.parent {
		list.parent[i], list.hasEntry[i] = int32(i), s.IsEntry(i)
	}
	return list
}

// join makes one set of two, unless both have an entry.
func (s *sets) join(i, j int32) {
	i, j = s.root(i), s.root(j)
	if i == j || s.hasEntry[i] && s.hasEntry[j] {
		return
	}
	first, second := min(i, j), max(i, j)
	s.parent[second] = first
	s.hasEntry[first] = s.hasEntry[first] || s.hasEntry[second]
}

// root names the set of a reference, and shortens the way to it for the next time.
func (s *sets) root(i int32) int32 {
	for s.parent[i] != i {
		s.parent[i] = s.parent[s.parent[i]]
		i = s.parent[i]
	}
	return i
}

// names returns the name of each reference's set.
func (s *sets) names() []int32 {
	names := make([]int32, len(s.parent))
	for i := range names {
		names[i] = s.root(int32(i))
	}
	return names
}

// classes are the members of sets, those of one after those of another.
type classes struct {
	members []int32
	starts  []int32 // by the first of a set, of its members; by any other, of none
}

// members returns the members of each set, in order.
func (s *sets) members() *classes {
	c := &classes{members: make([]int32, len(s.parent)), starts: make([]int32, len(s.parent)+1)}
	for i := range s.parent {
		c.starts[s.root(int32(i))+1]++
	}
	for i := range s.parent {
		c.starts[i+1] += c.starts[i]
	}
	filled := slices.Clone(c.starts)
	for i := range s.parent {
		root := s.root(int32(i))
		c.members[filled[root]] = int32(i)
		filled[root]++
	}
	return c
}

// of returns the members of the set that has a first one.
func (c *classes) of(first int32) []int32 {
	start, end := c.starts[first], c.starts[first+1]
	return c.members[start:end:end]
}

// pairs are pairs of references, the lesser first.
type pairs struct{ list [][2]int32 }

func (p *pairs) add(a, b int32) { p.list = append(p.list, [2]int32{min(a, b), max(a, b)}) }

// sort orders pairs and leaves one of equal ones.
func (p *pairs) sort() {
	slices.SortFunc(p.list, func(a, b [2]int32) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	p.list = slices.Compact(p.list)
}

// orderBy orders pairs by the ranks of the two.
func (p *pairs) orderBy(rank func(int32) uint64) {
	ranks := func(pair [2]int32) (lesser, greater uint64) {
		a, b := rank(pair[0]), rank(pair[1])
		return min(a, b), max(a, b)
	}
	slices.SortStableFunc(p.list, func(p, q [2]int32) int {
		lessP, moreP := ranks(p)
		lessQ, moreQ := ranks(q)
		return cmp.Or(cmp.Compare(lessP, lessQ), cmp.Compare(moreP, moreQ))
	})
}
