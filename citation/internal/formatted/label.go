package formatted

import (
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/internal/text"
)

// labelWords are the words of which one is in what says, before a colon, that a
// reference follows: "Required text:", "Further reading:".
var labelWords = text.WordSet("reading", "readings", "text", "texts", "textbook", "source", "sources", "literature", "bibliography", "reference", "references", "required", "recommended", "cite", "citation",
	"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "monday", "tuesday", "wednesday", "thursday", "friday", "class", "lecture", "montag", "dienstag", "mittwoch", "donnerstag", "freitag",
	"link", "links", "published", "publication", "publications", "paper", "book", "article", "report", "week", "related", "notes", "session", "unit", "sitzung", "woche", "semaine", "séance", "semana")

// longestLabel is how many tokens may come before the colon.
const longestLabel = 5

// WithoutLabel is the text without the label that says that a reference follows, if it
// has one: "[Varga17]", "Required text:".
func WithoutLabel(s *phrase.Text) *phrase.Text {
	if s.At(0).Is("[") {
		return withoutBrackets(s)
	}
	if at := afterItemLetter(s); at > 0 {
		return s.Part(at, len(s.Tokens))
	}
	if at := leadEnd(s); at > 0 {
		return s.Part(at, len(s.Tokens))
	}
	if at := pointedTo(s); at > 0 {
		return s.Part(at, len(s.Tokens))
	}
	if at := afterEmphasisedLabel(s); at > 0 {
		return s.Part(at, len(s.Tokens))
	}
	if at := askedFrom(s); at > 0 {
		return s.Part(skipPart(s, at), len(s.Tokens))
	}
	labels := false
	for i := 0; i <= longestLabel && s.At(i).Kind != phrase.NoToken; i++ {
		switch t := s.At(i); {
		case t.Is(":") && labels && s.At(i+1).Kind != phrase.NoToken:
			return s.Part(skipPart(s, i+1), len(s.Tokens))
		case t.Kind == phrase.Word:
			labels = labels || labelWords[t.Lower]
		case t.Kind != phrase.Number || s.At(i-1).Kind != phrase.Word:
			return s
		}
	}
	return s
}

// afterEmphasisedLabel is the token after a few words that are emphasised up to a colon, whatever
// they are, if a name follows: "**Critical:** Lee, A.". It is 0 if there are none.
func afterEmphasisedLabel(s *phrase.Text) int {
	for i := 1; i <= longestLabel; i++ {
		if s.At(i).Is(":") {
			_, _, named := s.NamesAt(i + 1)
			if s.IsEmphasised(s.Span(0, i)) && (named || s.IsNameWord(i+1) && s.At(i+2).Is(",")) {
				return i + 1
			}
			return 0
		}
	}
	return 0
}

// afterItemLetter is the token after the letter of an item, "(b)" or "b)", 0 if there is none.
func afterItemLetter(s *phrase.Text) int {
	i := 0
	if s.At(0).Is("(") {
		i++
	}
	if isItemLetter(s.At(i)) && s.At(i+1).Is(")") {
		return i + 2
	}
	return 0
}

// isItemLetter reports whether a token is a letter as items of lists have.
func isItemLetter(t *phrase.Token) bool {
	return t.Kind == phrase.Word && len(t.Text) == 1 && !t.Capital
}

// longestTask is how many tokens a line of a syllabus may have before what is to be read.
const longestTask = 25

// askedFrom is the token after the words that ask for a work to be read, as a syllabus does,
// whatever comes before them but a year: "Week 5 (Mar 3): Ports — Read: Ann Lee". It is 0 if
// there are none.
func askedFrom(s *phrase.Text) int {
	if !s.Dated {
		return 0
	}
	for i := 0; i < longestTask && !phrase.IsYearOfMention(s.At(i)); i++ {
		if !s.At(i).Capital || !s.At(i).Is("read") && !s.At(i).Is("reading") && !s.At(i).Is("readings") {
			continue
		}
		if s.At(i+1).Is(":") && s.IsNameWord(i+2) {
			return i + 2
		}
		if s.At(i).Is("read") && s.AsksToRead(i) {
			return i + 1
		}
	}
	return 0
}

// skipPart skips which part of a work is to be read, "Chapter 2 of", before a name.
func skipPart(s *phrase.Text, i int) (next int) {
	if s.At(i).Is("read") && s.At(i+1).Is("chapter") {
		i++
	}
	if t := s.At(i); !t.Is("chapter") && !t.Is("chapters") && !t.Is("ch") && !t.Is("pages") && !t.Is("pp") {
		return i
	}
	for at := i + 1; at < i+longestLabel; at++ {
		if s.At(at).Is("of") && s.IsNameWord(at+1) {
			return at + 1
		}
	}
	return i
}

