package tagger

import (
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
// quotations are, and whether they are in names.
func NewSentence(s *phrase.Text) *Line {
	l := lines.Get().(*Line)
	l.Text, l.Tokens = s.Content, appendTokens(l.Tokens[:0], s.Content[:s.End])
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
	l.cut()
	l.place()
	return l
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
	_, lists := lexicon.LookUp(l.Text[t.Start:t.End])
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

// ReadSentence reads the one work that a sentence names by its title, by a model of sentences,
// with how sure it is of each token; false if it names none, or several.
func (m *Model) ReadSentence(s *phrase.Text) (w phrase.Work, c Certainty, ok bool) {
	l := NewSentence(s)
	defer l.Release()
	m.LabelSentence(l)
	if l.count(Title) != 1 {
		return w, nil, false
	}
	l.margin = undatedMargin * float32(len(l.Tokens)) // the sentence is not compared with prose
	w, ok = readRuns(s, l)
	return w, l.certainty(), ok
}

// LabelSentence finds the most probable labels of a sentence, and how probable each is.
func (m *Model) LabelSentence(l *Line) {
	m.label(l)
	m.marginals(l)
}

// count is how many runs have a label.
func (l *Line) count(label Label) (n int) {
	for _, r := range l.runs() {
		if r.label == label {
			n++
		}
	}
	return n
}
