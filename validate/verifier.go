package validate

import (
	"context"
	"iter"
	"slices"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/text"
	"github.com/factcite/factcite/validate/internal/finding"
	"github.com/factcite/factcite/validate/internal/rules"
)

// verifier compares references with what the authority of a run knows. It is
// shared by the workers and does not change.
type verifier struct {
	ctx   context.Context
	known Authority
	rules *rules.Set
}

// newVerifier returns nil if there is nothing to compare with.
func newVerifier(ctx context.Context, known Authority, rules *rules.Set) *verifier {
	if known == nil {
		return nil
	}
	return &verifier{ctx: ctx, known: known, rules: rules}
}

// verified is what came of a comparison.
type verified struct {
	Verified // without a verdict if nothing was compared
	found    []Finding
	facts    []string // that name the work
}

// verify compares a reference, whose author list is whole if complete is set; place puts a
// finding where a field of it is stated.
func (v *verifier) verify(r *citation.Reference, complete bool, place func(string, Finding) Finding) verified {
	c := &rules.Comparison{Reference: r, Answer: v.known.Verify(v.ctx, r, &authority.VerifyOptions{CompleteAuthors: complete}), Place: place}
	done := verified{Verified: newVerified(&c.Answer)}
	v.rules.Known(c, func(rule string, found []Finding) {
		for _, f := range found {
			f.Rule = rule
			done.found = append(done.found, f)
		}
	})
	return done
}

// cited returns works that an in-text citation may mean.
func (v *verifier) cited(m citation.Mention, limit int) []*authority.Work {
	return v.known.Cited(v.ctx, m, limit)
}

// verifyWorks compares the works of facts, many at once, and files what is found in
// their order. Entries of a .bib are compared as they are read, since each of them is
// judged by itself.
func (c *collector) verifyWorks(v *verifier, works iter.Seq[*citation.Publication]) error {
	if v == nil {
		return nil
	}
	verifyChunk := func(chunk []*citation.Publication) []verified {
		done := make([]verified, len(chunk))
		text.SideBySide(len(chunk), func(i int) { done[i] = c.verifyWork(v, chunk[i]) })
		return done
	}
	for chunk := range text.InOrder(works, verifyChunk) {
		for i := range chunk {
			done := &chunk[i]
			if done.Verdict == "" {
				continue
			}
			if err := c.keepVerified(&done.Verified); err != nil {
				return err
			}
			if err := c.reportKnown(done.facts, done.found); err != nil {
				return err
			}
		}
	}
	return v.ctx.Err()
}

// verifyWork compares a work unless all that names it are entries.
func (c *collector) verifyWork(v *verifier, work *citation.Publication) verified {
	w := &rules.Work{Reference: &work.Reference, First: c.first.of(work.Index, work.Facts[0]), IsEntry: c.ledger.isEntry}
	if !slices.ContainsFunc(work.Facts, func(id string) bool { return !w.IsEntry(id) }) {
		return verified{}
	}
	done := v.verify(&work.Reference, false, func(field string, f Finding) Finding {
		stating := work.StatedBy(field)
		if stating == w.First.Fact {
			return w.First.Place(f)
		}
		at := c.ledger.placeOf(stating)
		f.Fact = stating
		return finding.Placed(f, at, at)
	})
	done.facts = work.Facts
	first := w.First.Place(Finding{})
	done.Fact, done.Path, done.Line, done.Column = w.First.Fact, first.Path, first.Line, first.Column
	return done
}

// keepVerified counts and keeps what came of a comparison.
func (c *collector) keepVerified(v *Verified) error {
	c.result.Verification.add(v.Verdict)
	return c.result.verified.Add(*v)
}

func (c *collector) reportKnown(facts []string, found []Finding) error {
	drafts := make([]finding.Draft, len(found))
	for i, f := range found {
		drafts[i] = finding.Draft{Finding: f, Of: f.Fact, Also: facts}
	}
	finding.NumberRepeats(drafts)
	return c.reportAll(drafts)
}
