package citation

// Parse reads one sentence. It judges the sentence alone: what the fact's type
// makes of its works is the caller's to decide, see [Extraction.InPassing].
//
// Every stated value has its span in content. What could only be inferred, a
// year from an arXiv ID or from a conference's ordinal, is in Derived.
func Parse(content string) Extraction {
	return parse(content, lookAt(content))
}

// parse reads what the evidence allows for.
func parse(content string, found evidence) Extraction {
	e := Extraction{Class: ClassNone, References: []Reference{}, Named: []Named{}, Mentions: []Mention{}}
	if found == ofNothing {
		return e
	}
	s := newSentence(content)
	defer s.release()
	if w, ok := s.readFormatted(); ok {
		e.Class, e.References = ClassReference, []Reference{w.settled()}
		return e
	}
	if found == ofWork {
		e.References = readWorks(s)
	}
	e.Mentions = findMentions(s, e.References)
	switch {
	case len(e.References) > 0:
		e.Class = ClassReference
	case len(e.Mentions) > 0:
		e.Class = ClassCitation
	}
	return e
}

// InPassing returns what the extraction is for a fact that is not a
// reference: its works are listed under Named, by title; works without a title
// are left out.
func (e Extraction) InPassing() Extraction {
	named := append([]Named{}, e.Named...)
	for _, r := range e.References {
		if r.Title != "" {
			named = append(named, Named{Title: r.Title, Span: r.Spans[string(fieldTitle)]})
		}
	}
	e.References, e.Named = []Reference{}, named
	e.Class = ClassNone
	if len(e.Mentions) > 0 {
		e.Class = ClassCitation
	}
	return e
}
