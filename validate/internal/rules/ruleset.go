package rules

import (
	"github.com/factcite/factcite/validate/internal/finding"
	"github.com/factcite/factcite/validate/internal/sourcetext"
)

// Set is the rules of one run by what they judge, without those turned off.
type Set struct {
	severity   map[string]finding.Severity // of every rule, off included
	stated     map[string]bool             // rules whose severity the configuration states
	records    []Rule
	sources    []Rule
	references []Rule
	works      []Rule
	libraries  []Rule
	known      []Rule
	grounded   []Rule
}

// Severities are what a configuration states.
type Severities interface {
	// Severity returns the severity that is stated for a rule.
	Severity(rule string) (finding.Severity, bool)
	// IsOnSomewhere reports whether a rule is run in some files, even if not in all.
	IsOnSomewhere(rule string) bool
}

// NewSet returns the rules of a run with that configuration.
func NewSet(config Severities) *Set {
	set := &Set{severity: map[string]finding.Severity{}, stated: map[string]bool{}}
	for _, rule := range All() {
		set.severity[rule.ID] = rule.Severity
		if rule.OptIn {
			set.severity[rule.ID] = finding.Off
		}
		if severity, ok := config.Severity(rule.ID); ok {
			set.severity[rule.ID], set.stated[rule.ID] = severity, true
		}
		if set.severity[rule.ID] == finding.Off && !config.IsOnSomewhere(rule.ID) {
			continue
		}
		set.add(rule)
	}
	return set
}

// add files a rule under everything that it judges.
func (set *Set) add(rule Rule) {
	if rule.record != nil {
		set.records = append(set.records, rule)
	}
	if rule.source != nil {
		set.sources = append(set.sources, rule)
	}
	if rule.reference != nil {
		set.references = append(set.references, rule)
	}
	if rule.work != nil {
		set.works = append(set.works, rule)
	}
	if rule.library != nil {
		set.libraries = append(set.libraries, rule)
	}
	if rule.grounded != nil {
		set.grounded = append(set.grounded, rule)
	}
	if rule.known != nil {
		set.known = append(set.known, rule)
	}
}

// SeverityOf returns the severity of a finding: the configuration's, else the
// finding's own, else its rule's.
func (set *Set) SeverityOf(f *finding.Finding) finding.Severity {
	if f.Severity != "" && !set.stated[f.Rule] {
		return f.Severity
	}
	if severity, ok := set.severity[f.Rule]; ok {
		return severity
	}
	return finding.Error
}

// Report files what a rule, whose ID that is, found.
type Report func(rule string, found []finding.Finding)

// Record runs the rules over a record. A sentence of a document need not stand alone: only
// gaps are looked for in it.
func (set *Set) Record(s *Subject, report Report) {
	for i := range set.records {
		if rule := &set.records[i]; s.Item.Part == "" || rule.Family == familyGaps {
			report(rule.ID, rule.record(s))
		}
	}
}

// Source runs the rules over a source of a record.
func (set *Set) Source(p *Provenance, report Report) {
	for i := range set.sources {
		report(set.sources[i].ID, set.sources[i].source(p))
	}
}

// Reference runs the rules over a work where it is stated.
func (set *Set) Reference(s *Statement, report Report) {
	for i := range set.references {
		report(set.references[i].ID, set.references[i].reference(s))
	}
}

// Work runs the rules over a work after everything was read. Gaps are not looked for in an
// entry that a fault took fields from, or whose type need say nothing.
func (set *Set) Work(w *Work, report Report) {
	if !w.Entry.IsWork() {
		return
	}
	hasGaps := !w.First.Cut && (w.Entry == nil || w.Entry.Judged)
	for i := range set.works {
		if rule := &set.works[i]; hasGaps || rule.Family != familyGaps {
			report(rule.ID, rule.work(w))
		}
	}
}

// Library runs the rules over entries and the citation keys of a document.
func (set *Set) Library(l *Library, report Report) {
	for i := range set.libraries {
		report(set.libraries[i].ID, set.libraries[i].library(l))
	}
}

// Known runs the rules over a work or an entry and what is known of it.
func (set *Set) Known(c *Comparison, report Report) {
	for i := range set.known {
		report(set.known[i].ID, set.known[i].known(c))
	}
}

// Grounded runs the rules over a fact and the text of its source.
func (set *Set) Grounded(c *sourcetext.Compared, report Report) {
	for i := range set.grounded {
		report(set.grounded[i].ID, set.grounded[i].grounded(c))
	}
}
