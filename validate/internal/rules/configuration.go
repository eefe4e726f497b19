package rules

import "github.com/factcite/factcite/validate/internal/finding"

func configurationRules() []Rule {
	return []Rule{{
		ID:       "ignore-unused",
		Title:    "An ignore matches nothing",
		Family:   familyConfiguration,
		Severity: finding.Warning,
		Doc: "The configuration ignores a finding that this run did not have: it was mended, or the rule or the fact is misspelt. A stale ignore hides the finding should it " +
			"come back. Remove it.",
		Bad: []Example{
			completeReference(),
			{Name: ".factcite.yaml", Text: lines("ignore:", "  - rule: missing-pages", "    fact: a1", "    reason: the journal has none"), At: "2:5"},
		},
		Good: []Example{
			sentenceExample("claim", "They put felt on the rims of 40 carts.", ""),
			{Name: ".factcite.yaml", Text: lines("ignore:", "  - rule: dangling-subject", "    fact: a1", "    reason: named in the sentence before, and kept as read")},
		},
		Since: "0.1.0",
	}}
}
