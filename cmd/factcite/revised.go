package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"iter"

	"github.com/factcite/factcite/validate"
)

// check is a check that goes on from the run that is kept, where that can be, and else reads
// only files of which there is no part.
func (k *keptRun) check(ctx context.Context, options *validate.Options) (*validate.Result, error) {
	result, err := k.revise(ctx, options)
	if result == nil && err == nil {
		result, err = k.cache.check(ctx, k.files, options)
	}
	if err != nil {
		return nil, err
	}
	kept, err := k.begin(findingsKept)
	if err == nil {
		err = result.Keep(kept)
	}
	if err != nil {
		result.Close()
		return nil, err
	}
	return result, nil
}

// revise makes the result of the run that is kept that of this one; it is nil where that
// cannot be.
func (k *keptRun) revise(ctx context.Context, options *validate.Options) (*validate.Result, error) {
	e := k.earlier()
	if e == nil {
		return nil, nil
	}
	defer e.close()
	found := k.open(findingsKept, e.key)
	if found == nil {
		return nil, nil
	}
	defer found.close()
	result, err := validate.Revise(ctx, found, e.changes(ctx), k.cache.parts(ctx, e.same), options)
	if result != nil {
		k.cache.reader.pdf.Close()
		k.cache.used = true
		k.reports.writeWorks = e.writeWorks
	}
	return result, err
}

// mostChanged bounds the files that are held open.
const mostChanged = 100

// earlierRun is the run that is kept, over the same files, of which some changed.
type earlierRun struct {
	*keptRun
	key     string
	same    []file
	changed []changedFile
}

// changedFile is a file, and the part of what it was.
type changedFile struct {
	file
	was *keptPart
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
	e := &earlierRun{keptRun: k, key: end.key}
	for i, f := range k.files {
		kept := k.cache.kept(f)
		hasChanged := kept == nil
		if hasChanged {
			kept = openKept(k.cache.path(f))
		}
		switch {
		case kept == nil || kept.stamp.content != o.Contents[i] || hasChanged && len(e.changed) == mostChanged:
			if kept != nil {
				kept.close()
			}
			e.close()
			return nil
		case hasChanged:
			e.changed = append(e.changed, changedFile{f, kept})
		default:
			kept.close()
			e.same = append(e.same, f)
		}
	}
	return e
}

func (e *earlierRun) close() {
	for _, f := range e.changed {
		f.was.close()
	}
}

// changes yields the parts of each file that changed, as it was and as it is.
func (e *earlierRun) changes(ctx context.Context) iter.Seq2[[2]*validate.Part, error] {
	return func(yield func([2]*validate.Part, error) bool) {
		for _, f := range e.changed {
			was, errWas := e.cache.read(f.file, f.was)
			for is, err := range e.cache.parts(ctx, []file{f.file}) {
				if !yield([2]*validate.Part{was, is}, cmp.Or(errWas, err)) || err != nil {
					return
				}
			}
		}
	}
}

// writeWorks writes the bibliography as the earlier run did.
func (e *earlierRun) writeWorks(to io.Writer) error {
	for i, t := range e.reports.targets() {
		if t != &e.reports.bib {
			continue
		}
		kept := e.open(fmt.Sprint(i), e.key)
		if kept == nil {
			return e.damaged(fs.ErrNotExist)
		}
		defer kept.close()
		if _, err := io.Copy(to, kept); err != nil {
			return e.damaged(err)
		}
	}
	return nil
}
