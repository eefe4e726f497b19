package formatted

import (
	"strings"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// A formatted reference is a line of a reference list, not a sentence:
//
//	reference = [label] names ["editors"] [year] title {part}
//	names     = name {sep name} ["et al."]
//	year      = "(" date ")" ["." | "," | ":"] | "." date "." | date ":"
//	title     = quoted | words "." | words "," journal locators
//	part      = identifier | locator | date | edition | genre | editors | "In" holder | imprint | words
//
// The styles (APA, MLA, Chicago, Vancouver, IEEE, ACL, NeurIPS) differ in the
// order of these parts and in the marks between them, not in the parts.
type formatted struct {
	*phrase.Text
	work    phrase.Work
	listed  bool // the names are written as only lists write them
	strokes bool // two strokes part the title and what holds it
	commas  bool // a comma follows the year in parentheses, as one ends the title
	quoted  bool // the title is in quotation marks
	undated bool // "n.d." stands for the year
	online  bool // the work was looked up online
	bare    bool // the year is in parentheses right after the names
	cites   bool // a part of the work is named where the title would be
	unread  int  // words that say nothing of the work
}

// mostUnread is how many words of a formatted reference may say nothing of the
// work, such as "Epub ahead of print". A text with more of them is running text.
const mostUnread = 6

// ReadFormatted reads the text as a formatted reference, if it is one, perhaps after a
// sentence or a word that introduces it.
func ReadFormatted(s *phrase.Text) (w phrase.Work, ok bool) {
	if w, ok := readTitleFirst(s); ok {
		return w, ok
	}
	if w, ok := readEditedTitle(s); ok {
		return w, ok
	}
	if w, ok := readTitledItem(s); ok {
		return w, ok
	}
	if w, ok := readReference(s); ok || !s.Dated {
		return w, ok
	}
	if w, ok := readVisitedPage(s); ok {
		return w, ok
	}
	f := formatted{Text: s}
	return f.afterLead()
}

// readReference reads the text as a formatted reference and nothing else.
func readReference(s *phrase.Text) (w phrase.Work, ok bool) {
	f := formatted{Text: s}
	if !f.hasMarks() || f.tellsStory() {
		return phrase.Work{}, false
	}
	f.strokes = f.hasSlashes()
	i, ok := f.readNames(f.skipLabel())
	if !ok {
		return phrase.Work{}, false
	}
	names := i
	i, dated := f.readYear(i)
	f.bare = dated && f.At(names).Is("(")
	if at := f.SkipComma(i); f.isJournalAt(at) || f.isThesisAt(at) { // physics: no title
		i = at
	} else if i, ok = f.readTitle(i, dated); !ok {
		return phrase.Work{}, false
	}
	title := f.work.Spans[string(ref.FieldTitle)]
	f.cites = f.isPartOf(title)
	f.readRest(i)
	if f.unread > mostUnread || !f.isFound() {
		return phrase.Work{}, false
	}
	return f.work, true
}

// isFound reports whether the reference says when the work came out and where it is
// to be found. Of what is online the date may be unknown.
func (f *formatted) isFound() bool {
	w := &f.work
	if w.Year == "" && phrase.YearInside(w.Container) < 0 {
		return (f.quoted || f.undated) && w.URL != "" && w.Container != ""
	}
	if f.listed && f.bare && !f.cites && f.unread == 0 && strings.Count(w.Title, " ") > 2 { // "Vink, G. (2016) Towards a standardized evaluation."
		return true
	}
	return w.Container != "" || w.Publisher != "" || w.Institution != "" || w.ArXiv != "" || w.Preprint || w.Standard || (w.Genre != "" || lexicon.NounType(w.Noun) == ref.TechReport) && w.Number != "" || w.URL != "" || w.WebPage
}

// isPartOf reports whether the words at a span point to a part of a work and are no
// title: "Lee (1999), Chapter 4".
func (f *formatted) isPartOf(title ref.Span) bool {
	word, _, _ := strings.Cut(f.Slice(title), " ")
	switch strings.ToLower(word) {
	case "chapter", "chapters", "section", "appendix", "page", "pages", "part", "table", "figure", "theorem", "lemma", "equation":
		return true
	}
	return false
}

// tellsStory reports whether somebody does something in the text, as in a sentence.
func (f *formatted) tellsStory() bool {
	for i := range f.Tokens {
		switch t := f.At(i); t.Lower {
		case "published":
			_, _, dated := f.DateAt(i + 1)
			if !dated || !t.Capital && !f.At(i-1).Is("work") { // "Published May 3, 2020", "Original work published 1950"
				return true
			}
		case "authored", "wrote", "according", "titled":
			return true
		case ")":
			if f.At(i+1).Is(",") && f.At(i+2).Kind == phrase.Word && !f.At(i+2).Capital && phrase.IsVerb(f.At(i+2)) && !f.At(i+2).In(lexicon.LocatorLabels) { // "(1992), is cited"
				return true
			}
		}
	}
	return false
}

// hasMarks reports whether the text has what every reference has: a year, if only
// that of a visit, and a full stop before another part, a quotation, or an imprint
// in parentheses.
func (f *formatted) hasMarks() bool {
	if !f.Dated {
		return false
	}
	paren := false
	for i := range f.Tokens {
		switch t := f.At(i); {
		case t.Is("("):
			paren = true
			if f.YearInParens(i) != (ref.Span{}) && f.opensTitle(i+3) {
				return true
			}
		case t.Kind == phrase.Quoted, t.Is(":") && paren, t.Is(".") && phrase.TitleFollowsStop(f.Content, t.End):
			return true
		}
	}
	return false
}

// hasSlashes reports whether two strokes are in the text.
func (f *formatted) hasSlashes() bool {
	for i := range f.Tokens {
		if f.isSlashes(i) {
			return true
		}
	}
	return false
}

// isSlashes reports whether the two strokes that part the title and what holds it in
// Russian lists are at token i.
func (f *formatted) isSlashes(i int) bool {
	return f.At(i).Is("/") && f.At(i+1).Is("/") && f.At(i).End == f.At(i+1).Start
}

// skipLabel skips what an item of a list has in front: "[12]", "(12)", "12.", "12)",
// "[Doe19]", a bullet.
func (f *formatted) skipLabel() int {
	if at := afterItemLetter(f.Text); at > 0 {
		return at
	}
	switch t := f.At(0); {
	case t.Is("[") && f.At(2).Is("]"), t.Is("(") && f.At(1).Kind == phrase.Number && f.At(2).Is(")"):
		return 3
	case t.Kind == phrase.Number && (f.At(1).Is(".") || f.At(1).Is(")")):
		return 2
	case t.Is("•"), t.Is("*"), phrase.IsDash(t):
		return 1
	}
	return 0
}

// readYear reads the date after the names: "(2019, May 3).", ". 2019.".
func (f *formatted) readYear(i int) (next int, ok bool) {
	open := i
	if f.At(open).Is(".") {
		open++
	}
	inside := open
	if f.At(open).Is("(") {
		inside++
	}
	if f.undated = f.Words(open, "(", "n", ".", "d", ".", ")"); f.undated {
		return open + 6, true
	}
	d, next, ok := f.DateAt(inside)
	if !ok && phrase.IsYearOfMention(f.At(inside)) {
		t := f.At(inside)
		d, next, ok = phrase.Date{Year: ref.Span{t.Start, t.Start + 4}}, inside+1, true
	}
	if !ok {
		return i, false
	}
	if f.At(next).Is(",") && phrase.IsMonth(f.At(next+1)) { // (2019, May 3)
		d.Month, d.MonthSpan = lexicon.Months[f.At(next+1).Lower], f.Span(next+1, next+2)
		if next += 2; phrase.IsDay(f.At(next)) {
			d.Day = phrase.DaySpan(f.At(next))
			next = f.lastDay(next+1, &d)
		}
	}
	if inside > open {
		if !f.At(next).Is(")") {
			return i, false
		}
		next++
	}
	if !f.endsYear(next, inside > open) {
		return i, false
	}
	f.commas = f.At(next).Is(",")
	f.StateDate(&f.work, d)
	return next, true
}

// endsYear reports whether a year ends before token i as it does after names; one in
// parentheses needs no mark.
func (f *formatted) endsYear(i int, parens bool) bool {
	t := f.At(i)
	return t.Is(".") || t.Is(",") || t.Kind == phrase.Quoted || t.Is(":") || parens && f.listed && f.opensTitle(i)
}

// lastDay reads the other end of a range of days: "12–15".
func (f *formatted) lastDay(i int, d *phrase.Date) (next int) {
	if d.Day == (ref.Span{}) || d.Day[1] != f.At(i-1).End || !phrase.IsDash(f.At(i)) || !phrase.IsDay(f.At(i+1)) {
		return i
	}
	d.Day[1] = phrase.DaySpan(f.At(i + 1))[1]
	return i + 2
}
