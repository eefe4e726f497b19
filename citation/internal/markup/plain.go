package markup

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"github.com/factcite/factcite/citation/ref"
)

// Plain is a text without its markup.
type Plain struct {
	Text  string // the words, and after them the addresses of the links, one a line
	Words int    // where the words end
	Marks []Mark // what was marked, in the order of the text, the longer of two that begin together first

	pieces []piece // where the bytes of Text come from, nil for a text without markup
}

// Kind is how words are marked.
type Kind uint8

const (
	Emphasis Kind = iota // *these*, _these_, \emph{these}, <i>these</i>
	Strong               // **these**, <b>these</b>
	Link                 // [these](https://example.org), `these <https://example.org>`_
	Code                 // `these`
	Jump                 // [these](#below), [these](guide.md): a link to the text itself or to one beside it
)

// Mark says that the words from Start to End, byte offsets of Text, are marked.
type Mark struct {
	Kind       Kind
	Start, End int
	Address    ref.Span // of a link: where its address is in Text, empty if it has none there
}

// piece is a run of Text that is written as it is in the source, or instead of it.
type piece struct {
	at, from, to int  // its offset in Text; its range in the source
	written      bool // it is as in the source
}

// Read takes the markup out of a text.
func Read(content string) Plain {
	if !MayHave(content) {
		return Plain{Text: content, Words: len(content)}
	}
	s := scanner{source: content}
	s.scan()
	if len(s.edits) == 0 && len(s.marks) == 0 {
		return Plain{Text: content, Words: len(content)}
	}
	return s.plain()
}

// MayHave reports whether the text has a byte that markup is made of, or begins as
// an item of a list or a quotation does.
func MayHave(content string) bool {
	if strings.HasPrefix(content, "- ") || strings.HasPrefix(content, "+ ") || strings.HasPrefix(content, "> ") || strings.HasPrefix(content, "#") || strings.HasPrefix(content, "•") {
		return true
	}
	for _, mark := range [...]byte{'[', '*', '_', '`', '<', '&', '\\'} {
		if strings.IndexByte(content, mark) >= 0 {
			return true
		}
	}
	return false
}

// plain writes what the scanner found.
func (s *scanner) plain() Plain {
	slices.SortStableFunc(s.edits, func(a, b edit) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
	})
	var p Plain
	var out strings.Builder
	out.Grow(len(s.source))
	write := func(from, to int, text string, written bool) {
		if text != "" {
			p.pieces = append(p.pieces, piece{out.Len(), from, to, written})
			out.WriteString(text)
		}
	}
	done := 0
	for _, e := range s.edits {
		if e.start < done {
			continue // inside what is left out
		}
		write(done, e.start, s.source[done:e.start], true)
		write(e.start, e.end, e.instead, false)
		done = e.end
	}
	write(done, len(s.source), s.source[done:], true)
	p.Words = out.Len()
	for _, m := range s.marks {
		mark := Mark{Kind: m.kind, Start: p.place(m.start), End: p.place(m.end)}
		if mark.Start < mark.End {
			p.Marks = append(p.Marks, mark)
			if m.address[0] < m.address[1] {
				write(m.address[0], m.address[0], "\n", false)
				at := out.Len()
				write(m.address[0], m.address[1], s.source[m.address[0]:m.address[1]], true)
				p.Marks[len(p.Marks)-1].Address = ref.Span{at, out.Len()}
			}
		}
	}
	slices.SortStableFunc(p.Marks, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	p.Text = out.String()
	return p
}

// place is where the byte of the source at i is in the words, or what comes after it
// if it was left out.
func (p *Plain) place(i int) int {
	n := sort.Search(len(p.pieces), func(n int) bool { return p.pieces[n].to > i || p.pieces[n].at >= p.Words })
	if n == len(p.pieces) || p.pieces[n].at >= p.Words {
		return p.Words
	}
	found := p.pieces[n]
	if found.written && i > found.from {
		return found.at + i - found.from
	}
	return found.at
}

// HasMarkup reports whether the source is not Text.
func (p *Plain) HasMarkup() bool { return p.pieces != nil }

// InSource is the range of the source that a range of Text was read from.
func (p *Plain) InSource(sp ref.Span) ref.Span {
	if !p.HasMarkup() || sp[0] >= sp[1] {
		return sp
	}
	first, last := p.pieceAt(sp[0]), p.pieceAt(sp[1]-1)
	start, end := first.from, last.to
	if first.written {
		start += sp[0] - first.at
	}
	if last.written {
		end = last.from + sp[1] - last.at
	}
	return ref.Span{start, end}
}

// pieceAt is the piece with the byte of Text at i.
func (p *Plain) pieceAt(i int) piece {
	n := sort.Search(len(p.pieces), func(n int) bool { return p.pieces[n].at > i })
	return p.pieces[n-1]
}

// Change is what some words of a text are to be changed to.
type Change struct {
	Words   ref.Span
	Instead string
}

// Changed returns the text with changes, which are in its order and leave the addresses of
// links as they are.
func (p *Plain) Changed(changes ...Change) Plain {
	var out Plain
	var text strings.Builder
	from := 0
	keep := func(next int) {
		out.pieces = p.appendPieces(out.pieces, ref.Span{from, next}, text.Len())
		text.WriteString(p.Text[from:next])
	}
	for _, c := range changes {
		keep(c.Words[0])
		if c.Instead != "" {
			source := p.InSource(c.Words)
			out.pieces = append(out.pieces, piece{text.Len(), source[0], source[1], false})
			text.WriteString(c.Instead)
		}
		from = c.Words[1]
	}
	keep(len(p.Text))
	out.Text = text.String()
	moved := func(at int) int {
		by := 0
		for _, c := range changes {
			if c.Words[1] <= at {
				by += len(c.Instead) - (c.Words[1] - c.Words[0])
			} else if c.Words[0] < at {
				by += len(c.Instead) - (at - c.Words[0])
			}
		}
		return at + by
	}
	out.Words = moved(p.Words)
	for _, m := range p.Marks {
		m.Start, m.End = moved(m.Start), moved(m.End)
		m.Address = ref.Span{moved(m.Address[0]), moved(m.Address[1])}
		if m.Start < m.End {
			out.Marks = append(out.Marks, m)
		}
	}
	return out
}

// appendPieces appends the pieces of a range of the text, which begins at a byte of another.
func (p *Plain) appendPieces(pieces []piece, sp ref.Span, at int) []piece {
	if !p.HasMarkup() {
		return append(pieces, piece{at, sp[0], sp[1], true})
	}
	for i, own := range p.pieces {
		end := len(p.Text)
		if i+1 < len(p.pieces) {
			end = p.pieces[i+1].at
		}
		first, last := max(own.at, sp[0]), min(end, sp[1])
		if first >= last {
			continue
		}
		part := own
		part.at = at + first - sp[0]
		if own.written {
			part.from, part.to = own.from+first-own.at, own.from+last-own.at
		}
		pieces = append(pieces, part)
	}
	return pieces
}
