package compare

import (
	"strings"
	"testing"

	"github.com/factcite/factcite/citation"
)

func TestCompareVenues(t *testing.T) {
	tests := []struct {
		why, a, b string
		want      Agreement
	}{
		{"acronym", "ICML", "Proceedings of the 40th International Conference on Machine Learning", Agrees},
		{"acronym and year", "ICML'23", "International Conference on Machine Learning, ICML 2023, 23-29 July 2023, Honolulu, Hawaii, USA", Agrees},
		{"old name", "NIPS", "Advances in Neural Information Processing Systems 34: Annual Conference on Neural Information Processing Systems 2021, NeurIPS 2021", Agrees},
		{"abbreviated", "Conf. Comput. Vis. Pattern Recognit.", "{IEEE} Conference on Computer Vision and Pattern Recognition, {CVPR} 2021, virtual, June 19-25, 2021", Agrees},
		{"abbreviated journal", "J. Mach. Learn. Res.", "Journal of Machine Learning Research", Agrees},
		{"a series before it", "Computer Vision - ECCV 2020 - 16th European Conference, Glasgow, UK, Part I", "European Conference on Computer Vision", Agrees},
		{"held together", "EAAI", "Thirty-Fifth AAAI Conference on Artificial Intelligence, AAAI 2021, The Eleventh Symposium on Educational Advances in Artificial Intelligence, EAAI 2021", Agrees},
		{"wrong conference", "ICML", "10th International Conference on Learning Representations, ICLR 2022", Differs},
		{"wrong conference in full", "The Thirteenth International Conference on Learning Representations", "First Conference on Language Modeling", Differs},
		{"invented conference", "Conference on Felt Learning and Wheels", "10th International Conference on Learning Representations, ICLR 2022", Incomparable},
		{"invented conference that shares words", "International Conference on Quiet Machine Learning", "International Conference on Machine Learning, ICML 2021", Incomparable},
		{"two of one publisher", "IEEE/CVF International Conference on Computer Vision, ICCV 2023", "IEEE Conference on Computer Vision and Pattern Recognition, CVPR 2018", Differs},
		{"publisher", "Association for Computational Linguistics", "Conference on Empirical Methods in Natural Language Processing", Incomparable},
		{"series", "PMLR 139", "International Conference on Machine Learning", Incomparable},
		{"series in full", "Lecture Notes in Computer Science, vol. 12345", "European Conference on Computer Vision", Incomparable},
		{"workshops of a series", "CEUR Workshop Proceedings", "International Workshop on Felt", Incomparable},
		{"repository", "HAL (Le Centre pour la Communication)", "International Conference on Machine Learning", Incomparable},
		{"workshop", "ICML Workshop on Felt", "International Conference on Machine Learning, ICML 2021", Differs},
		{"findings", "EMNLP", "Findings of the Association for Computational Linguistics: EMNLP 2020", Differs},
		{"findings in two ways", "Findings of EMNLP", "Findings of the Association for Computational Linguistics: EMNLP 2020", Agrees},
		{"unknown acronym", "FELTCONF", "International Conference on Machine Learning", Incomparable},
		{"unknown, but equal", "Journal of Felt Studies", "The Journal of felt studies", Agrees},
		{"unknown, abbreviated", "J. Felt Stud.", "Journal of Felt Studies", Agrees},
		{"unknown, acronym", "SFSR", "Symposium on Felt, Straw and Rims (SFSR)", Agrees},
		{"unknown and others", "Journal of Felt Studies", "Annals of Gravel", Differs},
		{"unknown journal and a known one", "Nature", "Annals of Gravel", Differs},
		{"unknown journal and a conference", "Journal of Felt Studies", "International Conference on Machine Learning", Differs},
		{"unknown conference that has no word of the known one", "Symposium on Salted Caramel", "International Conference on Machine Learning", Differs},
		{"unknown conference with a word before a hyphen", "Conference on Salt-Inspired Caramel and AI", "Advances in Neural Information Processing Systems 34, NeurIPS 2021", Differs},
		{"unknown journal with a word before a hyphen", "Transactions on Bio-Caramel and Salt", "International Conference on Machine Learning", Differs},
		{"unknown conference with an acronym before a hyphen", "SALT-Felt Conference on Caramel", "International Conference on Machine Learning", Incomparable},
		{"unknown conference by its acronym", "SALT", "International Conference on Machine Learning", Incomparable},
		{"unknown conference, abbreviated", "Symp. Salted Caramel", "International Conference on Machine Learning", Incomparable},
		{"a journal's acronym", "Bulletin of the FAS", "Bulletin of the Felt and Straw Society", Incomparable},
		{"unknown, half of the words", "Felt and Wheel Studies", "Felt Studies Quarterly", Incomparable},
		{"wrong journal", "J. Mach. Learn. Res.", "Nature Machine Intelligence", Differs},
		{"journal of a meeting", "POPL", "Proc. ACM Program. Lang.", Incomparable},
		{"beside another meeting", "ICML Workshop on Felt", "10th International Conference on Learning Representations, ICLR 2022", Incomparable},
		{"track of the meeting", "NeurIPS", "Thirty-Eighth Annual Conference on Neural Information Processing Systems Felt and Straw Track", Incomparable},
		{"something of the meeting", "NeurIPS", "NeurIPS 2020 Felt and Straw Track", Incomparable},
		{"something of the meeting that the table names so", "ICML", "ICML and Gravel Days", Incomparable},
		{"held jointly", "ACL", "Proceedings of the 59th Annual Meeting of the Association for Computational Linguistics and the 11th International Joint Conference on Natural Language Processing", Agrees},
		{"two abbreviations", "J. Felt Phys.", "Journal of Felt Physiology", Incomparable},
		{"publisher of books", "Felt and Sons Publishing", "Journal of Felt Studies", Incomparable},
		{"what a university holds", "FELT-DARE (University of Felt)", "International Conference on Machine Learning", Incomparable},
		{"a meeting at a university, in parentheses elsewhere", "University of Felt Symposium on Salted Caramel (Bergen)", "International Conference on Machine Learning", Differs},
		{"a journal after parentheses of another kind", "Journal of Caramel (Bergen), University", "International Conference on Machine Learning", Differs},
		{"a technical university holds it", "TU Felt (Institute of Technology)", "International Conference on Machine Learning", Incomparable},
		{"address", "http://felt.example.org/felt.pdf", "International Conference on Machine Learning", Incomparable},
		{"no title", "(No Title)", "International Conference on Machine Learning", Incomparable},
		{"none", "", "Journal of Felt Studies", Incomparable},
		{"no letters", "2021", "Journal of Felt Studies", Incomparable},
		{"no letters in either", "2021", "2022", Incomparable},
		{"very long", "Journal of Felt Studies " + strings.Repeat("é", 200), "Journal of Felt Studies " + strings.Repeat("é", 300), Agrees},
	}
	for _, test := range tests {
		a, b := FoldVenue(test.a), FoldVenue(test.b)
		if got := Venues(&a, &b); got != test.want {
			t.Errorf("%s: %q and %q are %d, want %d (%+v %+v)", test.why, test.a, test.b, got, test.want, a, b)
		}
		if got := Venues(&b, &a); got != test.want {
			t.Errorf("%s: the other way round %d, want %d", test.why, got, test.want)
		}
	}
}

