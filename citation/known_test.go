package citation

import "testing"

// TestWhatIsKnownOfALine holds that the trained reader's title alone makes no work: rows of
// tables, timetables and histories of changes have one too.
func TestWhatIsKnownOfALine(t *testing.T) {
	for text, works := range map[string]int{
		"NearFelt | Lund, P. | 2022-Jul-07":                                0,
		"rims.tar | 2075 MB/s | 0.98x | 1764 MB/s":                         0,
		"Spring 2024 -- Tu/Th 11:00-12:15 -- Alder Hall 204":               0,
		"Schemas: Nested rims in carts no longer cause a fault":            0,
		"felt: fix potential loss of hay (Pia Lund)":                       0,
		"Copyright (c) 2014 The Felt Project Authors. All rights reserved": 0,
		"Rimpack Copyright Notice (1999) University of Cork":               0,
		"POINT OF CONTACT. The undersigned, ext. 4471.":                    0,
		"win: add FELT 2015 support (Pia Lund) <https://example.org/5155>": 0,

		"Lund, P., Falk, B.: Nested rims in carts":                     1,
		"P. Lund and B. Falk, Nested rims, J. Carts 3 (2019), 1-9":     1,
		"Lund P. Nested rims in carts. Harbour Press; 2019":            1,
		"Pia Lund, Nested Rims in Carts, Cork: Harbour Press, 2014":    1,
		"Lund, Pia (2009): Zwischen Tresen und Tür. Cork: Harbour":     1,
		"Lund, P. (2014). Nested rims in carts. doi:10.5555/rims.2014": 1,
	} {
		if got := Parse(text).OfProse().References; len(got) != works {
			t.Errorf("%q: %d works, want %d: %+v", text, len(got), works, got)
		}
	}
}
