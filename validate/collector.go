package validate

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/fact"
)

// collector takes what was found of each record, in the order of the input, and
// compares records with one another.
type collector struct {
	rules    *ruleset
	opts     *Options
	result   *Result
	hidden   *suppression
	mentions *spill[mention]
	ledger   *ledger
	met      map[int]*occurrence  // by the order in which a work was met
	sources  map[string]bool      // fingerprints of what was reported of sources
	library  []libraryEntry       // of .bib files
	entries  map[int][]occurrence // of .bib files, by the work
}

func newCollector(rules *ruleset, opts *Options, today time.Time, hash func(id string) uint64) *collector {
	return &collector{
		rules:  rules,
		opts:   opts,
		hidden: newSuppression(opts.Config, opts.Baseline),
		result: &Result{
			Bibliography: new(citation.Bibliography),
			Today:        today,
			findings:     newSpill(opts.Spill, inOrder),
			checked:      newSpill[Checked](opts.Spill, nil),
			position:     map[int]int{},
		},
		mentions: newSpill[mention](opts.Spill, nil),
		ledger:   newLedger(hash),
		met:      map[int]*occurrence{},
		entries:  map[int][]occurrence{},
		sources:  map[string]bool{},
	}
}

// collect files what was found of one record or entry.
func (c *collector) collect(x *examined) error {
	c.count(x.kind)
	if err := c.reportAll(x.own); err != nil {
		return err
	}
	again, found := c.ledger.enter(x)
	if err := c.reportAll(found); err != nil {
		return err
	}
	if again {
		return nil
	}
	if x.kind == entry {
		c.library = append(c.library, libraryEntry{key: x.fact, place: occurrence{fact: x.fact, place: x.place, end: x.place}})
	}
	if err := c.reportAll(x.judged); err != nil {
		return err
	}
	if err := c.reportSources(x.bySource); err != nil {
		return err
	}
	for i := range x.mentions {
		if err := c.mentions.add(x.mentions[i]); err != nil {
			return err
		}
	}
	c.result.Summary.Mentions += len(x.mentions)
	return c.keep(x)
}

// keep adds the references of a record to the bibliography.
func (c *collector) keep(x *examined) error {
	works := make([]int, 0, len(x.references))
	for i := range x.references {
		w := c.result.Bibliography.Add(x.fact, &x.references[i])
		works = append(works, w.Index)
		if x.kind == entry {
			x.met[i].order = len(c.library)
			c.entries[w.Index] = append(c.entries[w.Index], x.met[i])
		}
		first := c.met[w.Index]
		if first == nil {
			c.met[w.Index] = &x.met[i]
			continue
		}
		first.preprintServer = first.preprintServer || x.met[i].preprintServer
	}
	c.result.Summary.References += len(x.references)
	if x.checked == nil {
		return nil
	}
	x.checked.Works = works
	return c.result.checked.add(*x.checked)
}

func (c *collector) count(k kind) {
	s := &c.result.Summary
	switch k {
	case valid:
		s.Valid++
	case invalid:
		s.Invalid++
	case unreadable:
		s.Unreadable++
	default:
		return
	}
	s.Records++
}

func (c *collector) reportAll(drafts []draft) error {
	for i := range drafts {
		if err := c.report(&drafts[i]); err != nil {
			return err
		}
	}
	return nil
}

// reportSources reports each finding about a source once.
func (c *collector) reportSources(drafts []draft) error {
	for i := range drafts {
		if d := &drafts[i]; !c.sources[d.Fingerprint] {
			c.sources[d.Fingerprint] = true
			if err := c.report(d); err != nil {
				return err
			}
		}
	}
	return nil
}

// report files a finding unless its rule is off, it is ignored, or an older run
// knew it.
func (c *collector) report(d *draft) error {
	severity := c.rules.judge(&d.Finding)
	if severity == off || c.hidden.hides(d) {
		return nil
	}
	d.Severity = severity
	c.result.Summary.Findings.add(severity)
	return c.result.findings.add(d.Finding)
}

// finish says what only the whole stream shows.
func (c *collector) finish() error {
	defer c.mentions.close()
	works := c.result.Bibliography.Works()
	c.result.Summary.Works = len(works)
	c.joinOccurrences(works)
	if err := c.judgeWorks(works); err != nil {
		return err
	}
	if err := c.resolveMentions(); err != nil {
		return err
	}
	if err := c.judgeLibrary(works); err != nil {
		return err
	}
	return c.reportAll(c.hidden.unused())
}

// joinOccurrences brings what is known of works that were joined under the work
// that they became.
func (c *collector) joinOccurrences(works []*citation.Work) {
	place := make(map[int]int, len(works))
	for i, w := range works {
		place[w.Index] = i
	}
	for index, o := range c.met {
		joined := c.result.Bibliography.At(index).Index
		c.result.position[index] = place[joined]
		if joined == index {
			continue
		}
		if o.preprintServer {
			c.met[joined].preprintServer = true
		}
		c.entries[joined] = append(c.entries[joined], c.entries[index]...)
	}
	for _, entries := range c.entries {
		slices.SortFunc(entries, func(a, b occurrence) int { return cmp.Compare(a.order, b.order) })
	}
}

