package citation

import (
	"iter"
	"slices"
	"strings"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/internal/bibref"
	"github.com/factcite/factcite/citation/internal/identity"
	"github.com/factcite/factcite/citation/internal/output"
	"github.com/factcite/factcite/internal/latex"
	"github.com/nickng/bibtex"
)

// matcher finds which entry of a .bib is which work.
type matcher struct {
	file     *bib.File
	works    []*Publication
	opts     *WriteOptions
	encoding latex.Encoding
	held     []heldWork // as File.Entries
	facts    map[string][]int
	index    map[uint64][]int // entries of File.Entries by what their works may have in common with others
	matches  []int            // for each work the index of its entry, or -1
}

// heldWork is the work that an entry is about.
type heldWork struct {
	reference Reference
	identity  *identity.Traits
	claimed   bool
}

// newMatcher looks for works among the entries of a file, whose letters outside ASCII are
// in that encoding.
func newMatcher(file *bib.File, works []*Publication, opts *WriteOptions, encoding latex.Encoding) *matcher {
	m := &matcher{file: file, works: works, opts: opts, encoding: encoding, facts: map[string][]int{}, index: map[uint64][]int{}}
	m.held = make([]heldWork, len(file.Entries))
	for i := range file.Entries {
		held := &m.held[i]
		held.reference, _ = bibref.Reference(file, &file.Entries[i])
		held.identity = identity.TraitsOf(&held.reference)
		for _, clue := range cluesOf(held.identity) {
			m.index[clue.Hash] = append(m.index[clue.Hash], i)
		}
		if facts := file.Entries[i].Field("x-facts"); facts != nil {
			for id := range strings.FieldsSeq(facts.Value) {
				m.facts[id] = append(m.facts[id], i)
			}
		}
	}
	m.match()
	return m
}

// match finds the entry of each work: first where it is sure, then where no
// other entry and no other work is as like.
func (m *matcher) match() {
	m.matches = make([]int, len(m.works))
	worksOf := map[string]int{}
	for _, w := range m.works {
		for _, id := range m.factIDs(w) {
			worksOf[id]++
		}
	}
	identities := make([]*identity.Traits, len(m.works))
	for i, w := range m.works {
		identities[i] = identity.TraitsOf(&w.Reference)
		m.matches[i] = m.sameEntry(w, identities[i], worksOf)
	}
	m.claim()
	likeEntries := make([][]int, len(m.works))
	likeWorks := make([]int, len(m.held))
	for i := range m.works {
		if m.matches[i] >= 0 {
			continue
		}
		likeEntries[i] = m.alikeEntries(identities[i])
		for _, e := range likeEntries[i] {
			likeWorks[e]++
		}
	}
	for i, entries := range likeEntries {
		if len(entries) == 1 && likeWorks[entries[0]] == 1 {
			m.matches[i] = entries[0]
		}
	}
	m.claim()
	m.matchTwins()
}

func (m *matcher) claim() {
	for _, e := range m.matches {
		if e >= 0 {
			m.held[e].claimed = true
		}
	}
}

// sameEntry returns the first entry that is surely about a work, one with a fact
// in common before others, or -1.
func (m *matcher) sameEntry(w *Publication, id *identity.Traits, worksOf map[string]int) int {
	byFact, linked := map[int]bool{}, -1
	for _, fact := range m.factIDs(w) {
		entries := m.facts[fact]
		for _, e := range entries {
			byFact[e] = true
		}
		// A fact may name several works: it points to one entry only where
		// neither side leaves a choice.
		if len(entries) == 1 && worksOf[fact] == 1 && linked < 0 {
			linked = entries[0]
		}
	}
	found := -1
	for e := range m.candidates(id) {
		if identity.Compare(id, m.held[e].identity) != identity.Same {
			continue
		}
		if found < 0 || byFact[e] && !byFact[found] || byFact[e] == byFact[found] && e < found {
			found = e
		}
	}
	if found < 0 {
		return linked
	}
	return found
}

// maxCandidates bounds the entries with one thing in common that a work is compared
// with.
const maxCandidates = 256

// candidates yields entries that may be about a work, some more than once.
func (m *matcher) candidates(id *identity.Traits) iter.Seq[int] {
	return func(yield func(int) bool) {
		for _, clue := range cluesOf(id) {
			entries := m.index[clue.Hash]
			for _, e := range entries[:min(len(entries), maxCandidates)] {
				if !yield(e) {
					return
				}
			}
		}
	}
}

func cluesOf(id *identity.Traits) []identity.Clue { return id.AppendClues(id.AppendIdentifiers(nil)) }

// alikeEntries returns the entries that may be about a work and that no other
// work has.
func (m *matcher) alikeEntries(id *identity.Traits) []int {
	var found []int
	for e := range m.candidates(id) {
		if !m.held[e].claimed && !slices.Contains(found, e) && identity.Compare(id, m.held[e].identity) == identity.Alike {
			found = append(found, e)
		}
	}
	return found
}

// matchTwins finds the entries of works that are too bare to be told from others,
// such as one without a title: an entry is theirs if it has all that they have.
func (m *matcher) matchTwins() {
	if !slices.Contains(m.matches, -1) {
		return
	}
	twins := map[string][]int{}
	for i := range m.file.Entries {
		if e := &m.file.Entries[i]; !m.held[i].claimed {
			twins[twinKey(e.Field)] = append(twins[twinKey(e.Field)], i)
		}
	}
	for i, w := range m.works {
		if m.matches[i] >= 0 {
			continue
		}
		entry := m.entryOf(w)
		written := func(name string) *bib.Field {
			if value, ok := entry.Fields[name]; ok {
				return &bib.Field{Value: value.String()}
			}
			return nil
		}
		for _, e := range twins[twinKey(written)] {
			if !m.held[e].claimed && hasAllOf(&m.file.Entries[e], entry) {
				m.matches[i] = e
				m.held[e].claimed = true
				break
			}
		}
	}
}

func twinKey(field func(name string) *bib.Field) string {
	var key strings.Builder
	for _, name := range [...]string{"author", "title", "year"} {
		if f := field(name); f != nil {
			key.WriteString(f.Value)
		}
		key.WriteByte(0)
	}
	return key.String()
}

func hasAllOf(e *bib.Entry, entry *bibtex.BibEntry) bool {
	for name, value := range entry.Fields {
		if strings.HasPrefix(name, "x-") {
			continue
		}
		if f := e.Field(name); f == nil || f.Value != value.String() {
			return false
		}
	}
	return e.Type == entry.Type
}

// entryOf returns the entry that would be written for a work.
func (m *matcher) entryOf(w *Publication) *bibtex.BibEntry {
	opts := m.opts.output()
	opts.UTF8 = bool(m.encoding)
	return output.BibTeXEntry(w.entry(), opts)
}

// factIDs returns the ids of a work's facts as x-facts has them.
func (m *matcher) factIDs(w *Publication) []string {
	ids := make([]string, len(w.Facts))
	for i, id := range w.Facts {
		ids[i] = latex.Encode(output.FactID(id), m.encoding)
	}
	return ids
}
