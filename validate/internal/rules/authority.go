package rules

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/validate/internal/finding"
)

// authorityRules judge a work by what is known of it. They run only where an
// index or a client was named; their examples are compared with the bibliography
// beside them, as an index built from it.
func authorityRules() []Rule {
	return []Rule{
		contradiction("title", "title",
			"The identifier or the authors, venue and year belong to a known work whose title is another one.",
			`{"id": "a1", "fact_type": "reference", "content": "Ana Roe and Bo Lind published the article 'Felt rims and silent wagons' in the Journal of Reading Rooms in 2019, volume 7, pages 11–19, doi:10.99999/jrr.2019.7.", "sources": [{"uri": "https://carts.example.org/a"}]}`,
			"1:95"),
		contradiction("author", "authors",
			"A known work has this title, and somebody else wrote it, or an author is stated who is none of its authors. Initials, accents, the order of given and family name, "+
				"\"et al.\" and, in a sentence, a part of the authors are no contradiction. The author list of an entry of a .bib is whole unless it ends in \"and others\".",
			`{"id": "a1", "fact_type": "reference", "content": "Nils Falk published the article 'Felt rims and quiet carts' in the Journal of Reading Rooms in 2019, volume 7, pages 11–19.", "sources": [{"uri": "https://carts.example.org/a"}]}`,
			"1:85"),
		contradiction("year", "year",
			"A known work has this title and these authors, and no record of it carries this year. The years of a preprint and of the published version are both right.",
			`{"id": "a1", "fact_type": "reference", "content": "Ana Roe and Bo Lind published the article 'Felt rims and quiet carts' in the Journal of Reading Rooms in 2012, volume 7, pages 11–19.", "sources": [{"uri": "https://carts.example.org/a"}]}`,
			"1:95"),
		contradiction("venue", "container",
			"A known work has this title and these authors, and it appeared elsewhere. A preprint server beside the published venue is no contradiction, nor is another name, an acronym or the series of the venue.",
			`{"id": "a1", "fact_type": "reference", "content": "Ana Roe and Bo Lind published the article 'Felt rims and quiet carts' in Nature in 2019.", "sources": [{"uri": "https://carts.example.org/a"}]}`,
			"1:95"),
		{
			ID:       "contradicted-identifier",
			Title:    "An identifier is not that of the work",
			Family:   familyAuthority,
			Severity: finding.Warning,
			Doc: "The DOI, arXiv ID, ISBN or PMID leads to another work (an error), or the work is known with another one (a warning). Whoever follows it reads something else. " +
				"Look the work up and correct the identifier.",
			Bad: knownExample(
				`{"id": "a1", "fact_type": "reference", "content": "Ana Roe and Bo Lind published the article 'Felt rims and quiet carts' in the Journal of Reading Rooms in 2019, doi:10.99999/jrr.2020.3.", "sources": [{"uri": "https://carts.example.org/a"}]}`,
				"1:95"),
			Good:  knownExample(knownReference, ""),
			Also:  []string{"gap-fillable"},
			Since: "0.2.0",
			known: func(c *Comparison) []finding.Finding { return c.contradictions("doi", "arxiv", "isbn", "pmid") },
		},
		{
			ID:       "identifier-unknown",
			Title:    "No work is known by an identifier",
			Family:   familyAuthority,
			Severity: finding.Warning,
			Doc: "The DOI or arXiv ID leads nowhere. It is an error where the registry that answers for it has it not. It is a warning where no record has it and registers show that there can be none: " +
				"no registrant of DOIs has its number, nothing that is known of the venue or of anything else is that registrant's, or arXiv was never sent so many papers in a month. " +
				"Copy it again from the work's page; look whether there is such a work.",
			Bad: knownExample(
				`{"id": "a1", "fact_type": "reference", "content": "Ana Roe and Bo Lind published the article 'Felt rims and quiet carts' in the Journal of Reading Rooms in 2019, volume 7, number 2, pages 11–19, arXiv:2401.99999.", "sources": [{"uri": "https://carts.example.org/a"}]}`,
				"1:95"),
			Good:  knownExample(knownReference, ""),
			Also:  []string{"gap-fillable"},
			Since: "0.2.0",
			known: identifierUnknown,
		},
		{
			ID:       "not-found",
			Title:    "What should know the work does not",
			Family:   familyAuthority,
			Severity: finding.Warning,
			Doc: "The index holds the works of this venue and year and of the one after, and none has this title. The title may be wrong, the venue or the year, or there is no such work, or " +
				"the index has gaps: the message says how many works of that venue and year it holds. Absence from an index that does not cover the venue and the year is not-covered instead.",
			Bad: coveredExample(
				`{"id": "a1", "fact_type": "reference", "content": "Ana Roe published the article 'Iron tyres on marble stairs' in the Journal of Reading Rooms in 2019, volume 7, pages 30–39.", "sources": [{"uri": "https://carts.example.org/a"}]}`,
				"1:83"),
			Good:  knownExample(knownReference, ""),
			Since: "0.2.0",
			known: notFound,
		},
		{
			ID:       "unknown-work",
			Title:    "Services know no such work",
			Family:   familyAuthority,
			Severity: finding.Warning,
			OptIn:    true,
			Doc: "Three public services or more were asked for the title, which has five words or more, and none has a work of it; nor does an identifier lead to one. Together they hold most of what is published in journals and at conferences, " +
				"and little of reports, theses, books in other languages and the newest works: look for the work itself. The rule is run only where the configuration states its severity (`rules: {unknown-work: warning}`), and needs --online or kept answers.",
			Bad: []Example{{
				Name: "facts.jsonl",
				Text: lines(`{"id": "a1", "fact_type": "reference", "content": "Nils Falk published the article 'Salt on the rails of winter' in the Annals of Winter Transport in 1987, volume 3, pages 4–9.", "sources": [{"uri": "https://carts.example.org/a"}]}`),
				At:   "1:85",
			}, {Name: ".factcite.yaml", Text: "rules: {unknown-work: warning}\n"}},
			Good:  []Example{{Name: "facts.jsonl", Text: lines(knownReference)}},
			Since: "0.2.0",
			known: unknownWork,
		},
		{
			ID:       "not-covered",
			Title:    "The index does not hold works of this kind",
			Family:   familyAuthority,
			Severity: finding.Info,
			Doc:      "The work is not in the index, and the index does not cover its venue or its year, so nothing follows. Name an index that covers them, or ask the public services (--online).",
			Bad: knownExample(
				`{"id": "a1", "fact_type": "reference", "content": "Nils Falk published the article 'Salt on the rails' in the Annals of Winter Transport in 1987, volume 3, pages 4–9.", "sources": [{"uri": "https://carts.example.org/a"}]}`,
				"1:85"),
			Good:  knownExample(knownReference, ""),
			Since: "0.2.0",
			known: notCovered,
		},
		{
			ID:       "not-checked",
			Title:    "A work could not be looked up",
			Family:   familyAuthority,
			Severity: finding.Info,
			Doc: "An authority did not answer (an outage, a limit), or the reference states neither a title nor an identifier by which it could be looked up. " +
				"This says nothing about the work. Run again later, or add what is missing. Under --offline an answer that was not kept is no such finding but fails the run (exit 2).",
			Bad: knownExample(
				`{"id": "a1", "fact_type": "reference", "content": "Roe et al. (2019) studied felt rims, published in the Journal of Reading Rooms, volume 7, pages 11–19.", "sources": [{"uri": "https://carts.example.org/a"}]}`,
				"1:106"),
			Good:  knownExample(knownReference, ""),
			Since: "0.2.0",
			known: notChecked,
		},
		{
			ID:       "gap-fillable",
			Title:    "A value that the facts leave out is known",
			Family:   familyAuthority,
			Severity: finding.Info,
			Doc: "The work is known, its title and the stated authors agree, no other work fits, and its record has a value that no fact states. `factcite bib --fill` writes it, with where it comes from; " +
				"nothing that is stated is changed.",
			Bad: knownExample(
				`{"id": "a1", "fact_type": "reference", "content": "Ana Roe and Bo Lind published the article 'Felt rims and quiet carts' in the Journal of Reading Rooms in 2019, volume 7, number 2, pages 11–19, doi:10.99999/jrr.2019.7.", "sources": [{"uri": "https://carts.example.org/a"}]}`,
				"1:95"),
			Good:  knownExample(knownReference, ""),
			Since: "0.2.0",
			known: gapFillable,
		},
		{
			ID:       "superseded-preprint",
			Title:    "A preprint was published since",
			Family:   familyAuthority,
			Severity: finding.Info,
			Doc:      "The facts know the work as a preprint, and a published version is known. Readers and journals want the published one cited. `factcite bib --fill` adds its venue, year and pages.",
			Bad: knownExample(
				`{"id": "a1", "fact_type": "reference", "content": "The paper 'Felt rims and quiet carts' by Ana Roe and Bo Lind is an arXiv preprint (arXiv:1812.04321).", "sources": [{"uri": "https://carts.example.org/a"}]}`,
				"1:63"),
			Good:  knownExample(knownReference, ""),
			Also:  []string{"gap-fillable"},
			Since: "0.2.0",
			known: supersededPreprint,
		},
		{
			ID:       "retracted",
			Title:    "A work was retracted",
			Family:   familyAuthority,
			Severity: finding.Error,
			Doc:      "The work was withdrawn by its authors or its publisher. What rests on it needs another source. If the retraction itself is the subject, ignore the finding and give that as the reason.",
			Bad: knownExample(
				`{"id": "a1", "fact_type": "reference", "content": "Nils Falk published the article 'Wheels that hum' in the Journal of Reading Rooms in 2019, volume 7, number 2, pages 40–44, doi:10.99999/jrr.2019.9.", "sources": [{"uri": "https://carts.example.org/a"}]}`,
				"1:85"),
			Good:  knownExample(knownReference, ""),
			Since: "0.2.0",
			known: retracted,
		},
		{
			ID:       "concern",
			Title:    "A notice questions a work",
			Family:   familyAuthority,
			Severity: finding.Warning,
			Doc: "The publisher expressed concern about the work, withdrew a part of it, or withdrew it and put a corrected version in its place. Or it is not sure that it was retracted: " +
				"an aggregator alone says so, or the notice with its DOI names another work. Read the notice, and rest on what is left; cite the corrected version.",
			Bad: []Example{
				{Name: "facts.jsonl", Text: lines(`{"id": "a1", "fact_type": "reference", "content": "Nils Falk published the article 'Wheels that hum' in the Journal of Reading Rooms in 2019, volume 7, number 2, pages 40–44, doi:10.99999/jrr.2019.9.", "sources": [{"uri": "https://carts.example.org/a"}]}`), At: "1:85"},
				{Name: "known.csv", Text: lines(
					"Record ID,Title,Journal,Author,RetractionDate,RetractionDOI,OriginalPaperDate,OriginalPaperDOI,RetractionNature",
					"7,Wheels that hum,Journal of Reading Rooms,Nils Falk,3/4/2022 0:00,10.99999/jrr.2022.1,1/1/2019 0:00,10.99999/jrr.2019.9,Expression of concern")},
			},
			Good:  knownExample(knownReference, ""),
			Since: "0.2.0",
			known: questioned,
		},
	}
}

