package citation

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/nickng/bibtex"
)

// Bibliography collects references and merges those that name the same work.
// The zero value is empty and ready. It is not safe for concurrent use.
type Bibliography struct {
	works     []*Work // by Index; a work found to be another one gives its place to that
	index     workIndex
	derived   map[string]map[string]Derived // what many works have alike, each kept once
	unsettled []int                         // works like others, which settle has yet to compare
	keyed     []*Work                       // what Works returned since the last Add
	citable   map[string][]int              // works by family name and year, built by Citing
}

// Work is one work, merged from every reference that names it.
type Work struct {
	Key       string    // citation key, set by Works
	Reference Reference // each field's first stated value; Spans is nil, Derived may be shared: do not write to it
	Facts     []string  // ids of the facts that name it, in the order met
	Conflicts []Conflict
	Index     int // order in which the work was first met, from 0

	naming  naming
	years   []int             // that its facts state or derive
	origins map[string]string // the fact that stated a field, where it is not the first

	filled, contradicted []string // what Fill and Contradict did, a note each
}

// Conflict is a field that two facts state differently.
type Conflict struct {
	Field       string
	Kept, Other string
	KeptFact    string
	OtherFact   string
}

// Add merges a reference of a fact and returns the work that it belongs to.
// Works found to be the same later are joined, so the pointer is valid until
// the next Add; [Bibliography.At] finds the work of an Index at any time.
// The reference is copied.
func (b *Bibliography) Add(fact string, r *Reference) *Work {
	w := b.newWork(fact, r)
	id := newIdentity(&w.Reference)
	w.years = id.years
	b.citable, b.keyed = nil, nil
	names := b.index.filing(id)
	into, alike := b.find(id, names)
	if into != nil {
		into.absorb(w)
		b.index.add(into.Index, names)
		b.unsettled = append(b.unsettled, into.Index)
		return into
	}
	w.Index = len(b.works)
	b.works = append(b.works, w)
	b.index.add(w.Index, names)
	if alike {
		b.unsettled = append(b.unsettled, w.Index)
	}
	return w
}

// newWork makes a work of a reference; it shares no memory with its sentence.
func (b *Bibliography) newWork(fact string, r *Reference) *Work {
	w := &Work{Reference: compact(r), Facts: []string{strings.Clone(fact)}}
	w.Reference.Derived = b.sharedDerived(r.Derived)
	w.naming = newNaming(&w.Reference)
	return w
}

// sharedDerived returns an equal map that works share: venues and years repeat,
// and a map is as large as the rest of a work. Nobody writes to it.
func (b *Bibliography) sharedDerived(derived map[string]Derived) map[string]Derived {
	if len(derived) == 0 {
		return nil
	}
	var said strings.Builder
	for _, name := range slices.Sorted(maps.Keys(derived)) {
		said.WriteString(strconv.Quote(name) + strconv.Quote(derived[name].Value) + strconv.Quote(derived[name].From))
	}
	if shared, ok := b.derived[said.String()]; ok {
		return shared
	}
	if b.derived == nil {
		b.derived = make(map[string]map[string]Derived)
	}
	shared := make(map[string]Derived, len(derived))
	for name, d := range derived {
		shared[strings.Clone(name)] = Derived{strings.Clone(d.Value), strings.Clone(d.From)}
	}
	b.derived[said.String()] = shared
	return shared
}

// At returns the work of an Index that Add gave, or the one that it was joined
// with since.
func (b *Bibliography) At(index int) *Work { return b.works[index] }

// Works returns the works in the order first met, with their citation keys.
func (b *Bibliography) Works() []*Work {
	if b.keyed == nil {
		b.settle()
		for i, w := range b.works {
			if w.Index == i {
				b.keyed = append(b.keyed, w)
			}
		}
		assignKeys(b.keyed)
	}
	return slices.Clone(b.keyed)
}

