package index

import (
	"bufio"
	"cmp"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"math/bits"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
)

// The lookup tables are made of the works alone, once all of them are there; an
// interrupted making starts over. The terms of the works are spread over files by
// their first bits, so that one file at a time is sorted in memory and written as
// groups.
const (
	partitionWorks = 50_000 // works whose terms fill a file about
	maxPartitions  = 9      // bits
	rangeSize      = 2048   // works that are read at a time
	rareWorks      = 20_000 // terms of so many works are never too common
	commonShare    = 20     // terms of more than one work in so many tell nothing
)

// filing says that a work is found by a term.
type filing struct {
	term   term
	number uint32
}

const filingSize = 12

// digest is what a range of works adds to the tables.
type digest struct {
	filings []filing // of terms
	records []filing // of the terms of records
	counts  *holdings
	err     error
}

// makeTables writes the lookup tables and the manifest.
func (b *builder) makeTables(ctx context.Context) error {
	works, err := openBlobs(b.part, worksName, b.works.count)
	if err != nil {
		return err
	}
	defer works.close()
	if int64(works.count) > 1<<32-1 {
		return fmt.Errorf("%d works are more than an index can hold", works.count)
	}
	source := &Index{path: b.part, manifest: &manifest{Works: works.count}, works: works, shared: b.shared}
	spill, err := newSpill(b.part, works.count)
	if err != nil {
		return err
	}
	defer spill.remove()
	held, err := b.fillSpill(ctx, source, spill)
	if err != nil {
		return err
	}
	replaced, err := spill.replaced()
	if err != nil {
		return err
	}
	if err := b.withdraw(source, held, replaced); err != nil {
		return err
	}
	lists, err := b.writeGroups(ctx, spill, replaced)
	if err != nil {
		return err
	}
	if err := writeBlob(b.part, venuesName, held.venues.pack()); err != nil {
		return err
	}
	b.coverage = held.coverage()
	return writeSealed(filepath.Join(b.part, manifestName), &manifest{
		Works:    works.count,
		Strings:  b.strings.count,
		TermBits: spill.termBits,
		Lists:    lists,
		Dumps:    b.intakes,
		Coverage: b.coverage,

		Identifiers: &held.ids,
	})
}

// fillSpill reads every work and files its terms.
func (b *builder) fillSpill(ctx context.Context, source *Index, s *spill) (*holdings, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	held := newHoldings(venueTerms{})
	done := 0
	for d := range digests(ctx, source) {
		if d.err != nil {
			return nil, d.err
		}
		if err := s.add(d); err != nil {
			return nil, err
		}
		held.add(d.counts)
		done += rangeSize
		b.tell(Progress{Works: source.manifest.Works, Done: min(done, source.manifest.Works) / 2})
	}
	return held, errors.Join(ctx.Err(), s.flush())
}

// digests yields what ranges of works add, in the order of the works. Every core
// has a part of the ranges.
func digests(ctx context.Context, source *Index) iter.Seq[digest] {
	return func(yield func(digest) bool) {
		ctx, cancel := context.WithCancel(ctx)
		var workers sync.WaitGroup
		defer workers.Wait()
		defer cancel()
		cores := runtime.GOMAXPROCS(0)
		results := make([]chan digest, cores)
		for core := range cores {
			results[core] = make(chan digest, 2)
			workers.Go(func() {
				folded := venueTerms{}
				for first := core * rangeSize; first < source.manifest.Works; first += cores * rangeSize {
					d := digestRange(source, folded, first, min(first+rangeSize, source.manifest.Works))
					select {
					case results[core] <- d:
					case <-ctx.Done():
						return
					}
				}
			})
		}
		for first := 0; first < source.manifest.Works; first += rangeSize {
			select {
			case d := <-results[first/rangeSize%cores]:
				if !yield(d) {
					return
				}
			case <-ctx.Done():
				return
			}
		}
	}
}

func digestRange(source *Index, folded venueTerms, first, end int) digest {
	d := digest{counts: newHoldings(folded)}
	var buffer []byte
	for number := first; number < end; number++ {
		w, err := source.work(uint32(number), &buffer)
		if err != nil {
			d.err = err
			return d
		}
		for _, t := range termsOf(w) {
			d.filings = append(d.filings, filing{t, uint32(number)})
		}
		if t, ok := recordTerm(w); ok {
			d.records = append(d.records, filing{t, uint32(number)})
		}
		d.counts.count(w, 1)
	}
	return d
}

