package citation

import (
	"cmp"
	"strings"

	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/text"
)

// The trained reader is right more often than the grammar from the confidence surelyMore
// on where it states what the grammar does not, and from surelyLess on where it only
// states less.
const (
	surelyMore = 0.25
	surelyLess = 0.8
)

// surer chooses between what the grammar and what the trained reader, if it read the text
// as well, say of a work of which the grammar is not settled. Where they agree the
// grammar's reading has more in it, but for values that go on; where they do not and the
// trained reader's is taken, the grammar adds to it.
func surer(grammar, trained Reference, ok bool) Reference {
	if !ok || partsMore(&grammar, &trained) {
		return grammar
	}
	more, less := contradicts(&trained, &grammar), contradicts(&grammar, &trained)
	if more && trained.Confidence >= surelyMore || less && trained.Confidence >= surelyLess {
		complete(&trained, &grammar)
		return trained
	}
	if trained.Confidence >= surelyLonger {
		lengthen(&grammar, &trained)
	}
	return grammar
}

// surelyLonger is from what confidence on the trained reader is right where a value of it
// goes on after the grammar's.
const surelyLonger = 0.45

// lengthen takes from the trained reader what goes on after the grammar's value: the place
// in a journal's name, more pages.
func lengthen(r, trained *Reference) {
	for _, name := range [...]ref.Field{ref.FieldContainer, ref.FieldPages} {
		value, own, sp := r.Value(name), r.Spans[string(name)], trained.Spans[string(name)]
		if *value != "" && own[0] == sp[0] && own[1] < sp[1] {
			*value, r.Spans[string(name)] = *trained.Value(name), sp
		}
	}
}

// partsMore reports whether a reading finds two parts where the other one has one: the
// author before the title, the series after the container, or the whole of the first name
// where the other one has its end: "St. John, P.".
func partsMore(r, other *Reference) bool {
	names, others := r.Spans[string(ref.FieldAuthors)], other.Spans[string(ref.FieldAuthors)]
	return names[0] < others[0] && names[1] == others[1] || hasLettersAtEnd(other.Title, r.Title) ||
		endsInRemark(r, other.Title) || r.Series != "" && strings.Contains(other.Container, r.Series)
}

// endsInRemark reports whether a title is that of a reading and what the reading says apart
// of it: its version, its translation in brackets.
func endsInRemark(r *Reference, title string) bool {
	return r.Title != "" && (strings.HasPrefix(title, r.Title+" [") || r.Version != "" && strings.HasPrefix(title, r.Title+", "))
}

// tellStory reports whether words that are no part of a name are in one of the names: "Dr
// Fenwick circulated".
func tellStory(names []Name) bool {
	for _, n := range names {
		for word := range strings.FieldsSeq(n.Family) {
			if n.Given != "" && len(word) > longestParticle && text.StartsLower(word) && word == strings.ToLower(word) {
				return true
			}
		}
	}
	return false
}

// longestParticle is how many letters the longest particle of a name has that is written
// in small letters.
const longestParticle = 5

// isSettled reports whether the grammar is surer of a work whatever the trained reader
// says, which was shown few of its kind.
func isSettled(grammar *Reference) bool { return grammar.Kind != "" || isUnpublished(grammar.Type) }

// isUnpublished reports whether a work is of a kind that the words of its reference name.
func isUnpublished(t ref.EntryType) bool {
	return t == ref.PhDThesis || t == ref.MastersThesis || t == ref.TechReport
}

// complete adds to what the trained reader has read what it has no labels for, the edition,
// the kind of work, the month and the day, and what it was not sure enough of to state: it
// is not alone with it.
func complete(r, grammar *Reference) {
	for _, name := range [...]ref.Field{ref.FieldEdition, ref.FieldGenre, ref.FieldVersion, ref.FieldURLDate, ref.FieldPages, ref.FieldEID, ref.FieldPublisher} {
		value, sp := r.Value(name), grammar.Spans[string(name)]
		if *value != "" || *grammar.Value(name) == "" || overlaps(r, sp) {
			continue
		}
		*value, r.Spans[string(name)] = *grammar.Value(name), sp
	}
	if r.Month == 0 && r.Year == grammar.Year {
		for _, name := range [...]ref.Field{ref.FieldMonth, ref.FieldDay} {
			if sp, ok := grammar.Spans[string(name)]; ok {
				r.Spans[string(name)] = sp
			}
		}
		r.Month, r.Day = grammar.Month, grammar.Day
	}
}

// overlaps reports whether a reference states some of the words at a span.
func overlaps(r *Reference, sp Span) bool {
	for _, other := range r.Spans {
		if sp[0] < other[1] && other[0] < sp[1] {
			return true
		}
	}
	return false
}

// contradicts reports whether a reading of a text states what the other one does not.
func contradicts(a, other *Reference) bool {
	for _, field := range [...]ref.Field{ref.FieldTitle, ref.FieldYear, ref.FieldVolume, ref.FieldNumber} {
		if v := *a.Value(field); v != "" && !sameLetters(v, *other.Value(field)) {
			return true
		}
	}
	pages, house := cmp.Or(a.Pages, a.EID), cmp.Or(a.Publisher, a.Institution)
	return pages != "" && !sameLetters(pages, cmp.Or(other.Pages, other.EID)) ||
		a.Container != "" && !sameHouse(a.Container, other.Container) ||
		house != "" && !sameHouse(house, cmp.Or(other.Publisher, other.Institution)) && !strings.Contains(other.Address, house) ||
		!beginAlike(a, other)
}

func onlyLetters(s string) string { return strings.ReplaceAll(fold.Letters(s), " ", "") }

func sameLetters(a, b string) bool { return a == b || onlyLetters(a) == onlyLetters(b) }

// hasLettersAtEnd reports whether a text ends as another one that is shorter.
func hasLettersAtEnd(text, end string) bool {
	text, end = onlyLetters(text), onlyLetters(end)
	return end != "" && len(end) < len(text) && strings.HasSuffix(text, end)
}

// sameHouse also takes a name for the same that goes on with the form of the firm, the
// place or an acronym: "Curran Associates, Inc.".
func sameHouse(a, b string) bool {
	if len(b) < len(a) {
		a, b = b, a
	}
	return sameLetters(a, b) || a != "" && (strings.HasPrefix(b, a+",") && !joinsPartners(b) || strings.HasPrefix(b, a+" ("))
}

// joinsPartners reports whether a name is that of partners: "Lund, Roe and Company".
func joinsPartners(name string) bool {
	return strings.Contains(name, " and ") || strings.Contains(name, " & ")
}

// beginAlike reports whether the authors are those of another reading, which may have
// more of them.
func beginAlike(a, other *Reference) bool {
	some, all := a.Authors, other.Authors
	if len(some) > 0 && a.Spans[string(ref.FieldAuthors)][1] < other.Spans[string(ref.FieldAuthors)][1] {
		some = some[:len(some)-1] // the last one may be cut
	}
	if len(some) > len(all) {
		return false
	}
	for i := range some {
		if ref.FamilyKey(some[i]) != ref.FamilyKey(all[i]) {
			return false
		}
	}
	return true
}
