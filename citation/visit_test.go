package citation

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestDatesOfAccess holds that a line of a list says when its address was looked up, and
// that this day is neither the year of the work nor another of its dates.
func TestDatesOfAccess(t *testing.T) {
	for content, want := range map[string]string{
		"Roe, A. (2018). Felt rims. Retrieved May 3, 2019, from https://example.org/a":                                   "May 3, 2019",
		"Roe, A. (2018). Felt rims. https://example.org/a [Accessed 2019-05-03].":                                        "2019-05-03",
		"[1] A. Roe, \"Felt rims for carts,\" 2018. [Online]. Available: https://example.org/a. [Accessed: 3-May-2019].": "3-May-2019",
		"Roe, A., 2018. Felt rims. [online] Cart Press. Available at: <https://example.org/a> [Accessed 3 May 2019].":    "3 May 2019",
		"Roe, Ann (2018): Felt Rims. URL: https://example.org/a (letzter Zugriff am 2.6.2019).":                          "2.6.2019",
		"Roe, Ann (2018): Felt Rims. https://example.org/a, abgerufen am 12. Juni 2019.":                                 "12. Juni 2019",
		"Roe, Ann (2018). Felt rims. https://example.org/a (consulté le 3 mai 2019).":                                    "3 mai 2019",
		"Roe, Ann (2018). Felt rims. https://example.org/a [consulta: 3 de mayo de 2019]":                                "3 de mayo de 2019",
		"Roe A. Felt rims. Cart Lett. 2018;3(2):14-9. Epub 2017 Mar 8.":                                                  "",
	} {
		e := Parse(content)
		if len(e.References) != 1 {
			t.Errorf("%s: %d references", content, len(e.References))
			continue
		}
		r := e.References[0]
		if diff := cmp.Diff([]string{want, "2018"}, []string{r.URLDate, r.Year}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", content, diff)
		}
		checkExtraction(t, content)
	}
}

// TestEmphasisedNames holds that lists of publications whose authors emphasise their own
// name have the same authors and title as without.
func TestEmphasisedNames(t *testing.T) {
	for _, content := range []string{
		"**E. Vogler**, T. Asante, and M. Ruiz. Repellency of peat after fire. *Peat Journal*, 22(1):1–9, 2023.",
		"T. Asante, <strong>E. Vogler</strong>, and M. Ruiz. Repellency of peat after fire. <em>Peat Journal</em>, 22(1):1–9, 2023.",
		"**Vogler, E.**, Asante, T. (2023). Repellency of peat after fire. *Peat Journal*, 22(1), 1–9.",
		"Asante, T., *Vogler, E. J.*, Ruiz, M. (2023). Repellency of peat after fire. *Peat Journal*, 22(1), 1–9.",
	} {
		e := Parse(content)
		if len(e.References) != 1 || e.References[0].Title != "Repellency of peat after fire" || len(e.References[0].Authors) < 2 {
			t.Errorf("%s: %+v", content, e.References)
		}
	}
}