// withdraw takes the works that were replaced out of what is held.
func (b *builder) withdraw(source *Index, held *holdings, replaced numberSet) error {
	var buffer []byte
	for number := range replaced.all() {
		w, err := source.work(number, &buffer)
		if err != nil {
			return err
		}
		held.count(w, -1)
		b.replaced++
	}
	return nil
}

// writeGroups writes the groups of terms and the lists that they lead to, and
// returns how many lists there are.
func (b *builder) writeGroups(ctx context.Context, s *spill, replaced numberSet) (lists int, err error) {
	g := &groupWriter{common: max(rareWorks, s.works/commonShare)}
	if g.groups, err = createBlobs(b.part, groupsName); err != nil {
		return 0, err
	}
	defer g.groups.close()
	if g.lists, err = createBlobs(b.part, listsName); err != nil {
		return 0, err
	}
	defer g.lists.close()
	group := 0
	for filings, err := range s.sorted() {
		if err := errors.Join(err, ctx.Err()); err != nil {
			return 0, err
		}
		filings = slices.DeleteFunc(filings, func(f filing) bool { return replaced.has(f.number) })
		for range 1 << (s.termBits - s.partitionBits) {
			end := 0
			for end < len(filings) && filings[end].groupOf(s.termBits) == group {
				end++
			}
			if err := g.write(filings[:end], s.termBits); err != nil {
				return 0, err
			}
			filings = filings[end:]
			group++
		}
		b.tell(Progress{Works: s.works, Done: s.works/2 + int(int64(s.works-s.works/2)*int64(group)>>s.termBits)})
	}
	return g.lists.count, errors.Join(g.groups.sync(), g.lists.sync())
}

func (f filing) groupOf(bits int) int {
	group, _ := f.term.groupOf(bits)
	return group
}

// groupWriter writes groups one by one.
type groupWriter struct {
	groups, lists *blobWriter
	common        int // terms of more works lead to none
	group, packed []byte
	numbers       []uint32
}

// write writes the group of the filings, which are in order.
func (g *groupWriter) write(filings []filing, bits int) error {
	g.group = g.group[:0]
	for len(filings) > 0 {
		_, rest := filings[0].term.groupOf(bits)
		g.numbers = g.numbers[:0]
		for len(filings) > 0 {
			if _, other := filings[0].term.groupOf(bits); other != rest {
				break
			}
			if number := filings[0].number; len(g.numbers) == 0 || g.numbers[len(g.numbers)-1] != number {
				g.numbers = append(g.numbers, number)
			}
			filings = filings[1:]
		}
		if err := g.writePosting(rest); err != nil {
			return err
		}
	}
	_, err := g.groups.append(g.group)
	return err
}

func (g *groupWriter) writePosting(rest uint32) error {
	slices.Sort(g.numbers) // two terms with the same bits may have been one after the other
	g.numbers = slices.Compact(g.numbers)
	g.group = binary.LittleEndian.AppendUint32(g.group, rest)
	g.group = binary.AppendUvarint(g.group, uint64(len(g.numbers)))
	switch {
	case len(g.numbers) <= inlinePostings:
		g.group = appendNumbers(g.group, g.numbers)
		return nil
	case len(g.numbers) > g.common:
		g.group = binary.AppendUvarint(g.group, 0)
		return nil
	}
	g.packed = appendNumbers(g.packed[:0], g.numbers)
	list, err := g.lists.append(g.packed)
	g.group = binary.AppendUvarint(g.group, uint64(list+1))
	return err
}

// spill are the files that terms are spread over.
type spill struct {
	folder                  string
	works                   int
	termBits, partitionBits int
	terms, records          []*spillFile
}

type spillFile struct {
	file *os.File
	to   *bufio.Writer
}

