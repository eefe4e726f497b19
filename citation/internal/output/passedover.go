package output

import (
	"slices"
	"strings"

	"github.com/factcite/factcite/citation/internal/bibref"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/latex"
	"github.com/factcite/factcite/internal/text"
	"github.com/factcite/factcite/internal/venue"
)

// sharing are fields of a .bib that say one thing of a reference with another one, which
// is read before them.
var sharing = map[string]bool{
	"issue": true, "journal": true, "booktitle": true, "series": true, "institution": true, "school": true, "organization": true,
	"howpublished": true, "editora": true, "editorb": true, "editorc": true, "eprint": true,
}

// passedOver returns what an entry of a .bib says in fields that the reference is not read
// from, because it is from others, in plain text. A format with no field for it notes it.
func passedOver(w *ref.Reference) []string {
	if w.Entry == nil || len(w.Entry.Covered) == 0 {
		return nil
	}
	var notes []string
	for _, f := range w.Entry.Fields {
		if !sharing[f.Name] || f.IsGranular() {
			continue
		}
		var value string
		switch f.Name {
		case "editora", "editorb", "editorc":
			names, _ := bibref.Names(f.Value)
			names = slices.DeleteFunc(names, func(n ref.Name) bool { return slices.Contains(w.Editors, n) })
			value = joinedNames(names)
		case "eprint":
			if archive, id, ok := otherArchive(w); ok && id == f {
				value = text.CleanText(latex.Decode(archive.Value + ":" + id.Value))
			}
		case "howpublished":
			value = text.CleanText(bibref.PublishedAs(f.Value))
		default:
			value = text.CleanText(latex.Decode(f.Value))
		}
		if value != "" && !states(w, value) {
			notes = append(notes, value)
		}
	}
	return notes
}

// otherArchive returns what an entry of a .bib says of an archive other than arXiv and
// PubMed, which a reference has no field for, and the work's ID there.
func otherArchive(w *ref.Reference) (archive, id ref.EntryField, ok bool) {
	archive, isNamed := w.Entry.Field("eprinttype", "archiveprefix")
	id, ok = w.Entry.Field("eprint")
	return archive, id, ok && isNamed && !id.IsGranular() && w.ArXiv == "" && w.PMID == ""
}

// states reports whether a field of a reference has the words.
func states(w *ref.Reference, words string) bool {
	return venue.IsArXiv(words) && w.ArXiv != "" || slices.ContainsFunc(ref.TextFields, func(row *ref.Row) bool {
		return strings.Contains(text.CleanText(w.Text(string(row.Name))), words)
	})
}

func joinedNames(names []ref.Name) string {
	var list []string
	for _, n := range names {
		list = append(list, n.String())
	}
	return strings.Join(list, ", ")
}
