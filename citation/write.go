package citation

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/nickng/bibtex"
)

// Format is a form that a bibliography is written in.
type Format string

// The formats of a bibliography.
const (
	BibTeX   Format = "bibtex"
	BibLaTeX Format = "biblatex"
	CSLJSON  Format = "csl-json"
	RIS      Format = "ris"
)

// WriteOptions adjusts [Bibliography.Write]. The zero value and nil mean the
// defaults.
type WriteOptions struct {
	Format       Format // BibTeX if empty
	UTF8         bool   // letters outside ASCII as they are rather than in LaTeX's notation
	NoProvenance bool   // leave out x-facts, x-derived, x-filled and x-contradicted

	// Complete is called with a copy of each work before it is written, to [Work.Fill]
	// it; nil leaves the works as they are. It may be called from several goroutines.
	Complete func(*Work)
}

// maxChunk is how many entries are formatted, read back and written at a time.
const maxChunk = 256

// Write writes every work, in the order of their keys' first use, read back and
// compared before a byte of it is written. The same works give the same bytes.
func (b *Bibliography) Write(w io.Writer, opts *WriteOptions) error {
	if opts == nil {
		opts = &WriteOptions{}
	}
	switch opts.Format {
	case "", BibTeX, BibLaTeX:
		return b.writeEntries(w, opts)
	case CSLJSON:
		return b.writeCSL(w, opts)
	case RIS:
		return b.writeRIS(w, opts)
	default:
		return fmt.Errorf("unknown bibliography format %q; use bibtex, biblatex, csl-json or ris", opts.Format)
	}
}

// writeEntries writes .bib entries. Chunks are unpacked, formatted and checked on
// all processors and written in order.
func (b *Bibliography) writeEntries(w io.Writer, opts *WriteOptions) error {
	b.assignKeys()
	chunks := slices.Collect(slices.Chunk(b.indexes(), maxChunk))
	formatters := make([]*entryFormatter, runtime.GOMAXPROCS(0))
	for i := range formatters {
		formatters[i] = newEntryFormatter(opts)
	}
	for round := range slices.Chunk(chunks, len(formatters)) {
		var formatting sync.WaitGroup
		for i, indexes := range round {
			formatting.Go(func() { formatters[i].formatAll(b, indexes) })
		}
		formatting.Wait()
		for i := range round {
			if err := formatters[i].flush(w); err != nil {
				return err
			}
		}
	}
	return nil
}

// Write writes the work's entry alone, as [Bibliography.Write] writes it among the
// others. The format must be one of those of .bib files.
func (w *Work) Write(to io.Writer, opts *WriteOptions) error {
	if opts == nil {
		opts = &WriteOptions{}
	}
	f := newEntryFormatter(opts)
	f.err = f.format(w)
	return f.flush(to)
}

// entry returns a work's entry in one of the two dialects of .bib files;
// provenance adds x-facts to it.
func (w *Work) entry(format Format, encoding latexEncoding, provenance bool) *bibtex.BibEntry {
	e := entryBuilder{encoding: encoding}
	e.work(w, format, provenance)
	return e.nickng()
}

// work starts the entry of a work.
func (e *entryBuilder) work(w *Work, format Format, provenance bool) {
	if format == BibLaTeX {
		e.biblatex(w.Key, &w.Reference)
	} else {
		e.bibtex(w.Key, &w.Reference)
	}
	if !provenance {
		e.fields = slices.DeleteFunc(e.fields, func(f entryField) bool { return f.name == "x-derived" })
		return
	}
	facts := make([]string, len(w.Facts))
	for i, id := range w.Facts {
		facts[i] = factID(id)
	}
	e.text("x-facts", strings.Join(facts, " "))
	e.text("x-filled", strings.Join(notesOn(w.filled, e.has), "; "))
	e.text("x-contradicted", strings.Join(notesOn(w.contradicted, e.has), "; "))
}

// factID returns the id of a fact as x-facts has it, where spaces part the ids.
func factID(id string) string {
	id = cleanText(id)
	if !strings.ContainsFunc(id, unicode.IsSpace) {
		return id
	}
	return strings.Join(strings.Fields(id), "%20")
}

// entryFormatter formats entries and reads them back. What it has formatted waits
// for flush; its memory is used again.
type entryFormatter struct {
	opts    *WriteOptions
	builder entryBuilder
	text    []byte
	err     error
}

func newEntryFormatter(opts *WriteOptions) *entryFormatter {
	return &entryFormatter{opts: opts, builder: entryBuilder{encoding: latexEncoding(opts.UTF8)}}
}

// formatAll formats works of a bibliography up to the first that cannot be.
func (f *entryFormatter) formatAll(b *Bibliography, indexes []int) {
	f.text, f.err = f.text[:0], nil
	w := new(Work)
	for _, index := range indexes {
		if f.opts.Complete != nil {
			w = new(Work) // it may be kept
		}
		b.read(w, index)
		if f.err = f.format(w); f.err != nil {
			return
		}
	}
}

