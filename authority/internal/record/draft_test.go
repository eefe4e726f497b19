package record

import (
	"testing"
)

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
