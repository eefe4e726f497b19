package document_test

import (
	"testing"

	"github.com/factcite/factcite/fact/document"
)

// TestLinesThatGoOn holds which lines of a plain text are one sentence, where nothing but their
// words says so.
func TestLinesThatGoOn(t *testing.T) {
	const long = "This line is one that no width was given to, so that it is far longer than any line that somebody had broken for them, all in all.\n\n"
	testFacts(t, []documentCase{
		{"after a word that something follows", document.Text,
			"Ida liked the handbook \"Oak Floors\" by Ann Roe and\nBo Lind (Cork Press, 2020).\n",
			"sentence 1:1 Ida liked the handbook \"Oak Floors\" by Ann Roe and Bo Lind (Cork Press, 2020).\n"},
		{"before parentheses", document.Text,
			"They keep asking for Ann Roe's novel The Quiet Wheel\n(Cork Press, 2020). It rains.\n",
			"sentence 1:1 They keep asking for Ann Roe's novel The Quiet Wheel (Cork Press, 2020).\nsentence 2:21 It rains.\n"},
		{"after a comma", document.Text,
			"The best is Bo Lind's A Floor of Oak and Other Tales,\nThe Cork Press, 2019.\n",
			"sentence 1:1 The best is Bo Lind's A Floor of Oak and Other Tales, The Cork Press, 2019.\n"},
		{"before a small letter", document.Text,
			"Nobody knows whether Okoro (2019) read this report\nbefore it came out.\n",
			"sentence 1:1 Nobody knows whether Okoro (2019) read this report before it came out.\n"},
		{"not after a full stop", document.Text,
			"Nobody knows whether Okoro (2019) read this report.\n(Nor does Lind.)\n",
			"sentence 1:1 Nobody knows whether Okoro (2019) read this report.\nsentence 2:1 (Nor does Lind.)\n"},
		{"not lines of notes, which end in numbers", document.Text,
			long + "cf. Ann Roe, \"Le pas\", Cahiers du Bois 12 (1983), 14-29\ncf. also Lind, B. \"Slow Wheels.\" Cart Studies, vol. 3, 2016\n",
			"sentence 1:1 This line is one that no width was given to, so that it is far longer than any line that somebody had broken for them, all in all.\n" +
				"sentence 3:1 cf. Ann Roe, \"Le pas\", Cahiers du Bois 12 (1983), 14-29\nsentence 4:1 cf. also Lind, B. \"Slow Wheels.\" Cart Studies, vol. 3, 2016\n"},
		{"not lines that are short", document.Text,
			"Oak, fir and\nash of Cork,\nall (2019)\nare here\n",
			"sentence 1:1 Oak, fir and\nsentence 2:1 ash of Cork,\nsentence 3:1 all (2019)\nsentence 4:1 are here\n"},
		{"a mail's quoted lines have a width of their own", document.Text,
			long + "> Roe, Ann. Oak Floors: Ways and Means of Carts. Cork: Press, 2008.\n> Lind, B., & Uhl, F. (2015). Speaking of felt: A body of\n> Cork rims. Rims Today, 22(1), 14-40.\n",
			"sentence 1:1 This line is one that no width was given to, so that it is far longer than any line that somebody had broken for them, all in all.\n" +
				"sentence 3:3 Roe, Ann. Oak Floors: Ways and Means of Carts. Cork: Press, 2008.\nsentence 4:3 Lind, B., & Uhl, F. (2015). Speaking of felt: A body of Cork rims. Rims Today, 22(1), 14-40.\n"},
	})
}

// TestLinesOfOneReference holds that a reference in running text is one fact, after a label or a name in full.
func TestLinesOfOneReference(t *testing.T) {
	for _, reference := range []string{
		"**Required:** Roe, A. (2011). *Queues*. Cart Press.",
		"**Required text:** Roe, Ann. *Queues: A History*. 2nd ed. Cork: Cart Press, 2011. ISBN 978-3-16-148410-0",
		"*Week 3*: Roe, A. (2011). *Queues*. Cart Press.",
		"Sana Roe. \"Crossings Without Tears.\" arXiv:2101.09871, 2021.",
		"Sana M. Roe, Bo Lim, and Uma Holt. “Crossings Without Tears.” Cart Letters 3 (2021). 4-9.",
	} {
		testFacts(t, []documentCase{{reference, document.Markdown, reference + "\n", "sentence 1:1 " + reference + "\n"}})
	}
	testFacts(t, []documentCase{{"somebody who speaks", document.Markdown,
		"Nobody came but Sana Roe. \"It rains.\" She left in 2021.\n",
		"sentence 1:1 Nobody came but Sana Roe.\nsentence 1:27 \"It rains.\"\nsentence 1:39 She left in 2021.\n"}})
}
