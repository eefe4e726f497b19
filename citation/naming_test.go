package citation

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/internal/prose"
	"github.com/factcite/factcite/citation/internal/tagger"
	"github.com/factcite/factcite/citation/ref"
)

func readSentenceOf(content string) *sentence {
	s := &sentence{Text: phrase.NewText(content)}
	s.cited = prose.FindMentions(s.Text)
	s.works, s.named = prose.ReadWorks(s.Text)
	return s
}

// TestWhatTheGrammarLeavesOpen holds of which sentences a model is asked.
func TestWhatTheGrammarLeavesOpen(t *testing.T) {
	for content, want := range map[string]bool{
		"Ana Roe wrote 'Felt Rims' in 2012.":                                  false,
		"Ana Roe wrote 'Felt Rims'.":                                          false,
		"Ana Roe wrote 'Felt Rims', and Bo Lind liked it.":                    true,
		"Ana Roe wrote 'Felt Rims' in 2012, and Bo Lind liked it.":            false,
		"the cart rolls on felt.":                                             false,
		"The cart rolls on felt.":                                             false,
		"the cart rolls on Felt.":                                             true,
		"the cart rolls for 12 days.":                                         true,
		"the cart is called 'quiet' by its makers.":                           true,
		"In 2012 they showed 'Felt Rims', directed by Ana Roe.":               false,
		"The course 'Felt Rims' is in room 12.":                               false,
		"The cart of Ana Roe " + strings.Repeat("rolls and ", 400) + "stops.": false,
	} {
		s := readSentenceOf(content)
		if got := s.leavesOpen(); got != want {
			t.Errorf("%.80s leaves something open: %t", content, got)
		}
		s.Release()
	}
}

// TestMayBeTitle holds which words, here those in brackets, may be the title of a work.
func TestMayBeTitle(t *testing.T) {
	for marked, want := range map[string]bool{
		"they praise [Felt Rims of Old] at length.":                       true,
		"they praise [Felt] at length.":                                   false,
		"they praise 'it', [felt rims of old] at length.":                 false,
		"they praise '[felt]' at length.":                                 true,
		"they praise '[Felt Rims]: A Study' at length.":                   true,
		"they praise '[Felt Rims] at Work' at length.":                    false,
		"they praise 'Felt [Rims]' at length.":                            false,
		"'[Felt Rims],' said Ann Lee.":                                    false,
		"'[Felt Rims]' says it.":                                          false,
		"the charity '[Quiet Carts]' is of Cork.":                         false,
		"the Charity '[Quiet Carts]' is of Cork.":                         true,
		"the survey '[Quiet Carts]' is of Cork.":                          true,
		"they use [Felt on the Rims] (Lee, 1998).":                        true,
		"they use [Felt on Rims] (Lee, 1998).":                            false,
		"Lee (1998) is why they use [Harbour Classes].":                   true,
		"they saw the film '[Felt Rims]' (2010).":                         false,
		"[Felt rims of old] are praised.":                                 false,
		"[Felt Rims of Old] is praised.":                                  true,
		"they use the [Harbour Classes] (Lee et al., 1998).":              false,
		"they use the [Harbour Classes] by Lee et al. (1998).":            false,
		"they use the [Harbour Classes] and see Lee et al. (1998).":       true,
		"they use the [Harbour Classes of Old Carts] (Lee et al., 1998).": true,
		"they play for [Elbow United] (1961–64).":                         false,
		"they play for [Elbow United] (1961).":                            true,
		"they use the [Felt Carrier Protocol] (FCP).":                     false,
		"they use the [Felt Carrier Protocol] (old).":                     true,
		"they use the [Felt Carrier Protocol] (FCP is old).":              true,
		"they praise [Felt Rims of Old]":                                  true,
	} {
		before, rest, _ := strings.Cut(marked, "[")
		title, after, _ := strings.Cut(rest, "]")
		s := readSentenceOf(before + title + after)
		if got := s.mayBeTitle(Span{len(before), len(before + title)}); got != want {
			t.Errorf("%s: it may be a title: %t", marked, got)
		}
		s.Release()
	}
}

