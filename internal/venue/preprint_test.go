package venue

import (
	"strings"
	"testing"
)

func TestIsPreprintServer(t *testing.T) {
	for venue, want := range map[string]bool{
		"ARXIV": true, "CORR": true, "COMPUTING RESEARCH REPOSITORY": true, "ssrn electronic journal": true, "SSRN Carts": true, "EarthArXiv": true, "Preprints": true, "OSF Preprints": true,
		"OpenReview": true, "Research Square": true, "TechRxiv": true, "SocArXiv": true, "ChemRxiv": true, "OSF": false, "Square": false, "arXiv" + strings.Repeat(" ", maxVenue): false,
		"": false, "CoRR": true, "arXiv": true, "arXiv.org": true, "ArXiv e-prints": true, "arXiv preprint arXiv:2402.10379": true,
		"arXiv (Cornell University)": true, "Computing Research Repository (CoRR), abs/2402.10379": true, "bioRxiv": true, "bioRxiv : the preprint server for biology": true,
		"medRxiv (Cold Spring Harbor Laboratory)": true, "SSRN Electronic Journal": true, "SSRN": true, "Research Square (Research Square)": true, "PsyArXiv": true,
		"Journal of Wheels": false, "Open Review of Carts": false, "Correspondences": false, "Corrosion": false,
		"Proceedings of the Conference on Carts and the Archives of Matrix": false, "Advances in Matrix Proxies": false,
	} {
		if got := IsPreprintServer(venue); got != want {
			t.Errorf("IsPreprintServer(%q) = %v", venue, got)
		}
	}
}

// TestOpensAsPreprintServer holds that every server opens as one, and few others do.
func TestOpensAsPreprintServer(t *testing.T) {
	for server := range PreprintServers {
		if name := strings.ToUpper(server); !IsPreprintServer(name) || !OpensAsPreprintServer(name) {
			t.Errorf("%q is none", name)
		}
	}
	for name, want := range map[string]bool{"Journal of Carts": false, "Ar": true, "a1": true, "": false, "Corrosion": true, "北京": true} {
		if got := OpensAsPreprintServer(name); got != want {
			t.Errorf("%q opens as one: %t", name, got)
		}
	}
}
