package tagger

import (
	"slices"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// The bits, in the lists of a token of a sentence, of what the grammar takes it for; those
// of tellingSentences are below them.
const (
	quotedBit = 1 << (20 + iota)
	personBit
	bodyBit
)

// tellingSentences are the lists of the lexicon by which the words of sentences that name
// works differ, besides those of lines.
var tellingSentences = [...]lexicon.WordList{
	lexicon.WorkNouns,
	lexicon.TitleCues | lexicon.AfterTitle | lexicon.OfTitles,
	lexicon.CommonNouns | lexicon.NotNames | lexicon.SentenceOpeners,
	lexicon.ContainerNouns,
	lexicon.SpeechVerbs | lexicon.ReportingVerbs | lexicon.JudgingVerbs,
}

// NewSentence cuts a sentence into tokens, which know whether they are quoted, or marked as
// quotations are, whether they are in names, and what the grammar takes them for: the works
// and the mentions that it reads.
func NewSentence(s *phrase.Text, works []ref.Reference, mentions []ref.Mention) *Line {
	l := lines.Get().(*Line)
	l.Text, l.Tokens = s.Content, appendTokens(l.Tokens[:0], s.Content[:s.End])
	l.stretches, l.inStretch = l.stretches[:0], l.inStretch[:0]
	for i := range l.Tokens {
		l.Tokens[i].lists |= l.listsOfSentences(i)
	}
	for i := 0; i < len(s.Tokens); i++ {
		t := s.At(i)
		if t.Kind == phrase.Quoted {
			l.flag(ref.Span{t.Start, t.End}, quotedBit)
			continue
		}
		if t.Kind != phrase.Word || !t.Capital && !t.In(lexicon.Particles) {
			continue
		}
		if list, next, ok := s.NamesAt(i); ok && next > i {
			l.flag(s.Span(i, next), bitOf(list))
			i = next - 1
		}
	}
	for i := range works {
		l.tell(&works[i])
	}
	for _, m := range mentions {
		l.tellSpan(m.Span, Number)
	}
	l.findStretches()
	l.cut()
	l.place()
	return l
}

// labelsRead are the labels of what the grammar reads.
var labelsRead = [...]struct {
	field ref.Field
	label Label
}{
	{ref.FieldTitle, Title}, {ref.FieldAuthors, Authors}, {ref.FieldEditors, Editors}, {ref.FieldContainer, Container}, {ref.FieldSeries, Series},
	{ref.FieldYear, Year}, {ref.FieldVolume, Volume}, {ref.FieldNumber, Issue}, {ref.FieldPages, Pages}, {ref.FieldAddress, Place},
	{ref.FieldPublisher, Publisher}, {ref.FieldInstitution, Publisher},
	{ref.FieldDOI, Identifier}, {ref.FieldArXiv, Identifier}, {ref.FieldURL, Identifier}, {ref.FieldISBN, Identifier},
}

// tell marks what the grammar reads of a work.
func (l *Line) tell(work *ref.Reference) {
	for _, read := range labelsRead {
		if sp, ok := work.Spans[string(read.field)]; ok {
			l.tellSpan(sp, read.label)
		}
	}
}

func (l *Line) tellSpan(sp ref.Span, label Label) {
	for i := range l.Tokens {
		if t := &l.Tokens[i]; sp[0] <= t.Start && t.End <= sp[1] && t.read == 0 {
			t.read = uint32(label) + 1
		}
	}
}

func bitOf(list phrase.NameList) uint32 {
	if list.Names[0].Literal != "" {
		return bodyBit
	}
	return personBit
}

func (l *Line) listsOfSentences(i int) (packed uint32) {
	t := l.at(i)
	if t.kind != word {
		return 0
	}
	lists := lexicon.ListsOf(t.lower)
	for k, list := range tellingSentences {
		if lists.Has(list) {
			packed |= 1 << (len(telling) + k)
		}
	}
	return packed
}

// flag sets a bit of the tokens in a span.
func (l *Line) flag(sp ref.Span, bit uint32) {
	for i := range l.Tokens {
		if t := &l.Tokens[i]; sp[0] <= t.Start && t.End <= sp[1] {
			t.lists |= bit
		}
	}
}

// Naming is what a model of sentences finds in one.
type Naming struct {
	Works     []NamedWork
	Certainty Certainty
}

// NamedWork is what is said of a work that a sentence names by its title.
type NamedWork struct {
	Title ref.Span
	Sure  float64     // how probable the least certain word of the title is
	Part  ref.Span    // of the sentence, which is about this work
	Work  phrase.Work // empty if that is too little for a work
}

// ReadSentence reads a sentence, with what the grammar reads in it, by a model of sentences.
func (m *Model) ReadSentence(s *phrase.Text, works []ref.Reference, mentions []ref.Mention) (n Naming) {
	l := NewSentence(s, works, mentions)
	defer l.Release()
	if !l.mayHaveTitle() {
		return n
	}
	m.LabelSentence(l)
	n.Works, n.Certainty = l.titles(), l.certainty()
	l.margin = undatedMargin * float32(len(l.Tokens)) // the sentence is not compared with prose
	labels := slices.Clone(l.Labels)
	for i, part := range l.partsOfWorks(n.Works) {
		l.keep(labels, part)
		n.Works[i].Part = part
		n.Works[i].Work, _ = readRuns(s, l, part)
	}
	return n
}

// LabelSentence finds the most probable labels of a sentence, and how probable each is.
func (m *Model) LabelSentence(l *Line) {
	m.label(l)
	m.marginals(l)
}

// titles are the runs of tokens that are labelled as titles.
func (l *Line) titles() (titles []NamedWork) {
	for i, t := range l.Tokens {
		switch last := len(titles) - 1; {
		case l.Labels[i] != Title:
		case i > 0 && l.Labels[i-1] == Title:
			titles[last].Title[1], titles[last].Sure = t.End, min(titles[last].Sure, float64(l.Sure[i]))
		default:
			titles = append(titles, NamedWork{Title: ref.Span{t.Start, t.End}, Sure: float64(l.Sure[i])})
		}
	}
	return titles
}
