package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/factcite/factcite/validate/report"
)

// readHistory reads what earlier runs found; the first run has no file yet, and without
// a name there is none. A line that was cut is told to note.
func readHistory(path string, note io.Writer) ([]report.RunSummary, error) {
	if path == "" {
		return nil, nil
	}
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	history, err := report.ReadHistory(file)
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		noteTo(note, "%s: %v; it is passed over", path, err)
	case err != nil:
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return history, nil
}

// refuseUnappendable fails if nothing can be added to the history at path. Without a path
// there is none.
func refuseUnappendable(path string) error {
	if path == "" {
		return nil
	}
	file, err := os.OpenFile(path, os.O_RDWR|os.O_APPEND, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return refuseUnwritable(path)
	}
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", path, errors.Unwrap(err))
	}
	return file.Close()
}

// appendHistory adds a run to the history at path in one write, so that runs that end at
// the same time each get a line.
func appendHistory(path string, run report.RunSummary) (err error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_APPEND|os.O_CREATE, 0o644)
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", path, errors.Unwrap(err))
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	var line bytes.Buffer
	if endsMidLine(file) {
		line.WriteByte('\n')
	}
	if err := report.WriteHistory(&line, []report.RunSummary{run}); err != nil {
		return err
	}
	_, err = file.Write(line.Bytes())
	return err
}

// endsMidLine reports whether the last line of a file was cut, so that nothing may follow it at once.
func endsMidLine(file *os.File) bool {
	info, err := file.Stat()
	if err != nil || info.Size() == 0 {
		return false
	}
	var last [1]byte
	_, err = file.ReadAt(last[:], info.Size()-1)
	return err == nil && last[0] != '\n'
}
