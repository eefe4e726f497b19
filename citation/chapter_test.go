package citation

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation/ref"
)

// TestWhichChaptersAreInTheBook holds which chapters are in the book that a text names right
// before them, and what they take from it.
func TestWhichChaptersAreInTheBook(t *testing.T) {
	const bookText = "⟨title:Carts of the Coast⟩, ed. ⟨editors:Ana Roe⟩, ⟨publisher:Elbow Press⟩, ⟨address:Cork⟩, ⟨edition:2nd⟩, ⟨series:Carts⟩, ⟨year:2012⟩"
	for _, test := range []struct {
		name, book, chapter string
		bookType            ref.EntryType
		chapterType         ref.EntryType
		isIn                bool
	}{
		{"an edited book", bookText, "⟨title:Felt⟩", Book, InCollection, true},
		{"a publisher of its own", bookText, "⟨title:Felt⟩, ⟨publisher:Harbour Press⟩", Book, InCollection, true},
		{"a book of authors", "⟨title:Carts of the Coast⟩ by ⟨authors:Ana Roe⟩", "⟨title:Felt⟩", Book, InCollection, false},
		{"a book without a title", "ed. ⟨editors:Ana Roe⟩, ⟨year:2012⟩", "⟨title:Felt⟩", Book, InCollection, false},
		{"something else than a book", bookText, "⟨title:Felt⟩", TechReport, InCollection, false},
		{"something else than a chapter", bookText, "⟨title:Felt⟩", Book, Article, false},
		{"a chapter in another book", bookText, "⟨title:Felt⟩ in ⟨container:Oak Carts⟩", Book, InCollection, false},
		{"a chapter of another year", bookText, "⟨title:Felt⟩ (⟨year:2015⟩)", Book, InCollection, false},
	} {
		_, book := stated(test.book)
		_, chapter := stated(test.chapter)
		book.Type, chapter.Type = test.bookType, test.chapterType
		want := *chapter
		if test.isIn {
			want.Container, want.Editors = book.Title, book.Editors
			if want.Publisher == "" {
				want.Publisher = book.Publisher
			}
			want.Address, want.Edition, want.Series, want.Year = book.Address, book.Edition, book.Series, book.Year
		}
		works := []Reference{*book, *chapter}
		holdChapters(works)
		spans := works[1].Spans
		want.Spans, works[1].Spans = nil, nil
		if diff := cmp.Diff(want, works[1]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
		if in, ok := spans["container"]; test.isIn && (!ok || in != book.Spans["title"] || spans["year"] != book.Spans["year"] || spans["editors"] != book.Spans["editors"]) {
			t.Errorf("%s: the chapter has its values at %v", test.name, spans)
		}
	}
}
