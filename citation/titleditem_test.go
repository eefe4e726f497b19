package citation

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestItemsOfLists holds how items of answers of chats, of reading lists and of reviews are
// read, whose title comes first.
func TestItemsOfLists(t *testing.T) {
	for line, want := range map[string]string{
		"Handbook of Felt Rims, ed. Lee & Park, Harbour Press 2010 -- ch 6 only":                                              "book; title Handbook of Felt Rims; publisher Harbour Press; year 2010; editors Lee and Park",
		"**Felt at Work**, edited by Ann van der Berg (Cork: Harbour Press, 2012).":                                           "book; title Felt at Work; publisher Harbour Press; address Cork; year 2012; editors Ann van der Berg",
		`"Felt Rims", Ann Lee and Bo Park, *QCM Transactions on Carts*, 2017. [doi.org/10.5555/7](https://doi.org/10.5555/7)`: "article; title Felt Rims; authors Ann Lee and Bo Park; container QCM Transactions on Carts; year 2017; doi 10.5555/7",
		"**Felt Rims at Work** – *Ann Lee* (2008, Harbour Press). A lively story; start here.":                                "book; title Felt Rims at Work; authors Ann Lee; publisher Harbour Press; year 2008",
		"**Felt Rims** (2nd ed.) – Ann Lee. Harbour Press, 2017.":                                                             "book; title Felt Rims; authors Ann Lee; publisher Harbour Press; edition 2nd; year 2017",
		"*Felt Rims at Work* — Ann Lee & Bo Park (Harbour Press, 2013). Dry but sound.":                                       "book; title Felt Rims at Work; authors Ann Lee and Bo Park; publisher Harbour Press; year 2013",
		`"Felt Rims at Work", Ann Lee and Bo Park, *Cart Affairs*, 2017. https://doi.org/10.5555/7`:                           "article; title Felt Rims at Work; authors Ann Lee and Bo Park; container Cart Affairs; year 2017; doi 10.5555/7",
		"“Felt Rims (Almost)”, Ann Lee, Bo Park. In *Proceedings of QuietCart 2021*, pages 130–137.":                          "inproceedings; title Felt Rims (Almost); authors Ann Lee and Bo Park; container Proceedings of QuietCart 2021; year 2021; pages 130–137",
		"The Invention of Rims. By Ann Lee. Cork: Harbour Press, 2019. Pp. xii, 340. $35.00.":                                 "book; title The Invention of Rims; authors Ann Lee; publisher Harbour Press; address Cork; year 2019",
		`"Rims Found in Lake". Dagbladet Nord. 4 August 2003.`:                                                                "",
		`"Felt Rims at Work", Ann Lee and Bo Park, QCM Transactions on Carts, 2017.`:                                          "article; title Felt Rims at Work; authors Ann Lee and Bo Park; container QCM Transactions on Carts; year 2017",
		"*Rims for the Impatient*, Ann Lee, Morgan Kaufmann, 2012.":                                                           "book; title Rims for the Impatient; authors Ann Lee; publisher Morgan Kaufmann; year 2012",
		`"Rims as rational neglect" Ann Lee, Cart Science 118 (2019) 77-86`:                                                   "article; title Rims as rational neglect; authors Ann Lee; container Cart Science; year 2019; volume 118; pages 77-86",
		"**Ann Lee's *The Felt Rim*** (Harbour University Press, 2017)":                                                       "book; title The Felt Rim; authors Ann Lee; publisher Harbour University Press; year 2017",
	} {
		e := Parse(line)
		got := ""
		if len(e.References) == 1 {
			got = inShort(&e.References[0])
		}
		if diff := cmp.Diff(want, got); want != "" && diff != "" {
			t.Errorf("%s (-want +got):\n%s", line, diff)
		}
		if want == "" && got != "" && len(e.References[0].Authors) > 0 {
			t.Errorf("%s: %s", line, got)
		}
	}
}

// TestRemarksAfterReferences holds that what is said of a work after a dash is none of it,
// unless it says where the work is.
func TestRemarksAfterReferences(t *testing.T) {
	want := "article; title Felt rims at work; authors A. Lee and B. Park; container Journal of Quiet Carts; year 2014; volume 55; number 4; pages 512–519"
	for _, line := range []string{
		`**Lee, A. & Park, B. (2014).** "Felt rims at work." *Journal of Quiet Carts*, 55(4), 512–519. — The best of them. They compare two towns.`,
		`Lee, A. & Park, B. (2014). Felt rims at work. Journal of Quiet Carts, 55(4), 512–519. -- only read sect. 3`,
		`Lee, A. & Park, B. Felt rims at work // Journal of Quiet Carts. — 2014. — Vol. 55, no. 4. — P. 512–519.`,
	} {
		if e := Parse(line); len(e.References) != 1 || inShort(&e.References[0]) != want {
			t.Errorf("%s: %+v", line, e.References)
		}
	}
}

