package record

import (
	"strings"
	"testing"
	"unicode"
)

func TestPlainText(t *testing.T) {
	for _, test := range []struct{ written, want string }{
		{"", ""},
		{"Felt rims", "Felt rims"},
		{" Felt\n  rims\u00a0roll ", "Felt rims roll"},
		{"Felt <i>rims</i>", "Felt rims"},
		{"H<sub>2</sub>O &amp; CO<SUB>2</SUB>", "H2O & CO2"},
		{"&lt;i&gt;Felt&lt;/i&gt; rims", "Felt rims"},
		{"&amp;lt;b&amp;gt;Felt&amp;lt;/b&amp;gt; &amp;amp; rims", "Felt & rims"},
		{"a < b and b > c", "a < b and b > c"},
		{"List<T> in <felt>", "List<T> in <felt>"},
		{"line<br/>break<p>and paragraph</p>", "line break and paragraph"},
		{`<mml:math xmlns:mml="x"><mml:msup><mml:mi>n</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math> rims`, "n2 rims"},
		{`<math><semantics><mi>n</mi><annotation encoding="tex">\mathrm{n}</annotation></semantics></math> rims`, "n rims"},
		{"<annotation>never closed", "never closed"},
		{"<jats:italic>Felt</jats:italic> <jats:p>rims</jats:p>", "Felt rims"},
		{"cut <i", "cut <i"},
		{"&unknown; &#x41; &#0;", "&unknown; A \ufffd"},
		{"u\u0308ber\u00adfelt\u200b", "überfelt"},
		{"tab\tand\x00control\x1b[31m", "tab and control [31m"},
	} {
		if got := plainText(test.written); got != test.want {
			t.Errorf("plainText(%q) = %q, want %q", test.written, got, test.want)
		}
	}
}

// TestTagsOfTitles holds that every element that titles have is taken out of them, whatever the
// case of its name and its namespace.
func TestTagsOfTitles(t *testing.T) {
	for name := range strings.FieldsSeq(`i b u em strong sub sup inf tt small big span a font sc scp smallcaps div cite code italic bold underline monospace sans-serif strike roman
		title subtitle inline-formula disp-formula alternatives tex-math named-content styled-content ext-link xref fn break formula emphasis superscript subscript
		math mi mo mn ms mtext mrow mstyle mfrac msqrt mroot msub msup msubsup mover munder munderover mfenced mmultiscripts mprescripts none mtable mtr mtd mpadded mphantom
		menclose semantics`) {
		for _, written := range []string{name, strings.ToUpper(name), "mml:" + name, "x:" + name} {
			if got := plainText("Fe<" + written + " a='b'>lt</" + written + "> r<" + written + "/>ims"); got != "Felt rims" {
				t.Errorf("with %s it is %q", written, got)
			}
		}
	}
	for written, want := range map[string]string{
		"Fe<jats:felt>lt": "Felt", "Fe<m:felt>lt": "Felt", "Fe<x:felt>lt": "Fe<x:felt>lt", "a<br/>b<p>c<mspace/>d": "a b c d", "a<annotation>b</annotation>c<annotation>d": "acd", "a</annotation>b<annotation x='y'>c</annotation>d": "abd", "a<i": "a<i", "a<i<b>c": "a<ic",
	} {
		if got := plainText(written); got != want {
			t.Errorf("%q is %q, want %q", written, got, want)
		}
	}
}

// TestTitlesOfPubMed holds that the brackets around a translated title are no part of it.
func TestTitlesOfPubMed(t *testing.T) {
	for written, want := range map[string]string{
		"Felt rims.": "Felt rims", "[Felt rims].": "Felt rims", "[Felt rims.]": "Felt rims", "[Felt] rims": "[Felt] rims", "[Felt] and [rims]": "[Felt] and [rims]", "[Felt [a] rims]": "[Felt [a] rims]", "[Felt rims": "[Felt rims", "": "",
	} {
		if got := pubMedTitle(written); got != want {
			t.Errorf("%q is %q, want %q", written, got, want)
		}
	}
}

// The quick look of isTidy misses no character that tidy would change.
func TestIsTidyKnowsEveryCharacter(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		s := "a" + string(r) + "b"
		tidied, ascii := isTidy(s)
		if changes := unicode.IsSpace(r) && r != ' ' || unicode.IsControl(r) || unicode.Is(unicode.Cf, r); changes && tidied {
			t.Errorf("isTidy takes %U for tidy", r)
		}
		if tidied && ascii && (r >= 0x80 || tidy(s) != s) {
			t.Errorf("isTidy takes %U for ASCII that prints", r)
		}
	}
}

func FuzzPlainText(f *testing.F) {
	for _, seed := range []string{"Felt <i>rims</i>", "&amp;lt;b&gt;", "<annotation", "<annotation/>x", "<", "<>", "</", "&#x;", "<mml:", "a\xffb", "\xccỲ", "\u0603\x17\xf700\x04\xff"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got := tidy(plainText(s)); got != plainText(s) {
			t.Errorf("plainText(%q) is not tidy: %q", s, plainText(s))
		}
	})
}
