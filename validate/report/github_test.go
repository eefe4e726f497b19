package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/validate"
)

// command is a line as GitHub's runner reads it.
type command struct {
	name, message string
	properties    map[string]string
}

// readCommands undoes the escaping as the runner does:
// https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
func readCommands(t *testing.T, text string) []command {
	t.Helper()
	undo := strings.NewReplacer("%25", "%", "%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",")
	var commands []command
	for line := range strings.SplitSeq(strings.TrimSuffix(text, "\n"), "\n") {
		rest, ok := strings.CutPrefix(line, "::")
		head, message, ok2 := strings.Cut(rest, "::")
		if !ok || !ok2 || strings.Contains(line, "\r") {
			t.Fatalf("%q is no command", line)
		}
		c := command{properties: map[string]string{}, message: strings.NewReplacer("%25", "%", "%0D", "\r", "%0A", "\n").Replace(message)}
		var properties string
		c.name, properties, _ = strings.Cut(head, " ")
		for p := range strings.SplitSeq(properties, ",") {
			name, value, _ := strings.Cut(p, "=")
			c.properties[name] = undo.Replace(value)
		}
		commands = append(commands, c)
	}
	return commands
}

func TestGitHubRunsNothingElse(t *testing.T) {
	r := hostile()
	commands := readCommands(t, render(t, "github", r, nil))
	announced := false
	for _, c := range commands {
		if c.name == "notice" && c.properties["title"] == "factcite" {
			announced = true
			continue
		}
		if c.name != "warning" {
			t.Errorf("a command %q", c.name)
		}
		for name := range c.properties {
			switch name {
			case "file", "line", "col", "title":
			default:
				t.Errorf("a property %q", name)
			}
		}
	}
	if got, want := len(commands)-1, r.summary.Findings.Warning; !announced || got != want {
		t.Errorf("%d commands for %d findings, announced: %v", got, want, announced)
	}
}

func TestGitHubEscapes(t *testing.T) {
	got := render(t, "github", newRun([]validate.Finding{{
		Rule: "schema", Severity: validate.Info, Path: "a,b:c%.json", Line: 3, Column: 2, EndLine: 4, EndColumn: 1,
		Message: "100% :: , \n::error::x", Help: "mend it"}}, nil), nil)
	want := "::notice file=a%2Cb%3Ac%25.json,line=3,endLine=4,title=schema::100%25 :: , \\x0a::error::x%0Amend it\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFilesAreNamedAsGitHubKnowsThem(t *testing.T) {
	finding := validate.Finding{Rule: "schema", Severity: validate.Info, Path: "a.json", Message: "m",
		Related: []validate.Related{{Path: "b.json"}}, Passage: &validate.Passage{Path: "c.txt"}}
	opts := &Options{Locate: func(path string) string { return "facts/" + path }}
	for format, want := range map[string][]string{
		"github": {"file=facts/a.json,"},
		"sarif":  {`"uri":"facts/a.json"`, `"uri":"facts/b.json"`, `"uri":"facts/c.txt"`},
		"json":   {`"path":"a.json"`, `"path":"b.json"`},
	} {
		got := strings.ReplaceAll(render(t, format, newRun([]validate.Finding{finding}, nil), opts), `": "`, `":"`)
		for _, part := range want {
			if !strings.Contains(got, part) {
				t.Errorf("%s has no %s: %s", format, part, got)
			}
		}
	}
}

func TestGitHubSaysWhatThePageHides(t *testing.T) {
	for _, test := range []struct {
		errors, warnings, infos int
		want                    string
		at                      int // index of the notice, -1 for none
	}{
		{10, 10, 10, "", -1},
		{11, 0, 0, "1 error, 0 warnings and 0 infos", 11},
		{12, 11, 10, "2 errors, 1 warning and 1 info", 23},
		{0, 0, 11, "0 errors, 0 warnings and 2 infos", 0},
		{0, 30, 3, "0 errors, 20 warnings and 0 infos", 30},
	} {
		var findings []validate.Finding
		for severity, n := range map[validate.Severity]int{validate.Error: test.errors, validate.Warning: test.warnings, validate.Info: test.infos} {
			for i := range n {
				findings = append(findings, validate.Finding{Rule: "schema", Severity: severity, Path: "a", Line: i + 1, Message: fmt.Sprint(i)})
			}
		}
		at, message := -1, ""
		for i, c := range readCommands(t, render(t, "github", newRun(findings, nil), nil)) {
			if c.properties["title"] == "factcite" {
				at, message = i, c.message
			}
		}
		if at != test.at || !strings.Contains(message, test.want) {
			t.Errorf("%d %d %d: notice %d is %q, want %q at %d", test.errors, test.warnings, test.infos, at, message, test.want, test.at)
		}
	}
}
