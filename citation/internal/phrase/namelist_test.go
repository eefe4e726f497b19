package phrase

import (
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/ref"
)

// spoken are the parts of names: the given names, the particle and the family name joined
// by underscores, a suffix after a slash, bodies in brackets.
func spoken(list NameList) string {
	var all []string
	for _, n := range list.Names {
		name := strings.Trim(strings.Join([]string{n.Given, n.Particle, n.Family}, "_"), "_")
		if n.Suffix != "" {
			name += "/" + n.Suffix
		}
		if n.Literal != "" {
			name = "[" + n.Literal + "]"
		}
		all = append(all, name)
	}
	if list.EtAl {
		all = append(all, "…")
	}
	return strings.Join(all, " & ")
}

// What a text was asked before changes no list of names, whether it is asked as a whole or in
// parts, and however often.
func TestNamesAtIsTheSameAgain(t *testing.T) {
	const content = "Roe, A., Lind, B. & Park, C. (2019); van der Berg et al. 2020, Ann Roe and Bo Lind of the Quiet Institute, Cork"
	whole := NewText(content)
	defer whole.Release()
	parts := []*Text{whole, whole.Part(0, 12), whole.Part(7, len(whole.Tokens)), whole.Part(9, 20)}
	for range 3 {
		for i := range whole.Tokens {
			for n, part := range parts {
				fresh := *part
				fresh.people = peopleRead{}
				want, wantNext, wantOK := fresh.NamesAt(i)
				got, next, ok := part.NamesAt(i)
				if spoken(got) != spoken(want) || next != wantNext || ok != wantOK {
					t.Errorf("part %d, token %d: %s up to %d, %t; want %s up to %d, %t", n, i, spoken(got), next, ok, spoken(want), wantNext, wantOK)
				}
			}
		}
	}
}

