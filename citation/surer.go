package citation

import (
	"cmp"
	"slices"
	"strings"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/internal/tagger"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/text"
)

// Where the grammar and the trained reader read a part of a line in two ways, the trained
// reader is right more often from some certainty on, that of its least certain word there.
const (
	surelySaid   = 0.3
	surelySilent = 0.7 // where it states nothing
	surelyJoined = 0.9 // where the grammar knows by its marks that it is something else
	neverSure    = 2   // where it cuts what is emphasised
)

// surer reads a line part by part as the grammar or as the trained reader does, whichever is
// surer of that part. Both works are settled; where they agree the grammar's words are taken.
func surer(s *phrase.Text, grammar, trained *phrase.Work, certainty tagger.Certainty) Reference {
	w := *grammar
	taken := false
	for _, d := range differences(&grammar.Reference, &trained.Reference) {
		if !d.isLeftOut(certainty, &grammar.Reference) && !d.isInSeries(&trained.Reference) && d.certainty(certainty) >= d.leastCertainty(s, &grammar.Reference, &trained.Reference) {
			d.take(&w, trained)
			d.others(&w, trained)
			taken = true
		}
	}
	if !takeEditors(&w, trained, certainty) && !taken {
		return w.Reference
	}
	w.Noun = cmp.Or(w.Noun, trained.Noun)
	w.Held, w.Meeting, w.Preprint = w.Held || trained.Held, w.Meeting || trained.Meeting, w.Preprint || trained.Preprint
	w.Confidence, w.Doubtful, w.Derived = trained.Confidence, trained.Doubtful, nil
	return w.Settled()
}

// takeEditors reads the editors as the trained reader does, if the grammar takes no more of
// the words for anything than some of them for editors.
func takeEditors(w, trained *phrase.Work, c tagger.Certainty) bool {
	sp, ok := trained.Spans[string(ref.FieldEditors)]
	if !ok || len(trained.Editors) <= len(w.Editors) || c.In(sp) < surelySilent {
		return false
	}
	for field, own := range w.Spans {
		if field != string(ref.FieldEditors) && overlap([]Span{sp}, []Span{own}) {
			return false
		}
	}
	w.Drop(ref.FieldEditors)
	w.Editors = trained.Editors
	w.Mark(ref.FieldEditors, sp)
	return true
}

// difference is a part of a line that two readings read in two ways: the facts of which
// they do not say the same and whose words overlap.
type difference struct {
	facts   []fact
	spans   []Span
	trained []Span // those of the trained reader
}

// fact is what a reference says in one of its fields, which depends on the type of the work.
type fact []ref.Field

// facts are what the trained reader is measured in.
var facts = [...]fact{
	{ref.FieldTitle}, {ref.FieldAuthors}, {ref.FieldContainer}, {ref.FieldPublisher, ref.FieldInstitution}, {ref.FieldYear},
	{ref.FieldVolume}, {ref.FieldNumber}, {ref.FieldPages, ref.FieldEID},
}

// differences are the parts of a line that two readings read in two ways.
func differences(grammar, trained *Reference) (parts []difference) {
	for _, f := range facts {
		if f.isSame(grammar, trained) {
			continue
		}
		d := difference{facts: []fact{f}}
		if sp, ok := f.span(grammar); ok {
			d.spans = append(d.spans, sp)
		}
		if sp, ok := f.span(trained); ok {
			d.spans, d.trained = append(d.spans, sp), append(d.trained, sp)
		}
		apart := parts[:0]
		for _, other := range parts {
			if !overlap(d.spans, other.spans) {
				apart = append(apart, other)
				continue
			}
			d.facts, d.spans = append(d.facts, other.facts...), append(d.spans, other.spans...)
			d.trained = append(d.trained, other.trained...)
		}
		parts = append(apart, d)
	}
	return parts
}

// span is where a reference says the fact.
func (f fact) span(r *Reference) (sp Span, ok bool) {
	for _, field := range f {
		if sp, ok := r.Spans[string(field)]; ok {
			return sp, true
		}
	}
	return Span{}, false
}

// isSame reports whether two references say the same of the fact.
func (f fact) isSame(grammar, trained *Reference) bool {
	value, other := f.value(grammar), f.value(trained)
	switch f[0] {
	case ref.FieldTitle:
		value, other = withoutRemark(value), withoutRemark(other)
	case ref.FieldContainer:
		value, other = withoutShortYear(value), withoutShortYear(other)
	}
	return onlyLetters(value) == onlyLetters(other)
}

