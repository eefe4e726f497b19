package report

import (
	"bufio"
	"fmt"
	"slices"
	"strings"

	"github.com/factcite/factcite/validate"
)

const (
	// markdownFindings is how many findings a page lists that a person reads.
	markdownFindings = 500
	// markdownLimit keeps the page below the 1 MiB that GitHub takes of a step.
	// https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
	markdownLimit = 900 << 10
)

// writeMarkdown writes a page for the summary of a CI job: what was read, how
// complete it is, what each rule found, and the worst findings.
func writeMarkdown(w *bufio.Writer, r *run, opts *Options) error {
	found := r.summary.Findings
	if found.AtLeast(validate.Info) == 0 {
		w.WriteString("## factcite: nothing to report\n\n")
	} else {
		fmt.Fprintf(w, "## factcite: %s, %s, %s\n\n", count(found.Error, "error"), count(found.Warning, "warning"), count(found.Info, "info"))
	}
	fmt.Fprintf(w, "Read: %s.\n", whatWasRead(r.summary))
	if text := groundingOf(r.summary); text != "" {
		fmt.Fprintf(w, "Against the texts of their sources: %s.\n", text)
	}
	if text := opts.Authority.String(); text != "" {
		fmt.Fprintf(w, "The works were %s.\n", markdownText(text))
	}
	writeMarkdownCoverage(w, r.completeness)
	if found.AtLeast(validate.Info) == 0 {
		return nil
	}
	if err := writeMarkdownRules(w, r); err != nil {
		return err
	}
	return writeMarkdownFindings(w, r)
}

func writeMarkdownCoverage(w *bufio.Writer, c validate.Completeness) {
	if c.Works == 0 {
		return
	}
	fmt.Fprintf(w, "\n| Of %s | have it | |\n| --- | ---: | ---: |\n", count(c.Works, "work"))
	for _, k := range kinds(c) {
		fmt.Fprintf(w, "| %s | %s | %d %% |\n", k.among(c.Works), thousands(k.works), percent(k.works, k.of))
	}
}

func writeMarkdownRules(w *bufio.Writer, r *run) error {
	type tally struct {
		rule     string
		severity validate.Severity
		findings int
	}
	byRule := map[string]*tally{}
	for f, err := range r.findings {
		if err != nil {
			return err
		}
		// A rule may judge now harder and now softer.
		key := f.Rule + " " + string(f.Severity)
		if byRule[key] == nil {
			byRule[key] = &tally{rule: f.Rule, severity: f.Severity}
		}
		byRule[key].findings++
	}
	titles := map[string]string{}
	for _, rule := range r.rules {
		titles[rule.ID] = rule.Title
	}
	var tallies []*tally
	for _, t := range byRule {
		tallies = append(tallies, t)
	}
	slices.SortFunc(tallies, func(a, b *tally) int {
		if d := rank(a.severity) - rank(b.severity); d != 0 {
			return d
		}
		if d := b.findings - a.findings; d != 0 {
			return d
		}
		return strings.Compare(a.rule, b.rule)
	})
	w.WriteString("\n| Findings | severity | rule | |\n| ---: | --- | --- | --- |\n")
	for _, t := range tallies {
		fmt.Fprintf(w, "| %s | %s | [%s](%s#%s) | %s |\n", thousands(t.findings), t.severity,
			markdownText(t.rule), rulesPage, t.rule, markdownText(titles[t.rule]))
	}
	return nil
}

func writeMarkdownFindings(w *bufio.Writer, r *run) error {
	var rows strings.Builder
	shown := 0
	for f, err := range worstFirst(r.findings) {
		if err != nil {
			return err
		}
		row := fmt.Sprintf("| %s | %s | %s | %s |\n", f.Severity,
			markdownText(place(f.Path, f.Line, f.Column)), markdownText(f.Message), markdownText(f.Rule))
		if shown == markdownFindings || rows.Len()+len(row) > markdownLimit {
			break
		}
		rows.WriteString(row)
		shown++
	}
	w.WriteString("\n### Findings\n")
	if all := r.summary.Findings.AtLeast(validate.Info); shown < all {
		fmt.Fprintf(w, "\nThese are the worst %s of %s; the JSON report has them all.\n", thousands(shown), thousands(all))
	}
	w.WriteString("\n| Severity | place | finding | rule |\n| --- | --- | --- | --- |\n")
	_, err := w.WriteString(rows.String())
	return err
}

// markdownText is text for a cell of a table, in which nothing is markup: not
// HTML, a link, an image, emphasis or code, nor the end of the cell.
func markdownText(s string) string {
	return escapeMarkdown.Replace(terminal(shorten(s, longestMessage)))
}

var escapeMarkdown = strings.NewReplacer(
	"&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;",
	"|", "&#124;", "$", "&#36;",
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "{", `\{`, "}", `\}`, "[", `\[`, "]", `\]`, "(", `\(`, ")", `\)`,
	"#", `\#`, "!", `\!`, "~", `\~`, "^", `\^`, "@", `\@`,
	// Bare addresses become links by these two.
	":", `\:`, ".", `\.`,
)
