package fact

import (
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

// manyLines are lines of every kind, more than a megabyte of them, ended by one of ends at random.
func manyLines(random *rand.Rand, ends ...string) string {
	kinds := []string{
		`{"id":"%d","fact_type":"claim","content":"It is quiet.","sources":[{"uri":"https://carts.example.org/a"}],"metadata":"` + strings.Repeat("x", 400) + `"}`,
		`{"content":"No id %d","fact_type":"claim"} {"content":"ä second one","fact_type":"claim"}`,
		`{"content":"%d","content":"again","fact_type":"claim","sources":[{"title":"` + "\xff" + `"}]}`,
		`{"id":"%d","sources":[{"a":{"b":{"c":{"content":"inside","fact_type":"claim"}`,
		`{"broken %d`, "  ", "", "\ufeff", `["%d"]`,
	}
	var text strings.Builder
	for n := range 4_000 {
		kind := kinds[0]
		if random.IntN(4) == 0 {
			kind = kinds[random.IntN(len(kinds))]
		}
		if strings.Contains(kind, "%d") {
			kind = fmt.Sprintf(kind, n)
		}
		text.WriteString(kind)
		if random.IntN(700) == 0 {
			fmt.Fprintf(&text, `{"fact_type":"claim","content":"%s"}`, strings.Repeat("very ", random.IntN(80_000)))
		}
		text.WriteString(ends[random.IntN(len(ends))])
	}
	return text.String()
}

// readInPieces reads a text by ReadLines, several pieces at once.
func readInPieces(t *testing.T, from io.Reader, opts *Options) (items []*Item, pieces int) {
	t.Helper()
	var read []*[]*Item
	var reading sync.WaitGroup
	for piece, err := range ReadLines(from, "facts.jsonl", opts) {
		if err != nil {
			t.Fatal(err)
		}
		some := new([]*Item)
		read = append(read, some)
		reading.Go(func() { *some = slices.Collect(piece) })
	}
	reading.Wait()
	for _, some := range read {
		if len(*some) == 0 {
			t.Fatal("a piece has no item")
		}
		items = append(items, *some...)
	}
	return items, len(read)
}

// whatIsRead is all that a caller sees of items.
func whatIsRead(items iter.Seq[*Item]) (all []string) {
	for it := range items {
		from, to := it.Locate("/content")
		var record []byte // %+v writes metadata number by number
		if it.Record != nil {
			record = it.Record.AppendJSON(nil)
		}
		all = append(all, fmt.Sprintf("%s %s %s %+v %+v %+v %+v", record, it.JSON, it.Form, it.Place, it.Problems, from, to))
	}
	return all
}

// TestPiecesAreTheWhole holds that lines that are read in pieces are those that are read one
// after another, whatever ends them and however their bytes arrive.
func TestPiecesAreTheWhole(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, ends := range [][]string{{"\n"}, {"\r\n"}, {"\r"}, {"\n", "\r\n", "\r", "\n\r"}} {
		text := manyLines(random, ends...)
		for _, opts := range []*Options{nil, {MaxRecord: 70_000, MaxDepth: 4}, {Map: map[string]string{"content": "/content", "id": "/id"}}} {
			t.Run(fmt.Sprintf("%q %+v", ends, opts), func(t *testing.T) {
				plain := Options{}
				if opts != nil {
					plain = *opts
				}
				plain.Form = Lines
				want := whatIsRead(func(yield func(*Item) bool) {
					for it, err := range Read(strings.NewReader(text), "facts.jsonl", &plain) {
						if err != nil {
							t.Fatal(err)
						}
						if !yield(it) {
							return
						}
					}
				})
				for _, from := range []io.Reader{strings.NewReader(text), iotest.HalfReader(strings.NewReader(text)), packed(text)} {
					items, pieces := readInPieces(t, from, opts)
					if pieces < 8 {
						t.Errorf("only %d pieces", pieces)
					}
					if got := whatIsRead(slices.Values(items)); !slices.Equal(want, got) {
						t.Fatalf("(-one after another +in pieces):\n%s", cmp.Diff(want, got))
					}
				}
			})
		}
	}
}

func TestPiecesOfNothing(t *testing.T) {
	for _, text := range []string{"", "\n\n \r\n", strings.Repeat(" \n", pieceSize)} {
		for range ReadLines(strings.NewReader(text), "empty.jsonl", nil) {
			t.Errorf("a piece of %.10q", text)
		}
	}
}

func TestReadingPiecesFails(t *testing.T) {
	text := `{"content":"It is quiet.","fact_type":"claim"}` + "\n"
	items, failed := 0, error(nil)
	for piece, err := range ReadLines(io.MultiReader(strings.NewReader(text), iotest.ErrReader(io.ErrClosedPipe)), "facts.jsonl", nil) {
		if failed = err; err == nil {
			items += len(slices.Collect(piece))
		}
	}
	if items != 1 || failed == nil {
		t.Errorf("%d items and the error %v", items, failed)
	}
}
