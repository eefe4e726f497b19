package tagger

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestReadings holds that the readings of a line begin with the labels that a chain finds,
// get less probable, and differ in more than marks.
func TestReadings(t *testing.T) {
	for _, text := range listed {
		l := NewLine(text)
		m := Trained()
		m.Read(l)
		readings := m.Readings(l)
		if len(readings) == 0 || len(readings) > mostReadings {
			t.Fatalf("%s: %d readings", text, len(readings))
		}
		if diff := cmp.Diff(l.Labels, readings[0].Labels); diff != "" || readings[0].less != 0 {
			t.Errorf("%s: the first reading is not the one of the chain (-chain +first), %.2f less:\n%s", text, readings[0].less, diff)
		}
		for i := 1; i < len(readings); i++ {
			if readings[i].less > readings[i-1].less {
				t.Errorf("%s: reading %d is more probable than the one before", text, i)
			}
			for _, other := range readings[:i] {
				if slices.Equal(readings[i].parts, other.parts) {
					t.Errorf("%s: reading %d is there twice", text, i)
				}
			}
		}
		l.Release()
	}
}

// TestAppendParts holds that parts are the runs of labels without the marks around them, and that
// a mark between two tokens of one label parts nothing.
func TestAppendParts(t *testing.T) {
	l := NewLine("Roe, A. “Rims,” Carts")
	defer l.Release()
	labels := []Label{Authors, Other, Authors, Authors, Title, Title, Title, Title, Container}
	if len(labels) != len(l.Tokens) {
		t.Fatalf("%d tokens", len(l.Tokens))
	}
	want := []run{{label: Authors, from: 0, next: 3}, {label: Title, from: 5, next: 6}, {label: Container, from: 8, next: 9}}
	if got := l.appendParts(nil, labels); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// TestDecide holds that what was learned of whole readings decides between those that are
// nearly as probable, and how probable a label is where readings differ.
func TestDecide(t *testing.T) {
	const text = "Roe A The year of felt Road Science Carts 12, 2010."
	read := func(m *Model) (labels []Label, sure []float32) {
		l := NewLine(text)
		defer l.Release()
		m.Read(l)
		m.marginals(l)
		m.decide(l)
		return slices.Clone(l.Labels), slices.Clone(l.Sure)
	}
	l := NewLine(text)
	defer l.Release()
	chain := Trained().With(nil)
	chain.Read(l)
	readings := chain.Readings(l)
	if len(readings) < 2 {
		t.Fatal("one reading")
	}
	weights := make([]float32, WholeFeatures)
	for _, f := range readings[1].Features {
		if !slices.Contains(readings[0].Features, f) {
			weights[f] = 3
		}
	}
	got, sure := read(chain.With(NewWhole(weights)))
	if diff := cmp.Diff(readings[1].Labels, got); diff != "" {
		t.Errorf("the second reading is not taken (-want +got)\n%s", diff)
	}
	if least := slices.Min(sure); least <= 0 || least >= 1 {
		t.Errorf("the least sure label has the probability %.2f", least)
	}
	if got, _ := read(chain); !slices.Equal(got, readings[0].Labels) {
		t.Errorf("without what was learned of wholes: %v", got)
	}
}

// TestPackWhole holds that what was learned is packed and unpacked the same, and that a file
// that is cut off is an error.
func TestPackWhole(t *testing.T) {
	file, err := Trained().whole.Pack("header")
	if err != nil {
		t.Fatal(err)
	}
	w, err := UnpackWhole(file)
	if err != nil || *w != *Trained().whole {
		t.Errorf("what was packed is not what was unpacked: %v", err)
	}
	for _, cut := range [][]byte{file[:len(file)-9], file[:3]} {
		if _, err := UnpackWhole(cut); err == nil {
			t.Errorf("%d bytes of %d are read", len(cut), len(file))
		}
	}
}
