package phrase

import "testing"

// TestProperPhrases holds how far the name of a journal, a meeting or a publisher is read.
func TestProperPhrases(t *testing.T) {
	testTaken(t, func(s *Text) (int, bool) { return s.ProperPhrase(0) }, []string{
		// Words of a name.
		"Cart Journal | is",
		"eLife | is",
		"19th Symposium on Carts | is",
		"2018 18th International Symposium | is",
		" | 2018 felt 18",
		"2018 Annual Meeting | is",
		"12th annual Conference on Carts | is",
		"12 international Symposia | is",
		" | 12 quiet Symposia",
		" | 2018 annual meeting",
		"3D Carts | is",
		" | 3 June",
		" | 2018 carts",
		" | felt carts",
		" | June 2018",
		" | June 6",
		"June Journal | is",
		"The Cart | is",
		" | In Carts",
		"Journal | June 2018",
		"Proc. Natl. Acad. Carts | is",
		"U.S. News | is",
		"Cart J | . (2012)",
		"Cart J | .",
		"Cart Sci. Lett. | , 3",
		"Cart Science | . Then",
		"Cart Affair | . The felt",
		"Cart Hullabaloo | . Felt",
		"J. Phys. A: Math. Gen. | , 3",
		"J. Felt A | . Math",
		"Nature | . Felt",
		"Women's Studies | is",
		"Carters' Journal | is",
		"Carters | ' felt",
		"L'Année Felt | is",
		"Wiener klinische Wochenschrift | is",
		"Revue internationale de droit comparé | , 3",
		"Revue in Cork | is",
		"Cart | générale de droit",
		"Revue générale de droit | , 3",
		"Journal of medicine and the person | in 2012",
		"Journal of medicine | on carts",
		"Felt | of medicine",
		"Journal | of of",

		// What joins them.
		"Journal of the Cork Carters | is",
		"Journal of Carts for the Felt and Hay Trade | is",
		"Carts and Roads | is",
		"Carts & Roads | is",
		"Medicine, Health Care and Philosophy | , 3",
		"Wheels, Roads, and Rims | , 3",
		"Wheels, Roads & Rims | , 3",
		"Räder, Wege und Felgen | , 3",
		"Roues, Routes et Jantes | , 3",
		"Wheels | , Roads",
		"Wheels | , Roads and rims",
		"Wheels, Roads och Hjul | , 3",
		"Wheels, Roads og Hjul | , 3",
		"Ruedas, Rutas y Llantas | , 3",
		"Wheels | , Roads Und Hjul, 3",
		"Wheels | , June 3 and Rims",
		"Wheels | , , Roads and Rims",
		"Wheels, Issue and Rims | , 3",
		"Wheels | , Roads and Lund wrote",
		"Wheels, Roads and Lund | shows",
		"Wheels | , Volume 3 and Rims",
		"Wheels | , June and Rims",
		"Genes: Cells, Tissues, Organs | in 2014",
		"Genes: Cells, Tissues | , 2014",
		"Genes: Cells, Tissues | .",
		"Genes: Cells | , Tissues felt",
		"Genes: Cells | , Tissues. Then",
		"Genes | : cells",
		"Genes | : Volume 3",
		"Genes/Cells | /felt",
		"Genes–Cells | – felt",
		"Conference on 'Felt and Hay' | is",
		"Studies | on 'Felt and Hay'",
		"Lecture Notes in Carts | , 3",
		"Advances in the Felt | is",
		"Centre for Research on the Cart | is",
		"Cart Quarterly | in the Cork",
		"Cart Quarterly | in 2012",
		"Cart Quarterly | to the Cork",
		"Cart Quarterly | through the Cork",
		"Cart Quarterly | from Cork",
		"Cart Quarterly | as felt",
		"Cart as Art | is",
		"Nature | on Carts",
		"Nature | in Cork",
		"Nature | in Feltburg, Austria",
		"Psychological Science in the Public Interest | is",
		"Conference on Carts | in Cork",
		"Conference on Carts | in Felt, Austria",
		"Conference on Carts | in Gdynia in 2013",
		"Conference on Carts in Acoustics | in 2013",
		"Conference on the Carts | is",
		"Conference | on June 6",
		"Cart | of of of of of Felt",

		// What is after them.
		"Conference on Carts (CART 2010) | is",
		"Conference on Carts (CART'10) | is",
		"Conference on Carts (CART-10) | is",
		"Conference on Carts (CaRT) | is",
		"Conference on Carts | (Cart) is",
		"Conference on Carts | (CART 10(3)) is",
		"Conference on Carts | (CART felt) is",
		"Conference on Carts | (2010) is",
		"CHI '19 | is",
		"NeurIPS’19 | is",
		"Cart | '19 is",
		"CHI | '9 is",
		"Findings: EMNLP 2023 | is",
		"Cart: Felt | 2023 is",
	})
}

func TestPublishers(t *testing.T) {
	testTaken(t, func(s *Text) (int, bool) { return s.PublisherAt(0) }, []string{
		"Harbour Press | , Cork",
		"Harbour Press | in Cork",
		"Lecture House | in Cork",
		"Harbour Press | and the Institute",
		"Harbour and Pike | , Cork",
		" | in Cork",
	})
}

// TestVenuesByName holds which names are those of journals and the like.
func TestVenuesByName(t *testing.T) {
	testIs(t, VenueLike,
		[]string{"cart journal", "journal of carts", "annals of carts", "lancet", "nature", "review of carts", "neurips"},
		[]string{"journal", "review", "felt", "harbour press", ""})
	testIs(t, func(text string) bool { s := NewText(text); return s.LooksLikeVenue(1, len(s.Tokens)) },
		[]string{"the Cart Journal", "the NeurIPS"}, []string{"Journal Felt", "the Journal", "the Cart"})
	testIs(t, func(text string) bool { s := NewText(text); return s.IsMeeting(1, len(s.Tokens)-1) },
		[]string{"the Conference on", "the Felt symposium on", "a Kongress für"},
		[]string{"Conference on Carts", "the Cart Conference", "the Felt on"})
}

func TestParentheses(t *testing.T) {
	for text, want := range map[string]int{
		"(a) b":       2,
		"(a (b) c) d": 6,
		"(a [b] c) d": 6,
		"(a (b c) d":  7,
		"[a] b":       2,
		"a b":         2,
	} {
		s := NewText(text)
		if got := s.ClosingParen(0); got != want {
			t.Errorf("%s: closed at token %d, want %d", text, got, want)
		}
	}
	for text, want := range map[string]int{"a (b c": 1, "a [b c": 1, "a (b (c": 3, "a b": 2, "(": 0, "( a": 0} {
		s := NewText(text)
		if got := s.ParenBefore(len(s.Tokens)); got != want {
			t.Errorf("%s: opened at token %d, want %d", text, got, want)
		}
	}
}

func TestTitleCase(t *testing.T) {
	testIs(t, IsTitleCase,
		[]string{"The Name of the Rose", "Felt, the: Oats", "Felt by, of; Hay", "Felt, Hay: Oats", "“Felt” and (Hay)", "2001 and Felt", "Felt – Hay", "Life van de Lund", "¿Qué"},
		[]string{"the Name", "The name", "The Name of carts", "", "– –", "of", "Felt, hay: Oats"})
	testIs(t, func(text string) bool { return TitleFollowsStop(text, 2) },
		[]string{"a. B", "a.  B", "a. 1", "a. É"},
		[]string{"a.B", "a. b", "a. (B)", "a.", "a. ", "a. z"})
}
