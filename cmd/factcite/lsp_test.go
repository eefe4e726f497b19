package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/cmd/factcite/internal/editor/transcript"
	"github.com/factcite/factcite/internal/golden"
)

// TestEditor replays what editors and the command say to each other.
func TestEditor(t *testing.T) {
	transcript.Replay(t, filepath.Join("internal", "editor", "testdata"), *golden.Update, func(t *testing.T, known string) (io.WriteCloser, io.Reader) {
		command := exec.Command("factcite", "lsp")
		if known != "" {
			command.Args = append(command.Args, "--index", known)
		}
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
		t.Cleanup(func() { command.Wait() })
		return in, out
	})
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

// neovimVersion returns how the page's words for the version of a Neovim begin.
func neovimVersion(t *testing.T, neovim string) string {
	t.Helper()
	out, err := exec.Command(neovim, "--version").Output()
	if err != nil {
		t.Fatal(err)
	}
	var major, minor int
	if _, err := fmt.Sscanf(string(out), "NVIM v%d.%d", &major, &minor); err != nil {
		t.Fatalf("%s: %v", out, err)
	}
	switch {
	case major > 0 || minor >= 11:
		return "0.11 and later"
	case minor >= 8:
		return "0.8 to 0.10"
	}
	return "0.7, which"
}

// TestNeovim opens a .bib and JSON Lines in Neovim, configured as docs/editors.md says for
// its version, and asks it what it shows.
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
	configuration := snippet(t, neovimVersion(t, neovim), "lua")
	t.Chdir(folder)
	write(t, map[string]string{
		"init.lua": configuration, "neovim.lua": string(script),
		"refs.bib": "@article{a, author = {Roe, Ana}, title = {𝔉elt}, year = 2019, pages = {9--1}}\n", "facts.jsonl": gapped,
	})
	command := exec.Command(neovim, "--headless", "--clean", "-u", "init.lua", "-n", "-c", "luafile neovim.lua", "refs.bib")
	command.Env = append(os.Environ(), "HOME="+folder, "XDG_STATE_HOME="+folder, "SOURCE_DATE_EPOCH=1790000000")
	out, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	shown, err := os.ReadFile("shown.txt")
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	want := "0:0 missing-venue\n0:73 pages-reversed\nsymbols: a\nhover: article a\nactions: Ignore missing-venue, with a reason\nfacts.jsonl: missing-author\nfacts.jsonl: missing-year\n"
	if diff := cmp.Diff(want, string(shown)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", out, diff)
	}
}
