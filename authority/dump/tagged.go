package dump

import (
	"bytes"
	"fmt"
	"path/filepath"

	"github.com/factcite/factcite/authority/internal/record"
	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/bib/exchange"
)

// taggedForms are the forms of lines with tags, by what begins the first line of a record
// and the source of its works.
var taggedForms = map[exchange.Format]struct{ start, source string }{
	exchange.RIS:     {"TY  -", "ris"},
	exchange.EndNote: {"%0 ", "endnote"},
}

// readTagged reads records of lines with tags, piece by piece as a .bib.
func (r *reading) readTagged(format exchange.Format) {
	form := taggedForms[format]
	for !r.stopped {
		whole := !r.fillBibPiece()
		text := r.in.Bytes()
		if last := bytes.LastIndex(text, []byte("\n"+form.start)); !whole && last >= 0 {
			text = text[:last+1]
		}
		f := exchange.Read(format, r.dump.Name, bytes.Clone(text))
		cut := whole && format == exchange.RIS && len(f.Entries) > 0 && isCutRIS(text)
		if cut {
			f.Entries = f.Entries[:len(f.Entries)-1]
		}
		r.taggedEntries(f, form.source)
		if cut && !r.stopped {
			r.count++
			r.bad(r.in.line+bytes.Count(text[:bytes.LastIndex(text, risStart)], []byte{'\n'}), "it ends in the middle, without a line ER")
		}
		r.in.take(len(text))
		if whole {
			return
		}
	}
}

var risStart, risEnd = []byte("TY  -"), []byte("ER  -")

// isCutRIS reports whether the last record does not end: it may have had more authors.
func isCutRIS(text []byte) bool {
	return bytes.LastIndex(text, risStart) > bytes.LastIndex(text, risEnd)
}

// taggedEntries hands on the records of a piece but those that have a fault. A record
// that has no key is called by the file and its place there.
func (r *reading) taggedEntries(f *bib.File, source string) {
	faults := f.Errors
	for i := range f.Entries {
		e := &f.Entries[i]
		r.count++
		if e.Keyless {
			e.Key = fmt.Sprintf("%s %d", filepath.Base(r.dump.Name), r.count)
		}
		if len(faults) > 0 && faults[0].Offset < e.End {
			r.bad(r.in.line+bytes.Count(r.in.Bytes()[:faults[0].Offset], []byte{'\n'}), "%s", faults[0].Message)
			for len(faults) > 0 && faults[0].Offset < e.End {
				faults = faults[1:]
			}
		} else {
			r.emit(record.Bib(f, e, source, r.dump.Date)...)
		}
		if r.stopped {
			return
		}
	}
}
