package rules

import (
	"slices"
	"strings"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/validate/internal/finding"
)

func bibRules() []Rule {
	return []Rule{{
		ID:       "bib-syntax",
		Title:    "BibTeX cannot read this",
		Family:   familyBib,
		Severity: finding.Error,
		Doc: "BibTeX stops or skips here: a brace, a comma or an equals sign is missing. What follows is read from the next entry on. Repair the " +
			"entry. A field that is there again with another value is ignored, which is a warning: keep the right one.",
		Bad:   []Example{{Name: "refs.bib", Text: lines("@article{roe2019,", "  author = {Roe, Ana},", "  title {Felt rims and quiet carts}", "}"), At: "3:9"}},
		Good:  []Example{bibExample("", "")},
		Also:  []string{"missing-title", "missing-venue", "missing-year", "missing-pages", "missing-identifier"},
		Since: "0.1.0",
	}, {
		ID:       "bib-duplicate-key",
		Title:    "Two entries have one key",
		Family:   familyBib,
		Severity: finding.Error,
		Doc: "BibTeX keeps the first entry of a key and drops the others with an error, so a citation of that key means the first whatever was meant. Give each its own " +
			"key, or remove one.",
		Bad: []Example{{
			Name: "refs.bib",
			Text: bibExample("", "").Text + lines("", "@article{roe2019,", "  author = {Roe, Ana},", "  title = {Iron tyres on stone floors},", "  journal = {Journal of Reading Rooms},", "  year = 2019, volume = 7, pages = {20--28}, doi = {10.99999/jrr.2019.8}", "}"),
			At:   "9:10",
		}},
		Good:  []Example{bibExample("", "")},
		Since: "0.1.0",
	}, {
		ID:       "bib-undefined-macro",
		Title:    "A macro is not defined",
		Family:   familyBib,
		Severity: finding.Warning,
		Doc: "A value is a bare word that no @string defines; BibTeX puts nothing in its place. Put the value in braces, or define the macro before its first " +
			"use.",
		Bad:   []Example{bibExample("  doi = {10.99999/jrr.2019.7}, month = brumaire", "6:40")},
		Good:  []Example{bibExample("  doi = {10.99999/jrr.2019.7}, month = dec", "")},
		Since: "0.1.0",
	}, {
		ID:       "author-list-malformed",
		Title:    "A list of names is not parted by \"and\"",
		Family:   familyBib,
		Severity: finding.Warning,
		Doc: "BibTeX and biber part names by \"and\" alone, and read a name with two commas as family name, \"Jr.\" and given name. Semicolons, ampersands, " +
			"commas between names, a comma at the end, a \"Jr.\" after the given name and two \"and\"s in a row make other names of a list, or an error. Put \"and\" between the names, and the name " +
			"of a body in braces.",
		Bad:       []Example{{Name: "refs.bib", Text: strings.Replace(bibExample("", "").Text, "Roe, Ana", "Roe, Ana, Lim, Bo", 1), At: "2:12"}},
		Good:      []Example{{Name: "refs.bib", Text: strings.Replace(bibExample("", "").Text, "Roe, Ana", "Roe, Ana and {Felt, Rims & Co.}", 1)}},
		Since:     "0.1.0",
		reference: authorListMalformed,
	}, {
		ID:       "cited-key-missing",
		Title:    "A document cites a key that no entry has",
		Family:   familyBib,
		Severity: finding.Error,
		Doc:      "The document given with --used-by cites a key that is not in the bibliography: a question mark will be printed. Add the entry, or correct the key.",
		Bad: []Example{
			bibExample("", ""),
			{Name: "paper.tex", Text: lines(`Felt is quiet \cite{roe2019}.`, `Iron is loud \cite{lim2020}.`), At: "2:20"},
		},
		Good: []Example{
			bibExample("", ""),
			{Name: "paper.tex", Text: lines(`Felt is quiet \cite{roe2019}.`)},
		},
		Since:   "0.1.0",
		library: citedKeyMissing,
	}, {
		ID:       "entry-uncited",
		Title:    "No document cites an entry",
		Family:   familyBib,
		Severity: finding.Info,
		Doc:      "None of the documents given with --used-by cites the entry. It will not be printed, and may be a leftover. Cite it, or remove it.",
		Bad: []Example{
			{Name: "refs.bib", Text: bibExample("", "").Text, At: "1:1"},
			{Name: "paper.tex", Text: lines(`Felt is quiet.`)},
		},
		Good: []Example{
			bibExample("", ""),
			{Name: "paper.tex", Text: lines(`Felt is quiet.`, `\nocite{*}`)},
		},
		Since:   "0.1.0",
		library: entryUncited,
	}}
}

