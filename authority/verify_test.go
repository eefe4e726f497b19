package authority_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/worktest"

	"github.com/factcite/factcite/citation"
	"github.com/google/go-cmp/cmp"
)

// record makes a record of dblp or, without a venue, of arXiv.
func record(title, authors, venue string, year int, more citation.Reference) *authority.Work {
	w := &authority.Work{Record: more, Years: []int{year}, Status: authority.Published, Origin: authority.Origin{Source: "dblp", Date: "2026-09"}}
	w.Record.Title, w.Record.Authors, w.Record.Container, w.Record.Year = title, worktest.Names(authors), venue, fmt.Sprint(year)
	if venue == "" && more.Publisher == "" {
		w.Status, w.Origin = authority.Preprint, authority.Origin{Source: "arxiv", Date: "2026-08"}
		w.Record.Type = citation.Misc
	} else if venue != "" {
		w.Venues = []string{venue}
	}
	return w
}

const (
	icml2021 = "Proceedings of the 38th International Conference on Machine Learning"
	carters  = "Ada|Lind; Bo|Berg; Cleo Maria|Dahl"
	longList = "A|Aa; B|Bb; C|Cc; D|Dd; E|Ee; F|Ff; G|Gg; H|Hh"
)

// library is what the authority of the tests knows.
func library() *memory {
	paper := func(r citation.Reference) citation.Reference { r.Type = citation.InProceedings; return r }
	article := func(r citation.Reference) citation.Reference { r.Type = citation.Article; return r }
	works := []*authority.Work{
		record("Felt Rims for Quiet Carts on Gravel", carters, icml2021, 2021, paper(citation.Reference{DOI: "10.5555/icml.1", Pages: "1–10", Publisher: "PMLR"})),
		record("Felt Rims for Quiet Carts on Gravel", carters, "", 2019, citation.Reference{ArXiv: "1905.01234"}),
		record("Gravel and the Sound of Its Stones", "Dan|Ek", "", 2021, citation.Reference{ArXiv: "2101.00001"}),
		record("On carts", "Eve|Falk", "Journal of Machine Learning Research", 2010, article(citation.Reference{Volume: "11"})),
		record("On carts", "Finn|Gran", "Nature", 2012, article(citation.Reference{Volume: "48"})),
		record("Why the wheels of old carts creak", "Eve|Falk", "Journal of Machine Learning Research", 2010, article(citation.Reference{})),
		record("Why the wheels of old carts creak", "Finn|Gran", "Nature", 2015, article(citation.Reference{})),
		record("A Theory of Axles and of Grease", "Gil|Holm; Ida|Ipsen", "International Conference on Machine Learning", 2018, paper(citation.Reference{DOI: "10.5555/icml.9"})),
		record("A Theory of Axles and of Grease", "Gil|Holm; Ida|Ipsen", "Journal of Machine Learning Research", 2020, article(citation.Reference{DOI: "10.5555/jmlr.9", Volume: "21"})),
		record("Introduction", "Gil|Holm", "Journal of Felt Studies", 2018, article(citation.Reference{})),
		record("The Cart Book", "Jon|Juhl", "", 1999, citation.Reference{Type: citation.Book, Publisher: "Felt Press", ISBN: "0-306-40615-2"}),
		record("Grease for the Axles of Old Carts", "Kim|Krag", "Findings of the Association for Computational Linguistics: EMNLP 2020", 2020, paper(citation.Reference{DOI: "10.18653/v1/2020.findings-emnlp.1"})),
		record("The Many Authors of a Very Long Cart", longList, "International Conference on Machine Learning", 2021, paper(citation.Reference{})),
	}
	works[11].Status, works[11].Retraction = authority.Retracted, &authority.Retraction{Date: "2024-01-20", Notice: "10.5555/notice"}
	for year := 2019; year <= 2022; year++ {
		for n := range 40 {
			works = append(works, record(fmt.Sprintf("Sundry matter of year %d and number %d", year, n), "Nobody|Else", "International Conference on Machine Learning", year, paper(citation.Reference{})))
		}
	}
	return newMemory("library", works...)
}

