package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const cachedRecord = `{"id": "ID", "fact_type": "claim", "content": "It is quiet.", "sources": [{"uri": "https://carts.example.org/a"}]}` + "\n"

// checkedWithCache runs check with a cache and returns what it prints.
func checkedWithCache(t *testing.T, paths ...string) string {
	t.Helper()
	var out, errors bytes.Buffer
	args := append([]string{"check", "--quiet", "--today", "2026-01-01", "--cache", "kept"}, paths...)
	if code := run(t.Context(), args, strings.NewReader(""), &out, &errors); code == exitCouldNotRun {
		t.Fatal(errors.String())
	}
	return out.String()
}

// TestAnUnchangedFileIsNotReadAgain holds that the part of a file is made once as long as
// the file stays as it is, and anew if it changed, or the part is damaged.
func TestAnUnchangedFileIsNotReadAgain(t *testing.T) {
	t.Chdir(t.TempDir())
	write := func(name, id string) {
		if err := os.WriteFile(name, []byte(strings.ReplaceAll(cachedRecord, "ID", id)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	part := func(name string) (string, os.FileInfo) {
		path := filepath.Join("kept", "parts", hashOf(name)[:32]+".part")
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		return path, info
	}
	write("a.jsonl", "a")
	write("b.jsonl", "b")
	first := checkedWithCache(t, "a.jsonl", "b.jsonl")
	if !strings.Contains(first, "a.jsonl:1") || !strings.Contains(first, "b.jsonl:1") {
		t.Fatalf("the findings are %s", first)
	}
	_, a := part("a.jsonl")
	_, b := part("b.jsonl")
	write("b.jsonl", "c")
	write("a.jsonl", "a") // at another time
	checkedWithCache(t, "a.jsonl", "b.jsonl")
	if _, now := part("a.jsonl"); !os.SameFile(a, now) {
		t.Error("a.jsonl was read again")
	}
	pathOfB, now := part("b.jsonl")
	if os.SameFile(b, now) {
		t.Error("b.jsonl was not read again")
	}
	if err := os.Truncate(pathOfB, 20); err != nil {
		t.Fatal(err)
	}
	write("b.jsonl", "b")
	if again := checkedWithCache(t, "a.jsonl", "b.jsonl"); again != first {
		t.Errorf("the findings are %s, and were %s", again, first)
	}
	left, err := filepath.Glob("kept/parts/.*")
	if err != nil || len(left) > 0 {
		t.Errorf("%v are left behind", left)
	}
}

// TestADamagedCacheIsNoAnswer holds that a part that was changed on disk ends the run.
func TestADamagedCacheIsNoAnswer(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("a.jsonl", []byte(cachedRecord), 0o600); err != nil {
		t.Fatal(err)
	}
	checkedWithCache(t, "a.jsonl")
	path := filepath.Join("kept", "parts", hashOf("a.jsonl")[:32]+".part")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text[len(text)-20] ^= 1
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	args := []string{"check", "--today", "2026-01-01", "--cache", "kept", "a.jsonl"}
	if code := run(t.Context(), args, strings.NewReader(""), io.Discard, &out); code != exitCouldNotRun || !strings.Contains(out.String(), "is damaged") {
		t.Errorf("exit code %d: %s", code, out.String())
	}
}
