package citation

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSeveralOfOneStyle holds that references on lines, and after semicolons, are told apart
// where the grammar does not read each of them, and that names of one list are not.
func TestSeveralOfOneStyle(t *testing.T) {
	for content, want := range map[string][]string{
		"Lund, A.H.C., Roe, B., 2005. Quiet rims in winter, in: Congress on Carts. pp. 42–55; Falk, I., 2007. The hub and its makers, 1843–1886. Adv. Wheel. 92, L79–L93; Moss, T., 2014. Straps: what we know so far. Elbow Press, Cork.":   {"Quiet rims in winter", "The hub and its makers, 1843–1886", "Straps: what we know so far"},
		"Lund, A.H.C., Roe, B., 2005. Quiet rims in winter, in: Congress on Carts. pp. 42–55.\nFalk, I., 2007. The hub and its makers, 1843–1886. Adv. Wheel. 92, L79–L93.\nMoss, T., 2014. Straps: what we know so far. Elbow Press, Cork.": {"Quiet rims in winter", "The hub and its makers, 1843–1886", "Straps: what we know so far"},
		"Lund A, Roe B (2020) Quiet rims. In: Congress on Carts. pp 936–940; Moss T, Falk I, et al (2021) Model selection for hubs. In: The 24th Conference on Carts. pp 307–315":                                                            {"Quiet rims", "Model selection for hubs"},
		"Lund, A.; Roe, B.; Falk, I. Quiet Rims and Their Use. J. Cart. Soc. 2019, 3 (2), 1-9.":                                                                                                                                              {"Quiet Rims and Their Use"},
		"Lund, A.; Roe, B. In Rims of 2003; Holm, E., Moss, T., Eds.; Elbow Press, 2004; pp 63–66.":                                                                                                                                          nil,
	} {
		e := Parse(content)
		var got []string
		for i := range e.References {
			got = append(got, e.References[i].Title)
		}
		if want == nil { // an edited book is one work, whatever it is called
			if len(got) > 1 {
				t.Errorf("%s: %q", content, got)
			}
			continue
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", strings.ReplaceAll(content, "\n", " / "), diff)
		}
	}
}
