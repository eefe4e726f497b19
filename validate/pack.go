package validate

import (
	"encoding/binary"
	"errors"
	"io"
)

// codec is how values of one kind are written to disk.
type codec[T any] struct {
	encoder func(w io.Writer) func(v *T) error
	decoder func(r byteReader) func(v *T) error // the function returns io.EOF at the end
}

type byteReader interface {
	io.Reader
	io.ByteReader
}

// packCodec takes values whose members are written one after the other, each
// value with its length before it: a tenth of the work that gob has with them. A
// value that is read is one allocation, of which its strings are parts.
func packCodec[T any](pack func(dst []byte, v *T) []byte, unpack func(p *unpacker, v *T)) codec[T] {
	return codec[T]{
		encoder: func(w io.Writer) func(*T) error {
			var buffer, length []byte
			return func(v *T) error {
				buffer = pack(buffer[:0], v)
				length = binary.AppendUvarint(length[:0], uint64(len(buffer)))
				if _, err := w.Write(length); err != nil {
					return err
				}
				_, err := w.Write(buffer)
				return err
			}
		},
		decoder: func(r byteReader) func(*T) error {
			var buffer []byte
			var p unpacker
			return func(v *T) error {
				length, err := binary.ReadUvarint(r)
				if err != nil {
					return err
				}
				if buffer, err = readInto(buffer, r, length); err != nil {
					return err
				}
				*v = *new(T)
				p = unpacker{rest: string(buffer)}
				if unpack(&p, v); p.broken || p.rest != "" {
					return errors.New("the temporary file was changed")
				}
				return nil
			}
		},
	}
}

// readInto reads length bytes into buffer, which it may replace.
func readInto(buffer []byte, r io.Reader, length uint64) ([]byte, error) {
	const most = 1 << 30 // longer than anything that a record of --max-record may hold
	if length > most {
		return nil, errors.New("the temporary file was changed")
	}
	if uint64(cap(buffer)) < length {
		buffer = make([]byte, length)
	}
	buffer = buffer[:length]
	_, err := io.ReadFull(r, buffer)
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return buffer, err
}

// unpacker is what is left to read of one value. What is missing is read as zero.
type unpacker struct {
	rest   string
	broken bool
	last   string // path
}

func (p *unpacker) number() int {
	n, shift := uint64(0), 0
	for i := range len(p.rest) {
		b := p.rest[i]
		n |= uint64(b&0x7f) << shift
		if shift += 7; b < 0x80 || shift > 63 {
			p.rest = p.rest[i+1:]
			return int(n)
		}
	}
	p.rest, p.broken = "", true
	return 0
}

func (p *unpacker) text() string {
	n := p.number()
	if n < 0 || n > len(p.rest) {
		p.rest, p.broken = "", true
		return ""
	}
	text := p.rest[:n]
	p.rest = p.rest[n:]
	return text
}

func (p *unpacker) flag() bool { return p.number() != 0 }

// count reads the length of a list, whose items take a byte at least.
func (p *unpacker) count() int {
	n := p.number()
	if n < 0 || n > len(p.rest) {
		p.rest, p.broken = "", true
		return 0
	}
	return n
}

func packNumbers(dst []byte, numbers ...int) []byte {
	for _, n := range numbers {
		dst = binary.AppendUvarint(dst, uint64(n))
	}
	return dst
}

func packTexts(dst []byte, texts ...string) []byte {
	for _, s := range texts {
		dst = append(binary.AppendUvarint(dst, uint64(len(s))), s...)
	}
	return dst
}

func packFlag(dst []byte, flag bool) []byte {
	if flag {
		return append(dst, 1)
	}
	return append(dst, 0)
}

func packFinding(dst []byte, f *Finding) []byte {
	dst = packTexts(dst, f.Rule, string(f.Severity), f.Message, f.Path)
	dst = packNumbers(dst, f.Line, f.Column, f.EndLine, f.EndColumn)
	dst = packTexts(dst, f.Pointer, f.Fact, f.Field, f.Stated, f.Known, f.Help, f.Fingerprint)
	dst = packFlag(dst, f.Sentence != nil)
	if f.Sentence != nil {
		dst = packSpans(packTexts(dst, f.Sentence.Text), f.Sentence.Marks)
	}
	dst = packPassage(dst, f.Passage)
	dst = packNumbers(dst, len(f.Related))
	for i := range f.Related {
		r := &f.Related[i]
		dst = packTexts(dst, r.Path, r.Fact, r.Stated)
		dst = packNumbers(dst, r.Line, r.Column)
	}
	return dst
}

