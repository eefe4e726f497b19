package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
)

// row is a labelled reference string.
type row struct {
	ID     string            `json:"id"`
	Source string            `json:"source"`
	Text   string            `json:"text"`
	Gold   map[string]string `json:"gold"`
	Skip   []string          `json:"skip"`
}

// readRows reads labelled strings, JSON Lines that may be compressed.
func readRows(path string) (rows []row, err error) {
	err = eachLine(path, func(line []byte) error {
		var r row
		err := json.Unmarshal(line, &r)
		rows = append(rows, r)
		return err
	})
	return rows, err
}

// eachLine hands the lines of a file over, one after another.
func eachLine(path string, do func(line []byte) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<24)
	for n := 1; lines.Scan(); n++ {
		if err := do(lines.Bytes()); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return lines.Err()
}
