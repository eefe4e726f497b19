package prose

import (
	"testing"

	"github.com/factcite/factcite/citation/internal/markup"
	"github.com/factcite/factcite/citation/internal/phrase"
)

// testTexts holds of which texts a report is true.
func testTexts(t *testing.T, is func(s *phrase.Text) bool, yes, no []string) {
	t.Helper()
	for want, texts := range map[bool][]string{true: yes, false: no} {
		for _, text := range texts {
			s := phrase.NewMarkedText(markup.Read(text))
			if is(s) != want {
				t.Errorf("%q: %t, want %t", text, !want, want)
			}
			s.Release()
		}
	}
}

// TestSaysWhoWrote holds where a title has its authors after it as sentences have them.
func TestSaysWhoWrote(t *testing.T) {
	testTexts(t, SaysWhoWrote, []string{
		"'Felt and Hay' by Ann Lee", "'Felt and Hay', by Ann Lee", "'Felt and Hay', written by Ann Lee", "Read 'Felt' by Lee",
		"'Felt and Hay' – book by Ann Lee", "'Felt and Hay' — Ann Lee, Harbour Press", "1. 'Felt and Hay' – Lee et al.", "2) 'Felt and Hay' – Ann Lee", "**Felt and Hay** – Lee & Park",
	}, []string{
		"'Felt and Hay' by felt", "'Felt and Hay' written Ann Lee", "'Felt and Hay'. Ann Lee", "'Felt' – Ann Lee", "**Felt and Hay**– Ann Lee", "See 'Felt and Hay' – Ann Lee",
		"'Felt and Hay' – Lee", "'Felt and Hay' – book of Ann Lee", "Felt and Hay by Ann Lee", "",
	})
}

// TestTellsDeed holds whether somebody is said to have done something before a title.
func TestTellsDeed(t *testing.T) {
	testTexts(t, func(s *phrase.Text) bool { return TellsDeed(s, s.End) }, []string{
		"The board considered the paper", "Members had before them", "Carters are to read", "The board has a paper", "The board found that carts", "Carters were an", "Carters reviewed their paper",
		"One two three four five considered the",
	}, []string{
		"Considered the paper", "The board considered paper", "The Considered the paper", "The board, the paper", "Carters often the paper", "One two three four five six seven considered the", "The paper by the board", "",
	})
	s := phrase.NewText("The board considered the paper")
	if TellsDeed(s, len("The board")) {
		t.Error("a deed after the place asked about is told")
	}
}

// TestIsSentence holds whether a verb says what was done with a work.
func TestIsSentence(t *testing.T) {
	testTexts(t, IsSentence, []string{
		"Ann Lee wrote Felt", "Felt was long", "The book came out", "It comes out", "Carters said so", "Ann Lee gave the 'Felt'", "'Felt' contains oats", "Ann Lee defended 'Felt'", "Ann Lee appeared in 'Felt'",
	}, []string{
		"wrote Felt", "Ann Lee Wrote Felt", "Ann Lee gave the felt", "Felt contains oats", "Ann Lee defended felt", "Felt and Hay", "It came in", "",
	})
}

// TestLookAtSigns holds which signs alone are worth a second look, and what is like them.
func TestLookAtSigns(t *testing.T) {
	for _, text := range []string{
		"as in Roe v. Lind", "doi 10.1234/x", "see 10.1234/x now", "felt (Cart Journal, vol. 3)", "felt (Lee, Cart Journal, 2018)", "felt (2018 Viruses 13)", "felt (Viruses 13)", "felt (Harbour Institute, 2018)",
		"felt (Harbour Press 2018)", "felt (2nd ed., 2018)", "felt (2nd edn, 2018)", "felt (second edition 2018)", "felt (v0.4.1; x)", "felt (version 2.1, x)", "felt (Version 2)", "felt version 2 (x)",
		"Lee's Flora of the Marshes (Graz, 1909)", "Lee's Flora (1909)", "an essay for Cork", "a textbook by Lee", "Felt by Lee", "the author of Felt", "authors of the Felt", "a PNAS paper", "the paper Felt",
		"she wrote Felt", "a journal", "a thesis", "an isbn", "RFC 1", "the report Felt", "the memo titled Felt", "it was issued", "a patent", "at the Lantern", "in 2018 Cork", "in the 2018 Cork",
		"'Felt' (2018)", "'Felt', vol. 3", "'Felt', pages", "'Felt', Cork",
	} {
		if got := Look(text); got != OfWork {
			t.Errorf("%q is denied: %d", text, got)
		}
	}
	for text, want := range map[string]Evidence{
		"as in felt v. lind":       OfNothing,
		"as in av. Lind":           OfNothing,
		"10.123/x":                 OfNothing,
		"felt (lee, 2018)":         ofCitation,
		"felt (2018)":              ofCitation,
		"felt [2018]":              ofCitation,
		"felt 2018. Then":          ofCitation,
		"felt 2018. then":          OfNothing,
		"felt x2018 (x)":           OfNothing,
		"felt 3018 (x)":            OfNothing,
		"felt (x) of 2018":         ofCitation,
		"felt (v)":                 OfNothing,
		"felt (velocity 2)":        OfNothing,
		"felt version two":         OfNothing,
		"felt version 2":           OfNothing,
		"Lee's flora (Graz, 1909)": ofCitation,
		"Lee's Flora":              OfNothing,
		"Lee's Flora (graz)":       OfNothing,
		"rims for carts":           OfNothing,
		"an essay for carts":       OfNothing,
		"a cart by felt":           OfNothing,
		"rfc 1":                    OfNothing,
		"in carts":                 OfNothing,
		"in the a the Cork":        OfNothing,
		"don't and can't":          OfNothing,
		"":                         OfNothing,
	} {
		if got := Look(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}
