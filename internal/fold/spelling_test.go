package fold

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestBritishSpelling(t *testing.T) {
	for british, american := range map[string]string{
		"behaviour coloured fibres normalisation":   "behavior colored fibers normalization",
		"anaemia ageing paediatric centres":         "anemia aging pediatric centers",
		"defence licences harbours analysed":        "defense licenses harbors analyzed",
		"catalogue programmes modelling travellers": "catalog programs modeling travelers",
	} {
		if diff := cmp.Diff(Words(american), Words(british)); diff != "" {
			t.Errorf("(-%s +%s):\n%s", american, british, diff)
		}
	}
}