// TestNameLists holds who is in a list of names, and where the list ends.
func TestNameLists(t *testing.T) {
	testNames(t, [][2]string{
		// One name.
		{"J.-B. Alay", "J.-B.__Alay"},
		{"J. B. A. Alay", "J. B. A.__Alay"},
		{"J.B. Alay", "J.B.__Alay"},
		{"Alay, J.-B.", "J.-B.__Alay"},
		{"Alay J B, Roe K", "J B__Alay & K__Roe"},
		{"Alay, J. B., Jr.", "J. B.__Alay/Jr."},
		{"Alay III, J.", "J.__Alay/III"},
		{"Alay II J", "II J__Alay"},
		{"Ann Alay II", "Ann__Alay/II"},
		{"Ann Alay, III", "Ann__Alay/III"},
		{"Ann Alay IV", "Ann__Alay/IV"},
		{"Ann Alay, jr", "Ann__Alay | , jr"},
		{"Ann Alay, 3rd ed.", "Ann__Alay | , 3rd ed."},
		{"K. v. Klitzing", "K.__v. Klitzing"},
		{"K v. Klitzing", "K | v. Klitzing"},
		{"Ann B. de Waal", "Ann B._de_Waal"},
		{"Ann Van Roe", "Ann__Van Roe"},
		{"Van Roe, A.", "A.__Van Roe"},
		{"Al Roe", "Al Roe"},
		{"al roe", " | al roe"},
		{"Ann St. Roe", "Ann__St. Roe"},
		{"St. Roe, A.", "A.__St. Roe"},
		{"Ann Ortega y Gasset", "Ann__Ortega y Gasset"},
		{"Yu. Roe", "Yu.__Roe"},
		{"Dr. Roe", "Roe"},
		{"Prior, A.", "A.__Prior"},
		{"Joanna Prior (Harbour", "Joanna__Prior | (Harbour"},
		{"Joanna Prior", "Joanna__Prior"},
		{"Joanna Prior found", "Joanna | Prior found"},
		{"Prior found", " | Prior found"},
		{"An published", " | An published"},
		{"An felt", " | An felt"},
		{"He, K.", "K.__He"},
		{"He and Roe", "He & Roe"},
		{"He found", " | He found"},
		{"See et al.", "See & …"},
		{"See Roe", " | See Roe"},
		{"I Roe", " | I Roe"},
		{"May 2012", " | May 2012"},
		{"Ann May", "Ann__May"},
		{"d'Arc-Roe, A.", "A.__d'Arc-Roe"},
		{"al-Roe A", "A__al-Roe"},
		{"iPhone Roe", " | iPhone Roe"},
		{"A B C D E F Roe", " | A B C D E F Roe"},
		{"Aa Bb Cc Dd Ee Ff", "Aa Bb Cc Dd__Ee | Ff"},
		{"LEE, A.", "A.__LEE"},
		{"Lee ABCD", "Lee__ABCD"},
		{"Lee ABCDE", "Lee__ABCDE"},
		{"Lee, ABCD", "Lee & [ABCD]"},
		{"Lee WXYZ (2012)", "Lee__WXYZ | (2012)"},
		{"Lee WXYZ, 2012", "WXYZ__Lee | , 2012"},
		{"Lee A.-B.", "A.-B.__Lee"},

		// What parts names, and what is after them.
		{"Ann Lee and Bo Roe", "Ann__Lee & Bo__Roe"},
		{"Ann Lee & Bo Roe", "Ann__Lee & Bo__Roe"},
		{"Ann Lee, Bo Roe, and Cy Dunn", "Ann__Lee & Bo__Roe & Cy__Dunn"},
		{"Ann Lee; Bo Roe", "Ann__Lee & Bo__Roe"},
		{"Ann Lee/Bo Roe", "Ann__Lee & Bo__Roe"},
		{"Ann Lee / Bo Roe", "Ann__Lee | / Bo Roe"},
		{"Ann Lee + Bo Roe", "Ann__Lee & Bo__Roe"},
		{"Ann Lee + felt", "Ann__Lee | + felt"},
		{"Ann Lee und Bo Roe", "Ann__Lee | und Bo Roe"},
		{"Ann Lee and the Harbour Institute", "Ann__Lee & [Harbour Institute]"},
		{"Dr. Ann Lee and Prof. Bo Roe", "Ann__Lee & Bo__Roe"},
		{"the economist Ann Lee", "Ann__Lee"},
		{"zoologist Ann Lee", "Ann__Lee"},
		{"geneticist Ann Lee", "Ann__Lee"},
		{"agronomist Ann Lee", "Ann__Lee"},
		{"podiatrist Ann Lee", "Ann__Lee"},
		{"zoologist Lee", " | zoologist Lee"},
		{"Ann Lee, PhD, and Bo Roe, M.D., wrote", "Ann__Lee & Bo__Roe | , wrote"},
		{"Ann Lee, Ph.D., Bo Roe", "Ann__Lee & Bo__Roe"},
		{"Ann Lee, Ph.D", "Ann__Lee"},
		{"Ann Lee, MD, MPH.", "Ann__Lee | ."},
		{"Ann Lee MD", "MD__Ann Lee"},
		{"Lee, MD", "MD__Lee"},
		{"van Lee, MD", "MD_van_Lee"},
		{"Ann Lee, Md", "Ann__Lee | , Md"},
		{"Ann Lee, M.D. Roe", "Ann__Lee | Roe"},
		{"Ann Lee, ICML 2019", "Ann__Lee | , ICML 2019"},
		{"Ann Lee, ICML felt", "Ann__Lee | , ICML felt"},
		{"Ann Lee, 2nd edition", "Ann__Lee | , 2nd edition"},
		{"Ann Lee, Rev. ed.", "Ann__Lee | , Rev. ed."},
		{"Ann Lee, vol. 2", "Ann__Lee | , vol. 2"},
		{"Ann Lee, ISBN 1", "Ann__Lee | , ISBN 1"},
		{"Ann Lee, ISSN 1", "Ann__Lee | , ISSN 1"},
		{"Ann Lee, DOI felt", "Ann__Lee | , DOI felt"},
		{"Ann Lee, PMID 1", "Ann__Lee | , PMID 1"},
		{"Ann Lee, PMCID 1", "Ann__Lee | , PMCID 1"},
		{"Ann Lee, arXiv felt", "Ann__Lee | , arXiv felt"},
		{"Ann Lee, PubMed ID 1", "Ann__Lee | , PubMed ID 1"},
		{"Ann Lee, PubMed Roe", "Ann__Lee & PubMed__Roe"},
		{"Ann Lee, Department of Carts", "Ann__Lee | , Department of Carts"},
		{"Ann Lee, University of Cork", "Ann__Lee | , University of Cork"},
		{"Ann Lee, Department Roe", "Ann__Lee | , Department Roe"},
		{"Ann Lee, Cork University Press, Cork", "Ann__Lee | , Cork University Press, Cork"},
		{"Ann Lee, A. B. Cork Press wrote", "Ann__Lee & A. B. Cork__Press | wrote"},
		{"Ann Lee, Crown, 2012", "Ann__Lee | , Crown, 2012"},
		{"Lee, Crown, 2012", "Lee & Crown | , 2012"},
		{"Ann Lee, Crown (2012)", "Ann__Lee | , Crown (2012)"},
		{"Ann Lee, Crown 2012", "Ann__Lee | , Crown 2012"},
		{"Ann Lee, Crown.", "Ann__Lee | , Crown."},
		{"Ann Lee, Crown; felt", "Ann__Lee | , Crown; felt"},
		{"Ann Lee, Crown, Cork", "Ann__Lee | , Crown, Cork"},
		{"Ann Lee, Crown, Felt, 2012", "Ann__Lee | , Crown, Felt, 2012"},
		{"Ann Lee, Crown, vol. 2", "Ann__Lee | , Crown, vol. 2"},
		{"Ann Lee, Crown, https://x.example", "Ann__Lee | , Crown, https://x.example"},
		{"Ann Lee, Crown, ISBN 1", "Ann__Lee | , Crown, ISBN 1"},
		{"Ann Lee, Crown, which", "Ann__Lee | , Crown, which"},
		{"Ann Lee, Crown, and Roe", "Ann__Lee & Crown & Roe"},
		{"Ann Lee, Crown, van Roe", "Ann__Lee & Crown & van_Roe"},
		{"Ann Lee, Crown and Roe", "Ann__Lee & Crown & Roe"},
		{"Ann Lee, Crown wrote", "Ann__Lee | , Crown wrote"},
		{"Ann Lee, Crown", "Ann__Lee | , Crown"},
		{"Ann Lee, Bo Roe, 2012", "Ann__Lee & Bo__Roe | , 2012"},
		{"Ann Lee, B. Roe, 2012", "Ann__Lee & B.__Roe | , 2012"},
		{"Ann Lee, J. Phys. A, 2012", "Ann__Lee & J.__Phys | . A, 2012"},
		{"Ann Lee, Int. J. Felt, 2012", "Ann__Lee | , Int. J. Felt, 2012"},
		{"Ann Lee, Cart Journal, 2012", "Ann__Lee | , Cart Journal, 2012"},
		{"Ann Lee, Harbour Books, 2012", "Ann__Lee | , Harbour Books, 2012"},
		{"Ann Lee, Harbour Institute, 2012", "Ann__Lee | , Harbour Institute, 2012"},
		{"Ann Lee, Harbour Team, 2012", "Ann__Lee & [Harbour Team] | , 2012"},
		{"Ann Lee, Cart Survey Group.", "Ann__Lee & [Cart Survey Group] | ."},
		{"Ann Lee, Cork Institute Collaboration, 2012", "Ann__Lee & [Cork Institute Collaboration] | , 2012"},
		{"Ann Lee, Cork Institute Consortium, 2012", "Ann__Lee & [Cork Institute Consortium] | , 2012"},
		{"Ann Lee, Cork Institute Investigators, 2012", "Ann__Lee & [Cork Institute Investigators] | , 2012"},
		{"Ann Lee, Cork Institute Network, 2012", "Ann__Lee & [Cork Institute Network] | , 2012"},
		{"Ann Lee, Cork Institute Panel, 2012", "Ann__Lee & [Cork Institute Panel] | , 2012"},
		{"Ann Lee, Cork Institute Committee, 2012", "Ann__Lee & [Cork Institute Committee] | , 2012"},
		{"Ann Lee, Cork Institute Project, 2012", "Ann__Lee & [Cork Institute Project] | , 2012"},
		{"Ann Lee, Cork Institute Initiative, 2012", "Ann__Lee & [Cork Institute Initiative] | , 2012"},
		{"Ann Lee, M.D.", "Ann__Lee"},
		{"Ann Lee, M.D", "M.D__Ann Lee"},
		{"Ann Lee, Ms. Roe", "Ann__Lee & Roe"},
		{"See, A.", " | See, A."},
		{"See and Roe", " | See and Roe"},
		{"Ann Lee, see et al.", "Ann__Lee | , see et al."},
		{"Roe and See et al.", "Roe & See & …"},
		{"De Roe", "De Roe"},
		{"De felt", "De | felt"},
		{"De La Roe A", "A__De La Roe"},
		{"Ann Lee, Working Paper 12", "Ann__Lee | , Working Paper 12"},
		{"Ann Lee, Report 12", "Ann__Lee | , Report 12"},
		{"Circular 12", " | Circular 12"},

		// Given names after surnames.
		{"Lee, Ann N. and Roe, Bo A.", "Ann N.__Lee & Bo A.__Roe"},
		{"Lee, Ann N., Roe, Bo A.", "Ann N.__Lee & Bo A.__Roe"},
		{"Lee, Ann and Roe, Bo", "Ann__Lee & Bo__Roe"},
		{"Lee, Ann", "Lee & Ann"},
		{"Lee, Ann N.", "Lee & N.__Ann"},
		{"Lee, Ann N., et al.", "Ann N.__Lee & …"},
		{"Lee, Ann, et al.", "Lee & Ann & …"},
		{"Lee, Ann N., and Bo M. Roe", "Ann N.__Lee & Bo M.__Roe"},
		{"Lee, Ann N., and Roe", "Lee & N.__Ann & Roe"},
		{"Lee, Ann N., and felt", "Lee & N.__Ann | , and felt"},
		{"Lee, Ann, and Bo Roe", "Lee & Ann & Bo__Roe"},
		{"van Lee, Ann N. and de Roe, Bo A.", "Ann N._van_Lee & Bo A._de_Roe"},
		{"Lee, Cork and Roe, Bo", "Lee & Cork & Roe & Bo"},
		{"Lee, A. Ann and Roe, Bo", "Lee & A.__Ann & Roe & Bo"},
		{"Lee, AB and Roe, Bo", "AB__Lee & Roe & Bo"},
		{"Lee, Roe, and Falk", "Lee & Roe & Falk"},
		{"Lee, Roe, Falk, and Dunn, Bo", "Lee & Roe & Falk & Dunn & Bo"},

		// Others.
		{"Lee et al. found", "Lee & … | found"},
		{"Lee et al found", "Lee & … | found"},
		{"Lee, et al., found", "Lee & … | , found"},
		{"Lee et. al. found", "Lee & … | found"},
		{"Lee & al. found", "Lee & … | found"},
		{"Lee and et al. found", "Lee & … | found"},
		{"Lee and others found", "Lee & … | found"},
		{"Lee and his team found", "Lee & … | found"},
		{"Lee and their colleagues found", "Lee & … | found"},
		{"Lee and his dog found", "Lee | and his dog found"},
		{"Lee and colleagues found", "Lee & … | found"},
		{"Lee and felt", "Lee | and felt"},
		{"Lee and felt al.", "Lee | and felt al."},
	})
}