func unpackFinding(p *unpacker, f *Finding) {
	f.Rule, f.Severity, f.Message, f.Path = p.text(), Severity(p.text()), p.text(), p.text()
	f.Line, f.Column, f.EndLine, f.EndColumn = p.number(), p.number(), p.number(), p.number()
	f.Pointer, f.Fact, f.Field, f.Stated, f.Known, f.Help, f.Fingerprint = p.text(), p.text(), p.text(), p.text(), p.text(), p.text(), p.text()
	if p.flag() {
		f.Sentence = &Marked{Text: p.text(), Marks: p.spans()}
	}
	f.Passage = p.passage()
	for n := p.count(); n > 0 && !p.broken; n-- {
		f.Related = append(f.Related, Related{Path: p.text(), Fact: p.text(), Stated: p.text(), Line: p.number(), Column: p.number()})
	}
}

// unpackRule unpacks of a finding what it is counted by.
func unpackRule(packed string) (f Finding) {
	p := unpacker{rest: packed}
	f.Rule, f.Severity, f.Message, f.Path = p.text(), Severity(p.text()), p.text(), p.text()
	return f
}

// pathOf returns the path of a packed finding.
func pathOf(packed []byte) (path []byte) {
	for range 4 { // rule, severity, message and path
		length, n := binary.Uvarint(packed)
		if n <= 0 || length > uint64(len(packed)-n) {
			return nil
		}
		path, packed = packed[n:n+int(length)], packed[n+int(length):]
	}
	return path
}

func packSpans(dst []byte, spans [][2]int) []byte {
	dst = packNumbers(dst, len(spans))
	for _, s := range spans {
		dst = packNumbers(dst, s[0], s[1])
	}
	return dst
}

func (p *unpacker) spans() (spans [][2]int) {
	for n := p.count(); n > 0 && !p.broken; n-- {
		spans = append(spans, [2]int{p.number(), p.number()})
	}
	return spans
}

func packPassage(dst []byte, passage *Passage) []byte {
	dst = packFlag(dst, passage != nil)
	if passage == nil {
		return dst
	}
	dst = packTexts(dst, passage.Path, passage.Pointer, passage.Text)
	dst = packNumbers(dst, passage.Span[0], passage.Span[1], passage.Page)
	return packSpans(dst, passage.Marks)
}

func (p *unpacker) passage() *Passage {
	if !p.flag() {
		return nil
	}
	return &Passage{
		Path: p.text(), Pointer: p.text(), Text: p.text(),
		Span: [2]int{p.number(), p.number()}, Page: p.number(), Marks: p.spans(),
	}
}

func packMention(dst []byte, m *mention) []byte {
	dst = packNumbers(dst, len(m.Mention.Authors))
	dst = packTexts(dst, m.Mention.Authors...)
	dst = packFlag(dst, m.Mention.EtAl)
	dst = packTexts(dst, m.Mention.Year, m.Of, m.Context, m.Mention.ArXiv, m.Mention.DOI, m.Mention.URL)
	dst = packNumbers(dst, m.Mention.Span[0], m.Mention.Span[1], m.Ordinal, len(m.Named))
	dst = packNumbers(dst, m.Named...)
	return packFinding(dst, &m.Finding)
}

func unpackMention(p *unpacker, m *mention) {
	for n := p.count(); n > 0 && !p.broken; n-- {
		m.Mention.Authors = append(m.Mention.Authors, p.text())
	}
	m.Mention.EtAl = p.flag()
	m.Mention.Year, m.Of, m.Context = p.text(), p.text(), p.text()
	m.Mention.ArXiv, m.Mention.DOI, m.Mention.URL = p.text(), p.text(), p.text()
	m.Mention.Span[0], m.Mention.Span[1], m.Ordinal = p.number(), p.number(), p.number()
	for n := p.count(); n > 0 && !p.broken; n-- {
		m.Named = append(m.Named, p.number())
	}
	unpackFinding(p, &m.Finding)
}
