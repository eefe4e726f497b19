package validate

import (
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/fact"
)

// extract reads the sentence of a record. Only a reference fact is about the works
// that it names; any other names them in passing.
func extract(item *fact.Item, allTypes bool) citation.Extraction {
	r := item.Record
	said := citation.Parse(r.Content)
	if item.Part == fact.Listed {
		said.Mentions = []citation.Mention{} // an entry cites nothing but itself
	}
	if namesInPassing(r, allTypes) {
		return said.InPassing()
	}
	if !looksLikeReference(item) && !allTypes {
		return said.OfProse()
	}
	return said
}

// namesInPassing reports whether the works that a fact names are no references.
func namesInPassing(r *fact.Record, allTypes bool) bool {
	return !allTypes && r.Type != fact.Reference && r.Type != ""
}

// looksLikeReference reports whether a fact is there to name a work: its type says so,
// or it is an entry of a document's list of references.
func looksLikeReference(item *fact.Item) bool {
	return item.Record.Type == fact.Reference || item.Part == fact.Listed
}
