package main

import (
	"bytes"
	"flag"
	"os"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write what the tests see to their files")

func TestMutate(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a package's tests several times")
	}
	packages, err := load([]string{"./testdata/sample"})
	if err != nil {
		t.Fatal(err)
	}
	run, err := packages[0].mutate(100, 1, regexp.MustCompile(""))
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	run.print(&got, true)
	const golden = "testdata/sample.txt"
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("verdicts (-want +got):\n%s", diff)
	}
}

// The same seed chooses the same mutants, and another one others.
func TestSeed(t *testing.T) {
	chosen := func(seed uint64) (lines []string) {
		packages, err := load([]string{"./testdata/sample"})
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range packages[0].choose(8, seed, regexp.MustCompile("")) {
			lines = append(lines, m.change+": "+m.context)
		}
		return lines
	}
	first := chosen(1)
	if diff := cmp.Diff(first, chosen(1)); diff != "" {
		t.Errorf("chosen twice with one seed:\n%s", diff)
	}
	if cmp.Equal(first, chosen(2)) {
		t.Error("two seeds chose the same mutants")
	}
}