// TestCompletedByTheModel holds what a work of a sentence takes of what the model is sure of.
func TestCompletedByTheModel(t *testing.T) {
	for _, test := range []struct {
		name, grammar, model string
		sure                 float64
		want                 string
	}{
		{"all that is missing", "By Ana Roe, ⟨title:Felt⟩, Carts 3, 4-9, 2010", "By ⟨authors:Ana Roe⟩, ⟨title:Felt⟩, ⟨container:Carts⟩ ⟨volume:3⟩, ⟨pages:4-9⟩, ⟨year:2010⟩", 0.95,
			"By ⟨authors:Ana Roe⟩, ⟨title:Felt⟩, ⟨container:Carts⟩ ⟨volume:3⟩, ⟨pages:4-9⟩, ⟨year:2010⟩"},
		{"not the container, of which it is less sure", "By Ana Roe, ⟨title:Felt⟩, Carts 3, 4-9, 2010", "By ⟨authors:Ana Roe⟩, ⟨title:Felt⟩, ⟨container:Carts⟩ ⟨volume:3⟩, ⟨pages:4-9⟩, ⟨year:2010⟩", 0.85,
			"By ⟨authors:Ana Roe⟩, ⟨title:Felt⟩, Carts ⟨volume:3⟩, ⟨pages:4-9⟩, ⟨year:2010⟩"},
		{"nothing that it is unsure of", "By Ana Roe, ⟨title:Felt⟩, 2010", "By ⟨authors:Ana Roe⟩, ⟨title:Felt⟩, ⟨year:2010⟩", 0.79,
			"By Ana Roe, ⟨title:Felt⟩, 2010"},
		{"nothing that is stated", "By ⟨authors:Ana Roe⟩, ⟨title:Felt⟩, ⟨year:2010⟩ and 2011 by Bo Lind", "By Ana Roe, ⟨title:Felt⟩, 2010 and ⟨year:2011⟩ by ⟨authors:Bo Lind⟩", 0.95,
			"By ⟨authors:Ana Roe⟩, ⟨title:Felt⟩, ⟨year:2010⟩ and 2011 by Bo Lind"},
		{"nobody whom it is about", "⟨title:Felt⟩, the life of Ana Roe, 2010", "⟨title:Felt⟩, the life of ⟨authors:Ana Roe⟩, ⟨year:2010⟩", 0.95,
			"⟨title:Felt⟩, the life of Ana Roe, ⟨year:2010⟩"},
		{"the year of a month", "⟨title:Felt⟩ in May of 2010", "⟨title:Felt⟩ in May of ⟨year:2010⟩", 0.95, "⟨title:Felt⟩ in May of ⟨year:2010⟩"},
		{"nothing of a citation of another", "⟨title:Felt⟩ cites Roe et al. (2010)", "⟨title:Felt⟩ cites ⟨authors:Roe et al.⟩ (⟨year:2010⟩)", 0.95,
			"⟨title:Felt⟩ cites Roe et al. (2010)"},
		{"no words of the title", "the ⟨title:Felt of 2010⟩", "the Felt of ⟨year:2010⟩", 0.95, "the ⟨title:Felt of 2010⟩"},
		{"ten words after the title", "⟨title:Felt⟩ one two three four five six seven eight nine ten 2010", "⟨title:Felt⟩ one two three four five six seven eight nine ten ⟨year:2010⟩", 0.95,
			"⟨title:Felt⟩ one two three four five six seven eight nine ten ⟨year:2010⟩"},
		{"nothing eleven words after the title", "⟨title:Felt⟩ one two three four five six seven eight nine ten eleven 2010", "⟨title:Felt⟩ one two three four five six seven eight nine ten eleven ⟨year:2010⟩", 0.95,
			"⟨title:Felt⟩ one two three four five six seven eight nine ten eleven 2010"},
		{"nothing eleven words before the title", "2010 one two three four five six seven eight nine ten eleven ⟨title:Felt⟩", "⟨year:2010⟩ one two three four five six seven eight nine ten eleven ⟨title:Felt⟩", 0.95,
			"2010 one two three four five six seven eight nine ten eleven ⟨title:Felt⟩"},
		{"a house and a number", "⟨title:Felt⟩, Wheel Press, no. 7", "⟨title:Felt⟩, ⟨publisher:Wheel Press⟩, no. ⟨number:7⟩", 0.95,
			"⟨title:Felt⟩, ⟨publisher:Wheel Press⟩, no. ⟨number:7⟩"},
		{"an office", "⟨title:Felt⟩, by the Carts Office", "⟨title:Felt⟩, by the ⟨institution:Carts Office⟩", 0.95,
			"⟨title:Felt⟩, by the ⟨institution:Carts Office⟩"},
		{"no address", "⟨title:Felt⟩, Cork", "⟨title:Felt⟩, ⟨address:Cork⟩", 0.95, "⟨title:Felt⟩, Cork"},
	} {
		content, work := stated(test.grammar)
		_, model := stated(test.model)
		_, want := stated(test.want)
		model.Type = ref.InProceedings
		s := &sentence{Text: phrase.NewText(content), works: []Reference{*work}}
		s.cited = prose.FindMentions(s.Text)
		work = &s.works[0]
		s.complete(work, model, tagger.NewCertainty(map[ref.Span]float64{{0, len(content)}: test.sure}))
		if want.Container != "" {
			want.Type = ref.InProceedings
		}
		if diff := cmp.Diff(want, work); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
		s.Release()
	}
}
