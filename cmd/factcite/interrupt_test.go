package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"github.com/factcite/factcite/internal/generate/facts"
)

// invented returns records that are invented.
func invented(count int) []byte {
	var text bytes.Buffer
	for line := range facts.Lines(count, facts.Options{Seed: 1, Bad: 0.01}) {
		text.Write(line)
		text.WriteByte('\n')
	}
	return text.Bytes()
}

// TestKilled kills runs after they read a part of their input, and after they wrote
// a part of an output: every output is the old one or the new one, whole.
func TestKilled(t *testing.T) {
	folder := t.TempDir()
	input := invented(1500)
	outputs := []string{"out.txt", "refs.bib"}
	start := func() (*exec.Cmd, io.WriteCloser) {
		c := exec.Command("factcite", "check", "-q", "--fail-on", "never", "-o", outputs[0], "--bib", outputs[1], "-")
		c.Dir = folder
		stdin, err := c.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		return c, stdin
	}
	c, stdin := start()
	stdin.Write(input)
	stdin.Close()
	if err := c.Wait(); err != nil {
		t.Fatal(err)
	}
	finished := map[string][]byte{}
	for _, name := range outputs {
		finished[name], _ = os.ReadFile(filepath.Join(folder, name))
		if len(finished[name]) == 0 {
			t.Fatalf("%s is empty", name)
		}
	}

	old := []byte("@misc{old,\n  title = {What was there before},\n  x-facts = {a1}\n}\n")
	killed, left := 0, 0
	for _, c := range []struct {
		read, written float64 // shares of the input and of the first output
	}{
		{read: 0}, {read: 0.1}, {read: 0.5}, {read: 0.9}, {read: 1},
		{read: 1, written: 0.001}, {read: 1, written: 0.3}, {read: 1, written: 0.6}, {read: 1, written: 1},
	} {
		for _, name := range outputs {
			if err := os.WriteFile(filepath.Join(folder, name), old, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		command, stdin := start()
		stdin.Write(input[:int(c.read*float64(len(input)))])
		if c.written > 0 {
			stdin.Close()
			awaitWritten(filepath.Join(folder, outputs[0]), old, int64(c.written*float64(len(finished[outputs[0]]))))
		}
		command.Process.Kill()
		if command.Wait() != nil {
			killed++
		}
		for _, name := range outputs {
			text, err := os.ReadFile(filepath.Join(folder, name))
			if err != nil || !bytes.Equal(text, old) && !bytes.Equal(text, finished[name]) {
				t.Fatalf("after %+v %s is neither the old one nor the new one (%d bytes, %v)", c, name, len(text), err)
			}
		}
		for _, name := range temporaries(filepath.Join(folder, "*")) {
			left++
			if err := os.Chtimes(name, time.Time{}, time.Unix(0, 0)); err != nil { // it is not fresh
				t.Fatal(err)
			}
		}
	}
	c, stdin = start()
	stdin.Write(input)
	stdin.Close()
	if err := c.Wait(); err != nil {
		t.Fatal(err)
	}
	if still := temporaries(filepath.Join(folder, "*")); left == 0 || len(still) > 0 {
		t.Errorf("of %d files that were left behind the next run leaves %v", left, still)
	}
	if killed < 5 {
		t.Errorf("only %d runs were killed before their end", killed)
	}
}

// awaitWritten waits until so much was written of the file that will replace the
// one at path, or until that was replaced.
func awaitWritten(path string, old []byte, size int64) {
	for {
		if info, err := os.Stat(path); err != nil || info.Size() != int64(len(old)) {
			return
		}
		for _, name := range temporaries(path) {
			if info, err := os.Stat(name); err == nil && info.Size() >= size {
				return
			}
		}
		runtime.Gosched()
	}
}

// temporaries lists the files that are written to replace those that a pattern
// names.
func temporaries(pattern string) []string {
	found, _ := filepath.Glob(filepath.Join(filepath.Dir(pattern), "."+filepath.Base(pattern)+".*.tmp"))
	return found
}

// TestCancelled holds that a run which is told to stop says so, exits 2, and
// leaves neither an output nor a temporary file.
func TestCancelled(t *testing.T) {
	folder := t.TempDir()
	input := filepath.Join(folder, "facts.jsonl")
	if err := os.WriteFile(input, invented(3000), 0o644); err != nil {
		t.Fatal(err)
	}
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

// silent is a stream that nobody writes to.
type silent struct {
	asked func()
	open  chan struct{}
}

func (s silent) Read([]byte) (int, error) {
	s.asked()
	<-s.open
	return 0, io.EOF
}

// TestInterruptedWhileWaiting holds that a run ends while its input is waited for.
func TestInterruptedWhileWaiting(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	hasPipe := exec.Command("mkfifo", pipe).Run() == nil
	for _, verb := range []string{"check", "bib", "refs", "facts"} {
		ctx, cancel := context.WithCancel(t.Context())
		stdin := silent{cancel, make(chan struct{})}
		defer close(stdin.open)
		var stderr bytes.Buffer
		code := run(ctx, []string{verb, "-"}, stdin, &bytes.Buffer{}, &stderr)
		if code != exitCouldNotRun || !strings.Contains(stderr.String(), "interrupted") {
			t.Errorf("%s - exits %d and says %s", verb, code, &stderr)
		}
		if !hasPipe {
			continue
		}
		stderr.Reset()
		code = run(ctx, []string{verb, pipe}, strings.NewReader(""), &bytes.Buffer{}, &stderr)
		if code != exitCouldNotRun || !strings.Contains(stderr.String(), "interrupted") {
			t.Errorf("%s of a pipe exits %d and says %s", verb, code, &stderr)
		}
	}
}

// TestLeft holds that a run ends which does not look whether it should, as one does not that
// is at a very long sentence, and that nothing is left of what it had begun.
func TestLeft(t *testing.T) {
	folder := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	forever := make(chan struct{})
	defer close(forever)
	busy := &cobra.Command{SilenceErrors: true, SilenceUsage: true, RunE: func(cmd *cobra.Command, _ []string) error {
		return writeFile(cmd, filepath.Join(folder, "refs.jsonl"), func(*bufio.Writer) error {
			cancel()
			<-forever
			return nil
		})
	}}
	busy.SetArgs(nil)
	if err := execute(ctx, busy); err == nil || !strings.Contains(err.Error(), "interrupted") {
		t.Errorf("a run that is left ends with %v", err)
	}
	if left, _ := os.ReadDir(folder); len(left) != 0 {
		t.Errorf("a run that is left leaves %v", left)
	}
}
