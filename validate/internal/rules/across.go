package rules

import (
	"fmt"
	"strings"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
	"github.com/factcite/factcite/validate/internal/finding"
)

func acrossRules() []Rule {
	return []Rule{{
		ID:       "reference-conflict",
		Title:    "Two facts disagree about a work",
		Family:   familyAcross,
		Severity: finding.Warning,
		Doc: "Two facts name the same work and state different values of a field. The bibliography keeps the first, and nothing tells whether it is right. Different " +
			"identifiers are an error: they belong to two works or one is wrong. Initials, surnames alone, \"et al.\", aliases of one venue and a preprint against its " +
			"published version are no conflict. Look the work up and correct one of the facts.",
		Bad: []Example{{
			Name: "facts.jsonl",
			Text: lines(
				`{"id": "a1", "fact_type": "reference", "content": "Ana Roe published the article 'Felt rims and quiet carts' in the Journal of Reading Rooms in 2019, volume 7, pages 11–19, doi:10.99999/jrr.2019.7.", "sources": [{"uri": "https://carts.example.org/a"}]}`,
				`{"id": "a2", "fact_type": "reference", "content": "Ana Roe published the article 'Felt rims and quiet carts' in the Journal of Reading Rooms in 2019, volume 9, pages 11–19, doi:10.99999/jrr.2019.7.", "sources": [{"uri": "https://carts.example.org/a"}]}`),
			At: "2:1",
		}},
		Good: []Example{{
			Name: "facts.jsonl",
			Text: lines(
				`{"id": "a1", "fact_type": "reference", "content": "Ana Roe published the article 'Felt rims and quiet carts' in the Journal of Reading Rooms in 2019, volume 7, pages 11–19, doi:10.99999/jrr.2019.7.", "sources": [{"uri": "https://carts.example.org/a"}]}`,
				`{"id": "a2", "fact_type": "reference", "content": "A. Roe published the article 'Felt Rims and Quiet Carts' in the Journal of Reading Rooms in 2019.", "sources": [{"uri": "https://carts.example.org/a"}]}`),
		}},
		Since: "0.1.0",
		work:  referenceConflict,
	}, {
		ID:       "other-version",
		Title:    "A work is published elsewhere too",
		Family:   familyAcross,
		Severity: finding.Info,
		Doc: "Two works have one title and an author in common, and are two publications: their DOIs differ, one is a thesis, one is in a journal and one in proceedings, or " +
			"volume, issue, page or edition differ. Both are in the bibliography. Cite the one that is meant; if they are one, correct what tells them apart.",
		Bad: []Example{{
			Name: "facts.jsonl",
			Text: lines(
				`{"id": "a1", "fact_type": "reference", "content": "Ana Roe published the article 'Felt rims and quiet carts' in the Journal of Reading Rooms in 2019, volume 7, pages 11–19, doi:10.99999/jrr.2019.7.", "sources": [{"uri": "https://carts.example.org/a"}]}`,
				`{"id": "a2", "fact_type": "reference", "content": "Ana Roe published the article 'Felt rims and quiet carts' in the Journal of Reading Rooms in 2020, volume 8, pages 31–39, doi:10.99999/jrr.2020.8.", "sources": [{"uri": "https://carts.example.org/a"}]}`),
			At: "2:83",
		}},
		Good: []Example{{
			Name: "facts.jsonl",
			Text: lines(
				`{"id": "a1", "fact_type": "reference", "content": "Ana Roe published the article 'Felt rims and quiet carts' in the Journal of Reading Rooms in 2019, volume 7, pages 11–19, doi:10.99999/jrr.2019.7.", "sources": [{"uri": "https://carts.example.org/a"}]}`,
				`{"id": "a2", "fact_type": "reference", "content": "A. Roe published the preprint 'Felt rims and quiet carts' on arXiv in 2018, arXiv:1801.00001.", "sources": [{"uri": "https://carts.example.org/a"}]}`),
		}},
		Since: "0.2.0",
		work:  otherVersion,
	}, {
		ID:       "mention-unresolved",
		Title:    "A citation in the text has no entry",
		Family:   familyAcross,
		Severity: finding.Info,
		Doc: "The sentence cites author and year, and no reference of these facts and no entry of a .bib that was read along has that author and year. A reader cannot tell what " +
			"is cited. Add a reference fact that names the work. In a document that has a list of references, what the text cites, by number and by key too, must be in that list.",
		Bad: []Example{sentenceExample("claim", "Roe et al. (2019) put felt on the rims of 40 carts.", "1:48")},
		Good: []Example{{
			Name: "facts.jsonl",
			Text: lines(
				`{"id": "a1", "fact_type": "claim", "content": "Roe (2019) put felt on the rims of 40 carts.", "sources": [{"uri": "https://carts.example.org/a"}]}`,
				`{"id": "a2", "fact_type": "reference", "content": "Ana Roe published the article 'Felt rims and quiet carts' in the Journal of Reading Rooms in 2019.", "sources": [{"uri": "https://carts.example.org/a"}]}`),
		}},
		Since: "0.1.0",
	}, {
		ID:       "mention-ambiguous",
		Title:    "A citation in the text fits several entries",
		Family:   familyAcross,
		Severity: finding.Info,
		Doc:      "The sentence cites author and year, and several works of these facts have them. A reader cannot tell which is cited. Name the work in the sentence.",
		Bad: []Example{{
			Name: "facts.jsonl",
			Text: lines(
				`{"id": "a1", "fact_type": "claim", "content": "Roe (2019) put felt on the rims of 40 carts.", "sources": [{"uri": "https://carts.example.org/a"}]}`,
				`{"id": "a2", "fact_type": "reference", "content": "Ana Roe published the article 'Felt rims and quiet carts' in the Journal of Reading Rooms in 2019, volume 7, pages 11–19, doi:10.99999/jrr.2019.7.", "sources": [{"uri": "https://carts.example.org/a"}]}`,
				`{"id": "a3", "fact_type": "reference", "content": "Ana Roe published the article 'Iron tyres on stone floors' in the Journal of Reading Rooms in 2019, volume 7, pages 20–28, doi:10.99999/jrr.2019.8.", "sources": [{"uri": "https://carts.example.org/a"}]}`),
			At: "1:48",
		}},
		Good: []Example{{
			Name: "facts.jsonl",
			Text: lines(
				`{"id": "a1", "fact_type": "claim", "content": "Roe (2019) put felt on the rims of 40 carts.", "sources": [{"uri": "https://carts.example.org/a"}]}`,
				`{"id": "a2", "fact_type": "reference", "content": "Ana Roe published the article 'Felt rims and quiet carts' in the Journal of Reading Rooms in 2019.", "sources": [{"uri": "https://carts.example.org/a"}]}`,
				`{"id": "a3", "fact_type": "reference", "content": "Ana Roe published the article 'Iron tyres on stone floors' in the Journal of Reading Rooms in 2021.", "sources": [{"uri": "https://carts.example.org/a"}]}`),
		}},
		Since: "0.1.0",
	}}
}

