package identity

import (
	"maps"
	"slices"
)

// maxAlike bounds the works that one is alike to; what has more of its kind is too
// common to be told apart.
const maxAlike = 16

// maxRounds bounds how often joined works are compared again.
const maxRounds = 8

// maxRead bounds the works whose traits are kept while they are compared, a kilobyte or two
// each: pairs are in order, so most are those of the pair before.
const maxRead = 4096

// joinAlike joins works that are alike and leave no choice: an untitled one with
// the one titled work of its authors, year and venue, a title cut short with its
// whole, a work without authors with the one of that title. Two works are joined
// only if everything that is like one of them may be the other.
func (d *division) joinAlike() {
	likeness := map[[2]int32]Likeness{}
	for range maxRounds {
		round := d.newRound(likeness)
		partners := round.partners()
		if len(partners) == 0 {
			return
		}
		joined := map[int32]bool{}
		for _, pair := range partners {
			joined[pair[0]], joined[pair[1]] = true, true
			d.sets.join(pair[0], pair[1])
		}
		maps.DeleteFunc(likeness, func(pair [2]int32, _ Likeness) bool { return joined[pair[0]] || joined[pair[1]] })
	}
}

// round compares works, as they are before any of its joins.
type round struct {
	division *division
	members  *classes
	traits   map[int32][]Traits
	likeness map[[2]int32]Likeness // known of works that no round changed since
	likely   pairs
}

func (d *division) newRound(likeness map[[2]int32]Likeness) *round {
	r := &round{division: d, members: d.sets.members(), traits: map[int32][]Traits{}, likeness: likeness}
	for _, pair := range d.alike.list {
		r.consider(d.sets.root(pair[0]), d.sets.root(pair[1]))
	}
	for _, pair := range d.unlike.list {
		a, b := d.sets.root(pair[0]), d.sets.root(pair[1])
		if len(r.members.of(a))+len(r.members.of(b)) > 2 { // else nothing was added to either
			r.consider(a, b)
		}
	}
	r.likely.sort()
	return r
}

func (r *round) consider(a, b int32) {
	if a != b && !(r.division.sets.hasEntry[a] && r.division.sets.hasEntry[b]) {
		r.likely.add(a, b)
	}
}

// partners returns the works that are to be joined.
func (r *round) partners() [][2]int32 {
	alikes := map[int32][]int32{}
	for _, pair := range r.likely.list {
		if r.relate(pair[0], pair[1]) >= Alike {
			alikes[pair[0]] = append(alikes[pair[0]], pair[1])
			alikes[pair[1]] = append(alikes[pair[1]], pair[0])
		}
	}
	var partners [][2]int32
	for _, pair := range r.likely.list {
		if r.relate(pair[0], pair[1]) >= Alike && r.fits(pair[0], alikes[pair[1]]) && r.fits(pair[1], alikes[pair[0]]) {
			partners = append(partners, pair)
		}
	}
	return partners
}

// fits reports whether a work may be the same as each of others.
func (r *round) fits(work int32, others []int32) bool {
	return len(others) <= maxAlike && !slices.ContainsFunc(others, func(other int32) bool {
		return other != work && r.relate(work, other) < Alike
	})
}

func (r *round) relate(a, b int32) Likeness {
	pair := [2]int32{min(a, b), max(a, b)}
	likeness, known := r.likeness[pair]
	if !known {
		likeness = relate(r.traitsOf(pair[0]), r.traitsOf(pair[1]))
		r.likeness[pair] = likeness
	}
	return likeness
}

func (r *round) traitsOf(work int32) []Traits {
	traits, ok := r.traits[work]
	if !ok {
		if len(r.traits) == maxRead {
			clear(r.traits)
		}
		traits = r.division.traits(r.members.of(work))
		r.traits[work] = traits
	}
	return traits
}