// TestChaptersOfTheBookBefore holds that a chapter which is named right after an edited book
// is in it.
func TestChaptersOfTheBookBefore(t *testing.T) {
	e := Parse(`**Felt at Work**, edited by Karel Lind (Cork: Harbour Press, 2012). See in particular the chapter "Oak and Credit" by Ulla Lee, pp. 77–104.`)
	if len(e.References) != 2 {
		t.Fatalf("%d works are read: %+v", len(e.References), e.References)
	}
	want := "incollection; title Oak and Credit; authors Ulla Lee; container Felt at Work; publisher Harbour Press; address Cork; year 2012; editors Karel Lind; pages 77–104"
	if diff := cmp.Diff(want, inShort(&e.References[1])); diff != "" {
		t.Error(diff)
	}
}

// TestReferencesInParentheses holds that a line of a list which is whole in the parentheses
// of a sentence is read, and what only cites in parentheses is not.
func TestReferencesInParentheses(t *testing.T) {
	for sentence, want := range map[string]string{
		"The board took note of it (Lee, A. and Park, B., 2017. Use of the felt rim. Quiet Journal 15(1), 46-58).":                   "article; title Use of the felt rim; authors A. Lee and B. Park; container Quiet Journal; year 2017; volume 15; number 1; pages 46-58",
		"The board took note of it (Cart Safety Committee, 2017. Update: use of the felt rim. Quiet Journal 2017;15(1):46, 41 pp.).": "article; title Update: use of the felt rim; authors Cart Safety Committee; container Quiet Journal; year 2017; volume 15; number 1; pages 46",
		"The board took note of it (Lee and Park, 2017; the Committee of the Carts of Cork, 2018. See also the minutes of the day).": "",
	} {
		got := ""
		if e := Parse(sentence); len(e.References) == 1 {
			got = inShort(&e.References[0])
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", sentence, diff)
		}
	}
}

// TestWhatIsNoWorkInLists holds that lines at the head of a text, and what was on the air,
// are no works.
func TestWhatIsNoWorkInLists(t *testing.T) {
	for _, line := range []string{"Seminar: Arbeit und Felge (SoSe 2016)", "Course: The Quiet Cart (Spring 2018)", `Radio interview, "The felt under us", Cork 2, 3 June 2022 (12 min).`} {
		if e := Parse(line); len(e.References) > 0 {
			t.Errorf("%s: %s", line, inShort(&e.References[0]))
		}
	}
}

