package phrase

import "testing"

// TestDOIEnds holds where a DOI ends that something is written right after.
func TestDOIEnds(t *testing.T) {
	for text, want := range map[string]string{
		"doi:10.99999/felt.1":                                                    "10.99999/felt.1",
		"https://doi.org/10.99999/felt.1.":                                       "10.99999/felt.1",
		"doi:10.99999/felt.1[arXiv:2101.01234]":                                  "10.99999/felt.1",
		"doi:10.99999/felt.1,arXiv:2101.01234":                                   "10.99999/felt.1",
		"doi: 10.99999/felt.1.URL https://example.org/x":                         "10.99999/felt.1",
		"doi:10.99999/c9xx00453j(2019).":                                         "10.99999/c9xx00453j",
		"doi:10.99999/felt11(2013)158":                                           "10.99999/felt11(2013)158",
		"doi:10.99999/(SICI)1097-0142(19990101)85:1<1::AID-X1>3.0.CO;2-1":        "10.99999/(SICI)1097-0142(19990101)85:1<1::AID-X1>3.0.CO;2-1",
		"https://doi.org/10.99999/(SICI)1097(19990101)85:1<1::AID-X1>3.0.CO;2-1": "10.99999/(SICI)1097(19990101)85:1<1::AID-X1>3.0.CO;2-1",
		"http://dx.doi.org/10.99999/ felt1":                                      "",
	} {
		s := NewText(text)
		var w Work
		for i := range s.Tokens {
			s.ReadIdentifier(i, &w)
		}
		if w.DOI != want {
			t.Errorf("%s: DOI %q, want %q", text, w.DOI, want)
		}
		s.Release()
	}
}
