package formatted

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation/internal/phrase"
)

const (
	line = "Horn, A. (2012). Felt rims in use. Cart Journal, 3(2), 1–9."
	read = `article: authors "Horn, A.", year "2012", title "Felt rims in use", container "Cart Journal", volume "3", number "2", pages "1–9"`
)

// TestLeads holds after which words a reference is read, and after which it is not.
func TestLeads(t *testing.T) {
	for _, lead := range []string{
		"See ", "See also ", "Cf. ", "For more of this, see ", "Please cite ", "Felt is quiet. ", "Felt was quiet in 2011. ", "The rims are quiet. ", "This was found by all before. ", "Read what follows on carts: ",
		"As [3] told it once or twice. [4] ", "The new rims follow the test of ", "Source: ", "Sources: ", "References: ", "[1] ", "[12] ", "1. ", "(3) ", "3) ", "• ", "* ", "- ", "– ", "[Horn12] ",
	} {
		s := phrase.NewText(lead + line)
		if diff := cmp.Diff(read, workIn(s)); diff != "" {
			t.Errorf("after %q (-want +got):\n%s", lead, diff)
		}
		s.Release()
	}
	for _, lead := range []string{"Felt has 3 rims. ", "Felt 'rims' are quiet. ", "Ann Bo Cy Dee. ", "Felt rims. ", "felt ", "https://x.example is quiet. "} {
		s := phrase.NewText(lead + line)
		if got := workIn(s); got == read {
			t.Errorf("after %q: %s", lead, got)
		}
		s.Release()
	}
}

// TestLabels holds what of a text says that a reference follows.
func TestLabels(t *testing.T) {
	for text, want := range map[string]string{
		"Required text: Felt":                  "Felt",
		"Further reading: Felt":                "Felt",
		"Reading for week 3: Felt":             "Felt",
		"Week 3: Felt":                         "Felt",
		"Week 3 4: Felt":                       "Week 3 4: Felt",
		"3: Felt":                              "3: Felt",
		"Rims: Felt":                           "Rims: Felt",
		"Required text:":                       "Required text:",
		"Required text, too: Felt":             "Required text, too: Felt",
		"One of the most required texts: Felt": "One of the most required texts: Felt",
		"One two three required texts: Felt":   "Felt",
		"[Varga17] Felt":                       "Felt",
		"[I-D.ietf-quic-http] Felt":            "Felt",
		"[Varga 17] Felt":                      "[Varga 17] Felt",
		"[RFC 7235] Felt":                      "Felt",
		"[Varga17] felt":                       "[Varga17] felt",
		"[Varga17 Felt":                        "[Varga17 Felt",
		"See also Horn, A. (2012). Felt":       "Horn, A. (2012). Felt",
		"Cf. Horn, A. (2012). Felt":            "Horn, A. (2012). Felt",
		"See, also, Horn, A. (2012). Felt":     "Horn, A. (2012). Felt",
		"See also Horn, A. Felt":               "See also Horn, A. Felt",
		"See also Horn (2012). Felt":           "See also Horn (2012). Felt",
		"See also Horn, Anna (2012). Felt":     "See also Horn, Anna (2012). Felt",
		"Felt":                                 "Felt",
		"":                                     "",
	} {
		s := phrase.NewText(text)
		part := WithoutLabel(s)
		got := ""
		if len(part.Tokens) > 0 {
			got = part.Content[part.At(0).Start:part.End]
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestRemarks holds what is said of a work besides its title, its authors and where it came
// out.
func TestRemarks(t *testing.T) {
	type remark struct {
		noun                     string
		master, preprint, patent bool
		edition, number, genre   string
		whole                    bool
	}
	for text, want := range map[string]remark{
		"PhD thesis":             {noun: "thesis", whole: true},
		"Master's thesis.":       {noun: "thesis", master: true, whole: true},
		"2nd ed.":                {noun: "book", edition: "2nd", whole: true},
		"Technical Report TR-12": {noun: "report", number: "TR-12", whole: true},
		"Tech. Rep. 12":          {noun: "report", number: "12", whole: true},
		"Report No.: 12":         {noun: "report", number: "12", whole: true},
		"Working Paper 12":       {noun: "report", number: "12", genre: "Working Paper", whole: true},
		"Working Paper":          {noun: "report", genre: "Working Paper", whole: true},
		"Report":                 {noun: "report", whole: true},
		"Rep":                    {},
		"Paper 12":               {},
		"Technical felt":         {},
		"arXiv preprint":         {preprint: true, whole: true},
		"felt, 2nd ed.":          {noun: "book", edition: "2nd"},
		"blog post":              {whole: true},
		"":                       {whole: true},
	} {
		s := phrase.NewText(text)
		var w phrase.Work
		whole := ReadRemarks(s, 0, len(s.Tokens), &w)
		got := remark{w.Noun, w.Master, w.Preprint, w.Patent, w.Edition, w.Number, w.Genre, whole}
		if got != want {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
	}
	for text, want := range map[string]bool{
		"Lee wrote it.": true, "According to Lee": true, "Titled so": true, "It was published": true, "Published May 3, 2020": false, "Original work published 1950": false, "It was published 1950": true,
		"(1992), is cited": true, "(1992), pages": false, "(1992), Cork": false, line: false,
	} {
		if TellsStory(phrase.NewText(text)) != want {
			t.Errorf("%q tells a story: %t", text, !want)
		}
	}
}
