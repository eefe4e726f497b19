package report

import (
	"fmt"
	"strings"

	"github.com/factcite/factcite/validate"
)

// htmlRuns is how many runs a plot shows at most.
const htmlRuns = 40

// htmlCourse is the findings of a severity from run to run: a column for each, of what is
// new below and what a baseline knows above.
type htmlCourse struct {
	Name, Title string
	Columns     []htmlRun
	Known       bool // a run had a baseline
	Most, Width int  // findings of the highest column; of all columns, each 10 wide
	First, Last string
	Said        string // what the plot shows, in words
}

// htmlRun is a column, whose heights are in percent.
type htmlRun struct {
	X, New, Known, TopOfNew, TopOfKnown int
	Label                               string
}

// coursesOf plots what earlier runs and this one found; nothing without earlier ones.
func coursesOf(history []RunSummary, now RunSummary) (courses []htmlCourse) {
	if len(history) == 0 {
		return nil
	}
	runs := append(history[max(0, len(history)-htmlRuns+1):len(history):len(history)], now)
	for _, severity := range []struct {
		name  validate.Severity
		title string
		of    func(validate.Counts) int
	}{
		{validate.Error, "Errors from run to run", func(c validate.Counts) int { return c.Error }},
		{validate.Warning, "Warnings from run to run", func(c validate.Counts) int { return c.Warning }},
		{validate.Info, "Infos from run to run", func(c validate.Counts) int { return c.Info }},
	} {
		course := htmlCourse{Name: string(severity.name), Title: severity.title, Width: 10 * len(runs), First: runs[0].Day, Last: now.Day}
		if course.plot(runs, severity.of); course.Most > 0 {
			courses = append(courses, course)
		}
	}
	return courses
}

func (c *htmlCourse) plot(runs []RunSummary, of func(validate.Counts) int) {
	known := func(run RunSummary) int {
		if run.Known == nil {
			return 0
		}
		return of(*run.Known)
	}
	for _, run := range runs {
		c.Most = max(c.Most, of(run.Findings)+known(run))
	}
	var said []string
	for i, run := range runs {
		label := fmt.Sprintf("%s: %s", run.Day, thousands(of(run.Findings)))
		if run.Known != nil {
			c.Known = true
			label += fmt.Sprintf(" new, %s known", thousands(known(run)))
		}
		said = append(said, label)
		column := htmlRun{X: 10 * i, New: heightOf(of(run.Findings), c.Most), Known: percent(known(run), c.Most), Label: label}
		column.TopOfNew = 100 - column.New
		column.TopOfKnown = column.TopOfNew - column.Known
		c.Columns = append(c.Columns, column)
	}
	c.Said = strings.Join(said, "; ")
}

// heightOf is a share in percent, at least 1 if there is anything.
func heightOf(part, whole int) int {
	if part == 0 {
		return 0
	}
	return max(1, percent(part, whole))
}
