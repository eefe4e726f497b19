package record

import (
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
