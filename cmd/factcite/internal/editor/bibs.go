package editor

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// The bounds of what is looked at in the folders that are open.
const (
	mostFiles = 20_000   // files and folders that are visited
	mostBibs  = 200      // .bib files that are read
	maxBib    = 32 << 20 // bytes of one
)

// bibs are the .bib files of the folders that are open.
type bibs struct {
	paths []string
	read  map[string]readBib
}

type readBib struct {
	size     int64
	modified time.Time
	text     string
}

// look finds them.
func (b *bibs) look(folders []string) {
	b.paths = nil
	visited := 0
	for _, folder := range folders {
		filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if visited++; visited > mostFiles || len(b.paths) >= mostBibs {
				return fs.SkipAll
			}
			name := ""
			if entry != nil {
				name = entry.Name()
			}
			switch {
			case err != nil && entry != nil && entry.IsDir():
				return fs.SkipDir
			case err != nil:
				return nil
			case entry.IsDir() && path != folder && (strings.HasPrefix(name, ".") || name == "node_modules"):
				return fs.SkipDir
			case entry.Type().IsRegular() && strings.EqualFold(filepath.Ext(name), ".bib"):
				b.paths = append(b.paths, path)
			}
			return nil
		})
	}
}

// files returns the .bib files as they are: those that are open as they are typed.
func (s *server) files() []*document {
	var list []*document
	seen := map[string]bool{}
	for _, d := range s.documents {
		if isBib(d.path) {
			seen[d.path] = true
			list = append(list, d)
		}
	}
	for _, path := range s.shared.paths {
		if !seen[path] {
			if d := s.shared.document(path); d != nil {
				list = append(list, d)
			}
		}
	}
	return list
}

// document returns a file that is not open, nil if it cannot be read.
func (b *bibs) document(path string) *document {
	info, err := os.Stat(path)
	if err != nil || info.Size() > maxBib {
		return nil
	}
	known, ok := b.read[path]
	if !ok || known.size != info.Size() || !known.modified.Equal(info.ModTime()) {
		text, err := os.ReadFile(path)
		if err != nil {
			return nil
		}
		known = readBib{size: info.Size(), modified: info.ModTime(), text: string(text)}
		if b.read == nil {
			b.read = map[string]readBib{}
		}
		b.read[path] = known
	}
	d := &document{uri: uriOf(path), path: path, version: notOpen}
	d.set(known.text)
	return d
}

// notOpen is the version of a document that the editor does not have.
const notOpen = -1

func isBib(path string) bool { return strings.EqualFold(filepath.Ext(path), ".bib") }
