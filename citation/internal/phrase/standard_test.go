package phrase

import (
	"testing"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/ref"
)

// Every series is known by its first word, which is looked at before the others.
func TestSeriesWords(t *testing.T) {
	for _, series := range numberedSeriesNames {
		if !lexicon.ListsOf(series.words[0]).Has(lexicon.SeriesWords) {
			t.Errorf("%q begins no series", series.words[0])
		}
	}
}

// TestStandardAt holds what numbers of standards are, and what looks like them.
func TestStandardAt(t *testing.T) {
	for text, want := range map[string][4]string{
		"RFC 7235":                        {"RFC", "7235", "", "IETF"},
		"RFC 7235 part 2":                 {"RFC", "7235 part 2", "", "IETF"},
		"RFC 7235 part of":                {"RFC", "7235", "", "IETF"},
		"(RFC 7235)":                      {},
		"BCP 14,":                         {"BCP", "14", "", "IETF"},
		"PEP 8 says":                      {"PEP", "8", "", "Python Software Foundation"},
		"NIST SP 800-57 Part 1 Rev. 5":    {"NIST SP", "800-57 Part 1", "Rev. 5", "NIST"},
		"NIST SP 800-57 Part 1 Rev.5":     {"NIST SP", "800-57 Part 1", "Rev.5", "NIST"},
		"SP 800-63A, Revision 4":          {"SP", "800-63A", "Revision 4", "NIST"},
		"Special Publication (SP) 1800-3": {"Special Publication", "1800-3", "", "NIST"},
		"NISTIR 8062":                     {"NISTIR", "8062", "", "NIST"},
		"FIPS PUB 140-2":                  {"FIPS PUB", "140-2", "", "NIST"},
		"ISO 9001:2015 asks":              {"ISO", "9001:2015", "", "ISO"},
		"ISO/IEC 9241-11":                 {"ISO/IEC", "9241-11", "", "ISO"},
		"IEEE Std 802.11 is":              {"IEEE Std", "802.11", "", "IEEE"},
		"ECMA-262 is":                     {"ECMA", "262", "", "Ecma International"},
		"rfc 7235":                        {},
		"RFC seven":                       {},
		"SP 800 is":                       {},
		"special publication 800-63":      {},
		"ISO standards":                   {},
		"STD 12th":                        {},
	} {
		s := NewText(text)
		st, _, ok := s.StandardAt(0)
		if !ok {
			st = Standard{}
		}
		value := func(sp ref.Span) string { return s.Slice(sp) }
		if got := [4]string{value(st.Series), value(st.Number), value(st.Edition), st.Issuer}; got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
		s.Release()
	}
}
