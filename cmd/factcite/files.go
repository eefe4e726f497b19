package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/factcite/factcite/fact"
)

// file is a file to read.
type file struct {
	path string
	form fact.Form // Auto if it was not looked at yet
}

// files lists what paths name: files as they are, folders by what they hold, each
// once. It fails before anything is read if one of them is missing, or is one of
// the outputs; a folder's files that are outputs are passed over.
func (r *inputReader) files(paths []string, outputs ...string) ([]file, error) {
	if len(paths) == 0 {
		return nil, errors.New("no input: name a file, a folder, or - for standard input")
	}
	var list []file
	add := func(f file) {
		if !slices.ContainsFunc(list, func(other file) bool { return other.path == f.path }) {
			list = append(list, f)
		}
	}
	for _, path := range paths {
		if path == "-" {
			add(file{path: path})
			continue
		}
		info, err := os.Stat(path)
		switch {
		case err != nil:
			return nil, err
		case info.IsDir():
			found, err := r.walk(path, outputs)
			if err != nil {
				return nil, err
			}
			for _, f := range found {
				add(f)
			}
		case isOneOf(info, outputs):
			return nil, fmt.Errorf("%s is to be read and to be written; write to another file", path)
		default:
			add(file{path: filepath.Clean(path)})
		}
	}
	return list, nil
}

// isOneOf reports whether a file is one of those that the paths name.
func isOneOf(file os.FileInfo, paths []string) bool {
	return slices.ContainsFunc(paths, func(path string) bool {
		other, err := os.Stat(path)
		return err == nil && other.Mode().IsRegular() && os.SameFile(file, other)
	})
}

// walk lists the files of a folder that hold facts, by their extension or by
// their first bytes, and notes how many others there are.
func (r *inputReader) walk(folder string, outputs []string) ([]file, error) {
	var list []file
	var passed []string
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		hidden := strings.HasPrefix(entry.Name(), ".") && path != folder
		switch {
		case entry.IsDir() && hidden:
			return filepath.SkipDir
		case entry.IsDir() || hidden || !entry.Type().IsRegular():
			return nil
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		if isOneOf(info, outputs) {
			return nil
		}
		form, ok := holdsFacts(path)
		if ok {
			list = append(list, file{path, form})
		} else {
			passed = append(passed, path)
		}
		return nil
	})
	if len(passed) > 0 {
		r.note("passed over %d of the files of %s, which hold no form of facts: %s", len(passed), folder, strings.Join(passed[:min(len(passed), 3)], ", "))
	}
	return list, err
}

// holdsFacts reports whether a file of a folder is worth reading: its extension
// says that it holds records, or its first bytes show a form, which it returns.
func holdsFacts(path string) (form fact.Form, ok bool) {
	extension := filepath.Ext(strings.TrimSuffix(strings.ToLower(path), ".gz"))
	if slices.Contains([]string{".json", ".jsonl", ".ndjson", ".bib"}, extension) {
		return fact.Auto, true
	}
	opened, err := os.Open(path)
	if err != nil {
		return fact.Auto, true // reading it will say why it cannot be read
	}
	defer opened.Close()
	form = detect(opened)
	return form, form != fact.Auto
}
