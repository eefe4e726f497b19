package finding

import (
	"encoding/binary"

	"github.com/factcite/factcite/validate/internal/spill"
)

// Pack writes a finding as it is kept on disk.
func Pack(dst []byte, f *Finding) []byte {
	dst = spill.AppendTexts(dst, f.Rule, string(f.Severity), f.Message, f.Path)
	dst = spill.AppendNumbers(dst, f.Line, f.Column, f.EndLine, f.EndColumn)
	dst = spill.AppendTexts(dst, f.Pointer, f.Fact, f.Field, f.Stated, f.Known, f.Help, f.Fingerprint)
	dst = spill.AppendFlag(dst, f.Sentence != nil)
	if f.Sentence != nil {
		dst = packSpans(spill.AppendTexts(dst, f.Sentence.Text), f.Sentence.Marks)
	}
	dst = packPassage(dst, f.Passage)
	dst = spill.AppendNumbers(dst, len(f.Related))
	for i := range f.Related {
		r := &f.Related[i]
		dst = spill.AppendTexts(dst, r.Path, r.Fact, r.Stated)
		dst = spill.AppendNumbers(dst, r.Line, r.Column)
	}
	return dst
}

// Unpack reads what Pack wrote into an empty finding.
func Unpack(p *spill.Unpacker, f *Finding) {
	f.Rule, f.Severity, f.Message, f.Path = p.Text(), Severity(p.Text()), p.Text(), p.Text()
	f.Line, f.Column, f.EndLine, f.EndColumn = p.Number(), p.Number(), p.Number(), p.Number()
	f.Pointer, f.Fact, f.Field, f.Stated, f.Known, f.Help, f.Fingerprint = p.Text(), p.Text(), p.Text(), p.Text(), p.Text(), p.Text(), p.Text()
	if p.Flag() {
		f.Sentence = &Marked{Text: p.Text(), Marks: unpackSpans(p)}
	}
	f.Passage = unpackPassage(p)
	for n := p.Count(); n > 0 && !p.Broken; n-- {
		f.Related = append(f.Related, Related{Path: p.Text(), Fact: p.Text(), Stated: p.Text(), Line: p.Number(), Column: p.Number()})
	}
}

// UnpackRule unpacks of a finding what it is counted by.
func UnpackRule(packed string) (f Finding) {
	p := spill.Unpacker{Rest: packed}
	f.Rule, f.Severity, f.Message, f.Path = p.Text(), Severity(p.Text()), p.Text(), p.Text()
	return f
}

// PathOf returns the path of a packed finding.
func PathOf(packed []byte) (path []byte) {
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
	dst = spill.AppendNumbers(dst, len(spans))
	for _, s := range spans {
		dst = spill.AppendNumbers(dst, s[0], s[1])
	}
	return dst
}

func unpackSpans(p *spill.Unpacker) (spans [][2]int) {
	for n := p.Count(); n > 0 && !p.Broken; n-- {
		spans = append(spans, [2]int{p.Number(), p.Number()})
	}
	return spans
}

func packPassage(dst []byte, passage *Passage) []byte {
	dst = spill.AppendFlag(dst, passage != nil)
	if passage == nil {
		return dst
	}
	dst = spill.AppendTexts(dst, passage.Path, passage.Pointer, passage.Text)
	dst = spill.AppendNumbers(dst, passage.Span[0], passage.Span[1], passage.Page)
	return packSpans(dst, passage.Marks)
}

func unpackPassage(p *spill.Unpacker) *Passage {
	if !p.Flag() {
		return nil
	}
	return &Passage{
		Path: p.Text(), Pointer: p.Text(), Text: p.Text(),
		Span: [2]int{p.Number(), p.Number()}, Page: p.Number(), Marks: unpackSpans(p),
	}
}
