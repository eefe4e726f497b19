package bib

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/factcite/factcite/internal/charset"
	"github.com/factcite/factcite/internal/text"
)

// Read reads a .bib file in whichever encoding all of it is (see [File.Encoding]), by its
// byte order mark, by what it declares, as "% Encoding: Cp1251" or what Emacs and other
// editors have for it, or by its bytes. It never fails: what cannot be read is in Errors,
// and reading goes on at the next line that starts an entry. It takes time
// linear in the size of the text, whatever the text is.
func Read(path string, text []byte) *File { return ReadWith(path, text, nil) }

// ReadAfter is ReadWith with Options.Before.
func ReadAfter(before *File, path string, text []byte) *File {
	return ReadWith(path, text, &Options{Before: before})
}

// Options adjusts ReadWith. The zero value and nil mean the defaults.
type Options struct {
	// Before is the file before it in one database, with those that it was itself read
	// after, as BibTeX has it of the files that \bibliography names: the file may use their
	// macros, and its entries may inherit from theirs.
	Before    *File
	MaxErrors int // of one rule that are listed, of which the rest are counted; 0 is all
}

// ReadWith is Read with options.
func ReadWith(path string, text []byte, opts *Options) *File {
	text, encoding, ok := charset.Decode(text)
	if opts == nil {
		opts = new(Options)
	}
	return readDecoded(opts, path, text, encoding, !ok)
}

// ReadFrom is ReadWith for a file that is open, all of which it reads and holds in memory.
// An error means that r could not be read; what is wrong with the text is in File.Errors.
func ReadFrom(r io.Reader, path string, opts *Options) (*File, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	return ReadWith(path, text, opts), nil
}

func readDecoded(opts *Options, path string, text []byte, encoding charset.Encoding, mixed bool) *File {
	likely := min(bytes.Count(text, []byte{'@'}), len(text)/entrySize) + 1
	r := reader{
		file: &File{Path: path, before: opts.Before, Encoding: encoding.Name, was: encoding, Mixed: mixed, Untold: map[string]int{},
			Entries: make([]Entry, 0, likely), keys: newKeyIndex(likely)},
		scanner: scanner{text: text, openings: newOpenings()},
		macros:  PredefinedMacros(),
		listed:  map[string]int{}, maxErrors: opts.MaxErrors,
		valid: !mixed,
	}
	r.copied.Grow(len(text))
	r.place = startOfText(string(text[:min(len(text), len(byteOrderMark))]))
	r.scanner.pos = r.place.offset
	junk := r.scanner.pos
	for {
		piece, more := r.scanner.next()
		r.copyTo(r.scanner.pos)
		if !more {
			break
		}
		if r.kept(&piece) {
			r.comment(junk, piece.start)
			junk = piece.end
		}
		r.piece(&piece)
	}
	r.comment(junk, len(text))
	r.encoding(encoding.Declared)
	r.placeErrors()
	r.file.text = r.text
	return r.file
}

// copyTo copies the text that values are parts of up to an offset: piece by piece,
// while a processor has it at hand.
func (r *reader) copyTo(end int) {
	r.copied.Write(r.scanner.text[r.copied.Len():end])
	r.text = r.copied.String()
}

// reader turns what bibScanner finds into a BibFile.
type reader struct {
	file      *File
	scanner   scanner
	copied    strings.Builder
	text      string // copied so far; a value is a part of it where BibTeX would not change it
	macros    map[string]string
	before    map[string]string // macros of the files before this one; nil until one is looked for
	valid     bool
	place     placeCursor
	listed    map[string]int // errors, by their rule
	maxErrors int
	fields    []Field    // the block that entries take their fields from
	joined    []byte     // reused by join
	made      text.Arena // values that do not stand in the text as they are

	expanded int // bytes that macros have stood for
}

// maxExpansion bounds the bytes that macros may stand for, as a multiple of the
// text, beyond minExpansion: twenty macros made of each other stand for a
// million times their length.
const (
	maxExpansion = 32
	minExpansion = 1 << 20
)

// entrySize is a number of bytes that few entries are shorter than.
const entrySize = 32

// fieldBlock is the number of fields that are allocated at once.
const fieldBlock = 1024

// kept reports whether a piece becomes more than a comment.
func (r *reader) kept(p *scannedPiece) bool {
	return p.kind == entryPiece || len(p.fields) > 0
}

