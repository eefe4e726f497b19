package text

import (
	"encoding/binary"
	"fmt"
	"io"
	"strings"
	"sync/atomic"
)

// Arena keeps texts for good, one after another, on pages that never move and
// hold no pointers. Strings cut from it share its memory.
type Arena struct {
	pages  []page
	store  Store                                // nil without
	end    int64                                // of what is in the store
	recent *[recentPages]atomic.Pointer[lately] // pages in the store, by their numbers
}

// recentPages is how many pages in the store are kept that several texts in a row are of.
const recentPages = 32

// lately is a page that a text was read of lately.
type lately struct {
	number, offset int
	row            int    // how many texts in a row end there
	content        []byte // of the page, once there were enough
}

// A text that begins so many bytes after another one mostly follows it, and after so many
// in a row others do.
const (
	inARow     = 1 << 10
	longEnough = 4
)

// next returns what is known of a page when a text on it is asked for, which may be nothing.
func (l *lately) next(number, offset int) *lately {
	switch {
	case l == nil || l.number != number:
		return &lately{number: number, offset: offset}
	case l.content != nil:
		return l
	case offset > l.offset && offset <= l.offset+inARow:
		return &lately{number: number, offset: offset, row: l.row + 1}
	}
	return &lately{number: number, offset: offset}
}

// Store is where an arena keeps pages that are not in memory, as a file.
type Store interface {
	io.ReaderAt
	io.WriterAt
}

// page is a page of an arena, or where the store has it.
type page struct {
	text   *strings.Builder // nil of one that is in the store
	at     int64
	length int
}

// Place is where a text begins in an arena: the number of the page, from 1, and
// the byte on it. The zero place is that of no text.
type Place uint64

// A page holds so many bytes, or more for a text that is longer. The first pages are
// small, since an arena may be of few texts.
const (
	firstPage = 512
	pageSize  = 64 << 10
)

// KeepOn has an arena without texts keep its pages on a store but the last one. A page that
// cannot be written stays in memory; From panics if one cannot be read back.
func (a *Arena) KeepOn(store Store) {
	a.store, a.recent = store, new([recentPages]atomic.Pointer[lately])
}

// Add copies a text into the arena and returns its place.
func (a *Arena) Add(text []byte) Place {
	var prefix []byte // the length of a text, which who reads it from a store has to know
	if a.store != nil {
		prefix = binary.AppendUvarint(make([]byte, 0, binary.MaxVarintLen64), uint64(len(text)))
	}
	length := len(prefix) + len(text)
	if last := len(a.pages); last == 0 || a.pages[last-1].text.Cap()-a.pages[last-1].text.Len() < length {
		a.storeLast()
		next := new(strings.Builder)
		next.Grow(max(min(pageSize, firstPage<<min(last, 16)), length))
		a.pages = append(a.pages, page{text: next})
	}
	last := a.pages[len(a.pages)-1].text
	at := Place(len(a.pages))<<32 | Place(last.Len())
	last.Write(prefix)
	last.Write(text)
	return at
}

// storeLast moves the last page to the store.
func (a *Arena) storeLast() {
	if a.store == nil || len(a.pages) == 0 {
		return
	}
	last := &a.pages[len(a.pages)-1]
	if _, err := a.store.WriteAt([]byte(last.text.String()), a.end); err == nil {
		last.at, last.length = a.end, last.text.Len()
		a.end += int64(last.length)
		last.text = nil
	}
}

// From returns what is on a page from a place on: the text that was added there,
// and those after it where the arena has no store.
func (a *Arena) From(at Place) string {
	number, offset := int(at>>32-1), int(uint32(at))
	if page := &a.pages[number]; page.text == nil {
		return a.stored(number, offset)
	} else if text := page.text.String()[offset:]; a.store == nil {
		return text
	} else {
		length, prefix := binary.Uvarint([]byte(text[:min(len(text), binary.MaxVarintLen64)]))
		return text[prefix:][:length]
	}
}

// stored returns a text on a page in the store. It reads the whole page where texts are
// asked for in a row, and else the text alone.
func (a *Arena) stored(number, offset int) string {
	page, recent := a.pages[number], &a.recent[number%recentPages]
	read := recent.Load().next(number, offset)
	if read.content == nil && read.row >= longEnough {
		read.content = a.read(page.at, page.length)
	}
	recent.Store(read)
	if read.content == nil {
		return a.readOne(page.at + int64(offset))
	}
	length, prefix := binary.Uvarint(read.content[offset:])
	return string(read.content[offset+prefix:][:length])
}

// mostlyEnough is how many bytes are read at once of a text whose length is not known.
const mostlyEnough = 256

// readOne reads a text from the store.
func (a *Arena) readOne(at int64) string {
	begin := a.read(at, int(min(mostlyEnough, a.end-at)))
	length, prefix := binary.Uvarint(begin)
	if prefix+int(length) <= len(begin) {
		return string(begin[prefix:][:length])
	}
	return string(a.read(at+int64(prefix), int(length)))
}

func (a *Arena) read(at int64, length int) []byte {
	text := make([]byte, length)
	if n, err := a.store.ReadAt(text, at); n < length {
		panic(fmt.Sprintf("cannot read back what was written to disk: %v", err))
	}
	return text
}
