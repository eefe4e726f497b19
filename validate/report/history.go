package report

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/factcite/factcite/validate"
)

// RunSummary is what a later run shows of an earlier one.
type RunSummary struct {
	Day      string           `json:"day"` // that dates were judged by, as in 2026-03-12
	Records  int              `json:"records"`
	Works    int              `json:"works"`
	Findings validate.Counts  `json:"findings"`
	Known    *validate.Counts `json:"known,omitempty"` // those of a baseline, which are not among Findings; nil without one
}

// Summarize returns what a later run shows of this one.
func Summarize(res *validate.Result) RunSummary {
	return summaryOf(res.Summary, res.Today)
}

func summaryOf(s validate.Summary, today time.Time) RunSummary {
	return RunSummary{Day: today.Format(time.DateOnly), Records: s.Records, Works: s.Works, Findings: s.Findings, Known: s.Known}
}

const (
	// mostRuns is how many runs of a history are read.
	mostRuns = 1_000
	// longestRun is how long a line of a history may be, in bytes.
	longestRun = 64 << 10
)

// ReadHistory reads what [WriteHistory] wrote, the oldest run first; of more than a
// thousand it returns the last. Blank lines are passed over, and so are lines that were
// cut: the error is then an [io.ErrUnexpectedEOF] that names the last of them, and the runs
// are returned with it. Any other error names the line that is no run.
func ReadHistory(r io.Reader) ([]RunSummary, error) {
	var history []RunSummary
	var cut error
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, longestRun)
	for number := 1; lines.Scan(); number++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		if isCut(lines.Bytes()) {
			cut = fmt.Errorf("line %d of the history is cut: %w", number, io.ErrUnexpectedEOF)
			continue
		}
		var run RunSummary
		err := json.Unmarshal(lines.Bytes(), &run)
		if _, wrong := time.Parse(time.DateOnly, run.Day); err == nil && wrong != nil {
			err = fmt.Errorf("%q is no day", run.Day)
		}
		if err == nil && slices.Min([]int{run.Findings.Error, run.Findings.Warning, run.Findings.Info}) < 0 {
			err = errors.New("a number is negative")
		}
		if err != nil {
			return nil, fmt.Errorf("line %d of the history is no run: %w", number, err)
		}
		if history = append(history, run); len(history) > mostRuns {
			history = history[1:]
		}
	}
	return history, cmp.Or(lines.Err(), cut)
}

// isCut reports whether a line is the beginning of JSON.
func isCut(line []byte) bool {
	var value json.RawMessage
	return errors.Is(json.NewDecoder(bytes.NewReader(line)).Decode(&value), io.ErrUnexpectedEOF)
}

// WriteHistory writes runs, one a line as JSON, the oldest first. Of more than a thousand
// the last are written.
func WriteHistory(w io.Writer, history []RunSummary) error {
	lines := json.NewEncoder(w)
	for _, run := range history[max(0, len(history)-mostRuns):] {
		if err := lines.Encode(run); err != nil {
			return err
		}
	}
	return nil
}
