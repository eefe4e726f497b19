package ground_test

import (
	"strings"
	"testing"

	"github.com/factcite/factcite/ground"
)

// What is just inside or outside of what is left out, joined or measured.
func TestEdges(t *testing.T) {
	for _, c := range []struct {
		name, text, content string
		quotation           bool
		want                ground.Support
	}{
		{"a citation of two years", "The ferry was withdrawn (Dahl 2019; 2020) in the spring of that year.", "The ferry was withdrawn in the spring of that year", true, ground.BorneOut},
		{"no citation", "The ferry was withdrawn (from Dahl 2019; 2020) in the spring of that year.", "The ferry was withdrawn in the spring of that year", true, ground.Altered},
		{"a word in brackets for one of the text", "He sold the old mill to the parish in the spring.", "[Lund] sold the old mill to the parish in the spring", true, ground.BorneOut},
		{"a letter in brackets", "And he sold the old mill to the parish in the spring.", "[H]e sold the old mill to the parish in the spring", true, ground.BorneOut},
		{"brackets for a negation", "He never sold the old mill to the parish in the spring.", "He [often] sold the old mill to the parish in the spring", true, ground.Altered},
		{"a speed cut off", "The ferry moves at 5 m per", "The ferry moves at 5 m per", false, ground.BorneOut},
		{"a speed", "The ferry moves at 18 km per hour.", "The ferry moves at 5 m/s.", false, ground.BorneOut},
		{"money of two numbers", "It cost USD 5 and later USD 6.", "It cost $6.", false, ground.BorneOut},
		{"another money", "It cost USD 5 and later EUR 6.", "It cost $6.", false, ground.Absent},
		{"numbers in words one after the other", "He counted twenty, thirty and two hundred seventeen carts.", "He counted 217 carts.", false, ground.BorneOut},
		{"no sum of two tens", "He counted twenty thirty times.", "He counted 50 times.", false, ground.Absent},
		{"a dozen million", "The town paid three dozen crowns.", "The town paid 36 crowns.", false, ground.BorneOut},
		{"a share of two numbers", "Of the carts 18 of the 24 were painted.", "75 % of the carts were painted.", false, ground.BorneOut},
		{"no share over more words", "They had 18 carts, the pride of the people of Harby, in 24 yards.", "75 % of the carts were painted.", false, ground.Absent},
		{"a length in two units", "The mast is 5 ft 6 in high.", "The mast is 66 inches high.", false, ground.BorneOut},
		{"a time in two units", "It took 2 hours and 15 minutes to cross.", "It took 135 minutes to cross.", false, ground.BorneOut},
		{"cents", "The toll is 50 cents.", "The toll is $0.50.", false, ground.BorneOut},
		{"basis points", "The rate rose by 25 basis points.", "The rate rose by 0.25 percentage points.", false, ground.BorneOut},
		{"a sign that nothing closes", "She said that felt rims are quiet rims.", "She said “felt rims are quiet rims”, and “then left.", false, ground.BorneOut},
	} {
		r := ground.Check(ground.NewText(ground.Reading{Text: c.text}), ground.Statement{Content: c.content, Quotation: c.quotation})
		if got := r.Verdict(); got != c.want {
			t.Errorf("%s: %q of %q: %s, want %s: %+v", c.name, c.content, c.text, got, c.want, r.Anchors)
		}
	}
}

