package rules

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/validate/internal/finding"
	"github.com/factcite/factcite/validate/internal/value"
)

func provenanceRules() []Rule {
	return []Rule{{
		ID:       "source-missing",
		Title:    "A fact has no source",
		Family:   familyProvenance,
		Severity: finding.Error,
		Doc: "A source of the fact has neither an address, nor a title, nor a domain (\"Unknown source\"), so nobody can check " +
			"the fact. Find where it was read, or drop it.",
		Bad: []Example{{
			Name: "facts.jsonl",
			Text: lines(`{"id": "a1", "fact_type": "claim", "content": "Felt rims are quiet.", "sources": [{"author_org": "The Quiet Post"}]}`),
			At:   "1:83",
		}},
		Good: []Example{{
			Name: "facts.jsonl",
			Text: lines(`{"id": "a1", "fact_type": "claim", "content": "Felt rims are quiet.", "sources": [{"uri": "https://carts.example.org/a"}]}`),
		}},
		Since:  "0.1.0",
		source: sourceMissing,
	}, {
		ID:       "source-no-uri",
		Title:    "A source has no address",
		Family:   familyProvenance,
		Severity: finding.Info,
		Doc: "The source is named by title or domain, but not by an address that leads to it. Reported once a source, and never " +
			"for the text of a page, which has no room for addresses. Add the source's uri.",
		Bad: []Example{{
			Name: "facts.jsonl",
			Text: lines(`{"id": "a1", "fact_type": "claim", "content": "Felt rims are quiet.", "sources": [{"title": "Carts and their rims"}]}`),
			At:   "1:83",
		}},
		Good: []Example{{
			Name: "facts.jsonl",
			Text: lines(`{"id": "a1", "fact_type": "claim", "content": "Felt rims are quiet.", "sources": [{"title": "Carts and their rims", "uri": "https://carts.example.org/a"}]}`),
		}},
		Since:  "0.1.0",
		source: sourceNoURI,
	}, {
		ID:       "source-date-relative",
		Title:    "A source's date is relative",
		Family:   familyProvenance,
		Severity: finding.Warning,
		Doc: "\"4 days ago\" means nothing without the day on which it was written, and the record does not carry that day. " +
			"Say when the page was retrieved (--retrieved DATE, or retrieved_at in the record), or put the date itself.",
		Bad: []Example{{
			Name: "facts.jsonl",
			Text: lines(`{"id": "a1", "fact_type": "claim", "content": "Felt rims are quiet.", "sources": [{"uri": "https://carts.example.org/a", "published_date": "4 days ago"}]}`),
			At:   "1:140",
		}},
		Good: []Example{{
			Name: "facts.jsonl",
			Text: lines(
				`{"id": "a1", "fact_type": "claim", "content": "Felt rims are quiet.", "sources": [{"uri": "https://carts.example.org/a", "published_date": "Mar 12, 2025"}]}`,
				`{"id": "a2", "fact_type": "claim", "content": "Iron rims are loud.", "sources": [{"uri": "https://carts.example.org/b", "published_date": "4 days ago", "retrieved_at": "2025-04-09T08:30:15.123456"}]}`),
		}},
		Since:  "0.1.0",
		source: sourceDateRelative,
	}, {
		ID:       "source-date-invalid",
		Title:    "A source's date cannot be right",
		Family:   familyProvenance,
		Severity: finding.Warning,
		Doc: "The date on which the source was published or retrieved cannot be read, lies in the future, or the source was " +
			"published after it was retrieved. Ages and citations computed from it will be wrong. Correct the date.",
		Bad: []Example{{
			Name: "facts.jsonl",
			Text: lines(`{"id": "a1", "fact_type": "claim", "content": "Felt rims are quiet.", "sources": [{"uri": "https://carts.example.org/a", "published_date": "31 Febtember"}]}`),
			At:   "1:140",
		}, {
			Name: "facts.jsonl",
			Text: lines(`{"id": "a1", "fact_type": "claim", "content": "Felt rims are quiet.", "sources": [{"uri": "https://carts.example.org/a", "published_date": "2025-05-01", "retrieved_at": "2025-04-09T08:30:15"}]}`),
			At:   "1:140",
		}},
		Good: []Example{{
			Name: "facts.jsonl",
			Text: lines(`{"id": "a1", "fact_type": "claim", "content": "Felt rims are quiet.", "sources": [{"uri": "https://carts.example.org/a", "published_date": "March 2025", "retrieved_at": "2025-04-09T08:30:15"}]}`),
		}},
		Since:  "0.1.0",
		source: sourceDateInvalid,
	}, {
		ID:       "source-author-suspect",
		Title:    "A source's author is no name",
		Family:   familyProvenance,
		Severity: finding.Warning,
		Doc: "The author of the source looks like a leftover of some program: \"null\", the program that produced a PDF, or a string of " +
			"four and more initials. It would be printed as a person in a bibliography. Put the author's name, or leave the member out.",
		Bad: []Example{{
			Name: "facts.jsonl",
			Text: lines(`{"id": "a1", "fact_type": "claim", "content": "Felt rims are quiet.", "sources": [{"uri": "https://carts.example.org/a", "author_person": "Acrobat Distiller 9.0"}]}`),
			At:   "1:139",
		}},
		Good: []Example{{
			Name: "facts.jsonl",
			Text: lines(`{"id": "a1", "fact_type": "claim", "content": "Felt rims are quiet.", "sources": [{"uri": "https://carts.example.org/a", "author_person": "J. R. R. Tolliver, Bo Lim", "author_org": "The Quiet Post"}]}`),
		}},
		Since:  "0.1.0",
		source: sourceAuthorSuspect,
	}, {
		ID:       "count-mismatch",
		Title:    "A page's counts do not add up",
		Family:   familyProvenance,
		Severity: finding.Error,
		Doc: "A page says how many facts it has, and each source how many are its own; what follows is another number. The page was " +
			"cut, or facts stand under a source that is not theirs. Fetch the page again.",
		Bad: []Example{{
			Name: "page.txt",
			Text: lines("concept", "", "Felt rim", "", "Facts (3)", "", "Sources",
				"Carts and their rims carts.example.org Mar 12, 2025 2 facts",
				"claimFelt rims are quiet.", "claimIron rims are loud."),
			At: "5:1",
		}},
		Good: []Example{{
			Name: "page.txt",
			Text: lines("concept", "", "Felt rim", "", "Facts (2)", "", "Sources",
				"Carts and their rims carts.example.org Mar 12, 2025 2 facts",
				"claimFelt rims are quiet.",
				"claimIron rims are loud."),
		}},
		Since: "0.1.0",
	}, {
		ID:       "duplicate-fact",
		Title:    "The same fact is there twice",
		Family:   familyProvenance,
		Severity: finding.Warning,
		Doc: "Two facts with different ids say the same words from the same source, or two entries of a .bib are the same work. " +
			"Counts and citations will count it twice. Keep one. Reported once, at the second.",
		Bad: []Example{{
			Name: "facts.jsonl",
			Text: lines(
				`{"id": "a1", "fact_type": "claim", "content": "Felt rims are quiet.", "sources": [{"uri": "https://carts.example.org/a"}]}`,
				`{"id": "a2", "fact_type": "claim", "content": "Felt rims are  quiet.", "sources": [{"uri": "https://carts.example.org/a"}]}`),
			At: "2:1",
		}, {
			Name: "refs.bib",
			Text: bibExample("", "").Text + strings.Replace(bibExample("", "").Text, "roe2019", "roe2019a", 1),
			At:   "8:1",
		}},
		Good: []Example{{
			Name: "facts.jsonl",
			Text: lines(
				`{"id": "a1", "fact_type": "claim", "content": "Felt rims are quiet.", "sources": [{"uri": "https://carts.example.org/a"}]}`,
				`{"id": "a2", "fact_type": "claim", "content": "Felt rims are quiet.", "sources": [{"uri": "https://carts.example.org/b"}]}`),
		}},
		Since: "0.1.0",
		work:  duplicateEntries,
	}, {
		ID:       "dangling-link",
		Title:    "A link names no record",
		Family:   familyProvenance,
		Severity: finding.Error,
		Doc: "An edge of an export, or a link from a node to a fact, names a record that the export does not hold. The fact's concepts are " +
			"incomplete. Export again, or remove the link.",
		Bad: []Example{{
			Name: "export.json",
			Text: lines(
				`{"metadata": {"export_type": "nodes", "version": "1.1"},`,
				` "nodes": [{"id": "n1", "concept": "Felt rim", "node_type": "concept"}],`,
				` "edges": [],`,
				` "facts": [{"id": "a1", "fact_type": "claim", "content": "Felt rims are quiet.", "sources": [{"uri": "https://carts.example.org/a"}]}],`,
				` "node_fact_links": [{"node_id": "n1", "fact_id": "a9"}]}`),
			At: "5:51",
		}},
		Good: []Example{{
			Name: "export.json",
			Text: lines(
				`{"metadata": {"export_type": "nodes", "version": "1.1"},`,
				` "nodes": [{"id": "n1", "concept": "Felt rim", "node_type": "concept"}],`,
				` "edges": [],`,
				` "facts": [{"id": "a1", "fact_type": "claim", "content": "Felt rims are quiet.", "sources": [{"uri": "https://carts.example.org/a"}]}],`,
				` "node_fact_links": [{"node_id": "n1", "fact_id": "a1"}]}`),
		}},
		Since: "0.1.0",
	}}
}