// leadEnd is the token after the words that point to the reference which begins there:
// "See also", "cf.". It is 0 if there are none, or no name as lists have them.
func leadEnd(s *phrase.Text) int {
	at := 0
	if s.At(0).Kind == phrase.Number && pointing[s.At(1).Lower] { // a note: "31 Vgl."
		at = 1
	}
	for at < 4 && (pointing[s.At(at).Lower] || at > 0 && (s.At(at).Is(".") || s.At(at).Is(","))) {
		at++
	}
	if at == 0 || !s.Dated || !s.IsNameWord(at) {
		return 0
	}
	if isListedName(s, at) || s.IsNameWord(at+1) && s.At(at+2).Is(":") { // "Vgl. Ann Lee: Felt"
		return at
	}
	return 0
}

// pointedTo is the token after the words of a sentence that point to the reference which begins
// there, with a name as only lists have them: "Field offices should also consult Lee, A.,". It
// is 0 if there are none.
func pointedTo(s *phrase.Text) int {
	if !s.Dated {
		return 0
	}
	for i := 1; i < longestTask; i++ {
		switch t := s.At(i); {
		case t.Kind == phrase.Number, t.Kind == phrase.Quoted, t.Kind == phrase.NoToken, t.Is("("):
			return 0
		case t.Capital && isListedName(s, i):
			if endsPointing(s, i) {
				return i
			}
			return 0
		}
	}
	return 0
}

// endsPointing reports whether the words before token i end in one that points to what follows.
func endsPointing(s *phrase.Text, i int) bool {
	before := i - 1
	for s.At(before).Is(".") || s.At(before).Is(":") || s.At(before).Is("also") {
		before--
	}
	t := s.At(before)
	return asks(t) || pointing[t.Lower] || s.At(before).Is("to") && refers[s.At(before-1).Lower]
}

// refers are the verbs that point with "to".
var refers = text.WordSet("refer", "refers", "referred", "referring", "turn", "turns", "pointed", "points")

// pointing are the words that point to what is to be read.
var pointing = text.WordSet("see", "also", "cf", "compare", "vgl", "vergleiche", "dazu", "hierzu", "auch", "aussi", "anche", "siehe", "voir", "véase", "cfr", "vedi", "zie", "recommend", "recommends", "cites", "cited")

// withoutBrackets leaves out the label in brackets without spaces that begins the text:
// "[I-D.ietf-quic-http]".
func withoutBrackets(s *phrase.Text) *phrase.Text {
	end := s.ClosingParen(0)
	_, _, standard := s.StandardAt(1)
	for i := 1; i <= end && !standard; i++ {
		if !s.At(end).Is("]") || end > longestLabel*3 || i > 1 && s.At(i).Start != s.At(i-1).End {
			return s
		}
	}
	if !s.At(end + 1).Capital {
		return s
	}
	return s.Part(end+1, len(s.Tokens))
}

// WithoutRemark is the text without what is said of the work after a dash, when the
// reference is over: "Harbour Press, 2017. — The best of them".
func WithoutRemark(s *phrase.Text) *phrase.Text {
	dated, depth := false, 0
	for i := 1; i < len(s.Tokens)-1; i++ {
		switch t := s.At(i); {
		case t.Is("("):
			depth++
		case t.Is(")"):
			depth--
		case phrase.IsYear(t):
			dated = true
		case dated && depth == 0 && isLongDash(s, i) && endsReference(s.At(i-1)) && isRemark(s, i):
			return s.Part(0, i)
		}
	}
	return s
}

// isLongDash reports whether a dash that is no hyphen is at token i, with space around it.
func isLongDash(s *phrase.Text, i int) bool {
	last := i
	if s.At(i).Is("-") && s.At(i+1).Is("-") {
		last++
	}
	long := last > i || phrase.IsDash(s.At(i)) && s.At(i).Text != "-"
	return long && s.At(i-1).End < s.At(i).Start && s.At(last).End < s.At(last+1).Start
}

// isRemark reports whether the words after the dash at token i say nothing of where a work
// is: they begin with a word, one is a plain one and none a year or an address.
func isRemark(s *phrase.Text, i int) bool {
	for phrase.IsDash(s.At(i)) {
		i++
	}
	if s.At(i).Kind != phrase.Word {
		return false
	}
	said := false
	for at := i; at < len(s.Tokens); at++ {
		t := s.At(at)
		if phrase.IsYearOfMention(t) || t.Kind == phrase.Link || t.Is("doi") || t.Is("isbn") {
			return false
		}
		_, _, locator := s.LocatorWord(at)
		said = said || t.Kind == phrase.Word && !t.Capital && len(t.Text) > 1 && !locator
	}
	return said
}
