package validate

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"runtime"
	"unicode/utf8"

	"github.com/factcite/factcite/ground"
	"github.com/factcite/factcite/internal/text"
)

// grounder compares facts with the texts of their sources after the stream has ended:
// claims are sorted by text on disk, each text is prepared once, and what was found is
// sorted back into the order of the facts.
type grounder struct {
	texts    Texts
	keep     bool // what is found of facts that nothing contradicts
	workers  int
	claims   *spill[claim]
	compared *spill[compared]
	kept     *spill[Grounded]
	quotes   *quoteIndex
	numbers  map[textKey]int // of texts
	names    []string        // of texts by their number; "" for one of a record
	own      ownTexts
	places   map[int]Passage // of the texts of records: where they were met first
	facts    int
	active   bool
}

// textKey tells texts apart: by name, or by the hash of what a record has.
type textKey struct {
	name string
	hash [sha256.Size]byte
}

// compared is what comparing a claim with its text found.
type compared struct {
	Claim      claim
	Anchors    []GroundedAnchor
	Passage    *Passage
	Verdict    ground.Support
	CutShort   bool   // a limit left a part of the fact uncompared
	Unreadable string // why the text could not be read, at the first fact about it
	Changed    string // the hash of the text, if it is not the one stated
}

func byFact(a, b *compared) int {
	return cmp.Or(cmp.Compare(a.Claim.Order, b.Claim.Order), cmp.Compare(a.Claim.Source, b.Claim.Source))
}

func newGrounder(opts *Options) *grounder {
	return &grounder{
		texts: opts.Texts, keep: opts.KeepGrounded, active: opts.Texts != nil,
		workers:  cmp.Or(opts.Workers, runtime.GOMAXPROCS(0)),
		claims:   newSpill(opts.Spill, byText, gobCodec[claim]()),
		compared: newSpill(opts.Spill, byFact, gobCodec[compared]()),
		kept:     newSpill(opts.Spill, nil, gobCodec[Grounded]()),
		quotes:   newQuoteIndex(),
		numbers:  map[textKey]int{},
		places:   map[int]Passage{},
	}
}

// add files the claims of a fact.
func (g *grounder) add(x *examined) error {
	if x.kind == entry {
		return nil
	}
	order := g.facts
	g.facts++
	for i := range x.claims {
		p := &x.claims[i]
		g.active = true
		number, err := g.number(p)
		if err != nil {
			return err
		}
		p.Order, p.Text = order, number
		g.quotes.add(&p.claim)
		if err := g.claims.add(p.claim); err != nil {
			return err
		}
	}
	if g.keep && len(x.claims) == 0 {
		return g.compared.add(compared{Claim: claim{Order: order, Text: -1, Source: -1, Fact: x.fact, At: x.place, Content: x.text}, Verdict: ground.NotChecked})
	}
	return nil
}

// number returns the number of a claim's text.
func (g *grounder) number(p *pendingClaim) (int, error) {
	key := textKey{name: p.name}
	if p.name == "" {
		key.hash = sha256.Sum256([]byte(p.text))
	}
	if number, ok := g.numbers[key]; ok {
		return number, nil
	}
	number := len(g.names)
	g.numbers[key] = number
	g.names = append(g.names, p.name)
	if p.name != "" {
		return number, g.own.skip()
	}
	g.places[number] = Passage{Path: p.At.Path, Pointer: p.At.Pointer + p.Pointer}
	return number, g.own.add(p.text)
}

// document returns the text of that number.
func (g *grounder) document(ctx context.Context, number int) (*ground.Document, error) {
	if name := g.names[number]; name != "" {
		d, err := g.texts.Read(ctx, name)
		if err != nil {
			return nil, &unreadableText{name, err}
		}
		return d, nil
	}
	text, err := g.own.read(number)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256([]byte(text))
	return &ground.Document{Reading: ground.Reading{Text: text}, Path: g.places[number].Path, Hash: hex.EncodeToString(sum[:])}, nil
}

// claimsAtOnce is how many facts are compared with a text in one go.
const claimsAtOnce = 1024

// byTexts yields runs of claims about one text.
func (g *grounder) byTexts(failed *error) iter.Seq[[]claim] {
	return func(yield func([]claim) bool) {
		var group []claim
		for c, err := range g.claims.all() {
			if err != nil {
				*failed = err
				return
			}
			if n := len(group); n > 0 && (group[0].Text != c.Text || n == claimsAtOnce) {
				if !yield(group) {
					return
				}
				group = nil
			}
			group = append(group, c)
		}
		if len(group) > 0 {
			yield(group)
		}
	}
}

