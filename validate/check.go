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
	AllKinds     bool           // films, songs, cases in court and the like are works
	Today        time.Time      // for year-implausible and future dates; zero is the clock
	Workers      int            // 0 is GOMAXPROCS
	Config       *Config        // severities, rules off and ignores; nil is none
	Baseline     *Baseline      // findings already known, which are left out; nil is none
	Authority    Authority      // what works are compared with; nil is nothing
	Cited        []bib.CitedKey // keys that a document cites, for cited-key-missing and entry-uncited; nil asks for neither
	KeysFrom     *bib.File      // a bibliography of an earlier run, whose citation keys works keep; nil is none
	Texts        Texts          // of sources, which facts are compared with; nil is those that records have themselves
	KeepGrounded bool           // keep what was found of each fact for Result.Grounded
	KeepChecked  bool           // keep what was read of each record for Result.Checked
	KeepTies     bool           // keep what records that are merged have in common, for Result.Keep
	MaxFindings  int            // of one rule in one file, of which the rest are counted, in one finding; 0 is all
	PartBytes    int64          // how many bytes Merge will read, to read them twice, and keep in memory neither works nor what facts state once; 0 reads them once
	Spill        int            // findings, and what else grows with the input, kept in memory before they go to a temporary file; 0 is 4,000
}

// Check runs the rules over a stream of records and bibliographies, as a [Checker] of
// those options does that is used once.
func Check(ctx context.Context, inputs iter.Seq2[Input, error], opts *Options) (*Result, error) {
	return NewChecker(opts).Check(ctx, inputs)
}
