package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"

	"github.com/factcite/factcite/citation/internal/markup"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/internal/tagger"
)

// alternative is a reading of a row, with how good it is.
type alternative struct {
	tagger.Reading
	good float32
}

// alternatives are the readings of a row by a model that did not see it.
func alternatives(m *tagger.Model, r *row) (all []alternative) {
	s := phrase.NewMarkedText(markup.Read(r.Text))
	defer s.Release()
	l := tagger.NewLine(s.Content[:s.End])
	defer l.Release()
	if m.Read(l); len(l.Tokens) == 0 {
		return nil
	}
	for _, reading := range m.Readings(l) {
		all = append(all, alternative{reading, r.goodness(s, reading.Labels)})
	}
	return all
}

// goodness is how good it is to read a row by labels: a field that is right counts 1, a value
// that is wrong -1/2, and a row that is right in every field 1/2 more.
func (r *row) goodness(s *phrase.Text, labels []tagger.Label) (good float32) {
	w, ok := tagger.ReadLabelled(s, labels)
	if !ok {
		return 0
	}
	settled, t := w.Settled(), newTally()
	if wrong := t.add(r, answer(&settled, r.Gold)); len(wrong) == 0 {
		good = 0.5
	}
	for _, f := range fields {
		good += float32(t.tp[f]) - float32(t.fp[f])/2
	}
	return good
}

// wholes learns how much the features of whole readings say, by stochastic gradients with a
// rate for each weight.
type wholes struct{ weights, squares [tagger.WholeFeatures]float32 }

// How wholes are learned.
const (
	wholeEpochs = 9
	wholeRate   = 0.05
	wholeDecay  = 0.01
)

// learnWholes learns from the alternatives of rows.
func learnWholes(rows [][]alternative, seed uint64) *tagger.Whole {
	w, random := new(wholes), rand.New(rand.NewPCG(seed, 17))
	for range wholeEpochs {
		for _, i := range random.Perm(len(rows)) {
			w.learn(rows[i])
		}
	}
	return tagger.NewWhole(w.weights[:])
}

// learn moves the weights towards the alternatives of a row, the more the better they are.
func (w *wholes) learn(all []alternative) {
	if len(all) < 2 {
		return
	}
	shares, right := make([]float32, len(all)), make([]float32, len(all))
	for i := range all {
		shares[i] = all[i].Score(func(f uint16) float32 { return w.weights[f] })
		right[i] = shares[i] + all[i].good
	}
	tagger.Normalize(shares)
	tagger.Normalize(right)
	for i := range all {
		off := right[i] - shares[i]
		if abs(off) < 1e-3 {
			continue
		}
		for _, f := range all[i].Features {
			w.squares[f] += off * off
			w.weights[f] += wholeRate * (off - wholeDecay*w.weights[f]) / (sqrt(w.squares[f]) + 0.3)
		}
	}
}

// withWholes gives the model of each fold what is learned of whole readings from the rows of
// the other folds, and returns what is learned from all of them.
func withWholes(o options, rows []row, models map[int]*tagger.Model) (*tagger.Whole, error) {
	of := map[int][][]alternative{}
	for fold, m := range models {
		for i := fold; i < len(rows); i += o.cross {
			of[fold] = append(of[fold], alternatives(m, &rows[i]))
		}
	}
	learn := func(but int) *tagger.Whole {
		var some [][]alternative
		for fold := range o.cross {
			if fold != but {
				some = append(some, of[fold]...)
			}
		}
		return learnWholes(some, o.seed)
	}
	for fold, m := range models {
		whole := learn(fold)
		models[fold] = m.With(whole)
		if o.models == "" {
			continue
		}
		if err := writeWhole(filepath.Join(o.models, fmt.Sprintf("whole%d.bin", fold)), whole, "fold"); err != nil {
			return nil, err
		}
	}
	return learn(-1), nil
}

// writeWhole writes what is learned of whole readings to a file.
func writeWhole(path string, w *tagger.Whole, header string) error {
	file, err := w.Pack(header)
	if err != nil {
		return err
	}
	return os.WriteFile(path, file, 0o644)
}
