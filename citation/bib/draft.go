package bib

import (
	"fmt"
	"strings"
)

// Draft is an entry as it is to be written.
type Draft struct {
	Type, Key string
	Fields    []DraftField

	scanned []scannedField // memory for reading back
}

// DraftField is a field of a [Draft]: the value is what is between the
// delimiters, in LaTeX's notation, or the name of a macro.
type DraftField struct {
	Name, Value string
	IsMacro     bool
}

// AppendTo appends the entry to a text and reads it back from there. It refuses
// what BibTeX would not read as it is meant.
func (d *Draft) AppendTo(text []byte) ([]byte, error) {
	start := len(text)
	text, err := d.format(text)
	if err != nil {
		return text, err
	}
	return text, d.readBack(text[start:])
}

func (d *Draft) format(text []byte) ([]byte, error) {
	if !IsKey(d.Key) {
		return nil, fmt.Errorf("citation key %q: BibTeX cannot read it; use letters, digits and -_:./+", d.Key)
	}
	text = append(text, '@')
	text = append(text, d.Type...)
	text = append(text, '{')
	text = append(text, d.Key...)
	for _, f := range d.Fields {
		if !isBalanced(f.Value) {
			return nil, fmt.Errorf("entry %s: field %s has unbalanced braces or a control character: %q", d.Key, f.Name, f.Value)
		}
		text = append(text, ",\n  "...)
		text = append(text, f.Name...)
		text = append(text, " = "...)
		if f.IsMacro {
			text = append(text, f.Value...)
			continue
		}
		text = append(text, '{')
		text = append(text, f.Value...)
		text = append(text, '}')
	}
	return append(text, "\n}\n\n"...), nil
}

// IsKey reports whether a text can be the key of an entry, and is cited without
// another meaning to TeX.
func IsKey(key string) bool {
	for i := range len(key) {
		if c := key[i]; c <= ' ' || c == 0x7F || strings.IndexByte("\"#%'(),={}~\\", c) >= 0 {
			return false
		}
	}
	return key != ""
}

// isBalanced reports whether a value's braces close, none before it opens, and it
// is one line of text. BibTeX counts escaped braces too.
func isBalanced(value string) bool {
	depth := 0
	for i := range len(value) {
		switch c := value[i]; {
		case c == '{':
			depth++
		case c == '}':
			if depth--; depth < 0 {
				return false
			}
		case c < ' ' || c == 0x7F:
			return false
		}
	}
	return depth == 0
}

// readBack scans the text of the entry as [Read] does and compares it, value by
// value. An entry is the same to the scanner whatever is before it.
func (d *Draft) readBack(text []byte) error {
	s := scanner{text: text, fields: d.scanned}
	p, ok := s.next()
	d.scanned = s.fields
	if !ok || p.fault != nil || p.kind != entryPiece || p.start != 0 || p.end != len(text)-len("\n\n") {
		return fmt.Errorf("entry %s does not read back: %q", d.Key, text)
	}
	if string(text[p.typeStart:p.typeEnd]) != d.Type || string(text[p.keyStart:p.keyEnd]) != d.Key || len(p.fields) != len(d.Fields) {
		return fmt.Errorf("entry %s does not read back: it became @%s{%s} with %d of %d fields",
			d.Key, text[p.typeStart:p.typeEnd], text[p.keyStart:p.keyEnd], len(p.fields), len(d.Fields))
	}
	for i, f := range p.fields {
		if want := d.Fields[i]; string(text[f.nameStart:f.nameEnd]) != want.Name || !want.isRaw(text[f.start:f.end]) {
			return fmt.Errorf("entry %s: field %s does not read back: it became %q", d.Key, want.Name, text[f.start:f.end])
		}
	}
	return nil
}

// isRaw reports whether raw is the value with its delimiters.
func (f DraftField) isRaw(raw []byte) bool {
	if f.IsMacro {
		return string(raw) == f.Value
	}
	last := len(raw) - 1
	return last > 0 && raw[0] == '{' && raw[last] == '}' && string(raw[1:last]) == f.Value
}
