package authority

import "testing"

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

func TestSaysWithdrawn(t *testing.T) {
	for comment, want := range map[string]bool{
		"This paper has been withdrawn by the author": true, "Withdrawn": true, "Paper withdrawn due to an error": true,
		"9 pages": false, "": false, "replaces a withdrawn paper": false,
	} {
		if got := saysWithdrawn(comment); got != want {
			t.Errorf("saysWithdrawn(%q) = %v", comment, got)
		}
	}
}

func TestBareArXivID(t *testing.T) {
	for written, want := range map[string]string{
		"2402.10379": "2402.10379", "2402.10379v3": "2402.10379", "arXiv:2402.10379v1": "2402.10379", "0704.0001": "0704.0001",
		"hep-th/9901001": "hep-th/9901001", "hep-th/9901001v2": "hep-th/9901001", "cs.DL/0101010": "cs/0101010", "abs/2402.10379": "2402.10379",
		"https://arxiv.org/abs/2402.10379v2": "2402.10379", "http://arxiv.org/pdf/hep-th/9901001v1.pdf": "hep-th/9901001",
		"": "", "2402": "", "2402.103": "", "x/1234567y": "", "/1234567": "", "10.5555/x": "",
	} {
		if got := bareArXivID(written); got != want {
			t.Errorf("bareArXivID(%q) = %q, want %q", written, got, want)
		}
	}
}

func TestBareDOI(t *testing.T) {
	for written, want := range map[string]string{
		"10.5555/X": "10.5555/x", "https://doi.org/10.5555/X": "10.5555/x", "doi:10.5555/x": "10.5555/x", " 10.5555/x ": "10.5555/x",
		"": "", "unavailable": "", "10.5555": "", "5555/x": "",
	} {
		if got := bareDOI(written); got != want {
			t.Errorf("bareDOI(%q) = %q, want %q", written, got, want)
		}
	}
}

func TestBareISBN(t *testing.T) {
	for written, want := range map[string]string{
		"978-0-00-000123-4": "9780000001234", "0-00-000125-X": "000000125X", "000000125x": "000000125X",
		"http://id.crossref.org/isbn/9780000001259": "9780000001259", "9780000001234 9780000001241": "9780000001234", "": "", "12345": "", "978-0-00-000123": "",
	} {
		if got := bareISBN(written); got != want {
			t.Errorf("bareISBN(%q) = %q, want %q", written, got, want)
		}
	}
}
