package prose

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation/internal/markup"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
)

// TestCases holds which cases in court are found, and what is said of them.
func TestCases(t *testing.T) {
	type court struct{ Title, Volume, Reporter, Page, Court, Year string }
	for text, want := range map[string][]court{
		"In Roe v. Harbor Board, 410 U.S. 113 (1973), the court held so.":              {{"Roe v. Harbor Board", "410", "U.S.", "113", "", "1973"}},
		"Lind Carts, Inc. v. City of Cork, 12 F.2d 33, 35 (2d Cir. 1930), is old.":     {{"Lind Carts, Inc. v. City of Cork", "12", "F.2d", "33", "2d Cir.", "1930"}},
		"See *Simon v. Republic of Hungary*, 812 F.3d 127, 135–36 (D.C. Cir. 2016).":   {{"Simon v. Republic of Hungary", "812", "F.3d", "127", "D.C. Cir.", "2016"}},
		"Cork v. Leeds, 3 to 2 (2019), was a match, and Cork v. Leeds, 410 (1973) is.": nil,
		"Section 3 v. 4, 5 Eds 6 (2010).":                                              nil,
	} {
		s := phrase.NewMarkedText(markup.Read(text))
		_, named := ReadWorks(s)
		var got []court
		for _, n := range named {
			if n.Kind == ref.CourtCase {
				got = append(got, court{n.Work.Title, n.Work.Volume, n.Work.Container, n.Work.Pages, n.Work.Institution, n.Work.Year})
			}
		}
		s.Release()
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
}
