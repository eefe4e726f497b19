package text

import (
	"strings"
)

// Arena keeps texts for good, one after another, on pages that never move and
// hold no pointers. Strings cut from it share its memory.
type Arena struct{ pages []*strings.Builder }

// Place is where a text begins in an arena: the number of the page, from 1, and
// the byte on it. The zero place is that of no text.
type Place uint64

// A page holds so many bytes, or more for a text that is longer. The first pages are
// small, since an arena may be of few texts.
const (
	firstPage = 512
	pageSize  = 64 << 10
)

// Add copies a text into the arena and returns its place.
func (a *Arena) Add(text []byte) Place {
	if last := len(a.pages); last == 0 || a.pages[last-1].Cap()-a.pages[last-1].Len() < len(text) {
		page := new(strings.Builder)
		page.Grow(max(min(pageSize, firstPage<<min(last, 16)), len(text)))
		a.pages = append(a.pages, page)
	}
	page := a.pages[len(a.pages)-1]
	at := Place(len(a.pages))<<32 | Place(page.Len())
	page.Write(text)
	return at
}

// From returns what is on a page from a place on: the text that was added there
// and those after it.
func (a *Arena) From(at Place) string {
	return a.pages[at>>32-1].String()[uint32(at):]
}
