package venue

import (
	"strings"
	"testing"
)

// reading puts a reading into words: the venues, and after a stroke what else the
// name says.
func reading(name string) string {
	r := Read(name)
	var names []string
	for _, v := range r.Venues {
		if v.Acronym != "" {
			names = append(names, v.Acronym)
		} else {
			names = append(names, v.Name)
		}
	}
	s := strings.Join(names, "+")
	if len(names) > 0 && !r.Whole {
		s += "/beside"
	}
	if r.Workshop {
		s += "/workshop"
	}
	if r.Findings {
		s += "/findings"
	}
	return s
}

func TestRead(t *testing.T) {
	for name, want := range map[string]string{
		// The meeting, in all its forms.
		"ICML":     "ICML",
		"ICML '21": "ICML", "ICML2021": "ICML", "ICML 2021 Oral": "ICML",
		"Proc. 38th Int. Conf. Mach. Learn.": "ICML",
		"Proceedings of the Thirty-Eighth International Conference on Machine Learning, ICML 2021, 18-24 July 2021, Virtual Event":                     "ICML",
		"Advances in Neural Information Processing Systems 34: Annual Conference on Neural Information Processing Systems 2021, NeurIPS 2021, virtual": "NeurIPS",
		"IEEE/CVF Conference on Computer Vision and Pattern Recognition, CVPR 2021, virtual, June 19-25, 2021":                                         "CVPR",
		"2021 IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR)":                                                                   "CVPR",
		"Computer Vision - ECCV 2020 - 16th European Conference, Glasgow, UK, August 23-28, 2020, Proceedings, Part I":                                 "ECCV",
		"Thirty-Fifth AAAI Conference on Artificial Intelligence, AAAI 2021, The Eleventh Symposium on Felt, SFELT 2021, Virtual Event":                "AAAI",
		"ICASSP 2020 - 2020 IEEE International Conference on Acoustics, Speech and Signal Processing (ICASSP)":                                         "ICASSP",
		"Interspeech 2017, 18th Annual Conference of the International Speech Communication Association, Stockholm, Sweden":                            "Interspeech",
		"ACM Conference on Fairness, Accountability, and Transparency":                                                                                 "FAccT",
		"Proceedings of the 59th Annual Meeting of the Association for Computational Linguistics (Volume 1: Long Papers)":                              "ACL",
		"Proceedings of the 24th ACM SIGKDD International Conference on Knowledge Discovery & Data Mining, KDD 2018, London":                           "KDD",
		"Conference of the North American Chapter of the Association for Computational Linguistics: Human Language Technologies, Volume 1":             "NAACL+HLT",
		"Computer Vision – ECCV 2022":                                              "ECCV",
		"Medical Image Computing and Computer Assisted Intervention – MICCAI 2021": "MICCAI",
		"Robotics: Science and Systems XVIII":                                      "RSS",
		"SIAM International Conference on Data Mining":                             "SDM",
		"2010 IEEE International Conference on Data Mining, Sydney":                "ICDM",
		"USENIX Security":                     "USENIX Security",
		"Proceedings of the Machine Learning": "ICML",
		"Proceedings of the Seventeenth International Conference on Machine Learning {(ICML} 2000), Stanford University, Stanford, CA, USA": "ICML",
		// Held jointly.
		"SIGMOD/PODS '19": "SIGMOD+PODS", "AAAI/IAAI 2007": "AAAI+IAAI", "ACM SIGMOD Conference 2019": "SIGMOD",
		"Proceedings of the ... ACM International Conference on Multimedia, with co-located Symposium & Workshops. ACM International Conference on Multimedia": "MM",
		"Workshop on Felt, with CVPR 2021": "CVPR/beside/workshop",
		"Proceedings of the 59th Annual Meeting of the Association for Computational Linguistics and the 11th International Joint Conference on Natural Language Processing": "ACL+IJCNLP",
		"ACL/IJCNLP":          "ACL+IJCNLP",
		"COLING-ACL '06":      "COLING+ACL",
		"ICML Research Track": "ICML", "KDD, ICML": "KDD+ICML", "ICML and Felt Conference": "ICML/beside", "with ICML": "ICML", "ICML with Felt": "ICML/beside",
		"Conference on Fairness, Accountability, and Transparency, Oslo": "FAccT",
		"IEEE Symposium on Machine Learning (ICML)":                      "ICML/beside", "Symposium on Theory of Computing": "STOC",
		"ACL Findings": "ACL/findings", "ICML wksp": "ICML/beside/workshop", "ICML " + strings.Repeat("(", maxVenue): "ICML", strings.Repeat("y", maxVenue-4) + " ICML": "", strings.Repeat("y", maxVenue-5) + " ICML": "ICML/beside",
		// Journals, by the words of their titles.
		"J. Mach. Learn. Res.": "JMLR", "Mach. Learn.": "Machine Learning", "Trans. Mach. Learn. Res.": "TMLR",
		"Proc. Natl. Acad. Sci. U.S.A.":          "PNAS",
		"IEEE Trans. Pattern Anal. Mach. Intell": "TPAMI",
		"J R Stat Soc B":                         "Journal of the Royal Statistical Society: Series B",
		"Z. Phys.":                               "Zeitschrift für Physik",
		// Beside the meeting.
		"ICML Workshop on Felt": "ICML/beside/workshop",
		"Felt at ICML":          "ICML/beside",
		"FeltAI@ICML":           "ICML/beside",
		"ICML (submitted)":      "ICML/beside",
		"In submission to the International Conference on Machine Learning":           "",
		"Under review at ICML 2023":                                                   "ICML/beside",
		"CHI Conference on Human Factors in Computing Systems, Extended Abstracts":    "CHI/beside",
		"Companion of the 2018 ACM Conference on Computer-Supported Cooperative Work": "",
		"CVPR Felt Challenge":                                                   "CVPR/beside",
		"ACL 2023, Volume 3: System Demonstrations":                             "ACL/beside",
		"EMNLP 2023: Industry Track":                                            "EMNLP/beside",
		"NeurIPS Felt and Straw Track":                                          "NeurIPS/beside",
		"Findings of the Association for Computational Linguistics: EMNLP 2020": "Findings of the Association for Computational Linguistics+EMNLP/findings",
		"Proceedings of the AAAI Symposium Series":                              "AAAI/beside",
		"alt.chi": "",
		// Other meetings that begin or end alike.
		"International Conference on Computer Vision, Felt and Deep Learning":   "ICCV/beside",
		"International Conference on Machine Learning, Straw, and Data Science": "ICML/beside",
		"International Conference on Quiet Machine Learning":                    "",
		"International Conference on Machine Learning and Carts":                "",
		"AAAI Conference on Felt and Straw":                                     "AAAI/beside",
		"AAAI/ACM Conference on AI, Ethics, and Society":                        "AIES",
		"IEEE/CVF Winter Conference on Applications of Computer Vision":         "WACV",
		"Journal of Felt Studies":                                               "", "": "", "2021": "", "the": "",
	} {
		if got := reading(name); got != want {
			t.Errorf("%q is read as %q, want %q", name, got, want)
		}
	}
}

