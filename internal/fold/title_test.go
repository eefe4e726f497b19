package fold

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNewTitle(t *testing.T) {
	for title, want := range map[string]Title{
		"The Quiet Cart":                 {Full: "quietcart", Main: "quietcart"},
		"An Atlas: of Carts":             {Full: "atlasofcarts", Main: "atlas", Sub: "ofcarts"},
		"A":                              {Full: "a", Main: "a"},
		"Multi-Modal Carts":              {Full: "multimodalcarts", Main: "multimodalcarts"},
		"Felt & straw? The carts of old": {Full: "feltandstrawthecartsofold", Main: "feltandstraw", Sub: "cartsofold"},
		"Felt. Straw: Carts":             {Full: "feltstrawcarts", Main: "feltstraw", Sub: "carts"}, // a colon before other marks
		"Felt! Straw. Carts":             {Full: "feltstrawcarts", Main: "felt", Sub: "strawcarts"}, // else the first mark
		"Felt—straw":                     {Full: "feltstraw", Main: "felt", Sub: "straw"},
		"Felt - straw":                   {Full: "feltstraw", Main: "felt", Sub: "straw"},
		"Felt – straw":                   {Full: "feltstraw", Main: "felt", Sub: "straw"},
		"Felt:straw":                     {Full: "feltstraw", Main: "feltstraw"},
		": Felt":                         {Full: "felt", Main: "felt"},
		"Felt: !":                        {Full: "felt", Main: "felt"},
		"Carts: Part II":                 {Full: "cartspart2", Main: "carts", Sub: "part2", Part: true},
		"Carts: Volume the Third":        {Full: "cartsvolumethethird", Main: "carts", Sub: "volumethethird", Part: true},
		"Carts, vol three":               {Full: "cartsvolume3", Main: "cartsvolume3"},
		"Carts of the second kind":       {Full: "cartsofthesecondkind", Main: "cartsofthesecondkind"},
		"Carts: A Reply to Roe":          {Full: "cartsareplytoroe", Main: "carts", Sub: "replytoroe", Part: true},
		"Carts: Reviewed Anew":           {Full: "cartsreviewedanew", Main: "carts", Sub: "reviewedanew"},
		"Table of Contents":              {Full: "tableofcontents", Main: "tableofcontents", Generic: true},
		"Editor's Note":                  {Full: "editorsnote", Main: "editorsnote", Generic: true},
		"Introduction to Carts":          {Full: "introductiontocarts", Main: "introductiontocarts"},
		"The quiet…":                     {Full: "quiet", Main: "quiet", Truncated: true},
		"The quiet ...":                  {Full: "quiet", Main: "quiet", Truncated: true},
		`The quiet \ldots`:               {Full: "quiet", Main: "quiet", Truncated: true},
		"The quiet {\\ldots}":            {Full: "quiet", Main: "quiet", Truncated: true},
		"…":                              {Truncated: true},
		"":                               {},
		// Markup of records.
		"<i>Felt</i> rims":          {Full: "feltrims", Main: "feltrims"},
		"H<sub>2</sub>O &amp; felt": {Full: "h2oandfelt", Main: "h2oandfelt"},
		"Carts at p < 0.05":         {Full: "cartsatp005", Main: "cartsatp005"},
		"Carts <felt":               {Full: "cartsfelt", Main: "cartsfelt"},
		"Felt <2 &lt; 3; <b>x":      {Full: "felt23x", Main: "felt23x"},
		"<p>Felt</p>":               {Full: "felt", Main: "felt"},
		"Felt &copy Straw":          {Full: "feltandcopystraw", Main: "feltandcopystraw"},
		"Felt; &nbsp Straw":         {Full: "feltstraw", Main: "feltstraw"},
		"Felt rims . …":             {Full: "feltrims", Main: "feltrims", Truncated: true},
	} {
		got := NewTitle(title)
		if joined := strings.Join(got.Words, ""); joined != got.Full {
			t.Errorf("the words of %q are %q, not those of %q", title, got.Words, got.Full)
		}
		got.Words = nil
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", title, diff)
		}
	}
}

func TestLocator(t *testing.T) {
	for locator, want := range map[string]string{
		"2nd ed.": "2", "Second Edition": "2", "the third edn": "3", "vol. IV": "4", "No. 12": "12", "pp. 11–19": "11 19", "pages 3": "3",
		"volume 3, issue 4": "3 4", "vol 3 number 4": "3 4", "p. 7": "7", "12th edition": "12", "std": "std",
		"1st": "1", "33rd": "33", "4th": "4", "bound": "bound", "Nr": "nr", "": "",
	} {
		if got := Locator(locator); got != want {
			t.Errorf("Locator(%q) = %q, want %q", locator, got, want)
		}
	}
}

// What is compared letter by letter has the letters of [Letters], without the spaces.
func TestAppendRune(t *testing.T) {
	for r := rune(1); r < 0x2200; r++ {
		if strings.ContainsRune("\\{$&`", r) {
			continue
		}
		want := strings.ReplaceAll(Letters("é"+string(r)), " ", "")
		if got := "e" + string(AppendRune(nil, r)); got != want && r != '\u0301' {
			t.Errorf("%q is %q, but %q in a text", r, got, want)
		}
	}
	for r, want := range map[rune]string{'&': "", '\\': "", 'Q': "q", '7': "7", 'Ж': "zh", 'β': "beta", '中': "中", 'ﬁ': "fi"} {
		if got := string(AppendRune([]byte("x"), r)); got != "x"+want {
			t.Errorf("%q is %q, want %q", r, got, "x"+want)
		}
	}
}

