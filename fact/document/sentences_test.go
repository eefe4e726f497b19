package document_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/fact/document"
)

// sentences returns the contents of the facts of a text.
func sentences(t *testing.T, text string) (list []string) {
	t.Helper()
	for _, item := range read(t, document.Text, text) {
		list = append(list, item.Record.Content)
	}
	return list
}

// TestWhereSentencesEnd holds where sentences of a paragraph end: abbreviations, initials,
// what is between marks, and citations after a full stop. "|" is where one does.
func TestWhereSentencesEnd(t *testing.T) {
	for _, marked := range []string{
		"Gen. Roe came.|It was in gen.|So it was.|Art. 5 says so.|It is art.|Felt is.|On p. 5 it is.|So is No. 3.|It said no.|Felt is.",
		"At 5 a.m.|He came.|At 5 a.m. and so.|I am.|Felt is.|In Mar. 2012.|In the mar.|It was.|Press. 3 is.",
		"A. Roe came.|So J.-P. Roe did.|J.R.R. Roe too.|It was vitamin C.|He came.|It was plan B.|Then he left.|In the U.S.|The law is.|In the U.S. Felt is.",
		"He came to Cork, Co.|Then he left.|It is for Roe et al.|The end.|Vol. 3 is.|See Fig. 3.|It is.|Dr. Roe.|So etc.|He came.",
		"He said “felt. Rims are. So.”|Yes.|(It is. So.)|No.|[A. B.]|C. {Felt. Rims.}|D. „Felt. Rims.“|E. «Felt. Rims.»|F. ‘Felt. Rims.’|G. `Felt. Rims.` H.",
		"Roe's rims.|They’re quiet.|‘It’s so. Felt.’|Then \"felt. Rims.\"|And 5\" rims.|So.",
		"It is quiet.[12]|Then he came.|It is so.[1,2][3]|Then.|It is so.¹²|Then.|It is so.⁵˒⁶|Then.|Is it?[4]|Yes.|So [5] it is.|No [6].|Then.",
		"The book 'Rims. A plea' is out.|It is the carters' best of the '90s.|They say 'no.'|So 'Felt is. Rims are.'|And the carters' too.",
		"鉄も『車。輪』です。|終わり。",
	} {
		want := strings.Split(marked, "|")
		text := strings.Join(want, " ")
		if strings.Contains(marked, "。") {
			text = strings.Join(want, "")
		}
		if diff := cmp.Diff(want, sentences(t, text)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

// TestAbbreviations holds after which words with a full stop a sentence goes on.
func TestAbbreviations(t *testing.T) {
	for word := range strings.FieldsSeq(`diss chs fig figs sec sect ch chap eq eqs tab nr vol vols pp ed eds edn rev repr trans cf vs viz e.g i.e ie ca approx resp al proc int conf symp assoc soc acad sci lett rep tech
		univ dept inst lab natl amer phys chem biol med math comput eng bull ann adv appl theor exp dr prof mr mrs st rev gov sgt capt col lt jr hrsg bd aufl vgl bzw z.b
		jan feb apr jun jul aug sep sept oct nov dec dipl nat ser cit ibid comm commun worksh publ pub j`) {
		text := fmt.Sprintf("Felt is so, %s. Roe said in 2012.", word)
		if got := sentences(t, text); len(got) != 1 {
			t.Errorf("%q", got)
		}
	}
	for word := range strings.FieldsSeq(`al etc inc ltd co corp jr sr llc gmbh u.s u.k e.u a.m p.m ph.d d.c ed eds usw`) {
		for next, n := range map[string]int{"Roe": 1, "The": 2, "However,": 2, "Wir": 2, "the": 1} {
			if got := sentences(t, fmt.Sprintf("Felt is so, %s. %s said in 2012.", word, next)); len(got) != n {
				t.Errorf("%q, want %d", got, n)
			}
		}
	}
	for word := range strings.FieldsSeq(`felt rims cart oak`) {
		if got := sentences(t, fmt.Sprintf("Felt is so, %s. Roe said in 2012.", word)); len(got) != 2 {
			t.Errorf("%q", got)
		}
	}
}

// TestLettersOfLaTeX holds which letters and which text commands stand for.
func TestLettersOfLaTeX(t *testing.T) {
	long := strings.Repeat("felt rims are quiet ", 12) + "here"
	for text, want := range map[string]string{
		`\"o \" o \"{o} \"\i x \c c \c{c} \v{s} \ss a \ss{} a \o b \O{} c.`:                              `ö ö ö ï x ç ç š ßa ß a øb Ø c.`,
		`\~n \=a \.z \^{\i} \k{a} \ae .`:                                                                 `ñ ā ż î ą æ.`,
		`a\unknown{d} \unknown e.`:                                                                       `ad e.`,
		`\mbox{a} \uppercase{b} \lowercase{c} \MakeUppercase{d} \ul{e}.`:                                 `a b c d e.`,
		`\underline{f} \bibnamefont{g} \bibfnamefont{h} \doi{j} \textbf{k} l.`:                           `f g h j k l.`,
		`{\it a} {\sc b} {\rm c} {\sf d} {\sl e} {\em f}.`:                                               `\emph{a} b c d \emph{e} \emph{f}.`,
		`\(x\) is. \[y\] So \- it\/ is\, a\;b\:c\!d.`:                                                    "x is.\nSo it is a b cd.",
		`So \'{` + long + `}.`:                                                                           `So ` + long + `.`,
		`\hint{w \cite{roe} \emph{x}} \revised[now]{` + long + `} \textcolor[rgb]{red}{y}\linebreak[4].`: `w \cite{roe} \emph{x} ` + long + ` y.`,
		`\"`:  "",
		`a \`: "a",
	} {
		var got []string
		for _, item := range read(t, document.LaTeX, text) {
			got = append(got, item.Record.Content)
		}
		if diff := cmp.Diff(want, strings.Join(got, "\n")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
}
