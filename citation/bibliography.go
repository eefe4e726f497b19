package citation

import (
	"iter"
	"slices"

	"github.com/factcite/factcite/citation/internal/identity"
	"github.com/factcite/factcite/citation/internal/output"
	"github.com/factcite/factcite/internal/latex"
	"github.com/factcite/factcite/internal/text"
	"github.com/nickng/bibtex"
)

// Bibliography collects references and merges those that name the same work. It
// keeps works packed and unpacks those that are asked for. The zero value is empty
// and ready. It is not safe for concurrent use; but from [Bibliography.All] until
// the next Add, its works may be read by several goroutines at once.
type Bibliography struct {
	works     packedWorks
	joined    []int // by Index, the work that each was found to be, most of them themselves
	index     identity.Index
	unsettled []unsettledWork // works like others, which settle has yet to compare, each once
	isListed  []bool          // by Index, whether a work is among them
	keys      []string        // by Index; nil since the last Add
	cited     citedWorks
	added     identity.Traits // memory for that of a reference that is added
	compared  comparedWork    // and for the works that it is compared with
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

	filled, contradicted []output.Note // what Fill and Contradict noted
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
	b.keys, b.cited = nil, citedWorks{}
	id := &b.added
	id.Identify(r)
	names := b.index.Filing(id)
	index, isAlike := b.find(id, names)
	if index >= 0 {
		b.merge(index, &Work{Reference: *r, Facts: []string{fact}})
		b.works.addFact(index, fact)
		b.index.AddAgain(index, names)
		b.unsettle(index)
	} else {
		index = b.works.add(fact, r)
		b.index.Add(index, names)
		b.joined = append(b.joined, index)
		b.isListed = append(b.isListed, false)
		if isAlike {
			b.unsettle(index)
		}
	}
	return index
}

func (b *Bibliography) unsettle(index int) {
	if !b.isListed[index] {
		b.isListed[index] = true
		b.unsettled = append(b.unsettled, unsettledWork{work: index})
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
	w := new(Work)
	b.read(w, index)
	return w
}

// read is At in the memory of another work.
func (b *Bibliography) read(w *Work, index int) {
	b.works.complete(w, b.Current(index))
	if b.keys != nil {
		w.Key = b.keys[w.Index]
	}
}

// Works returns the works in the order first met, with their citation keys.
func (b *Bibliography) Works() []*Work { return slices.Collect(b.All()) }

// All yields what [Bibliography.Works] returns, a work at a time.
func (b *Bibliography) All() iter.Seq[*Work] {
	b.assignKeys()
	indexes := b.indexes()
	return func(yield func(*Work) bool) {
		for _, index := range indexes {
			if !yield(b.At(index)) {
				return
			}
		}
	}
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

// BibTeX returns the bibliography in the types of nickng/bibtex.
func (b *Bibliography) BibTeX() *bibtex.BibTex {
	bib := bibtex.NewBibTex()
	for w := range b.All() {
		bib.AddEntry(output.BibTeXEntry(w.entry(), output.Options{}))
	}
	return bib
}

// find returns the first work that is surely the same, -1 if there is none, and
// then whether there is one that may be.
func (b *Bibliography) find(id *identity.Traits, names identity.Filing) (index int, isAlike bool) {
	for i := range b.index.Candidates(names) {
		i = b.Current(i)
		switch identity.Compare(id, b.compared.unpack(&b.works, i)) {
		case identity.Same:
			return i, false
		case identity.Alike:
			isAlike = true
		}
	}
	return -1, isAlike
}

// comparedWork is memory for works that another one is compared with, one at a time.
type comparedWork struct {
	work     Work
	identity identity.Traits
}

func (c *comparedWork) unpack(works *packedWorks, index int) *identity.Traits {
	works.unpackInto(&c.work, index)
	c.work.identify(&c.identity)
	return &c.identity
}

// unsettledWork is a work that may be the same as others.
type unsettledWork struct {
	work     int
	partners []int // that it is to be joined with
}

// settle joins works that are alike and leave no choice: an untitled one with
// the one titled work of its authors, year and venue, a title cut short with its
// whole, a work without authors with the one of that title. Two works are joined
// only if everything that is like one of them may be the other, so that the
// outcome does not depend on their order.
func (b *Bibliography) settle() {
	for len(b.unsettled) > 0 {
		list := b.unsettled
		b.unsettled = nil
		text.InParallel(list, func(part []unsettledWork) {
			for i := range part {
				part[i].partners = b.partners(part[i].work)
			}
		})
		for _, u := range list {
			b.isListed[u.work] = false
		}
		for _, u := range list {
			for _, partner := range u.partners {
				b.join(u.work, partner)
			}
		}
	}
}

// partners returns the works that a work is to be joined with.
func (b *Bibliography) partners(work int) []int {
	if b.joined[work] != work {
		return nil
	}
	id := b.identity(work)
	alikes := b.alikes(id)
	var partners []int
	for _, other := range alikes {
		if id.fitsAll(b.alikes(other)) && other.fitsAll(alikes) {
			partners = append(partners, other.work)
		}
	}
	return partners
}

// identity returns what tells which work one is.
func (b *Bibliography) identity(work int) *workIdentity {
	return &workIdentity{b.works.unpack(work).identity(), work}
}

// workIdentity is the identity of a work that has an Index.
type workIdentity struct {
	*identity.Traits
	work int
}

// maxAlike bounds the works that one is compared with; what has more of its kind
// is too common to be told apart.
const maxAlike = 16

// alikes returns the works that may be the same as another one.
func (b *Bibliography) alikes(id *workIdentity) []*workIdentity {
	met := []int{id.work}
	var alikes []*workIdentity
	var other comparedWork
	for work := range b.index.Candidates(b.index.Filing(id.Traits)) {
		if work = b.Current(work); slices.Contains(met, work) {
			continue
		}
		met = append(met, work)
		if identity.Compare(id.Traits, other.unpack(&b.works, work)) != identity.Different {
			alikes = append(alikes, b.identity(work))
		}
		if len(alikes) > maxAlike {
			return nil
		}
	}
	return alikes
}

// fitsAll reports whether a work may be the same as each of the others.
func (id *workIdentity) fitsAll(others []*workIdentity) bool {
	return !slices.ContainsFunc(others, func(o *workIdentity) bool {
		return o.work != id.work && identity.Compare(id.Traits, o.Traits) == identity.Different
	})
}

// join makes one work of two, unless a join before it has made them differ.
func (b *Bibliography) join(i, j int) {
	i, j = b.Current(i), b.Current(j)
	if i == j || identity.Compare(b.identity(i).Traits, b.identity(j).Traits) == identity.Different {
		return
	}
	first, second := min(i, j), max(i, j)
	other := b.At(second)
	w := b.merge(first, other)
	for _, fact := range other.Facts {
		b.works.addFact(first, fact)
	}
	b.joined[second] = first
	b.index.AddAgain(first, b.index.Filing(w.identity()))
	b.unsettle(first)
}

// Entry returns a reference as a BibTeX entry of nickng/bibtex with the citation
// key. Values are in LaTeX's notation with its special characters
// escaped and capitals of the title protected; a derived value is used where no
// value is stated, and x-derived says so. The month is a macro.
func Entry(key string, r *Reference) *bibtex.BibEntry {
	e := output.EntryBuilder{Encoding: latex.ASCII}
	e.Bibtex(key, r)
	return e.Nickng()
}
