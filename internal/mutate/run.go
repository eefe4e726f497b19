package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// mutate tests count random mutants.
func (t *target) mutate(count int, seed uint64, only *regexp.Regexp) (*result, error) {
	folder, err := os.MkdirTemp("", "mutate")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	r := &result{target: t, mutants: t.choose(count, seed, only)}
	on, reached := filepath.Join(folder, "on"), filepath.Join(folder, "reached")
	switched, contents := t.switched(r.mutants, fmt.Sprintf(switchFile, t.files[0].Name.Name, on, reached, len(r.mutants)))
	binary, err := t.build(folder, contents)
	if err != nil {
		return nil, fmt.Errorf("the mutants do not build together: %w", err)
	}
	start := time.Now()
	if output, err := t.test(binary, time.Hour); err != nil {
		return nil, fmt.Errorf("the tests fail before anything is changed: %w\n%s", err, output)
	}
	limit := 2*time.Second + 5*time.Since(start)
	run, err := os.ReadFile(reached)
	if err != nil {
		return nil, err
	}
	numbers := strings.Fields(string(run))
	for i, m := range r.mutants {
		number := strconv.Itoa(i)
		var v verdict
		switch {
		case switched[i] == nil:
			v = t.tryAlone(m, folder, limit)
		case !slices.Contains(numbers, number):
			v = neverRun
		default:
			if err := os.WriteFile(on, []byte(number), 0o644); err != nil {
				return nil, err
			}
			v = t.try(binary, limit)
		}
		r.verdicts = append(r.verdicts, v)
		fmt.Fprintf(os.Stderr, "\r%s: %d of %d ", t.ImportPath, i+1, len(r.mutants))
	}
	fmt.Fprint(os.Stderr, "\r\x1b[K")
	return r, nil
}

// switched returns those of the mutants that a switch can choose, by number,
// and the contents of the files that differ when they are put in.
func (t *target) switched(all []*mutant, switchFile string) (map[int]*mutant, map[string][]byte) {
	numbered := make(map[int]*mutant)
	contents := map[string][]byte{filepath.Join(t.Dir, "mutants_switch.go"): []byte(switchFile)}
	for number, m := range all {
		numbered[number] = m
		changed := maps.Clone(contents)
		changed[t.path(m.file)] = t.switches(m.file, numbered)
		if t.compiles(changed) {
			contents = changed
		} else {
			delete(numbered, number)
		}
	}
	return numbered, contents
}

// tryAlone builds the tests with one mutant and runs them.
func (t *target) tryAlone(m *mutant, folder string, limit time.Duration) verdict {
	binary, err := t.build(folder, t.broken(m))
	if err != nil {
		return broken
	}
	defer os.Remove(binary)
	return t.try(binary, limit)
}

// try runs the tests against a mutant.
func (t *target) try(binary string, limit time.Duration) verdict {
	start := time.Now()
	switch _, err := t.test(binary, limit); {
	case err == nil:
		return survived
	case time.Since(start) >= limit:
		return timedOut
	}
	return killed
}

// build compiles the package's tests with other contents of some files, and
// returns the path of the binary.
func (t *target) build(folder string, contents map[string][]byte) (string, error) {
	inside, err := os.MkdirTemp(folder, "build")
	if err != nil {
		return "", err
	}
	replace := make(map[string]string)
	for path, content := range contents {
		replace[path] = filepath.Join(inside, filepath.Base(path))
		if err := os.WriteFile(replace[path], content, 0o644); err != nil {
			return "", err
		}
	}
	overlay, binary := filepath.Join(inside, "overlay.json"), filepath.Join(inside, "mutants.test")
	listed, err := json.Marshal(map[string]any{"Replace": replace})
	if err := errors.Join(err, os.WriteFile(overlay, listed, 0o644)); err != nil {
		return "", err
	}
	if output, err := exec.Command("go", "test", "-c", "-vet=off", "-overlay", overlay, "-o", binary, t.ImportPath).CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w\n%s", err, output)
	}
	return binary, nil
}

// test runs the package's tests, with a bound on memory where the system can
// set one. The binary ends itself after the limit, unless no test has begun.
func (t *target) test(binary string, limit time.Duration) ([]byte, error) {
	command := []string{binary, "-test.short", "-test.failfast", "-test.paniconexit0", "-test.skip=" + t.skip, "-test.timeout=" + limit.String()}
	if prlimit, err := exec.LookPath("prlimit"); err == nil {
		command = append([]string{prlimit, "--data=4294967296"}, command...)
	}
	deadline, cancel := context.WithTimeout(context.Background(), limit+10*time.Second)
	defer cancel()
	run := exec.CommandContext(deadline, command[0], command[1:]...)
	run.Dir = t.Dir
	run.WaitDelay = 10 * time.Second
	run.Env = slices.DeleteFunc(os.Environ(), func(variable string) bool { return strings.HasPrefix(variable, "FACTCITE_") })
	run.Env = append(run.Env, "FACTCITE_SHARED="+filepath.Join(os.TempDir(), "no-shared-data")) // else tests find the data for measuring beside the repository
	return run.CombinedOutput()
}