// TestKindOfVenue holds what papers in a venue are, by its name alone.
func TestKindOfVenue(t *testing.T) {
	for name, want := range map[string]citation.EntryType{
		"Journal of Felt": citation.Article, "J. Felt": citation.Article, "Felt Letters": citation.Article, "Proceedings of the Journal of Felt": citation.Article, "Journal of the Felt Congress": citation.Article,
		"Felt Conference": citation.InProceedings, "Proc. Felt": citation.InProceedings, "Symposium of the Felt Conference": citation.InProceedings,
		"ICML": citation.InProceedings, "Nature": citation.Article, "Felt": "", "PMLR": "", "": "",
	} {
		if got := FoldVenue(name).Kind; got != want {
			t.Errorf("what is in %q is %q, want %q", name, got, want)
		}
	}
}

func TestNoVenue(t *testing.T) {
	for name, want := range map[string]bool{
		"(No Title)": true, "none": true, "NULL": true, "http://felt.example.org": true, "https://felt.example.org/x": true, "www.felt.example.org": true,
		"Felt": false, "No title of felt": false, "Null and Void": false, "nonesuch": false,
	} {
		if got := FoldVenue(name).Name == ""; got != want {
			t.Errorf("%q is no venue: %t, want %t", name, got, want)
		}
	}
}

// With a DOI that agrees, names that have nothing in common are other venues.
func TestStrangeVenues(t *testing.T) {
	const icml = "International Conference on Machine Learning"
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"Workshop on Salted Caramel", icml, true},
		{"Salted Caramel Days", "Journal of Felt Studies", true},
		{"Caramel", icml, false},                     // too short to tell
		{"Workshop on Machine Caramel", icml, false}, // a word in common
		{"ICML Workshop on Caramel", icml, false},
		{"PMLR", icml, false},
		{"Proceedings of the ACM on Programming Languages", "POPL", false},
		{"ICML", "NeurIPS", true},
		{"SCD", "Salted Caramel Days", false},
		{"", icml, false},
	} {
		a, b := FoldVenue(test.a), FoldVenue(test.b)
		if got := a.IsStrangeTo(&b); got != test.want {
			t.Errorf("%q is strange to %q: %t, want %t", test.a, test.b, got, test.want)
		}
		if got := b.IsStrangeTo(&a); got != test.want {
			t.Errorf("%q is strange to %q: %t, want %t", test.b, test.a, got, test.want)
		}
	}
}

func TestKeys(t *testing.T) {
	for name, want := range map[string]string{
		"ICML 2021": "International Conference on Machine Learning", "Findings of EMNLP 2020": "findings: Conference on Empirical Methods in Natural Language Processing",
		"Journal of Felt Studies 7": "journal of felt studies", "ICML Workshop on Felt": "icml workshop on felt", "2021": "", "(No Title)": "",
	} {
		venue := FoldVenue(name)
		if got := strings.Join(venue.Keys(), "|"); got != want {
			t.Errorf("%q is counted under %q, want %q", name, got, want)
		}
	}
}

func FuzzCompareVenues(f *testing.F) {
	f.Add("ICML '21", "Proceedings of the 38th International Conference on Machine Learning")
	f.Add("J. Felt Stud. (JFS): a", "@[/ - ,")
	f.Add("Felt of felt and straw", "Straw of wheels and gravel")
	f.Add("会议", "\xff")
	f.Fuzz(func(t *testing.T, x, y string) {
		a, b := FoldVenue(x), FoldVenue(y)
		if one, other := Venues(&a, &b), Venues(&b, &a); one != other {
			t.Errorf("%q and %q are %d, the other way round %d", x, y, one, other)
		}
		if Venues(&a, &a) == Differs {
			t.Errorf("%q is another venue than itself", x)
		}
	})
}
