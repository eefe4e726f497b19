package main

import (
	"bufio"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/validate"
)

// cache keeps the part of each file in a folder, under a name that follows from the
// file's. It begins with a line that says what the part was made of, see [stamp].
type cache struct {
	folder   string
	reader   *inputReader
	checker  *validate.Checker
	made     string            // what all parts of this run have in common
	used     bool              // a part was there
	contents map[string]string // by path, of what the parts were made of, see [stamp]
}

func (f *checkFlags) newCache(reader *inputReader, options *validate.Options) (*cache, error) {
	if len(f.textFlags.paths) > 0 {
		return nil, errors.New("--cache does not see that a text of --texts changed; use one of them")
	}
	folder := filepath.Join(f.services.cache, "parts")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, fmt.Errorf("cannot keep what is known of files: %w", err)
	}
	if options.Today.IsZero() {
		options.Today = time.Now().UTC() // one day for all parts
	}
	program, err := executableHash()
	if err != nil {
		return nil, err
	}
	c := &cache{folder: folder, reader: reader, checker: validate.NewChecker(options), contents: map[string]string{}}
	c.made = fmt.Sprintf("%s %s %+v %t", program, c.checker.PartHead(), reader.options.Facts, reader.options.AnyShape)
	return c, nil
}

// check is a check that reads only files of which there is no part, or one that is damaged.
func (c *cache) check(ctx context.Context, files []file, options *validate.Options) (*validate.Result, error) {
	defer c.reader.pdf.Close()
	result, err := validate.Merge(ctx, c.parts(ctx, files), options)
	var damaged *validate.DamagedPart
	if errors.As(err, &damaged) && c.dropDamaged(files) {
		return validate.Merge(ctx, c.parts(ctx, files), options)
	}
	return result, err
}

// dropDamaged removes the parts of files that are not as they were written, and reports whether
// there are any.
func (c *cache) dropDamaged(files []file) (dropped bool) {
	for _, f := range files {
		kept := openKept(c.path(f))
		if kept == nil {
			continue
		}
		part, err := c.read(f, kept)
		if err == nil {
			err = part.Verify()
		}
		kept.close()
		if err != nil && os.Remove(c.path(f)) == nil {
			dropped = true
			c.reader.note("what %s keeps of %s is damaged, and is made anew", c.folder, f.path)
		}
	}
	return dropped
}

// contentNow is the hash over the content that a file has, see [stamp].
func (c *cache) contentNow(f file) string {
	if kept := c.kept(f); kept != nil {
		defer kept.close()
		return kept.stamp.content
	}
	return c.content(f)
}

// contentUsed is the same of what this run was told of a file.
func (c *cache) contentUsed(f file) string { return cmp.Or(c.contents[f.path], unknown) }

// executableHash tells this program from others of its version.
func executableHash() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", fmt.Errorf("cannot tell which program this is: %w", err)
	}
	sum, err := hashFile(path)
	if err != nil {
		return "", fmt.Errorf("cannot tell which program this is: %w", err)
	}
	return sum, nil
}

