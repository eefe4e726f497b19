package phrase

import (
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/ref"
)

// TestPlainReportNumbers holds which series of reports sentences have with a number.
func TestPlainReportNumbers(t *testing.T) {
	testStated(t, Work{}, func(s *Text, w *Work) (int, bool) {
		n, next, ok := s.PlainReportNumberAt(0)
		if ok {
			s.StateReportNumber(w, n)
		}
		return next, ok
	}, [][2]string{
		{"technical report 12 of", "genre technical report; number 12 | of"},
		{"technical report TR", " | technical report TR"},
		{"technical report 2019", " | technical report 2019"},
		{"working paper no. 7/2015, by", "genre working paper; number 7/2015 | , by"},
		{"discussion paper nr 7", "genre discussion paper; number 7"},
		{"report no 7", "genre report; number 7"},
		{"report number 7", "genre report; number 7"},
		{"report: 7", " | report: 7"},
		{"report nr. 7", "genre report; number 7"},
		{"report no. seven", " | report no. seven"},
		{"report no seven", " | report no seven"},
		{"report 7", " | report 7"},
		{"Report no. 7", " | Report no. 7"},
		{"technical Report 7", " | technical Report 7"},
		{"felt no. 7", " | felt no. 7"},
		{"technical felt 7", " | technical felt 7"},
	})
}

// TestPatentsInWords holds how patents are called, and how their numbers are grouped.
func TestPatentsInWords(t *testing.T) {
	testTaken(t, func(s *Text) (int, bool) { _, next, ok := s.PatentAt(0); return next, ok }, []string{
		"Patentschrift DE 10 2004 012 345 | says",
		"Offenlegungsschrift 2004012345 | says",
		"Pat. Appl. No. 2012/123456 | by",
		"Pat. No. 5123456 | by",
		" | US Patent 5,123,456",
		"Patent number 5-123-456 | by",
		"DE 10 2004 012 345 A1 | by",
		"DE 102004012345 A1 | by",
		"EP 1 234 567 B1 | by",
		"EP1234567 | b1 by",
		" | Patent 12",
		" | EP 12345",
		" | Nos. 5,123,456",
		" | patents 5,123,456",
	})
}

// TestOthers holds how names end that are not all there.
func TestOthers(t *testing.T) {
	testTaken(t, func(s *Text) (int, bool) { return s.EtAl(1) }, []string{
		"Lee et al. | (2019)",
		"Lee et. al. | (2019)",
		"Lee, et al. | (2019)",
		"Lee and et al. | (2019)",
		"Lee & al. | (2019)",
		"Lee u.a. | (2019)",
		"Lee+ | 2019",
		"Lee and others | (2019)",
		"Lee and colleagues | (2019)",
		"Lee and her team | (2019)",
		"Lee and his colleagues | (2019)",
		"Lee, and co-workers | (2019)",
		" | Lee + 2019",
		" | Lee+Park",
		" | Lee and Park",
		" | Lee and her cart",
		" | Lee and",
		" | Lee",
	})
}

func TestDepositories(t *testing.T) {
	testIs(t, IsDepository, []string{"GitHub", "gitlab", "PyPI", "CRAN", "Bitbucket", "Zenodo", "Dryad", "figshare"}, []string{"", "Cart Press", "Git", "Zenodo Letters of Carts"})
}

// TestQuotationsOfOthers holds which words can be a quotation that has no marks around it.
func TestQuotationsOfOthers(t *testing.T) {
	const content = "get hold of Felt and Oak now"
	for words, want := range map[string]string{"Felt and Oak": "get hold of [Felt and Oak] now", "get": "[get] hold of Felt and Oak now", "now": "get hold of Felt and Oak [now]", "elt and": "", "Felt an": "", " ": ""} {
		s := NewText(content)
		start := strings.Index(content, words)
		quoted, ok := s.WithQuotation(ref.Span{start, start + len(words)})
		if ok != (want != "") {
			t.Errorf("%q can be a quotation: %t", words, ok)
		}
		if !ok {
			continue
		}
		got := ""
		for i := range quoted.Tokens {
			word := quoted.At(i).Text
			if quoted.At(i).Kind == Quoted {
				word = "[" + word + "]"
			}
			if i > 0 {
				got += " "
			}
			got += word
		}
		if got != want || len(s.Tokens) != 7 {
			t.Errorf("with %q as a quotation %q, want %q, of %d tokens", words, got, want, len(s.Tokens))
		}
	}
}
