package citation

import (
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/ref"
)

// TestTaughtSentences holds what a model of sentences adds to what the grammar reads: works of
// which it is sure of the title, and values near it. Each sentence has one work, or none: its
// fields as "title | authors | year | container or publisher".
func TestTaughtSentences(t *testing.T) {
	for content, want := range map[string]string{
		"'Measuring rolling ladder networks' is technical report 4 of the Talvik Institute of Technology, dated August 2017.":            "Measuring rolling ladder networks |  | 2017 | Talvik Institute of Technology",
		"Get hold of ‘My Uncle's Barge’, a memoir Corrie Lind wrote for Harbour Press in 2009.":                                          "My Uncle's Barge | Corrie Lind | 2009 | Harbour Press",
		"Nobody has put the case against felt better than Ana Lindgren's Noise and Its Enemies (Elbow Press, 2011), a slim book.":        "Noise and Its Enemies | Ana Lindgren | 2011 | Elbow Press",
		"Her best are 'Rims of Felt' (Elbow Press, 2003) and Bo Lind's 'Oak Floors and Their Wear' (Wheel Press, 2011).":                 "Rims of Felt |  | 2003 | Elbow Press; Oak Floors and Their Wear | Bo Lind | 2011 | Wheel Press",
		"\"We heard the carts go by,\" said Lind in 2016.":                                                                               "",
		"The tug Hercules II was broken up at Troon in 1968.":                                                                            "",
		"The planner beats the hand-written \"Walk before you run\" instruction (Haddad et al., 2021) by two points.":                    "",
		"The charity 'Quiet Carts UK' promotes felt and published a paper by Bo Lind in 2021 on oak floors.":                             "",
		"They watched \"The Carter's Daughter\" (1974), directed by Ivo Holm.":                                                           "",
		"Getting Started with Carts, https://carts.example.org/start":                                                                    "",
		"The course CART 255, titled 'Introduction to Felt', covers felt, its makers and their trade.":                                   "",
		"A 2010 study published in Letters on Carts found that most makers support the Quiet Cart Convention (QCC).":                     "",
		"Seasonal wear of rims in libraries goes with heat and damp, as a study over six years published in Cart Science in 2018 shows.": "",
		"Elbow United (1961–64) and the Tanners of Cork (1958–63) played each other twice a year.":                                       "",
	} {
		e := Parse(content)
		got := ""
		for i := range e.References {
			r := &e.References[i]
			if i > 0 {
				got += "; "
			}
			got += strings.Join([]string{r.Title, ref.SpokenNames(r.Authors), r.Year, r.Container + r.Publisher + r.Institution}, " | ")
		}
		if got != want {
			t.Errorf("%s: %q, want %q", content, got, want)
		}
		checkExtraction(t, content)
	}
}
