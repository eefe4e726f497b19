package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"sync"

	"github.com/spf13/pflag"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/online"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/settings"
	"github.com/factcite/factcite/validate"
	"github.com/factcite/factcite/validate/report"
)

// knownFlags are the flags that name what references are compared with.
type knownFlags struct {
	settings.Known
	services serviceFlags
}

func (f *knownFlags) register(flags *pflag.FlagSet) {
	f.Known.Register(flags)
	f.services.register(flags)
}

// open opens what the flags name; nil if they name nothing. Close it after use.
func (f *knownFlags) open() (*knownWorks, error) {
	services, err := f.services.open()
	if err != nil || services == nil && len(f.Indexes) == 0 {
		return nil, err
	}
	authorities, closeIndexes, err := f.Known.Open()
	if err != nil {
		services.close()
		return nil, err
	}
	k := &knownWorks{services: services, closeIndexes: closeIndexes}
	if services != nil {
		authorities = append(authorities, services.authorities...)
	}
	k.Catalogue = authority.NewCatalogue(authorities...)
	return k, nil
}

// knownWorks is what references are compared with.
type knownWorks struct {
	*authority.Catalogue
	services     *services // nil if none may be asked
	closeIndexes func()
}

func (k *knownWorks) close() {
	if k == nil {
		return
	}
	k.closeIndexes()
	k.services.close()
}

// Err says what is wrong with an index or missing in the cache, and what to do.
func (k *knownWorks) Err() error {
	if k == nil {
		return nil
	}
	err := k.Catalogue.Err()
	if errors.Is(err, online.ErrOffline) {
		return fmt.Errorf("%w; run once with --online", err)
	}
	return err
}

// report says for a report what was compared, and how it went.
func (k *knownWorks) report(v *validate.Verification) *report.Authority {
	if k == nil {
		return nil
	}
	return report.NewAuthority(k.Coverage(), v)
}

// worksAhead is how many works services are asked about at the same time.
const worksAhead = 128

// askAhead has the services asked about works side by side, so that whoever looks at one
// after the other finds their answers kept.
func (k *knownWorks) askAhead(ctx context.Context, works iter.Seq[*citation.Publication]) {
	if k.services == nil || !k.services.fetch {
		return
	}
	var group sync.WaitGroup
	turns := make(chan struct{}, worksAhead)
	for work := range works {
		turns <- struct{}{}
		group.Go(func() {
			k.Verify(ctx, &work.Reference, nil)
			<-turns
		})
	}
	group.Wait()
}

// filling counts what came of filling the works of a bibliography.
type filling struct {
	known *knownWorks
	ctx   context.Context

	mutex  sync.Mutex
	filled map[int]bool   // works that were filled or not, by their Index
	failed map[int]string // why works were not checked
}

// filler returns what fills works before they are written.
func (k *knownWorks) filler(ctx context.Context) *filling {
	return &filling{known: k, ctx: ctx, filled: map[int]bool{}, failed: map[int]string{}}
}

// complete fills a work; it may be called again for the same one.
func (f *filling) complete(p *citation.Publication) {
	a := f.known.Fill(f.ctx, p)
	f.mutex.Lock()
	defer f.mutex.Unlock()
	f.filled[p.Index] = len(a.Fillable) > 0
	if a.Verdict == authority.NotChecked {
		f.failed[p.Index] = a.Reason
	}
}

// summary says how many works have something filled, and why others were not checked.
func (f *filling) summary() string {
	filled := 0
	for _, done := range f.filled {
		if done {
			filled++
		}
	}
	text := fmt.Sprintf("known works fill %d of %s", filled, counted(len(f.filled), "work"))
	if len(f.failed) > 0 {
		first := slices.Min(slices.Collect(maps.Keys(f.failed)))
		text += fmt.Sprintf(", %d not checked: %s", len(f.failed), f.failed[first])
	}
	return text
}
