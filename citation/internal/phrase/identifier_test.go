package phrase

import "testing"

// TestDOIEnds holds where a DOI ends that something is written right after.
func TestDOIEnds(t *testing.T) {
	for text, want := range map[string]string{
		"doi:10.99999/felt.1":                                                    "10.99999/felt.1",
		"https://doi.org/10.99999/felt.1.":                                       "10.99999/felt.1",
		"doi:10.99999/felt.1[arXiv:2101.01234]":                                  "10.99999/felt.1",
		"doi:10.99999/felt.1,arXiv:2101.01234":                                   "10.99999/felt.1",
		"doi: 10.99999/felt.1.URL https://example.org/x":                         "10.99999/felt.1",
		"doi:10.99999/c9xx00453j(2019).":                                         "10.99999/c9xx00453j",
		"doi:10.99999/felt11(2013)158":                                           "10.99999/felt11(2013)158",
		"doi:10.99999/(SICI)1097-0142(19990101)85:1<1::AID-X1>3.0.CO;2-1":        "10.99999/(SICI)1097-0142(19990101)85:1<1::AID-X1>3.0.CO;2-1",
		"https://doi.org/10.99999/(SICI)1097(19990101)85:1<1::AID-X1>3.0.CO;2-1": "10.99999/(SICI)1097(19990101)85:1<1::AID-X1>3.0.CO;2-1",
		"http://dx.doi.org/10.99999/ felt1":                                      "",
	} {
		s := NewText(text)
		var w Work
		for i := range s.Tokens {
			s.ReadIdentifier(i, &w)
		}
		if w.DOI != want {
			t.Errorf("%s: DOI %q, want %q", text, w.DOI, want)
		}
		s.Release()
	}
}

// TestIdentifiers holds which identifiers are read after which labels, and as what.
func TestIdentifiers(t *testing.T) {
	testStated(t, Work{}, func(s *Text, w *Work) (next int, ok bool) { return s.ReadIdentifier(0, w) }, [][2]string{
		{"https://example.org/x, and", "url https://example.org/x | , and"},
		{"HTTPS://example.org/x.", "url HTTPS://example.org/x | ."},
		{"Http://example.org/x(y)!", "url Http://example.org/x(y) | !"},
		{"(http://example.org/x)", " | (http://example.org/x)"},
		{"www.example.org/x;", "url www.example.org/x | ;"},
		{"ww.example.org", " | ww.example.org"},
		{"http:/example.org", " | http:/example.org"},
		{"http://example.org/a_(b)", "url http://example.org/a_(b)"},
		{"http://example.org/a_(b))", "url http://example.org/a_(b) | )"},
		{"http://example.org/a]]", "url http://example.org/a | ]]"},
		{"http://example.org/{a}}", "url http://example.org/{a} | }"},
		{"http://example.org/a>b", "url http://example.org/a | >b"},
		{"http://example.org/a”b", "url http://example.org/a | ”b"},
		{"10.1234/x", "doi 10.1234/x"},
		{"10.1234.56/x", "doi 10.1234.56/x"},
		{"10.123/x", " | 10.123/x"},
		{"10.12345678901234/x", " | 10.12345678901234/x"},
		{"10.255.0.0/16", " | 10.255.0.0/16"},
		{"10.1234", " | 10.1234"},
		{"11.1234/x", " | 11.1234/x"},
		{"doi 10.1234/x", "doi 10.1234/x"},
		{"doi: felt", " | doi: felt"},
		{"https://doi.org/10.1234/", ""},
		{"https://doi.org/10.48550/arXiv.2101.01234", "doi 10.48550/arXiv.2101.01234; arxiv 2101.01234"},
		{"https://dx.doi.org/10.1234/X1", "doi 10.1234/X1"},
		{"https://arxiv.org/abs/2101.01234v2", "arxiv 2101.01234v2"},
		{"https://arxiv.org/pdf/2101.01234.pdf", "arxiv 2101.01234"},
		{"https://ARXIV.org/PDF/2101.01234.PDF", "arxiv 2101.01234"},
		{"https://arxiv.org/list/cs", "url https://arxiv.org/list/cs"},
		{"arXiv:2101.01234.", "arxiv 2101.01234 | ."},
		{"arXiv preprint arXiv:2101.01234v3, 2021", "arxiv 2101.01234v3 | , 2021"},
		{"arXiv identifier 2101.0123", "arxiv 2101.0123"},
		{"arXiv id: 2101.01234", "arxiv 2101.01234"},
		{"arXiv number 2101.01234", "arxiv 2101.01234"},
		{"arXiv eprint no. 2101.01234", "arxiv 2101.01234"},
		{"arXiv:2101.0123x", " | arXiv:2101.0123x"},
		{"arXiv:21010.1234", " | arXiv:21010.1234"},
		{"arXiv:2101.012", " | arXiv:2101.012"},
		{"arXiv:210.01234", " | arXiv:210.01234"},
		{"arXiv:hep-th/9901001.", "arxiv hep-th/9901001 | ."},
		{"arXiv:math.AG/0601001 [v2]", "arxiv math.AG/0601001 | [v2]"},
		{"arXiv:hep-th/99010 is", " | arXiv:hep-th/99010 is"},
		{"arXiv:hep-th/felt0101 is", " | arXiv:hep-th/felt0101 is"},
		{"arXiv:hep", " | arXiv:hep"},
		{"arXiv is", " | arXiv is"},
		{"ISBN 978-0-306-40615-7, 2012", "isbn 978-0-306-40615-7 | , 2012"},
		{"ISBN-13: 9780306406157", "isbn 9780306406157"},
		{"ISBN-10 0-306-40615-2 (paper)", "isbn 0-306-40615-2 | (paper)"},
		{"ISBN 0-8044-2957-X.", "isbn 0-8044-2957-X | ."},
		{"ISBN 080442957x", "isbn 080442957x"},
		{"ISBN 08044295x", " | ISBN 08044295x"},
		{"ISBN 0-306-40615", " | ISBN 0-306-40615"},
		{"ISBN 978 0 306 40615 7", "isbn 978 0 306 40615 7"},
		{"ISBN 0 306 40615 2 and", "isbn 0 306 40615 2 | and"},
		{"ISBN 978-0-306-40615-77", " | ISBN 978-0-306-40615-77"},
		{"ISBN 978-0-306-40615-", " | ISBN 978-0-306-40615-"},
		{"ISBN felt", " | ISBN felt"},
		{"PMID 12345678.", "pmid 12345678 | ."},
		{"PMID: 12345678", "pmid 12345678"},
		{"PubMed ID: 12345678", "pmid 12345678"},
		{"PubMed 12345678", " | PubMed 12345678"},
		{"PMID unknown", " | PMID unknown"},
		{"felt 12345678", " | felt 12345678"},
	})
}

// TestAddressesInTheText holds where addresses begin in the middle of a text.
func TestAddressesInTheText(t *testing.T) {
	testIs(t, StartsDOI,
		[]string{"10.1234/x", "10.1234.5/x", "10.123456789/x"},
		[]string{"", "10.", "10.1234", "10.1/x", "10.12a4/x", "10.255.0.0/16", "10.12345678901.2/x"})
	testIs(t, IsNewArXiv,
		[]string{"0704.0001", "2101.01234", "2101.01234v2"},
		[]string{"0704.000", "0704-0001", "a704.0001", "0704.000a", "0704.00a1v2", ""})
}