func (r *reader) piece(p *scannedPiece) {
	key := ""
	switch {
	case p.kind == entryPiece:
		key = r.entry(p)
	case len(p.fields) == 0:
	case p.fields[0].nameStart == p.fields[0].nameEnd:
		r.file.Preambles = append(r.file.Preambles, r.field(&p.fields[0], "", ""))
	default:
		r.macro(&p.fields[0])
	}
	if p.comment != nil {
		r.report("bib-syntax", p.comment.offset, key, p.comment.message)
	}
	if p.fault != nil {
		listed := len(r.file.Errors)
		r.report("bib-syntax", p.fault.offset, key, p.fault.message)
		for i := range r.file.Errors[listed:] {
			r.file.Errors[listed+i].Unclosed = p.fault.unclosed && p.open > 0
		}
	}
	if p.kind == entryPiece && (p.comment != nil || p.fault != nil) {
		r.file.Entries[len(r.file.Entries)-1].Cut = true
	}
}

func (r *reader) entry(p *scannedPiece) (key string) {
	e := Entry{
		Type:  r.lower(p.typeStart, p.typeEnd),
		Key:   r.decoded(r.text[p.keyStart:p.keyEnd]),
		Start: p.start,
		End:   p.start + len(text.TrimBlanks(r.text[p.start:p.end])),
	}
	e.Line, e.Column = r.place.at(r.text, p.start)
	if cap(r.fields)-len(r.fields) < len(p.fields) {
		r.fields = make([]Field, 0, max(fieldBlock, len(p.fields)))
	}
	first := len(r.fields)
	for i := range p.fields {
		f := &p.fields[i]
		r.fields = append(r.fields, r.field(f, r.nameOf(f), e.Key))
	}
	e.Fields = r.fields[first:len(r.fields):len(r.fields)]
	r.checkKey(&e, p)
	r.checkFields(&e)
	r.file.Entries = append(r.file.Entries, e)
	return e.Key
}

// checkKey reports a key that is missing or taken. BibTeX does not tell capital
// letters from small ones in keys.
func (r *reader) checkKey(e *Entry, p *scannedPiece) {
	if e.Key == "" {
		r.report("bib-syntax", p.keyStart, "", fmt.Sprintf("this @%s has no citation key: nothing can cite it; put a key and a comma after the opening delimiter", e.Type))
		return
	}
	if first, taken := r.file.keys.add(e.Key, r.file.Entries); taken {
		other := &r.file.Entries[first]
		message := fmt.Sprintf("citation key %q is already taken by the entry in line %d: BibTeX reads only that one; rename or remove one of them", e.Key, other.Line)
		if other.Key != e.Key {
			message = fmt.Sprintf("citation key %q differs only in case from %q in line %d: BibTeX takes them for the same; rename one of them", e.Key, other.Key, other.Line)
		}
		r.report("bib-duplicate-key", p.keyStart, e.Key, message)
	}
}

// nameOf returns the name of a field in lower case.
func (r *reader) nameOf(f *scannedField) string {
	if f.name != "" {
		return f.name
	}
	return r.lower(f.nameStart, f.nameEnd)
}

func (r *reader) macro(f *scannedField) {
	name := r.nameOf(f)
	macro := Field{Name: name, Raw: r.text[f.start:f.end], Value: r.join(f, name, ""), Start: f.start}
	r.file.Macros = append(r.file.Macros, macro)
	r.macros[name] = macro.Value
}

func (r *reader) field(f *scannedField, name, key string) Field {
	return Field{Name: name, Raw: r.text[f.start:f.end], Value: r.value(f, key), Start: f.start}
}

// value resolves a field's value. Most need no change and share the file's text.
func (r *reader) value(f *scannedField, key string) string {
	if f.parts > 1 {
		return text.TrimBlanks(r.join(f, "", key))
	}
	inner, literal := literalPart(r.text[f.start:f.end])
	if !literal {
		return text.TrimBlanks(r.join(f, "", key))
	}
	inner = text.TrimBlanks(inner)
	if length := text.FoldedLength(inner); length < len(inner) {
		r.joined = append(r.joined[:0], inner[:length]...)
		r.joined = text.AppendFolded(r.joined, inner[length:])
		inner = r.keep(r.joined)
	}
	return r.decoded(inner)
}

// keep returns text as a string that shares its memory with others.
func (r *reader) keep(text []byte) string {
	if len(text) == 0 {
		return ""
	}
	return r.made.From(r.made.Add(text))[:len(text)]
}

