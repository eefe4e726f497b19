// Package settings has the flags of factcite check that factcite-beam has too, and what they
// stand for: what a run reads, by what it is made, what it is compared with and what it
// writes. It opens the files that they name.
package settings

import (
	"fmt"

	"github.com/spf13/pflag"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/validate/input"
)

// Reading says how records are read.
type Reading struct {
	From      string
	Members   Members
	Records   string
	MaxRecord Size
	MaxDepth  int
}

// Register registers the flags.
func (f *Reading) Register(flags *pflag.FlagSet) {
	flags.StringVar(&f.From, "from", "", "read the input as this `FORM` (found by name and content): "+Alternatives(input.Forms()))
	flags.Var(&f.Members, "map", "read records of another shape: `MEMBER=POINTER`, as in content=/text,id=/uid,uri=/refs/*/url (a source each; texts are joined), or MEMBER==VALUE, as in fact_type==claim")
	flags.StringVar(&f.Records, "records", "", "`POINTER` to the records in a JSON document, as in /results; * is each element or member")
	flags.Var(&f.MaxRecord, "max-record", "largest record that is read, as in 16MiB")
	flags.IntVar(&f.MaxDepth, "max-depth", 0, "deepest nesting of JSON that is read (256)")
}

// Settle says what is wrong with the flags.
func (f *Reading) Settle() error {
	if f.MaxDepth < 0 {
		return fmt.Errorf("--max-depth %d is negative", f.MaxDepth)
	}
	return nil
}

// Options returns what the flags say.
func (f *Reading) Options() fact.Options {
	return fact.Options{Form: fact.Form(f.From), Map: f.Members, Records: f.Records, MaxRecord: int(f.MaxRecord), MaxDepth: f.MaxDepth}
}
