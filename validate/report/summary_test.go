package report

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/validate"
)

func TestSummary(t *testing.T) {
	for _, test := range []struct {
		summary      validate.Summary
		completeness validate.Completeness
		want         string
	}{
		{want: "0 records, 0 references to 0 works: 0 errors, 0 warnings, 0 infos"},
		{
			summary:      validate.Summary{References: 3, Works: 2},
			completeness: validate.Completeness{Works: 2, Title: 2, Venue: 1, Venues: 1},
			want:         "3 references to 2 works (title 100%, author 0%, year 0%, venue 100%, identifier 0%): 0 errors, 0 warnings, 0 infos",
		},
		{
			summary: validate.Summary{Records: 1250, Valid: 1248, Invalid: 1, Unreadable: 1, References: 250, Works: 200,
				Findings: validate.Counts{Error: 1, Warning: 12, Info: 1234567}},
			completeness: validate.Completeness{Works: 200, Title: 200, Author: 199, Year: 150, Venue: 1, Venues: 200, Identifier: 0},
			want: "1,250 records (1 invalid, 1 unreadable), 250 references to 200 works " +
				"(title 100%, author 99%, year 75%, venue 0%, identifier 0%): 1 error, 12 warnings, 1,234,567 infos",
		},
	} {
		if diff := cmp.Diff(test.want, summary(test.summary, test.completeness)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}
