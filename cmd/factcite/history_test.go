package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// TestRunsAtTheSameTime holds that runs which write to the same place all end well, and
// that a history has all of them.
func TestRunsAtTheSameTime(t *testing.T) {
	const runs = 16
	folder := t.TempDir()
	facts := filepath.Join(folder, "facts.jsonl")
	history := filepath.Join(folder, "runs.jsonl")
	write(t, map[string]string{facts: oneFact, history: `{"day":"2026-0`})
	atOnce := func(args ...string) {
		t.Helper()
		var all sync.WaitGroup
		for range runs {
			all.Go(func() {
				command := exec.Command("factcite", args...)
				command.Dir = folder
				said, err := command.CombinedOutput()
				exit, _ := errors.AsType[*exec.ExitError](err)
				if err != nil && exit.ExitCode() != exitFindings {
					t.Errorf("%v: %s", err, said)
				}
			})
		}
		all.Wait()
	}
	for range 4 {
		atOnce("bib", "-q", "facts.jsonl", "-o", "out.bib")
	}
	atOnce("check", "-q", "facts.jsonl", "--history", "runs.jsonl")
	text, err := os.ReadFile(history)
	if err != nil {
		t.Fatal(err)
	}
	kept := 0
	for line := range bytes.Lines(text) {
		if strings.HasSuffix(string(line), "}}\n") {
			kept++
		}
	}
	if kept != runs {
		t.Errorf("the history has %d of %d runs: %s", kept, runs, text)
	}
}
