package agent

import (
	"context"

	"github.com/factcite/factcite/validate"
)

type checkIn struct {
	material
	listing
	AllTypes bool `json:"all_types,omitempty" jsonschema:"take works as references in facts of every type"`
}

type checkOut struct {
	Summary  validate.Summary   `json:"summary"`
	Findings []validate.Finding `json:"findings" jsonschema:"errors first, then warnings, then what is informative"`
	Cut      string             `json:"cut,omitempty" jsonschema:"what was left out; absent if nothing was"`
}

func (s *server) checkFacts(ctx context.Context, in *checkIn) (*checkOut, error) {
	out := &checkOut{}
	inputs, err := s.read(ctx, &in.material, &out.Cut)
	if err != nil {
		return nil, err
	}
	options := s.Checks
	options.AllTypes = in.AllTypes
	result, err := validate.Check(ctx, inputs, &options)
	if err != nil {
		return nil, err
	}
	defer result.Close()
	out.Summary = result.Summary
	worst := map[validate.Severity][]validate.Finding{}
	for finding, err := range result.Findings() {
		if err != nil {
			return nil, err
		}
		if of := worst[finding.Severity]; len(of) < in.limit() {
			worst[finding.Severity] = append(of, finding)
		}
	}
	out.Findings = []validate.Finding{}
	for _, severity := range []validate.Severity{validate.Error, validate.Warning, validate.Info} {
		out.Findings = append(out.Findings, worst[severity]...)
	}
	counts := out.Summary.Findings
	out.Findings = shortenedOf(out.Findings, in.limit(), counts.AtLeast(validate.Info), "findings", &out.Cut)
	return out, nil
}