// outline puts the parts of an answer that the tests look at into words.
func outline(a *authority.Answer) string {
	var b strings.Builder
	b.WriteString(string(a.Verdict))
	for _, d := range a.Differences {
		fmt.Fprintf(&b, "; %s is %s", d.Field, d.Known)
		if d.Certain {
			b.WriteString(" for certain")
		}
	}
	if len(a.Fillable) > 0 {
		b.WriteString("; fill " + strings.Join(a.Fillable, " "))
	}
	if a.Published {
		b.WriteString("; published")
	}
	if a.Retraction != nil {
		b.WriteString("; retracted")
	}
	if a.Reason != "" {
		b.WriteString("; " + a.Reason)
	}
	return b.String()
}

func TestVerify(t *testing.T) {
	const title = "Felt rims for quiet carts on gravel"
	prose := func(r citation.Reference) citation.Reference { return r }
	tests := []struct {
		why    string
		r      citation.Reference
		entry  bool // of a .bib
		want   string
		agreed string
	}{
		{why: "everything stated", entry: true,
			r:      citation.Reference{Title: title, Authors: worktest.Names(carters), Container: "ICML", Year: "2021", DOI: "10.5555/ICML.1"},
			want:   "agree; fill publisher pages arxiv",
			agreed: "title authors year container doi"},
		{why: "the title alone",
			r:      prose(citation.Reference{Title: title}),
			want:   "agree; fill authors container publisher year pages arxiv doi",
			agreed: "title"},
		{why: "the preprint's year with the venue",
			r:    citation.Reference{Title: title, Container: "ICML", Year: "2019"},
			want: "agree; fill authors arxiv"},
		{why: "the preprint",
			r:    citation.Reference{Type: citation.Misc, Title: title, ArXiv: "arXiv:1905.01234v2"},
			want: "agree; fill authors container publisher year pages doi; published"},
		{why: "a preprint long before its publication", entry: true,
			r:    citation.Reference{Type: citation.Misc, Title: "The many authors of a very long cart", Authors: worktest.Names(longList), ArXiv: "1701.00001", Year: "2017"},
			want: "agree; published"},
		{why: "the year of the stated arXiv ID beside the venue", entry: true,
			r:    citation.Reference{Title: "The many authors of a very long cart", Authors: worktest.Names(longList), ArXiv: "2001.00001", Year: "2020", Container: "ICML"},
			want: "agree"},
		{why: "a year of the venue after the one of the stated arXiv ID", entry: true,
			r:    citation.Reference{Title: "The many authors of a very long cart", Authors: worktest.Names(longList), ArXiv: "2001.00001", Year: "2022", Container: "ICML"},
			want: "contradicted; year is 2021"},
		{why: "a preprint server as the container",
			r:    citation.Reference{Title: title, Container: "arXiv preprint", Year: "2019"},
			want: "agree; fill authors arxiv; published"},
		{why: "a preprint that was not published",
			r:    citation.Reference{Type: citation.Misc, Title: "Gravel and the sound of its stones", ArXiv: "2101.00001", Authors: worktest.Names("D.|Ek")},
			want: "agree; fill year"},
		{why: "a venue of which a preprint's record knows nothing",
			r:    citation.Reference{Title: "Gravel and the sound of its stones", Container: "Nature", Year: "2022", Authors: worktest.Names("D.|Ek")},
			want: "agree; fill arxiv"},
		{why: "a preprint long after it",
			r:    citation.Reference{Title: "Gravel and the sound of its stones", Year: "2025", Authors: worktest.Names("D.|Ek"), ArXiv: "2101.00001", Type: citation.Misc},
			want: "contradicted; year is 2021"},
		{why: "the wrong conference",
			r:    citation.Reference{Title: title, Container: "ICLR", Year: "2021"},
			want: "contradicted; container is " + icml2021 + "; fill authors arxiv"},
		{why: "a publisher as the container",
			r:    citation.Reference{Title: title, Container: "PMLR", Year: "2021"},
			want: "agree; fill authors arxiv"},
		{why: "the wrong year of a conference",
			r:    citation.Reference{Title: title, Container: "ICML", Year: "2024"},
			want: "contradicted; year is 2021 or 2019; fill authors arxiv"},
		{why: "a year that a preprint without ID may have", entry: true,
			r:    citation.Reference{Title: "A theory of axles and of grease", Authors: worktest.Names("G.|Holm; I.|Ipsen"), Year: "2017"},
			want: "agree"},
		{why: "a year after all records", entry: true,
			r:    citation.Reference{Title: "A theory of axles and of grease", Authors: worktest.Names("G.|Holm; I.|Ipsen"), Year: "2031"},
			want: "contradicted; year is 2018 or 2020"},
		{why: "a journal's issue of the next year",
			r:    citation.Reference{Title: "On carts", Authors: worktest.Names("Falk"), Container: "J. Mach. Learn. Res.", Year: "2011"},
			want: "agree"},
		{why: "the conference's version",
			r:    citation.Reference{Title: "A theory of axles and of grease", Container: "ICML"},
			want: "agree; fill authors year doi"},
		{why: "the journal's version",
			r:    citation.Reference{Title: "A theory of axles and of grease", Container: "JMLR"},
			want: "agree; fill authors year volume doi"},
		{why: "one of two versions, which is not said",
			r:    citation.Reference{Title: "A theory of axles and of grease"},
			want: "agree; fill authors"},
		{why: "a version in a journal that is not known",
			r:    citation.Reference{Title: title, Container: "Transactions on Felt and Straw", Year: "2023"},
			want: "agree; fill authors arxiv"},
		{why: "a version in a known journal of the same year",
			r:    citation.Reference{Title: title, Container: "Nature", Year: "2021"},
			want: "contradicted; container is " + icml2021 + "; fill authors arxiv"},
		{why: "an earlier version at a workshop",
			r:    citation.Reference{Title: title, Container: "ICLR Workshop on Felt", Year: "2020"},
			want: "agree; fill authors arxiv"},
		{why: "the same meeting's workshop",
			r:    citation.Reference{Title: title, Container: "ICML Workshop on Felt", Year: "2021"},
			want: "contradicted; container is " + icml2021 + "; fill authors arxiv"},
		{why: "an author too few in an entry", entry: true,
			r:    citation.Reference{Title: title, Authors: worktest.Names("Ada|Lind; Bo|Berg")},
			want: "contradicted; authors is Ada Lind, Bo Berg, Cleo Maria Dahl"},
		{why: "and others", entry: true,
			r:    citation.Reference{Title: title, Authors: worktest.Names("Ada|Lind; Bo|Berg"), EtAl: true},
			want: "agree; fill container publisher year pages arxiv doi"},
		{why: "an author too few in prose",
			r:    citation.Reference{Title: title, Authors: worktest.Names("Ada|Lind; Bo|Berg")},
			want: "agree; fill container publisher year pages arxiv doi"},
		{why: "a wrong author",
			r:    citation.Reference{Title: title, Authors: worktest.Names("Ada|Lind; Olga|Berg")},
			want: "contradicted; authors is Ada Lind, Bo Berg, Cleo Maria Dahl"},
		{why: "other authors altogether", entry: true,
			r:    citation.Reference{Title: title, Authors: worktest.Names("Max|Mohr; Nell|Noer"), Container: "ICML", Year: "2021"},
			want: "contradicted; authors is Ada Lind, Bo Berg, Cleo Maria Dahl"},
		{why: "a paper of the same short title", entry: true,
			r:    citation.Reference{Title: "On carts", Authors: worktest.Names("Max|Mohr"), Container: "Annals of Gravel", Year: "2001"},
			want: `not_covered; nothing asked covers "Annals of Gravel" in 2001`},
		{why: "a paper of the same title by others, elsewhere and at another time", entry: true,
			r:    citation.Reference{Title: "A theory of axles, and of grease", Authors: worktest.Names("Max|Mohr"), Container: "Nature", Year: "1975"},
			want: `not_covered; nothing asked covers "Nature" in 1975`},
		{why: "names with commas between them", entry: true,
			r:    citation.Reference{Title: title, Authors: []citation.Name{{Family: "Ada Lind", Suffix: "Bo Berg", Given: "Cleo Dahl"}}},
			want: "agree"},
		{why: "an author more than in the published version, of a preprint", entry: true,
			r:    citation.Reference{Title: "The many authors of a very long cart", Authors: worktest.Names(longList + "; I|Ii"), Container: "ICML", Year: "2021", ArXiv: "2005.00001"},
			want: "agree"},
		{why: "an author more than in the published version", entry: true,
			r:    citation.Reference{Title: "The many authors of a very long cart", Authors: worktest.Names(longList + "; I|Ii"), Container: "ICML", Year: "2021"},
			want: "contradicted; authors is A Aa, B Bb, C Cc, D Dd, E Ee, F Ff, G Gg, H Hh"},
		{why: "two works of one title",
			r:    citation.Reference{Title: "Why the wheels of old carts creak"},
			want: "agree"},
		{why: "two works of one title, told apart by the author",
			r:    citation.Reference{Title: "Why the wheels of old carts creak", Authors: worktest.Names("Gran")},
			want: "agree; fill container year"},
		{why: "two works of one title, of which one has the year",
			r:    citation.Reference{Title: "Why the wheels of old carts creak", Year: "2015"},
			want: "agree; fill authors container"},
		{why: "two works of one title, neither of the year",
			r:    citation.Reference{Title: "Why the wheels of old carts creak", Year: "2021"},
			want: "contradicted; year is 2010"},
		{why: "a typo in the title",
			r:      citation.Reference{Title: "Felt rims for qiuet carts on gravel"},
			want:   "contradicted; title is Felt Rims for Quiet Carts on Gravel",
			agreed: ""},
		{why: "another word in the title, with the authors", entry: true,
			r:      citation.Reference{Title: "Felt rims for silent carts on gravel", Authors: worktest.Names(carters), Year: "2021"},
			want:   "contradicted; title is Felt Rims for Quiet Carts on Gravel",
			agreed: "authors year"},
		{why: "another word in the title of a preprint that kept its own",
			r:    citation.Reference{Title: "Felt rims for silent carts on gravel", Authors: worktest.Names(carters), ArXiv: "1905.01234"},
			want: "agree"},
		{why: "another word in the title of a version in a journal", entry: true,
			r:    citation.Reference{Title: "Felt rims for silent carts on gravel", Authors: worktest.Names(carters), Container: "Journal of Felt Studies", Year: "2023"},
			want: `not_covered; nothing asked covers "Journal of Felt Studies" in 2023`},
		{why: "another word in the title and nothing else",
			r:    citation.Reference{Title: "Felt rims for silent carts on gravel"},
			want: "not_covered; the reference states neither venue nor year"},
		{why: "a lost sub-title is no difference",
			r:    citation.Reference{Title: "Felt rims for quiet carts on gravel: a survey", Authors: worktest.Names("Lind")},
			want: "agree; fill container publisher year pages arxiv doi"},
		{why: "an identifier of another work",
			r:    citation.Reference{Title: "Gravel and the sound of its stones", Authors: worktest.Names("Dan|Ek"), DOI: "https://doi.org/10.5555/icml.1"},
			want: `contradicted; doi is "Felt Rims for Quiet Carts on Gravel" by Ada Lind et al. (2021) for certain; fill year arxiv`},
		{why: "an identifier of another work, of one that is not known",
			r:    citation.Reference{Title: "Straw hats for tall horses", Authors: worktest.Names("Max|Mohr"), ArXiv: "1905.01234"},
			want: `contradicted; arxiv is "Felt Rims for Quiet Carts on Gravel" by Ada Lind et al. (2019) for certain`},
		{why: "an identifier of another work, without authors",
			r:    citation.Reference{Title: "Straw hats for tall horses", ArXiv: "1905.01234"},
			want: `contradicted; arxiv is "Felt Rims for Quiet Carts on Gravel" by Ada Lind et al. (2019)`},
		{why: "an identifier alone",
			r:    citation.Reference{ArXiv: "1905.01234"},
			want: "agree; fill authors title container publisher year pages doi"},
		{why: "another DOI of the same registrant",
			r:    citation.Reference{Title: title, Container: "ICML", Year: "2021", DOI: "10.5555/icml.2"},
			want: "contradicted; doi is 10.5555/icml.1; fill authors publisher pages arxiv"},
		{why: "the DOI of a copy in a repository",
			r:    citation.Reference{Title: title, Container: "ICML", Year: "2021", DOI: "10.5281/zenodo.77"},
			want: "agree; fill authors publisher pages arxiv"},
		{why: "another arXiv ID",
			r:    citation.Reference{Title: title, ArXiv: "2212.00001"},
			want: "contradicted; arxiv is 1905.01234; fill authors container publisher year pages doi"},
		{why: "a generic title",
			r:    citation.Reference{Title: "Introduction"},
			want: `not_covered; "Introduction" is the title of many works`},
		{why: "a generic title with author and venue",
			r:    citation.Reference{Title: "Introduction", Authors: worktest.Names("G.|Holm"), Container: "Journal of Felt Studies"},
			want: "agree; fill year"},
		{why: "a book in another printing",
			r:    citation.Reference{Type: citation.Book, Title: "The cart book", Authors: worktest.Names("J.|Juhl"), Year: "2004", ISBN: "978-0-306-40615-7"},
			want: "agree"},
		{why: "retracted, and findings taken for the main volume",
			r:    citation.Reference{Title: "Grease for the axles of old carts", Container: "EMNLP 2020", Year: "2020"},
			want: "contradicted; container is Findings of the Association for Computational Linguistics: EMNLP 2020; fill authors; retracted"},
		{why: "absent from what is covered",
			r:    citation.Reference{Title: "Straw hats for tall horses", Container: "Thirty-seventh International Conference on Machine Learning", Year: "2020"},
			want: "not_found"},
		{why: "absent from what is covered, with a title that is cut short",
			r:    citation.Reference{Title: "Straw hats for tall…", Container: "ICML", Year: "2020"},
			want: "not_covered; the title is cut short"},
		{why: "absent from what is covered, without a title",
			r:    citation.Reference{DOI: "10.5555/icml.77", Container: "ICML", Year: "2020"},
			want: "not_covered; the reference states no title"},
		{why: "absent from a workshop of what is covered",
			r:    citation.Reference{Title: "Straw hats for tall horses", Container: "ICML Workshop on Hats", Year: "2020"},
			want: `not_covered; nothing asked covers "ICML Workshop on Hats" in 2020`},
		{why: "a year that is not held",
			r:    citation.Reference{Title: "Straw hats for tall horses", Container: "ICML", Year: "2024"},
			want: `not_covered; nothing asked covers "ICML" in 2024`},
		{why: "no year",
			r:    citation.Reference{Title: "Straw hats for tall horses", Container: "ICML"},
			want: "not_covered; the reference states no year"},
		{why: "a preprint's year",
			r:    citation.Reference{Title: "Straw hats for tall horses", Year: "2020"},
			want: "not_covered; the reference states no venue"},
		{why: "nothing to look up",
			r:    citation.Reference{Authors: worktest.Names("Lind"), Year: "2020"},
			want: "not_checked; the reference states neither a title nor an identifier"},
	}
	authorities := []authority.Authority{library()}
	for _, test := range tests {
		answer := authority.Verify(context.Background(), authorities, &test.r, &authority.VerifyOptions{CompleteAuthors: test.entry})
		if diff := cmp.Diff(test.want, outline(&answer)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.why, diff)
		}
		if answer.Work != nil && answer.Verdict == authority.Agree {
			for _, field := range answer.Agreed {
				if slices.Contains(answer.NotConfirmed, field) {
					t.Errorf("%s: %s is confirmed and is not", test.why, field)
				}
			}
		}
		if test.agreed != "" && strings.Join(answer.Agreed, " ") != test.agreed {
			t.Errorf("%s: agreed are %v, want %s", test.why, answer.Agreed, test.agreed)
		}
	}
}

