package validate

import (
	"fmt"

	"github.com/factcite/factcite/citation"
)

// Rules on how sure it is that a text was read right.
func readingRules() []Rule {
	return []Rule{{
		ID:       "author-doubtful",
		Title:    "It is open whether an author is a person",
		Family:   familyReading,
		Severity: Warning,
		Doc: "One of the authors is a word by itself among whole names, or is called as a publishing house or a place is, so that it may belong to " +
			"what follows the authors. Look at the sentence; if it is right, write the name in full.",
		Bad:       []Example{sentenceExample("reference", "The book 'Felt Rims' by Ana Roe and Springer was published by Harbour Press in 2012.", "1:76")},
		Good:      []Example{completeReference()},
		Also:      []string{"missing-identifier"},
		Since:     "0.2.0",
		reference: authorDoubtful,
	}, {
		ID:       "several-references",
		Title:    "A content has several references that could not be told apart",
		Family:   familyReading,
		Severity: Warning,
		Doc: "More references begin in the content than were read from it, so that one of them may have values of another, or is lost. " +
			"Make a fact of each reference, or put each on a line of its own.",
		Bad: []Example{sentenceExample("reference", "[1] Ana Roe. Felt rims. Harbour Press, 2012. [2] felt, hubs and so on", "1:52")},
		Good: []Example{sentenceExample("reference",
			"[1] Ana Roe. Felt rims. Harbour Press, 2012. [2] Bo Lind. Ash hubs. Harbour Press, 2013.", "")},
		Also:   []string{"missing-identifier"},
		Since:  "0.2.0",
		record: severalReferences,
	}}
}

func authorDoubtful(s *statement) []Finding {
	if len(s.Spans) == 0 { // an entry of a .bib says who wrote it
		return nil
	}
	author, reason := citation.DoubtfulAuthor(s.Reference)
	if reason == "" {
		return nil
	}
	stated := fullName(author)
	return []Finding{s.at("authors", stated, Finding{
		Message: "it is open whether " + quoted(shorten(stated, 60)) + " is an author: it " + reason,
		Help:    "write the name in full, or take it out of the authors",
	})}
}

func severalReferences(s *subject) []Finding {
	if !s.said.Several || len(s.said.References) == 0 && !looksLikeReference(s.item) {
		return nil
	}
	return []Finding{s.text(Finding{
		Message: fmt.Sprintf("the content has several references, of which %d could be told apart and read", len(s.said.References)),
		Field:   "content",
		Help:    "make a fact of each reference, or put each on a line of its own",
	})}
}
