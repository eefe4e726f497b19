// Package validate judges fact records and bibliography entries by rules, and
// reports what is missing or wrong as findings. It knows nothing of files, networks
// and output formats.
//
// It is longer than 3,000 lines because it is the run over a stream of any length: each
// record by itself, all of them together, and parts of them that are merged.
package validate

import (
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/validate/internal/finding"
	"github.com/factcite/factcite/validate/internal/rules"
	"github.com/factcite/factcite/validate/internal/sourcetext"
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
