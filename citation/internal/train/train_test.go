package main

import (
	"bytes"
	"compress/gzip"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation/internal/tagger"
)

// labelledStrings are of our own.
const labelledStrings = `{"id":"1","source":"own","text":"Lund A, Roe B. Felt rims and their use. J Carts 2019;3(2):1-9.","gold":{"authors":"Lund A, Roe B","title":"Felt rims and their use","container":"J Carts","year":"2019","volume":"3","issue":"2","pages":"1-9"}}
{"id":"2","source":"own","text":"Falk, C. (2004). The quiet road (2nd ed.). Leeds: Northgate Press.","gold":{"authors":"Falk, C.","title":"The quiet road","year":"2004","publisher":"Northgate Press"}}
{"id":"3","source":"own","text":"Oja, D.: Oak floors, in: Road Science 12.4 (1998), S. 33–40.","gold":{"authors":"Oja, D.","title":"Oak floors","container":"Road Science","year":"1998","pages":"33–40"},"skip":["volume","issue"]}
`

// fewExamples are so many that the tests need not wait for the others.
const fewExamples = 200

// TestSameBytes holds that the same input and seed give the same weights.
func TestSameBytes(t *testing.T) {
	data := t.TempDir()
	var file bytes.Buffer
	w := gzip.NewWriter(&file)
	if _, err := w.Write([]byte(labelledStrings)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(data, "dev.jsonl.gz"), file.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	first := sameBytes(t, options{data: data, sentences: "../../testdata/sentences.jsonl", date: "2026-01-02", epochs: 1, mixes: 1, few: fewExamples, rate: 0.03, drop: 0.4, figures: "F1 90"})
	if header, _, _ := strings.Cut(string(first), "\n\n"); !strings.Contains(header, "2026-01-02") || !strings.Contains(header, "F1 90") {
		t.Errorf("the header does not say when was learned and what is read right: %q", header)
	}
}

// TestSameBytesOfSentences holds the same of the weights of the reader of sentences.
func TestSameBytesOfSentences(t *testing.T) {
	sameBytes(t, options{ofSentences: true, epochs: 1, few: fewExamples, rate: 0.03})
}

// sameBytes holds that the same seed gives the same weights and another one others, and
// returns them.
func sameBytes(t *testing.T, o options) []byte {
	weights := func(seed uint64) []byte {
		o.out, o.seed = filepath.Join(t.TempDir(), "weights.bin"), seed
		if err := train(o); err != nil {
			t.Fatal(err)
		}
		file, err := os.ReadFile(o.out)
		if err != nil {
			t.Fatal(err)
		}
		return file
	}
	first := weights(1)
	if !bytes.Equal(first, weights(1)) {
		t.Error("the same input and seed gave other bytes")
	}
	if bytes.Equal(first, weights(2)) {
		t.Error("another seed gave the same bytes")
	}
	if _, err := tagger.Unpack(first); err != nil {
		t.Error(err)
	}
	return first
}

// TestLabelledSentences holds that marks of labels are taken out of a sentence, and where
// the labels are, also of words whose markup is taken off.
func TestLabelledSentences(t *testing.T) {
	text, words, err := readLabelled("In ⟦y|2014⟧ ⟦a|Ann Roe⟧ wrote *⟦t|Felt Rims⟧* (⟦h|Cork⟧).")
	if want := "In 2014 Ann Roe wrote *Felt Rims* (Cork)."; err != nil || text != want {
		t.Fatalf("%q, %v, want %q", text, err, want)
	}
	s := newSentence(text, words)
	l := newLine(s.plain)
	defer l.Release()
	got := map[string]tagger.Label{}
	for _, r := range runsOf(l, s.labelsOf(l)) {
		got[l.Text[l.Tokens[r.from].Start:l.Tokens[r.to-1].End]] = r.label
	}
	want := map[string]tagger.Label{"2014": tagger.YearFront, "Ann Roe": tagger.Authors, "Felt Rims": tagger.Title, "Cork": tagger.Publisher}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, bad := range []string{"⟦x|Roe⟧", "⟦a|Roe", "⟦Roe⟧"} {
		if _, _, err := readLabelled(bad); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
}

// TestMixedSentences holds that marks stay at the words that take the place of others.
func TestMixedSentences(t *testing.T) {
	var sentences []sentence
	rows := []aligned{}
	for _, title := range []string{"Felt Rims", "Oak Floors in Carts"} {
		text, words, err := readLabelled("See *⟦t|" + title + "⟧* by ⟦a|Ann Roe⟧.")
		if err != nil {
			t.Fatal(err)
		}
		sentences = append(sentences, newSentence(text, words))
		rows = append(rows, sentences[len(sentences)-1].aligned)
	}
	random, values, seen := rand.New(rand.NewPCG(1, 1)), donations(rows), map[string]bool{}
	for range 40 {
		m := sentences[0].mixed(values, random)
		mark := m.plain.Marks[0]
		seen[m.plain.Text[mark.Start:mark.End]] = true
	}
	if diff := cmp.Diff(map[string]bool{"Felt Rims": true, "Oak Floors in Carts": true}, seen); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestMix holds that mixed strings have values of others, with their labels, and leave the
// rest as it is.
func TestMix(t *testing.T) {
	titleTokens := map[string]int{}
	var rows []aligned
	for title, tokens := range map[string]int{"Felt rims": 2, "Oak floors in carts": 4} {
		text := "[7] Lund A. " + title + ". Leeds, 2019."
		titleTokens[text] = tokens
		rows = append(rows, labelled(&row{Source: "own", Text: text, Gold: map[string]string{"authors": "Lund A.", "title": title, "year": "2019"}}, false))
	}
	random, values, seen := rand.New(rand.NewPCG(1, 1)), donations(rows), map[string]bool{}
	for range 40 {
		mixed := rows[0].mixed(values, random)
		text, got := mixed.text(), 0
		seen[text] = true
		for _, label := range mixed.example().labels {
			if label == tagger.Title {
				got++
			}
		}
		if want := titleTokens[text] + 1; got != want { // with the full stop
			t.Errorf("%q: %d tokens of the title, want %d", text, got, want)
		}
	}
	if len(seen) != len(rows) {
		t.Errorf("%d texts are made up, want %d", len(seen), len(rows))
	}
}

// TestAllowed holds what may be said of tokens that no value covers: all that the
// labelled strings have no values of, editors only where a word says so, and the fields that
// are left out of account.
func TestAllowed(t *testing.T) {
	line := tagger.NewLine("Oja, D.: Oak floors, in: Road Science 12.4 (1998), S. 33–40.")
	defer line.Release()
	a := newAligner(line)
	lost := a.align(map[string]string{"authors": "Oja, D.", "title": "Oak floors", "container": "Road Science", "year": "1998", "pages": "33–40"})
	if lost != 0 {
		t.Errorf("labels %b are not found", lost)
	}
	sets := a.allowed(setOf(tagger.Volume))
	for i, token := range line.Tokens {
		switch text := line.Text[token.Start:token.End]; text {
		case "12":
			if want := unlabelled&^setOf(tagger.Editors) | setOf(tagger.Volume); sets[i] != want {
				t.Errorf("%q: %b, want %b", text, sets[i], want)
			}
		case "Oak":
			if want := setOf(tagger.Title); sets[i] != want {
				t.Errorf("%q: %b, want %b", text, sets[i], want)
			}
		}
	}
	edited := tagger.NewLine("Oja, D. Oak floors. Ed. A. Lund. Cork, 1998.")
	defer edited.Release()
	a = newAligner(edited)
	a.align(map[string]string{"authors": "Oja, D.", "title": "Oak floors", "year": "1998"})
	for i, set := range a.allowed(0) {
		if token := edited.Tokens[i]; edited.Text[token.Start:token.End] == "Lund" && !set.has(tagger.Editors) {
			t.Error("there may be no editors where a word says so")
		}
	}
	if lost := newAligner(line).align(map[string]string{"title": "Elm floors", "year": "1997"}); lost != setOf(tagger.Title, tagger.Year) {
		t.Errorf("labels %b are not found", lost)
	}
}

// TestPagesAreNoVolume holds that the digits of a range are not taken for a number that
// has the same ones.
func TestPagesAreNoVolume(t *testing.T) {
	line := tagger.NewLine("Lund A. Felt. Carts, 18(3), 1-8.")
	defer line.Release()
	a := newAligner(line)
	a.align(map[string]string{"container": "Carts", "volume": "18", "issue": "3", "pages": "1-8"})
	at := slices.Index(a.labels, tagger.Pages)
	if text := line.Text[line.Tokens[at].Start:]; text != "1-8." {
		t.Errorf("pages begin at %q", text)
	}
}

// TestReadByCommand holds that what is measured of a fold is factcite with its model, here one that
// was not taught anything, and the grammar as always.
func TestReadByCommand(t *testing.T) {
	if os.Getenv("FACTCITE_LONG") == "" {
		t.Skip("builds the command anew; set FACTCITE_LONG")
	}
	models := t.TempDir()
	untaught, err := tagger.NewModel(nil, nil, new([tagger.Joints][tagger.Labels][tagger.Labels]float32), scale).Pack("untaught")
	if err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile("../tagger/whole.bin")
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{"fold0.bin": untaught, "whole0.bin": whole} {
		if err := os.WriteFile(filepath.Join(models, name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir("../../..")
	byModel := &row{Text: "E. Lund, T. Roe, Oak floors in carts, Road Science 12, 33 1998"}
	byGrammar := &row{Text: "Falk, C. (2004). The quiet road. Road Science, 12(3), 33–40."}
	read, err := (&options{models: models}).readByCommand(0, []*row{byModel, byGrammar})
	if err != nil {
		t.Fatal(err)
	}
	if read[0] != nil || read[1] == nil || read[1].Title != "The quiet road" {
		t.Errorf("%+v is read with a model that knows nothing", read)
	}
	if citation := readWith(byModel.Text, tagger.Trained().ReadWork); citation == nil {
		t.Error("nothing is read with the embedded model")
	}
}

// TestFirstReferences holds which records what refs prints is of.
func TestFirstReferences(t *testing.T) {
	first, err := firstReferences([]byte("{\"fact\":\"2\",\"references\":[{\"type\":\"misc\",\"title\":\"Oak\"},{\"type\":\"misc\"}]}\n{\"fact\":\"0\",\"references\":[]}\n"), 3)
	if err != nil || first[0] != nil || first[1] != nil || first[2] == nil || first[2].Title != "Oak" {
		t.Errorf("%+v, %v", first, err)
	}
	for _, printed := range []string{"no JSON\n", "{\"fact\":\"3\"}\n", "{\"fact\":\"x\"}\n"} {
		if _, err := firstReferences([]byte(printed), 3); err == nil {
			t.Errorf("%q is read", printed)
		}
	}
}