func otherVersion(w *Work) []finding.Finding {
	if len(w.Versions) == 0 {
		return nil
	}
	var related []finding.Related
	for _, v := range w.Versions {
		r := v.First.related()
		r.Stated = publicationOf(v.Reference)
		related = append(related, r)
	}
	return []finding.Finding{w.First.Place(finding.Finding{
		Message: fmt.Sprintf("%s is here %s, and elsewhere %s", w.name(), publicationOf(w.Reference), related[0].Stated),
		Field:   "container",
		Stated:  publicationOf(w.Reference),
		Known:   related[0].Stated,
		Help:    "cite the publication that is meant; if they are one, correct what tells them apart",
		Related: related,
	})}
}

// publicationOf says of a work what tells its publications apart.
func publicationOf(r *citation.Reference) string {
	return strings.Join(text.NonEmpty(string(r.Type),
		text.Prefixed("in ", quotedIfAny(r.Container)), text.Prefixed("edition ", r.Edition), text.Prefixed("volume ", r.Volume),
		text.Prefixed("pages ", r.Pages), r.Year, text.Prefixed("doi:", r.DOI)), ", ")
}

func quotedIfAny(s string) string {
	if s == "" {
		return ""
	}
	return finding.Quoted(finding.Shorten(s, 60))
}

func referenceConflict(w *Work) []finding.Finding {
	var found []finding.Finding
	for _, c := range w.Conflicts {
		if w.IsEntry(c.KeptFact) && w.IsEntry(c.OtherFact) {
			continue // duplicate-fact reports entries
		}
		kept, other := w.PlaceOf(c.KeptFact), w.PlaceOf(c.OtherFact)
		f := finding.Placed(finding.Finding{
			Message: fmt.Sprintf("the %s of %s%s%q here and %q in another fact", conflictNoun(c.Field), w.name(), is(c.Field), finding.Shorten(c.Other, 120), finding.Shorten(c.Kept, 120)),
			Field:   c.Field,
			Stated:  c.Other,
			Known:   c.Kept,
			Fact:    c.OtherFact,
			Help:    "look the work up and correct one of the facts",
			Related: []finding.Related{{Path: kept.Path, Line: kept.Line, Column: kept.Column, Fact: c.KeptFact, Stated: c.Kept}},
		}, other, other)
		switch c.Field {
		case "doi", "arxiv", "isbn", "pmid":
			f.Severity = finding.Error
		}
		found = append(found, f)
	}
	return found
}

// conflictNoun is what a message calls a field.
func conflictNoun(field string) string {
	if row := ref.RowOf(ref.Field(field)); row != nil && row.Noun != "" {
		return row.Noun
	}
	return field
}