// contradiction is the rule for a field that a known work has otherwise.
func contradiction(noun, field, doc, bad, at string) Rule {
	return Rule{
		ID:       "contradicted-" + noun,
		Title:    "The " + noun + " of a known work is another one",
		Family:   familyAuthority,
		Severity: finding.Warning,
		Doc:      doc + " Look the work up and correct the fact; if the record is wrong, ignore the finding and say so.",
		Bad:      knownExample(bad, at),
		Good:     knownExample(knownReference, ""),
		Also:     []string{"gap-fillable"},
		Since:    "0.2.0",
		known:    func(c *Comparison) []finding.Finding { return c.contradictions(field) },
	}
}

// knownReference agrees in every field with what knownExample knows.
const knownReference = `{"id": "a1", "fact_type": "reference", "content": "Ana Roe and Bo Lind published the article 'Felt rims and quiet carts' in the Journal of Reading Rooms in 2019, volume 7, number 2, pages 11–19, doi:10.99999/jrr.2019.7, arXiv:1812.04321.", "sources": [{"uri": "https://carts.example.org/a"}]}`

// knownExample is a fact, where it yields the rule, and the works that are known.
func knownExample(record, at string) []Example {
	return []Example{{Name: "facts.jsonl", Text: lines(record), At: at}, {
		Name: "known.bib",
		Text: lines(
			`@article{roe2019felt, author = {Roe, Ana and Lind, Bo}, title = {Felt rims and quiet carts}, journal = {Journal of Reading Rooms},`,
			`  year = 2019, volume = 7, number = 2, pages = {11--19}, doi = {10.99999/jrr.2019.7}, eprint = {1812.04321}, archiveprefix = {arXiv}}`,
			`@article{holm2019iron, author = {Holm, Eva}, title = {Iron tyres on stone floors}, journal = {Journal of Reading Rooms},`,
			`  year = 2019, volume = 7, number = 2, pages = {20--28}, doi = {10.99999/jrr.2019.8}}`,
			`@article{falk2019wheels, author = {Falk, Nils}, title = {{RETRACTED}: Wheels that hum}, journal = {Journal of Reading Rooms},`,
			`  year = 2019, volume = 7, number = 2, pages = {40--44}, doi = {10.99999/jrr.2019.9}}`,
			`@article{berg2020salt, author = {Berg, Ida}, title = {Salt, sand and silence}, journal = {Journal of Reading Rooms},`,
			`  year = 2020, volume = 8, number = 1, pages = {1--10}, doi = {10.99999/jrr.2020.3}}`),
	}}
}

