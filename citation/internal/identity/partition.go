package identity

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"github.com/factcite/factcite/internal/text"
)

// Statements are references, as they were stated, among which works are to be
// found. Their methods may be called by several goroutines at once.
type Statements interface {
	Len() int

	// Identify makes traits those of one reference. They may share its memory.
	Identify(statement int, traits *Traits)

	// Rank orders references by what they say alone, so that it is the same
	// whatever order they came in.
	Rank(statement int) uint64

	// IsEntry reports whether a reference is an entry of a bibliography. No two
	// entries become one work.
	IsEntry(statement int) bool
}

// Partition says which references are one work. It is the same for the same
// references, whatever their order.
type Partition struct {
	Work     []int32    // by reference, the first one of its work
	Versions [][2]int32 // works that are other publications of one title, the lesser first
	Repeated [][2]int32 // entries that name one work
}

// Divide finds the works that references name. Those that share an identifier are
// one work; of the others those that [Compare] takes for the same, unless that
// would join publications that are apart; at last those that are alike and leave no
// choice.
func Divide(s Statements) *Partition {
	d := &division{Statements: s, sets: newSets(s)}
	identifiers, clues := d.postings()
	d.joinIdentified(identifiers)
	d.identified, d.groups = d.sets.names(), d.sets.members()
	d.compare(clues)
	d.keepApart()
	d.joinAlike()
	return d.partition()
}

// division is a partition in the making. A group is what shares identifiers, named
// by its first reference.
type division struct {
	Statements
	sets       *sets
	identified []int32 // by reference, the group that it is of
	groups     *classes

	same     pairs // groups that are one work
	alike    pairs // groups that may be
	unlike   pairs // groups that may be with what others add to them
	versions pairs
	repeated pairs
}

// joinIdentified joins references that share an arXiv ID, a DOI or a PMID.
func (d *division) joinIdentified(identifiers buckets) {
	for block := range d.blocks(identifiers) {
		var first Traits
		d.Identify(int(block[0].statement), &first)
		for _, p := range block[1:] {
			var other Traits
			if d.Identify(int(p.statement), &other); first.sharesIdentifier(&other) {
				d.join(block[0].statement, p.statement)
			}
		}
	}
}

// join makes one set of two, unless both have an entry.
func (d *division) join(a, b int32) {
	if d.IsEntry(int(a)) && d.IsEntry(int(b)) {
		d.repeated.add(a, b)
	}
	d.sets.join(a, b)
}

// MaxTogether bounds how many references with a clue in common are each compared
// with each other. Of more, each is compared with so many of those next to it in
// rank.
const MaxTogether = 64

// compare compares groups that have a clue in common.
func (d *division) compare(clues buckets) {
	var merging sync.Mutex
	text.InParallel(clues, func(part [][]posting) {
		found := division{Statements: d.Statements, identified: d.identified, groups: d.groups}
		for block := range found.blocks(part) {
			found.compareBlock(block)
		}
		merging.Lock()
		defer merging.Unlock()
		d.same.list = append(d.same.list, found.same.list...)
		d.alike.list = append(d.alike.list, found.alike.list...)
		d.unlike.list = append(d.unlike.list, found.unlike.list...)
		d.versions.list = append(d.versions.list, found.versions.list...)
	})
	d.same.sort()
	d.alike.sort()
	d.unlike.sort()
	d.versions.sort()
	d.same.orderBy(d.groupRank)
	for _, pair := range d.same.list {
		d.join(pair[0], pair[1])
	}
}

func (d *division) compareBlock(block []posting) {
	members := make([]group, 0, len(block))
	for _, p := range block {
		root := d.identified[p.statement]
		if n := len(members); n > 0 && slices.ContainsFunc(members[max(0, n-MaxTogether):], func(g group) bool { return g.root == root && g.side == p.side }) {
			continue
		}
		members = append(members, group{root: root, side: p.side})
	}
	if len(members) < 2 {
		return
	}
	for i := range members {
		members[i].traits = d.traitsOf(members[i].root)
	}
	if len(members) <= MaxTogether {
		d.comparePairs(members, len(members))
		return
	}
	for _, together := range byFamily(members) {
		d.comparePairs(together, MaxTogether)
	}
}

// group is what shares identifiers, among others with a clue in common.
type group struct {
	root   int32
	side   Side
	traits []Traits
}

// byFamily divides groups by the family names that they have; those without any are
// with everyone.
func byFamily(members []group) [][]group {
	families := map[string][]group{}
	var order []string
	var nameless []group
	for _, g := range members {
		named := false
		for i := range g.traits {
			for _, family := range g.traits[i].families {
				named = true
				list := families[family]
				if list == nil {
					order = append(order, family)
				}
				if len(list) == 0 || list[len(list)-1].root != g.root {
					families[family] = append(list, g)
				}
			}
		}
		if !named {
			nameless = append(nameless, g)
		}
	}
	together := [][]group{nameless}
	for _, family := range order {
		together = append(together, families[family])
	}
	return together
}

// comparePairs compares each group with so many after it.
func (d *division) comparePairs(members []group, window int) {
	for i := range members {
		a := &members[i]
		for j := i + 1; j < min(len(members), i+window); j++ {
			b := &members[j]
			if a.root == b.root || !a.side.Meets(b.side) {
				continue
			}
			switch relate(a.traits, b.traits) {
			case Same:
				d.same.add(a.root, b.root)
			case Apart:
				if areVersions(a.traits, b.traits) {
					d.versions.add(a.root, b.root)
				}
			case Alike:
				d.alike.add(a.root, b.root)
			case Unlike:
				d.unlike.add(a.root, b.root)
			}
		}
	}
}

// maxTraits bounds the references of a group that others are compared with.
const maxTraits = 24

// traitsOf returns the traits of a group's references, the first in rank.
func (d *division) traitsOf(root int32) []Traits {
	return d.traits(d.groups.of(root))
}

func (d *division) traits(members []int32) []Traits {
	if len(members) > maxTraits {
		members = slices.Clone(members)
		d.sortByRank(members)
		members = members[:maxTraits]
	}
	list := make([]Traits, len(members))
	for i, m := range members {
		d.Identify(int(m), &list[i])
	}
	return list
}

// groupRank is the least rank of a group's references.
func (d *division) groupRank(root int32) uint64 {
	rank := uint64(math.MaxUint64)
	for _, member := range d.groups.of(root) {
		rank = min(rank, d.Rank(int(member)))
	}
	return rank
}

func (d *division) sortByRank(statements []int32) {
	slices.SortFunc(statements, func(a, b int32) int {
		return cmp.Or(cmp.Compare(d.Rank(int(a)), d.Rank(int(b))), cmp.Compare(a, b))
	})
}

// relate compares two groups: they are apart if their publications are, else as
// alike as their most alike references.
func relate(a, b []Traits) Likeness {
	if len(a) == 1 && len(b) == 1 {
		return Compare(&a[0], &b[0]) // which says the same of two references
	}
	if areApart(a, b) {
		return Apart
	}
	best := Unlike
	for i := range a {
		for j := range b {
			if best = max(best, Compare(&a[i], &b[j])); best == Same {
				return Same
			}
		}
	}
	return best
}

// partition returns what was found.
func (d *division) partition() *Partition {
	p := &Partition{Work: d.sets.names()}
	var versions pairs
	for _, v := range d.versions.list {
		if a, b := p.Work[v[0]], p.Work[v[1]]; a != b {
			versions.add(a, b)
		}
	}
	versions.sort()
	d.repeated.sort()
	p.Versions, p.Repeated = versions.list, d.repeated.list
	return p
}
