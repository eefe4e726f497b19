//go:build unix

package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// unitsFile writes a file of many units, in which "%d" is the number of the unit, and
// returns its path.
func unitsFile(t *testing.T, name, before, unit string, count int, after string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var w io.Writer = file
	if strings.HasSuffix(name, ".gz") {
		packed, _ := gzip.NewWriterLevel(file, gzip.BestSpeed)
		defer packed.Close()
		w = packed
	}
	var text bytes.Buffer
	text.WriteString(before)
	for i := range count {
		text.WriteString(strings.ReplaceAll(unit, "%d", strconv.Itoa(i)))
		if text.Len() > 1<<20 {
			w.Write(text.Bytes())
			text.Reset()
		}
	}
	text.WriteString(after)
	if _, err := w.Write(text.Bytes()); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestFootprint holds that runs over inputs with very many faults keep within a memory that
// does not grow with the findings.
func TestFootprint(t *testing.T) {
	if os.Getenv("FACTCITE_LONG") == "" || runtime.GOOS != "linux" {
		t.Skip("FACTCITE_LONG is not set, or memory is not counted in kibibytes")
	}
	const entry = "@book{roe%d, title = {Felt rims\n\n"
	const link = `,{"node_id":"n","fact_id":"f%d"}`
	const export = `{"metadata":{"export_type":"nodes"},"facts":[{"id":"f","fact_type":"claim","content":"Felt is quiet.","sources":[{"uri":"https://a.example/"}]}],` +
		`"nodes":[{"id":"n","concept":"felt","node_type":"concept"}],"node_fact_links":[{"node_id":"n","fact_id":"f"}`
	const bad = `{"id":"a%d","fact_type":"claim","content":"","sources":[]}` + "\n"
	for _, c := range []struct {
		name, before, unit string
		count              int
		after              string
		args               []string
		most               int64 // MiB
	}{
		{"unclosed.bib", "", entry, 500_000, "", nil, 200},
		{"dangling.json", export, link, 300_000, "]}", nil, 200},
		{"dangling.json", export, link, 300_000, "]}", []string{"--max-findings", "0"}, 200},
		{"onekey.bib", "", "@book{roe, title = {Felt rims %d}, year = 2001, author = {Roe, Ana}, publisher = {Quiet}}\n", 100_000, "", nil, 200},
		{"bad.jsonl", "", bad, 160_000, "", []string{"--format", "junit"}, 200},
		{"bad.jsonl", "", bad, 160_000, "", []string{"--write-baseline", "base.json"}, 200},
		{"open.bib.gz", "@book{roe, title = {", strings.Repeat("felt rims ", 100_000), 2_000, "", nil, 200},
	} {
		command := exec.Command("factcite", append([]string{"check", "-q", "-o", "out", unitsFile(t, c.name, c.before, c.unit, c.count, c.after)}, c.args...)...)
		command.Dir = t.TempDir()
		command.Env = append(os.Environ(), "GOGC=", "GOMEMLIMIT=")
		command.Run()
		if used := command.ProcessState.SysUsage().(*syscall.Rusage).Maxrss >> 10; used > c.most {
			t.Errorf("%s %q takes %d MiB, want at most %d", c.name, c.args, used, c.most)
		} else {
			t.Logf("%s %q takes %d MiB", c.name, c.args, used)
		}
	}
}
