package output

import (
	"strings"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/internal/bibref"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// stands adds the fields of a work that a .bib has as they are there, if its entry is
// in the dialect.
func (e *EntryBuilder) stands(w *ref.Reference, inDialect bool) {
	if w.Entry == nil {
		return
	}
	if _, isOurs := dialectTypes[w.Entry.Type]; !isOurs || inDialect {
		e.Type = w.Entry.Type
	}
	if inDialect && len(w.Entry.Covered) > 0 {
		e.asItStands = true
		for _, f := range w.Entry.Fields {
			e.standing(f)
		}
	}
}

// dialectTypes are the entry types that one of the dialects has another name for.
var dialectTypes = map[string]bool{
	"techreport": true, "report": true, "phdthesis": true, "mastersthesis": true, "thesis": true, "conference": true, "online": true,
}

func (e *EntryBuilder) standing(f ref.EntryField) {
	if isCommentedOut(f) {
		return
	}
	if _, isMacro := monthNames[f.Value]; isMacro && f.Name == "month" {
		e.macro(f.Name, f.Value)
	} else {
		e.raw(f.Name, f.Value)
	}
}

// isCommentedOut reports whether a field has a name that starts with "@", as people leave
// fields out. BibTeX and biber read it; pandoc reads nothing of a file that has one.
func isCommentedOut(f ref.EntryField) bool { return strings.HasPrefix(f.Name, "@") }

// extra adds the fields of a .bib that no field of a reference is read from, unless
// they are there already.
func (e *EntryBuilder) extra(w *ref.Reference) {
	if w.Entry == nil || e.asItStands {
		return
	}
	for _, f := range w.Entry.Extra() {
		switch {
		case f.Name == "note":
			e.joinNote(f.Value)
		case !e.has(f.Name):
			e.standing(f)
		}
	}
	if archive, id, ok := otherArchive(w); ok && !e.has("eprint") {
		e.standing(id)
		if e.isBibLaTeX {
			e.raw("eprinttype", archive.Value)
		} else {
			e.raw("archiveprefix", archive.Value)
		}
	}
}

// inOtherDialect returns the value of a field, by its name in this dialect, as an entry of
// the other dialect has it, which keeps the braces and commands that people put there.
func (e *EntryBuilder) inOtherDialect(name string, row *ref.Row, w *ref.Reference) (value string, ok bool) {
	if !w.Entry.Covers(row.Name) {
		return "", false
	}
	switch row.Kind {
	case ref.TitleText:
		title, hasTitle := w.Entry.Field(row.Bib...)
		subtitle, _ := w.Entry.Field("subtitle")
		return bibref.WithSubtitle(title.Value, subtitle.Value), hasTitle && !title.IsGranular() && !subtitle.IsGranular()
	case ref.PlainText:
		if row.Name == ref.FieldContainer || row.Name == ref.FieldInstitution {
			return "", false // it may be in one of several fields
		}
	case ref.NameList:
	default:
		return "", false
	}
	f, ok := w.Entry.Field(row.Bib...)
	switch {
	case row.Name == ref.FieldGenre && !e.isBibLaTeX:
		ok = ok && ref.BibString(f.Value) == f.Value
	case row.Kind == ref.NameList && !e.isBibLaTeX:
		ok = ok && !bibref.HasNamedParts(f.Value)
	case biblatexLists[name]:
		ok = ok && !isSplitByBibTeX(f.Value)
	}
	return f.Value, ok && !f.IsGranular()
}

// Unheld returns the names of the fields that an entry of a .bib has and a format
// does not, or of which it cannot hold all.
func Unheld(e *ref.Entry, format Format) []string {
	if !e.IsWork() {
		return nil
	}
	var names []string
	held := map[string]bool{}
	if _, hasTag := e.Field("langid", "hyphenation"); hasTag && format == CSLJSON {
		held[ref.FormatRowOf("langid").CSL.Name] = true
	}
	for _, f := range e.Extra() {
		isLink := f.Name == "xdata" || f.Name == "crossref" // what they lead to is in the entry
		switch row := ref.FormatRowOf(f.Name); {
		case isCommentedOut(f):
			names = append(names, f.Name)
		case format == CSLJSON && f.Name == "entrysubtype" && ref.PeriodicalKinds[f.Value] != "": // the item's type says it
		case IsBib(format) || isLink || format == CSLJSON && (f.Name == "langid" || f.Name == "hyphenation"):
		case row == nil || nameIn(format, row) == "":
			names = append(names, f.Name)
		case format == CSLJSON && row.CSL.Name != "note" && held[row.CSL.Name]:
			names = append(names, f.Name)
		default:
			held[nameIn(format, row)] = true
		}
	}
	if date, ok := e.Field("date"); ok && format != BibLaTeX && format != CSLJSON && !isDayOrYears(date.Value) {
		names = append(names, "date")
	}
	return names
}

// isDayOrYears reports whether a date is a year, a month or a day, or is of two years: more of
// what biblatex dates are, as seasons, ends and doubts, only CSL-JSON has.
func isDayOrYears(date string) bool {
	if from, to, isRange := strings.Cut(date, "/"); isRange {
		return isYear(from) && isYear(to)
	}
	year, rest, _ := strings.Cut(strings.TrimPrefix(date, "-"), "-")
	month, day, _ := strings.Cut(rest, "-")
	return isYear(year) && (rest == "" || month <= "12" && text.IsDigits(month+day))
}

func isYear(s string) bool { return text.IsDigits(strings.TrimPrefix(s, "-")) }

// nameIn returns what a format that is not of .bib files calls a field.
func nameIn(format Format, row *ref.Row) string {
	switch format {
	case CSLJSON:
		return row.CSL.Name
	case RIS:
		return row.RIS.Name
	}
	return row.CFF.Name
}

var monthNames = bib.PredefinedMacros()