func (f *entryFormatter) format(w *Work) (err error) {
	f.builder.work(f.opts.completed(w), f.opts.Format, !f.opts.NoProvenance)
	start := len(f.text)
	if f.text, err = f.builder.appendTo(f.text); err != nil {
		return err
	}
	return f.builder.readBack(f.text[start:])
}

func (f *entryFormatter) flush(w io.Writer) error {
	if f.err != nil {
		return f.err
	}
	if _, err := w.Write(f.text); err != nil {
		return fmt.Errorf("write bibliography: %w", err)
	}
	return nil
}

// fieldOrder is the order of an entry's fields; others follow by name.
var fieldOrder = []string{"author", "title", "editor", "journal", "journaltitle", "booktitle", "series", "edition", "volume",
	"number", "pages", "eid", "school", "institution", "organization", "publisher", "address", "location",
	"howpublished", "date", "year", "month", "day", "pubstate", "type", "note", "doi", "isbn", "pmid", "eprint", "eprinttype",
	"eprintclass", "archiveprefix", "url", "urldate", "x-facts", "x-derived", "x-filled", "x-contradicted"}

// orderedFields returns the names of an entry's fields in fieldOrder.
func orderedFields(e *bibtex.BibEntry) []string {
	names := make([]string, 0, len(e.Fields))
	for _, name := range fieldOrder {
		if _, ok := e.Fields[name]; ok {
			names = append(names, name)
		}
	}
	if len(names) < len(e.Fields) {
		others := slices.DeleteFunc(slices.Sorted(maps.Keys(e.Fields)), func(name string) bool { return slices.Contains(fieldOrder, name) })
		names = append(names, others...)
	}
	return names
}

// appendTo formats the entry, its fields in fieldOrder. It refuses what BibTeX
// would not read as it is meant.
func (e *entryBuilder) appendTo(text []byte) ([]byte, error) {
	if !isCitationKey(e.key) {
		return nil, fmt.Errorf("citation key %q: BibTeX cannot read it; use letters, digits and -_:./+", e.key)
	}
	slices.SortStableFunc(e.fields, func(a, b entryField) int { return cmp.Compare(fieldRanks[a.name], fieldRanks[b.name]) })
	text = append(text, '@')
	text = append(text, e.kind...)
	text = append(text, '{')
	text = append(text, e.key...)
	for _, f := range e.fields {
		if !isBalanced(f.value) {
			return nil, fmt.Errorf("entry %s: field %s has unbalanced braces or a control character: %q", e.key, f.name, f.value)
		}
		text = append(text, ",\n  "...)
		text = append(text, f.name...)
		text = append(text, " = "...)
		if f.isMacro {
			text = append(text, f.value...)
			continue
		}
		text = append(text, '{')
		text = append(text, f.value...)
		text = append(text, '}')
	}
	return append(text, "\n}\n\n"...), nil
}

// fieldRanks are the places of fields in fieldOrder.
var fieldRanks = ranksOf(fieldOrder)

func ranksOf(names []string) map[string]int {
	ranks := make(map[string]int, len(names))
	for i, name := range names {
		ranks[name] = i
	}
	return ranks
}

// isCitationKey tells whether a key is one that every reader of .bib files takes.
func isCitationKey(key string) bool {
	for i := range len(key) {
		if !isASCIIAlphanumeric(key[i]) && (i == 0 || strings.IndexByte("-_:./+", key[i]) < 0) {
			return false
		}
	}
	return key != ""
}

func isASCIIAlphanumeric(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// isBalanced tells whether a value's braces close, none before it opens, and it
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

// readBack scans the text of the entry as [ReadBib] does and compares it, value by
// value. An entry is the same to the scanner whatever stands before it.
func (e *entryBuilder) readBack(text []byte) error {
	s := bibScanner{text: text, fields: e.scanned}
	p, ok := s.next()
	e.scanned = s.fields
	if !ok || p.fault != nil || p.kind != entryPiece || p.start != 0 || p.end != len(text)-len("\n\n") {
		return fmt.Errorf("entry %s does not read back: %q", e.key, text)
	}
	if string(text[p.typeStart:p.typeEnd]) != e.kind || string(text[p.keyStart:p.keyEnd]) != e.key || len(p.fields) != len(e.fields) {
		return fmt.Errorf("entry %s does not read back: it became @%s{%s} with %d of %d fields",
			e.key, text[p.typeStart:p.typeEnd], text[p.keyStart:p.keyEnd], len(p.fields), len(e.fields))
	}
	for i, f := range p.fields {
		if want := e.fields[i]; string(text[f.nameStart:f.nameEnd]) != want.name || !want.isRaw(text[f.start:f.end]) {
			return fmt.Errorf("entry %s: field %s does not read back: it became %q", e.key, want.name, text[f.start:f.end])
		}
	}
	return nil
}

// isRaw tells whether raw is the value with its delimiters.
func (f entryField) isRaw(raw []byte) bool {
	if f.isMacro {
		return string(raw) == f.value
	}
	last := len(raw) - 1
	return last > 0 && raw[0] == '{' && raw[last] == '}' && string(raw[1:last]) == f.value
}
