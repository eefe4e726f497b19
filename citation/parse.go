package citation

// Parse reads one sentence. It judges the sentence alone: what the fact's type
// makes of its works is the caller's to decide, see [Extraction.InPassing].
//
// Every stated value has its span in content. What could only be inferred, a
// year from an arXiv ID or from a conference's ordinal, stands in Derived.
func Parse(content string) Extraction {
	e := Extraction{Class: ClassNone, References: []Reference{}, Named: []Named{}, Mentions: []Mention{}}
	if !worthReading(content) {
		return e
	}
	s := newSentence(content)
	works, prose := s.works()
	for _, w := range works {
		w.settle()
		w.derive()
		e.References = append(e.References, w.Reference)
	}
	if prose {
		e.Mentions = s.mentions(e.References)
	}
	switch {
	case len(e.References) > 0:
		e.Class = ClassReference
	case len(e.Mentions) > 0:
		e.Class = ClassCitation
	}
	return e
}

// works reads the works of the text, which is a formatted reference or prose.
func (s *sentence) works() (works []*work, prose bool) {
	if w, ok := s.readFormatted(); ok {
		return []*work{w}, false
	}
	return s.read(), true
}

// InPassing returns the extraction as it stands for a fact that is not a
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

// worthReading tells, at the cost of one look at every byte, whether a text can
// name a work or cite one: it holds a quotation mark, a year or an identifier.
func worthReading(text string) bool {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '"' || c == '\'' && (i == 0 || text[i-1] == ' ' || text[i-1] == '('):
			return true
		case c == 0xE2 && i+2 < len(text) && text[i+1] == 0x80 && (text[i+2] == 0x98 || text[i+2] == 0x9C || text[i+2] == 0x9D || text[i+2] == 0x9E):
			return true
		case c == 0xC2 && i+1 < len(text) && text[i+1] == 0xAB:
			return true
		case isDigit(c) && i+4 <= len(text) && isYearDigits(text[i:i+4]):
			return true
		case c == 'p' && i+9 <= len(text) && text[i:i+9] == "published":
			return true
		}
	}
	return false
}
