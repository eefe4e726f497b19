package document

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/internal/linear"
)

// segmentedAsWhole lists the boundaries that the segmenter finds in a whole text.
func segmentedAsWhole(s string) (ends []int) {
	for it := sentences.FromString(s); it.Next(); {
		ends = append(ends, it.End())
	}
	return ends
}

// TestSegmented holds that segmenting what is around each stop gives what segmenting all of a
// text does: for every character where a rule of UAX 29 may ask for it, and for texts in
// which the characters that rules ask for are in any order.
func TestSegmented(t *testing.T) {
	for r := range rune(utf8.MaxRune + 1) {
		if !utf8.ValidRune(r) {
			continue
		}
		c := string(r)
		text := "a." + c + "B" + c + ". C. " + c + "d. E" + c + " F! " + c + "5 g" + c + ".H" + c + c + ". " + c + "I"
		if got, want := segmented(text), segmentedAsWhole(text); !slices.Equal(got, want) {
			t.Errorf("%U in %q: %v, want %v", r, text, got, want)
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	parts := strings.Split("a|B|.|?|,| |)|\"|(|7|\u0301|\u00ad|。|中|…|\u2029|\n|\r|é|É|”|\uff9e|\u17d4", "|")
	for range 200_000 {
		var text strings.Builder
		for range random.IntN(20) {
			text.WriteString(parts[random.IntN(len(parts))])
		}
		if diff := cmp.Diff(segmentedAsWhole(text.String()), segmented(text.String())); diff != "" {
			t.Fatalf("%q (-want +got):\n%s", text.String(), diff)
		}
	}
}

func FuzzSegmented(f *testing.F) {
	f.Add("Felt rims (Roe et al. 2021) are quiet.\u0301 \"Are they?\" 5 years. J.R. Roe said: \u3002")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > longestClosing || !utf8.ValidString(text) {
			t.Skip("more may follow a stop than is looked at, and what is read is UTF-8")
		}
		if diff := cmp.Diff(segmentedAsWhole(text), segmented(text)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	})
}

// TestSegmentedMarks holds that many marks after a full stop, from each of which the segmenter looks
// ahead, take time linear in their number.
func TestSegmentedMarks(t *testing.T) {
	for _, marks := range []string{")", "\"", "”", ").", " ", ") ", ")1"} {
		linear.Check(t, 1<<14, func(size int) func() {
			text := "a." + strings.Repeat(marks, size/len(marks))
			return func() { segmented(text) }
		})
	}
}
