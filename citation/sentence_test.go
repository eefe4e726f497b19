package citation

import (
	"testing"

	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/internal/prose"
)

// TestSentencesThatBeginWithNames holds that a sentence is read as one, though it begins as
// lines of lists do: a verb says what the names did.
func TestSentencesThatBeginWithNames(t *testing.T) {
	for _, verb := range []string{"edited the volume", "co-edited the volume", "coedited the handbook"} {
		for _, names := range []string{"Talock, I. and Daskford, N.", "Talock I and Daskford NV", "Talock, I.", "I. Talock and N. Daskford"} {
			content := names + " " + verb + " 'CART-2: Long-range pulleys and bearing trials' (Millpond Academic, 1991)."
			e := Parse(content)
			if len(e.References) != 1 {
				t.Errorf("%s: %d references", content, len(e.References))
				continue
			}
			r := e.References[0]
			if len(r.Editors) == 0 || len(r.Authors) > 0 || r.Confidence > 0 {
				t.Errorf("%s: editors %v, authors %v", content, r.Editors, r.Authors)
			}
		}
	}
}

// TestSentencesSpareTheTrainedReader holds that the trained reader, which takes as long as
// ten sentences, is not asked about most of them: whether they begin with names that did
// something, or say who found what they say.
func TestSentencesSpareTheTrainedReader(t *testing.T) {
	for _, content := range []string{
		"Roe, A. and Lind, B. (2019) introduced 'Felt rims for quiet carts' in Proceedings of the 2019 Symposium on Library Networks.",
		"I. Roe, B. Lind & C. Holm published “Sparse token trials” in Revue de Corpus Engineering (1995).",
		"Paper shelf surveys reduce the noise of library archive networks (Talen et al., 2009).",
		"In 2006 the pulleys of the Talvik Institute of Technology carried 230 kg each, 4.1 % more than before (Varner et al., 1995).",
	} {
		s := phrase.NewText(content)
		works, _ := prose.ReadWorks(s)
		if mayBeListed(s, s, works, prose.FindMentions(s)) {
			t.Errorf("%s: may be a line of a list", content)
		}
		s.Release()
	}
}

// TestSilentSentences holds that sentences in which the grammar knows no frame have the work
// that they name, if the model of sentences is sure of its title, and that nothing is made
// of what is no work.
func TestSilentSentences(t *testing.T) {
	for content, title := range map[string]string{
		"Goran Kessani edited the volume “What naïve archives tell us about long-range reader records” (Norrland Books, 2014).":                               "What naïve archives tell us about long-range reader records",
		"'Measuring rolling ladder networks' is technical report 4 of the Talvik Institute of Technology, dated August 2017.":                                 "Measuring rolling ladder networks",
		"The newspaper Norrby Courier printed \"Learning Shelves with Networks\" on 2 January 2008.":                                                          "Learning Shelves with Networks",
		"\"TOKEGAN: Do Low-noise Bearing Models need library ream networks?\" is technical report 2 of the Talvik Institute of Technology, dated April 1989.": "TOKEGAN: Do Low-noise Bearing Models need library ream networks?",
		"The tug Hercules II was broken up at Troon in 1968.":                                                                                                 "",
		"The planner beats the hand-written \"Walk before you run\" instruction (Haddad et al., 2021) by two points.":                                         "",
		"They watched \"The Carter's Daughter\" (1974), directed by Ivo Holm.":                                                                                "",
		"Getting Started with Carts, https://carts.example.org/start":                                                                                         "",
	} {
		e := Parse(content)
		got := ""
		if len(e.References) == 1 {
			got = e.References[0].Title
		}
		if got != title || title != "" && e.References[0].Confidence < surelyTitle {
			t.Errorf("%s: %+v, want the title %q", content, e.References, title)
		}
		checkExtraction(t, content)
	}
}