func TestText(t *testing.T) {
	for written, want := range map[string]string{
		`M{\"u}ller's "Grey" Carts`: "mullers gray carts", "Straße & Felt": "strasse and felt", "β-carotene": "beta carotene", "Чехов": "chekhov",
		"e-mail’s `x'": "e mails x", "!": "", "日本": "日本", "tour": "tour", "harbour": "harbor", "our": "our", "rise": "rise", "wise": "wise", "advertise": "advertize",
		"dialogue": "dialog", "modelling": "modeling", "honour": "honor", "ise": "ise", "anise": "anize",
	} {
		if got := Text(written); got != want {
			t.Errorf("Text(%q) = %q, want %q", written, got, want)
		}
	}
}

func TestDOIsAsCompared(t *testing.T) {
	for written, want := range map[string]string{
		"10.99999/ABC": "10.99999/abc", "https://doi.org/10.99999/x": "10.99999/x", "HTTP://DX.DOI.ORG/10.99999/X": "10.99999/x", "doi: 10.99999/x": "10.99999/x",
		"www.doi.org/10.99999/x": "10.99999/x", "https://example.org/10.99999/x": "example.org/10.99999/x", " 10.99999/a\tb ": "10.99999/a b", "": "",
	} {
		if got := DOI(written); got != want {
			t.Errorf("DOI(%q) = %q, want %q", written, got, want)
		}
	}
	for doi, want := range map[string]bool{"10.48550/arxiv.2301.00001": true, "10.5281/zenodo.1": true, "10.1101/2020.1": true, "10.99999/x": false, "10.5281": true, "": false} {
		if got := IsRepositoryDOI(doi); got != want {
			t.Errorf("IsRepositoryDOI(%q) = %t", doi, got)
		}
	}
}

func TestArXivID(t *testing.T) {
	for written, want := range map[string]string{
		"arXiv:2402.10379v2": "2402.10379v2", "https://arxiv.org/abs/2402.10379": "2402.10379", "http://www.arxiv.org/pdf/2402.10379": "2402.10379", "abs/2402.10379": "2402.10379",
		"arXiv:arXiv:2402.10379": "2402.10379", "ARXIV: hep-th/9901001": "hep-th/9901001", "arxiv:": "arxiv:", "2402.10379": "2402.10379", "": "",
	} {
		if got := ArXivID(written); got != want {
			t.Errorf("ArXivID(%q) = %q, want %q", written, got, want)
		}
	}
}

func TestPMIDAndISBNDigits(t *testing.T) {
	for written, want := range map[string]string{"PMID: 123": "123", "pmid123": "123", "PMID #123": "123", "PMID:#123": "123", "123": "123", "pmid": "pmid", "": ""} {
		if got := PMID(written); got != want {
			t.Errorf("PMID(%q) = %q, want %q", written, got, want)
		}
	}
	for written, want := range map[string]string{"ISBN-13: 978-0": "978-0", "isbn-10 0-3": "0-3", "ISBN 0-3": "0-3", "ISBN:0-3": "0-3", "0-3": "0-3", "isbn": "isbn"} {
		if got := ISBNDigits(written); got != want {
			t.Errorf("ISBNDigits(%q) = %q, want %q", written, got, want)
		}
	}
}

// TestKindsOfText holds that every kind of text is left out after a title.
func TestKindsOfText(t *testing.T) {
	for kind := range strings.SplitSeq("extended abstract, student abstract, abstract, abstract only, short paper, full paper, long version, short version, full version, "+
		"extended version, technical report, tech report, preliminary version, preliminary report, invited paper, invited talk, keynote, poster, poster abstract, demo, demonstration, "+
		"demo paper, position paper, survey, tutorial, extended abstract paper, work in progress, late breaking, doctoral consortium, industry track, preprint", ", ") {
		if got := NewTitle("Felt Rims (" + kind + ")").Full; got != "feltrims" {
			t.Errorf("(%s) is read as %q", kind, got)
		}
	}
}

// What kind of text it is, which some records say at a title's end, is no part of it.
func TestKindOfTextAfterTitle(t *testing.T) {
	for title, want := range map[string]string{
		"Felt Rims (Extended Abstract)": "feltrims", "Felt Rims [Student Abstract].": "feltrims", "Felt Rims: (poster)": "feltrims", "Felt Rims (Demo Paper) .": "feltrims",
		"Felt Rims (of carts)": "feltrimsofcarts", "(poster)": "poster", "Felt Rims poster)": "feltrimsposter", "Felt (Rims) poster": "feltrimsposter",
	} {
		if got := NewTitle(title).Full; got != want {
			t.Errorf("%q is %q, want %q", title, got, want)
		}
	}
}

func TestNumbersOfParts(t *testing.T) {
	for n, names := range map[int]string{1: "i one first", 2: "ii two second", 3: "iii three third", 4: "iv four fourth", 5: "v five fifth", 6: "vi six sixth",
		7: "vii seven seventh", 8: "viii eight eighth", 9: "ix nine ninth", 10: "x ten tenth", 11: "xi eleventh", 12: "xii twelfth"} {
		for name := range strings.FieldsSeq(names) {
			if got, want := NewTitle("Carts, part "+name).Full, fmt.Sprint("cartspart", n); got != want {
				t.Errorf("part %s of a work is %q, want %q", name, got, want)
			}
		}
	}
}
