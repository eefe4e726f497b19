package validate

import (
	"context"
	"iter"
	"slices"
	"sync"

	"github.com/factcite/factcite/schema"
	"github.com/factcite/factcite/validate/internal/rules"
	"github.com/factcite/factcite/validate/internal/suppress"
)

// Checker runs the rules over records and bibliographies, as often as it is asked to. It
// is built once and is safe for concurrent use. What it finds in one run it does not know
// in the next.
type Checker struct {
	opts  Options
	rules *rules.Set
}

// defaultSchema is the schema of those who have none.
var defaultSchema = sync.OnceValue(func() *schema.Schema { return schema.Default(nil) })

// NewChecker returns a checker of those options, which may be nil. The options, and what
// they point to, are not to be changed after that.
func NewChecker(opts *Options) *Checker {
	c := new(Checker)
	if opts != nil {
		c.opts = *opts
	}
	if c.opts.Schema == nil {
		c.opts.Schema = defaultSchema()
	}
	c.rules = rules.NewSet(suppress.SeveritiesOf(c.opts.Config))
	return c
}

// Check runs the rules over a stream. The findings come in order of path, line, column
// and rule, and are the same whatever the number of workers; memory grows with the
// distinct works, ids and contents only. An error means that the stream could not be
// checked: it could not be read on, ctx was cancelled, or nothing could be spilled to
// disk. Close the result when its findings are read.
func (c *Checker) Check(ctx context.Context, inputs iter.Seq2[Input, error]) (*Result, error) {
	e := newExaminer(ctx, c.rules, &c.opts)
	return c.collect(ctx, e, examineAll(ctx, inputs, e, c.opts.Workers))
}

// CheckOne returns what the rules find in one input, as if it were all there is, in the
// order of [Result.Findings]. It starts no goroutine unless the input names many works.
func (c *Checker) CheckOne(ctx context.Context, input Input) ([]Finding, error) {
	e := newExaminer(ctx, c.rules, &c.opts).forWorker()
	pieces := []Input{input}
	if input.Bib != nil {
		pieces = slices.Collect(input.pieces())
	}
	found := e.examineBatch(pieces)
	result, err := c.collect(ctx, e, func(yield func(*examined, error) bool) {
		for i := range found {
			if !yield(&found[i], ctx.Err()) {
				return
			}
		}
	})
	if err != nil {
		return nil, err
	}
	defer result.Close()
	var findings []Finding
	for f, err := range result.Findings() {
		if err != nil {
			return nil, err
		}
		findings = append(findings, f)
	}
	return findings, nil
}

// collect compares what was found of each input with the others.
func (c *Checker) collect(ctx context.Context, e *examiner, found iter.Seq2[*examined, error]) (*Result, error) {
	return newCollector(c.rules, &c.opts, e).run(ctx, e.verifier, found)
}