// withoutRemark leaves out what is after a title in brackets: "Felger [Rims] (in Danish)".
func withoutRemark(title string) string {
	title, _, _ = strings.Cut(title, " [")
	return title
}

// withoutShortYear leaves out the year after the name of a meeting: "CART '14".
func withoutShortYear(meeting string) string {
	meeting, _, _ = strings.Cut(meeting, " '")
	return meeting
}

// value is what a reference says, of names their parts in the order of the alphabet.
func (f fact) value(r *Reference) string {
	if names := ref.RowOf(f[0]).Names(r); names != nil {
		return partsOfNames(*names)
	}
	value := ""
	for _, field := range f {
		value = cmp.Or(value, *r.Value(field))
	}
	return value
}

func partsOfNames(names []Name) string {
	var words []string
	for _, n := range names {
		words = append(words, strings.Fields(fold.Letters(n.String()))...)
	}
	slices.Sort(words)
	return strings.Join(words, " ")
}

// overlap reports whether some of the spans have words in common with some others.
func overlap(spans, others []Span) bool {
	return slices.ContainsFunc(spans, func(sp Span) bool {
		return slices.ContainsFunc(others, func(o Span) bool { return sp[0] < o[1] && o[0] < sp[1] })
	})
}

// isLeftOut reports whether the trained reader states nothing of the part and yet takes its
// words for what the grammar does: it is not sure of others that it joins with them; or joins
// a title with its version, for which it has no label.
func (d *difference) isLeftOut(c tagger.Certainty, grammar *Reference) bool {
	if sp, ok := grammar.Spans[string(ref.FieldVersion)]; ok && overlap([]Span{sp}, d.trained) {
		return true
	}
	return len(d.trained) == 0 && slices.ContainsFunc(d.facts, func(f fact) bool {
		sp, ok := f.span(grammar)
		return ok && slices.ContainsFunc(f, func(field ref.Field) bool { return c.TakesFor(sp, field) })
	})
}

// isInSeries reports whether the trained reader states nothing of the part because it takes
// its words for some of the series: "Lecture Notes in Carts, 241".
func (d *difference) isInSeries(trained *Reference) bool {
	series, ok := trained.Spans[string(ref.FieldSeries)]
	return ok && len(d.trained) == 0 && overlap([]Span{series}, d.spans)
}

// certainty is how sure the trained reader is of the words of the part.
func (d *difference) certainty(c tagger.Certainty) float64 {
	least := 1.0
	for _, sp := range d.spans {
		least = min(least, c.In(sp))
	}
	return least
}

// leastCertainty is from what certainty on the trained reader is right more often.
func (d *difference) leastCertainty(s *phrase.Text, grammar, trained *Reference) float64 {
	switch {
	case d.cutsNames(s, trained):
		return neverSure
	case d.joins(grammar), d.isPlace(trained), d.isSite(grammar), grammar.Type == ref.Book && d.isExtent(s):
		return surelyJoined
	case len(d.trained) == 0:
		return surelySilent
	}
	return surelySaid
}

// cutsNames reports whether the trained reader takes for names the end of emphasised words, and
// the others of them for something else.
func (d *difference) cutsNames(s *phrase.Text, trained *Reference) bool {
	names, ok := trained.Spans[string(ref.FieldEditors)]
	return ok && slices.ContainsFunc(s.Tokens, func(t phrase.Token) bool {
		marked := Span{t.Start, t.End}
		return t.Kind == phrase.Quoted && t.Start < names[0] && names[0] < t.End && overlap([]Span{marked}, d.trained)
	})
}

// take reads the part as the trained reader does.
func (d *difference) take(w, trained *phrase.Work) {
	for _, f := range d.facts {
		for _, field := range f {
			w.Drop(field)
			if names := ref.RowOf(field).Names(&w.Reference); names != nil {
				*names, w.EtAl = *ref.RowOf(field).Names(&trained.Reference), trained.EtAl
			} else {
				*w.Value(field) = *trained.Value(field)
			}
			if sp, ok := trained.Spans[string(field)]; ok {
				w.Mark(field, sp)
			}
		}
	}
}

