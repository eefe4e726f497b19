package validate

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// entryEdit takes an entry out of a .bib, or puts one in.
type entryEdit struct {
	at  int    // how many entries of the .bib are before it
	was []byte // the entry that goes, as [citation.Publication.Write] writes it; nil if none does
	is  []byte // the entry that comes, before what goes; nil if none does
}

// editEntries copies what [citation.Bibliography.Write] wrote of so many works in BibTeX, with
// edits, in the order of their places. An error says as well that an entry is another one than
// the edit has it, or that there are other ones than so many.
func editEntries(to io.Writer, from io.Reader, entries int, edits []entryEdit) error {
	c := entryCopier{to: bufio.NewWriterSize(to, 1<<16), from: bufio.NewReaderSize(from, 1<<16)}
	for _, edit := range edits {
		if err := c.copy(edit.at); err != nil {
			return err
		}
		c.to.Write(edit.is)
		if edit.was != nil {
			if err := c.skip(edit.was); err != nil {
				return err
			}
		}
	}
	if err := c.copy(entries); err != nil {
		return err
	}
	if _, err := c.from.ReadByte(); err != io.EOF {
		return errOtherEntries
	}
	if err := c.to.Flush(); err != nil {
		return fmt.Errorf("write bibliography: %w", err)
	}
	return nil
}

var errOtherEntries = errors.New("the bibliography has other entries than were written")

// entryCopier copies entries one after another.
type entryCopier struct {
	to   *bufio.Writer
	from *bufio.Reader
	read int // entries
}

// copy copies entries until so many were read.
func (c *entryCopier) copy(until int) error {
	for c.read < until {
		if err := c.next(c.to); err != nil {
			return err
		}
	}
	return nil
}

// skip reads an entry that is not copied.
func (c *entryCopier) skip(entry []byte) error {
	var was bytes.Buffer
	err := c.next(&was)
	if err == nil && !bytes.Equal(was.Bytes(), entry) {
		err = errOtherEntries
	}
	return err
}

// next reads an entry, up to the blank line that ends it.
func (c *entryCopier) next(to io.Writer) error {
	for begun := false; ; {
		line, err := c.from.ReadSlice('\n')
		isBlank := !begun && len(line) == 1
		begun = err == bufio.ErrBufferFull
		switch {
		case err == io.EOF:
			return errOtherEntries
		case err != nil && !begun:
			return err
		}
		if _, err := to.Write(line); err != nil {
			return fmt.Errorf("write bibliography: %w", err)
		}
		if isBlank && !begun {
			c.read++
			return nil
		}
	}
}
