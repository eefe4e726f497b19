package citation

import (
	"strings"
	"unicode/utf8"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// isSaying reports whether a line is what somebody said, and who did after a long dash: "A cart
// is a promise. — Ana Roe, 1999". In lists the authors come before the title, and after the
// dash a place with its house, or volume and pages: "Roe A. Felt rims. — Cork : Harbour Press".
func isSaying(content, line string, r *Reference) bool {
	said, by, ok := cutLongDash(line)
	pages := r.Spans[string(ref.FieldPages)]
	if !ok || strings.Contains(by, ":") || r.Volume != "" || r.Pages != "" && content[pages[0]-1] != '(' { // "Ana Roe (1804-1871)"
		return false
	}
	if authors, ok := r.Spans[string(ref.FieldAuthors)]; ok && authors[0] == 0 && r.Confidence >= fairly && hasWholeName(r.Authors) {
		return false
	}
	return strings.Count(said, " ") > 1 && endsSentence(said) && !phrase.IsTitleCase(said) && !text.StartsLower(by)
}

// cutLongDash cuts a line around its last dash that is no hyphen, with space around it.
func cutLongDash(line string) (before, after string, ok bool) {
	at := -1
	for _, dash := range [...]string{" -- ", " --- ", " – ", " — ", " ― "} {
		if i := strings.LastIndex(line, dash); i > at {
			at, before, after, ok = i, line[:i], line[i+len(dash):], true
		}
	}
	return before, after, ok
}

// endsSentence reports whether a text ends as sentences and what somebody says do.
func endsSentence(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, " "))
	return strings.ContainsRune(".!?…\"”»", last)
}

// isOfSentence reports whether what is read as the authors or the title are words of a sentence:
// "Maintained by Ana Roe since June 2018", "Mit Stand April 2021 wurden viele".
func isOfSentence(content string, r *Reference) bool {
	if len(r.Authors) > 0 {
		name := strings.ToLower(r.Authors[0].String())
		if first, _, more := strings.Cut(name, " "); strings.Contains(name, " by ") || more && sentenceOpeners[first] {
			return true
		}
	}
	first, _, _ := strings.Cut(r.Title, " ")
	return finiteVerbs[first] || runsIntoYear(content, r)
}

// runsIntoYear reports whether a title ends in the words that go on with the year: "Roe in 2007",
// "Roe since June 2018".
func runsIntoYear(content string, r *Reference) bool {
	title, year := r.Spans[string(ref.FieldTitle)], r.Spans[string(ref.FieldYear)]
	if r.Title == "" || r.Year == "" || content[title[1]:max(title[1], year[0])] != " " {
		return false
	}
	words := strings.Fields(strings.ToLower(r.Title))
	last := len(words) - 1
	if last > 0 && lexicon.Months[words[last]] > 0 {
		last--
	}
	return words[last] == "in" || words[last] == "since" || words[last] == "until" || words[last] == "from"
}

// sentenceOpeners begin sentences of languages with capitals, and no name.
var sentenceOpeners = text.WordSet("auf", "mit", "bei", "nach", "für", "aus", "zum", "zur", "unter", "über", "seit", "wenn", "dans", "pour", "avec", "sur", "depuis", "selon", "para", "por", "desde", "según", "dalla", "dalle", "nella", "nelle", "secondo", "with", "from", "for", "since", "when", "while", "after", "before")

// finiteVerbs say of what is before them, in small letters, what it is or was: no title begins
// with one.
var finiteVerbs = text.WordSet("wurde", "wurden", "wird", "werden", "ist", "sind", "war", "waren", "hat", "haben", "est", "sont", "était", "étaient", "fue", "fueron", "fu", "furono", "è", "sono", "is", "are", "was", "were", "has", "have")
