package tagger

// Label is the part of a reference that a token belongs to. Marks and words that
// introduce a part, "vol." and "In", have the label of the part.
type Label uint8

// The labels. A part before the title has a label of its own where it may also come
// after it, so that a chain of labels remembers whether the title was there.
const (
	Other        Label       = iota // says nothing of the work, or what has no label here
	OtherFront                      // the same, before the title
	Number                          // the number or the key of the reference in its list: "[12]"
	Authors                         //
	Editors                         // after the title
	EditorsFront                    // in place of authors
	Title                           //
	Container                       // journal, proceedings, book that holds the work
	Series                          //
	Edition                         //
	Year                            // the date
	YearFront                       // the date before the title
	Volume                          //
	Issue                           //
	Pages                           // pages, or the number of the article
	Publisher                       // or institution
	Place                           // of the publisher or of the meeting
	Genre                           // "PhD thesis", "Technical report 12"
	Identifier                      // DOI, URL, arXiv ID, ISBN …
	Prose                           // a sentence that is no reference
	Labels       = int(iota)        // how many labels there are
)

// names are what training data calls the labels, "" for those that it cannot give.
var names = [Labels]string{
	"other", "otherfront", "number", "authors", "editors", "editorsfront", "title", "container", "series", "edition", "year", "yearfront",
	"volume", "issue", "pages", "publisher", "place", "genre", "identifier", "prose",
}

func (l Label) String() string { return names[l] }