func sourceMissing(p *Provenance) []finding.Finding {
	titled := p.Title != "" && !strings.EqualFold(p.Title, "unknown source")
	if p.URI != "" || p.Domain != "" || titled {
		return nil
	}
	return []finding.Finding{p.at("", finding.Finding{
		Message: "the source has neither an address, nor a title, nor a domain",
		Help:    "say where the fact was read",
	})}
}

func sourceNoURI(p *Provenance) []finding.Finding {
	if p.URI != "" || p.form == fact.PageText || sourceMissing(p) != nil {
		return nil
	}
	name := p.Title
	if name == "" {
		name = p.Domain
	}
	f := p.at("", finding.Finding{
		Message: "the source " + finding.Quoted(finding.Shorten(name, 90)) + " has no address",
		Help:    "add the source's uri",
	})
	f.Field = "uri"
	return []finding.Finding{f}
}

func sourceDateRelative(p *Provenance) []finding.Finding {
	if p.published.Kind != value.RelativeDate || p.retrieved.Kind == value.AbsoluteDate {
		return nil
	}
	return []finding.Finding{p.at("published_date", finding.Finding{
		Message: "the source's date " + finding.Quoted(finding.Shorten(p.PublishedDate, 60)) + " is relative, and nothing says from which day it counts",
		Stated:  p.PublishedDate,
		Help:    "say when it was retrieved (--retrieved DATE, or retrieved_at), or put the date itself",
	})}
}

