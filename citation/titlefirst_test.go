package citation

import "testing"

func TestTitlesBeforeAuthors(t *testing.T) {
	for _, c := range []struct{ line, title, authors, container, year string }{
		{"Felt Rims at Work. A. Roe, B. Lind. QUIETX 2010.", "Felt Rims at Work", "A. Roe, B. Lind", "QUIETX", "2010"},
		{"Felt: Automating Rims from Oak. A. Roe. QUIETX 2011, pp. 52–58.", "Felt: Automating Rims from Oak", "A. Roe", "QUIETX", "2011"},
		{"<a href=\"https://felt.example/1\">Felt Rims at Work</a>. A. Roe, B. Lind. QUIETX 2010.", "Felt Rims at Work", "A. Roe, B. Lind", "QUIETX", "2010"},
		{"Roe, A., Lind, B. A. Felt Rims on Oak. Journal of Quiet 12, 45–61 (2010).", "Felt Rims on Oak", "Roe, A., Lind, B. A.", "Journal of Quiet", "2010"},
	} {
		e := Parse(c.line)
		if len(e.References) != 1 {
			t.Errorf("%q: %+v", c.line, e.References)
			continue
		}
		r := &e.References[0]
		if got := statedIn(c.line, r); r.Title != c.title || got["authors"] != c.authors || r.Container != c.container || r.Year != c.year {
			t.Errorf("%q: %v", c.line, got)
		}
	}
}

// TestVolumesInTitles holds that a title goes on over the volume and its title, and that
// none begins with a volume.
func TestVolumesInTitles(t *testing.T) {
	for line, title := range map[string]string{
		"Ito, M., The Art of Wagons, Vol. 1: Fundamental Wheels, 3rd ed. Harbour Press, 1997.": "The Art of Wagons, Vol. 1: Fundamental Wheels",
		"Ito, M. Die Kunst der Wagen, Bd. 2: Die Achsen. Harbour Press, 1997.":                 "Die Kunst der Wagen, Bd. 2: Die Achsen",
	} {
		if e := Parse(line); len(e.References) != 1 || e.References[0].Title != title {
			t.Errorf("%q: %+v", line, e.References)
		}
	}
}
