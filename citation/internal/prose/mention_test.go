package prose

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/internal/markup"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
	"github.com/google/go-cmp/cmp"
)

// mentioned are texts with the in-text citations that are found: the authors, the year and
// the words at the citation's place.
var mentioned = []struct{ Text, mentions string }{
	// Whose authors are part of the sentence.
	{"Lee and Park (2019) found it.", "Lee & Park 2019 = Lee and Park (2019)"},
	{"Lee et al. (2019) found it.", "Lee … 2019 = Lee et al. (2019)"},
	{"Lee et al., (2019) found it.", "Lee … 2019 = Lee et al., (2019)"},
	{"Lee (2008, 2013) found it.", "Lee 2008 = Lee (2008, 2013); Lee 2013 = Lee (2008, 2013)"},
	{"Lee (2008 and 2013) found it.", "Lee 2008 = Lee (2008 and 2013); Lee 2013 = Lee (2008 and 2013)"},
	{"Lee (2008 & 2013a) found it.", "Lee 2008 = Lee (2008 & 2013a); Lee 2013a = Lee (2008 & 2013a)"},
	{"Lee (2019a, b; Park, 2020) found it.", "Lee 2019a = Lee (2019a, b;; Lee 2019b = Lee (2019a, b;; Park 2020 = Park, 2020"},
	{"Lee (2019a; b) found it.", "Lee 2019a = Lee (2019a; b); Lee 2019b = Lee (2019a; b)"},
	{"Lee (2019a and b) found it.", "Lee 2019a = Lee (2019a and b); Lee 2019b = Lee (2019a and b)"},
	{"Lee (2019, b) found it.", "Lee 2019 = Lee (2019,"},
	{"Lee (2019a, B) found it.", "Lee 2019a = Lee (2019a,"},
	{"Lee (2019a, b c) found it.", "Lee 2019a = Lee (2019a,"},
	{"Lee (2019, p. 3) found it.", "Lee 2019 = Lee (2019,"},
	{"Lee (2019: 3) found it.", "Lee 2019 = Lee (2019:"},
	{"Lee [2019] found it.", "Lee 2019 = Lee [2019]"},
	{"Lee (2019 edition) found it.", ""},
	{"Lee (2019–2021) found it.", ""},
	{"Lee's (1957) rims creak.", "Lee 1957 = Lee's (1957)"},
	{"The Millers' (1957) rims creak.", ""},
	{"Moss' (1957) rims creak.", "Moss 1957 = Moss' (1957)"},
	{"It is in Cart Affairs (2019).", ""},
	{"It was published in Crown (2019).", ""},
	{"It is in the journal Crown (2019).", "Crown 2019 = Crown (2019)"},
	{"It is in Crown (2019).", "Crown 2019 = Crown (2019)"},
	{"It is in Lee and Park (2019).", "Lee & Park 2019 = Lee and Park (2019)"},
	{"Harbour v. Lee (2019) is old.", ""},
	{"Harbour vs. Lee (2019) is old.", ""},
	{"The Tower (2010) was sold.", ""},
	{"So The Tower (2010) was sold.", "So The Tower 2010 = So The Tower (2010)"},
	{"The Lee (2010) found it.", "Lee 2010 = Lee (2010)"},
	{"The Lee (2010) is long.", ""},
	{"The Lee (2010), too.", ""},
	{"Hay: Lee (2010) is long.", ""},
	{"hay: Lee (2010) is long.", "Lee 2010 = Lee (2010)"},
	{"The House of Lee (2010) is long.", ""},
	{"The home of Lee (2010) is long.", "Lee 2010 = Lee (2010)"},
	{"The Paris Agreement (2015) holds.", ""},
	{"It is by the Carts Act (2015).", ""},
	{"Hurricane Lee (2015) was wet.", ""},
	{"Cork (2015) is wet.", ""},
	{"Cork (2015) found it.", "Cork 2015 = Cork (2015)"},
	{"It was found by Cork (2015).", "Cork 2015 = Cork (2015)"},
	{"Now see Cork (2015).", "Cork 2015 = Cork (2015)"},
	{"The film with Lee (2015) is long.", ""},
	{"Lee (2015) played for Leeds.", ""},
	{"Lee (2015) was named Best Carter.", ""},
	{"Lee (2015) is the best carter.", "Lee 2015 = Lee (2015)"},
	{"The Lee film (2015) is long.", ""},
	{"Lee Film (2015) is long.", ""},

	{"Lee (2012, p. 4; cf. Park 2014) found it.", "Lee 2012 = Lee (2012,; Park 2014 = Park 2014"},
	{"Lee (2012: 4; 2014) found it.", "Lee 2012 = Lee (2012: 4; 2014); Lee 2014 = Lee (2012: 4; 2014)"},
	{"Lee and her colleagues (2019) found it.", "Lee … 2019 = Lee and her colleagues (2019)"},
	{"The Lee family and the Harbour Imp (1963) is old.", ""},
	{"The axle of the Harbour Imp (1963) is new.", ""},
	{"The axle of the Ann Lee (1963) study is new.", "Ann Lee 1963 = Ann Lee (1963)"},
	{"The axle of the A. Lee (1963) is new.", "A. Lee 1963 = A. Lee (1963)"},
	{"We watch Red Cart (1968) and Blue Kites (1981) in the barn.", ""},
	{"Lee and her co-workers (2019) found it.", "Lee … 2019 = Lee and her co-workers (2019)"},
	{"It is from Roe 1931 or the reprint (Roe 1968).", "Roe 1931 = Roe 1931; Roe 1968 = Roe 1968"},
	{"I read The Quiet Cart (Wiley, 2012) at last.", ""},
	{"Carts are quiet (Wiley, 2012).", "Wiley 2012 = Wiley, 2012"},
	{"Earlier, Lee (1978) found it.", "Lee 1978 = Lee (1978)"},
	{"Neither Lee (1978) nor Park (1979) found it.", "Lee 1978 = Lee (1978); Park 1979 = Park (1979)"},

	// In other languages.
	{"Laut Lee und Park (2014) ist Filz leise.", "Lee & Park 2014 = Lee und Park (2014)"},
	{"Nach Ann Lee und Bo Park (2014) ist Filz leise.", "Ann Lee & Bo Park 2014 = Ann Lee und Bo Park (2014)"},
	{"Lee und Kollegen (2014) sagen das.", "Lee … 2014 = Lee und Kollegen (2014)"},
	{"Segundo Lee e Park (2014), o feltro é bom.", "Lee & Park 2014 = Lee e Park (2014)"},
	{"D’après Lee (2014), le feutre est bon.", "Lee 2014 = Lee (2014)"},
	{"Es como los de Lee y Park (2014).", "Lee & Park 2014 = Lee y Park (2014)"},
	{"It is à la Lee (2014).", "Lee 2014 = Lee (2014)"},
	{"It is by Ann van der Lee (2014).", "Ann van der Lee 2014 = Ann van der Lee (2014)"},
	{"Le feutre est bon (voir Lee et Park, 2014).", "Lee & Park 2014 = Lee et Park, 2014"},
	{"El fieltro es bueno (Lee y Park, 2014).", "Lee & Park 2014 = Lee y Park, 2014"},
	{"Il feltro è buono (cfr. Lee, Moe e Park, 2014).", "Lee & Moe & Park 2014 = Lee, Moe e Park, 2014"},
	{"Filz ist leise (Lee und Wolle, sowie anderes).", ""},
	{"O Ministério da Cultura e Cartas (1984) disse.", "Cartas 1984 = Cartas (1984)"},

	// Whose year has no parentheses.
	{"Lee et al., 2015, found it.", "Lee … 2015 = Lee et al., 2015"},
	{"Lee et al., 2015, Felt and Hay.", ""},
	{"The rims of Lee and Park, 2015, are quiet.", "Lee & Park 2015 = Lee and Park, 2015"},
	{"The rims of Lee and Park, 2015, Felt.", ""},
	{"Lee, 2015, who found it, is here.", ""},
	{"Compare Lee, 2015, who found it.", "Lee 2015 = Lee, 2015"},
	{"TODO: cite Lee 2015 here.", "Lee 2015 = Lee 2015"},
	{"12 See Lee, 2014, 33–35; Park, 2015, 12.", "Lee 2014 = Lee, 2014; Park 2015 = Park, 2015"},
	{"As Lee et al. 2015 found.", "Lee … 2015 = Lee et al. 2015"},
	{"As Lee et al 2015 found.", "Lee … 2015 = Lee et al 2015"},
	{"As Lee 2015 found.", ""},
	{"(As Lee et al. 2015 found.)", "Lee … 2015 = Lee et al. 2015"},
	{"As the Harbour Institute et al. 2015 found.", ""},

	// Several in one sentence.
	{"The Lee (2010) has felt.", ""},
	{"The Lee (2010) had felt.", ""},
	{"The Lee (2010) and others roll.", ""},
	{"The Lee (2010) found felt.", "Lee 2010 = Lee (2010)"},
	{"Felt is quiet (Graz & Linz, 1909).", "Graz & Linz 1909 = Graz & Linz, 1909"},
	{"Felt is quiet (Graz, 1909).", ""},
	{"Felt is quiet (see Graz, 1909).", "Graz 1909 = Graz, 1909"},
	{"Felt is quiet (WHO 2011, 12).", "WHO 2011 = WHO 2011"},
	{"Felt is quiet (Roe, 2001; WHO 2011; Lee, 2013).", "Roe 2001 = Roe, 2001; WHO 2011 = WHO 2011; Lee 2013 = Lee, 2013"},
	{"Felt is quiet (Lee, 2001-12; Roe, 2003).", "Roe 2003 = Roe, 2003"},
	{"Felt is quiet (Planck Collaboration 2020).", "Planck Collaboration 2020 = Planck Collaboration 2020"},
	{"Felt is quiet (WHO 2011; Lee, 2013).", "WHO 2011 = WHO 2011; Lee 2013 = Lee, 2013"},
	{"Felt is quiet (Lee, 1999, 2001 and 2003a, b).", "Lee 1999 = Lee, 1999, 2001 and 2003a, b; Lee 2001 = Lee, 1999, 2001 and 2003a, b; Lee 2003a = Lee, 1999, 2001 and 2003a, b; Lee 2003b = Lee, 1999, 2001 and 2003a, b"},
	{"Felt is quiet (Lee, 2019 & 2020; Roe, 2021).", "Lee 2019 = Lee, 2019 & 2020; Lee 2020 = Lee, 2019 & 2020; Roe 2021 = Roe, 2021"},
	{"As Lee (2012) says; Park (2013) does not.", "Lee 2012 = Lee (2012); Park 2013 = Park (2013)"},
	{"As Lee (2012), Park (2013), and Roe et al. (2014) say.", "Lee 2012 = Lee (2012); Park 2013 = Park (2013); Roe … 2014 = Roe et al. (2014)"},
	{"As Lee & Park (2012) and their team say, felt is quiet.", "Lee & Park 2012 = Lee & Park (2012)"},
	{"See Lee 2012 and Park 2013.", "Lee 2012 = Lee 2012; Park 2013 = Park 2013"},
	{"Required: Lee 2012; Park 2013, p. 12.", "Lee 2012 = Lee 2012; Park 2013 = Park 2013"},
	{"cf. Lee 2015 and see Bug 1999.", "Lee 2015 = Lee 2015"},
	{"Brandt und Eberle (2004) found it, as García y López (2009) had.", "Brandt & Eberle 2004 = Brandt und Eberle (2004); García & López 2009 = García y López (2009)"},
	{"Lee+2019 found it.", "Lee … 2019 = Lee+2019"},
	{"According to Ann Lee et al. (2012), carts creak.", "Ann Lee … 2012 = Ann Lee et al. (2012)"},
	{"'Felt and Hay' (Lee, 2018), *Cart Affairs*, vol. 2, pp. 3–9.", "Lee 2018 = Lee, 2018"},
	{"We used KelpTools 3.2 (Lee & Park, 2019).", "Lee & Park 2019 = Lee & Park, 2019"},

	// In parentheses.
	{"Felt is quiet (Lee, 2019).", "Lee 2019 = Lee, 2019"},
	{"Felt is quiet [Lee, 2019].", "Lee 2019 = Lee, 2019"},
	{"Felt is quiet (Lee et al., 2019a, b; Park, 2020).", "Lee … 2019a = Lee et al., 2019a, b; Lee … 2019b = Lee et al., 2019a, b; Park 2020 = Park, 2020"},
	{"Felt is quiet (Lee 2019; Park and Roe 2020; 2021).", "Lee 2019 = Lee 2019; Park & Roe 2020 = Park and Roe 2020; 2021; Park & Roe 2021 = Park and Roe 2020; 2021"},
	{"Felt is quiet (Lee, 1992, Park et al., 1996).", "Lee 1992 = Lee, 1992; Park … 1996 = Park et al., 1996"},
	{"Felt is quiet (Lee, 1992, Park, and so on).", "Lee 1992 = Lee, 1992"},
	{"Felt is quiet (e.g., Lee, 2019).", "Lee 2019 = Lee, 2019"},
	{"Felt is quiet (for details, see Lee, 2019).", "Lee 2019 = Lee, 2019"},
	{"Felt is quiet (for more of this, cf. Lee, 2019).", "Lee 2019 = Lee, 2019"},
	{"Felt is quiet (here following Lee, 2019).", "Lee 2019 = Lee, 2019"},
	{"Felt is quiet (one two three four five six see Lee, 2019).", ""},
	{"Felt is quiet (Lee, 2019, p. 12; but not Park, 2020).", "Lee 2019 = Lee, 2019"},
	{"Felt is quiet (Lee, 2019", "Lee 2019 = Lee, 2019"},
	{"Felt is quiet (Lee, 2019]", "Lee 2019 = Lee, 2019"},
	{"Felt is quiet (Harbour Press, 2019).", ""},
	{"Felt is quiet (C. Press, 2019).", "C. Press 2019 = C. Press, 2019"},
	{"Felt is quiet (Press, 2019).", "Press 2019 = Press, 2019"},
	{"Felt is quiet (Area Director, 2019).", ""},
	{"Felt is quiet (Director, 2019).", "Director 2019 = Director, 2019"},
	{"The flora (Graz, 1909) is long.", ""},
	{"The flora (see Graz, 1909) is long.", "Graz 1909 = Graz, 1909"},
	{"Felt is quiet (Harbour Institute, 2019).", "Harbour Institute 2019 = Harbour Institute, 2019"},
	{"Felt is quiet (Harbour Institute 2019).", "Harbour Institute 2019 = Harbour Institute 2019"},
	{"Felt is quiet (Cart Collaboration 2019).", "Cart Collaboration 2019 = Cart Collaboration 2019"},
	{"Felt is quiet (Cart Conference 2019).", ""},
	{"Felt is quiet (WHO 2019).", "WHO 2019 = WHO 2019"},
	{"Felt is quiet (WHO, 2019).", "WHO 2019 = WHO, 2019"},
	{"Felt is quiet (COP 2019).", ""},
	{"Felt is quiet (COP 2019, table 3).", "COP 2019 = COP 2019"},
	{"Felt is quiet (COP 2019: 27).", "COP 2019 = COP 2019"},
	{"Felt is quiet (Lee, 2019; COP 2020).", "Lee 2019 = Lee, 2019; COP 2020 = COP 2020"},
	{"Felt is quiet (Harbour Survey Institute [HSI], 2019).", "Harbour Survey Institute 2019 = Harbour Survey Institute [HSI], 2019"},
	{"Felt is quiet (Harbour Survey Institute [his], 2019).", ""},
	{"(Data from Harbour Institute 2019.)", "Harbour Institute 2019 = Harbour Institute 2019"},
	{"Felt is quiet (Source: Lee 2019).", "Lee 2019 = Lee 2019"},
	{"Felt is quiet (Lee, 2019, and Park, 2020).", "Lee 2019 = Lee, 2019; Park 2020 = Park, 2020"},
	{"Felt is quiet (Lee, 2019 & Park, 2020).", "Lee 2019 = Lee, 2019; Park 2020 = Park, 2020"},
	{"Felt is quiet (Lee 2019 or Park 2020).", "Lee 2019 = Lee 2019; Park 2020 = Park 2020"},
	{"Felt is quiet (Lee 2019/Park 2020).", "Lee 2019 = Lee 2019; Park 2020 = Park 2020"},
	{"Felt is quiet (Lee 2019, and much more).", "Lee 2019 = Lee 2019"},
	{"Felt is quiet (as shown by Lee, 2019, as cited in Park, 2020).", "Lee 2019 = Lee, 2019; Park 2020 = Park, 2020"},
	{"Felt is quiet (Lee, 2019; but see Park, 2020).", "Lee 2019 = Lee, 2019; Park 2020 = Park, 2020"},
	{"Felt is quiet (US Harbour Bureau 2010).", "US Harbour Bureau 2010 = US Harbour Bureau 2010"},
	{"US Harbour Bureau (2010) says so.", "US Harbour Bureau 2010 = US Harbour Bureau (2010)"},
	{"The flora (Graz, 1909, p. 3) is long.", "Graz 1909 = Graz, 1909"},
	{"Felt is quiet (Lee, 2019, p. 3; 2020).", "Lee 2019 = Lee, 2019, p. 3; 2020; Lee 2020 = Lee, 2019, p. 3; 2020"},
	{"Felt is quiet (WHO 2019a).", "WHO 2019a = WHO 2019a"},
	{"Felt is quiet (Cart Journal, 2019).", ""},
	{"Felt is quiet (Nature, 2019).", ""},
	{"Felt is quiet (Lee, Cart Journal, 2019).", ""},
	{"Felt is quiet (Lee et al., NeurIPS 2019).", "Lee … 2019 = Lee et al., NeurIPS 2019"},
	{"Felt is quiet (in 2019).", ""},
	{"Felt is quiet (2019).", ""},
	{"Felt is quiet (felt, 2019).", ""},
	{"Felt is quiet (Lee, felt).", ""},

	// Of what has years and is no author.
	{"It ran twice (WS 2024; WiSe 2023/24).", ""},
	{"Felt is quiet (Springer 2015).", ""},
	{"Felt is quiet (Faber & Faber, 2016).", ""},
	{"The quietest cart on test (Dyson 2016) was dear.", ""},
	{"The quietest cart is dear (Dyson, 2016).", "Dyson 2016 = Dyson, 2016"},
	{"Felt is quiet (Springer & Lee, 2015).", "Springer & Lee 2015 = Springer & Lee, 2015"},
	{"Felt is quiet (Springer et al., 2015).", "Springer … 2015 = Springer et al., 2015"},
	{"Springer (2015) found it.", "Springer 2015 = Springer (2015)"},
	{"Springer (2015) is a house.", ""},
	{"It was best (NeurIPS 2023; ICLR 2024).", ""},
	{"It was best (PyCon 2019; Cart Workshops 2020).", ""},
	{"NeurIPS (2023) is over.", ""},
	{"See the chart (Figure 2020).", ""},
	{"Carts sold well (Q3 2021).", ""},
	{"Carts sold well (World Cup 2018).", ""},
	{"Carts sold well (Winter 2017).", ""},
	{"Felt is quiet (Winter, 2017).", "Winter 2017 = Winter, 2017"},
	{"Winter (2017) found it.", "Winter 2017 = Winter (2017)"},
	{"Winter (2017) was cold.", ""},
	{"Felt is quiet (Page 1999).", ""},
	{"Felt is quiet (Page, 1999).", "Page 1999 = Page, 1999"},

	// Texts that are nothing else.
	{"Optional: Bell & Sorkin 1988; Amadi 2001", "Bell & Sorkin 1988 = Bell & Sorkin 1988; Amadi 2001 = Amadi 2001"},
	{"Bell & Sorkin 1988; Amadi 2001.", "Bell & Sorkin 1988 = Bell & Sorkin 1988; Amadi 2001 = Amadi 2001"},
	{"Bell & Sorkin 1988, Amadi 2001.", "Bell & Sorkin 1988 = Bell & Sorkin 1988; Amadi 2001 = Amadi 2001"},
	{"See also Bell 1988; Amadi 2001", "Bell 1988 = Bell 1988; Amadi 2001 = Amadi 2001"},
	{"Bell 1988", ""},
	{"Bell 1988; felt 2001", ""},
	{"Bell 1988. Amadi 2001", ""},
	{"One two three four: Bell 1988; Amadi 2001", ""},

	// With addresses, and no citation at all.
	{"As [Lee et al., 2019](https://doi.org/10.1234/x) found.", "Lee … 2019 = Lee et al., 2019 → 10.1234/x"},
	{"As [(Lee, 2019)](https://x.example/a) found.", "Lee 2019 = Lee, 2019 → https://x.example/a"},
	{"As [Lee et al. (2019)](https://arxiv.org/abs/2101.01234) found.", "Lee … 2019 = Lee et al. (2019) → 2101.01234"},
	{"Felt is quiet (Lee).", ""},
	{"Felt was quiet in 2019.", ""},
	{"", ""},
}

