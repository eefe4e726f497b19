package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// sharedBuffer is what a run prints, read beside it.
type sharedBuffer struct {
	mutex sync.Mutex
	text  bytes.Buffer
}

func (b *sharedBuffer) Write(p []byte) (int, error) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	return b.text.Write(p)
}

func (b *sharedBuffer) String() string {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	return b.text.String()
}

// await waits until a text was printed.
func (b *sharedBuffer) await(t *testing.T, text string, times int) {
	t.Helper()
	for range 600 {
		if strings.Count(b.String(), text) >= times {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("%q is not printed %d times: %s", text, times, b.String())
}

func TestWatch(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "facts.jsonl")
	broken := strings.Replace(oneFact, "Felt is quiet.", "It rolls.", 1)
	write(t, map[string]string{path: oneFact})
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var out, note sharedBuffer
	ended := make(chan int)
	go func() {
		ended <- run(ctx, []string{"check", "--watch", "--report", "json=" + filepath.Join(folder, "out.json"), folder}, strings.NewReader(""), &out, &note)
	}()
	const waits = "waiting for a file to change"
	note.await(t, waits, 1)
	write(t, map[string]string{path: broken})
	note.await(t, waits, 2)
	out.await(t, "dangling-subject", 1)
	if err := os.Remove(path); err != nil { // nothing is left to check, which ends nothing
		t.Fatal(err)
	}
	note.await(t, "no record found", 1)
	write(t, map[string]string{path: oneFact})
	note.await(t, waits, 4)
	write(t, map[string]string{filepath.Join(folder, ".factcite.yaml"): "rules:\n  missing-yeer: off\n"})
	note.await(t, "missing-yeer", 1)
	cancel()
	if code := <-ended; code != exitClean {
		t.Errorf("it exits %d", code)
	}
	if strings.Count(out.String(), "dangling-subject") != 1 {
		t.Errorf("it prints %s", out.String())
	}
	if code, _, said := call(t, "", "check", "--watch", folder, filepath.Join(folder, "nope")); code != exitCouldNotRun || !strings.Contains(said, "nope: no such file") {
		t.Errorf("a file that is not there exits %d: %s", code, said)
	}
	if code, _, said := call(t, "", "check", "--watch"); code != exitCouldNotRun || !strings.Contains(said, "no input") {
		t.Errorf("no file exits %d: %s", code, said)
	}
	if code, _, said := call(t, oneFact, "check", "--watch", "-"); code != exitCouldNotRun || !strings.Contains(said, "standard input is read once") {
		t.Errorf("standard input exits %d: %s", code, said)
	}
}