// joins reports whether the trained reader takes for one value what the grammar cuts into
// the authors and the title, or into one and a series, or for a container what
// is the place of the publisher.
func (d *difference) joins(grammar *Reference) bool {
	if sp, ok := grammar.Spans[string(ref.FieldSeries)]; ok && overlap([]Span{sp}, d.trained) {
		return true
	}
	authors, title := grammar.Spans[string(ref.FieldAuthors)], grammar.Spans[string(ref.FieldTitle)]
	if authors[0] < authors[1] && slices.Contains(d.trained, Span{authors[0], title[1]}) {
		return true
	}
	place, ok := grammar.Spans[string(ref.FieldAddress)]
	return ok && len(d.facts) == 1 && d.facts[0][0] == ref.FieldContainer && slices.Contains(d.trained, place)
}

// isPlace reports whether the trained reader takes for the place what the grammar takes for
// the publisher, which a name alone does not tell: "Hackford, 2006".
func (d *difference) isPlace(trained *Reference) bool {
	place, ok := trained.Spans[string(ref.FieldAddress)]
	return ok && len(d.trained) == 0 && slices.Contains(d.spans, place)
}

// isSite reports whether the trained reader states nothing where the grammar reads the name of
// a site, which is in no volume and has an address.
func (d *difference) isSite(grammar *Reference) bool {
	return len(d.trained) == 0 && d.facts[0][0] == ref.FieldContainer && grammar.URL != "" && grammar.Volume == "" && grammar.Pages == ""
}

// isExtent reports whether the trained reader takes for pages how many a book has: "210 p.".
func (d *difference) isExtent(s *phrase.Text) bool {
	pages := len(d.facts) == 1 && d.facts[0][0] == ref.FieldPages && len(d.spans) == 1 && len(d.trained) == 1
	return pages && (strings.HasPrefix(s.Content[d.trained[0][1]:], " p.") || strings.HasPrefix(s.Content[d.trained[0][1]:], " pp."))
}

// others reads what is of no fact as the trained reader does, where one reading takes its
// words for something else.
func (d *difference) others(w, trained *phrase.Work) {
	for _, row := range ref.Fields {
		sp, ok := w.Spans[string(row.Name)]
		own, stated := trained.Spans[string(row.Name)]
		lost := ok && overlap([]Span{sp}, d.trained)
		if isOfFact(row.Name) || !lost && (ok || !stated || !d.isAfter(own)) {
			continue
		}
		w.Drop(row.Name)
		if stated {
			w.Mark(row.Name, own)
		}
		switch names, value := row.Names(&w.Reference), w.Value(row.Name); {
		case names != nil:
			*names = *row.Names(&trained.Reference)
		case value != nil:
			*value = *trained.Value(row.Name)
		case row.Name == ref.FieldMonth:
			w.Month = trained.Month
		}
	}
}

// isAfter reports whether some words are right before the part, as the place of a publisher
// is: "Leeds: Elbow Press".
func (d *difference) isAfter(sp Span) bool {
	return slices.ContainsFunc(d.trained, func(own Span) bool { return sp[1] < own[0] && own[0] <= sp[1]+len(": ") })
}

func isOfFact(field ref.Field) bool {
	return slices.ContainsFunc(facts[:], func(f fact) bool { return slices.Contains(f, field) })
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

// haveArticle reports whether an article is in one of the names, of a person: "received the Irving".
func haveArticle(names []Name) bool {
	return slices.ContainsFunc(names, func(n Name) bool { return n.Given != "" && strings.Contains(n.Family, " the ") })
}

// longestParticle is how many letters the longest particle of a name has that is written
// in small letters.
const longestParticle = 5

// isStandard reports whether the grammar reads a standard, of which the trained reader was
// shown few.
func isStandard(grammar Reference) bool { return grammar.Kind == ref.Standard }

// isNamedKind reports whether the words of a reference name of which kind the work is, a thesis,
// a report or a data set, of which the trained reader was shown few.
func isNamedKind(grammar *phrase.Work) bool {
	return grammar.Kind != "" || grammar.Genre != "" || grammar.Type == ref.PhDThesis || grammar.Type == ref.MastersThesis || lexicon.NounType(grammar.Noun) == ref.TechReport
}

// isInJournal reports whether a work has pages in a volume, as no thesis and no report has.
func isInJournal(r *Reference) bool { return r.Container != "" && r.Volume != "" && r.Pages != "" }

func onlyLetters(s string) string { return strings.ReplaceAll(fold.Letters(s), " ", "") }
