package citation

import (
	"math"
	"slices"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/internal/prose"
	"github.com/factcite/factcite/citation/internal/tagger"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// What a model of sentences takes for the title of a work is taken from one certainty on, and
// the other values from another: measured on sentences that it had not seen (docs/references.md).
const (
	surelyTitle = 0.75
	surelyField = 0.8
)

// readSilent reads the work of a sentence in which the grammar finds none, if a model of
// sentences is sure of its title: by the grammar as if that was in quotation marks, with what
// the model is sure of besides; by the model alone where the grammar reads nothing still.
func readSilent(s *phrase.Text, model *tagger.Model) (r Reference, ok bool) {
	trained, c, ok := readNamed(s, model)
	if !ok {
		return r, false
	}
	if quoted, ok := s.WithQuotation(trained.Spans[string(ref.FieldTitle)]); ok {
		if works, _ := prose.ReadWorks(quoted); len(works) == 1 && works[0].Title != "" {
			complete(&works[0], &trained.Reference, c)
			works[0].Confidence = trained.Confidence
			return works[0], true
		}
	}
	for _, row := range ref.Fields {
		if sp, ok := trained.Spans[string(row.Name)]; ok && row.Name != ref.FieldTitle && c.In(sp) < surelyField {
			trained.Drop(row.Name)
		}
	}
	return trained.Settled(), true
}

// readNamed reads the work of a sentence by a model of sentences that is sure of the title.
func readNamed(s *phrase.Text, model *tagger.Model) (w phrase.Work, c tagger.Certainty, ok bool) {
	if s.At(len(s.Tokens)-1).End-s.At(0).Start > longestListed || slices.ContainsFunc(s.Tokens, isOfShow) {
		return w, nil, false
	}
	alone, start := s.Alone()
	w, c, ok = model.ReadSentence(alone)
	title := w.Spans[string(ref.FieldTitle)]
	if !ok || c.In(title) < surelyTitle || !isQuoted(alone, title) && mayBeNoTitle(alone, title) || isBare(&w.Reference) {
		return w, nil, false
	}
	w.Confidence = math.Round(c.In(title)*100) / 100
	w.Shift(start)
	c.Shift(start)
	return w, c, true
}

// isOfShow reports whether a word is one of films and plays: "directed", "starring".
func isOfShow(t phrase.Token) bool { return t.In(lexicon.CastWords) }

// isQuoted reports whether the words at a span are a quotation.
func isQuoted(s *phrase.Text, sp Span) bool {
	return slices.ContainsFunc(s.Tokens, func(t phrase.Token) bool { return t.Kind == phrase.Quoted && t.Start <= sp[0] && sp[1] <= t.End })
}

// mayBeNoTitle reports whether words without marks are likely to be no title: those that begin
// in lower case, end with what a work is called, "the Harbour paper", or have a citation
// after them, as a thing has that is not a work, "the Harbour classes (Lee et al., 1998)".
func mayBeNoTitle(s *phrase.Text, title Span) bool {
	last := slices.IndexFunc(s.Tokens, func(t phrase.Token) bool { return t.End == title[1] })
	if last < 0 || text.StartsLower(s.Slice(title)) || s.At(last).In(lexicon.WorkNouns) {
		return true
	}
	_, after, ok := s.NamesAt(last + 2)
	return s.At(last+1).Is("(") && ok && phrase.IsYearOfMention(s.At(s.SkipComma(after)))
}

// isNamed reports whether the title of a work is what the grammar takes for another thing, as a
// film, or for somebody's words.
func isNamed(named []Named, r *Reference) bool {
	title := r.Spans[string(ref.FieldTitle)]
	return slices.ContainsFunc(named, func(n Named) bool { return n.Span[0] < title[1] && title[0] < n.Span[1] })
}

// alike are the fields of which a sentence that states one is not completed with another: a
// model takes one for the other at times.
var alike = [...][]ref.Field{
	{ref.FieldAuthors, ref.FieldEditors},
	{ref.FieldContainer, ref.FieldPublisher, ref.FieldInstitution},
}

// complete states what a model is sure of and the grammar does not say.
func complete(r, trained *Reference, c tagger.Certainty) {
	for _, row := range ref.Fields {
		sp, ok := trained.Spans[string(row.Name)]
		if !ok || c.In(sp) < surelyField || says(r, row.Name) || overlapsAny(r, sp) {
			continue
		}
		switch names, value := row.Names(r), r.Value(row.Name); {
		case names != nil:
			*names, r.EtAl = *row.Names(trained), trained.EtAl
		case value != nil:
			*value = *trained.Value(row.Name)
		default:
			continue
		}
		r.Spans[string(row.Name)] = sp
	}
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

func overlapsAny(r *Reference, sp Span) bool {
	for _, own := range r.Spans {
		if own[0] < sp[1] && sp[0] < own[1] {
			return true
		}
	}
	return false
}
