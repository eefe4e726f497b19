package jsontext

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/internal/unpack"
)

func packed(text string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write([]byte(text))
	w.Close()
	return b.String()
}

// A stream is read whole, in whatever pieces it comes and is taken, and packed or
// not.
func TestWindow(t *testing.T) {
	text := strings.Repeat("felt rims are quiet. ", 500)
	for name, open := range map[string]func() (*Window, error){
		"plain":  func() (*Window, error) { return OpenWindow(strings.NewReader(text), 64) },
		"slow":   func() (*Window, error) { return OpenWindow(iotest.OneByteReader(strings.NewReader(text)), 64) },
		"packed": func() (*Window, error) { return OpenWindow(strings.NewReader(packed(text)), 64) },
		"whole":  func() (*Window, error) { return NewWindow([]byte(text)), nil },
	} {
		for _, reuse := range []bool{false, true} {
			w, err := open()
			if err != nil {
				t.Fatal(err)
			}
			w.Reuse = reuse
			var taken [][]byte
			for n := 0; len(w.Bytes()) > 0 || w.More(); n++ {
				if n%7 == 3 {
					before := len(w.Bytes())
					if grew := w.More(); grew != (len(w.Bytes()) > before) {
						t.Fatalf("%s: More returns %v, and %d bytes became %d", name, grew, before, len(w.Bytes()))
					}
				}
				piece := w.Take(min(len(w.Bytes()), 1+n%50))
				if reuse {
					piece = bytes.Clone(piece)
				}
				taken = append(taken, piece)
			}
			if diff := cmp.Diff(text, string(bytes.Join(taken, nil))); diff != "" || w.Err() != nil || !w.Ended() {
				t.Errorf("%s, reuse %v: error %v (-want +got):\n%s", name, reuse, w.Err(), diff)
			}
		}
	}
}

// A window that uses its memory again takes no more for a longer stream.
func TestWindowReuse(t *testing.T) {
	allocations := func(size int) float64 {
		text := bytes.Repeat([]byte("x"), size)
		return testing.AllocsPerRun(5, func() {
			w, _ := OpenWindow(bytes.NewReader(text), 1<<10)
			for w.Reuse = true; len(w.Bytes()) > 0 || w.More(); {
				w.Take(len(w.Bytes()))
			}
		})
	}
	if once, twice := allocations(1<<16), allocations(1<<17); once != twice {
		t.Errorf("%v allocations, and %v for twice as much", once, twice)
	}
}

func TestWindowFails(t *testing.T) {
	broken := errors.New("the disk is gone")
	w, err := OpenWindow(io.MultiReader(strings.NewReader("abc"), iotest.ErrReader(broken)), 64)
	if err != nil || string(w.Bytes()) != "abc" || w.Err() != broken {
		t.Errorf("%q, errors %v and %v", w.Bytes(), err, w.Err())
	}
	rest, err := io.ReadAll(w.Rest())
	if string(rest) != "abc" || err != broken {
		t.Errorf("the rest is %q, error %v", rest, err)
	}
	w, _ = OpenWindow(stuck{}, 64)
	if w.Err() != io.ErrNoProgress {
		t.Errorf("a reader that returns nothing: error %v", w.Err())
	}
	if _, err := OpenWindow(strings.NewReader("\x1f\x8bno gzip at all"), 64); !unpack.IsBroken(err) {
		t.Errorf("a bad header: error %v", err)
	}
	text := packed(strings.Repeat("felt", 1000))
	w, _ = OpenWindow(strings.NewReader(text[:len(text)-9]), 64)
	for w.More() {
	}
	if !unpack.IsBroken(w.Err()) || unpack.IsBroken(broken) {
		t.Errorf("cut gzip: error %v", w.Err())
	}
}

type stuck struct{}

func (stuck) Read([]byte) (int, error) { return 0, nil }

func TestBlankLength(t *testing.T) {
	for text, want := range map[string]int{"": 0, "a": 0, " \t\r\na": 4, "\ufeff\n\ufeff {": 8, "\u00a0": 0} {
		if got := BlankLength([]byte(text)); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}
