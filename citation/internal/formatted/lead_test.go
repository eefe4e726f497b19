package formatted

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
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
// TestSettle holds what kind of work it is by what is read of it, and where its house and what
// it is in belong then.
func TestSettle(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		work ref.Reference
		noun string
		want ref.Reference
		page bool
		kind string // the noun
	}{
		"a thesis":                         {work: ref.Reference{Publisher: "University of Harby"}, noun: "thesis", want: ref.Reference{Institution: "University of Harby"}, kind: "thesis"},
		"a thesis and what is doubled":     {work: ref.Reference{Publisher: "Harby", Institution: "University"}, noun: "thesis", want: ref.Reference{Institution: "University"}, kind: "thesis"},
		"a report in what is no journal":   {work: ref.Reference{Container: "Harbour Labs"}, noun: "report", want: ref.Reference{Institution: "Harbour Labs"}, kind: "report"},
		"a report in a journal":            {work: ref.Reference{Container: "Annals of Carts"}, noun: "report", want: ref.Reference{Container: "Annals of Carts"}, kind: "report"},
		"a report on pages":                {work: ref.Reference{Container: "Harbour Labs", Pages: "1–9"}, noun: "report", want: ref.Reference{Container: "Harbour Labs", Pages: "1–9"}, kind: "report"},
		"a body's report at a place":       {work: ref.Reference{Authors: []ref.Name{{Literal: "Office of Carts"}}, Publisher: "Northgate"}, noun: "report", want: ref.Reference{Address: "Northgate"}, kind: "report"},
		"a person's report at a house":     {work: ref.Reference{Authors: []ref.Name{{Family: "Horn"}}, Publisher: "Northgate"}, noun: "report", want: ref.Reference{Publisher: "Northgate"}, kind: "report"},
		"a book of a series with an ISBN":  {work: ref.Reference{Container: "Studies in Carts", Publisher: "Harbour Press", ISBN: "9783161484100"}, want: ref.Reference{Series: "Studies in Carts", Publisher: "Harbour Press", ISBN: "9783161484100"}, kind: "book"},
		"a volume of a series by its name": {work: ref.Reference{Container: "Lecture Notes in Carts", Publisher: "Harbour Press", Volume: "3"}, want: ref.Reference{Series: "Lecture Notes in Carts", Publisher: "Harbour Press", Volume: "3"}, kind: "book"},
		"pages of a series":                {work: ref.Reference{Container: "Lecture Notes in Carts", Publisher: "Harbour Press", Volume: "3", Pages: "1–9"}, want: ref.Reference{Container: "Lecture Notes in Carts", Publisher: "Harbour Press", Volume: "3", Pages: "1–9"}},
		"a volume of a journal":            {work: ref.Reference{Container: "Cart Journal", Publisher: "Harbour Press", Volume: "3"}, want: ref.Reference{Container: "Cart Journal", Publisher: "Harbour Press", Volume: "3"}},
		"a page that was looked up":        {text: "Felt rims, accessed 3 May", work: ref.Reference{URL: "https://carts.example.org", Publisher: "Carts"}, want: ref.Reference{URL: "https://carts.example.org", Container: "Carts"}, page: true},
		"a page of a day":                  {work: ref.Reference{URL: "https://carts.example.org", Month: 5, Publisher: "Carts", Address: "Northgate"}, want: ref.Reference{URL: "https://carts.example.org", Month: 5, Publisher: "Carts", Address: "Northgate"}, page: true},
		"an address alone":                 {work: ref.Reference{URL: "https://carts.example.org"}, want: ref.Reference{URL: "https://carts.example.org"}},
		"a book that was looked up":        {text: "Felt rims, accessed 3 May", work: ref.Reference{URL: "https://carts.example.org", Publisher: "Harbour Press"}, want: ref.Reference{URL: "https://carts.example.org", Publisher: "Harbour Press"}, kind: "book"},
		"an article that was looked up":    {text: "Felt rims, accessed 3 May", work: ref.Reference{URL: "https://carts.example.org", Container: "Carts", Volume: "3"}, want: ref.Reference{URL: "https://carts.example.org", Container: "Carts", Volume: "3"}},
		"an article before print":          {text: "Felt rims, epub 3 May", work: ref.Reference{URL: "https://carts.example.org", Publisher: "Carts"}, want: ref.Reference{URL: "https://carts.example.org", Publisher: "Carts"}, kind: "book"},
		"a book with editors":              {work: ref.Reference{Editors: []ref.Name{{Family: "Horn"}}}, want: ref.Reference{}, kind: "book"},
		"what a body brought out":          {work: ref.Reference{Publisher: "Institute of Carts"}, want: ref.Reference{Publisher: "Institute of Carts"}},
	} {
		t.Run(name, func(t *testing.T) {
			w := phrase.Work{Reference: test.work, Noun: test.noun}
			for _, field := range []ref.Field{ref.FieldContainer, ref.FieldPublisher, ref.FieldInstitution} {
				if *w.Value(field) != "" {
					w.Mark(field, ref.Span{0, 1})
				}
			}
			Settle(phrase.NewText(test.text), &w)
			got := w.Reference
			got.Authors, got.Editors, got.Spans = nil, nil, nil
			if diff := cmp.Diff(test.want, got); diff != "" || w.WebPage != test.page || w.Noun != test.kind {
				t.Errorf("a page %t, a %q (-want +got):\n%s", w.WebPage, w.Noun, diff)
			}
		})
	}
}

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
		"Lee wrote it.": true, "Lee authored it.": true, "According to Lee": true, "Titled so": true, "It was published": true, "Published May 3, 2020": false, "Original work published 1950": false, "It was published 1950": true,
		"(1992), is cited": true, "(1992), pages": false, "(1992), Cork": false, line: false,
	} {
		if TellsStory(phrase.NewText(text)) != want {
			t.Errorf("%q tells a story: %t", text, !want)
		}
	}
}
