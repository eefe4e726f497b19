package validate

import "encoding/binary"

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
		f.Sentence = &Marked{Text: p.text(), Marks: unpackSpans(p)}
	}
	f.Passage = unpackPassage(p)
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

func unpackSpans(p *unpacker) (spans [][2]int) {
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

func unpackPassage(p *unpacker) *Passage {
	if !p.flag() {
		return nil
	}
	return &Passage{
		Path: p.text(), Pointer: p.text(), Text: p.text(),
		Span: [2]int{p.number(), p.number()}, Page: p.number(), Marks: unpackSpans(p),
	}
}
