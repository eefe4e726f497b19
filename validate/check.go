package validate

import (
	"context"
	"iter"
	"time"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/schema"
)

// Options adjusts Check. The zero value and nil mean the defaults.
type Options struct {
	Schema       *schema.Schema // nil is schema.Default
	SchemaOnRaw  bool           // check records of another shape against it as they came, rather than as they were mapped
	AllTypes     bool           // works in facts of every type are references
	Today        time.Time      // for year-implausible and future dates; zero is the clock
	Workers      int            // 0 is GOMAXPROCS
	Config       *Config        // severities, rules off and ignores; nil is none
	Baseline     *Baseline      // findings already known, which are left out; nil is none
	Authority    Authority      // what works are compared with; nil is nothing
	Cited        []bib.CitedKey // keys that a document cites, for cited-key-missing and entry-uncited; nil asks for neither
	Texts        Texts          // of sources, which facts are compared with; nil is those that records have themselves
	KeepGrounded bool           // keep what was found of each fact for Result.Grounded
	KeepChecked  bool           // keep what was read of each record for Result.Checked
	Spill        int            // findings, and what else grows with the input, kept in memory before they go to a temporary file; 0 is 4,000
}

// Check runs the rules over a stream of records and bibliographies. The findings
// come in order of path, line, column and rule, and are the same whatever the
// number of workers; memory grows with the distinct works, ids and contents
// only. An error means that the stream could not be checked: it could not be
// read on, ctx was cancelled, or nothing could be spilled to disk. Close the
// result when its findings are read.
func Check(ctx context.Context, inputs iter.Seq2[Input, error], opts *Options) (*Result, error) {
	if opts == nil {
		opts = &Options{}
	}
	rules := newRuleset(opts.Config)
	e := newExaminer(rules, opts)
	e.verifier = newVerifier(ctx, opts.Authority, rules)
	c := newCollector(rules, opts, e)
	for done, err := range examineAll(ctx, inputs, e, opts.Workers) {
		if err == nil {
			err = c.collect(done)
		}
		if err != nil {
			c.result.Close()
			return nil, err
		}
	}
	if err := c.finish(ctx, e.verifier); err != nil {
		c.result.Close()
		return nil, err
	}
	return c.result, nil
}
