package citation

import (
	"github.com/factcite/factcite/citation/internal/markup"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/internal/tagger"
)

// A list helps its unsure lines if it has at least fewestSure lines that are read with at
// least the confidence surely; those below unsurely are read again.
const (
	fewestSure = 3
	surely     = 0.82
	unsurely   = 0.73
)

// ParseList reads the references of one list, as [Parse] reads each of them, and those
// that are in doubt, or were taken for sentences, once more in the style of those that are
// not: the lines of one list are written in one style. The extractions are in the order of contents.
func ParseList(contents []string) []Extraction {
	list := make([]Extraction, len(contents))
	var sure []string
	for i, content := range contents {
		list[i] = Parse(content)
		if _, isEntry := readEntry(content); isEntry {
			continue // its style is not that of the lines around it
		}
		if confidence, ok := confidenceOf(&list[i]); ok && (confidence >= surely || confidence == 0) {
			sure = append(sure, markup.Read(content).Text)
		}
	}
	if len(sure) < fewestSure {
		return list
	}
	model := tagger.Trained().ForList(sure)
	ofList := func() *tagger.Model { return model }
	for i, content := range contents {
		again := noExtraction()
		if confidence, ok := confidenceOf(&list[i]); ok && 0 < confidence && confidence < unsurely {
			plain := markup.Read(content)
			again = parse(&plain, look(&plain), question{ofList, tagger.OfSentences, anything})
		} else if len(list[i].References) == 0 {
			again = readAsListed(content, ofList)
		}
		if len(again.References) == 1 {
			list[i] = again
		}
	}
	return list
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
