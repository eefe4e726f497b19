package input_test

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/validate"
	"github.com/factcite/factcite/validate/input"
)

// placesOf returns what a stream holds and where.
func placesOf(t *testing.T, inputs func(func(validate.Input, error) bool)) (list []string) {
	t.Helper()
	for in, err := range inputs {
		if err != nil {
			t.Fatal(err)
		}
		if in.Fact != nil {
			at := in.Fact.Place
			list = append(list, fmt.Sprintf("%d:%d:%d %d", at.Line, at.Column, at.Offset, len(in.Fact.Problems)))
		}
	}
	return list
}

// TestPiecesHoldWhatTheFileHolds holds that the pieces of a file have its records, each where
// it is in the file, whether or not the file can be read from any place.
func TestPiecesHoldWhatTheFileHolds(t *testing.T) {
	var text strings.Builder
	for i := range 9_000 {
		fmt.Fprintf(&text, `{"id": "f%d", "content": "It is quiet.", "sources": [{"domain": "carts.example.org"}]}`+"\n", i)
		if i%1000 == 0 {
			text.WriteString("{broken\n\n")
		}
	}
	reader := input.NewReader(nil)
	want := placesOf(t, reader.Read(fact.Auto, "a.jsonl", strings.NewReader(text.String())))
	for name, open := range map[string]func() io.Reader{
		"a file": func() io.Reader { return bytes.NewReader([]byte(text.String())) },
		"a pipe": func() io.Reader { return io.MultiReader(strings.NewReader(text.String())) },
	} {
		var got []string
		pieces := 0
		for piece, err := range reader.Pieces("a.jsonl", open(), 100_000) {
			if err != nil {
				t.Fatal(err)
			}
			pieces++
			got = append(got, placesOf(t, reader.ReadPiece("a.jsonl", open(), piece))...)
		}
		if diff := cmp.Diff(want, got); diff != "" || pieces < 3 {
			t.Errorf("%d pieces of %s (-want +got):\n%s", pieces, name, diff)
		}
	}
}

// TestWhatIsOnePiece holds that what is no stream of records is not cut, nor is anything of
// which that is asked.
func TestWhatIsOnePiece(t *testing.T) {
	lines := strings.Repeat(`{"content": "It is quiet."}`+"\n", 20_000)
	for name, c := range map[string]struct {
		file string
		text string
		opts input.Options
		size int64
	}{
		"size 0":            {"a.jsonl", lines, input.Options{}, 0},
		"a bibliography":    {"a.bib", "@misc{a, title = {Felt}}\n" + lines, input.Options{}, 1},
		"records inside":    {"a.jsonl", lines, input.Options{Facts: fact.Options{Records: "/facts"}}, 1},
		"mapped":            {"a.jsonl", lines, input.Options{Facts: fact.Options{Map: map[string]string{"content": "/text"}}}, 1},
		"an empty file":     {"a.jsonl", "", input.Options{}, 1},
		"another form":      {"a.jsonl", lines, input.Options{Facts: fact.Options{Form: fact.JSON}}, 1},
		"a packed file":     {"a.jsonl.gz", "\x1f\x8b" + lines, input.Options{}, 1},
		"a document of one": {"a.json", `{"facts": []}`, input.Options{}, 1},
	} {
		var got []input.Piece
		for piece, err := range input.NewReader(&c.opts).Pieces(c.file, strings.NewReader(c.text), c.size) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, piece)
		}
		if diff := cmp.Diff([]input.Piece{{}}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
