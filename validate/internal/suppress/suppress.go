// Package suppress is what users say beforehand of rules and findings: a configuration, marks
// in the files that are checked, and a baseline of what an older run knew. It knows the rules
// by their names alone, and nothing of a run.
package suppress

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/validate/internal/finding"
)

// Suppression leaves out findings that a configuration ignores or that an older
// run knew, and remembers which of the ignores were of use.
type Suppression struct {
	config   *Config
	baseline *Baseline
	byRule   map[string][]int // indexes of Config.ignored; under "" those of every rule
	used     []bool
	read     []bool // a file was read that the ignore's path names, or it names none
	lastRead string // the file that was read last
	inline   inlineIgnores
	sourced  []map[string]bool // the facts of the source that an ignore names
}

// New returns what a configuration and a baseline, each of them nil for none, leave out.
func New(config *Config, baseline *Baseline) *Suppression {
	if config == nil {
		config = &Config{}
	}
	s := &Suppression{
		config: config, baseline: baseline, byRule: map[string][]int{},
		used: make([]bool, len(config.ignored)), read: make([]bool, len(config.ignored)), sourced: make([]map[string]bool, len(config.ignored)),
	}
	for i, ignored := range config.ignored {
		s.byRule[ignored.rule] = append(s.byRule[ignored.rule], i)
		s.read[i] = ignored.path == ""
		if ignored.source != "" {
			s.sourced[i] = map[string]bool{}
		}
	}
	return s
}

// IgnoredSources returns the indexes of the ignores of a configuration, nil for none, that
// name one of the sources.
func IgnoredSources(c *Config, sources []fact.Source) []int {
	if c == nil {
		return nil
	}
	var named []int
	for i, ignored := range c.ignored {
		if ignored.source != "" && slices.ContainsFunc(sources, func(s fact.Source) bool { return isNamed(&s, ignored.source) }) {
			named = append(named, i)
		}
	}
	return named
}

// isNamed reports whether a name is a source's domain or title, or its address or that
// of a folder above it.
func isNamed(source *fact.Source, name string) bool {
	below, ok := strings.CutPrefix(source.URI, strings.TrimSuffix(name, "/"))
	return name == source.Domain || name == source.Title || ok && (below == "" || strings.ContainsRune("/?#", rune(below[0])))
}

// SeverityAt returns the severity that the configuration states for a rule in a file;
// of several that match, the last.
func (s *Suppression) SeverityAt(rule, path string) (finding.Severity, bool) {
	for _, p := range slices.Backward(s.config.paths) {
		if severity, ok := p.severities[rule]; ok && p.paths.MatchAny(absolute(path)) {
			return severity, true
		}
	}
	return "", false
}

// Knows reports whether an older run had a finding.
func (s *Suppression) Knows(d *finding.Draft) bool { return s.baseline.knows(d) }

// Mark adds the marks of a file.
func (s *Suppression) Mark(marks []InlineIgnore) { s.inline.add(marks) }

// HasMarks reports whether files have marks.
func (s *Suppression) HasMarks() bool { return len(s.inline.list) > 0 }

// ReadFrom remembers which ignores name a file that something was read from.
func (s *Suppression) ReadFrom(path string) {
	if path == s.lastRead {
		return
	}
	s.lastRead = path
	for i, ignored := range s.config.ignored {
		s.read[i] = s.read[i] || ignored.paths.MatchAny(absolute(path))
	}
}

// Remember keeps that a fact has the sources that ignores name.
func (s *Suppression) Remember(fact string, named []int) {
	for _, i := range named {
		s.sourced[i][strings.Clone(fact)] = true
	}
}

// Hides reports whether a finding is left out because somebody said so.
func (s *Suppression) Hides(d *finding.Draft) bool {
	hidden := false
	for _, rule := range []string{d.Rule, ""} {
		for _, i := range s.byRule[rule] {
			if s.matches(i, d) {
				s.used[i] = true
				hidden = true
			}
		}
	}
	return s.inline.hides(&d.Finding) || hidden
}

// matches reports whether a finding of its rule has what else an ignore names.
func (s *Suppression) matches(i int, d *finding.Draft) bool {
	ignored := &s.config.ignored[i]
	of := func(has func(fact string) bool) bool { return has(d.Fact) || slices.ContainsFunc(d.Also, has) }
	return (ignored.fact == "" || of(func(fact string) bool { return fact == ignored.fact })) &&
		(ignored.source == "" || of(func(fact string) bool { return s.sourced[i][fact] })) &&
		(ignored.path == "" || ignored.paths.MatchAny(absolute(d.Path)))
}

// Unused returns a finding for each ignore that left nothing out, though what it names was
// read.
func (s *Suppression) Unused() []finding.Draft {
	var found []finding.Draft
	for i, ignored := range s.config.ignored {
		if s.used[i] || !s.read[i] {
			continue
		}
		found = append(found, finding.Draft{Of: ignored.fact, Finding: finding.Finding{
			Rule:    "ignore-unused",
			Message: "nothing is left out by ignoring " + ignored.words(),
			Path:    s.config.name, Line: ignored.at.line, Column: ignored.at.column,
			Fact: ignored.fact, Field: "ignore", Stated: cmp.Or(ignored.rule, ignored.path, ignored.source, ignored.fact),
			Help: "remove it from the configuration",
		}})
	}
	finding.NumberRepeats(found)
	return append(found, s.inline.unused()...)
}

// words name what an ignore leaves out.
func (i *ignore) words() string {
	words := cmp.Or(i.rule, "all rules")
	for _, part := range [][2]string{{" of fact", i.fact}, {" of source", i.source}, {" in", i.path}} {
		if part[1] != "" {
			words += fmt.Sprintf("%s %q", part[0], finding.Shorten(part[1], 60))
		}
	}
	return words
}