// TestCitationsAreLeftOut holds which parentheses and brackets of a text cite, so that a quoter
// may leave them out, and which say something.
func TestCitationsAreLeftOut(t *testing.T) {
	const content = "The ferry was withdrawn in the spring of that year"
	for between, want := range map[string]ground.Support{
		"[4]": ground.BorneOut, "[4, 5]": ground.BorneOut, "(4–7)": ground.BorneOut, "(1987)": ground.BorneOut, "(*)": ground.BorneOut,
		"(Dahl 2019)": ground.BorneOut, "(Dahl, 2019)": ground.BorneOut, "(Dahl et al., 2019; Berg 2020)": ground.BorneOut, "(Dahl and Berg, 2019a,b)": ground.BorneOut, "(Dahl & Berg 2019)": ground.BorneOut,
		"(van der Dahl 2019)": ground.BorneOut, "(de la Dahl and von Berg, 2019)": ground.BorneOut, "(Dahl, in press 2019)": ground.BorneOut,
		"(see Dahl 2019)": ground.BorneOut, "(see also Dahl 2019)": ground.BorneOut, "(e.g., Dahl 2019)": ground.BorneOut, "(e.g. Dahl 2019)": ground.BorneOut, "(cf. Dahl 2019)": ground.BorneOut, "(i.e., Dahl 2019)": ground.BorneOut,
		"(for review, see Dahl 2019)": ground.BorneOut, "(reviewed in 4)": ground.BorneOut, "(ref. 4)": ground.BorneOut, "(refs 4, 5)": ground.BorneOut, "(see ref 4)": ground.BorneOut,
		"(" + strings.Repeat("Dahl 2019; ", 7) + "Berg 2019)": ground.BorneOut,
		"(see 4)": ground.Altered, "(dahl 2019)": ground.Altered, "(the year 2019)": ground.Altered, "(in 2019)": ground.Altered, "(12 kg)": ground.Altered, "(Dahl)": ground.Altered, "(Dahl 201)": ground.Altered, "(p < 0.05)": ground.Altered,
		"(" + strings.Repeat("Dahl 2019; ", 20) + "Berg 2019)": ground.Altered,
	} {
		text := "The ferry was withdrawn " + between + " in the spring of that year."
		r := ground.Check(ground.NewText(ground.Reading{Text: text}), ground.Statement{Content: content, Quotation: true})
		if got := r.Verdict(); got != want {
			t.Errorf("%s: %s, want %s", between, got, want)
		}
	}
}

// A text has a quotation that it would bear out, with what is put in between, and no other.
func TestHas(t *testing.T) {
	text := ground.NewText(ground.Reading{Text: "The ferry was withdrawn [12] in the spring of that year. Nobody on the island was asked (see Dahl 2019) about it. It was in June."})
	for quotation, want := range map[string]string{
		"ferry was withdrawn in the spring":                    "ferry was withdrawn [12] in the spring",
		"ferry was withdrawn … nobody on the island was asked": "ferry was withdrawn [12] in the spring of that year. Nobody on the island was asked",
		"nobody on the island was asked … ferry was withdrawn": "",
		"the ferry was withdrawn in the autumn of that year":   "",
		"The ferry [of Harby] was withdrawn in the spring":     "The ferry was withdrawn [12] in the spring",
		"it was":                         "",
		"asked about it. It was in June": "asked (see Dahl 2019) about it. It was in June",
	} {
		at, ok := text.Has(quotation, 0)
		got := ""
		if ok {
			got = text.Reading().Text[at.Start:at.End]
		}
		if got != want {
			t.Errorf("%q is at %q, want %q", quotation, got, want)
		}
	}
}

// Of a quotation that a text has more than once, Has finds the one that is near.
func TestHasNear(t *testing.T) {
	const quotation = "ferry was withdrawn in the spring"
	text := "The " + quotation + ". " + strings.Repeat("Nobody on the island was asked about it. ", 20) + "The " + quotation + " of that year."
	second := strings.LastIndex(text, quotation)
	read := ground.NewText(ground.Reading{Text: text})
	for near, want := range map[int]int{0: 4, 4: 4, 10: 4, second: second, second + len("ferry was "): second, len(text): 4} {
		if at, ok := read.Has(quotation, near); !ok || at.Start != want {
			t.Errorf("near %d: at %d, want %d", near, at.Start, want)
		}
	}
}

// A long quotation is compared piece by piece: what the text has between its pieces is shown
// wherever it is.
func TestLongQuotations(t *testing.T) {
	var words []string
	for i := range 500 {
		words = append(words, "rim"+strings.Repeat("o", i%9)+strings.Repeat("u", i/9%9)+strings.Repeat("a", i/81))
	}
	content := strings.Join(words, " ")
	for _, at := range []int{100, 200, 300, 400} {
		text := strings.Join(words[:at], " ") + " but nobody there was heard " + strings.Join(words[at:], " ")
		r := ground.Check(ground.NewText(ground.Reading{Text: text}), ground.Statement{Content: content, Quotation: true})
		if got := r.Verdict(); got != ground.Altered || len(r.Anchors[0].Differences) != 1 {
			t.Errorf("words put in at %d: %s: %+v", at, got, r.Anchors)
		}
	}
	swapped := strings.Join(append(append([]string{}, words[200:]...), words[:200]...), " ")
	if r := ground.Check(ground.NewText(ground.Reading{Text: swapped}), ground.Statement{Content: content, Quotation: true}); r.Verdict() != ground.Altered {
		t.Errorf("in another order: %s", r.Verdict())
	}
	if r := ground.Check(ground.NewText(ground.Reading{Text: content}), ground.Statement{Content: content, Quotation: true}); r.Verdict() != ground.BorneOut {
		t.Errorf("unchanged: %s", r.Verdict())
	}
}