// coveredExample is a fact, where it yields the rule, and so many works of a venue
// that the venue is covered.
func coveredExample(record, at string) []Example {
	var text strings.Builder
	for week := range 3 * 52 {
		fmt.Fprintf(&text, "@article{w%d, author = {Holm, Eva}, title = {Shelf report, week %d}, journal = {Journal of Reading Rooms}, year = %d}\n", week+1, week+1, 2019+week/52)
	}
	return []Example{{Name: "facts.jsonl", Text: lines(record), At: at}, {Name: "known.bib", Text: text.String()}}
}

// Comparison is a reference and what is known of it.
type Comparison struct {
	*citation.Reference
	authority.Answer
	Place func(field string, f finding.Finding) finding.Finding // puts a finding where the field is stated
}

// at is a finding about a field and what is stated there.
func (c *Comparison) at(field, stated string, f finding.Finding) finding.Finding {
	f.Field, f.Stated = field, stated
	return c.Place(field, f)
}

// contradictions says which of the fields are stated and contradicted.
func (c *Comparison) contradictions(fields ...string) []finding.Finding {
	var found []finding.Finding
	for _, d := range c.Differences {
		for _, field := range fields {
			if d.Field == field && !d.Unknown {
				found = append(found, c.contradicted(d))
			}
		}
	}
	return found
}