func newSpill(part string, works int) (*spill, error) {
	s := &spill{folder: filepath.Join(part, "spill"), works: works}
	s.termBits = min(max(1, bits.Len(uint(works/(groupSize/4)))), mostTermBits)
	s.partitionBits = min(bits.Len(uint(works/partitionWorks)), maxPartitions, s.termBits)
	if err := errors.Join(os.RemoveAll(s.folder), os.MkdirAll(s.folder, 0o777)); err != nil {
		return nil, err
	}
	for _, files := range [...]*[]*spillFile{&s.terms, &s.records} {
		for range 1 << s.partitionBits {
			f, err := os.CreateTemp(s.folder, "terms")
			if err != nil {
				s.remove()
				return nil, err
			}
			*files = append(*files, &spillFile{f, bufio.NewWriterSize(f, 1<<15)})
		}
	}
	return s, nil
}

func (s *spill) remove() {
	for _, f := range slices.Concat(s.terms, s.records) {
		f.file.Close()
	}
	os.RemoveAll(s.folder)
}

// add spreads the terms of a range of works.
func (s *spill) add(d digest) error {
	for _, part := range [...]struct {
		files   []*spillFile
		filings []filing
	}{{s.terms, d.filings}, {s.records, d.records}} {
		var packed [filingSize]byte
		for _, f := range part.filings {
			binary.LittleEndian.PutUint64(packed[:], uint64(f.term))
			binary.LittleEndian.PutUint32(packed[8:], f.number)
			if _, err := part.files[f.groupOf(s.partitionBits)].to.Write(packed[:]); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *spill) flush() error {
	var errs []error
	for _, f := range slices.Concat(s.terms, s.records) {
		errs = append(errs, f.to.Flush())
	}
	return errors.Join(errs...)
}

// replaced returns the works whose record comes again later.
func (s *spill) replaced() (numberSet, error) {
	set := make(numberSet, s.works/64+1)
	for _, f := range s.records {
		filings, err := f.sorted()
		if err != nil {
			return nil, err
		}
		for i := 1; i < len(filings); i++ {
			if filings[i].term == filings[i-1].term {
				set.add(filings[i-1].number)
			}
		}
	}
	return set, nil
}

// sorted yields the terms of one file after the other, each in order, while the
// next one is sorted.
func (s *spill) sorted() iter.Seq2[[]filing, error] {
	type result struct {
		filings []filing
		err     error
	}
	return func(yield func([]filing, error) bool) {
		results, stopped := make(chan result), make(chan struct{})
		defer close(stopped)
		go func() {
			defer close(results)
			for _, f := range s.terms {
				filings, err := f.sorted()
				select {
				case results <- result{filings, err}:
				case <-stopped:
					return
				}
			}
		}()
		for r := range results {
			if !yield(r.filings, r.err) {
				return
			}
		}
	}
}

// sorted returns what is in the file, in the order of terms and numbers.
func (f *spillFile) sorted() ([]filing, error) {
	size, err := f.file.Seek(0, io.SeekEnd)
	if err != nil {
		return nil, err
	}
	packed := make([]byte, size)
	if _, err := f.file.ReadAt(packed, 0); err != nil && size > 0 {
		return nil, err
	}
	filings := make([]filing, len(packed)/filingSize)
	for i := range filings {
		at := packed[i*filingSize:]
		filings[i] = filing{term(binary.LittleEndian.Uint64(at)), binary.LittleEndian.Uint32(at[8:])}
	}
	slices.SortFunc(filings, func(a, b filing) int {
		return cmp.Or(cmp.Compare(a.term, b.term), cmp.Compare(a.number, b.number))
	})
	return filings, nil
}

// numberSet is a set of numbers of works, a bit for each.
type numberSet []uint64

func (s numberSet) add(n uint32)      { s[n/64] |= 1 << (n % 64) }
func (s numberSet) has(n uint32) bool { return s[n/64]&(1<<(n%64)) != 0 }

func (s numberSet) all() iter.Seq[uint32] {
	return func(yield func(uint32) bool) {
		for i, word := range s {
			for ; word != 0; word &= word - 1 {
				if !yield(uint32(i*64 + bits.TrailingZeros64(word))) {
					return
				}
			}
		}
	}
}

// writeBlob writes files with one blob.
func writeBlob(folder, name string, blob []byte) error {
	b, err := createBlobs(folder, name)
	if err != nil {
		return err
	}
	_, err = b.append(blob)
	return errors.Join(err, b.sync(), b.close())
}
