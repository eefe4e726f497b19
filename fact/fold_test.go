package fact

import "testing"

func TestFold(t *testing.T) {
	for _, same := range [][]string{
		{"A cart's 'felt' rim - quiet.", "A cart’s “felt” rim – quiet.", "  A cart's\t'felt'\n rim \u00a0- quiet. ", "A cart's \"felt\" rim — quiet."},
		{"caf\u00e9 carts", "cafe\u0301 carts", "caf\u00e9\u200b carts"},
		{"", " \n"},
	} {
		for _, text := range same {
			if got := Fold(text); got != same[0] {
				t.Errorf("Fold(%q) = %q, want %q", text, got, same[0])
			}
		}
	}
	if Fold("PH of carts") == Fold("pH of carts") {
		t.Error("Fold ignores case")
	}
}

func FuzzFold(f *testing.F) {
	f.Add("A “cart” —  x")
	f.Add("e\u0301 \xff")
	f.Add("A \"cart\" - `x`\v y ")
	f.Fuzz(func(t *testing.T, text string) {
		once := Fold(text)
		if slow := foldText(text); slow != once {
			t.Errorf("Fold(%q) = %q, and without its fast paths %q", text, once, slow)
		}
		if twice := Fold(once); twice != once {
			t.Errorf("Fold(%q) = %q, and folded again %q", text, once, twice)
		}
	})
}
