package dump

import (
	"strings"

	"github.com/factcite/factcite/authority/internal/record"
	"github.com/factcite/factcite/citation/bib"
)

// bibPiece is how much of a .bib is read at once, which is also the longest that
// an entry may be.
const bibPiece = 4 << 20

// readBib reads a .bib piece by piece. All entries of a piece but the last are
// whole; reading goes on at the last.
func (r *reading) readBib() error {
	macros := ""
	for !r.stopped {
		whole := !r.fillBibPiece()
		text := append([]byte(macros), r.in.Bytes()...)
		f := bib.Read(r.dump.Name, text)
		entries := f.Entries
		end := len(text)
		if !whole && len(entries) > 1 {
			entries = entries[:len(entries)-1]
			end = f.Entries[len(entries)].Start
		}
		r.bibEntries(f, entries, r.in.line-strings.Count(macros, "\n"))
		r.in.take(end - len(macros))
		if whole {
			break
		}
		macros = bibMacros(f)
	}
	if r.count == 0 && !r.stopped {
		return unknownForm("it has no entry of a .bib")
	}
	return nil
}

// fillBibPiece reads until the window holds a piece; false means that it holds
// the end of the dump.
func (r *reading) fillBibPiece() bool {
	for len(r.in.Bytes()) < bibPiece {
		if !r.in.More() {
			return false
		}
	}
	return true
}

// bibMacros writes the macros of a piece for those that follow. More than a
// piece may hold are left out.
func bibMacros(f *bib.File) string {
	var b strings.Builder
	for _, m := range f.Macros {
		if b.Len()+len(m.Raw) < bibPiece/16 {
			b.WriteString("@string{" + m.Name + " = " + m.Raw + "}\n")
		}
	}
	return b.String()
}

// bibEntries hands on entries whose file begins in line firstLine of the dump.
// One that BibTeX would stumble over is passed over: a list of authors might be
// cut short.
func (r *reading) bibEntries(f *bib.File, entries []bib.Entry, firstLine int) {
	faults := f.Errors
	for i := range entries {
		e := &entries[i]
		r.count++
		for len(faults) > 0 && faults[0].Offset <= e.Start {
			faults = faults[1:]
		}
		var fault *bib.Error
		for len(faults) > 0 && (i+1 == len(f.Entries) || faults[0].Offset <= f.Entries[i+1].Start) {
			if fault == nil && faults[0].Rule == "bib-syntax" && !faults[0].Warning && faults[0].Key == e.Key && e.Key != "" {
				fault = &faults[0]
			}
			faults = faults[1:]
		}
		if fault != nil {
			r.bad(firstLine+e.Line-1, "%s", fault.Message)
		} else {
			r.emit(record.Bib(f, e, "bib", r.dump.Date)...)
		}
		if r.stopped {
			return
		}
	}
}
