// Package validate judges fact records and bibliography entries by rules, and
// reports what is missing or wrong as findings. It knows nothing of files, networks
// and output formats.
//
// It is longer than 3,000 lines because it is the run over a stream of any length: each
// record by itself, all of them together, and parts of them that are merged.
package validate

import (
	"io"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/validate/internal/finding"
	"github.com/factcite/factcite/validate/internal/rules"
	"github.com/factcite/factcite/validate/internal/sourcetext"
	"github.com/factcite/factcite/validate/internal/suppress"
)

// What a rule has to say.
type (
	Finding  = finding.Finding
	Severity = finding.Severity
	Related  = finding.Related
	Marked   = finding.Marked
	Passage  = finding.Passage
)

// How much a finding matters.
const (
	Error   = finding.Error
	Warning = finding.Warning
	Info    = finding.Info
)

// What comparing facts with the texts of their sources finds.
type (
	Texts          = sourcetext.Texts
	Grounding      = sourcetext.Grounding
	Grounded       = sourcetext.Grounded
	GroundedAnchor = sourcetext.GroundedAnchor
)

// A rule with its documentation, and what rules find works to lack.
type (
	Rule         = rules.Rule
	Example      = rules.Example
	Completeness = rules.Completeness
)

// OwnSchema is the name of an example that is the schema of the others.
const OwnSchema = rules.OwnSchema

// Rules returns every rule, by family and then by ID.
func Rules() []Rule { return rules.All() }

// Gaps returns the fields that works such as this one are cited with and that the
// reference neither states nor lets derive, as [Finding.Field] names them: by their names,
// and "identifier" where it has none. The rules that report gaps go by it.
func Gaps(r *citation.Reference) []string { return rules.Gaps(r) }

// What users say of rules and findings beforehand.
type (
	Config       = suppress.Config
	RecordForm   = suppress.RecordForm
	InlineIgnore = suppress.InlineIgnore
	Baseline     = suppress.Baseline
)

// ConfigSchema returns the JSON Schema of a configuration.
func ConfigSchema() []byte { return suppress.ConfigSchema() }

// ReadConfig reads and checks a configuration; name is used in its errors, which
// give line and column, one error a line.
func ReadConfig(name string, text []byte) (*Config, error) { return suppress.ReadConfig(name, text) }

// InlineIgnores returns what the marks of a text say: "factcite-ignore RULE: reason" in a
// comment that begins with % or <!--. A mark is about its own line and those after it up
// to the next blank one.
func InlineIgnores(path string, text []byte) []InlineIgnore {
	return suppress.InlineIgnores(path, text)
}

// ReadBaseline reads what WriteBaseline wrote.
func ReadBaseline(r io.Reader) (*Baseline, error) { return suppress.ReadBaseline(r) }
