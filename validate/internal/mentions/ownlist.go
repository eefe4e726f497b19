package mentions

import (
	"slices"
	"strings"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/fact"
)

// OwnLists are the works that each document names which has a list of references: what
// its text cites is to be in that list.
type OwnLists map[string]*ownList

type ownList struct {
	works []int // by Work.Index, as they were when they were named
	has   bool  // the document has a list
}

// documentOf returns the document that a path leads into, without the page.
func documentOf(path string) string {
	document, _, _ := strings.Cut(path, "#page=")
	return document
}

// Add adds the works that a part of a document names; of a record that is of none it adds
// nothing.
func (own OwnLists) Add(path string, part fact.Part, works []int) {
	if part == "" {
		return
	}
	path = documentOf(path)
	list := own[path]
	if list == nil {
		list = &ownList{}
		own[path] = list
	}
	list.works = append(list.works, works...)
	list.has = list.has || part == fact.Listed
}

// Settle replaces works that were joined by what they became, after everything was
// read, and forgets the documents without a list.
func (own OwnLists) Settle(b *citation.Bibliography) {
	for path, list := range own {
		if !list.has {
			delete(own, path)
			continue
		}
		for i, work := range list.works {
			list.works[i] = b.Current(work)
		}
		slices.Sort(list.works)
	}
}

// keep leaves out the works that the document of a path does not name, if it has a list.
func (own OwnLists) keep(fitting []int, path string) []int {
	if len(own) == 0 {
		return fitting
	}
	list := own[documentOf(path)]
	if list == nil {
		return fitting
	}
	return slices.DeleteFunc(slices.Clone(fitting), func(work int) bool {
		_, named := slices.BinarySearch(list.works, work)
		return !named
	})
}
