// Package index builds and searches a folder in which published works are found by
// identifier, by title and by who may be cited. It knows no form of dump: works come
// from any [Source].
package index

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/factcite/factcite/authority"
)

// Index is an index of known works, made by [Build]. It is an
// [authority.Authority], and
// may be used by many goroutines at a time.
//
// An index is a folder of files that never change. Whatever is read of them is
// compared with its checksum, so that a damaged index gives an error and never a
// wrong answer.
type Index struct {
	path                 string
	manifest             *manifest
	works, groups, lists *blobReader
	shared               *sharedStrings
	venues               packedVenueCounts
}

// The files of an index, beside its manifest.
const (
	worksName   = "works"   // packed works
	stringsName = "strings" // shared strings
	groupsName  = "terms"   // groups of terms
	listsName   = "lists"   // numbers of works, where a term has many
	venuesName  = "venues"  // counts of venues and years
)

// Open opens the index in a folder. It reads no more than a summary: what is
// missing or cut short is found out at once, damage within when it is met.
func Open(path string) (*Index, error) {
	x := &Index{path: path}
	if err := x.open(); err != nil {
		x.Close()
		return nil, x.unusable(err)
	}
	return x, nil
}

func (x *Index) open() (err error) {
	if x.manifest, err = readManifest(x.path); err != nil {
		return err
	}
	m := x.manifest
	if m.TermBits < 1 || m.TermBits > mostTermBits {
		return errors.New("its manifest is not in order")
	}
	if x.works, err = openBlobs(x.path, worksName, m.Works); err != nil {
		return err
	}
	if x.groups, err = openBlobs(x.path, groupsName, 1<<m.TermBits); err != nil {
		return err
	}
	if err := x.groups.holdPlaces(); err != nil {
		return err
	}
	if x.lists, err = openBlobs(x.path, listsName, m.Lists); err != nil {
		return err
	}
	text, err := readBlobs(x.path, stringsName, m.Strings)
	if err != nil {
		return err
	}
	if x.shared, err = readSharedStrings(text); err != nil {
		return fmt.Errorf("%s: %w", filepath.Join(x.path, stringsName), err)
	}
	counts, err := readBlobs(x.path, venuesName, 1)
	if err != nil {
		return err
	}
	x.venues, err = readVenueCounts(counts)
	return err
}

// Close closes the files of the index, which must not be used any more.
func (x *Index) Close() error {
	var errs []error
	for _, b := range [...]*blobReader{x.works, x.groups, x.lists} {
		if b != nil {
			errs = append(errs, b.close())
		}
	}
	return errors.Join(errs...)
}

// unusable says of what went wrong with an index what to do about it.
func (x *Index) unusable(err error) error {
	if errors.Is(err, fs.ErrClosed) {
		return &authority.UnusableError{Err: fmt.Errorf("the index %s is closed; close it after its last use", x.path)}
	}
	if errors.Is(err, errNewer) {
		return &authority.UnusableError{Err: fmt.Errorf("the index %s cannot be used: %w", x.path, err)}
	}
	return &authority.UnusableError{Err: fmt.Errorf("the index %s cannot be used: %w; build it again with \"factcite index\"", x.path, err)}
}

// Coverage says what the index holds. It must not be changed.
func (x *Index) Coverage() *authority.Coverage {
	c := x.manifest.Coverage
	c.Name = filepath.Base(x.path)
	c.Holds = x.venues.holds
	c.Identifiers = x.manifest.Identifiers
	return &c
}

// Find returns the works that have an identifier of the query, and those with
// its title, exactly or with a lost sub-title; where none of these has an author
// of the query, also those whose titles differ in a few words or letters. The
// most likely come first, and of very many only some.
func (x *Index) Find(ctx context.Context, q *authority.Query) ([]*authority.Work, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s := newSearch(x, q)
	if err := s.run(); err != nil {
		return nil, x.unusable(err)
	}
	return s.works(), nil
}

// maxCited bounds the works that Cited returns.
const maxCited = 50

// Cited returns the works that an in-text citation may mean: those with the
// family name of the first author, of a person or a body, and the year, in which
// letters after the digits make no difference. Of more than 50 it returns some.
func (x *Index) Cited(family, year string) ([]*authority.Work, error) {
	key := familyKey(family)
	year = strings.TrimRight(year, "abcdefghijklmnopqrstuvwxyz")
	if _, err := strconv.Atoi(year); err != nil || key == "" {
		return nil, nil
	}
	s := newSearch(x, &authority.Query{})
	works, err := s.cited(newTerm(byAuthor, key, year), key)
	if err != nil {
		return nil, x.unusable(err)
	}
	return works, nil
}

// posting looks a term up.
func (x *Index) posting(t term, buffer *[]byte) (posting, error) {
	group, rest := t.groupOf(x.manifest.TermBits)
	blob, err := x.groups.get(group, *buffer)
	if err != nil {
		return posting{}, err
	}
	*buffer = blob
	return findPosting(blob, rest)
}

// numbers appends the numbers of the works that a posting leads to.
func (x *Index) numbers(to []uint32, p posting, buffer *[]byte) ([]uint32, error) {
	if p.count == 0 || p.list < 0 {
		return to, nil
	}
	packed := p.packed
	if packed == nil {
		var err error
		if packed, err = x.lists.get(p.list, *buffer); err != nil {
			return to, err
		}
		*buffer = packed
	}
	return readNumbers(slices.Grow(to, p.count), packed, p.count, x.manifest.Works)
}

// work reads a work.
func (x *Index) work(number uint32, buffer *[]byte) (*authority.Work, error) {
	packed, err := x.works.get(int(number), *buffer)
	if err != nil {
		return nil, err
	}
	*buffer = packed
	w, err := unpack(packed, x.shared)
	if err != nil {
		return nil, fmt.Errorf("work %d: %w", number, err)
	}
	return w, nil
}
