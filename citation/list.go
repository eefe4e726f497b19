package citation

import (
	"github.com/factcite/factcite/citation/internal/markup"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/internal/tagger"
)

// A list helps its lines if it has at least fewestSure that are read with at least the
// confidence surely.
const (
	fewestSure = 3
	surely     = 0.5
)

// ParseList reads the references of one list, as [Parse] reads each of them, and all of them
// once more in the style of those that are read surely: the lines of one list are written in
// one style. The extractions are in the order of contents.
func ParseList(contents []string) []Extraction {
	list := make([]Extraction, len(contents))
	var sure []string
	for i, content := range contents {
		list[i] = Parse(content)
		if confidence, ok := confidenceOf(&list[i]); ok && (confidence >= surely || confidence == 0) && !isEntry(content) {
			sure = append(sure, markup.Read(content).Text)
		}
	}
	if len(sure) < fewestSure {
		return list
	}
	model := tagger.Trained().ForList(sure)
	ofList := func() *tagger.Model { return model }
	for i, content := range contents {
		if again := parseListed(content, &list[i], ofList); len(again.References) == 1 {
			list[i] = again
		}
	}
	return list
}

// isEntry reports whether a text is an entry of a .bib, whose style is not that of the lines
// around it.
func isEntry(content string) bool {
	_, ok := readEntry(content)
	return ok
}

// parseListed reads a line of a list by a model of its style, one that was read alone as one
// reference or as none.
func parseListed(content string, alone *Extraction, model func() *tagger.Model) Extraction {
	switch {
	case isEntry(content), len(alone.References) > 1:
		return noExtraction()
	case len(alone.References) == 0:
		return readAsListed(content, model)
	}
	plain := markup.Read(content)
	return parse(&plain, look(&plain), question{model, tagger.OfSentences, anything})
}

// confidenceOf is that of an extraction of one reference, 0 if the grammar read it.
func confidenceOf(e *Extraction) (confidence float64, ok bool) {
	if len(e.References) != 1 {
		return 0, false
	}
	return e.References[0].Confidence, true
}

// readAsListed reads what is known to be a line of a list by a model of its style, though
// alone it may be a sentence.
func readAsListed(content string, model func() *tagger.Model) Extraction {
	plain := markup.Read(content)
	s := phrase.NewMarkedText(plain)
	defer s.Release()
	e := noExtraction()
	if r, ok := readListed(s, model); ok {
		e.Class, e.References = ClassReference, append(e.References, r)
	}
	inSource(&e, &plain)
	return e
}
