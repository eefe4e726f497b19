package validate

import (
	"encoding/binary"
	"strings"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/validate/internal/finding"
	"github.com/factcite/factcite/validate/internal/mentions"
	"github.com/factcite/factcite/validate/internal/rules"
	"github.com/factcite/factcite/validate/internal/sourcetext"
	"github.com/factcite/factcite/validate/internal/spill"
)

// packExamined packs what was found of a record but its hashes, in any process for any
// other. What the examiner of a part keeps of every record is always there: its content and
// the place of each finding.
func packExamined(dst []byte, x *examined) []byte {
	dst = spill.AppendNumbers(dst, int(x.kind))
	dst = spill.AppendTexts(dst, x.fact, unlessEqual(x.of, x.fact), string(x.part))
	dst = packPlace(dst, x.place)
	dst = spill.AppendFlag(dst, x.unread)
	dst = packDrafts(dst, x.own, x)
	dst = packDrafts(dst, x.judged, x)
	dst = spill.AppendNumbers(dst, len(x.bySource))
	for i := range x.bySource {
		d := x.bySource[i].placed()
		dst = packDraft(dst, &d, x)
	}
	dst = spill.AppendNumbers(dst, len(x.references))
	for i := range x.references {
		dst = citation.AppendReference(dst, &x.references[i])
		dst = packOccurrence(dst, &x.occurrences[i])
	}
	dst = spill.AppendNumbers(dst, len(x.marks))
	for _, m := range x.marks {
		dst = spill.AppendTexts(spill.AppendNumbers(dst, m.Line, m.EndLine), m.Rule, m.Reason)
	}
	dst = spill.AppendNumbers(dst, len(x.ignored))
	dst = spill.AppendNumbers(dst, x.ignored...)
	dst = binary.LittleEndian.AppendUint32(dst, x.content)
	dst = spill.AppendFlag(dst, x.checked != nil)
	if x.checked != nil {
		dst = spill.AppendTexts(dst, x.checked.Content, x.checked.Source)
	}
	dst = packMentions(dst, x)
	dst = spill.AppendNumbers(dst, len(x.claims))
	for i := range x.claims {
		dst = packClaim(dst, &x.claims[i])
	}
	return dst
}

// recordUnpacker is what is left to read of what was found of a record.
type recordUnpacker struct {
	spill.Unpacker
	last string // path
}

// unpackExamined is packExamined back. What e does not ask for is left out.
func (p *recordUnpacker) examined(x *examined, e *examiner) {
	x.kind = kind(p.Number())
	x.fact = p.Text()
	x.of = orEqual(p.Text(), x.fact)
	x.part = fact.Part(p.Text())
	x.place = p.place()
	x.unread = p.Flag()
	x.own = p.drafts(x)
	x.judged = p.drafts(x)
	for n := p.Count(); n > 0; n-- {
		x.bySource = append(x.bySource, sourceDraft{Draft: p.draft(x)})
	}
	x.references = []citation.Reference{}
	for n := p.Count(); n > 0; n-- {
		var r citation.Reference
		r, p.Rest = citation.ReadReference(p.Rest)
		x.references = append(x.references, r)
		x.occurrences = append(x.occurrences, p.occurrence(x))
	}
	for n := p.Count(); n > 0; n-- {
		x.marks = append(x.marks, InlineIgnore{
			Path: x.place.Path, Line: p.Number(), EndLine: p.Number(), Rule: strings.Clone(p.Text()), Reason: strings.Clone(p.Text()),
		})
	}
	for n := p.Count(); n > 0; n-- {
		x.ignored = append(x.ignored, p.Number())
	}
	x.content = p.uint32()
	content := ""
	if p.Flag() {
		c := &Checked{Fact: x.fact, Path: x.place.Path, Line: x.place.Line, Column: x.place.Column, Content: p.Text(), Source: p.Text()}
		if c.Unreadable = x.kind == unreadable; !c.Unreadable {
			c.References = x.references
		}
		content = c.Content
		if e.keep {
			x.checked = c
		}
	}
	if e.keepGrounded {
		x.text = content
	}
	p.mentions(x, content, e.contexts)
	for n := p.Count(); n > 0; n-- {
		x.claims = append(x.claims, p.claim())
	}
}

// packMentions packs mentions, and once the text by which known works are chosen for
// them, of which the content is known.
func packMentions(dst []byte, x *examined) []byte {
	dst = spill.AppendNumbers(dst, len(x.mentions))
	if len(x.mentions) == 0 {
		return dst
	}
	dst = spill.AppendTexts(dst, strings.TrimPrefix(x.mentions[0].Context, x.checked.Content))
	for _, m := range x.mentions {
		m.Context = ""
		dst = mentions.Pack(dst, &m)
	}
	return dst
}

func (p *recordUnpacker) mentions(x *examined, content string, inContext bool) {
	n := p.Count()
	if n == 0 {
		return
	}
	context := p.Text()
	if inContext {
		context = content + context
	}
	x.mentions = make([]mentions.Mention, n)
	for i := range x.mentions {
		m := &x.mentions[i]
		mentions.Unpack(&p.Unpacker, m)
		if inContext {
			m.Context = context
		}
	}
}

func packDrafts(dst []byte, drafts []finding.Draft, x *examined) []byte {
	dst = spill.AppendNumbers(dst, len(drafts))
	for i := range drafts {
		dst = packDraft(dst, &drafts[i], x)
	}
	return dst
}

