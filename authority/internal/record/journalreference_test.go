package record

import (
	"strings"
	"testing"
)

func TestJournalReference(t *testing.T) {
	for _, test := range []struct{ reference, venue, year string }{
		{"Phys.Cart. D76:013009,2007", "Phys.Cart.", "2007"},
		{"Cart.Phys.Lett. 84 (2000) 5699-5702", "Cart.Phys.Lett.", "2000"},
		{"Cartwright J.532:1-12,2000", "Cartwright J.", "2000"},
		{"JCART 0412:015,2004", "JCART", "2004"},
		{"Journal of Wheels, Vol. 12, No. 3, 2011, pp. 2000-2010", "Journal of Wheels", "2011"},
		{"In Proc. of CART 2018, pages 1-10", "Proc. of CART", "2018"},
		{"Proceedings of the 8th Conference on Carts, Nabe", "Proceedings of the 8th Conference on Carts, Nabe", ""},
		{"2019 Conference on Carts (CART), Nabe, Nowhere, 2019, pp. 1-6", "2019 Conference on Carts (CART), Nabe, Nowhere", "2019"},
		{"CART 2024", "CART", "2024"},
		{"1234", "", ""},
		{"", "", ""},
		{"J. 12", "", ""},
	} {
		if venue := venueOfReference(test.reference); venue != test.venue {
			t.Errorf("venue of %q is %q, want %q", test.reference, venue, test.venue)
		}
		if year := yearOfReference(test.reference); year != test.year {
			t.Errorf("year of %q is %q, want %q", test.reference, year, test.year)
		}
	}
}

func FuzzVenueOfReference(f *testing.F) {
	for _, seed := range []string{"Phys.Cart. D76:013009,2007", "In Proc. of CART 2018, pages 1-10", "(1999)", "2019 Conference on Carts (CART), Nabe", "vol", ""} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, reference string) {
		venue := venueOfReference(reference)
		for word := range strings.FieldsSeq(venue) {
			if !strings.Contains(reference, strings.Trim(word, " ,:(-–'")) {
				t.Errorf("venue %q of %q has a word that it does not", venue, reference)
			}
		}
		if year := yearOfReference(reference); year != "" && !strings.Contains(reference, year) {
			t.Errorf("year %q of %q", year, reference)
		}
	})
}
