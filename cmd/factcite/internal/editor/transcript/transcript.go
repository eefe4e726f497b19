// Package transcript is for tests of the language server: it replays what an editor and
// the server say to each other. It does not know what either means by it.
package transcript

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/factcite/factcite/authority/dump"
	"github.com/factcite/factcite/authority/index"
)

// Server is one that runs, and has the path of an index of known works, or "".
type Server func(t *testing.T, index string) (in io.WriteCloser, out io.Reader)

// Replay replays every transcript of a folder, or with update writes what was said. Each
// is an archive of the files of a folder, which is $DIR in it, and of the messages. Of an
// index.bib among the files an index of known works is built.
func Replay(t *testing.T, folder string, update bool, start Server) {
	names, err := filepath.Glob(filepath.Join(folder, "*.txtar"))
	if err != nil || len(names) == 0 {
		t.Fatal("no transcripts", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) { replay(t, name, update, start) })
	}
}

func replay(t *testing.T, name string, update bool, start Server) {
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	folder, known := t.TempDir(), ""
	var transcript *txtar.File
	for i := range archive.Files {
		switch f := &archive.Files[i]; f.Name {
		case "transcript":
			transcript = f
		case "index.bib":
			known = filepath.Join(t.TempDir(), "known.index")
			works := dump.Read(dump.File{Name: f.Name, Date: "2026-11", Reader: bytes.NewReader(f.Data)})
			if _, err := index.Build(context.Background(), known, []index.Source{{Name: f.Name, Works: works}}, nil); err != nil {
				t.Fatal(err)
			}
		default:
			if err := os.WriteFile(filepath.Join(folder, f.Name), f.Data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	s := newSession(t, known, start)
	var got strings.Builder
	for line := range strings.Lines(string(transcript.Data)) {
		sent, ok := strings.CutPrefix(strings.TrimSpace(line), "--> ")
		if !ok {
			continue
		}
		got.WriteString("--> " + sent + "\n")
		for _, answer := range s.exchange(strings.ReplaceAll(sent, "$DIR", filepath.ToSlash(folder))) {
			got.WriteString("<-- " + strings.ReplaceAll(string(answer), filepath.ToSlash(folder), "$DIR") + "\n")
		}
	}
	if update {
		transcript.Data = []byte(got.String())
		if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if diff := cmp.Diff(string(transcript.Data), got.String()); diff != "" {
		t.Errorf("%s is out of date; look at the difference and run with -update (-want +got):\n%s", name, diff)
	}
}

// session is a server, and what it has said.
type session struct {
	t   *testing.T
	in  io.Writer
	out chan []byte
}

func newSession(t *testing.T, known string, start Server) *session {
	t.Helper()
	in, out := start(t, known)
	s := &session{t: t, in: in, out: make(chan []byte, 100)}
	go func() {
		defer close(s.out)
		for r := bufio.NewReader(out); ; {
			message, err := read(r)
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
	})
	return s
}

// read reads a message of the base protocol.
func read(r *bufio.Reader) ([]byte, error) {
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

// message is what is looked at in one.
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
func (s *session) exchange(text string) [][]byte {
	s.t.Helper()
	var sent message
	if err := json.Unmarshal([]byte(text), &sent); err != nil {
		s.t.Fatalf("%s: %v", text, err)
	}
	if _, err := fmt.Fprintf(s.in, "Content-Length: %d\r\n\r\n%s", len(text), text); err != nil {
		s.t.Fatal(err)
	}
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
