package schema

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestOpenings holds a tape that has read other records, and compares openings with
// theirs, against one that reads every byte.
func TestOpenings(t *testing.T) {
	type reading struct {
		Tokens  []token
		Objects []memberCount
		Unclean bool
		Error   *RecordError
	}
	read := func(tape *tape, text string) reading {
		if err := tape.read([]byte(text)); err != nil {
			return reading{Error: err}
		}
		return reading{Tokens: tape.tokens, Objects: tape.objects, Unclean: tape.unclean}
	}
	names := new(vocabulary)
	for _, name := range []string{"id", "uri", "name", "größe", ""} {
		names.add(name)
	}
	p := &plan{names: names}
	r := rand.New(rand.NewPCG(1, 2))
	used := newTape(5, p)
	whole := 0
	for range 50_000 {
		text := randomObject(r)
		want := read(&tape{maxDepth: 5, names: names}, text)
		got := read(used, text)
		if !reflect.DeepEqual(want, got) {
			diff := cmp.Diff(want, got, cmp.AllowUnexported(token{}, memberCount{}))
			t.Fatalf("%s (-read afresh +read after others):\n%s", text, diff)
		}
		if want.Error == nil {
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
			pieces = append(pieces, pick(`"id"`, `"content"`, `"uri"`, `"n\u0061me"`, `"größe"`, "\"\xfe\"", `""`), ":"+style)
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
