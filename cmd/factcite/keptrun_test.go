package main

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/s2"
)

// ranCheck is what check exits with, writes and says.
type ranCheck struct {
	Code                       int
	Out, Errors, Bib, Baseline string
}

// runCheck runs check over the folder facts with outputs of every kind.
func runCheck(t *testing.T, flags ...string) ranCheck {
	t.Helper()
	var out, errors bytes.Buffer
	args := append([]string{"check", "--today", "2026-01-01", "--bib", "out.bib", "--write-baseline", "out.json", "facts"}, flags...)
	r := ranCheck{Code: run(t.Context(), args, strings.NewReader(""), &out, &errors)}
	r.Out, r.Errors = out.String(), errors.String()
	for path, to := range map[string]*string{"out.bib": &r.Bib, "out.json": &r.Baseline} {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err, r.Errors)
		}
		*to = string(text)
		os.Remove(path)
	}
	return r
}

// inFactsFolder begins a test with three files of records and a .bib.
func inFactsFolder(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	if err := os.Mkdir("facts", 0o755); err != nil {
		t.Fatal(err)
	}
	for i := range 3 {
		writeFacts(t, fmt.Sprintf("facts/%d.jsonl", i), 3*i, 3*i+4)
	}
	write(t, map[string]string{"facts/refs.bib": "@article{roe, author = {Roe, Ana}, title = {Felt rims and quiet carts}, year = 2020}\n"})
}

// writeFacts writes facts of some numbers, which name works in turn.
func writeFacts(t *testing.T, path string, from, to int) {
	t.Helper()
	var text strings.Builder
	for i := from; i < to; i++ {
		fmt.Fprintf(&text, `{"id": "f%d", "fact_type": "reference", "content": "Ana Roe wrote the paper 'Felt rims of kind %d' (%d).", "sources": [{"uri": "https://carts.example.org/%d"}]}`+"\n", i%11, i%5, 2010+i%3, i)
	}
	write(t, map[string]string{path: text.String()})
}

// writeClaims writes some facts that name no work, the last of which says something else, and
// is stated by another file too if that is 0.
func writeClaims(t *testing.T, count, last int) {
	t.Helper()
	var text strings.Builder
	for i := range count {
		fmt.Fprintf(&text, `{"id": "c%d", "fact_type": "claim", "content": "", "sources": [{"uri": "https://carts.example.org/%d"}]}`+"\n", i, i)
	}
	fmt.Fprintf(&text, `{"id": "f%d", "fact_type": "claim", "content": "Wheels of kind %d are quiet.", "sources": [{"uri": "https://carts.example.org/wheels"}]}`+"\n", 20*last, last)
	write(t, map[string]string{"facts/claims.jsonl": text.String()})
}

// TestARunOfWhichSomeChangedGoesOn holds that entries of works that have nothing to do with what
// changed are those that were kept, by keeping another one.
func TestARunOfWhichSomeChangedGoesOn(t *testing.T) {
	inFactsFolder(t)
	os.Remove("facts/refs.bib") // its keys may be ids of facts
	writeClaims(t, 1, 1)
	first := runCheck(t, "--cache", "kept")
	const stated, other = "kind 0}", "another kind}"
	if !strings.Contains(first.Bib, stated) {
		t.Fatalf("the bibliography is %s", first.Bib)
	}
	before, err := os.ReadFile("kept/parts/1.output")
	if err != nil {
		t.Fatal(err)
	}
	var kept bytes.Buffer
	kept.Write(before[:len(unknown)+1])
	packed := s2.NewWriter(&kept)
	io.WriteString(packed, strings.Replace(first.Bib, stated, other, 1))
	packed.Close()
	write(t, map[string]string{"kept/parts/1.output": kept.String()})

	for name, change := range map[string]func(){
		"claim":     func() { writeClaims(t, 2, 2) },
		"reference": func() { writeFacts(t, "facts/1.jsonl", 3, 8) },
	} {
		change()
		r, want := runCheck(t, "--cache", "kept"), runCheck(t)
		if r.Bib != strings.Replace(want.Bib, stated, other, 1) || r.Out != want.Out {
			t.Errorf("after another %s the run gives %+v", name, r)
		}
	}
}

