package tagger

import (
	"maps"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestEdgesOfParts holds where a value begins and ends inside of its part, and which of
// two parts that say the same is taken. All lines but the fields that are named state the same.
func TestEdgesOfParts(t *testing.T) {
	for _, test := range []struct {
		parts string
		want  map[string]string
	}{
		{"⟨title⟩Carts in St. Ives. 2nd ed. ", map[string]string{"title": "Carts in St. Ives", "edition": "2nd"}},
		{"⟨title⟩Felt. ⟨container⟩Carts ⟨volume⟩3. ⟨title⟩Felt rims of the north. ", map[string]string{"title": "Felt rims of the north", "container": "Carts", "volume": "3"}},
		{"⟨title⟩Felt rims. ⟨container⟩Carts ⟨volume⟩3. ⟨container⟩Journal of Quiet Carts, ", map[string]string{"container": "Journal of Quiet Carts", "volume": "3"}},
		{"⟨title⟩Felt rims. ⟨publisher⟩Cork, ⟨place⟩Leeds: ⟨publisher⟩Cart Wheel Press, ", map[string]string{"publisher": "Cart Wheel Press", "address": "Leeds"}},
		{"⟨title⟩Felt rims. ⟨container⟩Carts ⟨volume⟩B. ", map[string]string{"container": "Carts", "volume": "B"}},
		{"⟨title⟩Felt rims. ⟨container⟩Carts ⟨volume⟩vol. ", map[string]string{"container": "Carts"}},
		{"⟨title⟩Felt rims. ⟨container⟩Carts ⟨volume⟩3, ⟨issue⟩no. ", map[string]string{"container": "Carts", "volume": "3"}},
		{"⟨title⟩Felt rims. ⟨container⟩German Patent DE ⟨volume⟩1234567, ", map[string]string{"number": "DE 1234567"}},
		{"⟨title⟩Felt rims. ⟨container⟩U.S. Patent no. ⟨volume⟩1,234,567, ", map[string]string{"number": "1,234,567"}},
	} {
		want := map[string]string{"authors": "A Lund", "title": "Felt rims", "year": "2001"}
		maps.Copy(want, test.want)
		checkLabelled(t, "⟨authors⟩Lund A. "+test.parts+"⟨year⟩2001.", want)
	}
	for _, days := range []string{"12, 14", "12-41", "12 - 14"} {
		checkLabelled(t, "⟨authors⟩Lund A. ⟨title⟩Felt rims. ⟨container⟩Carts, ⟨year⟩2001 May "+days+".",
			map[string]string{"authors": "A Lund", "title": "Felt rims", "container": "Carts", "year": "2001", "day": "12"})
	}
	checkLabelled(t, "⟨authors⟩Lund. ⟨title⟩Felt rims. ⟨authors⟩Lund A, Roe B. ⟨container⟩Carts ⟨volume⟩3, ⟨year⟩2001.",
		map[string]string{"authors": "A Lund; B Roe", "title": "Felt rims", "container": "Carts", "volume": "3", "year": "2001"})
	checkLabelled(t, "⟨authors⟩Roe, ⟨title⟩A. B., Pat. No. ⟨volume⟩1,234,567, ⟨year⟩2001.",
		map[string]string{"authors": "A. B. Roe", "number": "1,234,567", "year": "2001"})
}

// TestFamilyNames holds what of a name is its family name, and what a particle before it.
func TestFamilyNames(t *testing.T) {
	for text, want := range map[string][]string{
		"van Berg, A.":        {"van|Berg|A."},
		"van der Berg, A.":    {"van der|Berg|A."},
		"García López, Ana":   {"|García López|Ana"},
		"Lund, Ana Maria":     {"|Lund|Ana Maria"},
		"van Berg, Ana Maria": {"van|Berg|Ana Maria"},
		"Van Berg, A.":        {"|Van Berg|A."},
	} {
		l := NewLine(text)
		list, _ := l.readNames(0, len(l.Tokens))
		var got []string
		for _, n := range list.Names {
			got = append(got, n.Particle+"|"+n.Family+n.Literal+"|"+n.Given)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
		l.Release()
	}
}