func (c *collector) judgeWorks(works []*citation.Work) error {
	var drafts []draft // of works first met in the same fact
	flush := func() error {
		numberRepeats(drafts)
		err := c.reportAll(drafts)
		drafts = drafts[:0]
		return err
	}
	previous := ""
	for _, work := range works {
		c.result.coverage.add(&work.Reference)
		w := &mergedWork{Reference: work.Reference, entries: c.entries[work.Index], conflicts: work.Conflicts, placeOf: c.ledger.placeOf}
		if first := c.met[work.Index]; first != nil {
			w.first = *first
		}
		if w.first.fact != previous {
			if err := flush(); err != nil {
				return err
			}
			previous = w.first.fact
		}
		for _, rule := range c.rules.works {
			for _, f := range rule.work(w) {
				f.Rule = rule.ID
				drafts = append(drafts, draft{Finding: f, of: f.Fact, also: work.Facts})
			}
		}
	}
	return flush()
}

func (c *collector) resolveMentions() error {
	for m, err := range c.mentions.all() {
		if err != nil {
			return err
		}
		if d, ok := m.resolve(c.result.Bibliography); ok {
			if err := c.report(&d); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *collector) judgeLibrary(works []*citation.Work) error {
	if c.opts.Cited == nil {
		return nil
	}
	library := &usedLibrary{entries: c.library, cited: c.opts.Cited}
	if len(c.library) == 0 {
		for _, w := range works {
			if first := c.met[w.Index]; first != nil {
				library.entries = append(library.entries, libraryEntry{key: w.Key, place: *first})
			}
		}
	}
	var drafts []draft
	for _, rule := range c.rules.libraries {
		for _, f := range rule.library(library) {
			f.Rule = rule.ID
			drafts = append(drafts, draft{Finding: f, of: f.Fact})
		}
	}
	numberRepeats(drafts)
	return c.reportAll(drafts)
}

// ledger remembers of every fact what later facts are compared with.
type ledger struct {
	hash    func(id string) uint64
	facts   []ledgerLine
	paths   []string
	path    map[string]uint32
	ids     map[uint64]uint32 // hash of an id → its line in facts
	sourced map[uint64]uint32 // hash of content and sources → the first fact that has them
}

// ledgerLine is one fact. Hashes of 64 bits confuse two of a million facts once
// in 37 million runs.
type ledgerLine struct {
	id, content        uint64
	path, line, column uint32
	repeated           bool // it was reported that another fact repeats it
}

func newLedger(hash func(string) uint64) *ledger {
	return &ledger{hash: hash, path: map[string]uint32{}, ids: map[uint64]uint32{}, sourced: map[uint64]uint32{}}
}

// enter compares a fact with those before it. It tells whether the fact was met
// before, on another page or under another node.
func (l *ledger) enter(x *examined) (again bool, found []draft) {
	if x.kind != valid && x.kind != invalid && x.kind != entry {
		return false, nil
	}
	number := uint32(len(l.facts))
	if x.id != 0 {
		if n, ok := l.ids[x.id]; ok {
			first := l.facts[n]
			switch {
			case x.kind == entry: // bib-duplicate-key says so within a file
				return false, nil
			case first.content == x.content:
				return true, nil
			default:
				found = append(found, l.reused(x, first))
			}
		} else {
			l.ids[x.id] = number
		}
	}
	if x.sourced != 0 {
		if n, ok := l.sourced[x.sourced]; !ok {
			l.sourced[x.sourced] = number
		} else if first := &l.facts[n]; !first.repeated && first.id != x.id {
			first.repeated = true
			found = append(found, l.repeats(x, *first))
		}
	}
	l.facts = append(l.facts, ledgerLine{
		id: x.id, content: x.content, path: l.number(x.place.Path), line: uint32(x.place.Line), column: uint32(x.place.Column),
	})
	numberRepeats(found)
	return false, found
}

func (l *ledger) reused(x *examined, first ledgerLine) draft {
	at := l.place(first)
	return draft{of: x.of, Finding: placed(Finding{
		Rule:    "fact-id-reused",
		Message: fmt.Sprintf("the id %q names another fact already (%s:%d)", shorten(x.fact, 60), at.Path, at.Line),
		Fact:    x.fact,
		Field:   "id",
		Stated:  x.fact,
		Help:    "give one of them an id of its own",
		Related: []Related{{Path: at.Path, Line: at.Line, Column: at.Column, Fact: x.fact}},
	}, x.place, x.place)}
}

func (l *ledger) repeats(x *examined, first ledgerLine) draft {
	at := l.place(first)
	return draft{of: x.of, Finding: placed(Finding{
		Rule:    "duplicate-fact",
		Message: fmt.Sprintf("another fact says the same from the same source already (%s:%d)", at.Path, at.Line),
		Fact:    x.fact,
		Field:   "content",
		Help:    "keep one of them",
		Related: []Related{{Path: at.Path, Line: at.Line, Column: at.Column}},
	}, x.place, x.place)}
}

func (l *ledger) number(path string) uint32 {
	n, ok := l.path[path]
	if !ok {
		n = uint32(len(l.paths))
		l.path[path] = n
		l.paths = append(l.paths, path)
	}
	return n
}

// placeOf is where the fact of that id stands, or the zero place.
func (l *ledger) placeOf(id string) fact.Place {
	if n, ok := l.ids[l.hash(id)]; ok {
		return l.place(l.facts[n])
	}
	return fact.Place{}
}

func (l *ledger) place(line ledgerLine) fact.Place {
	return fact.Place{Path: l.paths[line.path], Line: int(line.line), Column: int(line.column)}
}
