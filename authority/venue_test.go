package authority

import "testing"

func TestCompareVenues(t *testing.T) {
	tests := []struct {
		why, a, b string
		want      agreement
	}{
		{"acronym", "ICML", "Proceedings of the 40th International Conference on Machine Learning", agrees},
		{"acronym and year", "ICML'23", "International Conference on Machine Learning, ICML 2023, 23-29 July 2023, Honolulu, Hawaii, USA", agrees},
		{"old name", "NIPS", "Advances in Neural Information Processing Systems 34: Annual Conference on Neural Information Processing Systems 2021, NeurIPS 2021", agrees},
		{"abbreviated", "Conf. Comput. Vis. Pattern Recognit.", "{IEEE} Conference on Computer Vision and Pattern Recognition, {CVPR} 2021, virtual, June 19-25, 2021", agrees},
		{"abbreviated journal", "J. Mach. Learn. Res.", "Journal of Machine Learning Research", agrees},
		{"a series before it", "Computer Vision - ECCV 2020 - 16th European Conference, Glasgow, UK, Part I", "European Conference on Computer Vision", agrees},
		{"held together", "EAAI", "Thirty-Fifth AAAI Conference on Artificial Intelligence, AAAI 2021, The Eleventh Symposium on Educational Advances in Artificial Intelligence, EAAI 2021", incomparable},
		{"wrong conference", "ICML", "10th International Conference on Learning Representations, ICLR 2022", differs},
		{"wrong conference in full", "The Thirteenth International Conference on Learning Representations", "First Conference on Language Modeling", differs},
		{"invented conference", "Conference on Felt Learning and Wheels", "10th International Conference on Learning Representations, ICLR 2022", differs},
		{"invented conference that shares words", "International Conference on Quiet Machine Learning", "International Conference on Machine Learning, ICML 2021", differs},
		{"two of one publisher", "IEEE/CVF International Conference on Computer Vision, ICCV 2023", "IEEE Conference on Computer Vision and Pattern Recognition, CVPR 2018", differs},
		{"publisher", "Association for Computational Linguistics", "Conference on Empirical Methods in Natural Language Processing", incomparable},
		{"series", "PMLR 139", "International Conference on Machine Learning", incomparable},
		{"series in full", "Lecture Notes in Computer Science, vol. 12345", "European Conference on Computer Vision", incomparable},
		{"workshops of a series", "CEUR Workshop Proceedings", "International Workshop on Felt", incomparable},
		{"repository", "HAL (Le Centre pour la Communication)", "International Conference on Machine Learning", incomparable},
		{"workshop", "ICML Workshop on Felt", "International Conference on Machine Learning, ICML 2021", differs},
		{"findings", "EMNLP", "Findings of the Association for Computational Linguistics: EMNLP 2020", differs},
		{"findings in two ways", "Findings of EMNLP", "Findings of the Association for Computational Linguistics: EMNLP 2020", agrees},
		{"unknown acronym", "FELTCONF", "International Conference on Machine Learning", incomparable},
		{"unknown, but equal", "Journal of Felt Studies", "The Journal of felt studies", agrees},
		{"unknown, abbreviated", "J. Felt Stud.", "Journal of Felt Studies", agrees},
		{"unknown, acronym", "SFSR", "Symposium on Felt, Straw and Rims (SFSR)", agrees},
		{"unknown and others", "Journal of Felt Studies", "Annals of Gravel", differs},
		{"unknown, half of the words", "Felt and Wheel Studies", "Felt Studies Quarterly", incomparable},
		{"none", "", "Journal of Felt Studies", incomparable},
		{"no letters", "2021", "Journal of Felt Studies", incomparable},
	}
	for _, test := range tests {
		a, b := foldVenue(test.a), foldVenue(test.b)
		if got := compareVenues(&a, &b); got != test.want {
			t.Errorf("%s: %q and %q are %d, want %d (%+v %+v)", test.why, test.a, test.b, got, test.want, a, b)
		}
		if got := compareVenues(&b, &a); got != test.want {
			t.Errorf("%s: the other way round %d, want %d", test.why, got, test.want)
		}
	}
}

func FuzzCompareVenues(f *testing.F) {
	f.Add("ICML '21", "Proceedings of the 38th International Conference on Machine Learning")
	f.Add("J. Felt Stud. (JFS): a", "@[/ - ,")
	f.Add("Felt of felt and straw", "Straw of wheels and gravel")
	f.Add("会议", "\xff")
	f.Fuzz(func(t *testing.T, x, y string) {
		a, b := foldVenue(x), foldVenue(y)
		if one, other := compareVenues(&a, &b), compareVenues(&b, &a); one != other {
			t.Errorf("%q and %q are %d, the other way round %d", x, y, one, other)
		}
		if compareVenues(&a, &a) == differs {
			t.Errorf("%q is another venue than itself", x)
		}
	})
}
