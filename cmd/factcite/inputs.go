package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
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
	"time"

	"github.com/spf13/cobra"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/validate"
)

// headSize is how much of an input is looked at to find its form.
const headSize = 64 << 10

// maxBib is the largest .bib file that is read, in bytes.
const maxBib = 1 << 30

// inputFlags are the flags of every verb that reads facts.
type inputFlags struct {
	from      string
	members   map[string]string
	retrieved string
	maxRecord byteSize
	maxDepth  int
	quiet     bool
}

func (f *inputFlags) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.from, "from", "", "read the input as this `FORM`: page, html, jsonl, json, export, bundle or bib (found by content)")
	flags.StringToStringVar(&f.members, "map", nil, "read records of another shape: `MEMBER=POINTER`, as in content=/text,id=/uid,uri=/source/url")
	flags.StringVar(&f.retrieved, "retrieved", "", "`DATE` on which pages were retrieved, from which their relative dates count")
	flags.Var(&f.maxRecord, "max-record", "largest record that is read, as in 16MiB")
	flags.IntVar(&f.maxDepth, "max-depth", 0, "deepest nesting of JSON that is read (256)")
	flags.BoolVarP(&f.quiet, "quiet", "q", false, "no summary line, no progress bar, no notes")
}

// reader opens the files that a run reads.
type reader struct {
	options  fact.Options
	stdin    io.Reader
	note     func(format string, args ...any)
	progress io.Writer // is told every byte read

	recognised bool // an input had the form of facts, even if each of its records was broken
}

func (f *inputFlags) reader(cmd *cobra.Command) (*reader, error) {
	form := fact.Form(f.from)
	if !slices.Contains([]fact.Form{fact.Auto, fact.PageText, fact.PageHTML, fact.Lines, fact.JSON, fact.Export, fact.Bundle, fact.Bib}, form) {
		return nil, fmt.Errorf("--from %q is no form; use page, html, jsonl, json, export, bundle or bib", f.from)
	}
	retrieved, err := parseDate("--retrieved", f.retrieved)
	if err != nil {
		return nil, err
	}
	if f.maxDepth < 0 {
		return nil, fmt.Errorf("--max-depth %d is negative", f.maxDepth)
	}
	r := &reader{
		options: fact.Options{
			Form: form, Map: f.members, Retrieved: retrieved,
			MaxRecord: int(f.maxRecord), MaxDepth: f.maxDepth,
		},
		stdin:    cmd.InOrStdin(),
		note:     func(string, ...any) {},
		progress: io.Discard,
	}
	if !f.quiet {
		r.note = func(format string, args ...any) {
			noteTo(cmd.ErrOrStderr(), format, args...)
		}
	}
	return r, nil
}

// parseDate reads the date of a flag; an empty one is the zero time.
func parseDate(flag, value string) (time.Time, error) {
	if value == "" {
		return time.Time{}, nil
	}
	date, err := time.Parse(time.DateOnly, value)
	if err != nil {
		return date, fmt.Errorf("%s %q is no date; write it as 2026-03-12", flag, value)
	}
	return date, nil
}

// files lists what paths name: files as they are, folders by what they hold, each
// once. It fails before anything is read if one of them is missing, or is one of
// the outputs; a folder's files that are outputs are passed over.
func (r *reader) files(paths []string, outputs ...string) ([]string, error) {
	if len(paths) == 0 {
		return nil, errors.New("no input: name a file, a folder, or - for standard input")
	}
	var list []string
	add := func(path string) {
		if !slices.Contains(list, path) {
			list = append(list, path)
		}
	}
	for _, path := range paths {
		if path == "-" {
			add(path)
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
			for _, path := range found {
				add(path)
			}
		case isOneOf(info, outputs):
			return nil, fmt.Errorf("%s is to be read and to be written; write to another file", path)
		default:
			add(filepath.Clean(path))
		}
	}
	return list, nil
}

// isOneOf tells whether a file is one of those that the paths name.
func isOneOf(file os.FileInfo, paths []string) bool {
	return slices.ContainsFunc(paths, func(path string) bool {
		other, err := os.Stat(path)
		return err == nil && other.Mode().IsRegular() && os.SameFile(file, other)
	})
}

