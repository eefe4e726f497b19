package formatted

import (
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// readMixedNames reads authors and editors in one list, as RFCs have them: "Fielding,
// R., Ed., Gettys, J., and J. Reschke, Ed.,". Without an "Ed." it is no such list.
func (f *formatted) readMixedNames(i int) (next int, ok bool) {
	var authors, editors phrase.NameList
	var authorsAt, editorsAt ref.Span
	for at := i; ; {
		n, after, ok := f.rfcNameAt(at)
		if !ok {
			break
		}
		list, span := &authors, &authorsAt
		if end := f.editorMarkAt(after); end > after {
			list, span = &editors, &editorsAt
			next = end
		} else {
			next = after
		}
		list.Names = append(list.Names, n)
		if *span == (ref.Span{}) {
			span[0] = f.At(at).Start
		}
		span[1] = f.At(after - 1).End
		if at, ok = f.Separator(next); !ok || f.At(at).Kind == phrase.Quoted {
			break
		}
	}
	if len(editors.Names) == 0 || !f.At(next).Is(",") || f.At(next+1).Kind != phrase.Quoted {
		return i, false
	}
	f.listed = true
	if len(authors.Names) > 0 {
		f.work.StateNames(ref.FieldAuthors, authors, authorsAt)
	}
	f.work.StateNames(ref.FieldEditors, editors, editorsAt)
	return next, true
}

// rfcNameAt reads a name with initials: "Fielding, R.", "J. Reschke".
func (f *formatted) rfcNameAt(i int) (n ref.Name, next int, ok bool) {
	n, next, ok = f.PersonAt(i)
	return n, next, ok && n.Given != ""
}

// editorMarkAt reads ", Ed." after a name.
func (f *formatted) editorMarkAt(i int) (next int) {
	if f.At(i).Is(",") && (f.At(i+1).Is("ed") || f.At(i+1).Is("editor")) {
		if next = i + 2; f.At(next).Is(".") {
			next++
		}
		return next
	}
	return i
}
