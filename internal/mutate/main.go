// Mutate measures how much a package's own tests notice. It breaks the package
// in small ways, one at a time, and runs the tests against each: a mutant is
// killed if a test fails, and survives if none does.
//
//	go run ./internal/mutate [-n 40] [-seed 1] [-file regexp] [-skip regexp] [-v] packages...
//
// The same seed chooses the same mutants of the same code. The source tree is
// never written to: what is changed reaches the compiler as an overlay. One
// test binary holds all the mutants of a package, each behind a switch; a
// mutant that no switch can choose, such as a constant, is built by itself. The
// tests run with -short and without the project's environment variables, so
// that only what is in the repository counts. Tests that take five times as
// long as without a change are ended, and have noticed.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
)

func main() {
	count := flag.Int("n", 40, "mutants of each package")
	seed := flag.Uint64("seed", 1, "chooses the mutants")
	file := flag.String("file", "", "mutate only files whose name matches this regular expression")
	skip := flag.String("skip", "", "leave out the tests that go test -skip would")
	verbose := flag.Bool("v", false, "print the killed mutants too")
	flag.Parse()
	only, err := regexp.Compile(*file)
	if err != nil {
		fail(err)
	}
	packages, err := load(flag.Args())
	if err != nil {
		fail(err)
	}
	for _, p := range packages {
		p.skip = *skip
		run, err := p.mutate(*count, *seed, only)
		if err != nil {
			fail(fmt.Errorf("%s: %w", p.ImportPath, err))
		}
		run.print(os.Stdout, *verbose)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "mutate:", err)
	os.Exit(1)
}

// A verdict is what became of a mutant.
type verdict string

const (
	killed   verdict = "killed"
	timedOut verdict = "timed out"
	survived verdict = "survived"
	neverRun verdict = "survived, no test runs it"
	broken   verdict = "does not build"
)

// A result is the outcome of one package.
type result struct {
	target   *target
	mutants  []*mutant
	verdicts []verdict
}

func (r *result) print(w io.Writer, verbose bool) {
	counts := make(map[verdict]int)
	for _, v := range r.verdicts {
		counts[v]++
	}
	dead := counts[killed] + counts[timedOut]
	total := len(r.mutants) - counts[broken]
	fmt.Fprintf(w, "%s: %d of %d killed (%d %%)\n", r.target.ImportPath, dead, total, 100*dead/max(total, 1))
	for i, m := range r.mutants {
		if v := r.verdicts[i]; verbose || v != killed && v != timedOut {
			fmt.Fprintf(w, "\t%s:%d: %s: %s\n\t\t%s\n", relative(r.target.path(m.file)), m.line, v, m.change, m.context)
		}
	}
}

// relative returns the path of a file as a user would type it.
func relative(path string) string {
	if here, err := os.Getwd(); err == nil {
		if shorter, err := filepath.Rel(here, path); err == nil {
			return shorter
		}
	}
	return path
}
