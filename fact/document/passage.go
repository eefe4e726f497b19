package document

import (
	"bytes"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/fact"
)

// A passage is text that was put together from pieces of a source: what is a line's
// end, an indentation or markup of no meaning is left out, and a piece may stand
// for others, as a space for a line's end or "&" for an entity.
type passage struct {
	source *source
	text   string
	pieces []piece // in the order of the text, which is that of the source but in the row of a table
}

// A piece says where a part of a passage, up to the next piece, was in the source.
type piece struct {
	at     int  // in the passage
	from   int  // in the source
	length int  // in the source
	same   bool // byte stands for byte; else the whole for the whole
}

// A builder puts a passage together.
type builder struct {
	source *source
	text   strings.Builder
	pieces []piece
	space  int // where a space is wanted, as soon as text follows; -1 for nowhere
}

func newBuilder(s *source) *builder { return &builder{source: s, space: -1} }

// grow makes room for text of a length.
func (b *builder) grow(length int) { b.text.Grow(length) }

// copy adds bytes of the source, each run of white space as one space.
func (b *builder) copy(from, to int) {
	text := b.source.text
	for from < to {
		end := from + plainLength(text[from:to])
		if end > from {
			b.piece(text[from:end], from, end)
			from = end
			continue
		}
		r, n := utf8.DecodeRune(text[from:to])
		if unicode.IsSpace(r) {
			b.blank(from)
		} else {
			b.piece([]byte("\uFFFD"), from, from+n)
		}
		from += n
	}
}

// plainLength is how many bytes of a text can be copied as they are: words with one space
// between each two.
func plainLength(text []byte) int {
	end := 0
	for i := 0; i < len(text); {
		c, n := text[i], 1
		switch {
		case isGraphic[c]:
			for i++; i < len(text) && isGraphic[text[i]]; i++ {
			}
			end = i
			continue
		case c == ' ':
			if end < i || i == 0 {
				return end
			}
			i++
			continue
		case c < utf8.RuneSelf:
			if '\t' <= c && c <= '\r' {
				return end
			}
		default:
			var r rune
			if r, n = utf8.DecodeRune(text[i:]); r == utf8.RuneError && n == 1 || unicode.IsSpace(r) {
				return end
			}
		}
		i += n
		end = i
	}
	return end
}

// isGraphic says which bytes are graphic characters of ASCII but for the space.
var isGraphic = func() (graphic [256]bool) {
	for c := '!'; c <= '~'; c++ {
		graphic[c] = true
	}
	return graphic
}()

// blank wants a space before what follows, if anything was before.
func (b *builder) blank(at int) {
	if b.space < 0 && b.text.Len() > 0 {
		b.space = at
	}
}

// put adds text that stands for bytes of the source.
func (b *builder) put(text string, from, to int) {
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			b.blank(from)
			i += n
			continue
		}
		end := strings.IndexFunc(text[i:], unicode.IsSpace)
		if end < 0 {
			end = len(text) - i
		}
		b.piece([]byte(text[i:i+end]), from, to)
		i += end
	}
}

// piece adds a word, and the space that is wanted before it.
func (b *builder) piece(text []byte, from, to int) {
	if b.space >= 0 {
		// A space stands for one byte alone, so that what is next to it keeps its place.
		b.add([]byte{' '}, b.space, min(b.space+1, from))
		b.space = -1
	}
	b.add(text, from, to)
}

// add adds text to the last piece if it goes on where that ends, byte for byte.
func (b *builder) add(text []byte, from, to int) {
	same := bytes.Equal(text, b.source.text[from:to]) || string(text) == " " && to-from == 1
	if n := len(b.pieces) - 1; n >= 0 && same {
		if last := &b.pieces[n]; last.same && last.from+last.length == from {
			last.length += to - from
			b.text.Write(text)
			return
		}
	}
	b.pieces = append(b.pieces, piece{b.text.Len(), from, to - from, same})
	b.text.Write(text)
}

// passage returns what was put together.
func (b *builder) passage() passage {
	return passage{source: b.source, text: b.text.String(), pieces: b.pieces}
}

// part returns the bytes [start,end) of a passage, without the space around them.
func (p passage) part(start, end int) passage {
	text := p.text[start:end]
	start += len(text) - len(strings.TrimLeft(text, " "))
	text = strings.Trim(text, " ")
	end = start + len(text)
	return p.cut(start, end)
}

