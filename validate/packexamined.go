package validate

import (
	"encoding/binary"
	"strings"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/fact"
)

// packExamined packs what was found of a record but its hashes, in any process for any
// other. What the examiner of a part keeps of every record is always there: its content and
// the place of each finding.
func packExamined(dst []byte, x *examined) []byte {
	dst = packNumbers(dst, int(x.kind))
	dst = packTexts(dst, x.fact, unlessEqual(x.of, x.fact), string(x.part))
	dst = packPlace(dst, x.place)
	dst = packFlag(dst, x.unread)
	dst = packDrafts(dst, x.own, x)
	dst = packDrafts(dst, x.judged, x)
	dst = packNumbers(dst, len(x.bySource))
	for i := range x.bySource {
		d := x.bySource[i].placed()
		dst = packDraft(dst, &d, x)
	}
	dst = packNumbers(dst, len(x.references))
	for i := range x.references {
		dst = citation.AppendReference(dst, &x.references[i])
		dst = packOccurrence(dst, &x.occurrences[i])
	}
	dst = packNumbers(dst, len(x.marks))
	for _, m := range x.marks {
		dst = packTexts(packNumbers(dst, m.Line, m.EndLine), m.Rule, m.Reason)
	}
	dst = packNumbers(dst, len(x.ignored))
	dst = packNumbers(dst, x.ignored...)
	dst = binary.LittleEndian.AppendUint32(dst, x.content)
	dst = packFlag(dst, x.checked != nil)
	if x.checked != nil {
		dst = packTexts(dst, x.checked.Content, x.checked.Source)
	}
	dst = packMentions(dst, x)
	dst = packNumbers(dst, len(x.claims))
	for i := range x.claims {
		dst = packClaim(dst, &x.claims[i])
	}
	return dst
}

// recordUnpacker is what is left to read of what was found of a record.
type recordUnpacker struct {
	unpacker
	last string // path
}

