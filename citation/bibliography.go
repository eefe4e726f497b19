package citation

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/nickng/bibtex"
)

// Bibliography collects references and merges those that name the same work. It
// keeps works packed and unpacks those that are asked for. The zero value is empty
// and ready. It is not safe for concurrent use; but from [Bibliography.All] until
// the next Add, its works may be read by several goroutines at once.
type Bibliography struct {
	works     packedWorks
	joined    []int // by Index, the work that each was found to be, most of them themselves
	index     workIndex
	unsettled []int    // works like others, which settle has yet to compare, each once
	isListed  []bool   // by Index, whether a work is among them
	keys      []string // by Index; nil since the last Add
	compared  Work     // memory for the one that Add compares a reference with
}

// Work is one work, merged from every reference that names it.
type Work struct {
	Key       string    // citation key, see [Bibliography.At]
	Reference Reference // each field's first stated value; Spans is nil, Derived may be shared: do not write to it
	Facts     []string  // ids of the facts that name it, in the order met
	Conflicts []Conflict
	Index     int // order in which the work was first met, from 0

	// What else merging has to know. Of a work that was met once, all three are nil
	// and follow from Reference.
	naming  *naming
	years   []int // that its facts state or derive
	origins []origin

	filled, contradicted []knownField // what Fill and Contradict noted
}

// Conflict is a field that two facts state differently.
type Conflict struct {
	Field       string
	Kept, Other string
	KeptFact    string
	OtherFact   string
}

// Add merges a reference of a fact and returns the Index of the work that it
// belongs to. The reference is copied.
func (b *Bibliography) Add(fact string, r *Reference) (index int) {
	b.keys = nil
	added := &Work{Reference: *r, Facts: []string{fact}}
	id := newIdentity(r)
	names := b.index.filing(id)
	index, isAlike := b.find(id, names)
	if index >= 0 {
		merged := b.merge(index, added)
		b.works.addFact(index, fact)
		b.index.add(index, filing{filed: b.index.citations(merged.identity())})
		b.unsettle(index)
	} else {
		index = b.works.add(added)
		b.joined = append(b.joined, index)
		b.isListed = append(b.isListed, false)
		if isAlike {
			b.unsettle(index)
		}
	}
	b.index.add(index, names)
	return index
}

func (b *Bibliography) unsettle(index int) {
	if !b.isListed[index] {
		b.isListed[index] = true
		b.unsettled = append(b.unsettled, index)
	}
}

// merge merges a work into one that was met before, facts aside.
func (b *Bibliography) merge(into int, other *Work) *Work {
	w := b.works.unpack(into)
	before := *w
	w.absorb(other)
	b.works.change(&before, w)
	return w
}

// Current returns the Index that a work has now: its own, or that of the work that
// it was found to be.
func (b *Bibliography) Current(index int) int {
	for b.joined[index] != index {
		index = b.joined[index]
	}
	return index
}

// At returns the work of an Index, or the one that it was joined with since. It
// has its key if [Bibliography.Works] or [Bibliography.All] was called since the
// last Add.
func (b *Bibliography) At(index int) *Work {
	w := b.works.complete(b.Current(index))
	if b.keys != nil {
		w.Key = b.keys[w.Index]
	}
	return w
}

// Works returns the works in the order first met, with their citation keys.
func (b *Bibliography) Works() []*Work { return slices.Collect(b.All()) }

// All yields what [Bibliography.Works] returns, a work at a time.
func (b *Bibliography) All() iter.Seq[*Work] {
	b.assignKeys()
	return b.unpacked(b.indexes())
}

// indexes returns the Index of every work.
func (b *Bibliography) indexes() []int {
	indexes := make([]int, 0, len(b.joined))
	for index, joined := range b.joined {
		if index == joined {
			indexes = append(indexes, index)
		}
	}
	return indexes
}

func (b *Bibliography) unpacked(indexes []int) iter.Seq[*Work] {
	return func(yield func(*Work) bool) {
		for _, index := range indexes {
			if !yield(b.At(index)) {
				return
			}
		}
	}
}

// BibTeX returns the bibliography in the types of nickng/bibtex.
func (b *Bibliography) BibTeX() *bibtex.BibTex {
	bib := bibtex.NewBibTex()
	for w := range b.All() {
		bib.AddEntry(w.entry(BibTeX, latexASCII, true))
	}
	return bib
}

// find returns the first work that is surely the same, -1 if there is none, and
// then whether there is one that may be.
func (b *Bibliography) find(id *identity, names filing) (index int, isAlike bool) {
	for i := range b.index.candidates(names) {
		i = b.Current(i)
		b.works.unpackInto(&b.compared, i)
		switch compareWorks(id, b.compared.identity()) {
		case same:
			return i, false
		case alike:
			isAlike = true
		}
	}
	return -1, isAlike
}

// identity returns what tells which work one is.
func (b *Bibliography) identity(index int) *identity { return b.works.unpack(index).identity() }

