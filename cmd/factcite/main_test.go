package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/charmap"

	"github.com/factcite/factcite/internal/golden"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"factcite": main,
	})
}

// TestScript runs the product as its users run it. $PAGES is the folder of
// pages in testdata.
func TestScript(t *testing.T) {
	testdata, err := filepath.Abs("../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join(testdata, "script"),
		UpdateScripts: *golden.Update,
		Setup: func(env *testscript.Env) error {
			env.Setenv("PAGES", filepath.Join(testdata, "pages"))
			env.Setenv("FOREIGN", filepath.Join(testdata, "foreign"))
			env.Setenv("SOURCE_DATE_EPOCH", "1790000000") // 2026-09-21
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"fill": fill, "latin1": latin1, "exits": exits},
	})
}

// fill FILE PREFIX UNIT COUNT SUFFIX writes a file too large to stand in a
// script. Escapes of Go strings hold.
func fill(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 5 {
		ts.Fatalf("usage: fill FILE PREFIX UNIT COUNT SUFFIX")
	}
	count, err := strconv.Atoi(args[3])
	ts.Check(err)
	var text strings.Builder
	for _, part := range []string{args[1], strings.Repeat(unescape(ts, args[2]), count), args[4]} {
		text.WriteString(unescape(ts, part))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text.String()), 0o644))
}

// latin1 FILE TEXT writes a text in Latin-1. Escapes of Go strings hold.
func latin1(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: latin1 FILE TEXT")
	}
	text, err := charmap.ISO8859_1.NewEncoder().String(unescape(ts, args[1]))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}

func unescape(ts *testscript.TestScript, text string) string {
	if !strings.Contains(text, `\`) {
		return text
	}
	plain, err := strconv.Unquote(`"` + strings.ReplaceAll(text, `"`, `\"`) + `"`)
	ts.Check(err)
	return plain
}

// exits CODE ARGUMENT… runs factcite and holds its exit code, which testscript
// itself does not tell from other failures.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: exits CODE [ARGUMENT…]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec("factcite", args[1:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("factcite did not run: %v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("factcite exited %d, want %d", got, want)
	}
}
