package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"

	"github.com/factcite/factcite/validate"
	"github.com/klauspost/compress/s2"
)

// check is a check that goes on from the run that is kept, where that can be, and else reads
// only files of which there is no part.
func (k *keptRun) check(ctx context.Context, options *validate.Options) (*validate.Result, error) {
	options.KeepTies = true
	e := k.earlier()
	defer e.close() // what is kept of this run is made of it
	result, err := e.revise(ctx, options)
	if result == nil && err == nil {
		result, err = k.cache.check(ctx, k.files, options)
	}
	if err != nil {
		return nil, err
	}
	if err := k.keepFound(result); err != nil {
		result.Close()
		return nil, err
	}
	return result, nil
}

func (k *keptRun) keepFound(result *validate.Result) error {
	found, err := k.begin(findingsKept, s2.WriterUncompressed()) // which are packed as they are
	if err != nil {
		return err
	}
	ties, err := k.beginPlain(tiesKept)
	if err != nil {
		return err
	}
	return result.Keep(found, ties)
}

// revise makes the result of the run that is kept that of this one; it is nil where that
// cannot be.
func (e *earlierRun) revise(ctx context.Context, options *validate.Options) (*validate.Result, error) {
	if e == nil {
		return nil, nil
	}
	result, err := validate.Revise(ctx, validate.Earlier{
		Found: e.found, Ties: e.ties.plain(), Changed: slices.Sorted(maps.Keys(e.changed)),
		Open: func(input int, was bool) (validate.PartReader, error) { return e.open(ctx, input, was) },
	}, options)
	if err != nil && ctx.Err() == nil { // what is kept is damaged, or a file changed: merging tells
		return nil, nil
	}
	if result != nil {
		maps.Copy(e.cache.contents, e.contents)
		e.cache.reader.pdf.Close()
		e.cache.used = true
		e.reports.writeWorks = func(to io.Writer) error { return e.writeWorks(to, result) }
	}
	return result, err
}

// mostChanged bounds the files that are held open.
const mostChanged = 100

// earlierRun is the run that is kept, over the same files, of which some changed.
type earlierRun struct {
	*keptRun
	key      string
	found    *keptOutput // what it found
	ties     *keptOutput
	changed  map[int]*keptPart // by the number of a file, the part of what it was
	contents map[string]string // by path, of the files as they were first read by this run, see [stamp]
}

// open opens the part of a file, as it is or as it was.
func (e *earlierRun) open(ctx context.Context, number int, was bool) (validate.PartReader, error) {
	if was {
		return partReader{e.changed[number], false}, nil
	}
	file := e.files[number]
	part, err := e.cache.part(ctx, file)
	if err != nil {
		return nil, err
	}
	content := e.cache.contentUsed(file)
	if was, ok := e.contents[file.path]; content == unknown || ok && content != was {
		part.close()
		return nil, errChangedMeanwhile
	}
	e.contents[file.path] = content
	return partReader{part, true}, nil
}

// errChangedMeanwhile says that a file is not as it was when the run began.
var errChangedMeanwhile = errors.New("a file changed while it was read")

// partReader reads a part that is kept, after the line of the cache.
type partReader struct {
	part   *keptPart
	closes bool
}

func (r partReader) ReadAt(p []byte, offset int64) (int, error) {
	return r.part.file.ReadAt(p, offset+int64(len(r.part.stamp.line())))
}

func (r partReader) Close() error {
	if r.closes {
		r.part.close()
	}
	return nil
}

// earlier returns the run that is kept; nil if that was over other files, a part of what one
// was is gone, or too many changed.
func (k *keptRun) earlier() *earlierRun {
	end := k.open(lastLines, "")
	if end == nil {
		return nil
	}
	defer end.close()
	var o outcome
	if err := json.NewDecoder(end).Decode(&o); err != nil || o.Rest != k.rest || len(o.Contents) != len(k.files) {
		return nil
	}
	e := &earlierRun{keptRun: k, key: end.key, changed: map[int]*keptPart{}, contents: map[string]string{}}
	e.found, e.ties = k.open(findingsKept, e.key), k.open(tiesKept, e.key)
	if e.found == nil || e.ties == nil || !e.compareFiles(o.Contents) {
		e.close()
		return nil
	}
	return e
}

// compareFiles looks which files changed. It is false if a part of what one was is gone, or too
// many changed.
func (e *earlierRun) compareFiles(contents []string) bool {
	for i, f := range e.files {
		kept := e.cache.kept(f)
		hasChanged := kept == nil
		if hasChanged {
			kept = openKept(e.cache.path(f))
		}
		if kept == nil {
			return false
		}
		if hasChanged {
			e.changed[i] = kept
		} else {
			kept.close()
			e.contents[f.path] = contents[i]
		}
		if kept.stamp.content != contents[i] || len(e.changed) > mostChanged {
			return false
		}
	}
	return true
}

func (e *earlierRun) close() {
	if e == nil {
		return
	}
	for _, kept := range e.changed {
		kept.close()
	}
	for _, kept := range []*keptOutput{e.found, e.ties} {
		if kept != nil {
			kept.close()
		}
	}
}

// writeWorks writes the bibliography, made of that of the earlier run.
func (e *earlierRun) writeWorks(to io.Writer, result *validate.Result) error {
	for i, t := range e.reports.targets() {
		if t != &e.reports.bib {
			continue
		}
		kept := e.keptRun.open(fmt.Sprint(i), e.key)
		if kept == nil {
			return e.damaged(fs.ErrNotExist)
		}
		defer kept.close()
		if err := result.ReviseWorks(to, kept); err != nil {
			return e.damaged(err)
		}
	}
	return nil
}
