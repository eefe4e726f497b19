package fact

import (
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

// TestCutsAreTheWhole holds that what is between cuts, read by itself, is what is read of
// the whole, with the same places.
func TestCutsAreTheWhole(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 3))
	for _, ends := range [][]string{{"\n"}, {"\r\n"}, {"\n", "\r\n", "\r", "\n\r"}} {
		for _, start := range []string{"", "\ufeff"} {
			text := start + manyLines(random, ends...)
			for _, size := range []int64{1, 200_000} {
				t.Run(fmt.Sprintf("%q %q %d", ends, start, size), func(t *testing.T) {
					starts := cutsOf(t, strings.NewReader(text), size)
					if size == 1 && len(starts) < 4 {
						t.Errorf("only %d pieces", len(starts))
					}
					if again := cutsOf(t, iotest.HalfReader(strings.NewReader(text)), 1<<40); len(again) != 1 {
						t.Errorf("cuts %v of more than the whole", again)
					}
					var got []string
					for i, from := range starts {
						piece := text[from.Offset:]
						if i+1 < len(starts) {
							piece = text[from.Offset:starts[i+1].Offset]
						}
						got = append(got, whatIsRead(linesFrom(t, piece, from))...)
					}
					if want := whatIsRead(linesFrom(t, text, Place{})); !slices.Equal(want, got) {
						t.Fatalf("(-whole +cut):\n%s", cmp.Diff(want, got))
					}
				})
			}
		}
	}
}

func cutsOf(t *testing.T, from io.Reader, size int64) (starts []Place) {
	t.Helper()
	for place, err := range Cuts(from, size) {
		if err != nil {
			t.Fatal(err)
		}
		starts = append(starts, place)
	}
	return starts
}

func linesFrom(t *testing.T, text string, from Place) iter.Seq[*Item] {
	return func(yield func(*Item) bool) {
		for it, err := range Read(strings.NewReader(text), "facts.jsonl", &Options{Form: Lines, From: from}) {
			if err != nil {
				t.Fatal(err)
			}
			if !yield(it) {
				return
			}
		}
	}
}

func TestCuttingWhatCannotBeRead(t *testing.T) {
	var failed error
	for _, err := range Cuts(io.MultiReader(strings.NewReader("{}\n{}"), iotest.ErrReader(io.ErrClosedPipe)), 1) {
		failed = err
	}
	if failed != io.ErrClosedPipe {
		t.Errorf("the error is %v", failed)
	}
}