func mentionsIn(text string) string {
	s := phrase.NewMarkedText(markup.Read(text))
	defer s.Release()
	var all []string
	for _, m := range FindMentions(s) {
		authors := strings.Join(m.Authors, " & ")
		if m.EtAl {
			authors += " …"
		}
		mention := fmt.Sprintf("%s %s = %s", authors, m.Year, s.Slice(m.Span))
		if address := m.ArXiv + m.DOI + m.URL; address != "" {
			mention += " → " + address
		}
		all = append(all, mention)
	}
	return strings.Join(all, "; ")
}

func TestMentions(t *testing.T) {
	for _, m := range mentioned {
		if got := mentionsIn(m.Text); got != m.mentions {
			t.Errorf("%q: %q, want %q", m.Text, got, m.mentions)
		}
	}
}

// TestMentionsOfOthers holds that a name and a year that are part of a work, or come after a
// film, cite nobody.
func TestMentionsOfOthers(t *testing.T) {
	at := func(start int) ref.Mention { return ref.Mention{Span: ref.Span{start, start + 5}} }
	mentions := []ref.Mention{at(0), at(10), at(20), at(30)}
	work := func(f ref.Field, start, end int) []ref.Reference {
		return []ref.Reference{{Spans: map[string]ref.Span{string(f): {start, end}}}}
	}
	named := func(end int) []ref.Named { return []ref.Named{{Span: ref.Span{0, end}}} }
	for _, c := range []struct {
		name  string
		works []ref.Reference
		named []ref.Named
		want  []int
	}{
		{"nothing", nil, nil, []int{0, 10, 20, 30}},
		{"in a title", work(ref.FieldTitle, 10, 15), nil, []int{0, 20, 30}},
		{"at the end of a container", work(ref.FieldContainer, 5, 11), nil, []int{0, 20, 30}},
		{"before a publisher", work(ref.FieldPublisher, 11, 20), nil, []int{0, 10, 20, 30}},
		{"in an institution", work(ref.FieldInstitution, 10, 40), nil, []int{0}},
		{"in an address", work(ref.FieldAddress, 30, 31), nil, []int{0, 10, 20}},
		{"at the authors", work(ref.FieldAuthors, 10, 40), nil, []int{0, 10, 20, 30}},
		{"after a film", nil, named(8), []int{0, 20, 30}},
		{"after a film and a mark", nil, named(7), []int{0, 20, 30}},
		{"further after a film", nil, named(6), []int{0, 10, 20, 30}},
		{"in the name of a film", nil, named(10), []int{0, 10, 20, 30}},
	} {
		var got []int
		for _, m := range OfOthers(slices.Clone(mentions), c.works, c.named) {
			got = append(got, m.Span[0])
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
	if got := OfOthers(nil, work(ref.FieldTitle, 1, 2), nil); len(got) > 0 {
		t.Errorf("of no mentions there are %v", got)
	}
}

// TestPointsToCitation holds which words come before citations in parentheses.
func TestPointsToCitation(t *testing.T) {
	for text, want := range map[string]bool{"see also": true, "vgl.": true, "See, e.g.": true, "": true, "see the": false, "Felt": false} {
		if PointsToCitation(text) != want {
			t.Errorf("%q: %t", text, !want)
		}
	}
}

// FuzzMayCite holds that a text in which citations are found may have some.
func FuzzMayCite(f *testing.F) {
	for _, text := range []string{
		"Lee (2019) found it.", "It rolls [Lee and Park, 2019].", "Lee et al. 2015 found it.", "Lee et al, 2015, found it.", "Lee & Park 2009 found it.", "cf. Lee 2015",
		"Lee+2019 found it.", "Brandt und Eberle 2004", "Exhibited: Cork 1986; London 1990", "lee 1986, 1990; park 1991", "Optional: Bell & Sorkin 1988; Amadi 2001, p. 12",
		"as the WHO\t2019 says", "see O'Roe’s 2019 study", "vgl. Müller 1999", "In 1995 the carts of the mill, sold in 1996", "It was sold in 1995", "1995", "Lee (in press), of 1995",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, content string) {
		s := phrase.NewText(content)
		defer s.Release()
		if found := FindMentions(s); len(found) > 0 && !MayCite(content) {
			t.Errorf("%q cites %v, and may not", content, found)
		}
	})
}

// TestMayCite holds that texts without parentheses, and with one year after a word in small
// letters, are not looked at again.
func TestMayCite(t *testing.T) {
	for text, want := range map[string]bool{
		"It was sold in 1995, and is quiet.": false, "(It was sold.)": false, "1995": false, "The wheel-wright's of 1995": false, "": false,
		"It was sold in 1995 (Lee)": true, "(It was sold) in 1995": true, "sold in 1995 and in 1996": true, "as Lee, 1995, says": true, "lee et al 1995": true, "Lee+1995": true,
	} {
		if got := MayCite(text); got != want {
			t.Errorf("%q may cite: %t, want %t", text, got, want)
		}
	}
}
