package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/factcite/factcite/ground"
	"github.com/factcite/factcite/validate/internal/finding"
	"github.com/factcite/factcite/validate/internal/sourcetext"
)

// aText is the text of the examples. It is long enough to speak against a fact.
const aText = "Felt rims keep book carts quiet. In a trial of 48 reading rooms, carts with felt rims had a median sound level of 31 dB, " +
	"compared with 44 dB for bare steel rims. The effect did not depend on the floor. Rims lasted 2.5 years on average [12]. " +
	"Ana Ortega first described them in 2019, and the town of Vessby adopted them on 3 March 2021. Visitors no longer complain."

// example is a fact with the text of its source.
func sourceTextExample(kind, content string) Example {
	return Example{Name: "facts.jsonl", Text: lines(fmt.Sprintf(
		`{"id": "a1", "fact_type": %q, "content": %q, "sources": [{"uri": "https://carts.example.org/a", "raw_content": %q}]}`, kind, content, aText))}
}

func (e Example) at(place string) Example {
	e.At = place
	return e
}

func goodQuote() []Example {
	return []Example{sourceTextExample("quote", "“Rims lasted 2.5 years on average.”")}
}

func goodClaim() []Example {
	return []Example{sourceTextExample("claim", "In the trial, felt rims of Ana Ortega brought the sound level to 31 dB.")}
}

