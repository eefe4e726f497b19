package citation

import (
	"testing"

	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/internal/prose"
)

// TestWhatLinesAreNot holds what a model takes for a work that is something else: a citation, who
// translated one, the beginning of a sentence.
func TestWhatLinesAreNot(t *testing.T) {
	for _, test := range []struct {
		marked                              string
		isCitation, breaksOff, isTranslator bool
	}{
		{"⟨title:Felt Rims⟩ ⟨authors:Ann Lee⟩, ⟨year:2019⟩", false, false, false},
		{"vgl. ⟨authors:Lee⟩ ⟨year:1998⟩, S. ⟨pages:22⟩", false, false, false},
		{"⟨authors:Ann Lee⟩. ⟨title:Felt Rims of⟩, ⟨year:2019⟩", false, false, false},
		{"⟨title:The line is taken from the thesis of⟩ ⟨authors:Ann Lee⟩, ⟨year:2019⟩", false, true, false},
		{"⟨title:Felt Rims and⟩ ⟨authors:Ann Lee⟩", false, true, false},
		{"⟨title:Felt Rims by⟩ ⟨authors:Ann Lee⟩", false, true, false},
		{"⟨title:Felt Rims in⟩ ⟨authors:Ann Lee⟩", false, true, false},
		{"⟨title:Felt Rims from⟩ ⟨authors:Ann Lee⟩", false, true, false},
		{"⟨title:Felt Rims with⟩ ⟨authors:Ann Lee⟩", false, true, false},
		{"⟨title:Felt Rims to⟩ ⟨authors:Ann Lee⟩", false, true, false},
		{"⟨title:Felt Rims the⟩ ⟨authors:Ann Lee⟩", false, true, false},
		{"⟨title:Felt Rims a⟩ ⟨authors:Ann Lee⟩", false, true, false},
		{"⟨title:Felt Rims see⟩ ⟨authors:Ann Lee⟩", false, true, false},
		{"⟨title:Felt Rims is⟩ ⟨authors:Ann Lee⟩", false, true, false},
		{"⟨title:see⟩ ⟨authors:Ann Lee⟩", false, true, false},
		{"⟨title:Felt Rims on⟩ ⟨authors:Ann Lee⟩", false, false, false},
		{"Felt Rims, trans. ⟨title:Bo Lind⟩, ⟨year:2019⟩", false, false, true},
		{"Felt Rims, translated by ⟨title:Bo Lind⟩, ⟨year:2019⟩", false, false, true},
		{"Felt Rims, transl. ⟨title:Bo Lind⟩, ⟨year:2019⟩", false, false, true},
		{"Felt Rims, carried by ⟨title:Bo Lind⟩, ⟨year:2019⟩", false, false, false},
		{"See ⟨container:Lee⟩ (2014), p. 3", true, false, false},
		{"vgl. ⟨authors:Lee⟩ ⟨year:1998⟩, S. ⟨pages:22⟩; Park 2004", true, false, false},
		{"⟨title:Felt⟩, ⟨container:Lee⟩ (2014), p. 3", false, false, false},
		{"⟨title:Felt⟩, ⟨authors:Bo Lind⟩, ⟨container:Lee⟩ (2014), p. 3", false, false, false},
		{"⟨title:Felt⟩, ⟨container:Carts⟩, by Lee (2014), p. 3", false, false, false},
		{"⟨title:Felt⟩, ⟨container:Lee⟩ (2014) and Park (2015), p. 3", false, false, false},
	} {
		content, r := stated(test.marked)
		s := phrase.NewText(content)
		if got := isCitation(r, prose.FindMentions(s)); got != test.isCitation {
			t.Errorf("%s: a citation: %t", test.marked, got)
		}
		if got := breaksOff(r); got != test.breaksOff {
			t.Errorf("%s: it breaks off: %t", test.marked, got)
		}
		if got := isTranslator(s, r); got != test.isTranslator {
			t.Errorf("%s: a translator: %t", test.marked, got)
		}
		s.Release()
	}
}

// TestHowTextsCite holds what citations of a text show that no line of a list has.
func TestHowTextsCite(t *testing.T) {
	for _, test := range []struct {
		text          string
		inside, atEnd bool
	}{
		{"Carts are loud (Lee et al., 2019).", true, true},
		{"Carts are loud (see Lee et al., 2019).", true, true},
		{"Carts are loud (said Lee et al., 2019).", false, false},
		{"Carts are loud (Lee et al., 2019), they say.", true, false},
		{"Carts are loud (Lee & Park, 2019).", true, false},
		{"Carts are loud (Lee, 2019).", false, false},
		{"Lee (2019) found that carts are loud.", true, false},
		{"Lee (2019). Carts are loud.", false, false},
		{"(Lee et al., 2019) Carts are loud.", false, false},
		{"Carts (of oak) are loud, Lee et al. 2019.", false, false},
		{"Carts are loud.", false, false},
	} {
		s := phrase.NewText(test.text)
		mentions := prose.FindMentions(s)
		if got := citesInside(mentions, s); got != test.inside {
			t.Errorf("%s: it cites inside: %t", test.text, got)
		}
		if got := citesAtEnd(mentions, s); got != test.atEnd {
			t.Errorf("%s: it cites at its end: %t", test.text, got)
		}
		s.Release()
	}
}

