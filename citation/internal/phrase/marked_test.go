package phrase

import (
	"testing"

	"github.com/factcite/factcite/citation/internal/markup"
)

// TestMarkedTokens holds which tokens are made of what markup says: quotations of titles,
// addresses of works, brackets of citations.
func TestMarkedTokens(t *testing.T) {
	testTokens(t, [][2]string{
		// Emphasis and links that are titles, and that are none.
		{"See *Felt and Hay* now", "W:See · q:Felt and Hay · w:now"},
		{"See **Felt and Hay** now", "W:See · q:Felt and Hay · w:now"},
		{"See *felt and hay* now", "W:See · w:felt · w:and · w:hay · w:now"},
		{"The book *felt and hay* is", "W:The · w:book · q:felt and hay · w:is"},
		{"The book *felt hay* is", "W:The · w:book · w:felt · w:hay · w:is"},
		{"See *Felt* now", "W:See · q:Felt · w:now"},
		{"See *5 + 3* now", "W:See · n:5 · + · n:3 · w:now"},
		{"See *RFC 5952* now", "W:See · W:RFC · n:5952 · w:now"},
		{"See *Carts at Work* now", "W:See · q:Carts at Work · w:now"},
		{"See *The Harbour Report* now", "W:See · q:The Harbour Report · w:now"},
		{"See *Full Report* now", "W:See · W:Full · W:Report · w:now"},
		{"See *Felt and Hay.* now", "W:See · q:Felt and Hay · . · w:now"},
		{"See *Felt and Hay...* now", "W:See · q:Felt and Hay... · w:now"},
		{"See *Felt etc. and Hay.* now", "W:See · q:Felt etc. and Hay. · w:now"},
		{"See *Felt and Hay,* now", "W:See · q:Felt and Hay · , · w:now"},
		{"See [Felt and Hay](https://x.example) now", "W:See · q:Felt and Hay · w:now"},
		{"See [Felt](https://x.example) now", "W:See · W:Felt · w:now"},
		{"The book [Felt](https://x.example) is", "W:The · w:book · q:Felt · w:is"},
		{"See *[Felt](https://x.example)* now", "W:See · q:Felt · w:now"},
		{"See [*Felt*](https://x.example) now", "W:See · q:Felt · w:now"},
		{"See ['Felt'](https://x.example) now", "W:See · q:Felt · w:now"},
		{"See [“Felt and Hay,”](https://x.example) now", "W:See · q:Felt and Hay · , · ” · w:now"},
		{"See ['Felt and Hay](https://x.example) now", "W:See · q:'Felt and Hay · w:now"},
		{"See [Felt and Hay'](https://x.example) now", "W:See · q:Felt and Hay' · w:now"},
		{"See [the felt of carts](https://x.example) now", "W:See · w:the · w:felt · w:of · w:carts · w:now"},
		{"The book [the felt of carts](https://x.example) is", "W:The · w:book · q:the felt of carts · w:is"},
		{"See [Felt User Guide](https://x.example) now", "W:See · W:Felt · W:User · W:Guide · w:now"},
		{"See [The Full Guide of the Quiet Cart Guide](https://x.example) now", "W:See · q:The Full Guide of the Quiet Cart Guide · w:now"},
		{"See [Felt Style Report](https://x.example) now", "W:See · W:Felt · W:Style · W:Report · w:now"},
		{"See [Open Cart Project (OCP)](https://x.example) now", "W:See · W:Open · W:Cart · W:Project · ( · W:OCP · ) · w:now"},
		{"The book [Open Cart Project (OCP)](https://x.example) is", "W:The · w:book · q:Open Cart Project (OCP) · w:is"},
		{"See [Open Cart Project (Ocp)](https://x.example) now", "W:See · q:Open Cart Project (Ocp) · w:now"},
		{"See [Open Cart Project (O)](https://x.example) now", "W:See · q:Open Cart Project (O) · w:now"},
		{"See [Open Cart Project (OC2)](https://x.example) now", "W:See · q:Open Cart Project (OC2) · w:now"},
		{"See [https://x.example/felt](https://x.example) now", "W:See · l:https://x.example/felt · w:now"},
		{"See [Felt and Hay (Lee, 2019)](https://x.example) now", "W:See · q:Felt and Hay · ( · W:Lee · , · n:2019 · ) · w:now"},
		{"See [Felt and Hay by Ana Lee](https://x.example) now", "W:See · q:Felt and Hay · w:by · W:Ana · W:Lee · w:now"},
		{"See [Felt and Hay by the sea](https://x.example) now", "W:See · q:Felt and Hay by the sea · w:now"},
		{"See [Felt and Hay (a study)](https://x.example) now", "W:See · q:Felt and Hay (a study) · w:now"},
		{"**Felt and Hay** – *Ana Lee, Bo Park* now", "q:Felt and Hay · – · W:Ana · W:Lee · , · W:Bo · W:Park · w:now"},
		{"**Felt and Hay** and *Ana Lee, Bo Park* now", "q:Felt and Hay · w:and · q:Ana Lee, Bo Park · w:now"},

		// Citations that are links.
		{"as [Lee et al.](https://x.example) say", "w:as · [ · W:Lee · w:et · w:al · . · ] · w:say"},
		{"as [Lee et al., 2019](https://x.example) say", "w:as · [ · W:Lee · w:et · w:al · . · , · n:2019 · ] · w:say"},
		{"as [Lee & Park (2019)](https://x.example) say", "w:as · [ · W:Lee · & · W:Park · ( · n:2019 · ) · ] · w:say"},
		{"as [Lee and Park, 2019a](https://x.example) say", "w:as · [ · W:Lee · w:and · W:Park · , · n:2019a · ] · w:say"},
		{"as [(Lee, 2019)](https://x.example) say", "w:as · [ · ( · W:Lee · , · n:2019 · ) · ] · w:say"},
		{"as [Lee (2019; 2020)](https://x.example) say", "w:as · [ · W:Lee · ( · n:2019 · ; · n:2020 · ) · ] · w:say"},
		{"as [Carts of 2019](https://x.example) say", "w:as · q:Carts of 2019 · w:say"},
		{"as [The Lee 2019](https://x.example) say", "w:as · q:The Lee 2019 · w:say"},
		{"as [2019](https://x.example) say", "w:as · n:2019 · w:say"},
		{"as [Lee 20195](https://x.example) say", "w:as · [ · W:Lee · n:20195 · ] · w:say"},
		{"as [Lee 3019](https://x.example) say", "w:as · q:Lee 3019 · w:say"},
		{"as [Lee (felt) 2019](https://x.example) say", "w:as · q:Lee (felt) 2019 · w:say"},
		{"as [Lee et al., 2019](https://arxiv.org/abs/2101.01234) say", "w:as · [ · W:Lee · w:et · w:al · . · , · n:2019 · ] · w:say"},

		// Links that lead to the work beside which they are.
		{"'Felt' [PDF](https://x.example/f.pdf) is", "q:Felt · l:https://x.example/f.pdf · w:is"},
		{"'Felt' [[full text](https://x.example/f)] is", "q:Felt · [ · l:https://x.example/f · ] · w:is"},
		{"'Felt' [slides](https://x.example/f) is", "q:Felt · w:slides · w:is"},
		{"'Felt' [slides](https://arxiv.org/abs/2101.01234) is", "q:Felt · w:slides · l:https://arxiv.org/abs/2101.01234 · w:is"},
		{"see [this work here](https://doi.org/10.1234/x) now", "w:see · w:this · w:work · w:here · l:https://doi.org/10.1234/x · w:now"},
		{"see [this](10.1234/x) now", "w:see · w:this · l:10.1234/x · w:now"},

		// Code, and marks in marks.
		{"run `felt --hay` now", "w:run · ` · w:now"},
		{"run `*felt*` now", "w:run · ` · w:now"},
		{"See *Felt and **Hay** for Carts* now", "W:See · q:Felt and Hay for Carts · w:now"},
		{"See *Felt and [Hay](https://x.example) for Carts* now", "W:See · W:Felt · w:and · W:Hay · w:for · W:Carts · w:now"},
		{"See [Felt and *Hay* for Carts](https://x.example) now", "W:See · q:Felt and Hay for Carts · w:now"},
		{"See [Felt and `Hay` for Carts](https://x.example) now", "W:See · q:Felt and Hay for Carts · w:now"},
		{"See [Felt and Hay](#felt) now", "W:See · W:Felt · w:and · W:Hay · w:now"},
		{"The book [Felt and Hay](#felt) is", "W:The · w:book · q:Felt and Hay · w:is"},
		{"as [Lee, 2019](#lee) says", "w:as · W:Lee · , · n:2019 · w:says"},
	})
}

