package validate

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/validate/internal/finding"
)

// region are the records of a run that have to do with those that changed, and those: all
// that is found of them is found by collecting them alone.
type region struct {
	*revision
	members map[recordAt]*member // of the earlier run
	fresh   map[uint64][]*member // by the hashes of their ties, those that it had not
	all     []*member            // that were followed, or are there for what they say of a source
}

// member is a record that was read for a region.
type member struct {
	*examined
	at         recordAt // in the earlier run, or where it comes in
	turn       uint32   // among those that come in there
	gone       bool     // is no more there
	new        bool     // was not there
	inRegion   bool
	followed   following
	keyed      bool // its works may have other keys
	statements []*citation.Statement
}

// following says why the records that one is related to are in a region.
type following int

const (
	notFollowed following = iota
	beside                // others have to do with its works as they are
	changed               // its works may be others than they were
)

func (m *member) compare(other *member) int {
	return cmp.Or(m.at.compare(other.at), cmp.Compare(m.turn, other.turn))
}

// The most records of a region, and of one tie: beyond them merging all parts takes no longer.
const (
	mostMembers = 10_000
	mostTied    = 1_000
)

func newRegion(r *revision) *region {
	return &region{revision: r, members: map[recordAt]*member{}, fresh: map[uint64][]*member{}}
}

// enter adds the records that changed, as they were and as they are.
func (g *region) enter() ([]*member, error) {
	var entered []*member
	for _, part := range slices.Sorted(maps.Keys(g.changes)) {
		c := g.changes[part]
		enter := func(was bool, from, to uint32) error {
			return g.read(part, was, numbersBetween(from, to), func(number uint32, x *examined) {
				m := &member{examined: x, at: recordAt{part, number}, turn: math.MaxUint32, gone: was, new: !was}
				if was {
					g.members[m.at] = m
				} else {
					m.at, m.turn = recordAt{part, c.first}, number-c.first
					tiesOf(x, func(hash uint64) { g.fresh[hash&^sideBits] = append(g.fresh[hash&^sideBits], m) })
				}
				entered = append(entered, m)
			})
		}
		if err := cmp.Or(enter(true, c.first, c.was), enter(false, c.first, c.is)); err != nil {
			return nil, err
		}
	}
	return entered, nil
}

func numbersBetween(from, to uint32) []uint32 {
	numbers := make([]uint32, 0, to-from)
	for n := from; n < to; n++ {
		numbers = append(numbers, n)
	}
	return numbers
}

// load returns the records of the earlier run at some places.
func (g *region) load(places []recordAt) ([]*member, error) {
	wanted := map[uint32][]uint32{}
	for _, at := range places {
		if g.members[at] == nil {
			g.members[at] = &member{at: at, turn: math.MaxUint32}
			wanted[at.part] = append(wanted[at.part], g.changes.now(at).number)
		}
	}
	if len(g.members) > mostMembers {
		return nil, errShared
	}
	for part, numbers := range wanted {
		slices.Sort(numbers)
		err := g.read(part, false, numbers, func(number uint32, x *examined) { g.members[g.changes.before(recordAt{part, number})].examined = x })
		if err != nil {
			return nil, err
		}
	}
	list := make([]*member, len(places))
	for i, at := range places {
		if list[i] = g.members[at]; list[i].examined == nil {
			return nil, errShared // the ties are not those of the parts
		}
	}
	return list, nil
}

// follow brings records into the region, and all that these are related to, and so on.
func (g *region) follow(queue []*member, as following) error {
	for len(queue) > 0 {
		var wishes []wish
		for _, m := range queue {
			if m.followed >= as {
				continue
			}
			m.followed = as
			if err := g.take(m); err != nil {
				return err
			}
			more, err := g.wishes(m)
			if err != nil {
				return err
			}
			wishes = append(wishes, more...)
		}
		var err error
		if queue, err = g.grant(wishes); err != nil {
			return err
		}
	}
	return nil
}

// take puts a record into the region, if it is one whose findings depend on records alone.
func (g *region) take(m *member) error {
	dependsOnMore := len(m.marks) > 0 || m.kind == entry || len(m.claims) > 0 || m.untold != nil ||
		m.part != "" && len(m.references)+len(m.mentions) > 0 // the list of its document may have the works that it cites
	if dependsOnMore || (m.gone || m.new) && (m.kind != valid && m.kind != invalid || slices.ContainsFunc(m.own, isOfNone)) {
		return errShared
	}
	if !m.inRegion {
		m.inRegion = true
		g.all = append(g.all, m)
	}
	return nil
}

