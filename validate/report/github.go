package report

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"

	"github.com/factcite/factcite/validate"
)

// githubShows is how many annotations of each level GitHub shows of one step.
// https://docs.github.com/en/rest/checks/runs and the runner's
// ExecutionContext, which drops the rest, have the figure.
const githubShows = 10

// writeGitHub writes a workflow command for each finding, the worst first, which
// GitHub shows as annotations of the changed lines. A notice says how many it
// will not show; it comes before the other notices, else it were among those.
func writeGitHub(w *bufio.Writer, r *run, opts *Options) error {
	announced := false
	for f, err := range worstFirst(r.findings) {
		if err != nil {
			return err
		}
		if !announced && githubCommand(f.Severity) == "notice" {
			announceHidden(w, r.summary.Findings)
			announced = true
		}
		message := terminal(shorten(f.Message, longestMessage))
		if f.Help != "" {
			message += "\n" + terminal(shorten(f.Help, longestMessage))
		}
		writeCommand(w, githubCommand(f.Severity), message, githubProperties(opts.located(f)))
	}
	if !announced {
		announceHidden(w, r.summary.Findings)
	}
	return nil
}

func githubCommand(s validate.Severity) string {
	switch s {
	case validate.Error:
		return "error"
	case validate.Warning:
		return "warning"
	default:
		return "notice"
	}
}

func announceHidden(w *bufio.Writer, c validate.Counts) {
	hidden := validate.Counts{
		Error:   max(0, c.Error-githubShows),
		Warning: max(0, c.Warning-githubShows),
		Info:    max(0, c.Info-githubShows),
	}
	if hidden == (validate.Counts{}) {
		return
	}
	// The notice takes the place of one more.
	if c.Info >= githubShows {
		hidden.Info = c.Info - githubShows + 1
	}
	writeCommand(w, "notice", fmt.Sprintf(
		"this page shows the first %d of each level: %s, %s and %s more are in the log of the step",
		githubShows, count(hidden.Error, "error"), count(hidden.Warning, "warning"), count(hidden.Info, "info")),
		[]property{{"title", "factcite"}})
}

// property is a named value of a workflow command.
type property struct{ name, value string }

func githubProperties(f validate.Finding) []property {
	var properties []property
	if f.Path != "" {
		properties = append(properties, property{"file", terminal(f.Path)})
	}
	if f.Line > 0 {
		properties = append(properties, property{"line", strconv.Itoa(f.Line)})
		if f.EndLine > 0 {
			properties = append(properties, property{"endLine", strconv.Itoa(f.EndLine)})
		}
		// GitHub takes columns only of annotations within one line.
		if f.Column > 0 && (f.EndLine == 0 || f.EndLine == f.Line) {
			properties = append(properties, property{"col", strconv.Itoa(f.Column)})
			if f.EndColumn > 0 {
				properties = append(properties, property{"endColumn", strconv.Itoa(f.EndColumn)})
			}
		}
	}
	return append(properties, property{"title", f.Rule})
}

// The runner undoes these escapes, in a message and in a property:
// https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
var (
	escapeMessage  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	escapeProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// writeCommand writes "::command name=value,name=value::message".
func writeCommand(w *bufio.Writer, command, message string, properties []property) {
	w.WriteString("::" + command)
	for i, p := range properties {
		w.WriteByte(" ,"[min(i, 1)])
		w.WriteString(p.name + "=" + escapeProperty.Replace(p.value))
	}
	w.WriteString("::" + escapeMessage.Replace(message) + "\n")
}