func (c *Comparison) contradicted(d authority.Difference) finding.Finding {
	longest := 120
	if d.Field == "authors" {
		longest = 240 // that the one who differs is seen
	}
	noun, stated, known := conflictNoun(d.Field), finding.Quoted(finding.Shorten(d.Stated, longest)), finding.Quoted(finding.Shorten(d.Known, longest))
	f := finding.Finding{
		Message: "the " + noun + " of " + NameOf(c.Reference) + is(d.Field) + "stated as " + stated + ", and " + d.Origin.String() + " has " + known,
		Known:   d.Known,
		Help:    "look the work up and correct the " + noun + "; if the record is wrong, ignore the finding and say so",
	}
	if d.Detail != "" {
		f.Message = "the " + noun + " of " + NameOf(c.Reference) + is(d.Field) + "not those that " + d.Origin.String() + " has: " + described(d.Detail)
	}
	if d.Leads {
		f.Message = "the " + noun + " " + stated + " stated for " + NameOf(c.Reference) + " is that of another work: " + d.Origin.String() + " has " + described(d.Known)
	}
	if d.Certain {
		f.Severity = finding.Error
	}
	return c.at(d.Field, d.Stated, f)
}

func identifierUnknown(c *Comparison) (found []finding.Finding) {
	for _, d := range c.Differences {
		if !d.Unknown {
			continue
		}
		noun := conflictNoun(d.Field)
		f := finding.Finding{
			Message: "the " + noun + " " + finding.Quoted(finding.Shorten(d.Stated, 120)) + " stated for " + NameOf(c.Reference) + " is that of no known work: " + d.Known,
			Help:    "copy the " + noun + " again from the work's page, and look whether there is such a work",
		}
		if d.Certain {
			f.Severity = finding.Error
		}
		found = append(found, c.at(d.Field, d.Stated, f))
	}
	return found
}

