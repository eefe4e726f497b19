package venue

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// The case of a character changes nothing of where words end.
func TestWordsOfAnyCase(t *testing.T) {
	for r := range rune(0x20000) {
		name := "a" + string(r) + "b " + string(r)
		got, want := slices.Collect(Words(name)), slices.Collect(Words(strings.ToLower(name)))
		if !slices.Equal(got, want) {
			t.Errorf("%q has the words %q, want %q", name, got, want)
		}
	}
}

// Every name of the table is found, and every head of one, alone and with more after it.
func TestFindNamesOfTable(t *testing.T) {
	for _, v := range table() {
		for _, name := range v.names {
			for _, container := range []string{name, "The " + strings.ToUpper(name), "Proceedings of the 12th " + name + " (2019)", "(2nd) " + name} {
				if len(appendVenueKey(nil, name)) > 0 && !found(container) {
					t.Errorf("%q is not found", container)
				}
			}
			if head := name + ": Volume 3"; len(name) > 8 && !strings.Contains(name, ":") && !found(head) {
				t.Errorf("%q is not found", head)
			}
		}
	}
}

func found(container string) bool { _, ok := Find(container); return ok }

func TestFindVenue(t *testing.T) {
	for container, want := range map[string]Venue{
		"The Thirteenth International Conference on Learning Representations":                                {Acronym: "ICLR", Name: "International Conference on Learning Representations", Journal: false, ArXiv: true},
		"Proceedings of the 2023 Conference on Empirical Methods in Natural Language Processing":             {Acronym: "EMNLP", Name: "Conference on Empirical Methods in Natural Language Processing", Journal: false, ArXiv: true},
		"Proceedings of the 61st Annual Meeting of the Association for Computational Linguistics":            {Acronym: "ACL", Name: "Annual Meeting of the Association for Computational Linguistics", Journal: false, ArXiv: true},
		"Proceedings of the 61st Annual Meeting of the Association for Computational Linguistics (Volume 1)": {Acronym: "ACL", Name: "Annual Meeting of the Association for Computational Linguistics", Journal: false, ArXiv: true},
		"Advances in neural information processing systems":                                                  {Acronym: "NeurIPS", Name: "Conference on Neural Information Processing Systems", Journal: false, ArXiv: true},
		"Thirty-sixth Conference on Neural Information Processing Systems":                                   {Acronym: "NeurIPS", Name: "Conference on Neural Information Processing Systems", Journal: false, ArXiv: true},
		"NIPS": {Acronym: "NeurIPS", Name: "Conference on Neural Information Processing Systems", Journal: false, ArXiv: true},
		"the Proceedings of the National Academy of Sciences of the United States of America": {Acronym: "PNAS", Name: "Proceedings of the National Academy of Sciences", Journal: true, ArXiv: false},
		"Lancet": {Acronym: "", Name: "The Lancet", Journal: true, ArXiv: false},
		"nature": {Acronym: "", Name: "Nature", Journal: true, ArXiv: false},
	} {
		got, ok := Find(container)
		if !ok {
			t.Errorf("%s is not found", container)
		} else if diff := cmp.Diff(&want, got, cmpopts.IgnoreUnexported(Venue{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", container, diff)
		}
	}
	for _, unknown := range []string{"", "Journal of Rural Transport", "2023", "the", "Naturel", "Proceedings of the"} {
		if got, ok := Find(unknown); ok {
			t.Errorf("%q is taken for %+v", unknown, got)
		}
	}
}

func TestVenueYear(t *testing.T) {
	for _, test := range []struct {
		container, volume string
		want              int
	}{
		{"The Thirteenth International Conference on Learning Representations", "", 2025},
		{"13th ICLR", "", 2025},
		{"42nd ICML", "", 2025},
		{"First Conference on Language Modeling", "", 2024},
		{"Advances in Neural Information Processing Systems", "36", 2023},
		{"Thirty-sixth Conference on Neural Information Processing Systems", "", 2022},
		{"Thirty Sixth Conference on Neural Information Processing Systems", "", 2022},
		{"Twenty-Fourth AAAI Conference on Artificial Intelligence", "", 2010},
		{"Proceedings of the AAAI Conference on Artificial Intelligence", "34", 2020},
		{"Proceedings of the 28th International Conference on Computational Linguistics", "", 2020},
		{"31st International Conference on Computational Linguistics", "", 2025},
		{"28th ACM Symposium on Operating Systems Principles", "", 2021},
		{"Proceedings of the Tenth National Conference on Artificial Intelligence", "", 1992},
		{"Proceedings of the National Academy of Sciences", "121", 2024},
		{"Proceedings of the National Academy of Sciences", "38", 0}, // before its volumes were years
		{"Proceedings of the 14th International Joint Conference on Artificial Intelligence", "", 1995},
		{"3rd USENIX Symposium on Operating Systems Design and Implementation", "", 1999},
		{"Tenth Conference of the European Chapter of the Association for Computational Linguistics", "", 2003},
		{"Advances in Neural Information Processing Systems", "7", 0}, // printed the year after
		{"Advances in Neural Information Processing Systems", "22", 2009},
		{"9th USENIX Symposium on Operating Systems Design and Implementation", "", 2010},
		{"99th Annual Meeting of the Association for Computational Linguistics", "", 0},
		{"International Conference on Learning Representations", "", 0},
		{"Nature", "521", 0},
		{"Third Conference on Roads", "", 0},
	} {
		got, from, ok := yearOfVenue(test.container, test.volume)
		if got != test.want || ok != (test.want > 0) || ok != (from != "") {
			t.Errorf("%s, volume %q: got %d %q %t, want %d", test.container, test.volume, got, from, ok, test.want)
		}
	}
}

// The reason that is given for a year is what fixed it.
func TestReasonsOfYears(t *testing.T) {
	for want, c := range map[string][2]string{
		"the venue's ordinal": {"13th ICLR", "7"},
		"the volume of Proceedings of the National Academy of Sciences": {"Proceedings of the National Academy of Sciences", "121"},
		"": {"Nature", "521"},
	} {
		if _, from, _ := yearOfVenue(c[0], c[1]); from != want {
			t.Errorf("%q: %q, want %q", c, from, want)
		}
	}
}

// TestVenueTable holds the table's form: every line has a name and says what
// papers in the venue are, and no name stands for two venues.
func TestVenueTable(t *testing.T) {
	seen := map[string]string{}
	lines := 0
	for line := range strings.Lines(venueTable) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		lines++
		cells := strings.Split(line, "\t")
		if len(cells) != 7 && len(cells) != 8 {
			t.Errorf("%d cells, want 7 or 8: %s", len(cells), line)
			continue
		}
		if cells[1] != "proceedings" && cells[1] != "journal" || cells[2] != "arxiv" && cells[2] != "-" || cells[5] == "-" {
			t.Errorf("malformed: %s", line)
		}
		v := parseVenue(line)
		for _, name := range v.holds {
			if held, ok := Find(name); !ok || !held.isNamed(name) {
				t.Errorf("%q, which appears in it, is no venue of the table: %s", name, line)
			}
		}
		for _, name := range v.names {
			key := string(appendVenueKey(nil, name))
			if other, ok := seen[key]; ok && key != "" && other != v.Name {
				t.Errorf("%q is %q and %q", name, other, v.Name)
			}
			seen[key] = v.Name
		}
		for _, numbering := range []numbering{v.meetings, v.volumes} {
			if numbering.anchor != 0 && (numbering.anchor < 1900 || numbering.period < 1) {
				t.Errorf("numbering %+v: %s", numbering, line)
			}
		}
	}
	if lines < 150 {
		t.Errorf("%d venues, want at least 150", lines)
	}
}

// A year is told with what it is known by.
func TestVenueYearIsKnownBy(t *testing.T) {
	for _, test := range [][3]string{
		{"Advances in Neural Information Processing Systems", "36", "the volume of Conference on Neural Information Processing Systems"},
		{"13th ICLR", "9", "the venue's ordinal"}, {"13th ICLR", "x", "the venue's ordinal"}, {"ICLR", "", ""},
	} {
		if _, from, _ := yearOfVenue(test[0], test[1]); from != test[2] {
			t.Errorf("the year of %s, volume %q, is known by %q, want %q", test[0], test[1], from, test[2])
		}
	}
}

func yearOfVenue(container, volume string) (year int, from string, ok bool) {
	v, found := Find(container)
	if !found {
		return 0, "", false
	}
	return v.Year(container, volume)
}

// Every rhythm has its bounds, and holds the meeting that it is told by.
func TestRhythmsAreBounded(t *testing.T) {
	for _, v := range table() {
		for _, n := range []numbering{v.meetings, v.volumes} {
			if n.anchor != 0 && !(1 <= n.first && n.first <= n.ordinal && n.ordinal <= n.last && n.last < n.ordinal+40) {
				t.Errorf("%s: the rhythm from %d to %d does not hold %d", v.Name, n.first, n.last, n.ordinal)
			}
		}
	}
}
