package record

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRetractionWatch holds which work a row is about, and what it says of it.
func TestRetractionWatch(t *testing.T) {
	row := map[string]string{
		"Record ID": "12", "Title": "Felt &amp; rims", "Journal": "Journal of Carts", "ArticleType": "Research Article;", "Publisher": "Felt Press", "Author": "Ada Lind; Bo van der Berg",
		"OriginalPaperDate": "1/20/2019 0:00", "OriginalPaperDOI": "10.5555/Rims", "OriginalPaperPubMedID": "7000001",
		"RetractionDate": "2/3/2020 0:00", "RetractionDOI": "10.5555/Notice", "Reason": "+Fake Peer Review;+Paper Mill; ;", "RetractionNature": "Retraction",
	}
	const (
		work    = "title: Felt & rims; authors: Lind, Ada | van der Berg, Bo; container: Journal of Carts; venues: Journal of Carts; year: 2019; years: [2019]; publisher: Felt Press; "
		by      = `retraction: "2020-02-03" by "10.5555/notice" for `
		reasons = `"Fake Peer Review; Paper Mill"`
	)
	for _, test := range []struct {
		name   string
		change map[string]string
		want   string
	}{
		{"a retraction", nil, `retracted article; ` + work + `doi: 10.5555/rims; pmid: 7000001; ` + by + reasons},
		{"a retraction with replacement", map[string]string{"Reason": "+Retract and Replace;"}, `questioned article; ` + work + `doi: 10.5555/rims; pmid: 7000001; ` + by + `"Retract and Replace"; extent: retraction and replacement`},
		{"a concern", map[string]string{"RetractionNature": "Expression of concern"}, `questioned article; ` + work + `doi: 10.5555/rims; pmid: 7000001; ` + by + reasons + `; extent: expression of concern`},
		{"a reinstatement", map[string]string{"RetractionNature": "Reinstatement"}, `reinstated article; ` + work + `doi: 10.5555/rims; pmid: 7000001; ` + by + reasons},
		{"a correction", map[string]string{"RetractionNature": "Correction", "OriginalPaperPubMedID": "0"}, `published article; ` + work + `doi: 10.5555/rims`},
		{"a paper of a meeting", map[string]string{"ArticleType": "Conference Abstract/Paper;", "OriginalPaperDOI": "unavailable"}, `retracted inproceedings; ` + work + `pmid: 7000001; ` + by + reasons},
		{"what no journal has", map[string]string{"Journal": "", "Author": "", "OriginalPaperDate": "", "Publisher": "", "ArticleType": "Conference Abstract/Paper;"}, `retracted misc; title: Felt & rims; doi: 10.5555/rims; pmid: 7000001; ` + by + reasons},
	} {
		works := RetractionWatch(func(column string) string {
			if value, ok := test.change[column]; ok {
				return value
			}
			return row[column]
		}, "2026-09-01")
		if diff := cmp.Diff(`retractionwatch "12" 2026-09-01, `+test.want, onOneLine(works[0])); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestISODay(t *testing.T) {
	for american, want := range map[string]string{"1/20/2024 0:00": "2024-01-20", "12/1/1999": "1999-12-01", "": "", "2024-01-20": "", "13/1/2024": "", "1/32/2024": "", "1/1/24": "", "a/b/cccc": "", "1/2/20x4": ""} {
		if got := isoDay(american); got != want {
			t.Errorf("isoDay(%q) = %q, want %q", american, got, want)
		}
	}
}