func sourceDateInvalid(p *Provenance) []finding.Finding {
	var found []finding.Finding
	report := func(member, stated, message string) {
		found = append(found, p.at(member, finding.Finding{
			Message: message, Stated: stated, Help: "correct the date, as in 2025-03-12",
		}))
	}
	const day = 24 * time.Hour
	tomorrow := p.today.Add(day)
	switch {
	case p.published.Kind == value.UnreadableDate:
		report("published_date", p.PublishedDate, "the source's date "+finding.Quoted(finding.Shorten(p.PublishedDate, 60))+" cannot be read")
	case p.published.Kind == value.AbsoluteDate && p.published.Day.After(tomorrow):
		report("published_date", p.PublishedDate, "the source's date "+finding.Quoted(finding.Shorten(p.PublishedDate, 60))+" lies in the future: today is "+p.today.Format(time.DateOnly))
	}
	switch {
	case p.retrieved.Kind == value.UnreadableDate || p.retrieved.Kind == value.RelativeDate:
		report("retrieved_at", p.RetrievedAt, "the day of retrieval "+finding.Quoted(finding.Shorten(p.RetrievedAt, 60))+" cannot be read")
	case p.retrieved.Kind != value.AbsoluteDate:
	case p.retrieved.Day.After(tomorrow):
		report("retrieved_at", p.RetrievedAt, "the day of retrieval "+finding.Quoted(finding.Shorten(p.RetrievedAt, 60))+" lies in the future: today is "+p.today.Format(time.DateOnly))
	case p.published.Kind == value.AbsoluteDate && p.published.Day.After(p.retrieved.Day.Add(day)):
		report("published_date", p.PublishedDate, "the source was published ("+finding.Quoted(finding.Shorten(p.PublishedDate, 60))+") after it was retrieved ("+finding.Quoted(finding.Shorten(p.RetrievedAt, 60))+")")
	}
	return found
}

