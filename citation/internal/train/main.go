// Train trains the readers of reference strings and of sentences (citation/internal/tagger)
// and writes their weights. It reads labelled strings from a folder that is named, and prose
// and labelled sentences from its own testdata; the same input and the same seed give the
// same bytes.
//
//	train -data DIR -o ../tagger/weights.bin     train on everything
//	train -data DIR -cross 5 -o ../tagger/whole.bin
//	                                             figures of models that did not see the rows, and what is
//	                                             learned of whole lines from how these models read them
//	train -of-sentences -o ../tagger/sentences.bin
package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"log"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/factcite/factcite/citation/internal/markup"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/internal/tagger"
	"github.com/factcite/factcite/citation/ref"
)

// options are what is asked for.
type options struct {
	data, sentences, renders, models, out, date, figures, show, pred, folds string
	cross, epochs, mixes, few                                               int
	rate, drop                                                              float64
	seed                                                                    uint64
	debug, ceiling, ofSentences, parse                                      bool
}

func main() {
	log.SetFlags(0)
	var o options
	flag.StringVar(&o.data, "data", "../shared/refstrings", "the folder of labelled strings, dev.jsonl.gz")
	flag.StringVar(&o.sentences, "sentences", "citation/testdata/sentences.jsonl", "sentences of the tests of citation")
	flag.StringVar(&o.renders, "renders", "", "a file of rendered references with labelled spans")
	flag.StringVar(&o.models, "models", "", "in cross-validation, keep the models in this folder, or read them from there")
	flag.StringVar(&o.out, "o", "", "write the weights to this file")
	flag.StringVar(&o.date, "date", "", "the date that the header of the weights states")
	flag.StringVar(&o.figures, "figures", "", "what the header of the weights states of cross-validation")
	flag.StringVar(&o.show, "show", "", "in cross-validation, print what is read wrong in rows of this source")
	flag.StringVar(&o.pred, "pred", "", "in cross-validation, write extraction records to this file")
	flag.IntVar(&o.cross, "cross", 0, "cross-validate in so many folds")
	flag.StringVar(&o.folds, "folds", "", "measure only these folds, as \"0,3\"")
	flag.BoolVar(&o.parse, "parse", false, "in cross-validation, measure citation.Parse with the models instead of the models alone")
	flag.IntVar(&o.epochs, "epochs", 5, "how often to go over the examples")
	flag.IntVar(&o.few, "few", 0, "learn from about so many sentences and lines of our own, to try something; 0 is all")
	flag.IntVar(&o.mixes, "mixes", 2, "how often each labelled string is mixed with others")
	flag.BoolVar(&o.ofSentences, "of-sentences", false, "train the reader of sentences, on testdata/sentences.txt")
	flag.Float64Var(&o.rate, "rate", 0.03, "the rate of learning")
	flag.Float64Var(&o.drop, "drop", 0.4, "the share of features that are left out at random")
	flag.Uint64Var(&o.seed, "seed", 1, "of all that is random")
	flag.BoolVar(&o.debug, "debug", false, "print some examples and stop")
	flag.BoolVar(&o.ceiling, "ceiling", false, "measure what is read if all labels are right, and stop")
	flag.Parse()
	if err := train(o); err != nil {
		log.Fatal("train: ", err)
	}
}

func train(o options) error {
	if o.ofSentences {
		return trainSentences(o)
	}
	if o.parse && o.models == "" {
		return errors.New("-parse builds factcite with the models of the folds: name a folder for them with -models")
	}
	rows, err := readRows(filepath.Join(o.data, "dev.jsonl.gz"))
	if err != nil {
		return err
	}
	texts := make([]aligned, len(rows))
	for i := range rows {
		texts[i] = labelled(&rows[i], o.debug && i%97 == 0)
	}
	fmt.Println(len(rows), "rows")
	if o.ceiling {
		return measureCeiling(o, rows, texts)
	}
	more, err := proseExamples(o.sentences, rand.New(rand.NewPCG(o.seed, 3)))
	if err != nil {
		return err
	}
	lines, err := lineExamples(rand.New(rand.NewPCG(o.seed, 5)))
	if err != nil {
		return err
	}
	more = some(append(more, lines...), o.few)
	if o.renders != "" {
		rendered, err := renderedExamples(o.renders, rand.New(rand.NewPCG(o.seed, 11)))
		if err != nil {
			return err
		}
		more = append(more, rendered...)
	}
	if o.cross > 0 {
		return crossValidate(o, rows, texts, more)
	}
	if o.out == "" {
		return nil
	}
	examples := o.examples(texts, more)
	file, err := learn(o, mostFeatures, scale, examples).Pack(o.header())
	if err != nil {
		return err
	}
	fmt.Println(len(file), "bytes")
	return os.WriteFile(o.out, file, 0o644)
}