func sourceTextRules() []Rule {
	return []Rule{{
		ID:       "quote-not-in-source",
		Title:    "A quotation is not in the text of its source",
		Family:   familySourceText,
		Severity: finding.Error,
		Doc: "No part of the text of the source is like the quotation: it may be a paraphrase, a remark of the one who wrote the fact, or " +
			"words of another text. How text is printed does not matter: white space, quotation marks, dashes, hyphens at the ends of lines, Greek " +
			"letters, citation markers and brackets are folded first. The nearest passage is shown if it has half of the words. Quote the " +
			"source, or make it a claim.",
		Bad:      []Example{sourceTextExample("quote", "“Steel rims should be banned from every library.”").at("1:49")},
		Good:     goodQuote(),
		Also:     []string{"quote-unattributed"},
		Since:    "0.2.0",
		grounded: quoteNotInSource,
	}, {
		ID:       "quote-altered",
		Title:    "A quotation differs from the text of its source",
		Family:   familySourceText,
		Severity: finding.Warning,
		Doc: "The text has a passage that is like the quotation, but not the same: words were changed, left out without an ellipsis, or put in " +
			"without brackets. It is an error where a number, a name or a negation differs. Quote what the text says.",
		Bad:      []Example{sourceTextExample("quote", "“carts with felt rims had a median sound level of 13 dB”").at("1:49")},
		Good:     goodQuote(),
		Also:     []string{"quote-unattributed"},
		Since:    "0.2.0",
		grounded: quoteAltered,
	}, {
		ID:       "quote-misattributed",
		Title:    "A quotation is from another source",
		Family:   familySourceText,
		Severity: finding.Error,
		Doc: "The text of the source does not have the quotation, but the text of another source of this run has it word for word. The fact " +
			"names the wrong source. Name the one given.",
		Bad: []Example{{
			Name: "facts.jsonl",
			Text: sourceTextExample("quote", "“The effect did not depend on the floor.”").otherText("Minutes. "+strings.Repeat("The council discussed the budget of the library. ", 8)).Text +
				strings.Replace(sourceTextExample("claim", "Felt rims are quiet.").Text, `"a1"`, `"a2"`, 1),
			At: "1:49",
		}},
		Good:     goodQuote(),
		Also:     []string{"quote-unattributed"},
		Since:    "0.2.0",
		grounded: quoteMisattributed,
	}, {
		ID:       "quote-out-of-order",
		Title:    "Parts of a quotation stand in another order",
		Family:   familySourceText,
		Severity: finding.Warning,
		Doc: "The parts of the quotation around an ellipsis, or its sentences, are in the text, but in another order. A reader takes the order for " +
			"the source's. Quote the parts in their order, or as two quotations.",
		Bad:      []Example{sourceTextExample("quote", "“The effect did not depend on the floor ... felt rims keep book carts quiet”").at("1:49")},
		Good:     goodQuote(),
		Also:     []string{"quote-unattributed"},
		Since:    "0.2.0",
		grounded: quoteOutOfOrder,
	}, {
		ID:       "quote-cut-word",
		Title:    "A quotation begins or ends inside a word",
		Family:   familySourceText,
		Severity: finding.Info,
		Doc:      "The first or the last word of the quotation is a part of a word of the text, as a program that cuts by length leaves it. Quote whole words.",
		Bad:      []Example{sourceTextExample("quote", "“ffect did not depend on the floor.”").at("1:49")},
		Good:     goodQuote(),
		Also:     []string{"quote-unattributed"},
		Since:    "0.2.0",
		grounded: quoteCutWord,
	}, {
		ID:       "number-not-in-source",
		Title:    "A number is not in the text of the source",
		Family:   familySourceText,
		Severity: finding.Warning,
		Doc: "The text has no such number in any form: in words, grouped, rounded to the digits stated, with million or billion, or in another unit. " +
			"What is in its place is shown. A number that two numbers of the passage give, as their difference or share, is not reported. " +
			"Correct the number, or name the source that has it.",
		Bad:      []Example{sourceTextExample("measurement", "Felt rims brought the median sound level to 28 dB.").at("1:98")},
		Good:     goodClaim(),
		Since:    "0.2.0",
		grounded: notInSource(ground.Number),
	}, {
		ID:       "date-not-in-source",
		Title:    "A date is not in the text of the source",
		Family:   familySourceText,
		Severity: finding.Warning,
		Doc: "The text has no such day, month, quarter or year, in any form. Parts are compared with parts: a year is borne out by a day in it. " +
			"Correct the date, or name the source that has it.",
		Bad:      []Example{sourceTextExample("claim", "Ana Ortega described the rims in 2017.").at("1:81")},
		Good:     goodClaim(),
		Since:    "0.2.0",
		grounded: notInSource(ground.Date),
	}, {
		ID:       "name-not-in-source",
		Title:    "A name is not in the text of the source",
		Family:   familySourceText,
		Severity: finding.Warning,
		Doc: "Neither the text, nor the title, author or site of the source has the name of a person, place, organisation or product that the fact " +
			"states; possessives, plurals, accents, initials and acronyms are seen through. Correct the name, or name the source that has it.",
		Bad:      []Example{sourceTextExample("claim", "The town of Vessby and the town of Lindholm adopted the rims.").at("1:83")},
		Good:     goodClaim(),
		Since:    "0.2.0",
		grounded: notInSource(ground.Name),
	}, {
		ID:       "polarity-differs",
		Title:    "A negation was lost or added",
		Family:   familySourceText,
		Severity: finding.Warning,
		Doc: "The fact and the passage have the same words but for a negation (not, never, refused to, unable) or one word and its opposite (rose, fell), or a " +
			"quotation leaves a negation out between its parts. The fact says the opposite of the source. Read the passage and correct the fact.",
		Bad:      []Example{sourceTextExample("claim", "The effect did depend on the floor.").at("1:48")},
		Good:     goodClaim(),
		Since:    "0.2.0",
		grounded: polarityDiffers,
	}, {
		ID:       "source-text-missing",
		Title:    "The text of a source is not at hand",
		Family:   familySourceText,
		Severity: finding.Info,
		Doc: "Texts were given (--texts), but none of them belongs to this source: what its facts say was not checked. Reported once a source. " +
			"`factcite texts --name URI` prints the name under which a text would be found.",
		Bad: []Example{
			{Name: "facts.jsonl", Text: lines(`{"id": "a1", "fact_type": "claim", "content": "Felt rims are quiet.", "sources": [{"uri": "https://carts.example.org/b"}]}`), At: "1:83"},
			{Name: "texts/" + "carts.txt", Text: lines(aText)},
		},
		Good:   goodClaim(),
		Since:  "0.2.0",
		source: sourceTextMissing,
	}, {
		ID:       "source-text-changed",
		Title:    "The text of a source is another than the record states",
		Family:   familySourceText,
		Severity: finding.Warning,
		Doc: "The record states the SHA-256 of the text that it was made from (content_hash), and the text at hand has another. What the fact says may " +
			"come from the older text. Compare it with the text as it is now, and state its hash.",
		Bad: []Example{{
			Name: "facts.jsonl",
			Text: strings.Replace(sourceTextExample("claim", "Felt rims are quiet.").Text, `"raw_content"`, `"content_hash": "`+strings.Repeat("0a", 32)+`", "raw_content"`, 1),
			At:   "1:138",
		}},
		Good:  goodClaim(),
		Since: "0.2.0",
	}}
}

// otherText gives an example another text.
func (e Example) otherText(text string) Example {
	e.Text = strings.Replace(e.Text, fmt.Sprintf("%q", aText), fmt.Sprintf("%q", text), 1)
	e.Text = strings.Replace(e.Text, "carts.example.org/a", "carts.example.org/b", 1)
	return e
}

// sourceTextMissing reports a source of which no text is at hand though texts were given.
func sourceTextMissing(p *Provenance) []finding.Finding {
	if p.Texts == nil || p.RawContent != "" || p.Texts.Find(p.Source) != "" {
		return nil
	}
	name := p.URI
	if name == "" {
		name = p.Title
	}
	f := p.at("", finding.Finding{
		Message: "the text of the source " + finding.Quoted(finding.Shorten(name, 90)) + " is not at hand: its facts are not checked",
		Stated:  name,
		Help:    "add the text, or its line in the manifest",
	})
	f.Field = "text"
	return []finding.Finding{f}
}

// shownWords is how many characters of a quotation a message has.
const shownWords = 90