// TestAddressOfMarked holds which words have an address and which are emphasised.
func TestAddressOfMarked(t *testing.T) {
	s := NewMarkedText(markup.Read("See *Felt and Hay* and [Oats by *Rye*](https://x.example/a) and **Rims and Hubs** with `code` now"))
	type is struct {
		address            string
		italic, emphasised bool
	}
	for _, c := range []struct {
		words string
		want  is
	}{
		{"Felt and Hay", is{"", true, true}},
		{"Felt", is{"", true, true}},
		{"See Felt and Hay and", is{"", true, true}},
		{"Oats by Rye", is{"https://x.example/a", true, true}},
		{"Oats", is{"https://x.example/a", false, false}},
		{"Rye", is{"https://x.example/a", true, true}},
		{"Rims and Hubs", is{"", false, true}},
		{"and Rims", is{"", false, false}},
		{"with", is{"", false, false}},
		{"now", is{"", false, false}},
	} {
		start := indexOf(t, s.Content[:s.End], c.words)
		sp := [2]int{start, start + len(c.words)}
		address, linked := s.AddressOf(sp)
		got := is{s.Slice(address), s.IsItalic(sp), s.IsEmphasised(sp)}
		if got != c.want || linked != (c.want.address != "") {
			t.Errorf("%q: %+v, want %+v", c.words, got, c.want)
		}
	}
}