// BibTeX returns the bibliography in the types of nickng/bibtex.
func (b *Bibliography) BibTeX() *bibtex.BibTex {
	bib := bibtex.NewBibTex()
	for _, w := range b.Works() {
		bib.AddEntry(w.entry(BibTeX, latexASCII, true))
	}
	return bib
}

// find returns the first work that is surely the same, or whether there is one
// that may be.
func (b *Bibliography) find(id *identity, names filing) (found *Work, isAlike bool) {
	for i := range b.index.candidates(names) {
		w := b.works[i]
		switch compareWorks(id, w.identity()) {
		case same:
			return w, false
		case alike:
			isAlike = true
		}
	}
	return nil, isAlike
}

// settle joins works that are alike and leave no choice: an untitled one with
// the one titled work of its authors, year and venue, a title cut short with its
// whole, a work without authors with the one of that title. Two works are joined
// only if everything that is like one of them may be the other, so that the
// outcome does not depend on their order.
func (b *Bibliography) settle() {
	for len(b.unsettled) > 0 {
		var pairs [][2]int
		for _, i := range b.unsettled {
			if b.works[i].Index != i {
				continue
			}
			for _, j := range b.alikes(i) {
				if b.leaveNoChoice(i, j) {
					pairs = append(pairs, [2]int{i, j})
				}
			}
		}
		b.unsettled = b.unsettled[:0]
		for _, p := range pairs {
			b.join(p[0], p[1])
		}
	}
}

// maxAlike bounds the works that one is compared with; what has more of its kind
// is too common to be told apart.
const maxAlike = 16

// alikes returns the works that may be the same as work i.
func (b *Bibliography) alikes(i int) []int {
	var found []int
	id := b.works[i].identity()
	for j := range b.index.candidates(b.index.filing(id)) {
		w := b.works[j]
		if w.Index == i || slices.Contains(found, w.Index) {
			continue
		}
		if compareWorks(id, w.identity()) != different {
			found = append(found, w.Index)
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
	id := b.works[i].identity()
	return !slices.ContainsFunc(others, func(o int) bool {
		return o != i && compareWorks(id, b.works[o].identity()) == different
	})
}

// join makes one work of two, unless a join before it has made them differ.
func (b *Bibliography) join(i, j int) {
	first, second := b.works[i], b.works[j]
	if first == second || compareWorks(first.identity(), second.identity()) == different {
		return
	}
	if second.Index < first.Index {
		first, second = second, first
	}
	first.absorb(second)
	for k, w := range b.works[second.Index:] {
		if w == second {
			b.works[second.Index+k] = first
		}
	}
	b.index.add(first.Index, b.index.filing(first.identity()))
	b.unsettled = append(b.unsettled, first.Index)
}

// Citing returns the works that an in-text citation fits: its first author is
// theirs, the others that it names are among them, and the year is theirs,
// letters after it aside.
func (b *Bibliography) Citing(m Mention) []*Work {
	if len(m.Authors) == 0 {
		return nil
	}
	b.settle()
	if b.citable == nil {
		b.citable = make(map[string][]int)
		for i, w := range b.works {
			if w.Index != i {
				continue
			}
			id := w.identity()
			if len(id.families) == 0 {
				continue
			}
			for _, year := range id.years {
				key := citableKey(id.families[0], strconv.Itoa(year))
				b.citable[key] = append(b.citable[key], i)
			}
		}
	}
	var fitting []*Work
	first := familyKey(mentionedName(m.Authors[0]))
	for _, i := range b.citable[citableKey(first, firstYear(m.Year))] {
		if w := b.works[i]; w.hasAuthors(m.Authors[1:]) {
			fitting = append(fitting, w)
		}
	}
	return fitting
}

func citableKey(family, year string) string { return family + "|" + year }

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
func (w *Work) hasAuthors(names []string) bool {
	if w.Reference.EtAl {
		return true
	}
	for _, name := range names {
		family := familyKey(mentionedName(name))
		if !slices.ContainsFunc(w.Reference.Authors, func(n Name) bool { return familyKey(n) == family }) {
			return false
		}
	}
	return true
}
