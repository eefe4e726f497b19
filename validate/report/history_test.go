package report

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/validate"
)

func TestHistoryIsReadAsItIsWritten(t *testing.T) {
	today := time.Date(2026, 3, 12, 0, 0, 0, 0, time.UTC)
	runs := []RunSummary{
		summaryOf(validate.Summary{Records: 9, Works: 2, Findings: validate.Counts{Warning: 3}}, today),
		summaryOf(validate.Summary{Records: 10, Works: 3, Findings: validate.Counts{Error: 1}, Known: &validate.Counts{Warning: 3}}, today),
	}
	var text strings.Builder
	if err := WriteHistory(&text, runs); err != nil {
		t.Fatal(err)
	}
	got, err := ReadHistory(strings.NewReader(text.String()))
	if diff := cmp.Diff(runs, got); diff != "" || err != nil {
		t.Errorf("(-want +got), %v:\n%s", err, diff)
	}
}

func TestHistoryKeepsTheLastRuns(t *testing.T) {
	runs := make([]RunSummary, mostRuns+5)
	for i := range runs {
		runs[i] = RunSummary{Day: "2026-03-12", Records: i}
	}
	var text strings.Builder
	if err := WriteHistory(&text, runs); err != nil {
		t.Fatal(err)
	}
	got, err := ReadHistory(strings.NewReader(`{"day":"2026-03-11"}` + "\n" + text.String()))
	if err != nil || len(got) != mostRuns || got[0].Records != 5 {
		t.Errorf("%d runs, the first %+v, %v", len(got), got[0], err)
	}
}

func TestLinesThatWereCutArePassedOver(t *testing.T) {
	text := "{\"day\":\"2026-03-11\"}\n\n{\"day\":\"2026-0\n \n{\"day\":\"2026-03-12\"}\n"
	want := []RunSummary{{Day: "2026-03-11"}, {Day: "2026-03-12"}}
	for cut, wrong := range map[string]string{
		"":           "line 3 of the history is cut: unexpected EOF",
		"{\"day\":":  "line 6 of the history is cut: unexpected EOF",
		"\n{\"day\"": "line 7 of the history is cut: unexpected EOF",
	} {
		got, err := ReadHistory(strings.NewReader(text + cut))
		if diff := cmp.Diff(want, got); diff != "" || fmt.Sprint(err) != wrong || !errors.Is(err, io.ErrUnexpectedEOF) {
			t.Errorf("%q: %v, want %s (-want +got):\n%s", cut, err, wrong, diff)
		}
	}
}

func TestHistoryThatIsNone(t *testing.T) {
	for text, want := range map[string]string{
		"{\"day\":\"2026-03-12\"}\nnotes":              "line 2 of the history is no run: invalid character 'o' in literal null (expecting 'u')",
		`{"records":3}`:                                `line 1 of the history is no run: "" is no day`,
		`{"day":"2026-03-12","findings":{"error":-1}}`: "line 1 of the history is no run: a number is negative",
	} {
		if _, err := ReadHistory(strings.NewReader(text)); fmt.Sprint(err) != want {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}

func TestFindingsArePlottedFromRunToRun(t *testing.T) {
	now := RunSummary{Day: "2026-03-12", Findings: validate.Counts{Error: 1, Warning: 1}, Known: &validate.Counts{Warning: 3}}
	if got := coursesOf(nil, now); got != nil {
		t.Errorf("a first run is plotted: %+v", got)
	}
	got := coursesOf([]RunSummary{{Day: "2026-03-11", Findings: validate.Counts{Warning: 2}}}, now)
	want := []htmlCourse{{
		Name: "error", Title: "Errors from run to run", Most: 1, Width: 20, First: "2026-03-11", Last: "2026-03-12",
		Said: "2026-03-11: 0; 2026-03-12: 1 new, 0 known", Known: true,
		Columns: []htmlRun{
			{X: 0, TopOfNew: 100, TopOfKnown: 100, Label: "2026-03-11: 0"},
			{X: 10, New: 100, Label: "2026-03-12: 1 new, 0 known"},
		},
	}, {
		Name: "warning", Title: "Warnings from run to run", Most: 4, Width: 20, First: "2026-03-11", Last: "2026-03-12",
		Said: "2026-03-11: 2; 2026-03-12: 1 new, 3 known", Known: true,
		Columns: []htmlRun{
			{X: 0, New: 50, TopOfNew: 50, TopOfKnown: 50, Label: "2026-03-11: 2"},
			{X: 10, New: 25, Known: 75, TopOfNew: 75, Label: "2026-03-12: 1 new, 3 known"},
		},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if courses := coursesOf(make([]RunSummary, 2*htmlRuns), now); len(courses[0].Columns) != htmlRuns {
		t.Errorf("%d runs are plotted", len(courses[0].Columns))
	}
}