// TestPartsOfReferences holds parts that few references have: what is said of an edition,
// the version in a title, a translation of it, the series of a book and of a report.
func TestPartsOfReferences(t *testing.T) {
	for line, want := range map[string]string{
		"Lund, Pia (2011): Felgen im Revier. Eine Geschichte. 2. Aufl. Essen: Zechenverlag.":                                                         "book; title Felgen im Revier. Eine Geschichte; authors Pia Lund; publisher Zechenverlag; address Essen; edition 2; year 2011",
		"Lund, Pia (2011): Felgen im Revier. Eine Geschichte. 2., überarb. Aufl. Essen: Zechenverlag.":                                               "book; title Felgen im Revier. Eine Geschichte; authors Pia Lund; publisher Zechenverlag; address Essen; edition 2., überarb.; year 2011",
		"Lund, Pia (2009): Achsen. Zur Kritik der Felge. Dissertation, Universität Marbach.":                                                         "phdthesis; title Achsen. Zur Kritik der Felge; authors Pia Lund; institution Universität Marbach; year 2009",
		"J. Lund. Felt rims, again. In Handbook of Discrete Carts, chapter 9, pages 301–340. Elbow Press, New York, 2nd edition, 1997.":              "incollection; title Felt rims, again; authors J. Lund; container Handbook of Discrete Carts; publisher Elbow Press; address New York; edition 2nd; year 1997; pages 301–340",
		"Lund, P. (2016). The felt designer's cookbook. Helix House.":                                                                                "book; title The felt designer's cookbook; authors P. Lund; publisher Helix House; year 2016",
		"Lund, Pia, and Bo Falk, eds. Carts: Classic and New Readings. Hackford, 2006.":                                                              "book; title Carts: Classic and New Readings; publisher Hackford; year 2006; editors Pia Lund and Bo Falk",
		"Lund, Pia (1987). Felger i Halland [Rims of Halland] (in Norwegian). Oslo: Fjellforlaget. ISBN 82-555-0123-4.":                              "book; title Felger i Halland; authors Pia Lund; publisher Fjellforlaget; address Oslo; year 1987; isbn 82-555-0123-4",
		"Lund, P., \"Key words for use in carts\", BCN 14, RFN 2119, March 1997.":                                                                    "techreport; title Key words for use in carts; authors P. Lund; series BCN 14; year 1997; number 2119; genre RFN",
		"Lund, P. and B. Falk, Ed., \"Principles for Carts\", RFN 2914, DOI 10.5555/RFN2914, September 2000.":                                        "techreport; title Principles for Carts; authors P. Lund and B. Falk; year 2000; number 2914; doi 10.5555/RFN2914; genre RFN",
		"Lund, P. (1931), \"On a class of rims\", Proceedings of the Cork Cart Society, Series 2, 33: 231–246.":                                      "article; title On a class of rims; authors P. Lund; container Proceedings of the Cork Cart Society; series 2; year 1931; volume 33; pages 231–246",
		"Lund, Pia; Falk, Bo (2005), Transforms in Carts, Graduate Texts in Felt, vol. 211 (2nd ed.), Berlin: Harbour Press, ISBN 978-3-540-55501-2": "book; title Transforms in Carts; authors Pia Lund and Bo Falk; publisher Harbour Press; series Graduate Texts in Felt; address Berlin; edition 2nd; year 2005; volume 211; isbn 978-3-540-55501-2",
		"P. Lund and B. Falk, Carts in Felt, 2nd ed., Quiet Society Lecture Note Series, 24, Harbour Press, Cork, 1997.":                             "book; title Carts in Felt; authors P. Lund and B. Falk; publisher Harbour Press; series Quiet Society Lecture Note Series; address Cork; edition 2nd; year 1997; volume 24",
		"Lund, P. (2001). Carts in Felt. Harbour Series in Statistics. Cork: Harbour.":                                                               "book; title Carts in Felt; authors P. Lund; publisher Harbour; series Harbour Series in Statistics; address Cork; year 2001",
		"Pia de Lund, \"Widows at the Rim\", Journal of the Quiet Society, n.s. 15 (2010), 5-38.":                                                    "article; title Widows at the Rim; authors Pia de Lund; container Journal of the Quiet Society; series n.s.; year 2010; volume 15; pages 5-38",
		"Lund, P. E. \"Cutters of Cork.\" Cart Quarterly, 4th series, vol. 17, no. 2 (Sept. 1936), pp. 190-207.":                                     "article; title Cutters of Cork; authors P. E. Lund; container Cart Quarterly; series 4th series; year 1936; volume 17; number 2; pages 190-207",
		"P. Lund, \"Felt: A Log\", TR-2011-07, Computer Science Dept., Quiet Univ., 2011":                                                            "techreport; title Felt: A Log; authors P. Lund; institution Computer Science Dept., Quiet Univ.; year 2011; number TR-2011-07",
		"Cart Board of Cork. 2010. Rims in winter: a re-assessment. Technical Report 41, Saskatoon.":                                                 "techreport; title Rims in winter: a re-assessment; authors Cart Board of Cork; address Saskatoon; year 2010; number 41",
		"P. Lund, B. Falk & S. Hara. Data set: Felt at 40 stations in Cork, 2015–2020. Quiet Archive, 2021. https://doi.org/10.5555/7":               "misc; title Felt at 40 stations in Cork, 2015–2020; authors P. Lund, B. Falk and S. Hara; publisher Quiet Archive; year 2021; doi 10.5555/7",
		"Lund + Falk 2011, \"Word skipping is not guessing\", J. Exp. Carts 38:455-471":                                                              "article; title Word skipping is not guessing; authors Lund and Falk; container J. Exp. Carts; year 2011; volume 38; pages 455-471",
		"Lund, P. Felt rims. Journal of Quiet Carts, 22(1):e20231, 2023. [[DOI](https://doi.org/10.5555/7)] [PDF]":                                   "article; title Felt rims; authors P. Lund; container Journal of Quiet Carts; year 2023; volume 22; number 1; eid e20231; doi 10.5555/7",
		"Tue: Pia Lund, \"Felt and Rent,\" in Carts of Cork, edited by Bo Falk. 2nd ed. Cork: Harbour Press, 2013, 101-126.":                         "incollection; title Felt and Rent; authors Pia Lund; container Carts of Cork; publisher Harbour Press; address Cork; edition 2nd; year 2013; editors Bo Falk; pages 101-126",
		"P. Lund. FELT-4 trace, version 1.2. Harbour Press, 2011.":                                                                                   "book; title FELT-4 trace; authors P. Lund; publisher Harbour Press; year 2011; version 1.2",
	} {
		e := Parse(line)
		got := ""
		if len(e.References) == 1 {
			got = inShort(&e.References[0])
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", line, diff)
		}
	}
}
