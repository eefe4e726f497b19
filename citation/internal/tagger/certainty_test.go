package tagger

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// TestCertainty holds how sure a span is: as its least certain token, a part of one included.
func TestCertainty(t *testing.T) {
	tokens := map[ref.Span]float64{{0, 4}: 0.5, {5, 9}: 0.25, {10, 12}: 0.75}
	moved := NewCertainty(tokens)
	moved.Shift(100)
	for _, test := range []struct {
		name      string
		certainty Certainty
		span      ref.Span
		want      float64
	}{
		{"a token", NewCertainty(tokens), ref.Span{0, 4}, 0.5},
		{"a byte of it", NewCertainty(tokens), ref.Span{3, 4}, 0.5},
		{"two tokens", NewCertainty(tokens), ref.Span{3, 6}, 0.25},
		{"all tokens", NewCertainty(tokens), ref.Span{0, 12}, 0.25},
		{"between tokens", NewCertainty(tokens), ref.Span{4, 5}, 1},
		{"up to a token", NewCertainty(tokens), ref.Span{9, 10}, 1},
		{"after all", NewCertainty(tokens), ref.Span{12, 20}, 1},
		{"no token known", nil, ref.Span{0, 4}, 1},
		{"moved", moved, ref.Span{105, 109}, 0.25},
		{"where it was before", moved, ref.Span{0, 12}, 1},
	} {
		if got := test.certainty.In(test.span); got != test.want {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

// TestReadSurely holds that each word of a reference that was read has the field it is
// taken for, and that nothing is known of the words of what is none.
func TestReadSurely(t *testing.T) {
	const text = "Lund A. Felt rims. J Carts. 2019;3(2):1-9."
	s := phrase.NewText(text)
	defer s.Release()
	work, certainty, ok := Trained().ReadSurely(s)
	if !ok {
		t.Fatal("no reference is read")
	}
	without, _ := Trained().ReadWork(s)
	if diff := cmp.Diff(statedBy(&without), statedBy(&work)); diff != "" {
		t.Errorf("more or less is read surely (-want +got):\n%s", diff)
	}
	for _, field := range []ref.Field{ref.FieldAuthors, ref.FieldTitle, ref.FieldContainer, ref.FieldYear, ref.FieldVolume, ref.FieldNumber, ref.FieldPages} {
		at := work.Spans[string(field)]
		if !certainty.TakesFor(at, field) || certainty.TakesFor(at, ref.FieldPublisher) {
			t.Errorf("%q is not taken for the %s", s.Slice(at), field)
		}
		if sure := certainty.In(at); sure < 0.5 || sure > 1 {
			t.Errorf("%q is the %s with probability %v", s.Slice(at), field, sure)
		}
	}
	if title := work.Spans[string(ref.FieldTitle)]; certainty.TakesFor(title, ref.FieldAuthors) || certainty.TakesFor(ref.Span{title[1], title[1]}, ref.FieldTitle) {
		t.Error("a title is taken for authors, or an empty span for a title")
	}
	plain := phrase.NewText("Felt rims halve the noise of carts.")
	defer plain.Release()
	if _, certainty, ok := Trained().ReadSurely(plain); ok || certainty != nil {
		t.Errorf("prose is a reference: %t, %v", ok, certainty)
	}
}
