package validate

import (
	"cmp"
	"slices"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/internal/text"
	"github.com/factcite/factcite/validate/internal/finding"
	"github.com/factcite/factcite/validate/internal/rules"
)

// examineBib examines a piece of a .bib: its entries, or what is wrong with the file
// itself.
func (e *examiner) examineBib(file *bib.File, piece bibPiece) []examined {
	if piece.errors {
		x := examined{place: fact.Place{Path: file.Path, Line: 1, Column: 1}, faults: true, opens: piece.opens()}
		if x.opens {
			x.untold = file.Untold
		}
		for _, problem := range file.Errors[piece.start:min(piece.end, len(file.Errors))] {
			x.own = append(x.own, faultOf(file, problem))
		}
		return []examined{x}
	}
	entries := file.Entries[piece.start:min(piece.end, len(file.Entries))]
	all := make([]examined, len(entries))
	for i := range entries {
		all[i] = e.examineEntry(file, &entries[i])
	}
	if e.verifier != nil {
		text.SideBySide(len(all), func(i int) {
			if len(all[i].references) > 0 {
				e.verifyEntry(&all[i], rules.PlaceInEntry(file, &entries[i]))
			}
		})
	}
	for i := range all {
		finding.NumberRepeats(all[i].judged)
	}
	return all
}

// verifyEntry compares an entry with what is known.
func (e *examiner) verifyEntry(x *examined, place func(field string) (from, to fact.Place)) {
	done := e.verifier.verify(&x.references[0], true, func(field string, f Finding) Finding {
		from, to := place(field)
		return finding.Placed(f, from, to)
	})
	done.Fact, done.Path, done.Line, done.Column = x.fact, x.place.Path, x.place.Line, x.place.Column
	x.verified = &done.Verified
	for _, f := range done.found {
		x.judge(f.Rule, []Finding{f})
	}
}

// faultOf is the finding about a fault of a .bib.
func faultOf(file *bib.File, problem bib.Error) finding.Draft {
	at := fact.Place{Path: file.Path, Line: problem.Line, Column: problem.Column}
	f := Finding{Rule: problem.Rule, Message: problem.Message, Fact: problem.Key, Field: "key", Stated: problem.Key, Help: helpWith(problem.Rule)}
	if problem.Warning {
		f.Severity = Warning
	}
	return finding.Draft{Finding: finding.Placed(f, at, at), Of: problem.Key}
}

func (e *examiner) examineEntry(file *bib.File, b *bib.Entry) examined {
	x := examined{
		kind:    entry,
		fact:    b.Key,
		of:      b.Key,
		place:   fact.Place{Path: file.Path, Line: b.Line, Column: b.Column, Offset: int64(b.Start)},
		id:      e.hashID(b.Key),
		isMixed: file.Mixed,
	}
	r, _ := citation.BibReference(file, b)
	place := rules.PlaceInEntry(file, b)
	e.rules.Reference(&rules.Statement{Reference: &r, Fact: x.fact, Today: e.today, Place: place}, x.judge)
	if b.Cut && len(b.Fields) == 0 {
		return x // a fault has taken all that it said, so that it names no work
	}
	x.references = []citation.Reference{r}
	x.occurrences = []rules.Occurrence{rules.OccurrenceAt(x.fact, x.place, x.place)}
	x.occurrences[0].Cut = b.Cut || isCut(file, b)
	if e.keep {
		x.checked = &Checked{Fact: x.fact, Path: file.Path, Line: b.Line, Column: b.Column, Source: file.Path, References: x.references}
	}
	return x
}

// isCut reports whether a fault in an entry took fields from it.
func isCut(file *bib.File, b *bib.Entry) bool {
	first, _ := slices.BinarySearchFunc(file.Errors, b.Start, func(e bib.Error, start int) int { return cmp.Compare(e.Offset, start) })
	for _, e := range file.Errors[first:] {
		if e.Offset > b.End {
			break
		}
		if e.Rule == "bib-syntax" && !e.Warning && e.Key == b.Key {
			return true
		}
	}
	return false
}
