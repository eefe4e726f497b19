package ground_test

import (
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
