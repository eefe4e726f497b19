package validate

import (
	"iter"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/validate/internal/rules"
)

// Input is one thing to check: one member is set. In an Input without any, nothing is
// found; beside a Bib the others are passed over.
type Input struct {
	Fact    *fact.Item
	Facts   iter.Seq[*fact.Item] // a piece of a stream, which is read where it is checked, once; as of [fact.ReadLines]
	Bib     *bib.File
	Ignores []InlineIgnore // of a file, before what else is of it

	piece bibPiece // of Bib, in a batch
}

// A bibPiece is a run of what a .bib holds: of its errors or of its entries.
type bibPiece struct {
	errors     bool
	start, end int
}

// opens reports whether a piece is the first of its file.
func (p bibPiece) opens() bool { return p.errors && p.start == 0 }

// bibPieces cuts a .bib into pieces that are examined one after the other, so that what
// was found of a large one is not in memory as a whole. The errors come first; there is
// always a piece of them.
func bibPieces(file *bib.File) iter.Seq[bibPiece] {
	return func(yield func(bibPiece) bool) {
		for _, errors := range []bool{true, false} {
			count := len(file.Entries)
			if errors {
				count = max(1, len(file.Errors))
			}
			for start := 0; start < count; start += batchInputs {
				if !yield(bibPiece{errors: errors, start: start, end: start + batchInputs}) {
					return
				}
			}
		}
	}
}

// pieces yields the pieces of a .bib, or a fact as it is.
func (in Input) pieces() iter.Seq[Input] {
	return func(yield func(Input) bool) {
		if in.Bib == nil {
			yield(in)
			return
		}
		for piece := range bibPieces(in.Bib) {
			if !yield(Input{Bib: in.Bib, piece: piece}) {
				return
			}
		}
	}
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

// FactPieces turns a stream of pieces of records into a stream of inputs.
func FactPieces(pieces iter.Seq2[iter.Seq[*fact.Item], error]) iter.Seq2[Input, error] {
	return func(yield func(Input, error) bool) {
		for piece, err := range pieces {
			if err != nil {
				piece = nil
			}
			if !yield(Input{Facts: piece}, err) {
				return
			}
		}
	}
}

// Extractions yields what the input says about works: one extraction for a fact
// that could be read, by its id, and one for each entry of a .bib that is a work,
// by its citation key; of [Input.Facts] nothing. With allTypes the works that a sentence names are
// references in facts of every type.
func (in Input) Extractions(allTypes bool) iter.Seq2[string, citation.Extraction] {
	return func(yield func(string, citation.Extraction) bool) {
		if in.Fact != nil && in.Fact.Record != nil {
			yield(in.Fact.Record.ID, rules.Said(in.Fact, allTypes))
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

// EveryKind returns what a sentence of the input says with its films, songs, cases in court
// and the like among the works, if the works that the sentence names are references.
func (in Input) EveryKind(said citation.Extraction, allTypes bool) citation.Extraction {
	if in.Fact == nil || in.Fact.Record == nil || rules.NamesInPassing(in.Fact.Record, allTypes) {
		return said
	}
	return said.EveryKind()
}

// LooksLikeReference reports whether the input is a fact that is there to name a work:
// one typed reference, or an entry of a document's list of references. If Extractions
// yields no reference for it, it could not be read.
func (in Input) LooksLikeReference() bool {
	return in.Fact != nil && in.Fact.Record != nil && rules.LooksLikeReference(in.Fact)
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
		return batchBytes // it is a batch of its own
	}
	const problem = 512 // and what is made of it
	return len(in.Fact.JSON) + problem*len(in.Fact.Problems)
}
