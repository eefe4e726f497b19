package validate

import (
	"github.com/factcite/factcite/validate/internal/finding"
	"github.com/factcite/factcite/validate/internal/rules"
)

// sourceDraft is a finding about a source, whose Pointer is relative to its record.
// The next records mostly have the same one, which is reported once, so that its
// place is looked up only then: otherwise a check takes 3 % more instructions.
type sourceDraft struct {
	finding.Draft
	subject *rules.Subject // nil if the finding has its place
}

// placed returns the draft with its place.
func (d *sourceDraft) placed() finding.Draft {
	if d.subject != nil {
		d.Finding, d.subject = d.subject.Member(d.Pointer, d.Finding), nil
	}
	return d.Draft
}
