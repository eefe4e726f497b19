package citation

import "testing"

// TestLookAt holds what is worth a second look. That the first one denies nothing
// which a full reading finds, [checkEvidence] holds of every sentence parsed.
func TestLookAt(t *testing.T) {
	for text, want := range map[string]evidence{
		"Felt rims are quiet.": ofNothing,
		"“We stopped counting carts after the first 337,” said Pia Lund.":              ofNothing,
		"Critics hold that rims would never have lasted — “ça roule”, as they put it.": ofNothing,
		`A cart is read with load("cart.dat", depth=2), which returns the rims.`:       ofNothing,
		"The carts of late '90s were louder than felt (Lund et al., 2016).":            ofCitation,
		"“Rims crack”, as carters know, holds in frost (Lund, 2016).":                  ofWork, // might be "'T' (2016) is about"
		"Pia Lund wrote 'Quiet carts'.":                                                ofWork,
		"Pia Lund speaks of carts in 'Quiet rims'.":                                    ofWork,
		"'Quiet carts', Cart Affairs 12, 3–4, says so.":                                ofWork,
		"In March 2012, 'Quiet carts' (Lund & Falk) was read by all.":                  ofWork,
		"Pia Lund read all of 'Quiet carts' in the boo\u212a.":                         ofWork, // a Kelvin sign
		"Pia Lund's op-ed, “Quiet carts”":                                              ofWork,
		"The figure shows carts at the Lantern College.":                               ofWork,
	} {
		if got := lookAt(text); got != want {
			t.Errorf("lookAt(%q) = %d, want %d", text, got, want)
		}
	}
}