func TestVerifyNamesTheOtherWork(t *testing.T) {
	r := citation.Reference{Title: "Gravel and the sound of its stones", Authors: worktest.Names("Dan|Ek"), DOI: "10.5555/icml.1"}
	answer := authority.Verify(context.Background(), []authority.Authority{library()}, &r, nil)
	want := []authority.Difference{{Field: "doi", Stated: "10.5555/icml.1", Known: `"Felt Rims for Quiet Carts on Gravel" by Ada Lind et al. (2021)`, Leads: true, Origin: authority.Origin{Source: "dblp", Date: "2026-09"}, Certain: true}}
	if diff := cmp.Diff(want, answer.Differences); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if answer.Other == nil || answer.Other.Record.Title != "Felt Rims for Quiet Carts on Gravel" || answer.Work == nil || answer.Work.Record.ArXiv != "2101.00001" {
		t.Errorf("the work is %v, the other one %v", answer.Work, answer.Other)
	}
}

// TestStrayIdentifiers holds that an identifier of each kind which leads to another work is
// told as it is stated.
func TestStrayIdentifiers(t *testing.T) {
	other := record("Felt hubs of the far north", "Nell|Orr", "Journal of Felt Studies", 2011, citation.Reference{Type: citation.Article, PMID: "31000001"})
	asked := []authority.Authority{library(), newMemory("more", other)}
	for _, test := range []struct {
		r                    citation.Reference
		field, stated, known string
	}{
		{citation.Reference{DOI: "10.5555/ICML.1"}, "doi", "10.5555/ICML.1", `"Felt Rims for Quiet Carts on Gravel" by Ada Lind et al. (2021)`},
		{citation.Reference{ArXiv: "1905.01234v2"}, "arxiv", "1905.01234v2", `"Felt Rims for Quiet Carts on Gravel" by Ada Lind et al. (2019)`},
		{citation.Reference{Type: citation.Book, ISBN: "978-0-306-40615-7"}, "isbn", "978-0-306-40615-7", `"The Cart Book" by Jon Juhl (1999)`},
		{citation.Reference{PMID: "31000001"}, "pmid", "31000001", `"Felt hubs of the far north" by Nell Orr (2011)`},
	} {
		test.r.Title, test.r.Authors = "Gravel and the sound of its stones", worktest.Names("Dan|Ek")
		answer := authority.Verify(context.Background(), asked, &test.r, nil)
		if len(answer.Differences) != 1 {
			t.Errorf("%s: %s", test.field, outline(&answer))
			continue
		}
		d := answer.Differences[0]
		if diff := cmp.Diff([]string{test.field, test.stated, test.known}, []string{d.Field, d.Stated, d.Known}); diff != "" || !d.Leads {
			t.Errorf("%s leads %v (-want +got):\n%s", test.field, d.Leads, diff)
		}
	}
}

