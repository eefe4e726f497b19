package main

import (
	"bytes"
	"context"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/factcite/factcite/internal/generate/facts"
)

// writeFacts writes a file of invented records.
func writeFacts(t *testing.T, path string, count int) {
	t.Helper()
	var text bytes.Buffer
	for line := range facts.Lines(count, facts.Options{Seed: 1, Bad: 0.01}) {
		text.Write(line)
		text.WriteByte('\n')
	}
	if err := os.WriteFile(path, text.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestKilled kills 50 runs at a moment of chance: every output is the old one or
// the new one, whole.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("kills 50 processes")
	}
	folder := t.TempDir()
	binary := filepath.Join(folder, "factcite")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	writeFacts(t, filepath.Join(folder, "facts.jsonl"), 1500)
	outputs := []string{"out.txt", "refs.bib"}
	command := func() *exec.Cmd {
		c := exec.Command(binary, "check", "-q", "--fail-on", "never", "-o", outputs[0], "--bib", outputs[1], "facts.jsonl")
		c.Dir = folder
		return c
	}
	start := time.Now()
	if err := command().Run(); err != nil {
		t.Fatal(err)
	}
	wholeRun := time.Since(start)
	finished := map[string][]byte{}
	for _, name := range outputs {
		finished[name], _ = os.ReadFile(filepath.Join(folder, name))
		if len(finished[name]) == 0 {
			t.Fatalf("%s is empty", name)
		}
	}

	old := []byte("what stood there before\n")
	chance := rand.New(rand.NewPCG(1, 2))
	killed := 0
	for range 50 {
		for _, name := range outputs {
			if err := os.WriteFile(filepath.Join(folder, name), old, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		c := command()
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(chance.Int64N(int64(wholeRun) * 5 / 4)))
		c.Process.Kill()
		if c.Wait() != nil {
			killed++
		}
		for _, name := range outputs {
			text, err := os.ReadFile(filepath.Join(folder, name))
			if err != nil || !bytes.Equal(text, old) && !bytes.Equal(text, finished[name]) {
				t.Fatalf("%s is neither the old one nor the new one (%d bytes, %v)", name, len(text), err)
			}
		}
	}
	if killed == 0 {
		t.Error("no run was killed before its end, so nothing was shown")
	}
}

// TestCancelled holds that a run which is told to stop says so, exits 2, and
// leaves neither an output nor a temporary file.
func TestCancelled(t *testing.T) {
	folder := t.TempDir()
	input := filepath.Join(folder, "facts.jsonl")
	writeFacts(t, input, 3000)
	for _, args := range [][]string{
		{"check", "-o", filepath.Join(folder, "out.txt"), input},
		{"bib", "-o", filepath.Join(folder, "refs.bib"), input},
		{"refs", "-o", filepath.Join(folder, "refs.jsonl"), input},
	} {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		var stderr bytes.Buffer
		if code := run(ctx, args, strings.NewReader(""), &bytes.Buffer{}, &stderr); code != exitCouldNotRun {
			t.Errorf("%q exits %d, want %d", args[0], code, exitCouldNotRun)
		}
		if !strings.Contains(stderr.String(), "interrupted") {
			t.Errorf("%q does not say that it was interrupted: %s", args[0], &stderr)
		}
	}
	if left, _ := os.ReadDir(folder); len(left) != 1 {
		t.Errorf("files were left behind: %v", left)
	}
}
