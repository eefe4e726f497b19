package fact

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestOpenings holds a decoder that has read other records, and compares openings
// with theirs, against one that reads every byte.
func TestOpenings(t *testing.T) {
	type reading struct {
		Record     Record
		JSON       string
		Length     int
		Error      string
		Duplicates []int
	}
	read := func(d *decoder, text string) reading {
		it, n, err := d.decode([]byte(text))
		if err != nil {
			return reading{Error: err.at(Place{}, []byte(text))}
		}
		return reading{Record: *it.Record, JSON: string(it.JSON), Length: n, Duplicates: append([]int(nil), d.duplicates...)}
	}
	r := rand.New(rand.NewPCG(1, 2))
	used := &decoder{cursor: cursor{maxDepth: 5, openings: newOpenings()}}
	whole := 0
	for range 50_000 {
		text := randomObject(r)
		want := read(&decoder{cursor: cursor{maxDepth: 5}}, text)
		got := read(used, text)
		if !reflect.DeepEqual(want, got) {
			diff := cmp.Diff(want, got)
			t.Fatalf("%s (-read afresh +read after others):\n%s", text, diff)
		}
		if want.Error == "" {
			whole++
		}
	}
	if whole < 10_000 || len(used.openings.known) < 20 {
		t.Errorf("%d records could be read and %d openings were learnt", whole, len(used.openings.known))
	}
}

// randomObject is an object of few names in few styles; in about half of the cases
// a piece of it stands in the place of another one.
func randomObject(r *rand.Rand) string {
	pick := func(texts ...string) string { return texts[r.IntN(len(texts))] }
	style := pick("", "", " ", "\n\t")
	var pieces []string
	var add func(depth int)
	add = func(depth int) {
		if r.IntN(2) > 0 || depth >= 4 {
			pieces = append(pieces, pick(`"a"`, `"é"`, "\"\xff\"", `"\u00e9"`, "null", "true", "-1.5e3", "[]", "{}"))
			return
		}
		pieces = append(pieces, "{")
		for i := range r.IntN(5) {
			if i > 0 {
				pieces = append(pieces, ","+style)
			}
			pieces = append(pieces, pick(`"id"`, `"content"`, `"sources"`, `"n\u0061me"`, `"größe"`, "\"\xfe\"", `""`), ":"+style)
			if r.IntN(4) == 0 {
				pieces = append(pieces, `[`)
				add(depth + 2)
				pieces = append(pieces, `]`)
			} else {
				add(depth + 1)
			}
		}
		pieces = append(pieces, "}")
	}
	for len(pieces) < 2 {
		pieces = nil
		add(0)
	}
	if r.IntN(2) == 0 {
		pieces[r.IntN(len(pieces))] = pieces[r.IntN(len(pieces))]
	}
	return strings.Join(pieces, "")
}
