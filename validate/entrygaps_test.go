package validate_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/validate"
)

// What an entry of a .bib lacks is judged by what entries of its kind have.
func TestGapsOfEntriesByTheirKind(t *testing.T) {
	for _, c := range []struct{ name, entry, want string }{
		// Preprints are complete with their ID.
		{"preprint by its eprint", "@misc{k, author = {Roe, Ana}, title = {Felt}, year = 2019, eprint = {1903.01234}, archiveprefix = {arXiv}}", ""},
		{"preprint whose ID tells the year", "@misc{k, author = {Roe, Ana}, title = {Felt}, eprint = {1903.01234}, archiveprefix = {arXiv}}", ""},
		{"preprint as Google Scholar has it", "@article{k, author = {Roe, Ana}, title = {Felt}, year = 2019, journal = {arXiv preprint arXiv:1903.01234}}", "info: preprint-only"},
		{"preprint of a later version", "@misc{k, author = {Roe, Ana}, title = {Felt}, year = 2021, eprint = {1903.01234}, archiveprefix = {arXiv}}", ""},
		{"preprint of another year", "@misc{k, author = {Roe, Ana}, title = {Felt}, year = 2009, eprint = {1903.01234}, archiveprefix = {arXiv}}", "warning: arxiv-year-conflict"},
		// arXiv is asked for only where a paper is likely there.
		{"conference since arXiv", "@inproceedings{k, author = {Roe, Ana}, title = {Felt}, year = 2019, booktitle = {International Conference on Machine Learning}}", "warning: missing-arxiv-id, info: missing-pages"},
		{"its pages are known", "@inproceedings{k, author = {Roe, Ana}, title = {Felt}, year = 2019, booktitle = {International Conference on Machine Learning}, pages = {1--9}}", ""},
		{"before arXiv", "@article{k, author = {Roe, A.}, title = {Felt}, year = 1985, journal = {Physical Review Letters}, volume = 3}", "info: missing-pages"},
		{"no identifier is asked for", "@article{k, author = {Roe, Ana}, title = {Felt}, year = 2001, journal = {Carts}, volume = 3, pages = {1--9}}", ""},
		// Physicists cite without titles, by volume and page.
		{"article by its place", "@article{k, author = {Roe, A.}, year = 2001, journal = {Phys. Rev. D}, volume = 83, pages = {074003}}", "info: missing-title"},
		{"article without a place", "@article{k, author = {Roe, A.}, year = 2001, journal = {Carts}, doi = {10.99999/a}}", "info: missing-pages, warning: missing-title"},
		// Pages of the web often have neither author nor date.
		{"page of the web", "@misc{k, title = {Felt}, url = {https://felt.example}, note = {Accessed 2023}}", "info: missing-author, info: missing-year"},
		{"page in howpublished", "@misc{k, title = {Felt}, howpublished = {\\url{https://felt.example}}}", "info: missing-author, info: missing-year"},
		{"no page", "@misc{k, title = {Felt}, howpublished = {Cart Day}}", "warning: missing-author, warning: missing-year"},
		// The law has no authors, and no venue but its citation.
		{"case", "@misc{k, title = {Roe v. Lim}, year = 1973, note = {410 U.S. 113}}", ""},
		{"a cut list as BibTeX has it", "@book{k, author = {Roe, Ana and others}, title = {Felt}, publisher = {Felt Press}, year = 2001}", "info: authors-truncated"},
		{"case by its type", "@jurisdiction{k, title = {In re Carts}, year = 1973}", ""},
		{"act", "@misc{k, title = {Quiet Streets Act 1936}, year = 1936}", ""},
		{"no case", "@misc{k, title = {Felt versus oak v. 2}, year = 1973}", "warning: missing-author, warning: missing-venue"},
		{"somebody's book on a case", "@book{k, title = {Roe v. Lim}, year = 1973, publisher = {Felt Press}}", "warning: missing-author"},
		// Newspapers are found by their day, old books by their place.
		{"newspaper", "@article{k, author = {Roe, Ana}, title = {Felt}, journaltitle = {Yard Gazette}, date = {1931-05-07}}", ""},
		{"article of a day with a volume", "@article{k, author = {Roe, Ana}, title = {Felt}, journaltitle = {Carts}, volume = 3, date = {1931-05-07}}", "info: missing-pages"},
		{"old book", "@book{k, author = {Roe, Ana}, title = {Felt}, address = {Leipzig}, year = 1883}", ""},
		{"young book", "@book{k, author = {Roe, Ana}, title = {Felt}, address = {Leipzig}, year = 1983}", "info: missing-publisher"},
		// Identifiers.
		{"two ISBNs", "@book{k, author = {Roe, Ana}, title = {Felt}, publisher = {Felt Press}, year = 1983, isbn = {978-3-16-148410-0 (pbk) 0-306-40615-2}}", ""},
		{"a wrong one of two", "@book{k, author = {Roe, Ana}, title = {Felt}, publisher = {Felt Press}, year = 1983, isbn = {978-3-16-148410-0, 0-306-40615-3}}", "error: isbn-checksum"},
		{"ISSNs in an ISBN", "@book{k, author = {Roe, Ana}, title = {Felt}, publisher = {Felt Press}, year = 1983, isbn = {0021-9258 (Print) 0021-9258 (Linking)}}", "info: isbn-checksum"},
		{"two ISSNs in an ISBN", "@book{k, author = {Roe, Ana}, title = {Felt}, publisher = {Felt Press}, year = 1983, isbn = {0021-9258; 0317-8471}}", "info: isbn-checksum, info: isbn-checksum"},
		{"short DOI", "@book{k, author = {Roe, Ana}, title = {Felt}, publisher = {Felt Press}, year = 1983, doi = {10/fg6rf9}}", ""},
		{"a DOI with its name", "@book{k, author = {Roe, Ana}, title = {Felt}, publisher = {Felt Press}, year = 1983, doi = {DOI 10.99999/a}}", ""},
		{"no DOI", "@book{k, author = {Roe, Ana}, title = {Felt}, publisher = {Felt Press}, year = 1983, doi = {felt.example/article/a}}", "error: doi-malformed"},
		{"EndNote's link", "@article{k, author = {Roe, A.}, title = {Felt}, year = 1985, journal = {Carts}, volume = 3, pages = {1--9}, url = {<Go to ISI>://WOS:000243275861433}}", ""},
		{"an article number as Scopus has it", "@article{k, author = {Roe, A.}, title = {Felt}, year = 2015, journal = {Carts}, volume = 3, art_number = {112560}}", ""},
		// Reports are by their institutions, standards by nobody.
		{"report of an institution", "@techreport{k, title = {Felt}, institution = {Cart Office}, year = 2001}", "info: missing-author"},
		{"report of nobody", "@techreport{k, title = {Felt}, year = 2001}", "warning: missing-author, info: missing-institution"},
		{"standard by its type", "@techreport{k, title = {Felt rims}, institution = {Cart Office}, type = {National Standard}, year = 2001}", ""},
		{"standard by its number", "@report{k, title = {Felt rims}, institution = {IEC}, number = {IEC 61800-3:2017}, year = 2017}", ""},
		{"regulation", "@misc{k, title = {Regulation (EU) 2016/679}, year = 2016}", ""},
		// Years with digits too few or too many.
		{"a digit typed twice", "@book{k, author = {Roe, Ana}, title = {Felt}, publisher = {Felt Press}, year = 20199}", "error: year-implausible"},
		{"very many digits", "@book{k, author = {Roe, Ana}, title = {Felt}, publisher = {Felt Press}, year = 99999999999999999999}", "error: year-implausible"},
		{"a digit left out", "@book{k, author = {Roe, Ana}, title = {Felt}, publisher = {Felt Press}, year = 201}", "warning: year-implausible"},
		{"in press", "@book{k, author = {Roe, Ana}, title = {Felt}, publisher = {Felt Press}, year = {in press}}", ""},
		// Placeholders.
		{"an author to be filled in", "@book{k, author = {TODO}, title = {Felt}, publisher = {Felt Press}, year = 2001}", "warning: author-placeholder"},
		{"an author of templates", "@book{k, author = {Author, A. N.}, title = {Felt}, publisher = {Felt Press}, year = 2001}", "warning: author-placeholder"},
		{"nobody signed it", "@book{k, author = {Anonymous}, title = {Felt}, publisher = {Felt Press}, year = 1901}", ""},
		{"et al.", "@book{k, author = {Roe, Ana et al.}, title = {Felt}, publisher = {Felt Press}, year = 2001}", "info: authors-truncated, warning: author-list-malformed"},
		{"long ago", "@book{k, author = {Roe, Ana}, title = {Felt}, publisher = {Felt Press}, date = {-3000~}}", ""},
	} {
		var got []string
		for _, f := range check(t, bibliography(c.entry+"\n"), &validate.Options{Today: today}) {
			got = append(got, string(f.Severity)+": "+f.Rule)
		}
		if diff := cmp.Diff(c.want, strings.Join(got, ", ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// A fact is judged as before: nobody wrote it for a style.
func TestGapsOfFactsKeepTheirSeverity(t *testing.T) {
	text := record("a1", "reference", "Ana Roe published an article in Physical Review D in 2001, volume 83, page 074003.") +
		record("a2", "reference", "Roe v. Lim is an article published in the Journal of Reading Rooms in 2019, volume 7, pages 11–19.")
	for _, f := range check(t, facts(text), &validate.Options{Today: today}) {
		if strings.HasPrefix(f.Rule, "missing-") && f.Severity == validate.Info && f.Rule != "missing-identifier" && f.Rule != "missing-pages" {
			t.Errorf("%s is %s", f.Rule, f.Severity)
		}
	}
}

// Two entries with one identifier need not be one work: it may have been copied along.
func TestEntriesThatShareAnIdentifier(t *testing.T) {
	const first = "@book{a, author = {Roe, Ana}, title = {Felt rims: a history}, publisher = {Felt Press}, year = 2001, doi = {10.99999/a}, isbn = {978-3-16-148410-0}}\n"
	for second, want := range map[string]string{
		"title = {Felt rims}, doi = {10.99999/a}":            `the entry "b" is the same work as "a": "Felt rims"`,
		"title = {FELT RIMS: A History}, doi = {10.99999/A}": `the entry "b" is the same work as "a": "FELT RIMS: A History"`,
		"title = {Felt ri…}, doi = {10.99999/a}":             `the entry "b" is the same work as "a": "Felt ri…"`,
		"title = {Felt rims II}, doi = {10.99999/a}":         `the entry "b" has the DOI of "a", and another title: "Felt rims II"`,
		"title = {Iron tyres}, isbn = {9783161484100}":       `the entry "b" has the ISBN of "a", and another title: "Iron tyres"`,
		"title = {Iron tyres}, doi = {felt.example/a}":       "",
	} {
		got := ""
		for _, f := range check(t, bibliography(first+"@book{b, author = {Roe, Ana}, publisher = {Felt Press}, year = 2001, "+second+"}\n"), &validate.Options{Today: today}) {
			if f.Rule == "duplicate-fact" {
				got = f.Message
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", second, got, want)
		}
	}
}

// What names no work of a registry makes no two entries one.
func TestAMalformedDOIIdentifiesNothing(t *testing.T) {
	text := "@book{a, author = {Roe, Ana}, title = {Felt rims}, publisher = {Felt Press}, year = 2001, doi = {felt.example/article}}\n" +
		"@book{b, author = {Lim, Bo}, title = {Iron tyres}, publisher = {Felt Press}, year = 2001, doi = {felt.example/article}}\n"
	for _, f := range check(t, bibliography(text), &validate.Options{Today: today}) {
		if f.Rule != "doi-malformed" {
			t.Errorf("%s: %s", f.Rule, f.Message)
		}
	}
}
