package prose

import (
	"strings"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// readQuoted decides what the quotation at token i is.
func (r *reader) readQuoted(i int) (next int) {
	switch r.roleOf(i) {
	case inArt:
		r.readArt(i)
		return r.skipMakers(i + 1)
	case ref.FieldTitle:
		switch {
		case r.cur.Title == "":
		case r.contains(i):
			r.cur.Noun = "chapter"
			r.cur.Move(ref.FieldTitle, ref.FieldContainer)
		default:
			r.startWork()
		}
		r.takeTitle(i, i+1)
		r.topic = theWork
		if l := r.language(); l != nil {
			return r.readForeign(l, i+1)
		}
		if r.isLocated(i) {
			r.readNamesBefore(i)
		}
		r.readAuthorsOfTitle(i)
		if after := r.At(i + 1); after.In(lexicon.WorkNouns) && r.cur.Noun == "" {
			r.cur.Noun = after.Lower
		}
		if kind := r.kindAfter(i + 1); kind >= 0 && r.cur.Noun == "" {
			r.cur.Noun = r.At(kind).Lower
		}
		if r.hasChapters(i) {
			r.callItBook()
		}
		if r.cur.hasAuthors() && r.isPartOfWork(i+1) { // Lee's _T_, 2nd ed., Wiley, 2012
			return r.readParts(i + 1)
		}
	case ref.FieldContainer:
		if r.cur.Container == "" {
			r.cur.Held = r.noun == i-1 || r.noun == i-2 && r.At(i-1).In(lexicon.TitleCues) || (r.cur.Title != "" || !r.cur.is(ref.Article) && r.noun >= 0) && !r.LooksLikeVenue(i, i+1) && !r.At(i-1).In(lexicon.ContainerNouns)
			r.takeContainer(i, i+1)
		}
		r.topic = theWork
	}
	return i + 1
}

// hasChapters reports whether a numbered part of the title at i is named before it or
// after it: "chapter 5 of Lee's 'T'", "'T', chs. 2–3".
func (r *reader) hasChapters(i int) bool {
	if r.noun >= 0 && r.At(r.noun).In(lexicon.PartNouns) && r.At(r.noun+1).Kind == phrase.Number && r.At(r.noun+2).Is("of") {
		return true
	}
	part := r.At(i + 2)
	return r.At(i+1).Is(",") && r.cur.Noun == "" && (shortParts.has(part) || part.Is("chapter") || part.Is("chapters"))
}

// contains reports whether the title at i is that of a chapter which the book
// before it is said to contain.
func (r *reader) contains(i int) bool {
	if r.noun < 1 || r.At(r.noun).Lower != "chapter" || !r.cur.is(ref.Book) || r.cur.Container != "" {
		return false
	}
	for at := r.noun - 1; at > r.noun-4; at-- {
		switch r.At(at).Lower {
		case "contains", "includes", "features", "containing", "including":
			return true
		}
	}
	return false
}

// isHeld reports whether a noun is that of a work that books hold.
func isHeld(noun string) bool {
	switch noun {
	case "book", "books", "monograph", "textbook", "volume":
		return false
	}
	return true
}

// isContribution reports whether the book at noun i is named for an untitled part
// of it: "his contribution to the book".
func (r *reader) isContribution(i int) bool {
	for at := i - 1; at > 0 && at > i-6; at-- {
		switch r.At(at).Lower {
		case "appeared", "appears":
			return r.At(at+1).Is("in") && r.cur.Title == ""
		case "contribution", "chapter":
			return r.At(at+1).Is("to") || r.At(at+1).Is("of") || r.At(at+1).Is("in") && r.cur.Title == ""
		}
	}
	return false
}

// isDraft reports whether the noun at i is named for a draft that others read:
// "comments on earlier versions of the paper".
func (r *reader) isDraft(i int) bool {
	for at := i - 1; at > 0 && at > i-4; at-- {
		switch r.At(at).Lower {
		case "version", "versions", "draft", "drafts":
			return true
		}
	}
	return false
}

// isForeword reports whether the noun at i is named for its foreword: "the foreword
// to the book".
func (r *reader) isForeword(i int) bool {
	for at := i - 1; at > 0 && at > i-5; at-- {
		t := r.At(at)
		if t.In(lexicon.Possessives) {
			return false
		}
		if t.In(lexicon.ForewordNouns) {
			return true
		}
	}
	return false
}

// quotesSpeech reports whether the colon at i introduces what somebody said: "stated in
// the interview:".
func (r *reader) quotesSpeech(i int) bool {
	for at := i - 1; at > 0 && at > i-15; at-- {
		t := r.At(at)
		if t.Kind == phrase.Quoted {
			return false
		}
		if t.In(lexicon.SpeechVerbs) || t.Is("wrote") && r.At(at+1).Is("in") {
			return true
		}
	}
	return false
}

// isCiting reports whether the noun at i is that of the survey which cites the
// work: "cited in section 2 of the paper 'Y'".
func (r *reader) isCiting(i int) bool {
	for at := i - 1; at > 0 && at > i-8; at-- {
		switch r.At(at).Lower {
		case "cited", "cites", "section", "discussed", "mentioned", "referenced", "cite", "citing":
			return true
		}
		if r.At(at).Kind == phrase.Quoted {
			return false
		}
	}
	return false
}

// namesNoWork reports whether the noun that the title at i belongs to is none of a
// work: a course, a session. Without a noun there must be an authoring verb.
func (r *reader) namesNoWork(i int) bool {
	for at := i - 1; at >= 0; at-- {
		t := r.At(at)
		if t.In(lexicon.WorkNouns) && !(at < i-2 && r.At(at-1).Is("the") && r.At(at-2).Is("in")) { // "a section in the document is titled 'T'"
			return t.In(lexicon.NotWorkNouns) && r.isShort(i)
		}
		if t.In(lexicon.NotWorkNouns) || ownParts.has(t) {
			return true
		}
		if t.Kind == phrase.Quoted {
			return false
		}
	}
	return r.deed == untold
}

// ownParts are parts of the text that has them, or of one like it.
var ownParts = words("sections", "subsection", "subsections", "heading", "headings", "column", "columns")

// isShort reports whether the quotation at i has fewer words than the titles of
// works that could as well be named otherwise: a trial's "HOPE-4".
func (r *reader) isShort(i int) bool { return strings.Count(r.At(i).Text, " ") < 4 }

// SaysWhoWrote reports whether a title is followed by its authors as sentences have
// them and lists do not: "'T' by A", "'T', written by A".
func SaysWhoWrote(s *phrase.Text) bool {
	for i := range s.Tokens {
		if s.At(i).Kind != phrase.Quoted {
			continue
		}
		at := s.SkipComma(i + 1)
		if s.At(at).Is("written") {
			at++
		}
		if s.At(at).Is("by") && s.At(at+1).Capital {
			return true
		}
		if isListDash(s, i) && s.At(i+2).In(lexicon.WorkNouns) && s.At(i+3).Is("by") {
			return true
		}
		if list, _, ok := s.NamesAt(i + 2); ok && isListDash(s, i) && (list.EtAl || !list.IsBare()) {
			return true
		}
	}
	return false
}

// TellsDeed reports whether a text says, before the byte at end and among its first words,
// that somebody did something with something: "Members had before them", "The board
// considered the".
func TellsDeed(s *phrase.Text, end int) bool {
	const latest = 7
	for i := 1; i < latest && s.At(i).End <= end; i++ {
		t, after := s.At(i), s.At(i+1)
		if t.Kind != phrase.Word || t.Capital || !formsOfBe.has(t) && !t.Is("had") && !t.Is("has") && !phrase.IsVerb(t) || t.In(lexicon.FunctionWords) && !formsOfBe.has(t) {
			continue
		}
		if (strings.HasSuffix(t.Lower, "ed") || formsOfBe.has(t) || t.Is("had") || t.Is("has") || t.In(lexicon.PlainVerbs)) && (after.Is("the") || after.Is("to") || after.Is("a") || after.Is("an") || after.Is("that") || after.Is("before") || after.In(lexicon.Possessives)) {
			return true
		}
	}
	return false
}

// TellsDeedOfNames reports whether a text begins with names, and perhaps their year, that
// did something: "Lee, A. and Roe, B. (2019) introduced".
func TellsDeedOfNames(s *phrase.Text) bool {
	_, next, ok := s.NamesAt(0)
	if s.YearInParens(next) != (ref.Span{}) {
		next += 3
	}
	did := s.At(next)
	return ok && did.Kind == phrase.Word && !did.Capital && phrase.IsVerb(did)
}

// isListDash reports whether the title at i, which is marked or quoted and begins a text,
// has a dash after it, as in lists that name the title first.
func isListDash(s *phrase.Text, i int) bool {
	first := i == 0 || i <= 2 && (s.At(i-1).Is(".") || s.At(i-1).Is(")"))
	return first && phrase.IsDash(s.At(i+1)) && s.At(i+1).Start > s.At(i).End && strings.Contains(s.At(i).Text, " ")
}

// IsSentence reports whether a verb says what was done with a work: it is a sentence and
// no line of a list. Titles may have some of these verbs as well: they count where the
// title is in quotation marks.
func IsSentence(s *phrase.Text) bool {
	verbs, quoted := lexicon.AuthoringVerbs|lexicon.NeutralAuxiliaries|lexicon.SayingVerbs, false
	for i := range s.Tokens {
		quoted = quoted || s.At(i).Kind == phrase.Quoted
	}
	if quoted {
		verbs |= lexicon.ThesisVerbs | lexicon.TakingPart | lexicon.CarryingVerbs
	}
	for i := range s.Tokens {
		t := s.At(i)
		if s.Words(i, "came", "out") || s.Words(i, "comes", "out") || quoted && s.Words(i, "gave", "the") {
			return true
		}
		if t.Kind == phrase.Word && !t.Capital && i > 0 && t.In(verbs) {
			return true
		}
	}
	return false
}
