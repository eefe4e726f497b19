package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// editorSession is the command as an editor runs it.
type editorSession struct {
	t     *testing.T
	in    io.WriteCloser
	out   chan []byte
	ended chan error
}

func startEditorSession(t *testing.T, args ...string) *editorSession {
	t.Helper()
	command := exec.Command("factcite", append([]string{"lsp"}, args...)...)
	command.Env = append(os.Environ(), "SOURCE_DATE_EPOCH=1790000000")
	command.Stderr = t.Output()
	in, err := command.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	s := &editorSession{t: t, in: in, out: make(chan []byte, 100), ended: make(chan error, 1)}
	go func() {
		defer close(s.out)
		for r := bufio.NewReader(out); ; {
			message, err := readMessage(r)
			if err != nil {
				return
			}
			s.out <- message
		}
	}()
	t.Cleanup(func() {
		in.Close()
		for range s.out { // until it ends
		}
		command.Wait()
	})
	return s
}

// readMessage reads a message of the base protocol.
func readMessage(r *bufio.Reader) ([]byte, error) {
	length := 0
	for {
		line, err := r.ReadString('\n')
		if err != nil {
			return nil, err
		}
		line = strings.TrimSpace(line)
		if line == "" {
			break
		}
		if value, ok := strings.CutPrefix(line, "Content-Length: "); ok {
			if length, err = strconv.Atoi(value); err != nil {
				return nil, err
			}
		}
	}
	message := make([]byte, length)
	_, err := io.ReadFull(r, message)
	return message, err
}

func (s *editorSession) send(message string) {
	s.t.Helper()
	if _, err := fmt.Fprintf(s.in, "Content-Length: %d\r\n\r\n%s", len(message), message); err != nil {
		s.t.Fatal(err)
	}
}

// message is what the test looks at in one.
type message struct {
	ID     json.RawMessage
	Method string
	Params struct {
		URI          string
		Version      int
		TextDocument struct {
			URI     string
			Version int
		}
	}
}

// exchange sends a message and returns what comes up to its answer: of a request the
// response, of a text that was opened or changed its diagnostics.
func (s *editorSession) exchange(text string) [][]byte {
	s.t.Helper()
	var sent message
	if err := json.Unmarshal([]byte(text), &sent); err != nil {
		s.t.Fatalf("%s: %v", text, err)
	}
	s.send(text)
	if sent.ID == nil && sent.Method != "textDocument/didOpen" && sent.Method != "textDocument/didChange" && sent.Method != "textDocument/didClose" {
		return nil
	}
	var got [][]byte
	for {
		select {
		case out, ok := <-s.out:
			if !ok {
				s.t.Fatalf("it ended after %s", text)
			}
			got = append(got, out)
			var answer message
			if err := json.Unmarshal(out, &answer); err != nil {
				s.t.Fatalf("%s: %v", out, err)
			}
			isAnswer := sent.ID != nil && bytes.Equal(answer.ID, sent.ID)
			isShown := sent.ID == nil && answer.Params.URI == sent.Params.TextDocument.URI && answer.Params.Version == sent.Params.TextDocument.Version
			if isAnswer || isShown {
				return got
			}
		case <-time.After(time.Minute):
			s.t.Fatalf("no answer to %s, but %s", text, bytes.Join(got, []byte("\n")))
		}
	}
}

// TestEditor replays what editors and the command say to each other: archives of the
// files of a folder and a transcript, in which $DIR is the folder.
func TestEditor(t *testing.T) {
	transcripts, err := filepath.Glob(filepath.Join("testdata", "lsp", "*.txtar"))
	if err != nil || len(transcripts) == 0 {
		t.Fatal(err)
	}
	for _, name := range transcripts {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			folder := t.TempDir()
			var args []string
			var transcript *txtar.File
			for i := range archive.Files {
				f := &archive.Files[i]
				if f.Name == "transcript" {
					transcript = f
					continue
				}
				if err := os.WriteFile(filepath.Join(folder, f.Name), f.Data, 0o644); err != nil {
					t.Fatal(err)
				}
				if f.Name == "index.bib" {
					index := filepath.Join(t.TempDir(), "known.index")
					factcite(t, exitClean, "index", "-q", "--date", "2026-11", filepath.Join(folder, f.Name), "-o", index)
					os.Remove(filepath.Join(folder, f.Name))
					args = []string{"--index", index}
				}
			}
			session := startEditorSession(t, args...)
			var got strings.Builder
			for line := range strings.Lines(string(transcript.Data)) {
				sent, ok := strings.CutPrefix(strings.TrimSpace(line), "--> ")
				if !ok {
					continue
				}
				got.WriteString("--> " + sent + "\n")
				for _, answer := range session.exchange(strings.ReplaceAll(sent, "$DIR", filepath.ToSlash(folder))) {
					got.WriteString("<-- " + strings.ReplaceAll(string(answer), filepath.ToSlash(folder), "$DIR") + "\n")
				}
			}
			if *update {
				transcript.Data = []byte(got.String())
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if diff := cmp.Diff(string(transcript.Data), got.String()); diff != "" {
				t.Errorf("%s is out of date; look at the difference and run with -update (-want +got):\n%s", name, diff)
			}
		})
	}
}

// What is no message ends the session at most.
func TestEditorSendsGarbage(t *testing.T) {
	for _, text := range []string{"", "garbage", "Content-Length: 5\r\n\r\n{", "Content-Length: -1\r\n\r\n{}", "Content-Length: 2\r\n\r\n[]", "Content-Length: 999999999999\r\n\r\n{}",
		"Content-Length: 2\r\n\r\n{}", "\x00\xff\r\n\r\n"} {
		command := exec.Command("factcite", "lsp")
		command.Stdin = strings.NewReader(text)
		out, err := command.CombinedOutput()
		if bytes.Contains(out, []byte("panic")) || bytes.Contains(out, []byte("goroutine")) {
			t.Errorf("%q: %v %s", text, err, out)
		}
	}
}

// TestNeovim opens a .bib in Neovim and asks it what it shows.
func TestNeovim(t *testing.T) {
	if testing.Short() {
		t.Skip("Neovim is left out of short tests")
	}
	neovim, err := exec.LookPath("nvim")
	if err != nil {
		t.Skip("nvim is not installed (apt-get install neovim)")
	}
	if runtime.GOOS == "windows" {
		t.Skip("the script is for other systems")
	}
	folder := t.TempDir()
	script, err := os.ReadFile(filepath.Join("testdata", "lsp", "neovim.lua"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(folder)
	write(t, map[string]string{"neovim.lua": string(script), "refs.bib": "@article{a, author = {Roe, Ana}, title = {𝔉elt}, year = 2019, pages = {9--1}}\n"})
	command := exec.Command(neovim, "--headless", "--clean", "-n", "-c", "luafile neovim.lua", "refs.bib")
	command.Env = append(os.Environ(), "HOME="+folder, "XDG_STATE_HOME="+folder, "SOURCE_DATE_EPOCH=1790000000")
	out, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	shown, err := os.ReadFile("shown.txt")
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	want := "0:0 missing-venue\n0:73 pages-reversed\nsymbols: a\nhover: article a\nactions: Ignore missing-venue, with a reason\n"
	if diff := cmp.Diff(want, string(shown)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", out, diff)
	}
}
