package citation

import (
	"math"
	"slices"
	"strings"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/internal/prose"
	"github.com/factcite/factcite/citation/internal/tagger"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// sentence is what is read of one.
type sentence struct {
	*phrase.Text
	works []Reference
	named []Named
	cited []Mention // those of its works among them
}

// mentions are those that are no part of the works.
func (s *sentence) mentions() []Mention { return prose.OfOthers(s.cited, s.works, s.named) }

// From what certainty on a model of sentences is believed: measured on sentences that it had
// not seen (docs/references.md).
const (
	surelyMarked = 0.6 // of a title in quotation marks, or emphasised
	surelyTitle  = 0.8
	surelyField  = 0.8
	surelyIssuer = 0.9 // of the container and the publisher
)

// leavesOpen reports whether the grammar reads nothing of a sentence, or works without their
// titles, authors or years, or titles without marks, and there are names, numbers or
// quotations that it does not read: what it reads whole is seldom wrong.
func (s *sentence) leavesOpen() bool {
	if s.At(len(s.Tokens)-1).End-s.At(0).Start > longestListed {
		return false
	}
	open := len(s.works) == 0
	for i := range s.works {
		r := &s.works[i]
		open = open || r.Title == "" || len(r.Authors)+len(r.Editors) == 0 || r.Year == "" || !s.isQuoted(r.Spans[string(ref.FieldTitle)])
	}
	return open && s.hasUnread() && !slices.ContainsFunc(s.Tokens, namesOthers)
}

// hasUnread reports whether a name, a number or a quotation is no part of what the grammar reads.
func (s *sentence) hasUnread() bool {
	var read []Span
	for i := range s.works {
		for _, sp := range s.works[i].Spans {
			read = append(read, sp)
		}
	}
	for _, n := range s.named {
		read = append(read, n.Span)
	}
	for i := range s.Tokens {
		t := s.At(i)
		telling := t.Kind == phrase.Quoted || t.Kind == phrase.Number || t.Capital && i > 0
		if telling && !overlap([]Span{{t.Start, t.End}}, read) {
			return true
		}
	}
	return false
}

// namesOthers reports whether a word is one of films and plays, "directed", "starring", or of
// courses, whose names are quoted as titles are.
func namesOthers(t phrase.Token) bool {
	return t.In(lexicon.CastWords) || t.Is("course") || t.Is("courses")
}

// learn adds what a model of sentences is sure of, and the grammar does not say: titles, which
// the grammar reads again as if they were in quotation marks, and values of the only work.
func (s *sentence) learn(model *tagger.Model) {
	if whole, _ := s.Alone(); whole != s.Text { // a line of a list, or a part of one
		return
	}
	naming := model.ReadSentence(s.Text, s.works, s.mentions())
	named := slices.DeleteFunc(naming.Works, func(w tagger.NamedWork) bool { return w.Sure < s.leastSureTitle(w.Title) || !s.mayBeTitle(w.Title) })
	if len(named) == 0 {
		return
	}
	for i := range named {
		if k := s.untitledIn(named[i].Part); k >= 0 && s.titled(named[i].Title) < 0 {
			s.name(&s.works[k], &named[i])
		}
	}
	s.addNamed(named, naming.Certainty)
	for i := range named {
		if k := s.titled(named[i].Title); k >= 0 {
			s.complete(&s.works[k], &named[i].Work.Reference, naming.Certainty)
		}
	}
}

// untitledIn is which work has no title, and all its values in a part of the sentence, -1 for
// none.
func (s *sentence) untitledIn(part Span) int {
	return slices.IndexFunc(s.works, func(r Reference) bool {
		for _, sp := range r.Spans {
			if sp[0] < part[0] || part[1] < sp[1] {
				return false
			}
		}
		return r.Title == ""
	})
}

// titled is which work has a title that overlaps a span, -1 for none.
func (s *sentence) titled(sp Span) int {
	return slices.IndexFunc(s.works, func(r Reference) bool { return overlap([]Span{sp}, titlesOf([]Reference{r})) })
}

func (s *sentence) leastSureTitle(sp Span) float64 {
	if s.isQuoted(sp) {
		return surelyMarked
	}
	return surelyTitle
}

// name gives a work that the grammar knows by its identifier or container alone its title, if
// that is marked or the work is known by an identifier.
func (s *sentence) name(r *Reference, named *tagger.NamedWork) {
	title := named.Title
	written := s.isQuoted(title) || isIdentified(r) || phrase.IsTitleCase(s.Slice(title)) && !s.isOfMany(title)
	if written && !overlapsAny(r, title) {
		r.Title, r.Confidence = s.Slice(title), rounded(named.Sure)
		r.Spans[string(ref.FieldTitle)] = title
	}
}

// isOfMany reports whether the possessive of several is right before a title, as it is where
// it belongs to it: "the Economists' Statement".
func (s *sentence) isOfMany(title Span) bool {
	before := s.Content[:title[0]]
	return strings.HasSuffix(before, "s' ") || strings.HasSuffix(before, "s’ ")
}

func titlesOf(works []Reference) (titles []Span) {
	for i := range works {
		if sp, ok := works[i].Spans[string(ref.FieldTitle)]; ok {
			titles = append(titles, sp)
		}
	}
	return titles
}

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
		return s.isWholeQuotation(sp) && !s.isSaid(sp)
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

// addNamed adds the works that are named, each as the grammar reads it if the titles are in
// quotation marks, or, if it reads nothing still, as the model does.
func (s *sentence) addNamed(named []tagger.NamedWork, certainty tagger.Certainty) {
	quoted := s.Text
	for _, w := range named {
		if marked, ok := quoted.WithQuotation(w.Title); ok && !s.isQuoted(w.Title) {
			quoted = marked
		}
	}
	works, untitled := s.works, s.hasUntitled()
	if quoted != s.Text {
		works, _ = prose.ReadWorks(quoted)
	}
	for _, w := range named {
		known := s.titled(w.Title)
		i := slices.IndexFunc(works, func(r Reference) bool { return slices.Contains(titlesOf([]Reference{r}), w.Title) })
		switch {
		case known >= 0 && (i < 0 || !s.isPartOf(&s.works[known], w.Title)):
		case known >= 0:
			s.works[known] = works[i]
		case untitled:
		case i >= 0:
			works[i].Confidence = rounded(w.Sure)
			s.works = append(s.works, works[i])
		case w.Work.Title != "" && w.Sure >= surelyTitle:
			r := sureOf(w.Work, certainty)
			r.Confidence = rounded(w.Sure)
			s.works = append(s.works, r)
		}
	}
}

// isPartOf reports whether the title of a work is some of the words without marks.
func (s *sentence) isPartOf(r *Reference, sp Span) bool {
	title := r.Spans[string(ref.FieldTitle)]
	return title != sp && sp[0] <= title[0] && title[1] <= sp[1] && !s.isQuoted(title)
}

func (s *sentence) hasUntitled() bool {
	return slices.ContainsFunc(s.works, func(r Reference) bool { return r.Title == "" })
}

func rounded(sure float64) float64 { return math.Round(sure*100) / 100 }

// sureOf is what a model says of a work that it is sure of.
func sureOf(w phrase.Work, certainty tagger.Certainty) Reference {
	for _, row := range ref.Fields {
		if sp, ok := w.Spans[string(row.Name)]; ok && row.Name != ref.FieldTitle && row.Group != ref.GroupIdentifiers && certainty.In(sp) < surelyField {
			w.Drop(row.Name)
		}
	}
	return w.Settled()
}

// complete states what a model is sure of and the grammar does not say, near the title: what is
// far from it in a long sentence is often of something else.
func (s *sentence) complete(r, trained *Reference, certainty tagger.Certainty) {
	for _, f := range completed {
		sp, ok := trained.Spans[string(f.field)]
		if !ok || certainty.In(sp) < f.least || says(r, f.field) || s.isRead(sp) || s.isTopic(sp) || s.wordsBetween(sp, r.Spans[string(ref.FieldTitle)]) > nearWords {
			continue
		}
		if names := ref.RowOf(f.field).Names(r); names != nil {
			*names, r.EtAl = *ref.RowOf(f.field).Names(trained), trained.EtAl
		} else {
			*r.Value(f.field) = *trained.Value(f.field)
		}
		if f.field == ref.FieldContainer {
			r.Type = trained.Type
		}
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

// isTopic reports whether words say what a work is about: "the life of Ana Roe".
func (s *sentence) isTopic(sp Span) bool {
	before := s.Content[:sp[0]]
	return strings.HasSuffix(before, " of ") || strings.HasSuffix(before, " about ") || strings.HasSuffix(before, " on ")
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
