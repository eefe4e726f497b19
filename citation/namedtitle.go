package citation

import (
	"slices"
	"strings"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/internal/prose"
	"github.com/factcite/factcite/internal/text"
)

// mayBeTitle reports whether words may be the title of a work: they are no part of what the
// grammar takes for another thing, as a film, nor a name with a citation.
func (s *sentence) mayBeTitle(sp Span) bool {
	if slices.ContainsFunc(s.named, func(n Named) bool { return n.Span[0] < sp[1] && sp[0] < n.Span[1] }) {
		return false
	}
	if quotesFrom(s.Text, sp) {
		return false
	}
	if s.isQuoted(sp) {
		return s.isWholeQuotation(sp) && !s.isSaid(sp) && !s.isBody(sp)
	}
	return s.isWritten(sp) && !s.isCitedThing(sp) && !s.hasYearsOrAcronym(sp)
}

// isWholeQuotation reports whether words are all of a quotation, up to a subtitle: those of
// "**Hollin transform**" are no title without the second.
func (s *sentence) isWholeQuotation(sp Span) bool {
	return slices.ContainsFunc(s.Tokens, func(t phrase.Token) bool {
		if t.Kind != phrase.Quoted || t.Start != sp[0] || t.End < sp[1] {
			return false
		}
		rest := s.Content[sp[1]:t.End]
		return !text.StartsLetter(strings.TrimLeft(rest, " "), 0)
	})
}

// quotesFrom reports whether words are some of a quotation that is no title.
func quotesFrom(s *phrase.Text, sp Span) bool {
	for i := range s.Tokens {
		if quoted, ok := prose.QuotedFrom(s, i); ok && quoted[0] <= sp[0] && sp[1] <= quoted[1] {
			return true
		}
	}
	return false
}

// isSaid reports whether a quotation has a verb of speech after it.
func (s *sentence) isSaid(sp Span) bool {
	next := slices.IndexFunc(s.Tokens, func(t phrase.Token) bool { return t.Start >= sp[1] && !t.Is(",") })
	return s.At(next).In(lexicon.SpeechVerbs)
}

// isBody reports whether a quotation has the noun of a body before it: "the charity 'Quiet
// Carts'". A survey may be told of by its title.
func (s *sentence) isBody(sp Span) bool {
	before := s.At(slices.IndexFunc(s.Tokens, func(t phrase.Token) bool { return t.End > sp[0] }) - 1)
	return !before.Capital && before.In(lexicon.BodyWords) && !before.Is("survey")
}

// isQuoted reports whether words are in a quotation.
func (s *sentence) isQuoted(sp Span) bool {
	return slices.ContainsFunc(s.Tokens, func(t phrase.Token) bool { return t.Kind == phrase.Quoted && t.Start <= sp[0] && sp[1] <= t.End })
}

// isCitedThing reports whether few words without marks have a citation after them, as things
// have that are no works: "the Harbour classes (Lee et al., 1998)".
func (s *sentence) isCitedThing(sp Span) bool {
	return strings.Count(s.Slice(sp), " ") < wordsOfThing && slices.ContainsFunc(s.cited, func(m Mention) bool {
		if m.Span[0] < sp[1] {
			return false
		}
		switch strings.TrimSpace(s.Content[sp[1]:m.Span[0]]) {
		case "", "(", "by", "(by":
			return true
		}
		return false
	})
}

// wordsOfThing is how many words the name of a thing has at most.
const wordsOfThing = 3

// isWritten reports whether words without marks are written as titles are: there are several
// from a capital on, and those that begin the sentence, as any do, have more.
func (s *sentence) isWritten(sp Span) bool {
	title := s.Slice(sp)
	return strings.Contains(title, " ") && !text.StartsLower(title) && (sp[0] > s.At(0).Start || phrase.IsTitleCase(title))
}

// hasYearsOrAcronym reports whether after a name, in parentheses, are the first and the last
// year of what has it, or its acronym: "Elbow United (1961–64)", "Felt Carrier Protocol (FCP)".
func (s *sentence) hasYearsOrAcronym(sp Span) bool {
	next := slices.IndexFunc(s.Tokens, func(t phrase.Token) bool { return t.Start >= sp[1] })
	if next < 0 || !s.At(next).Is("(") {
		return false
	}
	inside := s.At(next + 1)
	years := phrase.IsYear(inside) && phrase.IsDash(s.At(next+2)) && s.At(next+3).Kind == phrase.Number
	return years || s.At(next+2).Is(")") && inside.Kind == phrase.Word && inside.Text == strings.ToUpper(inside.Text)
}

// isOfMany reports whether the possessive of several is right before a title, as it is where
// it belongs to it: "the Economists' Statement".
func (s *sentence) isOfMany(title Span) bool {
	before := s.Content[:title[0]]
	return strings.HasSuffix(before, "s' ") || strings.HasSuffix(before, "s’ ")
}
