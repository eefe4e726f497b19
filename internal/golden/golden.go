// Package golden is for tests that hold what they see by a file, which the flag -update
// writes anew.
package golden

import (
	"flag"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Update reports whether files are to be written anew. It is the flag -update of a test that
// imports this package.
var Update = flag.Bool("update", false, "write anew what the tests see")

// Compare fails a test if a file has not the text that the test got. With -update it writes
// the file.
func Compare(t testing.TB, path, got string) {
	t.Helper()
	if *Update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; run with -update to write it", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s is out of date; look at the difference and run with -update (-want +got):\n%s", path, diff)
	}
}
