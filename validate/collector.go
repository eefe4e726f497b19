package validate

import (
	"context"
	"fmt"
	"iter"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
	"github.com/factcite/factcite/validate/internal/finding"
	"github.com/factcite/factcite/validate/internal/mentions"
	"github.com/factcite/factcite/validate/internal/rules"
	"github.com/factcite/factcite/validate/internal/sourcetext"
	"github.com/factcite/factcite/validate/internal/spill"
	"github.com/factcite/factcite/validate/internal/suppress"
)

// collector takes what was found of each record, in the order of the input, and
// compares records with each other.
type collector struct {
	rules     *rules.Set
	opts      *Options
	result    *Result
	hidden    *suppress.Suppression
	mentions  *spill.Values[mentions.Mention]
	told      capped
	anonymous finding.Repeats // findings that belong to no fact
	faults    finding.Repeats // of the .bib that is being read
	ledger    *ledger
	maxFacts  int
	maxWorks  int // different references
	first     firstOccurrences
	sources   map[uint64]struct{}  // hashes of the fingerprints of what was reported of sources
	library   []rules.LibraryEntry // of .bib files; none if no document cites any
	own       mentions.OwnLists    // of documents
	bibRead   bool                 // an entry of a .bib was read, which every document may cite
	repeats   map[int][]int        // by the second entry of a work, the others, the first before the rest
	versions  map[int][]int        // by the later work, the earlier ones that are other publications of it
	grounder  *sourcetext.Grounder
	ties      *ties    // nil if they are not kept
	named     []workAt // where each work is named first, by Work.Index, if they are
}

func newCollector(rules *rules.Set, opts *Options, e *examiner) *collector {
	c := &collector{
		rules:  rules,
		opts:   opts,
		hidden: suppress.New(opts.Config, opts.Baseline),
		result: &Result{
			Bibliography: new(citation.Bibliography),
			Today:        e.today,
			findings:     spill.New(opts.Spill, inOrder, spill.Packed(finding.Pack, finding.Unpack)),
			checked:      spill.New(opts.Spill, nil, spill.Gob[Checked]()),
			verified:     spill.New(opts.Spill, nil, spill.Gob[Verified]()),
		},
		mentions: spill.New(opts.Spill, nil, spill.Packed(mentions.Pack, mentions.Unpack)),
		ledger:   newLedger(e.hashID),
		maxFacts: maxFacts,
		maxWorks: citation.MaxReferences,
		own:      mentions.OwnLists{},
		sources:  map[uint64]struct{}{},
		told:     capped{limit: opts.MaxFindings},
		grounder: sourcetext.New(opts.Texts, opts.KeepGrounded, opts.Workers, opts.Spill),
	}
	c.result.grounded = c.grounder.Kept
	if opts.KeepTies {
		c.ties = newTies()
		c.result.Bibliography.NoteKeys()
	}
	if opts.Authority != nil {
		c.result.Verification = new(Verification)
	}
	if opts.Baseline != nil {
		c.result.Summary.Known = new(Counts)
	}
	return c
}

// run collects what was found of all inputs, and returns what came of it.
func (c *collector) run(ctx context.Context, v *verifier, found iter.Seq2[*examined, error]) (*Result, error) {
	err := c.collectAll(found)
	if err == nil {
		err = c.finish(ctx, v)
	}
	if err == nil && c.opts.Authority != nil {
		err = c.opts.Authority.Err()
	}
	c.close(err == nil)
	if err != nil {
		return nil, err
	}
	return c.result, nil
}

// saveMemory has it remember only the facts that may be stated again, and keep works on disk.
func (c *collector) saveMemory(repeated *repeatable) error {
	c.ledger.repeated = repeated
	file, err := spill.TempFile()
	if err != nil {
		return fmt.Errorf("cannot keep works on disk: %w", err)
	}
	c.result.closeWorks = func() error { return spill.Discard(file) }
	c.result.Bibliography.KeepOn(file)
	return nil
}

// collectAll files what was found of each record and entry.
func (c *collector) collectAll(found iter.Seq2[*examined, error]) error {
	for x, err := range found {
		if err != nil {
			return err
		}
		if err := c.collect(x); err != nil {
			return err
		}
	}
	return nil
}

