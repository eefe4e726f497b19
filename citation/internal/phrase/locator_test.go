package phrase

import (
	"testing"

	"github.com/factcite/factcite/citation/ref"
)

// TestLocators holds how volumes, issues, pages and numbers of articles are read after the
// name of a journal.
func TestLocators(t *testing.T) {
	known := Work{Reference: ref.Reference{Container: "Cart Journal"}}
	testStated(t, known, func(s *Text, w *Work) (next int, ok bool) {
		for at := 0; at < len(s.Tokens); at = s.SkipComma(next) {
			if next, ok = s.ReadLocator(at, w); !ok {
				return at, at > 0
			}
		}
		return next, true
	}, [][2]string{
		// With labels.
		{"volume 26, issue 1, pages 61–73", "volume 26; number 1; pages 61–73"},
		{"vol. 14(7), pp. 2-9.", "volume 14; number 7; pages 2-9 | ."},
		{"vol. 14: 2-9.", "volume 14; pages 2-9 | ."},
		{"vol. XIV, no. 3a", "volume XIV; number 3a"},
		{"vol. 14/2017, p. 3", "volume 14/2017; pages 3"},
		{"vol. 14 /2017", "volume 14 | /2017"},
		{"vol. 14/x", "volume 14 | /x"},
		{"volume: 5, page 3", "volume 5; pages 3"},
		{"volume of carts", " | volume of carts"},
		{"Volume 165, Article 112560", "volume 165; eid 112560"},
		{"vol. 3, article number 45", "volume 3; eid 45"},
		{"vol. 3, article no. 45", "volume 3; eid 45"},
		{"vol. 3, article id 45", "volume 3; eid 45"},
		{"vol. 3, article on felt", "volume 3 | article on felt"},
		{"number of carts", " | number of carts"},
		{"no. 12, pp. 204--216", "number 12; pages 204--216"},
		{"pp. S12–S19", "pages S12–S19"},
		{"pages e12", "pages e12"},
		{"p. 123456", "pages 123456"},
		{"v. 3, n. 2, p. 1-9", "volume 3; number 2; pages 1-9"},
		{"t. 3, n° 2, p. 5", "volume 3; number 2; pages 5"},
		{"Bd. 3, H. 2, S. 1–9", "volume 3; number 2; pages 1–9"},
		{"Jg. 3, Nr. 2", "volume 3; number 2"},
		{"Т. 3, № 2, С. 1–9", "volume 3; number 2; pages 1–9"},
		{"v 3", " | v 3"},
		{"x. 3", " | x. 3"},
		{"v. x", " | v. x"},
		{"ISSN 1234-5678, vol. 3", "volume 3"},
		{"ISSN 1234, vol. 3", "volume 3"},

		// Without labels.
		{"19, no. 1", "volume 19; number 1"},
		{"19, carts", "volume 19 | carts"},
		{"19 carts", " | 19 carts"},
		{"19 in 2012", "volume 19 | in 2012"},
		{"19 on paper", "volume 19 | on paper"},
		{"19", "volume 19"},
		{"19.", "volume 19 | ."},
		{"620(7972):172–180", "volume 620; number 7972; pages 172–180"},
		{"620(7972), 172", "volume 620; number 7972; pages 172"},
		{"17(4): 249–65", "volume 17; number 4; pages 249–65"},
		{"17(1-2): 249–65", "volume 17; number 1-2; pages 249–65"},
		{"17(1/2): 249–65", "volume 17; number 1/2; pages 249–65"},
		{"17(1/x): 249–65", "volume 17 | (1/x): 249–65"},
		{"17(C): 249–65", "volume 17; number C; pages 249–65"},
		{"17(Supplement): 249–65", "volume 17 | (Supplement): 249–65"},
		{"17(2012): 249–65", "volume 17 | (2012): 249–65"},
		{"17(4: 249–65", "volume 17 | (4: 249–65"},
		{"48, 109–121", "volume 48; pages 109–121"},
		{"48, 109—121", "volume 48; pages 109—121"},
		{"353: i2716", "volume 353; eid i2716"},
		{"353, felt", "volume 353 | felt"},
		{"353: IV", "volume 353 | : IV"},
		{"165: 112560", "volume 165; eid 112560"},
		{"165: 11256", "volume 165; pages 11256"},
		{"48: S19", "volume 48; pages S19"},
		{"85, 411, 664–675", "volume 85; number 411; pages 664–675"},
		{"85, 411, 664", "volume 85; pages 411 | 664"},
		{"85, 411 (1990), 664–675", "volume 85; number 411 | (1990), 664–675"},
		{"85, 411 (1990), 664", "volume 85; pages 411 | (1990), 664"},
		{"85, 1990, 664–675", "volume 85 | 1990, 664–675"},
		{"85, 1990", "volume 85 | 1990"},
		{"85, 1990 (2012)", "volume 85; pages 1990 | (2012)"},
		{"85: 1990", "volume 85; pages 1990"},
		{"2012(3): 4", "volume 2012; number 3; pages 4"},
		{"2012: 4–9", "volume 2012; pages 4–9"},
		{"2012, 4–9", " | 2012, 4–9"},
		{"2012 carts", " | 2012 carts"},
		{"12–19", "pages 12–19"},
		{"12--19, vol. 3", "pages 12--19; volume 3"},
		{"12---19", "pages 12---19"},
		{"12----19", "volume 12 | ----19"},
		{"2012–2019", " | 2012–2019"},
		{"felt", " | felt"},
	})
}

// TestLocatorsNeedAContainer holds that numbers by themselves are locators after a
// container alone, and only where it has no volume and no pages yet.
func TestLocatorsNeedAContainer(t *testing.T) {
	for name, known := range map[string]ref.Reference{
		"no container": {},
		"pages":        {Container: "Cart Journal", Pages: "3"},
	} {
		w := Work{Reference: known}
		for _, text := range []string{"19", "12–19", "19(3)"} {
			if s := NewText(text); s.At(0).Kind == Number {
				if next, ok := s.ReadLocator(0, &w); ok || next != 0 {
					t.Errorf("%s: %q is a locator", name, text)
				}
			}
		}
	}
	w := Work{Reference: ref.Reference{Container: "Cart Journal", Volume: "3"}}
	if _, ok := NewText("19").ReadLocator(0, &w); ok {
		t.Error("a number after a volume is another one")
	}
	if _, ok := NewText("12–19").ReadLocator(0, &w); !ok || w.Pages != "12–19" {
		t.Errorf("the pages after a volume are %q", w.Pages)
	}
	s := NewText("Working Paper No. 12")
	if f, at, ok := s.LocatorWord(1); !ok || f != ref.FieldNumber || s.At(at).Text != "12" {
		t.Errorf("a working paper's number is %s at token %d", f, at)
	}
}
