package latex

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/text"
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
		{"Ǽ ǿ", `{\'\AE} {\'\o}`, "Ǽ ǿ"},
		{"ı Å ß", `{\i} {\AA} {\ss}`, "ı Å ß"},
		{"pages 1–2 — “q” it's ’n", "pages 1--2 --- ``q'' it's {\\textquoteright}n", "pages 1–2 — “q” it's ’n"},
		{"a--b ,, ''", "a-{}-b ,{}, '{}'", "a-{}-b ,{}, '{}'"},
		{"TNF-α ≤ H₂O²", `TNF-{$\alpha$} {$\leq$} H{$_2$}O{$^2$}`, "TNF-α ≤ H₂O²"},
		{"深層学習 🙂", "深層学習 🙂", "深層学習 🙂"},
	}
	for _, test := range tests {
		if got := Encode(test.text, ASCII); got != test.ascii {
			t.Errorf("%q in ASCII is %s, want %s", test.text, got, test.ascii)
		}
		if got := Encode(test.text, UTF8); got != test.utf8 {
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
		`$O(n\log n)$, $n \log(n)$, $2\ln{x}$`:    "O(n log n), n log(n), 2 ln x",
		`$\max\sin\theta$, $\log_2 n$, \log n`:    `max sin θ, log₂ n, \log n`,
		`$\lim\,x$ $\inf\{x\}$ $\min$`:            "lim x inf{x} min",
		`a~b\,c\-d`:                               "a\u00A0b cd",
		`100\% \& \_ \# \{ \}`:                    "100% & _ # { }",
		`\unknown{kept}`:                          "kept",
		`\unknown{}`:                              `\unknown`,
		`\unknown {the} group`:                    "the group",
		`\ifmmode \check{Z}\else \v{Z}\fi{}umer`:  "Žumer",
		`H\textsubscript{2}O, CO\textsubscript2`:  "H₂O, CO₂",
		`a\textsuperscript{th, ü} and \ifmmode x`: `ath, ü and \ifmmode x`,
		`\textsuperscript{2}`:                     "²",
		`\^{} \~{}`:                               "^ ~",
		`trailing \`:                              `trailing \`,
		`open {\'`:                                "open \u0301",
	}
	for written, want := range tests {
		if got := Decode(written); got != norm.NFC.String(want) {
			t.Errorf("%s reads %q, want %q", written, got, want)
		}
	}
}

// A command that changes how text looks prints nothing of its own.
func TestStylesPrintNothing(t *testing.T) {
	for name := range latexStyles {
		for _, written := range []string{`a \` + name + ` b`, `a {\` + name + ` b}`, `a \` + name + `{b}`} {
			if got := Decode(written); got != "a b" {
				t.Errorf("%s reads %q", written, got)
			}
		}
	}
}

// Every character that the tables know comes back as it was, alone and between
// letters, and what is written for it is ASCII.
func TestLaTeXTablesRoundTrip(t *testing.T) {
	for r := range commands {
		for _, content := range []string{string(r), "a" + string(r) + "b", string(r) + string(r), "-" + string(r) + "-"} {
			written := Encode(content, ASCII)
			if got := Decode(written); got != norm.NFC.String(content) {
				t.Errorf("%q is written %s, which reads %q", content, written, got)
			}
			if !text.IsASCII(written) {
				t.Errorf("%q is written %s, not in ASCII", content, written)
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
	for r := rune(utf8.RuneSelf); r <= text.LastLatin; r++ {
		common = append(common, r)
	}
	for r := text.FirstMark; r <= text.LastMark; r++ {
		common = append(common, r)
	}
	for _, encoding := range []Encoding{ASCII, UTF8} {
		for i, r := range common {
			text := string(r) + "e" + string(r) + string(common[(i+1)%len(common)])
			if alone, beside := Encode(text, encoding)+"深", Encode(text+"深", encoding); alone != beside {
				t.Errorf("%q is written %s alone and %s beside another character", text, alone, beside)
			}
		}
	}
}

func checkLaTeXRoundTrip(t *testing.T, text string) {
	t.Helper()
	for _, encoding := range []Encoding{ASCII, UTF8} {
		written := Encode(text, encoding)
		if got, want := Decode(written), norm.NFC.String(text); got != want {
			t.Errorf("%q is written %s, which reads %q", want, written, got)
		}
		if !hasBalancedBraces(written) && hasBalancedBraces(strings.NewReplacer("{", "", "}", "").Replace(text)) {
			t.Errorf("%q is written %s, with unbalanced braces", text, written)
		}
	}
}

func hasBalancedBraces(text string) bool {
	depth := 0
	for _, c := range text {
		switch c {
		case '{':
			depth++
		case '}':
			if depth--; depth < 0 {
				return false
			}
		}
	}
	return depth == 0
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
		if strings.ContainsAny(unescaped(Encode(text, ASCII)), `%#&_^~`) {
			t.Errorf("%q is written %s", text, Encode(text, ASCII))
		}
		Decode(text)
	})
}

// unescaped takes out of written LaTeX what encodeLaTeX means to be there.
func unescaped(written string) string {
	for r, escape := range escapes {
		if strings.ContainsRune("%#&_$", r) {
			written = strings.ReplaceAll(written, escape, "")
		}
	}
	for _, accent := range []string{`{\^`, `{\~`, `\^{`, `\~{`, "{$^", "{$_", "~"} {
		written = strings.ReplaceAll(written, accent, "")
	}
	return written
}
