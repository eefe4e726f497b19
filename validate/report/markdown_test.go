package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/validate"
)

func TestMarkdownTextIsNoMarkup(t *testing.T) {
	for in, want := range map[string]string{
		"plain":                      "plain",
		"<img src=x onerror=a()>":    `&lt;img src=x onerror=a\(\)&gt;`,
		"`code` | b":                 "\\`code\\` &#124; b",
		`\|`:                         `\\&#124;`,
		"![a](http://b.example)":     `\!\[a\]\(http\://b\.example\)`,
		"www.a.example @b":           `www\.a\.example \@b`,
		"*a* _b_ ~c~ $d$ {{e}}":      `\*a\* \_b\_ \~c\~ &#36;d&#36; \{\{e\}\}`,
		"a\n# b":                     `a\\x0a\# b`,
		"&lt;\x1b":                   `&amp;lt;\\x1b`,
		`\input{/etc/passwd}`:        `\\input\{/etc/passwd\}`,
		"a\u202eb":                   `a\\u202eb`,
		"https://a.example/?b&c'd\"": `https\://a\.example/?b&amp;c&#39;d&quot;`,
	} {
		if diff := cmp.Diff(want, markdownText(in)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", in, diff)
		}
	}
}

func TestMarkdownTablesKeepTheirColumns(t *testing.T) {
	for line := range strings.Lines(render(t, "markdown", hostile(), nil)) {
		if !strings.HasPrefix(line, "| warning |") {
			continue
		}
		if got := strings.Count(line, "|"); got != 5 {
			t.Errorf("%d bars in %q", got, line)
		}
		if strings.Contains(line, "<") {
			t.Errorf("a tag in %q", line)
		}
	}
}

func TestMarkdownFitsAJobSummary(t *testing.T) {
	var findings []validate.Finding
	for i := range 5000 {
		findings = append(findings, validate.Finding{Rule: "schema", Severity: validate.Warning, Path: "a.json", Line: i + 1, Message: strings.Repeat("<", 5000)})
	}
	findings = append(findings, validate.Finding{Rule: "schema", Severity: validate.Error, Path: "z.json", Message: "the worst"})
	text := render(t, "markdown", newRun(findings, nil), nil)
	if len(text) >= 1<<20 {
		t.Errorf("%d bytes", len(text))
	}
	shown := strings.Count(text, "a\\.json") + strings.Count(text, "z\\.json")
	if want := fmt.Sprintf("These are the worst %d of 5,001", shown); !strings.Contains(text, want) {
		t.Errorf("does not say %q", want)
	}
	if strings.Index(text, "the worst |") > strings.Index(text, "a\\.json") {
		t.Error("the error does not come first")
	}
}