func TestVerifyMergesRecords(t *testing.T) {
	r := citation.Reference{Title: "Felt rims for quiet carts on gravel"}
	answer := authority.Verify(context.Background(), []authority.Authority{library()}, &r, nil)
	want := &authority.Work{
		Record: citation.Reference{Type: citation.InProceedings, Title: "Felt Rims for Quiet Carts on Gravel", Authors: worktest.Names(carters), Container: icml2021,
			Year: "2021", DOI: "10.5555/icml.1", Pages: "1–10", Publisher: "PMLR", ArXiv: "1905.01234"},
		Years:  []int{2021, 2019},
		Venues: []string{icml2021},
		Status: authority.Published,
		Origin: authority.Origin{Source: "dblp", Date: "2026-09"},

		Completed: map[string]authority.Origin{"arxiv": {Source: "arxiv", Date: "2026-08"}},
	}
	if diff := cmp.Diff(want, answer.Work); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestVerifySeveralAuthorities asks one that fails beside others.
func TestVerifySeveralAuthorities(t *testing.T) {
	down := newMemory("registry")
	down.err = errors.New("no answer within 20 s")
	known := citation.Reference{Title: "Felt rims for quiet carts on gravel", Container: "ICML", Year: "2021"}
	unknown := citation.Reference{Title: "Straw hats for tall horses", Container: "ICML", Year: "2021"}
	uncovered := citation.Reference{Title: "Straw hats for tall horses", Container: "Nature", Year: "2021"}
	tests := []struct {
		why         string
		r           *citation.Reference
		authorities []authority.Authority
		want        authority.Verdict
		reason      string
	}{
		{"none", &known, nil, authority.NotChecked, "there is no authority to ask"},
		{"one fails", &known, []authority.Authority{down}, authority.NotChecked, "registry: no answer within 20 s"},
		{"one fails, another knows", &known, []authority.Authority{down, library()}, authority.Agree, ""},
		{"one fails, another covers", &unknown, []authority.Authority{down, library()}, authority.NotFound, ""},
		{"one fails, another does not cover", &uncovered, []authority.Authority{library(), down}, authority.NotChecked, "registry: no answer within 20 s"},
		{"two do not cover", &uncovered, []authority.Authority{library(), newMemory("empty")}, authority.NotCovered, `nothing asked covers "Nature" in 2021`},
	}
	for _, test := range tests {
		answer := authority.Verify(context.Background(), test.authorities, test.r, nil)
		if answer.Verdict != test.want || answer.Reason != test.reason {
			t.Errorf("%s: %s %q, want %s %q", test.why, answer.Verdict, answer.Reason, test.want, test.reason)
		}
	}
}
