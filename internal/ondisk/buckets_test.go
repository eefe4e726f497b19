package ondisk

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"sync"
	"testing"
)

// TestBucketsHaveWhatWasAdded holds that every byte comes back from its bucket, with a disk
// and without one.
func TestBucketsHaveWhatWasAdded(t *testing.T) {
	for _, count := range []int{1, 5} {
		for _, folder := range []string{t.TempDir(), "/nowhere/at/all"} {
			t.Run(fmt.Sprint(count, folder), func(t *testing.T) {
				t.Setenv("TMPDIR", folder)
				b := NewBuckets(count)
				const rows = 40_000
				var adding sync.WaitGroup
				for part := range 4 {
					adding.Go(func() {
						for i := part; i < rows; i += 4 {
							b.Add(i%count, fmt.Appendf(nil, "%09d\n", i))
						}
					})
				}
				adding.Wait()
				for k := range b.Len() {
					got, err := b.Take(k)
					if err != nil {
						t.Fatal(err)
					}
					lines := slices.Collect(bytes.Lines(got))
					slices.SortFunc(lines, bytes.Compare)
					for i, line := range lines {
						if want := fmt.Sprintf("%09d\n", i*count+k); string(line) != want {
							t.Fatalf("row %d is %s, want %s", i, line, want)
						}
					}
					if len(lines) != rows/count {
						t.Errorf("%d rows in bucket %d", len(lines), k)
					}
				}
				if err := b.Close(); err != nil {
					t.Error(err)
				}
				if left, _ := os.ReadDir(folder); len(left) > 0 {
					t.Errorf("%s is left behind", left[0].Name())
				}
			})
		}
	}
}

func TestBucketsThatCannotBeReadBack(t *testing.T) {
	b := NewBuckets(2)
	b.Add(0, make([]byte, pageSize))
	if err := b.file.Truncate(0); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Take(0); err == nil {
		t.Error("what is gone was read")
	}
	b.Close()
}