// settle joins works that are alike and leave no choice: an untitled one with
// the one titled work of its authors, year and venue, a title cut short with its
// whole, a work without authors with the one of that title. Two works are joined
// only if everything that is like one of them may be the other, so that the
// outcome does not depend on their order.
func (b *Bibliography) settle() {
	for len(b.unsettled) > 0 {
		unsettled := b.unsettled
		b.unsettled = nil
		partners := make([][]int, len(unsettled))
		inParallel(len(unsettled), func(n int) { partners[n] = b.partners(unsettled[n]) })
		for _, i := range unsettled {
			b.isListed[i] = false
		}
		for n, i := range unsettled {
			for _, j := range partners[n] {
				b.join(i, j)
			}
		}
	}
}

// partners returns the works that work i is to be joined with.
func (b *Bibliography) partners(i int) []int {
	if b.joined[i] != i {
		return nil
	}
	return slices.DeleteFunc(b.alikes(i), func(j int) bool { return !b.leaveNoChoice(i, j) })
}

// maxAlike bounds the works that one is compared with; what has more of its kind
// is too common to be told apart.
const maxAlike = 16

// alikes returns the works that may be the same as work i.
func (b *Bibliography) alikes(i int) []int {
	var found []int
	id := b.identity(i)
	for j := range b.index.candidates(b.index.filing(id)) {
		j = b.Current(j)
		if j == i || slices.Contains(found, j) {
			continue
		}
		if compareWorks(id, b.identity(j)) != different {
			found = append(found, j)
		}
		if len(found) > maxAlike {
			return nil
		}
	}
	return found
}

func (b *Bibliography) leaveNoChoice(i, j int) bool {
	return b.fitsAll(i, b.alikes(j)) && b.fitsAll(j, b.alikes(i))
}

func (b *Bibliography) fitsAll(i int, others []int) bool {
	id := b.identity(i)
	return !slices.ContainsFunc(others, func(o int) bool {
		return o != i && compareWorks(id, b.identity(o)) == different
	})
}

// join makes one work of two, unless a join before it has made them differ.
func (b *Bibliography) join(i, j int) {
	i, j = b.Current(i), b.Current(j)
	if i == j || compareWorks(b.identity(i), b.identity(j)) == different {
		return
	}
	first, second := min(i, j), max(i, j)
	other := b.At(second)
	w := b.merge(first, other)
	for _, fact := range other.Facts {
		b.works.addFact(first, fact)
	}
	b.joined[second] = first
	b.index.add(first, b.index.filing(w.identity()))
	b.unsettle(first)
}

// Citing returns the Index of every work that an in-text citation fits: its first
// author is theirs, the others that it names are among them, and the year is
// theirs, letters after it aside.
func (b *Bibliography) Citing(m Mention) []int {
	if len(m.Authors) == 0 || len(b.joined) == 0 {
		return nil
	}
	year, err := strconv.Atoi(firstYear(m.Year))
	if err != nil {
		return nil
	}
	b.settle()
	first, others := newCitedName(m.Authors[0]), make([]citedName, 0, len(m.Authors))
	for _, name := range m.Authors[1:] {
		others = append(others, newCitedName(name))
	}
	var fitting []int
	for i := range b.index.filedUnder(b.index.citation(first.family, year)) {
		fitting = append(fitting, b.Current(i))
	}
	slices.Sort(fitting)
	var w Work
	return slices.DeleteFunc(slices.Compact(fitting), func(i int) bool {
		b.works.unpackCited(&w, i)
		return !first.isFirst(w.Reference.people()) || !w.hasYear(year) || !w.hasAuthors(others)
	})
}

// citedName is an author as an in-text citation names one.
type citedName struct {
	Name
	family string // folded
}

func newCitedName(said string) citedName {
	name := mentionedName(said)
	return citedName{name, familyKey(name)}
}

// is tells whether that is the name of a person. Most are spelled alike.
func (c *citedName) is(n Name) bool {
	return n.Family != "" && n.Family == c.Family || familyKey(n) == c.family
}

// isFirst tells whether that is the first of the people, those aside who have no
// name when it is folded.
func (c *citedName) isFirst(people []Name) bool {
	for _, n := range people {
		if c.is(n) {
			return c.family != ""
		}
		if familyKey(n) != "" {
			return false
		}
	}
	return false
}

// mentionedName reads an author as in-text citations have them: a surname, alone
// or with initials on either side.
func mentionedName(s string) Name {
	if family, _, ok := strings.Cut(s, ","); ok {
		return Name{Family: family}
	}
	words := strings.Fields(s)
	isInitials := func(w string) bool {
		return strings.HasSuffix(w, ".") || len(w) <= 3 && strings.ToUpper(w) == w
	}
	for len(words) > 1 && isInitials(words[0]) {
		words = words[1:]
	}
	for len(words) > 1 && isInitials(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return Name{Family: strings.Join(words, " ")}
}

// hasAuthors tells whether all of the names are among the authors; a list that
// ends in "et al." may hold anyone.
func (w *Work) hasAuthors(names []citedName) bool {
	if w.Reference.EtAl {
		return true
	}
	return !slices.ContainsFunc(names, func(c citedName) bool { return !slices.ContainsFunc(w.Reference.Authors, c.is) })
}