func testNames(t *testing.T, table [][2]string) {
	t.Helper()
	for _, row := range table {
		s := NewText(row[0])
		list, next, ok := s.NamesAt(0)
		if !ok {
			next = 0
		}
		_, rest, _ := strings.Cut(taken(s, next), " | ")
		got := spoken(list)
		if rest != "" {
			got += " | " + rest
		}
		if got != row[1] {
			t.Errorf("%q: %q, want %q", row[0], got, row[1])
		}
		s.Release()
	}
}

// TestNamesBefore holds which names end right before a year or the like.
func TestNamesBefore(t *testing.T) {
	for _, row := range [][2]string{
		{"as Lee and Roe", "as | Lee and Roe = Lee & Roe"},
		{"as Dr. Ann Lee", "as Dr. | Ann Lee = Ann__Lee"},
		{"Read Okpara", "Read | Okpara = Okpara"},
		{"Read Okpara and Roe", "Read | Okpara and Roe = Okpara & Roe"},
		{"'Felt' Consult Okpara", "'Felt' Consult | Okpara = Okpara"},
		{"now, Read Okpara", "now, | Read Okpara = Read__Okpara"},
		{"now. Reread Okpara", "now. Reread | Okpara = Okpara"},
		{"now. Skim Okpara", "now. Skim | Okpara = Okpara"},
		{"Read felt", ""},
		{"carts of van Lee", "carts of | van Lee = van_Lee"},
		{"Lee/Roe", " | Lee/Roe = Lee & Roe"},
		{"Lee + Roe", " | Lee + Roe = Lee & Roe"},
		{"Lee-Roe", " | Lee-Roe = Lee-Roe"},
		{"Felt: Lee", "Felt: | Lee = Lee"},
		{"Lee, Roe & Falk", " | Lee, Roe & Falk = Lee & Roe & Falk"},
		{"felt", ""},
		{"", ""},
	} {
		s := NewText(row[0])
		list, from, ok := s.NamesBefore(len(s.Tokens))
		got := spoken(list)
		if ok != (len(list.Names) > 0) {
			t.Errorf("%s: names %q, %t", row[0], got, ok)
		}
		if ok {
			got = taken(s, from) + " = " + got
		}
		if got != row[1] {
			t.Errorf("%q: %q, want %q", row[0], got, row[1])
		}
	}
}

