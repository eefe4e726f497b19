package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/factcite/factcite/internal/generate/facts"
)

// BenchmarkWholeJob checks records and writes the findings and a .bib, as a user does.
func BenchmarkWholeJob(b *testing.B) {
	const count = 20_000
	dir := b.TempDir()
	var records bytes.Buffer
	for line := range facts.Lines(count, facts.Options{Seed: 1, Bad: 0.01}) {
		records.Write(line)
		records.WriteByte('\n')
	}
	file := filepath.Join(dir, "facts.jsonl")
	if err := os.WriteFile(file, records.Bytes(), 0o666); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(records.Len()))
	b.ReportAllocs()
	for b.Loop() {
		args := []string{"check", "-q", "--fail-on", "never", "--bib", filepath.Join(dir, "out.bib"), "-o", filepath.Join(dir, "out.txt"), file}
		if code := run(b.Context(), args, nil, io.Discard, io.Discard); code != exitClean {
			b.Fatal("exit code ", code)
		}
	}
}