// TestARunOverTheSameIsNotMergedAgain holds that where nothing changed, outputs are those
// that were kept, by damaging all that they would be made of, and that it is made anew where it
// is asked for.
func TestARunOverTheSameIsNotMergedAgain(t *testing.T) {
	inFactsFolder(t)
	first := runCheck(t, "--cache", "kept")
	if first.Code != exitClean || first.Out == "" || !strings.Contains(first.Errors, "findings are known") || !strings.Contains(first.Bib, "@") || first.Baseline == "" {
		t.Fatalf("the run gives %+v", first)
	}
	parts, err := filepath.Glob("kept/parts/*.part")
	if err != nil || len(parts) != 3 {
		t.Fatal(parts, err)
	}
	for _, part := range parts {
		text, err := os.ReadFile(part)
		if err != nil {
			t.Fatal(err)
		}
		text[len(text)-20] ^= 1
		write(t, map[string]string{part: string(text)})
	}
	again := runCheck(t, "--cache", "kept")
	if diff := cmp.Diff(first, again); diff != "" {
		t.Errorf("the second run gives another answer (-first +again):\n%s", diff)
	}
	for _, when := range []string{"damaged", "mended"} { // other outputs, which are made of the parts
		code, out, errors := call(t, "", "check", "--today", "2026-01-01", "--cache", "kept", "--fail-on", "never", "--format", "json", "facts")
		_, want, _ := call(t, "", "check", "--today", "2026-01-01", "--fail-on", "never", "--format", "json", "facts")
		said := strings.Count(errors, "is damaged, and is made anew")
		if code != exitClean || out != want || (said == 3) != (when == "damaged") || (said == 0) != (when == "mended") {
			t.Errorf("with %s parts: exit code %d, %s", when, code, errors)
		}
	}
	if left, _ := filepath.Glob("kept/parts/.*"); len(left) > 0 {
		t.Errorf("%v are left behind", left)
	}
}

// TestKeptOutputsAreThoseOfAnyRun holds that a cache changes nothing, whatever changes
// between runs: files come, go and become others, flags too, and what they name.
func TestKeptOutputsAreThoseOfAnyRun(t *testing.T) {
	inFactsFolder(t)
	random := rand.New(rand.NewPCG(1, 2))
	var flags []string
	changes := []func(){
		func() {}, func() {}, // nothing changes
		func() {
			from := random.IntN(12)
			writeFacts(t, fmt.Sprintf("facts/%d.jsonl", random.IntN(5)), from, from+random.IntN(5))
		},
		func() { writeClaims(t, random.IntN(4), random.IntN(3)) },
		func() { writeClaims(t, random.IntN(4), random.IntN(3)) },
		func() { os.Remove(fmt.Sprintf("facts/%d.jsonl", random.IntN(5))) },
		func() { os.Rename("facts/1.jsonl", "facts/4.jsonl") },
		func() {
			write(t, map[string]string{"facts/refs.bib": fmt.Sprintf("@book{roe, title = {Felt %d}}\n", random.IntN(2))})
		},
		func() {
			write(t, map[string]string{"known.bib": fmt.Sprintf("@misc{k%d, author = {Roe, Ana}, title = {Felt rims of kind 1}}\n", random.IntN(2))})
		},
		func() {
			write(t, map[string]string{"paper.md": fmt.Sprintf("See [@roe; @nobody%d].\n", random.IntN(2))})
		},
		func() {
			all := [][]string{nil, {"--format", "json"}, {"--max-findings", "1"}, {"--fail-on", "never"}, {"--keys-from", "known.bib"}, {"--used-by", "paper.md"}, {"--all-types"}, {"--color", "always"}}
			flags = all[random.IntN(len(all))]
		},
	}
	write(t, map[string]string{"known.bib": ""})
	write(t, map[string]string{"paper.md": ""})
	writes := 0
	for step := range 60 {
		changes[random.IntN(len(changes))]()
		want := runCheck(t, flags...)
		if diff := cmp.Diff(want, runCheck(t, slices.Concat(flags, []string{"--cache", "kept"})...)); diff != "" {
			t.Fatalf("in step %d with %v the cache changes the outputs (-without +with):\n%s", step, flags, diff)
		}
		writes += len(want.Out)
	}
	if writes == 0 {
		t.Error("nothing was found in any step")
	}
}

// TestADamagedOutputEndsTheRun holds that what is kept is not believed when it is damaged or
// cut short.
func TestADamagedOutputEndsTheRun(t *testing.T) {
	for name, damage := range map[string]func(text []byte) []byte{
		"changed": func(text []byte) []byte { text[len(text)-3] ^= 1; return text },
		"cut":     func(text []byte) []byte { return text[:len(text)-3] },
		"emptied": func(text []byte) []byte { return text[:len(unknown)+1] },
	} {
		inFactsFolder(t)
		runCheck(t, "--cache", "kept")
		text, err := os.ReadFile("kept/parts/0.output")
		if err != nil {
			t.Fatal(err)
		}
		write(t, map[string]string{"kept/parts/0.output": string(damage(text))})
		code, _, errors := call(t, "", "check", "--today", "2026-01-01", "--bib", "out.bib", "--write-baseline", "out.json", "facts", "--cache", "kept")
		if code != exitCouldNotRun || !strings.Contains(errors, "remove the folder") {
			t.Errorf("%s: exit code %d: %s", name, code, errors)
		}
	}
}