// collect files what was found of one record or entry.
func (c *collector) collect(x *examined) error {
	c.count(x.kind)
	c.hidden.ReadFrom(x.place.Path)
	c.hidden.Remember(x.fact, x.ignored)
	c.hidden.Mark(x.marks)
	if x.part != "" {
		c.result.Summary.Sentences++
	}
	if x.unread {
		c.result.Summary.Unread++
	}
	if c.ties != nil {
		tiesOf(x, func(hash uint64) { c.ties.add(tie{hash, x.at}) })
	}
	c.number(x)
	for rule, count := range x.untold {
		severity := c.rules.SeverityOf(&Finding{Rule: rule})
		c.result.Summary.Findings.add(severity, count)
		c.told.of(x.place.Path, rule).rest.add(severity, count)
	}
	if err := c.reportAll(x.own); err != nil {
		return err
	}
	if c.ledger.ids.Len() == c.maxFacts {
		return errTooManyFacts
	}
	again, found := c.ledger.enter(x)
	if err := c.reportAll(found); err != nil {
		return err
	}
	if again {
		c.result.Summary.Repeated++
		return nil
	}
	if x.kind == entry {
		c.bibRead = true
		if c.opts.Cited != nil {
			said := new(ref.Entry) // of an entry that a fault has left nothing
			if len(x.references) > 0 {
				said = x.references[0].Entry
			}
			c.library = append(c.library, rules.NewLibraryEntry(x.fact, said, rules.OccurrenceAt(x.fact, x.place, x.place)))
		}
	}
	if x.verified != nil {
		if err := c.keepVerified(x.verified); err != nil {
			return err
		}
	}
	if err := c.reportAll(x.judged); err != nil {
		return err
	}
	if err := c.reportSources(x.bySource); err != nil {
		return err
	}
	if x.kind != entry {
		if err := c.grounder.Add(x.fact, x.place, x.text, x.claims); err != nil {
			return err
		}
	}
	if c.result.Bibliography.Len()+len(x.references) > c.maxWorks {
		return errTooManyReferences
	}
	works := c.addReferences(x)
	c.own.Add(x.place.Path, x.part, works)
	if err := c.keepMentions(x.mentions, works); err != nil {
		return err
	}
	if x.checked == nil {
		return nil
	}
	x.checked.Works = works
	return c.result.checked.Add(*x.checked)
}

// number gives findings that belong to no fact fingerprints that differ over the whole
// run, and faults of a .bib such that differ in the file.
func (c *collector) number(x *examined) {
	if x.opens {
		c.faults = nil
	}
	for i := range x.own {
		d := &x.own[i]
		if d.Of == "" {
			c.numberAmong(&c.anonymous, d)
		} else if x.faults {
			c.numberAmong(&c.faults, d)
		}
	}
}

// numberAmong gives a finding a fingerprint that those before it have not, if anybody will
// ask for it.
func (c *collector) numberAmong(before *finding.Repeats, d *finding.Draft) {
	if c.opts.Baseline != nil || !c.told.full(d.Path, d.Rule) {
		before.Number(d, c.ledger.hash)
	}
}

// keepMentions keeps in-text citations until every entry is known.
func (c *collector) keepMentions(mentions []mentions.Mention, named []int) error {
	c.result.Summary.Mentions += len(mentions)
	for i := range mentions {
		mentions[i].Named = named
		if err := c.mentions.Add(mentions[i]); err != nil {
			return err
		}
	}
	return nil
}

