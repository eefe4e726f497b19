// Mutate measures how much a package's own tests notice. It breaks the package
// in small ways, one at a time, and runs the tests against each broken copy: a
// mutant is killed if a test fails, and survives if none does.
//
//	go run ./internal/mutate [-n 40] [-seed 1] [-parallel 1] [-file regexp] [-skip regexp] [-v] packages...
//
// The same seed chooses the same mutants of the same code. The source tree is
// never written to: a mutant reaches the compiler as an overlay. The tests run
// with -short and without the project's environment variables, so that only
// what is in the repository counts. A test that runs out of time has noticed.
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"
)

func main() {
	count := flag.Int("n", 40, "mutants of each package")
	seed := flag.Uint64("seed", 1, "chooses the mutants")
	parallel := flag.Int("parallel", 1, "mutants tested at once, at most 2")
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
		run, err := p.mutate(*count, *seed, min(max(*parallel, 1), 2), only)
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

// A target is a package to be mutated, as go list describes it.
type target struct {
	ImportPath, Dir           string
	GoFiles                   []string
	TestGoFiles, XTestGoFiles []string

	skip    string            // the tests that are left out
	exports map[string]string // the compiled form of each package it may import
	fset    *token.FileSet
	files   []*ast.File
	sources [][]byte
}

// load lists the packages that match the patterns, and compiles what they import.
func load(patterns []string) ([]*target, error) {
	listed, err := goList(append([]string{"-json=ImportPath,Dir,GoFiles,TestGoFiles,XTestGoFiles"}, patterns...))
	if err != nil {
		return nil, err
	}
	exported, err := goList(append([]string{"-export", "-deps", "-f", "{{.ImportPath}}={{.Export}}"}, patterns...))
	if err != nil {
		return nil, err
	}
	exports := make(map[string]string)
	for line := range strings.Lines(string(exported)) {
		path, compiled, _ := strings.Cut(strings.TrimSpace(line), "=")
		exports[path] = compiled
	}
	var targets []*target
	for decoder := json.NewDecoder(bytes.NewReader(listed)); ; {
		t := &target{exports: exports, fset: token.NewFileSet()}
		if err := decoder.Decode(t); errors.Is(err, io.EOF) {
			return targets, nil
		} else if err != nil {
			return nil, err
		}
		if len(t.TestGoFiles)+len(t.XTestGoFiles) == 0 {
			fmt.Printf("%s: no tests\n", t.ImportPath)
			continue
		}
		targets = append(targets, t)
	}
}

func goList(arguments []string) ([]byte, error) {
	command := exec.Command("go", append([]string{"list"}, arguments...)...)
	command.Stderr = os.Stderr
	return command.Output()
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
		if v := r.verdicts[i]; verbose || v == survived || v == neverRun {
			fmt.Fprintf(w, "\t%s:%d: %s: %s\n\t\t%s\n", r.target.name(m.file), m.line, v, m.change, m.context)
		}
	}
}

// name returns the path of a file as a user would type it.
func (t *target) name(file int) string {
	path := filepath.Join(t.Dir, t.GoFiles[file])
	if here, err := os.Getwd(); err == nil {
		if relative, err := filepath.Rel(here, path); err == nil {
			return relative
		}
	}
	return path
}

// mutate tests count random mutants.
func (t *target) mutate(count int, seed uint64, parallel int, only *regexp.Regexp) (*result, error) {
	if err := t.parse(); err != nil {
		return nil, err
	}
	folder, err := os.MkdirTemp("", "mutate")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	start := time.Now()
	profile := filepath.Join(folder, "cover")
	output, err := t.test(context.Background(), "-coverprofile="+profile)
	if err != nil {
		return nil, fmt.Errorf("the tests fail before anything is changed: %w\n%s", err, output)
	}
	limit := 20*time.Second + 3*time.Since(start)
	covered, err := t.coverage(profile)
	if err != nil {
		return nil, err
	}

	r := &result{target: t, mutants: t.choose(count, seed, only)}
	r.verdicts = make([]verdict, len(r.mutants))
	var workers sync.WaitGroup
	next := make(chan int)
	for worker := range parallel {
		workers.Go(func() {
			for i := range next {
				r.verdicts[i] = t.try(r.mutants[i], covered, limit, filepath.Join(folder, fmt.Sprint(worker)))
				fmt.Fprintf(os.Stderr, "\r%s: %d of %d ", t.ImportPath, i+1, len(r.mutants))
			}
		})
	}
	for i := range r.mutants {
		next <- i
	}
	close(next)
	workers.Wait()
	fmt.Fprint(os.Stderr, "\r\x1b[K")
	return r, nil
}

