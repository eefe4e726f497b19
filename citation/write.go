package citation

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"

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
	NoProvenance bool   // leave out x-facts and x-derived
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
	case "", BibTeX:
		return b.writeEntries(w, func(work *Work) *bibtex.BibEntry {
			return work.entry(BibTeX, latexEncoding(opts.UTF8), !opts.NoProvenance)
		})
	case BibLaTeX:
		return b.writeEntries(w, func(work *Work) *bibtex.BibEntry {
			return work.entry(BibLaTeX, latexEncoding(opts.UTF8), !opts.NoProvenance)
		})
	case CSLJSON:
		return b.writeCSL(w, opts)
	case RIS:
		return b.writeRIS(w, opts)
	default:
		return fmt.Errorf("unknown bibliography format %q; use bibtex, biblatex, csl-json or ris", opts.Format)
	}
}

// writeEntries writes .bib entries. Chunks are formatted and checked on all
// processors and written in order.
func (b *Bibliography) writeEntries(w io.Writer, entryOf func(*Work) *bibtex.BibEntry) error {
	chunks := slices.Collect(slices.Chunk(b.Works(), maxChunk))
	texts := make([]bytes.Buffer, runtime.GOMAXPROCS(0))
	errs := make([]error, len(texts))
	for round := range slices.Chunk(chunks, len(texts)) {
		var formatting sync.WaitGroup
		for i, works := range round {
			texts[i].Reset()
			formatting.Go(func() { errs[i] = formatChunk(&texts[i], works, entryOf) })
		}
		formatting.Wait()
		for i := range round {
			if errs[i] != nil {
				return errs[i]
			}
			if _, err := w.Write(texts[i].Bytes()); err != nil {
				return fmt.Errorf("write bibliography: %w", err)
			}
		}
	}
	return nil
}

// formatChunk formats entries and reads them back.
func formatChunk(text *bytes.Buffer, works []*Work, entryOf func(*Work) *bibtex.BibEntry) error {
	entries := make([]*bibtex.BibEntry, 0, len(works))
	for _, work := range works {
		entry := entryOf(work)
		if err := appendEntry(text, entry); err != nil {
			return err
		}
		entries = append(entries, entry)
	}
	return readBack(text.Bytes(), entries)
}

// Write writes the work's entry alone, as [Bibliography.Write] writes it among the
// others. The format must be one of those of .bib files.
func (w *Work) Write(to io.Writer, opts *WriteOptions) error {
	if opts == nil {
		opts = &WriteOptions{}
	}
	var text bytes.Buffer
	err := formatChunk(&text, []*Work{w}, func(w *Work) *bibtex.BibEntry {
		return w.entry(opts.Format, latexEncoding(opts.UTF8), !opts.NoProvenance)
	})
	if err != nil {
		return err
	}
	_, err = to.Write(text.Bytes())
	return err
}

// entry returns a work's entry in one of the two dialects of .bib files;
// provenance adds x-facts to it.
func (w *Work) entry(format Format, encoding latexEncoding, provenance bool) *bibtex.BibEntry {
	entry := w.Reference.bibtexEntry
	if format == BibLaTeX {
		entry = w.Reference.biblatexEntry
	}
	e := entryBuilder{entry(w.Key, encoding), encoding}
	e.provenance(w, provenance)
	return e.entry
}

func (e entryBuilder) provenance(w *Work, wanted bool) {
	if !wanted {
		delete(e.entry.Fields, "x-derived")
		return
	}
	facts := make([]string, len(w.Facts))
	for i, id := range w.Facts {
		facts[i] = strings.Join(strings.Fields(cleanText(id)), "%20")
	}
	e.text("x-facts", strings.Join(facts, " "))
}

// fieldOrder is the order of an entry's fields; others follow by name.
var fieldOrder = []string{"author", "title", "editor", "journal", "journaltitle", "booktitle", "series", "edition", "volume",
	"number", "pages", "eid", "school", "institution", "organization", "publisher", "address", "location",
	"howpublished", "date", "year", "month", "day", "type", "note", "doi", "isbn", "pmid", "eprint", "eprinttype",
	"eprintclass", "archiveprefix", "url", "urldate", "x-facts", "x-derived"}

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

// appendEntry formats an entry: fields in fieldOrder, each value in its own
// notation. It refuses what BibTeX would not read as it is meant.
func appendEntry(text *bytes.Buffer, e *bibtex.BibEntry) error {
	if !isCitationKey(e.CiteName) {
		return fmt.Errorf("citation key %q: BibTeX cannot read it; use letters, digits and -_:./+", e.CiteName)
	}
	fmt.Fprintf(text, "@%s{%s", e.Type, e.CiteName)
	for _, name := range orderedFields(e) {
		value := e.Fields[name]
		if !isFieldName(name) {
			return fmt.Errorf("entry %s: BibTeX cannot read the field name %q", e.CiteName, name)
		}
		if !isBalanced(value.String()) {
			return fmt.Errorf("entry %s: field %s has unbalanced braces or a control character: %q", e.CiteName, name, value.String())
		}
		text.WriteString(",\n  ")
		text.WriteString(name)
		text.WriteString(" = ")
		writeRaw(text, value)
	}
	text.WriteString("\n}\n\n")
	return nil
}

// writeRaw writes value.RawString(); of a constant, which nearly all values are,
// without the detour through a format string.
func writeRaw(text *bytes.Buffer, value bibtex.BibString) {
	if constant, ok := value.(bibtex.BibConst); ok {
		text.WriteByte('{')
		text.WriteString(string(constant))
		text.WriteByte('}')
		return
	}
	text.WriteString(value.RawString())
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

func isFieldName(name string) bool {
	for i := range len(name) {
		c := name[i]
		if (c < 'a' || c > 'z') && (i == 0 || c != '-' && c != '_' && (c < '0' || c > '9')) {
			return false
		}
	}
	return name != ""
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

// readBack reads what is about to be written and compares it, value by value.
func readBack(text []byte, entries []*bibtex.BibEntry) error {
	read := ReadBib("", text)
	for _, e := range read.Errors {
		return fmt.Errorf("the written bibliography does not read back: line %d: %s", e.Line, e.Message)
	}
	if len(read.Entries) != len(entries) {
		return fmt.Errorf("the written bibliography does not read back: %d entries became %d", len(entries), len(read.Entries))
	}
	for i, want := range entries {
		got := &read.Entries[i]
		if got.Type != want.Type || got.Key != want.CiteName || len(got.Fields) != len(want.Fields) {
			return fmt.Errorf("entry %s does not read back: it became @%s{%s} with %d of %d fields",
				want.CiteName, got.Type, got.Key, len(got.Fields), len(want.Fields))
		}
		for _, field := range got.Fields {
			if value, ok := want.Fields[field.Name]; !ok || !isRaw(value, field.Raw) {
				return fmt.Errorf("entry %s: field %s does not read back: it became %q", want.CiteName, field.Name, field.Raw)
			}
		}
	}
	return nil
}

// isRaw tells whether raw is value.RawString().
func isRaw(value bibtex.BibString, raw string) bool {
	if constant, ok := value.(bibtex.BibConst); ok {
		return len(raw) == len(constant)+2 && raw[0] == '{' && raw[1:len(raw)-1] == string(constant) && raw[len(raw)-1] == '}'
	}
	return raw == value.RawString()
}
