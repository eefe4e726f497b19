package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
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

// forgetOutputs has the next run make its outputs anew.
func forgetOutputs(t *testing.T) {
	t.Helper()
	if err := os.Remove(filepath.Join("kept", "parts", lastLines+".output")); err != nil {
		t.Fatal(err)
	}
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

// TestAFileThatNobodyTouchedIsNotRead holds that the content of a file is compared where
// its state is another one, or too young to be relied on, and nowhere else.
func TestAFileThatNobodyTouchedIsNotRead(t *testing.T) {
	if _, _, ok := inodeOf("cache_test.go"); !ok {
		t.Skip("files have no state that is relied on here")
	}
	defer func(before time.Duration) { settling = before }(settling)
	t.Chdir(t.TempDir())
	path := filepath.Join("kept", "parts", hashOf("a.jsonl")[:32]+".part")
	write := func(id string) {
		if err := os.WriteFile("a.jsonl", []byte(strings.ReplaceAll(cachedRecord, "ID", id)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	isKept := func(old, young time.Duration) bool {
		t.Helper()
		settling = old
		checkedWithCache(t, "a.jsonl")
		before, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		// A part that says nothing true of the content is one to keep by its state alone.
		if err := os.WriteFile(path, append([]byte(unknown), before[len(unknown):]...), 0o600); err != nil {
			t.Fatal(err)
		}
		forgetOutputs(t)
		settling = young
		checkedWithCache(t, "a.jsonl")
		after, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return strings.HasPrefix(string(after), unknown)
	}
	const always, never = -time.Hour, time.Hour
	for _, c := range []struct {
		old, young time.Duration
		want       bool
	}{{always, always, true}, {never, always, false}, {always, never, false}, {never, never, false}} {
		write("a")
		if got := isKept(c.old, c.young); got != c.want {
			t.Errorf("states settle in %v, then in %v: the part is kept by the state alone: %v", c.old, c.young, got)
		}
	}
}

// TestAChangeThatHidesIsSeen holds that a file is read that has the length and the time of
// the one before.
func TestAChangeThatHidesIsSeen(t *testing.T) {
	defer func(before time.Duration) { settling = before }(settling)
	settling = -time.Hour // every state is old enough
	t.Chdir(t.TempDir())
	for _, id := range []string{"a", "b"} {
		if err := os.WriteFile("a.jsonl", []byte(strings.ReplaceAll(cachedRecord, "ID", id)), 0o600); err != nil {
			t.Fatal(err)
		}
		long := time.Unix(1_700_000_000, 0)
		if err := os.Chtimes("a.jsonl", long, long); err != nil {
			t.Fatal(err)
		}
		if out := checkedWithCache(t, "--format", "json", "a.jsonl"); !strings.Contains(out, `"fact":"`+id+`"`) && !strings.Contains(out, `"fact": "`+id+`"`) {
			t.Errorf("the findings of %s are %s", id, out)
		}
	}
}

// TestADamagedPartIsMadeAnew holds that a part that was changed on disk, wherever, is no answer,
// and is made anew.
func TestADamagedPartIsMadeAnew(t *testing.T) {
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
	for name, at := range map[string]int{"its end": len(text) - 2, "a record": len(text) - 20, "its head": 3 + strings.Index(string(text), "factcite_part")} {
		damaged := []byte(string(text))
		damaged[at] ^= 1
		if err := os.WriteFile(path, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		os.RemoveAll(filepath.Join("kept", "parts", "end.output")) // or nothing is asked for
		var out bytes.Buffer
		args := []string{"check", "--today", "2026-01-01", "--cache", "kept", "a.jsonl"}
		if code := run(t.Context(), args, strings.NewReader(""), io.Discard, &out); code != exitClean || strings.Count(out.String(), "is damaged") != 1 {
			t.Errorf("with %s damaged: exit code %d: %s", name, code, out.String())
		}
		if mended, err := os.ReadFile(path); err != nil || string(mended[len(mended)-20:]) != string(text[len(text)-20:]) {
			t.Errorf("with %s damaged: the part is not made anew: %v", name, err)
		}
	}
}