// outcome is what came of the claims about one text.
type outcome struct {
	found  []compared
	quotes []quoteFound
	err    error
}

// compare compares all claims with their texts.
func (g *grounder) compare(ctx context.Context) error {
	var failed error
	g.quotes.freeze()
	for o := range text.InOrderOf(g.byTexts(&failed), g.workers, func(group []claim) outcome { return g.compareGroup(ctx, group) }) {
		if o.err != nil {
			return o.err
		}
		g.quotes.remember(o.quotes)
		for i := range o.found {
			if err := g.compared.add(o.found[i]); err != nil {
				return err
			}
		}
		if err := context.Cause(ctx); err != nil {
			return fmt.Errorf("checking was cancelled: %w", err)
		}
	}
	return failed
}

func (g *grounder) compareGroup(ctx context.Context, group []claim) outcome {
	var o outcome
	d, err := g.document(ctx, group[0].Text)
	if unreadable := (*unreadableText)(nil); errors.As(err, &unreadable) {
		for i := range group {
			o.found = append(o.found, compared{Claim: group[i], Verdict: ground.NotChecked})
		}
		o.found[0].Unreadable = unreadable.Error()
		return o
	}
	if err != nil {
		return outcome{err: err}
	}
	number := group[0].Text
	s := &shownText{Text: ground.NewText(d.Reading), Document: d, pointer: g.places[number].Pointer}
	if g.keep {
		s.runes = newRuneIndex(d.Text)
	}
	for i := range group {
		o.found = append(o.found, compareClaim(s, &group[i]))
	}
	o.quotes = g.quotes.lookThrough(s, number)
	return o
}

// shortestFullText is how many bytes a text must have to speak against a fact, unless the
// record says that it is the full one.
const shortestFullText = 300

func compareClaim(s *shownText, c *claim) compared {
	r := compared{Claim: *c}
	if c.Hash != "" && c.Hash != s.Hash {
		r.Changed = s.Hash
	}
	partial := s.Partial || c.Partial || len(s.Document.Text) < shortestFullText && !c.Full
	for i, quote := range c.Quotes {
		found := ground.Check(s.Text, ground.Statement{Content: quote, Evidence: true, Partial: partial})
		r.take(s, &found, i, quote)
	}
	found := ground.Check(s.Text, ground.Statement{Content: c.Content, Quotation: c.Type == "quote", Known: c.Known, Partial: partial})
	r.take(s, &found, -1, c.Content)
	r.Verdict = verdictOf(r.Anchors)
	if r.CutShort && r.Verdict == ground.BorneOut {
		r.Verdict = ground.NotChecked
	}
	if found.Passage != nil {
		p := s.passage(*found.Passage)
		r.Passage = &p
	}
	return r
}

func verdictOf(anchors []GroundedAnchor) ground.Support {
	sum := ground.NotChecked
	for i := range anchors {
		switch v := anchors[i].Verdict; {
		case v.Contradicts():
			return v
		case v == ground.NotChecked:
			return v
		default:
			sum = ground.BorneOut
		}
	}
	return sum
}

// take adds what was found of the content, or of a quote.
func (r *compared) take(s *shownText, found *ground.Result, quote int, stated string) {
	r.CutShort = r.CutShort || found.CutShort
	runes := newRuneIndex(stated)
	for i := range found.Anchors {
		a := &found.Anchors[i]
		anchor := GroundedAnchor{
			Kind: a.Kind, Verdict: a.Verdict, Quote: quote, Span: a.Span, Stated: stated[a.Span[0]:a.Span[1]], Cut: a.Cut, Serious: a.Serious(),
		}
		anchor.Chars[0] = runes.before(a.Span[0])
		anchor.Chars[1] = anchor.Chars[0] + startsOfRunes(anchor.Stated)
		at := a.At
		if a.Verdict == ground.Absent && a.Kind != ground.Quotation {
			anchor.instead(s.Document.Text, at, found.Passage)
			at = found.Passage
		}
		if at != nil {
			p := s.passage(*at)
			if anchor.insteadAt[1] > 0 {
				p.Marks = append(p.Marks, anchor.insteadAt)
			}
			anchor.Passage = &p
		}
		anchor.mark(s.Document.Text, a, stated)
		r.Anchors = append(r.Anchors, anchor)
	}
}

