package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// costly returns a record that the fast pass leaves to jsonschema v5, which looks whether
// its items differ.
func costly(items int) string {
	var b strings.Builder
	b.WriteString(`{"id":"r","fact_type":"claim","content":"Felt is quiet.","sources":[{"uri":"https://carts.example.org/a"}],"list":[`)
	for i := range items {
		fmt.Fprintf(&b, "%d,", i)
	}
	b.WriteString("-1]}\n")
	return b.String()
}

// TestSignalledWhileJudging holds that each signal that asks a run to end does so while
// records are judged that would keep it busy for longer, and that nothing is left of
// what it would have written.
func TestSignalledWhileJudging(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{
		"schema.json": `{"properties":{"list":{"uniqueItems":true}}}`,
		"facts.jsonl": strings.Repeat(costly(9000), 500),
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		c := exec.Command("factcite", "check", "--schema", "schema.json", "-o", "out.txt", "--bib", "refs.bib", "facts.jsonl")
		c.Dir = folder
		var stderr bytes.Buffer
		c.Stderr = &stderr
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		awaitWork(t, c.Process.Pid)
		if err := c.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
		hung := time.AfterFunc(20*time.Second, func() { c.Process.Kill() }) // a busy machine is slow
		var exit *exec.ExitError
		if err := c.Wait(); !errors.As(err, &exit) || exit.ExitCode() != exitCouldNotRun || !strings.Contains(stderr.String(), "interrupted") {
			t.Errorf("%v ends a run with %v, which says %q", signal, err, &stderr)
		}
		hung.Stop()
		if left, _ := os.ReadDir(folder); len(left) != 2 {
			t.Errorf("after %v there are %v", signal, left)
		}
	}
}

// awaitWork waits until a process has worked for half a second, far longer than it takes
// to start and to read.
func awaitWork(t *testing.T, pid int) {
	t.Helper()
	const ticks = 50 // of a hundredth of a second each
	for {
		stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
		if err != nil {
			t.Fatal(err)
		}
		_, after, _ := bytes.Cut(stat, []byte(") "))
		var worked int
		if fields := strings.Fields(string(after)); len(fields) > 11 {
			fmt.Sscan(fields[11], &worked) // utime, the fourteenth field of proc_pid_stat(5)
			if fields[0] == "Z" {
				t.Fatal("the run ended before it was signalled")
			}
		}
		if worked >= ticks {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
}