// described is the description of a work as a message shows it: control characters
// escaped, its own quotes kept.
func described(work string) string {
	escaped := strconv.Quote(finding.Shorten(work, 240))
	return strings.ReplaceAll(escaped[1:len(escaped)-1], `\"`, `"`)
}

func notFound(c *Comparison) []finding.Finding {
	if c.Verdict != authority.NotFound {
		return nil
	}
	return []finding.Finding{c.at("title", c.Title, finding.Finding{
		Message: fmt.Sprintf("no record of %s was found among the %d works known of its venue and year", NameOf(c.Reference), c.Held),
		Help:    "check title, authors, venue and year against the work itself",
	})}
}

// What is unknown to so many services, and has so many words in its title, is unknown.
const (
	enoughServices = 3
	enoughWords    = 5
)

func unknownWork(c *Comparison) []finding.Finding {
	if c.Work != nil || c.Other != nil || len(c.LackedBy) < enoughServices || len(strings.Fields(c.Title)) < enoughWords {
		return nil
	}
	return []finding.Finding{c.at("title", c.Title, finding.Finding{
		Message: NameOf(c.Reference) + " is known to none of " + strings.Join(c.LackedBy, ", "),
		Help:    "look for the work itself; if it exists, ignore the finding and say where",
	})}
}

func notCovered(c *Comparison) []finding.Finding {
	if c.Verdict != authority.NotCovered {
		return nil
	}
	return []finding.Finding{c.at("title", c.Title, finding.Finding{
		Message: NameOf(c.Reference) + " is not covered: " + c.Reason,
		Help:    "name an index that covers it, or ask the public services with --online",
	})}
}

func notChecked(c *Comparison) []finding.Finding {
	if c.Verdict != authority.NotChecked {
		return nil
	}
	return []finding.Finding{c.at("title", c.Title, finding.Finding{
		Message: NameOf(c.Reference) + " was not checked: " + c.Reason,
		Help:    "run again later, or add the title or an identifier",
	})}
}

func gapFillable(c *Comparison) []finding.Finding {
	var found []finding.Finding
	for _, field := range c.Fillable {
		known := c.Work.Record.Text(field)
		found = append(found, c.at(field, "", finding.Finding{
			Message: "the " + conflictNoun(field) + " of " + NameOf(c.Reference) + is(field) + "known: " + finding.Quoted(finding.Shorten(known, 200)) + " (" + c.Work.OriginOf(field).String() + ")",
			Known:   known,
			Help:    "factcite bib --fill writes it, or add it to the sentence",
		}))
	}
	return found
}

// is agrees with what a message calls a field.
func is(field string) string {
	if row := ref.RowOf(ref.Field(field)); row != nil && (row.Kind == ref.NameList || row.Kind == ref.PageRange) {
		return " are "
	}
	return " is "
}

func supersededPreprint(c *Comparison) []finding.Finding {
	if !c.Published {
		return nil
	}
	published := c.Work.Record.Container
	if year := c.Work.Record.Year; year != "" {
		published += ", " + year
	}
	return []finding.Finding{c.at("container", c.Container, finding.Finding{
		Message: NameOf(c.Reference) + " is known as a preprint, and was published since: " + finding.Quoted(finding.Shorten(published, 120)) + " (" + c.Work.Origin.String() + ")",
		Known:   published,
		Help:    "cite the published version; factcite bib --fill adds what is absent",
	})}
}

func questioned(c *Comparison) []finding.Finding {
	if c.Concern == nil {
		return nil
	}
	notice := c.Concern.String()
	return []finding.Finding{c.at("title", c.Title, finding.Finding{
		Message: "a notice questions " + NameOf(c.Reference) + ": " + described(notice),
		Known:   notice,
		Help:    "read the notice, and rest on what it leaves; cite the corrected version where there is one",
	})}
}

func retracted(c *Comparison) []finding.Finding {
	if c.Retraction == nil {
		return nil
	}
	notice := c.Retraction.String()
	return []finding.Finding{c.at("title", c.Title, finding.Finding{
		Message: NameOf(c.Reference) + " was retracted: " + notice,
		Known:   notice,
		Help:    "rest on another source, or ignore the finding and give the reason",
	})}
}