// some are about so many of a list, from its beginning to its end; 0 are all.
func some[T any](list []T, few int) (chosen []T) {
	if few == 0 {
		return list
	}
	for i := 0; i < len(list); i += max(len(list)/few, 1) {
		chosen = append(chosen, list[i])
	}
	return chosen
}

// learn trains a model of so many features at most on examples, whose features it numbers.
func learn(o options, most int, scale float32, examples []example) *tagger.Model {
	c := newCRF(number(examples), float32(o.rate), float32(o.drop), o.seed)
	fmt.Println(len(examples), "examples,", len(c.learned), "features")
	report := func(epoch int, loss float64) { fmt.Printf("epoch %d: loss %.3f\n", epoch, loss) }
	c.train(examples, o.epochs, report)
	c.keep(examples, most)
	c.train(examples, epochsAfter, report)
	return tagger.NewModel(c.buckets, func(i int) []float32 { return c.learned[i].weights[:] }, &c.joins, scale)
}

// mostFeatures is how many features the weights are packed of, and epochsAfter how often the
// examples are gone over with them alone.
const (
	mostFeatures = 143_000
	epochsAfter  = 2
)

// scale is how many steps of a weight are a factor of e.
const scale = 13

// header is what a file of weights says of itself: what was learned from, under which
// licences, when, and how often strings that were not seen are read right.
func (o *options) header() string {
	return "factcite: weights of the reader of reference strings, " + o.date + "\n" +
		"learned from: AnyStyle (inukshuk/anystyle, BSD-2-Clause, © Sylvester Keil and contributors), GROBID (kermitt2/grobid, Apache-2.0), sentences and renders of our own\n" +
		"of labelled strings not seen: " + cmp.Or(o.figures, "not measured")
}

// labelled aligns a row. Its text is read without markup, as Parse reads it.
func labelled(r *row, show bool) aligned {
	plain := markup.Read(r.Text)
	l := tagger.NewLine(plain.Text)
	defer l.Release()
	a := newAligner(l)
	judged := maps.Clone(r.Gold)
	var lost labelSet
	for _, field := range r.Skip {
		lost |= skipped[field]
		delete(judged, field)
	}
	lost |= a.align(judged)
	if judged["year"] == "" { // "2019;7(2)" is labelled as a volume at times
		lost |= setOf(tagger.Year)
	}
	if show {
		fmt.Println(r.Gold)
		showLabels(l, a.labels)
	}
	return aligned{r.Source, a.spans(a.allowed(lost))}
}

// examples are those of labelled strings, mixed, and more.
func (o *options) examples(texts []aligned, more []example) []example {
	return append(mix(texts, o.mixes, rand.New(rand.NewPCG(o.seed, 13))), more...)
}

// others are the strings that are not in a fold.
func others(texts []aligned, folds, fold int) (some []aligned) {
	for i := range texts {
		if i%folds != fold {
			some = append(some, texts[i])
		}
	}
	return some
}

