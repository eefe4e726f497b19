package citation

import (
	"math"
	"slices"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/internal/prose"
	"github.com/factcite/factcite/citation/internal/tagger"
	"github.com/factcite/factcite/citation/ref"
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
			trained := named[i].Work.Settled()
			s.complete(&s.works[k], &trained, naming.Certainty)
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
	return slices.IndexFunc(s.works, func(r Reference) bool { return overlap([]Span{sp}, []Span{r.Spans[string(ref.FieldTitle)]}) })
}

func (s *sentence) leastSureTitle(sp Span) float64 {
	if s.isQuoted(sp) {
		return surelyMarked
	}
	return surelyTitle
}

// name gives a work of which the grammar knows no title its title, if that is in marks or in
// capitals, or the work is known by an identifier.
func (s *sentence) name(r *Reference, named *tagger.NamedWork) {
	title := named.Title
	written := s.isQuoted(title) || isIdentified(r) || phrase.IsTitleCase(s.Slice(title)) && !s.isOfMany(title)
	if written && !overlapsAny(r, title) {
		r.Title, r.Confidence = s.Slice(title), rounded(named.Sure)
		r.Spans[string(ref.FieldTitle)] = title
	}
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
		i := slices.IndexFunc(works, func(r Reference) bool { return r.Spans[string(ref.FieldTitle)] == w.Title })
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
