package venue

import (
	"strings"
	"testing"
)

func TestSame(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Journal of Felt", "The Journal of Felt", true},
		{"Proceedings of the 12th Annual Cart Meeting (CM)", "Cart Meeting 2019", true},
		{"Third Cart Meeting", "Fourth Cart Meeting", true},
		{"NIPS", "Advances in Neural Information Processing Systems", true},
		{"ICML", "ICLR", false},
		{"J. Ethnobiol. Ethnomed.", "Journal of Ethnobiology and Ethnomedicine", true},
		{"Annals of Felt", "Annals of Straw", false},
		{"Quiet Carts", "Quieter Cart", false},
		{"Ca", "Carts", false},
		{"Car", "Carts", true},
		{"QCW", "Workshop on Quiet Carts", false},
		{"WQC", "Workshop on Quiet Carts", true},
		{"WQC 2019", "Workshop on Quiet Carts", true},
		{"Wqc", "Workshop on Quiet Carts", false},
		{"QUIETEST", "A Meeting (QUIETEST 2019) on Carts", true},
		{"QC", "Quiet Carts", false},
		{"", "", false},
		{"", "Carts", false},
		{"Notes on the Cart", "Notes on the Felt", false},
	} {
		if Same(c.a, c.b) != c.want || Same(c.b, c.a) != c.want {
			t.Errorf("%q and %q are the same: %t and %t, want %t", c.a, c.b, Same(c.a, c.b), Same(c.b, c.a), c.want)
		}
	}
}

func TestFind(t *testing.T) {
	for name, want := range map[string]string{
		"ICML": "ICML", "icml": "ICML", "The International Conference on Machine Learning": "ICML", "ICML 2019": "ICML", "ICML (Felt) 2019": "ICML",
		"Proceedings of the 36th International Conference on Machine Learning": "ICML", "International Conference on Machine Learning: Felt": "ICML",
		"International Conference on Machine Learning, Oslo": "ICML", "International Conference on Machine Learning - Felt": "ICML",
		"International Conference (36) on Machine Learning": "ICML", "ICML) 2019": "ICML", "ICML, Oslo": "", "Felt": "", "": "", "SIGMOD - x": "", "SIGMETRICS, Oslo": "SIGMETRICS",
		"ICML " + strings.Repeat("(", 396): "", "ICML " + strings.Repeat(" ", 395): "ICML", "ICML " + strings.Repeat(" ", 396): "",
	} {
		v, ok := Find(name)
		got := ""
		if ok {
			got = v.Acronym
		}
		if got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}

// TestTitleWords holds which words of a name tell the venue from others.
func TestTitleWords(t *testing.T) {
	for name, want := range map[string]string{
		"AI and Society": "artif intell soc", "AI": "artif intell", "Multi-Agent Systems": "multiagent syst", "Multi": "multi",
		"ICML2021": "icml", "ML2021": "ml", "a2021": "a2021", "ICML'23": "icml", "ICML ’23": "icml", "ICML` 23": "icml", "Felt 12a": "felt 12a",
		"Carts of the USA": "carts", "USA": "usa", "Journal of Felt, U.S.A.": "j felt", "Felt in the United States of America": "felt",
		"Main Track of Carts": "carts", "Felt Research Papers": "felt", "Felt Technical Track": "felt", "Felt Full Papers": "felt", "Felt Conf Track": "felt", "Felt Papers": "felt papers", "Felt Track": "felt track", "Track": "",
		"Vol. IV of Felt": "felt", "Felt V": "felt v", "Felt xiv": "felt", "Twenty Third Felt": "felt", "23rd Felt 2019": "felt", "Annual Felt Volume": "felt", "March Felt": "felt",
		"ACM SIGMOD": "sigmod", "ACM": "acm", "IEEE Felt": "felt", "Proceedings of Felt": "felt", "Felt Proceedings": "felt proc", "Symposium on Felt": "felt", "the of": "",
	} {
		if got := strings.Join(TitleWords(name), " "); got != want {
			t.Errorf("%q is told by %q, want %q", name, got, want)
		}
	}
}

func TestTitlesInFull(t *testing.T) {
	for name, want := range map[string][2]bool{
		"Journal of Felt": {true, false}, "Annals of a Cart": {true, false}, "J. of Felt Magazine": {false, false}, "Journal Phys Felt": {false, false}, "Journal of Felt B": {false, false},
		"Journal of the ACM": {false, false}, "Conference on Carts": {false, true}, "Symposium of Felt": {false, true}, "Felt": {false, false}, "": {false, false},
	} {
		if got := [2]bool{IsJournalTitle(name), IsMeetingName(name)}; got != want {
			t.Errorf("%q is a journal's, a meeting's title in full: %v, want %v", name, got, want)
		}
	}
}

func TestAbbreviates(t *testing.T) {
	for _, c := range []struct {
		short, long string
		want        bool
	}{
		{"quiet cart", "quiet cart", true},
		{"qui crt", "quiet cart", true},
		{"qt cart", "quiet cart", false}, // two letters, and no beginning
		{"qu cart", "quiet cart", true},
		{"qtu cart", "quiet cart", false}, // in another order
		{"xui cart", "quiet cart", false},
		{"phys felt", "physiol felt", false}, // two abbreviations
		{"quiet", "quiet", false},
		{"quiet cart", "quiet cart felt", false},
	} {
		if got := Abbreviates(strings.Fields(c.short), strings.Fields(c.long)); got != c.want {
			t.Errorf("%q abbreviates %q: %t", c.short, c.long, got)
		}
	}
}

func TestArXivIDIn(t *testing.T) {
	for text, want := range map[string]string{
		"arXiv preprint arXiv:2402.10379": "2402.10379", "CoRR, abs/2402.10379": "2402.10379", "arXiv": "", "Cart Letters 2402.10379": "", "": "",
		"arXiv:2402.10379" + strings.Repeat(" ", maxVenue): "",
	} {
		if got := ArXivIDIn(text); got != want {
			t.Errorf("%q names %q, want %q", text, got, want)
		}
	}
}

// Venues share a word by its abbreviation.
func TestSharesWord(t *testing.T) {
	v, _ := Find("ICML")
	if !v.SharesWord(TitleWords("Learned Machines")) && !v.SharesWord(TitleWords("Machine Carts")) || v.SharesWord(TitleWords("Quiet Carts")) {
		t.Error("a venue shares the words of its name, and no others")
	}
}