// cut returns the bytes [start,end) of a passage.
func (p passage) cut(start, end int) passage {
	if start == 0 && end == len(p.text) {
		return p
	}
	text := p.text[start:end]
	first := max(sort.Search(len(p.pieces), func(i int) bool { return p.pieces[i].at > start })-1, 0)
	part := passage{source: p.source, text: text}
	for _, piece := range p.pieces[first:] {
		if piece.at >= end {
			break
		}
		if cut := start - piece.at; cut > 0 && piece.same {
			piece.from += cut
			piece.length -= cut
		}
		piece.at = max(piece.at-start, 0)
		part.pieces = append(part.pieces, piece)
	}
	if n := len(part.pieces) - 1; n >= 0 && part.pieces[n].same { // what is after the part is no more of its last piece
		last := &part.pieces[n]
		last.length = min(last.length, len(text)-last.at)
	}
	return part
}

// join returns two passages, with a text between them that stands for nothing.
func (p passage) join(between string, other passage) passage {
	var j joiner
	j.add("", p)
	j.add(between, other)
	return j.passage()
}

// A joiner puts passages of one source together, in time linear in their length.
type joiner struct {
	source *source
	text   strings.Builder
	pieces []piece
}

// add adds a passage, with a text before it that stands for nothing.
func (j *joiner) add(between string, p passage) {
	if j.source == nil {
		j.source = p.source
	}
	if n := len(j.pieces); between != "" && n > 0 {
		last := j.pieces[n-1]
		j.pieces = append(j.pieces, piece{at: j.text.Len(), from: last.from + last.length})
	}
	j.text.WriteString(between)
	for _, piece := range p.pieces {
		piece.at += j.text.Len()
		j.pieces = append(j.pieces, piece)
	}
	j.text.WriteString(p.text)
}

// addItem adds a passage of a list, with what parts it from those before.
func (j *joiner) addItem(parting string, p passage) {
	if j.text.Len() == 0 {
		parting = ""
	}
	j.add(parting, p)
}

// passage returns what was put together.
func (j *joiner) passage() passage {
	return passage{source: j.source, text: j.text.String(), pieces: j.pieces}
}

// without returns a passage without some of its bytes, which are given in order.
func (p passage) without(left [][]int) passage {
	if len(left) == 0 {
		return p
	}
	kept := joiner{source: p.source}
	start := 0
	for _, l := range append(left, []int{len(p.text), len(p.text)}) {
		if l[0] > start {
			kept.add("", p.cut(start, l[0]))
		}
		start = l[1]
	}
	whole := kept.passage()
	return whole.part(0, len(whole.text))
}

// A change puts a text in the place of bytes of a passage.
type change struct {
	start, end int
	text       string
}

// with returns a passage with changes, which are given in order.
func (p passage) with(changes []change) passage {
	if len(changes) == 0 {
		return p
	}
	changed := joiner{source: p.source}
	done := 0
	for _, c := range changes {
		changed.add("", p.cut(done, c.start))
		from, to := p.offset(c.start, false), p.offset(c.end, true)
		changed.add("", passage{text: c.text, pieces: []piece{{from: from, length: to - from}}})
		done = c.end
	}
	changed.add("", p.cut(done, len(p.text)))
	return changed.passage()
}

// lengthOf returns how many bytes of the passage a piece is.
func (p passage) lengthOf(i int) int {
	if i+1 < len(p.pieces) {
		return p.pieces[i+1].at - p.pieces[i].at
	}
	return len(p.text) - p.pieces[i].at
}

// offset returns where in the source the byte at an offset of the passage is.
func (p passage) offset(at int, end bool) int {
	if len(p.pieces) == 0 {
		return 0
	}
	at = min(max(at, 0), len(p.text))
	i := sort.Search(len(p.pieces), func(i int) bool { return p.pieces[i].at > at || p.pieces[i].at == at && end })
	piece := p.pieces[max(i-1, 0)]
	within := at - piece.at
	switch length := p.lengthOf(max(i-1, 0)); {
	case piece.same || within <= 0:
		return piece.from + max(within, 0)
	case within >= length || end:
		return piece.from + piece.length
	}
	return piece.from
}

// locate is the fact.Locator of the passage.
func (p passage) locate(at int, end bool) fact.Place { return p.source.place(p.offset(at, end)) }