func (p *recordUnpacker) drafts(x *examined) []finding.Draft {
	n := p.Count()
	if n == 0 {
		return nil
	}
	drafts := make([]finding.Draft, n)
	for i := range drafts {
		drafts[i] = p.draft(x)
	}
	return drafts
}

// packDraft packs a finding before anything of other records is known of it.
func packDraft(dst []byte, d *finding.Draft, x *examined) []byte {
	return finding.Pack(spill.AppendTexts(dst, unlessEqual(d.Of, x.of)), &d.Finding)
}

func (p *recordUnpacker) draft(x *examined) (d finding.Draft) {
	d.Of = orEqual(p.Text(), x.of)
	finding.Unpack(&p.Unpacker, &d.Finding)
	return d
}

// unlessEqual stands for a text that is mostly the same as another one: nothing if it is,
// else the text after a character.
func unlessEqual(text, other string) string {
	if text == other {
		return ""
	}
	return "=" + text
}

func orEqual(packed, other string) string {
	if packed == "" {
		return other
	}
	return packed[1:]
}

func packOccurrence(dst []byte, o *rules.Occurrence) []byte {
	dst = spill.AppendTexts(dst, o.Path, o.Pointer)
	dst = spill.AppendNumbers(dst, o.Line, o.Column, o.EndLine, o.EndColumn)
	return spill.AppendFlag(spill.AppendFlag(dst, o.PreprintServer), o.Cut)
}

func (p *recordUnpacker) occurrence(x *examined) rules.Occurrence {
	o := rules.Occurrence{Fact: x.fact, Path: p.path(), Pointer: strings.Clone(p.Text())}
	o.Line, o.Column, o.EndLine, o.EndColumn = p.Number(), p.Number(), p.Number(), p.Number()
	o.PreprintServer, o.Cut = p.Flag(), p.Flag()
	return o
}

func packPlace(dst []byte, at fact.Place) []byte {
	dst = spill.AppendTexts(dst, at.Path, at.Pointer)
	return spill.AppendNumbers(dst, at.Line, at.Column, int(at.Offset), at.Page)
}

func (p *recordUnpacker) place() fact.Place {
	return fact.Place{Path: p.path(), Pointer: p.Text(), Line: p.Number(), Column: p.Number(), Offset: int64(p.Number()), Page: p.Number()}
}

// path reads a path, which is mostly the one read before it. It outlives all else that is
// read, and so has memory of its own.
func (p *recordUnpacker) path() string {
	if path := p.Text(); path != p.last {
		p.last = strings.Clone(path)
	}
	return p.last
}

func packClaim(dst []byte, c *sourcetext.PendingClaim) []byte {
	dst = spill.AppendTexts(dst, c.TextName, c.OwnText, c.Fact, c.Of, c.Content, c.Type, c.Hash, c.Inside, c.Pointer)
	dst = spill.AppendNumbers(dst, c.Source, len(c.Quotes))
	dst = spill.AppendTexts(dst, c.Quotes...)
	dst = spill.AppendNumbers(dst, len(c.Known))
	dst = spill.AppendTexts(dst, c.Known...)
	dst = spill.AppendFlag(spill.AppendFlag(dst, c.Partial), c.Full)
	for _, at := range [...]fact.Place{c.At, c.Member[0], c.Member[1], c.Stated[0], c.Stated[1]} {
		dst = packPlace(dst, at)
	}
	dst = spill.AppendNumbers(dst, len(c.Spots))
	for _, s := range c.Spots {
		dst = spill.AppendNumbers(dst, s.Offset, s.Line, s.Column, s.EndLine, s.EndColumn)
	}
	return dst
}

func (p *recordUnpacker) claim() (c sourcetext.PendingClaim) {
	for _, text := range [...]*string{&c.TextName, &c.OwnText, &c.Fact, &c.Of, &c.Content, &c.Type, &c.Hash, &c.Inside, &c.Pointer} {
		*text = strings.Clone(p.Text())
	}
	c.Text, c.Source = -1, p.Number()
	c.Quotes, c.Known = p.texts(), p.texts()
	c.Partial, c.Full = p.Flag(), p.Flag()
	for _, at := range [...]*fact.Place{&c.At, &c.Member[0], &c.Member[1], &c.Stated[0], &c.Stated[1]} {
		*at = p.place()
	}
	for n := p.Count(); n > 0; n-- {
		c.Spots = append(c.Spots, sourcetext.Spot{Offset: p.Number(), Line: p.Number(), Column: p.Number(), EndLine: p.Number(), EndColumn: p.Number()})
	}
	return c
}

func (p *recordUnpacker) texts() (texts []string) {
	for n := p.Count(); n > 0; n-- {
		texts = append(texts, strings.Clone(p.Text()))
	}
	return texts
}

func (p *recordUnpacker) uint32() uint32 { return binary.LittleEndian.Uint32(p.bytes(4)) }

// bytes reads so many bytes; zeros if there are fewer.
func (p *recordUnpacker) bytes(n int) []byte {
	read := make([]byte, n)
	if len(p.Rest) < n {
		p.Rest, p.Broken = "", true
		return read
	}
	copy(read, p.Rest)
	p.Rest = p.Rest[n:]
	return read
}