// TestKindsOfLists holds what is said of whole lists.
func TestKindsOfLists(t *testing.T) {
	whole, bare := ref.Name{Given: "Ann", Family: "Lee"}, ref.Name{Family: "Lee"}
	particle, body := ref.Name{Particle: "van", Family: "Lee"}, ref.Name{Literal: "Harbour Institute"}
	type is struct{ people, bare, personal, whole bool }
	for _, c := range []struct {
		names []ref.Name
		want  is
	}{
		{nil, is{personal: true}},
		{[]ref.Name{whole}, is{personal: true, whole: true}},
		{[]ref.Name{bare}, is{bare: true, personal: true}},
		{[]ref.Name{particle}, is{personal: true}},
		{[]ref.Name{body}, is{bare: true}},
		{[]ref.Name{whole, whole}, is{people: true, personal: true, whole: true}},
		{[]ref.Name{whole, bare}, is{personal: true}},
		{[]ref.Name{whole, body}, is{whole: true}},
		{[]ref.Name{body, whole}, is{}},
		{[]ref.Name{bare, bare}, is{personal: true}},
	} {
		list := NameList{Names: c.names}
		if got := (is{list.ArePeople(), list.IsBare(), list.IsPersonal(), list.AreWhole()}); got != c.want {
			t.Errorf("%s: %+v, want %+v", spoken(list), got, c.want)
		}
	}
	if (NameList{Names: []ref.Name{bare}, EtAl: true}).IsBare() {
		t.Error("a name and others are one word")
	}
}

// TestVerbs holds what can be said of people after their names.
func TestVerbs(t *testing.T) {
	testIs(t, func(text string) bool { return IsVerb(NewText(text).At(0)) },
		[]string{"found", "showed", "shows", "recently"}, []string{"felt", "carting", ""})
	testIs(t, func(text string) bool { return IsPlainWord(NewText(text).At(0)) },
		[]string{"felt", "found"}, []string{"Felt", "the", "is", "paper"})
	testIs(t, func(text string) bool { s := NewText(text); return s.ClosesDegree(len(s.Tokens) - 1) },
		[]string{"Ann Lee, MD,", "Ann Lee, Ph.D.,", "Ann Lee PhD,", "Ann Lee M.D.,"},
		[]string{"Ann Lee,", "Ann Lee, MD", "MD,", "Ann Lee, MD of,"})
}
