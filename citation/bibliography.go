package citation

import (
	"io"
	"iter"
	"slices"

	"github.com/factcite/factcite/citation/internal/output"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/latex"
	"github.com/nickng/bibtex"
)

// Bibliography collects references and merges those that name the same work. It
// keeps them packed and unpacks those that are asked for. Which references are one
// work depends on what they say and not on their order; it is decided when works are
// first asked for, with all references at once, so add all of them before. The zero
// value is empty and ready. It is not safe for concurrent use; but from
// [Bibliography.All] until the next Add, its works may be read by several goroutines
// at once.
type Bibliography struct {
	stated packedStatements
	merged *mergedWorks // nil since the last Add
	keys   *keyTable    // nil since the last Add
	cited  citedWorks

	hasEntries bool // some works are in a .bib
	noteKeys   bool // that works ask for
	earlier    earlierKeys
}

// Publication is one work of a bibliography, merged from every reference that names it.
type Publication struct {
	Key       string    // citation key, see [Bibliography.At]
	Reference Reference // each field's first stated value; Spans is nil, Derived may be shared: do not write to it
	Facts     []string  // ids of the facts that name it, in the order met
	Conflicts []Conflict
	Index     int // order in which the work was first met, from 0

	naming  *naming  // what its key is made of; nil of a work with one reference, from which it follows
	years   []int    // that its facts state or derive, likewise
	origins []origin // of the fields that another than the first fact states

	filled, contradicted []output.Note // what Fill and Contradict noted
}

// Conflict is a field that two facts state differently.
type Conflict struct {
	Field       string
	Kept, Other string
	KeptFact    string
	OtherFact   string
}

// Add adds a reference of a fact and returns its Index, by which [Bibliography.At]
// finds its work. Equal references have one Index. The reference is copied. One that was
// read from an entry of a .bib ([Reference.Entry]) keeps its key, and no two entries
// become one work, see [Bibliography.Repeated]. It panics if there are [MaxReferences]
// different ones already.
func (b *Bibliography) Add(fact string, r *Reference) (index int) {
	b.merged, b.keys, b.cited, b.earlier = nil, nil, citedWorks{}, earlierKeys{}
	b.hasEntries = b.hasEntries || r.Entry != nil
	return b.stated.add(fact, wholeWork(r))
}

// wholeWork returns what a reference says of its work as a whole.
func wholeWork(r *Reference) *Reference {
	if isPinpointed(r) {
		whole := *r
		whole.Pages = ""
		r = &whole
	}
	return r
}

// KeepOn has an empty bibliography keep most of what its references state on a file, and not
// in memory: reading a work then takes some more time. The file is to be as it is left for
// as long as the bibliography is used, which panics if it is not.
func (b *Bibliography) KeepOn(file interface {
	io.ReaderAt
	io.WriterAt
}) {
	b.stated.arena.KeepOn(file)
}

// Len returns how many different references were added.
func (b *Bibliography) Len() int { return b.stated.list.Len() }

// isPinpointed reports whether the pages that a text states with a work are the passage
// it cites: those of a whole work, which is on none of another.
func isPinpointed(r *Reference) bool {
	switch r.Type {
	case ref.Book, ref.TechReport, ref.PhDThesis, ref.MastersThesis:
		return r.Pages != "" && r.Container == "" && r.Entry == nil
	}
	return false
}

// Current returns the Index of the work that a reference names: that of the first
// one of the work.
func (b *Bibliography) Current(index int) int {
	b.merge()
	return int(b.merged.Work[index])
}

// At returns the work that the reference of an Index names. It has its key if
// [Bibliography.Works] or [Bibliography.All] was called since the last Add.
func (b *Bibliography) At(index int) *Publication {
	w := new(Publication)
	b.read(w, index)
	return w
}

// read is At in the memory of another work.
func (b *Bibliography) read(w *Publication, index int) {
	b.complete(w, b.Current(index))
	if b.keys != nil {
		w.Key = b.keys.of(w.Index)
	}
}

// Works returns the works in the order first met, with their citation keys.
func (b *Bibliography) Works() []*Publication { return slices.Collect(b.All()) }

// All yields what [Bibliography.Works] returns, a work at a time.
func (b *Bibliography) All() iter.Seq[*Publication] {
	b.assignKeys()
	indexes := b.indexes()
	return func(yield func(*Publication) bool) {
		for _, index := range indexes {
			if !yield(b.At(index)) {
				return
			}
		}
	}
}

// indexes returns the Index of every work.
func (b *Bibliography) indexes() []int {
	b.merge()
	indexes := make([]int, 0, len(b.merged.Work))
	for index, work := range b.merged.Work {
		if index == int(work) {
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

// Entry returns a reference as a BibTeX entry of nickng/bibtex with the citation
// key. Values are in LaTeX's notation with its special characters
// escaped and capitals of the title protected; a derived value is used where no
// value is stated, and x-derived says so. The month is a macro.
func Entry(key string, r *Reference) *bibtex.BibEntry {
	e := output.EntryBuilder{Encoding: latex.ASCII}
	e.Bibtex(key, r)
	return e.Nickng()
}