// addReferences adds the references of a record to the bibliography and returns
// the Index of each one's work.
func (c *collector) addReferences(x *examined) []int {
	if x.isMixed && c.result.Unwritable == nil {
		c.result.Unwritable = fmt.Errorf("%s: nothing is written of it: %w", x.place.Path, bib.ErrMixed)
	}
	works := make([]int, 0, len(x.references))
	for i := range x.references {
		work := c.result.Bibliography.Add(x.fact, &x.references[i])
		works = append(works, work)
		if work == c.first.places.Len() {
			c.first.add(&x.occurrences[i])
			if c.ties != nil {
				c.named = append(c.named, workAt{x.at, uint32(i)})
			}
		} else {
			c.first.circumstances.At(uint32(work)).Join(x.occurrences[i].Circumstances)
		}
	}
	c.result.Summary.References += len(x.references)
	return works
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

func (c *collector) reportAll(drafts []finding.Draft) error {
	for i := range drafts {
		if err := c.report(&drafts[i]); err != nil {
			return err
		}
	}
	return nil
}

// reportSources reports each finding about a source once.
func (c *collector) reportSources(drafts []sourceDraft) error {
	for i := range drafts {
		key := c.ledger.hash(drafts[i].Fingerprint)
		if _, ok := c.sources[key]; ok {
			continue
		}
		c.sources[key] = struct{}{}
		d := drafts[i].placed()
		if err := c.report(&d); err != nil {
			return err
		}
	}
	return nil
}

// report files a finding unless its rule is off, it is ignored, or an older run
// knew it.
func (c *collector) report(d *finding.Draft) error {
	severity := c.rules.SeverityOf(&d.Finding)
	if stated, ok := c.hidden.SeverityAt(d.Rule, d.Path); ok {
		severity = stated
	}
	if severity == finding.Off || c.hidden.Hides(d) {
		return nil
	}
	if c.hidden.Knows(d) {
		c.result.Summary.Known.add(severity, 1)
		sum, err := finding.SumOf(d.Fingerprint)
		c.result.known = append(c.result.known, sum)
		return err
	}
	d.Severity = severity
	c.result.Summary.Findings.add(severity, 1)
	if !c.told.passes(&d.Finding) {
		return nil
	}
	return c.result.findings.Add(d.Finding)
}

// close removes what is on disk, but what the result has if that is to be kept.
func (c *collector) close(keepResult bool) {
	c.mentions.Close()
	c.grounder.Close()
	c.ties.close()
	if !keepResult {
		c.result.Close()
	}
}

// finish reports what only the whole stream shows. What is no longer needed is
// dropped on the way, since memory is scarcest here.
func (c *collector) finish(ctx context.Context, v *verifier) error {
	c.ledger.close()
	c.sources = nil
	if c.opts.KeysFrom != nil {
		c.result.Bibliography.KeepKeys(c.opts.KeysFrom, nil)
	}
	works := c.result.Bibliography.All()
	c.joinOccurrences()
	c.repeats = repeatsOf(c.result.Bibliography.Repeated())
	c.versions = map[int][]int{}
	for earlier, later := range c.result.Bibliography.Versions() {
		c.versions[later] = append(c.versions[later], earlier)
	}
	if err := c.judgeWorks(); err != nil {
		return err
	}
	if c.ties != nil {
		c.tieWorks()
	}
	if err := c.verifyWorks(v, works); err != nil {
		return err
	}
	if err := c.judgeLibrary(works); err != nil {
		return err
	}
	c.ledger, c.first, c.library, c.versions, c.repeats = nil, firstOccurrences{}, nil, nil, nil
	if err := c.resolveMentions(v); err != nil {
		return err
	}
	if err := c.compareWithTexts(ctx); err != nil {
		return err
	}
	if err := c.reportAll(c.hidden.Unused()); err != nil {
		return err
	}
	for f := range c.told.findings() {
		if err := c.result.findings.Add(f); err != nil {
			return err
		}
	}
	return nil
}

// tieWorks keeps what works have in common, and where each is named first.
func (c *collector) tieWorks() {
	add := func(hash uint64, work int) { c.ties.add(tie{hash, c.named[work].recordAt}) }
	kept := &resultTies{ties: c.ties}
	for work := range c.works() {
		kept.works = append(kept.works, c.named[work])
		for _, name := range c.result.Bibliography.CitedAs(work) {
			add(tieOfName.hash(name), work)
		}
	}
	for _, key := range c.result.Bibliography.KeysTried() {
		add(tieOfKey.hash(key.Hash), key.Work)
	}
	if !c.bibRead && !c.hidden.HasMarks() {
		c.result.ties, c.ties = kept, nil // else they are closed at the end
	}
	c.named = nil
}

// joinOccurrences moves what is known of works that were joined to the work that
// they became.
func (c *collector) joinOccurrences() {
	for index := range c.first.places.Len() {
		if joined := c.result.Bibliography.Current(index); joined != index {
			c.first.circumstances.At(uint32(joined)).Join(*c.first.circumstances.At(uint32(index)))
		}
	}
}

// resolveMentions looks for the works that in-text citations mean.
func (c *collector) resolveMentions(v *verifier) error {
	var unread error
	all := func(yield func(mentions.Mention) bool) {
		for m, err := range c.mentions.All() {
			if err != nil {
				unread = err
				return
			}
			if !yield(m) {
				return
			}
		}
	}
	r := &mentions.Resolver{Works: c.result.Bibliography}
	if v != nil {
		r.Known = v.cited
	}
	if !c.bibRead {
		c.own.Settle(c.result.Bibliography)
		r.Own = c.own
	}
	for drafts := range text.InOrder(all, r.ResolveAll) {
		if err := c.reportAll(drafts); err != nil {
			return err
		}
	}
	return unread
}

func (c *collector) judgeLibrary(works iter.Seq[*citation.Publication]) error {
	if c.opts.Cited == nil {
		return nil
	}
	library := &rules.Library{Entries: c.library, Cited: c.opts.Cited}
	if len(c.library) == 0 {
		for w := range works {
			library.Entries = append(library.Entries, rules.LibraryEntry{Key: w.Key, First: c.first.of(w.Index, w.Facts[0])})
		}
	}
	var drafts []finding.Draft
	c.rules.Library(library, func(rule string, found []Finding) {
		for _, f := range found {
			f.Rule = rule
			drafts = append(drafts, finding.Draft{Finding: f, Of: f.Fact})
		}
	})
	finding.NumberRepeats(drafts)
	return c.reportAll(drafts)
}
