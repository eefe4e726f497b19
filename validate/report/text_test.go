package report

import (
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/validate"
)

func TestTextIsOneHarmlessLineAFinding(t *testing.T) {
	r := hostile()
	lines := strings.Split(strings.TrimSuffix(render(t, "text", r, nil), "\n"), "\n")
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

func TestTextShowsWhatItEscapes(t *testing.T) {
	for in, want := range map[string]string{
		"plain é 京 \u00a0":     "plain é 京 \u00a0",
		"\x1b[31m\x00\r\n\x7f": `\x1b[31m\x00\x0d\x0a\x7f`,
		"\u202e\u2066\u009b":   `\u202e\u2066\x9b`,
		"\xff\ufffd":           `\xff` + "\ufffd",
		"\U000e0041":           `\U000e0041`,
		"# ## ###":             `# #\x23 #\x23#`,
	} {
		if diff := cmp.Diff(want, terminal(in)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", in, diff)
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

func TestSummary(t *testing.T) {
	for _, test := range []struct {
		summary  validate.Summary
		coverage validate.Coverage
		want     string
	}{
		{want: "0 records, 0 references to 0 works: 0 errors, 0 warnings, 0 infos"},
		{
			summary:  validate.Summary{References: 3, Works: 2},
			coverage: validate.Coverage{Works: 2, Title: 2},
			want:     "3 references to 2 works (title 100%, author 0%, year 0%, venue 0%, identifier 0%): 0 errors, 0 warnings, 0 infos",
		},
		{
			summary: validate.Summary{Records: 1250, Valid: 1248, Invalid: 1, Unreadable: 1, References: 250, Works: 200,
				Findings: validate.Counts{Error: 1, Warning: 12, Info: 1234567}},
			coverage: validate.Coverage{Works: 200, Title: 200, Author: 199, Year: 150, Venue: 1, Identifier: 0},
			want: "1,250 records (1 invalid, 1 unreadable), 250 references to 200 works " +
				"(title 100%, author 99%, year 75%, venue 0%, identifier 0%): 1 error, 12 warnings, 1,234,567 infos",
		},
	} {
		if diff := cmp.Diff(test.want, summary(test.summary, test.coverage)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}
