package citation

import "testing"

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
