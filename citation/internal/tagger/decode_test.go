package tagger

import (
	"testing"

	"github.com/factcite/factcite/citation/internal/phrase"
)

// TestScores holds that the scores of a token are the sums of the weights of its features, those
// that it shares with its chunk included, and those of sentences.
func TestScores(t *testing.T) {
	for _, text := range append(listed, "", "Lund", "... ;;; ,.", "Ana Lund wrote “Felt Rims: A History” (Leeds, 1997). It sold; few read it.") {
		s := phrase.NewText(text)
		check := func(m *Model, l *Line) {
			m.label(l)
			for i := range l.Tokens {
				if got, want := l.cells[i].scores, sumOfWeights(m, l, i); got != want {
					t.Errorf("token %d of %q scores %v, want %v", i, text, got, want)
				}
			}
		}
		check(Trained(), NewLine(text))
		check(OfSentences(), NewSentence(s, nil, nil))
		s.Release()
	}
}

// sumOfWeights adds the weights of the features of token i one by one.
func sumOfWeights(m *Model, l *Line, i int) (sum [Labels]int32) {
	var features [Features]uint32
	for _, hash := range features[:l.Features(i, &features)] {
		if !m.has(Bucket(hash)) {
			continue
		}
		var weights [Labels]int32
		m.rows[m.row(hash)].lanes(&weights)
		for label, weight := range weights {
			sum[label] += weight
		}
	}
	return sum
}
