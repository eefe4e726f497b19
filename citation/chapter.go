package citation

import "github.com/factcite/factcite/citation/ref"

// bookFields are what an edited book says of a chapter in it.
var bookFields = [...]ref.Field{ref.FieldPublisher, ref.FieldAddress, ref.FieldEdition, ref.FieldSeries, ref.FieldYear}

// holdChapters gives a chapter that a text names right after the edited book that it is in
// what the text says of that book: "Carts, edited by A. Roe (Cork, 2012). See the chapter
// "Felt" by B. Lind".
func holdChapters(works []Reference) {
	for i := 1; i < len(works); i++ {
		book, chapter := &works[i-1], &works[i]
		if chapter.Type != ref.InCollection || chapter.Container != "" || chapter.Year != "" || book.Type != ref.Book || len(book.Editors) == 0 || book.Title == "" {
			continue
		}
		chapter.Container, chapter.Editors = book.Title, book.Editors
		share(chapter, book, ref.FieldContainer, ref.FieldTitle)
		share(chapter, book, ref.FieldEditors, ref.FieldEditors)
		for _, f := range bookFields {
			if value := chapter.Value(f); *value == "" {
				*value = *book.Value(f)
				share(chapter, book, f, f)
			}
		}
	}
}

// share gives a field the span of one of another work.
func share(r, of *Reference, f, own ref.Field) {
	if sp, ok := of.Spans[string(own)]; ok {
		r.Spans[string(f)] = sp
	}
}
