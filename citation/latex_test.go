package citation

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
)

func TestEncodeLaTeX(t *testing.T) {
	tests := []struct{ text, ascii, utf8 string }{
		{"plain words", "plain words", "plain words"},
		{"50% of R&D_x #1 $5", `50\% of R\&D\_x \#1 \$5`, `50\% of R\&D\_x \#1 \$5`},
		{`\input{x} ~^`, `{\textbackslash}input{\textbraceleft}x{\textbraceright} {\textasciitilde}{\textasciicircum}`,
			`{\textbackslash}input{\textbraceleft}x{\textbraceright} {\textasciitilde}{\textasciicircum}`},
		{"Özgür Ocłoń Østergaard", `{\"O}zg{\"u}r Oc{\l}o{\'n} {\O}stergaard`, "Özgür Ocłoń Østergaard"},
		{"façade naïve š ấ", `fa{\c{c}}ade na{\"i}ve {\v{s}} {\'{\^a}}`, "façade naïve š ấ"},
		{"ı Å ß", `{\i} {\AA} {\ss}`, "ı Å ß"},
		{"pages 1–2 — “q” it's ’n", "pages 1--2 --- ``q'' it's {\\textquoteright}n", "pages 1–2 — “q” it's ’n"},
		{"a--b ,, ''", "a-{}-b ,{}, '{}'", "a-{}-b ,{}, '{}'"},
		{"TNF-α ≤ H₂O²", `TNF-{$\alpha$} {$\leq$} H{$_2$}O{$^2$}`, "TNF-α ≤ H₂O²"},
		{"深層学習 🙂", "深層学習 🙂", "深層学習 🙂"},
	}
	for _, test := range tests {
		if got := encodeLaTeX(test.text, latexASCII); got != test.ascii {
			t.Errorf("%q in ASCII is %s, want %s", test.text, got, test.ascii)
		}
		if got := encodeLaTeX(test.text, latexUTF8); got != test.utf8 {
			t.Errorf("%q in UTF-8 is %s, want %s", test.text, got, test.utf8)
		}
	}
}