func indexOf(t *testing.T, content, words string) int {
	t.Helper()
	for i := range content {
		if len(content)-i >= len(words) && content[i:i+len(words)] == words {
			return i
		}
	}
	t.Fatalf("%q is not in %q", words, content)
	return 0
}

// TestFirstLookAtMarks holds that the first look denies no mark of which a token is made.
func TestFirstLookAtMarks(t *testing.T) {
	testIs(t, func(text string) bool {
		p := markup.Read(text)
		return MayMarkWork(&p)
	}, []string{
		"See *Felt and Hay* now", "as [lee et al.](https://x.example)", "as [lee et al](https://x.example)", "see [this](https://doi.org/10.1234/x)",
		"The book *felt and hay* is", "The 'book *felt and hay* is", "the journal [felt and hay](https://x.example) is", "a talk titled *felt and hay* was", "See *5 carts* now",
	}, []string{
		"See felt now", "See *felt and hay* now", "The book *felt hay* is", "see [this](https://x.example)", "run `Felt` now", "",
	})
}

// TestKindsOfAddresses holds what is said to be at an address, by its host and path.
func TestKindsOfAddresses(t *testing.T) {
	testIs(t, IsAddressOfWork, []string{
		"https://arxiv.org/abs/1", "https://doi.org/10.1/x", "doi:10.1/x", "https://aclanthology.org/P1", "https://www.aclweb.org/anthology/P1", "https://openreview.net/f",
		"https://pubmed.ncbi.nlm.nih.gov/1", "https://www.ncbi.nlm.nih.gov/pmc/1", "https://papers.nips.cc/p", "https://proceedings.mlr.press/v1", "https://www.jstor.org/stable/1",
		"https://dl.acm.org/doi/10.1", "https://www.semanticscholar.org/paper/1", "https://www.biorxiv.org/content/1", "https://www.medrxiv.org/content/1", "https://papers.ssrn.com/1", "10.1234/x",
	}, []string{"https://x.example/10.1", "https://doi.org/x", "https://www.jstor.org/x", "", "https://www.ncbi.nlm.nih.gov/x"})
	testIs(t, IsRepository, []string{
		"https://github.com/x", "https://gitlab.com/x", "https://bitbucket.org/x", "https://codeberg.org/x", "https://sourceforge.net/x", "https://sr.ht/~x", "https://pypi.org/project/x",
		"https://cran.r-project.org/x", "https://crates.io/crates/x", "https://npmjs.com/package/x", "https://bioconductor.org/packages/x",
	}, []string{"https://github.example/x", "https://pypi.org/x", ""})
	testIs(t, IsDocumentation, []string{
		"https://docs.x.example", "https://docs.x.example/a", "https://x.example/wiki/a", "https://x.example/a/manual", "https://help.x.example/", "https://x.example/faq",
	}, []string{"https://x.example/a", "docs.x.example", "https://x.docs.example/a", "https://x.example/adocs", ""})
	testIs(t, IsDataDOI, []string{
		"10.5281/x", "10.5061/x", "10.6084/x", "10.7910/x", "10.17605/x", "10.1594/x", "10.3886/x", "10.4121/x", "10.5285/x",
	}, []string{"10.1234/x", "x10.5281/x", "10.52815/x", ""})
}
