package citation

import (
	"github.com/factcite/factcite/citation/internal/formatted"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/internal/prose"
)

// Parse reads one sentence. It judges the sentence alone: what the fact's type
// makes of its works is the caller's to decide, see [Extraction.InPassing].
//
// Every stated value has its span in content. What could only be inferred, a
// year from an arXiv ID or from a conference's ordinal, is in Derived.
func Parse(content string) Extraction {
	return parse(content, prose.Look(content))
}

// parse reads what the evidence allows for.
func parse(content string, found prose.Evidence) Extraction {
	e := Extraction{Class: ClassNone, References: []Reference{}, Named: []Named{}, Mentions: []Mention{}}
	if found == prose.OfNothing {
		return e
	}
	s := phrase.NewText(content)
	defer s.Release()
	if w, ok := formatted.ReadFormatted(s); ok {
		e.Class, e.References = ClassReference, []Reference{w.Settled()}
		return e
	}
	if found == prose.OfWork {
		e.References = prose.ReadWorks(s)
	}
	e.Mentions = prose.FindMentions(s, e.References)
	switch {
	case len(e.References) > 0:
		e.Class = ClassReference
	case len(e.Mentions) > 0:
		e.Class = ClassCitation
	}
	return e
}
