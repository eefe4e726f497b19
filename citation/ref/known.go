package ref

import (
	"slices"
	"strings"
)

// OfProse returns what the extraction is for a sentence that nothing says to be there for a
// work, neither its type nor a list of references around it: without the works that are
// only likely, see Confidence, and of which too little is known beside a title. What
// programs print and histories of changes have titles as well.
func (e Extraction) OfProse() Extraction {
	isGuess := func(r Reference) bool { return r.Confidence > 0 && !r.isKnown() }
	if !slices.ContainsFunc(e.References, isGuess) {
		return e
	}
	e.References = slices.DeleteFunc(slices.Clone(e.References), isGuess)
	e.classify()
	return e
}

// classify says of which class the extraction is by what it has.
func (e *Extraction) classify() {
	switch {
	case len(e.References) > 0:
		e.Class = ClassReference
	case len(e.Mentions) > 0:
		e.Class = ClassCitation
	default:
		e.Class = ClassNone
	}
}

// isKnown reports whether two of what works are known by are stated: people, the year, what
// holds the work, who brought it out and its place there. An identifier is enough, and so
// are people whose given names are cut short, for nothing else is written so.
func (r *Reference) isKnown() bool {
	if r.ArXiv != "" || r.DOI != "" || r.ISBN != "" || r.PMID != "" || slices.ContainsFunc(r.Authors, hasInitial) {
		return true
	}
	known := 0
	for _, has := range [...]bool{
		len(r.Authors) > 0 || len(r.Editors) > 0,
		r.Year != "",
		r.Container != "",
		r.Publisher != "" || r.Institution != "",
		r.Volume != "" || r.Number != "" || r.Pages != "" || r.EID != "",
	} {
		if has {
			known++
		}
	}
	return known > 1
}

func hasInitial(n Name) bool { return strings.HasSuffix(n.Given, ".") && n.Family != "" }
