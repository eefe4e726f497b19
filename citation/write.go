package citation

import (
	"cmp"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"sync"

	"github.com/factcite/factcite/citation/internal/output"
	"github.com/factcite/factcite/internal/text"
)

// WriteOptions adjusts [Bibliography.Write]. The zero value and nil mean the
// defaults.
type WriteOptions struct {
	Format       Format // BibTeX if empty
	UTF8         bool   // letters outside ASCII as they are rather than in LaTeX's notation; entries of a .bib stay as they are written
	NoProvenance bool   // leave out x-facts, x-derived, x-filled and x-contradicted

	// Complete is called with a copy of each work before it is written, to [Publication.Fill]
	// it; nil leaves the works as they are. It may be called from several goroutines.
	Complete func(*Publication)
}

// output returns the options that do not depend on what a work is.
func (o *WriteOptions) output() output.Options {
	return output.Options{Format: o.Format, UTF8: o.UTF8, NoProvenance: o.NoProvenance}
}

// Write writes every work, in the order of their keys' first use; in BibTeX those that others
// refer to by crossref come after these. An entry of a .bib is read back and compared before
// a byte of it is written. The same works give the same bytes. Chunks are unpacked and
// formatted on all processors.
func (b *Bibliography) Write(w io.Writer, opts *WriteOptions) error {
	if opts == nil {
		opts = &WriteOptions{}
	}
	framing, err := output.FramingOf(opts.Format)
	if err != nil {
		return err
	}
	b.assignKeys()
	indexes := b.written(opts.Format)
	framing = framing.Of(len(indexes))
	out := errWriter{w: w}
	out.print([]byte(framing.Head + framing.Begin))
	formatters := sync.Pool{New: func() any { return &chunkFormatter{opts: opts, encode: framing.NewEncoder(opts.output())} }}
	format := func(indexes []int) formattedChunk {
		f := formatters.Get().(*chunkFormatter)
		defer formatters.Put(f)
		return f.format(b, indexes, framing.Between)
	}
	between := []byte(nil) // nothing before the first entry
	for chunk := range text.InOrder(slices.Values(indexes), format) {
		out.print(between)
		out.print(chunk.text)
		if err := cmp.Or(out.err, chunk.err); err != nil {
			return err
		}
		between = []byte(framing.Between)
	}
	out.print([]byte(framing.End))
	return out.err
}

// written returns the works that a format has, in their order: only a .bib has entries that
// are there for others to take fields from, and BibTeX wants those after the others.
func (b *Bibliography) written(format Format) []int {
	indexes := b.indexes()
	switch {
	case !b.hasEntries:
		return indexes
	case format == BibTeX || format == "":
		return b.parentsLast(indexes)
	case output.IsBib(format):
		return indexes
	}
	return slices.DeleteFunc(indexes, func(i int) bool { return !b.At(i).Reference.Entry.IsWork() })
}

// parentsLast moves the works that one after them refers to by crossref to the end, so that
// BibTeX finds them; the others stay where they are.
func (b *Bibliography) parentsLast(indexes []int) []int {
	before, parents := map[string]bool{}, map[string]bool{} // keys in small letters, as BibTeX compares them
	for _, i := range indexes {
		w := b.At(i)
		if link, ok := w.Reference.Entry.Field("crossref"); ok && before[strings.ToLower(link.Value)] {
			parents[strings.ToLower(link.Value)] = true
		}
		before[strings.ToLower(w.Key)] = true
	}
	if len(parents) == 0 {
		return indexes
	}
	isParent := func(i int) bool { return parents[strings.ToLower(b.At(i).Key)] }
	first := slices.DeleteFunc(slices.Clone(indexes), isParent)
	return append(first, slices.DeleteFunc(indexes, func(i int) bool { return !isParent(i) })...)
}

// Write writes the work's entry alone, as [Bibliography.Write] writes it among the
// others. The format must be one of those of .bib files.
func (w *Publication) Write(to io.Writer, opts *WriteOptions) error {
	if opts == nil {
		opts = &WriteOptions{}
	}
	framing, err := output.FramingOf(opts.Format)
	if err != nil {
		return err
	}
	text, err := framing.NewEncoder(opts.output())(nil, opts.completed(w).entry())
	if err != nil {
		return err
	}
	out := errWriter{w: to}
	out.print(text)
	return out.err
}

// entry returns the work as it is written.
func (w *Publication) entry() *output.Entry {
	e := &output.Entry{Key: w.Key, Reference: &w.Reference, Facts: w.Facts, Filled: w.filled, Contradicted: w.contradicted}
	if entry := w.Reference.Entry; entry != nil {
		e.WasFilled, e.WasContradicted = entry.Filled, entry.Contradicted
		e.Facts = slices.Clone(entry.Facts)
		if i := slices.Index(e.Facts, ""); i >= 0 { // the entry had no key
			e.Facts[i] = w.Key
		}
		for _, fact := range w.Facts {
			if !slices.Contains(entry.Keys, fact) && !slices.Contains(e.Facts, fact) {
				e.Facts = append(e.Facts, fact)
			}
		}
	}
	return e
}

// chunkFormatter formats one chunk of works after another in the same memory.
type chunkFormatter struct {
	opts   *WriteOptions
	encode output.Encoder
	length int // of the last chunk
}

// formattedChunk is the text of a chunk up to the first work that cannot be formatted.
type formattedChunk struct {
	text []byte
	err  error
}

// format formats works of a bibliography.
func (f *chunkFormatter) format(b *Bibliography, indexes []int, between string) (c formattedChunk) {
	c.text = make([]byte, 0, f.length+f.length/8)
	w := new(Publication)
	for i, index := range indexes {
		if i > 0 {
			c.text = append(c.text, between...)
		}
		if f.opts.Complete != nil {
			w = new(Publication) // it may be kept
		}
		b.read(w, index)
		if c.text, c.err = f.encode(c.text, f.opts.completed(w).entry()); c.err != nil {
			break
		}
	}
	f.length = len(c.text)
	return c
}

// errWriter writes until the first error.
type errWriter struct {
	w   io.Writer
	err error
}

func (e *errWriter) print(text []byte) {
	if e.err != nil || len(text) == 0 {
		return
	}
	if _, err := e.w.Write(text); err != nil {
		e.err = fmt.Errorf("write bibliography: %w", err)
	}
}

// Unheld returns the names of the fields of .bib entries that a format has no field
// for, or whose values it cannot hold whole, sorted, each once.
func (b *Bibliography) Unheld(format Format) []string {
	var names []string
	if !b.hasEntries {
		return nil
	}
	for _, index := range b.indexes() {
		if e := b.At(index).Reference.Entry; e != nil {
			names = append(names, output.Unheld(e, format)...)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// Rekeyed yields the keys of .bib entries that their works do not have, because BibTeX or
// TeX cannot read them or another work has them, and the keys that they have instead.
func (b *Bibliography) Rekeyed() iter.Seq2[string, string] {
	return func(yield func(was, is string) bool) {
		if !b.hasEntries {
			return
		}
		for _, index := range b.indexes() {
			w := b.At(index)
			if e := w.Reference.Entry; e != nil && e.Key != "" && e.IsWork() && e.Key != w.Key && !yield(e.Key, w.Key) {
				return
			}
		}
	}
}
