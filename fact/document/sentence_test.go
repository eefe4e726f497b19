package document

import "testing"

func TestPlainStartsAreNoNames(t *testing.T) {
	for _, s := range []string{"Felt rims are quiet", "A cart", "Roe and Lind", "McRoe a", "O'Brien so", "Éa b", "Roe van Lind, A.", "Van der Lind, B. 2019", "La roue"} {
		if startsPlainly(s) && namesAtStart().MatchString(s) {
			t.Errorf("%q starts plainly, and with names", s)
		}
	}
	if !startsPlainly("Felt rims are quiet") {
		t.Error(`"Felt rims are quiet" does not start plainly`)
	}
}