// crossValidate trains a model for each fold on the rows of the others and reads with it, and
// writes what is learned of whole readings of all rows by the models that did not see them.
func crossValidate(o options, rows []row, texts []aligned, more []example) error {
	measured, err := newMeasure(o.pred)
	if err != nil {
		return err
	}
	defer measured.close()
	models := map[int]*tagger.Model{}
	for fold := range o.cross {
		if o.folds != "" && !slices.Contains(strings.Split(o.folds, ","), strconv.Itoa(fold)) {
			continue
		}
		models[fold], err = foldModel(o, fold, func() []example {
			return o.examples(others(texts, o.cross, fold), more)
		})
		if err != nil {
			return err
		}
	}
	whole, err := withWholes(o, rows, models)
	if err != nil {
		return err
	}
	for _, fold := range slices.Sorted(maps.Keys(models)) {
		unseen := ofFold(rows, o.cross, fold)
		readings, err := o.readings(fold, models[fold], unseen)
		if err != nil {
			return err
		}
		for i, r := range readings {
			wrong, err := measured.add(fold, unseen[i], r)
			if err != nil {
				return err
			}
			if o.show != "" && strings.HasPrefix(unseen[i].Source, o.show) {
				showWrong(unseen[i], r, wrong)
			}
		}
	}
	fmt.Print(measured)
	if o.out == "" {
		return nil
	}
	o.figures = fmt.Sprintf("%d folds of %d, %s", len(models), o.cross, measured.all.summary())
	return writeWhole(o.out, whole, o.header())
}

// ofFold are the rows of one of so many folds.
func ofFold(rows []row, folds, fold int) (some []*row) {
	for i := fold; i < len(rows); i += folds {
		some = append(some, &rows[i])
	}
	return some
}

// readings are what is measured of the model of a fold: how it reads rows alone, or how the whole
// of factcite reads them with it; nil where nothing is read.
func (o *options) readings(fold int, m *tagger.Model, rows []*row) ([]*ref.Reference, error) {
	if o.parse {
		return o.readByCommand(fold, rows)
	}
	readings := make([]*ref.Reference, len(rows))
	for i, row := range rows {
		readings[i] = readWith(row.Text, m.ReadWork)
	}
	return readings, nil
}

// measureCeiling measures what is read where every label is right.
func measureCeiling(o options, rows []row, labelled []aligned) error {
	measured, err := newMeasure(o.pred)
	if err != nil {
		return err
	}
	defer measured.close()
	for i := range rows {
		known := labelled[i].example().labels
		r := readWith(rows[i].Text, func(s *phrase.Text) (phrase.Work, bool) {
			return tagger.ReadLabelled(s, known)
		})
		wrong, err := measured.add(0, &rows[i], r)
		if err != nil {
			return err
		}
		if o.show != "" && strings.HasPrefix(rows[i].Source, o.show) && len(wrong) > 0 {
			showWrong(&rows[i], r, wrong)
			l := tagger.NewLine(markup.Read(rows[i].Text).Text)
			showLabels(l, known)
			l.Release()
		}
	}
	fmt.Print(measured)
	return nil
}

// showWrong prints the fields of a row that are read wrong.
func showWrong(row *row, r *ref.Reference, wrong []string) {
	if len(wrong) == 0 {
		return
	}
	fmt.Println(row.Source, row.Text)
	got := answer(r, row.Gold)
	for _, f := range wrong {
		fmt.Printf("    %s: want %q got %q\n", f, row.Gold[f], got[f])
	}
}

// foldModel trains the model of a fold, or reads it from where an earlier run left it.
func foldModel(o options, fold int, examples func() []example) (*tagger.Model, error) {
	path := filepath.Join(o.models, fmt.Sprintf("fold%d.bin", fold))
	if file, err := os.ReadFile(path); err == nil && o.models != "" {
		return tagger.Unpack(file)
	}
	m := learn(o, mostFeatures, scale, examples())
	if o.models == "" {
		return m, nil
	}
	file, err := m.Pack("fold")
	if err != nil {
		return nil, err
	}
	return m, os.WriteFile(path, file, 0o644)
}

// readWith reads a text as a line of a reference list; nil if it is none.
func readWith(text string, read func(*phrase.Text) (phrase.Work, bool)) *ref.Reference {
	plain := markup.Read(text)
	s := phrase.NewMarkedText(plain)
	defer s.Release()
	w, ok := read(s)
	if !ok {
		return nil
	}
	settled := w.Settled()
	return &settled
}

func showLabels(l *tagger.Line, ls []tagger.Label) {
	for i := 0; i < len(ls); {
		end := i
		for end < len(ls) && ls[end] == ls[i] {
			end++
		}
		fmt.Printf("   %s⟦%s⟧", ls[i], l.Text[l.Tokens[i].Start:l.Tokens[end-1].End])
		i = end
	}
	fmt.Println()
}
