package ondisk

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"sync"
	"testing"
)

// TestTextsComeBack holds that every text comes back, in whatever order they are asked for
// and by several goroutines at once, wherever it is kept, and that places grow.
func TestTextsComeBack(t *testing.T) {
	for _, memory := range []int{1, 100_000, 0} {
		t.Run(fmt.Sprint(memory), func(t *testing.T) {
			folder := t.TempDir()
			t.Setenv("TMPDIR", folder)
			random := rand.New(rand.NewPCG(1, 2))
			texts := Texts{Memory: memory}
			var want []string
			var places []Place
			for i := range 5000 {
				text := fmt.Sprint(i, strings.Repeat("x", random.IntN(200)))
				switch random.IntN(400) {
				case 0:
					text = strings.Repeat("long ", 30_000)
				case 1:
					text = strings.Repeat("y", 2*probe)
				case 2:
					text = ""
				}
				place := texts.Add([]byte(text))
				if n := len(places); n > 0 && place <= places[n-1] {
					t.Fatalf("place %d follows %d", place, places[n-1])
				}
				want, places = append(want, text), append(places, place)
				if i%97 == 0 && texts.At(place) != text {
					t.Fatalf("text %d differs as soon as it is added", i)
				}
			}
			if onDisk := texts.file != nil; onDisk != (memory > 0) {
				t.Errorf("on disk: %t", onDisk)
			}
			var reading sync.WaitGroup
			for _, order := range [][]int{nil, random.Perm(len(want)), random.Perm(len(want))} {
				reading.Go(func() {
					for i := range want {
						if order != nil {
							i = order[i]
						}
						if texts.At(places[i]) != want[i] {
							t.Errorf("text %d differs", i)
							return
						}
					}
				})
			}
			reading.Wait()
			if err := texts.Err(); err != nil || texts.At(0) != "" {
				t.Errorf("the error is %v", err)
			}
			if err := texts.Close(); err != nil {
				t.Error(err)
			}
			if left, _ := os.ReadDir(folder); len(left) > 0 {
				t.Errorf("%s is left behind", left[0].Name())
			}
		})
	}
}

// TestTextsStayInMemoryIfThereIsNoDisk holds that no text is lost where nothing can be
// written, and that one that cannot be read back is an error.
func TestTextsStayInMemoryIfThereIsNoDisk(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir()+"/missing")
	texts := Texts{Memory: 1}
	var places []Place
	for i := range 2000 {
		places = append(places, texts.Add(fmt.Appendf(nil, "%d %100d", i, i)))
	}
	for i, place := range places {
		if want := fmt.Sprintf("%d %100d", i, i); texts.At(place) != want {
			t.Fatalf("text %d is %q", i, texts.At(place))
		}
	}
}

func TestTextsThatCannotBeReadBack(t *testing.T) {
	texts := Texts{Memory: 1}
	first := texts.Add([]byte("first"))
	for range 2000 {
		texts.Add(make([]byte, 100))
	}
	if err := texts.file.Truncate(0); err != nil {
		t.Fatal(err)
	}
	if text := texts.At(first); text != "" || texts.Err() == nil {
		t.Errorf("the text is %q and the error %v", text, texts.Err())
	}
	texts.Close()
}
