package validate

import (
	"iter"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/fact"
)

// Input is one thing to check: exactly one member is set.
type Input struct {
	Fact    *fact.Item
	Bib     *bib.File
	Ignores []InlineIgnore // of a file, before what else is of it
}

// Facts turns a stream of records into a stream of inputs.
func Facts(items iter.Seq2[*fact.Item, error]) iter.Seq2[Input, error] {
	return func(yield func(Input, error) bool) {
		for it, err := range items {
			if !yield(Input{Fact: it}, err) {
				return
			}
		}
	}
}

// Extractions yields what the input says about works: one extraction for a fact
// that could be read, by its id, and one for each entry of a .bib that is a work,
// by its citation key. With allTypes the works that a sentence names are
// references in facts of every type.
func (in Input) Extractions(allTypes bool) iter.Seq2[string, citation.Extraction] {
	return func(yield func(string, citation.Extraction) bool) {
		if in.Fact != nil && in.Fact.Record != nil {
			yield(in.Fact.Record.ID, extract(in.Fact, allTypes))
		}
		if in.Bib == nil {
			return
		}
		for i := range in.Bib.Entries {
			entry := &in.Bib.Entries[i]
			if reference, _ := citation.BibReference(in.Bib, entry); !yield(entry.Key, stated(reference)) {
				return
			}
		}
	}
}

// extract reads the sentence of a record. Only a reference fact is about the works
// that it names; any other names them in passing.
func extract(item *fact.Item, allTypes bool) citation.Extraction {
	r := item.Record
	said := citation.Parse(r.Content)
	if item.Part == fact.Listed {
		said.Mentions = []citation.Mention{} // an entry cites nothing but itself
	}
	if allTypes || r.Type == fact.Reference || r.Type == "" {
		return said
	}
	return said.InPassing()
}

// looksLikeReference reports whether a fact is there to name a work: its type says so,
// or it is an entry of a document's list of references.
func looksLikeReference(item *fact.Item) bool {
	return item.Record.Type == fact.Reference || item.Part == fact.Listed
}

// LooksLikeReference reports whether the input is a fact that is there to name a work:
// one typed reference, or an entry of a document's list of references. If Extractions
// yields no reference for it, it could not be read.
func (in Input) LooksLikeReference() bool {
	return in.Fact != nil && in.Fact.Record != nil && looksLikeReference(in.Fact)
}

// stated is what an entry of a .bib says: that there is this work.
func stated(r citation.Reference) citation.Extraction {
	return citation.Extraction{
		Class:      citation.ClassReference,
		References: []citation.Reference{r},
		Named:      []citation.Named{},
		Mentions:   []citation.Mention{},
	}
}

// size is about the bytes that an input holds.
func (in Input) size() int {
	if in.Fact == nil {
		return batchBytes
	}
	return len(in.Fact.JSON)
}
