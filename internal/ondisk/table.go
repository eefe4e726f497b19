package ondisk

import (
	"cmp"
	"fmt"
	"os"
)

// Table keeps rows of one width, which count up from 0: the newest in memory and the others
// in a temporary file. Set its width before the first row. Several goroutines may read rows
// at once, unless one is added meanwhile.
type Table struct {
	Width  int // bytes of a row
	Memory int // rows in memory; 0 is 262,144

	newest []byte
	first  int // row of the newest
	file   *os.File
}

// Add adds a row.
func (t *Table) Add(row []byte) error {
	t.newest = append(t.newest, row...)
	if len(t.newest) < cmp.Or(t.Memory, defaultNewest)*t.Width {
		return nil
	}
	var err error
	if t.file == nil {
		t.file, err = Unnamed()
	}
	if err == nil {
		_, err = t.file.WriteAt(t.newest, int64(t.first)*int64(t.Width))
	}
	if err != nil {
		return fmt.Errorf("cannot put on disk what does not fit into memory: %w", err)
	}
	t.first += len(t.newest) / t.Width
	t.newest = t.newest[:0]
	return nil
}

// Len returns the number of rows.
func (t *Table) Len() int { return t.first + len(t.newest)/t.Width }

// Read reads a row into memory of its width.
func (t *Table) Read(number int, row []byte) error {
	if number >= t.first {
		copy(row, t.newest[(number-t.first)*t.Width:])
		return nil
	}
	if _, err := t.file.ReadAt(row[:t.Width], int64(number)*int64(t.Width)); err != nil {
		return unread(err)
	}
	return nil
}

// Close removes what is on disk. The rows are gone.
func (t *Table) Close() error {
	file := t.file
	*t = Table{Width: t.Width, Memory: t.Memory}
	if file == nil {
		return nil
	}
	return Discard(file)
}
