package index

import (
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/factcite/factcite/authority"
)

// indexFormat is the version of the form that an index is written in.
const indexFormat = 2

const manifestName = "manifest.json"

// errNewer is the error of an index in a form of the future.
var errNewer = errors.New("upgrade factcite, or build the index again")

// manifest says what an index is made of. It is written last, so that a folder
// without it is no index.
type manifest struct {
	Works    int                `json:"works"`    // blobs of works, replaced ones included
	Strings  int                `json:"strings"`  // blobs of shared strings
	TermBits int                `json:"termBits"` // first bits of a term that name its group
	Lists    int                `json:"lists"`    // blobs of numbers of works
	Dumps    []intake           `json:"dumps"`
	Coverage authority.Coverage `json:"coverage"`

	Identifiers *authority.Identifiers `json:"identifiers,omitempty"` // nil in an index of an earlier version
}

// sealed is a manifest as it is written, with what reports whether it is whole.
type sealed struct {
	Format   int             `json:"factcite-index"`
	Checksum uint32          `json:"checksum"` // of the bytes of Content
	Content  json.RawMessage `json:"content"`
}

// writeSealed writes a value in the way of manifests, beside the file and then in
// its place.
func writeSealed(path string, value any) error {
	content, err := json.Marshal(value)
	if err != nil {
		return err
	}
	text, err := json.Marshal(sealed{indexFormat, crc32.Checksum(content, checksums), content})
	if err != nil {
		return err
	}
	beside := path + ".new"
	if err := writeSynced(beside, append(text, '\n')); err != nil {
		return err
	}
	return os.Rename(beside, path)
}

func writeSynced(path string, text []byte) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	_, err1 := f.Write(text)
	return errors.Join(err1, f.Sync(), f.Close())
}

// maxSealed bounds what is read of a file that may be anything.
const maxSealed = 64 << 20

// readSealed reads what writeSealed wrote.
func readSealed(path string, value any) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxSealed))
	if err != nil {
		return err
	}
	var s sealed
	if err := json.Unmarshal(text, &s); err != nil {
		return fmt.Errorf("%s cannot be read: %w", path, err)
	}
	switch {
	case s.Format == 0:
		return fmt.Errorf("%s is not of factcite", path)
	case s.Format > indexFormat:
		return fmt.Errorf("%s was written by a newer factcite, in format %d, and this one reads format %d: %w", path, s.Format, indexFormat, errNewer)
	case s.Format != indexFormat:
		return fmt.Errorf("%s has format %d, and this factcite reads format %d", path, s.Format, indexFormat)
	case s.Checksum != crc32.Checksum(s.Content, checksums):
		return fmt.Errorf("the checksum of %s is wrong", path)
	}
	if err := json.Unmarshal(s.Content, value); err != nil {
		return fmt.Errorf("%s cannot be read: %w", path, err)
	}
	return nil
}

// Exists reports whether a folder is an index, or holds what an interrupted
// [Build] left.
func Exists(folder string) bool {
	var content json.RawMessage
	for _, name := range [...]string{manifestName, checkpointName} {
		if err := readSealed(filepath.Join(folder, name), &content); err == nil || errors.Is(err, errNewer) {
			return true
		}
	}
	return false
}

// readManifest reads the manifest of an index.
func readManifest(folder string) (*manifest, error) {
	info, err := os.Stat(folder)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return nil, errors.New("it is no folder, as an index is")
	}
	m := &manifest{}
	err = readSealed(filepath.Join(folder, manifestName), m)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("it has no %s, so it is no index", manifestName)
	}
	if err != nil {
		return nil, err
	}
	return m, nil
}
