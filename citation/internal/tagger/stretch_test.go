package tagger

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// TestStretches holds what of a sentence may be one name or title.
func TestStretches(t *testing.T) {
	for text, want := range map[string][]string{
		`Her essay "Felt Rims" is by Ana Roe`: {"capitals: Her", "plain: essay", "quoted: Felt Rims", "plain: is by", "person: Ana Roe"},
		"Nobody knows Quiet of the Heavy now": {"person: Nobody", "plain: knows", "capitals: Quiet of the Heavy", "plain: now"},
		"it was Felt of the and":              {"plain: it was", "person: Felt", "plain: of the and"},
		"the Elbow Institute said so":         {"plain: the", "body: Elbow Institute", "plain: said so"},
		"":                                    nil,
	} {
		s := phrase.NewText(text)
		l := NewSentence(s, nil, nil)
		var got []string
		for _, st := range l.stretches {
			kind := [...]string{"plain", "quoted", "capitals", "person", "body"}[st.kind]
			var words []string
			for _, token := range l.Tokens[st.start:st.end] {
				if token.kind == word {
					words = append(words, text[token.Start:token.End])
				}
			}
			if len(words) > 0 {
				got = append(got, kind+": "+strings.Join(words, " "))
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", text, diff)
		}
		for i, n := range l.inStretch {
			if st := l.stretches[n]; i < st.start || st.end <= i {
				t.Errorf("%s: token %d is said to be in the stretch from %d to %d", text, i, st.start, st.end)
			}
		}
		l.Release()
		s.Release()
	}
}

// TestSentencesHaveMoreFeatures holds that what the grammar reads of a sentence is among the
// features of its tokens, and that lines have no features of sentences.
func TestSentencesHaveMoreFeatures(t *testing.T) {
	const text = "Roe brought out Felt Rims in 1981"
	s := phrase.NewText(text)
	defer s.Release()
	features := func(works []ref.Reference) (all [][Features]uint32) {
		l := NewSentence(s, works, nil)
		defer l.Release()
		all = make([][Features]uint32, len(l.Tokens))
		for i := range l.Tokens {
			if n := l.Features(i, &all[i]); n != Features {
				t.Errorf("token %d of a sentence has %d features, want %d", i, n, Features)
			}
		}
		return all
	}
	work := ref.Reference{Spans: map[string]ref.Span{string(ref.FieldTitle): {16, 25}}}
	without, with := features(nil), features([]ref.Reference{work})
	for i, differs := range []bool{false, false, true, true, true, true, true} { // the words around are told as well
		if (without[i] != with[i]) != differs {
			t.Errorf("the features of token %d differ: %t, want %t", i, !differs, differs)
		}
	}
	l := NewLine(text)
	defer l.Release()
	var into [Features]uint32
	if n := l.Features(0, &into); n != lineFeatures {
		t.Errorf("a token of a line has %d features, want %d", n, lineFeatures)
	}
}