// TestQuotationsInLines holds where what a model reads cuts through a quotation, and where a
// line begins as those of lists do.
func TestQuotationsInLines(t *testing.T) {
	for _, test := range []struct {
		marked                          string
		cuts, marksAuthors, withAuthors bool
	}{
		{"⟨authors:Ann Lee⟩, “⟨title:Felt rims at work⟩”, ⟨year:2019⟩", false, false, true},
		{"⟨authors:Ann Lee⟩, ⟨title:“Felt rims at work.”⟩ ⟨year:2019⟩", false, false, true},
		{"⟨authors:Ann Lee⟩, “⟨title:Felt rims⟩ at work”, ⟨year:2019⟩", true, false, true},
		{"⟨authors:Ann Lee⟩, ⟨title:on “Felt rims at work”⟩, ⟨year:2019⟩", true, false, true},
		{"⟨authors:Ann Lee⟩, ⟨title:“Felt rims at work”, or so⟩, ⟨year:2019⟩", true, false, true},
		{"⟨authors:Ann Lee⟩, ⟨title:on “felt” at work⟩, ⟨year:2019⟩", false, false, true},
		{"⟨authors:Ann Lee⟩, “Felt rims”, ⟨title:Oak floors⟩, ⟨year:2019⟩", false, false, true},
		{"⟨authors:“Felt Rims” Lee⟩ (2011), ⟨title:Oak floors⟩, ⟨year:2019⟩", false, false, true},
		{"⟨authors:Ann “Felt Rims”⟩ (2011), ⟨title:Oak floors⟩, ⟨year:2019⟩", false, true, false},
		{"1998: ⟨authors:Ann Lee⟩, ⟨title:Oak floors⟩, ⟨year:2019⟩", false, false, true},
		{"19980: ⟨authors:Ann Lee⟩, ⟨title:Oak floors⟩, ⟨year:2019⟩", false, false, false},
		{"No: ⟨authors:Ann Lee⟩, ⟨title:Oak floors⟩, ⟨year:2019⟩", false, false, false},
		{"⟨authors:Lee⟩, ⟨title:Oak floors⟩, ⟨year:2019⟩", false, false, false},
		{"⟨authors:Ann lee⟩, ⟨title:Oak floors⟩, ⟨year:2019⟩", false, false, false},
		{"⟨authors:Ann Lee⟩, ⟨title:Oak⟩, ⟨year:2019⟩", false, false, false},
		{"⟨authors:Ann Lee⟩, ⟨title:Oak floors⟩", false, false, false},
		{"⟨authors:Ann Lee⟩, ⟨title:lee@oak floors⟩, ⟨year:2019⟩", false, false, false},
		{"⟨title:Oak floors⟩, ⟨authors:Ann Lee⟩, ⟨year:2019⟩", false, false, false},
		{"⟨authors:Ann Lee⟩, ⟨title:Oak floors⟩, CVE-⟨year:2019⟩", false, false, false},
	} {
		content, r := stated(test.marked)
		s := phrase.NewText(content)
		if got := cutsQuotation(s, r); got != test.cuts {
			t.Errorf("%s: it cuts a quotation: %t", test.marked, got)
		}
		if got := marksAuthors(s, r); got != test.marksAuthors {
			t.Errorf("%s: its authors are marked: %t", test.marked, got)
		}
		if got := opensWithAuthors(s, r); got != test.withAuthors {
			t.Errorf("%s: it opens with authors: %t", test.marked, got)
		}
		s.Release()
	}
}

// TestTitlesOfMany holds before which titles the possessive of several is right, in either
// apostrophe.
func TestTitlesOfMany(t *testing.T) {
	for marked, want := range map[string]bool{
		"the Carters' ⟨title:Statement⟩":     true,
		"the Carters’ ⟨title:Statement⟩":     true,
		"the Carter's ⟨title:Statement⟩":     false,
		"the Carters ⟨title:Statement⟩":      false,
		"the Carters' new ⟨title:Statement⟩": false,
	} {
		content, r := stated(marked)
		s := readSentenceOf(content)
		if got := s.isOfMany(r.Spans["title"]); got != want {
			t.Errorf("%s: it is of many: %t", marked, got)
		}
		s.Release()
	}
}

// TestTitlesInSmallLetters holds which titles are no more than words that are quoted.
func TestTitlesInSmallLetters(t *testing.T) {
	for _, test := range []struct {
		title, url string
		want       bool
	}{
		{"felt rims", "", true}, {"felt rims", "https://felt.example", false}, {"iFelt Rims", "", false}, {"Felt rims", "", false}, {"1984", "", false},
	} {
		if got := isInSmallLetters(&Reference{Title: test.title, URL: test.url}); got != test.want {
			t.Errorf("%q, %q: in small letters: %t", test.title, test.url, got)
		}
	}
}
