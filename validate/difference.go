package validate

import (
	"bytes"
	"cmp"
	"context"
	"iter"
	"slices"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/validate/internal/finding"
)

// difference is what two runs over the records of a region find, as they were and as they are.
type difference struct {
	was, is           *Result
	wereNamed, areNow []*member // the records of each, in their order
	ties              *revisedTies
}

func (d *difference) close() {
	for _, result := range []*Result{d.was, d.is} {
		if result != nil {
			result.Close()
		}
	}
	d.was, d.is = nil, nil
}

// compareRuns finds the records that have to do with those that changed, and what all of them
// find.
func (r *revision) compareRuns(ctx context.Context) (*difference, error) {
	g := newRegion(r)
	entered, err := g.enter()
	if err == nil {
		err = g.follow(entered, changed)
	}
	if err != nil {
		return nil, err
	}
	d := new(difference)
	steps := []func(*difference) (grew bool, err error){g.followNames, g.followKeys}
	for err = g.collect(ctx, d); err == nil && len(steps) > 0; {
		grew, errStep := steps[0](d)
		switch {
		case errStep != nil:
			err = errStep
		case grew:
			err = g.collect(ctx, d)
		default:
			steps = steps[1:]
		}
	}
	if err == nil {
		err = d.compareWorks(g)
	}
	if err != nil {
		d.close()
		return nil, err
	}
	return d, nil
}

// collect collects the records of the region, as they were and as they are.
func (g *region) collect(ctx context.Context, d *difference) (err error) {
	d.close()
	d.wereNamed, d.areNow = g.records(true), g.records(false)
	if haveOneID(d.wereNamed) || haveOneID(d.areNow) {
		return errShared
	}
	if d.was, err = g.collectSome(ctx, d.wereNamed); err == nil {
		d.is, err = g.collectSome(ctx, d.areNow)
	}
	if err == nil && (d.was.ties == nil || d.is.ties == nil || d.is.Summary.Grounding != nil) {
		err = errShared
	}
	return err
}

func (g *region) collectSome(ctx context.Context, members []*member) (*Result, error) {
	return g.checker.collect(ctx, g.examiner, func(yield func(*examined, error) bool) {
		for i, m := range members {
			x := *m.examined
			x.at = recordAt{number: uint32(i)}
			if !yield(&x, nil) {
				return
			}
		}
	})
}

// haveOneID reports whether different records of works have one id: findings of works that one
// fact is the first to name are numbered together.
func haveOneID(members []*member) bool {
	first := map[uint64]*member{}
	for _, m := range members {
		other := first[m.id]
		switch {
		case other == nil:
			first[m.id] = m
		case other.content != m.content && len(other.references)+len(m.references) > 0:
			return true
		}
	}
	return false
}

// works yields the works of a result with the record of each that names it first.
func worksOf(result *Result, members []*member) iter.Seq2[*member, *citation.Publication] {
	return func(yield func(*member, *citation.Publication) bool) {
		named := result.ties.(*resultTies).works
		for w := range result.Bibliography.All() {
			if !yield(members[named[0].number], w) {
				return
			}
			named = named[1:]
		}
	}
}

// each yields both results with their records.
func (d *difference) each() iter.Seq2[*Result, []*member] {
	return func(yield func(*Result, []*member) bool) {
		if yield(d.was, d.wereNamed) {
			yield(d.is, d.areNow)
		}
	}
}

// followNames follows the records that cite by names that works have or had that changed, and
// all works of these names.
func (g *region) followNames(d *difference) (grew bool, err error) {
	before := len(g.all)
	var names []uint64
	for result, members := range d.each() {
		for m, w := range worksOf(result, members) {
			if m.followed == changed {
				names = append(names, result.Bibliography.CitedAs(w.Index)...)
			}
		}
	}
	citing, err := g.loadTied(tieOfCitation, names)
	if err == nil {
		err = g.follow(citing, beside)
	}
	if err != nil {
		return false, err
	}
	names = names[:0]
	for _, m := range g.all {
		for i := range m.mentions {
			names = append(names, citation.NamesCited(m.mentions[i].Mention)...)
		}
	}
	cited, err := g.loadTied(tieOfName, names)
	if err == nil {
		err = g.follow(cited, beside)
	}
	return len(g.all) > before, err
}

// loadTied returns the records that have ties of some kind, and are not gone.
func (g *region) loadTied(kind tieKind, hashes []uint64) ([]*member, error) {
	slices.Sort(hashes)
	var places []recordAt
	for _, hash := range slices.Compact(hashes) {
		for t := range g.ties.of(kind.hash(hash)) {
			if !g.changes.isGone(t.at) {
				places = append(places, t.at)
			}
		}
		if len(places) > mostMembers {
			return nil, errShared
		}
	}
	return g.load(places)
}

// followKeys follows the records of works that asked for a key that a work asks for, or asked
// for, whose key may be another.
func (g *region) followKeys(d *difference) (grew bool, err error) {
	before := len(g.all)
	var keys []uint64
	for result, members := range d.each() {
		isKeyed := map[int]bool{}
		for m, w := range worksOf(result, members) {
			isKeyed[w.Index] = m.followed == changed || m.keyed
		}
		for _, key := range result.Bibliography.KeysTried() {
			if isKeyed[key.Work] {
				keys = append(keys, key.Hash)
			}
		}
	}
	asking, err := g.loadTied(tieOfKey, keys)
	if err != nil {
		return false, err
	}
	for _, m := range asking {
		grew = grew || !m.keyed
		m.keyed = true
	}
	err = g.follow(asking, beside)
	return grew || len(g.all) > before, err
}

