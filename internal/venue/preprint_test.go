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

// Every server by itself is one, and may be seen to be one by how it begins.
func TestPreprintServers(t *testing.T) {
	for _, name := range []string{"arXiv", "CoRR", "bioRxiv", "medRxiv", "ChemRxiv", "PsyArXiv", "SSRN", "SSRN Electronic Journal", "OpenReview", "Research Square", "Preprints", "OSF Preprints", "TechRxiv", "EarthArXiv", "SocArXiv"} {
		if !IsPreprintServer(name) || !OpensAsPreprintServer(name) || !PreprintServers[strings.ToLower(name)] {
			t.Errorf("%q is no preprint server", name)
		}
	}
	for name, want := range map[string]bool{"": false, "Carts": false, "OS": true, "1st Carts": true, "Œuvres": true, "arbor": false, "Research on carts": true} {
		if OpensAsPreprintServer(name) != want {
			t.Errorf("%q opens as a preprint server: %t", name, !want)
		}
	}
}

// Nothing is read of what is too long to be a name.
func TestLongNames(t *testing.T) {
	fits, long := "arXiv:2402.10379"+strings.Repeat(" ", maxVenue-len("arXiv:2402.10379")), "arXiv:2402.10379"+strings.Repeat(" ", maxVenue+1-len("arXiv:2402.10379"))
	if ArXivIDIn(fits) == "" || !IsPreprintServer(fits) || ArXivIDIn(long) != "" || IsPreprintServer(long) {
		t.Errorf("a name may have %d bytes and no more", maxVenue)
	}
	late := strings.Repeat(" ", maxVenue-len("ICML")) + "ICML"
	if len(Read(late).Venues) != 1 || len(Read(" "+late).Venues) != 0 {
		t.Errorf("%d bytes of a name are read", maxVenue)
	}
	square := "Research Square (" + strings.Repeat("x", maxServerName-len("Research Square ()")) + ")"
	if !IsPreprintServer(square) || IsPreprintServer(square+")") {
		t.Errorf("a server whose name does not end in xiv may have %d bytes and no more", maxServerName)
	}
}
