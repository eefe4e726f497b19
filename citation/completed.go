package citation

import (
	"slices"
	"strings"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/internal/tagger"
	"github.com/factcite/factcite/citation/ref"
)

// complete states what a model is sure of and the grammar does not say, near the title: what is
// far from it in a long sentence is often of something else. What the model reads is settled.
func (s *sentence) complete(r, trained *Reference, certainty tagger.Certainty) {
	for _, f := range completed {
		sp, ok := trained.Spans[string(f.field)]
		if !ok || certainty.In(sp) < f.least || says(r, f.field) || s.isRead(sp) || s.wordsBetween(sp, r.Spans[string(ref.FieldTitle)]) > nearWords {
			continue
		}
		switch names := ref.RowOf(f.field).Names(r); {
		case names == nil:
			*r.Value(f.field) = *trained.Value(f.field)
		case s.isTopic(sp), s.didSomething(sp):
			continue
		default:
			*names, r.EtAl = *ref.RowOf(f.field).Names(trained), trained.EtAl
		}
		if f.field == ref.FieldContainer {
			r.Type = trained.Type
		}
		delete(r.Derived, string(f.field))
		r.Spans[string(f.field)] = sp
	}
}

// completed are the fields that a work is completed with, and from what certainty on.
var completed = [...]struct {
	field ref.Field
	least float64
}{
	{ref.FieldAuthors, surelyField}, {ref.FieldEditors, surelyField}, {ref.FieldYear, surelyField},
	{ref.FieldContainer, surelyIssuer}, {ref.FieldPublisher, surelyIssuer}, {ref.FieldInstitution, surelyIssuer},
	{ref.FieldVolume, surelyField}, {ref.FieldNumber, surelyField}, {ref.FieldPages, surelyField},
}

// nearWords is how many words may be between a title and what completes it.
const nearWords = 10

func (s *sentence) wordsBetween(a, b Span) int {
	if b[0] < a[0] {
		a, b = b, a
	}
	return len(strings.Fields(s.Content[a[1]:max(a[1], b[0])]))
}

// alike are the fields of which a sentence that states one is not completed with another: a
// model takes one for the other at times.
var alike = [...][]ref.Field{
	{ref.FieldAuthors, ref.FieldEditors},
	{ref.FieldContainer, ref.FieldPublisher, ref.FieldInstitution},
}

// says reports whether a reference states a field, or one that is like it.
func says(r *Reference, field ref.Field) bool {
	for _, fields := range alike {
		if slices.Contains(fields, field) && slices.ContainsFunc(fields, func(f ref.Field) bool { _, ok := r.Spans[string(f)]; return ok }) {
			return true
		}
	}
	_, ok := r.Spans[string(field)]
	return ok
}

// isTopic reports whether people are those whom a work is about: "the life of Ana Roe".
func (s *sentence) isTopic(sp Span) bool {
	before := s.Content[:sp[0]]
	return strings.HasSuffix(before, " of ") || strings.HasSuffix(before, " about ") || strings.HasSuffix(before, " on ")
}

// didSomething reports whether people are said to have done something else than made a work: the
// grammar knows those who wrote what they tell of.
func (s *sentence) didSomething(sp Span) bool {
	for i := range s.Tokens {
		if s.At(i).End == sp[1] {
			did := s.At(i + 1)
			return phrase.IsVerb(did) && phrase.IsPlainWord(did) && (!did.In(lexicon.AuthoringVerbs) || did.Is("presented"))
		}
	}
	return false
}

// isRead reports whether a part of a span is of a work, or of a citation of another.
func (s *sentence) isRead(sp Span) bool {
	return slices.ContainsFunc(s.works, func(r Reference) bool { return overlapsAny(&r, sp) }) ||
		slices.ContainsFunc(s.mentions(), func(m Mention) bool { return m.Span[0] < sp[1] && sp[0] < m.Span[1] })
}

func overlapsAny(r *Reference, sp Span) bool {
	for _, own := range r.Spans {
		if own[0] < sp[1] && sp[0] < own[1] {
			return true
		}
	}
	return false
}
