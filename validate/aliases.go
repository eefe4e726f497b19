// Package validate judges fact records and bibliography entries by rules, and
// reports what is missing or wrong as findings. It knows nothing of files, networks
// and output formats.
//
// It is longer than 3,000 lines because rules carry their documentation and examples
// with them, a third of it; the rest is the run over a stream of any length, which keeps
// on disk what does not fit into memory.
package validate

import (
	"github.com/factcite/factcite/validate/internal/finding"
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
