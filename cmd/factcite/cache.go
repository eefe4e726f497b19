package main

import (
	"bufio"
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
	folder  string
	reader  *inputReader
	options *validate.Options
	checker *validate.Checker
	made    string // what all parts of this run have in common
	used    bool   // a part was there
}

func (f *checkFlags) newCache(reader *inputReader, options *validate.Options) (*cache, error) {
	if options.Texts != nil {
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
	c := &cache{folder: folder, reader: reader, options: options, checker: validate.NewChecker(options)}
	c.made = fmt.Sprintf("%s %s %+v %t", program, c.checker.PartHead(), reader.options.Facts, reader.options.AnyShape)
	return c, nil
}

// check is a check that reads only files of which there is no part.
func (c *cache) check(ctx context.Context, files []file) (*validate.Result, error) {
	defer c.reader.pdf.Close()
	return validate.Merge(ctx, c.parts(ctx, files), c.options)
}

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
			more := yield(validate.ReadPart("the part of "+f.path+" in "+c.folder, kept))
			kept.close()
			if !more {
				return
			}
		}
	}
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

// part returns the part of a file.
func (c *cache) part(ctx context.Context, f file) (*keptPart, error) {
	state := c.state(f)
	path := filepath.Join(c.folder, hashOf(f.path)[:32]+".part")
	if kept := openKept(path); kept != nil {
		if kept.stamp.state == state && state != unknown {
			c.used = true
			return kept, nil
		}
		if content := c.content(f); kept.stamp.content == content && content != unknown {
			c.used = true
			kept.renew(state)
			return kept, nil
		}
		kept.close()
	}
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
		if err := os.Rename(made.Name(), path); err != nil {
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
	p.gone = entries || !records.Load() || c.changed(f, p.stamp)
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
