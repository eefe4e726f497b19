package sourcetext

import (
	"fmt"
	"iter"

	"github.com/factcite/factcite/ground"
	"github.com/factcite/factcite/validate/internal/finding"
)

// Found is what was found of one fact: with the text of each of its sources, and which of them
// is what is said of the fact.
type Found struct {
	BySource []Compared
	Best     *Compared
}

// All yields what was found of each fact, in the order of the facts, and counts the facts.
func (g *Grounder) All(counts *Grounding) iter.Seq2[Found, error] {
	return func(yield func(Found, error) bool) {
		for group, err := range g.byFacts() {
			var f Found
			if err == nil {
				f = Found{BySource: group, Best: g.best(group)}
				counts.add(f.Best)
				err = g.keepFound(f.Best)
			}
			if !yield(f, err) || err != nil {
				return
			}
		}
		counts.NotChecked = g.facts - counts.BorneOut - counts.Contradicted
	}
}

// keepFound keeps what was found of a fact, if that is asked for.
func (g *Grounder) keepFound(best *Compared) error {
	if !g.keep {
		return nil
	}
	return g.Kept.Add(best.kept())
}

// byFacts yields what was found of each fact, source by source.
func (g *Grounder) byFacts() iter.Seq2[[]Compared, error] {
	return func(yield func([]Compared, error) bool) {
		var group []Compared
		for c, err := range g.compared.All() {
			if err != nil {
				yield(nil, err)
				return
			}
			if len(group) > 0 && group[0].Claim.Order != c.Claim.Order {
				if !yield(group, nil) {
					return
				}
				group = nil
			}
			group = append(group, c)
		}
		if len(group) > 0 {
			yield(group, nil)
		}
	}
}

func (c *Grounding) add(best *Compared) {
	if best.CutShort {
		c.CutShort++
	}
	switch {
	case best.Verdict.Contradicts():
		c.Contradicted++
	case best.Verdict == ground.NotChecked:
		c.NotChecked++
	default:
		c.BorneOut++
	}
}

// best returns the source that bears the fact out; without one, one that has not the
// full text, since that may; else the one with the fewest contradictions.
func (g *Grounder) best(group []Compared) *Compared {
	rank := func(c *Compared) int {
		switch {
		case c.Verdict == ground.BorneOut:
			return -2
		case c.Verdict == ground.NotChecked && len(c.Anchors) > 0:
			return -1
		}
		contradictions := 0
		for i := range c.Anchors {
			if c.Anchors[i].Verdict.Contradicts() {
				contradictions++
			}
		}
		return contradictions
	}
	best := &group[0]
	for i := range group {
		if rank(&group[i]) < rank(best) {
			best = &group[i]
		}
	}
	for i := range best.Anchors {
		a := &best.Anchors[i]
		if a.Kind == ground.Quotation && (a.Verdict == ground.Absent || a.Verdict == ground.Altered) {
			a.Elsewhere = g.quotes.elsewhere(a.Stated, best.Claim.Text)
		}
	}
	return best
}

// AboutText reports that a text could not be read, or is not the one whose hash the record
// states.
func (c *Compared) AboutText() []finding.Draft {
	if c.Unreadable != "" {
		return []finding.Draft{{Of: c.Claim.Of, Finding: finding.Placed(finding.Finding{
			Rule: "source-text-missing", Message: c.Unreadable + "; the facts of its source are not checked",
			Fact: c.Claim.Fact, Field: "text", Stated: c.Unreadable, Help: "repair the file, or put another in its place",
		}, c.Claim.At, c.Claim.At)}}
	}
	if c.Changed == "" {
		return nil
	}
	f := finding.Placed(finding.Finding{
		Rule: "source-text-changed",
		Message: fmt.Sprintf("the text of the source is not the one that the record was made from: its SHA-256 is %s…, the record states %s…",
			c.Changed[:12], c.Claim.Hash[:12]),
		Fact: c.Claim.Fact, Field: "content_hash", Stated: c.Claim.Hash, Known: c.Changed,
		Help: "compare the fact with the text as it is now, and state its hash",
	}, c.Claim.Stated[0], c.Claim.Stated[1])
	return []finding.Draft{{Finding: f, Of: c.Claim.Of}}
}
