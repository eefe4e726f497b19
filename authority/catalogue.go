package authority

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/fold"
)

// Catalogue asks several authorities as one. It is what references are compared with in
// a run of rules (validate.Options.Authority), and what fills a bibliography. It is safe
// for concurrent use if its authorities are. A nil Catalogue has none and knows nothing.
type Catalogue struct {
	authorities []Authority

	mutex    sync.Mutex
	unusable map[string]error // what authorities could not answer with, by its text
}

// NewCatalogue returns a catalogue of authorities, such as an index and the clients of
// public services. They remain the caller's to close.
func NewCatalogue(authorities ...Authority) *Catalogue {
	c := &Catalogue{unusable: map[string]error{}}
	for _, a := range authorities {
		c.authorities = append(c.authorities, watched{a, c})
	}
	return c
}

func (c *Catalogue) all() []Authority {
	if c == nil {
		return nil
	}
	return c.authorities
}

// UnusableError is the error of an authority that is there and must not be relied on,
// unlike one that is out of reach: an index is damaged, or an answer is not kept and may
// not be fetched. What such an authority does not find proves nothing.
type UnusableError struct{ Err error }

// Error is that of Err.
func (e *UnusableError) Error() string { return e.Err.Error() }

// Unwrap returns Err.
func (e *UnusableError) Unwrap() error { return e.Err }

// Verify is the function [Verify] for the authorities of the catalogue.
func (c *Catalogue) Verify(ctx context.Context, r *citation.Reference, opts *VerifyOptions) Answer {
	return Verify(ctx, c.all(), r, opts)
}

// Cited returns the works that an in-text citation may mean, at most limit, each title
// once. Only authorities with a method Cited of the shape that index.Index has are asked.
func (c *Catalogue) Cited(ctx context.Context, m citation.Mention, limit int) []*Work {
	var found []*Work
	for _, a := range c.all() {
		for _, w := range a.(watched).cited(ctx, m) {
			isKnown := func(f *Work) bool { return fold.Text(f.Record.Title) == fold.Text(w.Record.Title) }
			if len(found) < limit && !slices.ContainsFunc(found, isKnown) {
				found = append(found, w)
			}
		}
	}
	return found
}

// Fill compares a work of a bibliography with what is known, notes in it what is
// contradicted, and fills what is absent; see [citation.WriteOptions.Complete].
func (c *Catalogue) Fill(ctx context.Context, p *citation.Publication) Answer {
	a := c.Verify(ctx, &p.Reference, nil)
	for _, d := range a.Differences {
		if !d.Unknown { // else there is no value to name
			p.Contradict(d.Field, d.Known, d.Origin.String())
		}
	}
	for _, field := range a.Fillable {
		p.Fill(&a.Work.Record, []string{field}, a.Work.OriginOf(field).String())
	}
	return a
}

// Coverage says of each authority what it holds.
func (c *Catalogue) Coverage() []*Coverage {
	list := make([]*Coverage, len(c.all()))
	for i, a := range c.all() {
		list[i] = a.Coverage()
	}
	return list
}

// Err returns the first [UnusableError] of an authority so far, in the order of their
// texts since that of the questions may differ between runs, and says how many more there
// are. It is nil if there is none; else no answer of the catalogue is to be relied on.
func (c *Catalogue) Err() error {
	if c == nil {
		return nil
	}
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if len(c.unusable) == 0 {
		return nil
	}
	first := c.unusable[slices.Min(slices.Collect(maps.Keys(c.unusable)))]
	switch more := len(c.unusable) - 1; more {
	case 0:
		return first
	case 1:
		return fmt.Errorf("%w; and 1 more answer", first)
	default:
		return fmt.Errorf("%w; and %d more answers", first, more)
	}
}

// watched is an authority of a catalogue.
type watched struct {
	Authority
	catalogue *Catalogue
}

func (w watched) Find(ctx context.Context, q *Query) ([]*Work, error) {
	works, err := w.Authority.Find(ctx, q)
	w.note(ctx, err)
	return works, err
}

func (w watched) cited(ctx context.Context, m citation.Mention) []*Work {
	held, ok := w.Authority.(interface {
		Cited(family, year string) ([]*Work, error)
	})
	if !ok {
		return nil
	}
	works, err := held.Cited(m.FirstFamily(), m.Year)
	w.note(ctx, err)
	return works
}

// note keeps an error that ends what the catalogue is used for.
func (w watched) note(ctx context.Context, err error) {
	var unusable *UnusableError
	if ctx.Err() != nil || !errors.As(err, &unusable) {
		return
	}
	if coverage := w.Coverage(); coverage != nil && coverage.Name != "" {
		err = fmt.Errorf("%s: %w", coverage.Name, err)
	}
	w.catalogue.mutex.Lock()
	defer w.catalogue.mutex.Unlock()
	w.catalogue.unusable[err.Error()] = err
}
