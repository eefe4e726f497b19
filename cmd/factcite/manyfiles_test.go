package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// TestManyFilesTakeLittleEach holds that what is allocated grows with the number of files in
// a folder and no faster, and is little for each, also with outputs to tell from inputs.
func TestManyFilesTakeLittleEach(t *testing.T) {
	allocated := func(count int) uint64 {
		folder := t.TempDir()
		for i := range count {
			text := fmt.Sprintf(`{"id":"a%d","fact_type":"claim","content":"Felt number %d is quiet.","sources":[{"uri":"https://a.example/%d"}]}`, i, i, i)
			if err := os.WriteFile(filepath.Join(folder, fmt.Sprint(i, ".json")), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if code, _, stderr := call(t, "", "check", "-q", "-o", filepath.Join(t.TempDir(), "out"), folder); code != exitClean {
			t.Fatal(stderr)
		}
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	allocated(1) // what every run takes
	some, many := allocated(100), allocated(800)
	const most = 48 << 10
	if each := (many - some) / 700; each > most {
		t.Errorf("a file takes %d bytes, want at most %d", each, most)
	} else {
		t.Logf("a file takes %d bytes", each)
	}
}
