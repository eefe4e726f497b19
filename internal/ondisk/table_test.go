package ondisk

import (
	"encoding/binary"
	"os"
	"testing"
)

func TestRowsComeBack(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	table := Table{Width: 8, Memory: 7}
	var row [8]byte
	for i := range 1000 {
		binary.LittleEndian.PutUint64(row[:], uint64(i*i))
		if err := table.Add(row[:]); err != nil {
			t.Fatal(err)
		}
		for _, number := range []int{0, i / 2, i} {
			if err := table.Read(number, row[:]); err != nil || binary.LittleEndian.Uint64(row[:]) != uint64(number*number) {
				t.Fatalf("row %d of %d is %v, %v", number, table.Len(), row, err)
			}
		}
	}
	if table.Len() != 1000 {
		t.Errorf("%d rows", table.Len())
	}
	if err := table.file.Truncate(0); err != nil {
		t.Fatal(err)
	}
	if err := table.Read(0, row[:]); err == nil {
		t.Error("a row that is gone was read")
	}
	if err := table.Close(); err != nil {
		t.Error(err)
	}
	if left, _ := os.ReadDir(folder); len(left) > 0 {
		t.Errorf("%s is left behind", left[0].Name())
	}
}
