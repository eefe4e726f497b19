package sourcetext

import (
	"cmp"

	"github.com/factcite/factcite/ground"
	"github.com/factcite/factcite/validate/internal/finding"
)

// Compared is what comparing a claim with its text found.
type Compared struct {
	Claim      Claim
	Anchors    []GroundedAnchor
	Passage    *finding.Passage
	Verdict    ground.Support
	CutShort   bool   // a limit left a part of the fact uncompared
	Unreadable string // why the text could not be read, at the first fact about it
	Changed    string // the hash of the text, if it is not the one stated
}

func byFact(a, b *Compared) int {
	return cmp.Or(cmp.Compare(a.Claim.Order, b.Claim.Order), cmp.Compare(a.Claim.Source, b.Claim.Source))
}

// kept is what is kept of a fact for those who ask for more than findings.
func (c *Compared) kept() Grounded {
	return Grounded{
		Fact: c.Claim.Fact, Path: c.Claim.At.Path, Line: c.Claim.At.Line, Column: c.Claim.At.Column, Content: c.Claim.Content,
		Verdict: c.Verdict, Source: c.Claim.Source, Anchors: c.Anchors, Passage: c.Passage, CutShort: c.CutShort,
	}
}

// shortestFullText is how many bytes a text must have to speak against a fact, unless the
// record says that it is the full one.
const shortestFullText = 300

func compareClaim(s *shownText, c *Claim) Compared {
	r := Compared{Claim: *c}
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
func (r *Compared) take(s *shownText, found *ground.Result, quote int, stated string) {
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
	stated, found = finding.Quoted(finding.Shorten(stated, 60)), finding.Quoted(finding.Shorten(found, 60))
	switch {
	case stated == `""`:
		return "the text has " + found + " as well"
	case found == `""`:
		return "the text does not have " + stated
	}
	return stated + " where the text has " + found
}

// finding places a finding at an anchor and gives it the passage.
func (c *Compared) finding(a *GroundedAnchor, f finding.Finding) finding.Finding {
	f.Field, f.Stated = string(a.Kind), a.Stated
	if f.Passage = a.Passage; f.Passage != nil {
		f.Sentence = c.sentence(a)
	}
	if a.Quote >= 0 {
		return finding.Placed(f, c.Claim.Member[0], c.Claim.Member[1])
	}
	return c.Claim.words(a.Span, f)
}

// sentence returns what is shown beside the passage: a quotation with what differs in it, or
// the content with the anchor.
func (c *Compared) sentence(a *GroundedAnchor) *finding.Marked {
	switch {
	case a.Elsewhere != nil:
		return &finding.Marked{Text: a.Stated}
	case a.Kind == ground.Quotation || a.Kind == ground.Polarity:
		return &finding.Marked{Text: a.Stated, Marks: a.StatedMarks}
	}
	return around(c.Claim.Content, a.Span)
}

// around returns the stretch of a content that a finding shows: all of it, unless it is longer
// than what is shown of a text.
func around(content string, span [2]int) *finding.Marked {
	from, to := 0, len(content)
	if to > longestPassage {
		beside := max(0, longestPassage-(span[1]-span[0])) / 2
		from, to = startOfRune(content, max(0, span[0]-beside)), startOfRune(content, min(to, span[1]+beside))
	}
	return &finding.Marked{Text: content[from:to], Marks: [][2]int{{span[0] - from, span[1] - from}}}
}

// Each returns what make says of the anchors that are wanted.
func (c *Compared) Each(wanted func(*GroundedAnchor) bool, make func(*GroundedAnchor) finding.Finding) []finding.Finding {
	var found []finding.Finding
	for i := range c.Anchors {
		if a := &c.Anchors[i]; wanted(a) {
			found = append(found, c.finding(a, make(a)))
		}
	}
	return found
}
