package validate

import (
	"github.com/factcite/factcite/validate/internal/finding"
	"github.com/factcite/factcite/validate/internal/sourcetext"
)

// ruleset is the rules of one run by what they judge, without those turned off.
type ruleset struct {
	severity   map[string]Severity // of every rule, off included
	stated     map[string]bool     // rules whose severity the configuration states
	records    []Rule
	sources    []Rule
	references []Rule
	works      []Rule
	libraries  []Rule
	known      []Rule
	grounded   []Rule
}

// severities are what a configuration states.
type severities interface {
	// Severity returns the severity that is stated for a rule.
	Severity(rule string) (Severity, bool)
	// IsOnSomewhere reports whether a rule is run in some files, even if not in all.
	IsOnSomewhere(rule string) bool
}

// newRuleset returns the rules of a run with that configuration.
func newRuleset(config severities) *ruleset {
	set := &ruleset{severity: map[string]Severity{}, stated: map[string]bool{}}
	for _, rule := range Rules() {
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
func (set *ruleset) add(rule Rule) {
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

// severityOf returns the severity of a finding: the configuration's, else the
// finding's own, else its rule's.
func (set *ruleset) severityOf(f *Finding) Severity {
	if f.Severity != "" && !set.stated[f.Rule] {
		return f.Severity
	}
	if severity, ok := set.severity[f.Rule]; ok {
		return severity
	}
	return Error
}

// report files what a rule, whose ID that is, found.
type report func(rule string, found []Finding)

// record runs the rules over a record. A sentence of a document need not stand alone: only
// gaps are looked for in it.
func (set *ruleset) record(s *subject, report report) {
	for i := range set.records {
		if rule := &set.records[i]; s.item.Part == "" || rule.Family == familyGaps {
			report(rule.ID, rule.record(s))
		}
	}
}

// source runs the rules over a source of a record.
func (set *ruleset) source(p *provenance, report report) {
	for i := range set.sources {
		report(set.sources[i].ID, set.sources[i].source(p))
	}
}

// reference runs the rules over a work where it is stated.
func (set *ruleset) reference(s *statement, report report) {
	for i := range set.references {
		report(set.references[i].ID, set.references[i].reference(s))
	}
}

// work runs the rules over a work after everything was read. Gaps are not looked for in an
// entry that a fault took fields from, or whose type need say nothing.
func (set *ruleset) work(w *mergedWork, report report) {
	if !w.Entry.IsWork() {
		return
	}
	hasGaps := !w.first.cut && (w.Entry == nil || w.Entry.Judged)
	for i := range set.works {
		if rule := &set.works[i]; hasGaps || rule.Family != familyGaps {
			report(rule.ID, rule.work(w))
		}
	}
}

// library runs the rules over entries and the citation keys of a document.
func (set *ruleset) library(l *usedLibrary, report report) {
	for i := range set.libraries {
		report(set.libraries[i].ID, set.libraries[i].library(l))
	}
}

// comparison runs the rules over a work or an entry and what is known of it.
func (set *ruleset) comparison(c *comparison, report report) {
	for i := range set.known {
		report(set.known[i].ID, set.known[i].known(c))
	}
}

// compared runs the rules over a fact and the text of its source.
func (set *ruleset) compared(c *sourcetext.Compared, report report) {
	for i := range set.grounded {
		report(set.grounded[i].ID, set.grounded[i].grounded(c))
	}
}
