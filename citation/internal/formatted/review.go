package formatted

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// Review is what a line says of the work that is reviewed: "Review of Felt Rims, by Ann Lee".
type Review struct {
	Said     ref.Span // the words that say so
	Reviewed ref.Span // the title of the reviewed work among them
	Around   ref.Span // the words and the marks that are left out with them
	Titled   bool     // the review has a title of its own before them
}

// FindReview finds the first words of a text that say whose work a review is of.
func FindReview(s *phrase.Text) (r Review, ok bool) {
	if !s.Dated {
		return r, false
	}
	for i := range s.Tokens {
		if title := reviewCue(s, i); title > i {
			if r, ok := reviewAt(s, i, title); ok {
				return r, true
			}
		}
	}
	return r, false
}

// reviewNouns are what a review is called, and ofReviewed what may come between that and the
// title.
var (
	reviewNouns = text.WordSet("review", "rev", "rezension", "besprechung", "recension", "recensione", "reseña", "resenha", "rendu")
	ofReviewed  = text.WordSet(".", "of", ":", "zu", "von", "di", "de", "the")
	reviewed    = text.WordSet("film", "album", "exhibition", "play", "performance", "documentary")
)

// reviewCue is where the title begins in words from token i on that say what is reviewed,
// else i: "Review of the book Felt Rims".
func reviewCue(s *phrase.Text, i int) (title int) {
	if !opensReview(s, i) {
		return i
	}
	noun := i
	if s.At(i).Is("book") || s.Words(i, "compte") {
		noun++
	}
	if !reviewNouns[s.At(noun).Lower] {
		return i
	}
	title = noun + 1
	for ofReviewed[s.At(title).Lower] && !s.At(title).Capital {
		title++
	}
	if s.At(title-1).Is("the") && (s.At(title).In(lexicon.WorkNouns) || reviewed[s.At(title).Lower]) {
		title++
	}
	if last := s.At(title - 1); title == noun+1 || last.Is(".") {
		return i
	}
	return title
}

// opensReview reports whether what is said of a review may begin at token i: after a mark, or
// with a capital.
func opensReview(s *phrase.Text, i int) bool {
	before := s.At(i - 1)
	return before.Kind == phrase.NoToken || before.Kind == phrase.Quoted || before.Kind == phrase.Mark
}

// reviewAt reads what is said from token i on of a reviewed work whose title begins at another.
func reviewAt(s *phrase.Text, i, title int) (r Review, ok bool) {
	closing := -1
	if s.At(i - 1).Is("[") {
		closing = s.ClosingParen(i - 1)
	}
	for by := title + 1; by < min(len(s.Tokens), title+phrase.LongestPhrase); by++ {
		names := byWords(s, by)
		if names == by {
			continue
		}
		switch next, ok := reviewedNames(s, names); {
		case ok && names < closing && s.At(closing).Is("]"): // "[…, by A. Lee, Dir.]"
			return newReview(s, i, title, by, closing), true
		case ok && endsReview(s, next):
			return newReview(s, i, title, by, reviewedEditors(s, next)), true
		}
	}
	return r, false
}

// byWords is where names begin after the words at token i that say by whom a work is, else i.
func byWords(s *phrase.Text, i int) (names int) {
	names = i
	switch t := s.At(i); {
	case t.Is("ed"), t.Is("trans"), t.Is("dir"), t.Is("hrsg"):
		if names++; s.At(names).Is(".") {
			names++
		}
		if s.At(names).Capital {
			return names
		}
	case t.Is("edited"), t.Is("translated"), t.Is("directed"), t.Is("herausgegeben"):
		names++
	}
	switch t := s.At(names); {
	case t.Is("by"), t.Is("par"), t.Is("von"), t.Is("por"), t.Is("di"):
		return names + 1
	}
	return i
}

// reviewedNames reads the people of a reviewed work at token i, up to the last one that "and"
// joins or that has its initials after it, for what only a comma parts from them may be the
// journal.
func reviewedNames(s *phrase.Text, i int) (next int, ok bool) {
	for at := i; ; {
		n, after, person := s.PersonAt(at)
		if !person || n.Given == "" {
			return next, ok
		}
		if at == i || !s.At(at-1).Is(",") || phrase.IsInitials(s.At(after-1)) {
			next, ok = after, true
		}
		if others, isOthers := s.EtAl(after); isOthers {
			return others, true
		}
		separated, more := s.Separator(after)
		if !more {
			return next, ok
		}
		at = separated
	}
}

// endsReview reports whether what is said of a reviewed work may end before token i.
func endsReview(s *phrase.Text, i int) bool {
	switch t := s.At(i); {
	case t.Is("."), t.Is(","), t.Is(";"), t.Is("]"), t.Is(")"), t.Is("("), s.At(i - 1).Is("."):
		return true
	}
	return false
}

// newReview is what tokens from i to next say: the title of the reviewed work is from title to
// by.
func newReview(s *phrase.Text, i, title, by, next int) (r Review) {
	last := by
	for s.At(last - 1).Is(",") {
		last--
	}
	r.Said, r.Reviewed = s.Span(i, next), s.Span(title, last)
	if bracket := s.At(i - 1); bracket.Is("[") || bracket.Is("(") {
		i, next = i-1, min(next+1, len(s.Tokens))
	}
	r.Around = s.Span(i, next)
	if r.Titled = hasOwnTitle(s, i); r.Titled {
		before := strings.TrimRight(s.Content[:s.At(i).Start], " ")
		r.Around[0] = len(before)
		if end := s.At(next); !endsWord(before) && (end.Is(".") || end.Is(",")) {
			r.Around[1] = end.End
		}
	}
	return r
}

// reviewedEditors skips what says that the people before token i are editors: ", eds."
func reviewedEditors(s *phrase.Text, i int) (next int) {
	if !s.At(i).Is(",") || !isEditorsMark(s.At(i+1)) {
		return i
	}
	return i + 2
}

func endsWord(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(last) || unicode.IsDigit(last)
}

// hasOwnTitle reports whether a review has a title of its own before what token i begins to say
// of it: in quotation marks, right before a bracket, or after the year.
func hasOwnTitle(s *phrase.Text, i int) bool {
	before := s.At(i - 1)
	if before.Kind == phrase.Quoted || before.Is(",") && s.At(i-2).Kind == phrase.Quoted {
		return true
	}
	if s.At(i).Is("[") && (before.Kind == phrase.Word || before.Is("?") || before.Is("!")) {
		return true
	}
	title := i - 1
	for title > 0 && s.At(title-1).Kind != phrase.Number && !s.At(title-1).Is(")") {
		title--
	}
	return title < i-2 && s.YearInParens(title-3) != (ref.Span{})
}