func hashFile(path string) (string, error) {
	opened, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer opened.Close()
	hash := sha256.New()
	if _, err := io.Copy(hash, opened); err != nil {
		return "", err
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}

// parts yields the part of each file, which is made where it is not kept.
func (c *cache) parts(ctx context.Context, files []file) iter.Seq2[*validate.Part, error] {
	return func(yield func(*validate.Part, error) bool) {
		for _, f := range files {
			kept, err := c.part(ctx, f)
			if err != nil {
				yield(nil, err)
				return
			}
			more := yield(c.read(f, kept))
			kept.close()
			if !more {
				return
			}
		}
	}
}

func (c *cache) read(f file, kept *keptPart) (*validate.Part, error) {
	name := "of " + f.path + " in " + c.folder
	part, err := validate.ReadPart(name, kept)
	if err != nil {
		err = &validate.DamagedPart{Part: name, Reason: err.Error()}
	}
	return part, err
}

// keptPart is a part that is read, after the line of the cache.
type keptPart struct {
	*bufio.Reader
	file  *os.File
	stamp stamp
	gone  bool // once it is read
}

func (p *keptPart) close() {
	p.file.Close()
	if p.gone {
		os.Remove(p.file.Name())
	}
}

// path is where the part of a file is kept.
func (c *cache) path(f file) string { return filepath.Join(c.folder, hashOf(f.path)[:32]+".part") }

// kept returns the part of a file that is kept; nil if there is none of what it holds now.
func (c *cache) kept(f file) *keptPart {
	kept := openKept(c.path(f))
	if kept == nil {
		return nil
	}
	state := c.state(f)
	if kept.stamp.state == state && state != unknown {
		return kept
	}
	if content := c.content(f); kept.stamp.content == content && content != unknown {
		kept.renew(state)
		return kept
	}
	kept.close()
	return nil
}

// part returns the part of a file.
func (c *cache) part(ctx context.Context, f file) (*keptPart, error) {
	if kept := c.kept(f); kept != nil {
		c.used = true
		c.contents[f.path] = kept.stamp.content
		return kept, nil
	}
	state := c.state(f) // before the content is
	made, err := os.CreateTemp(c.folder, ".*.part")
	if err != nil {
		return nil, fmt.Errorf("cannot keep what is known of %s: %w", f.path, err)
	}
	addUnfinished(ctx, made.Name())
	p := &keptPart{file: made, gone: true, stamp: stamp{content: c.content(f), state: state}}
	if err := c.write(ctx, p, f); err != nil {
		p.close()
		return nil, err
	}
	if !p.gone {
		if err := os.Rename(made.Name(), c.path(f)); err != nil {
			p.close()
			return nil, fmt.Errorf("cannot keep what is known of %s: %w", f.path, err)
		}
	}
	p.Reader = bufio.NewReaderSize(made, 1<<16)
	_, err = p.ReadString('\n')
	return p, err
}

// noting notes whether there is a record among items.
func noting(items iter.Seq[*fact.Item], records *atomic.Bool) iter.Seq[*fact.Item] {
	return func(yield func(*fact.Item) bool) {
		for it := range items {
			if it.Record != nil && !records.Load() {
				records.Store(true)
			}
			if !yield(it) {
				return
			}
		}
	}
}

// write writes the part of a file, and decides whether it is to be kept: not that of
// standard input, of a bibliography, which is as soon read as its part, of what holds no
// record, or of a file that changed meanwhile.
func (c *cache) write(ctx context.Context, p *keptPart, f file) error {
	w := bufio.NewWriterSize(p.file, 1<<16)
	fmt.Fprint(w, p.stamp.line())
	var records atomic.Bool // set where pieces are read
	entries := false
	inputs := func(yield func(validate.Input, error) bool) {
		for input, err := range c.reader.readFile(ctx, f) {
			switch {
			case input.Facts != nil:
				input.Facts = noting(input.Facts, &records)
			case input.Fact != nil && input.Fact.Record != nil:
				records.Store(true)
			}
			entries = entries || input.Bib != nil
			if !yield(input, err) {
				return
			}
		}
	}
	err := c.checker.WritePart(ctx, w, inputs)
	if err == nil {
		err = w.Flush()
	}
	if err == nil {
		_, err = p.file.Seek(0, io.SeekStart)
	}
	changed := c.changed(f, p.stamp)
	p.gone = entries || !records.Load() || changed
	if !changed {
		c.contents[f.path] = p.stamp.content
	}
	return err
}

func hashOf(texts ...string) string {
	hash := sha256.New()
	for _, text := range texts {
		fmt.Fprintf(hash, "%d %s", len(text), text)
	}
	return hex.EncodeToString(hash.Sum(nil))
}

// openKept opens the part at a path; without one that begins as a part does it is nil.
func openKept(path string) *keptPart {
	opened, err := os.Open(path)
	if err != nil {
		return nil
	}
	p := &keptPart{Reader: bufio.NewReaderSize(opened, 1<<16), file: opened}
	line, err := p.ReadSlice('\n')
	if err == nil {
		p.stamp, err = readStamp(string(line))
	}
	if err != nil {
		p.close()
		return nil
	}
	return p
}

// renew notes the state in which the file of a part has the content that it had. Where it
// cannot, the file is only read again.
func (p *keptPart) renew(state string) {
	if file, err := os.OpenFile(p.file.Name(), os.O_WRONLY, 0); err == nil {
		file.WriteAt([]byte(stamp{p.stamp.content, state}.line()), 0)
		file.Close()
	}
}
