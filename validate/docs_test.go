package validate_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/factcite/factcite/internal/golden"
	"github.com/factcite/factcite/validate"
)

func TestDocumentationOfRules(t *testing.T) {
	golden.Compare(t, filepath.Join("..", "docs", "rules.md"), documentation(validate.Rules()))
}

// documentation is docs/rules.md.
func documentation(rules []validate.Rule) string {
	var b strings.Builder
	b.WriteString("# Rules\n\n" +
		"Written by `go test ./validate -update` from the rules themselves; `factcite explain RULE` prints the same.\n" +
		"Severities can be changed, rules turned off and single findings ignored: see [configuration](configuration.md).\n")
	family := ""
	for _, r := range rules {
		if r.Family != family {
			family = r.Family
			fmt.Fprintf(&b, "\n## %s\n", strings.ToUpper(family[:1])+family[1:])
			b.WriteString("\n| rule | severity | |\n|---|---|---|\n")
			for _, s := range rules {
				if s.Family == family {
					fmt.Fprintf(&b, "| [%s](#%s) | %s | %s |\n", s.ID, s.ID, s.Severity, s.Title)
				}
			}
		}
		severity := string(r.Severity)
		if r.OptIn {
			severity += ", off unless configured"
		}
		fmt.Fprintf(&b, "\n### %s\n\n**%s** · %s · since %s\n\n%s\n", r.ID, r.Title, severity, r.Since, r.Doc)
		writeExamples(&b, "Yields it", r.Bad)
		writeExamples(&b, "Fine", r.Good)
	}
	return b.String()
}

func writeExamples(b *strings.Builder, heading string, examples []validate.Example) {
	for _, e := range examples {
		place := ""
		if e.At != "" {
			place = ", at " + e.At
		}
		heading := heading
		if e.IsKnownWorks() {
			heading = "Compared with an index of"
		}
		if e.Name == validate.OwnSchema {
			heading = "Checked against"
		}
		text := strings.ToValidUTF8(e.Excerpt(), "\uFFFD")
		fmt.Fprintf(b, "\n%s (`%s`%s):\n\n    %s\n", heading, e.Name, place, strings.ReplaceAll(strings.TrimSuffix(text, "\n"), "\n", "\n    "))
	}
}
