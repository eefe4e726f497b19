package authority

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
)

// headSize is how much of a dump tells it from another one of the same name.
const headSize = 1 << 16

// is tells whether a dump is the one that was read so far.
func (d Dump) is(state dumpState) bool {
	return filepath.Base(d.Name) == state.Name && d.Identity == state.Identity
}

// identified returns the dumps with an identity each.
func identified(dumps []Dump) ([]Dump, error) {
	dumps = slices.Clone(dumps)
	for i := range dumps {
		d := &dumps[i]
		if d.Identity != "" {
			continue
		}
		in := bufio.NewReaderSize(d.Reader, headSize)
		head, err := in.Peek(headSize)
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("%s: %w", d.Name, err)
		}
		sum := sha256.Sum256(head)
		d.Reader, d.Identity = in, hex.EncodeToString(sum[:16])
	}
	return dumps, nil
}

// batchSize is how many records go from the reader of a dump to the writer of the
// index at a time, which is what makes use of a second core.
const batchSize = 256

// yielded is what a dump yields.
type yielded struct {
	work *Work
	err  error
}

// readDump appends the works of a dump that were not read in an earlier run.
func (b *builder) readDump(ctx context.Context, d Dump) error {
	at := slices.IndexFunc(b.dumps, d.is)
	switch {
	case at < 0:
		at = len(b.dumps)
		b.dumps = append(b.dumps, dumpState{Name: filepath.Base(d.Name), Identity: d.Identity})
	case b.dumps[at].Done:
		if at < b.base {
			b.warn(fmt.Errorf("%s: the index has this dump already; it is passed over", d.Name))
		}
		return nil
	}
	ctx, cancel := context.WithCancel(ctx)
	batches := make(chan []yielded, 4)
	go readBatches(ctx, d, b.dumps[at].Records, batches)
	err := b.takeBatches(ctx, d.Name, &b.dumps[at], batches)
	cancel()
	for range batches { // the reader ends before what it reads may be closed
	}
	return err
}

// readBatches sends the records of a dump but for the first ones.
func readBatches(ctx context.Context, d Dump, skip int, batches chan<- []yielded) {
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
	for work, err := range ReadDump(d) {
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

// isRecord tells whether what a dump yields is a record, good or bad, and not its
// untimely end.
func isRecord(err error) bool {
	var bad *RecordError
	return err == nil || errors.As(err, &bad)
}

// forget takes a dump off the list of those that were begun.
func (b *builder) forget(state dumpState) {
	b.dumps = slices.DeleteFunc(b.dumps, func(s dumpState) bool { return s == state })
}

// takeBatches writes records to the index and saves now and then, and before an
// error.
func (b *builder) takeBatches(ctx context.Context, name string, state *dumpState, batches <-chan []yielded) error {
	p := packer{shared: b.shared}
	unsaved := 0
	var last error
	for batch := range batches {
		for _, r := range batch {
			if !isRecord(r.err) {
				if errors.Is(r.err, errCut) && errors.Is(last, errCut) { // the record is there once the dump is whole
					state.Records--
					state.Bad--
				}
				if errors.Is(r.err, ErrUnknownForm) {
					b.forget(*state)
				}
				return errors.Join(r.err, b.save())
			}
			last = r.err
			state.Records++
			if unsaved++; r.err != nil {
				state.Bad++
				b.warn(r.err)
			} else {
				if _, err := b.works.append(p.pack(r.work)); err != nil {
					return err
				}
				state.Works++
			}
			if unsaved == b.opts.checkpoint {
				if err := b.save(); err != nil {
					return err
				}
				unsaved = 0
			}
		}
		b.tell(BuildProgress{Dump: name, Records: state.Records, Works: b.works.count})
	}
	if err := ctx.Err(); err != nil {
		return errors.Join(err, b.save())
	}
	state.Done = true
	b.tell(BuildProgress{Dump: name, Records: state.Records, Works: b.works.count})
	return b.save()
}
