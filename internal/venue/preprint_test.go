package venue

import (
	"testing"
)

func TestIsPreprintServer(t *testing.T) {
	for venue, want := range map[string]bool{
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
