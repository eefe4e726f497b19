package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestBibliographyToPipe holds that a pipe is written to and not first read, as a file that
// could be lost is: what comes out of it may have no end.
func TestBibliographyToPipe(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if exec.Command("mkfifo", pipe).Run() != nil {
		t.Skip("there are no named pipes here")
	}
	end, err := os.OpenFile(pipe, os.O_RDWR, 0) // so that neither end waits for the other
	if err != nil {
		t.Fatal(err)
	}
	defer end.Close()
	var stderr bytes.Buffer
	done := make(chan int, 1)
	go func() {
		text := "\"Rolling without sound\" by Ana Roe appeared in 2021.\n"
		done <- run(t.Context(), []string{"bib", "-q", "-o", pipe, "-"}, strings.NewReader(text), &bytes.Buffer{}, &stderr)
	}()
	select {
	case code := <-done:
		if code != 0 {
			t.Fatalf("bib -o of a pipe exits %d and says %s", code, &stderr)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("bib -o reads the pipe that it is to write to")
	}
	written := make([]byte, 1<<10)
	n, err := end.Read(written)
	if err != nil || !bytes.Contains(written[:n], []byte("title = {Rolling without sound}")) {
		t.Errorf("%q came out of the pipe (%v)", written[:n], err)
	}
}
