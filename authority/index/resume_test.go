package index

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/factcite/factcite/authority/internal/worktest"
	"github.com/google/go-cmp/cmp"
)

// content returns the bytes of an index that any way of building it must give.
// Its strings may lie in other blobs.
func content(t *testing.T, path string) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, name := range []string{worksName, groupsName, listsName, venuesName} {
		data, places := blobFiles(path, name)
		for _, file := range []string{data, places} {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			found[filepath.Base(file)] = string(text)
		}
	}
	x := opened(t, path)
	found["strings"] = string(x.shared.packed)
	return found
}

func resumedDumps(text []byte) []Source {
	half := len(carts) / 2
	for carts[half] != '@' {
		half--
	}
	return []Source{dumpOf("a.bib", []byte(carts[:half])), dumpOf("dblp.xml", text), dumpOf("b.bib", []byte(carts[half:]))}
}

// TestBuildIsResumed stops a build at random moments, some in the middle of what
// is said of the works and some while the tables are made, until it comes to its
// end: the index is that of a build that was never stopped.
func TestBuildIsResumed(t *testing.T) {
	works, rounds := 1500, 3
	if worktest.IsLong() {
		works, rounds = 4000, 20
	}
	text := generated(t, 1, works)
	want := content(t, built(t, resumedDumps(text)...))
	r := rand.New(rand.NewPCG(5, 6))
	for range rounds {
		path := filepath.Join(t.TempDir(), "index")
		stops, resumed := 0, 0
		for {
			ctx, stop := context.WithCancel(t.Context())
			steps := 1 + r.IntN(20)
			report, err := Build(ctx, path, resumedDumps(text), &Options{interval: 200 + r.IntN(2000), Progress: func(Progress) {
				if steps--; steps == 0 {
					stop()
				}
			}})
			stop()
			if err == nil {
				resumed = report.Resumed
				if report.Added != works+4 {
					t.Fatalf("%d works added, want %d", report.Added, works+4)
				}
				break
			}
			if !errors.Is(err, context.Canceled) {
				t.Fatal(err)
			}
			if _, err := os.Stat(path); err == nil {
				t.Fatal("there is an index before it is whole")
			}
			stops++
		}
		if stops > 0 && resumed == 0 {
			t.Error("a stopped build was not resumed")
		}
		if diff := cmp.Diff(want, content(t, path), cmp.Comparer(func(a, b string) bool { return a == b })); diff != "" {
			t.Fatalf("after %d stops: another index: %.300s", stops, diff)
		}
	}
}

// TestBuildSurvivesKilling has the process that builds kill itself at some steps,
// which leaves it no time to save anything.
func TestBuildSurvivesKilling(t *testing.T) {
	const works = 3000
	dumps := func() []Source { return resumedDumps(generated(t, 1, works)) }
	if path := os.Getenv("FACTCITE_BUILD"); path != "" {
		steps, _ := strconv.Atoi(os.Getenv("FACTCITE_STEPS"))
		_, err := Build(t.Context(), path, dumps(), &Options{interval: 500, Progress: func(Progress) {
			if steps--; steps == 0 {
				self, _ := os.FindProcess(os.Getpid())
				self.Kill()
				select {} // until the kill arrives
			}
		}})
		if err != nil {
			t.Fatal(err)
		}
		return
	}
	want := content(t, built(t, dumps()...))
	path := filepath.Join(t.TempDir(), "index")
	kills := 0
	for steps := 2; ; steps += 3 {
		build := exec.Command(os.Args[0], "-test.run=^TestBuildSurvivesKilling$")
		build.Env = append(os.Environ(), "FACTCITE_BUILD="+path, "FACTCITE_STEPS="+strconv.Itoa(steps))
		output, err := build.CombinedOutput()
		if err == nil {
			break
		}
		if kills++; bytes.Contains(output, []byte("FAIL")) {
			t.Fatalf("%v: %s", err, output)
		}
		if _, err := os.Stat(path); err == nil {
			t.Fatal("there is an index before it is whole")
		}
	}
	if kills < 3 {
		t.Errorf("the build was killed only %d times", kills)
	}
	if !cmp.Equal(want, content(t, path)) {
		t.Error("another index than that of a build that was not killed")
	}
}

// TestBuildStartsOverWithOtherDumps stops a build and goes on with another dump of
// the same name: nothing of the first one stays.
func TestBuildStartsOverWithOtherDumps(t *testing.T) {
	path := filepath.Join(t.TempDir(), "index")
	ctx, stop := context.WithCancel(t.Context())
	_, err := Build(ctx, path, []Source{dumpOf("dblp.xml", generated(t, 1, 3000))}, &Options{interval: 100, Progress: func(Progress) { stop() }})
	if !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	other := generated(t, 2, 1000)
	report, err := Build(t.Context(), path, []Source{dumpOf("dblp.xml", other)}, nil)
	if err != nil || report.Resumed != 0 || report.Coverage.Works != 1000 {
		t.Errorf("report %+v, %v", report, err)
	}
	if !cmp.Equal(content(t, built(t, dumpOf("dblp.xml", other))), content(t, path)) {
		t.Error("something of the first dump stayed")
	}
}

// TestAddingIsResumed stops the adding to an index, which stays as it was until
// the new one is whole.
func TestAddingIsResumed(t *testing.T) {
	first, second := generated(t, 1, 1000), generated(t, 2, 3000)
	path := built(t, dumpOf("first.xml", first))
	before := content(t, path)
	r := rand.New(rand.NewPCG(9, 9))
	for {
		ctx, stop := context.WithCancel(t.Context())
		steps := 1 + r.IntN(20)
		report, err := Build(ctx, path, []Source{dumpOf("second.xml", second)}, &Options{interval: 100, Progress: func(Progress) {
			if steps--; steps == 0 {
				stop()
			}
		}})
		stop()
		if err == nil {
			if report.Added != 3000 || report.Coverage.Works != 4000 {
				t.Errorf("report %+v", report)
			}
			break
		}
		if !cmp.Equal(before, content(t, path)) {
			t.Fatal("the index that was added to is another one")
		}
	}
	both := built(t, dumpOf("first.xml", first), dumpOf("second.xml", second))
	if !cmp.Equal(content(t, both), content(t, path)) {
		t.Error("adding gives another index than building of both")
	}
	left, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	if slices.ContainsFunc(left, func(entry os.DirEntry) bool { return entry.Name() != filepath.Base(path) }) {
		t.Errorf("something was left behind: %v", left)
	}
}