func TestDecodeLaTeX(t *testing.T) {
	tests := map[string]string{
		`Schr{\"o}dinger`:                         "Schrödinger",
		`Schr\"odinger`:                           "Schrödinger",
		`Schr\"{o}dinger`:                         "Schrödinger",
		`\'{\i}, {\'\i}, \'i, {\'{\i}}`:           "í, í, í, í",
		`\v{s}\c c\H{o}\k{a}\r{a}\u{g}`:           "šçőąåğ",
		`Stra\ss e \O{} {\L}\'od\'z`:              "Straße Ø Łódź",
		`The {NASA} {\em way} \emph{of} {T}{E}X`:  "The NASA way of TEX",
		"``quoted'' 'single' ---x--y":             "“quoted” 'single' —x–y",
		`$\alpha$-helix, $x^2$, H$_{2}$O, \$5 $5`: "α-helix, x², H₂O, $5 $5",
		`a~b\,c\-d`:                               "a\u00A0b cd",
		`100\% \& \_ \# \{ \}`:                    "100% & _ # { }",
		`\unknown{kept}`:                          `\unknownkept`,
		`\textsuperscript{2}`:                     "²",
		`\^{} \~{}`:                               "^ ~",
		`trailing \`:                              `trailing \`,
		`open {\'`:                                "open \u0301",
	}
	for written, want := range tests {
		if got := decodeLaTeX(written); got != norm.NFC.String(want) {
			t.Errorf("%s reads %q, want %q", written, got, want)
		}
	}
}

// Every character that the tables know comes back as it was, alone and between
// letters, and what is written for it is ASCII.
func TestLaTeXTablesRoundTrip(t *testing.T) {
	for r := range latexCommands {
		for _, text := range []string{string(r), "a" + string(r) + "b", string(r) + string(r), "-" + string(r) + "-"} {
			written := encodeLaTeX(text, latexASCII)
			if got := decodeLaTeX(written); got != norm.NFC.String(text) {
				t.Errorf("%q is written %s, which reads %q", text, written, got)
			}
			if !isASCII(written) {
				t.Errorf("%q is written %s, not in ASCII", text, written)
			}
		}
	}
}

// All letters of Unicode's Latin blocks come back, whether LaTeX has a notation
// for them or not.
func TestLatinLettersRoundTrip(t *testing.T) {
	for r := rune(0xA0); r < 0x250; r++ {
		checkLaTeXRoundTrip(t, string(r))
	}
	for r := rune(0x1E00); r < 0x1F00; r++ {
		checkLaTeXRoundTrip(t, "x"+string(r)+"y")
	}
}

// Common characters are written by table, in the company of others they are not.
func TestCommonCharactersAreWrittenAlike(t *testing.T) {
	common := []rune("aA-'`, ")
	for r := rune(utf8.RuneSelf); r <= lastLatin; r++ {
		common = append(common, r)
	}
	for r := firstMark; r <= lastMark; r++ {
		common = append(common, r)
	}
	for _, encoding := range []latexEncoding{latexASCII, latexUTF8} {
		for i, r := range common {
			text := string(r) + "e" + string(r) + string(common[(i+1)%len(common)])
			if alone, beside := encodeLaTeX(text, encoding)+"深", encodeLaTeX(text+"深", encoding); alone != beside {
				t.Errorf("%q is written %s alone and %s beside another character", text, alone, beside)
			}
		}
	}
}

func checkLaTeXRoundTrip(t *testing.T, text string) {
	t.Helper()
	for _, encoding := range []latexEncoding{latexASCII, latexUTF8} {
		written := encodeLaTeX(text, encoding)
		if got, want := decodeLaTeX(written), norm.NFC.String(text); got != want {
			t.Errorf("%q is written %s, which reads %q", want, written, got)
		}
		if !isBalanced(written) && isBalanced(strings.NewReplacer("{", "", "}", "").Replace(text)) {
			t.Errorf("%q is written %s, with unbalanced braces", text, written)
		}
	}
}

func FuzzLaTeX(f *testing.F) {
	for _, seed := range []string{"Özgür, A.", `\write18{rm}`, "a--b---c–d—e", "x̄ ı́ ǖ", "'''\"\"``", "$x_2$ ^{}", "ﬁ №",
		"\u0301\u0308a", "i\u0323\u0301", "%\n\\", "{\\'"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("values are cleaned before they are encoded")
		}
		checkLaTeXRoundTrip(t, text)
		if strings.ContainsAny(unescaped(encodeLaTeX(text, latexASCII)), `%#&_^~`) {
			t.Errorf("%q is written %s", text, encodeLaTeX(text, latexASCII))
		}
		decodeLaTeX(text)
	})
}

// unescaped takes out of written LaTeX what encodeLaTeX means to be there.
func unescaped(written string) string {
	for r, escape := range latexEscapes {
		if strings.ContainsRune("%#&_$", r) {
			written = strings.ReplaceAll(written, escape, "")
		}
	}
	for _, accent := range []string{`{\^`, `{\~`, `\^{`, `\~{`, "{$^", "{$_", "~"} {
		written = strings.ReplaceAll(written, accent, "")
	}
	return written
}

func TestProtectCapitals(t *testing.T) {
	tests := map[string]string{
		"The NASA Atlas of Quiet Carts":                 "The {NASA} Atlas of Quiet Carts",
		"Large language models in McDonald's COVID-19":  "Large language models in {McDonald's} {COVID}-19",
		"Wild plants of the Republic of Georgia":        "Wild plants of the {Republic} of {Georgia}",
		"Traditional plant foods: Nutrition and use":    "Traditional plant foods: Nutrition and use",
		"Vitamin D and Health in a Changing World":      "Vitamin {D} and Health in a Changing World",
		"A Theory of Everything: A Study":               "A Theory of Everything: A Study",
		"Combining H₂O and Österreich in small amounts": `Combining {H{$_2$}O} and {{\"O}sterreich} in small amounts`,
		"THE LAST WORD":        "THE LAST WORD",
		"Why I write: part II": "Why {I} write: part {II}",
	}
	for title, want := range tests {
		got := protectCapitals(title, latexASCII)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", title, diff)
		}
		if decodeLaTeX(got) != title {
			t.Errorf("%q reads back as %q", title, decodeLaTeX(got))
		}
	}
}
