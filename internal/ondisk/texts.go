package ondisk

import (
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"sync/atomic"
)

// Texts keeps texts for good: the first of them in memory, on pages that never move and
// hold no pointers, and the rest in a temporary file. If nothing can be written to that,
// they stay in memory. The zero value is empty and ready. Texts may be read by several
// goroutines at once, unless one is added meanwhile.
type Texts struct {
	Memory int // bytes that stay in memory; 0 is 32 MiB

	pages []page
	last  []byte // the page that is being filled
	held  int    // bytes of pages in memory
	file  *os.File
	end   int64 // of the file
	full  bool  // nothing more can be written to the file

	cache   [cachedPages]atomic.Pointer[cachedPage]
	missed  [cachedPages]atomic.Uint64 // the page that was last not in the cache
	failing sync.Mutex
	failed  error
}

// Place is where a text is: the number of its page, from 1, and the byte on it. Places
// grow with the order of the texts. The zero place is that of no text.
type Place uint64

// A page is full, and in memory, or in the file.
type page struct {
	text   string // empty if it is in the file
	offset int64
	length int
}

type cachedPage struct {
	number uint64
	text   string
}

const (
	defaultMemory = 32 << 20

	// A page holds so many bytes, or one text that is longer. The first pages are small,
	// since there may be few texts.
	firstPage = 512
	pageSize  = 64 << 10

	// So many pages of the file are in memory too: those of which one text after another
	// was asked for.
	cachedPages = 32

	// So much is read for a text whose length is not known.
	probe = 512
)

// Add keeps a text and returns its place.
func (t *Texts) Add(text []byte) Place {
	length := binary.PutUvarint(make([]byte, binary.MaxVarintLen64), uint64(len(text)))
	if cap(t.last)-len(t.last) < length+len(text) {
		t.finishPage()
		t.last = make([]byte, 0, max(min(pageSize, firstPage<<min(len(t.pages), 16)), length+len(text)))
	}
	at := Place(len(t.pages)+1)<<32 | Place(len(t.last))
	t.last = binary.AppendUvarint(t.last, uint64(len(text)))
	t.last = append(t.last, text...)
	return at
}

// finishPage puts the last page where it stays.
func (t *Texts) finishPage() {
	if len(t.last) == 0 {
		return
	}
	most := t.Memory
	if most == 0 {
		most = defaultMemory
	}
	if t.held+len(t.last) > most && t.write() {
		return
	}
	t.held += len(t.last)
	t.pages = append(t.pages, page{text: string(t.last), length: len(t.last)})
}

// write writes the last page to the file. It is false if that cannot be done.
func (t *Texts) write() bool {
	if t.full {
		return false
	}
	var err error
	if t.file == nil {
		t.file, err = Unnamed()
	}
	if err == nil {
		_, err = t.file.WriteAt(t.last, t.end)
	}
	if t.full = err != nil; t.full {
		return false
	}
	t.pages = append(t.pages, page{offset: t.end, length: len(t.last)})
	t.end += int64(len(t.last))
	return true
}

// At returns the text of a place. The zero place, and one that cannot be read, has none;
// see [Texts.Err].
func (t *Texts) At(at Place) string {
	if at == 0 {
		return ""
	}
	number, offset := int(at>>32), int(uint32(at))
	if number > len(t.pages) {
		return textAt(string(t.last[offset:min(len(t.last), offset+probe)]), func(n int) string { return string(t.last[offset : offset+n]) })
	}
	if p := &t.pages[number-1]; p.text != "" {
		return textAt(p.text[offset:], nil)
	}
	return t.fromFile(uint64(number), offset)
}

// textAt returns the text whose length is before it. If what is there is not all of it,
// read returns so many bytes.
func textAt(there string, read func(n int) string) string {
	length, n := uvarint(there)
	if n+length > len(there) {
		there = read(n + length)
	}
	if n+length > len(there) {
		return "" // it could not be read
	}
	return there[n : n+length]
}

func uvarint(s string) (length, n int) {
	for shift := 0; n < len(s); shift += 7 {
		b := s[n]
		n++
		if length |= int(b&0x7f) << shift; b < 0x80 {
			break
		}
	}
	return length, n
}

// fromFile returns a text of a page in the file, with memory of its own: what is kept of it
// must not keep a page. The second text in a row of one page brings all of it into memory.
func (t *Texts) fromFile(number uint64, offset int) string {
	slot := number % cachedPages
	if c := t.cache[slot].Load(); c != nil && c.number == number {
		return strings.Clone(textAt(c.text[offset:], nil))
	}
	p := &t.pages[number-1]
	if t.missed[slot].Swap(number) == number {
		c := &cachedPage{number, t.read(p, 0, p.length)}
		if len(c.text) < p.length {
			return ""
		}
		t.cache[slot].Store(c)
		return strings.Clone(textAt(c.text[offset:], nil))
	}
	return strings.Clone(textAt(t.read(p, offset, min(probe, p.length-offset)), func(n int) string { return t.read(p, offset, n) }))
}

// read reads so many bytes of a page.
func (t *Texts) read(p *page, offset, length int) string {
	text := make([]byte, length)
	if _, err := t.file.ReadAt(text, p.offset+int64(offset)); err != nil {
		t.failing.Lock()
		defer t.failing.Unlock()
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		t.failed = fmt.Errorf("cannot read back what was put on disk: %w", err)
		return ""
	}
	return string(text)
}

// OnDisk reports whether some texts are in the temporary file.
func (t *Texts) OnDisk() bool { return t.file != nil }

// Err returns why a text could not be read back, or nil.
func (t *Texts) Err() error {
	t.failing.Lock()
	defer t.failing.Unlock()
	return t.failed
}

// Close removes what is on disk. The texts there are gone.
func (t *Texts) Close() error {
	if t.file == nil {
		return nil
	}
	file := t.file
	t.file, t.full = nil, true
	return Discard(file)
}
