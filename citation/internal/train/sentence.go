package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"

	"github.com/factcite/factcite/citation/internal/markup"
	"github.com/factcite/factcite/citation/internal/phrase"
	grammar "github.com/factcite/factcite/citation/internal/prose"
	"github.com/factcite/factcite/citation/internal/tagger"
	"github.com/factcite/factcite/citation/ref"
)

// sentence is a labelled sentence, its markup taken off, cut into spans.
type sentence struct {
	aligned
	plain markup.Plain
}

// labelledWords are some of testdata/sentences.txt: "⟦t|Felt rims⟧ is by ⟦a|Ann Roe⟧".
type labelledWords struct {
	span  ref.Span
	label tagger.Label
}

// lettersOfLabels are the labels by the letters that the file has for them. What cites has the
// label that numbers have in lines.
var lettersOfLabels = map[string]tagger.Label{
	"a": tagger.Authors, "e": tagger.Editors, "t": tagger.Title, "c": tagger.Container, "s": tagger.Series, "n": tagger.Edition, "y": tagger.Year,
	"v": tagger.Volume, "i": tagger.Issue, "p": tagger.Pages, "h": tagger.Publisher, "l": tagger.Place, "g": tagger.Genre, "d": tagger.Identifier, "m": tagger.Number,
}

// readLabelled takes the marks of labels out of a line.
func readLabelled(line string) (text string, words []labelledWords, err error) {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(line, "⟦")
		b.WriteString(before)
		if !ok {
			return b.String(), words, nil
		}
		inside, after, closed := strings.Cut(rest, "⟧")
		letter, value, _ := strings.Cut(inside, "|")
		label, known := lettersOfLabels[letter]
		if !known || !closed {
			return "", nil, fmt.Errorf("no label %q in %q", letter, line)
		}
		words = append(words, labelledWords{ref.Span{b.Len(), b.Len() + len(value)}, label})
		b.WriteString(value)
		line = after
	}
}

// newSentence gives the tokens of a sentence their labels.
func newSentence(text string, words []labelledWords) sentence {
	plain := markup.Read(text)
	l := newLine(plain)
	defer l.Release()
	s := sentence{plain: plain}
	at, titled := 0, false
	for _, t := range l.Tokens {
		label, value := labelOf(plain.InSource(ref.Span{t.Start, t.End}), words)
		titled = titled || label == tagger.Title
		if !titled {
			label = beforeTitle(label)
		}
		run := l.Text[at:t.End]
		at = t.End
		if n := len(s.spans) - 1; value && n >= 0 && s.spans[n].value && s.spans[n].label == label {
			s.spans[n].text += run
			continue
		}
		s.spans = append(s.spans, span{run, label, setOf(label), value})
	}
	return s
}

func labelOf(sp ref.Span, words []labelledWords) (label tagger.Label, value bool) {
	for _, w := range words {
		if w.span[0] < sp[1] && sp[0] < w.span[1] {
			return w.label, true
		}
	}
	return tagger.Other, false
}

// beforeTitle is the label that a part has before the title.
func beforeTitle(l tagger.Label) tagger.Label {
	switch l {
	case tagger.Other:
		return tagger.OtherFront
	case tagger.Year:
		return tagger.YearFront
	case tagger.Editors:
		return tagger.EditorsFront
	}
	return l
}

// newLine cuts a sentence into tokens as they are when the model is asked about it, which is
// told what the grammar reads.
func newLine(plain markup.Plain) *tagger.Line {
	s := phrase.NewMarkedText(plain)
	defer s.Release()
	works, named := grammar.ReadWorks(s)
	return tagger.NewSentence(s, works, grammar.OfOthers(grammar.FindMentions(s), works, named))
}

// readSentences reads testdata/sentences.txt.
func readSentences() (sentences []sentence, err error) {
	data, err := testdata.ReadFile("testdata/sentences.txt")
	if err != nil {
		return nil, err
	}
	_, lines, _ := strings.Cut(string(data), "\n\n")
	for line := range strings.Lines(lines) {
		text, words, err := readLabelled(strings.TrimSpace(line))
		if err != nil {
			return nil, err
		}
		sentences = append(sentences, newSentence(text, words))
	}
	return sentences, nil
}

// example is the sentence with the features of its tokens.
func (s sentence) example() example {
	l := newLine(s.plain)
	defer l.Release()
	return newExampleOf(l, s.labelsOf(l))
}

// labelsOf are the labels of the spans that tokens begin in.
func (s sentence) labelsOf(l *tagger.Line) []tagger.Label {
	known := make([]tagger.Label, len(l.Tokens))
	at, end := -1, 0
	for i, t := range l.Tokens {
		for t.Start >= end {
			at++
			end += len(s.spans[at].text)
		}
		known[i] = s.spans[at].label
	}
	return known
}

// mixed takes some values from others. Marks are at the words where they were.
func (s sentence) mixed(values map[donor][]string, random *rand.Rand) sentence {
	m := sentence{aligned: s.aligned.mixed(values, random)}
	text := m.text()
	m.plain = markup.Plain{Text: text, Words: len(text)}
	for _, mark := range s.plain.Marks {
		if from, to := s.moved(mark.Start, m), s.moved(mark.End, m); from < to && mark.End <= s.plain.Words {
			m.plain.Marks = append(m.plain.Marks, markup.Mark{Kind: mark.Kind, Start: from, End: to})
		}
	}
	return m
}

