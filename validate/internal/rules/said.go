package rules

import (
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/fact"
)

// Said returns what the sentence of a record says of works. Only a reference fact is about the works
// that it names; any other names them in passing.
func Said(item *fact.Item, allTypes bool) citation.Extraction {
	r := item.Record
	said := citation.Parse(r.Content)
	if item.Part == fact.Listed {
		said.Mentions = []citation.Mention{} // an entry cites nothing but itself
	}
	if NamesInPassing(r, allTypes) {
		return said.InPassing()
	}
	if !LooksLikeReference(item) && !allTypes {
		return said.OfProse()
	}
	return said
}

// NamesInPassing reports whether the works that a fact names are no references.
func NamesInPassing(r *fact.Record, allTypes bool) bool {
	return !allTypes && r.Type != fact.Reference && r.Type != ""
}

// LooksLikeReference reports whether a fact is there to name a work: its type says so,
// or it is an entry of a document's list of references.
func LooksLikeReference(item *fact.Item) bool {
	return item.Record.Type == fact.Reference || item.Part == fact.Listed
}