// instead notes what the passage has in the place of an anchor.
func (g *GroundedAnchor) instead(text string, at, passage *ground.Place) {
	if at == nil {
		return
	}
	g.Instead = text[at.Start:at.End]
	if passage != nil && at.Start >= passage.Start && at.End <= min(passage.End, passage.Start+longestPassage) {
		g.insteadAt = [2]int{at.Start - passage.Start, at.End - passage.Start}
	}
}

// longestPassage is how many bytes of a text a finding shows.
const longestPassage = 600

// besideChars is how many bytes before and after a passage are kept with it.
const besideChars = 32

// shownText is a text while facts are compared with it, and what is shown of it.
type shownText struct {
	*ground.Text
	*ground.Document
	pointer string     // of a text that a record has
	runes   *runeIndex // where the places of characters are asked for
}

// passage shows a place of the text.
func (s *shownText) passage(at ground.Place) Passage {
	text := s.Document.Text
	end := startOfRune(text, min(at.End, at.Start+longestPassage))
	p := Passage{Path: s.Path, Pointer: s.pointer, Span: [2]int{at.From, at.To}, Page: at.Page, Text: text[at.Start:end]}
	if at.From < 0 {
		p.Span = [2]int{at.Start, at.End}
	}
	if s.runes != nil {
		p.Prefix = text[startOfRune(text, max(0, at.Start-besideChars)):at.Start]
		p.Suffix = text[end:startOfRune(text, min(len(text), end+besideChars))]
		p.Chars = [2]int{s.runes.before(at.Start), s.runes.before(end)}
	}
	return p
}

// startOfRune returns the start of the character that a byte belongs to.
func startOfRune(s string, i int) int {
	for i > 0 && i < len(s) && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}

// mark adds what differs between a quotation and its passage.
func (g *GroundedAnchor) mark(text string, a *ground.Anchor, stated string) {
	for _, d := range a.Differences {
		if from, to := d.Stated[0]-a.Span[0], d.Stated[1]-a.Span[0]; from < to && from >= 0 && to <= len(g.Stated) {
			g.StatedMarks = append(g.StatedMarks, [2]int{from, to})
		}
		if g.Passage != nil && a.At != nil {
			if from, to := d.Found.Start-a.At.Start, d.Found.End-a.At.Start; a.Verdict != ground.Absent && from < to && from >= 0 && to <= len(g.Passage.Text) {
				g.Passage.Marks = append(g.Passage.Marks, [2]int{from, to})
			}
		}
		g.Differences = append(g.Differences, differenceAsText(stated[d.Stated[0]:d.Stated[1]], text[d.Found.Start:d.Found.End]))
	}
}

func differenceAsText(stated, found string) string {
	stated, found = quoted(shorten(stated, 60)), quoted(shorten(found, 60))
	switch {
	case stated == `""`:
		return "the text has " + found + " as well"
	case found == `""`:
		return "the text does not have " + stated
	}
	return stated + " where the text has " + found
}

// judge reports the findings of each fact, in the order of the facts, and counts the
// facts.
func (g *grounder) judge(rules *ruleset, counts *Grounding, report func([]draft) error) error {
	for group, err := range g.byFacts() {
		if err != nil {
			return err
		}
		best := g.best(group)
		counts.add(best.Verdict)
		if best.CutShort {
			counts.CutShort++
		}
		if g.keep {
			if err := g.kept.add(best.kept()); err != nil {
				return err
			}
		}
		var drafts []draft
		for i := range group {
			drafts = append(drafts, aboutText(&group[i])...)
		}
		drafts = append(drafts, groundFindings(rules, best)...)
		numberRepeats(drafts)
		if err := report(drafts); err != nil {
			return err
		}
	}
	counts.NotChecked = g.facts - counts.BorneOut - counts.Contradicted
	return nil
}

// byFacts yields what was found of each fact, source by source.
func (g *grounder) byFacts() iter.Seq2[[]compared, error] {
	return func(yield func([]compared, error) bool) {
		var group []compared
		for c, err := range g.compared.all() {
			if err != nil {
				yield(nil, err)
				return
			}
			if len(group) > 0 && group[0].Claim.Order != c.Claim.Order {
				if !yield(group, nil) {
					return
				}
				group = nil
			}
			group = append(group, c)
		}
		if len(group) > 0 {
			yield(group, nil)
		}
	}
}

// kept is what is kept of a fact for those who ask for more than findings.
func (c *compared) kept() Grounded {
	return Grounded{
		Fact: c.Claim.Fact, Path: c.Claim.At.Path, Line: c.Claim.At.Line, Column: c.Claim.At.Column, Content: c.Claim.Content,
		Verdict: c.Verdict, Source: c.Claim.Source, Anchors: c.Anchors, Passage: c.Passage, CutShort: c.CutShort,
	}
}