// moved is where a byte of a sentence is in a mixed one: as far from the nearer end of its
// span.
func (s sentence) moved(at int, m sentence) int {
	from, to := 0, 0
	for i, sp := range s.spans {
		if length := len(sp.text); at <= from+length {
			lead := len(spaceBefore(sp.text))
			if at-from <= lead {
				return to + len(spaceBefore(m.spans[i].text))
			}
			return max(to, to+len(m.spans[i].text)-(from+length-at))
		}
		from, to = from+len(sp.text), to+len(m.spans[i].text)
	}
	return to
}

// How a model of sentences is learned: what it keeps is little, since it is one of few words.
const (
	mostFeaturesOfSentences = 5_500
	scaleOfSentences        = 6
	dropOfSentences         = 0.5
	mixesOfSentence         = 6
	weightOfSentence        = 2
)

// sentenceExamples are sentences, and mixed ones.
func sentenceExamples(sentences []sentence, random *rand.Rand) (examples []example) {
	rows := make([]aligned, len(sentences))
	for i := range sentences {
		rows[i] = sentences[i].aligned
	}
	values := donations(rows)
	for _, s := range sentences {
		e := s.example()
		e.weight = weightOfSentence
		examples = append(examples, e)
		for range mixesOfSentence {
			e := s.mixed(values, random).example()
			e.weight = mixedWeight
			examples = append(examples, e)
		}
	}
	return examples
}

func (o options) learnSentences(sentences []sentence) *tagger.Model {
	o.drop = dropOfSentences
	return learn(o, mostFeaturesOfSentences, scaleOfSentences, sentenceExamples(sentences, rand.New(rand.NewPCG(o.seed, 17))))
}

// trainSentences trains the reader of sentences, or measures it.
func trainSentences(o options) error {
	sentences, err := readSentences()
	if err != nil {
		return err
	}
	sentences = some(sentences, o.few)
	if o.cross > 0 {
		return crossValidateSentences(o, sentences)
	}
	file, err := o.learnSentences(sentences).Pack("factcite: weights of the reader of sentences, " + o.date + "\nlearned from: sentences of our own")
	if err != nil {
		return err
	}
	fmt.Println(len(file), "bytes")
	return os.WriteFile(o.out, file, 0o644)
}

// crossValidateSentences prints how often the words of each label are read right by models that
// did not see the sentences, and how often titles are by how sure they are.
func crossValidateSentences(o options, sentences []sentence) error {
	var m sentenceMeasure
	for fold := range o.cross {
		var others []sentence
		for i, s := range sentences {
			if i%o.cross != fold {
				others = append(others, s)
			}
		}
		model := o.learnSentences(others)
		for i := fold; i < len(sentences); i += o.cross {
			m.add(&sentences[i], model)
		}
	}
	fmt.Print(m.String())
	return nil
}

// share is how many of what was found are right.
type share struct{ right, found, stated int }

// sentenceMeasure counts runs of labels, and titles by tenths of their certainty.
type sentenceMeasure struct {
	labels [tagger.Labels]share
	titles [11]share
}

func (m *sentenceMeasure) add(s *sentence, model *tagger.Model) {
	l := newLine(s.plain)
	defer l.Release()
	want := runsOf(l, s.labelsOf(l))
	model.LabelSentence(l)
	got := runsOf(l, l.Labels)
	for _, r := range want {
		m.labels[r.label].stated++
	}
	for _, r := range got {
		at := int(10 * slices.Min(l.Sure[r.from:r.to]))
		m.labels[r.label].found++
		if r.label == tagger.Title {
			m.titles[at].found++
		}
		if slices.Contains(want, r) {
			m.labels[r.label].right++
			if r.label == tagger.Title {
				m.titles[at].right++
			}
		}
	}
}

func (m *sentenceMeasure) String() string {
	var b strings.Builder
	for label, n := range m.labels {
		if n.stated > 0 {
			fmt.Fprintf(&b, "%-12s stated %4d found %4d right %4d\n", tagger.Label(label), n.stated, n.found, n.right)
		}
	}
	for tenth, n := range m.titles[:] {
		fmt.Fprintf(&b, "titles from %.1f on: %d of %d\n", float64(tenth)/10, n.right, n.found)
	}
	return b.String()
}

// labelRun is a run of tokens, without marks at its ends, that have one label.
type labelRun struct {
	run
	label tagger.Label
}

func runsOf(l *tagger.Line, known []tagger.Label) (runs []labelRun) {
	isMark := func(i int) bool { return key(l.Text[l.Tokens[i].Start:l.Tokens[i].End]) == "" }
	for i := 0; i < len(known); {
		end := i
		for end < len(known) && known[end] == known[i] {
			end++
		}
		from, to := i, end
		for from < to && isMark(from) {
			from++
		}
		for to > from && isMark(to-1) {
			to--
		}
		if from < to && known[i] != tagger.Other && known[i] != tagger.OtherFront {
			runs = append(runs, labelRun{run{from, to}, known[i]})
		}
		i = end
	}
	return runs
}