// findings returns what only the earlier run found, and what only this one finds.
func (d *difference) findings() (gone, come map[string]int, err error) {
	gone, come = map[string]int{}, map[string]int{}
	for f, err := range d.was.Findings() {
		if err != nil {
			return nil, nil, err
		}
		gone[string(finding.Pack(nil, &f))]++
	}
	for f, err := range d.is.Findings() {
		if err != nil {
			return nil, nil, err
		}
		come[string(finding.Pack(nil, &f))]++
	}
	cancel(gone, come)
	return gone, come, nil
}

// cancel takes from each of two bags what the other has too.
func cancel[K comparable](a, b map[K]int) {
	for key, n := range a {
		both := min(n, b[key])
		subtract(a, key, both)
		subtract(b, key, both)
	}
}

func subtract[K comparable](bag map[K]int, key K, n int) {
	if bag[key] -= n; bag[key] <= 0 {
		delete(bag, key)
	}
}

// memberTie is a tie of a record of the region.
type memberTie struct {
	of   *member
	hash uint64
}

// firstNaming is a reference of a record of the region, which names a work first.
type firstNaming struct {
	of        *member
	reference uint32
}

// compareWorks finds which ties and which entries are others now.
func (d *difference) compareWorks(g *region) error {
	gone, come := bagOfTies(d.was, d.wereNamed), bagOfTies(d.is, d.areNow)
	cancel(gone, come)
	d.ties = &revisedTies{file: g.ties, changes: g.changes, gone: map[tie]bool{}}
	for t := range gone {
		d.ties.gone[tie{t.hash, t.of.at}] = true
	}
	for t := range come {
		d.ties.come = append(d.ties.come, tie{t.hash, g.now(t.of)})
	}
	edits, err := d.compareEntries(g)
	if err == nil {
		err = g.checkNeighbours(edits)
	}
	if err != nil {
		return err
	}
	d.ties.edits = edits
	return d.ties.check()
}

// now returns where a record is that is not gone.
func (g *region) now(m *member) recordAt {
	if m.new {
		return recordAt{m.at.part, m.at.number + m.turn}
	}
	return g.changes.now(m.at)
}

func bagOfTies(result *Result, members []*member) map[memberTie]int {
	bag := map[memberTie]int{}
	for t := range result.ties.(*resultTies).all() {
		bag[memberTie{members[t.at.number], t.hash}] = 1 // though a work may ask for a key twice
	}
	return bag
}

// entriesOf returns the entries of a result.
func entriesOf(result *Result, members []*member) (map[firstNaming][]byte, error) {
	entries := map[firstNaming][]byte{}
	named := result.ties.(*resultTies).works
	for m, w := range worksOf(result, members) {
		var text bytes.Buffer
		if err := w.Write(&text, nil); err != nil {
			return nil, err
		}
		entries[firstNaming{m, named[0].reference}] = text.Bytes()
		named = named[1:]
	}
	return entries, nil
}

// workEdit takes a work out of a bibliography, or puts one in.
type workEdit struct {
	entryEdit
	named workAt // where one is named first that comes
}

func (e workEdit) compare(other workEdit) int {
	if e.at == other.at && (e.was == nil) != (other.was == nil) { // what comes is before what goes
		return cmp.Compare(len(e.was), len(other.was))
	}
	return cmp.Or(cmp.Compare(e.at, other.at), e.named.compare(other.named))
}

// compareEntries finds which entries go, and which come.
func (d *difference) compareEntries(g *region) (edits []workEdit, err error) {
	were, err := entriesOf(d.was, d.wereNamed)
	if err != nil {
		return nil, err
	}
	are, err := entriesOf(d.is, d.areNow)
	if err != nil {
		return nil, err
	}
	for at, text := range were {
		if bytes.Equal(text, are[at]) {
			continue
		}
		number, found := g.ties.work(workAt{at.of.at, at.reference})
		if !found {
			return nil, errShared
		}
		edits = append(edits, workEdit{entryEdit: entryEdit{at: number, was: text}})
	}
	for at, text := range are {
		if bytes.Equal(text, were[at]) {
			continue
		}
		comesIn := workAt{at.of.at, at.reference}
		if at.of.new {
			comesIn.reference = 0 // before all that were there
		}
		number, _ := g.ties.work(comesIn)
		edits = append(edits, workEdit{entryEdit{at: number, is: text}, workAt{g.now(at.of), at.reference}})
	}
	slices.SortFunc(edits, workEdit.compare)
	return edits, nil
}

// checkNeighbours sees to it that no works of different records with one id come together, or
// are parted, by what comes and goes between them, see [haveOneID].
func (g *region) checkNeighbours(edits []workEdit) error {
	for _, e := range edits {
		var places []recordAt
		for number := max(0, e.at-1); number < min(e.at+2, g.ties.works); number++ {
			if at := g.ties.workAt(number).recordAt; !g.changes.isGone(at) {
				places = append(places, at)
			}
		}
		neighbours, err := g.load(slices.Compact(places))
		if err != nil {
			return err
		}
		if haveOneID(neighbours) {
			return errShared
		}
	}
	return nil
}
