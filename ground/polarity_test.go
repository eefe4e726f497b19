package ground_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What the passage says the opposite of is shown with the words that make it so.
func TestPolarityIsShown(t *testing.T) {
	const text = "The council of Harby met in May; the old mill was not sold, and the iron bridge was safe. The toll rose in the spring: carts came in large numbers. " +
		"The mayor said that the ferry would not run at night. The guild refused to help the poor women. The old tower is unstable. The dam was higher than the weir."
	for _, c := range []struct{ content, want string }{
		{"The old mill was sold.", `{"" "not"}`},
		{"The old mill was not sold.", ``},
		{"The iron bridge was not safe at Harby.", ``}, // the passage says nothing of Harby
		{"The iron bridge wasn't safe.", `{"wasn't" ""}`},
		{"The iron bridge was unsafe.", `{"unsafe" ""}`},
		{"The toll fell in the spring.", `{"fell" "rose"}`},
		{"The toll did not fall in the spring.", ``},
		{"The toll did not rise in the spring.", `{"not" ""}`},
		{"Carts came in small numbers.", `{"small" "large"}`},
		{"The ferry would run at night.", `{"" "not"}`},
		{"The mayor states the ferry would never run at night.", ``},
		{"The guild helped the poor women.", `{"" "refused"}`},
		{"The old tower is stable.", `{"" "unstable"}`},
		{"The old tower is not stable.", ``},
		{"The weir was lower than the dam.", ``}, // which is the same
		{"The dam was lower than the weir.", `{"lower" "higher"}`},
		{"The dam was not lower than the weir.", ``},
	} {
		got := ""
		for line := range strings.Lines(shown(text, c.content, false)) {
			if at := strings.Index(line, "{"); at >= 0 && strings.HasPrefix(line, "polarity") {
				got = strings.TrimSpace(line[at:])
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.content, diff)
		}
	}
}
