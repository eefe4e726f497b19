package spill

import (
	"errors"
	"io/fs"
	"os"
)

// TempFile opens a temporary file that is gone with the process, however that ends.
// Where an open file cannot be removed, as on Windows, Discard does.
func TempFile() (*os.File, error) {
	file, err := os.CreateTemp("", "factcite-*")
	if err == nil {
		os.Remove(file.Name())
	}
	return file, err
}

// Discard closes what TempFile opened.
func Discard(file *os.File) error {
	err := file.Close()
	if removed := os.Remove(file.Name()); !errors.Is(removed, fs.ErrNotExist) {
		err = errors.Join(err, removed)
	}
	return err
}
