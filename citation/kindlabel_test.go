package citation

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestKindsThatLinesSay holds that lines of reference lists say of which kind a work is before
// its title or in brackets after it, and who brought it out then.
func TestKindsThatLinesSay(t *testing.T) {
	for line, want := range map[string]string{
		`Dorn, C. (2019). Felt is quiet (Version 2.1) [Computer software]. GitHub. https://github.com/a/felt`: `misc software "Felt is quiet" GitHub`,
		`Roe, A. (2001). Tide gauges [Data set]. Dryad. https://doi.org/10.5061/dryad.x1`:                     `misc dataset "Tide gauges" Dryad`,
		`Roe, A. (2020). Felt on film [Video]. YouTube. https://youtu.be/1`:                                   `misc video "Felt on film" YouTube`,
		`Roe, A. (2001). Dataset: Tide gauges. Dryad. https://doi.org/10.5061/dryad.x1`:                       `misc dataset "Tide gauges" Dryad`,
		`Roe, A. (2001). Tide gauges [In Norwegian]. Cart Letters, 3(2), 11–19.`:                              `article  "Tide gauges" `,
		`Roe, A. (2001). Tide gauges [Data set]. Cart Letters, 3(2), 11–19.`:                                  `article  "Tide gauges" `,
		`Roe, A. (2001). Data: Tide gauges. Dryad. https://doi.org/10.5061/dryad.x1`:                          `misc dataset "Tide gauges" Dryad`,
		`Roe, A. (2001). Datensatz: Pegel der Küste. Dryad. https://doi.org/10.5061/dryad.x1`:                 `misc dataset "Pegel der Küste" Dryad`,
		`Roe, A. (2001). Tide: Data of gauges. Dryad. https://doi.org/10.5061/dryad.x1`:                       `misc  "Tide: Data of gauges" Dryad`,
		`Roe, A. (2020). Felt on film (2nd version) [Podcast]. YouTube. https://youtu.be/1`:                   `misc podcast "Felt on film (2nd version)" YouTube`,
		`Roe, A. (2020). Felt on film [Blog post]. YouTube. https://youtu.be/1`:                               `misc post "Felt on film" YouTube`,
	} {
		e := Parse(line)
		got := ""
		for _, r := range e.References {
			got += fmt.Sprintf("%s %s %q %s", r.Type, r.Kind, r.Title, r.Publisher)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", line, diff)
		}
	}
}