// parse reads the package's files other than its tests.
func (t *target) parse() error {
	for _, name := range t.GoFiles {
		path := filepath.Join(t.Dir, name)
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(t.fset, path, source, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		t.files, t.sources = append(t.files, file), append(t.sources, source)
	}
	return nil
}

// choose returns count random mutants that compile, or all if there are fewer.
func (t *target) choose(count int, seed uint64, only *regexp.Regexp) []*mutant {
	var all, chosen []*mutant
	for i, file := range t.files {
		if only.MatchString(t.GoFiles[i]) {
			all = append(all, mutants(t.fset, file, t.sources[i], i)...)
		}
	}
	random := rand.New(rand.NewPCG(seed, 0))
	random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	for _, m := range all {
		if len(chosen) == count {
			break
		}
		if t.compiles(m) {
			chosen = append(chosen, m)
		}
	}
	slices.SortFunc(chosen, func(a, b *mutant) int {
		if a.file != b.file {
			return a.file - b.file
		}
		return a.start - b.start
	})
	return chosen
}

// compiles reports whether the package with the mutant passes the type checker.
func (t *target) compiles(m *mutant) bool {
	fset := token.NewFileSet()
	files := make([]*ast.File, len(t.files))
	for i, source := range t.sources {
		if i == m.file {
			source = m.apply(source)
		}
		var err error
		if files[i], err = parser.ParseFile(fset, t.GoFiles[i], source, parser.SkipObjectResolution); err != nil {
			return false
		}
	}
	config := types.Config{Importer: importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) {
		return os.Open(t.exports[path])
	})}
	_, err := config.Check(t.ImportPath, fset, files, nil)
	return err == nil
}

// try runs the tests against one mutant.
func (t *target) try(m *mutant, covered func(file, line, column int) bool, limit time.Duration, folder string) verdict {
	if !covered(m.file, m.line, m.column) {
		return neverRun
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		fail(err)
	}
	changed := filepath.Join(folder, "mutant.go")
	overlay := filepath.Join(folder, "overlay.json")
	replace, err := json.Marshal(map[string]map[string]string{"Replace": {filepath.Join(t.Dir, t.GoFiles[m.file]): changed}})
	if err := errors.Join(err, os.WriteFile(changed, m.apply(t.sources[m.file]), 0o644), os.WriteFile(overlay, replace, 0o644)); err != nil {
		fail(err)
	}
	// The build has as long again: go test counts only the tests' own time.
	deadline, cancel := context.WithTimeout(context.Background(), 2*limit)
	defer cancel()
	output, err := t.test(deadline, "-vet=off", "-overlay="+overlay, "-timeout="+limit.String())
	switch {
	case err == nil:
		return survived
	case bytes.Contains(output, []byte("[build failed]")):
		return broken
	case deadline.Err() != nil, bytes.Contains(output, []byte("panic: test timed out")):
		return timedOut
	}
	return killed
}

// test runs the package's tests, with a bound on memory where the system can set one.
func (t *target) test(ctx context.Context, arguments ...string) ([]byte, error) {
	arguments = append([]string{"test", "-short", "-failfast", "-count=1", "-skip=" + t.skip}, arguments...)
	if prlimit, err := exec.LookPath("prlimit"); err == nil {
		arguments = append(arguments, "-exec", prlimit+" --data=4294967296")
	}
	command := exec.CommandContext(ctx, "go", append(arguments, t.ImportPath)...)
	command.WaitDelay = 10 * time.Second
	command.Env = slices.DeleteFunc(os.Environ(), func(variable string) bool { return strings.HasPrefix(variable, "FACTCITE_") })
	return command.CombinedOutput()
}

// coverage reads a profile of the tests, and returns a function that reports
// whether they run a place. Declarations outside functions count as run.
func (t *target) coverage(profile string) (func(file, line, column int) bool, error) {
	f, err := os.Open(profile)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	type block struct{ fromLine, fromColumn, toLine, toColumn, statements, runs int }
	blocks := make(map[string][]block)
	scanner := bufio.NewScanner(f)
	for scanner.Scan() {
		path, rest, _ := strings.Cut(scanner.Text(), ".go:")
		var b block
		if _, err := fmt.Sscanf(rest, "%d.%d,%d.%d %d %d", &b.fromLine, &b.fromColumn, &b.toLine, &b.toColumn, &b.statements, &b.runs); err == nil {
			name := filepath.Base(path) + ".go"
			blocks[name] = append(blocks[name], b)
		}
	}
	return func(file, line, column int) bool {
		inside := false
		for _, b := range blocks[t.GoFiles[file]] {
			after := line > b.fromLine || line == b.fromLine && column >= b.fromColumn
			before := line < b.toLine || line == b.toLine && column < b.toColumn
			if after && before {
				if b.runs > 0 {
					return true
				}
				inside = true
			}
		}
		return !inside
	}, scanner.Err()
}
