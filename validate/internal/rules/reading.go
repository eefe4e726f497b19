package rules

import (
	"fmt"
	"strings"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/validate/internal/finding"
)

// Rules on how sure it is that a text was read right.
func readingRules() []Rule {
	return []Rule{{
		ID:       "author-doubtful",
		Title:    "It is open whether an author is a person",
		Family:   familyReading,
		Severity: finding.Warning,
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
		Severity: finding.Warning,
		Doc: "More references begin in the content than were read from it, so that one of them may have values of another, or is lost. " +
			"Make a fact of each reference, or put each on a line of its own.",
		Bad: []Example{sentenceExample("reference", "[1] Ana Roe. Felt rims. Harbour Press, 2012. [2] felt, hubs and so on", "1:52")},
		Good: []Example{sentenceExample("reference",
			"[1] Ana Roe. Felt rims. Harbour Press, 2012. [2] Bo Lind. Ash hubs. Harbour Press, 2013.", "")},
		Also:   []string{"missing-identifier"},
		Since:  "0.2.0",
		record: severalReferences,
	}, {
		ID:       "reference-doubtful",
		Title:    "A reference may be read wrong",
		Family:   familyReading,
		Severity: finding.Info,
		Doc: "The text is a line of a reference list in no style that the grammar knows. The trained reader has read it and is not sure of the fields that are named: " +
			"about three in four such readings are wrong somewhere. Compare them with the text, and write the reference in one of the known styles if it is wrong.",
		Bad:       []Example{sentenceExample("reference", doubtfulReference, "1:67")},
		Good:      []Example{completeReference()},
		Also:      []string{"missing-title", "missing-author", "missing-year", "missing-venue", "missing-identifier", "missing-pages", "missing-publisher"},
		Since:     "0.2.0",
		reference: referenceDoubtful,
	}}
}

func authorDoubtful(s *Statement) []finding.Finding {
	if len(s.Spans) == 0 { // an entry of a .bib says who wrote it
		return nil
	}
	author, reason := citation.DoubtfulAuthor(s.Reference)
	if reason == "" {
		return nil
	}
	stated := fullName(author)
	return []finding.Finding{s.at("authors", stated, finding.Finding{
		Message: "it is open whether " + finding.Quoted(finding.Shorten(stated, 60)) + " is an author: it " + reason,
		Help:    "write the name in full, or take it out of the authors",
	})}
}

func severalReferences(s *Subject) []finding.Finding {
	if !s.Said.Several || len(s.Said.References) == 0 && !LooksLikeReference(s.Item) {
		return nil
	}
	return []finding.Finding{s.text(finding.Finding{
		Message: fmt.Sprintf("the content has several references, of which %d could be told apart and read", len(s.Said.References)),
		Field:   "content",
		Help:    "make a fact of each reference, or put each on a line of its own",
	})}
}

// doubtfulReference is read with little confidence.
const doubtfulReference = "Moss A, Lind B Quiet hubs Wheels Rev Cart Leeds Press 1912, 40 ff."

func referenceDoubtful(s *Statement) []finding.Finding {
	if len(s.Doubtful) == 0 {
		return nil
	}
	var doubted []string
	for _, field := range s.Doubtful {
		if field == ref.FieldAuthors || field == ref.FieldEditors {
			doubted = append(doubted, string(field))
			continue
		}
		doubted = append(doubted, fmt.Sprintf("%s %q", field, *s.Value(field)))
	}
	field := string(s.Doubtful[0])
	return []finding.Finding{s.at(field, "", finding.Finding{
		Message: fmt.Sprintf("the reference is read with confidence %.2f; in doubt: %s", s.Confidence, strings.Join(doubted, ", ")),
		Help:    "compare these fields with the text",
	})}
}