// walk lists the files of a folder that hold facts, by their extension or by
// their first bytes, and notes how many others there are.
func (r *reader) walk(folder string, outputs []string) ([]string, error) {
	var list, passed []string
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
		if holdsFacts(path) {
			list = append(list, path)
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

// holdsFacts tells whether a file of a folder is worth reading: its extension
// says that it holds records, or its first bytes do.
func holdsFacts(path string) bool {
	extension := filepath.Ext(strings.TrimSuffix(strings.ToLower(path), ".gz"))
	if slices.Contains([]string{".json", ".jsonl", ".ndjson", ".bib"}, extension) {
		return true
	}
	file, err := os.Open(path)
	if err != nil {
		return true // reading it will say why it cannot be read
	}
	defer file.Close()
	head := make([]byte, headSize)
	n, _ := io.ReadFull(file, head)
	return fact.Detect(opened(head[:n])) != fact.Auto
}

// read yields what the files hold, in their order.
func (r *reader) read(ctx context.Context, paths []string) iter.Seq2[validate.Input, error] {
	return func(yield func(validate.Input, error) bool) {
		for _, path := range paths {
			for input, err := range r.readFile(path) {
				if err == nil {
					err = context.Cause(ctx)
				}
				if err != nil {
					yield(validate.Input{}, err)
					return
				}
				if !yield(input, nil) {
					return
				}
			}
		}
	}
}

// readFile leaves files as they are for [fact.Read], which opens gzip and may
// need to seek.
func (r *reader) readFile(path string) iter.Seq2[validate.Input, error] {
	return func(yield func(validate.Input, error) bool) {
		if path == "-" {
			buffered := bufio.NewReaderSize(r.stdin, headSize)
			head, _ := buffered.Peek(headSize)
			r.readOpened("<stdin>", head, buffered, yield)
			return
		}
		file, err := os.Open(path)
		if err != nil {
			yield(validate.Input{}, err)
			return
		}
		defer file.Close()
		head := make([]byte, headSize)
		n, _ := io.ReadFull(file, head)
		if _, err := file.Seek(0, io.SeekStart); err != nil { // a pipe
			r.readOpened(path, head[:n], io.MultiReader(bytes.NewReader(head[:n]), file), yield)
			return
		}
		r.readOpened(path, head[:n], &watched{file, r.progress}, yield)
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

func (r *reader) readOpened(name string, head []byte, text io.Reader, yield func(validate.Input, error) bool) {
	options := r.options
	if options.Form == fact.Auto {
		options.Form = fact.Detect(opened(head))
	}
	r.recognised = r.recognised || options.Form != fact.Auto
	if options.Form == fact.Bib {
		bib, err := readBib(name, text)
		yield(validate.Input{Bib: bib}, err)
		return
	}
	for input, err := range validate.Facts(fact.Read(text, name, &options)) {
		if !yield(input, err) {
			return
		}
	}
}

// opened returns the head of an input with gzip opened, as far as it goes.
func opened(head []byte) []byte {
	text, err := decompress(bytes.NewReader(head))
	if err != nil {
		return nil
	}
	start := make([]byte, headSize)
	n, _ := io.ReadFull(text, start) // the head of a gzip file ends too early
	return start[:n]
}

// decompress opens gzip, which its first two bytes show (RFC 1952, section 2.3.1).
func decompress(source io.Reader) (io.Reader, error) {
	buffered := bufio.NewReader(source)
	if magic, _ := buffered.Peek(2); string(magic) != "\x1f\x8b" {
		return buffered, nil
	}
	return gzip.NewReader(buffered)
}

// readBib reads a .bib file, which is held in memory as a whole.
func readBib(name string, source io.Reader) (*citation.BibFile, error) {
	text, err := decompress(source)
	if err != nil {
		return nil, err
	}
	whole, err := io.ReadAll(io.LimitReader(text, maxBib+1))
	if err == nil && len(whole) > maxBib {
		err = fmt.Errorf("a .bib file may have %d MiB; split it", maxBib>>20)
	}
	if err != nil {
		return nil, err
	}
	return citation.ReadBib(name, whole), nil
}
