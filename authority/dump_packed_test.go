package authority

import (
	"path/filepath"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// An index gives back every work as the dump had it.
func TestWorksOfDumpsArePackedWithoutLoss(t *testing.T) {
	for _, name := range testDumps {
		checkPacking(t, openTestDump(t, name))
	}
}

func TestWorksOfSharedDumpsArePackedWithoutLoss(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join(sharedFolder(t, "samples/dumps"), "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		checkPacking(t, openShared(t, filepath.Join("samples/dumps", filepath.Base(path))))
	}
	if !testing.Short() {
		checkPacking(t, openShared(t, "verify/venues.bib.gz"))
	}
}

func checkPacking(t *testing.T, d Dump) {
	t.Helper()
	p := packer{shared: &sharedStrings{}}
	p.shared.writable()
	for w, err := range ReadDump(d) {
		if err != nil {
			continue
		}
		got, err := unpack(p.pack(w), p.shared)
		if err != nil {
			t.Fatalf("%s: %q: %v", d.Name, w.Origin.Key, err)
		}
		if reflect.DeepEqual(w, got) { // as most are, and quicker than a difference
			continue
		}
		if diff := cmp.Diff(w, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("%s: %q (-read +unpacked):\n%s", d.Name, w.Origin.Key, diff)
		}
	}
}
