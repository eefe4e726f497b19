package prose

import (
	"testing"
)

// TestLookAt holds what is worth a second look. That the first one denies nothing
// which a full reading finds, [checkEvidence] holds of every sentence parsed.
func TestLookAt(t *testing.T) {
	for text, want := range map[string]Evidence{
		"Felt rims are quiet.": OfNothing,
		"“We stopped counting carts after the first 337,” said Pia Lund.":              OfNothing,
		"Critics hold that rims would never have lasted — “ça roule”, as they put it.": OfNothing,
		`A cart is read with load("cart.dat", depth=2), which returns the rims.`:       OfNothing,
		"The carts of late '90s were louder than felt (Lund et al., 2016).":            ofCitation,
		"“Rims crack”, as carters know, holds in frost (Lund, 2016).":                  OfWork, // might be "'T' (2016) is about"
		"Pia Lund wrote 'Quiet carts'.":                                                OfWork,
		"Pia Lund speaks of carts in 'Quiet rims'.":                                    OfWork,
		"'Quiet carts', Cart Affairs 12, 3–4, says so.":                                OfWork,
		"In March 2012, 'Quiet carts' (Lund & Falk) was read by all.":                  OfWork,
		"Pia Lund read all of 'Quiet carts' in the boo\u212a.":                         OfWork, // a Kelvin sign
		"Pia Lund's op-ed, “Quiet carts”":                                              OfWork,
		"The figure shows carts at the Lantern College.":                               OfWork,
		"Carts creak (velocity-dependently) and stop.":                                 OfNothing,
		"Carts creak (vociferously 2, slowly 1) and stop.":                             OfNothing,
		"Rims were cut by Feltcut (version 2.1) alone.":                                OfWork,
	} {
		if got := Look(text); got != want {
			t.Errorf("lookAt(%q) = %d, want %d", text, got, want)
		}
	}
}