// join concatenates the parts of a value, runs of white space folded to one
// space. defining is the macro that the value defines, if any.
func (r *reader) join(f *scannedField, defining, key string) string {
	r.joined = r.joined[:0]
	parts := scanner{text: r.scanner.text[:f.end], pos: f.start}
	for range f.parts {
		start := parts.pos
		parts.part()
		part := r.text[start:parts.pos]
		inner, literal := literalPart(part)
		if !literal {
			inner = r.expand(part, start, defining, key)
			if r.expanded += len(inner); r.expanded > maxExpansion*len(r.scanner.text)+minExpansion {
				r.report("bib-syntax", start, key, fmt.Sprintf("macro %q is left out: the macros of this file stand for far more text than it has; define them without each other", part))
				r.expanded -= len(inner)
				inner = ""
			}
		}
		r.joined = text.AppendFolded(r.joined, inner)
		parts.blanks()
		parts.pos++ // the "#"
		parts.blanks()
	}
	return r.decoded(r.keep(r.joined))
}

// expand returns the value of a macro, which BibTeX takes for empty where it is
// not defined above.
func (r *reader) expand(name string, offset int, defining, key string) string {
	folded := text.LowerASCII(name)
	if folded == defining {
		r.report("bib-undefined-macro", offset, key, fmt.Sprintf("macro %q is used in its own definition: BibTeX leaves it out", name))
		return ""
	}
	value, defined := r.macros[folded]
	if !defined {
		value, defined = r.inherited(folded)
	}
	if !defined {
		r.report("bib-undefined-macro", offset, key, fmt.Sprintf("macro %q is not defined above: BibTeX leaves it out; put quotes or braces around it if it is text, or define it with @string", name))
	}
	return value
}

// inherited returns the value of a macro that a file before this one defines.
func (r *reader) inherited(name string) (value string, defined bool) {
	if r.before == nil {
		r.before = map[string]string{}
		for f := r.file.before; f != nil; f = f.before {
			for i := len(f.Macros) - 1; i >= 0; i-- { // the last definition holds
				if m := &f.Macros[i]; r.before[m.Name] == "" {
					r.before[m.Name] = m.Value
				}
			}
		}
	}
	value, defined = r.before[name]
	return value, defined
}

// literalPart returns a part of a value without its delimiters; literal is false
// if it is a macro.
func literalPart(part string) (inner string, literal bool) {
	switch c := part[0]; {
	case c == '{' || c == '"':
		return part[1 : len(part)-1], true
	case '0' <= c && c <= '9':
		return part, true
	}
	return part, false
}

// comment keeps text that is outside entries and commands.
func (r *reader) comment(start, end int) {
	raw := text.TrimLeftBlanks(r.text[start:end])
	start = end - len(raw)
	raw = text.TrimBlanks(raw)
	if raw == "" {
		return
	}
	r.file.Comments = append(r.file.Comments, Field{Raw: raw, Value: r.decoded(raw), Start: start})
}

// placeErrors puts the errors in order and gives each its line and column.
func (r *reader) placeErrors() {
	slices.SortStableFunc(r.file.Errors, func(a, b Error) int { return cmp.Compare(a.Offset, b.Offset) })
	place := startOfText(r.text)
	for i := range r.file.Errors {
		e := &r.file.Errors[i]
		e.Line, e.Column = place.at(r.text, e.Offset)
	}
}

// warn is report for what loses no more of an entry than the error says.
func (r *reader) warn(rule string, offset int, key, message string) {
	listed := len(r.file.Errors)
	r.report(rule, offset, key, message)
	for i := range r.file.Errors[listed:] {
		r.file.Errors[listed+i].Warning = true
	}
}

func (r *reader) report(rule string, offset int, key, message string) {
	if r.isFull(rule) {
		r.file.Untold[rule]++
		return
	}
	r.listed[rule]++
	r.file.Errors = append(r.file.Errors, Error{Rule: rule, Message: message, Key: key, Offset: offset})
}

// isFull reports whether as many errors of a rule are listed as are asked for.
func (r *reader) isFull(rule string) bool { return r.maxErrors > 0 && r.listed[rule] >= r.maxErrors }

// lower returns a part of the text as UTF-8 in lower case.
func (r *reader) lower(start, end int) string {
	return r.decoded(text.LowerASCII(r.text[start:end]))
}
