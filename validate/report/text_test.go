package report

import (
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/validate"
)

func TestConciseIsOneHarmlessLineAFinding(t *testing.T) {
	r := hostile()
	lines := strings.Split(strings.TrimSuffix(render(t, "concise", r, nil), "\n"), "\n")
	if got, want := len(lines), r.summary.Findings.Warning; got != want {
		t.Errorf("%d lines for %d findings", got, want)
	}
	for _, line := range lines {
		if strings.ContainsFunc(line, func(r rune) bool { return !unicode.IsGraphic(r) }) {
			t.Errorf("a character without a shape in %q", line)
		}
		if strings.HasPrefix(strings.TrimSpace(line), "::") || strings.Contains(line, "##") {
			t.Errorf("a workflow command: %q", line)
		}
		// The path is given whole: one can open it.
		if !strings.HasPrefix(line, "aaaa") && len(line) > 2000 {
			t.Errorf("a line of %d bytes", len(line))
		}
	}
}

func TestTextColorsSeverityAndRuleOnly(t *testing.T) {
	r := newRun([]validate.Finding{{Rule: "schema", Severity: validate.Error, Message: "no content", Path: "a.json", Line: 2}}, nil)
	want := "a.json:2: \x1b[1;31merror\x1b[0m: no content \x1b[2m[schema]\x1b[0m\n"
	if diff := cmp.Diff(want, render(t, "text", r, &Options{Color: true})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
