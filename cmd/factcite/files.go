package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/internal/pathpattern"
	"github.com/factcite/factcite/validate"
	"github.com/factcite/factcite/validate/input"
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
	listed := map[string]bool{}
	add := func(f file) {
		if !listed[f.path] {
			listed[f.path] = true
			list = append(list, f)
		}
	}
	written := regularFiles(outputs)
	for _, path := range paths {
		if path == "-" {
			add(file{path: path})
			continue
		}
		info, err := os.Stat(path)
		switch {
		case path == "":
			return nil, errors.New("a path is empty: name a file, a folder, or - for standard input")
		case err != nil && isAddress(path):
			return nil, fmt.Errorf("%s is an address, and only files are read: curl -sSL %s | factcite … -", path, path)
		case err != nil:
			return nil, err
		case info.IsDir():
			found, err := r.walk(path, written)
			if err != nil {
				return nil, err
			}
			for _, f := range found {
				add(f)
			}
		case isOneOf(info, written):
			return nil, fmt.Errorf("%s is to be read and to be written; write to another file", path)
		default:
			add(file{path: filepath.Clean(path)})
		}
	}
	return list, nil
}

func isAddress(path string) bool {
	return strings.HasPrefix(path, "http://") || strings.HasPrefix(path, "https://") || strings.HasPrefix(path, "ftp://")
}

// regularFiles returns those of the paths that are files already.
func regularFiles(paths []string) []os.FileInfo {
	var files []os.FileInfo
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			files = append(files, info)
		}
	}
	return files
}

// isOneOf reports whether a file is one of others.
func isOneOf(file os.FileInfo, others []os.FileInfo) bool {
	return slices.ContainsFunc(others, func(other os.FileInfo) bool { return os.SameFile(file, other) })
}

// walk lists the files of a folder whose form is sure, and notes how many others there
// are. What a .gitignore or the configuration leaves out is not even counted.
func (r *inputReader) walk(folder string, outputs []os.FileInfo) ([]file, error) {
	root, err := filepath.Abs(folder)
	if err != nil {
		return nil, err
	}
	w := walker{reader: r, root: root, outputs: outputs, passed: input.Passed{In: folder}, links: input.Passed{In: folder}}
	w.ignored = ignoredAbove(root)
	w.inside = folder + string(filepath.Separator) // else a link to a folder would not be walked
	err = filepath.WalkDir(w.inside, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return w.visit(path, entry)
	})
	if w.passed.Count > 0 {
		r.note("%s", w.passed.String())
	}
	if n := w.links.Count; n > 0 {
		r.note("did not follow %d of the symbolic links in %s: %s; name them to have them read", n, folder, strings.Join(w.links.First, ", "))
	}
	return w.list, err
}

// A walker visits the files of a folder.
type walker struct {
	reader  *inputReader
	root    string // absolute
	inside  string // as the paths of files in it begin
	outputs []os.FileInfo
	ignored pathpattern.List
	base    int // how many of them are of the root and above it
	list    []file
	passed  input.Passed
	links   input.Passed // symbolic links, which are followed only where they are named
}

func (w *walker) visit(path string, entry fs.DirEntry) error {
	absolute := filepath.Join(w.root, strings.TrimPrefix(path, w.inside))
	if absolute == w.root {
		w.ignored = addIgnored(w.ignored, w.root)
		w.base = len(w.ignored)
		return nil
	}
	name := filepath.ToSlash(absolute)
	w.ignored = w.ignored.Above(name, w.base)
	left := strings.HasPrefix(entry.Name(), ".") || w.ignored.Match(name, entry.IsDir()) || w.reader.exclude.Match(name, entry.IsDir())
	switch {
	case entry.IsDir() && left:
		return filepath.SkipDir
	case entry.IsDir():
		w.ignored = addIgnored(w.ignored, absolute)
		return nil
	case left || len(w.reader.include) > 0 && !w.reader.include.MatchAny(name):
		return nil
	case entry.Type()&fs.ModeSymlink != 0:
		w.links.Add(path)
		return nil
	case !entry.Type().IsRegular():
		return nil
	}
	if len(w.outputs) > 0 {
		if info, err := entry.Info(); err != nil || isOneOf(info, w.outputs) {
			return err
		}
	}
	if form, ok := w.reader.holdsFacts(path); ok {
		w.list = append(w.list, file{path, form})
	} else {
		w.passed.Add(path)
	}
	return nil
}

// holdsFacts reports whether a file of a folder is worth reading: its name and its first
// bytes leave no doubt of its form, which it returns.
func (r *inputReader) holdsFacts(path string) (form fact.Form, ok bool) {
	opened, err := os.Open(path)
	if err != nil {
		return fact.Auto, true // reading it will say why it cannot be read
	}
	defer opened.Close()
	return r.SureForm(path, opened)
}

// readFile yields what a file holds.
func (r *inputReader) readFile(ctx context.Context, f file) iter.Seq2[validate.Input, error] {
	if f.path == "-" {
		return r.Read(f.form, "<stdin>", &interruptible{ctx, r.stdin})
	}
	return func(yield func(validate.Input, error) bool) {
		opened, err := openFile(ctx, f.path)
		if err != nil {
			yield(validate.Input{}, err)
			return
		}
		defer opened.Close()
		var from io.Reader = &watched{opened, r.progress}
		if _, err := opened.Seek(0, io.SeekStart); err != nil { // a pipe
			from = &interruptible{ctx, opened}
		}
		r.Read(f.form, f.path, from)(yield)
	}
}

// watched is a file that tells the progress bar what is read of it.
type watched struct {
	*os.File
	progress io.Writer
}

func (w *watched) Read(p []byte) (int, error) {
	n, err := w.File.Read(p)
	w.progress.Write(p[:n])
	return n, err
}