// unpackExamined is packExamined back. What e does not ask for is left out.
func (p *recordUnpacker) examined(x *examined, e *examiner) {
	x.kind = kind(p.number())
	x.fact = p.text()
	x.of = orEqual(p.text(), x.fact)
	x.part = fact.Part(p.text())
	x.place = p.place()
	x.unread = p.flag()
	x.own = p.drafts(x)
	x.judged = p.drafts(x)
	for n := p.count(); n > 0; n-- {
		x.bySource = append(x.bySource, sourceDraft{draft: p.draft(x)})
	}
	x.references = []citation.Reference{}
	for n := p.count(); n > 0; n-- {
		var r citation.Reference
		r, p.rest = citation.ReadReference(p.rest)
		x.references = append(x.references, r)
		x.occurrences = append(x.occurrences, p.occurrence(x))
	}
	for n := p.count(); n > 0; n-- {
		x.marks = append(x.marks, InlineIgnore{
			Path: x.place.Path, Line: p.number(), EndLine: p.number(), Rule: strings.Clone(p.text()), Reason: strings.Clone(p.text()),
		})
	}
	for n := p.count(); n > 0; n-- {
		x.ignored = append(x.ignored, p.number())
	}
	x.content = p.uint32()
	content := ""
	if p.flag() {
		c := &Checked{Fact: x.fact, Path: x.place.Path, Line: x.place.Line, Column: x.place.Column, Content: p.text(), Source: p.text()}
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
	for n := p.count(); n > 0; n-- {
		x.claims = append(x.claims, p.claim())
	}
}

// packMentions packs mentions, and once the text by which known works are chosen for
// them, of which the content is known.
func packMentions(dst []byte, x *examined) []byte {
	dst = packNumbers(dst, len(x.mentions))
	if len(x.mentions) == 0 {
		return dst
	}
	dst = packTexts(dst, strings.TrimPrefix(x.mentions[0].Context, x.checked.Content))
	for _, m := range x.mentions {
		m.Context = ""
		dst = packMention(dst, &m)
	}
	return dst
}

func (p *recordUnpacker) mentions(x *examined, content string, inContext bool) {
	n := p.count()
	if n == 0 {
		return
	}
	context := p.text()
	if inContext {
		context = content + context
	}
	x.mentions = make([]mention, n)
	for i := range x.mentions {
		m := &x.mentions[i]
		unpackMention(&p.unpacker, m)
		if inContext {
			m.Context = context
		}
	}
}

func packDrafts(dst []byte, drafts []draft, x *examined) []byte {
	dst = packNumbers(dst, len(drafts))
	for i := range drafts {
		dst = packDraft(dst, &drafts[i], x)
	}
	return dst
}

func (p *recordUnpacker) drafts(x *examined) []draft {
	n := p.count()
	if n == 0 {
		return nil
	}
	drafts := make([]draft, n)
	for i := range drafts {
		drafts[i] = p.draft(x)
	}
	return drafts
}

// packDraft packs a finding before anything of other records is known of it.
func packDraft(dst []byte, d *draft, x *examined) []byte {
	return packFinding(packTexts(dst, unlessEqual(d.of, x.of)), &d.Finding)
}

func (p *recordUnpacker) draft(x *examined) (d draft) {
	d.of = orEqual(p.text(), x.of)
	unpackFinding(&p.unpacker, &d.Finding)
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

func packOccurrence(dst []byte, o *occurrence) []byte {
	dst = packTexts(dst, o.path, o.pointer)
	dst = packNumbers(dst, o.line, o.column, o.endLine, o.endColumn)
	return packFlag(packFlag(dst, o.preprintServer), o.cut)
}

func (p *recordUnpacker) occurrence(x *examined) occurrence {
	o := occurrence{fact: x.fact, path: p.path(), pointer: strings.Clone(p.text())}
	o.line, o.column, o.endLine, o.endColumn = p.number(), p.number(), p.number(), p.number()
	o.preprintServer, o.cut = p.flag(), p.flag()
	return o
}

func packPlace(dst []byte, at fact.Place) []byte {
	dst = packTexts(dst, at.Path, at.Pointer)
	return packNumbers(dst, at.Line, at.Column, int(at.Offset), at.Page)
}

func (p *recordUnpacker) place() fact.Place {
	return fact.Place{Path: p.path(), Pointer: p.text(), Line: p.number(), Column: p.number(), Offset: int64(p.number()), Page: p.number()}
}

// path reads a path, which is mostly the one read before it. It outlives all else that is
// read, and so has memory of its own.
func (p *recordUnpacker) path() string {
	if path := p.text(); path != p.last {
		p.last = strings.Clone(path)
	}
	return p.last
}

func packClaim(dst []byte, c *pendingClaim) []byte {
	dst = packTexts(dst, c.name, c.text, c.Fact, c.Of, c.Content, c.Type, c.Hash, c.Inside, c.Pointer)
	dst = packNumbers(dst, c.Source, len(c.Quotes))
	dst = packTexts(dst, c.Quotes...)
	dst = packNumbers(dst, len(c.Known))
	dst = packTexts(dst, c.Known...)
	dst = packFlag(packFlag(dst, c.Partial), c.Full)
	for _, at := range [...]fact.Place{c.At, c.Member[0], c.Member[1], c.Stated[0], c.Stated[1]} {
		dst = packPlace(dst, at)
	}
	dst = packNumbers(dst, len(c.Spots))
	for _, s := range c.Spots {
		dst = packNumbers(dst, s.Offset, s.Line, s.Column, s.EndLine, s.EndColumn)
	}
	return dst
}

func (p *recordUnpacker) claim() (c pendingClaim) {
	for _, text := range [...]*string{&c.name, &c.text, &c.Fact, &c.Of, &c.Content, &c.Type, &c.Hash, &c.Inside, &c.Pointer} {
		*text = strings.Clone(p.text())
	}
	c.Text, c.Source = -1, p.number()
	c.Quotes, c.Known = p.texts(), p.texts()
	c.Partial, c.Full = p.flag(), p.flag()
	for _, at := range [...]*fact.Place{&c.At, &c.Member[0], &c.Member[1], &c.Stated[0], &c.Stated[1]} {
		*at = p.place()
	}
	for n := p.count(); n > 0; n-- {
		c.Spots = append(c.Spots, spot{p.number(), p.number(), p.number(), p.number(), p.number()})
	}
	return c
}

func (p *recordUnpacker) texts() (texts []string) {
	for n := p.count(); n > 0; n-- {
		texts = append(texts, strings.Clone(p.text()))
	}
	return texts
}

func (p *recordUnpacker) uint32() uint32 { return binary.LittleEndian.Uint32(p.bytes(4)) }

// bytes reads so many bytes; zeros if there are fewer.
func (p *recordUnpacker) bytes(n int) []byte {
	read := make([]byte, n)
	if len(p.rest) < n {
		p.rest, p.broken = "", true
		return read
	}
	copy(read, p.rest)
	p.rest = p.rest[n:]
	return read
}
