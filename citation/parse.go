package citation

import (
	"github.com/factcite/factcite/citation/internal/formatted"
	"github.com/factcite/factcite/citation/internal/markup"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/internal/prose"
	"github.com/factcite/factcite/citation/internal/tagger"
)

// Parse reads one sentence. It judges the sentence alone: what the fact's type
// makes of its works is the caller's to decide, see [Extraction.InPassing].
//
// Every stated value has its span in content. What could only be inferred, a
// year from an arXiv ID or from a conference's ordinal, is in Derived.
func Parse(content string) Extraction {
	plain := markup.Read(content)
	return parse(&plain, look(&plain))
}

// look looks at a text for the first time: what is marked is looked at a second one.
func look(plain *markup.Plain) prose.Evidence {
	if len(plain.Marks) > 0 {
		return prose.OfWork
	}
	return prose.Look(plain.Text)
}

// parse reads what the evidence allows for.
func parse(plain *markup.Plain, found prose.Evidence) Extraction {
	e := Extraction{Class: ClassNone, References: []Reference{}, Named: []Named{}, Mentions: []Mention{}}
	if found == prose.OfNothing && !tagger.MayBeListed(plain.Text) {
		return e
	}
	s := phrase.NewMarkedText(*plain)
	defer s.Release()
	read(s, found, &e)
	inSource(&e, plain)
	return e
}

// read reads a text that was cut into tokens.
func read(s *phrase.Text, found prose.Evidence, e *Extraction) {
	if w, ok := formatted.ReadFormatted(s); ok {
		e.Class, e.References = ClassReference, []Reference{w.Settled()}
		return
	}
	if tagger.MayBeListed(s.Content) {
		if r, ok := tagger.Read(s); ok {
			e.Class, e.References = ClassReference, []Reference{r.Work.Settled()}
			return
		}
	}
	if found == prose.OfWork {
		e.References, e.Named = prose.ReadWorks(s)
	}
	e.Mentions = prose.FindMentions(s, e.References)
	switch {
	case len(e.References) > 0:
		e.Class = ClassReference
	case len(e.Mentions) > 0:
		e.Class = ClassCitation
	}
}

// inSource makes the spans those of the content with its markup.
func inSource(e *Extraction, plain *markup.Plain) {
	if !plain.HasMarkup() {
		return
	}
	for i := range e.References {
		for field, sp := range e.References[i].Spans {
			e.References[i].Spans[field] = plain.InSource(sp)
		}
	}
	for i := range e.Named {
		e.Named[i].Span = plain.InSource(e.Named[i].Span)
	}
	for i := range e.Mentions {
		e.Mentions[i].Span = plain.InSource(e.Mentions[i].Span)
	}
}
