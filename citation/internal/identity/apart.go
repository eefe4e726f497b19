package identity

import (
	"cmp"
	"slices"
)

// keepApart divides sets that hold publications which are apart: those that are in
// no doubt first, then to each what can only be it or is most like it.
func (d *division) keepApart() {
	sets := d.sets.members()
	var parts [][]int32
	for root := range int32(d.Len()) {
		members := sets.of(root)
		if len(members) < 2 {
			continue
		}
		c := d.newCluster(members)
		if len(c.apart) == 0 {
			continue
		}
		parts = append(parts, c.divide()...)
		d.versions.list = append(d.versions.list, c.versions()...)
	}
	d.redivide(parts)
}

// redivide makes other sets of the references of some.
func (d *division) redivide(parts [][]int32) {
	inGroups := func(part []int32, do func(group, member int32)) {
		for _, group := range part {
			for _, member := range d.groups.of(group) {
				do(group, member)
			}
		}
	}
	for _, part := range parts {
		inGroups(part, func(_, member int32) {
			d.sets.parent[member], d.sets.hasEntry[member] = member, d.IsEntry(int(member))
		})
	}
	for _, part := range parts {
		inGroups(part, func(group, member int32) {
			d.sets.join(group, member)
			d.sets.join(part[0], member)
		})
	}
}

// cluster is a set of groups of which some may be apart.
type cluster struct {
	division *division
	groups   []group // by rank
	apart    map[[2]int]bool
	same     map[[2]int]bool
}

func (d *division) newCluster(members []int32) *cluster {
	c := &cluster{division: d, apart: map[[2]int]bool{}, same: map[[2]int]bool{}}
	roots := map[int32]bool{}
	for _, m := range members {
		roots[d.identified[m]] = true
	}
	for root := range roots {
		c.groups = append(c.groups, group{root: root, traits: d.traitsOf(root)})
	}
	slices.SortFunc(c.groups, func(a, b group) int {
		return cmp.Or(cmp.Compare(d.groupRank(a.root), d.groupRank(b.root)), cmp.Compare(a.root, b.root))
	})
	for i := range c.groups {
		for j := i + 1; j < min(len(c.groups), i+MaxTogether); j++ {
			switch relate(c.groups[i].traits, c.groups[j].traits) {
			case Apart:
				c.apart[[2]int{i, j}] = true
			case Same:
				c.same[[2]int{i, j}] = true
			}
		}
	}
	return c
}

// divide returns the groups of each work.
func (c *cluster) divide() [][]int32 {
	settled := map[int]bool{}
	for pair := range c.apart {
		settled[pair[0]], settled[pair[1]] = true, true
	}
	var works [][]int
	for i := range c.groups {
		if settled[i] {
			works = c.settle(works, i)
		}
	}
	cores := len(works)
	for _, loose := range c.loose(settled) {
		if best := c.mostLike(works[:cores], loose); best >= 0 {
			works[best] = append(works[best], loose...)
		} else {
			works = append(works, loose)
		}
	}
	list := make([][]int32, len(works))
	for i, work := range works {
		for _, g := range work {
			list[i] = append(list[i], c.groups[g].root)
		}
	}
	return list
}

// settle puts a group that is apart from others to the work that it is most like of
// those that it is not apart from, or makes it a work.
func (c *cluster) settle(works [][]int, i int) [][]int {
	best, most := -1, 0
	for n, work := range works {
		if c.anyOf(c.apart, work, i) || !c.anyOf(c.same, work, i) {
			continue
		}
		if likeness := c.likeness(work, i); best < 0 || likeness > most {
			best, most = n, likeness
		}
	}
	if best < 0 {
		return append(works, []int{i})
	}
	works[best] = append(works[best], i)
	return works
}

// loose returns the groups that are apart from none, those together that are the same.
func (c *cluster) loose(settled map[int]bool) [][]int {
	var sets [][]int
	met := map[int]bool{}
	for i := range c.groups {
		if settled[i] || met[i] {
			continue
		}
		set := []int{i}
		met[i] = true
		for at := 0; at < len(set); at++ {
			for j := range c.groups {
				if !settled[j] && !met[j] && c.is(c.same, set[at], j) {
					met[j] = true
					set = append(set, j)
				}
			}
		}
		sets = append(sets, set)
	}
	return sets
}

// mostLike returns the work that groups are the same as; of several the one that
// they agree most with, -1 if that is more than one.
func (c *cluster) mostLike(works [][]int, loose []int) int {
	best, most, ties := -1, 0, 0
	for n, work := range works {
		if !slices.ContainsFunc(loose, func(i int) bool { return c.anyOf(c.same, work, i) }) {
			continue
		}
		likeness := 0
		for _, i := range loose {
			likeness = max(likeness, c.likeness(work, i))
		}
		switch {
		case best < 0 || likeness > most:
			best, most, ties = n, likeness, 1
		case likeness == most:
			ties++
		}
	}
	if ties == 1 {
		return best
	}
	return -1
}

func (c *cluster) is(relation map[[2]int]bool, i, j int) bool {
	return relation[[2]int{min(i, j), max(i, j)}]
}

func (c *cluster) anyOf(relation map[[2]int]bool, work []int, i int) bool {
	return slices.ContainsFunc(work, func(j int) bool { return c.is(relation, i, j) })
}

// likeness counts what a group has in common with the groups of a work, beyond what
// makes them the same.
func (c *cluster) likeness(work []int, i int) int {
	most := 0
	for _, j := range work {
		for a := range c.groups[i].traits {
			for b := range c.groups[j].traits {
				most = max(most, agreement(&c.groups[i].traits[a], &c.groups[j].traits[b]))
			}
		}
	}
	return most
}

// versions returns the groups that are other publications of one title.
func (c *cluster) versions() [][2]int32 {
	var list pairs
	for pair := range c.apart {
		if a, b := &c.groups[pair[0]], &c.groups[pair[1]]; areVersions(a.traits, b.traits) {
			list.add(a.root, b.root)
		}
	}
	list.sort()
	return list.list
}