func authorListMalformed(s *Statement) []finding.Finding {
	if s.Entry == nil {
		return nil
	}
	var found []finding.Finding
	for _, name := range [...]string{"author", "editor"} {
		field := name + "s"
		list, ok := s.Entry.Field(name)
		if !ok {
			continue
		}
		if fault := bib.NameListFault(list.Value); fault != "" {
			found = append(found, s.at(field, list.Value, finding.Finding{
				Message: "the list of " + field + " is malformed: " + fault,
				Help:    "put \"and\" between names",
			}))
		}
	}
	return found
}

// Library is the keys of a bibliography and those that documents cite.
type Library struct {
	Entries []LibraryEntry
	Cited   []bib.CitedKey
}

// LibraryEntry is a citation key and the place of its entry, or of the first fact
// about its work.
type LibraryEntry struct {
	Key     string
	aliases []string // other keys that biblatex takes for this one
	parents []string // the keys of entries that this one takes fields from
	First   Occurrence
}

// NewLibraryEntry returns an entry with the keys that it names.
// NewLibraryEntry returns what rules ask of an entry of a .bib.
func NewLibraryEntry(key string, e *ref.Entry, first Occurrence) LibraryEntry {
	parents := keysIn(e, "crossref", "xref", "xdata", "related", "entryset", "set")
	for _, f := range e.Fields {
		parents = append(parents, f.GranularKeys()...)
	}
	return LibraryEntry{Key: key, aliases: keysIn(e, "ids"), parents: parents, First: first}
}

// keysIn returns the keys that commas part in fields.
func keysIn(e *ref.Entry, fields ...string) []string {
	var keys []string
	for _, name := range fields {
		field, _ := e.Field(name)
		for key := range strings.SplitSeq(field.Value, ",") {
			if key = strings.TrimSpace(key); key != "" {
				keys = append(keys, key)
			}
		}
	}
	return keys
}

// used returns the keys that documents cite, in any of their forms, and those of the
// entries that the cited ones take fields from.
func (l *Library) used() map[string]bool {
	cited := make(map[string]bool, len(l.Cited))
	for _, c := range l.Cited {
		cited[c.Key] = true
	}
	entries := map[string]*LibraryEntry{}
	var open []*LibraryEntry
	for i := range l.Entries {
		e := &l.Entries[i]
		entries[e.Key] = e
		if cited[e.Key] || slices.ContainsFunc(e.aliases, func(alias string) bool { return cited[alias] }) {
			cited[e.Key] = true
			open = append(open, e)
		}
	}
	for len(open) > 0 {
		e := open[len(open)-1]
		open = open[:len(open)-1]
		for _, key := range e.parents {
			if !cited[key] && entries[key] != nil {
				cited[key] = true
				open = append(open, entries[key])
			}
		}
	}
	return cited
}

func citedKeyMissing(l *Library) []finding.Finding {
	known := make(map[string]bool, len(l.Entries))
	for _, entry := range l.Entries {
		known[entry.Key] = true
		for _, alias := range entry.aliases {
			known[alias] = true
		}
	}
	var found []finding.Finding
	for _, cited := range l.Cited {
		if cited.Key == "*" || known[cited.Key] {
			continue
		}
		found = append(found, finding.Finding{
			Message: "the key " + finding.Quoted(finding.Shorten(cited.Key, 90)) + " is cited, but no entry has it",
			Path:    cited.Path, Line: cited.Line, Column: cited.Column,
			Fact: cited.Key, Field: "key", Stated: cited.Key,
			Help: "add the entry, or correct the key",
		})
	}
	return found
}

func entryUncited(l *Library) []finding.Finding {
	cited := l.used()
	if cited["*"] {
		return nil
	}
	var found []finding.Finding
	for _, entry := range l.Entries {
		if cited[entry.Key] {
			continue
		}
		f := entry.First.Place(finding.Finding{
			Message: "no document cites the entry " + finding.Quoted(entry.Key),
			Field:   "key",
			Stated:  entry.Key,
			Help:    "cite it, or remove it",
		})
		f.Fact = entry.Key
		found = append(found, f)
	}
	return found
}