func sourceAuthorSuspect(p *Provenance) []finding.Finding {
	var found []finding.Finding
	for _, author := range [...]struct {
		member, name string
		recent       *answer[string]
	}{
		{"author_person", p.AuthorPerson, &p.recent.person}, {"author_org", p.AuthorOrg, &p.recent.org},
	} {
		reason := author.recent.of(author.name, suspectAuthor)
		if reason == "" {
			continue
		}
		found = append(found, p.at(author.member, finding.Finding{
			Message: "the source's author " + finding.Quoted(finding.Shorten(author.name, 90)) + " " + reason,
			Stated:  author.name,
			Help:    "put the author's name, or leave the member out",
		}))
	}
	return found
}

// suspectAuthor says why a name is none, or "".
func suspectAuthor(name string) string {
	if name == "" {
		return ""
	}
	folded := fold.Plain(name)
	switch folded {
	case "":
		return ""
	case "null", "none", "nil", "nan", "undefined", "unknown", "unknown author", "n/a", "na", "not available", "-", "?", "admin", "administrator", "user", "owner":
		return "is no name"
	}
	for _, producer := range [...]string{
		"acrobat", "distiller", "pdftex", "pdflatex", "ghostscript", "microsoft word", "microsoft office", "microsoft powerpoint",
		"indesign", "pscript5", "quartz pdfcontext", "libreoffice", "openoffice", "latex with hyperref", "adobe pdf", "itext", "pdfcreator", "pdf printer", "wkhtmltopdf",
	} {
		if strings.Contains(folded, producer) {
			return "is a program that produces documents"
		}
	}
	for person := range strings.SplitSeq(name, ",") {
		if initials(person) >= 4 {
			return "has four or more initials"
		}
	}
	return ""
}

// initials counts the capital letters of a name that are words of their own.
func initials(name string) int {
	n := 0
	for word := range strings.FieldsFuncSeq(name, func(r rune) bool { return unicode.IsSpace(r) || r == '.' || r == '-' }) {
		if r, size := utf8.DecodeRuneInString(word); size == len(word) && unicode.IsUpper(r) {
			n++
		}
	}
	return n
}

// duplicateEntries reports that entries of a .bib are one work. A key given twice
// is bib-duplicate-key.
func duplicateEntries(w *Work) []finding.Finding {
	repeats := slices.DeleteFunc(slices.Clone(w.Repeats), func(r Version) bool { return r.First.Fact == w.First.Fact })
	if len(repeats) == 0 {
		return nil
	}
	var related []finding.Related
	for _, r := range repeats {
		related = append(related, r.First.related())
	}
	f := finding.Finding{
		Message: fmt.Sprintf("the entry %s is the same work as %s: %s", finding.Quoted(w.First.Fact), finding.Quoted(related[0].Fact), w.name()),
		Field:   "key",
		Stated:  w.First.Fact,
		Help:    "keep one of them",
		Related: related,
	}
	if other := repeats[0].Reference; haveOtherTitles(w.Reference, other) {
		if identifier := sharedIdentifier(w.Reference, other); identifier != "" {
			f.Message = fmt.Sprintf("the entry %s has the %s of %s, and another title: %s", finding.Quoted(w.First.Fact), identifier, finding.Quoted(related[0].Fact), w.name())
			f.Help = "correct the " + identifier + " of one of them, or keep one if they are one work"
		}
	}
	return []finding.Finding{w.First.Place(f)}
}

// haveOtherTitles reports whether two works have titles of which neither is the other one
// without its subtitle or cut short.
func haveOtherTitles(r, other *citation.Reference) bool {
	a, b := fold.NewTitle(r.Title), fold.NewTitle(other.Title)
	isFormOf := func(short, long fold.Title) bool {
		return short.Full == long.Full || short.Full == long.Main || short.Truncated && strings.HasPrefix(long.Full, short.Full)
	}
	return a.Full != "" && b.Full != "" && !isFormOf(a, b) && !isFormOf(b, a)
}

// sharedIdentifier returns what messages call the identifier that two works have in
// common, or nothing.
func sharedIdentifier(r, other *citation.Reference) string {
	for _, identifier := range [...]struct {
		field  ref.Field
		folded func(string) string
	}{{ref.FieldDOI, fold.DOI}, {ref.FieldArXiv, fold.ArXiv}, {ref.FieldPMID, fold.PMID}, {ref.FieldISBN, fold.ISBN}} {
		a, b := r.Text(string(identifier.field)), other.Text(string(identifier.field))
		if a != "" && b != "" && identifier.folded(a) == identifier.folded(b) {
			return conflictNoun(string(identifier.field))
		}
	}
	return ""
}
