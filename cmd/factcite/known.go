package main

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/spf13/pflag"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/index"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/validate"
	"github.com/factcite/factcite/validate/report"
)

// knownFlags are the flags that name what references are compared with.
type knownFlags struct {
	indexes  []string
	services serviceFlags
}

func (f *knownFlags) register(flags *pflag.FlagSet) {
	flags.StringArrayVar(&f.indexes, "index", nil, "compare with the known works of `INDEX`, a folder that factcite index built; repeatable")
	f.services.register(flags)
}

// open opens what the flags name; nil if they name nothing. Close it after use.
func (f *knownFlags) open() (*knownWorks, error) {
	services, err := f.services.open()
	if err != nil || services == nil && len(f.indexes) == 0 {
		return nil, err
	}
	k := &knownWorks{services: services}
	for _, path := range f.indexes {
		opened, err := index.Open(path)
		if err != nil {
			k.close()
			return nil, err
		}
		k.indexes = append(k.indexes, opened)
		k.authorities = append(k.authorities, watchedIndex{opened, k})
	}
	if services != nil {
		for _, service := range services.authorities {
			k.authorities = append(k.authorities, watchedService{service, k})
		}
	}
	return k, nil
}

// knownWorks is what references are compared with. It is the validate.Authority
// of a run.
type knownWorks struct {
	authorities []authority.Authority
	indexes     []*index.Index
	services    *services             // nil if none may be asked
	damage      atomic.Pointer[error] // the first that was found in an index

	mutex   sync.Mutex
	missing map[string]error // answers that may not be fetched, by what is said of them
}

// watchedIndex is an index that reports damage, which ends a run: what a damaged
// index does not find proves nothing.
type watchedIndex struct {
	*index.Index
	known *knownWorks
}

func (w watchedIndex) Find(ctx context.Context, q *authority.Query) ([]*authority.Work, error) {
	works, err := w.Index.Find(ctx, q)
	w.known.note(ctx, err)
	return works, err
}

func (k *knownWorks) note(ctx context.Context, err error) {
	if err != nil && ctx.Err() == nil {
		k.damage.CompareAndSwap(nil, &err)
	}
}

// noteMissing keeps all of what is missing, since the order in which works are
// compared differs between runs.
func (k *knownWorks) noteMissing(ctx context.Context, err error) {
	if ctx.Err() != nil {
		return
	}
	k.mutex.Lock()
	defer k.mutex.Unlock()
	if k.missing == nil {
		k.missing = map[string]error{}
	}
	k.missing[err.Error()] = err
}

// damaged returns what is wrong with an index or missing in the cache, if there is
// anything.
func (k *knownWorks) damaged() error {
	if k == nil {
		return nil
	}
	if damage := k.damage.Load(); damage != nil {
		return *damage
	}
	k.mutex.Lock()
	defer k.mutex.Unlock()
	if len(k.missing) == 0 {
		return nil
	}
	first := k.missing[slices.Min(slices.Collect(maps.Keys(k.missing)))]
	if more := len(k.missing) - 1; more > 0 {
		return fmt.Errorf("%w; and %s; run once with --online", first, counted(more, "more answer"))
	}
	return fmt.Errorf("%w; run once with --online", first)
}

func (k *knownWorks) close() {
	if k == nil {
		return
	}
	for _, index := range k.indexes {
		index.Close()
	}
	if k.services != nil {
		k.services.cache.Close()
	}
}

// Verify implements validate.Authority.
func (k *knownWorks) Verify(ctx context.Context, r *citation.Reference, complete bool) validate.Known {
	a := authority.Verify(ctx, k.authorities, r, &authority.VerifyOptions{CompleteAuthors: complete})
	known := validate.Known{Verdict: validate.Verdict(a.Verdict), Reason: a.Reason, Held: a.Held, Published: a.Published}
	for _, d := range a.Differences {
		known.Differences = append(known.Differences, validate.Difference{
			Field: d.Field, Stated: d.Stated, Known: d.Known, Detail: d.Detail, Leads: d.Leads, Unknown: d.Unknown, Origin: d.Origin.String(), Certain: d.Certain,
		})
	}
	if a.Work == nil {
		return known
	}
	known.Work = knownWork(a.Work)
	for _, field := range fillable(&a, r) {
		known.Fillable = append(known.Fillable, validate.Value{Field: field, Value: a.Work.Record.Text(field), Origin: a.Work.Origin.String()})
	}
	if a.Retraction != nil {
		known.Retraction = retraction(a.Retraction)
	}
	return known
}

