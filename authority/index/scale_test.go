//go:build linux

package index

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"time"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/dump"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/generate/dblp"
	"golang.org/x/sys/unix"
)

// TestScale builds an index of FACTCITE_WORKS invented works and looks some of
// them up, in a process of its own. What is promised of 3,000,000 is held in
// processor time, as other work on the machine is not the index's:
//
//	FACTCITE_WORKS=3000000 go test ./authority/index -run TestScale -v -timeout 30m
func TestScale(t *testing.T) {
	works, _ := strconv.Atoi(os.Getenv("FACTCITE_WORKS"))
	if works == 0 {
		t.Skip("set FACTCITE_WORKS to how many works the index is to have")
	}
	if path := os.Getenv("FACTCITE_INDEX"); path != "" {
		measureLookups(t, path, works)
		return
	}
	folder := t.TempDir()
	file, err := os.Create(filepath.Join(folder, "dblp.xml"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := dblp.Write(file, 1, works); err != nil {
		t.Fatal(err)
	}
	if _, err := file.Seek(0, 0); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "index")
	start, worked := time.Now(), processTime(t)
	report, err := Build(t.Context(), path, []Source{{Name: "dblp.xml", Works: dump.Read(dump.File{Name: "dblp.xml", Reader: file})}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if report.Coverage.Works != works {
		t.Fatalf("the index has %d works, want %d", report.Coverage.Works, works)
	}
	took := time.Since(start)
	worked = processTime(t) - worked
	size := float64(folderSize(t, path)) / float64(works)
	speed := float64(works) / worked.Seconds()
	t.Logf("built in %.0f s by the clock, %.0f s of processor time: %.0f records a second of it; %.0f bytes a record; most memory %d MiB", took.Seconds(), worked.Seconds(), speed, size, processMemory("VmHWM"))
	if size > 300 {
		t.Errorf("%.0f bytes a record, want at most 300", size)
	}
	if speed < 15_000 {
		t.Errorf("%.0f records a second of processor time, want at least 15,000", speed)
	}
	lookups := exec.Command(os.Args[0], "-test.run=^TestScale$", "-test.v")
	lookups.Env = append(os.Environ(), "FACTCITE_INDEX="+path)
	output, err := lookups.CombinedOutput()
	t.Logf("%s", output)
	if err != nil {
		t.Error(err)
	}
}

func folderSize(t *testing.T, folder string) (size int64) {
	t.Helper()
	err := filepath.WalkDir(folder, func(_ string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		size += info.Size()
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return size
}

// processMemory returns a figure of this process in MiB, 0 where the system has none.
func processMemory(figure string) int {
	status, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, figure+":"); ok {
			kilobytes, _ := strconv.Atoi(strings.Fields(rest)[0])
			return kilobytes >> 10
		}
	}
	return 0
}

func measureLookups(t *testing.T, path string, works int) {
	var openings []time.Duration
	for range 9 {
		start := time.Now()
		x, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		openings = append(openings, time.Since(start))
		x.Close()
	}
	slices.Sort(openings)
	opening := openings[len(openings)/2]
	t.Logf("opened in %.1f ms", micro(opening)/1000)
	if opening > 50*time.Millisecond {
		t.Error("want at most 50 ms")
	}
	x := opened(t, path)
	type lookup struct {
		name   string
		median time.Duration                                         // that half of the lookups may take
		most   time.Duration                                         // that 99 % may take
		query  func(r *rand.Rand, work dblp.Record) *authority.Query // nil for a work that cannot be asked for so
		finds  bool
	}
	titled := func(title string, work dblp.Record) *authority.Query {
		return &authority.Query{Title: title, Authors: []citation.Name{authorName(work.Authors[0])}, Year: fmt.Sprint(work.Year)}
	}
	const exact, typo = 50 * time.Microsecond, 3 * time.Millisecond
	lookups := []lookup{
		{"identifier", exact, typo, func(_ *rand.Rand, work dblp.Record) *authority.Query {
			if work.DOI == "" && work.ArXiv == "" {
				return nil
			}
			return &authority.Query{DOI: work.DOI, ArXiv: work.ArXiv}
		}, true},
		{"unknown identifier", exact, typo, func(r *rand.Rand, _ dblp.Record) *authority.Query {
			return &authority.Query{DOI: fmt.Sprintf("10.5555/none.%d", r.Uint64())}
		}, false},
		{"exact title", exact, typo, func(_ *rand.Rand, work dblp.Record) *authority.Query { return titled(work.Title, work) }, true},
		{"unknown title", typo, typo, func(r *rand.Rand, work dblp.Record) *authority.Query {
			return titled(dblp.New(2, r.IntN(works)).Title, work)
		}, false},
	}
	for _, m := range misspellings[1:] {
		lookups = append(lookups, lookup{m.name, typo, typo, func(r *rand.Rand, work dblp.Record) *authority.Query { return titled(m.write(r, work.Title), work) }, m.atLeast > 0.95})
	}
	runtime.LockOSThread()
	for _, l := range lookups {
		r := rand.New(rand.NewPCG(3, 4))
		const sample = 5000
		var times []time.Duration
		found := 0
		for len(times) < sample {
			work := dblp.New(1, r.IntN(works))
			query := l.query(r, work)
			if query == nil {
				continue
			}
			start := threadTime(t)
			got, err := x.Find(t.Context(), query)
			times = append(times, threadTime(t)-start)
			if err != nil {
				t.Fatal(err)
			}
			if slices.ContainsFunc(got, func(w *authority.Work) bool { return w.Origin.Key == work.Key }) {
				found++
			}
		}
		slices.Sort(times)
		median, most := times[sample/2], times[sample*99/100]
		t.Logf("%-30s median %8.1f µs, 99 %% %8.1f µs, most %8.1f µs; %6.2f %% found", l.name, micro(median), micro(most), micro(times[sample-1]), 100*float64(found)/sample)
		if median > l.median || most > l.most {
			t.Errorf("%s: want at most %.0f µs for half of them and %.0f for 99 %%", l.name, micro(l.median), micro(l.most))
		}
		if l.finds && found < sample*97/100 {
			t.Errorf("%s: only %d of %d found", l.name, found, sample)
		}
	}
	if resident := processMemory("VmRSS"); resident > 150 {
		t.Errorf("%d MiB resident, want at most 150", resident)
	} else {
		t.Logf("%d MiB resident", resident)
	}
}

// processTime returns how long the cores have worked for this process.
func processTime(t *testing.T) time.Duration {
	var usage unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &usage); err != nil {
		t.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// threadTime returns how long the thread has worked, so that what else a machine
// does is not counted.
func threadTime(t *testing.T) time.Duration {
	var clock unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_THREAD_CPUTIME_ID, &clock); err != nil {
		t.Fatal(err)
	}
	return time.Duration(clock.Nano())
}

func micro(d time.Duration) float64 { return float64(d.Nanoseconds()) / 1000 }
