package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/fact/document"
	"github.com/factcite/factcite/internal/pathpattern"
	"github.com/factcite/factcite/internal/unpack"
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

// walk lists the files of a folder whose form is sure, and notes how many others there
// are. What a .gitignore or the configuration leaves out is not even counted.
func (r *inputReader) walk(folder string, outputs []string) ([]file, error) {
	root, err := filepath.Abs(folder)
	if err != nil {
		return nil, err
	}
	w := walker{reader: r, root: root, outputs: outputs, passed: passedOver{folder: folder}, links: passedOver{folder: folder}}
	w.ignored = ignoredAbove(root)
	inside := folder + string(filepath.Separator) // else a link to a folder would not be walked
	err = filepath.WalkDir(inside, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return w.visit(path, entry)
	})
	w.passed.note(r)
	w.links.noteLinks(r)
	return w.list, err
}

// A walker visits the files of a folder.
type walker struct {
	reader  *inputReader
	root    string // absolute
	outputs []string
	ignored pathpattern.List
	base    int // how many of them are of the root and above it
	list    []file
	passed  passedOver
	links   passedOver // symbolic links, which are followed only where they are named
}

func (w *walker) visit(path string, entry fs.DirEntry) error {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return err
	}
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
		w.links.add(path)
		return nil
	case !entry.Type().IsRegular():
		return nil
	}
	info, err := entry.Info()
	if err != nil || isOneOf(info, w.outputs) {
		return err
	}
	if form, ok := w.reader.holdsFacts(path); ok {
		w.list = append(w.list, file{path, form})
	} else {
		w.passed.add(path)
	}
	return nil
}

// passedOver counts the files of a folder or an archive that are not read.
type passedOver struct {
	folder string
	count  int
	first  []string
}

func (p *passedOver) add(path string) {
	if p.count++; len(p.first) < 3 {
		p.first = append(p.first, path)
	}
}

func (p *passedOver) note(r *inputReader) {
	if p.count > 0 {
		r.note("passed over %d of the files of %s, which hold no form of facts: %s", p.count, p.folder, strings.Join(p.first, ", "))
	}
}

// noteLinks is note for symbolic links.
func (p *passedOver) noteLinks(r *inputReader) {
	if p.count > 0 {
		r.note("did not follow %d of the symbolic links in %s: %s; name them to have them read", p.count, p.folder, strings.Join(p.first, ", "))
	}
}

// holdsFacts reports whether a file of a folder is worth reading: its name and its first
// bytes leave no doubt of its form, which it returns.
func (r *inputReader) holdsFacts(path string) (form fact.Form, ok bool) {
	if form := r.formOfFile(path); form != fact.Auto {
		return form, true
	}
	opened, err := os.Open(path)
	if err != nil {
		return fact.Auto, true // reading it will say why it cannot be read
	}
	defer opened.Close()
	text, err := unpack.Open(opened)
	if err != nil {
		return fact.Auto, slices.Contains(recordExtensions, filepath.Ext(trimPacked(path)))
	}
	head := make([]byte, headSize)
	n, _ := io.ReadFull(text, head)
	return sureForm(path, head[:n], r.mapped())
}

// yamlContent is a member of a record in YAML.
var yamlContent = regexp.MustCompile(`(?m)^\s*(?:- )?content:`)

// sureForm returns the form of one of many files, if it is sure. JSON must hold records,
// unless mapped says that those of another shape are wanted; a text without a mark of
// its form must show a year or an address, as one does that is about works.
func sureForm(path string, head []byte, mapped bool) (form fact.Form, sure bool) {
	path = trimPacked(strings.ToLower(path))
	form = formOf(path, head, mapped)
	switch form {
	case fact.Auto:
		return form, slices.Contains(recordExtensions, filepath.Ext(path)) && len(head) > 0
	case fact.JSON, fact.Lines:
		return form, mapped || !fact.IsForeign(head)
	case fact.CSV, fact.TSV:
		return form, mapped || fact.HasContentColumn(head)
	case fact.YAML:
		return form, mapped || yamlContent.Match(head)
	case document.Text:
		return form, strings.HasSuffix(path, ".txt") && document.MayCite(head)
	}
	return form, true
}