// fillable lists what an answer fills in a reference. What is derived already as
// the record has it needs no filling.
func fillable(a *authority.Answer, r *citation.Reference) []string {
	return slices.DeleteFunc(slices.Clone(a.Fillable), func(field string) bool {
		return r.Derived[field].Value == a.Work.Record.Text(field)
	})
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
func (f *filling) complete(w *citation.Work) {
	a := authority.Verify(f.ctx, f.known.authorities, &w.Reference, nil)
	for _, d := range a.Differences {
		if d.Unknown {
			continue // there is no value to name
		}
		w.Contradict(d.Field, d.Known, d.Origin.String())
	}
	filled := false
	if a.Work != nil {
		fields := fillable(&a, &w.Reference)
		filled = len(fields) > 0
		w.Fill(&a.Work.Record, fields, a.Work.Origin.String())
	}
	f.mutex.Lock()
	defer f.mutex.Unlock()
	f.filled[w.Index] = filled
	if a.Verdict == authority.NotChecked {
		f.failed[w.Index] = a.Reason
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

func retraction(r *authority.Retraction) string {
	var parts []string
	if r.Date != "" {
		parts = append(parts, "on "+r.Date)
	}
	if r.Notice != "" {
		parts = append(parts, "by the notice "+r.Notice)
	}
	if r.Reason != "" {
		parts = append(parts, "because of "+r.Reason)
	}
	if len(parts) == 0 {
		return "its title says so"
	}
	return strings.Join(parts, ", ")
}

func knownWork(w *authority.Work) validate.KnownWork {
	return validate.KnownWork{
		Title: w.Record.Title, Authors: w.Record.Authors, Venue: w.Record.Container, Year: w.Record.Year, Origin: w.Origin.String(),
	}
}

// Cited implements validate.Authority.
func (k *knownWorks) Cited(ctx context.Context, m citation.Mention, limit int) []validate.KnownWork {
	var found []validate.KnownWork
	for _, index := range k.indexes {
		works, err := index.Cited(m.FirstFamily(), m.Year)
		k.note(ctx, err)
		for _, w := range works {
			if len(found) < limit && !slices.ContainsFunc(found, func(f validate.KnownWork) bool { return fold.Text(f.Title) == fold.Text(w.Record.Title) }) {
				found = append(found, knownWork(w))
			}
		}
	}
	return found
}

// report says for a report what was compared, and how it went.
func (k *knownWorks) report(v *validate.Verification) *report.Authority {
	if k == nil || v == nil {
		return nil
	}
	return &report.Authority{Index: k.index(), Services: k.services.names(), Verification: *v}
}

// index describes the indexes as one; nil if there is none.
func (k *knownWorks) index() *report.Index {
	if len(k.indexes) == 0 {
		return nil
	}
	var names, dates, coverage []string
	works := 0
	for _, index := range k.indexes {
		c := index.Coverage()
		names = append(names, printable(filepath.Base(c.Name)))
		dates = append(dates, c.Date)
		coverage = append(coverage, describeCoverage(c))
		works += c.Works
	}
	return &report.Index{Name: strings.Join(names, ", "), Date: slices.Max(dates), Works: works, Coverage: strings.Join(coverage, "; ")}
}

// describeCoverage says what an index holds: "dblp 2026-09 3,000,000 works, 2000
// to 2024, 120 venues".
func describeCoverage(c *authority.Coverage) string {
	var sources []string
	for _, s := range c.Sources {
		sources = append(sources, strings.TrimSpace(fmt.Sprintf("%s %s", s.Source, s.Date))+": "+strconv.Itoa(s.Works))
	}
	text := strings.Join(sources, ", ")
	if c.Years[0] > 0 {
		text += fmt.Sprintf("; %d to %d", c.Years[0], c.Years[1])
	}
	return text + "; " + counted(c.Venues, "venue")
}
