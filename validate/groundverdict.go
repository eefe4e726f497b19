package validate

import (
	"context"

	"github.com/factcite/factcite/validate/internal/finding"
	"github.com/factcite/factcite/validate/internal/sourcetext"
)

// compareWithTexts compares facts with the texts of their sources, and judges what was found of
// each.
func (c *collector) compareWithTexts(ctx context.Context) error {
	if !c.grounder.Active {
		return nil
	}
	if err := c.grounder.Compare(ctx); err != nil {
		return err
	}
	c.result.Summary.Grounding = new(Grounding)
	for found, err := range c.grounder.All(c.result.Summary.Grounding) {
		if err == nil {
			err = c.reportAll(c.judgeGrounded(&found))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// judgeGrounded runs the rules over what was found of a fact.
func (c *collector) judgeGrounded(found *sourcetext.Found) []finding.Draft {
	var drafts []finding.Draft
	for i := range found.BySource {
		drafts = append(drafts, found.BySource[i].AboutText()...)
	}
	c.rules.Grounded(found.Best, func(rule string, about []Finding) {
		for _, f := range about {
			f.Rule, f.Fact = rule, found.Best.Claim.Fact
			drafts = append(drafts, finding.Draft{Finding: f, Of: found.Best.Claim.Of})
		}
	})
	finding.NumberRepeats(drafts)
	return drafts
}