func TestAbbreviateWord(t *testing.T) {
	for word, want := range map[string]string{
		"journal": "j", "proceedings": "proc", "physics": "phys", "physiology": "physiol", "medicine": "med", "medical": "med",
		"statistical": "stat", "national": "natl", "phys": "phys", "learning": "learn", "felt": "felt", "": "",
		"community": "community", "communications": "commun",
	} {
		if got := AbbreviateWord(word); got != want {
			t.Errorf("AbbreviateWord(%q) = %q, want %q", word, got, want)
		}
	}
}

// The bound on beginnings is that of the table, all of which are found by a word with more.
func TestBeginningsOfWords(t *testing.T) {
	shortest := 99
	for beginning, want := range titleWordsOnce().begins {
		shortest = min(shortest, len(beginning))
		if got := AbbreviateWord(beginning + "zzz"); got != want {
			t.Errorf("AbbreviateWord(%q) = %q, want %q", beginning+"zzz", got, want)
		}
	}
	if shortest != shortestBeginning {
		t.Errorf("the shortest beginning has %d letters", shortest)
	}
}

func TestMayHold(t *testing.T) {
	for names, want := range map[[2]string]bool{
		{"POPL", "Proceedings of the ACM on Programming Languages"}: true, {"ICML", "Proceedings of the ACM on Programming Languages"}: false,
		{"SIGGRAPH Asia", "ACM Transactions on Graphics"}: true, {"Nature", "Science"}: false,
	} {
		a, b := Read(names[0]).Venues, Read(names[1]).Venues
		if len(a) != 1 || len(b) != 1 {
			t.Fatalf("%v, %v", a, b)
		}
		if got, other := a[0].MayHold(b[0]), b[0].MayHold(a[0]); got != want || other != want {
			t.Errorf("%v: %t and %t, want %t", names, got, other, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("COLING-ACL '06 (a: b) @ and , - and [")
	f.Add("\xff ・ 会议 and and")
	f.Fuzz(func(t *testing.T, name string) {
		if r := Read(name); r.Whole && len(r.Venues) == 0 {
			t.Errorf("%q means the whole of nothing", name)
		}
	})
}
