package compare

import (
	"strings"
	"testing"

	"github.com/factcite/factcite/citation"
)

// TestShortForms holds that every short form of a given name is taken for each name that it
// stands for, and says what comparing the letters would not.
func TestShortForms(t *testing.T) {
	fits := func(a, b string) bool {
		list := func(given string) AuthorList {
			return FoldAuthors([]citation.Name{{Given: given, Family: "Nabe"}}, true)
		}
		return Authors(list(a), list(b)).Shared == 1
	}
	for short, longs := range longForms {
		for _, long := range longs {
			if len(short) < 2 || len(long) < 4 {
				t.Errorf("%q is no short form of %q", short, long)
			}
			if !fits(short, long) || !fits(strings.ToUpper(long), strings.ToUpper(short)) {
				t.Errorf("%s and %s are two people", short, long)
			}
		}
		if fits(short, "xaver") {
			t.Errorf("%s is a form of any name", short)
		}
	}
	for _, form := range [][2]string{{"Bob", "Rob"}, {"Bill", "Will"}, {"Ted", "Eddie"}, {"Kate", "Cathy"}, {"Hans", "Jo"}} {
		if !fits(form[0], form[1]) {
			t.Errorf("%s and %s, short for one name, are two people", form[0], form[1])
		}
	}
}
