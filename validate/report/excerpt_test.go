package report

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/validate"
)

// opened makes every path lead to one text.
func opened(text string) func(string) (io.ReadCloser, error) {
	return func(string) (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }
}

// below is what text shows below the line of a finding.
func below(t *testing.T, input string, f validate.Finding) string {
	t.Helper()
	f.Rule, f.Severity, f.Path = "rule", validate.Warning, "in.txt"
	_, rest, _ := strings.Cut(render(t, "text", newRun([]validate.Finding{f}, nil), &Options{Open: opened(input)}), "\n")
	return rest
}

func TestExcerpts(t *testing.T) {
	long := strings.Repeat("x", 300)
	for name, test := range map[string]struct {
		input   string
		finding validate.Finding
		want    string
	}{
		"span":       {"one\ntwo three\n", validate.Finding{Line: 2, Column: 5, EndLine: 2, EndColumn: 10}, "  |\n2 | two three\n  |     ^^^^^\n"},
		"last line":  {"one\ntwo", validate.Finding{Line: 2, Column: 1, EndLine: 2, EndColumn: 4}, "  |\n2 | two\n  | ^^^\n"},
		"line end":   {"one\r\ntwo\r\n", validate.Finding{Line: 1, Column: 3}, "  |\n1 | one\n  |   ^\n"},
		"more lines": {"one two\nthree\n", validate.Finding{Line: 1, Column: 5, EndLine: 2, EndColumn: 3}, "  |\n1 | one two\n  |     ^^^\n"},
		"stated":     {"year = 3020,\n", validate.Finding{Line: 1, Column: 8, Stated: "3020"}, "  |\n1 | year = 3020,\n  |        ^^^^\n"},
		"help":       {"one\n", validate.Finding{Line: 1, Column: 1, Help: "do it"}, "  |\n1 | one\n  | ^\n  = help: do it\n"},
		"wide":       {"北京 felt\n", validate.Finding{Line: 1, Column: 4, EndLine: 1, EndColumn: 8}, "  |\n1 | 北京 felt\n  |      ^^^^\n"},
		"combining":  {"e\u0301te felt\n", validate.Finding{Line: 1, Column: 6, EndLine: 1, EndColumn: 10}, "  |\n1 | e\u0301te felt\n  |     ^^^^\n"},
		"tab":        {"\tone\n", validate.Finding{Line: 1, Column: 2}, "  |\n1 |  one\n  |  ^\n"},
		"control":    {"\x1b[31mred\n", validate.Finding{Line: 1, Column: 6}, "  |\n1 | \\x1b[31mred\n  |         ^\n"},
		"commands":   {"##[error]x\n", validate.Finding{Line: 1, Column: 10}, "  |\n1 | #\\x23[error]x\n  |             ^\n"},
		"long":       {long + "felt" + long, validate.Finding{Line: 1, Column: 301, EndLine: 1, EndColumn: 305}, "  |\n1 | …" + strings.Repeat("x", 20) + "felt" + strings.Repeat("x", 75) + "…\n  |                      ^^^^\n"},
		"no column":  {"one\n", validate.Finding{Line: 1}, ""},
		"beyond":     {"one\n", validate.Finding{Line: 1, Column: 9}, ""},
		"no line":    {"one\n", validate.Finding{Line: 7, Column: 1}, ""},
		"binary":     {"\xff\xfe\n", validate.Finding{Line: 1, Column: 1}, ""},
	} {
		if diff := cmp.Diff(test.want, below(t, test.input, test.finding)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestFindingsOfOnePlaceShareItsLine holds that a line is shown once below all that is
// said about one place, and each advice once, with the rules that give it.
func TestFindingsOfOnePlaceShareItsLine(t *testing.T) {
	finding := func(rule, help string, column int) validate.Finding {
		return validate.Finding{Rule: rule, Severity: validate.Error, Message: rule, Path: "a", Line: 1, Column: column, Help: help}
	}
	r := newRun([]validate.Finding{
		finding("one", "do", 1), finding("two", "see", 1), finding("three", "do", 1), finding("one", "do", 1), finding("four", "", 1),
		finding("five", "", 3), finding("six", "go", 4),
	}, nil)
	want := `a:1:1: error: one [one]
a:1:1: error: two [two]
a:1:1: error: three [three]
a:1:1: error: one [one]
a:1:1: error: four [four]
  |
1 | x yz
  | ^
  = help: do [one, three]
  = help: see [two]
a:1:3: error: five [five]
  |
1 | x yz
  |   ^
a:1:4: error: six [six]
  |
1 | x yz
  |    ^
  = help: go
`
	if diff := cmp.Diff(want, render(t, "text", r, &Options{Open: opened("x yz")})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestExcerptsOfWhatCannotBeReadAgain(t *testing.T) {
	r := newRun([]validate.Finding{{Rule: "r", Severity: validate.Info, Message: "m", Path: "<stdin>", Line: 1, Column: 1}}, nil)
	shut := func(string) (io.ReadCloser, error) { return nil, errors.New("gone") }
	if diff := cmp.Diff("<stdin>:1:1: info: m [r]\n", render(t, "text", r, &Options{Open: shut})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