func isQuotation(a *sourcetext.GroundedAnchor, v ground.Support) bool {
	return a.Kind == ground.Quotation && a.Verdict == v && a.Elsewhere == nil
}

func quoteNotInSource(c *sourcetext.Compared) []finding.Finding {
	return c.Each(func(a *sourcetext.GroundedAnchor) bool { return isQuotation(a, ground.Absent) }, func(a *sourcetext.GroundedAnchor) finding.Finding {
		f := finding.Finding{
			Message: "the text of the source does not have " + finding.Quoted(finding.Shorten(a.Stated, shownWords)),
			Help:    "quote what the text says, or make it a claim",
		}
		if len(a.StatedMarks) > 0 {
			m := a.StatedMarks[0]
			f.Message = "the text of the source does not have the part " + finding.Quoted(finding.Shorten(a.Stated[m[0]:m[1]], shownWords)) + " of the quotation"
		}
		return f
	})
}

func quoteAltered(c *sourcetext.Compared) []finding.Finding {
	return c.Each(func(a *sourcetext.GroundedAnchor) bool { return isQuotation(a, ground.Altered) }, func(a *sourcetext.GroundedAnchor) finding.Finding {
		f := finding.Finding{
			Message: "the quotation differs from the text of the source: " + listed(a.Differences),
			Help:    "quote what the text says",
		}
		if a.Serious {
			f.Severity = finding.Error
		}
		return f
	})
}

// listed is the first of some differences, and how many more there are.
func listed(differences []string) string {
	const most = 3
	shown := strings.Join(differences[:min(most, len(differences))], "; ")
	if more := len(differences) - most; more > 0 {
		shown += fmt.Sprintf("; and %d more", more)
	}
	return shown
}

func quoteMisattributed(c *sourcetext.Compared) []finding.Finding {
	return c.Each(func(a *sourcetext.GroundedAnchor) bool { return a.Elsewhere != nil }, func(a *sourcetext.GroundedAnchor) finding.Finding {
		a.Passage = a.Elsewhere
		return finding.Finding{
			Message: "the quotation " + finding.Quoted(finding.Shorten(a.Stated, shownWords)) + " is not in the text of its source, but in that of another (" + a.Elsewhere.Path + a.Elsewhere.Pointer + ")",
			Known:   a.Elsewhere.Path + a.Elsewhere.Pointer,
			Help:    "name the source that has it",
		}
	})
}

func quoteOutOfOrder(c *sourcetext.Compared) []finding.Finding {
	return c.Each(func(a *sourcetext.GroundedAnchor) bool { return isQuotation(a, ground.OutOfOrder) }, func(*sourcetext.GroundedAnchor) finding.Finding {
		return finding.Finding{
			Message: "the parts of the quotation stand in another order in the text of the source",
			Help:    "quote the parts in their order, or as two quotations",
		}
	})
}

func quoteCutWord(c *sourcetext.Compared) []finding.Finding {
	return c.Each(func(a *sourcetext.GroundedAnchor) bool { return a.Cut && a.Elsewhere == nil }, func(a *sourcetext.GroundedAnchor) finding.Finding {
		return finding.Finding{
			Message: "the quotation " + finding.Quoted(finding.Shorten(a.Stated, shownWords)) + " begins or ends inside a word of the text",
			Help:    "quote whole words",
		}
	})
}

// notInSource returns the check for anchors of a kind that the text does not have.
func notInSource(kind ground.Kind) func(*sourcetext.Compared) []finding.Finding {
	return func(c *sourcetext.Compared) []finding.Finding {
		return c.Each(func(a *sourcetext.GroundedAnchor) bool { return a.Kind == kind && a.Verdict == ground.Absent }, func(a *sourcetext.GroundedAnchor) finding.Finding {
			f := finding.Finding{
				Message: fmt.Sprintf("the text of the source does not have the %s %s", kind, finding.Quoted(finding.Shorten(a.Stated, shownWords))),
				Help:    fmt.Sprintf("correct the %s, or name the source that has it", kind),
			}
			if a.Instead != "" {
				f.Message += "; it has " + finding.Quoted(finding.Shorten(a.Instead, shownWords)) + " in its place"
				f.Known = a.Instead
			}
			return f
		})
	}
}

func polarityDiffers(c *sourcetext.Compared) []finding.Finding {
	opposed := func(a *sourcetext.GroundedAnchor) bool { return a.Verdict == ground.Opposed }
	return c.Each(opposed, func(a *sourcetext.GroundedAnchor) finding.Finding {
		message := "the fact and the passage agree but for a negation"
		if a.Kind == ground.Quotation {
			message = "the quotation leaves out a negation"
		}
		if i := slices.IndexFunc(a.Differences, func(d string) bool { return d != "" }); i >= 0 {
			message += ": " + a.Differences[i]
		}
		return finding.Finding{Message: message, Help: "read the passage and correct the fact"}
	})
}
