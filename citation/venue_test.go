package citation

import (
	"strings"
	"testing"
)

func TestLookupVenue(t *testing.T) {
	for container, want := range map[string]Venue{
		"The Thirteenth International Conference on Learning Representations":                                {"ICLR", "International Conference on Learning Representations", InProceedings, true},
		"Proceedings of the 2023 Conference on Empirical Methods in Natural Language Processing":             {"EMNLP", "Conference on Empirical Methods in Natural Language Processing", InProceedings, true},
		"Proceedings of the 61st Annual Meeting of the Association for Computational Linguistics":            {"ACL", "Annual Meeting of the Association for Computational Linguistics", InProceedings, true},
		"Proceedings of the 61st Annual Meeting of the Association for Computational Linguistics (Volume 1)": {"ACL", "Annual Meeting of the Association for Computational Linguistics", InProceedings, true},
		"Advances in neural information processing systems":                                                  {"NeurIPS", "Conference on Neural Information Processing Systems", InProceedings, true},
		"Thirty-sixth Conference on Neural Information Processing Systems":                                   {"NeurIPS", "Conference on Neural Information Processing Systems", InProceedings, true},
		"NIPS": {"NeurIPS", "Conference on Neural Information Processing Systems", InProceedings, true},
		"the Proceedings of the National Academy of Sciences of the United States of America": {"PNAS", "Proceedings of the National Academy of Sciences", Article, false},
		"Lancet": {"", "The Lancet", Article, false},
		"nature": {"", "Nature", Article, false},
	} {
		if got, ok := LookupVenue(container); !ok || got != want {
			t.Errorf("%s: got %+v, %t, want %+v", container, got, ok, want)
		}
	}
	for _, unknown := range []string{"", "Journal of Rural Transport", "2023", "the", "Naturel", "Proceedings of the"} {
		if got, ok := LookupVenue(unknown); ok {
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
		{"International Conference on Learning Representations", "", 0},
		{"Nature", "521", 0},
		{"Third Conference on Roads", "", 0},
	} {
		got, from, ok := VenueYear(test.container, test.volume)
		if got != test.want || ok != (test.want > 0) || ok != (from != "") {
			t.Errorf("%s, volume %q: got %d %q %t, want %d", test.container, test.volume, got, from, ok, test.want)
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
		if len(cells) != 7 {
			t.Errorf("%d cells, want 7: %s", len(cells), line)
			continue
		}
		if cells[1] != "proceedings" && cells[1] != "journal" || cells[2] != "arxiv" && cells[2] != "-" || cells[5] == "-" {
			t.Errorf("malformed: %s", line)
		}
		v, names := parseVenue(line)
		for _, name := range names {
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
