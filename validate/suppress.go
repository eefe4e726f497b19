package validate

import (
	"fmt"
	"slices"
)

// suppression leaves out findings that a configuration ignores or that an older
// run knew, and remembers which of the ignores were of use.
type suppression struct {
	config   *Config
	baseline *Baseline
	byRule   map[string][]int // indexes of Config.ignored
	used     []bool
}

func newSuppression(config *Config, baseline *Baseline) *suppression {
	if config == nil {
		config = &Config{}
	}
	s := &suppression{config: config, baseline: baseline, byRule: map[string][]int{}, used: make([]bool, len(config.ignored))}
	for i, ignored := range config.ignored {
		s.byRule[ignored.rule] = append(s.byRule[ignored.rule], i)
	}
	return s
}

// hides reports whether a finding is left out.
func (s *suppression) hides(d *draft) bool {
	hidden := false
	for _, i := range s.byRule[d.Rule] {
		if fact := s.config.ignored[i].fact; fact == d.Fact || slices.Contains(d.also, fact) {
			s.used[i] = true
			hidden = true
		}
	}
	return hidden || s.baseline.knows(d)
}

// unused returns a finding for each ignore that left nothing out.
func (s *suppression) unused() []draft {
	var found []draft
	for i, ignored := range s.config.ignored {
		if s.used[i] {
			continue
		}
		found = append(found, draft{of: ignored.fact, Finding: Finding{
			Rule:    "ignore-unused",
			Message: fmt.Sprintf("nothing is left out by ignoring %s of fact %q", ignored.rule, shorten(ignored.fact, 60)),
			Path:    s.config.name, Line: ignored.at.line, Column: ignored.at.column,
			Fact: ignored.fact, Field: "ignore", Stated: ignored.rule,
			Help: "remove it from the configuration",
		}})
	}
	numberRepeats(found)
	return found
}
