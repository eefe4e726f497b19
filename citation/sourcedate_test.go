package citation

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestDatesOfSources holds how dates of sources are written, and how much each says.
func TestDatesOfSources(t *testing.T) {
	day, month, year := Reference{Year: "2019", Month: 3, Day: "5"}, Reference{Year: "2019", Month: 3}, Reference{Year: "2019"}
	for published, want := range map[string]Reference{
		"2019-03-05": day, "2019-03-05T08:30:00Z": day, "2019-03-05T08:30:00+02:00": day, "2019-03-05T08:30:00": day, "2019-03-05 08:30:00": day,
		"Mar 5, 2019": day, "March 5, 2019": day, "5 Mar 2019": day, "5 March 2019": day, " 5  March\n2019 ": day,
		"Mar 2019": month, "March 2019": month, "2019-03": month,
		"2019": year,
		"":     {}, "4 days ago": {}, "2019-13-05": {}, "2019-3": {}, "5.3.2019": {}, "19": {},
	} {
		var got Reference
		setDate(&got, published)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", published, diff)
		}
	}
}
