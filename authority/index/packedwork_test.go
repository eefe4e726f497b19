package index

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/factcite/factcite/authority/internal/worktest"

	"github.com/factcite/factcite/authority/dump"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// An index gives back every work as the dump had it.
func TestWorksOfDumpsArePackedWithoutLoss(t *testing.T) {
	paths, err := filepath.Glob("../dump/testdata/dumps/*")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no dumps: %v", err)
	}
	for _, path := range paths {
		if filepath.Ext(path) != ".golden" {
			checkPacking(t, path)
		}
	}
}

func TestWorksOfSharedDumpsArePackedWithoutLoss(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join(worktest.SharedFile(t, "samples/dumps"), "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		checkPacking(t, path)
	}
}

func TestWorksOfVenuesArePackedWithoutLoss(t *testing.T) {
	worktest.Long(t)
	checkPacking(t, worktest.SharedFile(t, "verify/venues.bib.gz"))
}

func checkPacking(t *testing.T, path string) {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	d := dump.File{Name: path, Reader: file}
	p := packer{shared: &sharedStrings{}}
	p.shared.writable()
	for w, err := range dump.Read(d) {
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
