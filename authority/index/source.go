package index

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"slices"

	"github.com/factcite/factcite/authority"
)

// Source is works that an index is built from, such as those of a dump.
type Source struct {
	// Name is the path of a dump, or what else the works come from. [Build]
	// recognises a source that it read before by the last element of Name and by
	// Identity, such as a hash of the dump's beginning and its size. One without an
	// Identity is never recognised: each Build reads all of it.
	Name     string
	Identity string

	// Works yields works and errors. An [*authority.RecordError] is about one record,
	// which is passed over; any other error is the last value. A Build ranges over it
	// once; what is passed to another Build under the same Identity yields the same
	// values from the first. If it was cut short, its last error and
	// that of the record which was cut with it wrap [io.ErrUnexpectedEOF]: that record
	// is read again from the whole source.
	Works iter.Seq2[*authority.Work, error]
}

// is reports whether a source is the one of an intake.
func (s *Source) is(i intake) bool {
	return s.Identity != "" && s.Identity == i.Identity && filepath.Base(s.Name) == i.Name
}

// intake is how much of a source was read.
type intake struct {
	Name     string `json:"name"`
	Identity string `json:"identity"`
	Records  int    `json:"records"` // works and bad records that were taken from it
	Works    int    `json:"works"`
	Bad      int    `json:"bad"`
	Done     bool   `json:"done"`
}

// batchSize is how many records go from a source to the writer of the index at a
// time, which is what makes use of a second core.
const batchSize = 256

// yielded is what a source yields.
type yielded struct {
	work *authority.Work
	err  error
}

// take appends the works of a source that were not read in an earlier run.
func (b *builder) take(ctx context.Context, s *Source) error {
	at := slices.IndexFunc(b.intakes, s.is)
	switch {
	case at < 0:
		at = len(b.intakes)
		b.intakes = append(b.intakes, intake{Name: filepath.Base(s.Name), Identity: s.Identity})
	case b.intakes[at].Done:
		if at < b.base {
			b.warn(fmt.Errorf("%s: the index has this dump already; it is passed over", s.Name))
		}
		return nil
	}
	ctx, cancel := context.WithCancel(ctx)
	batches := make(chan []yielded, 4)
	go readBatches(ctx, s.Works, b.intakes[at].Records, batches)
	err := b.takeBatches(ctx, s.Name, &b.intakes[at], batches)
	cancel()
	for range batches { // the source is read no more once this ends
	}
	return err
}

// readBatches sends the records of a source except for the first ones.
func readBatches(ctx context.Context, works iter.Seq2[*authority.Work, error], skip int, batches chan<- []yielded) {
	defer close(batches)
	batch := make([]yielded, 0, batchSize)
	send := func() bool {
		select {
		case batches <- batch:
			batch = make([]yielded, 0, batchSize)
			return true
		case <-ctx.Done():
			return false
		}
	}
	for work, err := range works {
		if ctx.Err() != nil {
			return
		}
		if skip > 0 && isRecord(err) {
			skip--
			continue
		}
		if batch = append(batch, yielded{work, err}); len(batch) == batchSize && !send() {
			return
		}
	}
	send()
}

// isRecord reports whether what a source yields is a record, good or bad, rather
// than its untimely end.
func isRecord(err error) bool {
	var bad *authority.RecordError
	return err == nil || errors.As(err, &bad)
}

// forget drops a source that gave nothing.
func (b *builder) forget(empty intake) {
	b.intakes = slices.DeleteFunc(b.intakes, func(i intake) bool { return i == empty })
}

// takeBatches writes records to the index and saves now and then, and before an
// error.
func (b *builder) takeBatches(ctx context.Context, name string, taken *intake, batches <-chan []yielded) error {
	p := packer{shared: b.shared}
	unsaved := 0
	var last error
	for batch := range batches {
		for _, r := range batch {
			if !isRecord(r.err) {
				if errors.Is(r.err, io.ErrUnexpectedEOF) && errors.Is(last, io.ErrUnexpectedEOF) {
					taken.Records--
					taken.Bad--
				}
				if taken.Works == 0 {
					b.forget(*taken)
				}
				return errors.Join(r.err, b.save())
			}
			last = r.err
			taken.Records++
			if unsaved++; r.err != nil {
				taken.Bad++
				b.warn(r.err)
			} else {
				if _, err := b.works.append(p.pack(r.work)); err != nil {
					return err
				}
				taken.Works++
			}
			if unsaved == b.opts.interval {
				if err := b.save(); err != nil {
					return err
				}
				unsaved = 0
			}
		}
		b.tell(Progress{Source: name, Records: taken.Records, Works: b.works.count})
	}
	if err := ctx.Err(); err != nil {
		return errors.Join(err, b.save())
	}
	taken.Done = true
	b.tell(Progress{Source: name, Records: taken.Records, Works: b.works.count})
	return b.save()
}