// isOfNone reports whether a finding belongs to no fact, and is numbered among all such.
func isOfNone(d finding.Draft) bool { return d.Of == "" }

// wish is a record that another may be related to.
type wish struct {
	of        *member
	statement *citation.Statement // that is to be related to one of the other's; nil if any is
	at        recordAt            // of the other
	other     *member             // that is not of the earlier run, instead
}

// wishes returns the records that may be related to one.
func (g *region) wishes(m *member) (list []wish, err error) {
	if m.kind != valid && m.kind != invalid {
		return nil, nil
	}
	list = g.tied(list, m, tieOfID.hash(m.id))
	if m.sourced != 0 {
		list = g.tied(list, m, tieOfContent.hash(m.sourced))
	}
	if m.followed == changed { // or another one with its id is, and it may be told of it now
		for i := range m.bySource {
			if err := g.tellSource(&m.bySource[i]); err != nil {
				return nil, err
			}
		}
	}
	for _, s := range m.stated() {
		for _, clue := range s.Clues() {
			found, err := g.meeting(m, s, clue)
			if err != nil {
				return nil, err
			}
			list = append(list, found...)
		}
	}
	if len(list) > mostTied {
		return nil, errShared
	}
	return list, nil
}

// stated returns the statements of a record's references.
func (m *member) stated() []*citation.Statement {
	if m.statements == nil {
		for i := range m.references {
			m.statements = append(m.statements, citation.NewStatement(&m.references[i]))
		}
	}
	return m.statements
}

// tied appends the records that have a tie of a hash.
func (g *region) tied(list []wish, m *member, hash uint64) []wish {
	for t := range g.ties.of(hash) {
		if list = append(list, wish{of: m, at: t.at}); len(list) > mostTied {
			break
		}
	}
	for _, other := range g.fresh[hash] {
		list = append(list, wish{of: m, other: other})
	}
	return list
}

// tellSource brings in the first record, of those that are still there, that says of a source
// what one that changed said, or says: it is told there once, unless the record repeats another.
func (g *region) tellSource(d *sourceDraft) error {
	for t := range g.ties.of(tieOfSource.hash(stableHash([]byte(d.Fingerprint)))) {
		if g.changes.isGone(t.at) {
			continue
		}
		found, err := g.load([]recordAt{t.at})
		if err == nil && len(g.tied(nil, found[0], tieOfID.hash(found[0].id))) > 1 {
			err = errShared
		}
		if err != nil {
			return err
		}
		return g.take(found[0])
	}
	return nil
}

// meeting returns the records that have a clue in common with a statement of one, and are
// compared with it.
func (g *region) meeting(m *member, s *citation.Statement, clue citation.Clue) (list []wish, err error) {
	var sides [3]int
	note := func(side citation.Side, w wish) {
		sides[side]++
		if side.Meets(clue.Side) {
			list = append(list, w)
		}
	}
	hash := tieOfClue.hash(clue.Hash)
	for t := range g.ties.of(hash) {
		note(t.side(), wish{of: m, statement: s, at: t.at})
	}
	for _, other := range g.fresh[hash] {
		for _, theirs := range other.stated() {
			for _, c := range theirs.Clues() {
				if tieOfClue.hash(c.Hash) == hash {
					note(c.Side, wish{of: m, statement: s, other: other})
				}
			}
		}
	}
	oneMeets := sides[0] > 0 || sides[1] > 0 && sides[2] > 0
	if sides[0]+sides[1]+sides[2] > citation.MostCompared && oneMeets {
		return nil, errShared
	}
	return list, nil
}

// grant returns the records that are related to those that wish for them.
func (g *region) grant(wishes []wish) (related []*member, err error) {
	var places []recordAt
	for _, w := range wishes {
		if w.other == nil {
			places = append(places, w.at)
		}
	}
	found, err := g.load(places)
	if err != nil {
		return nil, err
	}
	for _, w := range wishes {
		other := w.other
		if other == nil {
			other, found = found[0], found[1:]
		}
		if other.followed >= w.of.followed {
			continue
		}
		isRelated := func(s *citation.Statement) bool { return w.statement.IsRelatedTo(s) }
		if w.statement == nil || slices.ContainsFunc(other.stated(), isRelated) {
			related = append(related, other)
		}
	}
	return related, nil
}

// records yields the records of the region in the order of the run, as they were or as they are.
func (g *region) records(was bool) []*member {
	list := slices.DeleteFunc(slices.Clone(g.all), func(m *member) bool { return was && m.new || !was && m.gone })
	slices.SortFunc(list, (*member).compare)
	return list
}