func (c *Grounding) add(v ground.Support) {
	switch {
	case v.Contradicts():
		c.Contradicted++
	case v == ground.NotChecked:
		c.NotChecked++
	default:
		c.BorneOut++
	}
}

// best returns the source that bears the fact out; without one, one that has not the
// full text, since that may; else the one with the fewest contradictions.
func (g *grounder) best(group []compared) *compared {
	rank := func(c *compared) int {
		switch {
		case c.Verdict == ground.BorneOut:
			return -2
		case c.Verdict == ground.NotChecked && len(c.Anchors) > 0:
			return -1
		}
		contradictions := 0
		for i := range c.Anchors {
			if c.Anchors[i].Verdict.Contradicts() {
				contradictions++
			}
		}
		return contradictions
	}
	best := &group[0]
	for i := range group {
		if rank(&group[i]) < rank(best) {
			best = &group[i]
		}
	}
	for i := range best.Anchors {
		a := &best.Anchors[i]
		if a.Kind == ground.Quotation && (a.Verdict == ground.Absent || a.Verdict == ground.Altered) {
			a.Elsewhere = g.quotes.elsewhere(a.Stated, best.Claim.Text)
		}
	}
	return best
}

// groundFindings runs the rules over what was found of a fact.
func groundFindings(rules *ruleset, c *compared) []draft {
	var drafts []draft
	for i := range rules.grounded {
		rule := &rules.grounded[i]
		for _, f := range rule.grounded(c) {
			f.Rule, f.Fact = rule.ID, c.Claim.Fact
			drafts = append(drafts, draft{Finding: f, of: c.Claim.Of})
		}
	}
	return drafts
}

// unreadableText says that a text is there and cannot be read.
type unreadableText struct {
	name   string
	reason error
}

func (e *unreadableText) Error() string {
	return fmt.Sprintf("the text %s cannot be read: %v", e.name, e.reason)
}

func (e *unreadableText) Unwrap() error { return e.reason }

// aboutText reports that a text could not be read, or is not the one whose hash the record
// states.
func aboutText(c *compared) []draft {
	if c.Unreadable != "" {
		return []draft{{of: c.Claim.Of, Finding: placed(Finding{
			Rule: "source-text-missing", Message: c.Unreadable + "; the facts of its source are not checked",
			Fact: c.Claim.Fact, Field: "text", Stated: c.Unreadable, Help: "repair the file, or put another in its place",
		}, c.Claim.At, c.Claim.At)}}
	}
	if c.Changed == "" {
		return nil
	}
	f := placed(Finding{
		Rule: "source-text-changed",
		Message: fmt.Sprintf("the text of the source is not the one that the record was made from: its SHA-256 is %s…, the record states %s…",
			c.Changed[:12], c.Claim.Hash[:12]),
		Fact: c.Claim.Fact, Field: "content_hash", Stated: c.Claim.Hash, Known: c.Changed,
		Help: "compare the fact with the text as it is now, and state its hash",
	}, c.Claim.Stated[0], c.Claim.Stated[1])
	return []draft{{Finding: f, of: c.Claim.Of}}
}

func (g *grounder) close() error {
	return errors.Join(g.claims.close(), g.compared.close(), g.own.close())
}

// ownTexts are the texts that records have themselves, each once, in a temporary file.
type ownTexts struct {
	file *os.File
	size int64
	ends []int64 // by the number of the text; those of files have no bytes
}

func (o *ownTexts) skip() error {
	o.ends = append(o.ends, o.size)
	return nil
}

func (o *ownTexts) add(text string) error {
	if o.file == nil {
		file, err := unnamed()
		if err != nil {
			return fmt.Errorf("cannot keep texts on disk: %w", err)
		}
		o.file = file
	}
	n, err := o.file.WriteString(text)
	o.size += int64(n)
	o.ends = append(o.ends, o.size)
	if err != nil {
		return fmt.Errorf("cannot keep texts on disk: %w", err)
	}
	return nil
}

func (o *ownTexts) read(number int) (string, error) {
	start := int64(0)
	if number > 0 {
		start = o.ends[number-1]
	}
	text := make([]byte, o.ends[number]-start)
	if _, err := o.file.ReadAt(text, start); err != nil && err != io.EOF {
		return "", fmt.Errorf("cannot read back a text from disk: %w", err)
	}
	return string(text), nil
}

func (o *ownTexts) close() error {
	if o.file == nil {
		return nil
	}
	file := o.file
	o.file = nil
	return discard(file)
}
